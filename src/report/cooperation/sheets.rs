//! Which organisation does what, as tables.

use super::{Cooperation, Door, Row};
use crate::graph::Presence;
use crate::lang::FluentValue;
use crate::plan::{Id, Plan};
use crate::report::discreet::Discreet;
use crate::report::sheet::Sheet;
use crate::report::wording::Wording;

/// All of it in one table, for a spreadsheet: a row an objective, an activity where they are asked for, and a hand-over
/// that nobody holds.
#[must_use]
pub fn sheet(cooperation: &Cooperation<'_>, wording: Wording<'_>) -> Sheet {
    let told = Told::of(cooperation.plan, wording);
    let plan = cooperation.plan;
    let name = |id: Id| plan.names.name(id).to_owned();
    let mut rows = Vec::new();
    for row in cooperation.rows.iter().chain(&cooperation.activities) {
        let kind = row.item.map_or("", |id| plan.names.get(id).kind.name());
        rows.push(vec![
            kind.to_owned(),
            row.item.map_or_else(|| told.say("cooperation-loose", &[]), |id| told.discreet.title(id)),
            row.item.map(name).unwrap_or_default(),
            told.lead(row, "; "),
            told.discreet.names(&row.works, "; "),
            told.doors(&row.doors).join("; "),
            String::new(),
        ]);
    }
    for hand_over in &cooperation.hand_overs {
        rows.push(vec![
            told.say("cooperation-hand-over-kind", &[]),
            told.discreet.title(hand_over.later),
            name(hand_over.later),
            told.discreet.name(hand_over.to),
            String::new(),
            String::new(),
            told.step(hand_over.earlier, hand_over.from).replace('\n', " "),
        ]);
    }
    let columns = ["kind", "title", "id", "leads", "works", "doors", "takes-over"];
    Sheet { head: told.columns(&columns), rows }
}

/// What is needed to tell it.
pub(super) struct Told<'a> {
    pub(super) discreet: Discreet<'a>,
}

impl<'a> Told<'a> {
    pub(super) fn of(plan: &Plan, wording: Wording<'a>) -> Self {
        Self { discreet: Discreet::of(plan, wording) }
    }

    pub(super) fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.discreet.wording.catalogue.say(id, args)
    }

    pub(super) fn columns(&self, columns: &[&'static str]) -> Vec<String> {
        columns.iter().map(|&column| self.say("cooperation-column", &[("column", column.into())])).collect()
    }

    /// Who leads; those that lead only some of the work with a word that says so.
    pub(super) fn lead(&self, row: &Row, between: &str) -> String {
        let part = |&id: &Id| self.say("cooperation-leads-part", &[("title", self.discreet.name(id).into())]);
        let lead = row.lead.map(|id| self.discreet.name(id));
        lead.into_iter().chain(row.leads.iter().map(part)).collect::<Vec<_>>().join(between)
    }

    /// Who comes to which party; parties to which the same come, together.
    fn doors(&self, doors: &[Door]) -> Vec<String> {
        let mut told: Vec<(Vec<String>, String)> = Vec::new();
        for door in doors {
            let (party, who) = (self.party(door), self.who(door));
            match told.iter_mut().find(|(_, known)| *known == who) {
                Some((parties, _)) => parties.push(party),
                None => told.push((vec![party], who)),
            }
        }
        let line = |(parties, who): (Vec<String>, String)| {
            let args = [("party", parties.join(", ").into()), ("who", who.into())];
            self.say("cooperation-door", &args)
        };
        told.into_iter().map(line).collect()
    }

    /// A party; not which, where the work with it is not told.
    pub(super) fn party(&self, door: &Door) -> String {
        let is_told = door.work.iter().any(|&work| !self.discreet.wording.hides(work));
        if is_told { self.discreet.name(door.party) } else { self.say("core-item", &[]) }
    }

    /// The organisations that come to a party.
    pub(super) fn who(&self, door: &Door) -> String {
        if door.organisations.is_empty() {
            return self.say("cooperation-no-organisation", &[]);
        }
        self.discreet.names(&door.organisations, ", ")
    }

    /// A piece of work and who leads it.
    pub(super) fn step(&self, work: Id, lead: Id) -> String {
        format!("{}\n({})", self.discreet.title(work), self.discreet.name(lead))
    }

    /// Rows for people to read. On a narrow screen, what is told of each stands under its title.
    pub(super) fn table(&self, first: &'static str, rows: &[&Row], is_narrow: bool) -> Sheet {
        if is_narrow {
            let rows = rows.iter().map(|row| vec![format!("{}\n{}", self.what(row), self.in_lines(row))]);
            return Sheet { head: self.columns(&[first]), rows: rows.collect() };
        }
        let row = |row: &&Row| {
            vec![self.what(row), self.leads(row), self.works(row), or_dash(self.doors(&row.doors).join("\n"))]
        };
        Sheet {
            head: self.columns(&[first, "leads", "works", "doors"]),
            rows: rows.iter().map(row).collect(),
        }
    }

    /// What a row is about.
    fn what(&self, row: &Row) -> String {
        let Some(id) = row.item else { return self.say("cooperation-loose", &[]) };
        let title = self.discreet.title(id);
        if row.presence == Presence::Done {
            self.say("cooperation-done", &[("title", title.into())])
        } else {
            title
        }
    }

    fn leads(&self, row: &Row) -> String {
        let leads = self.lead(row, "\n");
        if leads.is_empty() { self.say("cooperation-nobody", &[]) } else { leads }
    }

    fn works(&self, row: &Row) -> String {
        if row.open + row.done == 0 && row.works.is_empty() {
            let below = if row.has_objectives_below { "yes" } else { "no" };
            return self.say("cooperation-no-work", &[("below", below.into())]);
        }
        or_dash(self.discreet.names(&row.works, "\n"))
    }

    /// Everything that is told of a row, a line each.
    fn in_lines(&self, row: &Row) -> String {
        let line = |column: &'static str, told: String| {
            let column = self.say("cooperation-column", &[("column", column.into())]);
            self.say("cooperation-line", &[("column", column.into()), ("told", told.into())])
        };
        let mut lines = vec![line("leads", self.leads(row).replace('\n', ", "))];
        let works = self.works(row).replace('\n', ", ");
        if works != NOTHING {
            lines.push(line("works", works));
        }
        let door = |door: String| self.say("cooperation-line-door", &[("door", door.into())]);
        lines.extend(self.doors(&row.doors).into_iter().map(door));
        lines.join("\n")
    }
}

/// In a cell of which there is nothing to tell.
const NOTHING: &str = "–";

fn or_dash(cell: String) -> String {
    if cell.is_empty() { NOTHING.to_owned() } else { cell }
}
