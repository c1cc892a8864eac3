//! `upside-down`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::graph::{can_be_nested, can_support};
use crate::plan::{Factor, FindingName, Id, Item, Severity, Stage};

/// See `docs/findings/upside-down.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::UpsideDown,
    family: Family::Line,
    severity: Severity::Error,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for item in &plan.items {
        if !context.graph.is_open(item.id) {
            continue;
        }
        let holder = item.holder.map(|holder| &plan.items[holder as usize]);
        let holder = holder.filter(|holder| !can_be_nested(item.level, holder.level));
        let others = item.supports.iter().filter(|target| target.id != item.id);
        let supports = others
            .filter_map(|target| plan.item(target.id))
            .filter(|target| !can_support(item.level, target.level));
        let targets: Vec<&Item> = holder.into_iter().chain(supports).collect();
        let Some(first) = targets.first() else { continue };
        let how = if holder.is_some() { "nested" } else { "supports" };
        let ids: Vec<Id> = targets.iter().map(|target| target.id).collect();
        let finding = Found::about(plan, item.id)
            .with("target", Value::Id(first.id))
            .with("level", Value::Text(item.level.name().into()))
            .with("target-level", Value::Text(first.level.name().into()))
            .with("how", Value::Text(how.into()))
            .beside_all(plan, &ids, "target");
        found.push(finding);
    }
}
