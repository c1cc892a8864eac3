//! Tracks, organisations, constituencies, and what follows an agreement: the second answer.
//!
//! As in `answer.rs`, the quotes are sentences of the contract.

use crate::answer::{Finding, about, about_plan, of_kind, sorted};
use crate::model::{Item, Level, Party, Plan, Stage};
use crate::standing::{Ids, World, activity_of};

/// The names that this answer knows, each with its severity and the first stage at which it is given.
pub const FINDINGS: [(&str, &str, Stage); 12] = [
    ("no-track-link", "warning", Stage::Plan),
    ("uncoordinated", "advice", Stage::Plan),
    ("no-lead", "advice", Stage::Plan),
    ("open-hand-over", "advice", Stage::Plan),
    ("two-at-one-door", "advice", Stage::Plan),
    ("constituency-ignored", "warning", Stage::Plan),
    ("only-informed", "advice", Stage::Plan),
    ("late-inclusion", "warning", Stage::Plan),
    // "R … from P where withdrawn"
    ("no-consent", "warning", Stage::Plan),
    ("handshake-only", "warning", Stage::Plan),
    ("no-analysis", "advice", Stage::Plan),
    ("no-planning-time", "advice", Stage::Running),
];

/// All of them, whatever the stage, but for those of which the stage decides what is a case.
pub fn findings(world: &World, stage: Stage) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut add = |factor: &str, cases: Vec<Finding>| {
        for case in cases {
            let related = case.related.clone().unwrap_or_default();
            found.push(Finding { factor: factor.to_owned(), related: Some(related), ..case });
        }
    };
    add("tracks", no_track_link(world));
    add("tracks", uncoordinated(world));
    add("tracks", no_lead(world));
    add("tracks", open_hand_over(world));
    add("tracks", two_at_one_door(world));
    add("constituency", constituency_ignored(world));
    add("constituency", only_informed(world));
    add("constituency", late_inclusion(world));
    add("constituency", no_consent(world, stage));
    add("tracks", handshake_only(world));
    add("constituency", no_analysis(world));
    add("planning", no_planning_time(world));
    found
}

fn beside(ids: &Ids, finding: Finding) -> Finding {
    Finding { related: Some(sorted(ids)), ..finding }
}

fn is_work(item: &Item) -> bool {
    matches!(item.level, Level::Activity | Level::Task)
}

fn open_work<'a>(world: &World<'a>) -> Vec<&'a Item> {
    world.open_items().filter(|item| is_work(item)).collect()
}

/// Open or done work that is with somebody.
fn present_work_with<'a>(world: &World<'a>, who: &str) -> Vec<&'a Item> {
    let is_with = |item: &&Item| world.is_present(item) && item.with.iter().any(|other| other == who);
    world.plan.items.iter().filter(is_with).collect()
}

fn open_work_with<'a>(world: &World<'a>, who: &str) -> Vec<&'a Item> {
    present_work_with(world, who).into_iter().filter(|item| world.is_open(item)).collect()
}

/// "open work of kind coordination with it"
fn is_coordinated(world: &World, party: &str) -> bool {
    open_work_with(world, party).iter().any(|item| item.kind == Some("coordination"))
}

/// "`track`: a nested item without it has its holder's"
fn track(world: &World, item: &Item) -> Option<&'static str> {
    item.track.or_else(|| world.holder(item).and_then(|holder| track(world, holder)))
}

/// "A task without it has its activity's."
fn owner<'a>(world: &World<'a>, item: &'a Item) -> Option<&'a String> {
    let lent = || {
        let activity = Some(item).filter(|item| item.level == Level::Task);
        activity.and_then(|task| activity_of(world, task)).and_then(|activity| activity.who.as_ref())
    };
    item.who.as_ref().or_else(lent)
}

fn organisation_of<'a>(plan: &'a Plan, person: &str) -> Option<&'a String> {
    plan.person(person)?.organisation.as_ref()
}

/// "goal or ambition: track 1 or 1.5, open work with a track below, all of it 2 or 3, none of kind coordination".
/// Read as: work of kind coordination is a link whether or not it has a track.
fn no_track_link(world: &World) -> Vec<Finding> {
    let is_official = |track: Option<&str>| matches!(track, Some("1" | "1.5"));
    let lacks = |item: &&Item| {
        let below: Vec<&Item> =
            open_work(world).into_iter().filter(|work| world.is_below(work, item)).collect();
        let tracks: Vec<&str> = below.iter().filter_map(|work| track(world, work)).collect();
        is_official(track(world, item))
            && !tracks.is_empty()
            && tracks.iter().all(|track| matches!(*track, "2" | "3"))
            && !below.iter().any(|work| work.kind == Some("coordination"))
    };
    let tops = world.open_items().filter(|item| item.level >= Level::Goal);
    tops.filter(lacks).map(|item| about(item, "no-track-link")).collect()
}

