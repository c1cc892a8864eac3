//! `no-owner`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Item, Level, Severity, Stage};

/// See `docs/findings/no-owner.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoOwner,
    family: Family::People,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::SetUp),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.people.is_empty() {
        return;
    }
    let is_alone = |item: &Item| match item.level {
        Level::Activity => true,
        // Where its links could not be read, it may belong to an activity.
        Level::Task => {
            context.graph.lender(plan, item).is_none() && !plan.is_faulty(Some(item.id), "supports")
        }
        _ => false,
    };
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        if item.who().is_none() && is_alone(item) && !plan.is_faulty(Some(item.id), "who") {
            found.push(Found::about(plan, item.id));
        }
    }
}
