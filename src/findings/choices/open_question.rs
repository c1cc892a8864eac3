//! `open-question`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Holds, Severity, Stage};

/// See `docs/findings/open-question.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::OpenQuestion,
    family: Family::Choices,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Planning),
    dated: true,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for assumption in &plan.assumptions {
        let is_unknown = assumption.holds.is_none_or(|holds| holds.value == Holds::Unknown);
        let Some(by) = assumption.by.filter(|by| by.value < context.today) else { continue };
        if is_unknown && !plan.is_faulty(Some(assumption.id), "holds") {
            let days = (context.today - by.value).get_days();
            let finding = Found::about(plan, assumption.id)
                .with("by", Value::Date(by.value))
                .with("days", Value::Count(days.unsigned_abs().into()));
            found.push(finding);
        }
    }
}
