//! The ladder as JSON: flat, in the order of the tree, each item with what it supports.

use super::ladder::below;
use super::state::Weak;
use super::{Ladder, Place};
use crate::check::Check;
use crate::graph::Presence;
use crate::plan::{Item, Status};
use crate::report::json::Head;
use crate::report::wording::Wording;
use crate::report::write_document;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    stage: &'static str,
    complete: bool,
    items: Vec<Node<'a>>,
}

#[derive(Serialize)]
struct Node<'a> {
    item: &'a str,
    kind: &'static str,
    title: Cow<'a, str>,
    /// Steps below the top of what is shown.
    depth: u32,
    presence: &'static str,
    status: &'static str,
    reaches_ambition: bool,
    supports: Vec<&'a str>,
    nested_in: Option<&'a str>,
    only_if: Option<&'a str>,
    who: Option<&'a str>,
    start: Option<Date>,
    end: Option<Date>,
    findings: Vec<Found>,
}

#[derive(Serialize)]
struct Found {
    finding: &'static str,
    severity: &'static str,
}

/// The ladder as one JSON document. A text that could not be read as a plan has no items.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(
    check: &Check,
    ladder: &Ladder,
    wording: Wording<'_>,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut document = Document {
        head: Head::new("show", today, &check.source.path, check.title()),
        stage: check.stage().name(),
        complete: check.complete(),
        items: Vec::new(),
    };
    if let (Some(plan), Some(graph)) = (&check.plan, &check.graph) {
        let weak = Weak::of(check, plan);
        let reaches = below(plan, graph, 0);
        let node = |item: &Item, depth: u32| Node {
            item: plan.names.name(item.id),
            kind: item.level.name(),
            title: wording.written(item.id),
            depth,
            presence: match graph.presence(item.id) {
                Presence::Absent => "absent",
                Presence::Done => "done",
                Presence::Open => "open",
            },
            status: match item.status.map(|status| status.value).unwrap_or_default() {
                Status::Planned => "planned",
                Status::Active => "active",
                Status::Done => "done",
                Status::Dropped => "dropped",
            },
            reaches_ambition: reaches[plan.names.get(item.id).index as usize],
            supports: graph.supports(item.id).map(|id| plan.names.name(id)).collect(),
            nested_in: item.holder.map(|holder| plan.names.name(plan.items[holder as usize].id)),
            only_if: item.only_if().map(|option| {
                plan.names.name(plan.choices[option.choice as usize].options[option.option as usize].id)
            }),
            who: item.who().map(|who| plan.names.name(who.id)),
            start: item.start.map(|day| day.value),
            end: item.end.map(|day| day.value),
            findings: weak
                .about(plan, item.id)
                .iter()
                .map(|finding| Found { finding: finding.name.name(), severity: finding.severity.name() })
                .collect(),
        };
        let rungs = ladder.rows.iter().chain(&ladder.astray).filter(|rung| rung.place == Place::Here);
        document.items =
            rungs.filter_map(|rung| plan.item(rung.id).map(|item| node(item, rung.depth))).collect();
    }
    write_document(&document, out)
}
