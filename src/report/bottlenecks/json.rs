//! What falls with each thing, as JSON. The rows are written while they are made: of a long chain they are many and long.

use super::Bottlenecks;
use crate::check::Whole;
use crate::graph::Listed;
use crate::report::json::Head;
use crate::report::json::safe::Safe;
use crate::report::wording::Wording;
use jiff::civil::Date;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

#[derive(Serialize)]
struct Row<'a> {
    item: &'a str,
    kind: &'static str,
    title: Cow<'a, str>,
    loss: Vec<&'a str>,
    loss_count: u64,
    falls: Vec<&'a str>,
    falls_count: u64,
    loss_if_all: Vec<&'a str>,
    loss_if_all_count: u64,
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
