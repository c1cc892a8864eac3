//! Who is in it: people and what they carry, parties, and who can talk with whom.

use super::table::{Cell, Table};
use super::tables::{Part, Tables};
use super::told::{Told, short};
use crate::plan::{Access, Consent, Grade, Id, Level, Party, Person};
use std::collections::HashMap;

/// People and parties that are told.
const MOST: usize = 100;
/// People who have a column of their own where it is told who can talk with whom.
const MOST_COLUMNS: usize = 12;
/// Names in a cell.
const MOST_NAMES: usize = 8;

/// The people and parties of a plan; nothing where none may be told.
pub(super) fn section(told: &Told<'_>) -> Option<Tables> {
    let plan = told.read.plan;
    let people: Vec<&Person> = plan.people.iter().filter(|person| !told.hides(person.id)).collect();
    let parties: Vec<&Party> = plan.parties.iter().filter(|party| !told.hides(party.id)).collect();
    let mut parts = Vec::new();
    parts.extend(of_people(told, &people));
    parts.extend(of_parties(told, &parties));
    parts.extend(access(told, &people, &parties));
    let more = people.len().saturating_sub(MOST) + parties.len().saturating_sub(MOST);
    let notes = if more > 0 { vec![told.count("page-and-more", more)] } else { Vec::new() };
    (!parts.is_empty()).then(|| Tables {
        id: "people",
        heading: told.say("page-heading-people"),
        intro: Vec::new(),
        parts,
        notes,
    })
}

fn column(told: &Told<'_>, name: &'static str) -> String {
    told.word("page-people-column", "column", name)
}

fn of_people(told: &Told<'_>, people: &[&Person]) -> Option<Part> {
    if people.is_empty() {
        return None;
    }
    let (plan, graph) = (told.read.plan, told.read.graph);
    let mut tasks: HashMap<Id, usize> = HashMap::new();
    for task in plan.level(Level::Task).filter(|task| graph.is_open(task.id)) {
        if let Some(owner) = graph.owner(plan, task) {
            *tasks.entry(owner).or_default() += 1;
        }
    }
    let one = |id: Option<Id>| match id.filter(|&id| !told.hides(id)) {
        Some(id) => Cell::Thing(told.mention(id)),
        None => Cell::Words(String::new()),
    };
    let row = |person: &&Person| {
        let deputies: Vec<Id> = person.deputies.iter().map(|deputy| deputy.id).collect();
        let hours = person.hours_per_week.map(|hours| crate::report::hours::told(hours.value));
        vec![
            Cell::Thing(told.mention(person.id)),
            one(person.organisation.map(|organisation| organisation.id)),
            one(person.side.map(|side| side.id)),
            Cell::Number(hours.unwrap_or_default()),
            Cell::Number(tasks.get(&person.id).copied().unwrap_or(0).to_string()),
            Cell::Things(told.mentions(&deputies, MOST_NAMES)),
        ]
    };
    let names = ["person", "organisation", "side", "hours", "tasks", "deputy"];
    let mut table = Table {
        id: "people-caption".to_owned(),
        caption: told.say("page-caption-people"),
        head: names.map(|name| column(told, name)).to_vec(),
        rows: people.iter().take(MOST).map(row).collect(),
        class: "",
        name: None,
    };
    leave_out_empty(&mut table);
    Some(Part { heading: Some(told.word("page-things", "kind", "person")), table, asks: Vec::new() })
}

