//! What if, on a screen: what is asked, what falls and why, what stands again, what still stands.

use super::premises;
use super::steps::capital_first;
use crate::graph::{Failure, Need};
use crate::lang::FluentValue;
use crate::plan::{Id, Item, Level};
use crate::report::Detail;
use crate::report::reasons::{Reasons, Said};
use crate::report::rows::{Line, Row, clipped, write_lines};
use crate::report::show::state;
use crate::report::wording::Wording;
use crate::what_if::{Thing, WhatIf};
use std::collections::HashSet;

/// Rows of a list that are told before the rest is only counted.
const MOST: usize = 10;
/// Ids that are told in a sentence.
const MOST_IDS: usize = 6;
/// Reasons under one title.
const MOST_REASONS: usize = 2;

/// The answer for a screen of this width. `wording` is that of the plan as it is.
#[must_use]
pub fn text(what_if: &WhatIf<'_>, wording: Wording<'_>, amount: Detail, width: usize) -> String {
    let of = |plan| {
        let wording = Wording { plan: Some(plan), ..wording };
        OfPlan { wording, reasons: Reasons::new(plan, wording) }
    };
    let (before, after) = (of(&what_if.before.plan), of(&what_if.after.plan));
    let mut told = Told { what_if, before, after, amount, lines: Vec::new() };
    told.head();
    if amount == Detail::Brief {
        told.loss_line();
        told.rows(&what_if.state.loss, 2);
    } else {
        told.everything();
    }
    let mut out = String::new();
    write_lines(&mut out, &told.lines, width);
    out
}

/// What is needed to put one of the two plans into words.
pub(super) struct OfPlan<'a> {
    pub(super) wording: Wording<'a>,
    pub(super) reasons: Reasons<'a>,
}

pub(super) struct Told<'a> {
    pub(super) what_if: &'a WhatIf<'a>,
    pub(super) before: OfPlan<'a>,
    pub(super) after: OfPlan<'a>,
    amount: Detail,
    pub(super) lines: Vec<Line<'a>>,
}

