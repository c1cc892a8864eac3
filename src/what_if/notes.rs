//! What one should know beside an answer: questions that change nothing, and plans that contradict themselves.

use super::{Plans, Question};
use crate::check::Whole;
use crate::findings::{self, Context, Finding};
use crate::graph::Presence;
use crate::plan::{FindingName, Id, Kind, OptRef, Plan};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What one should know beside the answer. Ids are of the plan as it is, but for options, which are of the changed plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// It was asked to fail and is done: it stands whatever fails.
    Done(Id),
    /// It was asked to fail and is not in the plan now.
    Absent(Id),
    /// It was asked to fail and stands on itself: it counts as standing.
    Circle(Id),
    /// It was asked to fail and does not stand anyway.
    Down(Id),
    /// It was asked to fail, and nothing in a plan can stand on such a thing.
    Unneeded(Id),
    /// Two options are chosen that exclude each other.
    Clash(Id, Id),
    /// With the first option, which is chosen, the second cannot be chosen any more.
    RuledOut(Id, Id),
}

pub(super) fn notes(plans: &Plans<'_>, question: &Question, failed: &[Id]) -> Vec<Note> {
    let mut notes: Vec<Note> = failed.iter().filter_map(|&id| of_failed(*plans, id)).collect();
    let chosen = |plan: &Plan| -> BTreeMap<u32, u32> {
        let chosen = plan.choices.iter().enumerate();
        chosen.filter_map(|(at, choice)| Some((at as u32, choice.chosen?.value))).collect()
    };
    if !plans.is_changed() || question.all_choices(&plans.before.plan).is_empty() {
        return notes;
    }
    let plan = &plans.after.plan;
    let (now, new) = (chosen(plan), newly_chosen(plans));
    let mut told = BTreeSet::new();
    for (index, choice) in plan.choices.iter().enumerate() {
        for (own, other) in &choice.excludes {
            let own = (index as u32, own.value);
            let other = (other.choice, other.option);
            for (taken, out) in [(own, other), (other, own)] {
                let is_taken = now.get(&taken.0) == Some(&taken.1);
                let is_new = new.contains(&taken) || new.contains(&out);
                let pair = [taken.min(out), taken.max(out)];
                if !is_taken || told.contains(&pair) {
                    continue;
                }
                match now.get(&out.0) {
                    None if is_new => notes.push(Note::RuledOut(id_of(plan, taken), id_of(plan, out))),
                    // Told also where the plan as it is has it already: whoever tries a pick wants to know.
                    Some(option) if *option == out.1 => {
                        notes.push(Note::Clash(id_of(plan, taken), id_of(plan, out)));
                    }
                    None | Some(_) => continue,
                }
                told.insert(pair);
            }
        }
    }
    notes
}

/// What is to be said of a thing that was asked to fail: as it is in the plan with its changes.
fn of_failed(plans: Plans<'_>, id: Id) -> Option<Note> {
    let kind = plans.before.plan.names.get(id).kind;
    if matches!(kind, Kind::Constituency | Kind::Other | Kind::Lesson | Kind::Scenario) {
        return Some(Note::Unneeded(id));
    }
    let graph = &plans.after.graph;
    let Some(there) = plans.there(id) else { return Some(Note::Absent(id)) };
    match graph.presence(there) {
        Presence::Done => Some(Note::Done(id)),
        Presence::Absent => Some(Note::Absent(id)),
        Presence::Open if graph.cycles().iter().any(|circle| circle.set.contains(&there)) => {
            Some(Note::Circle(id))
        }
        Presence::Open if kind.level().is_some() && !graph.stands(there) => Some(Note::Down(id)),
        Presence::Open => None,
    }
}

/// The picks that the plan as it is does not have.
fn newly_chosen(plans: &Plans<'_>) -> BTreeSet<(u32, u32)> {
    let picks = |plan: &Plan| -> Vec<(String, (u32, u32))> {
        let pick = |(at, choice): (usize, &crate::plan::Choice)| {
            let pick = (at as u32, choice.chosen?.value);
            Some((plan.names.name(id_of(plan, pick)).to_owned(), pick))
        };
        plan.choices.iter().enumerate().filter_map(pick).collect()
    };
    let before: BTreeSet<String> = picks(&plans.before.plan).into_iter().map(|(name, _)| name).collect();
    picks(&plans.after.plan)
        .into_iter()
        .filter(|(name, _)| !before.contains(name))
        .map(|(_, pick)| pick)
        .collect()
}

fn id_of(plan: &Plan, (choice, option): (u32, u32)) -> Id {
    plan.option_id(OptRef { choice, option, at: crate::source::Span::default() })
}

/// How a change makes a plan contradict itself. Options that clash are told as notes.
const CONTRADICTIONS: [FindingName; 6] = [
    FindingName::Cycle,
    FindingName::UpsideDown,
    FindingName::Overspent,
    FindingName::ContactBan,
    FindingName::Backwards,
    FindingName::IdentityLeak,
];

/// What is broken in the changed plan and was not in the plan as it is, as `check` would say it: a reader would else take
/// what comes of it for an answer.
pub(super) fn contradictions(before: &Whole, after: &Whole, today: Date) -> Vec<Finding> {
    if std::ptr::eq(before, after) {
        return Vec::new();
    }
    let found = |whole: &Whole| {
        let context = Context::new(&whole.plan, &whole.graph, today, &[]);
        findings::find_named(&context, &CONTRADICTIONS)
    };
    let name = |whole: &Whole, finding: &Finding| {
        (finding.name.name(), finding.subject.item(Some(&whole.plan)).map(str::to_owned))
    };
    let known: BTreeSet<_> = found(before).iter().map(|finding| name(before, finding)).collect();
    found(after).into_iter().filter(|finding| !known.contains(&name(after, finding))).collect()
}
