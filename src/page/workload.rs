//! Who is loaded when: people and weeks as a map, colour beside numbers and signs.

use super::told::Told;
use super::words::Mention;
use crate::plan::Id;
use crate::report::hours::told as told_hours;
use crate::report::sheet::Sheet;
use crate::report::workload::{Asked, HeatCell, Workload};
use askama::Template;
use std::fmt::Write as _;

/// People who are told.
const MOST_PEOPLE: usize = 60;
/// Stretches of time.
const MOST_STRETCHES: usize = 12;
/// The widest number in a cell, in signs.
const WIDEST: usize = 4;

/// The map.
#[derive(Template)]
#[template(path = "workload.html")]
pub(super) struct Section<'a> {
    told: &'a Told<'a>,
    over: String,
    stretches: Vec<Stretch>,
    legend: Vec<(&'static str, &'static str, String)>,
    notes: Vec<String>,
    people: Vec<(Mention, String, String, String)>,
}

/// Half a year, or two, or more.
struct Stretch {
    id: String,
    caption: String,
    groups: Vec<(String, usize)>,
    /// The name of each column, and in short.
    columns: Vec<(String, String)>,
    rows: Vec<(Mention, Vec<Cell>)>,
}

struct Cell {
    class: &'static str,
    /// What stands in it.
    sign: String,
    /// For those who cannot see the colour.
    words: String,
}

impl<'a> Section<'a> {
    /// The map; nothing where nobody has work with hours in a week.
    pub(super) fn of(told: &'a Told<'a>) -> Option<Self> {
        let workload = Workload::of(told.read, told.today, Asked::default());
        let (column, heats) = workload.heat(told.wording.catalogue);
        let shown = |id: &Id| !told.hides(*id);
        let people: Vec<_> = workload.fullest().into_iter().filter(|(id, ..)| shown(id)).collect();
        if people.is_empty() {
            return None;
        }
        let kept: Vec<Id> = people.iter().take(MOST_PEOPLE).map(|(id, ..)| *id).collect();
        let more = heats.len().saturating_sub(MOST_STRETCHES);
        let stretch = |(number, heat): (usize, crate::report::workload::Heat)| {
            let rows = heat.rows.iter().filter(|(id, _)| kept.contains(id));
            let rows = rows.map(|(id, cells)| {
                (told.brief_mention(*id), cells.iter().map(|one| cell(told, one)).collect())
            });
            let columns = heat.columns.iter().map(|(first, last)| {
                let name = if first == last { first.to_string() } else { format!("{first} – {last}") };
                let short = first.to_string();
                let short = match column {
                    "week" => short.split_once("-W").map_or("", |(_, week)| week).to_owned(),
                    "month" => (first.monday().saturating_add(jiff::Span::new().days(3))).month().to_string(),
                    _ => short.split('-').next().unwrap_or_default().to_owned(),
                };
                (name, short)
            });
            let year = heat.year.map_or_else(String::new, |year| year.to_string());
            let from = heat.groups.first().map_or("", |(name, _)| name).to_owned();
            let to = heat.groups.last().map_or("", |(name, _)| name).to_owned();
            let args =
                [("year", year.into()), ("from", from.into()), ("to", to.into()), ("column", column.into())];
            Stretch {
                id: format!("workload-{number}"),
                caption: told.with("page-caption-workload", &args),
                columns: columns.collect(),
                rows: rows.collect(),
                groups: heat.groups,
            }
        };
        let stretches: Vec<Stretch> =
            heats.into_iter().take(MOST_STRETCHES).enumerate().map(stretch).collect();
        let mut notes = Vec::new();
        if workload.without_window() > 0 {
            let what = told.with("note-tasks-without-window", &[("count", workload.without_window().into())]);
            notes.push(told.with("workload-not-counted", &[("what", what.into())]));
        }
        if people.iter().any(|(_, hours, ..)| hours.is_none()) {
            notes.push(told.say("workload-legend-unsaid"));
        }
        if told.read.plan.choices.iter().any(|choice| choice.chosen.is_none() && !choice.options.is_empty()) {
            notes.push(told.say("workload-open-choices"));
        }
        if people.len() > MOST_PEOPLE || more > 0 {
            notes.push(told.say("page-workload-cut"));
        }
        let over: Vec<Id> = told
            .check
            .findings
            .iter()
            .filter(|finding| finding.name == crate::plan::FindingName::Overload)
            .filter_map(|finding| match finding.subject {
                crate::findings::Subject::Thing(id) => Some(id),
                _ => None,
            })
            .filter(shown)
            .collect();
        let args = [("count", over.len().into()), ("names", told.wording.listed(&over).into())];
        Some(Self {
            told,
            over: told.with("workload-over", &args),
            stretches,
            legend: LEGEND.map(|(class, sign)| (class, sign, told.word("page-heat", "cell", class))).to_vec(),
            notes,
            people: people
                .iter()
                .take(MOST_PEOPLE)
                .map(|(id, hours, week, most)| {
                    let hours = hours.map(told_hours).unwrap_or_default();
                    (told.mention(*id), hours, week.to_string(), told_hours(*most))
                })
                .collect(),
        })
    }

    fn column(&self, name: &'static str) -> String {
        self.told.word("page-workload-column", "column", name)
    }

    /// The fullest week of each, in Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        let _ = write!(out, "{}\n\n", crate::report::sheet::sentence_without_mark_up(&self.over));
        let rows = self.people.iter().map(|(who, hours, week, most)| {
            vec![who.title.text().to_owned(), hours.clone(), week.clone(), most.clone()]
        });
        let head = ["person", "capacity", "week", "most"].map(|name| self.column(name)).to_vec();
        *out += &Sheet { head, rows: rows.collect() }.markdown();
        out.push('\n');
        for note in &self.notes {
            let _ = write!(out, "{note}\n\n");
        }
    }
}

/// What stands in the legend: the class of a cell and a sign in it.
const LEGEND: [(&str, &str); 7] = [
    ("q1", "2"),
    ("q2", "5"),
    ("q3", "8"),
    ("q4", "11"),
    ("over", "!15"),
    ("away", "–"),
    ("work-away", "×4"),
];

fn cell(told: &Told<'_>, cell: &HeatCell) -> Cell {
    let hours = cell.hours.map(|hours| if hours < 10.0 { told_hours(hours) } else { format!("{hours:.0}") });
    let hours = hours.map(|hours| if hours.len() > WIDEST { "…".to_owned() } else { hours });
    let sign = match cell.class {
        "over" => format!("!{}", hours.clone().unwrap_or_default()),
        "work-away" => format!("×{}", hours.clone().unwrap_or_default()),
        "away" => "–".to_owned(),
        _ => hours.unwrap_or_default(),
    };
    let words = match cell.class {
        "over" | "work-away" => told.word("page-heat", "cell", cell.class),
        _ => String::new(),
    };
    Cell { class: cell.class, sign, words }
}
