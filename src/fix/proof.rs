//! Whether a change does what it says and nothing else: the text is read again with it.
//!
//! Everything that no edit touches must stand in the tree where it stood, as deep and with the same text; every fault that
//! is there now must have been there before; and nothing may be wrong at the places that were changed. Only what was
//! passed over before, as the value of a misspelt key, may show faults of its own.

use super::Candidate;
use super::text::{Read, Text, word};
use crate::edit::Splice;
use crate::source::{Fault, FaultKind, Sight, Span};
use std::ops::Range;

/// Whether these changes, which do not overlap, do what they say and nothing else.
pub(super) fn holds(text: &Text<'_>, candidates: &[&Candidate]) -> bool {
    let mut edits: Vec<Splice> =
        candidates.iter().flat_map(|candidate| candidate.fix.edits.iter().cloned()).collect();
    edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
    let after = Read::of(&text.with(&edits));
    let shift = Shift::of(&edits);
    let proof = Proof {
        before: &text.read,
        after: &after,
        anew: ranges(candidates.iter().flat_map(|candidate| &candidate.anew)),
        unread: ranges(candidates.iter().flat_map(|candidate| &candidate.unread)),
        edits: &edits,
        shift,
    };
    proof.keeps_the_rest() && proof.brings_no_fault() && proof.mends(candidates)
}

struct Proof<'a> {
    before: &'a Read,
    after: &'a Read,
    edits: &'a [Splice],
    shift: Shift,
    anew: Vec<Range<usize>>,
    unread: Vec<Range<usize>>,
}

impl Proof<'_> {
    /// Whether all that is not touched is read as before.
    fn keeps_the_rest(&self) -> bool {
        if self.before.tree.is_some() && self.after.tree.is_none() {
            return false;
        }
        let limit = self.before.until.min(self.shift.back(self.after.until));
        let old = self.before.outline.iter().filter(|sight| {
            let at = sight.at.range();
            at.start < limit && !self.touches(&at, sight.is_list.is_some()) && !within(&self.anew, &at)
        });
        let mapped = old.map(|sight| Sight { at: self.place(sight), ..*sight });
        let new = self.after.outline.iter().filter_map(|sight| {
            let at = sight.at.range();
            let was = self.shift.back(at.start)..self.shift.back(at.end);
            let is_kept =
                was.start < limit && !self.touched(&at, sight.is_list.is_some()) && !within(&self.anew, &was);
            is_kept.then(|| Sight { at: own_place(sight), ..*sight })
        });
        mapped.eq(new)
    }

    /// Where a node stands after the change. A mapping or list ends where what is in it ends, which may have changed.
    fn place(&self, sight: &Sight) -> Span {
        let start = self.shift.on(sight.at.start as usize);
        let end = if sight.is_list.is_some() { start } else { self.shift.on(sight.at.end as usize) };
        Span::new(start, end)
    }

    /// Whether an edit touches these bytes of the text before; of a mapping or list, its beginning.
    fn touches(&self, at: &Range<usize>, is_open: bool) -> bool {
        let end = if is_open { at.start } else { at.end };
        let upto = self.edits.partition_point(|edit| edit.at.start <= end);
        // Edits do not overlap, so that the last ends last.
        upto > 0 && self.edits[upto - 1].at.end >= at.start
    }

    /// The same for the text after.
    fn touched(&self, at: &Range<usize>, is_open: bool) -> bool {
        let end = if is_open { at.start } else { at.end };
        let upto = self.shift.news.partition_point(|new| new.start <= end);
        upto > 0 && self.shift.news[upto - 1].end >= at.start
    }

    /// Whether every fault was there before, or stands where nothing was read before.
    fn brings_no_fault(&self) -> bool {
        let mut before: Vec<(Span, FaultKind)> = self
            .before
            .faults
            .iter()
            .map(|fault| (self.shift.on_span(fault.at), fault.slip.kind()))
            .collect();
        before.sort_by_key(|(at, _)| *at);
        self.after.faults.iter().all(|fault| {
            let at = fault.at.range();
            let was = self.shift.back(at.start)..self.shift.back(at.end);
            let first = before.partition_point(|(place, _)| *place < fault.at);
            let known = before[first..]
                .iter()
                .take_while(|(place, _)| *place == fault.at)
                .any(|(_, kind)| *kind == fault.slip.kind());
            if known && !self.touched(&at, false) {
                return true;
            }
            let is_new_ground = within(&self.unread, &was) || within(&self.anew, &was);
            if is_new_ground {
                return self.makes_sense(fault, &was);
            }
            let is_of_plan = self.after.tree.is_some();
            let not_read_yet = self.before.tree.is_none() && is_of_plan;
            (not_read_yet || was.start >= self.before.until) && !self.touched(&at, false)
        })
    }

    /// Whether a fault where nothing was read before still lets what was done there make sense: it is deeper inside, or
    /// it is known what was meant.
    fn makes_sense(&self, fault: &Fault, was: &Range<usize>) -> bool {
        let is_whole = self.unread.iter().chain(&self.anew).any(|passed_over| passed_over == was);
        !is_whole || word(fault, "meant").is_some() || fault.slip.kind() == FaultKind::UnknownId
    }

    /// Whether what was to be mended is gone.
    fn mends(&self, candidates: &[&Candidate]) -> bool {
        let mut left: Vec<(Span, &str)> =
            self.after.faults.iter().map(|fault| (fault.at, fault.slip.name())).collect();
        left.sort_unstable();
        let is_left = |at: Span| {
            let first = left.partition_point(|(place, _)| *place < at);
            left.get(first).is_some_and(|(place, _)| *place == at)
        };
        candidates
            .iter()
            .flat_map(|candidate| &candidate.fix.mends)
            .all(|mends| !is_left(self.shift.on_span(mends.at)))
    }
}

