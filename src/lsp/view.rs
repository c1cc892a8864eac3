//! The plan that answers are made of, laid over the text of now.

use super::document::Reading;
use super::text::Text;
use crate::graph::Graph;
use crate::plan::{Plan, Site};
use crate::source::{Slip, Source, Span, Tree};
use gen_lsp_types::{Position, Range, Uri};

/// A plan that was read, as it lies in the text of now. Where that can no longer be read, the plan is an earlier one, and
/// only what stands before and behind the changes since then has a place.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// By which name the editor knows the document.
    pub uri: &'a Uri,
    /// The text.
    pub source: &'a Source,
    /// The plan.
    pub plan: &'a Plan,
    /// What stands on what in it.
    pub graph: &'a Graph,
    reading: &'a Reading,
    text: &'a Text,
    shift: Shift,
}

impl<'a> View<'a> {
    /// A reading laid over a text; nothing where it is no plan. `mark` is how many bytes of a byte order mark the text
    /// begins with.
    pub(super) fn of(
        uri: &'a Uri,
        reading: &'a Reading,
        is_current: bool,
        text: &'a Text,
        mark: usize,
    ) -> Option<Self> {
        let source = &reading.check.source;
        let (plan, graph) = (reading.check.plan.as_ref()?, reading.check.graph.as_ref()?);
        let now = &text.as_str()[mark..];
        let shift = if is_current { Shift::none(now, mark) } else { Shift::of(source.text(), now, mark) };
        Some(Self { uri, source, plan, graph, reading, text, shift })
    }

    /// The located tree.
    #[must_use]
    pub fn tree(&self) -> &'a Tree {
        self.reading.tree()
    }

    /// What went wrong in its text, in the order of the text.
    #[must_use]
    pub fn slips(&self) -> &'a [Slip] {
        &self.reading.slips
    }

    /// Every key and value of the plan.
    #[must_use]
    pub(crate) fn sites(&self) -> &'a [Site] {
        self.reading.sites()
    }

    /// The key or value at a byte of the plan; of two that meet there, the one that begins.
    #[must_use]
    pub(crate) fn site(&self, byte: u32) -> Option<&'a Site> {
        let sites = self.sites();
        let behind = sites.partition_point(|site| site.at.start <= byte);
        // Sites stand one behind the other.
        sites[..behind].last().filter(|site| byte <= site.at.end)
    }

    /// Whether the plan is the text of now.
    #[must_use]
    pub fn is_current(&self) -> bool {
        self.shift.is_none
    }

    /// The byte of the plan at a place of the text of now; nothing where that was written since.
    #[must_use]
    pub fn byte(&self, place: Position) -> Option<u32> {
        self.shift.before(self.text.byte(place)).map(|byte| byte as u32)
    }

    /// Where a stretch of the plan is now.
    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        self.text.range(self.shift.after(span.start as usize)..self.shift.after(span.end as usize))
    }
}

/// What a text has become, as one change.
#[derive(Debug, Clone, Copy)]
struct Shift {
    /// Bytes of a byte order mark before the later text.
    mark: usize,
    /// Bytes that both begin with.
    prefix: usize,
    /// Where in each the rest begins that both end with.
    behind_before: usize,
    behind_after: usize,
    is_none: bool,
}

impl Shift {
    fn none(text: &str, mark: usize) -> Self {
        Self { mark, prefix: text.len(), behind_before: text.len(), behind_after: text.len(), is_none: true }
    }

    fn of(before: &str, after: &str, mark: usize) -> Self {
        let same = |(a, b): &(u8, u8)| a == b;
        let mut prefix = before.bytes().zip(after.bytes()).take_while(same).count();
        while !before.is_char_boundary(prefix) || !after.is_char_boundary(prefix) {
            prefix -= 1;
        }
        let (rest_before, rest_after) = (&before[prefix..], &after[prefix..]);
        let mut suffix = rest_before.bytes().rev().zip(rest_after.bytes().rev()).take_while(same).count();
        while !before.is_char_boundary(before.len() - suffix) {
            suffix -= 1;
        }
        Self {
            mark,
            prefix,
            behind_before: before.len() - suffix,
            behind_after: after.len() - suffix,
            is_none: false,
        }
    }

    /// The byte of the earlier text, for one of the document.
    fn before(self, byte: usize) -> Option<usize> {
        let byte = byte.saturating_sub(self.mark);
        if byte <= self.prefix {
            return Some(byte);
        }
        (byte >= self.behind_after).then(|| byte - self.behind_after + self.behind_before)
    }

    /// The byte of the document, for one of the earlier text: what is gone stands where the change is.
    fn after(self, byte: usize) -> usize {
        let after = if byte <= self.prefix {
            byte
        } else if byte >= self.behind_before {
            byte - self.behind_before + self.behind_after
        } else {
            byte.min(self.behind_after)
        };
        after + self.mark
    }
}

#[cfg(test)]
mod tests {
    use super::Shift;

    #[test]
    fn places_of_an_earlier_text_are_found_again_around_the_change() {
        let (before, after) = ("goals:\n  a: A\n  b: B\n", "goals:\n  a: [A, \u{e9}\n  b: B\n");
        let shift = Shift::of(before, after, 3);
        let old = before.find("b:").unwrap();
        let new = after.find("b:").unwrap() + 3;
        assert_eq!((shift.after(old), shift.before(new)), (new, Some(old)));
        assert_eq!((shift.after(2), shift.before(5)), (5, Some(2)));
        assert_eq!(shift.before(after.find('\u{e9}').unwrap() + 3), None);
        let same = Shift::of("aa", "aaa", 0);
        assert_eq!((same.after(2), same.before(3)), (2, Some(2)));
    }
}
