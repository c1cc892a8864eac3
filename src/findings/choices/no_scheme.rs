//! `no-scheme`.

use crate::findings::{Context, Definition, Family, Found, Related, Value};
use crate::graph::clashes;
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/no-scheme.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoScheme,
    family: Family::Choices,
    severity: Severity::Error,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if !clashes(plan).is_empty() {
        return;
    }
    let Some(conflict) = context.graph.conflict(plan) else { return };
    let choices = conflict.choices(plan);
    let chosen = conflict.decisions.iter().filter_map(|&option| {
        let choice = &plan.choices[plan.names.get(option).index as usize];
        Some(Related { item: Some(option), at: choice.chosen?.at, role: "chosen" })
    });
    let excluded = conflict.exclusions.iter().map(|exclusion| Related {
        item: Some(plan.option_id(exclusion.written)),
        at: exclusion.written.at,
        role: "excluded",
    });
    let finding = Found::about_plan(plan, "choices")
        .beside_all(plan, &choices, "in-conflict")
        .beside_places(chosen.chain(excluded))
        .with("names", Value::Ids(choices))
        .with("count", Value::Count(conflict.count() as u64));
    found.push(finding);
}
