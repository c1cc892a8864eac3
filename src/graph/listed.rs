//! Lists that may be long: the first of many, and how many there are.

use crate::plan::{Id, Plan};

/// Ids in the order of their text: the first of them, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// The first of them.
    pub ids: Vec<Id>,
    /// All of them, counted.
    pub count: u64,
}

/// Makes lists in the order of the ids' text. Long ones are many where one thing brings everything down, so the order
/// of all ids is worked out once.
pub(super) struct Lister<'p> {
    plan: &'p Plan,
    /// For each id its place in the order of their text, once it was needed.
    rank: Vec<u32>,
}

impl<'p> Lister<'p> {
    pub(super) fn new(plan: &'p Plan) -> Self {
        Self { plan, rank: Vec::new() }
    }

    /// A list of the first of these, at most as many as `most`.
    pub(super) fn list(&mut self, mut ids: Vec<Id>, most: usize) -> Listed {
        let count = ids.len() as u64;
        if ids.len() > most {
            self.cut(&mut ids, most);
        } else {
            self.plan.sort_by_name(&mut ids);
        }
        ids.shrink_to_fit();
        Listed { ids, count }
    }

    /// Keeps the first of many, in order.
    pub(super) fn cut(&mut self, ids: &mut Vec<Id>, most: usize) {
        if self.rank.is_empty() {
            let mut all: Vec<Id> = self.plan.names.iter().map(|(id, _)| id).collect();
            self.plan.sort_by_name(&mut all);
            self.rank = vec![0; all.len()];
            all.iter().enumerate().for_each(|(rank, id)| self.rank[id.index()] = rank as u32);
        }
        ids.select_nth_unstable_by_key(most, |id| self.rank[id.index()]);
        ids.truncate(most);
        ids.sort_unstable_by_key(|id| self.rank[id.index()]);
    }
}
