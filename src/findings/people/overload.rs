//! `overload`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::graph::Week;
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/overload.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Overload,
    family: Family::People,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Group),
    dated: false,
    fields: &["first_week", "worst_week", "worst_hours", "capacity", "weeks"],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let this_week = Week::of(context.today);
    for person in context.load().people() {
        let Some(overload) = person.overload(this_week) else { continue };
        let week = |week: Week| Value::Text(week.to_string().into());
        let finding = Found::about(context.plan, person.person)
            .with("first_week", week(overload.first))
            .with("worst_week", week(overload.worst))
            .with("worst_hours", Value::Hours(overload.worst_hours))
            .with("capacity", Value::Hours(overload.capacity))
            .with("weeks", Value::Count(overload.weeks));
        found.push(finding);
    }
}
