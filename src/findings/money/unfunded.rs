//! `unfunded`.

use super::payment::{cost, donor, is_sought, is_work, own_funding, payer};
use super::sum::amount;
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Funding, Id, Item, Level, Severity, Stage};
use std::collections::{HashMap, HashSet};

/// See `docs/findings/unfunded.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Unfunded,
    family: Family::Money,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Donors),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.donors.is_empty() {
        return;
    }
    let open_work = || plan.items.iter().filter(|item| is_work(item) && context.graph.is_open(item.id));
    let mut costs: HashMap<Id, u128> = HashMap::new();
    // Where it could not be read who pays, nobody is said to pay too little.
    let mut unclear: HashSet<Id> = HashSet::new();
    for item in open_work() {
        let payer = payer(context, item);
        *costs.entry(payer.id).or_default() += u128::from(cost(item));
        let is_faulty = |field| plan.is_faulty(Some(item.id), field);
        if is_faulty("funded_by") || (item.level == Level::Task && is_faulty("supports")) {
            unclear.insert(payer.id);
        }
    }
    for item in open_work().filter(|item| payer(context, item).id == item.id) {
        let cost = costs.get(&item.id).copied().unwrap_or(0);
        if let Some((brought, names)) = brought(context, item).filter(|(brought, _)| cost > *brought)
            && !unclear.contains(&item.id)
        {
            let finding = Found::about(plan, item.id)
                .with("cost", Value::Text(amount(cost).into()))
                .with("brought", Value::Text(amount(brought).into()))
                .beside_all(plan, &names, "pays")
                .with("names", Value::Ids(names));
            found.push(finding);
        }
    }
}

/// What the donors of a piece of work bring, and who of them brings it; nothing where one of them brings all that it
/// costs. Money that is sought is not there yet.
fn brought(context: &Context<'_>, item: &Item) -> Option<(u128, Vec<Id>)> {
    let is_there = |id: Id| !is_sought(donor(context.plan, id));
    match own_funding(item) {
        Funding::Unsaid => Some((0, Vec::new())),
        Funding::Whole(donors) => (!donors.iter().any(|donor| is_there(donor.id))).then(|| (0, Vec::new())),
        Funding::Amounts(amounts) => {
            let there = || amounts.iter().filter(|(donor, _)| is_there(donor.id));
            let sum = there().map(|(_, amount)| u128::from(amount.value.0)).sum();
            Some((sum, there().map(|(donor, _)| donor.id).collect()))
        }
    }
}
