//! What falls with each thing, as JSON. The rows are written while they are made: of a long chain they are many and long.

use super::Bottlenecks;
use super::ways::WaysDocument;
use crate::check::Whole;
use crate::graph::Listed;
use crate::report::json::Head;
use crate::report::json::safe::Safe;
use crate::report::shape::KindName;
use crate::report::wording::Wording;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// The id of what this is about.
    item: &'a str,
    /// What it is.
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// Ids of the results that fall with it, in order; at most 1,000.
    loss: Vec<&'a str>,
    /// How many results fall with it.
    loss_count: u64,
    /// Ids of what falls with it, in order; at most 1,000.
    falls: Vec<&'a str>,
    /// How many fall with it.
    falls_count: u64,
    /// Ids of the results that fall where all that leads to a result is needed; at most 1,000.
    loss_if_all: Vec<&'a str>,
    /// How many results fall then.
    loss_if_all_count: u64,
}

/// What `bottlenecks` answers.
#[derive(JsonSchema)]
#[serde(untagged)]
#[allow(dead_code)] // It only tells its form: the rows are written while they are made.
pub(crate) enum BottlenecksDocument {
    /// What falls with each thing.
    Table(Table),
    /// What falls with one thing, and by which way.
    Ways(WaysDocument<'static>),
}

#[derive(JsonSchema)]
#[allow(dead_code)]
pub(crate) struct Table {
    #[serde(flatten)]
    head: Head<'static>,
    /// How many results stand.
    results: u64,
    /// All things with which something falls, those with the most first.
    items: Vec<Row<'static>>,
}

/// All rows as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(
    bottlenecks: &Bottlenecks<'_>,
    whole: &Whole,
    wording: Wording<'_>,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = bottlenecks.plan;
    let names = |list: &Listed| list.ids.iter().map(|&id| plan.names.name(id)).collect();
    let mut head = Vec::new();
    Safe::write(&mut head, &Head::new("bottlenecks", today, &whole.source.path, whole.title()))?;
    head.pop();
    out.write_all(&head)?;
    write!(out, r#","results":{},"items":["#, bottlenecks.results)?;
    let mut lead: &[u8] = b"\n";
    let most = bottlenecks.top.unwrap_or(usize::MAX);
    bottlenecks.losses.tell(most, &mut |count, single| {
        out.write_all(std::mem::replace(&mut lead, b",\n"))?;
        let row = Row {
            item: plan.names.name(count.id),
            kind: bottlenecks.kind(count.id).name(),
            title: wording.written(count.id),
            loss: names(&single.loss),
            loss_count: single.loss.count,
            falls: names(&single.falls),
            falls_count: single.falls.count,
            loss_if_all: names(&single.loss_if_all),
            loss_if_all_count: single.loss_if_all.count,
        };
        Safe::write(out, &row)
    })?;
    out.write_all(b"\n]}\n")
}