impl<'a> Told<'a> {
    pub(super) fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.before.wording.catalogue.say(id, args)
    }

    pub(super) fn text(&mut self, indent: usize, text: String) {
        self.lines.push(Line::Text { first: " ".repeat(indent), text });
    }

    pub(super) fn heading(&mut self, text: String) {
        self.lines.push(Line::Blank);
        self.lines.push(Line::Heading(text));
    }

    /// The plan's title and what is asked.
    fn head(&mut self) {
        let what_if = self.what_if;
        self.lines.push(Line::Heading(clipped(what_if.before.title())));
        if let Some(scenario) = what_if.question.scenario {
            let title = self.before.wording.unescaped_title(scenario);
            let title = clipped(&title);
            let text = self.say("what-if-scenario", &[("title", title.into())]);
            self.text(0, text);
        }
        let premises = premises::premises(what_if, self.before.wording);
        match &premises[..] {
            [] => {}
            [premise] => {
                let text = self.say("what-if-question", &[("premise", premise.clone().into())]);
                self.text(0, text);
            }
            several => {
                let text = self.say("what-if-questions", &[]);
                self.text(0, text);
                for premise in several {
                    let sentence = self.say("what-if-sentence", &[("clause", premise.clone().into())]);
                    self.lines.push(Line::Text { first: "  - ".to_owned(), text: capital_first(&sentence) });
                }
            }
        }
        self.notes();
    }

    fn everything(&mut self) {
        let what_if = self.what_if;
        if !what_if.steps.is_empty() {
            self.steps();
        } else if what_if.is_changed() || !what_if.failed.is_empty() {
            self.falls();
        }
        self.gained();
        self.delays();
        self.standing();
        self.foot();
    }

    /// How many results fall.
    fn loss_line(&mut self) {
        let what_if = self.what_if;
        let args = [
            ("loss", what_if.state.loss.len().into()),
            ("results", (self.results() - what_if.failed_results()).into()),
            ("others", if what_if.failed_results() > 0 { "yes" } else { "no" }.into()),
            ("unchanged", what_if.loss_unchanged.unwrap_or(0).into()),
        ];
        let message = if what_if.loss_unchanged.is_some() { "what-if-loss-changed" } else { "what-if-loss" };
        let text = self.say(message, &args);
        self.heading(text);
    }

    /// Results that could fall or fail: those that stand in one of the plans.
    fn results(&self) -> usize {
        let state = &self.what_if.state;
        state.standing.len() + state.loss.len() + self.what_if.failed_results()
    }

    fn falls(&mut self) {
        let what_if = self.what_if;
        self.loss_line();
        let failure = &what_if.state.failure;
        self.fallen(&what_if.state.loss, failure, 2);
        let is_told: HashSet<Thing> = what_if.state.loss.iter().chain(&what_if.left).copied().collect();
        let others: Vec<Thing> =
            what_if.state.falls.iter().copied().filter(|thing| !is_told.contains(thing)).collect();
        let (work, above): (Vec<Thing>, Vec<Thing>) =
            others.into_iter().partition(|&thing| self.item(thing).level >= Level::Activity);
        if !work.is_empty() {
            let text = self.say("what-if-work", &[("count", work.len().into())]);
            self.heading(text);
            self.fallen(&work, failure, 2);
        }
        if !above.is_empty() {
            let text = self.say("what-if-above", &[]);
            self.heading(text);
            self.fallen(&above, failure, 2);
        }
        let people = failure.people();
        if !people.is_empty() {
            let with: Vec<Id> = self.after.reasons.organisations_of(&people, failure);
            let args = [
                ("people", self.after.reasons.list(&people).into()),
                ("count", people.len().into()),
                ("with", self.after.reasons.list(&with).into()),
            ];
            let text = capital_first(&self.say("what-if-people", &args));
            self.lines.push(Line::Blank);
            self.text(0, text);
        }
        self.if_all();
    }

    /// What falls besides where all that leads to a result is needed.
    fn if_all(&mut self) {
        let state = &self.what_if.state;
        let more: Vec<Thing> = state
            .loss_if_all
            .iter()
            .copied()
            .filter(|thing| state.loss.binary_search(thing).is_err())
            .collect();
        if more.is_empty() {
            return;
        }
        let mut ids =
            more.iter().take(MOST_IDS).map(|&thing| self.what_if.name(thing)).collect::<Vec<_>>().join(", ");
        if more.len() > MOST_IDS {
            let args = [("ids", ids.into()), ("count", (more.len() - MOST_IDS).into())];
            ids = self.say("what-if-more-ids", &args);
        }
        let text = self.say("what-if-if-all", &[("ids", ids.into()), ("count", more.len().into())]);
        self.lines.push(Line::Blank);
        self.text(0, text);
    }

    /// What the changes bring: what stands again, what comes into the plan, what leaves it.
    fn gained(&mut self) {
        let what_if = self.what_if;
        let again = if what_if.failed.is_empty() { "what-if-stands-now" } else { "what-if-stands-again" };
        self.list(again, &what_if.stands_again);
        self.list("what-if-joined", &what_if.joined);
        let lost: HashSet<Thing> = what_if.state.loss.iter().copied().collect();
        let left: Vec<Thing> = what_if.left.iter().copied().filter(|thing| !lost.contains(thing)).collect();
        self.list("what-if-left", &left);
    }

    /// The results that still stand, where some have fallen.
    fn standing(&mut self) {
        let what_if = self.what_if;
        if !what_if.steps.is_empty() {
            let standing: Vec<Thing> = what_if.state.standing.iter().map(|&id| Thing::There(id)).collect();
            let args = [("standing", standing.len().into()), ("results", self.results().into())];
            let text = self.say("what-if-end", &args);
            self.heading(text);
            self.rows(&standing, 2);
            return;
        }
        let is_same = what_if.state.falls.is_empty() && what_if.stands_again.is_empty();
        if is_same && what_if.failed_results() == 0 {
            return;
        }
        let again: HashSet<Thing> = what_if.stands_again.iter().copied().collect();
        let standing = what_if.state.standing.iter().map(|&id| Thing::There(id));
        let still: Vec<Thing> = standing.filter(|thing| !again.contains(thing)).collect();
        if still.is_empty() && !again.is_empty() {
            return;
        }
        let text = self.say("what-if-standing", &[("count", still.len().into())]);
        self.heading(text);
        self.rows(&still, 2);
    }

    fn list(&mut self, heading: &str, things: &[Thing]) {
        if things.is_empty() {
            return;
        }
        let text = self.before.wording.catalogue.say(heading, &[]);
        self.heading(text);
        self.rows(things, 2);
    }

    /// Rows, of which the first are told and the rest is counted.
    fn rows(&mut self, things: &[Thing], indent: usize) {
        let told = self.most(things.len());
        for &thing in &things[..told] {
            let (whole, id) = self.what_if.place(thing);
            let state = state(&whole.plan, &whole.graph, self.item(thing), self.before.wording.catalogue);
            let row = self.row(thing, id, indent, state);
            self.lines.push(row);
        }
        self.more(things.len() - told, indent);
    }

    /// Rows with the reasons under each.
    pub(super) fn fallen(&mut self, things: &[Thing], failure: &Failure<'_>, indent: usize) {
        let told = self.most(things.len());
        for &thing in &things[..told] {
            let (_, id) = self.what_if.place(thing);
            let row = self.row(thing, id, indent, String::new());
            self.lines.push(row);
            let reason = self.reason(thing, failure);
            if !reason.is_empty() {
                self.text(indent + 2, reason);
            }
        }
        self.more(things.len() - told, indent);
    }

    pub(super) fn most(&self, count: usize) -> usize {
        // One more row tells the last one as well as it tells that there is one more.
        if self.amount == Detail::Everything || count <= MOST + 1 { count } else { MOST }
    }

    pub(super) fn more(&mut self, count: usize, indent: usize) {
        if count > 0 {
            let text = self.say("why-more", &[("count", count.into())]);
            self.text(indent, text);
        }
    }

    pub(super) fn row(&self, thing: Thing, id: Id, indent: usize, state: String) -> Line<'a> {
        let (whole, _) = self.what_if.place(thing);
        let title = self.of(thing).wording.unescaped_title(id);
        let stem = " ".repeat(indent);
        let id = whole.plan.names.name(id);
        Line::Row(Row { stem: stem.clone(), stem_after: stem, title, state, id, ..Row::default() })
    }

    fn of(&self, thing: Thing) -> &OfPlan<'a> {
        match thing {
            Thing::There(_) => &self.after,
            Thing::Removed(_) => &self.before,
        }
    }

    /// The item that a thing is; what falls is always one.
    pub(super) fn item(&self, thing: Thing) -> &'a Item {
        let (whole, id) = self.what_if.place(thing);
        whole.plan.item(id).unwrap_or(&whole.plan.items[0])
    }

    /// Why a thing does not stand: what is nearest to what failed, and no more than fits under a title.
    fn reason(&self, thing: Thing, failure: &Failure<'_>) -> String {
        let Thing::There(id) = thing else { return self.say("reason-removed", &[]) };
        let said = self.after.reasons.of(failure, id);
        if said.is_empty() {
            let said = self.after.reasons.absent(&self.what_if.after.graph, id);
            return said.map_or_else(String::new, |said| said.sentence);
        }
        let is_near =
            |need: &Said| need.gone.iter().any(|&gone| failure.has_failed(gone) || failure.has_left(gone));
        // Where somebody is missing for the work itself, its tasks stop for the same reason.
        let is_own = |said: &&Said| is_near(said) && said.need != Some(Need::Support);
        let own: Vec<&str> = said.iter().filter(is_own).map(|said| &*said.sentence).collect();
        let near = said.iter().filter(|said| is_near(said)).map(|said| &*said.sentence);
        let told: Vec<&str> = if !own.is_empty() {
            own
        } else if said.iter().any(is_near) {
            near.collect()
        } else {
            said.iter().map(|said| &*said.sentence).collect()
        };
        told[..told.len().min(MOST_REASONS)].join(" ")
    }

    pub(super) fn left_standing(&self, standing: usize) -> String {
        let args = [("standing", standing.into()), ("results", self.results().into())];
        self.say("what-if-step-stand", &args)
    }
}
