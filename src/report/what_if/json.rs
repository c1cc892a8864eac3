//! What if, as JSON.

use crate::graph::{Failure, Graph};
use crate::plan::{Id, Plan};
use crate::report::json::{Head, in_order};
use crate::report::reasons::{Reasons, Said};
use crate::report::wording::Wording;
use crate::report::write_document;
use crate::source::masked;
use crate::what_if::{Note, State, Thing, WhatIf};
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// Ids of what has gone, in one reason.
const MOST_GONE: usize = 20;

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    scenario: Option<&'a str>,
    failed: Vec<&'a str>,
    chosen: Vec<&'a str>,
    set: Vec<Set<'a>>,
    results_before: usize,
    #[serde(flatten)]
    fall: Fall<'a>,
    stands_again: Vec<&'a str>,
    stands_again_count: usize,
    joined: Vec<&'a str>,
    joined_count: usize,
    left: Vec<&'a str>,
    left_count: usize,
    delayed: Vec<Delayed<'a>>,
    delayed_count: usize,
    not_worked_out: Vec<NotWorkedOut<'a>>,
    steps: Vec<Step<'a>>,
    reasons: Vec<Reason<'a>>,
    notes: Vec<NoteJson<'a>>,
    findings: Vec<Contradiction<'a>>,
}

/// What falls, and what stands then.
#[derive(Serialize)]
struct Fall<'a> {
    falls: Vec<&'a str>,
    falls_count: usize,
    loss: Vec<&'a str>,
    loss_count: usize,
    loss_if_all: Vec<&'a str>,
    loss_if_all_count: usize,
    results_after: usize,
}

#[derive(Serialize)]
struct Set<'a> {
    field: String,
    value: Cow<'a, str>,
    before: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Delayed<'a> {
    item: &'a str,
    days: u32,
    start_before: Option<Date>,
    start: Option<Date>,
    finish_before: Option<Date>,
    finish: Option<Date>,
    end: Option<Date>,
    late: u32,
    late_before: u32,
}

#[derive(Serialize)]
struct NotWorkedOut<'a> {
    item: &'a str,
    reason: &'static str,
}

#[derive(Serialize)]
struct Step<'a> {
    on: Option<Date>,
    say: Option<Cow<'a, str>>,
    failed: Vec<&'a str>,
    /// What falls with this step.
    falls: Vec<&'a str>,
    falls_count: usize,
    loss: Vec<&'a str>,
    loss_count: usize,
    results_after: usize,
}

#[derive(Serialize)]
struct Reason<'a> {
    item: &'a str,
    need: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    gone: Vec<&'a str>,
    gone_count: usize,
    message: String,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    note: &'static str,
    item: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<&'a str>,
}

#[derive(Serialize)]
struct Contradiction<'a> {
    finding: &'static str,
    item: Option<&'a str>,
    message: String,
}

/// The answer as one JSON document. `wording` is that of the plan with its changes.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(what_if: &WhatIf<'_>, wording: Wording<'_>, today: Date, out: &mut dyn Write) -> io::Result<()> {
    let (before, after) = (&what_if.before.plan, &what_if.after.plan);
    let question = what_if.question;
    let reasons = Reasons::new(after, wording);
    let is_hidden = |id: Option<Id>| id.is_some_and(|id| Wording { plan: Some(before), ..wording }.hides(id));
    let hidden = || Cow::Owned(wording.catalogue.say("core-item", &[]));
    let set = question.set.iter().enumerate().map(|(number, change)| {
        let is_hidden = is_hidden(change.thing(before));
        let was = what_if.set_before.get(number).and_then(Option::as_deref);
        Set {
            field: change.field(),
            value: if is_hidden { hidden() } else { masked(change.value()) },
            before: was.map(|was| if is_hidden { hidden() } else { was.into() }),
        }
    });
    let steps = what_if.steps.iter().map(|step| {
        let say = super::steps::said(what_if, step);
        Step {
            on: step.on,
            say: say.map(|say| if is_hidden(question.scenario) { hidden() } else { say.into() }),
            failed: names(before, &step.failed),
            falls: things(what_if, &step.falls),
            falls_count: step.falls.len(),
            loss: things(what_if, &step.loss),
            loss_count: step.loss.len(),
            results_after: step.state.standing.len(),
        }
    });
    let document = Document {
        head: Head::new("what-if", today, &what_if.before.source.path, what_if.before.title()),
        scenario: question.scenario.map(|id| before.names.name(id)),
        failed: names(before, &what_if.failed),
        chosen: names(before, &question.all_choices(before)),
        set: set.collect(),
        results_before: what_if.standing_before(),
        fall: fall(what_if, &what_if.state),
        stands_again: things(what_if, &what_if.stands_again),
        stands_again_count: what_if.stands_again.len(),
        joined: things(what_if, &what_if.joined),
        joined_count: what_if.joined.len(),
        left: things(what_if, &what_if.left),
        left_count: what_if.left.len(),
        delayed: delayed(what_if),
        delayed_count: what_if.delayed.len(),
        not_worked_out: what_if
            .undated
            .iter()
            .map(|undated| NotWorkedOut { item: after.names.name(undated.item), reason: undated.why.name() })
            .collect(),
        steps: steps.collect(),
        reasons: all_reasons(what_if, &reasons),
        notes: what_if.notes.iter().map(|note| told(what_if, *note)).collect(),
        findings: what_if
            .findings
            .iter()
            .map(|finding| Contradiction {
                finding: finding.name.name(),
                item: finding.subject.item(Some(after)),
                message: wording.of(finding).sentence(),
            })
            .collect(),
    };
    write_document(&document, out)
}

