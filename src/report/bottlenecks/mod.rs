//! What falls if this fails? Every person, organisation, work, party, donor, choice and assumption, with both readings.

mod json;
mod sheet;
mod text;
mod ways;

pub(crate) use json::BottlenecksDocument;
pub use json::json;
pub use sheet::sheet;
pub use text::{Text, text};
pub(crate) use text::{Told, told};
pub use ways::{Ways, ways_json, ways_text};

use crate::graph::{Graph, SingleLoss, SingleLossCount, SingleLosses};
use crate::plan::{Id, Kind, Plan};
use std::convert::Infallible;

/// What the rows are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Persons.
    People,
    /// Organisations.
    Organisations,
    /// Activities and tasks.
    Work,
    /// Parties.
    Parties,
    /// Donors.
    Money,
    /// Undecided choices.
    Choices,
    /// Assumptions.
    Assumptions,
}

impl Group {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] = [
        Self::People,
        Self::Organisations,
        Self::Work,
        Self::Parties,
        Self::Money,
        Self::Choices,
        Self::Assumptions,
    ];

    /// The group of things of this kind.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Person => Self::People,
            Kind::Organisation => Self::Organisations,
            Kind::Party => Self::Parties,
            Kind::Donor => Self::Money,
            Kind::Choice => Self::Choices,
            Kind::Assumption => Self::Assumptions,
            _ => Self::Work,
        }
    }

    /// Its name in the catalogue.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Organisations => "organisations",
            Self::Work => "work",
            Self::Parties => "parties",
            Self::Money => "money",
            Self::Choices => "choices",
            Self::Assumptions => "assumptions",
        }
    }
}

/// What falls with each single thing of a plan.
#[derive(Debug)]
pub struct Bottlenecks<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What stands on what in it.
    pub graph: &'a Graph,
    /// The losses, most first.
    pub losses: SingleLosses<'a>,
    /// How many results stand while nothing fails.
    pub results: usize,
    /// Rows that are told; all where nothing is said.
    pub top: Option<usize>,
}

impl<'a> Bottlenecks<'a> {
    /// The table of this plan, of which so many rows are to be told.
    #[must_use]
    pub fn of(plan: &'a Plan, graph: &'a Graph, top: Option<usize>) -> Self {
        let results = graph.results().iter().filter(|&&id| graph.stands(id)).count();
        Self { plan, graph, losses: graph.single_losses(plan), results, top }
    }

    fn kind(&self, id: Id) -> Kind {
        self.plan.names.get(id).kind
    }

    pub(crate) fn group(&self, id: Id) -> Group {
        Group::of(self.kind(id))
    }

    /// The rows that are told, group by group, in each those first that most falls with.
    fn rows(&self, most: usize) -> Vec<(SingleLossCount, SingleLoss)> {
        let mut rows = Vec::new();
        let Ok(()) = self.losses.tell(most, &mut |count, loss| {
            rows.push((*count, loss));
            Ok::<(), Infallible>(())
        });
        rows.sort_by_key(|(count, _)| self.group(count.id));
        rows
    }
}
