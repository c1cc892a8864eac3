//! `choke-point`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/choke-point.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::ChokePoint,
    family: Family::Line,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &["waiting_count", "waiting"],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    for choke_point in context.choke_points() {
        let finding = Found::about(context.plan, choke_point.item)
            .with_list(["waiting", "waiting_count"], &choke_point.waiting);
        found.push(finding);
    }
}
