//! `handshake-only`.

use super::{is_work_unread, open_work, present};
use crate::findings::{Context, Definition, Family, Found};
use crate::graph::Presence;
use crate::plan::{Factor, FindingName, Id, Item, Severity, Stage, WorkKind};

/// See `docs/findings/handshake-only.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::HandshakeOnly,
    family: Family::Tracks,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Tracks),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let is_agreement = |item: &&Item| item.kind() == Some(WorkKind::Agreement);
    if !open_work(context).any(|item| is_agreement(&item)) {
        return;
    }
    let Some(followed) = followed(context) else { return };
    for item in open_work(context).filter(is_agreement) {
        let holder = item.holder.map(|holder| plan.items[holder as usize].id);
        if !followed[item.id.index()] && !holder.is_some_and(|holder| followed[holder.index()]) {
            found.push(Found::about(plan, item.id));
        }
    }
}

/// For each id whether a follow-up depends on it, directly or not, over present items. What may be a follow-up, as far
/// as anybody can tell, is one here. Nothing where it could not be read on what follow-ups depend.
fn followed(context: &Context<'_>) -> Option<Vec<bool>> {
    let plan = context.plan;
    if is_work_unread(plan) {
        return None;
    }
    let may_follow =
        |item: &&Item| item.kind() == Some(WorkKind::FollowUp) || plan.is_faulty(Some(item.id), "kind");
    let mut followed = vec![false; plan.names.len()];
    let mut queue: Vec<Id> = present(context).filter(may_follow).map(|item| item.id).collect();
    while let Some(id) = queue.pop() {
        if plan.is_faulty(Some(id), "depends_on") {
            return None;
        }
        for target in plan.item(id).into_iter().flat_map(Item::depends_on) {
            let is_new = !std::mem::replace(&mut followed[target.id.index()], true);
            if is_new && context.graph.presence(target.id) != Presence::Absent {
                queue.push(target.id);
            }
        }
    }
    Some(followed)
}
