//! `core-in-public`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Item, Sensitivity, Severity, Stage};

/// See `docs/findings/core-in-public.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::CoreInPublic,
    family: Family::Care,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let holder = |item: &Item| item.holder.map(|holder| &plan.items[holder as usize]);
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        if plan.sensitivity_of(item.id) != Sensitivity::Core {
            continue;
        }
        let mut around = std::iter::successors(holder(item), |around| holder(around));
        let public = around.find(|around| plan.sensitivity_of(around.id) == Sensitivity::Public);
        if let Some(public) = public {
            let finding = Found::about(plan, item.id)
                .with("item2", Value::Id(public.id))
                .beside(plan, public.id, "public");
            found.push(finding);
        }
    }
}
