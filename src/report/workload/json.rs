//! The workload as JSON.

use super::{Person, Workload};
use crate::check::Note;
use crate::graph::{Overload, Stretch, Week};
use crate::plan::Kind;
use crate::report::hours::Hours;
use crate::report::json::{Head, NoteJson};
use crate::report::shape::KindName;
use crate::report::wording::Wording;
use crate::report::write_document;
use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct WorkloadJson<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The first and the last week that are told.
    from: Option<String>,
    /// The last week that is told.
    to: Option<String>,
    /// What is to be known about these numbers.
    notes: Vec<NoteJson>,
    /// The people with work, in the order of the text.
    people: Vec<PersonJson<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct PersonJson<'a> {
    /// The id of what this is about.
    item: &'a str,
    /// What it is.
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// Hours a week that the person has.
    hours_per_week: Option<Hours>,
    /// All hours of these weeks.
    hours: Hours,
    /// Where there is more work than time.
    overload: Option<OverloadJson>,
    /// The weeks with work.
    #[schemars(with = "Vec<WeekJson>")]
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

#[derive(Serialize, JsonSchema)]
struct OverloadJson {
    /// The first week with too much work.
    first_week: String,
    /// The week with the most.
    worst_week: String,
    /// Hours of work in that week.
    worst_hours: Hours,
    /// Hours that the person has in that week.
    capacity: Hours,
    /// How many weeks have too much work.
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

#[derive(Serialize, JsonSchema)]
struct WeekJson {
    /// The week, such as 2027-W09.
    week: String,
    /// Hours of work in this week.
    hours: Hours,
    /// Hours that the person has in this week.
    capacity: Option<Hours>,
    /// Whether there is more work than time.
    over: bool,
    /// Whether the person is away all week.
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
