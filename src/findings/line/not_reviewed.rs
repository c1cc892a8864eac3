//! `not-reviewed`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/not-reviewed.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NotReviewed,
    family: Family::Line,
    severity: Severity::Advice,
    from: Stage::Running,
    factor: Some(Factor::Planning),
    dated: true,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let Some(reviewed) = plan.reviewed else { return };
    let days = (context.today - reviewed.value).get_days();
    if i64::from(days) > i64::from(plan.settings.review_every_days) {
        let finding = Found::about_plan(plan, "reviewed")
            .with("date", Value::Date(reviewed.value))
            .with("days", Value::Count(days.unsigned_abs().into()));
        found.push(finding);
    }
}
