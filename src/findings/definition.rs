//! What is known of a kind of finding before any plan is read.

use super::{Context, Found};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// The families that findings come in. "Not looked at" names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The text itself and the checking.
    Text,
    /// The line from ambition to daily work.
    Line,
    /// People and group.
    People,
    /// Money.
    Money,
    /// Choices and assumptions.
    Choices,
    /// Time.
    Time,
    /// Tracks, organisations, constituencies, follow-through.
    Tracks,
    /// Care with people.
    Care,
}

impl Family {
    /// Those that "not looked at" can name.
    pub const LOOKED_AT: [Self; 7] =
        [Self::Line, Self::People, Self::Money, Self::Choices, Self::Time, Self::Tracks, Self::Care];

    /// The name used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Line => "line",
            Self::People => "people",
            Self::Money => "money",
            Self::Choices => "choices",
            Self::Time => "time",
            Self::Tracks => "tracks",
            Self::Care => "care",
        }
    }
}

/// One kind of finding.
#[derive(Debug)]
pub struct Definition {
    /// Its name.
    pub name: FindingName,
    /// Its family.
    pub family: Family,
    /// How much it weighs where nothing else is set.
    pub severity: Severity,
    /// The first stage at which it is given.
    pub from: Stage,
    /// The factor it belongs to, where it is always the same.
    pub factor: Option<Factor>,
    /// It can come only because time went on, always.
    pub dated: bool,
    /// The arguments that JSON publishes beside the fields that every finding has.
    pub fields: &'static [&'static str],
    /// Finds every case of it in a plan.
    pub find: fn(&Context<'_>, &mut Vec<Found>),
}
