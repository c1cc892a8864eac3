//! Finding the node that stands at a place.

use crate::source::{Node, Span};

/// The nodes of a tree by their places.
#[derive(Default)]
pub(super) struct Nodes<'t> {
    /// In reading order, so by the byte they begin at; each with the mapping or list it stands in.
    all: Vec<(Node<'t>, Option<u32>)>,
}

impl<'t> Nodes<'t> {
    pub(super) fn of(root: Node<'t>) -> Self {
        let mut open: Vec<Node<'t>> = Vec::new();
        let with_parent = |node: Node<'t>| {
            while open.last().is_some_and(|parent| parent.numbers().end <= node.number()) {
                open.pop();
            }
            let parent = open.last().map(|parent| parent.number());
            if node.numbers().len() > 1 {
                open.push(node);
            }
            (node, parent)
        };
        Self { all: root.within().map(with_parent).collect() }
    }

    /// The innermost node of exactly this place.
    pub(super) fn at(&self, place: Span) -> Option<Node<'t>> {
        let end = self.all.partition_point(|(node, _)| node.span().start <= place.start);
        let here = self.all[..end].iter().rev().take_while(|(node, _)| node.span().start == place.start);
        here.map(|(node, _)| *node).find(|node| node.span() == place)
    }

    /// The outermost.
    pub(super) fn root(&self) -> Option<Node<'t>> {
        self.all.first().map(|(node, _)| *node)
    }

    /// The mapping or list that a node stands in.
    pub(super) fn parent(&self, node: Node<'t>) -> Option<Node<'t>> {
        let parent = self.all.get(node.number() as usize)?.1?;
        Some(self.all[parent as usize].0)
    }

    /// The value behind a key.
    pub(super) fn value_of(&self, key: Node<'t>) -> Option<Node<'t>> {
        self.all.get(key.numbers().end as usize).map(|(node, _)| *node)
    }
}
