//! `no-decision-rule`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/no-decision-rule.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoDecisionRule,
    family: Family::People,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::SetUp),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let rule = plan.set_up.as_ref().and_then(|set_up| set_up.decision_rule.as_ref());
    let is_asked = plan.set_up.is_some() || !plan.choices.is_empty();
    let is_told = ["set_up", "decision_rule"].iter().any(|field| plan.is_faulty(None, field));
    if is_asked && rule.is_none() && !is_told {
        found.push(Found::about_plan(plan, "set_up.decision_rule"));
    }
}
