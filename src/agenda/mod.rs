//! What is to be done from a day on: the days on which work begins, comes back, ends or is to be decided.
//!
//! Worked out from the plan and its graph; knows no words. It is a step of its own beside [`crate::check`]: the graph
//! does not know what day it is, and nothing here is a weakness.

mod calendar;
mod gather;
mod people;
mod series;

pub use series::Series;

use crate::graph::Graph;
use crate::plan::{Every, Id, Plan};
use jiff::civil::Date;

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Period {
    /// Whether this day is one of them.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        self.from <= day && day <= self.to
    }

    /// The days that both have; nothing where there is none.
    #[must_use]
    pub fn within(self, other: Self) -> Option<Self> {
        let common = Self { from: self.from.max(other.from), to: self.to.min(other.to) };
        (common.from <= common.to).then_some(common)
    }

    /// How many days these are.
    #[must_use]
    pub fn days(self) -> i64 {
        i64::from((self.to - self.from).get_days()) + 1
    }
}

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The day it is today: what should be over by then, and is not, comes first.
    pub today: Date,
    /// The days.
    pub period: Period,
    /// Only what one of these people owns or has a part in, or stands in for; everybody's where nobody is named.
    pub who: Vec<Id>,
}

/// What there is to do about something. In the order in which it is told within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Occasion {
    /// Work that is cut into tasks begins.
    Begins,
    /// To be done: a task, or an activity without an open task.
    Work,
    /// Work that is cut into tasks is to be finished.
    LastDay,
    /// A result is due: an objective, a goal, the ambition.
    Due,
    /// A donor waits for a report.
    Report,
    /// A choice is to be decided.
    Decide,
    /// Whether an assumption holds is to be found out.
    FindOut,
}

impl Occasion {
    /// The name used in messages and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Begins => "begins",
            Self::Work => "work",
            Self::LastDay => "last-day",
            Self::Due => "due",
            Self::Report => "report",
            Self::Decide => "decide",
            Self::FindOut => "find-out",
        }
    }
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is about.
    pub item: Id,
    /// What is to be done about it.
    pub occasion: Occasion,
    /// The day on which it is told; nothing for what can be done on any day.
    pub day: Option<Date>,
    /// Its first day; that of the window for work, also of work that comes back.
    pub start: Option<Date>,
    /// Its last day.
    pub end: Option<Date>,
    /// How often it comes back.
    pub every: Option<Every>,
    /// The one person responsible.
    pub owner: Option<Id>,
    /// Who else does it.
    pub team: Vec<Id>,
    /// The owner is away on that day.
    pub owner_away: bool,
    /// Who can stand in and is there, where the owner is away.
    pub deputies: Vec<Id>,
}

/// When somebody is away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Away {
    /// The person.
    pub who: Id,
    /// The days within the period.
    pub days: Period,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub struct Agenda {
    /// What was asked for.
    pub asked: Asked,
    /// Still open, though the last day was before today. The longest first.
    pub overdue: Told,
    /// Work that has begun before the period, done once, on whatever day. The nearest last day first.
    pub under_way: Told,
    /// What falls on a day of the period, by day.
    pub days: Told,
    /// Something has a day, within the period or not.
    pub has_days: bool,
    /// The first day after the period on which there is something.
    pub next: Option<Date>,
    /// Open work of which nobody has said when, or that ends before it begins; in the order of the text.
    pub undated: Vec<Id>,
    /// When those are away who have something to do, and those who were asked about; by person, then by day.
    pub away: Vec<Away>,
}

/// Entries: the first of them, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The first, up to [`Agenda::MOST`].
    pub first: Vec<Entry>,
    /// How many there are.
    pub count: u64,
}

impl Agenda {
    /// No more entries of one kind are told, so that 9,000 years of daily work do not fill a disk.
    pub const MOST: usize = 10_000;

    /// What is to be done in these days, by these people.
    #[must_use]
    pub fn of(plan: &Plan, graph: &Graph, asked: &Asked) -> Self {
        gather::agenda(plan, graph, asked)
    }

    /// Whether nothing of the plan is told: nothing overdue, nothing under way, nothing on a day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().next().is_none()
    }

    /// All entries that are told: overdue, under way, then by day.
    pub fn all(&self) -> impl Iterator<Item = &Entry> {
        [&self.overdue, &self.under_way, &self.days].into_iter().flat_map(|told| &told.first)
    }

    /// How many entries there are, told or not.
    #[must_use]
    pub fn count(&self) -> u64 {
        self.overdue.count.saturating_add(self.under_way.count).saturating_add(self.days.count)
    }
}