/// "an `others` entry in contact with a party that open work is with, and no open work of kind coordination with that
/// party"
fn uncoordinated(world: &World) -> Vec<Finding> {
    let mut found = Vec::new();
    for other in &world.plan.others {
        let is_met =
            |party: &&String| !open_work_with(world, party).is_empty() && !is_coordinated(world, party);
        let met: Ids = other.with.iter().filter(is_met).cloned().collect();
        if !met.is_empty() {
            found.push(beside(&met, of_kind(&other.id, "other", "uncoordinated")));
        }
    }
    found
}

/// "an objective or activity with `partners`, or owners below from two organisations, and no `lead`". Read as: owners of
/// open work, its own owner among them.
fn no_lead(world: &World) -> Vec<Finding> {
    let mut found = Vec::new();
    let items = world.open_items().filter(|item| matches!(item.level, Level::Objective | Level::Activity));
    for item in items.filter(|item| item.lead.is_none()) {
        let is_its_work = |work: &&Item| work.id == item.id || world.is_below(work, item);
        let owners: Vec<&String> =
            open_work(world).into_iter().filter(is_its_work).filter_map(|work| owner(world, work)).collect();
        let organisations: Ids =
            owners.into_iter().filter_map(|owner| organisation_of(world.plan, owner)).cloned().collect();
        if !item.partners.is_empty() {
            found.push(beside(&item.partners.iter().cloned().collect(), about(item, "no-lead")));
        } else if organisations.len() >= 2 {
            found.push(beside(&organisations, about(item, "no-lead")));
        }
    }
    found
}

/// "it depends on work whose own `lead` is another than its own, and neither has someone of the other's organisation as
/// owner or in its team". Read as: both leads are written; the work it depends on is an open activity or task; one
/// finding an item.
fn open_hand_over(world: &World) -> Vec<Finding> {
    let has_someone_of = |item: &Item, organisation: &String| {
        let mut people = item.team.iter().chain(owner(world, item));
        people.any(|person| organisation_of(world.plan, person) == Some(organisation))
    };
    let mut found = Vec::new();
    for item in world.open_items() {
        let Some(own) = &item.lead else { continue };
        let is_open = |earlier: &&Item| {
            let Some(other) = &earlier.lead else { return false };
            other != own && !has_someone_of(item, other) && !has_someone_of(earlier, own)
        };
        let depends_on = item.depends_on.iter().filter_map(|id| world.plan.item(id));
        let work = depends_on.filter(|earlier| is_work(earlier) && world.is_open(earlier));
        let open: Ids = work.filter(is_open).map(|earlier| earlier.id.clone()).collect();
        if !open.is_empty() {
            found.push(beside(&open, about(item, "open-hand-over")));
        }
    }
    found
}

/// "open work of two `lead`s is with it, and no open work of kind coordination with it"
fn two_at_one_door(world: &World) -> Vec<Finding> {
    let mut found = Vec::new();
    for party in &world.plan.parties {
        let leads: Ids =
            open_work_with(world, &party.id).into_iter().filter_map(|item| item.lead.clone()).collect();
        if leads.len() >= 2 && !is_coordinated(world, &party.id) {
            found.push(beside(&leads, of_kind(&party.id, "party", "two-at-one-door")));
        }
    }
    found
}

/// "no open or done work is with it"
fn constituency_ignored(world: &World) -> Vec<Finding> {
    let constituencies = world.plan.constituencies.iter();
    let ignored = constituencies.filter(|id| present_work_with(world, id).is_empty());
    ignored.map(|id| of_kind(id, "constituency", "constituency-ignored")).collect()
}

/// "all work with it is of degree `inform`". Read as: open or done work, and there is some.
fn only_informed(world: &World) -> Vec<Finding> {
    let informs = |item: &Item, id: &str| {
        let place = item.with.iter().position(|other| other == id).expect("it is with them");
        item.degrees.as_ref().is_some_and(|degrees| degrees[place] == "inform")
    };
    let is_only_informed = |id: &&String| {
        let work = present_work_with(world, id);
        !work.is_empty() && work.iter().all(|item| informs(item, id))
    };
    let informed = world.plan.constituencies.iter().filter(is_only_informed);
    informed.map(|id| of_kind(id, "constituency", "only-informed")).collect()
}

