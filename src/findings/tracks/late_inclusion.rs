//! `late-inclusion`.

use super::{is_unread, present};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage, WorkKind};
use jiff::civil::Date;

/// See `docs/findings/late-inclusion.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::LateInclusion,
    family: Family::Tracks,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Constituency),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.constituencies.is_empty() {
        return;
    }
    let agreements = present(context).filter(|item| item.kind() == Some(WorkKind::Agreement));
    let dated = agreements.filter_map(|item| Some((item.start?.value, item.id)));
    let Some((agreed, agreement)) = dated.min() else { return };
    if is_unread(context, "with") {
        return;
    }
    for constituency in &plan.constituencies {
        let Some(start) = first_start(context, constituency.id) else { continue };
        if start > agreed {
            let finding = Found::about(plan, constituency.id)
                .beside(plan, agreement, "first-agreement")
                .with("start", Value::Date(start))
                .with("item2", Value::Id(agreement))
                .with("date", Value::Date(agreed));
            found.push(finding);
        }
    }
}

/// When the first work with them begins; nothing where some of it does not say when it begins: it may be the first.
fn first_start(context: &Context<'_>, constituency: Id) -> Option<Date> {
    let work = context.contacts().with(constituency);
    let starts: Option<Vec<Date>> =
        work.iter().map(|contact| Some(context.plan.item(contact.item)?.start?.value)).collect();
    starts?.into_iter().min()
}
