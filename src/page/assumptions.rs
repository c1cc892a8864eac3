//! What nobody here controls: whether it holds, who finds out, and what falls if it does not.

use super::people::leave_out_empty;
use super::table::{Cell, Table};
use super::tables::{Part, Tables};
use super::told::Told;
use super::words::Mentions;
use crate::plan::{Assumption, AssumptionKind, Holds};
use std::collections::HashMap;
use std::convert::Infallible;

/// Assumptions that are told.
const MOST: usize = 100;
/// Results of a row, by name.
const MOST_RESULTS: usize = 6;
/// Single losses that are looked through for those of assumptions.
const MOST_LOSSES: usize = 3_000;

/// The assumptions of a plan; nothing where none may be told.
pub(super) fn section(told: &Told<'_>) -> Option<Tables> {
    let plan = told.read.plan;
    let shown: Vec<&Assumption> =
        plan.assumptions.iter().filter(|assumption| !told.hides(assumption.id)).collect();
    if shown.is_empty() {
        return None;
    }
    let mut losses = HashMap::new();
    let Ok(()) = told.losses.tell(MOST_LOSSES, &mut |count, loss| {
        if plan.names.get(count.id).kind == crate::plan::Kind::Assumption {
            losses.insert(count.id, loss);
        }
        Ok::<(), Infallible>(())
    });
    let row = |assumption: &&Assumption| {
        let holds = assumption.holds.map(|holds| holds.value).unwrap_or_default();
        let (class, holds) = match holds {
            Holds::Yes => ("good", "yes"),
            Holds::No => ("bad", "no"),
            Holds::Unknown => ("unknown", "unknown"),
        };
        let kind = assumption.kind.map(|kind| match kind.value {
            AssumptionKind::Environment => "environment",
            AssumptionKind::Values => "values",
            AssumptionKind::Related => "related",
        });
        let who = assumption.who.filter(|who| !told.hides(who.id));
        let loss = losses.get(&assumption.id);
        let loss = loss.map(|one| Mentions::of(told, &one.loss.ids, one.loss.count as usize, MOST_RESULTS));
        vec![
            Cell::Thing(told.mention(assumption.id)),
            Cell::Signed(class, told.word("state-assumption", "holds", holds)),
            Cell::Words(kind.map(|kind| told.word("page-assumption-kind", "kind", kind)).unwrap_or_default()),
            who.map_or_else(|| Cell::Words(String::new()), |who| Cell::Thing(told.mention(who.id))),
            Cell::Words(assumption.by.map(|day| day.value.to_string()).unwrap_or_default()),
            Cell::Things(loss.unwrap_or_default()),
        ]
    };
    let names = ["assumption", "holds", "kind", "who", "by", "falls"];
    let mut table = Table {
        id: "assumptions-caption".to_owned(),
        caption: told.say("page-caption-assumptions"),
        head: names.map(|name| told.word("page-assumption-column", "column", name)).to_vec(),
        rows: shown.iter().take(MOST).map(row).collect(),
        class: "assumptions",
        name: None,
    };
    leave_out_empty(&mut table);
    let more = shown.len().saturating_sub(MOST);
    Some(Tables {
        id: "assumptions",
        heading: told.say("page-heading-assumptions"),
        intro: Vec::new(),
        parts: vec![Part::plain(table)],
        notes: if more > 0 { vec![told.count("page-and-more", more)] } else { Vec::new() },
    })
}
