//! `no-decider`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/no-decider.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoDecider,
    family: Family::Choices,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::SetUp),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for choice in plan.choices.iter().filter(|choice| super::is_undecided(plan, choice)) {
        if choice.who.is_none() && !plan.is_faulty(Some(choice.id), "who") {
            found.push(Found::about(plan, choice.id));
        }
    }
}
