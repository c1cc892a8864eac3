//! Hand-overs: where work goes on that another organisation has led.

use super::items::Items;
use super::owners;
use crate::plan::{Id, Item, Level, Plan};
use std::collections::HashMap;

/// A piece of work, or an objective, that depends on open work which another organisation leads. Both say who leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandOver {
    /// What comes first: an open activity or task.
    pub earlier: Id,
    /// What depends on it: open.
    pub later: Id,
    /// The organisation that leads the first.
    pub from: Id,
    /// The organisation that leads the second.
    pub to: Id,
    /// Somebody of the one organisation owns the work of the other, or is in its team; or nobody can tell, for who does
    /// it could not be read.
    pub is_held: bool,
}

/// All hand-overs, by what depends, in the order of the text.
pub(super) fn hand_overs(plan: &Plan, items: &Items) -> Vec<HandOver> {
    let mut standing = Standing { plan, items, known: HashMap::new() };
    let lead = |item: &Item| item.work.as_ref().and_then(|work| work.lead).map(|lead| lead.id);
    let mut found = Vec::new();
    for later in plan.items.iter().filter(|item| items.is_open(item.id.0)) {
        let Some(to) = lead(later) else { continue };
        for target in later.depends_on() {
            let Some(earlier) = plan.item(target.id) else { continue };
            let is_open_work = earlier.level >= Level::Activity && items.is_open(earlier.id.0);
            let Some(from) = lead(earlier).filter(|&from| is_open_work && from != to) else { continue };
            let is_held = standing.has(earlier, to) || standing.has(later, from);
            found.push(HandOver { earlier: earlier.id, later: later.id, from, to, is_held });
        }
    }
    found
}

/// Of which organisations somebody owns a piece of work or is in its team, worked out once for each.
struct Standing<'a> {
    plan: &'a Plan,
    items: &'a Items,
    /// Sorted; nothing where somebody may be of any organisation, as far as anybody can tell.
    known: HashMap<Id, Option<Vec<Id>>>,
}

impl Standing<'_> {
    /// Whether somebody of this organisation stands in this work.
    fn has(&mut self, item: &Item, organisation: Id) -> bool {
        let Self { plan, items, known } = self;
        let organisations = known.entry(item.id).or_insert_with(|| organisations(plan, items, item));
        organisations.as_ref().is_none_or(|known| known.binary_search(&organisation).is_ok())
    }
}

/// The organisations of the owner and the team of some work; nothing where one of them could not be read.
fn organisations(plan: &Plan, items: &Items, item: &Item) -> Option<Vec<Id>> {
    let lender = owners::lender(plan, items, item);
    let is_unread = |item: &Item, field| plan.is_faulty(Some(item.id), field);
    let is_lent = item.who().is_none();
    if is_unread(item, "who")
        || is_unread(item, "team")
        || lender.is_some_and(|lender| is_lent && is_unread(lender, "who"))
    {
        return None;
    }
    let owner = item.who().or_else(|| lender.and_then(Item::who));
    let team = item.work.iter().flat_map(|work| &work.team);
    let mut organisations = Vec::new();
    for person in team.chain(&owner) {
        if plan.is_faulty(Some(person.id), "organisation") {
            return None;
        }
        let person = &plan.people[plan.names.get(person.id).index as usize];
        organisations.extend(person.organisation.map(|organisation| organisation.id));
    }
    organisations.sort_unstable();
    organisations.dedup();
    Some(organisations)
}
