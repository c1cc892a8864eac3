//! What may become of each option.

use super::Schemes;
use super::conflict::{Conflict, Conflicts};
use super::feasible::Feasible;
use crate::graph::Graph;
use crate::plan::{Id, OptRef, Plan};
use std::collections::HashSet;

/// What may become of each option.
#[derive(Debug)]
pub(in crate::graph) struct Options {
    /// For each choice the option it keeps, where it is decided.
    chosen: Vec<Option<u32>>,
    /// Options of undecided choices that take part in no feasible scheme. Empty where that is not known, and where no
    /// scheme is feasible.
    closed: HashSet<(u32, u32)>,
    pub(super) feasible: Feasible,
}

impl Options {
    /// What may become of each option of this plan.
    pub(in crate::graph) fn of(plan: &Plan) -> Self {
        Self::with(plan, plan.choices.iter().map(|choice| choice.chosen.map(|option| option.value)).collect())
    }

    /// The same once these picks are decided too, instead of what is chosen now.
    pub(in crate::graph) fn picking(plan: &Plan, picks: &[OptRef]) -> Self {
        let mut chosen: Vec<Option<u32>> =
            plan.choices.iter().map(|choice| choice.chosen.map(|option| option.value)).collect();
        for pick in picks {
            chosen[pick.choice as usize] = Some(pick.option);
        }
        Self::with(plan, chosen)
    }

    fn with(plan: &Plan, chosen: Vec<Option<u32>>) -> Self {
        let feasible = Feasible::of(plan, &chosen);
        let mut closed = HashSet::new();
        if feasible.is_complete {
            for part in feasible.parts() {
                for (column, &choice) in part.choices.iter().enumerate() {
                    let options = plan.choices[choice as usize].options.len();
                    let mut takes_part = vec![false; options];
                    for row in part.rows.chunks_exact(part.choices.len()) {
                        takes_part[row[column] as usize] = true;
                    }
                    let outside = (0..options).filter(|&option| !takes_part[option]);
                    closed.extend(outside.map(|option| (choice, option as u32)));
                }
            }
        }
        Self { chosen, closed, feasible }
    }

    /// Whether the items under this option belong to the plan: it is chosen, or its choice is undecided and it is not
    /// closed.
    pub(in crate::graph) fn is_open(&self, option: OptRef) -> bool {
        match self.chosen[option.choice as usize] {
            Some(chosen) => chosen == option.option,
            None => !self.closed.contains(&(option.choice, option.option)),
        }
    }

    /// Whether nothing is chosen yet.
    pub(in crate::graph) fn is_undecided(&self, choice: u32) -> bool {
        self.chosen[choice as usize].is_none()
    }

    /// Whether all feasible schemes are known.
    pub(in crate::graph) fn knows_all_schemes(&self) -> bool {
        self.feasible.is_complete
    }

    /// What a choice keeps, where it is decided.
    pub(super) fn chosen(&self, choice: u32) -> Option<u32> {
        self.chosen[choice as usize]
    }

    /// The closed options, in the order of the text, each with what closes it.
    pub(in crate::graph) fn closed(&self, plan: &Plan) -> Vec<ClosedOption> {
        let mut closed: Vec<(u32, u32)> = self.closed.iter().copied().collect();
        closed.sort_unstable();
        let mut conflicts = (!closed.is_empty()).then(|| Conflicts::of(plan, &self.chosen));
        let told = closed.into_iter().filter_map(|(choice, option)| {
            let conflict = conflicts.as_mut()?.of_option(choice, option);
            let choice = &plan.choices[choice as usize];
            let option = choice.options[option as usize].id;
            Some(ClosedOption { option, choice: choice.id, conflict })
        });
        told.collect()
    }

    /// The decisions and exclusions that leave no scheme feasible; nothing where one is, or where that is not known.
    pub(in crate::graph) fn conflict(&self, plan: &Plan) -> Option<Conflict> {
        self.feasible.is_none.then(|| Conflicts::of(plan, &self.chosen).of_plan())
    }
}

impl Graph {
    /// Every feasible scheme: one option for each choice, no two of which exclude each other.
    #[must_use]
    pub fn schemes<'g>(&'g self, plan: &'g Plan) -> Schemes<'g> {
        Schemes::of(self, plan)
    }

    /// Whether all feasible schemes are known: there are no more than `schemes_max`.
    #[must_use]
    pub fn knows_all_schemes(&self) -> bool {
        self.options.knows_all_schemes()
    }

    /// The options of undecided choices that take part in no feasible scheme, in the order of the text, each with what
    /// closes it. None where no scheme is feasible, and where there are more than `schemes_max`.
    #[must_use]
    pub fn closed_options(&self, plan: &Plan) -> Vec<ClosedOption> {
        self.options.closed(plan)
    }

    /// Decisions and exclusions that leave no scheme feasible, and none of which can be left out; nothing where one is
    /// feasible.
    #[must_use]
    pub fn conflict(&self, plan: &Plan) -> Option<Conflict> {
        self.options.conflict(plan)
    }
}

/// An option of an undecided choice that takes part in no feasible scheme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedOption {
    /// The option.
    pub option: Id,
    /// Its choice.
    pub choice: Id,
    /// What closes it: decisions and exclusions that leave no way open once it is picked, none of which can be left
    /// out. An exclusion may be one of its own.
    pub conflict: Conflict,
}

impl ClosedOption {
    /// The options that it cannot go with, and that close it so; in the order of the text. Where they are undecided
    /// themselves, what else is left of their choices is in the rest of the conflict.
    #[must_use]
    pub fn closed_by(&self) -> Vec<Id> {
        let excluded = self.conflict.exclusions.iter().filter_map(|exclusion| match exclusion.options {
            (a, b) if a == self.option => Some(b),
            (a, b) if b == self.option => Some(a),
            _ => None,
        });
        let mut closed_by: Vec<Id> = excluded.collect();
        closed_by.sort_unstable();
        closed_by
    }
}
