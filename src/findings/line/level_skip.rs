//! `level-skip`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Level, Severity, Stage, WorkKind};

/// See `docs/findings/level-skip.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::LevelSkip,
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
    let has_items = Level::ALL.map(|level| plan.items.iter().any(|item| item.level == level));
    let levels_between = |low: Level, high: Level| {
        has_items[high as usize + 1..low as usize].iter().filter(|&&has| has).count()
    };
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        let is_for_the_whole = matches!(
            item.kind(),
            Some(
                WorkKind::Planning
                    | WorkKind::Reporting
                    | WorkKind::Coordination
                    | WorkKind::Care
                    | WorkKind::Security
            )
        );
        if is_for_the_whole || item.level == Level::Ambition {
            continue;
        }
        let supports = context.graph.supports(item.id).filter_map(|id| plan.item(id));
        let mut skipping = supports
            .filter(|target| target.level < item.level && levels_between(item.level, target.level) > 0);
        if let Some(target) = skipping.next() {
            let finding = Found::about(plan, item.id)
                .with("target", Value::Id(target.id))
                .with("level", Value::Text(item.level.name().into()))
                .with("target-level", Value::Text(target.level.name().into()))
                .beside(plan, target.id, "target");
            found.push(finding);
        }
    }
}
