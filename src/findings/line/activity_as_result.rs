//! `activity-as-result`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Level, Severity, Stage};

/// See `docs/findings/activity-as-result.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::ActivityAsResult,
    family: Family::Line,
    severity: Severity::Advice,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for item in plan.items.iter().filter(|item| matches!(item.level, Level::Goal | Level::Objective)) {
        if !context.graph.is_open(item.id) {
            continue;
        }
        let Some(title) = &plan.names.get(item.id).title else { continue };
        if let Some(word) = doing_word(&title.value, context.doing_words) {
            let finding = Found::about(plan, item.id)
                .with("word", Value::Text(word.into()))
                .with("level", Value::Text(item.level.name().into()));
            found.push(finding);
        }
    }
}

/// The word at the beginning of a title that tells of work instead of a result, also after "to".
fn doing_word<'w>(title: &str, doing_words: &[&'w str]) -> Option<&'w str> {
    let mut words = title
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty());
    let mut first = words.next()?;
    if first == "to" {
        first = words.next()?;
    }
    doing_words.iter().copied().find(|doing| *doing == first)
}
