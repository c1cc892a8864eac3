//! `overdue`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/overdue.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Overdue,
    family: Family::Time,
    severity: Severity::Warning,
    from: Stage::Running,
    factor: Some(Factor::Planning),
    dated: true,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        let Some(end) = item.end.filter(|end| end.value < context.today) else { continue };
        let days = (context.today - end.value).get_days().unsigned_abs();
        let finding = Found::about(plan, item.id)
            .with("end", Value::Date(end.value))
            .with("days", Value::Count(days.into()));
        found.push(finding);
    }
}
