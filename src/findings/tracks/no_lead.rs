//! `no-lead`.

use super::open_work;
use crate::findings::{Context, Definition, Family, Found};
use crate::graph::Listed;
use crate::plan::{Factor, FindingName, Id, Item, Level, Severity, Stage};

/// See `docs/findings/no-lead.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoLead,
    family: Family::Tracks,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Tracks),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.organisations.is_empty() {
        return;
    }
    let lacks_lead = |item: &&Item| {
        matches!(item.level, Level::Objective | Level::Activity)
            && context.graph.is_open(item.id)
            && item.work.as_ref().is_none_or(|work| work.lead.is_none())
            && !plan.is_faulty(Some(item.id), "lead")
    };
    let items: Vec<&Item> = plan.items.iter().filter(lacks_lead).collect();
    let ids: Vec<Id> = items.iter().map(|item| item.id).collect();
    let owning = owning_below(context, &ids);
    for (item, owning) in items.into_iter().zip(owning) {
        let partners: Vec<Id> =
            item.work.iter().flat_map(|work| &work.partners).map(|partner| partner.id).collect();
        let sharing = if partners.is_empty() {
            Some(owning).filter(|owning| owning.count > 1)
        } else {
            Some(Listed { count: partners.len() as u64, ids: partners })
        };
        if let Some(sharing) = sharing {
            let finding = Found::about(plan, item.id).beside_all(plan, &sharing.ids, "shares");
            found.push(finding.with_list(["names", "names_count"], &sharing));
        }
    }
}

/// A sentence names two and counts the rest; a few more than that will do.
const MOST_NAMED: usize = 10;

/// For each of these items the organisations to which the owners of its own and of the open work below belong: the first
/// of them, and how many there are.
fn owning_below(context: &Context<'_>, of: &[Id]) -> Vec<Listed> {
    let plan = context.plan;
    let mut owning = vec![Listed { ids: Vec::new(), count: 0 }; of.len()];
    let organisation = |item: &Item| {
        let owner = context.graph.owner(plan, item)?;
        plan.people[plan.names.get(owner).index as usize].organisation.map(|organisation| organisation.id)
    };
    let owners: Vec<(Id, Id)> =
        open_work(context).filter_map(|item| Some((item.id, organisation(item)?))).collect();
    // As many organisations at a time as there are marks: few plans have more.
    for (round, organisations) in plan.organisations.chunks(64).enumerate() {
        let mut own = vec![0; plan.names.len()];
        for &(item, organisation) in &owners {
            let number = plan.names.get(organisation).index as usize;
            if number / 64 == round {
                own[item.index()] = 1 << (number % 64);
            }
        }
        let below = context.graph.gathered(&own);
        for (item, owning) in of.iter().zip(&mut owning) {
            let marks = below[item.index()];
            owning.count += u64::from(marks.count_ones());
            let is_marked = |(number, _): &(usize, _)| marks >> number & 1 == 1;
            let room = MOST_NAMED - owning.ids.len();
            let marked = organisations.iter().enumerate().filter(is_marked).take(room);
            owning.ids.extend(marked.map(|(_, organisation)| organisation.id));
        }
    }
    owning
}
