//! The ladder from the ambition down to daily work, as rows: each item once, under what it supports.
//!
//! An item that supports several things stands under its first and is only mentioned under the others, so the rows
//! are never more than items and links together, and a circle cannot loop them. Nothing here recurses.

use crate::graph::{Graph, Presence};
use crate::plan::{Id, Item, Level, Plan};
use std::collections::VecDeque;

/// Which part of a ladder is wanted.
#[derive(Debug, Clone, Copy, Default)]
pub struct Part {
    /// The item at the top; nothing for the ambition and all that does not lead to it.
    pub under: Option<Id>,
    /// How many steps down from the top; nothing for all.
    pub depth: Option<u32>,
}

/// Where an item is told in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In this row.
    Here,
    /// In a row further up; this one only mentions it.
    Above,
    /// In a row further down; this one only mentions it.
    Below,
    /// Under this item, in a row that is not shown because it lies too deep.
    Under(Id),
}

/// One row of a ladder.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The item.
    pub id: Id,
    /// How many steps it stands below the top.
    pub depth: u32,
    /// Where it is told in full.
    pub place: Place,
    /// No further row follows under the same item.
    pub last: bool,
    /// How many items stand below it that are not shown because they lie too deep.
    pub hidden: u32,
    /// It is of the level that one expects there: the next below, levels without any item not counted.
    pub is_expected: bool,
}

/// A plan as rows from the top down.
#[derive(Debug, Default)]
pub struct Ladder {
    /// The top and what leads to it.
    pub rows: Vec<Row>,
    /// What does not lead to the ambition yet; each branch begins at depth 0.
    pub astray: Vec<Row>,
}

impl Ladder {
    /// This part of a plan's ladder.
    #[must_use]
    pub fn of(plan: &Plan, graph: &Graph, part: Part) -> Self {
        if plan.items.is_empty() {
            return Self::default();
        }
        let top = part.under.map_or(0, |id| plan.names.get(id).index as usize);
        let mut homes = Homes::new(plan, graph, top, part.under.is_some());
        let mut tops = vec![top];
        homes.settle_under(top);
        if part.under.is_none() {
            tops.extend(homes.settle_astray());
        }
        let mut rows = homes.rows(&tops);
        let limit = part.depth.unwrap_or(u32::MAX);
        hide_below(&mut rows, limit, plan.items.len(), plan, &homes);
        let split = rows.iter().skip(1).position(|row| row.depth == 0).map_or(rows.len(), |at| at + 1);
        let astray = rows.split_off(split);
        Self { rows, astray }
    }
}

const NOWHERE: u32 = u32::MAX;

/// Under which item each item is told. Items by their index in the plan.
struct Homes<'a> {
    plan: &'a Plan,
    graph: &'a Graph,
    /// Whether it leads up to the top.
    leads: Vec<bool>,
    /// Whether it may be shown at all.
    shown: Vec<bool>,
    home: Vec<u32>,
    settled: Vec<bool>,
}

impl<'a> Homes<'a> {
    fn new(plan: &'a Plan, graph: &'a Graph, top: usize, only_below: bool) -> Self {
        let leads = below(plan, graph, top);
        let shown = if only_below { leads.clone() } else { vec![true; plan.items.len()] };
        let settled = vec![false; plan.items.len()];
        let mut homes = Self { plan, graph, leads, shown, home: Vec::new(), settled };
        homes.home = (0..plan.items.len())
            .map(|item| if item == top { NOWHERE } else { homes.wanted_home(item) })
            .collect();
        homes
    }

    fn index(&self, id: Id) -> usize {
        self.plan.names.get(id).index as usize
    }

    /// What supports an item, in the order of the text.
    fn supporters(&self, item: usize) -> Vec<usize> {
        let supporters = self.graph.supporters(self.plan.items[item].id).map(|id| self.index(id));
        supporters.filter(|&below| below != item && self.shown[below]).collect()
    }

    /// The first thing an item supports; what leads up goes before what does not, what is present before what is not.
    fn wanted_home(&self, item: usize) -> u32 {
        let supported = self.graph.supports(self.plan.items[item].id);
        let candidates = supported.filter(|&id| self.index(id) != item && self.shown[self.index(id)]);
        let rank = |id: &Id| (!self.leads[self.index(*id)], self.graph.presence(*id) == Presence::Absent);
        candidates.min_by_key(rank).map_or(NOWHERE, |id| self.index(id) as u32)
    }

    /// Settles everything that is told under this item, at any depth.
    fn settle(&mut self, top: usize) {
        let mut waiting = vec![top];
        self.settled[top] = true;
        while let Some(item) = waiting.pop() {
            for below in self.supporters(item) {
                if !self.settled[below] && self.home[below] == item as u32 {
                    self.settled[below] = true;
                    waiting.push(below);
                }
            }
        }
    }

