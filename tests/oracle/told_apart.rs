//! Plans on which `scf` and the second answer once differed. Random plans meet them too seldom.

use crate::known::{activity, choice, goal, item, names, objective, option, plan, task};
use crate::model::{Item, Level, Plan, Status};
use crate::write;
use crate::yaml::Dice;
use crate::{LINE, LOSS, WAITING, answered, same_findings, same_numbers};

fn agree(plan: &Plan) {
    let case = write::write(plan, &mut Dice::default());
    let outcome = answered(&["check", "-", "--fail-on", "never"], &case.text).and_then(|document| {
        same_findings(&case, &document["plans"][0], &[&LINE[..], &LOSS, &WAITING].concat())?;
        same_numbers(&case, &document["plans"][0])
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

fn inside(holder: &str, item: Item) -> Item {
    Item { nested_in: Some(holder.to_owned()), ..item }
}

#[test]
fn two_links_to_lower_levels_are_one_finding() {
    agree(&plan(vec![item(Level::Goal, "g", &["o", "p"]), objective("o", &[]), objective("p", &[])]));
}

#[test]
fn a_done_result_hangs_on_no_single_thread() {
    let mut plan = plan((0..5).map(|count| objective(&format!("o{count}"), &[])).collect());
    plan.choices = vec![choice("order", &["map", "pact"], None)];
    plan.items[0].only_if = Some(option("order", "map"));
    plan.items[0].status = Some(Status::Done);
    agree(&plan);
}

#[test]
fn a_task_for_which_its_own_activity_waits_does_not_wait_for_itself() {
    let mut items = vec![activity("a", &[])];
    items.extend(["t", "u", "v"].map(|id| inside("a", task(id, &[]))));
    items[0].depends_on = names(&["t"]);
    agree(&plan(items));
}

#[test]
fn an_activity_whose_objective_waits_for_it_does_not_wait_for_itself() {
    let mut items = vec![goal("g"), objective("o", &["g"])];
    items.extend(["a", "b"].map(|id| inside("o", activity(id, &[]))));
    items.push(inside("a", task("t", &[])));
    items.push(task("u", &["g"]));
    items[1].depends_on = names(&["a"]);
    items[5].depends_on = names(&["t"]);
    let mut plan = plan(items);
    plan.settings.choke_min = Some(1);
    agree(&plan);
}

#[test]
fn a_done_objective_without_work_has_its_work() {
    let mut plan = plan(vec![objective("o", &[])]);
    plan.items[0].status = Some(Status::Done);
    agree(&plan);
}

#[test]
fn an_orphan_that_supports_itself_by_way_of_a_dropped_item_is_told() {
    let mut plan = plan(vec![goal("g"), objective("o", &["p"]), objective("p", &["o"])]);
    plan.items[1].status = Some(Status::Dropped);
    agree(&plan);
}

#[test]
fn what_depends_on_a_result_whose_done_work_goes_with_a_choice_falls() {
    let mut items = vec![objective("o", &[]), objective("p", &[])];
    items.push(inside("p", activity("a", &[])));
    items.extend(["b", "c"].map(|id| activity(id, &["o"])));
    items[0].depends_on = names(&["p"]);
    items[2].status = Some(Status::Done);
    let mut plan = plan(items);
    plan.choices = vec![choice("order", &["map"], None)];
    plan.items[2].only_if = Some(option("order", "map"));
    plan.items[3].only_if = Some(option("order", "map"));
    agree(&plan);
}

#[test]
fn an_option_that_fails_leaves_the_other_to_count_alone() {
    let mut items =
        vec![objective("a", &[]), objective("b", &[]), objective("done", &[]), objective("open", &[])];
    items.extend(["t", "u"].map(|id| task(id, &[])));
    items[4].nested_in = Some("a".to_owned());
    items[5].nested_in = Some("open".to_owned());
    items[2].status = Some(Status::Done);
    items[2].only_if = Some(option("order", "map"));
    items[3].only_if = Some(option("order", "pact"));
    let mut plan = plan(items);
    plan.ambition.needs = Some(crate::model::Needs::Count(2));
    plan.choices = vec![choice("order", &["map", "pact"], None)];
    let case = write::write(&plan, &mut Dice::default());
    for failed in [
        &["order.map", "open"][..],
        &["order.map", "u"],
        &["order.map", "a"],
        &["order.pact", "a"],
        &["order"],
    ] {
        let failed = failed.iter().map(|&id| id.to_owned()).collect();
        if let Err(failure) = crate::what_if::agree(&case, &case.plan, &failed, None) {
            panic!("{failure}");
        }
    }
}

#[test]
fn an_activity_that_waits_for_its_own_task_holds_nobody_up_beside_that_task() {
    let mut items = vec![activity("a", &[]), inside("a", task("t", &[]))];
    items.extend(["b", "c", "d"].map(|id| activity(id, &[])));
    items[0].depends_on = names(&["t"]);
    for item in &mut items[2..] {
        item.depends_on = names(&["a"]);
    }
    agree(&plan(items));
}
