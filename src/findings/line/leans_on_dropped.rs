//! `leans-on-dropped`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage, Status};

/// See `docs/findings/leans-on-dropped.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::LeansOnDropped,
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
    let is_dropped = |id: &Id| {
        let status = plan.item(*id).and_then(|item| item.status);
        status.is_some_and(|status| status.value == Status::Dropped)
    };
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        let supports = context.graph.supports(item.id);
        let depends_on = item.depends_on().iter().map(|target| target.id);
        let mut dropped: Vec<Id> = Vec::new();
        for id in supports.chain(depends_on).filter(is_dropped) {
            if !dropped.contains(&id) {
                dropped.push(id);
            }
        }
        if !dropped.is_empty() {
            let finding = Found::about(plan, item.id).beside_all(plan, &dropped, "dropped");
            found.push(finding.with("dropped", Value::Ids(dropped)));
        }
    }
}
