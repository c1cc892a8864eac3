//! Circles: items that stand on themselves by support and `depends_on`.

use super::lists::Lists;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::HashMap;

/// Most steps of the search for the shortest way round, over a whole plan. A plan in which they are used up has so many
/// circles that any of them is a place to begin; the shortest found until then is told.
const MOST_STEPS: u64 = 20_000_000;

/// A strongly connected set of items.
#[derive(Debug)]
pub(super) struct Circle {
    /// All items of the set.
    pub set: Vec<u32>,
    /// A shortest way round: each stands on the next, and the last on the first. The smallest id is first; of the
    /// shortest, it is the one that reads first.
    pub path: Vec<u32>,
}

/// Every circle among `nodes`, of which each stands on `stands_on`. `name` orders the nodes.
pub(super) fn find<'n>(nodes: usize, stands_on: &[(u32, u32)], name: &dyn Fn(u32) -> &'n str) -> Vec<Circle> {
    let forward = Lists::of(nodes, stands_on);
    let turned: Vec<(u32, u32)> = stands_on.iter().map(|&(a, b)| (b, a)).collect();
    let backward = Lists::of(nodes, &turned);
    let mut alive = Alive::new(nodes, &forward, &backward);
    alive.peel((0..nodes as u32).collect());
    if alive.left == 0 {
        return Vec::new();
    }

    let mut graph = DiGraph::<u32, ()>::new();
    let index: HashMap<u32, NodeIndex> =
        (0..nodes as u32).filter(|&node| alive.is(node)).map(|node| (node, graph.add_node(node))).collect();
    for (&node, &from) in &index {
        for to in forward.get(node) {
            if let Some(&to) = index.get(to) {
                graph.add_edge(from, to, ());
            }
        }
    }
    let mut steps = MOST_STEPS;
    let mut circles: Vec<Circle> = kosaraju_scc(&graph)
        .into_iter()
        .map(|set| set.into_iter().map(|node| graph[node]).collect::<Vec<_>>())
        .filter(|set| set.len() > 1 || forward.get(set[0]).contains(&set[0]))
        .map(|mut set| {
            set.sort_unstable();
            let path = shortest_way_round(&set, &forward, name, &mut steps);
            Circle { set, path }
        })
        .collect();
    circles.sort_by_key(|circle| circle.set[0]);
    circles
}

/// Which nodes are left once those that no circle passes through are taken away, again and again.
struct Alive<'a> {
    forward: &'a Lists<u32>,
    backward: &'a Lists<u32>,
    out_degree: Vec<u32>,
    in_degree: Vec<u32>,
    gone: Vec<bool>,
    left: usize,
}

impl<'a> Alive<'a> {
    fn new(nodes: usize, forward: &'a Lists<u32>, backward: &'a Lists<u32>) -> Self {
        let degrees =
            |lists: &Lists<u32>| (0..nodes as u32).map(|node| lists.get(node).len() as u32).collect();
        Self {
            out_degree: degrees(forward),
            in_degree: degrees(backward),
            forward,
            backward,
            gone: vec![false; nodes],
            left: nodes,
        }
    }

    fn is(&self, node: u32) -> bool {
        !self.gone[node as usize]
    }

    /// Takes away those of `nodes` that nothing leads into or out of, and what is then left without either.
    fn peel(&mut self, mut nodes: Vec<u32>) {
        while let Some(node) = nodes.pop() {
            let at = node as usize;
            if self.gone[at] || (self.out_degree[at] > 0 && self.in_degree[at] > 0) {
                continue;
            }
            self.take(node, &mut nodes);
        }
    }

    /// Takes a node away; `touched` gathers its neighbours.
    fn take(&mut self, node: u32, touched: &mut Vec<u32>) {
        self.gone[node as usize] = true;
        self.left -= 1;
        for &next in self.forward.get(node) {
            self.in_degree[next as usize] -= 1;
            touched.push(next);
        }
        for &before in self.backward.get(node) {
            self.out_degree[before as usize] -= 1;
            touched.push(before);
        }
    }
}

fn shortest_way_round<'n>(
    set: &[u32],
    forward: &Lists<u32>,
    name: &dyn Fn(u32) -> &'n str,
    steps: &mut u64,
) -> Vec<u32> {
    // From here on a node is its rank by name within the set.
    let mut by_name = set.to_vec();
    by_name.sort_unstable_by_key(|&node| name(node));
    let rank: HashMap<u32, u32> =
        by_name.iter().enumerate().map(|(rank, &node)| (node, rank as u32)).collect();
    let mut pairs = Vec::new();
    for (from, &node) in by_name.iter().enumerate() {
        let inside = forward.get(node).iter().filter_map(|to| rank.get(to));
        pairs.extend(inside.map(|&to| (from as u32, to)));
    }
    let n = by_name.len();
    let forward = Lists::of(n, &pairs);
    for pair in &mut pairs {
        *pair = (pair.1, pair.0);
    }
    let backward = Lists::of(n, &pairs);

    let mut alive = Alive::new(n, &forward, &backward);
    let mut best: Vec<u32> = Vec::new();
    let mut distance = vec![u32::MAX; n];
    for start in 0..n as u32 {
        if !alive.is(start) {
            continue;
        }
        let longest = if best.is_empty() { u32::MAX } else { best.len() as u32 - 1 };
        let seen = distances_to(start, longest, &alive, &mut distance, steps);
        let way = way_round(start, &forward, &distance);
        if !way.is_empty() && (best.is_empty() || way.len() < best.len()) {
            best = way;
        }
        for node in seen {
            distance[node as usize] = u32::MAX;
        }
        if best.len() == 1 || (*steps == 0 && !best.is_empty()) {
            break;
        }
        // Every circle through `start` is known now.
        let mut touched = Vec::new();
        alive.take(start, &mut touched);
        alive.peel(touched);
    }
    best.into_iter().map(|rank| by_name[rank as usize]).collect()
}

/// How many steps lead from each node to `goal`, for those from which fewer than `longest` do. Returns the nodes reached.
fn distances_to(
    goal: u32,
    longest: u32,
    alive: &Alive<'_>,
    distance: &mut [u32],
    steps: &mut u64,
) -> Vec<u32> {
    let mut queue = vec![goal];
    distance[goal as usize] = 0;
    let mut next = 0;
    while let Some(&node) = queue.get(next) {
        next += 1;
        let further = distance[node as usize] + 1;
        if further >= longest {
            break;
        }
        for &before in alive.backward.get(node) {
            *steps = steps.saturating_sub(1);
            if alive.is(before) && distance[before as usize] == u32::MAX {
                distance[before as usize] = further;
                queue.push(before);
            }
        }
    }
    queue
}

/// The shortest way from `start` back to it, taking the smallest node wherever several are as near; empty where there
/// is none.
fn way_round(start: u32, forward: &Lists<u32>, distance: &[u32]) -> Vec<u32> {
    let nearest = |node: u32| {
        let reached = forward.get(node).iter().copied().filter(|&to| distance[to as usize] != u32::MAX);
        reached.min_by_key(|&to| (distance[to as usize], to))
    };
    let mut way = vec![start];
    let mut node = start;
    while let Some(to) = nearest(node) {
        if to == start {
            return way;
        }
        way.push(to);
        node = to;
    }
    Vec::new()
}
