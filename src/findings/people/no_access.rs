//! `no-access`.

use super::{insiders, is_proscribed};
use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/no-access.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoAccess,
    family: Family::People,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Constituency),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.parties.iter().all(|party| party.access.is_empty()) {
        return;
    }
    for party in plan.parties.iter().filter(|party| context.contacts().is_reached(party.id)) {
        let is_told = ["access", "proscribed"].iter().any(|field| plan.is_faulty(Some(party.id), field));
        if insiders(party).next().is_none() && !is_proscribed(party) && !is_told {
            found.push(Found::about(plan, party.id));
        }
    }
}
