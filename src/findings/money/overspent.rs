//! `overspent`.

use super::dearest::dearest;
use super::payment::{Taking, conditions, takings};
use super::sum::{Sum, amount};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage};
use std::collections::{BTreeMap, HashMap};

/// See `docs/findings/overspent.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Overspent,
    family: Family::Money,
    severity: Severity::Error,
    from: Stage::Plan,
    factor: Some(Factor::Donors),
    dated: false,
    fields: &[],
    find,
};

/// Work that takes from a donor is for looking up: the first ten will do.
const MOST_PLACES: usize = 10;

/// What is taken from one donor.
#[derive(Default)]
struct Taken {
    /// By the options under which it is taken.
    under: BTreeMap<Vec<(u32, u32)>, Sum>,
    /// The first work that takes it.
    items: Vec<Id>,
}

impl Taken {
    fn add(&mut self, taking: Taking<'_>, conditions: Vec<(u32, u32)>) {
        self.under.entry(conditions).or_default().add(taking.hundredths, taking.sharers);
        if self.items.len() < MOST_PLACES && self.items.last() != Some(&taking.item.id) {
            self.items.push(taking.item.id);
        }
    }

    /// The most that can be taken, in parts of a hundredth, and how many parts a hundredth has.
    fn most(&self) -> (u128, u64) {
        let denominator = Sum::denominator(self.under.values());
        let parts = |(options, sum): (&'_ Vec<(u32, u32)>, &Sum)| (options.clone(), sum.parts(denominator));
        let amounts: Vec<(Vec<(u32, u32)>, u128)> = self.under.iter().map(parts).collect();
        let amounts = amounts.iter().map(|(options, parts)| (&options[..], *parts)).collect();
        (dearest(&amounts), denominator)
    }
}

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.donors.iter().all(|donor| donor.amount.is_none()) {
        return;
    }
    let mut taken: HashMap<Id, Taken> = HashMap::new();
    for taking in takings(context) {
        taken.entry(taking.donor).or_default().add(taking, conditions(context, taking.item));
    }
    for donor in &plan.donors {
        let (Some(gives), Some(taken)) = (donor.amount, taken.get(&donor.id)) else { continue };
        let (most, denominator) = taken.most();
        let denominator = u128::from(denominator);
        if most > u128::from(gives.value.0) * denominator {
            let finding = Found::about(plan, donor.id)
                .with("given", Value::Text(amount(most.div_ceil(denominator)).into()))
                .with("amount", Value::Text(gives.value.to_string().into()))
                .beside_all(plan, &taken.items, "takes");
            found.push(finding);
        }
    }
}
