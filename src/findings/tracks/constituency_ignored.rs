//! `constituency-ignored`.

use super::is_unread;
use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/constituency-ignored.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::ConstituencyIgnored,
    family: Family::Tracks,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Constituency),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    // Where with whom some work is could not be read, it may be with any of them.
    if context.plan.constituencies.is_empty() || is_unread(context, "with") {
        return;
    }
    for constituency in &context.plan.constituencies {
        if context.contacts().with(constituency.id).is_empty() {
            found.push(Found::about(context.plan, constituency.id));
        }
    }
}
