//! So that what? The lines of sight, in words.

use super::text::Told;
use crate::graph::Lines;
use crate::plan::{Id, Kind};
use crate::report::rows::{Line, clipped};
use crate::report::wording::shortened;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Longest title by which an earlier step is named, in characters.
const LONGEST_NAMED: usize = 50;

impl Told<'_> {
    pub(super) fn lines_of_sight(&mut self) {
        let why = self.why;
        if why.kind() == Kind::Ambition {
            self.heading("why-so-that-what");
            let text = self.say("why-is-ambition", &[]);
            self.text(2, text);
            return;
        }
        let lines = if why.lines.count > 0 { &why.lines } else { &why.dead_ends };
        if lines.count == 0 {
            return;
        }
        self.heading("why-so-that-what");
        let is_item = why.kind().level().is_some();
        if why.lines.count == 0 {
            let kind = self.kind_argument();
            let text = self.say("why-dead-end", &[kind]);
            self.text(2, text);
            if let (true, Some(level)) = (is_item, why.kind().level()) {
                let level = [("level", level.name().into())];
                let ask = self.wording.catalogue.say_attribute("orphan", "ask", &level).unwrap_or_default();
                self.text(2, ask);
            }
            if is_item && lines.first.iter().all(|line| line.len() < 2) {
                return;
            }
        }
        let labels = Labels::of(self, lines);
        for (number, line) in lines.first.iter().enumerate() {
            self.line_of_sight(lines, number, line, &labels, is_item);
        }
        let more = lines.count - lines.first.len() as u64;
        if lines.count == Lines::COUNTED {
            let text = self.say("why-lines-countless", &[]);
            self.text(2, text);
        } else if more > 0 {
            let text = self.say("why-lines-more", &[("count", more.into())]);
            self.text(2, text);
        }
    }

    fn line_of_sight(&mut self, lines: &Lines, number: usize, line: &[Id], labels: &Labels, is_item: bool) {
        let several = lines.first.len() > 1;
        let lead = if several { format!("  {}. ", number + 1) } else { "  ".to_owned() };
        let indent = lead.width();
        let from = number.checked_sub(1).map_or(0, |before| shared_start(&lines.first[before], line));
        let (until, same_as) = shared_end(&lines.first[..number], line, from);
        let mut lead = Some(lead);
        let mut lead = || lead.take().unwrap_or_else(|| " ".repeat(indent));
        if from > 1 {
            let title = self.wording.unescaped_title(line[from - 1]);
            let title = clipped(&shortened(&title, LONGEST_NAMED));
            let args = [("number", number.into()), ("title", title.into())];
            let text = self.say("why-as-far-as", &args);
            self.lines.push(Line::Text { first: lead(), text });
        } else if !is_item {
            let text = self.titled(line[0]);
            self.lines.push(Line::Text { first: lead(), text });
        }
        let first_step = from.max(1) - 1;
        for step in first_step..until {
            let (below, above) = (line[step], line[step + 1]);
            let so_that = format!("{}{}", lead(), labels.so_that);
            let text = self.titled(above);
            self.lines.push(Line::Text { first: so_that, text });
            self.reasons(below, indent, labels);
        }
        if let Some(same_as) = same_as {
            let text = self.say("why-goes-on", &[("number", (same_as + 1).into())]);
            self.text(indent, text);
        }
    }

    /// Why a thing leads to what it supports: its own words, and what it relies on.
    fn reasons(&mut self, id: Id, indent: usize, labels: &Labels) {
        let Some(item) = self.why.plan.item(id) else { return };
        let text = match &item.because {
            Some(_) if self.wording.hides(id) => self.title(id),
            Some(because) => clipped(&because.value),
            None => self.say("why-no-because", &[]),
        };
        let blank = " ".repeat(indent);
        self.lines.push(Line::Text { first: format!("{blank}{}", labels.because), text });
        for assumed in &item.assumes {
            let text = format!("{} ({})", self.title(assumed.id), self.state_of(assumed.id));
            self.lines.push(Line::Text { first: format!("{blank}{}", labels.as_long_as), text });
        }
    }

    /// A title inside a sentence, with what is to be said of it.
    fn titled(&self, id: Id) -> String {
        let (title, state) = (self.title(id), self.state_of(id));
        if state.is_empty() { title } else { format!("{title} ({state})") }
    }
}

/// The words before each step, all of one width.
struct Labels {
    so_that: String,
    because: String,
    as_long_as: String,
}

impl Labels {
    fn of(told: &Told<'_>, lines: &Lines) -> Self {
        let has_assumed = lines
            .first
            .iter()
            .flatten()
            .any(|&id| told.why.plan.item(id).is_some_and(|item| !item.assumes.is_empty()));
        let so_that = told.say("why-so-that", &[]);
        let because = told.say("why-because", &[]);
        let as_long_as = told.say("why-as-long-as", &[]);
        let needed = if has_assumed { as_long_as.width() } else { 0 };
        let width = so_that.width().max(because.width()).max(needed) + 2;
        let padded = |label: String| {
            let mut padded = label;
            let _ = write!(padded, "{:gap$}", "", gap = width.saturating_sub(padded.width()));
            padded
        };
        Self { so_that: padded(so_that), because: padded(because), as_long_as: padded(as_long_as) }
    }
}

/// How many steps two lines share at their beginning.
fn shared_start(a: &[Id], b: &[Id]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}

/// Where in a line the steps begin that an earlier line has told to its end, and which; its own end where there is none.
fn shared_end(earlier: &[Vec<Id>], line: &[Id], from: usize) -> (usize, Option<usize>) {
    let shared = |other: &[Id]| other.iter().rev().zip(line.iter().rev()).take_while(|(a, b)| a == b).count();
    let mut best: Option<(usize, usize)> = None;
    for (number, other) in earlier.iter().enumerate() {
        let steps = shared(other);
        // One shared step is the top, which is said anyway.
        if steps > 1 && best.is_none_or(|(most, _)| steps > most) {
            best = Some((steps, number));
        }
    }
    match best {
        Some((steps, number)) => ((line.len() - steps).max(from.max(1) - 1), Some(number)),
        None => (line.len() - 1, None),
    }
}
