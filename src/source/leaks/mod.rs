//! What in a text could lead somebody to a person: e-mail addresses, phone numbers, coordinates.
//!
//! A plan is plain text and travels. What is found here is told, and masked wherever text of a plan is shown. It is
//! looked for by hand-written scanners, one for each kind: what a phone number is (and that a date, an amount or a span
//! of hours is none) goes beyond regular expressions, and nothing is compiled before the first plan is read. Each looks
//! at a character a bounded number of times, so the time grows with the text and nothing else.

mod characters;
mod email;
mod phone;
mod place;
mod plain;

use super::{Source, Span, Tree};
use std::borrow::Cow;

/// What stands in the place of what is masked.
pub const MASK: &str = "•••";

/// What could lead somebody to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LeakKind {
    /// An e-mail address.
    Email,
    /// A phone number.
    Phone,
    /// The coordinates of a place.
    Place,
}

impl LeakKind {
    /// The name that messages select by.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Place => "place",
        }
    }
}

/// A stretch of text that could lead somebody to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Leak {
    /// What it is.
    pub what: LeakKind,
    /// Where it stands, and no more than that.
    pub at: Span,
}

/// Everything in a text that could lead somebody to a person, in order; no two of them overlap.
#[must_use]
pub fn leaks(text: &str) -> Vec<Leak> {
    let mut found = Vec::new();
    email::find(text, &mut found);
    place::find(text, &mut found);
    phone::find(text, &mut found);
    apart(found)
}

/// The same for a whole plan: what stands in its characters, comments included, and what only shows once its texts are
/// read, as a number that goes on in the next line.
#[must_use]
pub fn leaks_of_plan(source: &Source, tree: &Tree) -> Vec<Leak> {
    let mut found = leaks(source.text());
    let mut hidden = Vec::new();
    for (span, text) in tree.decoded() {
        let read = leaks(text);
        let first = first_in(span, &found);
        let written = found[first..].iter().take_while(|leak| leak.at.start < span.end);
        if !read.iter().map(|leak| leak.what).eq(written.map(|leak| leak.what)) {
            // Where exactly is not known: all of the text is masked.
            hidden.extend(read.into_iter().map(|leak| Leak { at: span, ..leak }));
        }
    }
    if !hidden.is_empty() {
        found.retain(|leak| !has_leak(leak.at, &hidden));
        found.extend(hidden);
        found.sort_by_key(|leak| (leak.at, leak.what));
        found.dedup();
    }
    found
}

/// Sorted, and those that overlap as one.
fn apart(mut found: Vec<Leak>) -> Vec<Leak> {
    found.sort_by_key(|leak| (leak.at.start, std::cmp::Reverse(leak.at.end), leak.what));
    found.dedup_by(|next, leak| {
        let overlaps = next.at.start < leak.at.end;
        if overlaps {
            leak.at.end = leak.at.end.max(next.at.end);
        }
        overlaps
    });
    found
}

/// The text as it may be shown: everything in it that could lead somebody to a person is masked.
#[must_use]
pub fn masked(text: &str) -> Cow<'_, str> {
    let found = leaks(text);
    if found.is_empty() {
        return Cow::Borrowed(text);
    }
    let whole = Span::new(0, text.len());
    pieces(whole, &found).map(|piece| piece.shown(text)).collect()
}

/// A part of a plan as it may be shown. `leaks` are those of the plan.
#[must_use]
pub fn masked_part<'s>(source: &'s Source, part: Span, leaks: &[Leak]) -> Cow<'s, str> {
    if has_leak(part, leaks) {
        pieces(part, leaks).map(|piece| piece.shown(source.text())).collect()
    } else {
        Cow::Borrowed(source.slice(part))
    }
}

/// A piece of a text that is masked, or one that may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub at: Span,
    /// It is masked.
    pub is_masked: bool,
}

impl Piece {
    /// What is shown of it.
    fn shown(self, text: &str) -> &str {
        if self.is_masked { MASK } else { &text[self.at.range()] }
    }
}

/// A stretch of text in pieces, in order. `leaks` are those of the text.
pub fn pieces(part: Span, leaks: &[Leak]) -> impl Iterator<Item = Piece> + '_ {
    let mut inside = leaks[first_in(part, leaks)..].iter().map(|leak| leak.at).peekable();
    let mut at = part.start;
    std::iter::from_fn(move || {
        while inside.next_if(|leak| leak.end <= at).is_some() {}
        let leak = inside.peek().copied().filter(|leak| leak.start < part.end);
        let (end, is_masked) = match leak {
            Some(leak) if leak.start <= at => (leak.end.min(part.end), true),
            Some(leak) => (leak.start, false),
            None => (part.end, false),
        };
        let piece = Piece { at: Span { start: at, end }, is_masked };
        at = end;
        (piece.at.start < end).then_some(piece)
    })
}

/// Whether something in this stretch of text is masked.
#[must_use]
pub fn has_leak(part: Span, leaks: &[Leak]) -> bool {
    leaks.get(first_in(part, leaks)).is_some_and(|leak| leak.at.start < part.end)
}

/// The first that may reach into a stretch of text.
fn first_in(part: Span, leaks: &[Leak]) -> usize {
    leaks.partition_point(|leak| leak.at.end <= part.start)
}

#[cfg(test)]
mod tests;