/// Where a node of the text after stands, told as [`Proof::place`] tells it.
fn own_place(sight: &Sight) -> Span {
    let end = if sight.is_list.is_some() { sight.at.start } else { sight.at.end };
    Span { end, ..sight.at }
}

/// Ranges in order, each once.
fn ranges<'r>(ranges: impl Iterator<Item = &'r Range<usize>>) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = ranges.cloned().collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    ranges.dedup();
    ranges
}

fn within(ranges: &[Range<usize>], at: &Range<usize>) -> bool {
    let upto = ranges.partition_point(|range| range.start <= at.start);
    // They may nest, but rarely and a few deep.
    ranges[..upto].iter().rev().take(16).any(|range| range.start <= at.start && at.end <= range.end)
}

/// Where bytes go to when edits are made.
struct Shift {
    /// The bytes that each edit takes, and those that it gives, in order.
    olds: Vec<Range<usize>>,
    news: Vec<Range<usize>>,
}

impl Shift {
    fn of(edits: &[Splice]) -> Self {
        let mut news = Vec::with_capacity(edits.len());
        let (mut old_end, mut new_end) = (0, 0);
        for edit in edits {
            let start = new_end + (edit.at.start - old_end);
            new_end = start + edit.text.len();
            old_end = edit.at.end;
            news.push(start..new_end);
        }
        Self { olds: edits.iter().map(|edit| edit.at.clone()).collect(), news }
    }

    /// Where a byte of the text before stands after; one that an edit takes, at the beginning of what it gives.
    fn on(&self, byte: usize) -> usize {
        moved(&self.olds, &self.news, byte)
    }

    /// Where a byte of the text after stood before.
    fn back(&self, byte: usize) -> usize {
        if byte == usize::MAX { byte } else { moved(&self.news, &self.olds, byte) }
    }

    fn on_span(&self, at: Span) -> Span {
        Span::new(self.on(at.start as usize), self.on(at.end as usize))
    }
}

fn moved(from: &[Range<usize>], to: &[Range<usize>], byte: usize) -> usize {
    let upto = from.partition_point(|range| range.start < byte || (range.start == byte && range.end == byte));
    let Some((from, to)) = upto.checked_sub(1).map(|last| (&from[last], &to[last])) else { return byte };
    if byte < from.end { to.start } else { to.end + (byte - from.end) }
}
