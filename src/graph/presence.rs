//! Which items belong to the plan now: absent, done or open.

use super::schemes::Options;
use crate::plan::{Item, Plan, Status};

/// Whether an item belongs to the plan now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// Dropped, or under an option that is not picked or is closed, or nested in something absent.
    Absent,
    /// Done, or nested in a done item without a status of its own.
    Done,
    /// Present and not done.
    Open,
}

/// The presence of every item, in the order of the plan's items.
pub(super) fn of_items(plan: &Plan, options: &Options) -> Vec<Presence> {
    let mut presence: Vec<Presence> = Vec::with_capacity(plan.items.len());
    for item in &plan.items {
        // What an item is nested in stands before it.
        let holder = item.holder.map(|holder| presence[holder as usize]);
        presence.push(of_item(item, holder, options));
    }
    presence
}

fn of_item(item: &Item, holder: Option<Presence>, options: &Options) -> Presence {
    let status = item.status.map(|status| status.value);
    let is_out = item.only_if().is_some_and(|option| !options.is_open(option));
    if status == Some(Status::Dropped) || is_out || holder == Some(Presence::Absent) {
        Presence::Absent
    } else if status == Some(Status::Done) || (status.is_none() && holder == Some(Presence::Done)) {
        Presence::Done
    } else {
        Presence::Open
    }
}
