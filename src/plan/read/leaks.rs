//! What could lead somebody to a person: which thing holds it, and texts without it.

use super::Reader;
use crate::plan::{HeldLeak, Id};
use crate::source::{MASK, Span, Tree, has_leak, masked};
use std::borrow::Cow;

impl Reader<'_> {
    /// A text that stands here as a plan keeps it: masked where it could lead somebody to a person. So nothing that is
    /// made of a plan can tell it.
    pub(super) fn kept<'x>(&self, text: &'x str, at: Span) -> Cow<'x, str> {
        if !has_leak(at, &self.leaks) {
            return Cow::Borrowed(text);
        }
        match masked(text) {
            // A part of something that goes on in the next text, as of [12.3456, 45.6789].
            Cow::Borrowed(_) => MASK.into(),
            masked @ Cow::Owned(_) => masked,
        }
    }

    /// Gives each leak to the innermost thing in the plan that holds it.
    pub(super) fn hold_leaks(&mut self, tree: &Tree) {
        if self.leaks.is_empty() {
            return;
        }
        let comments: Vec<Span> = tree.comments(self.source).collect();
        let held = self.leaks.iter().map(|leak| {
            let comment = comments.partition_point(|comment| comment.end <= leak.at.start);
            let comment = comments.get(comment).filter(|comment| comment.start < leak.at.end);
            let place = comment.map_or(leak.at.start, |comment| self.beside_comment(*comment));
            HeldLeak { leak: *leak, holder: self.holder_at(place) }
        });
        self.plan.leaks = held.collect();
    }

    /// What a comment belongs to: what stands before it in its line, else what is around it.
    fn beside_comment(&self, comment: Span) -> u32 {
        let before = &self.source.text()[..comment.start as usize];
        let before = before.trim_end_matches([' ', '\t']);
        match before.chars().next_back().filter(|c| !matches!(c, '\n' | '\r')) {
            Some(last) => (before.len() - last.len_utf8()) as u32,
            None => comment.start,
        }
    }

    /// The innermost thing in the plan that this byte stands in.
    fn holder_at(&self, byte: u32) -> Option<Id> {
        let behind = self.entries.partition_point(|entry| entry.whole.start <= byte);
        let mut next = behind.checked_sub(1);
        while let Some(entry) = next.and_then(|number| self.entries.get(number)) {
            if let Some(id) = entry.id.filter(|_| byte < entry.whole.end) {
                return Some(id);
            }
            next = entry.parent.map(|parent| parent as usize);
        }
        None
    }
}
