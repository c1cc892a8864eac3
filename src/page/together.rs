//! Who works with whom: which organisation does what, and how far constituencies have a say. As `scf cooperation` and
//! `scf inclusion` tell it, and of no single person.

use super::table::Table;
use super::tables::{Part, Tables};
use super::told::Told;
use crate::report::cooperation::{self, Cooperation};
use crate::report::inclusion::{self, Inclusion};

/// Rows of a table.
const MOST: usize = 200;

/// Which organisation does what; nothing where none is named.
pub(super) fn cooperation(told: &Told<'_>) -> Option<Tables> {
    let (plan, graph) = (told.read.plan, told.read.graph);
    if plan.organisations.is_empty() {
        return None;
    }
    let mut notes = vec![told.say("cooperation-nobody-single")];
    let tables = cooperation::tables(&Cooperation::of(plan, graph), told.wording);
    let part = |(number, mut section): (usize, cooperation::Section)| {
        let more = section.sheet.rows.len().saturating_sub(MOST);
        section.sheet.rows.truncate(MOST);
        if more > 0 {
            notes.push(told.count("page-and-more", more));
        }
        let asks = if section.ask.is_empty() { Vec::new() } else { vec![(section.ask, String::new())] };
        let table = Table::of_sheet(format!("cooperation-{number}"), section.heading.clone(), section.sheet);
        Part { heading: None, table, asks }
    };
    let parts = tables.into_iter().enumerate().map(part).collect();
    let heading = told.say("cooperation-head");
    Some(Tables { id: "cooperation", heading, intro: Vec::new(), parts, notes })
}

/// How far constituencies have a say; nothing where none is named.
pub(super) fn inclusion(told: &Told<'_>) -> Option<Tables> {
    let (plan, graph) = (told.read.plan, told.read.graph);
    let inclusion = Inclusion::of(plan, graph);
    if inclusion.rows.is_empty() {
        return None;
    }
    let (mut sheet, mut asks) = inclusion::tabled(&inclusion, told.wording);
    let more = sheet.rows.len().saturating_sub(MOST);
    sheet.rows.truncate(MOST);
    asks.truncate(MOST);
    let mut table =
        Table::of_sheet("inclusion-caption".to_owned(), told.say("page-caption-inclusion"), sheet);
    table.class = "inclusion";
    let mut notes = vec![told.say("inclusion-legend")];
    if more > 0 {
        notes.push(told.count("page-and-more", more));
    }
    let parts = vec![Part { heading: None, table, asks }];
    Some(Tables { id: "inclusion", heading: told.say("inclusion-head"), intro: Vec::new(), parts, notes })
}
