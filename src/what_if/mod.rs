//! What if: a plan as it is, and as it would be without some things, with other values, with other choices, later.
//!
//! Everything is one question to one graph. What fails is a failure of [`Graph`]; a value that is set and an option that
//! is chosen make another plan ([`crate::plan::changed`]), with its own graph; a delay is another
//! [`crate::graph::Sequence`]. Things of the two plans are the same where they have the same id.
//!
//! What falls is what stands in the plan, as it is or as changed, and does not once all of it has happened. So a change
//! that brings things down by itself is told like a failure, and of a changed plan the same falls as if its file had been
//! changed by hand.

mod delays;
mod mend;
mod notes;
mod question;
mod steps;

pub use delays::{Delayed, Undated, Untimed};
pub use mend::Mend;
pub use notes::Note;
pub use question::{After, Question, Refused};
pub use steps::Step;

use crate::check::Whole;
use crate::findings::Finding;
use crate::graph::{Failure, Graph, Presence};
use crate::plan::{Id, Plan};
use jiff::civil::Date;
use std::collections::HashSet;

/// A thing of the changed plan, or one that only the plan as it is has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Thing {
    /// Its id in the changed plan.
    There(Id),
    /// Its id in the plan as it is.
    Removed(Id),
}

/// The answer.
pub struct WhatIf<'a> {
    /// What was asked.
    pub question: &'a Question,
    /// For each value that was set, what stands in its place in the file; nothing where nothing does.
    pub set_before: &'a [Option<String>],
    /// The plan as it is.
    pub before: &'a Whole,
    /// The plan with its changes; the same where nothing is changed.
    pub after: &'a Whole,
    /// What was asked to fail, in the order of the text; ids of the plan as it is.
    pub failed: Vec<Id>,
    /// What becomes of everything, what failed in all steps taken together.
    pub state: State<'a>,
    /// How many results fall without the changes; nothing where nothing is changed.
    pub loss_unchanged: Option<usize>,
    /// Items that do not stand without the changes and stand with them.
    pub stands_again: Vec<Thing>,
    /// Items that are in the plan only with the changes.
    pub joined: Vec<Thing>,
    /// Items that are in the plan only without the changes.
    pub left: Vec<Thing>,
    /// What comes later.
    pub delayed: Vec<Delayed>,
    /// Delays of a scenario that cannot be worked out.
    pub undated: Vec<Undated>,
    /// A scenario's steps, by date; none where nothing happens one after the other.
    pub steps: Vec<Step<'a>>,
    /// What one should know beside the answer.
    pub notes: Vec<Note>,
    /// What the changed plan contradicts itself in, and the plan as it is does not.
    pub findings: Vec<Finding>,
}

/// How things are once some have failed.
pub struct State<'a> {
    /// The failure, in the changed plan.
    pub failure: Failure<'a>,
    /// Items that stood and do not now, what failed left out; in the order of the text.
    pub falls: Vec<Thing>,
    /// The results among them.
    pub loss: Vec<Thing>,
    /// The results that fall where every `needs` that is not said is read as `all`.
    pub loss_if_all: Vec<Thing>,
    /// Results of the changed plan that stand.
    pub standing: Vec<Id>,
}

impl<'a> WhatIf<'a> {
    /// The answer to a question. `changed`: what [`Question::after`] gives.
    ///
    /// # Errors
    /// The delays that were asked for and cannot be worked out.
    pub fn of(
        before: &'a Whole,
        changed: Option<&'a After>,
        question: &'a Question,
        today: Date,
    ) -> Result<Self, Vec<Undated>> {
        let after = changed.map_or(before, |changed| &changed.whole);
        let plans = Plans { before, after };
        let timed = delays::Timed::of(after);
        let asked = timed.undated(&plans.delays(&question.delays));
        if !asked.is_empty() {
            return Err(asked);
        }
        let scenario = question.scenario.map(|id| question::scenario(&before.plan, id));
        let steps = scenario.map_or_else(Vec::new, |scenario| plans.steps(&question.without, scenario));
        let failed = question.all_that_fails(&before.plan);
        let state = plans.state(&failed);
        let delays = plans.delays(&question.all_delays(&before.plan));
        let undated = timed.undated(&delays);
        let delayed = timed.delayed(&delays, &state.failure);
        let unchanged = changed.map(|_| before.graph.failing(&before.plan, &failed));
        let (stands_again, joined, left) = plans.gained(&failed, &state.failure, unchanged.as_ref());
        Ok(Self {
            question,
            set_before: changed.map_or(&[], |changed| &changed.before),
            before,
            after,
            loss_unchanged: unchanged.map(|unchanged| unchanged.fall().loss.len()),
            stands_again,
            joined,
            left,
            delayed,
            undated,
            steps,
            notes: notes::notes(&plans, question, &failed),
            findings: notes::contradictions(before, after, today),
            failed,
            state,
        })
    }

    /// Whether anything in the plan is changed: the plan with its changes is another.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !std::ptr::eq(self.before, self.after)
    }

    /// The plan that a thing is in, and its id there.
    #[must_use]
    pub fn place(&self, thing: Thing) -> (&'a Whole, Id) {
        match thing {
            Thing::There(id) => (self.after, id),
            Thing::Removed(id) => (self.before, id),
        }
    }

    /// The id of a thing as text.
    #[must_use]
    pub fn name(&self, thing: Thing) -> &'a str {
        let (whole, id) = self.place(thing);
        whole.plan.names.name(id)
    }

    /// How many results stood and were asked to fail: they are no part of the loss.
    #[must_use]
    pub fn failed_results(&self) -> usize {
        let graph = &self.before.graph;
        let is_one = |id: &&Id| graph.results().binary_search(id).is_ok() && graph.stands(**id);
        let stands_now = |id: &Id| {
            let there = same(&self.before.plan, *id, &self.after.plan);
            there.is_some_and(|there| self.state.failure.stands(there))
        };
        self.failed.iter().filter(is_one).filter(|id| !stands_now(id)).count()
    }

    /// Results that stand in the plan as it is.
    #[must_use]
    pub fn standing_before(&self) -> usize {
        let graph = &self.before.graph;
        graph.results().iter().filter(|&&id| graph.stands(id)).count()
    }
}

