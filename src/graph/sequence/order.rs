//! An order in which everything is worked out after what it comes from.

use super::links::Point;
use crate::graph::lists::Lists;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::HashMap;

/// Points in an order in which each stands after all that leads to it, and those that stand in a circle or behind one.
pub(super) fn in_order(points: usize, leads_to: &[(u32, u32)]) -> (Vec<Point>, Vec<u32>) {
    let follows = Lists::of(points, leads_to);
    let mut open_before = vec![0u32; points];
    for &(_, to) in leads_to {
        open_before[to as usize] += 1;
    }
    let mut order: Vec<u32> = (0..points as u32).filter(|&point| open_before[point as usize] == 0).collect();
    let mut next = 0;
    while let Some(&point) = order.get(next) {
        next += 1;
        for &to in follows.get(point) {
            open_before[to as usize] -= 1;
            if open_before[to as usize] == 0 {
                order.push(to);
            }
        }
    }
    let left = (0..points as u32).filter(|&point| open_before[point as usize] > 0).collect();
    (order.into_iter().map(Point).collect(), left)
}

/// For each of these points the number of its strongly connected set.
pub(super) fn circles(points: &[u32], leads_to: &[(u32, u32)]) -> HashMap<u32, usize> {
    let mut graph = DiGraph::<u32, ()>::new();
    let index: HashMap<u32, NodeIndex> = points.iter().map(|&point| (point, graph.add_node(point))).collect();
    for (from, to) in leads_to {
        if let (Some(&from), Some(&to)) = (index.get(from), index.get(to)) {
            graph.add_edge(from, to, ());
        }
    }
    let sets = kosaraju_scc(&graph);
    let numbered = sets.iter().enumerate();
    numbered
        .flat_map(|(number, set)| set.iter().map(move |&at| (at, number)))
        .map(|(at, number)| (graph[at], number))
        .collect()
}
