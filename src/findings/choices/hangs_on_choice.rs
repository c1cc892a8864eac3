//! `hangs-on-choice`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/hangs-on-choice.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::HangsOnChoice,
    family: Family::Choices,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &["choices"],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    // Without an open choice nothing hangs, and of a part of the schemes nothing is said.
    if plan.choices.iter().all(|choice| choice.chosen.is_some()) || !context.graph.knows_all_schemes() {
        return;
    }
    for hang in context.schemes().hangs() {
        if !context.graph.is_open(hang.result) {
            continue;
        }
        let mut choices = hang.choices.clone();
        plan.sort_by_name(&mut choices);
        let finding = Found::about(plan, hang.result).beside_all(plan, &choices, "hangs-on");
        found.push(finding.with("choices", Value::Ids(choices)));
    }
}
