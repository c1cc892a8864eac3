//! `starts-too-early`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage};
use jiff::civil::Date;
use std::cmp::Reverse;

/// See `docs/findings/starts-too-early.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::StartsTooEarly,
    family: Family::Time,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        let Some(start) = item.start else { continue };
        let open = item.depends_on().iter().map(|target| target.id).filter(|&id| context.graph.is_open(id));
        let end = |id: Id| plan.item(id).and_then(|item| item.end).map(|day| day.value);
        let mut going_on: Vec<(Date, Id)> =
            open.filter_map(|id| Some((end(id)?, id))).filter(|(end, _)| start.value <= *end).collect();
        // One finding an item: it names what goes on longest.
        going_on.sort_by_key(|&(end, _)| Reverse(end));
        let Some(&(end, longest)) = going_on.first() else { continue };
        let all: Vec<Id> = going_on.iter().map(|&(_, id)| id).collect();
        let finding = Found::about(plan, item.id)
            .with("start", Value::Date(start.value))
            .with("item2", Value::Id(longest))
            .with("end", Value::Date(end))
            .beside_all(plan, &all, "waited-for");
        found.push(finding);
    }
}
