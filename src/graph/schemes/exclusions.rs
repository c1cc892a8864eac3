//! Exclusions: which options cannot go together. They work both ways, whichever side wrote them.

use crate::plan::{Id, OptRef, Plan};

/// The exclusions of a plan, each once. Options are numbered through all choices, in the order of the text.
#[derive(Debug)]
pub(super) struct Exclusions {
    /// The number of each choice's first option; one more than there are choices.
    first: Vec<u32>,
    /// For each option its choice.
    choice_of: Vec<u32>,
    /// Pairs of options, the smaller number first, in order.
    pub pairs: Vec<(u32, u32)>,
    /// For each pair where it is written, the first place of several.
    places: Vec<OptRef>,
}

/// Two options that cannot go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exclusion {
    /// The options, in the order of the text.
    pub options: (Id, Id),
    /// The one that is named where the exclusion is written, on whichever side; the first place of several.
    pub written: OptRef,
}

impl Exclusions {
    /// The exclusions of this plan.
    pub(super) fn of(plan: &Plan) -> Self {
        let mut first = vec![0];
        let mut choice_of = Vec::new();
        for (index, choice) in plan.choices.iter().enumerate() {
            choice_of.extend(choice.options.iter().map(|_| index as u32));
            first.push(choice_of.len() as u32);
        }
        let mut pairs = Vec::new();
        for (index, choice) in plan.choices.iter().enumerate() {
            for (own, other) in &choice.excludes {
                let a = first[index] + own.value;
                let b = first[other.choice as usize] + other.option;
                pairs.push(((a.min(b), a.max(b)), *other));
            }
        }
        pairs.sort_by_key(|(pair, written)| (*pair, written.at));
        pairs.dedup_by_key(|(pair, _)| *pair);
        let (pairs, places) = pairs.into_iter().unzip();
        Self { first, choice_of, pairs, places }
    }

    /// How many choices there are.
    pub(super) fn choices(&self) -> u32 {
        self.first.len() as u32 - 1
    }

    /// How many options all choices have together.
    pub(super) fn options(&self) -> usize {
        self.choice_of.len()
    }

    /// The numbers of a choice's options.
    pub(super) fn options_of(&self, choice: u32) -> std::ops::Range<u32> {
        self.first[choice as usize]..self.first[choice as usize + 1]
    }

    /// The number of an option.
    pub(super) fn number(&self, choice: u32, option: u32) -> u32 {
        self.first[choice as usize] + option
    }

    /// The choice of an option.
    pub(super) fn choice_of(&self, number: u32) -> u32 {
        self.choice_of[number as usize]
    }

    /// The id of an option.
    pub(super) fn id(&self, plan: &Plan, number: u32) -> Id {
        let choice = self.choice_of(number);
        plan.choices[choice as usize].options[(number - self.first[choice as usize]) as usize].id
    }

    /// An exclusion by its pair.
    pub(super) fn exclusion(&self, plan: &Plan, pair: (u32, u32)) -> Option<Exclusion> {
        let place = self.pairs.binary_search(&pair).ok()?;
        Some(Exclusion {
            options: (self.id(plan, pair.0), self.id(plan, pair.1)),
            written: self.places[place],
        })
    }
}

/// Two options that are chosen and cannot go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// The choice that stands later in the text.
    pub later: Id,
    /// What is chosen for it.
    pub option: Id,
    /// The choice that stands before it.
    pub earlier: Id,
    /// What is chosen for that.
    pub earlier_option: Id,
    /// What excludes it.
    pub exclusion: Exclusion,
}

/// Every two chosen options that exclude each other, each pair once: by the later choice, then by the earlier one.
#[must_use]
pub fn clashes(plan: &Plan) -> Vec<Clash> {
    let exclusions = Exclusions::of(plan);
    let is_chosen = |number: u32| {
        let choice = exclusions.choice_of(number);
        let chosen = plan.choices[choice as usize].chosen;
        chosen.is_some_and(|option| exclusions.number(choice, option.value) == number)
    };
    let clashing = exclusions.pairs.iter().copied().filter(|&(a, b)| is_chosen(a) && is_chosen(b));
    let clash = |(earlier, later): (u32, u32)| {
        let choice = |number: u32| plan.choices[exclusions.choice_of(number) as usize].id;
        Some(Clash {
            later: choice(later),
            option: exclusions.id(plan, later),
            earlier: choice(earlier),
            earlier_option: exclusions.id(plan, earlier),
            exclusion: exclusions.exclusion(plan, (earlier, later))?,
        })
    };
    let mut clashes: Vec<Clash> = clashing.filter_map(clash).collect();
    clashes.sort_by_key(|clash| (clash.later, clash.earlier));
    clashes
}
