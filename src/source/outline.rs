//! A tree as a list to compare: whether two texts hold the same, but for some places.

use super::tree::Raw;
use super::{Shape, Span, Tree};
use std::hash::Hasher as _;

/// A node of a tree as it is seen from afar. Nodes in reading order with their depths are the whole tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// Where it stands.
    pub at: Span,
    /// Mappings and lists around it.
    pub depth: u32,
    /// It is a list, a mapping, or (where this is nothing) a text.
    pub is_list: Option<bool>,
    /// What the text says, as a number that is the same for the same text; 0 for a list or mapping.
    pub says: u64,
}

impl Tree {
    /// All nodes in reading order. `text` is what the places of the tree count in, `origin` where a byte of it was before.
    pub(super) fn outline(&self, text: &str, origin: impl Fn(u32) -> u32) -> Vec<Sight> {
        let mut open: Vec<u32> = Vec::new();
        let mut decoded = self.decoded.iter().peekable();
        let sight = |(index, node): (usize, &Raw)| {
            let index = index as u32;
            while open.last().is_some_and(|&after| after <= index) {
                open.pop();
            }
            let depth = open.len() as u32;
            let Shape::Scalar(style) = node.shape else {
                // What was open where reading ended has no end.
                open.push(if node.after == 0 { u32::MAX } else { node.after });
                let at = Span { start: origin(node.span.start), end: origin(node.span.end) };
                return Sight { at, depth, is_list: Some(node.shape == Shape::Sequence), says: 0 };
            };
            let other = decoded.next_if(|(decoded, _)| *decoded == index).map(|(_, text)| &**text);
            let said = other.unwrap_or_else(|| {
                let quotes = usize::from(style == super::Style::Quoted);
                let range = node.span.range();
                &text[range.start + quotes..range.end - quotes]
            });
            let mut hasher = fnv::FnvHasher::default();
            hasher.write(said.as_bytes());
            let at = Span { start: origin(node.span.start), end: origin(node.span.end) };
            Sight { at, depth, is_list: None, says: hasher.finish() }
        };
        self.nodes.iter().enumerate().map(sight).collect()
    }
}
