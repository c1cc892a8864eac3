//! The commitment package as JSON.

use super::{KINDS, Package, kind_of};
use crate::check::Whole;
use crate::plan::Id;
use crate::report::shape::Day;
use crate::report::wording::Wording;
use crate::report::{Head, write_document};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The choices, in the order of the text.
    choices: Vec<Choice<'a>>,
    /// What is not known yet: assumptions that are open.
    questions: Vec<Question<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // Each is called as in the other answers.
struct Choice<'a> {
    /// The id of the choice.
    choice: &'a str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// now, explore, later, reserve, unsaid or decided.
    commitment: &'static str,
    /// The last day on which it can be decided.
    #[schemars(with = "Option<Day>")]
    decide_by: Option<Date>,
    /// Whether that day is near or over.
    due: bool,
    /// What would bring the decision on.
    trigger: Option<Cow<'a, str>>,
    /// The person who sees to it that it is decided.
    who: Option<&'a str>,
    /// Its options, as choice.option.
    options: Vec<&'a str>,
    /// The option that is chosen.
    chosen: Option<&'a str>,
    /// Why it was chosen.
    because: Option<Cow<'a, str>>,
    /// Ids of what waits for it.
    waiting: Vec<&'a str>,
    /// Options chosen elsewhere that settle it.
    settled_by: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Question<'a> {
    /// The id of the assumption.
    assumption: &'a str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// environment, values, related or unsaid.
    kind: &'static str,
    /// The person who finds out.
    who: Option<&'a str>,
    /// The day by which it is wanted.
    #[schemars(with = "Option<Day>")]
    by: Option<Date>,
    /// Whether that day is near or over.
    due: bool,
}

/// The package as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(
    package: &Package<'_>,
    whole: &Whole,
    wording: Wording<'_>,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = package.plan;
    let name = |id: Id| plan.names.name(id);
    let names = |ids: &[Id]| ids.iter().map(|&id| name(id)).collect();
    let choice = |entry: &super::Entry<'_>| {
        let choice = entry.choice;
        let text = |text: Option<&crate::plan::Text>| {
            let text = text?;
            let is_hidden = wording.hides(choice.id);
            Some(
                if is_hidden { wording.written(choice.id).into_owned() } else { text.value.to_string() }
                    .into(),
            )
        };
        Choice {
            choice: name(choice.id),
            title: wording.written(choice.id),
            commitment: entry.when.name(),
            decide_by: choice.decide_by.map(|day| day.value),
            due: entry.is_due,
            trigger: text(choice.trigger.as_ref()),
            who: choice.who.map(|who| name(who.id)),
            options: choice.options.iter().map(|option| name(option.id)).collect(),
            chosen: entry.chosen().map(name),
            because: text(choice.because.as_ref()),
            waiting: names(&entry.waiting),
            settled_by: names(&entry.settled_by),
        }
    };
    let question = |question: &super::Question<'_>| {
        let assumption = question.assumption;
        let kind =
            KINDS.iter().find(|(kind, _)| *kind == kind_of(assumption)).map_or("unsaid", |(_, name)| name);
        Question {
            assumption: name(assumption.id),
            title: wording.written(assumption.id),
            kind,
            who: assumption.who.map(|who| name(who.id)),
            by: assumption.by.map(|day| day.value),
            due: question.is_due,
        }
    };
    let document = Document {
        head: Head::new("commit", today, &whole.source.path, whole.title()),
        choices: package.entries.iter().map(choice).collect(),
        questions: package.questions.iter().map(question).collect(),
    };
    write_document(&document, out)
}
