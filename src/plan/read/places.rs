//! The places where keys may stand.

use super::keys::{Key, KeySet};
use super::table::{Row, rows_of};
use crate::plan::{Kind, Level};

/// Where a key can stand: the plan itself, a thing of some kind, or a mapping inside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// The top of the plan.
    Plan,
    /// In a thing with an id.
    In(Kind),
    /// In `set_up`.
    SetUp,
    /// In one of `signs`.
    Sign,
    /// In one of `away`.
    Absence,
    /// In one of `events`.
    Event,
    /// In one of `accepted`.
    Acceptance,
    /// In `settings`.
    Settings,
}

impl Place {
    /// Every place, top down: messages about a key that belongs elsewhere name them in this order.
    pub(crate) const ALL: [Self; 23] = [
        Self::Plan,
        Self::In(Kind::Ambition),
        Self::In(Kind::Goal),
        Self::In(Kind::Objective),
        Self::In(Kind::Activity),
        Self::In(Kind::Task),
        Self::Sign,
        Self::In(Kind::Person),
        Self::Absence,
        Self::In(Kind::Organisation),
        Self::In(Kind::Party),
        Self::In(Kind::Other),
        Self::In(Kind::Constituency),
        Self::In(Kind::Donor),
        Self::In(Kind::Choice),
        Self::In(Kind::Option),
        Self::In(Kind::Assumption),
        Self::In(Kind::Scenario),
        Self::Event,
        Self::In(Kind::Lesson),
        Self::SetUp,
        Self::Acceptance,
        Self::Settings,
    ];

    /// The key under which such a mapping is written; `plan` for the top.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::In(kind) => section_name(kind),
            Self::SetUp => "set_up",
            Self::Sign => "signs",
            Self::Absence => "away",
            Self::Event => "events",
            Self::Acceptance => "accepted",
            Self::Settings => "settings",
        }
    }

    /// The keys that may stand here. `id` is not among them: it depends on the mapping standing in a list.
    pub(super) fn allowed(self) -> KeySet {
        ALLOWED[self.number()]
    }

    /// What is said of each key that may stand here.
    pub(crate) fn rows(self) -> impl Iterator<Item = &'static Row> {
        rows_of(self).iter().copied().flatten()
    }

    /// A number of its own.
    const fn number(self) -> usize {
        match self {
            Self::In(kind) => kind as usize,
            Self::Plan => FIRST,
            Self::SetUp => FIRST + 1,
            Self::Sign => FIRST + 2,
            Self::Absence => FIRST + 3,
            Self::Event => FIRST + 4,
            Self::Acceptance => FIRST + 5,
            Self::Settings => FIRST + 6,
        }
    }

    /// The places where this key may stand, named and joined by commas: first among the levels for a key on a level,
    /// because `hours` on an activity is most likely meant for a task.
    pub(super) fn names_with(key: Key, near: Self) -> String {
        let has = |place: &&Self| place.allowed().has(key);
        let is_level = |place: &Self| matches!(place, Self::In(kind) if kind.level().is_some());
        let levels: Vec<_> = Self::ALL.iter().filter(has).filter(|place| is_level(place)).collect();
        let chosen = if is_level(&near) && !levels.is_empty() {
            levels
        } else {
            Self::ALL.iter().filter(has).collect()
        };
        let names: Vec<_> = chosen.into_iter().map(|place| place.name()).collect();
        names.join(", ")
    }
}

/// The key of the section in which things of this kind stand.
pub(crate) fn section_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Ambition => "ambition",
        Kind::Goal => Level::Goal.section(),
        Kind::Objective => Level::Objective.section(),
        Kind::Activity => Level::Activity.section(),
        Kind::Task => Level::Task.section(),
        Kind::Person => "people",
        Kind::Organisation => "organisations",
        Kind::Party => "parties",
        Kind::Other => "others",
        Kind::Constituency => "constituencies",
        Kind::Donor => "donors",
        Kind::Choice => "choices",
        Kind::Assumption => "assumptions",
        Kind::Scenario => "scenarios",
        Kind::Lesson => "lessons",
        Kind::Option => "options",
    }
}

/// How many kinds of things there are: the number of the first place that is none of them.
const FIRST: usize = Kind::Option as usize + 1;

/// The keys of each place, worked out by the compiler.
static ALLOWED: [KeySet; Place::ALL.len()] = {
    let mut sets = [KeySet::NONE; Place::ALL.len()];
    let mut place = 0;
    while place < sets.len() {
        let lists = rows_of(Place::ALL[place]);
        let mut keys = KeySet::NONE;
        let mut list = 0;
        while list < lists.len() {
            let mut row = 0;
            while row < lists[list].len() {
                keys = keys.with(lists[list][row].key);
                row += 1;
            }
            list += 1;
        }
        sets[Place::ALL[place].number()] = keys;
        place += 1;
    }
    sets
};
