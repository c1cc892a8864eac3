//! `too-late`.

use super::{is_backwards, own_days};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/too-late.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::TooLate,
    family: Family::Time,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for step in context.sequence().steps() {
        let Some(item) = plan.item(step.item).filter(|item| !is_backwards(own_days(item))) else { continue };
        let Some(end) = item.end else { continue };
        let Some((days, finish)) = step.days_after(end.value).zip(step.earliest_finish()) else { continue };
        let mut finding = Found::about(plan, item.id)
            .with("end", Value::Date(end.value))
            .with("finish", Value::Date(finish))
            .with("days", Value::Count(days));
        if let Some(before) = step.held_by {
            finding = finding.beside(plan, before, "waited-for");
        }
        found.push(finding);
    }
}
