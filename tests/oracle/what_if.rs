//! What-if against plain removal: up to three things fail together, and a value is another, as if the file had been
//! changed by hand.

use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestRunner};
use serde_json::Value;
use std::collections::BTreeSet;

use crate::model::{FundedBy, Item, Level, Needs, Pick, Plan, Status};
use crate::standing::{Ids, Unsaid, World};
use crate::write::{self, Written};
use crate::yaml::Dice;
use crate::{answered, random, same};

#[test]
fn what_falls_with_several_things_is_judged_alike() {
    for_random_questions(|case, dice| {
        let failed = some_that_fail(&[&case.plan], dice);
        agree(case, &case.plan, &failed, None)
    });
}

#[test]
fn a_value_that_is_set_is_judged_like_a_changed_file() {
    for_random_questions(|case, dice| {
        let mut plan = case.plan.clone();
        let Some(set) = change(&mut plan, dice) else { return Ok(()) };
        let failed = some_that_fail(&[&case.plan, &plan], dice);
        agree(case, &plan, &failed, Some(&set))
    });
}

fn for_random_questions(compare: impl Fn(&Written, &mut Dice) -> TestCaseResult) {
    let settings = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let bytes = |most: usize| proptest::collection::vec(any::<u8>(), 0..most);
    let cases = (random::plans(14), bytes(300), bytes(24));
    let outcome = TestRunner::new(settings).run(&cases, |(plan, style, question)| {
        let case = write::write(&plan, &mut Dice::new(style));
        compare(&case, &mut Dice::new(question))
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// Up to three things that can fail in all of these plans: what is done or stands in a cycle stands whatever fails.
fn some_that_fail(plans: &[&Plan], dice: &mut Dice) -> Ids {
    let of = |plan: &Plan| -> BTreeSet<String> {
        let world = World::new(plan);
        let can_fail =
            |item: &&Item| !(world.is_in_cycle(item) || world.is_present(item) && world.is_done(item));
        let mut ids: BTreeSet<String> =
            plan.all_items().filter(can_fail).map(|item| item.id.clone()).collect();
        ids.extend(plan.people.iter().map(|person| person.id.clone()));
        ids.extend(plan.organisations.iter().chain(&plan.donors).cloned());
        ids.extend(plan.parties.iter().map(|party| party.id.clone()));
        ids.extend(plan.assumptions.iter().map(|assumption| assumption.id.clone()));
        for choice in &plan.choices {
            ids.insert(choice.id.clone());
            ids.extend(choice.options.iter().map(|option| format!("{}.{option}", choice.id)));
        }
        ids
    };
    let mut all = plans.iter().map(|plan| of(plan));
    let first = all.next().unwrap_or_default();
    let both: Vec<String> =
        all.fold(first, |ids, more| ids.intersection(&more).cloned().collect()).into_iter().collect();
    let count = dice.throw(4);
    (0..count).map(|_| both[dice.throw(both.len())].clone()).collect()
}

/// Compares what is told with what the plain removal from `changed` says.
pub fn agree(case: &Written, changed: &Plan, failed: &Ids, set: Option<&str>) -> TestCaseResult {
    let without = failed.iter().cloned().collect::<Vec<_>>().join(",");
    let mut words = vec!["what-if", "-"];
    if !failed.is_empty() {
        words.extend(["--without", &without]);
    }
    if let Some(set) = set {
        words.extend(["--set", set]);
    }
    if words.len() == 2 {
        return Ok(());
    }
    let told = answered(&words, &case.text)?;
    let what = |field: &str| format!("{field} of {words:?}");
    let (before, after) = (World::new(&case.plan), World::new(changed));
    let expected = Expected { before: &before, after: &after, failed };
    same(case, &what("falls"), &list(&told, "falls"), &expected.falls(Unsaid::AsWritten))?;
    same(case, &what("loss"), &list(&told, "loss"), &expected.loss(Unsaid::AsWritten))?;
    same(case, &what("loss_if_all"), &list(&told, "loss_if_all"), &expected.loss(Unsaid::All))?;
    same(case, &what("stands_again"), &list(&told, "stands_again"), &expected.stands_again())?;
    same(case, &what("joined"), &list(&told, "joined"), &present_only(&after, &before))?;
    same(case, &what("left"), &list(&told, "left"), &present_only(&before, &after))?;
    same(case, &what("failed"), &list(&told, "failed"), failed)?;
    every_fall_has_its_reason(case, &told)
}

/// Each item that falls has a reason, and what is gone in it has failed or falls too.
fn every_fall_has_its_reason(case: &Written, told: &Value) -> TestCaseResult {
    let reasons = told["reasons"].as_array().map_or(&[][..], Vec::as_slice);
    let with_reason: Ids = reasons.iter().filter_map(|one| one["item"].as_str()).map(str::to_owned).collect();
    same(case, "items with reasons", &with_reason, &list(told, "falls"))?;
    for reason in reasons {
        prop_assert!(reason["message"].as_str().is_some_and(|message| message.len() > 5), "{reason}");
    }
    Ok(())
}

struct Expected<'a> {
    before: &'a World<'a>,
    after: &'a World<'a>,
    failed: &'a Ids,
}

impl Expected<'_> {
    /// What stands in one of the plans, and does not once all of it has happened.
    fn falls(&self, unsaid: Unsaid) -> Ids {
        let now = self.after.standing(self.failed, unsaid);
        let stood = |world: &World| world.standing(&Ids::new(), unsaid);
        let all = stood(self.before).union(&stood(self.after)).cloned().collect::<Ids>();
        let is_item = |id: &&String| self.after.plan.item(id).is_some();
        all.difference(&now).filter(is_item).filter(|id| !self.failed.contains(*id)).cloned().collect()
    }

    fn loss(&self, unsaid: Unsaid) -> Ids {
        let results: Ids = self.before.results().union(&self.after.results()).cloned().collect();
        self.falls(unsaid).intersection(&results).cloned().collect()
    }

    /// What is in both plans, and stands only with the change.
    fn stands_again(&self) -> Ids {
        let without = self.before.standing(self.failed, Unsaid::AsWritten);
        let with = self.after.standing(self.failed, Unsaid::AsWritten);
        let is_in_both = |id: &&String| {
            let is_in = |world: &World| world.plan.item(id).is_some_and(|item| world.is_present(item));
            is_in(self.before) && is_in(self.after)
        };
        let again = with.difference(&without).filter(is_in_both);
        again.filter(|id| !self.failed.contains(*id)).cloned().collect()
    }
}

/// Items that are in one plan and not in the other.
fn present_only(one: &World, other: &World) -> Ids {
    let in_other = |id: &str| other.plan.item(id).is_some_and(|item| other.is_present(item));
    let items = one.plan.all_items().filter(|item| one.is_present(item) && !in_other(&item.id));
    items.map(|item| item.id.clone()).collect()
}

fn list(told: &Value, field: &str) -> Ids {
    let ids = told[field].as_array().map_or(&[][..], Vec::as_slice);
    ids.iter().map(|id| id.as_str().unwrap_or("(not a text)").to_owned()).collect()
}

/// Changes one value of a plan; gives it as it is typed, or nothing where the plan has no place for it.
#[allow(clippy::too_many_lines)] // A few lines for each field.
fn change(plan: &mut Plan, dice: &mut Dice) -> Option<String> {
    let pick = |ids: &[String], dice: &mut Dice| -> Option<String> {
        (!ids.is_empty()).then(|| ids[dice.throw(ids.len())].clone())
    };
    let some = |ids: &[String], dice: &mut Dice| -> Vec<String> {
        let count = dice.throw(3).min(ids.len());
        let mut picked: Vec<String> = (0..count).map(|_| ids[dice.throw(ids.len())].clone()).collect();
        picked.dedup();
        picked
    };
    let listed = |ids: &[String]| format!("[{}]", ids.join(", "));
    let ids = |found: &mut dyn Iterator<Item = &String>| found.cloned().collect::<Vec<String>>();
    let people = ids(&mut plan.people.iter().map(|person| &person.id));
    let parties = ids(&mut plan.parties.iter().map(|party| &party.id));
    let assumptions = ids(&mut plan.assumptions.iter().map(|assumption| &assumption.id));
    let of_levels = |plan: &Plan, levels: &dyn Fn(Level) -> bool| {
        ids(&mut plan.all_items().filter(|item| levels(item.level)).map(|item| &item.id))
    };
    let work = of_levels(plan, &|level| level <= Level::Activity);
    let sequence = of_levels(plan, &|level| level <= Level::Objective);
    let below = of_levels(plan, &|level| level < Level::Ambition);
    let all = of_levels(plan, &|_| true);
    let (donors, organisations) = (plan.donors.clone(), plan.organisations.clone());
    Some(match dice.throw(15) {
        0 => {
            let id = pick(&below, dice)?;
            let status = [Status::Planned, Status::Active, Status::Done, Status::Dropped][dice.throw(4)];
            item(plan, &id).status = Some(status);
            format!("{id}.status={}", status.word())
        }
        1 => {
            let id = pick(&of_levels(plan, &|level| level > Level::Task), dice)?;
            let (needs, written) = match dice.throw(5) {
                0 => (Needs::Any, "any".to_owned()),
                1 => (Needs::All, "all".to_owned()),
                count => (Needs::Count(count - 1), (count - 1).to_string()),
            };
            item(plan, &id).needs = Some(needs);
            format!("{id}.needs={written}")
        }
        2 => {
            let (id, who) = (pick(&work, dice)?, pick(&people, dice)?);
            item(plan, &id).who = Some(who.clone());
            format!("{id}.who={who}")
        }
        3 => {
            let (id, deputies) = (pick(&work, dice)?, some(&people, dice));
            item(plan, &id).deputies.clone_from(&deputies);
            format!("{id}.deputy={}", listed(&deputies))
        }
        4 => {
            let (id, deputies) = (pick(&people, dice)?, some(&people, dice));
            let person = plan.people.iter_mut().find(|person| person.id == id)?;
            person.deputies.clone_from(&deputies);
            format!("{id}.deputy={}", listed(&deputies))
        }
        5 => {
            let (id, organisation) = (pick(&people, dice)?, pick(&organisations, dice));
            let person = plan.people.iter_mut().find(|person| person.id == id)?;
            person.organisation.clone_from(&organisation);
            format!("{id}.organisation={}", organisation.unwrap_or_default())
        }
        6 => {
            let (id, person) = (pick(&parties, dice)?, pick(&people, dice)?);
            let trust = ["trusted", "working", "strained"][dice.throw(3)];
            let access = &mut plan.parties.iter_mut().find(|party| party.id == id)?.access;
            match access.iter_mut().find(|(other, _)| *other == person) {
                Some(known) => known.1 = trust,
                None => access.push((person.clone(), trust)),
            }
            format!("{id}.access.{person}={trust}")
        }
        7 => {
            let (id, paid) = (pick(&work, dice)?, some(&donors, dice));
            item(plan, &id).funded_by = (!paid.is_empty()).then(|| FundedBy::Donors(paid.clone()));
            format!("{id}.funded_by={}", listed(&paid))
        }
        8 => {
            let (id, targets) = (pick(&sequence, dice)?, some(&sequence, dice));
            item(plan, &id).depends_on.clone_from(&targets);
            format!("{id}.depends_on={}", listed(&targets))
        }
        9 => {
            let (id, assumed) = (pick(&all, dice)?, some(&assumptions, dice));
            item(plan, &id).assumes.clone_from(&assumed);
            format!("{id}.assumes={}", listed(&assumed))
        }
        10 => {
            let (id, lead) = (pick(&sequence, dice)?, pick(&organisations, dice));
            item(plan, &id).lead.clone_from(&lead);
            format!("{id}.lead={}", lead.unwrap_or_default())
        }
        11 => {
            let choice = dice.throw(plan.choices.len().max(1));
            let choice = plan.choices.get_mut(choice)?;
            let option = pick(&choice.options.clone(), dice)?;
            choice.chosen = Some(option.clone());
            format!("{}.chosen={option}", choice.id)
        }
        12 => {
            let (id, with) = (pick(&work, dice)?, some(&parties, dice));
            item(plan, &id).with.clone_from(&with);
            format!("{id}.with={}", listed(&with))
        }
        13 => {
            let (id, targets) = (pick(&below, dice)?, some(&all, dice));
            item(plan, &id).supports.clone_from(&targets);
            format!("{id}.supports={}", listed(&targets))
        }
        _ => {
            let id = pick(&sequence, dice)?;
            let choice = plan.choices.get(dice.throw(plan.choices.len().max(1)))?.clone();
            let option = pick(&choice.options, dice)?;
            item(plan, &id).only_if = Some(Pick { choice: choice.id.clone(), option: option.clone() });
            format!("{id}.only_if={}.{option}", choice.id)
        }
    })
}

/// The item of this id, which is there.
fn item<'p>(plan: &'p mut Plan, id: &str) -> &'p mut Item {
    if plan.ambition.id == id {
        return &mut plan.ambition;
    }
    plan.items.iter_mut().find(|item| item.id == id).expect("an item of the plan")
}
