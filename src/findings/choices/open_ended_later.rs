//! `open-ended-later`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Commitment, Factor, FindingName, Severity, Stage};

/// See `docs/findings/open-ended-later.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::OpenEndedLater,
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
        let is_later = choice.commitment.is_some_and(|commitment| commitment.value == Commitment::Later);
        let is_said = choice.decide_by.is_some() || choice.trigger.is_some();
        let is_told = ["decide_by", "trigger"].iter().any(|field| plan.is_faulty(Some(choice.id), field));
        if is_later && !is_said && !is_told {
            found.push(Found::about(plan, choice.id));
        }
    }
}
