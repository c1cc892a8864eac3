//! The findings about people that can be worked out from who does what with whom.

use crate::answer::{Finding, bottleneck, choke_point, of_kind};
use crate::model::{Item, Level, Party, Stage};
use crate::standing::{Ids, World, activity_of};

pub const FINDINGS: [(&str, &str, Stage); 6] = [
    ("no-owner", "warning", Stage::Plan),
    ("single-insider", "warning", Stage::Plan),
    ("no-access", "warning", Stage::Plan),
    ("unreached", "advice", Stage::Plan),
    ("carries-most", "advice", Stage::Plan),
    ("no-deputy", "advice", Stage::Plan),
];

/// A finding, and pieces of text that its sentence must have.
pub type Said = (Finding, Vec<String>);

pub fn findings(world: &World) -> Vec<Said> {
    let mut found = Vec::new();
    found.extend(no_owner(world));
    found.extend(access(world));
    found.extend(unreached(world));
    found.extend(carries_most(world));
    found.extend(no_deputy(world));
    found
}

fn of_factor(id: &str, kind: &str, name: &str, factor: &str) -> Finding {
    Finding { factor: factor.to_owned(), ..of_kind(id, kind, name) }
}

/// "`who`: the one person responsible. A task without it has its activity's".
pub fn owner(world: &World, item: &Item) -> Option<String> {
    let of_activity = || activity_of(world, item).filter(|_| item.level == Level::Task)?.who.clone();
    item.who.clone().or_else(of_activity)
}

/// "an activity without `who`, or a task without one that belongs to no activity, in a plan that names people"
fn no_owner(world: &World) -> Vec<Said> {
    let names_people = !world.plan.people.is_empty();
    let is_alone = |item: &&Item| {
        item.level == Level::Activity || (item.level == Level::Task && activity_of(world, item).is_none())
    };
    let lacking = world.open_items().filter(|item| names_people && item.who.is_none()).filter(is_alone);
    lacking.map(|item| (of_factor(&item.id, item.level.word(), "no-owner", "set-up"), Vec::new())).collect()
}

fn is_with(item: &Item, party: &Party) -> bool {
    item.with.contains(&party.id)
}

/// "single-insider: reached by open work, and exactly one person has `working` or `trusted` access"; "no-access:
/// reached by open work, not proscribed, and nobody has such access, in a plan that writes access".
fn access(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let writes_access = plan.parties.iter().any(|party| !party.access.is_empty());
    let mut found = Vec::new();
    for party in &plan.parties {
        if !world.open_items().any(|item| is_with(item, party)) {
            continue;
        }
        match party.access.iter().filter(|(_, trust)| *trust != "strained").count() {
            1 => found.push((of_factor(&party.id, "party", "single-insider", "group"), Vec::new())),
            0 if writes_access && !plan.extra.party(&party.id).proscribed => {
                found.push((of_factor(&party.id, "party", "no-access", "constituency"), Vec::new()));
            }
            _ => {}
        }
    }
    found
}

/// "influence high, not proscribed, no open or done work with it"
fn unreached(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let is_far = |party: &&Party| {
        let facts = plan.extra.party(&party.id);
        let mut present = plan.all_items().filter(|item| world.is_present(item));
        facts.influence == Some("high") && !facts.proscribed && !present.any(|item| is_with(item, party))
    };
    let far = plan.parties.iter().filter(is_far);
    far.map(|party| (of_factor(&party.id, "party", "unreached", "constituency"), Vec::new())).collect()
}

/// "owner of more than 40 % of the open tasks, of at least 10"
fn carries_most(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let thresholds = &plan.extra.thresholds;
    let tasks: Vec<&Item> = world.open_items().filter(|item| item.level == Level::Task).collect();
    let mut found = Vec::new();
    for person in &plan.people {
        let own = tasks.iter().filter(|task| owner(world, task).as_ref() == Some(&person.id)).count();
        let is_most = 100 * own > thresholds.carries_most_percent.unwrap_or(40) * tasks.len();
        if is_most && tasks.len() >= thresholds.carries_most_tasks.unwrap_or(10) {
            let said = format!("{own} of the {} open tasks", tasks.len());
            found.push((of_factor(&person.id, "person", "carries-most", "group"), vec![said]));
        }
    }
    found
}

/// "a bottleneck, or the owner of a bottleneck, of a choke-point or of a thing in a bottleneck's `through`, where
/// neither the person nor that thing has a deputy (oneself is none)". Read as: those in `also` are bottlenecks too; a
/// task that takes its owner from its activity takes the deputies as well.
fn no_deputy(world: &World) -> Vec<Said> {
    let plan = world.plan;
    let mut things = Ids::new();
    for finding in bottleneck(world).into_iter().chain(choke_point(world)) {
        things.extend(finding.item);
        things.extend(finding.also.unwrap_or_default());
        things.extend(finding.through.unwrap_or_default());
    }
    let has_none = |person: &str, others: &[String]| {
        let own = &plan.person(person).expect("a person of the plan").deputies;
        own.iter().chain(others).all(|deputy| deputy == person)
    };
    let mut alone = Ids::new();
    for thing in things {
        if plan.person(&thing).is_some() {
            if has_none(&thing, &[]) {
                alone.insert(thing);
            }
        } else if let Some(item) = plan.item(&thing)
            && let Some(owner) = owner(world, item)
        {
            let mut deputies = item.deputies.clone();
            if item.who.is_none() {
                deputies.extend(
                    activity_of(world, item).map(|activity| activity.deputies.clone()).unwrap_or_default(),
                );
            }
            if has_none(&owner, &deputies) {
                alone.insert(owner);
            }
        }
    }
    let finding = |person: String| (of_factor(&person, "person", "no-deputy", "group"), Vec::new());
    alone.into_iter().map(finding).collect()
}
