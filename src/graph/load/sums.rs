//! Hours of many tasks added up, week by week.

use super::Stretch;
use crate::graph::week::Week;

/// The weeks with any of this work (first week, last week, hours a week), the hours in them, and those to give.
pub(super) fn stretches(mut work: Vec<(Week, Week, f64)>, capacity: Option<f64>) -> Vec<Stretch> {
    work.retain(|(_, _, hours)| *hours > 0.0);
    let mut sum = Sum::of(work.len());
    // Where the work of an index begins or is over.
    let mut turns: Vec<(Week, usize)> = Vec::with_capacity(work.len() * 2);
    for (index, (first, last, _)) in work.iter().enumerate() {
        turns.extend([(*first, index), (last.plus(1), index)]);
    }
    turns.sort_unstable();
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut is_on = vec![false; work.len()];
    for (at, (week, index)) in turns.iter().enumerate() {
        is_on[*index] = !is_on[*index];
        sum.set(*index, if is_on[*index] { work[*index].2 } else { 0.0 });
        let Some((next, _)) = turns.get(at + 1).filter(|(next, _)| next != week) else { continue };
        let hours = sum.total();
        match stretches.last_mut() {
            Some(before) if before.hours.to_bits() == hours.to_bits() && before.last.plus(1) == *week => {
                before.last = next.plus(-1);
            }
            _ if hours > 0.0 => {
                stretches.push(Stretch {
                    first: *week,
                    last: next.plus(-1),
                    hours,
                    capacity,
                    is_away: false,
                });
            }
            _ => {}
        }
    }
    stretches
}

/// A sum of which single terms change: a tree of sums of pairs. It holds what is in it and nothing of what was.
struct Sum {
    /// The terms stand in the second half, each pair's sum at half its place.
    nodes: Vec<f64>,
}

impl Sum {
    fn of(terms: usize) -> Self {
        Self { nodes: vec![0.0; terms.next_power_of_two() * 2] }
    }

    fn set(&mut self, term: usize, value: f64) {
        let mut at = self.nodes.len() / 2 + term;
        self.nodes[at] = value;
        while at > 1 {
            at /= 2;
            // More hours than a number can hold stay the largest number.
            self.nodes[at] = (self.nodes[at * 2] + self.nodes[at * 2 + 1]).min(f64::MAX);
        }
    }

    fn total(&self) -> f64 {
        self.nodes[1]
    }
}
