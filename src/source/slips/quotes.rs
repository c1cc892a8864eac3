//! Slips with quotes.

use super::super::events::{Why, events};
use super::super::{Slip, lines};
use super::{Edit, Look, Slipped};
use std::ops::Range;

/// Whether typed text begins a quotation with this character. Guillemets are left alone: French writes them as text.
pub(crate) fn opens_curly(c: char) -> bool {
    matches!(c, '“' | '„' | '‟' | '”' | '‘' | '‚' | '‛')
}

/// Whether typed text ends a quotation with this character.
pub(crate) fn closes_curly(c: char) -> bool {
    matches!(c, '”' | '“' | '’' | '‘')
}

impl Look<'_> {
    /// A quote that nothing closes, at least not before the text that follows should have begun.
    pub(super) fn unclosed_quote(self, opening: usize) -> Slipped {
        let quote = &self.text[self.char_range(opening)];
        let last = self.value_end(opening);
        // An editor may have made the closing quote curly.
        let inside =
            self.text[opening + 1..lines::end(self.text, opening)].trim_end_matches([' ', ',', ']', '}']);
        if let Some(curly) = inside.chars().next_back().filter(|&c| closes_curly(c)) {
            let end = opening + 1 + inside.len();
            let range = end - curly.len_utf8()..end;
            let mend = vec![Edit::new(range.clone(), quote)];
            return Slipped::new(Slip::CurlyQuotes, range, mend)
                .with("value", &inside[..inside.len() - curly.len_utf8()]);
        }
        let mend = vec![Edit::new(last..last, quote)];
        Slipped::new(Slip::UnclosedQuote, opening..opening + 1, mend).with("quote", quote)
    }

    /// Where a text that begins here was meant to end: before the next line that begins something else.
    fn value_end(self, opening: usize) -> usize {
        let column = self.lead(opening) - self.line_start(opening);
        let mut last = opening;
        while let Some(next) = lines::next(self.text, last) {
            let line = lines::line(self.text, next);
            let begins_new = lines::indent(line) <= column + 1 && lines::is_structure(line);
            if lines::is_bare(line) || begins_new || line.trim_start().starts_with([']', '}']) {
                break;
            }
            last = next;
        }
        let end = lines::end(self.text, last);
        let text = &self.text[opening..end];
        let in_brackets = self.text[self.line_start(opening)..opening].contains(['[', '{']);
        let closers: &[char] = if in_brackets { &[' ', '\t', ',', ']', '}'] } else { &[' ', '\t'] };
        opening + text.trim_end_matches(closers).len().max(1)
    }

    /// More text behind a closing quote.
    pub(super) fn after_quote(self, at: usize) -> Slipped {
        let close = self.text[..at].trim_end_matches([' ', '\t']).len().saturating_sub(1);
        let stop = events(&self.text[..close], self.levels).find_map(Result::err);
        let opening = stop.filter(|stop| stop.why == Why::UnclosedQuote).map_or(close, |stop| stop.at);
        let same_line = self.line_start(opening) == self.line_start(close);
        if !same_line && self.seems_to_open(close) {
            return self.unclosed_quote(opening);
        }
        let quote = self.text[close..].chars().next().unwrap_or('"');
        if quote == '\'' && at == close + 1 && self.char(at).is_some_and(char::is_alphanumeric) {
            let end = self.text[at..lines::end(self.text, at)]
                .find(quote)
                .map_or(self.rest(at).end, |i| at + i + 1);
            return Slipped::new(Slip::Apostrophe, close..at, vec![Edit::new(at..end, "")]);
        }
        let in_brackets = self.open_bracket(opening).is_some();
        let mut rest = self.rest(at);
        if in_brackets {
            let piece = &self.text[rest.clone()];
            if lines::key_colon(piece).is_some_and(|colon| lines::is_word(&piece[..colon])) {
                return Slipped::new(Slip::NoComma, rest.start..rest.start + 1, vec![Edit::new(at..at, ",")]);
            }
            rest.end = piece.find([',', ']', '}']).map_or(rest.end, |end| rest.start + end);
        }
        let mend = vec![Edit::new(rest.clone(), "")];
        Slipped::new(Slip::TextAfterQuote, rest, mend)
            .with("brackets", if in_brackets { "yes" } else { "no" })
    }

    /// Whether the quote at this byte stands as one that opens: behind a space, before a word.
    fn seems_to_open(self, quote: usize) -> bool {
        let before = self.text[..quote].chars().next_back();
        let after = self.text[quote + 1..].chars().next();
        before.is_none_or(|c| c.is_whitespace() || "[{,:".contains(c))
            && after.is_some_and(|c| !c.is_whitespace())
    }

    /// A backslash before something that it cannot stand before.
    pub(super) fn escape(self, opening: usize) -> Slipped {
        let mut at = opening + 1;
        while let Some(next) = self.text[at..].find('\\').map(|i| at + i) {
            let Some(length) = self.escape_length(next) else {
                let end = self.char_range(next + 1).end;
                return Slipped::new(Slip::Escape, next..end, vec![Edit::new(next..next + 1, "/")]);
            };
            at = next + length;
        }
        Slipped::new(Slip::Escape, opening..opening + 1, vec![])
    }

    /// Bytes of the escape that begins with this backslash, if it is one.
    fn escape_length(self, backslash: usize) -> Option<usize> {
        let digits = |from: usize, count: usize| {
            let text = self.text.get(from..from + count)?;
            text.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u32::from_str_radix(text, 16).ok())?
        };
        let hex = |count: usize| {
            let code = digits(backslash + 2, count)?;
            let is_high = (0xd800..0xdc00).contains(&code);
            let low = if is_high && self.text[backslash + 2 + count..].starts_with("\\u") {
                digits(backslash + 4 + count, 4).filter(|low| (0xdc00..0xe000).contains(low))
            } else {
                None
            };
            if low.is_some() { Some(2 + count + 6) } else { char::from_u32(code).map(|_| 2 + count) }
        };
        match self.char(backslash + 1)? {
            'x' => hex(2),
            'u' => hex(4),
            'U' => hex(8),
            c if "0abtnvfe \"/\\N_LP\t\n\r".contains(c) => Some(1 + c.len_utf8()),
            _ => None,
        }
    }

    /// A text that begins with a curly quote as if that were a quote: to the closing one in the same line, if there is one.
    pub(super) fn curly(self, opening: usize) -> Option<Slipped> {
        self.char(opening).filter(|&c| opens_curly(c))?;
        let first = self.char_range(opening);
        let line: Range<usize> = self.rest(first.end);
        let inside = &self.text[line.clone()];
        let (close, c) = inside.char_indices().rev().find(|&(_, c)| closes_curly(c) || c == '"')?;
        let second = line.start + close..line.start + close + c.len_utf8();
        let straight = inside[..close].match_indices('"');
        let mut mend = vec![Edit::new(first.clone(), "\""), Edit::new(second.clone(), "\"")];
        mend.extend(straight.map(|(at, _)| Edit::new(line.start + at..line.start + at + 1, "'")));
        Some(Slipped::new(Slip::CurlyQuotes, first.start..second.end, mend).with("value", &inside[..close]))
    }
}
