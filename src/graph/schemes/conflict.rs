//! Why nothing is left to pick: decisions and exclusions that leave no way open together, and none of which can be left
//! out.
//!
//! Such a set is found by leaving out what can be left out, many at a time first, then one by one (the "deletion" of
//! Chinneck and Dravnieks, *Locating Minimal Infeasible Constraint Sets in Linear Programs*, 1991).

use super::exclusions::{Exclusion, Exclusions};
use super::feasible::numbers;
use super::picking::Picking;
use crate::plan::{Id, Plan};

/// Most picks that are tried for one plan in looking for such sets. Once they are used up, something in a set might still
/// be left out, and of an option only its own exclusions are told.
const MOST_STEPS: u64 = 10_000_000;

/// Decisions and exclusions that together leave nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conflict {
    /// Options that are chosen, in the order of the text.
    pub decisions: Vec<Id>,
    /// Pairs of options that cannot go together, in the order of the text.
    pub exclusions: Vec<Exclusion>,
}

impl Conflict {
    /// How many decisions and exclusions there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.decisions.len() + self.exclusions.len()
    }

    /// All options in it, in the order of the text.
    #[must_use]
    pub fn options(&self) -> Vec<Id> {
        let excluded =
            self.exclusions.iter().flat_map(|exclusion| [exclusion.options.0, exclusion.options.1]);
        let mut options: Vec<Id> = self.decisions.iter().copied().chain(excluded).collect();
        options.sort_unstable();
        options.dedup();
        options
    }

    /// The choices of these options, in the order of the text.
    #[must_use]
    pub fn choices(&self, plan: &Plan) -> Vec<Id> {
        let choice = |option: Id| plan.choices[plan.names.get(option).index as usize].id;
        let mut choices: Vec<Id> = self.options().into_iter().map(choice).collect();
        choices.sort_unstable();
        choices.dedup();
        choices
    }
}

/// Looks for conflicts in one plan.
pub(super) struct Conflicts<'a> {
    plan: &'a Plan,
    exclusions: Exclusions,
    /// For each choice the option that is chosen, by number.
    chosen: Vec<Option<u32>>,
    steps: u64,
}

impl<'a> Conflicts<'a> {
    pub(super) fn of(plan: &'a Plan, chosen: &[Option<u32>]) -> Self {
        let exclusions = Exclusions::of(plan);
        let chosen = numbers(&exclusions, chosen);
        Self { plan, exclusions, chosen, steps: MOST_STEPS }
    }

    /// What leaves no way open for a plan that has none.
    pub(super) fn of_plan(&mut self) -> Conflict {
        self.smallest(None)
    }

    /// What leaves no way open once this option of an undecided choice is picked; the option itself, and that it is
    /// picked, is not part of it, but its exclusions are.
    pub(super) fn of_option(&mut self, choice: u32, option: u32) -> Conflict {
        let option = self.exclusions.number(choice, option);
        // A decision that excludes it is the nearest reason, and says it all.
        let pairs = self.exclusions.pairs.iter();
        let decided = pairs.copied().find(|&(a, b)| {
            let is_chosen =
                |option: u32| self.chosen[self.exclusions.choice_of(option) as usize] == Some(option);
            (a == option && is_chosen(b)) || (b == option && is_chosen(a))
        });
        match decided {
            Some(pair) => {
                let other = if pair.0 == option { pair.1 } else { pair.0 };
                // Where there was nothing to choose from, nobody decided it.
                let options = self.exclusions.options_of(self.exclusions.choice_of(other));
                let decisions = [other];
                self.conflict(if options.len() > 1 { &decisions } else { &[] }, &[pair])
            }
            None if self.steps == 0 => {
                let own = |pair: &&(u32, u32)| pair.0 == option || pair.1 == option;
                let pairs: Vec<(u32, u32)> = self.exclusions.pairs.iter().filter(own).copied().collect();
                self.conflict(&[], &pairs)
            }
            None => self.smallest(Some(option)),
        }
    }

    fn conflict(&self, decisions: &[u32], pairs: &[(u32, u32)]) -> Conflict {
        let id = |number: u32| self.exclusions.id(self.plan, number);
        Conflict {
            decisions: decisions.iter().map(|&option| id(option)).collect(),
            exclusions: pairs.iter().filter_map(|&pair| self.exclusions.exclusion(self.plan, pair)).collect(),
        }
    }

    fn smallest(&mut self, picked: Option<u32>) -> Conflict {
        let picks = self.chosen.iter().flatten().copied();
        let mut left: Vec<Constraint> = picks.map(Constraint::Decision).collect();
        left.extend(self.exclusions.pairs.iter().map(|&pair| Constraint::Exclusion(pair)));
        let mut at_a_time = left.len().div_ceil(2).max(1);
        loop {
            // From the end: what stands first in the text is kept where either would do.
            let mut end = left.len();
            while end > 0 {
                let start = end.saturating_sub(at_a_time);
                let rest: Vec<Constraint> = left[..start].iter().chain(&left[end..]).copied().collect();
                if self.leaves_nothing(&rest, picked) {
                    left = rest;
                }
                end = start;
            }
            if at_a_time == 1 || self.steps == 0 {
                break;
            }
            at_a_time = at_a_time.div_ceil(2);
        }
        let mut decisions = Vec::new();
        let mut pairs = Vec::new();
        for constraint in left {
            match constraint {
                Constraint::Decision(option) => decisions.push(option),
                Constraint::Exclusion(pair) => pairs.push(pair),
            }
        }
        self.conflict(&decisions, &pairs)
    }

    /// Whether these leave nothing, for certain.
    fn leaves_nothing(&mut self, constraints: &[Constraint], picked: Option<u32>) -> bool {
        let mut kept = vec![None; self.chosen.len()];
        let mut pairs = Vec::new();
        for constraint in constraints {
            match *constraint {
                Constraint::Decision(option) => {
                    kept[self.exclusions.choice_of(option) as usize] = Some(option);
                }
                Constraint::Exclusion(pair) => pairs.push(pair),
            }
        }
        if let Some(option) = picked {
            kept[self.exclusions.choice_of(option) as usize] = Some(option);
        }
        // Even a set-up is work.
        self.steps = self.steps.saturating_sub(self.chosen.len() as u64 + pairs.len() as u64);
        Picking::of(&self.exclusions, &pairs, &kept).is_possible(&mut self.steps) == Some(false)
    }
}

#[derive(Debug, Clone, Copy)]
enum Constraint {
    /// This option is chosen.
    Decision(u32),
    /// These options cannot go together.
    Exclusion((u32, u32)),
}
