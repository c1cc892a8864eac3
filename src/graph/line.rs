//! The line from daily work up to the ambition: who has it, and who does not.

use super::items::{ItemNode, Items};
use super::presence::Presence;
use super::stamps::{Stamps, reached_from};
use crate::plan::{Id, Level};

/// How far the line from daily work to the ambition holds. Present items only.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LineOfSight {
    /// Tasks.
    pub tasks: usize,
    /// Tasks with a path of support to the ambition.
    pub tasks_reaching: usize,
    /// Objectives.
    pub objectives: usize,
    /// Objectives with a path of support down to a present activity or task, or a done item.
    pub objectives_supported: usize,
}

/// The top of a branch that does not lead to the ambition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Orphan {
    /// An orphan that supports no other orphan.
    pub item: Id,
    /// How many orphans support it, directly or not.
    pub branch: usize,
}

/// For each id whether it is reached from `start` by `step`; those of `start` are.
fn reached<'a>(
    items: &Items,
    start: impl Iterator<Item = u32>,
    step: impl Fn(u32) -> &'a [u32],
) -> Vec<bool> {
    let mut reached = vec![false; items.ids()];
    let mut queue: Vec<u32> = start.collect();
    for &node in &queue {
        reached[node as usize] = true;
    }
    while let Some(node) = queue.pop() {
        for &next in step(node) {
            if !std::mem::replace(&mut reached[next as usize], true) {
                queue.push(next);
            }
        }
    }
    reached
}

/// The tops of orphaned branches, in the order of the text: open items without a path of support to the ambition,
/// absent items on the way included, that support no other such item.
pub(super) fn orphans(items: &Items) -> Vec<Orphan> {
    let leads = reached(items, std::iter::once(items.at(0).node), |node| items.supporters.get(node));
    let is_orphan = |node: u32| !leads[node as usize] && items.is_open(node);
    let orphans: Vec<u32> = items.iter().map(|item| item.node).filter(|&node| is_orphan(node)).collect();
    if orphans.is_empty() {
        return Vec::new();
    }
    let is_below_another = below_another_orphan(items, &orphans);
    let mut seen = Stamps::new(items.ids());
    let mut tops: Vec<Orphan> = Vec::new();
    for &node in orphans.iter().filter(|&&node| !is_below_another[node as usize]) {
        // Many tops over one branch: below each of them is the same.
        let is_same = |top: &&Orphan| items.supporters.get(top.item.0) == items.supporters.get(node);
        let same = tops.last().filter(is_same).map(|top| top.branch);
        let branch = same.unwrap_or_else(|| {
            let below = reached_from(node, &mut seen, |node| items.supporters.get(node));
            below.into_iter().filter(|&node| is_orphan(node)).count()
        });
        tops.push(Orphan { item: Id(node), branch });
    }
    tops.sort_by_key(|orphan| orphan.item);
    tops
}

/// For each id whether it supports an orphan other than itself, directly or not. Of the orphans above it two are noted:
/// in a loop over absent items, one of them may be itself.
fn below_another_orphan(items: &Items, orphans: &[u32]) -> Vec<bool> {
    let mut noted = vec![[u32::MAX; 2]; items.ids()];
    let mut queue: Vec<(u32, u32)> = orphans.iter().map(|&orphan| (orphan, orphan)).collect();
    while let Some((node, orphan)) = queue.pop() {
        for &supporter in items.supporters.get(node) {
            let above = &mut noted[supporter as usize];
            let free = above.iter().position(|&other| other == u32::MAX || other == orphan);
            if let Some(free) = free.filter(|&free| above[free] != orphan) {
                above[free] = orphan;
                queue.push((supporter, orphan));
            }
        }
    }
    let is_below_another = |(node, above): (usize, &[u32; 2])| {
        above.iter().any(|&other| other != u32::MAX && other as usize != node)
    };
    noted.iter().enumerate().map(is_below_another).collect()
}

/// How far the line holds.
pub(super) fn line_of_sight(items: &Items) -> LineOfSight {
    let present = |node: u32| if items.is_present(node) { items.supporters.get(node) } else { &[] };
    let leads = reached(items, std::iter::once(items.at(0).node), present);
    let is_ground = |item: &&ItemNode| {
        item.presence == Presence::Done || (item.level >= Level::Activity && item.presence == Presence::Open)
    };
    let above = |node: u32| if items.is_present(node) { items.supports.get(node) } else { &[] };
    let supported = reached(items, items.iter().filter(is_ground).map(|item| item.node), above);
    let mut line = LineOfSight::default();
    for item in items.iter().filter(|item| item.presence != Presence::Absent) {
        match item.level {
            Level::Task => {
                line.tasks += 1;
                line.tasks_reaching += usize::from(leads[item.node as usize]);
            }
            Level::Objective => {
                line.objectives += 1;
                line.objectives_supported += usize::from(supported[item.node as usize]);
            }
            _ => {}
        }
    }
    line
}
