//! Why, as JSON.

use super::Why;
use crate::check::Check;
use crate::graph::{Lines, Presence};
use crate::plan::{Id, Plan};
use crate::report::json::{Head, in_order};
use crate::report::shape::{KindName, PresenceName};
use crate::report::wording::Wording;
use crate::report::write_document;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The id of what this is about.
    item: &'a str,
    /// What it is.
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// Its title; `(core item)` where it is not told to this circle.
    item_title: Cow<'a, str>,
    /// Whether it belongs to the plan now: open, done or absent.
    #[schemars(with = "PresenceName")]
    presence: &'static str,
    /// Whether it stands as the plan is now.
    stands: bool,
    /// Ids from below to the top.
    lines: Vec<Vec<&'a str>>,
    /// How many lines of sight there are.
    lines_count: u64,
    /// Each thing that is named in `lines`, once.
    steps: Vec<Step<'a>>,
    /// What it stands on.
    stands_on: Vec<Ground<'a>>,
    /// What it stood on and is done.
    done: Vec<&'a str>,
    /// Ids of what falls with it, in order; at most 1,000.
    falls: Vec<&'a str>,
    /// How many fall with it.
    falls_count: usize,
    /// Ids of the results that fall with it, in order; at most 1,000.
    loss: Vec<&'a str>,
    /// How many results fall with it.
    loss_count: usize,
    /// Where it is named in the plan.
    uses: Vec<Used<'a>>,
}

#[derive(Serialize, JsonSchema)]
struct Step<'a> {
    /// The id of what this is about.
    item: &'a str,
    /// What it is.
    #[schemars(with = "KindName")]
    kind: &'static str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: Cow<'a, str>,
    /// Why it leads to what it supports.
    because: Option<Cow<'a, str>>,
    /// Ids of the assumptions that it relies on.
    assumes: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Ground<'a> {
    /// What kind of support this is.
    need: &'static str,
    /// For access: the party.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
    /// Ids of those that give this support.
    members: Vec<&'a str>,
    /// Whether all of them are needed.
    all: bool,
    /// How many of them are needed, where it is a number.
    at_least: Option<usize>,
}

#[derive(Serialize, JsonSchema)]
struct Used<'a> {
    /// In what part it is named.
    part: &'static str,
    /// The id of what names it.
    item: &'a str,
}

/// All that is told about one thing, as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(
    why: &Why<'_>,
    check: &Check,
    wording: Wording<'_>,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = why.plan;
    let name = |id: Id| plan.names.name(id);
    let names = |ids: &[Id]| ids.iter().map(|&id| name(id)).collect::<Vec<_>>();
    let (falls, loss) = why.fall.as_ref().map_or((&[][..], &[][..]), |fall| (&fall.falls, &fall.loss));
    let document = Document {
        head: Head::new("why", today, &check.source.path, check.title()),
        item: name(why.id),
        kind: why.kind().name(),
        item_title: wording.written(why.id),
        presence: match why.graph.presence(why.id) {
            Presence::Absent => "absent",
            Presence::Done => "done",
            Presence::Open => "open",
        },
        stands: why.graph.stands(why.id),
        lines: why.lines.first.iter().map(|line| names(line)).collect(),
        lines_count: why.lines.count,
        steps: steps(plan, wording, &why.lines),
        stands_on: why
            .stands_on
            .iter()
            .map(|stand| Ground {
                need: stand.need.name(),
                of: stand.of.map(name),
                members: names(&stand.members),
                all: stand.all,
                at_least: stand.at_least,
            })
            .collect(),
        done: names(&why.done),
        falls: cut(plan, falls),
        falls_count: falls.len(),
        loss: cut(plan, loss),
        loss_count: loss.len(),
        uses: why.uses.iter().map(|found| Used { part: found.part.name(), item: name(found.id) }).collect(),
    };
    write_document(&document, out)
}

fn steps<'a>(plan: &'a Plan, wording: Wording<'a>, lines: &Lines) -> Vec<Step<'a>> {
    let told: BTreeSet<Id> = lines.first.iter().flatten().copied().collect();
    let step = |item: &'a crate::plan::Item| Step {
        item: plan.names.name(item.id),
        kind: item.level.name(),
        title: wording.written(item.id),
        because: item.because.as_ref().map(|because| {
            if wording.hides(item.id) { wording.written(item.id) } else { Cow::Borrowed(&*because.value) }
        }),
        assumes: item.assumes.iter().map(|assumed| plan.names.name(assumed.id)).collect(),
    };
    told.into_iter().filter_map(|id| plan.item(id).map(step)).collect()
}

/// Names sorted, the first of them where there are very many.
fn cut<'a>(plan: &'a Plan, ids: &[Id]) -> Vec<&'a str> {
    in_order(ids.iter().map(|&id| plan.names.name(id)).collect())
}
