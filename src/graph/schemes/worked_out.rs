//! How many results stand in each scheme and what it costs, and which results stand in some schemes only.
//!
//! A result is worked out once for each way of picking from the choices below it, and not once for each scheme: results
//! with the same choices below them share a walk, and choices without an `only_if` item are below none.

use super::conditions::Conditions;
use super::evaluation::{Evaluation, cone};
use super::feasible::Table;
use super::sets::{NONE, Sets};
use crate::graph::Graph;
use crate::graph::presence::Presence;
use crate::graph::stamps::Stamps;
use crate::plan::{Level, Plan, Total};
use fnv::FnvHashMap;
use std::collections::BTreeMap;

/// Most items that are looked at, each time one is looked at counted, before only a part of the schemes is worked out.
const MOST_STEPS: u64 = 1 << 27;

/// What is counted of every scheme, and in which of them each result stands.
#[derive(Debug, Default)]
pub(super) struct WorkedOut {
    /// For each scheme how many results stand.
    pub objectives: Vec<u32>,
    /// For each scheme the cost of all activities and tasks that belong to the plan.
    pub costs: Vec<Total>,
    /// Results that stand in some schemes and not in all, in the order of the text.
    pub hanging: Vec<u32>,
}

/// What is told together: the results with the same choices below them, and the costs under the same choices.
#[derive(Debug, Default)]
struct Class {
    results: Vec<u32>,
    /// Items with a cost, and what they cost.
    costs: Vec<(u32, Total)>,
}

/// The different ways in which the schemes pick from some choices.
struct Ways {
    /// The last of these choices.
    column: u32,
    /// For each scheme the number of its way.
    of_scheme: Vec<u32>,
    /// For each way the first scheme that has it.
    first: Vec<u32>,
}

impl WorkedOut {
    /// Works out these schemes. Nothing where that would take too long; fewer schemes take less.
    pub(super) fn of(graph: &Graph, conditions: &Conditions, below: &Below, table: &Table) -> Option<Self> {
        let mut worked_out = Self::default();
        let mut evaluation = Evaluation::of(graph);
        let standing = below.untouched.iter().filter(|&&result| evaluation.stands(result)).count() as u32;
        worked_out.objectives = vec![standing; table.len];
        worked_out.costs = vec![below.cost; table.len];
        let mut steps = MOST_STEPS;
        let mut seen = Stamps::new(graph.groups.nodes);
        let mut path: Vec<Ways> = Vec::new();
        let picks_for: Vec<(Vec<u32>, u32)> =
            (0..table.columns as u32).map(|column| table.picks_for(column)).collect();
        for (columns, class) in &below.classes {
            // Classes that begin with the same choices come one after another.
            let common =
                path.iter().zip(columns).take_while(|(ways, column)| ways.column == **column).count();
            path.truncate(common);
            for &column in &columns[common..] {
                let (picks, options) = &picks_for[column as usize];
                let ways = Ways::of(path.last(), column, picks, *options);
                path.push(ways);
            }
            let Some(ways) = path.last() else { continue };
            let results = class.results.iter().copied();
            let nodes = cone(graph, results, |node| below.is_touched(node), &mut seen);
            let work = (nodes.len() + class.costs.len() + 1) as u64 * ways.first.len() as u64;
            steps = steps.checked_sub(work)?;
            let mut stands_in = vec![0_u32; class.results.len()];
            let mut counts = Vec::with_capacity(ways.first.len());
            for &scheme in &ways.first {
                let picks = table.row(scheme as usize);
                evaluation.work_out(&nodes, conditions, picks);
                let mut standing = 0;
                for (result, stands_in) in class.results.iter().zip(&mut stands_in) {
                    let stands = u32::from(evaluation.stands(*result));
                    *stands_in += stands;
                    standing += stands;
                }
                let present = class.costs.iter().filter(|(item, _)| conditions.are_met(*item, picks));
                counts.push((standing, present.map(|(_, cost)| cost.0).sum::<u128>()));
            }
            if !class.results.is_empty() {
                for (objectives, &way) in worked_out.objectives.iter_mut().zip(&ways.of_scheme) {
                    *objectives += counts[way as usize].0;
                }
            }
            if !class.costs.is_empty() {
                for (cost, &way) in worked_out.costs.iter_mut().zip(&ways.of_scheme) {
                    cost.0 += counts[way as usize].1;
                }
            }
            let all = ways.first.len() as u32;
            let hanging = class.results.iter().zip(stands_in).filter(|(_, count)| (1..all).contains(count));
            worked_out.hanging.extend(hanging.map(|(&result, _)| result));
        }
        worked_out.hanging.sort_unstable();
        Some(worked_out)
    }
}

