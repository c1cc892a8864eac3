//! Tiny plans whose answers are plain to see: the oracle is tested too.

use crate::answer::{self, Finding, LineOfSight};
use crate::cycles;
use crate::model::{
    Assumption, Choice, FundedBy, Item, Level, Needs, Party, Person, Pick, Plan, Settings, Stage, Status,
};
use crate::standing::{Ids, Unsaid, World, closed_options};
use crate::write;
use crate::yaml::Dice;

/// An item that supports others; a change may follow.
pub fn item(level: Level, id: &str, supports: &[&str]) -> Item {
    Item { supports: names(supports), ..Item::new(id, level) }
}

pub fn goal(id: &str) -> Item {
    item(Level::Goal, id, &[])
}

pub fn objective(id: &str, supports: &[&str]) -> Item {
    item(Level::Objective, id, supports)
}

pub fn activity(id: &str, supports: &[&str]) -> Item {
    item(Level::Activity, id, supports)
}

pub fn task(id: &str, supports: &[&str]) -> Item {
    item(Level::Task, id, supports)
}

pub fn names(ids: &[&str]) -> Vec<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

fn set(ids: &[&str]) -> Ids {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

pub fn plan(items: Vec<Item>) -> Plan {
    Plan { stage: Some(Stage::Plan), items, ..Plan::default() }
}

fn person(id: &str, organisation: Option<&str>) -> Person {
    Person { id: id.to_owned(), organisation: organisation.map(str::to_owned), deputies: Vec::new() }
}

pub fn choice(id: &str, options: &[&str], chosen: Option<&str>) -> Choice {
    Choice {
        id: id.to_owned(),
        options: names(options),
        chosen: chosen.map(str::to_owned),
        ..Choice::default()
    }
}

pub fn option(choice: &str, option: &str) -> Pick {
    Pick { choice: choice.to_owned(), option: option.to_owned() }
}

fn falls(plan: &Plan, failed: &[&str]) -> Ids {
    World::new(plan).falls(&set(failed), Unsaid::AsWritten)
}

fn found(plan: &Plan, name: &str) -> Vec<Finding> {
    answer::findings(plan).into_iter().filter(|finding| finding.name == name).collect()
}

fn items_of(plan: &Plan, name: &str) -> Vec<String> {
    found(plan, name).into_iter().map(|finding| finding.item.unwrap_or_else(|| "(plan)".to_owned())).collect()
}

#[test]
fn an_ambition_alone_is_unsupported() {
    let plan = plan(vec![]);
    assert_eq!(items_of(&plan, "unsupported"), ["ambition"]);
    assert_eq!(World::new(&plan).results(), set(&["ambition"]));
}

#[test]
fn one_task_carries_all_that_stands_on_it() {
    let plan = plan(vec![goal("g"), objective("o", &["g"]), activity("a", &["o"]), task("t", &["a"])]);
    assert_eq!(falls(&plan, &["t"]), set(&["a", "o", "g", "ambition"]));
    assert_eq!(World::new(&plan).loss(&set(&["t"])), set(&["o"]));
    assert_eq!(answer::counts(&plan), [1, 1, 1, 1]);
    let line = LineOfSight { tasks: 1, tasks_reaching: 1, objectives: 1, objectives_supported: 1 };
    assert_eq!(answer::line_of_sight(&plan), line);
}

#[test]
fn any_one_of_two_activities_is_enough_unless_all_are_needed() {
    let mut plan = plan(vec![objective("o", &[]), activity("a", &["o"]), activity("b", &["o"])]);
    assert_eq!(falls(&plan, &["a"]), set(&[]));
    assert_eq!(World::new(&plan).loss_if_all(&set(&["a"])), set(&["o"]));
    assert_eq!(items_of(&plan, "needs-unsaid"), ["(plan)"]);
    plan.items[0].needs = Some(Needs::All);
    assert_eq!(falls(&plan, &["a"]), set(&["o", "ambition"]));
    assert_eq!(items_of(&plan, "needs-unsaid"), [""; 0]);
}

#[test]
fn a_done_member_lowers_the_number_that_is_needed() {
    let mut items =
        vec![objective("o", &[]), activity("a", &["o"]), activity("b", &["o"]), activity("c", &["o"])];
    items[0].needs = Some(Needs::Count(2));
    items[1].status = Some(Status::Done);
    let plan = plan(items);
    assert_eq!(falls(&plan, &["b"]), set(&[]));
    assert_eq!(falls(&plan, &["b", "c"]), set(&["o", "ambition"]));
}

#[test]
fn what_is_nested_in_a_dropped_item_is_absent_and_in_a_done_one_is_done() {
    let inside = |holder: &str, id: &str| Item { nested_in: Some(holder.to_owned()), ..task(id, &[]) };
    let mut items = vec![objective("o", &[]), activity("a", &["o"]), inside("a", "t"), activity("b", &["o"])];
    items.push(inside("b", "u"));
    items[1].status = Some(Status::Dropped);
    items[3].status = Some(Status::Done);
    let plan = plan(items);
    let world = World::new(&plan);
    let item = |id: &str| plan.item(id).expect("an item of the plan");
    assert!(world.is_absent(item("t"), &set(&[])));
    assert!(world.is_done(item("u")) && !world.is_open(item("u")));
    assert_eq!(answer::line_of_sight(&plan).tasks, 1);
}

#[test]
fn a_deputy_takes_over_and_an_organisation_takes_its_people_along() {
    let mut a = activity("a", &[]);
    a.who = Some("heron".to_owned());
    let mut plan = plan(vec![a]);
    plan.people = vec![person("heron", Some("net")), person("teal", None)];
    plan.organisations = names(&["net"]);
    assert_eq!(falls(&plan, &["heron"]), set(&["a", "ambition"]));
    assert_eq!(falls(&plan, &["net"]), set(&["a", "ambition"]));
    // The organisation loses no more than its one person: the person alone is told.
    assert_eq!(items_of(&plan, "bottleneck"), ["heron"]);
    plan.people[0].deputies = names(&["teal"]);
    assert_eq!(falls(&plan, &["heron"]), set(&[]));
    assert_eq!(falls(&plan, &["heron", "teal"]), set(&["a", "ambition"]));
}

#[test]
fn a_task_without_who_has_its_activitys() {
    let mut plan = plan(vec![activity("a", &[]), task("t", &["a"])]);
    plan.people = vec![person("heron", None)];
    plan.items[0].who = Some("heron".to_owned());
    assert_eq!(falls(&plan, &["heron"]), set(&["t", "a", "ambition"]));
}

#[test]
fn money_is_enough_at_eighty_percent() {
    let mut a = activity("a", &[]);
    a.cost = Some(100);
    a.funded_by = Some(FundedBy::Amounts(vec![("alder".to_owned(), 80), ("birch".to_owned(), 20)]));
    let mut plan = plan(vec![a]);
    plan.donors = names(&["alder", "birch"]);
    assert_eq!(falls(&plan, &["birch"]), set(&[]));
    assert_eq!(falls(&plan, &["alder"]), set(&["a", "ambition"]));
    plan.items[0].funded_by = Some(FundedBy::Donors(names(&["alder", "birch"])));
    assert_eq!(falls(&plan, &["alder"]), set(&[]));
}

#[test]
fn a_party_is_reached_by_those_it_trusts() {
    let mut a = activity("a", &[]);
    a.with = names(&["camp"]);
    let mut plan = plan(vec![a]);
    plan.people = vec![person("heron", None), person("teal", None)];
    let access = vec![("heron".to_owned(), "trusted"), ("teal".to_owned(), "strained")];
    plan.parties = vec![Party { id: "camp".to_owned(), access, consent: None, consent_date: None }];
    assert_eq!(falls(&plan, &["camp"]), set(&["a", "ambition"]));
    assert_eq!(falls(&plan, &["heron"]), set(&["a", "ambition"]));
    assert_eq!(falls(&plan, &["teal"]), set(&[]));
    // Talks always need the party: it is never reported.
    assert_eq!(items_of(&plan, "bottleneck"), ["heron"]);
}

#[test]
fn an_option_that_no_scheme_allows_is_closed() {
    let mut order = choice("order", &["map", "pact"], None);
    order.excludes = vec![("map".to_owned(), option("chair", "rangers"))];
    let mut chair = activity("a", &[]);
    chair.only_if = Some(option("order", "map"));
    let mut plan = plan(vec![chair]);
    plan.choices = vec![order, choice("chair", &["rangers"], Some("rangers"))];
    assert_eq!(closed_options(&plan), [option("order", "map")].into());
    assert!(!World::new(&plan).is_present(&plan.items[0]));
}

#[test]
fn two_ways_of_one_choice_are_one_member_and_fall_with_it() {
    let mut items =
        vec![objective("o", &[]), activity("a", &["o"]), activity("b", &["o"]), activity("c", &["o"])];
    items[0].needs = Some(Needs::All);
    items[1].only_if = Some(option("order", "map"));
    items[2].only_if = Some(option("order", "pact"));
    let mut plan = plan(items);
    plan.choices = vec![choice("order", &["map", "pact"], None)];
    assert_eq!(falls(&plan, &["a"]), set(&[]));
    assert_eq!(falls(&plan, &["a", "b"]), set(&["o", "ambition"]));
    // When the choice fails both are absent, and the third is all that is needed.
    assert_eq!(falls(&plan, &["order"]), set(&["a", "b"]));
}

#[test]
fn the_shortest_cycle_is_told_from_its_smallest_id() {
    let mut items: Vec<Item> = ["d", "c", "b", "a"].map(|id| activity(id, &[])).into();
    // d on c, c on b, b on d; b on a, a on d.
    for (place, others) in [(0, vec!["c"]), (1, vec!["b"]), (2, vec!["d", "a"]), (3, vec!["d"])] {
        items[place].depends_on = names(&others);
    }
    let plan = plan(items);
    let world = World::new(&plan);
    assert_eq!(world.cycles, [set(&["a", "b", "c", "d"])]);
    assert_eq!(cycles::path(&world, &world.cycles[0]), ["b", "d", "c"]);
    assert_eq!(items_of(&plan, "cycle"), ["b"]);
    assert_eq!(falls(&plan, &["a"]), set(&[]));
}

#[test]
fn an_orphaned_branch_is_told_at_its_top() {
    let mut plan = plan(vec![goal("g"), objective("o", &["g"]), activity("a", &[]), task("t", &["a"])]);
    let orphans = found(&plan, "orphan");
    assert_eq!(orphans.len(), 1);
    assert_eq!((orphans[0].item.as_deref(), orphans[0].branch), (Some("a"), Some(1)));
    assert_eq!(items_of(&plan, "unsupported"), ["o"]);
    // A dropped item on the way up is a way up all the same.
    plan.items[2].supports = names(&["o"]);
    plan.items[1].status = Some(Status::Dropped);
    assert_eq!(items_of(&plan, "orphan"), [""; 0]);
    assert_eq!(items_of(&plan, "leans-on-dropped"), ["a"]);
}

#[test]
fn an_orphan_that_supports_itself_by_way_of_a_dropped_item_is_its_own_top() {
    let mut plan = plan(vec![goal("g"), objective("o", &["p"]), objective("p", &["o"])]);
    plan.items[1].status = Some(Status::Dropped);
    assert_eq!(items_of(&plan, "orphan"), ["p"]);
    assert_eq!(items_of(&plan, "cycle"), [""; 0]);
}

#[test]
fn the_cause_is_told_and_not_the_victim() {
    let mut items = vec![objective("o", &[]), objective("p", &[]), activity("a", &["o", "p"])];
    items[2].who = Some("heron".to_owned());
    let mut plan = plan(items);
    plan.people = vec![person("heron", None)];
    plan.assumptions = vec![Assumption { id: "rains".to_owned(), holds: None }];
    plan.items[2].assumes = names(&["rains"]);
    let told = found(&plan, "bottleneck");
    let short: Vec<_> =
        told.iter().map(|finding| (finding.item.as_deref(), finding.through.clone())).collect();
    assert_eq!(short, [(Some("heron"), Some(names(&["a"]))), (Some("rains"), Some(names(&["a"])))]);
    assert_eq!(told[0].loss, Some(names(&["o", "p"])));
    plan.assumptions[0].holds = Some("no");
    assert_eq!(items_of(&plan, "bottleneck"), ["heron"]);
}

#[test]
fn twins_are_one_finding() {
    let mut items = vec![objective("o", &[]), objective("p", &[]), activity("a", &["o", "p"])];
    items[2].assumes = names(&["z", "y"]);
    let mut plan = plan(items);
    plan.assumptions = ["z", "y"].map(|id| Assumption { id: id.to_owned(), holds: None }).into();
    let told = found(&plan, "bottleneck");
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].item.as_deref(), told[0].also.clone()), (Some("z"), Some(names(&["y"]))));
}

