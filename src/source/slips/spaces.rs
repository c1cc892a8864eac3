//! Slips in the space before a line's text: tabs, special spaces, hyphens that are none, lines in the wrong column.

use super::super::{Fault, Slip, Span, lines};
use super::{Edit, Look, Slipped};
use std::ops::Range;

/// A sign that word processors put before the entries of a list, or make of a hyphen.
pub(in crate::source) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '·' | '‣' | '▪' | '●' | '○' | '◦' | '–' | '—' | '➢' | '➤')
}

impl Look<'_> {
    /// A tab in the space before a line. All lines in a row that have one are told, and mended alike.
    pub(super) fn tab(self, at: usize) -> Slipped {
        let tab_of = |line: usize| {
            let text = lines::line(self.text, line);
            text[..lines::lead(text)].find('\t').map(|tab| line + tab)
        };
        let first = std::iter::successors(Some(self.line_start(at)), |&line| lines::next(self.text, line));
        let Some((line, tab)) = first.take(1000).find_map(|line| Some((line, tab_of(line)?))) else {
            return self.line(Slip::Unreadable, at);
        };
        let run = std::iter::successors(Some((line, tab)), |&(line, _)| {
            let next = lines::next_written(self.text, line)?;
            Some((next, tab_of(next)?))
        });
        let (run, tabs): (Vec<_>, Vec<_>) = run.unzip();
        let mut slipped = Slipped::new(Slip::Tab, tab..tab + 1, self.without_tabs(&run));
        let fault = |&tab: &usize| Fault::of_text(Slip::Tab, Span::new(tab, tab + 1));
        slipped.also.extend(tabs.iter().skip(1).map(fault));
        slipped
    }

    /// These lines with spaces for tabs, in columns that suit the lines around them.
    fn without_tabs(self, run: &[usize]) -> Vec<Edit> {
        let (Some(&first), Some(&last)) = (run.first(), run.last()) else { return Vec::new() };
        let above = self.columns_above(first);
        let deepest = above.first().map_or(0, |column| column.at);
        let opens = lines::previous_written(self.text, first).is_some_and(|line| self.opens(line));
        let below =
            lines::next_written(self.text, last).map(|line| lines::indent(lines::line(self.text, line)));
        let width = |line: usize, tab: usize| {
            let text = lines::line(self.text, line);
            let add = |column: usize, c: char| if c == '\t' { (column / tab + 1) * tab } else { column + 1 };
            text[..lines::indent(text)].chars().fold(0, add)
        };
        let is_entry = lines::is_entry(lines::line(self.text, first));
        let fits_above = |&tab: &usize| {
            let column = width(first, tab);
            let beside = || above.iter().any(|open| open.at == column && open.is_entry == is_entry);
            if opens { column > deepest || (is_entry && column == deepest) } else { beside() }
        };
        let fits_below = |&tab: &usize| {
            let text = lines::line(self.text, last);
            let column = width(last, tab) + lines::lead(text) - lines::indent(text);
            below.is_none_or(|below| if self.opens(last) { column < below } else { column >= below })
        };
        let beside_last = |&tab: &usize| opens || width(first, tab) == deepest;
        let tabs = [2, 4, 8, 3, 1];
        let best = tabs.into_iter().filter(fits_above).filter(fits_below);
        let tab = best.clone().find(beside_last).or_else(|| best.clone().next());
        let tab = tab.or_else(|| tabs.into_iter().find(fits_above));
        let wanted = tab.map_or(if opens { deepest + 2 } else { deepest }, |tab| width(first, tab));
        let tab = tab.unwrap_or(2);
        let edit = |&line: &usize| {
            let text = lines::line(self.text, line);
            let column = (wanted + width(line, tab)).saturating_sub(width(first, tab));
            let hyphens = text[lines::indent(text)..lines::lead(text)].replace('\t', " ");
            Edit::new(line..line + lines::lead(text), " ".repeat(column) + &hyphens)
        };
        run.iter().map(edit).collect()
    }

    /// Whether what follows this line belongs inside it: its key has nothing after it, or the header of a block text.
    fn opens(self, line: usize) -> bool {
        let line = lines::without_comment(lines::line(self.text, line));
        let value = lines::key_colon(line).map_or("", |colon| &line[colon + 1..]).trim_start();
        line.ends_with(':') || lines::lead(line) == line.len() || value.starts_with(['|', '>'])
    }

    /// A special space where only a plain one makes the structure: before a key, around a hyphen, behind a key's colon.
    /// Looked for in the line of a stop, and from where the text began that ran into it.
    pub(super) fn special_space(self, at: usize) -> Option<Slipped> {
        let first = self.last_text(at).map_or(at, |text| text.start.min(at));
        let line = std::iter::successors(Some(self.line_start(first)), |&line| lines::next(self.text, line));
        let line = line.take_while(|&line| line <= at).find(|&line| !self.special_spaces(line).is_empty())?;
        self.special_spaces_from(line)
    }

    /// The special spaces of this line and of those below it, as far as each has some.
    pub(super) fn special_spaces_from(self, line: usize) -> Option<Slipped> {
        let run = std::iter::successors(Some(line), |&line| lines::next_written(self.text, line));
        let run: Vec<_> =
            run.map(|line| self.special_spaces(line)).take_while(|spaces| !spaces.is_empty()).collect();
        let fault = |spaces: &Vec<Range<usize>>| {
            Fault::of_text(Slip::NoBreakSpace, Span::new(spaces[0].start, spaces[0].end))
        };
        let mut faults = run.iter().map(fault);
        let fault = faults.next()?;
        let mend = run.iter().flatten().map(|space| Edit::new(space.clone(), " ")).collect();
        Some(Slipped { fault, also: faults.collect(), mend })
    }

    /// The special spaces of a line that break its structure.
    fn special_spaces(self, line: usize) -> Vec<Range<usize>> {
        let text = lines::line(self.text, line);
        let space = |c: char| c == ' ' || c == '\t' || lines::is_special_space(c);
        let mut lead = text.len() - text.trim_start_matches(space).len();
        while text[lead..].strip_prefix('-').is_some_and(|rest| rest.starts_with(space)) {
            lead += 1 + text[lead + 1..].len() - text[lead + 1..].trim_start_matches(space).len();
        }
        let mut until = lead;
        if let Some(colon) = text[lead..].find(':')
            && lines::is_word(&text[lead..lead + colon])
        {
            let rest = &text[lead + colon + 1..];
            until = text.len() - rest.trim_start_matches(lines::is_special_space).len();
        }
        let special = text[..until].char_indices().filter(|&(_, c)| lines::is_special_space(c));
        special.map(|(at, c)| line + at..line + at + c.len_utf8()).collect()
    }

    /// Lines in a row that begin with the bullet of a word processor, or a star, in place of a hyphen.
    pub(super) fn bullets(self, at: usize) -> Option<Slipped> {
        let bullet = |line: usize| {
            let at = lines::first_text(self.text, line);
            let mut characters = self.text[at..].chars();
            let is_sign = characters.next().is_some_and(|c| c == '*' || is_bullet(c));
            let space = |c: char| c == ' ' || c == '\t' || lines::is_special_space(c);
            (is_sign && characters.next().is_some_and(space)).then(|| self.char_range(at))
        };
        let first = self.line_start(at);
        let run = std::iter::successors(Some((first, bullet(first)?)), |&(line, _)| {
            let next = lines::next_written(self.text, line)?;
            Some((next, bullet(next)?))
        });
        let run: Vec<_> = run.collect();
        let above = lines::previous_written(self.text, first);
        let begins =
            above.is_none_or(|line| lines::without_comment(lines::line(self.text, line)).ends_with(':'));
        let mend = |(line, sign): &(usize, Range<usize>)| {
            if begins {
                Edit::new(sign.clone(), "-")
            } else {
                Edit::blank(*line..lines::end(self.text, *line))
            }
        };
        let fault = |sign: &Range<usize>| {
            Fault::of_text(Slip::Bullet, Span::new(sign.start, sign.end))
                .with("bullet", &self.text[sign.clone()])
        };
        let mend = run.iter().map(mend).collect();
        let mut faults = run.iter().map(|(_, sign)| fault(sign));
        let fault = faults.next()?;
        Some(Slipped { fault, also: faults.collect(), mend })
    }

    /// A line that does not begin in the column of those it belongs with.
    pub(super) fn indentation(self, at: usize) -> Slipped {
        let line = self.line_start(at);
        let text = lines::line(self.text, line);
        let column = lines::indent(text);
        let above = self.columns_above(line);
        let same_kind = above.iter().filter(|open| open.is_entry == lines::is_entry(text));
        // The nearest; of two as near, the first, which is the one further right.
        let nearest = same_kind.min_by_key(|open| open.at.abs_diff(column)).or(above.first());
        let wanted = nearest.map_or(0, |open| open.at);
        let told = (wanted + 1).to_string();
        let (odd, mend) = self.moved(line, column, wanted);
        let mut slipped = Slipped::new(Slip::Indentation, self.key(line), mend).with("column", told.clone());
        let fault = |&line: &usize| {
            let key = self.key(line);
            Fault::of_text(Slip::Indentation, Span::new(key.start, key.end)).with("column", told.clone())
        };
        slipped.also.extend(odd.iter().skip(1).map(fault));
        slipped
    }

    /// The key of a line with what stands before it in its list; the whole line where it has none.
    pub(super) fn key(self, line: usize) -> Range<usize> {
        let text = lines::line(self.text, line);
        let end = lines::key_colon(text).unwrap_or_else(|| lines::without_comment(text).len());
        let start = lines::indent(text);
        line + start..line + end.max(start)
    }

    /// This line and those that begin below it in the same column, with nothing further left between them; and what
    /// brings them into another one. What stands inside them goes along where it would not be inside any more.
    fn moved(self, line: usize, from: usize, to: usize) -> (Vec<usize>, Vec<Edit>) {
        let indent = |line: usize| lines::indent(lines::line(self.text, line));
        let below = std::iter::successors(Some(line), |&line| lines::next_written(self.text, line));
        let has_tab = |line: usize| lines::line(self.text, line)[..indent(line)].contains('\t');
        let mut odd = Vec::new();
        let mut mend = Vec::new();
        // Whether what stands inside the odd line above goes along: not known, then the same for all of it.
        let mut along = None;
        for line in below.take_while(|&line| indent(line) >= from || has_tab(line)) {
            if has_tab(line) {
                // That line has a fault of its own.
                continue;
            }
            if indent(line) == from {
                odd.push(line);
                along = if self.opens(line) { None } else { Some(false) };
            } else {
                let is_entry = lines::is_entry(lines::line(self.text, line));
                let goes = *along.get_or_insert(indent(line) < to || (indent(line) == to && !is_entry));
                if !goes {
                    continue;
                }
            }
            mend.push(if to > from {
                Edit::new(line..line, " ".repeat(to - from))
            } else {
                Edit::new(line..line + from - to, "")
            });
        }
        (odd, mend)
    }

    /// A block text whose first line, an empty one, has more spaces than those that follow.
    pub(super) fn block_text_indent(self, at: usize) -> Slipped {
        let blank = |line: &usize| lines::line(self.text, *line).trim().is_empty();
        let above =
            std::iter::successors(lines::previous(self.text, at), |&line| lines::previous(self.text, line));
        let above: Vec<_> = above.take_while(blank).collect();
        let widest = above.iter().map(|&line| lines::line(self.text, line).len()).max().unwrap_or(0);
        let mend = above.iter().map(|&line| Edit::new(line..lines::end(self.text, line), "")).collect();
        let at = lines::first_text(self.text, at);
        Slipped::new(Slip::Indentation, self.rest(at), mend).with("column", (widest + 1).to_string())
    }
}
