//! A table on a page: a caption, heads of columns and of rows, and cells that know what they are.

use super::words::{Mention, Mentions, PlanText, write_escaped};
use crate::lang::escaped;
use crate::report::sheet::{Sheet, sentence_without_mark_up};
use askama::filters::HtmlSafe;
use std::fmt::{self, Write as _};

/// What stands in one cell.
#[derive(Debug, Clone)]
pub(super) enum Cell {
    /// Our own words, or plan text that arrives with line breaks; escaped against what misleads.
    Words(String),
    /// A number.
    Number(String),
    Text(PlanText),
    Thing(Mention),
    Things(Mentions),
    /// A word with a class that gives it its colour.
    Signed(&'static str, String),
}

impl Cell {
    fn plain(&self) -> String {
        match self {
            Self::Words(text) | Self::Number(text) | Self::Signed(_, text) => text.clone(),
            Self::Text(text) => text.text().to_owned(),
            Self::Thing(mention) => mention.title.text().to_owned(),
            Self::Things(mentions) => mentions.cell(),
        }
    }

    fn is_number(&self) -> bool {
        matches!(self, Self::Number(_))
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(text) | Self::Number(text) => {
                for (number, line) in text.lines().enumerate() {
                    if number > 0 {
                        f.write_str("<br/>")?;
                    }
                    write_escaped(f, &escaped(line))?;
                }
                Ok(())
            }
            Self::Text(text) => text.fmt(f),
            Self::Thing(mention) => mention.fmt(f),
            Self::Things(mentions) if mentions.is_empty() => Ok(()),
            Self::Things(mentions) => mentions.fmt(f),
            Self::Signed(class, text) => {
                write!(f, "<span class=\"sign {class}\">")?;
                write_escaped(f, text)?;
                f.write_str("</span>")
            }
        }
    }
}

/// A table.
#[derive(Debug, Clone)]
pub(super) struct Table {
    /// Unique on the page.
    pub id: String,
    pub caption: String,
    pub head: Vec<String>,
    /// Each row with as many cells; the first is its head.
    pub rows: Vec<Vec<Cell>>,
    /// Of what kind it is, for its style.
    pub class: &'static str,
    /// What it is called where several have the same caption.
    pub name: Option<String>,
}

impl Table {
    /// A table that other commands tell too, as they tell it.
    pub(super) fn of_sheet(id: String, caption: String, sheet: Sheet) -> Self {
        let rows = sheet.rows.into_iter().map(|row| row.into_iter().map(Cell::Words).collect());
        Self { id, caption, head: sheet.head, rows: rows.collect(), class: "", name: None }
    }

    /// The same in Markdown, under its caption.
    pub(super) fn markdown(&self, out: &mut String) {
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::plain).collect());
        let sheet = Sheet { head: self.head.clone(), rows: rows.collect() };
        // Writing to a string cannot fail.
        let _ = write!(out, "{}\n\n{}\n", sentence_without_mark_up(&self.caption), sheet.markdown());
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, class, .. } = self;
        f.write_str("<div class=\"wide\" tabindex=\"0\" role=\"region\" ")?;
        match &self.name {
            Some(name) => {
                f.write_str("aria-label=\"")?;
                write_escaped(f, name)?;
                f.write_str("\">")?;
            }
            None => write!(f, "aria-labelledby=\"{id}\">")?,
        }
        write!(f, "<table class=\"{class}\"><caption id=\"{id}\">")?;
        write_escaped(f, &self.caption)?;
        f.write_str("</caption><thead><tr>")?;
        let is_number = |column: usize| self.rows.iter().any(|row| row[column].is_number());
        for (column, head) in self.head.iter().enumerate() {
            let class = if is_number(column) { " class=\"number\"" } else { "" };
            write!(f, "<th scope=\"col\"{class} dir=\"auto\">")?;
            write_escaped(f, &escaped(head))?;
            f.write_str("</th>")?;
        }
        f.write_str("</tr></thead><tbody>")?;
        for row in &self.rows {
            f.write_str("<tr>")?;
            for (column, cell) in row.iter().enumerate() {
                match (column, cell) {
                    (0, cell) => write!(f, "<th scope=\"row\" dir=\"auto\">{cell}</th>")?,
                    (_, Cell::Number(_)) => write!(f, "<td class=\"number\">{cell}</td>")?,
                    (_, cell) => write!(f, "<td dir=\"auto\">{cell}</td>")?,
                }
            }
            f.write_str("</tr>")?;
        }
        f.write_str("</tbody></table></div>")
    }
}

impl HtmlSafe for Table {}
