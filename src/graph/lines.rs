//! Lines of sight: the paths of support from something up to the ambition.

use super::Graph;
use crate::plan::{Id, Plan};

/// The paths of support that lead up from somewhere: the first of them, and how many there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines {
    /// The first ones, in the order of the text at each fork. Each begins with one of the starts.
    pub first: Vec<Vec<Id>>,
    /// How many there are; [`Lines::COUNTED`] where there are that many or more.
    pub count: u64,
}

/// How many lines of sight are told.
#[derive(Debug, Clone, Copy)]
pub struct Most {
    /// This many lines.
    pub lines: usize,
    /// No further line once this many steps are told.
    pub steps: usize,
}

impl Lines {
    /// Lines are counted up to this many: forks multiply, and a larger number tells nobody more.
    pub const COUNTED: u64 = 1_000_000;

    /// The lines from these starts up to the tops: to the ambition, or, where `to_ambition` is false, to whatever
    /// supports nothing further. In a circle, the link that closes it is left out.
    #[must_use]
    pub fn up_from(plan: &Plan, graph: &Graph, starts: &[Id], to_ambition: bool, most: Most) -> Self {
        let ways = Ways::of(plan, graph, starts, to_ambition);
        let count = starts.iter().fold(0_u64, |sum, &id| sum.saturating_add(ways.count_from(plan, id)));
        let mut lines = Self { first: Vec::new(), count: count.min(Self::COUNTED) };
        let mut steps = 0;
        for &start in starts {
            if ways.count_from(plan, start) == 0 {
                continue;
            }
            // The path so far; for each step of it, which way up is tried next.
            let mut path = vec![(start, 0_usize)];
            while let Some((at, next)) = path.last_mut() {
                let index = plan.names.get(*at).index as usize;
                let up = &ways.up[index];
                if up.is_empty() {
                    steps += path.len();
                    lines.first.push(path.iter().map(|(id, _)| *id).collect());
                    if lines.first.len() >= most.lines || steps >= most.steps {
                        return lines;
                    }
                    path.pop();
                    continue;
                }
                match up.get(*next) {
                    Some(&above) => {
                        *next += 1;
                        path.push((above, 0));
                    }
                    None => {
                        path.pop();
                    }
                }
            }
        }
        lines
    }
}

/// The links that lead up, without dead ends and without circles. Items by their index in the plan.
struct Ways {
    up: Vec<Vec<Id>>,
    count: Vec<u64>,
}

impl Ways {
    fn of(plan: &Plan, graph: &Graph, starts: &[Id], to_ambition: bool) -> Self {
        let items = plan.items.len();
        let mut ways = Self { up: vec![Vec::new(); items], count: vec![0; items] };
        let mut state = vec![Visit::Not; items];
        for &start in starts {
            let start_index = plan.names.get(start).index as usize;
            if state[start_index] != Visit::Not {
                continue;
            }
            state[start_index] = Visit::On;
            let mut path = vec![(start, graph.supports(start))];
            while let Some((at, next)) = path.last_mut() {
                let (at, index) = (*at, plan.names.get(*at).index as usize);
                if let Some(above) = next.next() {
                    let above_index = plan.names.get(above).index as usize;
                    if state[above_index] == Visit::Not {
                        state[above_index] = Visit::On;
                        path.push((above, graph.supports(above)));
                    }
                    continue;
                }
                // Everything above is counted, but for what is still on the path: a link to that closes a circle.
                let mut up: Vec<Id> = Vec::new();
                for above in graph.supports(at) {
                    let above_index = plan.names.get(above).index as usize;
                    if state[above_index] == Visit::Done && ways.count[above_index] > 0 {
                        ways.count[index] = ways.count[index].saturating_add(ways.count[above_index]);
                        up.push(above);
                    }
                }
                let is_top = if to_ambition { index == 0 } else { up.is_empty() };
                if is_top {
                    ways.count[index] = 1;
                    up.clear();
                }
                ways.up[index] = up;
                state[index] = Visit::Done;
                path.pop();
            }
        }
        ways
    }

    fn count_from(&self, plan: &Plan, id: Id) -> u64 {
        self.count[plan.names.get(id).index as usize]
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Visit {
    Not,
    On,
    Done,
}
