//! `orphan`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/orphan.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Orphan,
    family: Family::Line,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &["branch"],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for orphan in context.graph.orphans() {
        // Where a link could not be read, that has been said already.
        if plan.is_faulty(Some(orphan.item), "supports") {
            continue;
        }
        let level = plan.names.get(orphan.item).kind.name();
        let finding = Found::about(plan, orphan.item)
            .with("branch", Value::Count(orphan.branch as u64))
            .with("level", Value::Text(level.into()));
        found.push(finding);
    }
}
