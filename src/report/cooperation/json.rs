//! Which organisation does what, as JSON.

use super::{Cooperation, Door};
use crate::check::Whole;
use crate::graph::{HandOver, Presence};
use crate::plan::Id;
use crate::report::discreet::Discreet;
use crate::report::shape::KindName;
use crate::report::wording::Wording;
use crate::report::{Head, write_document};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The organisations of the plan.
    organisations: Vec<Organisation<'a>>,
    /// Objectives, and the goals and the ambition that work leads to beside them; null: leads to none of these yet.
    items: Vec<Row<'a>>,
    /// Activities, in the same columns as `items`.
    activities: Vec<Row<'a>>,
    /// Parties to which work of more than one organisation goes.
    doors: Vec<AtDoor<'a>>,
    /// Hand-overs that nobody holds.
    hand_overs: Vec<Open<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Organisation<'a> {
    /// The id of the organisation.
    organisation: &'a str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: String,
}

#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// The id of the item.
    item: Option<&'a str>,
    /// What it is.
    #[schemars(with = "Option<KindName>")]
    kind: Option<&'static str>,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Option<String>,
    /// open or done.
    state: &'static str,
    /// The organisation that leads.
    lead: Option<&'a str>,
    /// Organisations that lead work for it.
    leads_work: Vec<&'a str>,
    /// Organisations that take part in work for it.
    works: Vec<&'a str>,
    /// Parties to which more than one organisation goes here.
    doors: Vec<AtDoor<'a>>,
    /// Work that is not over.
    open: usize,
    /// Work that is done.
    done: usize,
}

#[derive(Serialize, JsonSchema)]
struct AtDoor<'a> {
    /// Nothing where the work is not told to this circle.
    party: Option<&'a str>,
    /// The title of the party.
    title: String,
    /// Organisations that come to this party.
    organisations: Vec<&'a str>,
}

/// A hand-over that nobody holds.
#[derive(Serialize, JsonSchema)]
struct Open<'a> {
    /// The id of what this is about.
    item: &'a str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: String,
    /// The organisation that leads what comes later.
    lead: &'a str,
    /// The id of what must be finished first.
    depends_on: &'a str,
    /// Its title.
    depends_on_title: String,
    /// The organisation that leads it.
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
