//! Tracks, organisations, constituencies, and what follows an agreement.

pub mod constituency_ignored;
mod doors;
pub mod handshake_only;
pub mod late_inclusion;
pub mod no_analysis;
pub mod no_consent;
pub mod no_lead;
pub mod no_planning_time;
pub mod no_track_link;
pub mod only_informed;
pub mod open_hand_over;
pub mod two_at_one_door;
pub mod uncoordinated;

use crate::findings::Context;
use crate::graph::Presence;
use crate::plan::{Item, Level, Plan};

/// Whether nobody can say that no work of the plan has something in this field: a section of work could not be read, or
/// the field of some present work.
fn is_unread(context: &Context<'_>, field: &'static str) -> bool {
    let plan = context.plan;
    is_work_unread(plan) || present(context).any(|item| plan.is_faulty(Some(item.id), field))
}

/// Whether a section of work could not be read.
fn is_work_unread(plan: &Plan) -> bool {
    let sections = [Level::Activity, Level::Task].map(Level::section);
    plan.faulty.iter().any(|(_, field)| sections.contains(field))
}

/// The items that are open or done.
fn present<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Item> + use<'a> {
    let Context { plan, graph, .. } = *context;
    plan.items.iter().filter(move |item| graph.presence(item.id) != Presence::Absent)
}

/// The open activities and tasks.
fn open_work<'a>(context: &Context<'a>) -> impl Iterator<Item = &'a Item> + use<'a> {
    let Context { plan, graph, .. } = *context;
    plan.items.iter().filter(move |item| item.level >= Level::Activity && graph.is_open(item.id))
}
