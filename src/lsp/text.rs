//! The text of an open document, and its places as the protocol counts them: lines from 0, and in them the units of the
//! encoding that both sides agreed on.

use lsp::{Position, PositionEncodingKind, Range};
use std::cell::OnceCell;
use std::ops;

use gen_lsp_types as lsp;

/// Bytes between two entries of the table of units.
const STRIDE: usize = 1024;

/// What a position counts within a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Bytes.
    Utf8,
    /// What every editor can count: a character outside the basic plane is two.
    Utf16,
    /// Characters.
    Utf32,
}

impl Encoding {
    /// The best one that the editor knows: the nearer to the bytes, the less there is to count.
    #[must_use]
    pub fn among(known: &[PositionEncodingKind]) -> Self {
        let has = |kind| known.contains(&kind);
        if has(PositionEncodingKind::UTF8) {
            Self::Utf8
        } else if has(PositionEncodingKind::UTF32) {
            Self::Utf32
        } else {
            Self::Utf16
        }
    }

    /// Its name in the protocol.
    #[must_use]
    pub fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    fn units(self, text: &str) -> usize {
        let begins = |byte: &&u8| **byte & 0b1100_0000 != 0b1000_0000;
        match self {
            Self::Utf8 => text.len(),
            Self::Utf32 => text.as_bytes().iter().filter(begins).count(),
            Self::Utf16 => text.as_bytes().iter().filter(begins).count() + astral(text),
        }
    }

    fn units_of(self, c: char) -> usize {
        match self {
            Self::Utf8 => c.len_utf8(),
            Self::Utf16 => c.len_utf16(),
            Self::Utf32 => 1,
        }
    }
}

/// Characters of four bytes, which are two units of UTF-16.
fn astral(text: &str) -> usize {
    text.as_bytes().iter().filter(|byte| **byte >= 0xf0).count()
}

/// A text that is being edited.
#[derive(Debug)]
pub struct Text {
    written: String,
    encoding: Encoding,
    /// Byte offset at which each line starts. Lines end at a line feed, at a carriage return, or at both together.
    starts: Vec<usize>,
    /// Units before each `STRIDE`th byte, or before the character it is inside of: made when a long line asks for it.
    units: OnceCell<Vec<usize>>,
}

impl Text {
    /// A text with its lines.
    #[must_use]
    pub fn new(text: String, encoding: Encoding) -> Self {
        let mut starts = vec![0];
        starts.extend(breaks(text.as_bytes(), 0..text.len()));
        Self { written: text, encoding, starts, units: OnceCell::new() }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// The lines, without their line breaks.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        (0..self.starts.len()).map(|line| &self.written[self.starts[line]..self.line_end(line)])
    }

    /// The byte at a place. A place behind the end of its line is that end; one behind the last line is the end of the
    /// text; one inside a character is the beginning of it.
    #[must_use]
    pub fn byte(&self, place: Position) -> usize {
        let Some(&start) = self.starts.get(place.line as usize) else { return self.written.len() };
        let line = &self.written[start..self.line_end(place.line as usize)];
        let mut left = place.character as usize;
        if self.encoding == Encoding::Utf8 || line.is_ascii() {
            return start + floor(line, left);
        }
        for (at, c) in line.char_indices() {
            let units = self.encoding.units_of(c);
            if left < units {
                return start + at;
            }
            left -= units;
        }
        start + line.len()
    }

    /// The place of a byte.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let byte = floor(&self.written, byte);
        let line = self.starts.partition_point(|&start| start <= byte) - 1;
        let character = self.units(self.starts[line], byte);
        Position { line: line as u32, character: character as u32 }
    }

    /// The places of a stretch of bytes.
    #[must_use]
    pub fn range(&self, bytes: ops::Range<usize>) -> Range {
        Range { start: self.position(bytes.start), end: self.position(bytes.end) }
    }

    /// Puts a text in the place of a range. A range whose ends stand the wrong way round is taken the right way.
    pub fn replace(&mut self, range: Range, new: &str) {
        let (a, b) = (self.byte(range.start), self.byte(range.end));
        let (start, end) = (a.min(b), a.max(b));
        let line_of = |byte: usize| self.starts.partition_point(|&start| start <= byte) - 1;
        // A line break may come together with the one before it, or be torn from it.
        let (first, last) = (line_of(start).saturating_sub(1), line_of(end));
        let window = self.starts[first];
        let old_end = self.starts.get(last + 1).copied().unwrap_or(self.written.len());
        let has_more = last + 1 < self.starts.len();
        self.written.replace_range(start..end, new);
        let moved = |byte: usize| byte - (end - start) + new.len();
        let new_end = moved(old_end);
        for start in &mut self.starts[last + 1..] {
            *start = moved(*start);
        }
        let fresh = breaks(self.written.as_bytes(), window..new_end).filter(|&at| !has_more || at < new_end);
        let fresh: Vec<usize> = fresh.collect();
        self.starts.splice(first + 1..=last, fresh);
        self.units = OnceCell::new();
    }

    /// Where a line ends, before its line break.
    fn line_end(&self, line: usize) -> usize {
        let Some(&next) = self.starts.get(line + 1) else { return self.written.len() };
        let bytes = self.written.as_bytes();
        let is_pair = next - self.starts[line] >= 2 && bytes[next - 2..next] == *b"\r\n";
        if is_pair { next - 2 } else { next - 1 }
    }

    /// Units from one byte to a later one. Far along a line they are not counted one by one.
    fn units(&self, start: usize, end: usize) -> usize {
        if self.encoding == Encoding::Utf8 {
            return end - start;
        }
        if end - start <= 2 * STRIDE {
            return self.encoding.units(&self.written[start..end]);
        }
        self.units_before(end) - self.units_before(start)
    }

    fn units_before(&self, byte: usize) -> usize {
        let table = self.units.get_or_init(|| {
            let (mut total, mut from) = (0, 0);
            let marks = (0..=self.written.len() / STRIDE).map(|entry| floor(&self.written, entry * STRIDE));
            let count = |mark: usize| {
                total += self.encoding.units(&self.written[from..mark]);
                from = mark;
                total
            };
            marks.map(count).collect()
        });
        let entry = byte / STRIDE;
        let mark = floor(&self.written, entry * STRIDE);
        table[entry] + self.encoding.units(&self.written[mark..byte])
    }
}

