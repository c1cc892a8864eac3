//! A table of plain texts, for a screen, for a spreadsheet and for a page of Markdown. What a plan says is made harmless
//! in each: no escape sequence, no formula, no mark-up.

use crate::lang::escaped;
use comfy_table::{ContentArrangement, Table, presets};
use std::fmt::Write as _;
use std::io::{self, Write};

/// A table: a header and rows of as many cells. A cell is plan text or our own words, not yet escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The names of the columns.
    pub head: Vec<String>,
    /// The rows, each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

impl Sheet {
    /// The table for a screen of this width; cells are wrapped.
    #[must_use]
    pub fn text(&self, width: usize) -> String {
        let mut table = Table::new();
        table.load_style(presets::UTF8_HORIZONTAL_ONLY);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        table.set_header(self.head.iter().map(|cell| escaped_lines(cell)));
        for row in &self.rows {
            table.add_row(row.iter().map(|cell| escaped_lines(cell)));
        }
        table.trim_fmt() + "\n"
    }

    /// The same with each row in one line and as few blanks as can be; nothing where that is too wide.
    #[must_use]
    pub fn lines(&self, width: usize) -> Option<String> {
        use unicode_width::UnicodeWidthStr as _;
        let rows: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.iter().map(|cell| escaped_lines(cell)).collect()).collect();
        let columns = 0..self.head.len();
        let lines = |cell: &str| cell.lines().map(str::width).max().unwrap_or(0);
        let widest = |at: usize| {
            let cells = rows.iter().map(|row| &row[at]).chain(self.head.get(at));
            cells.map(|cell| lines(cell)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = columns.map(widest).collect();
        if widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1) > width {
            return None;
        }
        let heights = self.head.iter().map(|cell| cell.lines().count()).max().unwrap_or(0);
        let head = (0..heights).map(|line| {
            self.head.iter().map(|cell| cell.lines().nth(line).unwrap_or_default().to_owned()).collect()
        });
        let rule = vec![widths.iter().map(|width| "─".repeat(*width)).collect()];
        let mut out = String::new();
        for row in head.chain(rule).chain(rows) {
            let row: &Vec<String> = &row;
            let cell = |(cell, width): (&String, &usize)| {
                format!("{cell}{:gap$}", "", gap = width.saturating_sub(cell.width()))
            };
            let line: Vec<String> = row.iter().zip(&widths).map(cell).collect();
            out += line.join("  ").trim_end();
            out.push('\n');
        }
        Some(out)
    }

    /// The table as comma-separated values (RFC 4180, lines end with LF).
    ///
    /// # Errors
    /// Where `out` takes no more.
    pub fn csv(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut csv = csv::Writer::from_writer(out);
        for row in std::iter::once(&self.head).chain(&self.rows) {
            csv.write_record(row.iter().map(|cell| no_formula(cell)))?;
        }
        csv.flush()
    }

    /// The table in Markdown, its columns aligned.
    #[must_use]
    pub fn markdown(&self) -> String {
        use unicode_width::UnicodeWidthStr as _;
        let rows: Vec<Vec<String>> = std::iter::once(&self.head)
            .chain(&self.rows)
            .map(|row| row.iter().map(|cell| no_mark_up(cell)).collect())
            .collect();
        let mut widths = vec![3; self.head.len()];
        for row in &rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.width().max(*width);
            }
        }
        let mut out = String::new();
        for (number, row) in rows.iter().enumerate() {
            for (cell, width) in row.iter().zip(&widths) {
                let gap = width.saturating_sub(cell.width());
                // Writing to a string cannot fail.
                let _ = write!(out, "| {cell}{:gap$} ", "");
            }
            out += "|\n";
            if number == 0 {
                for width in &widths {
                    let _ = write!(out, "|{}", "-".repeat(width + 2));
                }
                out += "|\n";
            }
        }
        out
    }
}

/// The text as a screen may show it, its line breaks kept.
fn escaped_lines(cell: &str) -> String {
    cell.lines().map(|line| escaped(line).into_owned()).collect::<Vec<_>>().join("\n")
}

/// A cell that no spreadsheet takes for a formula: one that could be is put behind an apostrophe.
fn no_formula(cell: &str) -> String {
    let cell = escaped_lines(cell);
    if cell.trim_start().starts_with(['=', '+', '-', '@', '|', '%']) { format!("'{cell}") } else { cell }
}

/// A cell of which every sign means only itself in Markdown and in HTML.
pub(crate) fn no_mark_up(cell: &str) -> String {
    sentence_without_mark_up(&escaped_lines(cell))
}

/// The same of a text in which plan text is escaped already.
pub(crate) fn sentence_without_mark_up(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            out += "<br>";
        }
        for c in line.chars() {
            match c {
                '<' => out += "&lt;",
                '>' => out += "&gt;",
                '&' => out += "&amp;",
                // An address would become a link, a name a mention.
                '@' => out += "&#64;",
                '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '#' | '~' | '!' => {
                    out.push('\\');
                    out.push(c);
                }
                c => out.push(c),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Sheet;

    fn sheet(cells: &[&str]) -> Sheet {
        let row = cells.iter().map(|&cell| cell.to_owned()).collect();
        Sheet { head: vec!["what".into(); cells.len()], rows: vec![row] }
    }

    fn csv(sheet: &Sheet) -> String {
        let mut out = Vec::new();
        sheet.csv(&mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_spreadsheet_takes_no_title_for_a_formula() {
        let csv = csv(&sheet(&["=1+1", " @sum", "-7", "a, \"b\"\nc", "a\u{1b}[2J"]));
        assert_eq!(csv, "what,what,what,what,what\n'=1+1,' @sum,'-7,\"a, \"\"b\"\"\nc\",a\\u{1b}[2J\n");
    }

    #[test]
    fn a_page_takes_no_title_for_mark_up() {
        let markdown = sheet(&["<script>", "a | b", "[x](javascript:1)", "*so*\nnext"]).markdown();
        let row = markdown.lines().last().unwrap();
        assert_eq!(row, r"| &lt;script&gt; | a \| b | \[x\](javascript:1) | \*so\*<br>next |");
    }

    #[test]
    fn a_screen_gets_no_escape_sequence() {
        let text = sheet(&["a\u{1b}[2Jb", "two\nlines"]).text(60);
        assert!(text.contains("a\\u{1b}[2Jb") && !text.contains('\u{1b}'), "{text}");
        assert!(text.lines().any(|line| line.trim_end().ends_with("two")), "{text}");
    }
}
