//! `no-track-link`.

use super::open_work;
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Level, Plan, Severity, Stage, Track, WorkKind};

/// See `docs/findings/no-track-link.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoTrackLink,
    family: Family::Tracks,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Tracks),
    dated: false,
    fields: &[],
    find,
};

/// Work on track 2 or 3.
const BELOW_THE_TABLE: u64 = 1;
/// Work that links the tracks, or may as far as anybody can tell.
const LINK: u64 = 1 << 1;

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let tracks = tracks(plan);
    let is_official = |track: Option<Track>| matches!(track, Some(Track::One | Track::OneAndAHalf));
    let results = || plan.items.iter().zip(&tracks).filter(|(item, _)| item.level <= Level::Goal);
    if !results().any(|(_, &track)| is_official(track)) {
        return;
    }
    let mut own = vec![0; plan.names.len()];
    for item in open_work(context) {
        let track = tracks[plan.names.get(item.id).index as usize];
        let is_unread = ["kind", "track"].iter().any(|field| plan.is_faulty(Some(item.id), field));
        own[item.id.index()] = match track {
            _ if is_unread || item.kind() == Some(WorkKind::Coordination) || is_official(track) => LINK,
            Some(_) => BELOW_THE_TABLE,
            None => 0,
        };
    }
    let below = context.graph.gathered(&own);
    for (item, track) in results() {
        let Some(track) = track.filter(|&track| is_official(Some(track))) else { continue };
        if context.graph.is_open(item.id) && below[item.id.index()] == BELOW_THE_TABLE {
            found.push(Found::about(plan, item.id).with("track", Value::Text(track.name().into())));
        }
    }
}

/// The track of every item: its own, else that of what it is nested in.
fn tracks(plan: &Plan) -> Vec<Option<Track>> {
    let mut tracks: Vec<Option<Track>> = Vec::with_capacity(plan.items.len());
    for item in &plan.items {
        // What an item is nested in stands before it.
        let holder = item.holder.and_then(|holder| tracks[holder as usize]);
        tracks.push(item.track.map(|track| track.value).or(holder));
    }
    tracks
}
