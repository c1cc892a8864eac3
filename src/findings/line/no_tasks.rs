//! `no-tasks`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Level, Severity, Stage};

/// See `docs/findings/no-tasks.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoTasks,
    family: Family::Line,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.items.iter().all(|item| item.level != Level::Task) || plan.is_faulty(None, "tasks") {
        return;
    }
    for item in plan.items.iter().filter(|item| item.level == Level::Activity) {
        let mut supporters = context.graph.present_supporters(item.id).filter_map(|id| plan.item(id));
        let has_tasks = supporters.any(|supporter| supporter.level == Level::Task);
        if context.graph.is_open(item.id) && !has_tasks && !plan.is_faulty(Some(item.id), "tasks") {
            found.push(Found::about(plan, item.id));
        }
    }
}
