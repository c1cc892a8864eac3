//! Slips with keys: colons too many or too few, lines that do not belong where they stand.

use super::super::events::{Event, events};
use super::super::{Slip, Span, lines};
use super::{Edit, Look, Slipped, without_block};

/// Characters that YAML looks at for the colon of a key.
const LONGEST_KEY: usize = 1024;

/// The colon of `word:more`, where a space was forgotten behind it; not of an address like `http://`.
pub(in crate::source) fn unspaced_colon(text: &str) -> Option<usize> {
    let colon = text.find(':')?;
    let rest = &text[colon + 1..];
    let forgotten = rest.starts_with(|c: char| !c.is_whitespace()) && !rest.starts_with("//");
    (forgotten && lines::is_word(&text[..colon])).then_some(colon)
}

impl Look<'_> {
    /// The last text before a byte, as the parser saw it.
    pub(super) fn last_text(self, at: usize) -> Option<std::ops::Range<usize>> {
        let mut last: Option<Span> = None;
        for heard in events(&self.text[..at], self.levels) {
            match heard {
                Ok(heard) if matches!(heard.event, Event::Scalar { .. }) && heard.at.start < heard.at.end => {
                    last = Some(heard.at);
                }
                Ok(_) => {}
                Err(_) => break,
            }
        }
        last.map(Span::range)
    }

    /// A colon behind something that cannot be a key: it stands in a text, or its line is in the wrong column, or a line
    /// above lacks its own colon.
    pub(super) fn colon(self, at: usize) -> Slipped {
        let text = self.last_text(at).unwrap_or(at..at);
        let begins_line = text.start == self.lead(text.start);
        if let Some(curly) = self.curly(text.start) {
            return curly;
        }
        let same_line = self.line_start(text.start) == self.line_start(at);
        if !same_line && begins_line {
            return self.no_key(text.start);
        }
        let word = self.text[self.lead(at)..at].trim_end();
        if !same_line && lines::is_word(word) {
            return self.indentation(at);
        }
        if same_line && begins_line && self.text[text.start..at].chars().count() > LONGEST_KEY {
            return Slipped::new(
                Slip::LongId,
                text.start..at,
                vec![Edit::blank(text.start..self.rest(at).end)],
            );
        }
        let start = text.start;
        if self.text[text].starts_with(['"', '\'']) && same_line {
            let rest = self.rest(at);
            return Slipped::new(Slip::TextAfterQuote, rest.clone(), vec![Edit::new(rest, "")])
                .with("brackets", "no");
        }
        let rest = self.rest(at);
        let colons = self.text[rest.clone()].match_indices(':').map(|(i, _)| rest.start + i);
        let mend = colons.map(|colon| Edit::new(colon..colon + 1, ".")).collect();
        let before = lines::before_value(self.text, start);
        Slipped::new(Slip::ColonInText, at..at + 1, mend).with("brackets", "no").with("before", before)
    }

    /// A line without a key among lines that have one.
    pub(super) fn no_key(self, at: usize) -> Slipped {
        if let Some(bullets) = self.bullets(at) {
            return bullets;
        }
        let rest = self.rest(at);
        let text = &self.text[rest.clone()];
        if let Some(colon) = unspaced_colon(text).map(|colon| at + colon) {
            return Slipped::new(
                Slip::NoSpaceAfterColon,
                colon..colon + 1,
                vec![Edit::new(colon + 1..colon + 1, " ")],
            );
        }
        if let Some(colon) = text.find('：').filter(|&colon| lines::is_word(&text[..colon])) {
            return self.character(Slip::WideColon, at + colon, ": ");
        }
        if lines::key_colon(text).is_some_and(|colon| text[..colon].chars().count() > LONGEST_KEY) {
            return Slipped::new(Slip::LongId, rest.clone(), vec![Edit::blank(rest)]);
        }
        let column = |at: usize| lines::indent(lines::line(self.text, at));
        let holds_more = lines::next_written(self.text, at).is_some_and(|next| column(next) > column(at));
        let mend = if holds_more && lines::is_word(text) {
            vec![Edit::new(rest.end..rest.end, ":")]
        } else {
            vec![Edit::blank(rest.clone())]
        };
        Slipped::new(Slip::NoKey, rest, mend)
    }

    /// Something that cannot stand among the keys of a mapping or the entries of a list.
    pub(super) fn among(self, at: usize) -> Slipped {
        let line = lines::line(self.text, at);
        let lead = self.lead(at);
        if at > lead {
            return self.after_value(at);
        }
        let has_key = lines::key_colon(line).is_some();
        let fits_column = self.columns_above(at).iter().any(|open| open.at == lines::indent(line));
        if fits_column && (has_key || lines::is_entry(line)) {
            let first = lines::first_text(self.text, at);
            return Slipped::new(Slip::MixedList, self.rest(first), without_block(self.text, first));
        }
        if has_key || lines::is_entry(line) {
            return self.indentation(at);
        }
        let above = lines::previous_written(self.text, at).map(|above| &self.text[self.rest(above)]);
        if above.is_some_and(|above| above.ends_with(['"', '\''])) {
            let rest = self.rest(at);
            return Slipped::new(Slip::TextAfterQuote, rest.clone(), vec![Edit::blank(rest)])
                .with("brackets", "no");
        }
        // A line of a block text that is too far left.
        let rest = self.rest(at);
        let mut slipped = self.indentation(at);
        slipped.mend = vec![Edit::blank(rest)];
        slipped
    }

    /// Text behind a value that had ended: it began with a character that YAML reads in its own way.
    fn after_value(self, at: usize) -> Slipped {
        let value = self.value(at).min(at);
        let range = value..self.rest(value).end.max(self.char_range(value).end);
        let mend = vec![Edit::new(range.clone(), "x".repeat(range.len()))];
        let word =
            self.text[value..].find([' ', '\t', '\n', '\r']).map_or(self.text.len(), |length| value + length);
        match self.char(value) {
            Some('*') => Slipped::new(Slip::Alias, value..word, mend),
            Some('&') => Slipped::new(Slip::Anchor, value..word, mend),
            Some('!') => Slipped::new(Slip::Tag, value..word, mend),
            Some(bracket @ ('[' | '{')) => {
                Slipped::new(Slip::Character, value..value + 1, mend).with("character", String::from(bracket))
            }
            _ => Slipped::new(Slip::Unreadable, at..self.rest(at).end, mend),
        }
    }

    /// More text after the outermost mapping, list or text has ended.
    pub(super) fn after_all(self, at: usize) -> Slipped {
        let written = |line: &usize| {
            let text = lines::line(self.text, *line);
            !lines::is_bare(text) && !text.starts_with("---")
        };
        let first =
            std::iter::successors(Some(0), |&line| lines::next(self.text, line)).find(written).unwrap_or(0);
        let (above, here) = (lines::line(self.text, first), lines::line(self.text, at));
        if above.trim_start().starts_with(['{', '[']) {
            return Slipped { mend: Vec::new(), ..self.line(Slip::Unreadable, at) };
        }
        if lines::key_colon(above).is_none() && !lines::is_entry(above) {
            return self.line(Slip::NoKey, first);
        }
        if lines::indent(above) > lines::indent(here) {
            return self.too_far_right(first, at);
        }
        let first = lines::first_text(self.text, at);
        Slipped::new(Slip::MixedList, self.rest(first), without_block(self.text, first))
    }

    /// The text begins further right than it goes on. If only its first line does, that one is the odd one.
    fn too_far_right(self, first: usize, at: usize) -> Slipped {
        let column = |line: usize| lines::indent(lines::line(self.text, line));
        let (from, to) = (column(first), column(at));
        let here = self.line_start(at);
        let above = std::iter::successors(Some(first), |&line| lines::next_written(self.text, line));
        let above: Vec<_> = above.take_while(|&line| line < here).collect();
        let mend =
            above.iter().map(|&line| Edit::new(line..line + (from - to).min(column(line)), "")).collect();
        let (odd, wanted) = if above.len() == 1 { (first, to) } else { (here, from) };
        Slipped::new(Slip::Indentation, self.key(odd), mend).with("column", (wanted + 1).to_string())
    }
}