/// "the first work with it starts after the first item of kind agreement". Read as: of open and done items; agreements
/// without a start are passed over; where some work with them has no start, it may be the first.
fn late_inclusion(world: &World) -> Vec<Finding> {
    let mut first: Option<(&str, &Item)> = None;
    for item in world.plan.items.iter().filter(|item| world.is_present(item)) {
        let Some(start) = item.start.filter(|_| item.kind == Some("agreement")) else { continue };
        if first.is_none_or(|(earliest, _)| start < earliest) {
            first = Some((start, item));
        }
    }
    let Some((agreed, agreement)) = first else { return Vec::new() };
    let mut found = Vec::new();
    for id in &world.plan.constituencies {
        let starts: Option<Vec<&str>> =
            present_work_with(world, id).into_iter().map(|item| item.start).collect();
        if starts.is_some_and(|starts| starts.into_iter().min().is_some_and(|start| start > agreed)) {
            let agreement = Ids::from([agreement.id.clone()]);
            found.push(beside(&agreement, of_kind(id, "constituency", "late-inclusion")));
        }
    }
    found
}

/// "open talks or shuttle work with it, and its consent is not given, or was given more than 180 days ago (dated where
/// only its age is the reason); from P where withdrawn; in a plan that writes consent"
fn no_consent(world: &World, stage: Stage) -> Vec<Finding> {
    let plan = world.plan;
    if plan.parties.iter().all(|party| party.consent.is_none()) {
        return Vec::new();
    }
    let limit = plan.settings.consent_days.map_or(180, |days| i64::try_from(days).expect("a number of days"));
    let is_old = |party: &Party| party.consent_date.is_some_and(|(_, age)| age > limit);
    let mut found = Vec::new();
    for party in &plan.parties {
        let talks = open_work_with(world, &party.id).into_iter();
        let talks: Ids = talks
            .filter(|item| matches!(item.kind, Some("talks" | "shuttle")))
            .map(|item| item.id.clone())
            .collect();
        let is_case = match party.consent {
            Some("withdrawn") => true,
            Some("given") => stage == Stage::Running && is_old(party),
            _ => stage == Stage::Running,
        };
        if is_case && !talks.is_empty() {
            let finding = beside(&talks, of_kind(&party.id, "party", "no-consent"));
            found.push(Finding { dated: Some(party.consent == Some("given")), ..finding });
        }
    }
    found
}

/// "kind agreement, and no follow-up depends on it or on its holder, directly or not". Read as: a follow-up may be open
/// or done; what it depends on, and what that depends on, over present items.
fn handshake_only(world: &World) -> Vec<Finding> {
    let depends_on = |item: &Item, target: &Item| {
        let mut met = Ids::new();
        let mut next = vec![item];
        while let Some(item) = next.pop() {
            let targets = item.depends_on.iter().filter_map(|id| world.plan.item(id));
            for other in targets.filter(|other| world.is_present(other)) {
                if met.insert(other.id.clone()) {
                    next.push(other);
                }
            }
        }
        met.contains(&target.id)
    };
    let is_followed = |agreement: &Item| {
        let mut follow_ups =
            world.plan.items.iter().filter(|item| world.is_present(item) && item.kind == Some("follow-up"));
        follow_ups.any(|item| {
            depends_on(item, agreement)
                || world.holder(agreement).is_some_and(|holder| depends_on(item, holder))
        })
    };
    let agreements = open_work(world).into_iter().filter(|item| item.kind == Some("agreement"));
    agreements.filter(|item| !is_followed(item)).map(|item| about(item, "handshake-only")).collect()
}

/// "open contact, shuttle or talks work, and no analysis, open or done"
fn no_analysis(world: &World) -> Vec<Finding> {
    let talks = |item: &&Item| matches!(item.kind, Some("contact" | "shuttle" | "talks"));
    let analyses = |item: &Item| world.is_present(item) && item.kind == Some("analysis");
    let lacks = open_work(world).iter().any(talks) && !world.plan.items.iter().any(analyses);
    if lacks { vec![about_plan("no-analysis")] } else { Vec::new() }
}

/// "some open work has a `kind`, and none is planning". Read as: no open work.
fn no_planning_time(world: &World) -> Vec<Finding> {
    let kinds: Vec<&str> = open_work(world).iter().filter_map(|item| item.kind).collect();
    let lacks = !kinds.is_empty() && !kinds.contains(&"planning");
    if lacks { vec![about_plan("no-planning-time")] } else { Vec::new() }
}
