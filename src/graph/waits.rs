//! Choke-points: work for which much other work waits.

use super::Graph;
use super::items::Items;
use super::listed::{Listed, Lister};
use super::lists::Lists;
use super::stamps::Stamps;
use crate::plan::{Id, Level, Plan};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::HashMap;

/// No node.
const NONE: u32 = u32::MAX;

/// An open activity or task for which many others wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChokePoint {
    /// What they wait for.
    pub item: Id,
    /// The open activities and tasks that wait for it; the first [`Graph::MOST_WAITING`] by name.
    pub waiting: Listed,
}

/// For each item those that wait for it directly: they depend on it, or are nested in it. Only open items outside
/// circles; one nested in another waits with it, but not for it, so nesting counts from the second step on.
struct Waits {
    depend: Lists<u32>,
    nested: Lists<u32>,
    /// Work that an item waits for: up to two of them, for what waits here may itself be one of them. `NONE` where there
    /// is none.
    work: Vec<[u32; 2]>,
}

impl Waits {
    fn of(plan: &Plan, items: &Items) -> Self {
        let ids = plan.names.len();
        let takes_part = |node: u32| items.get(node).is_some_and(super::items::ItemNode::has_requirements);
        let mut depend = Vec::new();
        let mut nested = Vec::new();
        for (item, node) in plan.items.iter().zip(items.iter()) {
            if !node.has_requirements() {
                continue;
            }
            let targets = item.depends_on().iter().map(|target| target.id.0);
            depend.extend(targets.filter(|&target| takes_part(target)).map(|target| (target, node.node)));
            if let Some(holder) = item.holder {
                let holder = items.at(holder).node;
                if takes_part(holder) {
                    nested.push((holder, node.node));
                }
            }
        }
        let mut waits = Self {
            work: vec![[NONE; 2]; ids],
            depend: Lists::of(ids, &depend),
            nested: Lists::of(ids, &nested),
        };
        waits.note_work(plan, items, &depend);
        waits
    }

    /// Notes for each item what work it waits for. An objective may stand between: what depends on it waits only for
    /// what it waits for itself.
    fn note_work(&mut self, plan: &Plan, items: &Items, depend: &[(u32, u32)]) {
        let is_work = |node: u32| plan.item(Id(node)).is_some_and(|item| item.level >= Level::Activity);
        let mut queue: Vec<(u32, u32)> = depend
            .iter()
            .filter(|&&(target, _)| is_work(target) && items.is_open(target))
            .map(|&(target, waiting)| (waiting, target))
            .collect();
        while let Some((node, work)) = queue.pop() {
            // Nothing waits for itself, nor for another by way of itself.
            if node == work {
                continue;
            }
            let noted = &mut self.work[node as usize];
            let Some(free) = noted.iter().position(|&other| other == NONE || other == work) else { continue };
            if noted[free] == work {
                continue;
            }
            noted[free] = work;
            let followers = self.depend.get(node).iter().chain(self.nested.get(node));
            queue.extend(followers.map(|&follower| (follower, work)));
        }
    }

    /// What waits once this item waits, or is finished.
    fn followers(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        self.depend.get(node).iter().chain(self.nested.get(node)).copied()
    }

    /// Whether an item waits for some work.
    fn is_waiting(&self, node: u32) -> bool {
        self.work[node as usize][0] != NONE
    }

    /// Everything that waits for an item, as nodes in the order in which they are met.
    fn all_waiting_for(&self, node: u32, seen: &mut Stamps) -> Vec<u32> {
        seen.clear();
        seen.insert(node);
        let mut waiting: Vec<u32> = Vec::new();
        for &first in self.depend.get(node) {
            if seen.insert(first) {
                waiting.push(first);
            }
        }
        let mut next = 0;
        while let Some(&node) = waiting.get(next) {
            next += 1;
            for &further in self.depend.get(node).iter().chain(self.nested.get(node)) {
                if seen.insert(further) {
                    waiting.push(further);
                }
            }
        }
        waiting
    }
}

