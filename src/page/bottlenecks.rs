//! What falls without each person, organisation, piece of work and so on, most first.

use super::told::Told;
use super::words::{Mention, Mentions};
use crate::graph::SingleLossCount;
use crate::report::bottlenecks::{self, Bottlenecks, Group};
use crate::report::sheet::Sheet;
use askama::Template;
use std::fmt::Write as _;

/// Rows of the table.
const MOST: usize = 25;
/// Results of a row, by name.
const MOST_RESULTS: usize = 8;
/// Things that nothing falls without, by name.
const MOST_NONE: usize = 40;

/// What falls without what.
#[derive(Template)]
#[template(path = "bottlenecks.html")]
pub(super) struct Table<'a> {
    told: &'a Told<'a>,
    head: String,
    groups: Vec<(String, Vec<Row>)>,
    more: String,
    none: Mentions,
}

/// What falls without one.
struct Row {
    what: Mention,
    /// Without how many of its tasks the same falls, in words; empty for none.
    tasks: String,
    loss: u32,
    /// How many of the results that is, of 60.
    meter: usize,
    if_all: u32,
    items: u32,
    results: Mentions,
    only_if_all: Mentions,
}

impl Row {
    fn of(told: &Told<'_>, row: &bottlenecks::Told, results: usize) -> Self {
        let (count, single) = (&row.count, &row.single);
        let only: Vec<_> =
            single.loss_if_all.ids.iter().copied().filter(|id| !single.loss.ids.contains(id)).collect();
        let tasks = row.tasks.iter().filter(|&&task| !told.hides(task)).count();
        Self {
            what: told.mention(count.id),
            tasks: if tasks > 0 { told.count("page-or-its-tasks", tasks) } else { String::new() },
            loss: count.loss,
            meter: count.loss as usize * 60 / results.max(1),
            if_all: count.loss_if_all,
            items: count.falls,
            results: Mentions::of(told, &single.loss.ids, single.loss.count as usize, MOST_RESULTS),
            only_if_all: told.mentions(&only, MOST_RESULTS),
        }
    }
}

impl<'a> Table<'a> {
    /// The table; nothing where no result falls with any one thing.
    pub(super) fn of(told: &'a Told<'a>) -> Option<Self> {
        let plan = told.read.plan;
        let bottlenecks = Bottlenecks::of(plan, told.read.graph, None);
        // Those that may not be told are skipped, so a few more are asked for.
        let rows = bottlenecks::told(&bottlenecks, MOST + told.hidden.min(1_000));
        let rows = rows.into_iter().filter(|row| row.count.loss > 0 || row.count.loss_if_all > 0);
        let mut rows: Vec<_> = rows.filter(|row| !told.hides(row.count.id)).collect();
        rows.truncate(MOST);
        if rows.is_empty() {
            return None;
        }
        let results = bottlenecks.results;
        let stood_for: usize = rows.iter().map(|row| 1 + row.tasks.len()).sum();
        let is_more =
            |count: &&SingleLossCount| (count.loss > 0 || count.loss_if_all > 0) && !told.hides(count.id);
        let more = bottlenecks.losses.some.iter().filter(is_more).count().saturating_sub(stood_for);
        let mut groups: Vec<(Group, Vec<Row>)> = Group::ALL.map(|group| (group, Vec::new())).into();
        for row in &rows {
            groups[bottlenecks.group(row.count.id) as usize].1.push(Row::of(told, row, results));
        }
        groups.retain(|(_, rows)| !rows.is_empty());
        let none: Vec<_> = told.losses.none.iter().copied().filter(|&id| plan.item(id).is_none()).collect();
        Some(Self {
            told,
            head: told.count("bottlenecks-head", results),
            groups: groups
                .into_iter()
                .map(|(group, rows)| (told.word("bottlenecks-group", "group", group.name()), rows))
                .collect(),
            more: if more > 0 { told.count("page-and-more", more) } else { String::new() },
            none: told.mentions(&none, MOST_NONE),
        })
    }

    fn column(&self, column: &'static str) -> String {
        self.told.word("bottlenecks-column", "column", column)
    }

    /// The same as Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        let _ = write!(out, "{}\n\n", self.head);
        let columns = ["group", "title", "falls", "if-all", "items", "results", "results-if-all"];
        let row = |group: &String, row: &Row| {
            vec![
                group.clone(),
                row.what.title.text().to_owned(),
                row.loss.to_string(),
                row.if_all.to_string(),
                row.items.to_string(),
                row.results.cell(),
                row.only_if_all.cell(),
            ]
        };
        let rows = self.groups.iter().flat_map(|(group, rows)| rows.iter().map(move |one| row(group, one)));
        *out +=
            &Sheet { head: columns.map(|name| self.column(name)).to_vec(), rows: rows.collect() }.markdown();
        out.push('\n');
        if !self.more.is_empty() {
            let _ = write!(out, "{}\n\n", self.more);
        }
    }
}
