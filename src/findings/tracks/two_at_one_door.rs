//! `two-at-one-door`.

use super::doors::agreed;
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage};

/// See `docs/findings/two-at-one-door.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::TwoAtOneDoor,
    family: Family::Tracks,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Tracks),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.organisations.len() < 2 {
        return;
    }
    let agreed = agreed(context);
    let lead = |work: Id| plan.item(work)?.work.as_ref()?.lead;
    for party in plan.parties.iter().filter(|party| !agreed.at(party.id)) {
        let mut leads: Vec<Id> =
            context.contacts().open(party.id).filter_map(lead).map(|lead| lead.id).collect();
        leads.sort_unstable();
        leads.dedup();
        if leads.len() > 1 {
            let finding = Found::about(plan, party.id).beside_all(plan, &leads, "leads-to-them");
            found.push(finding.with("names", Value::Ids(leads)));
        }
    }
}
