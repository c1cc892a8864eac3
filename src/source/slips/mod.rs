//! From where the parser stopped to the slip that a person made, and a mend that lets reading go on behind it.
//!
//! A parser tells where it gave up. The slip is often elsewhere: a quote swallows lines until the next quote, a text
//! without quotes runs on until a colon further down. Each function here looks at the lines as their writer sees them.

mod brackets;
mod keys;
mod quotes;
mod spaces;
#[cfg(test)]
mod tests;

use super::events::{Stop, Why, events};
use super::mend::Edit;
use super::{Fault, Limits, Slip, Span, lines};
use std::ops::Range;

pub(super) use keys::unspaced_colon;
pub(crate) use quotes::{closes_curly, opens_curly};
pub(super) use spaces::is_bullet;

/// A slip, and what makes the text readable behind it.
pub(super) struct Slipped {
    pub(super) fault: Fault,
    /// The same slip in the lines that follow, where one mend is for all of them.
    pub(super) also: Vec<Fault>,
    /// Nothing where reading cannot go on.
    pub(super) mend: Vec<Edit>,
}

impl Slipped {
    fn new(slip: Slip, at: Range<usize>, mend: Vec<Edit>) -> Self {
        Self { fault: Fault::of_text(slip, Span::new(at.start, at.end)), also: Vec::new(), mend }
    }

    fn with(mut self, name: &'static str, value: impl Into<Box<str>>) -> Self {
        self.fault = self.fault.with(name, value);
        self
    }
}

/// The slip behind a stop.
pub(super) fn find(text: &str, stop: Stop, limits: Limits) -> Slipped {
    let at = stop.at;
    let look = Look { text, levels: limits.levels };
    match stop.why {
        Why::TooDeep => look.too_deep(at),
        Why::Tab => look.tab(at),
        Why::UnclosedQuote => look.unclosed_quote(at),
        Why::AfterQuote => look.after_quote(at),
        Why::Escape => look.escape(at),
        Why::UnclosedBracket => look.unclosed_bracket(at),
        Why::MismatchedBracket => look.mismatched_bracket(at),
        Why::StrayBracket => look.character(Slip::WrongBracket, at, " "),
        Why::WithinBrackets | Why::BlockInBrackets | Why::ColonBeforeBracket => look.within_brackets(stop),
        Why::Colon => look.special_space(at).unwrap_or_else(|| look.colon(at)),
        Why::NoKey => look.special_space(at).unwrap_or_else(|| look.no_key(at)),
        Why::AmongKeys | Why::AmongEntries => look.special_space(at).unwrap_or_else(|| look.among(at)),
        Why::AfterAll => look.special_space(at).unwrap_or_else(|| look.after_all(at)),
        Why::BlockTextIndent => look.block_text_indent(at),
        Why::CommentInText => look.comment_in_text(at),
        Why::CommentTooNear => look.comment_too_near(at),
        Why::Directive => look.character(Slip::Directive, at, "#"),
        Why::Tag => look.tag(at),
        Why::ByteOrderMark => look.unseen(at),
        Why::AfterEnd => look.line(Slip::SecondDocument, at),
        Why::BlockTextHeader | Why::Character => look.beginning(at),
        Why::Other => Slipped { mend: without_block(text, at), ..look.line(Slip::Unreadable, at) },
    }
}

/// The slip behind a fault that the parser did not notice but that hides the structure; nothing for another fault.
pub(super) fn find_unnoticed(text: &str, fault: &Fault, limits: Limits) -> Option<Slipped> {
    let at = fault.at.start as usize;
    let look = Look { text, levels: limits.levels };
    match fault.slip {
        Slip::Tab => Some(look.tab(at)),
        Slip::NoBreakSpace => look.special_spaces_from(lines::start(text, at)),
        Slip::ControlCharacter => Some(look.unseen(at)),
        Slip::Bullet => look.bullets(at),
        _ => None,
    }
}

/// The line of this byte and all lines below it that are further right, made blank.
pub(super) fn without_block(text: &str, at: usize) -> Vec<Edit> {
    let first = lines::start(text, at);
    let column = lines::indent(lines::line(text, first));
    let inside = |&line: &usize| lines::indent(lines::line(text, line)) > column;
    let below =
        std::iter::successors(lines::next_written(text, first), |&line| lines::next_written(text, line));
    let last = below.take_while(inside).last().unwrap_or(first);
    let all =
        std::iter::successors(Some(first), |&line| lines::next(text, line)).take_while(|&line| line <= last);
    all.map(|line| Edit::blank(line..lines::end(text, line))).collect()
}

/// A column, from 0, in which keys or entries of a list begin.
#[derive(Debug, Clone, Copy)]
struct Column {
    at: usize,
    is_entry: bool,
}

/// A text in which a slip is looked for.
#[derive(Clone, Copy)]
struct Look<'t> {
    text: &'t str,
    levels: usize,
}

