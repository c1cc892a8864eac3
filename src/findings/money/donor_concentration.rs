//! `donor-concentration`.

use super::payment::{cost, is_work, takings};
use super::sum::Sum;
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::graph::Presence;
use crate::plan::{Donor, DonorState, Factor, FindingName, Id, Item, Severity, Stage};
use std::collections::HashMap;

/// See `docs/findings/donor-concentration.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::DonorConcentration,
    family: Family::Money,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Donors),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let percent = u128::from(plan.settings.donor_percent);
    let is_costed =
        |item: &&Item| is_work(item) && cost(item) > 0 && context.graph.presence(item.id) != Presence::Absent;
    // Nobody brings more than all.
    if plan.donors.len() < 2 || percent >= 100 || plan.items.iter().filter(is_costed).nth(1).is_none() {
        return;
    }
    let mut brings: HashMap<Id, Sum> = HashMap::new();
    for taking in takings(context) {
        brings.entry(taking.donor).or_default().add(taking.hundredths, taking.sharers);
    }
    let is_secured =
        |donor: &&Donor| donor.state.map(|state| state.value).unwrap_or_default() == DonorState::Secured;
    let secured: Vec<(Id, &Sum)> = plan
        .donors
        .iter()
        .filter(is_secured)
        .filter_map(|donor| brings.get(&donor.id).map(|sum| (donor.id, sum)))
        .collect();
    let denominator = Sum::denominator(secured.iter().map(|(_, sum)| *sum));
    let total: u128 = secured.iter().map(|(_, sum)| sum.parts(denominator)).sum();
    for (donor, sum) in secured {
        let parts = sum.parts(denominator);
        if parts * 100 > total * percent {
            let rounded = (parts * 200 + total) / (total * 2);
            let finding = Found::about(plan, donor)
                .with("percent", Value::Count(u64::try_from(rounded).unwrap_or(100)));
            found.push(finding);
        }
    }
}
