//! `no-host`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/no-host.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoHost,
    family: Family::People,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::SetUp),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let Some(set_up) = plan.set_up.as_ref().filter(|_| !plan.donors.is_empty()) else { return };
    let is_informal = set_up.registered.is_some_and(|registered| !registered.value);
    if is_informal && set_up.host.is_none() && !plan.is_faulty(None, "host") {
        found.push(Found::about_plan(plan, "set_up.host"));
    }
}