impl Look<'_> {
    /// The character at a byte; nothing at the end.
    fn char(self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// The bytes of the character at a byte.
    fn char_range(self, at: usize) -> Range<usize> {
        at..at + self.char(at).map_or(0, char::len_utf8)
    }

    fn line_start(self, at: usize) -> usize {
        lines::start(self.text, at)
    }

    /// Where the line's key or text begins, behind spaces and hyphens.
    fn lead(self, at: usize) -> usize {
        self.line_start(at) + lines::lead(lines::line(self.text, at))
    }

    /// From here to the end of the line, without a comment.
    fn rest(self, at: usize) -> Range<usize> {
        let start = self.line_start(at);
        let end = start + lines::without_comment(lines::line(self.text, at)).len();
        at..end.max(at)
    }

    /// Where the value begins in this line: behind its key, or behind its hyphens.
    fn value(self, at: usize) -> usize {
        let start = self.line_start(at);
        let line = lines::line(self.text, at);
        let from = lines::key_colon(line).map_or(lines::lead(line), |colon| colon + 1);
        start + from + lines::indent(&line[from..])
    }

    /// The bracket that is open at a byte, the innermost.
    fn open_bracket(self, at: usize) -> Option<usize> {
        let stop = events(&self.text[..at], self.levels).find_map(Result::err)?;
        (stop.why == Why::UnclosedBracket).then_some(stop.at)
    }

    /// Columns, right to left, in which the lines above this one leave something open.
    fn columns_above(self, at: usize) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        let mut above = lines::previous_written(self.text, at);
        while let Some(start) = above {
            let line = lines::line(self.text, start);
            let lead = lines::lead(line);
            let hyphens = line[..lead].match_indices('-').map(|(at, _)| Column { at, is_entry: true });
            for column in std::iter::once(Column { at: lead, is_entry: false }).chain(hyphens.rev()) {
                if columns.last().is_none_or(|last| column.at < last.at) {
                    columns.push(column);
                }
            }
            if columns.last().is_some_and(|last| last.at == 0) {
                break;
            }
            above = lines::previous_written(self.text, start);
        }
        columns
    }

    fn too_deep(self, at: usize) -> Slipped {
        let limit = self.levels.to_string();
        Slipped::new(Slip::TooDeep, self.char_range(at), Vec::new()).with("limit", limit)
    }

    /// One character that is the slip, and what to put in its place.
    fn character(self, slip: Slip, at: usize, instead: &str) -> Slipped {
        let range = self.char_range(at);
        Slipped::new(slip, range.clone(), vec![Edit::new(range, instead)])
    }

    /// A whole line that is the slip.
    fn line(self, slip: Slip, at: usize) -> Slipped {
        let range = self.rest(lines::first_text(self.text, at));
        Slipped::new(slip, range.clone(), vec![Edit::blank(range)])
    }

    /// A character with which no text can begin.
    fn beginning(self, at: usize) -> Slipped {
        if let Some(bullets) = self.bullets(at) {
            return bullets;
        }
        let Some(character) = self.char(at).map(String::from) else {
            return self.line(Slip::Unreadable, at);
        };
        let instead = if character == "," { " " } else { "x" };
        self.character(Slip::Character, at, instead).with("character", character)
    }

    fn tag(self, at: usize) -> Slipped {
        let start = self.text[self.line_start(at)..at].rfind('!').filter(|_| self.char(at) != Some('!'));
        let start = start.map_or(at, |before| self.line_start(at) + before);
        let word = self.text[start..].find([' ', '\t', '\n', '\r', ',', ']', '}']);
        let range = start..word.map_or(self.text.len(), |length| start + length);
        Slipped::new(Slip::Tag, range.clone(), vec![Edit::new(range.clone(), "x".repeat(range.len()))])
    }

    /// A character that cannot be seen.
    fn unseen(self, at: usize) -> Slipped {
        let code = self.char(at).map_or_else(String::new, super::yaml::code);
        self.character(Slip::ControlCharacter, at, "").with("code", code)
    }

    /// A text without quotes goes on in the next line behind a comment, so the comment was meant as text.
    fn comment_in_text(self, at: usize) -> Slipped {
        let range = at..lines::end(self.text, at);
        let text = self.last_text(at).map_or(at, |text| text.start);
        let before = lines::before_value(self.text, text);
        Slipped::new(Slip::HashInText, self.char_range(at), vec![Edit::blank(range)]).with("before", before)
    }

    fn comment_too_near(self, at: usize) -> Slipped {
        let after_quote = self.text[..at].ends_with(['"', '\'']);
        let slip = if after_quote { Slip::TextAfterQuote } else { Slip::Unreadable };
        let range = at..lines::end(self.text, at);
        Slipped::new(slip, range, vec![Edit::new(at..at, " ")]).with("brackets", "no")
    }
}
