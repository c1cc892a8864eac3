//! The best schemes, against their definition.

use super::{Counts, best};
use crate::plan::Total;
use proptest::prelude::*;
use std::cmp::Reverse;

/// Cost, results, bottlenecks, hours, score.
type Numbers = (u8, u32, usize, u8, u8);

fn is_better(a: Numbers, b: Numbers) -> bool {
    let is_as_good = a.0 <= b.0 && a.1 >= b.1 && a.2 <= b.2 && a.3 <= b.3 && a.4 >= b.4;
    is_as_good && a != b
}

proptest! {
    #[test]
    fn no_other_is_better_than_the_best(
        numbers in proptest::collection::vec((0..4_u8, 0..3_u32, 0..3_usize, 0..4_u8, 0..4_u8), 0..40)
    ) {
        let counts = |(number, &(cost, results, bottlenecks, peak, score)): (usize, &Numbers)| {
            let counts = Counts {
                cost: Total(cost.into()),
                results: Reverse(results),
                bottlenecks,
                peak: (f64::from(peak) / 3.0).to_bits(),
                score: Reverse((f64::from(score) / 7.0).to_bits()),
            };
            (counts, number)
        };
        let found = best(numbers.iter().enumerate().map(counts).collect());
        let is_best = |one: &Numbers| !numbers.iter().any(|other| is_better(*other, *one));
        let expected: Vec<usize> = (0..numbers.len()).filter(|&number| is_best(&numbers[number])).collect();
        prop_assert_eq!(found, expected);
    }
}
