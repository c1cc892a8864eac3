//! What is to be done, for a screen: what is late, what can be done on any day, then day by day.

use super::Telling;
use crate::agenda::{Agenda, Entry, Occasion, Period, Told};
use crate::lang::{escaped, shown};
use crate::plan::{Every, Id};
use crate::report::Detail;
use crate::report::layout::{FAINT, wrapped};
use crate::report::rows::{Line, Row, write_lines};
use indexmap::IndexMap;
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::HashSet;

/// Entries of a list that has no days, before the rest is only counted.
const MOST: usize = 7;
/// Steps of a line of sight.
const MOST_STEPS: usize = 12;

/// What is to be done, for a screen of this width.
#[must_use]
pub fn text(telling: &Telling<'_>, amount: Detail, width: usize) -> String {
    let most = if amount == Detail::Everything { usize::MAX } else { MOST };
    let mut page = Page { telling, amount, width, lines: Vec::new(), told: HashSet::new() };
    page.head(most);
    page.list("agenda-overdue", &telling.agenda.overdue, most);
    page.list("agenda-under-way", &telling.agenda.under_way, most);
    page.daily();
    page.days();
    page.foot();
    let mut out = String::new();
    write_lines(&mut out, &page.lines, width);
    out
}

pub(super) struct Page<'a> {
    pub(super) telling: &'a Telling<'a>,
    pub(super) amount: Detail,
    pub(super) width: usize,
    pub(super) lines: Vec<Line<'a>>,
    /// Things of which has been told what they are there for.
    told: HashSet<Id>,
}

impl<'a> Page<'a> {
    pub(super) fn text(&mut self, indent: usize, text: String) {
        self.lines.push(Line::Text { first: " ".repeat(indent), text });
    }

    /// What is said more quietly, under an entry.
    fn aside(&mut self, text: &str) {
        for line in wrapped(text, self.width.saturating_sub(4).max(12)) {
            self.lines.push(Line::Written(format!("    {FAINT}{}{FAINT:#}", shown(&line))));
        }
    }

    fn heading(&mut self, text: String) {
        self.lines.push(Line::Blank);
        self.lines.push(Line::Heading(text));
    }

    /// Entries that do not stand under a day.
    fn list(&mut self, heading: &str, told: &'a Told, most: usize) {
        if told.first.is_empty() {
            return;
        }
        self.heading(self.telling.say(heading, &[]));
        for entry in told.first.iter().take(most) {
            self.entry(entry, None);
        }
        self.more(told.count, most.min(told.first.len()), 2);
    }

    pub(super) fn more(&mut self, count: u64, told: usize, indent: usize) {
        let more = count.saturating_sub(told as u64);
        if more > 0 {
            let text = self.telling.say("agenda-more", &[("count", more.into())]);
            self.text(indent, text);
        }
    }

    /// What comes every day is told once and not every day.
    fn daily(&mut self) {
        let agenda = self.telling.agenda;
        // For each the day to tell it by: one on which the owner is away, where there is one.
        let mut daily: IndexMap<Id, &Entry> = IndexMap::new();
        for entry in agenda.days.first.iter().filter(|entry| is_daily(agenda, entry)) {
            let told = daily.entry(entry.item).or_insert(entry);
            if entry.owner_away && !told.owner_away {
                *told = entry;
            }
        }
        if daily.is_empty() {
            return;
        }
        self.heading(self.telling.say("agenda-daily", &[]));
        for entry in daily.into_values() {
            self.entry(entry, None);
        }
    }

    fn days(&mut self) {
        let agenda = self.telling.agenda;
        let entries: Vec<&Entry> =
            agenda.days.first.iter().filter(|entry| !is_daily(agenda, entry)).collect();
        for day in entries.chunk_by(|a, b| a.day == b.day) {
            let date = day[0].day;
            self.heading(date.map_or_else(String::new, |day| self.telling.day(day)));
            for entry in day {
                self.entry(entry, date);
            }
        }
    }

