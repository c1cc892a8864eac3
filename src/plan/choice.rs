//! Choices and what is not known: decision areas with their options, assumptions, scenarios.

use super::{Common, Id, Ref, Text};
use crate::source::{Located, Span};
use jiff::civil::Date;

/// A reference to an option of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OptRef {
    /// The choice, as an index into the plan's choices.
    pub choice: u32,
    /// The option, as an index into the choice's options.
    pub option: u32,
    /// Where it is written.
    pub at: Span,
}

impl OptRef {
    /// Whether both mean the same option.
    #[must_use]
    pub fn is(self, other: Self) -> bool {
        (self.choice, self.option) == (other.choice, other.option)
    }
}

/// One of the alternatives of a choice.
#[derive(Debug, Clone)]
pub struct Opt {
    /// Its id, named `choice.option`.
    pub id: Id,
    /// Its name within the choice.
    pub name: Box<str>,
    /// Scores by criterion, as an index into the choice's criteria.
    pub scores: Vec<(u32, Located<f64>)>,
    /// Description, tags, notes, sensitivity, where one is written.
    pub common: Option<Box<Common>>,
}

/// What the options of a choice are compared by.
#[derive(Debug, Clone)]
pub struct Criterion {
    /// Its name within the choice.
    pub name: Text,
    /// Its weight.
    pub weight: Located<f64>,
}

/// What is to become of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Commitment {
    /// Decide now.
    Now,
    /// Find out more first.
    Explore,
    /// Decide later.
    Later,
    /// Keep in reserve.
    Reserve,
}

/// A decision area.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Its id. Its question is the title of the id.
    pub id: Id,
    /// `decide_by`.
    pub decide_by: Option<Located<Date>>,
    /// `who` decides.
    pub who: Option<Ref>,
    /// `options`, in the order of the text.
    pub options: Vec<Opt>,
    /// `excludes`: an own option (index) and one of another choice. It works both ways.
    pub excludes: Vec<(Located<u32>, OptRef)>,
    /// `criteria`.
    pub criteria: Vec<Criterion>,
    /// `chosen`: an own option (index).
    pub chosen: Option<Located<u32>>,
    /// `because`.
    pub because: Option<Text>,
    /// `commitment`.
    pub commitment: Option<Located<Commitment>>,
    /// `trigger`: what would bring the decision on.
    pub trigger: Option<Text>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// Whether an assumption holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)] // The words say it.
pub enum Holds {
    Yes,
    No,
    #[default]
    Unknown,
}

/// What kind of uncertainty it is (Friend and Hickling: UE, UV, UR).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssumptionKind {
    /// About the world around: find out.
    Environment,
    /// About what we want: talk among ourselves.
    Values,
    /// About other people's choices: coordinate.
    Related,
}

/// What a step relies on and nobody here controls.
#[derive(Debug, Clone)]
pub struct Assumption {
    /// Its id.
    pub id: Id,
    /// `holds`; absent means unknown.
    pub holds: Option<Located<Holds>>,
    /// `kind`.
    pub kind: Option<Located<AssumptionKind>>,
    /// `who` finds out.
    pub who: Option<Ref>,
    /// `by` when.
    pub by: Option<Located<Date>>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// A thinkable turn of events.
#[derive(Debug, Clone)]
pub struct Scenario {
    /// Its id.
    pub id: Id,
    /// `without`: what fails.
    pub without: Vec<Ref>,
    /// `delays`: an item and how many days.
    pub delays: Vec<(Ref, Located<u32>)>,
    /// `choose`: picks.
    pub choose: Vec<OptRef>,
    /// `events`, in the order of the text.
    pub events: Vec<Event>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// Something that happens in a scenario on a day.
#[derive(Debug, Clone)]
pub struct Event {
    /// `on` which day.
    pub on: Option<Located<Date>>,
    /// `without`: what fails from then on.
    pub without: Vec<Ref>,
    /// `say`: what is told.
    pub say: Option<Text>,
    /// The whole entry.
    pub at: Span,
}
