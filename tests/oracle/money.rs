//! The findings about money, by adding up again for every way in which the choices can turn out; and what is lost with
//! an assumption that does not hold.
//!
//! Amounts of this oracle are sixths of the currency: donors share a cost by one, two or three.

use std::collections::BTreeMap;

use crate::answer::{Finding, of_kind};
use crate::extra::{Day, Reports};
use crate::model::{FundedBy, Item, Level, Pick, Stage};
use crate::people::Said;
use crate::standing::{Ids, World, activity_of};

pub const FINDINGS: [(&str, &str, Stage); 7] = [
    ("unfunded", "warning", Stage::Plan),
    ("overspent", "error", Stage::Plan),
    ("donor-concentration", "advice", Stage::Plan),
    ("funding-cliff", "warning", Stage::Plan),
    ("contact-ban", "error", Stage::Sketch),
    ("reporting-load", "advice", Stage::Running),
    ("broken-assumption", "warning", Stage::Sketch),
];

const PARTS: u64 = 6;
const TODAY: Day = "2026-11-23";

pub fn findings(world: &World) -> Vec<Said> {
    let mut found = Vec::new();
    found.extend(unfunded(world));
    found.extend(overspent(world));
    found.extend(donor_concentration(world));
    found.extend(funding_cliff(world));
    found.extend(contact_ban(world));
    found.extend(reporting_load(world));
    found.extend(broken_assumption(world));
    found
}

fn about_money(id: &str, kind: &str, name: &str) -> Finding {
    Finding { factor: "donors".to_owned(), ..of_kind(id, kind, name) }
}

fn is_work(item: &Item) -> bool {
    matches!(item.level, Level::Activity | Level::Task)
}

/// "A task without `funded_by` is paid by its activity's donors (the activity as for `who`)."
fn payer<'a>(world: &World<'a>, item: &'a Item) -> &'a Item {
    let lender =
        if item.level == Level::Task && item.funded_by.is_none() { activity_of(world, item) } else { None };
    lender.unwrap_or(item)
}

fn donors_of(item: &Item) -> Vec<&String> {
    match &item.funded_by {
        None => Vec::new(),
        Some(FundedBy::Donors(donors)) => donors.iter().collect(),
        Some(FundedBy::Amounts(amounts)) => amounts.iter().map(|(donor, _)| donor).collect(),
    }
}

/// "an activity (with those tasks that it pays) or a task of its own payer costs more than its donors bring; `sought`
/// ones not counted; in a plan that names donors". Read as: its open tasks; one donor or a list brings the whole cost
/// where one of them is not sought; without `funded_by` nobody brings anything.
fn unfunded(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let is_there = |donor: &&String| plan.extra.donor(donor).state != Some("sought");
    let mut found = Vec::new();
    for item in world.open_items().filter(|item| is_work(item) && payer(world, item).id == item.id) {
        let paid = world.open_items().filter(|other| is_work(other) && payer(world, other).id == item.id);
        let cost: u64 = paid.filter_map(|other| other.cost).sum();
        let brought = match &item.funded_by {
            None => 0,
            Some(FundedBy::Donors(donors)) => cost * u64::from(donors.iter().any(|donor| is_there(&donor))),
            Some(FundedBy::Amounts(amounts)) => {
                amounts.iter().filter(|(donor, _)| is_there(&donor)).map(|(_, amount)| amount).sum()
            }
        };
        if cost > brought && !plan.donors.is_empty() {
            let said = if brought > 0 {
                vec![format!("costs {cost}"), brought.to_string()]
            } else {
                vec![format!("costs {cost}")]
            };
            found.push((about_money(&item.id, item.level.word(), "unfunded"), said));
        }
    }
    found
}

/// Whether an item is in the plan when each undecided choice turns out so.
fn happens(world: &World, item: &Item, picks: &BTreeMap<String, String>) -> bool {
    let holder = item.nested_in.as_ref().and_then(|holder| world.plan.item(holder));
    let own = item
        .only_if
        .as_ref()
        .is_none_or(|Pick { choice, option }| picks.get(choice).is_none_or(|picked| picked == option));
    own && holder.is_none_or(|holder| happens(world, holder, picks))
}

/// What is taken from each donor, in sixths, by open and done items that happen.
fn taken(world: &World, picks: &BTreeMap<String, String>) -> BTreeMap<String, u64> {
    let plan = world.plan;
    let mut taken = BTreeMap::new();
    let mut take = |donor: &String, sixths: u64| *taken.entry(donor.clone()).or_insert(0) += sixths;
    let present = plan.items.iter().filter(|item| is_work(item) && world.is_present(item));
    for item in present.filter(|item| happens(world, item, picks)) {
        if let Some(FundedBy::Amounts(amounts)) = &item.funded_by {
            for (donor, amount) in amounts {
                take(donor, amount * PARTS);
            }
        }
        let payer = payer(world, item);
        if let Some(FundedBy::Donors(donors)) = &payer.funded_by
            && happens(world, payer, picks)
        {
            let share = item.cost.unwrap_or(0) * PARTS / donors.len() as u64;
            for donor in donors {
                take(donor, share);
            }
        }
    }
    taken
}