/// Names in order, the first of them where there are very many.
fn names<'a>(plan: &'a Plan, ids: &[Id]) -> Vec<&'a str> {
    in_order(ids.iter().map(|&id| plan.names.name(id)).collect())
}

fn things<'a>(what_if: &WhatIf<'a>, things: &[Thing]) -> Vec<&'a str> {
    in_order(things.iter().map(|&thing| what_if.name(thing)).collect())
}

fn fall<'a>(what_if: &WhatIf<'a>, state: &State<'_>) -> Fall<'a> {
    Fall {
        falls: things(what_if, &state.falls),
        falls_count: state.falls.len(),
        loss: things(what_if, &state.loss),
        loss_count: state.loss.len(),
        loss_if_all: things(what_if, &state.loss_if_all),
        loss_if_all_count: state.loss_if_all.len(),
        results_after: state.standing.len(),
    }
}

fn delayed<'a>(what_if: &WhatIf<'a>) -> Vec<Delayed<'a>> {
    let plan = &what_if.after.plan;
    let mut delayed: Vec<Delayed<'_>> = what_if
        .delayed
        .iter()
        .map(|one| Delayed {
            item: plan.names.name(one.item),
            days: one.days,
            start_before: one.starts.map(|(before, _)| before),
            start: one.starts.map(|(_, now)| now),
            finish_before: one.finishes.map(|(before, _)| before),
            finish: one.finishes.map(|(_, now)| now),
            end: one.end,
            late: one.late,
            late_before: one.late_before,
        })
        .collect();
    delayed.sort_unstable_by_key(|one| one.item);
    delayed.truncate(Graph::MOST_LISTED);
    delayed
}

/// The reasons for all that falls, in the order of the ids.
fn all_reasons<'a>(what_if: &WhatIf<'a>, reasons: &Reasons<'_>) -> Vec<Reason<'a>> {
    let plan = &what_if.after.plan;
    let mut falls: Vec<(&str, Id)> = what_if
        .state
        .falls
        .iter()
        .filter_map(|&thing| match thing {
            Thing::There(id) => Some((plan.names.name(id), id)),
            Thing::Removed(_) => None,
        })
        .collect();
    falls.sort_unstable();
    falls.truncate(Graph::MOST_LISTED);
    let failure: &Failure<'_> = &what_if.state.failure;
    let reason = |(item, said): (&'a str, Said)| Reason {
        item,
        need: said.need.map(crate::graph::Need::name),
        of: said.of.map(|of| plan.names.name(of)),
        gone: said.gone.iter().take(MOST_GONE).map(|&id| plan.names.name(id)).collect(),
        gone_count: said.gone.len(),
        message: said.sentence,
    };
    let graph = &what_if.after.graph;
    let said = falls.into_iter().flat_map(|(name, id)| {
        let mut said = reasons.of(failure, id);
        if said.is_empty() {
            said.extend(reasons.absent(graph, id));
        }
        said.into_iter().map(move |said| (name, said))
    });
    said.map(reason).collect()
}

fn told<'a>(what_if: &WhatIf<'a>, note: Note) -> NoteJson<'a> {
    let (before, after) = (&what_if.before.plan.names, &what_if.after.plan.names);
    let (note_name, item, with) = match note {
        Note::Done(id) => ("done", before.name(id), None),
        Note::Absent(id) => ("absent", before.name(id), None),
        Note::Circle(id) => ("circle", before.name(id), None),
        Note::Down(id) => ("down", before.name(id), None),
        Note::Unneeded(id) => ("unneeded", before.name(id), None),
        Note::Clash(id, other) => ("clash", after.name(id), Some(after.name(other))),
        Note::RuledOut(id, other) => ("ruled-out", after.name(other), Some(after.name(id))),
    };
    NoteJson { note: note_name, item, with }
}
