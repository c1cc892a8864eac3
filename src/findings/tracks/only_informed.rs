//! `only-informed`.

use super::is_unread;
use crate::findings::{Contact, Context, Definition, Family, Found};
use crate::plan::{Degree, Factor, FindingName, Severity, Stage};

/// See `docs/findings/only-informed.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::OnlyInformed,
    family: Family::Tracks,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Constituency),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    if context.plan.constituencies.is_empty() || is_unread(context, "with") {
        return;
    }
    let informs = |contact: &Contact| contact.degree == Some(Degree::Inform);
    for constituency in &context.plan.constituencies {
        let work = context.contacts().with(constituency.id);
        if !work.is_empty() && work.iter().all(informs) {
            found.push(Found::about(context.plan, constituency.id));
        }
    }
}
