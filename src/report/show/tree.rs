//! The ladder as a tree of titles.

use super::state::{Weak, level_word, state};
use super::{Ladder, Place, Row as Rung};
use crate::check::Check;
use crate::graph::Graph;
use crate::lang::Catalogue;
use crate::plan::{Level, Plan};
use crate::report::layout::{FAINT, STRONG};
use crate::report::rows::{Mark, Row, clipped, typed, write_paragraph, write_rows};
use crate::report::wording::Wording;
use anstyle::Style;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// The ladder as a tree, with marks where something is weak. Empty where the text could not be read as a plan.
#[must_use]
pub fn tree(check: &Check, ladder: &Ladder, wording: Wording<'_>, width: usize) -> String {
    let (Some(plan), Some(graph)) = (&check.plan, &check.graph) else { return String::new() };
    let weak = Weak::of(check, plan);
    let catalogue = wording.catalogue;
    let told = Told { plan, graph, weak: &weak, wording, steps: (width / 6).max(2) };
    let mut out = String::new();
    write_head(&mut out, check, plan, catalogue, width);
    let leading = told.rows(&ladder.rows);
    let astray = told.rows(&ladder.astray);
    let has_marks = leading.iter().chain(&astray).any(|row| row.mark != Mark(None));
    write_rows(&mut out, &leading, has_marks, width);
    if !astray.is_empty() {
        let _ = writeln!(out, "\n{STRONG}{}{STRONG:#}", catalogue.say("show-astray", &[]));
        write_rows(&mut out, &astray, has_marks, width);
    }
    let last = leading.last().map_or("ambition", |row| row.id);
    write_foot(&mut out, check, &weak, has_marks, last, catalogue, width);
    out
}

fn write_head(out: &mut String, check: &Check, plan: &Plan, catalogue: &Catalogue, width: usize) {
    let title = clipped(check.title());
    let path = clipped(&check.source.path);
    let gap = width.saturating_sub(title.width() + path.width());
    if gap >= 2 {
        let _ = writeln!(out, "{STRONG}{title}{STRONG:#}{:gap$}{path}", "");
    } else {
        write_paragraph(out, "", &title, width);
        write_paragraph(out, "", &path, width);
    }
    let counts = check.counts();
    let of_level = [
        (Level::Goal, counts.goals),
        (Level::Objective, counts.objectives),
        (Level::Activity, counts.activities),
        (Level::Task, counts.tasks),
    ];
    let mut steps = vec![level_word(plan, Level::Ambition, catalogue)];
    for (level, count) in of_level.into_iter().filter(|(_, count)| *count > 0) {
        let word = level_word(plan, level, catalogue);
        let is_own = plan.labels.iter().any(|(labelled, _)| *labelled == level);
        steps.push(if is_own {
            format!("{word} {count}")
        } else {
            catalogue.say("level-count", &[("level", level.name().into()), ("count", count.into())])
        });
    }
    write_paragraph(out, "", &steps.join(" · "), width);
    out.push('\n');
}

fn write_foot(
    out: &mut String,
    check: &Check,
    weak: &Weak<'_>,
    has_marks: bool,
    id: &str,
    catalogue: &Catalogue,
    width: usize,
) {
    let counts = check.counts();
    let total: usize = counts.severities.iter().sum();
    let elsewhere = total.saturating_sub(weak.count());
    out.push('\n');
    if has_marks {
        write_paragraph(out, "", &catalogue.say("show-marks", &[]), width);
    }
    if elsewhere > 0 {
        let said = catalogue.say("show-elsewhere", &[("count", elsewhere.into())]);
        write_paragraph(out, "", &said, width);
    }
    let command = if total > 0 { "show-next-check" } else { "show-next-why" };
    // What one is to type stays in one line.
    let _ = writeln!(
        out,
        "{}",
        catalogue.say(command, &[("path", typed(&check.source.path).into()), ("id", id.into())])
    );
}

/// What is needed to tell rungs as rows.
struct Told<'a> {
    plan: &'a Plan,
    graph: &'a Graph,
    weak: &'a Weak<'a>,
    wording: Wording<'a>,
    /// How many steps are drawn; what stands deeper has its depth written.
    steps: usize,
}

impl<'a> Told<'a> {
    fn rows(&self, rungs: &[Rung]) -> Vec<Row<'a>> {
        let mut open: Vec<bool> = Vec::new();
        let rows = rungs.iter().enumerate().map(|(at, rung)| {
            open.truncate(rung.depth as usize);
            let has_below = rungs.get(at + 1).is_some_and(|next| next.depth > rung.depth);
            let (stem, stem_after) = self.stems(&open, rung, has_below);
            open.push(!rung.last);
            self.row(rung, stem, stem_after)
        });
        rows.collect()
    }

    fn row(&self, rung: &Rung, stem: String, stem_after: String) -> Row<'a> {
        let plan = self.plan;
        let is_here = rung.place == Place::Here;
        let place = match rung.place {
            Place::Here => {
                plan.item(rung.id).map(|item| state(plan, self.graph, item, self.wording.catalogue))
            }
            Place::Above => Some(self.wording.catalogue.say("show-above", &[])),
            Place::Below => Some(self.wording.catalogue.say("show-below", &[])),
            Place::Under(home) => {
                Some(self.wording.catalogue.say("show-under", &[("id", plan.names.name(home).into())]))
            }
        };
        let mut states = vec![place.unwrap_or_default()];
        if is_here && !rung.is_expected {
            states.insert(
                0,
                plan.item(rung.id)
                    .map_or_else(String::new, |item| level_word(plan, item.level, self.wording.catalogue)),
            );
        }
        if rung.hidden > 0 {
            states.push(self.wording.catalogue.say("show-hidden", &[("count", rung.hidden.into())]));
        }
        states.retain(|state| !state.is_empty());
        Row {
            mark: if is_here { self.weak.mark(plan, rung.id) } else { Mark(None) },
            stem,
            stem_after,
            title: self.wording.unescaped_title(rung.id),
            state: states.join("; "),
            id: plan.names.name(rung.id),
            notes: if is_here { self.weak.names(plan, rung.id).join(", ") } else { String::new() },
            style: match (is_here, rung.depth) {
                (false, _) => FAINT,
                (true, 0) => STRONG,
                _ => Style::new(),
            },
        }
    }

    /// What leads to a title: in its first line, and in those after it. `open` tells for each step above whether more
    /// follows there.
    fn stems(&self, open: &[bool], rung: &Rung, has_below: bool) -> (String, String) {
        let depth = rung.depth as usize;
        if depth == 0 {
            return (String::new(), if has_below { "│ ".to_owned() } else { String::new() });
        }
        if depth > self.steps {
            let stem = format!("{}{depth} › ", "  ".repeat(self.steps - 1));
            let blank = " ".repeat(stem.width());
            return (stem, blank);
        }
        let above: String = open[1..depth].iter().map(|&more| if more { "│ " } else { "  " }).collect();
        let (corner, side) = if rung.last { ("└ ", "  ") } else { ("├ ", "│ ") };
        let below = if has_below && depth < self.steps { "│ " } else { "" };
        (format!("{above}{corner}"), format!("{above}{side}{below}"))
    }
}
