//! Which items are drawn, and where the others are counted.

use super::asked::Options;
use crate::graph::{Graph, Presence};
use crate::plan::{Id, Level, Plan};
use crate::report::wording::Wording;
use std::collections::VecDeque;

/// From more nodes than this on, the lowest level is folded into counts.
pub(super) const MOST: usize = 300;
const NOWHERE: u32 = u32::MAX;

/// A part of a plan, by indices of the plan's items.
pub(super) struct Part {
    /// What is drawn, in the order of the text.
    pub drawn: Vec<u32>,
    /// For each item the place in `drawn` of the item that tells of it: its own, or of the one it is folded into.
    home: Vec<u32>,
    /// For each in `drawn` how many items of each level are folded into it.
    pub folded: Vec<[usize; 5]>,
    /// How many items are meant, drawn or folded.
    pub meant: usize,
    /// The same, level by level.
    pub of_level: [usize; 5],
    /// Items that are folded and lead to nothing that is drawn.
    pub astray: usize,
    /// Items that only a smaller circle may see, and what is nested in them.
    pub hidden: usize,
    /// Which those are.
    is_hidden: Vec<bool>,
    /// The levels that are folded.
    pub folds: Vec<Level>,
    /// Something was asked for that leaves items out.
    pub is_cut_out: bool,
}

impl Part {
    pub(super) fn of(plan: &Plan, graph: &Graph, wording: Wording<'_>, options: &Options) -> Self {
        let is_cut_out = options.under.is_some() || options.depth.is_some() || options.level.is_some();
        let mut is_meant = within(plan, graph, options);
        let mut hidden = 0;
        // What stands inside of something tells much about it: it is left out with it. A holder stands before it.
        let mut is_hidden = vec![false; plan.items.len()];
        for (at, item) in plan.items.iter().enumerate() {
            is_hidden[at] =
                wording.hides(item.id) || item.holder.is_some_and(|holder| is_hidden[holder as usize]);
            if is_hidden[at] && is_meant[at] {
                hidden += 1;
                is_meant[at] = false;
            }
        }
        let mut of_level = [0; 5];
        for (item, _) in plan.items.iter().zip(&is_meant).filter(|(_, meant)| **meant) {
            of_level[item.level as usize] += 1;
        }
        let meant: usize = of_level.iter().sum();
        let mut folds = Vec::new();
        let mut left = meant;
        // What stands highest among those that are meant is always drawn.
        let highest = of_level.iter().position(|&count| count > 0).unwrap_or(0);
        for level in [Level::Task, Level::Activity, Level::Objective] {
            if options.all || left <= MOST || level as usize <= highest {
                break;
            }
            left -= of_level[level as usize];
            if of_level[level as usize] > 0 {
                folds.push(level);
            }
        }
        let mut part = Self {
            drawn: Vec::new(),
            home: vec![NOWHERE; plan.items.len()],
            folded: Vec::new(),
            meant,
            of_level,
            astray: 0,
            hidden,
            is_hidden,
            folds,
            is_cut_out,
        };
        for (index, item) in plan.items.iter().enumerate() {
            if is_meant[index] && !part.folds.contains(&item.level) {
                part.home[index] = part.drawn.len() as u32;
                part.drawn.push(index as u32);
            }
        }
        part.folded = vec![[0; 5]; part.drawn.len()];
        part.fold(plan, graph, &is_meant);
        part
    }

    /// Finds for each folded item the nearest thing above it that is drawn: by the first it supports, and so on up.
    fn fold(&mut self, plan: &Plan, graph: &Graph, is_meant: &[bool]) {
        if self.folds.is_empty() {
            return;
        }
        // From the drawn items down: what is reached first is nearest.
        let mut queue: VecDeque<u32> = self.drawn.iter().copied().collect();
        while let Some(at) = queue.pop_front() {
            for below in graph.supporters(plan.items[at as usize].id) {
                let below = plan.names.get(below).index as usize;
                if is_meant[below] && self.home[below] == NOWHERE {
                    let home = self.first_home(plan, graph, below).unwrap_or(self.home[at as usize]);
                    self.home[below] = home;
                    queue.push_back(below as u32);
                }
            }
        }
        for (index, item) in plan.items.iter().enumerate() {
            if !is_meant[index] || !self.folds.contains(&item.level) {
                continue;
            }
            match self.home[index] {
                NOWHERE => self.astray += 1,
                home => self.folded[home as usize][item.level as usize] += 1,
            }
        }
    }

    fn first_home(&self, plan: &Plan, graph: &Graph, item: usize) -> Option<u32> {
        let above =
            graph.supports(plan.items[item].id).map(|id| self.home[plan.names.get(id).index as usize]);
        above.into_iter().find(|&home| home != NOWHERE)
    }

    /// Whether nothing is to be told of this item.
    pub(super) fn hides(&self, plan: &Plan, item: Id) -> bool {
        self.is_hidden[plan.names.get(item).index as usize]
    }

    /// The place in `drawn` of what tells of this item.
    pub(super) fn home(&self, plan: &Plan, item: Id) -> Option<usize> {
        let home = self.home[plan.names.get(item).index as usize];
        (home != NOWHERE).then_some(home as usize)
    }

    /// The place in `drawn` of this item itself.
    pub(super) fn place(&self, plan: &Plan, item: Id) -> Option<usize> {
        let home = self.home(plan, item)?;
        (self.drawn[home] == plan.names.get(item).index).then_some(home)
    }
}

/// Whether each item belongs to the part that is asked for.
fn within(plan: &Plan, graph: &Graph, options: &Options) -> Vec<bool> {
    let index = |id: Id| plan.names.get(id).index as usize;
    let mut steps = vec![NOWHERE; plan.items.len()];
    let mut tops = Vec::new();
    match options.under {
        Some(id) => tops.push(index(id)),
        // What supports nothing is the top of a branch of its own.
        None => tops.extend(
            plan.items
                .iter()
                .enumerate()
                .filter_map(|(at, item)| (at == 0 || graph.supports(item.id).next().is_none()).then_some(at)),
        ),
    }
    let mut queue: VecDeque<usize> = VecDeque::new();
    let mut from = |top: usize, steps: &mut Vec<u32>| {
        steps[top] = 0;
        queue.push_back(top);
        while let Some(at) = queue.pop_front() {
            for below in graph.supporters(plan.items[at].id).map(index) {
                if steps[below] > steps[at] + 1 {
                    steps[below] = steps[at] + 1;
                    queue.push_back(below);
                }
            }
        }
    };
    for top in tops {
        from(top, &mut steps);
    }
    if options.under.is_none() {
        // A circle that leads nowhere has no top.
        for at in 0..steps.len() {
            if steps[at] == NOWHERE {
                from(at, &mut steps);
            }
        }
    }
    let lowest = options.level.unwrap_or(Level::Task);
    let deepest = options.depth.unwrap_or(NOWHERE - 1);
    plan.items.iter().zip(steps).map(|(item, steps)| steps <= deepest && item.level <= lowest).collect()
}

/// Whether an item is in the plan now.
pub(super) fn is_absent(graph: &Graph, item: Id) -> bool {
    graph.presence(item) == Presence::Absent
}
