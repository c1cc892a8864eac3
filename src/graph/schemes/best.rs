//! The best schemes: those for which no other is at least as good on every count and better on one (Pareto).

use super::{Burden, Schemes};
use crate::plan::Total;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

/// Heaviest weeks and bottlenecks are worked out for all schemes while items × different schemes stay below this:
/// a few seconds.
const MOST_ITEMS: usize = 4_000_000;

/// The schemes for which no other is at least as good on every count and better on one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Best {
    /// By their numbers, in order.
    pub schemes: Vec<usize>,
    /// The counts were results, cost, score, heaviest week and bottlenecks. Where there are too many schemes to work out
    /// the last two for each, they are left out.
    pub is_by_burden: bool,
}

/// What schemes are compared by, so that less is better. Hours and scores are never negative, and the bits of such
/// numbers are in the order of the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Counts {
    cost: Total,
    results: Reverse<u32>,
    bottlenecks: usize,
    peak: u64,
    score: Reverse<u64>,
}

impl Schemes<'_> {
    /// Whether the heaviest week and the bottlenecks can be worked out for every scheme: a few seconds at most.
    #[must_use]
    pub fn are_burdens_few(&self) -> bool {
        let mut different: HashSet<Box<[u32]>> = HashSet::new();
        let most = MOST_ITEMS / self.plan.items.len().max(1);
        (0..self.len()).all(|number| {
            different.insert(self.picks_with_items(number));
            different.len() <= most
        })
    }

    /// The best of the known schemes: results and score as many as can be, cost, heaviest week and bottlenecks as few.
    #[must_use]
    pub fn best(&self) -> Best {
        let is_by_burden = self.are_burdens_few();
        let counts = |number| {
            let burden =
                if is_by_burden { self.burden(number) } else { Burden { peak_hours: 0.0, bottlenecks: 0 } };
            let counts = Counts {
                cost: self.cost(number),
                results: Reverse(self.objectives(number)),
                bottlenecks: burden.bottlenecks,
                peak: burden.peak_hours.to_bits(),
                score: Reverse(self.score(number).to_bits()),
            };
            (counts, number)
        };
        Best { schemes: best((0..self.len()).map(counts).collect()), is_by_burden }
    }
}

/// Those that no other is better than.
///
/// In the order of the counts whatever is better than a scheme stands before it. What has been seen is kept apart by
/// results and bottlenecks, of which there are few; of each, only the pairs of heaviest week and score that no other
/// pair is better than.
fn best(mut schemes: Vec<(Counts, usize)>) -> Vec<usize> {
    schemes.sort_unstable();
    let mut seen: BTreeMap<(Reverse<u32>, usize), BTreeMap<u64, u64>> = BTreeMap::new();
    let mut best = Vec::new();
    for of_equals in schemes.chunk_by(|(a, _), (b, _)| a == b) {
        let Some(&(counts, _)) = of_equals.first() else { continue };
        let Reverse(score) = counts.score;
        let is_beaten = seen.range(..=(counts.results, usize::MAX)).any(|((_, bottlenecks), pairs)| {
            // Of the pairs kept, the one with the heaviest week that is no heavier has the highest score.
            let light = pairs.range(..=counts.peak).next_back();
            *bottlenecks <= counts.bottlenecks && light.is_some_and(|(_, &other)| other >= score)
        });
        if is_beaten {
            continue;
        }
        let pairs = seen.entry((counts.results, counts.bottlenecks)).or_default();
        let beaten: Vec<u64> = pairs
            .range(counts.peak..)
            .take_while(|(_, other)| **other <= score)
            .map(|(&peak, _)| peak)
            .collect();
        for peak in beaten {
            pairs.remove(&peak);
        }
        pairs.insert(counts.peak, score);
        best.extend(of_equals.iter().map(|(_, number)| *number));
    }
    best.sort_unstable();
    best
}

#[cfg(test)]
mod tests;
