//! The feasible schemes of a plan: every way of picking one option for each choice so that no two picks exclude each
//! other.

use super::exclusions::Exclusions;
use super::picking::{Part, Picking};
use crate::plan::Plan;

/// Most picks that are tried until the search is given up: a plan in which they are used up counts as one with too many
/// schemes.
pub(super) const MOST_STEPS: u64 = 5_000_000;

/// Most picks of all schemes that are held.
const MOST_PICKS: usize = 1 << 25;

/// The feasible schemes of a plan, as the ways of picking from each set of choices that exclusions tie together. Every
/// way for one set goes with every way for another.
#[derive(Debug)]
pub(super) struct Feasible {
    parts: Vec<Part>,
    /// All of them are known, and they are no more than `schemes_max`.
    pub is_complete: bool,
    /// It is certain that there is none.
    pub is_none: bool,
}

impl Feasible {
    /// The feasible schemes of a plan in which these options are chosen.
    pub(super) fn of(plan: &Plan, chosen: &[Option<u32>]) -> Self {
        let exclusions = Exclusions::of(plan);
        let kept = numbers(&exclusions, chosen);
        let mut picking = Picking::of(&exclusions, &exclusions.pairs, &kept);
        let schemes_max = plan.settings.schemes_max as usize;
        let mut steps = MOST_STEPS;
        let none = || Self { parts: Vec::new(), is_complete: true, is_none: true };
        let Some(sets) = picking.parts() else { return none() };
        let mut parts = Vec::with_capacity(sets.len());
        let mut count = 1_u64;
        for choices in sets {
            let most = schemes_max.min(MOST_PICKS / choices.len());
            let part = picking.ways(choices, most, &mut steps);
            if part.rows.is_empty() && part.is_whole {
                return none();
            }
            count = count.saturating_mul(part.len() as u64);
            parts.push(part);
        }
        let is_complete = count <= schemes_max as u64 && parts.iter().all(|part| part.is_whole);
        Self { parts, is_complete, is_none: false }
    }

    /// For each set of choices that exclusions tie together, the ways of picking from it.
    pub(super) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The undecided choices that can be picked from, in the order of the text.
    pub(super) fn choices(&self) -> Vec<u32> {
        let mut choices: Vec<u32> = self.parts.iter().flat_map(|part| part.choices.iter().copied()).collect();
        choices.sort_unstable();
        choices
    }

    /// The first `most` schemes, and no more than memory holds well: the picks one scheme after the other, for each of
    /// [`Feasible::choices`] one, as places within the choice. The first choice changes last.
    pub(super) fn schemes(&self, most: usize) -> Table {
        let choices = self.choices();
        let mut table = Table { columns: choices.len(), len: 0, picks: Vec::new() };
        if self.is_none || self.parts.iter().any(|part| part.rows.is_empty()) {
            return table;
        }
        let most = most.min(MOST_PICKS / choices.len().max(1));
        let at = self.columns(&choices);
        // The rows of each part that go with the picks so far.
        let mut rows: Vec<(u32, u32)> = self.parts.iter().map(|part| (0, part.len() as u32)).collect();
        let mut picks: Vec<u32> = Vec::with_capacity(choices.len());
        // For each choice that is come to: the rows of its part that went with the picks before it, and which comes next.
        let mut levels: Vec<((u32, u32), u32)> = Vec::with_capacity(choices.len());
        loop {
            if picks.len() < choices.len() {
                let (part, _) = at[picks.len()];
                levels.push((rows[part], rows[part].0));
            } else if table.len == most {
                return table;
            } else {
                table.picks.extend(&picks);
                table.len += 1;
            }
            // The next row of the last choice that has one.
            loop {
                let Some(depth) = levels.len().checked_sub(1) else { return table };
                let ((first, end), next) = &mut levels[depth];
                picks.truncate(depth);
                let (part, column) = at[depth];
                if next == end {
                    rows[part] = (*first, *end);
                    levels.pop();
                    continue;
                }
                let part_of = &self.parts[part];
                let value = |row: u32| part_of.rows[row as usize * part_of.choices.len() + column];
                let pick = value(*next);
                let mut last = *next + 1;
                while last < *end && value(last) == pick {
                    last += 1;
                }
                rows[part] = (*next, last);
                *next = last;
                picks.push(pick);
                break;
            }
        }
    }

    /// For each choice the part it belongs to, and its column there.
    fn columns(&self, choices: &[u32]) -> Vec<(usize, usize)> {
        let mut at = vec![(0, 0); choices.len()];
        for (number, part) in self.parts.iter().enumerate() {
            for (column, choice) in part.choices.iter().enumerate() {
                if let Ok(place) = choices.binary_search(choice) {
                    at[place] = (number, column);
                }
            }
        }
        at
    }
}

/// The kept options by their numbers.
pub(super) fn numbers(exclusions: &Exclusions, chosen: &[Option<u32>]) -> Vec<Option<u32>> {
    let number = |(choice, option): (usize, &Option<u32>)| {
        option.map(|option| exclusions.number(choice as u32, option))
    };
    chosen.iter().enumerate().map(number).collect()
}

/// Picks of many schemes.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// How many choices are picked from.
    pub columns: usize,
    /// How many schemes there are.
    pub len: usize,
    /// The picks, one scheme after the other.
    picks: Vec<u32>,
}

impl Table {
    /// The picks of one scheme.
    pub(super) fn row(&self, scheme: usize) -> &[u32] {
        &self.picks[scheme * self.columns..][..self.columns]
    }

    /// The pick of one scheme for one choice.
    pub(super) fn pick(&self, scheme: usize, column: u32) -> u32 {
        self.picks[scheme * self.columns + column as usize]
    }

    /// What each scheme picks for one choice, and a number that all of that is below.
    pub(super) fn picks_for(&self, column: u32) -> (Vec<u32>, u32) {
        let picks: Vec<u32> = (0..self.len).map(|scheme| self.pick(scheme, column)).collect();
        let above = picks.iter().max().map_or(0, |most| most + 1);
        (picks, above)
    }

    /// Forgets all schemes but the first `len`.
    pub(super) fn truncate(&mut self, len: usize) {
        self.len = self.len.min(len);
        self.picks.truncate(self.len * self.columns);
    }
}
