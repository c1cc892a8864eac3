//! What is to be done, as JSON.

use super::Telling;
use crate::agenda::Entry;
use crate::graph::Graph;
use crate::report::json::Head;
use crate::report::shape::{Day, KindName};
use crate::report::write_document;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The first day that is told.
    #[schemars(with = "Day")]
    from: Date,
    /// The last day that is told.
    #[schemars(with = "Day")]
    to: Date,
    /// The people who were asked about; all, where there are none.
    who: Vec<&'a str>,
    /// Overdue, then what can be done on any day, then by day.
    entries: Vec<EntryJson<'a>>,
    /// How many entries there are.
    entries_count: u64,
    /// The first day after these with an entry.
    #[schemars(with = "Option<Day>")]
    next: Option<Date>,
    /// Work without dates; the first of it.
    undated: Vec<&'a str>,
    /// How much work has no dates.
    undated_count: usize,
    /// Who is away, and when.
    away: Vec<AwayJson<'a>>,
    /// The chain of work by which the last day of all is told.
    critical_path: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct EntryJson<'a> {
    /// What there is to do about it.
    what: &'static str,
    /// The id of what this is about.
    item: &'a str,
    /// What it is.
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// Whether it should have been done by now.
    overdue: bool,
    /// Nothing for what is overdue, and for work that can be done on any day.
    #[schemars(with = "Option<Day>")]
    day: Option<Date>,
    /// The first day.
    #[schemars(with = "Option<Day>")]
    start: Option<Date>,
    /// The last day.
    #[schemars(with = "Option<Day>")]
    end: Option<Date>,
    /// How often it is done.
    every: Option<&'static str>,
    /// The person who is responsible for it.
    who: Option<&'a str>,
    /// Further people who do it.
    team: Vec<&'a str>,
    /// Days that the work can be late and everything after it still in time.
    slack: Option<i64>,
    /// Whether the one who is responsible is away then.
    owner_away: bool,
    /// People who can stand in.
    deputies: Vec<&'a str>,
    /// The option under which alone it belongs to the plan.
    only_if: Option<&'a str>,
    /// The first line of sight, from the item itself to the top.
    line: Vec<&'a str>,
    /// Where that has more steps than are told.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    line_cut: bool,
    /// Whether its line leads to the ambition.
    reaches_ambition: Option<bool>,
}

#[derive(Serialize, JsonSchema)]
struct AwayJson<'a> {
    /// The person who is away.
    who: &'a str,
    /// The first day.
    #[schemars(with = "Day")]
    start: Date,
    /// The last day.
    #[schemars(with = "Day")]
    end: Date,
}

/// What is to be done, as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(telling: &Telling<'_>, out: &mut dyn Write) -> io::Result<()> {
    let agenda = telling.agenda;
    let names = |ids: &[_]| ids.iter().map(|&id| telling.name(id)).collect::<Vec<_>>();
    let entry = |entry: &Entry, overdue: bool| {
        let line = telling.line(entry);
        let steps = line.iter().flat_map(|line| std::iter::once(&entry.item).chain(&line.steps));
        EntryJson {
            what: entry.occasion.name(),
            item: telling.name(entry.item),
            kind: telling.whole.plan.names.get(entry.item).kind.name(),
            title: telling.wording.written(entry.item),
            overdue,
            day: entry.day,
            start: entry.start,
            end: entry.end,
            every: entry.every.map(super::every_written),
            who: entry.owner.map(|owner| telling.name(owner)),
            team: names(&entry.team),
            slack: telling.slack(entry),
            owner_away: entry.owner_away,
            deputies: names(&entry.deputies),
            only_if: telling.only_if(entry),
            line: steps.map(|&id| telling.name(id)).collect(),
            line_cut: line.as_ref().is_some_and(|line| line.is_cut),
            reaches_ambition: line.as_ref().map(|line| line.leads),
        }
    };
    let overdue = agenda.overdue.first.iter().map(|late| entry(late, true));
    let others = agenda.under_way.first.iter().chain(&agenda.days.first).map(|other| entry(other, false));
    let document = Document {
        head: Head::new("agenda", agenda.asked.today, &telling.whole.source.path, telling.whole.title()),
        from: agenda.asked.period.from,
        to: agenda.asked.period.to,
        who: names(&agenda.asked.who),
        entries: overdue.chain(others).collect(),
        entries_count: agenda.count(),
        next: agenda.next,
        undated: names(&agenda.undated[..agenda.undated.len().min(Graph::MOST_LISTED)]),
        undated_count: agenda.undated.len(),
        away: agenda
            .away
            .iter()
            .map(|away| AwayJson { who: telling.name(away.who), start: away.days.from, end: away.days.to })
            .collect(),
        critical_path: names(&telling.sequence.critical_path()),
    };
    write_document(&document, out)
}
