//! `bottleneck`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::graph::{Graph, Listed};
use crate::plan::{Factor, FindingName, Id, Kind, Severity, Stage};

/// See `docs/findings/bottleneck.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Bottleneck,
    family: Family::Line,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: None,
    dated: false,
    fields: &["loss", "through", "also", "loss_count", "through_count", "also_count"],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let results = context.graph.results().iter().filter(|&&id| context.graph.stands(id)).count();
    for bottleneck in &context.weak_points().bottlenecks {
        let kind = plan.names.get(bottleneck.id).kind;
        let factor = match kind {
            Kind::Person | Kind::Organisation => Factor::Group,
            Kind::Donor => Factor::Donors,
            _ => Factor::Planning,
        };
        let also =
            Listed { ids: first(&bottleneck.also, Graph::MOST_LISTED), count: bottleneck.also.len() as u64 };
        let finding = Found::about(plan, bottleneck.id)
            .of_factor(factor)
            .with_list(["loss", "loss_count"], &bottleneck.loss)
            .with_list(["through", "through_count"], &bottleneck.through)
            .with_list(["also", "also_count"], &also)
            .with("kind", Value::Text(kind.name().into()))
            .with("results", Value::Count(results as u64))
            .with("activities-count", Value::Count(bottleneck.activities.into()))
            .beside_all(plan, &first(&also.ids, MOST_PLACES), "also")
            .beside_all(plan, &first(&bottleneck.through.ids, MOST_PLACES), "through")
            .beside_all(plan, &first(&bottleneck.loss.ids, MOST_PLACES), "loss");
        found.push(finding);
    }
}

/// Places beside a finding are for looking up: of a long list the first ten will do.
const MOST_PLACES: usize = 10;

fn first(ids: &[Id], most: usize) -> Vec<Id> {
    ids.iter().take(most).copied().collect()
}
