//! The ladder as JSON: flat, in the order of the tree, each item with what it supports.

use super::ladder::below;
use super::state::Weak;
use super::{Ladder, Place};
use crate::check::Check;
use crate::graph::Presence;
use crate::plan::{Item, Status};
use crate::report::json::Head;
use crate::report::shape::{Day, FindingId, KindName, PresenceName, SeverityName, StageName, StatusName};
use crate::report::wording::Wording;
use crate::report::write_document;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// How far the plan is.
    #[schemars(with = "StageName")]
    stage: &'static str,
    /// Whether all of the text could be read.
    complete: bool,
    /// The items, in the order of the tree.
    items: Vec<Node<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Node<'a> {
    /// The id of what this is about.
    item: &'a str,
    /// What it is.
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// Steps below the top of what is shown.
    depth: u32,
    /// Whether it belongs to the plan now: open, done or absent.
    #[schemars(with = "PresenceName")]
    presence: &'static str,
    /// How far it is, as written or as usual.
    #[schemars(with = "StatusName")]
    status: &'static str,
    /// Whether a path of support leads from it to the ambition.
    reaches_ambition: bool,
    /// Ids of what it leads to.
    supports: Vec<&'a str>,
    /// The item that it stands in.
    nested_in: Option<&'a str>,
    /// The option under which alone it belongs to the plan.
    only_if: Option<&'a str>,
    /// The person who is responsible for it.
    who: Option<&'a str>,
    /// The first day.
    #[schemars(with = "Option<Day>")]
    start: Option<Date>,
    /// The last day.
    #[schemars(with = "Option<Day>")]
    end: Option<Date>,
    /// Findings about it.
    findings: Vec<Found>,
}

#[derive(Serialize, JsonSchema)]
struct Found {
    /// The name of the finding.
    #[schemars(with = "FindingId")]
    finding: &'static str,
    /// What it weighs.
    #[schemars(with = "SeverityName")]
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
