//! `identity-leak`.

use crate::findings::{Context, Definition, Family, Found, Related, Subject, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage};
use crate::source::LeakKind;
use std::collections::HashMap;

/// See `docs/findings/identity-leak.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::IdentityLeak,
    family: Family::Care,
    severity: Severity::Error,
    from: Stage::Sketch,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

/// Further places of one kind in one thing: of very many the first will do until they are mended.
const MOST_PLACES: usize = 20;

/// One finding for each thing and each kind, at the first place; the others stand beside it.
fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let first = found.len();
    let mut known: HashMap<(Option<Id>, LeakKind), usize> = HashMap::new();
    for held in &context.plan.leaks {
        let what = held.leak.what;
        let index = *known.entry((held.holder, what)).or_insert(found.len());
        match found.get_mut(index).filter(|_| index >= first) {
            Some(told) if told.related.len() < MOST_PLACES => {
                told.related.push(Related { item: held.holder, at: held.leak.at, role: "leak" });
            }
            Some(_) => {}
            None => {
                let subject = held.holder.map_or_else(|| Subject::Plan(what.name().into()), Subject::Thing);
                found.push(Found::new(subject, held.leak.at).with("what", Value::Text(what.name().into())));
            }
        }
    }
}