#[test]
fn a_result_on_one_person_hangs_on_a_single_thread() {
    let mut items: Vec<Item> = (1..=4).map(|count| objective(&format!("o{count}"), &[])).collect();
    items.extend((1..=4).map(|count| activity(&format!("a{count}"), &[&format!("o{count}")])));
    items[4].who = Some("heron".to_owned());
    let mut plan = plan(items);
    plan.people = vec![person("heron", None)];
    let told = found(&plan, "single-thread");
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].item.as_deref(), told[0].through.clone()), (Some("o1"), Some(names(&["heron"]))));
    plan.stage = Some(Stage::Sketch);
    assert_eq!(items_of(&plan, "single-thread"), [""; 0]);
}

#[test]
fn many_wait_for_the_first_of_a_chain() {
    let mut items: Vec<Item> = (0..5).map(|count| task(&format!("t{count}"), &[])).collect();
    for (before, item) in items.iter_mut().skip(1).enumerate() {
        item.depends_on = vec![format!("t{before}")];
    }
    let told = found(&plan(items), "choke-point");
    // Four wait for t0, three for t1, which waits for t0 itself.
    assert_eq!(told.len(), 1);
    assert_eq!((told[0].item.as_deref(), told[0].waiting_count), (Some("t0"), Some(4)));
}

