//! What a mediator writes: the plan as plain data, every value with its place.
//!
//! Ids are resolved while reading: a [`Ref`] always points at something that exists and is of a kind that its field
//! takes. What could not be resolved or understood is a [`crate::source::Fault`], and counts as not written.

mod change;
mod choice;
mod finding_name;
mod item;
mod leaks;
mod money;
mod names;
mod people;
mod read;
mod sensitivity;
mod settings;
mod uses;

pub use change::{Change, Changed, Obstacle, change_at, changed};
pub use choice::{
    Assumption, AssumptionKind, Choice, Commitment, Criterion, Event, Holds, Opt, OptRef, Scenario,
};
pub use finding_name::FindingName;
pub use item::{Degree, Every, Funding, Item, Level, Link, Needs, Sign, Status, Track, Work, WorkKind};
pub use leaks::HeldLeak;
pub use money::{Money, Total};
pub use names::{Id, Kind, Names, Ref, Thing};
pub use people::{
    Absence, Access, Consent, Constituency, Donor, DonorState, Grade, Lesson, LessonKind, Organisation,
    Other, Party, Person, Reports,
};
#[cfg(test)]
pub(crate) use read::is_id;
pub(crate) use read::{
    Expects, ID, IdFault, Key, KindSet, MeantNames, OfConstituency, OfParty, Place, ReportRhythm, Row, Site,
    Takes, What, Word, degrees, id_fault, is_field_of_plan, is_key, meant_word, nearest, nfc, section_name,
    sites, word_of, words,
};
pub use read::{Reading, read, read_over};
pub use settings::{Accepted, AcceptingComment, Factor, SetUp, Settings, Severity, SeveritySetting, Stage};
pub use uses::{Part, Said, Use};

use crate::source::{Located, Span};
use jiff::civil::Date;
use std::collections::HashSet;

/// A text of the plan and its place. Never empty.
pub type Text = Located<Box<str>>;

/// What may be written on everything that has an id.
#[derive(Debug, Clone, Default)]
pub struct Common {
    /// `description`.
    pub description: Option<Text>,
    /// `tags`.
    pub tags: Vec<Text>,
    /// `notes`.
    pub notes: Vec<Text>,
    /// `sensitivity`; absent means team.
    pub sensitivity: Option<Located<Sensitivity>>,
}

/// Who may see a thing, from everybody to the inner circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Sensitivity {
    /// Everybody.
    Public,
    /// Partner organisations.
    Partners,
    /// The team; what is not marked is of this kind.
    #[default]
    Team,
    /// The inner circle alone.
    Core,
}

/// One plan of format 1.
#[derive(Debug, Default)]
pub struct Plan {
    /// `title`.
    pub title: Option<Text>,
    /// `summary`.
    pub summary: Option<Text>,
    /// `language`, a BCP 47 tag.
    pub language: Option<Text>,
    /// `stage`, where it is written; see [`Plan::stage`].
    pub stage_written: Option<Located<Stage>>,
    /// `start` of the project window.
    pub start: Option<Located<Date>>,
    /// `end` of the project window, included.
    pub end: Option<Located<Date>>,
    /// `currency`.
    pub currency: Option<Text>,
    /// `reviewed`.
    pub reviewed: Option<Located<Date>>,
    /// `labels`: this donor's words for the levels.
    pub labels: Vec<(Level, Text)>,
    /// `set_up`, where written.
    pub set_up: Option<SetUp>,
    /// `factors`: the team's own assessment, 1 weak to 5 strong.
    pub factors: Vec<(Factor, Located<u8>)>,

    /// Every id and what it names, in the order of the text.
    pub names: Names,
    /// The items of the five levels in the order of the text; but the first is the ambition, wherever it is written.
    pub items: Vec<Item>,
    /// `people`.
    pub people: Vec<Person>,
    /// `organisations`.
    pub organisations: Vec<Organisation>,
    /// `parties`.
    pub parties: Vec<Party>,
    /// `others`: initiatives that are not ours.
    pub others: Vec<Other>,
    /// `constituencies`.
    pub constituencies: Vec<Constituency>,
    /// `donors`.
    pub donors: Vec<Donor>,
    /// `choices`.
    pub choices: Vec<Choice>,
    /// `assumptions`.
    pub assumptions: Vec<Assumption>,
    /// `scenarios`.
    pub scenarios: Vec<Scenario>,
    /// `lessons`.
    pub lessons: Vec<Lesson>,
    /// `accepted`.
    pub accepted: Vec<Accepted>,
    /// Comments that accept a finding, in the order of the text.
    pub accepting_comments: Vec<AcceptingComment>,
    /// `settings`.
    pub settings: Settings,

    /// What in the text could lead somebody to a person, in the order of the text. In the texts of the plan it is masked.
    pub leaks: Vec<HeldLeak>,
    /// The key of `title`, or the first character: where findings about the whole plan stand.
    pub at: Span,
    /// Fields whose value could not be taken, wholly or in part, by the id that holds them (none: the plan itself).
    /// Findings that only say that such a field is missing are not given. A section counts as a field of what it
    /// stands in; of `set_up` and `settings` it is the field inside that is named, elsewhere the field of the thing.
    pub faulty: HashSet<(Option<Id>, &'static str)>,
    /// Nothing of the text was left out: there was no fault in it.
    pub complete: bool,
}

impl Plan {
    /// The title of anything with an id; its id where the title could not be read.
    #[must_use]
    pub fn title_of(&self, id: Id) -> &str {
        let thing = self.names.get(id);
        thing.title.as_ref().map_or(&thing.name, |title| &title.value)
    }

    /// Sorts ids by their text.
    pub fn sort_by_name(&self, ids: &mut [Id]) {
        ids.sort_unstable_by(|a, b| self.names.name(*a).cmp(self.names.name(*b)));
    }

    /// The item with this id, where it is one of the five levels.
    #[must_use]
    pub fn item(&self, id: Id) -> Option<&Item> {
        let thing = self.names.get(id);
        thing.kind.level().map(|_| &self.items[thing.index as usize])
    }

    /// Whether the value of this field of this thing could not be taken.
    #[must_use]
    pub fn is_faulty(&self, id: Option<Id>, field: &'static str) -> bool {
        !self.faulty.is_empty() && self.faulty.contains(&(id, field))
    }

    /// Items of one level, in the order of the text.
    pub fn level(&self, level: Level) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.level == level)
    }

    /// The stage: as written, else worked out. Running, where some item is active or done; a plan, where some person,
    /// party, donor or organisation is named; else a sketch.
    #[must_use]
    pub fn stage(&self) -> Stage {
        if let Some(stage) = self.stage_written {
            return stage.value;
        }
        let running =
            |item: &Item| matches!(item.status.map(|s| s.value), Some(Status::Active | Status::Done));
        if self.items.iter().any(running) {
            Stage::Running
        } else if self.people.is_empty()
            && self.parties.is_empty()
            && self.donors.is_empty()
            && self.organisations.is_empty()
        {
            Stage::Sketch
        } else {
            Stage::Plan
        }
    }
}
