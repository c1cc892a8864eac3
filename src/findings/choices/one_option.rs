//! `one-option`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/one-option.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::OneOption,
    family: Family::Choices,
    severity: Severity::Advice,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for choice in &plan.choices {
        let count = choice.options.len();
        if count < 2 && !plan.is_faulty(Some(choice.id), "options") {
            found.push(Found::about(plan, choice.id).with("count", Value::Count(count as u64)));
        }
    }
}
