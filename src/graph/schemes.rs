//! Schemes: one option for each choice, no two of which exclude each other. Friend and Hickling call them decision
//! schemes, and the exclusions option bars (*Planning Under Pressure*).

use crate::plan::{OptRef, Plan};
use std::collections::HashSet;

/// Most steps of the search for schemes. A plan in which they are used up counts as one with too many schemes.
const MOST_STEPS: u64 = 20_000_000;

/// What may become of each option.
#[derive(Debug)]
pub(super) struct Options {
    /// For each choice the option it keeps, where it is decided.
    chosen: Vec<Option<u32>>,
    /// For each choice the options that take part in no feasible scheme. Empty where that is not known.
    closed: HashSet<(u32, u32)>,
}

impl Options {
    /// What may become of each option of this plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let chosen: Vec<_> =
            plan.choices.iter().map(|choice| choice.chosen.map(|option| option.value)).collect();
        let closed = closed(plan, &chosen);
        Self { chosen, closed }
    }

    /// Whether the items under this option belong to the plan: it is chosen, or its choice is undecided and it is not
    /// closed.
    pub(super) fn is_open(&self, option: OptRef) -> bool {
        match self.chosen[option.choice as usize] {
            Some(chosen) => chosen == option.option,
            None => !self.closed.contains(&(option.choice, option.option)),
        }
    }

    /// Whether nothing is chosen yet.
    pub(super) fn is_undecided(&self, choice: u32) -> bool {
        self.chosen[choice as usize].is_none()
    }
}

/// Options of undecided choices that take part in no feasible scheme; none where no scheme is feasible, or where there
/// are more than `schemes_max`.
fn closed(plan: &Plan, chosen: &[Option<u32>]) -> HashSet<(u32, u32)> {
    let exclusions = exclusions(plan);
    let options: Vec<Vec<u32>> = plan
        .choices
        .iter()
        .zip(chosen)
        .map(|(choice, chosen)| match chosen {
            Some(option) => vec![*option],
            None => (0..choice.options.len() as u32).collect(),
        })
        .collect();
    // A choice without options cannot be picked from, and keeps nothing from being picked.
    let order: Vec<usize> = (0..options.len()).filter(|&choice| !options[choice].is_empty()).collect();
    if exclusions.is_empty() {
        return HashSet::new();
    }
    let mut seen: HashSet<(u32, u32)> = HashSet::new();
    let mut schemes = 0u64;
    let mut steps = 0u64;
    let mut picks: Vec<(u32, u32)> = Vec::with_capacity(order.len());
    // For each depth, which of its choice's options is to be tried next.
    let mut next: Vec<usize> = vec![0];
    while let Some(tried) = next.last_mut() {
        steps += 1;
        if schemes > u64::from(plan.settings.schemes_max) || steps > MOST_STEPS {
            return HashSet::new();
        }
        let depth = picks.len();
        if depth == order.len() {
            schemes += 1;
            seen.extend(picks.iter().copied());
            next.pop();
            picks.pop();
            continue;
        }
        let choice = order[depth];
        let Some(&option) = options[choice].get(*tried) else {
            next.pop();
            picks.pop();
            continue;
        };
        *tried += 1;
        let pick = (choice as u32, option);
        let excluded = exclusions.get(&pick);
        let clashes = excluded.is_some_and(|excluded| picks.iter().any(|other| excluded.contains(other)));
        if !clashes {
            picks.push(pick);
            next.push(0);
        }
    }
    if schemes == 0 {
        return HashSet::new();
    }
    let undecided = order.iter().filter(|&&choice| chosen[choice].is_none());
    undecided
        .flat_map(|&choice| options[choice].iter().map(move |&option| (choice as u32, option)))
        .filter(|option| !seen.contains(option))
        .collect()
}

/// For each option, those it cannot go with; an exclusion works both ways, whichever side wrote it.
fn exclusions(plan: &Plan) -> std::collections::HashMap<(u32, u32), HashSet<(u32, u32)>> {
    let mut exclusions: std::collections::HashMap<_, HashSet<_>> = std::collections::HashMap::new();
    for (index, choice) in plan.choices.iter().enumerate() {
        for (own, other) in &choice.excludes {
            let (a, b) = ((index as u32, own.value), (other.choice, other.option));
            exclusions.entry(a).or_default().insert(b);
            exclusions.entry(b).or_default().insert(a);
        }
    }
    exclusions
}
