//! Two schemes side by side: only what differs.

use super::Choices;
use crate::graph::{Graph, Presence};
use crate::plan::Id;

/// What only one of two schemes has: of the first, and of the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The numbers of the schemes.
    pub numbers: [usize; 2],
    /// Options.
    pub picks: [Vec<Id>; 2],
    /// Results that stand.
    pub results: [Vec<Id>; 2],
    /// Items that belong to the plan.
    pub items: [Vec<Id>; 2],
}

/// What differs between the two schemes of these numbers.
#[must_use]
pub fn comparison(choices: &Choices<'_, '_>, numbers: [usize; 2]) -> Comparison {
    let picks =
        numbers.map(|number| choices.schemes.picks(number).into_iter().map(|(_, option)| option).collect());
    let results = numbers.map(|number| choices.schemes.standing(number));
    let items = numbers.map(|number| {
        let graph: Graph = choices.schemes.graph_of(number);
        let is_present = |id: &Id| graph.presence(*id) != Presence::Absent;
        choices.plan.items.iter().map(|item| item.id).filter(is_present).collect()
    });
    Comparison { numbers, picks: only(picks), results: only(results), items: only(items) }
}

/// What only one of two lists holds.
fn only([first, second]: [Vec<Id>; 2]) -> [Vec<Id>; 2] {
    use std::collections::HashSet;
    let (in_first, in_second): (HashSet<Id>, HashSet<Id>) =
        (first.iter().copied().collect(), second.iter().copied().collect());
    let only_first = first.into_iter().filter(|id| !in_second.contains(id)).collect();
    let only_second = second.into_iter().filter(|id| !in_first.contains(id)).collect();
    [only_first, only_second]
}
