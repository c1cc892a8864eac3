//! Which organisation does what, in sections, each a table, for a screen and for a page.

use super::sheets::Told;
use super::{Cooperation, Row};
use crate::check::Whole;
use crate::lang::shown;
use crate::plan::Kind;
use crate::report::layout::STRONG;
use crate::report::rows::write_paragraph;
use crate::report::sheet::{Sheet, no_mark_up};
use crate::report::wording::Wording;
use std::fmt::Write as _;

/// Below this width, what is told of an objective stands under it.
const NARROW: usize = 70;

pub(crate) struct Section {
    pub heading: String,
    /// What is asked under it; empty for nothing.
    pub ask: String,
    pub sheet: Sheet,
}

/// Who does what, as tables for a page.
pub(crate) fn tables(cooperation: &Cooperation<'_>, wording: Wording<'_>) -> Vec<Section> {
    sections(cooperation, &Told::of(cooperation.plan, wording), false)
}

/// Who does what, for a screen of this width.
#[must_use]
pub fn text(cooperation: &Cooperation<'_>, whole: &Whole, wording: Wording<'_>, width: usize) -> String {
    let told = Told::of(cooperation.plan, wording);
    let mut out = format!("{STRONG}{}{STRONG:#}\n", shown(&told.discreet.without_names(whole.title())));
    write_paragraph(&mut out, "", &told.say("cooperation-head", &[]), width);
    if cooperation.plan.organisations.is_empty() {
        out.push('\n');
        write_paragraph(&mut out, "", &told.say("cooperation-none", &[]), width);
        return out;
    }
    for section in sections(cooperation, &told, width < NARROW) {
        let _ = write!(out, "\n{STRONG}{}{STRONG:#}\n{}", section.heading, section.sheet.text(width));
        if !section.ask.is_empty() {
            write_paragraph(&mut out, "? ", &section.ask, width);
        }
    }
    out.push('\n');
    write_paragraph(&mut out, "", &told.say("cooperation-nobody-single", &[]), width);
    out
}

/// Who does what, as a page of Markdown.
#[must_use]
pub fn markdown(cooperation: &Cooperation<'_>, whole: &Whole, wording: Wording<'_>) -> String {
    let told = Told::of(cooperation.plan, wording);
    let title = told.discreet.without_names(whole.title());
    let mut out = format!("# {}\n\n{}\n", no_mark_up(&title), told.say("cooperation-head", &[]));
    if cooperation.plan.organisations.is_empty() {
        let _ = write!(out, "\n{}\n", told.say("cooperation-none", &[]));
        return out;
    }
    for section in sections(cooperation, &told, false) {
        let _ = write!(out, "\n## {}\n\n{}", section.heading, section.sheet.markdown());
        if !section.ask.is_empty() {
            let _ = write!(out, "\n{}\n", section.ask);
        }
    }
    let _ = write!(out, "\n{}\n", told.say("cooperation-nobody-single", &[]));
    out
}

fn sections(cooperation: &Cooperation<'_>, told: &Told<'_>, is_narrow: bool) -> Vec<Section> {
    let mut sections = Vec::new();
    let plan = cooperation.plan;
    let is_objective = |row: &&Row| row.item.is_some_and(|id| plan.names.get(id).kind == Kind::Objective);
    let (objectives, beside): (Vec<&Row>, Vec<&Row>) = cooperation.rows.iter().partition(is_objective);
    let parts = [
        ("objectives", "objective", objectives),
        ("beside", "for", beside),
        ("activities", "activity", cooperation.activities.iter().collect()),
    ];
    for (part, column, rows) in parts {
        if !rows.is_empty() {
            let heading = told.say("cooperation-heading", &[("part", part.into())]);
            let sheet = told.table(column, &rows, is_narrow);
            sections.push(Section { heading, ask: String::new(), sheet });
        }
    }
    if !cooperation.doors.is_empty() {
        let rows = cooperation.doors.iter().map(|door| vec![told.party(door), told.who(door)]);
        sections.push(Section {
            heading: told.say("cooperation-heading", &[("part", "doors".into())]),
            ask: String::new(),
            sheet: Sheet { head: told.columns(&["party", "who"]), rows: rows.collect() },
        });
    }
    if !cooperation.hand_overs.is_empty() {
        let rows = cooperation.hand_overs.iter().map(|hand_over| {
            vec![told.step(hand_over.earlier, hand_over.from), told.step(hand_over.later, hand_over.to)]
        });
        sections.push(Section {
            heading: told.say("cooperation-heading", &[("part", "hand-overs".into())]),
            ask: told.say("cooperation-ask-hand-over", &[]),
            sheet: Sheet { head: told.columns(&["first", "then"]), rows: rows.collect() },
        });
    }
    sections
}
