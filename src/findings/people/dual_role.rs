//! `dual-role`.

use crate::findings::{Context, Definition, Family, Found};
use crate::graph::Listed;
use crate::plan::{Factor, FindingName, Id, Person, Severity, Stage};
use std::collections::HashSet;

/// See `docs/findings/dual-role.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::DualRole,
    family: Family::People,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

/// A sentence names two and counts the rest; a few more than that will do.
const MOST_NAMED: usize = 10;

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let is_dual = |person: &&Person| {
        person.insider.is_some_and(|insider| insider.value)
            && person.office.is_some()
            && !plan.is_faulty(Some(person.id), "known_to")
    };
    let parties = plan.parties.iter().map(|party| party.id);
    let reached: Vec<Id> = parties.filter(|&party| context.contacts().is_reached(party)).collect();
    for person in plan.people.iter().filter(is_dual) {
        let known: HashSet<Id> = person.known_to.iter().map(|party| party.id).collect();
        let mut left_out = reached.iter().copied().filter(|party| !known.contains(party));
        let ids: Vec<Id> = left_out.by_ref().take(MOST_NAMED).collect();
        if !ids.is_empty() {
            let listed = Listed { count: (ids.len() + left_out.count()) as u64, ids };
            let finding = Found::about(plan, person.id)
                .with_list(["names", "names_count"], &listed)
                .beside_all(plan, &listed.ids, "left-out");
            found.push(finding);
        }
    }
}
