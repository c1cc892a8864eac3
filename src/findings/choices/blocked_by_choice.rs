//! `blocked-by-choice`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Choice, Factor, FindingName, Item, Plan, Severity, Stage};
use jiff::civil::Date;

/// See `docs/findings/blocked-by-choice.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::BlockedByChoice,
    family: Family::Choices,
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
        // Of several choices the last to be made: until then nothing can begin.
        let latest = undecided_above(plan, item).max_by_key(|(_, by)| *by);
        if let Some((choice, by)) = latest.filter(|(_, by)| start.value < *by) {
            let finding = Found::about(plan, item.id)
                .with("choice", Value::Id(choice.id))
                .with("start", Value::Date(start.value))
                .with("by", Value::Date(by))
                .beside(plan, choice.id, "waits-for");
            found.push(finding);
        }
    }
}

/// The undecided choices under whose options an item is, itself or by what it is nested in, with their day.
fn undecided_above<'a>(plan: &'a Plan, item: &'a Item) -> impl Iterator<Item = (&'a Choice, Date)> {
    let holder = |item: &&Item| item.holder.map(|holder| &plan.items[holder as usize]);
    let options = std::iter::successors(Some(item), holder).filter_map(Item::only_if);
    let choices = options.map(|option| &plan.choices[option.choice as usize]);
    choices.filter_map(|choice| {
        let day = choice.decide_by.filter(|_| choice.chosen.is_none())?;
        Some((choice, day.value))
    })
}
