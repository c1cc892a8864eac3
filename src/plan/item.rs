//! The five levels, from the ambition down to daily work.

use super::{Common, Id, Money, OptRef, Ref, Text};
use crate::source::{Located, Span};
use jiff::civil::Date;

/// The five levels. A higher level is the smaller value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Long-term change.
    Ambition,
    /// Medium-term change.
    Goal,
    /// A direct result.
    Objective,
    /// Work.
    Activity,
    /// Daily work.
    Task,
}

impl Level {
    /// All five, top down.
    pub const ALL: [Self; 5] = [Self::Ambition, Self::Goal, Self::Objective, Self::Activity, Self::Task];

    /// The name used in messages and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ambition => "ambition",
            Self::Goal => "goal",
            Self::Objective => "objective",
            Self::Activity => "activity",
            Self::Task => "task",
        }
    }

    /// The key of its section. The ambition's is `ambition`.
    #[must_use]
    pub fn section(self) -> &'static str {
        match self {
            Self::Ambition => "ambition",
            Self::Goal => "goals",
            Self::Objective => "objectives",
            Self::Activity => "activities",
            Self::Task => "tasks",
        }
    }
}

/// How many supporters must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// At least one.
    Any,
    /// All of them.
    All,
    /// This many, at least 1.
    Count(u32),
}

/// How far an item has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// Not begun.
    #[default]
    Planned,
    /// Under way.
    Active,
    /// Finished.
    Done,
    /// Given up.
    Dropped,
}

/// Track of diplomacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Track {
    /// Official.
    One,
    /// Officials in a private capacity.
    OneAndAHalf,
    /// Unofficial elites.
    Two,
    /// Grassroots.
    Three,
}

impl Track {
    /// The word for it in a plan.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::One => "1",
            Self::OneAndAHalf => "1.5",
            Self::Two => "2",
            Self::Three => "3",
        }
    }
}

/// How often a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    /// Seven times a week.
    Day,
    /// Five times a week.
    Weekday,
    /// Once a week.
    Week,
    /// Every other week.
    TwoWeeks,
    /// Twelve times a year.
    Month,
    /// Four times a year.
    Quarter,
}

/// What an activity or task is, in mediation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The words say it.
pub enum WorkKind {
    Analysis,
    Contact,
    Shuttle,
    Talks,
    Training,
    Agreement,
    FollowUp,
    Coordination,
    Outreach,
    Planning,
    Reporting,
    Security,
    Care,
}

/// How far a constituency takes part; a party is in contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // The words say it.
pub enum Degree {
    Inform,
    Consult,
    TakePart,
    Decide,
    Contact,
}

/// A party or constituency that work is in contact with.
#[derive(Debug, Clone, Copy)]
pub struct Link {
    /// The party or constituency.
    pub to: Ref,
    /// How far, where it is written.
    pub degree: Option<Located<Degree>>,
}

/// Who pays for a piece of work.
#[derive(Debug, Clone, Default)]
pub enum Funding {
    /// Nothing written.
    #[default]
    Unsaid,
    /// One donor, or a list: any of them brings the whole cost.
    Whole(Vec<Ref>),
    /// A mapping: each donor its amount.
    Amounts(Vec<(Ref, Located<Money>)>),
}

impl Funding {
    /// The donors, in the order of the text.
    pub fn donors(&self) -> impl Iterator<Item = Ref> + '_ {
        let (whole, amounts): (&[Ref], &[(Ref, Located<Money>)]) = match self {
            Self::Unsaid => (&[], &[]),
            Self::Whole(donors) => (donors, &[]),
            Self::Amounts(amounts) => (&[], amounts),
        };
        whole.iter().copied().chain(amounts.iter().map(|(donor, _)| *donor))
    }

    /// Whether anything is written.
    #[must_use]
    pub fn is_said(&self) -> bool {
        !matches!(self, Self::Unsaid)
    }
}

/// What one would notice.
#[derive(Debug, Clone)]
pub struct Sign {
    /// Its name within its holder.
    pub name: Text,
    /// A bare text, or `measure`.
    pub measure: Option<Text>,
    /// `baseline`, `target`, `value`: numbers or texts, as written.
    pub baseline: Option<Text>,
    /// See `baseline`.
    pub target: Option<Text>,
    /// See `baseline`.
    pub value: Option<Text>,
    /// Where one would read it.
    pub source: Option<Text>,
}

/// What only activities and tasks (and, where noted, objectives) have.
#[derive(Debug, Clone, Default)]
pub struct Work {
    /// `who`: the one person responsible.
    pub who: Option<Ref>,
    /// `deputy`.
    pub deputies: Vec<Ref>,
    /// `team`.
    pub team: Vec<Ref>,
    /// `lead` (objectives too).
    pub lead: Option<Ref>,
    /// `partners` (objectives too).
    pub partners: Vec<Ref>,
    /// `for`.
    pub care_for: Vec<Ref>,
    /// `days`.
    pub days: Option<Located<u32>>,
    /// `depends_on` (objectives too): objectives, activities, tasks.
    pub depends_on: Vec<Ref>,
    /// `only_if` (objectives too).
    pub only_if: Option<OptRef>,
    /// `hours`, of tasks.
    pub hours: Option<Located<f64>>,
    /// `every`, of tasks.
    pub every: Option<Located<Every>>,
    /// `cost`.
    pub cost: Option<Located<Money>>,
    /// `funded_by`.
    pub funded_by: Funding,
    /// `with`.
    pub with: Vec<Link>,
    /// `kind`.
    pub kind: Option<Located<WorkKind>>,
}

/// An item of one of the five levels.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its id.
    pub id: Id,
    /// Its level.
    pub level: Level,
    /// The item it is nested in, as an index into the plan's items, where it is written inside one.
    pub holder: Option<u32>,
    /// `supports`, as written; links that point down or onto a task are still here, and make no edge.
    pub supports: Vec<Ref>,
    /// `needs`.
    pub needs: Option<Located<Needs>>,
    /// `because`.
    pub because: Option<Text>,
    /// `assumes`.
    pub assumes: Vec<Ref>,
    /// `status`.
    pub status: Option<Located<Status>>,
    /// `start`.
    pub start: Option<Located<Date>>,
    /// `end`, included.
    pub end: Option<Located<Date>>,
    /// `feeds_back`.
    pub feeds_back: Vec<Ref>,
    /// `track`.
    pub track: Option<Located<Track>>,
    /// `signs`, of goals and objectives.
    pub signs: Vec<Sign>,
    /// What else an objective, activity or task may have. Boxed: many items have none of it.
    pub work: Option<Box<Work>>,
    /// Description, tags, notes, sensitivity, where one is written.
    pub common: Option<Box<Common>>,
    /// The whole entry, key and value: for editors and for comments that stand inside.
    pub whole: Span,
}

impl Item {
    /// `depends_on`.
    #[must_use]
    pub fn depends_on(&self) -> &[Ref] {
        self.work.as_ref().map_or(&[], |work| &work.depends_on)
    }

    /// `only_if`.
    #[must_use]
    pub fn only_if(&self) -> Option<OptRef> {
        self.work.as_ref().and_then(|work| work.only_if)
    }

    /// `who`, its own.
    #[must_use]
    pub fn who(&self) -> Option<Ref> {
        self.work.as_ref().and_then(|work| work.who)
    }

    /// `kind`.
    #[must_use]
    pub fn kind(&self) -> Option<WorkKind> {
        self.work.as_ref().and_then(|work| work.kind).map(|kind| kind.value)
    }
}
