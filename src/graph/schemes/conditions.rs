//! Under which options each item belongs to the plan.

use crate::graph::items::Items;
use crate::plan::Plan;
use std::collections::{BTreeSet, HashMap};

/// An option of an undecided choice: the choice by its column in the table of schemes, and the place within it.
pub(super) type Condition = (u32, u32);

/// The options under which each present item belongs to the plan: its own, and those of what it is nested in. All of
/// them must be picked.
#[derive(Debug)]
pub(super) struct Conditions {
    /// Each list once; the first is empty.
    lists: Vec<Box<[Condition]>>,
    /// For each id the number of its list; 0 for what is no item.
    of_id: Vec<u32>,
    /// For each id its own condition.
    own: HashMap<u32, Condition>,
    /// The choices that have items, by column, in order.
    columns: Vec<u32>,
}

impl Conditions {
    /// The conditions of the items of a plan. `columns`: its undecided choices, in order.
    pub(super) fn of(plan: &Plan, items: &Items, columns: &[u32]) -> Self {
        let mut conditions = Self {
            lists: vec![Box::default()],
            of_id: vec![0; items.ids()],
            own: HashMap::new(),
            columns: Vec::new(),
        };
        let mut known: HashMap<(u32, Condition), u32> = HashMap::new();
        for item in &plan.items {
            if !items.is_present(item.id.0) {
                continue;
            }
            // What an item is nested in stands before it.
            let holder = item.holder.map(|holder| plan.items[holder as usize].id);
            let mut list = holder.map_or(0, |holder| conditions.of_id[holder.index()]);
            let own = item.only_if().and_then(|option| {
                let column = columns.binary_search(&option.choice).ok()? as u32;
                Some((column, option.option))
            });
            if let Some(own) = own {
                conditions.own.insert(item.id.0, own);
                let before = list;
                list = *known.entry((before, own)).or_insert_with(|| conditions.with(before, own));
            }
            conditions.of_id[item.id.index()] = list;
        }
        let with_items: BTreeSet<u32> = conditions.own.values().map(|(column, _)| *column).collect();
        conditions.columns = with_items.into_iter().collect();
        conditions
    }

    /// The choices that have items, by column, in order.
    pub(super) fn columns(&self) -> &[u32] {
        &self.columns
    }

    /// The number of the list with one more condition.
    fn with(&mut self, list: u32, condition: Condition) -> u32 {
        let before = &self.lists[list as usize];
        if before.contains(&condition) {
            return list;
        }
        self.lists.push(before.iter().copied().chain(std::iter::once(condition)).collect());
        self.lists.len() as u32 - 1
    }

    /// Whether no item is under an option.
    pub(super) fn is_empty(&self) -> bool {
        self.own.is_empty()
    }

    /// The conditions of an item.
    pub(super) fn get(&self, item: u32) -> &[Condition] {
        &self.lists[self.of_id[item as usize] as usize]
    }

    /// The condition that an item says itself, those of what it is nested in left out.
    pub(super) fn own(&self, item: u32) -> Option<Condition> {
        self.own.get(&item).copied()
    }

    /// Whether an item belongs to the plan under these picks.
    pub(super) fn are_met(&self, item: u32, picks: &[u32]) -> bool {
        self.get(item).iter().all(|&(column, option)| picks[column as usize] == option)
    }
}
