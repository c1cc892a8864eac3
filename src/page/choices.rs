//! Choices: what each option leaves open, the combinations, and what hangs on what is still open.

use super::table::{Cell, Table};
use super::tables::{Part, Tables};
use super::told::Told;
use super::words::Mentions;
use crate::graph::{ClosedOption, Outlook};
use crate::plan::Choice;
use crate::report::choices::{Asked, By, Choices, leave_out_unwritten, outlook_of, sheet};

/// Combinations that are told.
const MOST: usize = 10;
/// Choices that are told.
const MOST_CHOICES: usize = 30;
/// Choices on which a result hangs, by name.
const MOST_HANGS: usize = 12;

/// The choices of a plan; nothing where it has none that may be told.
pub(super) fn section(told: &Told<'_>) -> Option<Tables> {
    let (plan, graph) = (told.read.plan, told.read.graph);
    let all: Vec<&Choice> = plan.choices.iter().filter(|choice| !choice.options.is_empty()).collect();
    let shown: Vec<&Choice> = all.iter().copied().filter(|choice| is_told(told, choice)).collect();
    if shown.is_empty() {
        return None;
    }
    let schemes = graph.schemes(plan);
    let asked = Asked { by: By::Results, top: Some(MOST), best: false };
    let choices = Choices::of(plan, graph, &schemes, asked).ok()?;
    let outlooks = schemes.outlooks();
    let closed = graph.closed_options(plan);
    let mut parts: Vec<Part> = Vec::new();
    for choice in shown.iter().take(MOST_CHOICES) {
        parts.push(of_choice(told, choice, &choices, &outlooks, &closed));
    }
    let mut notes = Vec::new();
    if shown.len() > MOST_CHOICES {
        notes.push(told.count("page-and-more", shown.len() - MOST_CHOICES));
    }
    let count = schemes.len();
    let intro = if schemes.is_complete() {
        told.count("choices-head", count)
    } else {
        let most = plan.settings.schemes_max;
        told.with("choices-too-many", &[("count", count.into()), ("most", most.into())])
    };
    // A combination names an option of every choice.
    if shown.len() < all.len() {
        notes.push(told.say("page-schemes-hidden"));
    } else if choices.open().next().is_some() && count > 0 {
        let mut sheet = sheet(&choices, told.wording);
        leave_out_unwritten(&mut sheet);
        let caption = told.with(
            "page-caption-schemes",
            &[("told", sheet.rows.len().into()), ("count", choices.count.into())],
        );
        let mut table = Table::of_sheet("schemes-caption".to_owned(), caption, sheet);
        table.class = "schemes";
        parts.push(Part { heading: Some(told.say("choices-schemes")), table, asks: Vec::new() });
    }
    parts.extend(hangs(
        told,
        &schemes.hangs().iter().map(|hang| (hang.result, &hang.choices[..])).collect::<Vec<_>>(),
    ));
    Some(Tables {
        id: "choices",
        heading: told.say("page-heading-choices"),
        intro: vec![intro],
        parts,
        notes,
    })
}

/// Whether a choice and all of its options may be told.
fn is_told(told: &Told<'_>, choice: &Choice) -> bool {
    !told.hides(choice.id) && choice.options.iter().all(|option| !told.hides(option.id))
}

fn of_choice(
    told: &Told<'_>,
    choice: &Choice,
    choices: &Choices<'_, '_>,
    outlooks: &[Outlook],
    closed: &[ClosedOption],
) -> Part {
    let column = |name: &'static str| told.word("choices-column", "column", name);
    let row = |option: &crate::plan::Opt| {
        vec![
            Cell::Text(told.title(option.id)),
            Cell::Words(outlook_of(choices, told.wording, choice, option.id, outlooks, closed)),
        ]
    };
    let who = choice.who.filter(|who| !told.hides(who.id));
    let args = [
        ("day", choice.decide_by.map_or_else(String::new, |day| day.value.to_string()).into()),
        ("has-day", if choice.decide_by.is_some() { "yes" } else { "no" }.into()),
        ("who", who.map_or_else(String::new, |who| told.wording.quoted(who.id)).into()),
        ("has-who", if who.is_some() { "yes" } else { "no" }.into()),
        ("chosen", if choice.chosen.is_some() { "yes" } else { "no" }.into()),
    ];
    let id = told.read.plan.names.name(choice.id);
    let table = Table {
        id: format!("choice-{id}"),
        caption: told.with("page-caption-choice", &args),
        head: ["option", "schemes"].map(column).to_vec(),
        rows: choice.options.iter().map(row).collect(),
        class: "options",
        name: Some(told.title(choice.id).text().to_owned()),
    };
    Part { heading: Some(told.title(choice.id).text().to_owned()), table, asks: Vec::new() }
}

fn hangs(told: &Told<'_>, hangs: &[(crate::plan::Id, &[crate::plan::Id])]) -> Option<Part> {
    let column = |name: &'static str| told.word("choices-column", "column", name);
    let shown: Vec<_> = hangs.iter().filter(|(result, _)| !told.hides(*result)).collect();
    if shown.is_empty() {
        return None;
    }
    let row = |(result, on): &&(crate::plan::Id, &[crate::plan::Id])| {
        let on = if on.is_empty() {
            Cell::Words(told.say("choices-hangs-inside"))
        } else {
            Cell::Things(Mentions::of(told, on, on.len(), MOST_HANGS))
        };
        vec![Cell::Thing(told.mention(*result)), on]
    };
    let table = Table {
        id: "hangs-caption".to_owned(),
        caption: told.say("page-caption-hangs"),
        head: ["result", "hangs-on"].map(column).to_vec(),
        rows: shown.iter().map(row).collect(),
        class: "",
        name: None,
    };
    Some(Part { heading: Some(told.say("choices-hangs")), table, asks: Vec::new() })
}