/// The choke-points of a plan, in the order of the text.
///
/// What waits for x waits for all that x waits for, so only work that waits for no other work can be one. Its waiting
/// work is counted one by one, but only where a bound that is cheap to work out leaves that open.
pub(super) fn choke_points(plan: &Plan, items: &Items) -> Vec<ChokePoint> {
    let is_work = |node: u32| items.get(node).is_some_and(|item| item.level >= Level::Activity);
    let open = items.iter().filter(|item| item.is_open() && item.level >= Level::Activity).count() as u64;
    let percent = u64::from(plan.settings.choke_percent);
    let least = u64::from(plan.settings.choke_min).max((open * percent).div_ceil(100));
    let waits = Waits::of(plan, items);
    let Bounds { bound, in_circles } = bounds(&waits, items);
    let mut seen = Stamps::new(plan.names.len());
    let mut lister = Lister::new(plan);
    let mut found: Vec<ChokePoint> = Vec::new();
    for item in items.iter() {
        let node = item.node;
        let can_be_one = item.level >= Level::Activity
            && item.has_requirements()
            && !waits.is_waiting(node)
            && bound[node as usize] >= least;
        if !can_be_one {
            continue;
        }
        // Many that prepare one thing: what waits for one of them waits for each.
        let is_same = |other: &&ChokePoint| waits.depend.get(other.item.0) == waits.depend.get(node);
        let same = found.last().filter(is_same).map(|other| other.waiting.clone());
        let waiting = same.unwrap_or_else(|| {
            let mut waiting = waits.all_waiting_for(node, &mut seen);
            waiting.retain(|&node| is_work(node));
            lister.list(waiting.into_iter().map(Id).collect(), Graph::MOST_WAITING)
        });
        if waiting.count >= least.max(1) {
            found.push(ChokePoint { item: Id(node), waiting });
        }
    }
    // Items that wait for each other by nesting: there the one may have more waiting for it than the other.
    for circle in waiting_circles(&waits, items, &in_circles) {
        let mut many: Vec<(u32, Vec<u32>)> = Vec::new();
        for &node in circle.iter().filter(|&&node| is_work(node)) {
            let mut waiting = waits.all_waiting_for(node, &mut seen);
            waiting.retain(|&node| is_work(node));
            if waiting.len() as u64 >= least.max(1) {
                many.push((node, waiting));
            }
        }
        for (node, waiting) in &many {
            // Those that wait for no other work are found already.
            let is_new = waits.is_waiting(*node);
            if is_new && !many.iter().any(|(other, waiting)| other != node && waiting.contains(node)) {
                let waiting = waiting.iter().copied().map(Id).collect();
                found
                    .push(ChokePoint { item: Id(*node), waiting: lister.list(waiting, Graph::MOST_WAITING) });
            }
        }
    }
    found.sort_by_key(|choke_point| choke_point.item);
    found
}

/// Larger circles than this are not looked into: nobody nests and depends like that by accident.
const LARGEST_CIRCLE: usize = 1000;

/// Sets of items that wait for each other by way of nesting, where none of them waits for work outside its set: what
/// does is no choke-point. `left` holds all items that are in such a set.
fn waiting_circles(waits: &Waits, items: &Items, left: &[u32]) -> Vec<Vec<u32>> {
    if left.is_empty() {
        return Vec::new();
    }
    let mut graph = DiGraph::<u32, ()>::new();
    let index: HashMap<u32, NodeIndex> = left.iter().map(|&node| (node, graph.add_node(node))).collect();
    for &node in left {
        for follower in waits.followers(node) {
            if let Some(&follower) = index.get(&follower) {
                graph.add_edge(index[&node], follower, ());
            }
        }
    }
    let mut circles: Vec<Vec<u32>> = kosaraju_scc(&graph)
        .into_iter()
        .filter(|circle| (2..=LARGEST_CIRCLE).contains(&circle.len()))
        .map(|circle| circle.into_iter().map(|node| graph[node]).collect())
        .collect();
    let circle_of: HashMap<u32, usize> = circles
        .iter()
        .enumerate()
        .flat_map(|(number, circle)| circle.iter().map(move |&node| (node, number)))
        .collect();
    let mut waits_outside = vec![false; circles.len()];
    for item in items.iter() {
        let own = circle_of.get(&item.node);
        let is_awaited = item.is_open() && item.level >= Level::Activity;
        let behind_work = waits.depend.get(item.node).iter().copied().filter(|_| is_awaited);
        let behind_waiting = waits.followers(item.node).filter(|_| waits.is_waiting(item.node));
        for node in behind_work.chain(behind_waiting) {
            if let Some(&circle) = circle_of.get(&node).filter(|circle| Some(*circle) != own) {
                waits_outside[circle] = true;
            }
        }
    }
    let mut waits_outside = waits_outside.into_iter();
    circles.retain(|_| !waits_outside.next().unwrap_or_default());
    circles
}

/// A bound for each node, and the items that the bound says nothing of.
struct Bounds {
    bound: Vec<u64>,
    in_circles: Vec<u32>,
}

/// For each node at least as many as wait for it: counted by ways instead of by items, so that what can be reached in
/// two ways counts twice.
fn bounds(waits: &Waits, items: &Items) -> Bounds {
    let ids = waits.work.len();
    // `with[n]`: n itself and all that waits once n waits.
    let mut with = vec![0u64; ids];
    let mut bound = vec![0u64; ids];
    let mut open_before = vec![0u32; ids];
    for item in items.iter() {
        for follower in waits.followers(item.node) {
            open_before[follower as usize] += 1;
        }
    }
    let mut order: Vec<u32> =
        items.iter().map(|item| item.node).filter(|&node| open_before[node as usize] == 0).collect();
    let mut next = 0;
    while let Some(&node) = order.get(next) {
        next += 1;
        for follower in waits.followers(node) {
            open_before[follower as usize] -= 1;
            if open_before[follower as usize] == 0 {
                order.push(follower);
            }
        }
    }
    // Nesting and depending together can run in a circle; what leads into one is never ruled out.
    let in_circles: Vec<u32> =
        items.iter().map(|item| item.node).filter(|&node| open_before[node as usize] > 0).collect();
    for &node in &in_circles {
        with[node as usize] = u64::MAX;
        bound[node as usize] = u64::MAX;
    }
    let sum =
        |with: &[u64], nodes: &[u32]| nodes.iter().fold(0u64, |sum, &n| sum.saturating_add(with[n as usize]));
    for &node in order.iter().rev() {
        let depend = sum(&with, waits.depend.get(node));
        bound[node as usize] = depend;
        let nested = sum(&with, waits.nested.get(node));
        with[node as usize] = depend.saturating_add(nested).saturating_add(1);
    }
    Bounds { bound, in_circles }
}
