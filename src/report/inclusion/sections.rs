//! Whom the work is with, as a table and what is to be asked under it.

use super::{Inclusion, Part, Phase, Row, degree_name};
use crate::check::Whole;
use crate::lang::{FluentValue, shown};
use crate::plan::Plan;
use crate::report::discreet::Discreet;
use crate::report::layout::STRONG;
use crate::report::rows::write_paragraph;
use crate::report::sheet::{Sheet, no_mark_up};
use crate::report::wording::Wording;
use std::fmt::Write as _;

/// Below this width, what is told of a constituency stands under it.
const NARROW: usize = 70;

/// Whom the work is with, for a screen of this width.
#[must_use]
pub fn text(inclusion: &Inclusion<'_>, whole: &Whole, wording: Wording<'_>, width: usize) -> String {
    let told = Told::of(inclusion.plan, wording);
    let mut out = format!("{STRONG}{}{STRONG:#}\n", shown(&told.discreet.without_names(whole.title())));
    write_paragraph(&mut out, "", &told.say("inclusion-head", &[]), width);
    out.push('\n');
    if inclusion.rows.is_empty() {
        write_paragraph(&mut out, "", &told.say("inclusion-none", &[]), width);
        return out;
    }
    let table = if width < NARROW { told.narrow(inclusion) } else { told.table(inclusion) };
    out += &table.text(width);
    write_paragraph(&mut out, "", &told.say("inclusion-legend", &[]), width);
    for (sentence, ask) in told.asked(inclusion) {
        out.push('\n');
        write_paragraph(&mut out, "! ", &sentence, width);
        write_paragraph(&mut out, "? ", &ask, width);
    }
    out
}

/// Whom the work is with, as a page of Markdown.
#[must_use]
pub fn markdown(inclusion: &Inclusion<'_>, whole: &Whole, wording: Wording<'_>) -> String {
    let told = Told::of(inclusion.plan, wording);
    let title = told.discreet.without_names(whole.title());
    let mut out = format!("# {}\n\n{}\n\n", no_mark_up(&title), told.say("inclusion-head", &[]));
    if inclusion.rows.is_empty() {
        let _ = writeln!(out, "{}", told.say("inclusion-none", &[]));
        return out;
    }
    out += &told.table(inclusion).markdown();
    let _ = write!(out, "\n{}\n", told.say("inclusion-legend", &[]));
    for (sentence, ask) in told.asked(inclusion) {
        let _ = write!(out, "\n- {} {ask}\n", no_mark_up(&sentence));
    }
    out
}

/// A row a constituency, for a spreadsheet.
#[must_use]
pub fn sheet(inclusion: &Inclusion<'_>, wording: Wording<'_>) -> Sheet {
    let told = Told::of(inclusion.plan, wording);
    let row = |row: &Row| {
        let mut cells = vec![
            told.discreet.title(row.constituency),
            inclusion.plan.names.name(row.constituency).to_owned(),
        ];
        cells.extend(Phase::ALL.map(|phase| {
            let part = row.part(phase);
            if part.has_work() { degree_name(part.degree).to_owned() } else { String::new() }
        }));
        cells.push(told.discreet.names(&row.spoken_for_by, "; "));
        cells
    };
    let columns = ["constituency", "id"].into_iter().chain(Phase::ALL.map(Phase::name)).chain(["spoken-for"]);
    Sheet {
        head: columns.map(|name| told.column(name)).collect(),
        rows: inclusion.rows.iter().map(row).collect(),
    }
}

/// Whom the work is with, as a table for a page, and below it what is said and asked.
pub(crate) fn tabled(inclusion: &Inclusion<'_>, wording: Wording<'_>) -> (Sheet, Vec<(String, String)>) {
    let told = Told::of(inclusion.plan, wording);
    (told.table(inclusion), told.asked(inclusion))
}

struct Told<'a> {
    discreet: Discreet<'a>,
}

impl<'a> Told<'a> {
    fn of(plan: &Plan, wording: Wording<'a>) -> Self {
        Self { discreet: Discreet::of(plan, wording) }
    }

    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.discreet.wording.catalogue.say(id, args)
    }

    fn column(&self, name: &'static str) -> String {
        self.say("inclusion-column", &[("column", name.into())])
    }

    fn table(&self, inclusion: &Inclusion<'_>) -> Sheet {
        let phases: Vec<Phase> = inclusion.phases().collect();
        let names = phases.iter().map(|phase| phase.name());
        let columns = std::iter::once("constituency").chain(names).chain(["spoken-for"]);
        let row = |row: &Row| {
            let mut cells = vec![self.discreet.title(row.constituency)];
            cells.extend(phases.iter().map(|&phase| self.cell(row.part(phase))));
            let spoken = self.discreet.names(&row.spoken_for_by, "\n");
            cells.push(if spoken.is_empty() { NOTHING.to_owned() } else { spoken });
            cells
        };
        Sheet {
            head: columns.map(|name| self.column(name)).collect(),
            rows: inclusion.rows.iter().map(row).collect(),
        }
    }

    /// The same where there is no room for columns.
    fn narrow(&self, inclusion: &Inclusion<'_>) -> Sheet {
        let phases: Vec<Phase> = inclusion.phases().collect();
        let line = |name: &'static str, told: String| {
            self.say("inclusion-line", &[("column", self.column(name).into()), ("told", told.into())])
        };
        let row = |row: &Row| {
            let mut lines = vec![self.discreet.title(row.constituency)];
            lines.extend(phases.iter().map(|&phase| line(phase.name(), self.cell(row.part(phase)))));
            if !row.spoken_for_by.is_empty() {
                lines.push(line("spoken-for", self.discreet.names(&row.spoken_for_by, ", ")));
            }
            vec![lines.join("\n")]
        };
        Sheet { head: vec![self.column("constituency")], rows: inclusion.rows.iter().map(row).collect() }
    }

    fn cell(&self, part: Part) -> String {
        if !part.has_work() {
            return NOTHING.to_owned();
        }
        let state = if part.open == 0 { "done" } else { "open" };
        let degree = degree_name(part.degree);
        self.say("inclusion-degree", &[("degree", degree.into()), ("state", state.into())])
    }

    /// What is said and asked of those with whom no work is, and of the parts of the process where nobody is.
    fn asked(&self, inclusion: &Inclusion<'_>) -> Vec<(String, String)> {
        let ignored = inclusion.rows.iter().filter(|row| !row.is_engaged());
        let told = |row: &Row| {
            let spoken = row.spoken_for_by.len();
            let args = [
                ("title", self.discreet.quoted(row.constituency).into()),
                ("spoken", spoken.into()),
                ("parties", self.discreet.listed(&row.spoken_for_by).into()),
            ];
            (self.say("inclusion-nobody", &args), self.say("inclusion-ask", &[("spoken", spoken.into())]))
        };
        let without = |phase: &Phase| {
            let sentence = self.say("inclusion-without-them", &[("phase", phase.name().into())]);
            (sentence, self.say("inclusion-ask-without-them", &[]))
        };
        ignored.map(told).chain(inclusion.without_them.iter().map(without)).collect()
    }
}

/// In a cell of which there is nothing to tell.
const NOTHING: &str = "–";
