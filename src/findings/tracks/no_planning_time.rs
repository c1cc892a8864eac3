//! `no-planning-time`.

use super::{is_unread, open_work};
use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Item, Severity, Stage, WorkKind};

/// See `docs/findings/no-planning-time.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoPlanningTime,
    family: Family::Tracks,
    severity: Severity::Advice,
    from: Stage::Running,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let kinds = || open_work(context).filter_map(Item::kind);
    let has_planning = || kinds().any(|kind| kind == WorkKind::Planning);
    if kinds().next().is_some() && !has_planning() && !is_unread(context, "kind") {
        found.push(Found::about_plan(context.plan, "kind"));
    }
}
