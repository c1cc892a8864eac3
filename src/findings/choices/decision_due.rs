//! `decision-due`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/decision-due.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::DecisionDue,
    family: Family::Choices,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: true,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for choice in plan.choices.iter().filter(|choice| super::is_undecided(plan, choice)) {
        let Some(by) = choice.decide_by.filter(|by| by.value < context.today) else { continue };
        let days = (context.today - by.value).get_days().unsigned_abs();
        let finding = Found::about(plan, choice.id)
            .with("by", Value::Date(by.value))
            .with("days", Value::Count(days.into()));
        found.push(finding);
    }
}
