//! Who does a piece of work, and who pays for it where it does not say so itself.

use super::items::Items;
use crate::plan::{Id, Item, Level, Plan};

/// The activity from which a task takes what it does not say itself: the one it is nested in, else the first it supports.
/// Nothing for what is no task.
pub(super) fn lender<'a>(plan: &'a Plan, items: &Items, item: &Item) -> Option<&'a Item> {
    if item.level != Level::Task {
        return None;
    }
    let supported = items.supports.get(item.id.0).iter().filter_map(|&lender| plan.item(Id(lender)));
    supported.into_iter().find(|lender| lender.level == Level::Activity)
}

/// Who does a piece of work and who can stand in, the owner first; empty where nobody is named. A task without `who`
/// takes the `who` and deputies of its lender.
pub(super) fn owners(plan: &Plan, items: &Items, item: &Item) -> Vec<Id> {
    let work = item.work.as_deref();
    let mut deputies: Vec<Id> = work.iter().flat_map(|work| &work.deputies).map(|deputy| deputy.id).collect();
    let mut who = item.who();
    if who.is_none()
        && let Some(activity) = lender(plan, items, item)
    {
        who = activity.who();
        let lent = activity.work.iter().flat_map(|work| &work.deputies);
        deputies.extend(lent.map(|deputy| deputy.id));
    }
    let Some(who) = who else { return Vec::new() };
    let person = &plan.people[plan.names.get(who.id).index as usize];
    let mut owners = vec![who.id];
    for deputy in deputies.into_iter().chain(person.deputies.iter().map(|deputy| deputy.id)) {
        if !owners.contains(&deputy) {
            owners.push(deputy);
        }
    }
    owners
}
