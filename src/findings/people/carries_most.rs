//! `carries-most`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Level, Severity, Stage};

/// See `docs/findings/carries-most.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::CarriesMost,
    family: Family::People,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let mut carried = vec![0_u64; plan.people.len()];
    let mut total = 0_u64;
    for task in plan.level(Level::Task).filter(|task| context.graph.is_open(task.id)) {
        total += 1;
        if let Some(owner) = context.graph.owner(plan, task) {
            carried[plan.names.get(owner).index as usize] += 1;
        }
    }
    if total < u64::from(plan.settings.carries_most_tasks) {
        return;
    }
    let percent = u64::from(plan.settings.carries_most_percent);
    for (person, &count) in plan.people.iter().zip(&carried) {
        if 100 * count > percent * total {
            let finding = Found::about(plan, person.id)
                .with("count", Value::Count(count))
                .with("total", Value::Count(total));
            found.push(finding);
        }
    }
}
