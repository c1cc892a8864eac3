//! What is in force, on a screen.

use super::{Telling, table};
use crate::lang::{escaped, shown};
use crate::report::layout::{Page, STRONG};
use crate::report::rows::{typed, write_next};
use crate::settings::{Entry, From, Setting};
use std::io::{self, Write};

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Of the findings only those whose weight somebody has set.
    Usual,
    /// All of it.
    Everything,
}

/// What is in force, for a screen of this width.
///
/// # Errors
/// Where `out` takes no more.
pub fn text(telling: Telling<'_>, extent: Extent, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { out, width };
    if let Some((title, plan)) = telling.title.zip(telling.in_force.plan) {
        page.beside("", &shown(title), STRONG, &shown(&plan.path))?;
    }
    for (number, paragraph) in telling.file().split("\n\n").enumerate() {
        if number > 0 {
            page.blank()?;
        }
        if paragraph.starts_with(' ') {
            // An example keeps its lines.
            for line in paragraph.lines() {
                writeln!(page.out, "{}", line.trim_end())?;
            }
        } else {
            page.paragraph("", paragraph)?;
        }
    }
    page.blank()?;
    let entries = &telling.in_force.entries;
    let is_told = |entry: &&Entry| {
        let is_usual = matches!(entry.setting, Setting::Severity(_)) && entry.from == From::Default;
        extent == Extent::Everything || !is_usual
    };
    let sheet = table::short(telling, entries.iter().filter(is_told));
    let untold = entries.len() - sheet.rows.len();
    match sheet.lines(width) {
        Some(table) => page.out.write_all(table.as_bytes())?,
        // Too wide for a table: each under its name.
        None => {
            for row in &sheet.rows {
                page.paragraph("", &escaped(&row[0]))?;
                page.paragraph("    ", &escaped(&row[1..].join(" · ")))?;
            }
        }
    }
    if let Some(lowered) = telling.lowered() {
        page.blank()?;
        page.paragraph("", &lowered)?;
    }
    if untold > 0 {
        let named = telling.named.map(|named| format!(" {}", typed(named))).unwrap_or_default();
        let command = format!("scf settings{named} --all");
        page.blank()?;
        let said = telling.say("settings-untold", &[("count", untold.into()), ("command", command.into())]);
        let mut next = String::new();
        write_next(&mut next, &said, width);
        page.out.write_all(next.as_bytes())?;
    }
    Ok(())
}
