//! A text with its slips mended, so that reading can go on behind them, and the way back to the places of the original.

use super::lines;
use std::borrow::Cow;
use std::ops::Range;

/// Other text in the place of some.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    pub(super) at: Range<usize>,
    pub(super) with: String,
}

impl Edit {
    pub(super) fn new(at: Range<usize>, with: impl Into<String>) -> Self {
        Self { at, with: with.into() }
    }

    /// The same number of bytes, all of them spaces.
    pub(super) fn blank(at: Range<usize>) -> Self {
        let with = " ".repeat(at.len());
        Self { at, with }
    }
}

/// A text that may differ from the original, piece by piece.
#[derive(Debug)]
pub(super) struct Mended<'t> {
    original: &'t str,
    text: Cow<'t, str>,
    /// Where a piece begins here, and where it began in the original; ascending in both.
    pieces: Vec<(usize, usize)>,
}

impl<'t> Mended<'t> {
    pub(super) fn new(original: &'t str) -> Self {
        Self { original, text: Cow::Borrowed(original), pieces: vec![(0, 0)] }
    }

    pub(super) fn text(&self) -> &str {
        &self.text
    }

    pub(super) fn original_text(&self) -> &'t str {
        self.original
    }

    /// The place in the original of a byte of this text.
    pub(super) fn original(&self, byte: usize) -> usize {
        let piece = self.pieces.partition_point(|&(start, _)| start <= byte) - 1;
        let (start, origin) = self.pieces[piece];
        let limit = self.pieces.get(piece + 1).map_or(self.original.len(), |&(_, origin)| origin);
        lines::floor(self.original, (origin + byte - start).min(limit))
    }

    /// Makes these edits, which overlap nowhere.
    pub(super) fn mend(&mut self, mut edits: Vec<Edit>) {
        edits.sort_by_key(|edit| (edit.at.start, edit.at.end));
        let mut text = String::with_capacity(self.text.len() + 16);
        let mut pieces = Vec::with_capacity(self.pieces.len() + 2 * edits.len());
        let mut done = 0;
        for edit in &edits {
            self.keep(done..edit.at.start, &mut text, &mut pieces);
            pieces.push((text.len(), self.original(edit.at.start)));
            text.push_str(&edit.with);
            done = edit.at.end;
        }
        self.keep(done..self.text.len(), &mut text, &mut pieces);
        // Of pieces that begin at one place, the last is the one that holds what stands there.
        pieces.reverse();
        pieces.dedup_by_key(|piece| piece.0);
        pieces.reverse();
        self.text = Cow::Owned(text);
        self.pieces = pieces;
    }

    /// Copies a stretch of this text unchanged.
    fn keep(&self, part: Range<usize>, text: &mut String, pieces: &mut Vec<(usize, usize)>) {
        let shift = |start: usize| text.len() + start - part.start;
        pieces.push((text.len(), self.original(part.start)));
        let first = self.pieces.partition_point(|&(start, _)| start <= part.start);
        let last = self.pieces.partition_point(|&(start, _)| start < part.end);
        let inside = self.pieces.get(first..last).unwrap_or_default();
        pieces.extend(inside.iter().map(|&(start, origin)| (shift(start), origin)));
        text.push_str(&self.text[part]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lead_back_through_several_mendings() {
        let mut mended = Mended::new("a:b\n\t\tc: “d”\ne: f\n");
        mended.mend(vec![Edit::new(4..6, "        "), Edit::new(2..2, " ")]);
        assert_eq!(mended.text(), "a: b\n        c: “d”\ne: f\n");
        mended.mend(vec![Edit::new(16..19, "\""), Edit::new(20..23, "\""), Edit::blank(24..28)]);
        assert_eq!(mended.text(), "a: b\n        c: \"d\"\n    \n");
        let place = |part: &str| mended.original(mended.text().find(part).unwrap());
        assert_eq!(place("b"), 2);
        assert_eq!(place("c"), 6);
        assert_eq!(place("d"), 12);
        assert_eq!(mended.original(20), 17, "the line that was made blank");
        assert_eq!(mended.original(mended.text().len()), mended.original.len());
        for byte in 0..=mended.text().len() {
            assert!(mended.original.is_char_boundary(mended.original(byte)));
        }
    }
}
