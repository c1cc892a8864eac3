//! `no-sign`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Level, Severity, Stage};

/// See `docs/findings/no-sign.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoSign,
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
    if plan.items.iter().all(|item| item.signs.is_empty()) {
        return;
    }
    for item in plan.items.iter().filter(|item| matches!(item.level, Level::Goal | Level::Objective)) {
        let is_supported = context.graph.present_supporters(item.id).next().is_some();
        let is_told = plan.is_faulty(Some(item.id), "signs");
        if context.graph.is_open(item.id) && item.signs.is_empty() && is_supported && !is_told {
            let level = Value::Text(item.level.name().into());
            found.push(Found::about(plan, item.id).with("level", level));
        }
    }
}
