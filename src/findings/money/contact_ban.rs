//! `contact-ban`.

use super::payment::{donor, donors, is_work};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Item, Kind, Severity, Stage};

/// See `docs/findings/contact-ban.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::ContactBan,
    family: Family::Money,
    severity: Severity::Error,
    from: Stage::Sketch,
    factor: Some(Factor::Donors),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for item in plan.items.iter().filter(|item| is_work(item) && context.graph.is_open(item.id)) {
        let Some(party) = proscribed(context, item) else { continue };
        let is_bound = |id: &Id| donor(plan, *id).no_contact.is_some_and(|no_contact| no_contact.value);
        let bound = donors(context, item).map(|donor| donor.id).find(is_bound);
        if let Some(bound) = bound {
            let finding = Found::about(plan, item.id)
                .with("party", Value::Id(party))
                .with("donor", Value::Id(bound))
                .beside(plan, party, "proscribed")
                .beside(plan, bound, "bound");
            found.push(finding);
        }
    }
}

/// The first proscribed party that a piece of work is with.
fn proscribed(context: &Context<'_>, item: &Item) -> Option<Id> {
    let plan = context.plan;
    let is_proscribed = |id: &Id| {
        let thing = plan.names.get(*id);
        thing.kind == Kind::Party
            && plan.parties[thing.index as usize].proscribed.is_some_and(|proscribed| proscribed.value)
    };
    item.work.iter().flat_map(|work| &work.with).map(|link| link.to.id).find(is_proscribed)
}
