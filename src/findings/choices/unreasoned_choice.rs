//! `unreasoned-choice`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/unreasoned-choice.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::UnreasonedChoice,
    family: Family::Choices,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for choice in &plan.choices {
        let Some(chosen) = choice.chosen else { continue };
        if choice.because.is_none() && !plan.is_faulty(Some(choice.id), "because") {
            let option = choice.options[chosen.value as usize].id;
            found.push(Found::about(plan, choice.id).with("option", Value::Id(option)));
        }
    }
}