/// The plan as it is, and as it is changed.
#[derive(Clone, Copy)]
struct Plans<'a> {
    before: &'a Whole,
    after: &'a Whole,
}

impl<'a> Plans<'a> {
    fn is_changed(self) -> bool {
        !std::ptr::eq(self.before, self.after)
    }

    /// A thing of the plan as it is, in the changed plan.
    fn there(self, id: Id) -> Option<Id> {
        if self.is_changed() { same(&self.before.plan, id, &self.after.plan) } else { Some(id) }
    }

    /// A thing of the changed plan, in the plan as it is.
    fn back(self, id: Id) -> Option<Id> {
        if self.is_changed() { same(&self.after.plan, id, &self.before.plan) } else { Some(id) }
    }

    fn delays(self, delays: &[(Id, u32)]) -> Vec<(Id, u32)> {
        delays.iter().filter_map(|&(id, days)| Some((self.there(id)?, days))).collect()
    }

    /// How things are when these of the plan as it is have failed.
    fn state(self, failed: &[Id]) -> State<'a> {
        let there: Vec<Id> = failed.iter().filter_map(|&id| self.there(id)).collect();
        let (before, after) = (self.before, self.after);
        let failure = after.graph.failing(&after.plan, &there);
        let falls = self.falls(failed, &failure, &before.graph.failing(&before.plan, &[]));
        let loss = self.results(&falls);
        let if_all = after.graph.failing_if_all(&after.plan, &there);
        let fall_if_all = self.falls(failed, &if_all, &before.graph.failing_if_all(&before.plan, &[]));
        let loss_if_all = self.results(&fall_if_all);
        let standing = after.graph.results().iter().copied().filter(|&id| failure.stands(id)).collect();
        State { failure, falls, loss, loss_if_all, standing }
    }

    /// The items that stand in one of the plans and do not in this failure. `as_it_is`: no failure of the plan as it is.
    fn falls(self, failed: &[Id], failure: &Failure<'_>, as_it_is: &Failure<'_>) -> Vec<Thing> {
        let failed: HashSet<Id> = failed.iter().copied().collect();
        let stood = |id: Id, back: Option<Id>| {
            failure.stood(id) || (self.is_changed() && back.is_some_and(|back| as_it_is.stood(back)))
        };
        let mut falls = Vec::new();
        for item in &self.after.plan.items {
            let back = self.back(item.id);
            let is_asked = back.is_some_and(|back| failed.contains(&back));
            if !is_asked && !failure.stands(item.id) && stood(item.id, back) {
                falls.push(Thing::There(item.id));
            }
        }
        falls.extend(
            self.removed().filter(|id| as_it_is.stood(*id) && !failed.contains(id)).map(Thing::Removed),
        );
        falls.sort_unstable();
        falls
    }

    /// Items of the plan as it is that the changed plan does not have.
    fn removed(self) -> impl Iterator<Item = Id> + 'a {
        let items = if self.is_changed() { &self.before.plan.items[..] } else { &[] };
        items.iter().map(|item| item.id).filter(move |&id| self.there(id).is_none())
    }

    /// The results among these: of the plan in which they stood.
    fn results(self, falls: &[Thing]) -> Vec<Thing> {
        let is_result = |graph: &Graph, id: Id| graph.results().binary_search(&id).is_ok();
        let is_loss = |thing: &&Thing| match **thing {
            Thing::Removed(id) => is_result(&self.before.graph, id),
            Thing::There(id) => {
                is_result(&self.after.graph, id)
                    || self.back(id).is_some_and(|back| is_result(&self.before.graph, back))
            }
        };
        falls.iter().filter(is_loss).copied().collect()
    }

    /// What the changes bring: items that stand only with them, that are in the plan only with them, and only without.
    fn gained(
        self,
        failed: &[Id],
        failure: &Failure<'_>,
        unchanged: Option<&Failure<'_>>,
    ) -> (Vec<Thing>, Vec<Thing>, Vec<Thing>) {
        let (mut again, mut joined, mut left) = (Vec::new(), Vec::new(), Vec::new());
        let Some(unchanged) = unchanged else { return (again, joined, left) };
        for item in &self.after.plan.items {
            let is_in = self.after.graph.presence(item.id) != Presence::Absent;
            let back = self.back(item.id);
            let was_in = back.is_some_and(|back| self.before.graph.presence(back) != Presence::Absent);
            match (was_in, is_in) {
                (false, true) => joined.push(Thing::There(item.id)),
                (true, false) => left.push(Thing::There(item.id)),
                (true, true) => {
                    let stood = back.is_some_and(|back| unchanged.stands(back) || failed.contains(&back));
                    if !stood && failure.stands(item.id) {
                        again.push(Thing::There(item.id));
                    }
                }
                (false, false) => {}
            }
        }
        let was_in = |id: &Id| self.before.graph.presence(*id) != Presence::Absent;
        left.extend(self.removed().filter(was_in).map(Thing::Removed));
        left.sort_unstable();
        (again, joined, left)
    }
}

/// The thing with the same id in another plan.
fn same(plan: &Plan, id: Id, other: &Plan) -> Option<Id> {
    other.names.find(plan.names.name(id))
}
