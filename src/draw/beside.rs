//! People, parties, donors and choices: what items have to do with them.

use super::Relation;
use super::asked::With;
use crate::plan::{Id, Item, Plan};

/// What an item has to do with things of this kind, by what is written on the item itself.
pub(super) fn related(plan: &Plan, item: &Item, with: With) -> Vec<(Id, Relation)> {
    let Some(work) = item.work.as_deref() else { return Vec::new() };
    let mut related: Vec<(Id, Relation)> = match with {
        With::People => work.who.iter().map(|who| (who.id, Relation::Does)).collect(),
        With::Parties => work.with.iter().map(|link| (link.to.id, Relation::With)).collect(),
        With::Donors => work.funded_by.donors().map(|donor| (donor.id, Relation::Pays)).collect(),
        With::Choices => work
            .only_if
            .iter()
            .map(|option| (plan.choices[option.choice as usize].id, Relation::OnlyIf))
            .collect(),
    };
    let mut seen = Vec::new();
    related.retain(|(id, _)| {
        !seen.contains(id) && {
            seen.push(*id);
            true
        }
    });
    related
}

/// The option that an item happens under.
pub(super) fn option(plan: &Plan, item: &Item) -> Option<Id> {
    let option = item.only_if()?;
    Some(plan.choices[option.choice as usize].options[option.option as usize].id)
}
