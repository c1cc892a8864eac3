//! Which organisation does what, as JSON.

use super::{Cooperation, Door};
use crate::check::Whole;
use crate::graph::{HandOver, Presence};
use crate::plan::Id;
use crate::report::discreet::Discreet;
use crate::report::wording::Wording;
use crate::report::{Head, write_document};
use jiff::civil::Date;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    organisations: Vec<Organisation<'a>>,
    /// Objectives, and the goals and the ambition that work leads to beside them; null: leads to none of these yet.
    items: Vec<Row<'a>>,
    activities: Vec<Row<'a>>,
    doors: Vec<AtDoor<'a>>,
    hand_overs: Vec<Open<'a>>,
}

#[derive(Serialize)]
struct Organisation<'a> {
    organisation: &'a str,
    title: String,
}

#[derive(Serialize)]
struct Row<'a> {
    item: Option<&'a str>,
    kind: Option<&'static str>,
    title: Option<String>,
    /// open or done.
    state: &'static str,
    lead: Option<&'a str>,
    leads_work: Vec<&'a str>,
    works: Vec<&'a str>,
    doors: Vec<AtDoor<'a>>,
    open: usize,
    done: usize,
}

#[derive(Serialize)]
struct AtDoor<'a> {
    /// Nothing where the work is not told to this circle.
    party: Option<&'a str>,
    title: String,
    organisations: Vec<&'a str>,
}

/// A hand-over that nobody holds.
#[derive(Serialize)]
struct Open<'a> {
    item: &'a str,
    title: String,
    lead: &'a str,
    depends_on: &'a str,
    depends_on_title: String,
    depends_on_lead: &'a str,
}

/// Which organisation does what, as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(
    cooperation: &Cooperation<'_>,
    whole: &Whole,
    wording: Wording<'_>,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = cooperation.plan;
    let discreet = Discreet::of(plan, wording);
    let name = |id: Id| plan.names.name(id);
    let names = |ids: &[Id]| ids.iter().map(|&id| name(id)).collect();
    let door = |door: &Door| {
        let is_told = door.work.iter().any(|&work| !wording.hides(work));
        let title =
            if is_told { discreet.written(door.party) } else { wording.catalogue.say("core-item", &[]) };
        AtDoor { party: is_told.then(|| name(door.party)), title, organisations: names(&door.organisations) }
    };
    let row = |row: &super::Row| Row {
        item: row.item.map(name),
        kind: row.item.map(|id| plan.names.get(id).kind.name()),
        title: row.item.map(|id| discreet.written(id)),
        state: if row.presence == Presence::Done { "done" } else { "open" },
        lead: row.lead.map(name),
        leads_work: names(&row.leads),
        works: names(&row.works),
        doors: row.doors.iter().map(door).collect(),
        open: row.open,
        done: row.done,
    };
    let open = |hand_over: &HandOver| Open {
        item: name(hand_over.later),
        title: discreet.written(hand_over.later),
        lead: name(hand_over.to),
        depends_on: name(hand_over.earlier),
        depends_on_title: discreet.written(hand_over.earlier),
        depends_on_lead: name(hand_over.from),
    };
    let organisation = |organisation: &crate::plan::Organisation| Organisation {
        organisation: name(organisation.id),
        title: discreet.written(organisation.id),
    };
    let title = discreet.without_names(whole.title());
    let document = Document {
        head: Head::new("cooperation", today, &whole.source.path, &title),
        organisations: plan.organisations.iter().map(organisation).collect(),
        items: cooperation.rows.iter().map(row).collect(),
        activities: cooperation.activities.iter().map(row).collect(),
        doors: cooperation.doors.iter().map(door).collect(),
        hand_overs: cooperation.hand_overs.iter().map(open).collect(),
    };
    write_document(&document, out)
}
