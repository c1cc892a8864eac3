//! `closed-option`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/closed-option.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::ClosedOption,
    family: Family::Choices,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

/// Of many options that close one, so many are told: who mends one mends the others with it.
const MOST_TOLD: usize = 10;

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for closed in context.graph.closed_options(plan) {
        let mut closed_by = closed.closed_by();
        closed_by.truncate(MOST_TOLD);
        let finding = Found::about(plan, closed.option)
            .with("choice", Value::Id(closed.choice))
            .beside_all(plan, &closed_by, "closes")
            .with("names", Value::Ids(closed_by));
        found.push(finding);
    }
}
