//! The dearest way in which undecided choices can turn out.

use std::collections::{BTreeMap, BTreeSet};

/// Ways of choices that hang together that are tried one by one.
const MOST_WAYS: u64 = 4096;

/// A choice and one of its options.
type Pick = (u32, u32);

/// The most that can come together, where each amount comes only if all of its options (sorted) happen, and of each
/// choice one option does. Choices are taken as free of each other: an exclusion makes nothing cheaper here.
///
/// Choices on which one amount hangs together are tried in every combination; where there are too many of those, each
/// choice is taken alone, by the first option of each amount, which is never too little.
pub(super) fn dearest(amounts: &BTreeMap<&[Pick], u128>) -> u128 {
    let certain = amounts.get(&[][..]).copied().unwrap_or(0);
    let is_possible = |options: &[Pick]| options.windows(2).all(|pair| pair[0].0 != pair[1].0);
    let uncertain: Vec<(&[Pick], u128)> = amounts
        .iter()
        .filter(|(options, _)| !options.is_empty() && is_possible(options))
        .map(|(options, amount)| (*options, *amount))
        .collect();
    let together = together(&uncertain);
    let of_group = |group: &Vec<(&[Pick], u128)>| most_of(group);
    together.iter().map(of_group).fold(certain, u128::saturating_add)
}

/// The amounts in groups: those whose choices hang together.
fn together<'c>(amounts: &[(&'c [Pick], u128)]) -> Vec<Vec<(&'c [Pick], u128)>> {
    // Each choice points to one that it hangs together with; the last one stands for all.
    let mut joined: BTreeMap<u32, u32> = BTreeMap::new();
    let last = |joined: &BTreeMap<u32, u32>, mut choice: u32| {
        while let Some(&next) = joined.get(&choice).filter(|next| **next != choice) {
            choice = next;
        }
        choice
    };
    for (options, _) in amounts {
        for &(choice, _) in *options {
            let (a, b) = (last(&joined, options[0].0), last(&joined, choice));
            joined.insert(a.max(b), a.min(b));
        }
    }
    let mut groups: BTreeMap<u32, Vec<(&[Pick], u128)>> = BTreeMap::new();
    for &(options, amount) in amounts {
        groups.entry(last(&joined, options[0].0)).or_default().push((options, amount));
    }
    groups.into_values().collect()
}

/// The most that can come together of amounts whose choices hang together.
fn most_of(amounts: &[(&[Pick], u128)]) -> u128 {
    let mut options: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for &(choice, option) in amounts.iter().flat_map(|(options, _)| *options) {
        options.entry(choice).or_default().insert(option);
    }
    let ways = options.values().map(|of_choice| of_choice.len() as u64).try_fold(1, u64::checked_mul);
    if options.len() == 1 || ways.is_none_or(|ways| ways > MOST_WAYS) {
        return most_of_each(amounts);
    }
    let options: Vec<(u32, Vec<u32>)> =
        options.into_iter().map(|(choice, of_choice)| (choice, of_choice.into_iter().collect())).collect();
    // An option under which nothing costs anything is never the dearest, so the others are all there is to try.
    let mut picks = vec![0; options.len()];
    let mut most = 0;
    loop {
        let happens = |&(choice, option): &Pick| {
            let at = options.binary_search_by_key(&choice, |(choice, _)| *choice);
            at.is_ok_and(|at| options[at].1[picks[at]] == option)
        };
        let comes = amounts.iter().filter(|(options, _)| options.iter().all(happens));
        most = most.max(comes.map(|(_, amount)| *amount).fold(0, u128::saturating_add));
        let Some(next) = (0..picks.len()).find(|&at| picks[at] + 1 < options[at].1.len()) else {
            return most;
        };
        picks[next] += 1;
        picks[..next].fill(0);
    }
}

/// For each choice its dearest option, each amount counted under its first option.
fn most_of_each(amounts: &[(&[Pick], u128)]) -> u128 {
    let mut under: BTreeMap<Pick, u128> = BTreeMap::new();
    for (options, amount) in amounts {
        let sum = under.entry(options[0]).or_default();
        *sum = sum.saturating_add(*amount);
    }
    let mut most: BTreeMap<u32, u128> = BTreeMap::new();
    for ((choice, _), amount) in under {
        let of_choice = most.entry(choice).or_default();
        *of_choice = amount.max(*of_choice);
    }
    most.values().fold(0, |sum, amount| sum.saturating_add(*amount))
}

#[cfg(test)]
mod tests {
    use super::dearest;

    fn most(amounts: &[(&[(u32, u32)], u128)]) -> u128 {
        dearest(&amounts.iter().copied().collect())
    }

    #[test]
    fn of_each_choice_the_dearest_option_counts() {
        assert_eq!(most(&[]), 0);
        assert_eq!(most(&[(&[], 5), (&[(0, 0)], 3), (&[(0, 1)], 4), (&[(1, 0)], 7)]), 16);
    }

    #[test]
    fn what_stands_under_two_choices_comes_only_where_both_do() {
        // Of the first choice, option 0 holds 100 under option 0 of the second, and option 1 costs 80.
        assert_eq!(most(&[(&[(0, 0), (1, 0)], 100), (&[(0, 1)], 80)]), 100);
        assert_eq!(most(&[(&[(0, 0), (1, 0)], 100), (&[(0, 0), (1, 1)], 90)]), 100);
        assert_eq!(most(&[(&[(0, 0), (1, 0)], 100), (&[(0, 1)], 80), (&[(1, 1)], 30)]), 110);
    }

    #[test]
    fn what_can_never_happen_costs_nothing() {
        assert_eq!(most(&[(&[(0, 0), (0, 1)], 100), (&[(0, 1)], 5)]), 5);
    }

    #[test]
    fn choices_that_hang_together_in_great_numbers_are_no_trouble() {
        let chain: Vec<[(u32, u32); 2]> =
            (0..60).flat_map(|n| [[(n, 0), (n + 1, 0)], [(n, 1), (n + 1, 1)]]).collect();
        let amounts: Vec<(&[(u32, u32)], u128)> = chain.iter().map(|options| (&options[..], 10)).collect();
        assert_eq!(most(&amounts), 600);
    }
}