impl Ways {
    /// The ways with one more choice, where each scheme picks this for it, out of so many options.
    fn of(before: Option<&Self>, column: u32, picks: &[u32], options: u32) -> Self {
        let ways = before.map_or(1, |before| before.first.len());
        // A table of all that could be, unless most of it would stay empty.
        let is_small = ways.saturating_mul(options as usize) <= 1024 + 4 * picks.len();
        let mut table = vec![u32::MAX; if is_small { ways * options as usize } else { 0 }];
        let mut map: FnvHashMap<u64, u32> = FnvHashMap::default();
        let mut first = Vec::new();
        let of_scheme = picks.iter().enumerate().map(|(scheme, &pick)| {
            let way = before.map_or(0, |before| before.of_scheme[scheme]);
            let number = if is_small {
                &mut table[(way * options + pick) as usize]
            } else {
                map.entry(u64::from(way) << 32 | u64::from(pick)).or_insert(u32::MAX)
            };
            if *number == u32::MAX {
                *number = first.len() as u32;
                first.push(scheme as u32);
            }
            *number
        });
        let of_scheme = of_scheme.collect();
        Self { column, of_scheme, first }
    }
}

/// What stands below each item, as far as picks can touch it.
#[derive(Debug)]
pub(super) struct Below {
    /// For each id the number of the set of choices below it, itself included.
    sets: Vec<u32>,
    /// The results that no pick touches.
    untouched: Vec<u32>,
    /// The cost of all that belongs to the plan whatever is picked.
    cost: Total,
    /// By the choices below them.
    classes: BTreeMap<Vec<u32>, Class>,
}

impl Below {
    /// Nothing where that would take too much room.
    pub(super) fn of(plan: &Plan, graph: &Graph, conditions: &Conditions, columns: usize) -> Option<Self> {
        let mut sets = Sets::of(columns);
        let mut own = vec![NONE; graph.items.ids()];
        if !conditions.is_empty() {
            for item in graph.items.iter() {
                let columns = conditions.get(item.node).iter().map(|(column, _)| *column);
                own[item.node as usize] = sets.set(columns);
            }
        }
        let mut classes: BTreeMap<Vec<u32>, Class> = BTreeMap::new();
        let mut cost = Total::default();
        for item in plan.items.iter().filter(|item| item.level >= Level::Activity) {
            let Some(costs) = item.work.as_ref().and_then(|work| work.cost) else { continue };
            if graph.presence(item.id) == Presence::Absent {
                continue;
            }
            match own[item.id.index()] {
                NONE => cost += costs.value,
                set => {
                    let class = classes.entry(sets.columns(set)).or_default();
                    class.costs.push((item.id.0, Total(costs.value.0.into())));
                }
            }
        }
        let of = sets.gathered(graph, own)?;
        let mut untouched = Vec::new();
        for result in graph.results.iter().map(|result| result.0) {
            match of[result as usize] {
                NONE => untouched.push(result),
                set => classes.entry(sets.columns(set)).or_default().results.push(result),
            }
        }
        Some(Self { sets: of, untouched, cost, classes })
    }

    /// Whether picks can touch an item.
    pub(super) fn is_touched(&self, item: u32) -> bool {
        self.sets[item as usize] != NONE
    }
}
