//! What is to be done in the next four weeks, and what for.

use super::told::Told;
use super::words::{Mention, PlanText};
use crate::agenda::{Agenda, Asked, Entry, Period};
use crate::graph::{FirstLines, Sequence, Windows};
use crate::plan::{Every, Id};
use crate::report::agenda::Telling;
use crate::report::sheet::sentence_without_mark_up;
use askama::Template;
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::collections::HashSet;
use std::fmt::Write as _;

/// Days that are told.
const DAYS: i64 = 28;
/// Entries that are told.
const MOST: usize = 200;

/// The agenda.
#[derive(Template)]
#[template(path = "agenda.html")]
pub(super) struct Section<'a> {
    told: &'a Told<'a>,
    period: String,
    groups: Vec<(String, Vec<Line>)>,
    notes: Vec<String>,
}

/// One thing to do.
struct Line {
    what: Mention,
    /// What there is to do about it; empty for work.
    occasion: String,
    who: Vec<Mention>,
    /// How often, until when, how much time is left.
    said: Vec<String>,
    so_that: Option<PlanText>,
}

impl<'a> Section<'a> {
    /// The agenda; nothing where nothing in the plan has a day.
    pub(super) fn of(told: &'a Told<'a>) -> Option<Self> {
        let (plan, graph) = (told.read.plan, told.read.graph);
        let period = Period { from: told.today, to: told.today.saturating_add((DAYS - 1).days()) };
        let agenda = Agenda::of(plan, graph, &Asked { today: told.today, period, who: Vec::new() });
        if !agenda.has_days {
            return None;
        }
        let lines = FirstLines::of(plan, graph);
        let sequence = Sequence::of(plan, graph, &Windows::of(plan, graph));
        let telling = Telling {
            agenda: &agenda,
            whole: told.read,
            lines: &lines,
            sequence: &sequence,
            wording: told.wording,
        };
        let mut left = MOST;
        let mut seen: HashSet<Id> = HashSet::new();
        let mut groups: Vec<(String, Vec<Line>)> = Vec::new();
        let is_often = |entry: &&Entry| matches!(entry.every, Some(Every::Day | Every::Weekday));
        let is_told = |entry: &&Entry| !told.hides(entry.item);
        let mut add = |heading: String, entries: &mut dyn Iterator<Item = &Entry>| {
            for entry in entries {
                if left == 0 {
                    return;
                }
                left -= 1;
                let line = line(told, &telling, entry, seen.insert(entry.item));
                match groups.last_mut().filter(|(last, _)| *last == heading) {
                    Some((_, lines)) => lines.push(line),
                    None => groups.push((heading.clone(), vec![line])),
                }
            }
        };
        add(told.say("agenda-overdue"), &mut agenda.overdue.first.iter().filter(is_told));
        add(told.say("agenda-under-way"), &mut agenda.under_way.first.iter().filter(is_told));
        let mut daily: HashSet<Id> = HashSet::new();
        let often = agenda.days.first.iter().filter(is_often).filter(is_told);
        add(told.say("agenda-daily"), &mut often.filter(|entry| daily.insert(entry.item)));
        for entry in agenda.days.first.iter().filter(|entry| !is_often(entry)).filter(is_told) {
            add(entry.day.map_or_else(String::new, |day| self::day(told, day)), &mut std::iter::once(entry));
        }
        let mut notes = Vec::new();
        if groups.is_empty() {
            notes.push(told.say("agenda-nothing"));
        }
        if left == 0 {
            notes.push(told.say("page-agenda-cut"));
        }
        if let Some(next) = agenda.next.filter(|_| agenda.days.count == 0) {
            notes.push(told.with("agenda-next-day", &[("day", day(told, next).into())]));
        }
        if !agenda.undated.is_empty() {
            notes.push(told.count("agenda-undated", agenda.undated.len()));
        }
        let args = [("from", day(told, period.from).into()), ("to", day(told, period.to).into())];
        Some(Self { told, period: told.with("page-agenda-period", &args), groups, notes })
    }

    /// The same in Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        let _ = write!(out, "{}\n\n", self.period);
        for (heading, lines) in &self.groups {
            let _ = write!(out, "### {heading}\n\n");
            for line in lines {
                let occasion =
                    if line.occasion.is_empty() { String::new() } else { line.occasion.clone() + ": " };
                let _ = write!(out, "- {occasion}{}", line.what.title.markdown());
                let who = line.who.iter().map(|who| who.title.markdown());
                let said = line.said.iter().map(|said| sentence_without_mark_up(said));
                for said in who.chain(said) {
                    let _ = write!(out, " · {said}");
                }
                out.push('\n');
            }
            out.push('\n');
        }
        for note in &self.notes {
            let _ = write!(out, "{note}\n\n");
        }
    }
}

/// A day with its name.
fn day(told: &Told<'_>, day: Date) -> String {
    let weekday = day.weekday().to_monday_one_offset();
    told.with("agenda-day", &[("weekday", weekday.into()), ("date", day.to_string().into())])
}

fn line(told: &Told<'_>, telling: &Telling<'_>, entry: &Entry, is_first: bool) -> Line {
    let people =
        entry.owner.into_iter().chain(entry.team.iter().copied().filter(|&id| Some(id) != entry.owner));
    let mut said = vec![telling.how_often(entry), telling.time_left(entry)];
    if let Some(end) = entry.end.filter(|&end| entry.day != Some(end)) {
        said.insert(1, told.with("agenda-until", &[("day", day(told, end).into())]));
    }
    said.retain(|said| !said.is_empty());
    let so_that = telling.first_step(entry).filter(|&step| is_first && !told.hides(step));
    let occasion = entry.occasion.name();
    Line {
        what: told.mention(entry.item),
        occasion: if occasion == "work" {
            String::new()
        } else {
            told.word("agenda-what", "occasion", occasion)
        },
        who: people.filter(|&id| !told.hides(id)).map(|id| told.mention(id)).collect(),
        said,
        so_that: so_that.map(|step| told.title(step)),
    }
}