    fn entry(&mut self, entry: &'a Entry, day: Option<Date>) {
        let telling = self.telling;
        // What is late is told as what it is, and not as what it was to be on a day.
        let occasion = match entry.occasion {
            Occasion::Begins | Occasion::LastDay | Occasion::Due if entry.day.is_none() => Occasion::Work,
            occasion => occasion,
        };
        self.lines.push(Line::Row(Row {
            stem: " ".repeat(2),
            stem_after: " ".repeat(2),
            title: Cow::Owned(telling.titled(entry, occasion)),
            id: telling.name(entry.item),
            ..Row::default()
        }));
        let mut said =
            vec![telling.people(entry), telling.every(entry), self.when(entry, day), telling.spare(entry)];
        if let Some(option) = telling.only_if(entry) {
            said.push(telling.say("state-only-if", &[("option", option.into())]));
        }
        said.push(self.stands_in(entry, day));
        said.retain(|said| !said.is_empty());
        if !said.is_empty() {
            self.text(4, said.join(" · "));
        }
        self.so_that(entry);
    }

    /// The days of an entry, beside the one under which it stands.
    fn when(&self, entry: &Entry, day: Option<Date>) -> String {
        let telling = self.telling;
        let today = telling.agenda.asked.today;
        let say = |id: &str, day: Date| telling.say(id, &[("day", telling.day(day).into())]);
        match (entry.start, entry.end) {
            (_, Some(end)) if entry.day.is_none() && end < today => {
                let days = Period { from: end, to: today }.days() - 1;
                telling.say("agenda-was-due", &[("day", telling.day(end).into()), ("days", days.into())])
            }
            (start, end) if entry.every.is_some() => {
                // The first and the last day of what comes back are told once they are near.
                let period = telling.agenda.asked.period;
                let start = start.filter(|&start| day.is_none() && start > period.from);
                let end = end.filter(|&end| period.holds(end));
                let said =
                    [start.map(|day| say("agenda-from", day)), end.map(|day| say("agenda-until", day))];
                said.into_iter().flatten().collect::<Vec<_>>().join(" · ")
            }
            (_, Some(end)) if day != Some(end) => say("agenda-until", end),
            (Some(start), None) if day.is_none() => say("agenda-from", start),
            _ => String::new(),
        }
    }

    /// That the owner is away on the day under which an entry stands, or on some of the days of one that stands under
    /// none; and who can stand in.
    fn stands_in(&self, entry: &Entry, day: Option<Date>) -> String {
        let telling = self.telling;
        let Some(owner) = entry.owner.filter(|_| entry.owner_away) else { return String::new() };
        let message = if day.is_some() { "agenda-owner-away" } else { "agenda-owner-away-partly" };
        let mut said = telling.say(message, &[("who", telling.name(owner).into())]);
        if !entry.deputies.is_empty() {
            let deputies =
                telling.say("agenda-stands-in", &[("names", telling.names(&entry.deputies).into())]);
            said = format!("{said} · {deputies}");
        }
        said
    }

    /// What it is there for: up to the ambition, or to where that has been told.
    fn so_that(&mut self, entry: &Entry) {
        let telling = self.telling;
        if self.amount == Detail::Brief || !self.told.insert(entry.item) {
            return;
        }
        let Some(line) = telling.line(entry) else { return };
        for (number, &step) in line.steps.iter().enumerate() {
            if number == MOST_STEPS {
                self.aside(&telling.say("agenda-goes-on", &[]));
                break;
            }
            let is_ambition = line.leads && number + 1 == line.steps.len();
            let is_known = !self.told.insert(step) && !is_ambition;
            let message = if is_known { "agenda-as-above" } else { "agenda-so-that" };
            // Short enough for what is said around it to fit into the same line.
            let longest = self.width.saturating_sub(26).clamp(30, 60);
            let title = escaped(&telling.step(step, longest)).into_owned();
            self.aside(&telling.say(message, &[("title", title.into())]));
            if is_known {
                return;
            }
        }
        if !line.leads {
            self.aside(&telling.say("agenda-leads-nowhere", &[]));
        }
    }
}

/// Whether it comes on every day, or nearly so, of a time that is longer than a day.
fn is_daily(agenda: &Agenda, entry: &Entry) -> bool {
    is_often(entry) && agenda.asked.period.from != agenda.asked.period.to
}

pub(super) fn is_often(entry: &Entry) -> bool {
    matches!(entry.every, Some(Every::Day | Every::Weekday))
}
