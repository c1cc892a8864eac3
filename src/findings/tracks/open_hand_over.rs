//! `open-hand-over`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::graph::HandOver;
use crate::plan::{Factor, FindingName, Id, Severity, Stage};

/// See `docs/findings/open-hand-over.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::OpenHandOver,
    family: Family::Tracks,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Tracks),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let mut open = context.graph.hand_overs(plan);
    open.retain(|hand_over| !hand_over.is_held);
    for of_one in open.chunk_by(|a, b| a.later == b.later) {
        let earlier: Vec<Id> = of_one.iter().map(|hand_over| hand_over.earlier).collect();
        let finding = Found::about(plan, of_one[0].later).beside_all(plan, &earlier, "hands-over");
        let leads = Value::Ids(leads(of_one));
        found.push(finding.with("item2", Value::Ids(earlier)).with("names", leads));
    }
}

/// The organisations that lead, those that come first in time first.
fn leads(hand_overs: &[HandOver]) -> Vec<Id> {
    let mut leads: Vec<Id> = hand_overs.iter().map(|hand_over| hand_over.from).collect();
    leads.sort_unstable();
    leads.dedup();
    leads.push(hand_overs[0].to);
    leads
}
