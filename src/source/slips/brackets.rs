//! Slips with brackets, and inside them.

use super::super::events::{Stop, Why};
use super::super::{Slip, lines};
use super::{Edit, Look, Slipped};

fn closer(open: Option<char>) -> &'static str {
    if open == Some('[') { "]" } else { "}" }
}

impl Look<'_> {
    /// A bracket that nothing closes.
    pub(super) fn unclosed_bracket(self, bracket: usize) -> Slipped {
        let end = self.structure_after(bracket, self.text.len()).unwrap_or(self.text.len());
        self.unclosed_before(bracket, end)
    }

    /// A bracket that should have been closed before the line that begins at `next`.
    fn unclosed_before(self, bracket: usize, next: usize) -> Slipped {
        let is_written = |at: usize| !lines::is_bare(lines::line(self.text, at));
        let is_last = next == self.text.len() && is_written(next);
        let last = if is_last { Some(next) } else { lines::previous_written(self.text, next) };
        let mut end = self.rest(self.line_start(last.unwrap_or(bracket).max(bracket))).end.max(bracket + 1);
        if self.text[..end].ends_with(',') && self.open_bracket(bracket).is_some() {
            // The comma is for what comes next in the bracket outside.
            end -= 1;
        }
        let close = closer(self.char(bracket));
        let slipped =
            Slipped::new(Slip::UnclosedBracket, bracket..bracket + 1, vec![Edit::new(end..end, close)]);
        slipped.with("bracket", &self.text[bracket..=bracket]).with("close", close)
    }

    /// The first line below a bracket, up to `limit`, that cannot be meant to stand in it: a key or an entry that is no
    /// further right than the line with the bracket, or by one space, which is easily one too many.
    fn structure_after(self, bracket: usize, limit: usize) -> Option<usize> {
        let column = self.lead(bracket) - self.line_start(bracket);
        let below = std::iter::successors(lines::next_written(self.text, bracket), |&at| {
            lines::next_written(self.text, at)
        });
        let ends_bracket = |&at: &usize| {
            let line = lines::line(self.text, at);
            lines::indent(line) <= column + 1
                && lines::is_structure(line)
                && !lines::without_comment(line).ends_with(',')
        };
        below.take_while(|&at| at <= limit).find(ends_bracket)
    }

    /// Whether a bracket of the same kind closes this one at the beginning of a line, as it does around a whole plan.
    fn is_closed_below(self, bracket: usize) -> bool {
        let close = self.closing_bracket(bracket);
        close.is_some_and(|close| {
            let right_kind = self.text[close..].starts_with(closer(self.char(bracket)));
            right_kind && lines::is_first_text(self.text, close)
        })
    }

    /// A bracket that is closed by the other kind: one more was opened than closed, or the wrong one written.
    pub(super) fn mismatched_bracket(self, bracket: usize) -> Slipped {
        let Some(close) = self.closing_bracket(bracket) else { return self.unclosed_bracket(bracket) };
        if let Some(line) = self.structure_after(bracket, close) {
            return self.unclosed_before(bracket, line);
        }
        let wanted = closer(self.char(bracket));
        let outer = self.open_bracket(bracket).and_then(|outer| self.char(outer));
        if outer.is_some() && closer(outer) == &self.text[close..=close] {
            let mend = vec![Edit::new(close..close, wanted)];
            let slipped = Slipped::new(Slip::UnclosedBracket, bracket..bracket + 1, mend);
            return slipped.with("bracket", &self.text[bracket..=bracket]).with("close", wanted);
        }
        self.character(Slip::WrongBracket, close, wanted)
    }

    /// The bracket that ends what this one begins, of whichever kind.
    fn closing_bracket(self, bracket: usize) -> Option<usize> {
        let mut depth = 0_usize;
        let mut quote = None;
        let mut before = ' ';
        for (i, c) in self.text[bracket..].char_indices() {
            match (quote, c) {
                (Some(open), _) if c == open => quote = None,
                (None, '"' | '\'') if "[{,: \t\n\r".contains(before) => quote = Some(c),
                (None, '[' | '{') => depth += 1,
                (None, ']' | '}') if depth == 1 => return Some(bracket + i),
                (None, ']' | '}') => depth -= 1,
                _ => {}
            }
            before = c;
        }
        None
    }

    /// Something inside brackets that cannot stand there.
    pub(super) fn within_brackets(self, stop: Stop) -> Slipped {
        let at = stop.at;
        if let Some(bracket) = self.open_bracket(at)
            && let Some(line) = self.structure_after(bracket, at)
        {
            if !self.is_closed_below(bracket) {
                return self.unclosed_before(bracket, line);
            }
            let first = lines::first_text(self.text, at);
            let above = lines::previous_written(self.text, at).map_or(first, |above| self.rest(above).end);
            return Slipped::new(Slip::NoComma, self.char_range(first), vec![Edit::new(above..above, ",")]);
        }
        if stop.why == Why::ColonBeforeBracket {
            return Slipped::new(Slip::NoSpaceAfterColon, at..at + 1, vec![Edit::new(at + 1..at + 1, " ")]);
        }
        let piece = self.piece(at);
        if let Some(curly) = self.curly(piece) {
            return curly;
        }
        let special = match self.char(piece) {
            Some('*') if piece < at => Some(Slip::Alias),
            Some('&') if piece < at => Some(Slip::Anchor),
            Some('!') if piece < at => Some(Slip::Tag),
            _ => None,
        };
        if let Some(slip) = special {
            return Slipped::new(slip, piece..at, vec![Edit::new(piece..at, "x".repeat(at - piece))]);
        }
        match self.char(at) {
            Some(':') => {
                let before = lines::before_value(self.text, piece);
                self.character(Slip::ColonInText, at, ".").with("brackets", "yes").with("before", before)
            }
            Some(',' | '-') | None => self.beginning(at),
            Some(_) => Slipped::new(Slip::NoComma, self.char_range(at), vec![Edit::new(at..at, ",")]),
        }
    }

    /// Where the piece of a line that holds this byte begins: behind the last bracket, comma, or colon with a space.
    fn piece(self, at: usize) -> usize {
        let start = self.line_start(at);
        let before = &self.text[start..at];
        let mark = before.rfind(['[', '{', ',']).map_or(0, |i| i + 1);
        let from = before.rfind(": ").map_or(mark, |i| mark.max(i + 1));
        start + from + lines::indent(&before[from..])
    }
}
