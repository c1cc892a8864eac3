//! Who pays for what. A task that says nothing of money is paid by the donors of its activity.

use crate::findings::Context;
use crate::graph::Presence;
use crate::plan::{Donor, DonorState, Funding, Id, Item, Level, OptRef, Plan, Ref};

/// The donor of this id.
#[must_use]
pub fn donor(plan: &Plan, id: Id) -> &Donor {
    &plan.donors[plan.names.get(id).index as usize]
}

/// Whether a donor's money is only sought.
#[must_use]
pub fn is_sought(donor: &Donor) -> bool {
    donor.state.is_some_and(|state| state.value == DonorState::Sought)
}

/// Whether an item is work, which alone can cost something.
#[must_use]
pub fn is_work(item: &Item) -> bool {
    matches!(item.level, Level::Activity | Level::Task)
}

/// The work by whose donors this is paid: itself where it names donors; else, for a task, its activity.
#[must_use]
pub fn payer<'a>(context: &Context<'a>, item: &'a Item) -> &'a Item {
    if own_funding(item).is_said() {
        return item;
    }
    context.graph.lender(context.plan, item).unwrap_or(item)
}

/// `funded_by`, its own.
#[must_use]
pub fn own_funding(item: &Item) -> &Funding {
    item.work.as_ref().map_or(&Funding::Unsaid, |work| &work.funded_by)
}

/// The donors that pay for a piece of work, in the order of the text.
pub fn donors<'a>(context: &Context<'a>, item: &'a Item) -> impl Iterator<Item = Ref> + 'a {
    own_funding(payer(context, item)).donors()
}

/// What a piece of work costs, in hundredths; 0 where it is not written.
#[must_use]
pub fn cost(item: &Item) -> u64 {
    item.work.as_ref().and_then(|work| work.cost).map_or(0, |cost| cost.value.0)
}

/// Money that a piece of work takes from a donor: an equal share of an amount.
#[derive(Debug, Clone, Copy)]
pub struct Taking<'a> {
    /// From whom.
    pub donor: Id,
    /// For what.
    pub item: &'a Item,
    /// The amount in hundredths.
    pub hundredths: u64,
    /// How many donors share it.
    pub sharers: usize,
}

/// All that open and done work takes from donors, in the order of the text: the amounts of a mapping, whatever the work
/// costs; one donor or a list brings the cost in equal shares, that of the tasks it pays too.
pub fn takings<'a>(context: &Context<'a>) -> impl Iterator<Item = Taking<'a>> {
    let work = context.plan.items.iter().filter(|item| is_work(item));
    let present = work.filter(|item| context.graph.presence(item.id) != Presence::Absent);
    present.flat_map(|item| {
        let amounts = match own_funding(item) {
            Funding::Amounts(amounts) => &amounts[..],
            _ => &[],
        };
        let amounts = amounts.iter().map(move |(donor, amount)| Taking {
            donor: donor.id,
            item,
            hundredths: amount.value.0,
            sharers: 1,
        });
        let cost = cost(item);
        let payers = match own_funding(payer(context, item)) {
            Funding::Whole(donors) if cost > 0 => &donors[..],
            _ => &[],
        };
        let shares = payers.iter().map(move |donor| Taking {
            donor: donor.id,
            item,
            hundredths: cost,
            sharers: payers.len(),
        });
        amounts.chain(shares)
    })
}

/// The options of undecided choices that must all happen for this work to be paid for: those it stands under, and those
/// its payer stands under. Sorted, each once.
#[must_use]
pub fn conditions<'a>(context: &Context<'a>, item: &'a Item) -> Vec<(u32, u32)> {
    let plan = context.plan;
    if plan.choices.is_empty() {
        return Vec::new();
    }
    let mut options = Vec::new();
    for start in [item, payer(context, item)] {
        let mut next = Some(start);
        while let Some(item) = next {
            let is_open = |option: &OptRef| plan.choices[option.choice as usize].chosen.is_none();
            options.extend(item.only_if().filter(is_open).map(|option| (option.choice, option.option)));
            next = item.holder.map(|holder| &plan.items[holder as usize]);
        }
    }
    options.sort_unstable();
    options.dedup();
    options
}
