//! The workload on a screen in figures: a row for weeks one after the other with as much work.

use super::{Workload, text};
use crate::lang::escaped;
use crate::report::hours::told;
use crate::report::layout::fitted;
use crate::report::rows::write_paragraph;
use crate::report::wording::Wording;
use comfy_table::{CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

/// Below these widths, columns are left out.
const NARROW: usize = 74;
const NARROWEST: usize = 58;
/// The columns that are.
const TO: usize = 2;
const CAPACITY: usize = 4;
/// Rows that are shown on a screen.
const MOST_ROWS: usize = 2000;

/// Only lines below the header and around the whole: a row is a line.
const STYLE: TableStyle = TableStyle::new()
    .top_border(LineStyle::none().fill('─').junction('─'))
    .header_separator(LineStyle::none().fill('─').junction('─'))
    .bottom_border(LineStyle::none().fill('─').junction('─'));

/// The table for a screen of this width.
#[must_use]
pub fn table(workload: &Workload<'_>, wording: Wording<'_>, width: usize) -> String {
    if workload.people_with_work().next().is_none() {
        return text(workload, wording, width);
    }
    let say =
        |column: &str| wording.catalogue.say("workload-column", &[("column", column.to_owned().into())]);
    let left_out: &[usize] = match width {
        ..NARROWEST => &[TO, CAPACITY],
        NARROWEST..NARROW => &[CAPACITY],
        _ => &[],
    };
    let head = ["person", "from", "to", "hours-short", "capacity", "over"].map(say);
    let kept = |cells: [String; 6]| {
        let cells = cells.into_iter().enumerate().filter(|(column, _)| !left_out.contains(column));
        cells.map(|(_, cell)| cell).collect::<Vec<String>>()
    };
    let mut table = Table::new();
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    table.set_header(kept(head.clone()));
    let mut rows = 0;
    for person in workload.people_with_work() {
        let title = wording.unescaped_title(person.load.person);
        let mut name =
            fitted(title.split(',').next().unwrap_or(&title), if width < NARROWEST { 8 } else { 20 });
        for stretch in person.stretches.iter().take(MOST_ROWS - rows) {
            rows += 1;
            let capacity = if stretch.is_away {
                wording.catalogue.say("workload-away", &[])
            } else {
                stretch.capacity.map(told).unwrap_or_default()
            };
            let over = stretch.over().map(|hours| format!("! {}", told(hours))).unwrap_or_default();
            let weeks = [stretch.first, stretch.last].map(|week| week.to_string());
            let [first, last] = weeks;
            // Told once, at its first row.
            let row = [std::mem::take(&mut name), first, last, told(stretch.hours), capacity, over];
            table.add_row(kept(row.map(|cell| escaped(&cell).into_owned())));
        }
    }
    // Numbers stand under each other; the person and the weeks stand before them.
    for column in table.column_iter_mut().skip(3 - usize::from(left_out.contains(&TO))) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut out = table.trim_fmt() + "\n";
    if !left_out.is_empty() {
        let names: Vec<&str> = left_out.iter().map(|&column| &*head[column]).collect();
        let said = wording.catalogue.say("show-left-out", &[("columns", names.join(", ").into())]);
        write_paragraph(&mut out, "", &said, width);
    }
    out += &text::below_a_table(workload, wording, width, rows == MOST_ROWS);
    out
}
