//! What a scheme asks of people: the heaviest week, and how much hangs on single things.

use super::{Schemes, rounded};
use crate::graph::{Graph, Load, PersonLoad, Windows};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

/// What a scheme asks of people.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Burden {
    /// The most hours that one person has in one week; 0 where nobody has any.
    pub peak_hours: f64,
    /// How many bottlenecks are reported.
    pub bottlenecks: usize,
}

/// What has been worked out so far.
#[derive(Debug, Default)]
pub(super) struct Burdens {
    windows: OnceCell<Windows>,
    /// By the picks that bring items with them.
    known: RefCell<HashMap<Box<[u32]>, Burden>>,
}

impl Schemes<'_> {
    /// The heaviest week and the bottlenecks of a scheme: those that the plan would have if its picks were chosen.
    ///
    /// This takes about as long as a check of the plan; schemes that only differ in choices without items share it.
    #[must_use]
    pub fn burden(&self, number: usize) -> Burden {
        let key = self.picks_with_items(number);
        if let Some(&known) = self.burdens.known.borrow().get(&key) {
            return known;
        }
        let graph = self.graph_of(number);
        let windows = self.burdens.windows.get_or_init(|| Windows::of(self.plan, self.graph));
        let load = Load::of(self.plan, &graph, windows);
        let stretches = load.people().iter().flat_map(PersonLoad::stretches);
        let hours = stretches.map(|stretch| stretch.hours);
        let burden = Burden {
            peak_hours: rounded(hours.fold(0.0, f64::max)),
            bottlenecks: graph.weak_points(self.plan).bottlenecks.len(),
        };
        self.burdens.known.borrow_mut().insert(key, burden);
        burden
    }

    /// The graph that the plan would have if the picks of a scheme were chosen.
    #[must_use]
    pub fn graph_of(&self, number: usize) -> Graph {
        Graph::deciding(self.plan, &self.all_picks(number))
    }

    /// The picks for the choices that have items.
    pub(super) fn picks_with_items(&self, number: usize) -> Box<[u32]> {
        let row = self.table.row(number);
        self.conditions.columns().iter().map(|&column| row[column as usize]).collect()
    }
}
