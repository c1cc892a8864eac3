//! The workload as JSON.

use super::{Person, Workload};
use crate::check::Note;
use crate::graph::{Overload, Stretch, Week};
use crate::plan::Kind;
use crate::report::hours::Hours;
use crate::report::json::{Head, NoteJson};
use crate::report::wording::Wording;
use crate::report::write_document;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize)]
struct WorkloadJson<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The first and the last week that are told.
    from: Option<String>,
    to: Option<String>,
    notes: Vec<NoteJson>,
    people: Vec<PersonJson<'a>>,
}

#[derive(Serialize)]
struct PersonJson<'a> {
    item: &'a str,
    kind: &'static str,
    title: Cow<'a, str>,
    hours_per_week: Option<Hours>,
    hours: Hours,
    overload: Option<OverloadJson>,
    weeks: Weeks<'a>,
}

impl<'a> PersonJson<'a> {
    fn of(person: &'a Person, workload: &'a Workload<'_>, wording: Wording<'a>) -> Self {
        Self {
            item: workload.whole.plan.names.name(person.load.person),
            kind: Kind::Person.name(),
            title: wording.written(person.load.person),
            hours_per_week: person.load.hours_per_week.map(Hours),
            hours: Hours(person.hours()),
            overload: person.overload.map(OverloadJson::from),
            weeks: Weeks(&person.stretches),
        }
    }
}

#[derive(Serialize)]
struct OverloadJson {
    first_week: String,
    worst_week: String,
    worst_hours: Hours,
    capacity: Hours,
    weeks: u64,
}

impl From<Overload> for OverloadJson {
    fn from(overload: Overload) -> Self {
        Self {
            first_week: overload.first.to_string(),
            worst_week: overload.worst.to_string(),
            worst_hours: Hours(overload.worst_hours),
            capacity: Hours(overload.capacity),
            weeks: overload.weeks,
        }
    }
}

/// One entry for each week with work.
struct Weeks<'a>(&'a [Stretch]);

impl Serialize for Weeks<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(
            self.0.iter().flat_map(|stretch| stretch.each().map(|week| WeekJson::of(week, stretch))),
        )
    }
}

#[derive(Serialize)]
struct WeekJson {
    week: String,
    hours: Hours,
    capacity: Option<Hours>,
    over: bool,
    away: bool,
}

impl WeekJson {
    fn of(week: Week, stretch: &Stretch) -> Self {
        Self {
            week: week.to_string(),
            hours: Hours(stretch.hours),
            capacity: stretch.capacity.map(Hours),
            over: stretch.over().is_some(),
            away: stretch.is_away,
        }
    }
}

/// The workload as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(workload: &Workload<'_>, wording: Wording<'_>, out: &mut dyn Write) -> io::Result<()> {
    let person = |person| PersonJson::of(person, workload, wording);
    let notes = Some(workload.without_window).filter(|&count| count > 0).map(Note::TasksWithoutWindow);
    let document = WorkloadJson {
        head: Head::new("workload", workload.today, &workload.whole.source.path, workload.whole.title()),
        from: workload.weeks.map(|(first, _)| first.to_string()),
        to: workload.weeks.map(|(_, last)| last.to_string()),
        notes: notes.into_iter().map(NoteJson::from).collect(),
        people: workload.people.iter().map(person).collect(),
    };
    write_document(&document, out)
}