#[test]
fn a_task_for_which_its_own_activity_waits_holds_up_the_tasks_beside_it() {
    let inside = |id: &str| Item { nested_in: Some("a".to_owned()), ..task(id, &[]) };
    let mut items = vec![activity("a", &[]), inside("t"), inside("u"), inside("v")];
    items[0].depends_on = names(&["t"]);
    let told = found(&plan(items), "choke-point");
    assert_eq!(told.len(), 1);
    assert_eq!(
        (told[0].item.as_deref(), told[0].waiting.clone()),
        (Some("t"), Some(names(&["a", "u", "v"])))
    );
}

#[test]
fn levels_that_are_empty_are_no_skip() {
    let mut plan = plan(vec![goal("g"), activity("a", &["g"])]);
    assert_eq!(items_of(&plan, "level-skip"), [""; 0]);
    plan.items.push(objective("o", &["g"]));
    assert_eq!(items_of(&plan, "level-skip"), ["a"]);
    plan.items[1].kind = Some("care");
    assert_eq!(items_of(&plan, "level-skip"), [""; 0]);
}

#[test]
fn what_supports_something_lower_is_upside_down() {
    let plan = plan(vec![objective("o", &["a"]), activity("a", &["o"])]);
    assert_eq!(items_of(&plan, "upside-down"), ["o"]);
    // The link gives no edge, so it is no cycle, and the objective leads nowhere.
    assert_eq!(items_of(&plan, "cycle"), [""; 0]);
    assert_eq!(items_of(&plan, "orphan"), ["o"]);
}