fn of_parties(told: &Told<'_>, parties: &[&Party]) -> Option<Part> {
    if parties.is_empty() {
        return None;
    }
    let grade = |grade: Grade| match grade {
        Grade::Low => "low",
        Grade::Medium => "medium",
        Grade::High => "high",
    };
    let row = |party: &&Party| {
        let influence = party.influence.map(|of| told.word("page-grade", "grade", grade(of.value)));
        let consent = party.consent.map(|consent| match consent.value {
            Consent::Given => "given",
            Consent::Unknown => "unknown",
            Consent::Withdrawn => "withdrawn",
        });
        let consent =
            consent.map(|consent| told.word("page-consent", "consent", consent)).unwrap_or_default();
        let since = party.consent_date.map(|day| format!(" ({})", day.value)).unwrap_or_default();
        let represents: Vec<Id> = party.represents.iter().map(|represented| represented.id).collect();
        vec![
            Cell::Thing(told.mention(party.id)),
            Cell::Words(influence.unwrap_or_default()),
            Cell::Words(if consent.is_empty() { consent } else { consent + &since }),
            Cell::Things(told.mentions(&represents, MOST_NAMES)),
        ]
    };
    let names = ["party", "influence", "consent", "represents"];
    let mut table = Table {
        id: "parties-caption".to_owned(),
        caption: told.say("page-caption-parties"),
        head: names.map(|name| column(told, name)).to_vec(),
        rows: parties.iter().take(MOST).map(row).collect(),
        class: "",
        name: None,
    };
    leave_out_empty(&mut table);
    Some(Part { heading: Some(told.word("page-things", "kind", "party")), table, asks: Vec::new() })
}

/// Who can talk with which party.
fn access(told: &Told<'_>, people: &[&Person], parties: &[&Party]) -> Option<Part> {
    let has = |person: Id| parties.iter().any(|party| party.access.iter().any(|(who, _)| who.id == person));
    let columns: Vec<Id> = people.iter().map(|person| person.id).filter(|&person| has(person)).collect();
    if columns.is_empty() {
        return None;
    }
    let word = |access: Access| match access {
        Access::Trusted => "trusted",
        Access::Working => "working",
        Access::Strained => "strained",
    };
    let said = |access: Access| told.word("why-said-access", "word", word(access));
    let rows = parties.iter().take(MOST);
    let table = if columns.len() <= MOST_COLUMNS {
        let row = |party: &&Party| {
            let cell = |person: &Id| match party.access.iter().find(|(who, _)| who.id == *person) {
                Some((_, access)) => Cell::Signed(word(access.value), said(access.value)),
                None => Cell::Words(String::new()),
            };
            std::iter::once(Cell::Thing(told.mention(party.id))).chain(columns.iter().map(cell)).collect()
        };
        let names = columns.iter().map(|&person| short(told.title(person).text()).to_owned());
        let head = std::iter::once(column(told, "party")).chain(names).collect();
        Table {
            id: "access-caption".to_owned(),
            caption: told.say("page-caption-access"),
            head,
            rows: rows.map(row).collect(),
            class: "access",
            name: None,
        }
    } else {
        let row = |party: &&Party| {
            let of = |wanted: Access| {
                let ids: Vec<Id> = party
                    .access
                    .iter()
                    .filter(|(_, access)| access.value == wanted)
                    .map(|(who, _)| who.id)
                    .collect();
                Cell::Things(told.mentions(&ids, MOST_NAMES))
            };
            vec![
                Cell::Thing(told.mention(party.id)),
                of(Access::Trusted),
                of(Access::Working),
                of(Access::Strained),
            ]
        };
        let head =
            [column(told, "party"), said(Access::Trusted), said(Access::Working), said(Access::Strained)];
        Table {
            id: "access-caption".to_owned(),
            caption: told.say("page-caption-access"),
            head: head.to_vec(),
            rows: rows.map(row).collect(),
            class: "",
            name: None,
        }
    };
    Some(Part { heading: Some(told.say("page-heading-access")), table, asks: Vec::new() })
}

/// Takes out columns in which nothing stands.
pub(super) fn leave_out_empty(table: &mut Table) {
    let is_empty = |cell: &Cell| match cell {
        Cell::Words(text) | Cell::Number(text) => text.is_empty(),
        Cell::Things(mentions) => mentions.is_empty(),
        _ => false,
    };
    for column in (1..table.head.len()).rev() {
        if table.rows.iter().all(|row| is_empty(&row[column])) {
            table.head.remove(column);
            table.rows.iter_mut().for_each(|row| drop(row.remove(column)));
        }
    }
}
