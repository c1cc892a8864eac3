//! `unsupported`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Level, Severity, Stage};

/// See `docs/findings/unsupported.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Unsupported,
    family: Family::Line,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    // Where a whole section could not be read, what is missing from it has been said already.
    let sections = [Level::Goal, Level::Objective, Level::Activity, Level::Task].map(Level::section);
    if sections.iter().any(|section| plan.is_faulty(None, section)) {
        return;
    }
    let is_unsupported =
        |id: Id| context.graph.is_open(id) && context.graph.present_supporters(id).next().is_none();
    let fields = || sections.iter().chain(&["supporters"]);
    let is_told = |id: Id| fields().any(|field| plan.is_faulty(Some(id), field));
    let results = plan.items.iter().filter(|item| item.level <= Level::Objective).map(|item| item.id);
    let unsupported: Vec<Id> = results.filter(|&id| is_unsupported(id) && !is_told(id)).collect();
    let falls = context.graph.down_above(&unsupported, MOST_NAMED);
    for (&id, falls) in unsupported.iter().zip(&falls) {
        let level = plan.names.get(id).kind.name();
        let finding = Found::about(plan, id)
            .with("level", Value::Text(level.into()))
            .with_list(["falls", "falls_count"], falls);
        found.push(finding);
    }
}

/// A sentence names two and counts the rest; a few more than that will do.
const MOST_NAMED: usize = 10;
