//! `no-because`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Level, Severity, Stage};

/// See `docs/findings/no-because.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoBecause,
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
    for item in plan.items.iter().filter(|item| matches!(item.level, Level::Goal | Level::Objective)) {
        let is_said = item.because.is_some() || !item.assumes.is_empty();
        let is_told = ["because", "assumes"].iter().any(|field| plan.is_faulty(Some(item.id), field));
        if context.graph.is_open(item.id) && !is_said && !is_told {
            let level = Value::Text(item.level.name().into());
            found.push(Found::about(plan, item.id).with("level", level));
        }
    }
}
