//! What a finding is: a name, places and arguments, and no prose. Words are added at the edge, in the reader's language.

use super::Acceptance;
use crate::baseline::KNOWN_SINCE;
use crate::plan::{Factor, FindingName, Id, Kind, Plan, Severity};
use crate::source::{Slip, Span};
use jiff::civil::Date;

/// What a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The whole plan, or a part of it that has no id; the path of keys that names it.
    Plan(Box<str>),
    /// Something with an id.
    Thing(Id),
    /// Something whose id is written but did not become part of the plan, as inside the second of two equal ids.
    Unread(Box<str>),
}

impl Subject {
    /// The id as text; nothing where it is about the whole plan.
    #[must_use]
    pub fn item<'a>(&'a self, plan: Option<&'a Plan>) -> Option<&'a str> {
        match self {
            Self::Plan(_) => None,
            Self::Thing(id) => plan.map(|plan| plan.names.name(*id)),
            Self::Unread(name) => Some(name),
        }
    }

    /// What kind of thing it is.
    #[must_use]
    pub fn kind(&self, plan: Option<&Plan>) -> Option<Kind> {
        match self {
            Self::Thing(id) => plan.map(|plan| plan.names.get(*id).kind),
            _ => None,
        }
    }
}

/// An argument of a finding.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A thing of the plan: shown by its title, published by its id.
    Id(Id),
    /// Several; shown by their titles, published by their ids.
    Ids(Vec<Id>),
    /// A text of the plan, or a word that the catalogue selects by.
    Text(Box<str>),
    /// How many.
    Count(u64),
    /// Hours, never below zero; told with one decimal, published exactly.
    Hours(f64),
    /// A day.
    Date(Date),
}

/// Another place that belongs to a finding. Its words are the message `related-ROLE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// What stands there.
    pub item: Option<Id>,
    /// Where.
    pub at: Span,
    /// What it has to do with the finding.
    pub role: &'static str,
}

/// One thing worth looking at.
#[derive(Debug, Clone)]
pub struct Finding {
    /// Its name.
    pub name: FindingName,
    /// How much it weighs, settings considered.
    pub severity: Severity,
    /// It can come only because time went on.
    pub dated: bool,
    /// What it is about.
    pub subject: Subject,
    /// Its one primary place.
    pub at: Span,
    /// Further places.
    pub related: Vec<Related>,
    /// The factor it belongs to.
    pub factor: Option<Factor>,
    /// For `invalid`, `unknown-id` and `duplicate-id`: which slip, so which sentence.
    pub slip: Option<Slip>,
    /// Its arguments, by name.
    pub facts: Vec<(&'static str, Value)>,
    /// How the team has come to live with it, where it has: it counts nowhere then.
    pub accepted: Option<Acceptance>,
}

impl Finding {
    /// The argument of this name.
    #[must_use]
    pub fn fact(&self, name: &str) -> Option<&Value> {
        self.facts.iter().find(|(fact, _)| *fact == name).map(|(_, value)| value)
    }

    /// The ids under this argument; none where it has none.
    #[must_use]
    pub fn ids(&self, name: &str) -> &[Id] {
        match self.fact(name) {
            Some(Value::Ids(ids)) => ids,
            Some(Value::Id(id)) => std::slice::from_ref(id),
            _ => &[],
        }
    }

    /// The number under this argument; 0 where it has none.
    #[must_use]
    pub fn count(&self, name: &str) -> u64 {
        match self.fact(name) {
            Some(Value::Count(count)) => *count,
            _ => 0,
        }
    }

    /// Since when it has been in the baseline, where that is so long that it counts again.
    #[must_use]
    pub fn known_since(&self) -> Option<Date> {
        match self.fact(KNOWN_SINCE) {
            Some(Value::Date(since)) => Some(*since),
            _ => None,
        }
    }

    /// A name that stays the same while lines move: from the finding and the item, or the path of keys where there is
    /// none. 16 hexadecimal digits (FNV-1a, 64 bits).
    #[must_use]
    pub fn fingerprint(&self, plan: Option<&Plan>) -> String {
        format!("{:016x}", self.fingerprint_number(plan))
    }

    /// The number that the fingerprint writes.
    #[must_use]
    pub fn fingerprint_number(&self, plan: Option<&Plan>) -> u64 {
        use std::hash::Hasher;
        let mut hasher = fnv::FnvHasher::default();
        hasher.write(self.name.name().as_bytes());
        match &self.subject {
            Subject::Plan(path) => {
                hasher.write(b"\0path\0");
                hasher.write(path.as_bytes());
            }
            subject => {
                hasher.write(b"\0item\0");
                hasher.write(subject.item(plan).unwrap_or_default().as_bytes());
            }
        }
        hasher.finish()
    }
}
