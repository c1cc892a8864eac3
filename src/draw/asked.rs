//! What is to be drawn, and how.

use crate::plan::{Id, Kind, Level};
use jiff::civil::Date;

/// Which way a picture runs from the ambition to daily work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// The ambition at the left.
    LeftToRight,
    /// The ambition at the top.
    TopDown,
    /// The ambition at the right.
    RightToLeft,
}

impl Direction {
    /// The name used on the command line and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::LeftToRight => "left-to-right",
            Self::TopDown => "top-down",
            Self::RightToLeft => "right-to-left",
        }
    }
}

/// What is drawn beside the items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum With {
    /// Who is responsible.
    People,
    /// Whom the work is with.
    Parties,
    /// Who pays.
    Donors,
    /// Under which choice it stands.
    Choices,
}

impl With {
    /// All four.
    pub const ALL: [Self; 4] = [Self::People, Self::Parties, Self::Donors, Self::Choices];

    /// What kind of thing it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self {
            Self::People => Kind::Person,
            Self::Parties => Kind::Party,
            Self::Donors => Kind::Donor,
            Self::Choices => Kind::Choice,
        }
    }

    /// The kinds of what is drawn for it: work is with constituencies as with parties.
    pub(super) fn kinds(self) -> &'static [Kind] {
        match self {
            Self::People => &[Kind::Person],
            Self::Parties => &[Kind::Party, Kind::Constituency],
            Self::Donors => &[Kind::Donor],
            Self::Choices => &[Kind::Choice],
        }
    }
}

/// What is to be drawn.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Which way; nothing: as the language of the plan is written.
    pub direction: Option<Direction>,
    /// What is drawn beside the items.
    pub with: Vec<With>,
    /// That in a column of its own, with lines to the work; else as signs in the boxes.
    pub in_column: bool,
    /// Only this item and what leads to it.
    pub under: Option<Id>,
    /// Only so many steps below the top.
    pub depth: Option<u32>,
    /// No level below this one.
    pub level: Option<Level>,
    /// What has failed: it and what falls with it are grey.
    pub without: Vec<Id>,
    /// Nothing is folded, however much there is.
    pub all: bool,
    /// The day that is told under the title.
    pub day: Option<Date>,
}
