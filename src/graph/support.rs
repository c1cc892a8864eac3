//! Which item supports which: by `supports`, by nesting, or by the format's default.

use crate::plan::{Item, Level, Plan};

/// Who supports whom, as pairs of items (their indexes in the plan), each item's own in order: what it is nested in
/// first, then as written. Links that point down, or onto a task, are no support; an item that names itself is kept,
/// for it is a circle.
pub(super) fn links(plan: &Plan) -> Vec<(u32, u32)> {
    let lowest_default = lowest_default(plan);
    let mut links = Vec::with_capacity(plan.items.len());
    for (index, item) in plan.items.iter().enumerate() {
        let index = index as u32;
        if item.level == Level::Ambition {
            continue;
        }
        let first = links.len();
        if let Some(holder) = item.holder
            && can_be_nested(item.level, plan.items[holder as usize].level)
        {
            links.push((index, holder));
        }
        for target in &item.supports {
            let target = plan.names.get(target.id).index;
            let is_support = can_support(item.level, plan.items[target as usize].level) || target == index;
            // Few links each: looking through them is cheaper than a set.
            if is_support && !links[first..].contains(&(index, target)) {
                links.push((index, target));
            }
        }
        if item.holder.is_none() && item.supports.is_empty() && item.level <= lowest_default {
            links.push((index, 0));
        }
    }
    links
}

/// The lowest level whose items support the ambition where nothing is written: goals always, and each further level
/// where the plan has nothing above it.
fn lowest_default(plan: &Plan) -> Level {
    let has = |level| plan.items.iter().any(|item: &Item| item.level == level);
    let levels = [Level::Goal, Level::Objective, Level::Activity];
    levels.into_iter().find(|&level| has(level)).unwrap_or(Level::Task)
}

/// Whether an item of this level can support one of that level: the same or a higher one, and nothing supports a task.
pub(crate) fn can_support(level: Level, target: Level) -> bool {
    target <= level && target != Level::Task
}

/// Whether an item of this level can be nested in one of that level.
pub(crate) fn can_be_nested(level: Level, holder: Level) -> bool {
    holder < level
}
