//! `clashing-choices`.

use crate::findings::{Context, Definition, Family, Found, Related, Value};
use crate::graph::{Clash, clashes};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/clashing-choices.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::ClashingChoices,
    family: Family::Choices,
    severity: Severity::Error,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let clashes = clashes(plan);
    for of_choice in clashes.chunk_by(|a, b| a.later == b.later) {
        let [first, ..] = of_choice else { continue };
        let earlier: Vec<_> = of_choice.iter().map(|clash| clash.earlier).collect();
        let written = |clash: &Clash| Related {
            item: Some(plan.option_id(clash.exclusion.written)),
            at: clash.exclusion.written.at,
            role: "excluded",
        };
        let finding = Found::about(plan, first.later)
            .with("choice2", Value::Id(first.earlier))
            .with("option", Value::Id(first.option))
            .with("option2", Value::Id(first.earlier_option))
            .beside_all(plan, &earlier, "clash")
            .beside_places(of_choice.iter().map(written));
        found.push(finding);
    }
}
