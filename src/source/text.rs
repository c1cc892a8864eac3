//! The text of one plan, and its lines and columns.

use super::{Fault, Position, Span, lines};
use std::sync::OnceLock;

/// Bytes between two entries of the table of character counts.
const STRIDE: usize = 1024;

/// The text of one plan and the name it was given by.
#[derive(Debug)]
pub struct Source {
    /// The path as the user gave it; `-` for standard input.
    pub path: String,
    text: String,
    /// Why the bytes were no text, where they were none: [`super::read`] gives it with the faults of the text.
    pub(super) fault: Option<Fault>,
    line_starts: OnceLock<Vec<u32>>,
    /// Characters before each `STRIDE`th byte, so that a column far right on a long line costs no walk along it.
    characters: OnceLock<Vec<u32>>,
}

impl Source {
    /// A source of this text. A byte order mark at its start is taken off, so no position counts it.
    #[must_use]
    pub fn new(path: impl Into<String>, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
        }
        let (line_starts, characters) = (OnceLock::new(), OnceLock::new());
        Self { path: path.into(), text, fault: None, line_starts, characters }
    }

    /// Why the bytes were no text, where they were none.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        self.fault.as_ref()
    }

    /// The whole text, without a byte order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text of a span.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        &self.text[span.range()]
    }

    /// Line and column of a byte offset.
    #[must_use]
    pub fn position(&self, byte: u32) -> Position {
        let byte = byte.min(self.text.len() as u32);
        let line = self.line_starts().partition_point(|&start| start <= byte);
        let start = self.line_starts()[line - 1];
        Position { line: line as u32, column: self.characters(start, byte) + 1 }
    }

    /// The text of a line (from 1), without its line break.
    #[must_use]
    pub fn line(&self, line: u32) -> &str {
        &self.text[self.line_span(line).range()]
    }

    /// How many lines there are; behind the last line break is one more.
    #[must_use]
    pub fn lines(&self) -> u32 {
        self.line_starts().len() as u32
    }

    /// Where a line (from 1) stands, without its line break. A line that is not there is empty, at the end.
    #[must_use]
    pub fn line_span(&self, line: u32) -> Span {
        let starts = self.line_starts();
        let end_of_text = self.text.len();
        let Some(&start) = starts.get((line as usize).wrapping_sub(1)) else {
            return Span::new(end_of_text, end_of_text);
        };
        let bytes = self.text.as_bytes();
        let mut end = starts.get(line as usize).map_or(end_of_text, |&next| next as usize);
        for line_break in [b'\n', b'\r'] {
            if end > start as usize && bytes[end - 1] == line_break {
                end -= 1;
            }
        }
        Span::new(start as usize, end)
    }

    /// The part of its line that stands around a byte: at most `characters` of them, about half on each side, more on
    /// the one where the other has less. Costs no more than it returns, however long the line is.
    #[must_use]
    pub fn around(&self, byte: u32, characters: usize) -> Span {
        let line = self.line_span(self.position(byte).line);
        let at = lines::floor(&self.text, byte.clamp(line.start, line.end) as usize);
        let before = &self.text[line.start as usize..at];
        let after = &self.text[at..line.end as usize];
        let follow = after.chars().take(characters).count();
        let lead = characters.saturating_sub(follow).max(characters / 2);
        let start =
            before.char_indices().rev().take(lead).last().map_or(at, |(i, _)| line.start as usize + i);
        let left = characters - self.text[start..at].chars().count();
        let end = after.char_indices().nth(left).map_or(line.end as usize, |(i, _)| at + i);
        Span::new(start, end)
    }

    /// Characters from one byte offset to a later one.
    fn characters(&self, start: u32, end: u32) -> u32 {
        let (start, end) = (start as usize, end as usize);
        if end - start <= 2 * STRIDE {
            return count(&self.text.as_bytes()[start..end]);
        }
        self.characters_before(end) - self.characters_before(start)
    }

    fn characters_before(&self, byte: usize) -> u32 {
        let table = self.characters.get_or_init(|| {
            let mut total = 0;
            let add = |chunk: &[u8]| {
                let before = total;
                total += count(chunk);
                before
            };
            self.text.as_bytes().chunks(STRIDE).map(add).collect()
        });
        let entry = (byte / STRIDE).min(table.len().saturating_sub(1));
        table.get(entry).copied().unwrap_or(0) + count(&self.text.as_bytes()[entry * STRIDE..byte])
    }

    /// Byte offset at which each line starts. Lines end at a line feed, at a carriage return, or at both together.
    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let mut starts = vec![0];
            for (i, &byte) in bytes.iter().enumerate() {
                if byte == b'\n' || (byte == b'\r' && bytes.get(i + 1) != Some(&b'\n')) {
                    starts.push(i as u32 + 1);
                }
            }
            starts
        })
    }
}

/// Characters that begin in these bytes.
fn count(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0b1100_0000 != 0b1000_0000).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(source: &Source, byte: usize) -> (u32, u32) {
        let Position { line, column } = source.position(byte as u32);
        (line, column)
    }

    #[test]
    fn columns_count_characters_whatever_their_bytes() {
        let source = Source::new("-", "a\tb\né: 𝄞x\n".into());
        assert_eq!(at(&source, 0), (1, 1));
        assert_eq!(at(&source, 2), (1, 3), "a tab is one");
        assert_eq!(at(&source, 4), (2, 1));
        assert_eq!(at(&source, 6), (2, 2), "é is two bytes");
        assert_eq!(at(&source, 12), (2, 5), "a clef is four bytes");
        assert_eq!(at(&source, 14), (3, 1), "the end");
        assert_eq!(at(&source, 9999), (3, 1), "past the end");
    }

    #[test]
    fn lines_end_at_each_kind_of_break() {
        let source = Source::new("-", "a\r\nbc\rd\n\ne".into());
        let lines: Vec<_> = (1..=6).map(|line| source.line(line)).collect();
        assert_eq!(lines, ["a", "bc", "d", "", "e", ""]);
        assert_eq!(at(&source, 3), (2, 1));
        assert_eq!(at(&source, 6), (3, 1));
        assert_eq!(at(&source, 9), (5, 1));
        assert_eq!(source.line(0), "");
    }

    #[test]
    fn a_line_is_not_ended_by_other_separators() {
        let source = Source::new("-", "a\u{85}b\u{2028}c".into());
        assert_eq!(source.line(1), source.text());
    }

    #[test]
    fn a_byte_order_mark_counts_nowhere() {
        let source = Source::new("-", "\u{feff}ambition: x".into());
        assert_eq!(source.text(), "ambition: x");
        assert_eq!(at(&source, 0), (1, 1));
    }

    #[test]
    fn far_columns_agree_with_a_plain_count() {
        let line: String = "aé€𝄞".chars().cycle().take(9000).collect();
        let source = Source::new("-", format!("x\n{line}\n{line}"));
        let text = source.text();
        for (byte, _) in text.char_indices().step_by(37) {
            let before = &text[..byte];
            let line = before.matches('\n').count() as u32 + 1;
            let column = before.rsplit('\n').next().unwrap().chars().count() as u32 + 1;
            assert_eq!(at(&source, byte), (line, column));
        }
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let source = Source::new("-", format!("{}→{}\nnext", "é".repeat(500), "b".repeat(500)));
        let cut = source.slice(source.around(1000, 11));
        assert_eq!(cut, "ééééé→bbbbb");
        assert_eq!(source.slice(source.around(0, 4)), "éééé");
        assert_eq!(source.slice(source.around(1503, 4)), "bbbb");
        assert_eq!(source.slice(source.around(1504, 400)), "next");
    }
}
