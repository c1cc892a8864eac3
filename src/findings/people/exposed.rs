//! `exposed`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Grade, Id, Item, Level, Severity, Stage, WorkKind};
use std::collections::HashSet;

/// See `docs/findings/exposed.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Exposed,
    family: Family::People,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let is_for_safety = |item: &&Item| matches!(item.kind(), Some(WorkKind::Security | WorkKind::Care));
    let mut looked_after: HashSet<Id> = HashSet::new();
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        // Whoever could not be read there may be the one who is missed.
        let may_be = plan.is_faulty(Some(item.id), "kind")
            || (is_for_safety(&item)
                && ["for", "team", "who"].iter().any(|field| plan.is_faulty(Some(item.id), field)));
        if may_be {
            return;
        }
        if is_for_safety(&item) {
            let people = item.work.iter().flat_map(|work| work.team.iter().chain(&work.care_for));
            looked_after.extend(people.map(|person| person.id));
            looked_after.extend(context.graph.owner(plan, item));
        }
    }
    // Where all work is done, nobody is in danger through it any more.
    let mut work = plan.items.iter().filter(|item: &&Item| item.level >= Level::Activity).peekable();
    if work.peek().is_some() && !work.any(|item| context.graph.is_open(item.id)) {
        return;
    }
    for person in &plan.people {
        let is_in_danger = person.danger.is_some_and(|danger| danger.value == Grade::High);
        if is_in_danger && !looked_after.contains(&person.id) {
            found.push(Found::about(plan, person.id));
        }
    }
}
