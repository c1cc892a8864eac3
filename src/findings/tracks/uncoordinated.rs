//! `uncoordinated`.

use super::doors::agreed;
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage};

/// See `docs/findings/uncoordinated.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Uncoordinated,
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
    if plan.others.is_empty() {
        return;
    }
    let agreed = agreed(context);
    for other in &plan.others {
        let parties = other.with.iter().map(|party| party.id);
        let is_met = |party: &Id| context.contacts().is_reached(*party) && !agreed.at(*party);
        let met: Vec<Id> = parties.filter(is_met).collect();
        if !met.is_empty() {
            let finding = Found::about(plan, other.id).beside_all(plan, &met, "met-by-both");
            found.push(finding.with("names", Value::Ids(met)));
        }
    }
}