    /// Settles everything that leads up to the top. Where a circle stands between an item and its home, the item
    /// moves to the first place from which the top is reached.
    fn settle_under(&mut self, top: usize) {
        self.settle(top);
        let is_left = |homes: &Self, item: usize| homes.leads[item] && !homes.settled[item];
        if !(0..self.home.len()).any(|item| is_left(self, item)) {
            return;
        }
        let mut queue: VecDeque<usize> = (0..self.home.len()).filter(|&item| self.settled[item]).collect();
        while let Some(item) = queue.pop_front() {
            for below in self.supporters(item) {
                if is_left(self, below) {
                    self.home[below] = item as u32;
                    self.settled[below] = true;
                    queue.push_back(below);
                }
            }
        }
    }

    /// Settles what does not lead to the ambition, and returns the tops of its branches in the order of the text. A
    /// circle begins at the one of it that reads first.
    fn settle_astray(&mut self) -> Vec<usize> {
        let mut tops: Vec<usize> =
            (0..self.home.len()).filter(|&item| !self.settled[item] && self.home[item] == NOWHERE).collect();
        for &top in &tops {
            self.settle(top);
        }
        let mut seen_from = vec![NOWHERE; self.home.len()];
        for item in 0..self.home.len() {
            if self.settled[item] {
                continue;
            }
            // Walking from home to home must come back: nothing that is left has a settled home.
            let mut at = item;
            while seen_from[at] != item as u32 {
                seen_from[at] = item as u32;
                at = self.home[at] as usize;
            }
            let mut first = at;
            let mut next = self.home[at] as usize;
            while next != at {
                first = first.min(next);
                next = self.home[next] as usize;
            }
            self.home[first] = NOWHERE;
            self.settle(first);
            tops.push(first);
        }
        tops.sort_unstable();
        tops
    }

    /// All rows under these tops.
    fn rows(&self, tops: &[usize]) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::with_capacity(self.home.len());
        let mut told_in = vec![NOWHERE; self.home.len()];
        let used = Level::ALL.map(|level| self.plan.level(level).next().is_some());
        let next = |level: Level| Level::ALL.into_iter().find(|&below| below > level && used[below as usize]);
        let mut waiting: Vec<(usize, u32, bool, bool)> = Vec::new();
        for &top in tops {
            waiting.push((top, 0, true, true));
            while let Some((item, depth, whole, last)) = waiting.pop() {
                let Item { id, level, .. } = self.plan.items[item];
                let place = if whole { Place::Here } else { Place::Below };
                let home = self.plan.items.get(self.home[item] as usize);
                let is_expected = home.is_none_or(|home| next(home.level) == Some(level));
                rows.push(Row { id, depth, place, last, hidden: 0, is_expected });
                if !whole {
                    continue;
                }
                told_in[item] = rows.len() as u32 - 1;
                let mut is_last = true;
                for below in self.supporters(item).into_iter().rev() {
                    let told_here = self.home[below] == item as u32;
                    waiting.push((below, depth + 1, told_here, is_last));
                    is_last = false;
                }
            }
        }
        for at in 0..rows.len() {
            let told = told_in[self.index(rows[at].id)];
            if rows[at].place == Place::Below && told < at as u32 {
                rows[at].place = Place::Above;
            }
        }
        rows
    }
}

/// Everything below an item by support, itself included.
pub(super) fn below(plan: &Plan, graph: &Graph, top: usize) -> Vec<bool> {
    let mut is_below = vec![false; plan.items.len()];
    is_below[top] = true;
    let mut waiting = vec![top];
    while let Some(item) = waiting.pop() {
        for id in graph.supporters(plan.items[item].id) {
            let index = plan.names.get(id).index as usize;
            if !std::mem::replace(&mut is_below[index], true) {
                waiting.push(index);
            }
        }
    }
    is_below
}

/// Takes the rows below a depth away, and counts them at the row above.
fn hide_below(rows: &mut Vec<Row>, limit: u32, items: usize, plan: &Plan, homes: &Homes<'_>) {
    if limit == u32::MAX {
        return;
    }
    let mut is_hidden = vec![false; items];
    let mut kept: Vec<Row> = Vec::new();
    for row in rows.drain(..) {
        if row.depth <= limit {
            kept.push(row);
        } else if row.place == Place::Here {
            is_hidden[homes.index(row.id)] = true;
            if let Some(above) = kept.last_mut() {
                above.hidden += 1;
            }
        }
    }
    for row in &mut kept {
        let index = homes.index(row.id);
        if row.place != Place::Here && is_hidden[index] {
            row.place = Place::Under(plan.items[homes.home[index] as usize].id);
        }
    }
    *rows = kept;
}
