//! `no-analysis`.

use super::{is_unread, open_work, present};
use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Item, Severity, Stage, WorkKind};

/// See `docs/findings/no-analysis.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoAnalysis,
    family: Family::Tracks,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Constituency),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let talks = [WorkKind::Contact, WorkKind::Shuttle, WorkKind::Talks];
    let is_talking = open_work(context).filter_map(Item::kind).any(|kind| talks.contains(&kind));
    let has_analysis = || present(context).any(|item| item.kind() == Some(WorkKind::Analysis));
    if is_talking && !has_analysis() && !is_unread(context, "kind") {
        found.push(Found::about_plan(context.plan, "kind"));
    }
}