#[test]
fn only_what_was_begun_elsewhere_is_asked_for() {
    let mut plan =
        plan(vec![objective("o", &[]), objective("p", &[]), activity("a", &["o"]), activity("b", &["p"])]);
    assert_eq!(items_of(&plan, "no-because"), ["o", "p"]);
    assert_eq!(items_of(&plan, "no-sign"), [""; 0]);
    assert_eq!(items_of(&plan, "no-tasks"), [""; 0]);
    plan.items[0].signs = true;
    plan.items.push(task("t", &["b"]));
    assert_eq!(items_of(&plan, "no-sign"), ["p"]);
    assert_eq!(items_of(&plan, "no-tasks"), ["a"]);
}

#[test]
fn more_than_the_set_number_is_crowded() {
    let mut plan = plan(vec![goal("g"), goal("h"), objective("o", &["g"]), activity("a", &["o"])]);
    assert_eq!(items_of(&plan, "crowded"), [""; 0]);
    plan.settings = Settings { crowded_goals: Some(1), crowded_activities: Some(0), ..Settings::default() };
    assert_eq!(items_of(&plan, "crowded"), ["(plan)", "o"]);
}

#[test]
fn the_stage_is_worked_out_where_it_is_not_said() {
    let mut plan = Plan { items: vec![activity("a", &[])], ..Plan::default() };
    assert_eq!(answer::stage(&plan), Stage::Sketch);
    plan.donors = names(&["alder"]);
    assert_eq!(answer::stage(&plan), Stage::Plan);
    plan.items[0].status = Some(Status::Active);
    assert_eq!(answer::stage(&plan), Stage::Running);
}

#[test]
fn the_plainest_style_is_a_plain_file() {
    let mut plan = plan(vec![objective("o", &[]), activity("a", &["o"])]);
    plan.items[1].nested_in = Some("o".to_owned());
    plan.items[1].supports = Vec::new();
    let written = write::write(&plan, &mut Dice::default());
    let expected = "ambition: Title of ambition\nstage: plan\nobjectives:\n  o:\n    activities:\n      \
                    a: Title of a\n    title: Title of o\n";
    assert_eq!(written.text, expected);
}
