//! Single threads: results that hang on one thing alone, as `semantics.md` defines them.

use super::Graph;
use super::listed::{Listed, Lister};
use super::stamps::Stamps;
use crate::plan::{Id, Level, Plan};
use fnv::FnvHashMap;

/// A result that hangs on single things that are no bottlenecks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SingleThread {
    /// The result.
    pub result: Id,
    /// What it falls with.
    pub through: Listed,
}

/// What each result falls with, gathered while single failures are walked.
pub(super) struct Threads<'g> {
    graph: &'g Graph,
    lister: Lister<'g>,
    /// By node of the result.
    through: FnvHashMap<u32, (Vec<Id>, u64)>,
    /// For each node where its single line of support ends, once it was followed.
    line_end: Vec<u32>,
    wanted: Stamps,
    above: Stamps,
}

impl<'g> Threads<'g> {
    pub(super) fn new(graph: &'g Graph, plan: &'g Plan) -> Self {
        let ids = plan.names.len();
        Self {
            graph,
            lister: Lister::new(plan),
            through: FnvHashMap::default(),
            line_end: vec![NONE; ids],
            wanted: Stamps::new(ids),
            above: Stamps::new(ids),
        }
    }

    /// Notes that these results fall with `node`, but for those that it is below by support.
    pub(super) fn add(&mut self, node: u32, results: &[u32]) {
        if results.is_empty() {
            return;
        }
        self.above.clear();
        if self.graph.items.get(node).is_some() {
            self.find_above(node, results);
        }
        for &result in results {
            if self.above.has(result) || result == node {
                continue;
            }
            let (through, count) = self.through.entry(result).or_default();
            *count += 1;
            through.push(Id(node));
            if through.len() >= 2 * Graph::MOST_LISTED {
                self.lister.cut(through, Graph::MOST_LISTED);
            }
        }
    }

    /// Finds those of these results that are above an item by support: only they are looked for, and no further up
    /// than they can stand.
    fn find_above(&mut self, node: u32, results: &[u32]) {
        let items = &self.graph.items;
        let level = |node: u32| items.get(node).map_or(Level::Ambition, |item| item.level);
        self.wanted.clear();
        let mut missing = 0;
        let mut highest = Level::Task;
        for &result in results {
            missing += usize::from(self.wanted.insert(result));
            highest = highest.min(level(result));
        }
        let from = self.end_of_line(node);
        let mut queue = vec![from];
        while let Some(node) = queue.pop() {
            if !self.graph.items.is_present(node) {
                continue;
            }
            for &above in self.graph.items.supports.get(node) {
                if level(above) < highest || !self.above.insert(above) {
                    continue;
                }
                if self.wanted.has(above) {
                    missing -= 1;
                    if missing == 0 {
                        return;
                    }
                }
                queue.push(above);
            }
        }
    }

    /// Along a single line of support, what is above is the same until the next result: the last item before it.
    fn end_of_line(&mut self, node: u32) -> u32 {
        let graph = self.graph;
        let mut end = node;
        let mut line = Vec::new();
        while self.line_end[end as usize] == NONE {
            // A line may close to a circle.
            self.line_end[end as usize] = end;
            line.push(end);
            match *graph.items.supports.get(end) {
                [above] if !graph.counted[above as usize].is_result && graph.items.is_present(above) => {
                    end = above;
                }
                _ => break,
            }
        }
        let end = self.line_end[end as usize];
        for node in line {
            self.line_end[node as usize] = end;
        }
        end
    }

    pub(super) fn finish(mut self) -> Vec<SingleThread> {
        let mut found: Vec<SingleThread> = self
            .through
            .into_iter()
            .map(|(result, (through, count))| {
                let through = Listed { count, ..self.lister.list(through, Graph::MOST_LISTED) };
                SingleThread { result: Id(result), through }
            })
            .collect();
        found.sort_by_key(|thread| thread.result);
        found
    }
}

/// No node.
const NONE: u32 = u32::MAX;
