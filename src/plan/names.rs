//! The one name space of a plan: every id, what it names, and where.

use super::{Level, Text};
use crate::source::Span;
use indexmap::IndexSet;
use indexmap::set::MutableValues;
use std::borrow::Borrow;
use std::hash::{Hash, Hasher};

/// Something that has an id: an index into [`Names`], in the order of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(pub u32);

impl Id {
    /// As an index.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A reference to something with an id, and the place where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ref {
    /// What is meant.
    pub id: Id,
    /// Where it is written.
    pub at: Span,
}

/// What kind of thing an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The long-term change the project contributes to.
    Ambition,
    /// A medium-term change in what parties or institutions do.
    Goal,
    /// A direct result within the team's reach.
    Objective,
    /// Work that brings objectives about.
    Activity,
    /// Daily work with one owner.
    Task,
    /// A person of the team.
    Person,
    /// An organisation.
    Organisation,
    /// A party to the conflict.
    Party,
    /// An initiative that is not ours.
    Other,
    /// A group of people whom the conflict concerns.
    Constituency,
    /// Who gives money.
    Donor,
    /// A decision area.
    Choice,
    /// What a step relies on and nobody here controls.
    Assumption,
    /// A thinkable turn of events.
    Scenario,
    /// Something learned.
    Lesson,
    /// One of the alternatives of a choice.
    Option,
}

impl Kind {
    /// Every kind. What holds others comes before them.
    pub const ALL: [Self; 16] = [
        Self::Ambition,
        Self::Goal,
        Self::Objective,
        Self::Activity,
        Self::Task,
        Self::Person,
        Self::Organisation,
        Self::Party,
        Self::Other,
        Self::Constituency,
        Self::Donor,
        Self::Choice,
        Self::Assumption,
        Self::Scenario,
        Self::Lesson,
        Self::Option,
    ];

    /// The name used in JSON and in message arguments.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Ambition => "ambition",
            Self::Goal => "goal",
            Self::Objective => "objective",
            Self::Activity => "activity",
            Self::Task => "task",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Party => "party",
            Self::Other => "other",
            Self::Constituency => "constituency",
            Self::Donor => "donor",
            Self::Choice => "choice",
            Self::Assumption => "assumption",
            Self::Scenario => "scenario",
            Self::Lesson => "lesson",
            Self::Option => "option",
        }
    }

    /// The kind of the items of a level.
    #[must_use]
    pub fn of(level: Level) -> Self {
        match level {
            Level::Ambition => Self::Ambition,
            Level::Goal => Self::Goal,
            Level::Objective => Self::Objective,
            Level::Activity => Self::Activity,
            Level::Task => Self::Task,
        }
    }

    /// The level, where it is one of the five.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Ambition => Some(Level::Ambition),
            Self::Goal => Some(Level::Goal),
            Self::Objective => Some(Level::Objective),
            Self::Activity => Some(Level::Activity),
            Self::Task => Some(Level::Task),
            _ => None,
        }
    }
}

/// One id and what it names.
#[derive(Debug, Clone)]
pub struct Thing {
    /// The id as written (NFC); a made one for an entry of a list without `id`; `choice.option` for an option.
    pub name: Box<str>,
    /// What it names.
    pub kind: Kind,
    /// Its title; nothing where it is faulty, or not written on what is no item. For a choice, its question.
    pub title: Option<Text>,
    /// Its key, or the entry of a list where the id was made. The place of findings about it.
    pub at: Span,
    /// Index into the plan's vector of its kind; for an option, the index of its choice.
    pub index: u32,
    /// Nobody wrote the id: it is made from the place of the entry in its list, and moves with it.
    pub is_made: bool,
}

/// Every id of a plan, in the order of the text.
#[derive(Debug, Default)]
pub struct Names {
    things: IndexSet<ByName>,
}

/// A thing, as it is looked up: by its name alone.
#[derive(Debug)]
struct ByName(Thing);

impl PartialEq for ByName {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

impl Eq for ByName {}

impl Hash for ByName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.name.hash(state);
    }
}

impl Borrow<str> for ByName {
    fn borrow(&self) -> &str {
        &self.0.name
    }
}

impl Names {
    /// What this id names.
    #[must_use]
    pub fn get(&self, id: Id) -> &Thing {
        &self.things[id.index()].0
    }

    /// Gives a thing its title, which is learned after its id.
    pub(super) fn set_title(&mut self, id: Id, title: Text) {
        if let Some(thing) = self.things.get_index_mut2(id.index()) {
            thing.0.title = Some(title);
        }
    }

    /// The id as text.
    #[must_use]
    pub fn name(&self, id: Id) -> &str {
        &self.get(id).name
    }

    /// The thing of this name, an option as `choice.option`.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Id> {
        self.things.get_index_of(name).map(|index| Id(index as u32))
    }

    /// Adds a thing.
    ///
    /// # Errors
    /// The thing that has this name already.
    pub(super) fn declare(&mut self, thing: Thing) -> Result<Id, Id> {
        let (index, is_new) = self.things.insert_full(ByName(thing));
        let id = Id(index as u32);
        if is_new { Ok(id) } else { Err(id) }
    }

    /// Everything with an id, in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (Id, &Thing)> {
        self.things.iter().enumerate().map(|(i, thing)| (Id(i as u32), &thing.0))
    }

    /// How many ids there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.things.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.things.is_empty()
    }
}
