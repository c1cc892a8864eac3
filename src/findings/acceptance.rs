//! How a team has come to live with a finding.

use crate::plan::{Plan, Severity};
use crate::source::{Located, Span};
use jiff::civil::Date;

/// Why a finding counts nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acceptance {
    /// The entry under `accepted` with this index meets it.
    Entry(u32),
    /// The comment with this index among those that accept a finding meets it.
    Comment(u32),
    /// It has stood in the baseline since this day.
    Baseline {
        /// The day on which it was written there first.
        since: Date,
    },
    /// The plan's own settings make it weigh so much, or turn it off; the settings in force for all plans weigh it more.
    Settings {
        /// What the plan makes of it; nothing where it turns it off.
        to: Option<Severity>,
    },
}

impl Acceptance {
    /// The name used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Entry(_) => "entry",
            Self::Comment(_) => "comment",
            Self::Baseline { .. } => "baseline",
            Self::Settings { .. } => "settings",
        }
    }

    /// Whether it stands in the text of the plan, where everybody who reads the plan can see it.
    #[must_use]
    pub fn is_in_plan(self) -> bool {
        !matches!(self, Self::Baseline { .. })
    }

    /// The reason that somebody has written in the plan, and its last day; nothing where there is none.
    #[must_use]
    pub fn written(self, plan: &Plan) -> Option<Reason<'_>> {
        match self {
            Self::Entry(index) => plan.accepted.get(index as usize).map(|entry| Reason {
                because: &entry.because.value,
                until: entry.until.map(|until| until.value),
            }),
            Self::Comment(index) => plan.accepting_comments.get(index as usize).map(|comment| Reason {
                because: &comment.because.value,
                until: comment.until.map(|until| until.value),
            }),
            Self::Baseline { .. } | Self::Settings { .. } => None,
        }
    }
}

/// Why somebody accepts a finding, and how long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason<'a> {
    /// Why.
    pub because: &'a str,
    /// The last day on which it is accepted.
    pub until: Option<Date>,
}

/// Whether this day is over.
pub(super) fn is_past(until: Option<Located<Date>>, today: Date) -> bool {
    until.is_some_and(|until| until.value < today)
}

/// Whether a place begins in this line.
pub(super) fn is_in_line(at: Span, line: Span) -> bool {
    (line.start..=line.end).contains(&at.start)
}
