//! `visibility-clash`.

use super::payment::{donor, is_work, own_funding};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Grade, Id, Item, Sensitivity, Severity, Stage};
use std::collections::HashMap;

/// See `docs/findings/visibility-clash.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::VisibilityClash,
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
    let wants_to_be_seen = |id: &Id| donor(plan, *id).visibility.is_some_and(|visibility| visibility.value);
    if !plan.donors.iter().any(|donor| wants_to_be_seen(&donor.id)) {
        return;
    }
    let in_danger = in_danger(context);
    for item in plan.items.iter().filter(|item| is_work(item) && context.graph.is_open(item.id)) {
        let seen = own_funding(item).donors().map(|donor| donor.id).find(wants_to_be_seen);
        let Some(seen) = seen else { continue };
        let finding = Found::about(plan, item.id).with("donor", Value::Id(seen)).beside(plan, seen, "seen");
        if plan.sensitivity_of(item.id) == Sensitivity::Core {
            found.push(finding.with("reason", Value::Text("core".into())));
        } else if let Some(&person) = in_danger.get(&item.id) {
            let finding = finding
                .with("reason", Value::Text("danger".into()))
                .with("person", Value::Id(person))
                .beside(plan, person, "in-danger");
            found.push(finding);
        }
    }
}

/// For each piece of open work the first person of high danger in it, owner and team, that of nested work included.
fn in_danger(context: &Context<'_>) -> HashMap<Id, Id> {
    let plan = context.plan;
    let is_in_danger = |id: &Id| {
        let person = &plan.people[plan.names.get(*id).index as usize];
        person.danger.is_some_and(|danger| danger.value == Grade::High)
    };
    let mut first: HashMap<Id, Id> = HashMap::new();
    // What an item is nested in stands before it, so the first that is noted is the first in the text.
    for item in plan.items.iter().filter(|item| is_work(item) && context.graph.is_open(item.id)) {
        let team = item.work.iter().flat_map(|work| &work.team).map(|person| person.id);
        let Some(person) = context.graph.owner(plan, item).into_iter().chain(team).find(is_in_danger) else {
            continue;
        };
        let mut next: Option<&Item> = Some(item);
        while let Some(item) = next {
            first.entry(item.id).or_insert(person);
            next = item.holder.map(|holder| &plan.items[holder as usize]);
        }
    }
    first
}