/// The nearest byte, this one or before, at which a character begins.
fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Where lines begin behind the line breaks in these bytes.
fn breaks(bytes: &[u8], range: ops::Range<usize>) -> impl Iterator<Item = usize> {
    let ends = move |at: &usize| match bytes[*at] {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    };
    range.filter(ends).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::{Encoding, Text};
    use gen_lsp_types::{Position, PositionEncodingKind, Range};
    use proptest::prelude::*;

    fn place(line: u32, character: u32) -> Position {
        Position { line, character }
    }

    #[test]
    fn places_are_counted_in_the_units_agreed_on() {
        let line = "a\u{e9}\u{20ac}\u{1d11e}b";
        for (encoding, units) in [
            (Encoding::Utf8, [0, 1, 3, 6, 10, 11]),
            (Encoding::Utf16, [0, 1, 2, 3, 5, 6]),
            (Encoding::Utf32, [0, 1, 2, 3, 4, 5]),
        ] {
            let text = Text::new(format!("x\r\n{line}\ry\n"), encoding);
            let bytes = line.char_indices().map(|(at, _)| at).chain([line.len()]);
            for (byte, unit) in bytes.zip(units) {
                assert_eq!(text.position(3 + byte), place(1, unit), "{encoding:?}");
                assert_eq!(text.byte(place(1, unit)), 3 + byte, "{encoding:?}");
            }
            assert_eq!(text.byte(place(1, 99)), 3 + line.len(), "behind the end of the line");
            assert_eq!(text.byte(place(0, 99)), 1, "before both parts of the line break");
            assert_eq!(text.byte(place(u32::MAX, u32::MAX)), text.as_str().len());
            assert_eq!(text.position(usize::MAX), place(3, 0));
        }
        let text = Text::new("\u{1d11e}".into(), Encoding::Utf16);
        assert_eq!(text.byte(place(0, 1)), 0, "inside a character");
    }

    #[test]
    fn the_encoding_nearest_to_the_bytes_is_taken() {
        use PositionEncodingKind as Kind;
        assert_eq!(Encoding::among(&[]), Encoding::Utf16);
        assert_eq!(Encoding::among(&[Kind::UTF16, Kind::UTF32]), Encoding::Utf32);
        assert_eq!(Encoding::among(&[Kind::UTF16, Kind::UTF8]), Encoding::Utf8);
    }

    #[test]
    fn far_along_a_line_units_agree_with_a_plain_count() {
        let line: String = "a\u{e9}\u{20ac}\u{1d11e}".chars().cycle().take(5000).collect();
        for encoding in [Encoding::Utf16, Encoding::Utf32] {
            let text = Text::new(format!("{line}\n{line}"), encoding);
            let start = line.len() + 1;
            for (byte, _) in line.char_indices().step_by(37) {
                let plain: usize = line[..byte].chars().map(|c| encoding.units_of(c)).sum();
                assert_eq!(text.position(start + byte), place(1, plain as u32));
            }
        }
    }

    proptest! {
        #[test]
        fn a_text_that_was_edited_has_the_lines_of_the_same_text_anew(
            first in "[a\u{e9}\u{1d11e}\r\n]{0,12}",
            edits in prop::collection::vec(((0u32..6, 0u32..6), (0u32..6, 0u32..6), "[b\u{20ac}\r\n]{0,4}"), 0..12),
        ) {
            for encoding in [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32] {
                let mut text = Text::new(first.clone(), encoding);
                for ((line, character), (end_line, end_character), new) in &edits {
                    let (a, b) = (place(*line, *character), place(*end_line, *end_character));
                    let (from, to) = (text.byte(a).min(text.byte(b)), text.byte(a).max(text.byte(b)));
                    let plain = format!("{}{new}{}", &text.as_str()[..from], &text.as_str()[to..]);
                    text.replace(Range { start: a, end: b }, new);
                    prop_assert_eq!(text.as_str(), &plain);
                    let anew = Text::new(plain, encoding);
                    prop_assert_eq!(&text.starts, &anew.starts);
                }
            }
        }
    }
}
