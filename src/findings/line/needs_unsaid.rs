//! `needs-unsaid`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/needs-unsaid.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NeedsUnsaid,
    family: Family::Line,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let mut items = context.graph.needs_unsaid(plan);
    items.retain(|&id| !plan.is_faulty(Some(id), "needs"));
    if !items.is_empty() {
        let finding = Found::about_plan(plan, "needs").beside_all(plan, &items, "needs");
        found.push(finding.with("items", Value::Ids(items)));
    }
}
