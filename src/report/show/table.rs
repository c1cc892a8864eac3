//! The ladder as a table: one row an item.

use super::state::{Weak, level_word, state};
use super::{Ladder, Place};
use crate::check::Check;
use crate::plan::{Item, Plan};
use crate::report::rows::{clipped, write_paragraph};
use crate::report::wording::Wording;
use crate::source::Located;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use jiff::civil::Date;
use unicode_width::UnicodeWidthStr as _;

/// Below this width, a level stands under its id, so that titles have room.
const NARROW: usize = 100;
/// Fewest columns for titles, and for another column where it must give way.
const FEWEST: usize = 12;
/// Blanks at the sides of a column.
const PADDING: usize = 2;

/// A column: its name in the catalogue, and what stands in it.
struct Column {
    name: &'static str,
    cells: Vec<String>,
}

/// The ladder as a table, in the order of the tree. Columns of which nothing is written are left out. Empty where the
/// text could not be read as a plan.
#[must_use]
pub fn table(check: &Check, ladder: &Ladder, wording: Wording<'_>, width: usize) -> String {
    let catalogue = wording.catalogue;
    let header = |column: &Column| catalogue.say("show-column", &[("column", column.name.into())]);
    let mut columns: Vec<(String, Column)> = columns(check, ladder, wording, width < NARROW)
        .into_iter()
        .map(|column| (header(&column), column))
        .collect();
    let left_out = leave_out(&mut columns, width);
    let Some((_, first)) = columns.first() else { return String::new() };
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    table.set_header(columns.iter().map(|(header, _)| header));
    for at in 0..first.cells.len() {
        table.add_row(columns.iter().map(|(_, column)| &column.cells[at]));
    }
    let fixed = |width: usize| {
        let width = u16::try_from(width + PADDING).unwrap_or(u16::MAX);
        ColumnConstraint::Absolute(Width::Fixed(width))
    };
    table.set_constraints(widths(&columns, width).into_iter().map(fixed));
    let mut out = table.trim_fmt() + "\n";
    if !left_out.is_empty() {
        let said = catalogue.say("show-left-out", &[("columns", left_out.join(", ").into())]);
        write_paragraph(&mut out, "", &said, width);
    }
    out
}

fn columns(check: &Check, ladder: &Ladder, wording: Wording<'_>, narrow: bool) -> Vec<Column> {
    let catalogue = wording.catalogue;
    let (Some(plan), Some(graph)) = (&check.plan, &check.graph) else { return Vec::new() };
    let weak = Weak::of(check, plan);
    let rungs = ladder.rows.iter().chain(&ladder.astray).filter(|rung| rung.place == Place::Here);
    let items: Vec<&Item> = rungs.filter_map(|rung| plan.item(rung.id)).collect();
    let column = |name: &'static str, cell: &dyn Fn(&Item) -> String| Column {
        name,
        cells: items.iter().map(|item| cell(item)).collect(),
    };
    let level = |item: &Item| level_word(plan, item.level, catalogue);
    let id = |item: &Item| plan.names.name(item.id).to_owned();
    let titled = |item: &Item| {
        let sign = weak.mark(plan, item.id).sign();
        format!("{sign} {}", clipped(&wording.unescaped_title(item.id))).trim_start().to_owned()
    };
    let supports =
        |item: &Item| graph.supports(item.id).map(|id| plan.names.name(id)).collect::<Vec<_>>().join("\n");
    let mut columns = vec![
        column("title", &titled),
        column("who", &|item| who(plan, item)),
        column("status", &|item| state(plan, graph, item, catalogue)),
        column("dates", &dates),
        column("supports", &supports),
    ];
    columns.retain(|column| column.name == "title" || column.cells.iter().any(|cell| !cell.is_empty()));
    if narrow {
        columns.insert(1, column("id", &|item| format!("{}\n({})", id(item), level(item))));
    } else {
        columns.insert(0, column("level", &level));
        columns.insert(2, column("id", &id));
    }
    columns
}

/// As wide as its longest line.
fn needed((header, column): &(String, Column)) -> usize {
    let widest = |text: &String| text.lines().map(str::width).max().unwrap_or(0);
    column.cells.iter().map(widest).max().unwrap_or(0).max(header.width())
}

/// The columns that these words can have on a screen of this width.
fn room(columns: usize, width: usize) -> usize {
    // Each has its padding, and one blank stands between two.
    width.saturating_sub(columns * PADDING + columns.saturating_sub(1))
}

/// Takes columns out until titles have room, the least needed first, and tells which.
fn leave_out(columns: &mut Vec<(String, Column)>, width: usize) -> Vec<String> {
    let mut left_out = Vec::new();
    for name in ["supports", "status", "dates", "who"] {
        let others = columns.iter().filter(|(_, column)| column.name != "title").map(needed);
        if others.sum::<usize>() + FEWEST * 2 <= room(columns.len(), width) {
            break;
        }
        let at = columns.iter().position(|(_, column)| column.name == name);
        left_out.extend(at.map(|at| columns.remove(at).0));
    }
    left_out
}

/// How wide each column is, without its padding: as wide as its longest line, but the titles have what is left.
fn widths(columns: &[(String, Column)], width: usize) -> Vec<usize> {
    let mut widths: Vec<usize> = columns.iter().map(needed).collect();
    let room = room(columns.len(), width);
    let title = columns.iter().position(|(_, column)| column.name == "title").unwrap_or(0);
    // Where titles would have next to nothing, the widest of the others gives way, again and again.
    loop {
        let left = room.saturating_sub(widths.iter().sum::<usize>() - widths[title]);
        let others = (0..widths.len()).filter(|&at| at != title);
        let giving = others.max_by_key(|&at| widths[at]).filter(|&at| widths[at] > FEWEST);
        match giving {
            Some(at) if left < FEWEST => widths[at] -= 1,
            _ => {
                widths[title] = widths[title].min(left.max(FEWEST));
                return widths;
            }
        }
    }
}

fn who(plan: &Plan, item: &Item) -> String {
    item.who().map_or_else(String::new, |who| plan.names.name(who.id).to_owned())
}

/// First and last day, below each other.
fn dates(item: &Item) -> String {
    let day = |day: Option<Located<Date>>| day.map_or_else(|| "…".to_owned(), |day| day.value.to_string());
    match (item.start, item.end) {
        (None, None) => String::new(),
        (start, end) => format!("{}\n{}", day(start), day(end)),
    }
}