/// "gives more than its `amount`; under an undecided choice only the dearest option counts". Read as: the dearest of
/// all combinations, whether they exclude each other or not.
fn overspent(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let mut ways = vec![BTreeMap::new()];
    for choice in plan.choices.iter().filter(|choice| choice.chosen.is_none()) {
        let with = |way: &BTreeMap<String, String>, option: &String| {
            let mut way = way.clone();
            way.insert(choice.id.clone(), option.clone());
            way
        };
        ways =
            ways.iter().flat_map(|way| choice.options.iter().map(move |option| with(way, option))).collect();
    }
    let taken: Vec<BTreeMap<String, u64>> = ways.iter().map(|way| taken(world, way)).collect();
    let mut found = Vec::new();
    for donor in &plan.donors {
        let most = taken.iter().filter_map(|taken| taken.get(donor)).max().copied().unwrap_or(0);
        let Some(amount) = plan.extra.donor(donor).amount else { continue };
        if most > amount * PARTS {
            let mut said = vec![format!("gives {amount}.")];
            said.extend(most.is_multiple_of(PARTS).then(|| format!("takes {} from", most / PARTS)));
            found.push((about_money(donor, "donor", "overspent"), said));
        }
    }
    found
}

/// "brings more than 60 % of the secured money that open and done items take; two donors or more, two costed items or
/// more". Read as: an item that costs nothing is not costed; the items of all options count.
fn donor_concentration(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let is_costed = |item: &&Item| item.cost.is_some_and(|cost| cost > 0) && world.is_present(item);
    if plan.donors.len() < 2 || plan.items.iter().filter(is_costed).count() < 2 {
        return Vec::new();
    }
    let mut taken = taken(world, &BTreeMap::new());
    taken.retain(|donor, _| matches!(plan.extra.donor(donor).state, None | Some("secured")));
    let all: u64 = taken.values().sum();
    let percent = plan.extra.thresholds.donor_percent.unwrap_or(60) as u64;
    let most = taken.iter().filter(|(_, brings)| 100 * **brings > percent * all);
    most.map(|(donor, _)| (about_money(donor, "donor", "donor-concentration"), Vec::new())).collect()
}

/// "its own end is after the last `end` of its donors (one without `end` pays to the plan's end)". Read as: where the
/// plan has no end either, that donor pays on.
fn funding_cliff(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let mut found = Vec::new();
    for item in world.open_items() {
        let Some(end) = plan.extra.ends.get(&item.id) else { continue };
        let donors = donors_of(payer(world, item));
        let ends: Option<Vec<Day>> =
            donors.iter().map(|donor| plan.extra.donor(donor).end.or(plan.extra.end)).collect();
        let Some(last) = ends.and_then(|ends| ends.into_iter().max()) else { continue };
        if *end > last {
            let said = vec![format!("until {end}"), format!("on {last}.")];
            found.push((about_money(&item.id, item.level.word(), "funding-cliff"), said));
        }
    }
    found
}

/// "work with a proscribed party, paid by a donor with `no_contact`"
fn contact_ban(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let is_banned = |item: &&Item| {
        item.with.iter().any(|party| plan.extra.party(party).proscribed)
            && donors_of(payer(world, item)).iter().any(|donor| plan.extra.donor(donor).no_contact)
    };
    let banned = world.open_items().filter(is_banned);
    banned.map(|item| (about_money(&item.id, item.level.word(), "contact-ban"), Vec::new())).collect()
}

fn last_of_month(year: u32, month: u32) -> String {
    let days = match month {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    format!("{year}-{month:02}-{days}")
}

/// "more than two reports of secured or pledged donors in a calendar quarter that is not over; the first such quarter;
/// reports by day, then text order"; "`month`/`quarter`: the last day of each within its dates, else the plan's". Read
/// as: with both days known, from the donor or else from the plan.
fn reporting_load(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let most = plan.extra.thresholds.reports_per_quarter.unwrap_or(2);
    let first_of = |day: &str| {
        let month: u32 = day[5..7].parse().expect("a month");
        format!("{}-{:02}-01", &day[..4], month - (month - 1) % 3)
    };
    let mut reports: Vec<(String, usize)> = Vec::new();
    for (place, id) in plan.donors.iter().enumerate() {
        let donor = plan.extra.donor(id);
        if donor.state == Some("sought") {
            continue;
        }
        match &donor.reports {
            None => {}
            Some(Reports::Days(days)) => reports.extend(days.iter().map(|day| ((*day).to_owned(), place))),
            Some(Reports::Every(every)) => {
                let (start, end) = (donor.start.or(plan.extra.start), donor.end.or(plan.extra.end));
                let (Some(start), Some(end)) = (start, end) else { continue };
                let months = (2026..=2028).flat_map(|year| (1..=12).map(move |month| (year, month)));
                let months = months.filter(|(_, month)| *every == "month" || month % 3 == 0);
                let days = months.map(|(year, month)| last_of_month(year, month));
                reports.extend(days.filter(|day| &**day >= start && &**day <= end).map(|day| (day, place)));
            }
        }
    }
    reports.sort();
    let mut quarters: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for report in reports {
        quarters.entry(first_of(&report.0)).or_default().push(report);
    }
    let full = quarters.into_iter().find(|(first, of_it)| *first >= first_of(TODAY) && of_it.len() > most);
    let finding = |(first, of_it): (String, Vec<(String, usize)>)| {
        let donor = &plan.donors[of_it[most].1];
        let said = vec![format!("{} report", of_it.len()), format!("between {first}")];
        (about_money(donor, "donor", "reporting-load"), said)
    };
    full.map(finding).into_iter().collect()
}

/// "`holds: no`, and open work or results assume it; with its loss"
fn broken_assumption(world: &World) -> Vec<Said> {
    let broken = world.plan.assumptions.iter().filter(|assumption| assumption.holds == Some("no"));
    let relied =
        broken.filter(|assumption| world.open_items().any(|item| item.assumes.contains(&assumption.id)));
    let finding = |id: &String| {
        let loss = world.loss(&Ids::from([id.clone()])).into_iter().collect();
        Finding { loss: Some(loss), ..of_kind(id, "assumption", "broken-assumption") }
    };
    relied.map(|assumption| (finding(&assumption.id), Vec::new())).collect()
}
