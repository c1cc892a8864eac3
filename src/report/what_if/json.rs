//! What if, as JSON.

use crate::graph::{Failure, Graph};
use crate::plan::{Id, Plan};
use crate::report::json::{Head, in_order};
use crate::report::reasons::{Reasons, Said};
use crate::report::shape::{Day, FindingId};
use crate::report::wording::Wording;
use crate::report::write_document;
use crate::source::masked;
use crate::what_if::{Note, State, Thing, WhatIf};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// Ids of what has gone, in one reason.
const MOST_GONE: usize = 20;

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The scenario that was asked about.
    scenario: Option<&'a str>,
    /// Ids of what fails.
    failed: Vec<&'a str>,
    /// Options that are taken, as choice.option.
    chosen: Vec<&'a str>,
    /// Fields that were set for this question.
    set: Vec<Set<'a>>,
    /// Results that stand without the question.
    results_before: usize,
    #[serde(flatten)]
    fall: Fall<'a>,
    /// Ids of what stands with the question and does not without it.
    stands_again: Vec<&'a str>,
    /// How many stand again.
    stands_again_count: usize,
    /// Ids of what belongs to the plan only with the question.
    joined: Vec<&'a str>,
    /// How many belong to it only then.
    joined_count: usize,
    /// Ids of what no longer belongs to the plan.
    left: Vec<&'a str>,
    /// How many no longer belong to it.
    left_count: usize,
    /// What comes later, by id; at most 1,000.
    delayed: Vec<Delayed<'a>>,
    /// How many come later.
    delayed_count: usize,
    /// What has no dates to delay.
    not_worked_out: Vec<NotWorkedOut<'a>>,
    /// The events of a scenario, one after the other.
    steps: Vec<Step<'a>>,
    /// Why each thing falls.
    reasons: Vec<Reason<'a>>,
    /// What is to be known about the question.
    notes: Vec<NoteJson<'a>>,
    /// Findings that say that the question contradicts the plan.
    findings: Vec<Contradiction<'a>>,
}

/// What falls, and what stands then.
#[derive(Serialize, JsonSchema)]
struct Fall<'a> {
    /// Ids of what falls with it, in order; at most 1,000.
    falls: Vec<&'a str>,
    /// How many fall with it.
    falls_count: usize,
    /// Ids of the results that fall with it, in order; at most 1,000.
    loss: Vec<&'a str>,
    /// How many results fall with it.
    loss_count: usize,
    /// Ids of the results that fall where all that leads to a result is needed; at most 1,000.
    loss_if_all: Vec<&'a str>,
    /// How many results fall then.
    loss_if_all_count: usize,
    /// Results that stand then.
    results_after: usize,
}

#[derive(Serialize, JsonSchema)]
struct Set<'a> {
    /// The field, as id.field.
    field: String,
    /// The value that was tried.
    value: Cow<'a, str>,
    /// The value that stands in the plan.
    before: Option<Cow<'a, str>>,
}

#[derive(Serialize, JsonSchema)]
struct Delayed<'a> {
    /// The id of what comes later.
    item: &'a str,
    /// By how many days it comes later.
    days: u32,
    /// The first day, without the delay.
    #[schemars(with = "Option<Day>")]
    start_before: Option<Date>,
    /// The first day, with the delay.
    #[schemars(with = "Option<Day>")]
    start: Option<Date>,
    /// The last day, without the delay.
    #[schemars(with = "Option<Day>")]
    finish_before: Option<Date>,
    /// The last day, with the delay.
    #[schemars(with = "Option<Day>")]
    finish: Option<Date>,
    /// The day by which it is due, as written.
    #[schemars(with = "Option<Day>")]
    end: Option<Date>,
    /// By how many days it is late then.
    late: u32,
    /// By how many days it is late without the delay.
    late_before: u32,
}

#[derive(Serialize, JsonSchema)]
struct NotWorkedOut<'a> {
    /// The id of what this is about.
    item: &'a str,
    /// Why it has none.
    reason: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct Step<'a> {
    /// The day of the event.
    #[schemars(with = "Option<Day>")]
    on: Option<Date>,
    /// What is told about it.
    say: Option<Cow<'a, str>>,
    /// Ids of what fails with this step.
    failed: Vec<&'a str>,
    /// What falls with this step.
    falls: Vec<&'a str>,
    /// How many things fall with this step.
    falls_count: usize,
    /// Results that fall with this step.
    loss: Vec<&'a str>,
    /// How many results fall with this step.
    loss_count: usize,
    /// Results that stand then.
    results_after: usize,
}

#[derive(Serialize, JsonSchema)]
struct Reason<'a> {
    /// The id of what falls.
    item: &'a str,
    /// What kind of support is missing.
    need: Option<&'static str>,
    /// For access: the party.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    /// Ids of what has gone; the first of them.
    gone: Vec<&'a str>,
    /// How many have gone.
    gone_count: usize,
    /// The reason in one sentence.
    message: String,
}

#[derive(Serialize, JsonSchema)]
struct NoteJson<'a> {
    /// What is to be known.
    note: &'static str,
    /// The id of what this is about.
    item: &'a str,
    /// The other thing that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    with: Option<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Contradiction<'a> {
    /// The name of the finding.
    #[schemars(with = "FindingId")]
    finding: &'static str,
    /// The id of what this is about.
    item: Option<&'a str>,
    /// The finding in one sentence.
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
