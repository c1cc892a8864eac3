//! `crowded`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Item, Level, Severity, Stage};

/// See `docs/findings/crowded.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Crowded,
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
    let is_open = |item: &&Item| context.graph.is_open(item.id);
    let whole =
        [(Level::Goal, plan.settings.crowded_goals), (Level::Objective, plan.settings.crowded_objectives)];
    for (level, limit) in whole {
        let count = plan.level(level).filter(is_open).count();
        if count > limit as usize {
            found.push(crowded(Found::about_plan(plan, level.section()), level, count, limit));
        }
    }
    let limit = plan.settings.crowded_activities;
    for objective in plan.level(Level::Objective).filter(is_open) {
        let supporters = context.graph.present_supporters(objective.id).filter_map(|id| plan.item(id));
        let count = supporters.filter(|item| item.level == Level::Activity).filter(is_open).count();
        if count > limit as usize {
            found.push(crowded(Found::about(plan, objective.id), Level::Activity, count, limit));
        }
    }
}

fn crowded(found: Found, level: Level, count: usize, limit: u32) -> Found {
    found
        .with("level", Value::Text(level.name().into()))
        .with("count", Value::Count(count as u64))
        .with("limit", Value::Count(limit.into()))
}
