//! A scenario, told step by step.

use super::premises;
use super::text::Told;
use crate::plan::Level;
use crate::report::layout::STRONG;
use crate::report::rows::{Line, clipped};
use crate::what_if::{Step, Thing, WhatIf};

/// What the plan says of an event.
pub(super) fn said<'a>(what_if: &WhatIf<'a>, step: &Step<'_>) -> Option<&'a str> {
    let plan = &what_if.before.plan;
    let scenario = &plan.scenarios[plan.names.get(what_if.question.scenario?).index as usize];
    scenario.events.get(step.event?)?.say.as_ref().map(|say| &*say.value)
}

impl<'a> Told<'a> {
    /// Each step: what happens, what falls then, and how many results are left.
    pub(super) fn steps(&mut self) {
        let what_if = self.what_if;
        for step in &what_if.steps {
            self.lines.push(Line::Blank);
            self.step(step);
        }
    }

    fn step(&mut self, step: &'a Step<'a>) {
        let day = match step.on {
            Some(day) => day.to_string(),
            None if step.event.is_none() => self.say("what-if-beginning", &[]),
            None => self.say("what-if-no-day", &[]),
        };
        self.lines.push(Line::Written(format!("{STRONG}{day}{STRONG:#}")));
        if let Some(said) = said(self.what_if, step) {
            let is_hidden = self.what_if.question.scenario.is_some_and(|id| self.before.wording.hides(id));
            let text = if is_hidden { self.say("core-item", &[]) } else { clipped(said) };
            self.text(2, text);
        }
        for &id in &step.failed {
            let clause = premises::fails(&self.before.reasons, self.before.wording, id);
            let sentence = self.say("what-if-sentence", &[("clause", clause.into())]);
            self.text(2, capital_first(&sentence));
        }
        let is_told = |thing: &&Thing| {
            step.loss.binary_search(thing).is_err() && self.what_if.left.binary_search(thing).is_err()
        };
        let others: Vec<Thing> = step.falls.iter().filter(is_told).copied().collect();
        let args = [("loss", step.loss.len().into()), ("others", others.len().into())];
        let text = self.say("what-if-step-falls", &args);
        self.text(2, text);
        self.fallen(&step.loss, &step.state.failure, 4);
        let (work, above): (Vec<Thing>, Vec<Thing>) =
            others.into_iter().partition(|&thing| self.item(thing).level >= Level::Activity);
        for (list, heading) in [(work, "what-if-step-work"), (above, "what-if-above")] {
            if list.is_empty() {
                continue;
            }
            if !step.loss.is_empty() || heading == "what-if-above" {
                let text = self.before.wording.catalogue.say(heading, &[]);
                self.text(2, text);
            }
            self.fallen(&list, &step.state.failure, 4);
        }
        if !step.falls.is_empty() {
            let text = self.left_standing(step.state.standing.len());
            self.text(2, text);
        }
    }
}

/// A sentence that begins with a capital: only our own words and articles are small there.
pub(super) fn capital_first(sentence: &str) -> String {
    for small in ["the ", "nothing ", "nobody ", "none ", "no more ", "all work "] {
        if let Some(rest) = sentence.strip_prefix(small) {
            let (first, more) = small.split_at(1);
            return first.to_uppercase() + more + rest;
        }
    }
    sentence.to_owned()
}
