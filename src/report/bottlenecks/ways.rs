//! One thing that fails: the way by which the loss travels to each result, in plain words.

use crate::check::Whole;
use crate::graph::{Failure, Graph};
use crate::lang::{FluentValue, shown};
use crate::plan::Id;
use crate::report::json::in_order;
use crate::report::layout::STRONG;
use crate::report::reasons::Reasons;
use crate::report::rows::{Line, Row, typed, write_lines, write_next};
use crate::report::shape::KindName;
use crate::report::wording::Wording;
use crate::report::{Head, write_document};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::io::{self, Write};

/// Rows of a text before the rest is only counted.
const MOST: usize = 20;

/// What fails, and what becomes of everything else.
pub struct Ways<'a> {
    whole: &'a Whole,
    id: Id,
    failure: Failure<'a>,
    if_all: Failure<'a>,
}

impl<'a> Ways<'a> {
    /// What becomes of everything when this alone fails.
    #[must_use]
    pub fn of(whole: &'a Whole, id: Id) -> Self {
        let failure = whole.graph.failing(&whole.plan, &[id]);
        let if_all = whole.graph.failing_if_all(&whole.plan, &[id]);
        Self { whole, id, failure, if_all }
    }

    /// Results that fall only where all that leads to a result is needed.
    fn only_if_all(&self, loss: &[Id]) -> Vec<Id> {
        self.if_all.fall().loss.into_iter().filter(|id| !loss.contains(id)).collect()
    }
}

/// The answer for a screen of this width.
#[must_use]
pub fn ways_text(ways: &Ways<'_>, wording: Wording<'_>, width: usize) -> String {
    let Ways { whole, id, failure, .. } = ways;
    let plan = &whole.plan;
    let reasons = Reasons::new(plan, wording);
    let say = |message: &str, args: &[(&str, FluentValue<'_>)]| wording.catalogue.say(message, args);
    let fall = failure.fall();
    let (loss, results) =
        (&fall.loss, whole.graph.results().iter().filter(|id| whole.graph.stands(**id)).count());
    let mut lines = vec![
        Line::Written(format!("{STRONG}{}{STRONG:#}", shown(whole.title()))),
        Line::Text {
            first: String::new(),
            text: say("ways-question", &[("item", reasons.name(*id).into())]),
        },
        Line::Blank,
    ];
    let list = |failure: &Failure<'_>, ids: &[Id]| {
        let mut lines = Vec::new();
        for &fallen in ids.iter().take(MOST) {
            let stem = " ".repeat(2);
            let title = Cow::Owned(wording.unescaped_title(fallen).into_owned());
            let id = plan.names.name(fallen);
            lines.push(Line::Row(Row { stem: stem.clone(), stem_after: stem, title, id, ..Row::default() }));
            let chain = reasons.chain(failure, fallen);
            lines.extend(chain.map(|text| Line::Text { first: " ".repeat(4), text }));
        }
        let more = ids.len().saturating_sub(MOST);
        if more > 0 {
            lines.push(Line::Text { first: " ".repeat(2), text: say("why-more", &[("count", more.into())]) });
        }
        lines
    };
    let args = [("loss", loss.len().into()), ("results", results.into()), ("falls", fall.falls.len().into())];
    lines.push(Line::Text { first: String::new(), text: say("ways-loss", &args) });
    lines.extend(list(failure, if loss.is_empty() { &fall.falls } else { loss }));
    let only_if_all = ways.only_if_all(loss);
    if !only_if_all.is_empty() {
        lines.push(Line::Blank);
        let args = [("count", only_if_all.len().into())];
        lines.push(Line::Text { first: String::new(), text: say("ways-if-all", &args) });
        lines.extend(list(&ways.if_all, &only_if_all));
    }
    if !fall.falls.is_empty() || !only_if_all.is_empty() {
        lines.push(Line::Blank);
        let args = [("path", typed(&whole.source.path).into()), ("id", plan.names.name(*id).into())];
        let mut next = String::new();
        write_next(&mut next, &say("ways-next", &args), width);
        lines.push(Line::Written(next.trim_end().to_owned()));
    }
    let mut out = String::new();
    write_lines(&mut out, &lines, width);
    out
}

#[derive(Serialize, JsonSchema)]
pub(crate) struct WaysDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// What was asked about.
    items: [Item<'a>; 1],
}

#[derive(Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // As in the table.
struct Item<'a> {
    /// The id of what fails.
    item: &'a str,
    /// What it is.
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// Ids of the results that fall with it, in order; at most 1,000.
    loss: Vec<&'a str>,
    /// How many results fall with it.
    loss_count: usize,
    /// Ids of what falls with it, in order; at most 1,000.
    falls: Vec<&'a str>,
    /// How many fall with it.
    falls_count: usize,
    /// Ids of the results that fall where all that leads to a result is needed; at most 1,000.
    loss_if_all: Vec<&'a str>,
    /// How many results fall then.
    loss_if_all_count: usize,
    /// For each result that falls, with either reading.
    ways: Vec<Way<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Way<'a> {
    /// The id of the result that falls.
    item: &'a str,
    /// Only where all that leads to a result is needed.
    if_all: bool,
    /// The way in one sentence.
    message: String,
    /// What falls one after the other, what failed first.
    path: Vec<&'a str>,
}

/// The answer as one JSON document, in which the table has one row.
///
/// # Errors
/// Where `out` takes no more.
pub fn ways_json(ways: &Ways<'_>, wording: Wording<'_>, today: Date, out: &mut dyn Write) -> io::Result<()> {
    let Ways { whole, id, failure, if_all } = ways;
    let plan = &whole.plan;
    let reasons = Reasons::new(plan, wording);
    let name = |id: Id| plan.names.name(id);
    let sorted = |ids: &[Id]| in_order(ids.iter().map(|&id| name(id)).collect());
    let fall = failure.fall();
    let way = |failure: &Failure<'_>, is_if_all: bool, to: Id| {
        let links = failure.chain(to);
        let first = links.first().map(|link| link.through);
        Way {
            item: name(to),
            if_all: is_if_all,
            message: reasons.chain(failure, to).unwrap_or_default(),
            path: first.into_iter().chain(links.iter().map(|link| link.id)).map(name).collect(),
        }
    };
    let loss_if_all = if_all.fall().loss;
    let only_if_all = ways.only_if_all(&fall.loss);
    let told = fall.loss.iter().map(|&to| way(failure, false, to));
    let told = told.chain(only_if_all.iter().map(|&to| way(if_all, true, to)));
    let item = Item {
        item: name(*id),
        kind: plan.names.get(*id).kind.name(),
        title: wording.written(*id),
        loss: sorted(&fall.loss),
        loss_count: fall.loss.len(),
        falls: sorted(&fall.falls),
        falls_count: fall.falls.len(),
        loss_if_all: sorted(&loss_if_all),
        loss_if_all_count: loss_if_all.len(),
        ways: told.take(Graph::MOST_LISTED).collect(),
    };
    let head = Head::new("bottlenecks", today, &whole.source.path, whole.title());
    write_document(&WaysDocument { head, items: [item] }, out)
}
