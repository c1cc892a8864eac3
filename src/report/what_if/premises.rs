//! What is asked, in words, and as it would be typed.

use crate::plan::Id;
use crate::report::reasons::Reasons;
use crate::report::rows::{clipped, typed};
use crate::report::wording::{Wording, shortened};
use crate::source::masked;
use crate::what_if::WhatIf;

/// Longest value of a field that is told, in characters.
const LONGEST_VALUE: usize = 60;

/// Each thing that is asked, as a clause: `HERON is gone`. What fails is left out where it is told step by step.
pub(super) fn premises(what_if: &WhatIf<'_>, wording: Wording<'_>) -> Vec<String> {
    let plan = &what_if.before.plan;
    let wording = Wording { plan: Some(plan), ..wording };
    let reasons = Reasons::new(plan, wording);
    let question = what_if.question;
    let failed = if what_if.steps.is_empty() { &what_if.failed[..] } else { &[] };
    let mut premises: Vec<String> = failed.iter().map(|&id| fails(&reasons, wording, id)).collect();
    premises.extend(question.all_choices(plan).into_iter().map(|id| {
        let choice = plan.choices[plan.names.get(id).index as usize].id;
        let args = [("item", wording.quoted(id).into()), ("choice", wording.quoted(choice).into())];
        wording.catalogue.say("what-if-premise-chosen", &args)
    }));
    for (number, change) in question.set.iter().enumerate() {
        let is_hidden = change.thing(plan).is_some_and(|id| wording.hides(id));
        let shown = |value: &str| {
            if is_hidden {
                wording.catalogue.say("core-item", &[])
            } else {
                clipped(&shortened(&masked(value), LONGEST_VALUE))
            }
        };
        let before = what_if.set_before.get(number).and_then(Option::as_deref);
        let message = match (change.value().is_empty(), before) {
            (true, _) => "what-if-premise-unset",
            (_, None) => "what-if-premise-add",
            (_, Some(before)) if before == change.value() => "what-if-premise-same",
            (_, Some(_)) => "what-if-premise-set",
        };
        let args = [
            ("field", clipped(&shortened(&change.field(), LONGEST_VALUE)).into()),
            ("value", shown(change.value()).into()),
            ("before", shown(before.unwrap_or_default()).into()),
        ];
        premises.push(wording.catalogue.say(message, &args));
    }
    premises.extend(question.all_delays(plan).into_iter().map(|(id, days)| {
        let args = [("item", reasons.name(id).into()), ("days", days.into())];
        wording.catalogue.say("what-if-premise-delay", &args)
    }));
    premises
}

/// That a thing fails, in the words for its kind.
pub(super) fn fails(reasons: &Reasons<'_>, wording: Wording<'_>, id: Id) -> String {
    let kind = wording.plan.map_or("", |plan| plan.names.get(id).kind.name());
    let args = [("item", reasons.name(id).into()), ("kind", kind.into())];
    wording.catalogue.say("what-if-premise-fails", &args)
}

/// The options of the command that ask this, values that are set left out.
pub(super) fn options(what_if: &WhatIf<'_>) -> String {
    let plan = &what_if.before.plan;
    let question = what_if.question;
    let name = |&id: &Id| plan.names.name(id).to_owned();
    let mut options = Vec::new();
    let mut add = |option: &str, words: Vec<String>| {
        if !words.is_empty() {
            options.push(format!("{option} {}", typed(&words.join(","))));
        }
    };
    add("--without", question.without.iter().map(name).collect());
    add("--scenario", question.scenario.iter().map(name).collect());
    add("--choose", question.choose.iter().map(name).collect());
    add("--delay", question.delays.iter().map(|(id, days)| format!("{}={days}", name(id))).collect());
    options.join(" ")
}
