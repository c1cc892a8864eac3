//! `no-deputy`.

use crate::findings::{Context, Definition, Family, Found};
use crate::plan::{Factor, FindingName, Id, Item, Kind, Plan, Severity, Stage};
use std::collections::{BTreeMap, HashSet};

/// See `docs/findings/no-deputy.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoDeputy,
    family: Family::People,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

/// Work that rests on somebody is for looking up: the first ten will do.
const MOST_PLACES: usize = 10;

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    // For each person without a deputy, the work of theirs on which much rests.
    let mut alone: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    let mut seen = HashSet::new();
    for thing in weighty(context).filter(|thing| seen.insert(*thing)) {
        if let Some(item) = plan.item(thing) {
            if let [owner] = context.graph.owners(plan, item)[..]
                && !is_told(context, item, owner)
            {
                alone.entry(owner).or_default().push(thing);
            }
        } else if plan.names.get(thing).kind == Kind::Person
            && let person = &plan.people[plan.names.get(thing).index as usize]
            && person.deputies.iter().all(|deputy| deputy.id == thing)
            && !plan.is_faulty(Some(thing), "deputy")
        {
            alone.entry(thing).or_default();
        }
    }
    for (person, mut work) in alone {
        work.sort_unstable();
        work.truncate(MOST_PLACES);
        found.push(Found::about(plan, person).beside_all(plan, &work, "rests"));
    }
}

/// What much rests on: bottlenecks, all that falls first with them, and choke-points.
fn weighty<'c>(context: &'c Context<'_>) -> impl Iterator<Item = Id> + 'c {
    let bottlenecks = context.weak_points().bottlenecks.iter();
    let of_bottlenecks = bottlenecks.flat_map(|bottleneck| {
        std::iter::once(&bottleneck.id).chain(&bottleneck.also).chain(&bottleneck.through.ids)
    });
    of_bottlenecks.copied().chain(context.choke_points().iter().map(|choke_point| choke_point.item))
}

/// Whether a deputy is written that could not be read.
fn is_told(context: &Context<'_>, item: &Item, owner: Id) -> bool {
    let plan: &Plan = context.plan;
    let lender = context.graph.lender(plan, item).filter(|_| item.who().is_none()).map(|lender| lender.id);
    [Some(item.id), Some(owner), lender].into_iter().flatten().any(|id| plan.is_faulty(Some(id), "deputy"))
}
