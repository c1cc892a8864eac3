//! `unreached`.

use super::is_proscribed;
use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Grade, Severity, Stage};

/// See `docs/findings/unreached.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Unreached,
    family: Family::People,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Constituency),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    // Where one `with` could not be read, it may be the one that is missed.
    if plan.faulty.iter().any(|(_, field)| *field == "with") {
        return;
    }
    for party in &plan.parties {
        let is_strong = party.influence.is_some_and(|influence| influence.value == Grade::High);
        let is_alone = context.contacts().with(party.id).is_empty();
        let is_told = plan.is_faulty(Some(party.id), "proscribed");
        if is_strong && is_alone && !is_proscribed(party) && !is_told {
            found.push(Found::about(plan, party.id));
        }
    }
}
