//! What is to be said of an item beside its title: how far it has come, under which choice it stands, what is weak.

use crate::check::Check;
use crate::findings::{Finding, Subject};
use crate::graph::{Graph, Presence};
use crate::lang::Catalogue;
use crate::plan::{Id, Item, Level, Plan, Status};
use crate::report::rows::{Mark, clipped};

/// How far an item has come and whether it belongs to the plan now, in a word or two; empty for what is simply planned.
pub(crate) fn state(plan: &Plan, graph: &Graph, item: &Item, catalogue: &Catalogue) -> String {
    state_under(plan, graph, item, catalogue, |option| plan.names.name(option).to_owned())
}

/// The same with options called so.
pub(crate) fn state_under(
    plan: &Plan,
    graph: &Graph,
    item: &Item,
    catalogue: &Catalogue,
    called: impl Fn(Id) -> String,
) -> String {
    let status = item.status.map(|status| status.value);
    let option = item.only_if().map(|option| {
        let choice = &plan.choices[option.choice as usize];
        (choice.options[option.option as usize].id, choice.chosen.is_some())
    });
    let under = |message: &str, option: Id| catalogue.say(message, &[("option", called(option).into())]);
    match (graph.presence(item.id), status, option) {
        (Presence::Done, ..) => catalogue.say("state-done", &[]),
        (_, Some(Status::Dropped), _) => catalogue.say("state-dropped", &[]),
        (Presence::Absent, _, Some((option, true))) => under("state-not-chosen", option),
        (Presence::Absent, _, Some((option, false))) if !is_inside_absent(plan, graph, item) => {
            under("state-closed", option)
        }
        (Presence::Absent, ..) => catalogue.say("state-left-out", &[]),
        (_, _, Some((option, false))) => under("state-only-if", option),
        (_, Some(Status::Active), _) => catalogue.say("state-active", &[]),
        _ => String::new(),
    }
}

fn is_inside_absent(plan: &Plan, graph: &Graph, item: &Item) -> bool {
    let holder = item.holder.map(|holder| plan.items[holder as usize].id);
    holder.is_some_and(|holder| graph.presence(holder) == Presence::Absent)
}

/// The name of a level: this plan's own word for it, else ours.
pub(crate) fn level_word(plan: &Plan, level: Level, catalogue: &Catalogue) -> String {
    match plan.labels.iter().find(|(labelled, _)| *labelled == level) {
        Some((_, word)) => clipped(&word.value),
        None => catalogue.say("level", &[("level", level.name().into())]),
    }
}

/// The findings about each item, worst first; accepted ones left out.
pub(crate) struct Weak<'a> {
    of_item: Vec<Vec<&'a Finding>>,
}

impl<'a> Weak<'a> {
    pub(crate) fn of(check: &'a Check, plan: &Plan) -> Self {
        let mut of_item = vec![Vec::new(); plan.items.len()];
        for finding in check.findings.iter().filter(|finding| finding.accepted.is_none()) {
            if let Subject::Thing(id) = finding.subject
                && plan.item(id).is_some()
            {
                of_item[plan.names.get(id).index as usize].push(finding);
            }
        }
        for findings in &mut of_item {
            findings.sort_by_key(|finding| finding.severity);
        }
        Self { of_item }
    }

    pub(crate) fn about(&self, plan: &Plan, id: Id) -> &[&'a Finding] {
        &self.of_item[plan.names.get(id).index as usize]
    }

    pub(crate) fn mark(&self, plan: &Plan, id: Id) -> Mark {
        Mark(self.about(plan, id).first().map(|finding| finding.severity))
    }

    /// The names of the findings about an item, each once.
    pub(crate) fn names(&self, plan: &Plan, id: Id) -> Vec<&'static str> {
        let mut names: Vec<_> = self.about(plan, id).iter().map(|finding| finding.name.name()).collect();
        names.dedup();
        names
    }

    /// How many findings there are about items.
    pub(crate) fn count(&self) -> usize {
        self.of_item.iter().map(Vec::len).sum()
    }
}
