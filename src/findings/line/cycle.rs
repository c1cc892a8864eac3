//! `cycle`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/cycle.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Cycle,
    family: Family::Line,
    severity: Severity::Error,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &["path"],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    for cycle in context.graph.cycles() {
        let Some((&first, rest)) = cycle.path.split_first() else { continue };
        let finding = Found::about(context.plan, first)
            .with("path", Value::Ids(cycle.path.clone()))
            .beside_all(context.plan, rest, "in-circle");
        found.push(finding);
    }
}
