//! Picking one option for each choice so that no two picks exclude each other, choice by choice.
//!
//! A pick bars the options it excludes in the choices still to come, and a choice that has none left turns the search
//! back at once. Choices that no exclusion ties together, directly or over others, are picked from apart: what is
//! impossible for the one set is not tried again for every way of picking from the other.

use super::exclusions::Exclusions;
use crate::graph::lists::Lists;

/// What may be picked: decisions and exclusions, all of a plan or some of them.
pub(super) struct Picking<'a> {
    exclusions: &'a Exclusions,
    /// For each option those that it cannot go with.
    partners: Lists<u32>,
    /// For each choice the option it keeps, by number.
    kept: &'a [Option<u32>],
    /// For each option how many picks bar it now.
    bars: Vec<u32>,
    /// For each choice how many of its options no pick bars.
    free: Vec<u32>,
    /// For each choice its place among those that are picked from, counted from 1; 0 where it is not.
    place: Vec<u32>,
}

/// The ways of picking from some choices that exclusions tie together.
#[derive(Debug)]
pub(super) struct Part {
    /// The choices, in the order of the text.
    pub choices: Vec<u32>,
    /// The options picked, as places within their choice: one row a way, one column a choice. The rows are in order.
    pub rows: Vec<u32>,
    /// These are all ways. Else there are more, or the search was given up.
    pub is_whole: bool,
}

impl Part {
    /// How many ways are known.
    pub(super) fn len(&self) -> usize {
        self.rows.len() / self.choices.len()
    }
}

impl<'a> Picking<'a> {
    /// Picking where these exclusions hold and these choices keep an option.
    pub(super) fn of(exclusions: &'a Exclusions, pairs: &[(u32, u32)], kept: &'a [Option<u32>]) -> Self {
        let both_ways: Vec<(u32, u32)> = pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]).collect();
        let free = (0..exclusions.choices()).map(|choice| exclusions.options_of(choice).len() as u32);
        let mut picking = Self {
            exclusions,
            partners: Lists::of(exclusions.options(), &both_ways),
            kept,
            bars: vec![0; exclusions.options()],
            free: free.collect(),
            place: vec![1; exclusions.choices() as usize],
        };
        for &option in kept.iter().flatten() {
            picking.bar(option, 0);
        }
        picking.place.fill(0);
        picking
    }

    /// The sets of undecided choices that exclusions tie together, by the first choice of each. Nothing where two of
    /// the kept options exclude each other, or a choice has no option left.
    ///
    /// A choice without options cannot be picked from, and keeps nothing from being picked.
    pub(super) fn parts(&self) -> Option<Vec<Vec<u32>>> {
        if self.kept.iter().flatten().any(|&option| self.bars[option as usize] > 0) {
            return None;
        }
        let is_asked = |choice: u32| {
            self.kept[choice as usize].is_none() && !self.exclusions.options_of(choice).is_empty()
        };
        let choices: Vec<u32> = (0..self.exclusions.choices()).filter(|&choice| is_asked(choice)).collect();
        if choices.iter().any(|&choice| self.free[choice as usize] == 0) {
            return None;
        }
        let mut is_taken = vec![false; self.free.len()];
        let mut parts = Vec::new();
        for choice in choices {
            if std::mem::replace(&mut is_taken[choice as usize], true) {
                continue;
            }
            let mut part = vec![choice];
            let mut next = 0;
            while let Some(&choice) = part.get(next) {
                next += 1;
                for option in self.exclusions.options_of(choice).filter(|&option| self.is_free(option)) {
                    for &partner in self.partners.get(option).iter().filter(|&&partner| self.is_free(partner))
                    {
                        let other = self.exclusions.choice_of(partner);
                        if is_asked(other) && !std::mem::replace(&mut is_taken[other as usize], true) {
                            part.push(other);
                        }
                    }
                }
            }
            part.sort_unstable();
            parts.push(part);
        }
        Some(parts)
    }

    /// Up to `most` ways of picking from these choices, in order: the first choice changes last. `steps` is how many
    /// picks may still be tried; those that are, are taken off.
    pub(super) fn ways(&mut self, choices: Vec<u32>, most: usize, steps: &mut u64) -> Part {
        for (place, &choice) in choices.iter().enumerate() {
            self.place[choice as usize] = place as u32 + 1;
        }
        let mut rows: Vec<u32> = Vec::new();
        let mut is_whole = true;
        let mut picks: Vec<u32> = Vec::with_capacity(choices.len());
        // For each choice that is come to, the option that is tried next.
        let mut next: Vec<u32> = vec![self.exclusions.options_of(choices[0]).start];
        while let Some(tried) = next.last_mut() {
            let option = *tried;
            *tried += 1;
            let depth = next.len() - 1;
            if picks.len() > depth {
                self.take_back(&mut picks);
            }
            if option == self.exclusions.options_of(choices[depth]).end {
                next.pop();
                continue;
            }
            if *steps == 0 {
                is_whole = false;
                break;
            }
            *steps -= 1;
            if !self.is_free(option) {
                continue;
            }
            if depth + 1 < choices.len() {
                picks.push(option);
                if self.bar(option, depth as u32 + 1) {
                    next.push(self.exclusions.options_of(choices[depth + 1]).start);
                }
            } else if rows.len() / choices.len() == most {
                is_whole = false;
                break;
            } else {
                let row = picks.iter().chain(std::iter::once(&option)).zip(&choices);
                rows.extend(row.map(|(option, &choice)| option - self.exclusions.options_of(choice).start));
            }
        }
        while !picks.is_empty() {
            self.take_back(&mut picks);
        }
        for &choice in &choices {
            self.place[choice as usize] = 0;
        }
        Part { choices, rows, is_whole }
    }

    /// Whether there is a way of picking from all choices; nothing where the steps were used up first.
    pub(super) fn is_possible(&mut self, steps: &mut u64) -> Option<bool> {
        let Some(parts) = self.parts() else { return Some(false) };
        for part in parts {
            let part = self.ways(part, 1, steps);
            if part.rows.is_empty() {
                return part.is_whole.then_some(false);
            }
        }
        Some(true)
    }

    fn is_free(&self, option: u32) -> bool {
        self.bars[option as usize] == 0
    }

    /// Bars what cannot go with a pick, in the choices after this place; whether each of them has an option left.
    fn bar(&mut self, pick: u32, place: u32) -> bool {
        let mut leaves_some = true;
        for &partner in self.partners.get(pick) {
            let choice = self.exclusions.choice_of(partner) as usize;
            if self.place[choice] > place {
                self.bars[partner as usize] += 1;
                if self.bars[partner as usize] == 1 {
                    self.free[choice] -= 1;
                    leaves_some &= self.free[choice] > 0;
                }
            }
        }
        leaves_some
    }

    /// Takes the last pick back, and what it bars.
    fn take_back(&mut self, picks: &mut Vec<u32>) {
        let place = picks.len() as u32;
        let Some(pick) = picks.pop() else { return };
        for &partner in self.partners.get(pick) {
            let choice = self.exclusions.choice_of(partner) as usize;
            if self.place[choice] > place {
                self.bars[partner as usize] -= 1;
                if self.bars[partner as usize] == 0 {
                    self.free[choice] += 1;
                }
            }
        }
    }
}
