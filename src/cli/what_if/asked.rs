//! What the options of `scf what-if` ask.

use super::Args;
use crate::check::Whole;
use crate::cli::{Shared, named};
use crate::lang::{escaped, shown};
use crate::plan::{Change, Id, Kind, Plan};
use crate::report::rows::typed;
use crate::what_if::Question;

/// Nobody waits longer than a hundred years; and days behind the year 9999 cannot be told.
const MOST_DAYS: u32 = 36_525;

/// What is asked; nothing, and complaints about every word that means nothing, where there is one.
pub(super) fn question(args: &Args, without: &[&str], whole: &Whole, shared: &Shared) -> Option<Question> {
    let (plan, path) = (&whole.plan, &*whole.source.path);
    let mut all_known = true;
    let mut know = |known: bool| all_known &= known;
    let mut question = Question::default();
    for word in without.iter().filter(|word| !word.trim().is_empty()) {
        let id = failing(plan, word, path, shared);
        know(id.is_some());
        question.without.extend(id);
    }
    for word in &args.choose {
        let id = named::option(plan, word, path, shared);
        know(id.is_some());
        question.choose.extend(id);
    }
    let choice = |option: &Id| plan.names.get(*option).index;
    for (at, option) in question.choose.iter().enumerate() {
        let other =
            question.choose[..at].iter().find(|other| choice(other) == choice(option) && *other != option);
        if let Some(other) = other {
            let args = [
                ("one", plan.names.name(*other).to_owned().into()),
                ("other", plan.names.name(*option).to_owned().into()),
            ];
            shared.complain(&shared.say("what-if-two-of-one", &args));
            know(false);
        }
    }
    for word in &args.delay {
        let delay = delay(plan, word, path, shared);
        know(delay.is_some());
        question.delays.extend(delay);
    }
    if let Some(word) = &args.scenario {
        question.scenario = scenario(plan, word, path, shared);
        know(question.scenario.is_some());
    }
    for words in &args.set {
        match Change::parse(words) {
            Ok(change) => question.set.push(change),
            Err(obstacle) => {
                super::refused::complain_of(words, &[obstacle], whole, shared);
                know(false);
            }
        }
    }
    if all_known && question.is_empty() {
        shared.complain(&examples(whole, shared));
        return None;
    }
    all_known.then_some(question)
}

/// What is to fail.
fn failing(plan: &Plan, word: &str, path: &str, shared: &Shared) -> Option<Id> {
    let id = named::thing(plan, word, path, shared)?;
    if plan.names.get(id).kind == Kind::Scenario {
        let id = plan.names.name(id).to_owned();
        shared.complain(&shared.say("what-if-is-scenario", &[("id", id.into())]));
        return None;
    }
    Some(id)
}

fn scenario(plan: &Plan, word: &str, path: &str, shared: &Shared) -> Option<Id> {
    let is_known = plan.names.find(word.trim()).is_some();
    let id = if is_known || !plan.scenarios.is_empty() {
        named::thing(plan, word, path, shared)?
    } else {
        shared.complain(&shared.say("what-if-no-scenarios", &[]));
        return None;
    };
    if plan.names.get(id).kind == Kind::Scenario {
        return Some(id);
    }
    let mut said = shared.say("what-if-no-scenario", &[("id", plan.names.name(id).to_owned().into())]);
    let names: Vec<&str> = plan.scenarios.iter().map(|scenario| plan.names.name(scenario.id)).collect();
    let more = if names.is_empty() {
        shared.say("what-if-no-scenarios", &[])
    } else {
        shared.say("what-if-scenarios-are", &[("ids", names.join(", ").into())])
    };
    said = format!("{said} {more}");
    shared.complain(&said);
    None
}

/// `ID=DAYS`.
fn delay(plan: &Plan, word: &str, path: &str, shared: &Shared) -> Option<(Id, u32)> {
    let (id, days) = word.split_once('=').unwrap_or((word, ""));
    let days: Option<u32> = days.trim().parse().ok().filter(|days| (1..=MOST_DAYS).contains(days));
    let named = named::thing(plan, id, path, shared)?;
    if days.is_none() {
        let example = plan.names.name(named).to_owned();
        let args = [("word", shown(word).into_owned().into()), ("example", example.into())];
        shared.complain(&shared.say("what-if-delay-wrong", &args));
    }
    Some((named, days?))
}

/// What one can ask of this plan.
fn examples(whole: &Whole, shared: &Shared) -> String {
    let plan = &whole.plan;
    let path = typed(&whole.source.path);
    let mut said = shared.say("what-if-nothing-asked", &[]);
    let somebody = plan.people.first().map(|person| person.id);
    let somebody = somebody.or_else(|| plan.items.iter().skip(1).map(|item| item.id).next_back());
    if let Some(id) = somebody {
        said = format!("{said}\n  scf what-if {path} --without {}", plan.names.name(id));
    }
    if !plan.scenarios.is_empty() {
        said = format!("{said}\n{}", shared.say("what-if-scenarios", &[]));
    }
    for scenario in plan.scenarios.iter().take(10) {
        said = format!("{said}\n  scf what-if {path} --scenario {}", plan.names.name(scenario.id));
    }
    escaped_lines(&said)
}

fn escaped_lines(text: &str) -> String {
    text.lines().map(|line| escaped(line).into_owned()).collect::<Vec<_>>().join("\n")
}
