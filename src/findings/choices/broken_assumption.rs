//! `broken-assumption`.

use crate::findings::{Context, Definition, Family, Found};
use crate::graph::{Graph, Listed};
use crate::plan::{Assumption, Factor, FindingName, Holds, Id, Severity, Stage};
use std::collections::HashMap;

/// See `docs/findings/broken-assumption.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::BrokenAssumption,
    family: Family::Choices,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &["loss", "loss_count"],
    find,
};

/// What relies on it is for looking up: the first ten will do.
const MOST_PLACES: usize = 10;

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let does_not_hold =
        |assumption: &Assumption| assumption.holds.is_some_and(|holds| holds.value == Holds::No);
    if !plan.assumptions.iter().any(does_not_hold) {
        return;
    }
    let mut relying: HashMap<Id, Vec<Id>> = HashMap::new();
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        for assumed in &item.assumes {
            relying.entry(assumed.id).or_default().push(item.id);
        }
    }
    for broken in &context.weak_points().broken {
        let Some(mut names) = relying.remove(&broken.assumption) else { continue };
        // The ambition is the first item, wherever it stands in the text.
        names.sort_unstable();
        let count = names.len() as u64;
        names.truncate(Graph::MOST_LISTED);
        let finding = Found::about(plan, broken.assumption)
            .with_list(["loss", "loss_count"], &broken.loss)
            .beside_all(plan, &names[..names.len().min(MOST_PLACES)], "relies")
            .with_list(["names", "names_count"], &Listed { ids: names, count });
        found.push(finding);
    }
}
