//! A section that is made of tables, each with what is to be asked about it.

use super::table::Table;
use crate::report::sheet::sentence_without_mark_up;
use askama::Template;
use std::fmt::Write as _;

/// A section of tables.
#[derive(Template)]
#[template(path = "tables.html")]
pub(super) struct Tables {
    pub id: &'static str,
    pub heading: String,
    /// Above the tables.
    pub intro: Vec<String>,
    pub parts: Vec<Part>,
    /// Below them.
    pub notes: Vec<String>,
}

/// A table with its heading, and what is asked below it.
pub(super) struct Part {
    pub heading: Option<String>,
    pub table: Table,
    /// Each a sentence and a question.
    pub asks: Vec<(String, String)>,
}

impl Part {
    /// A table without a heading of its own.
    pub(super) fn plain(table: Table) -> Self {
        Self { heading: None, table, asks: Vec::new() }
    }
}

impl Tables {
    /// The same in Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        // Writing to a string cannot fail.
        for sentence in &self.intro {
            let _ = write!(out, "{}\n\n", sentence_without_mark_up(sentence));
        }
        for part in &self.parts {
            if let Some(heading) = &part.heading {
                let _ = write!(out, "### {}\n\n", sentence_without_mark_up(heading));
            }
            part.table.markdown(out);
            for (sentence, ask) in &part.asks {
                let said = format!("{sentence} {ask}");
                let _ = writeln!(out, "- {}", sentence_without_mark_up(said.trim()));
            }
            if !part.asks.is_empty() {
                out.push('\n');
            }
        }
        for sentence in &self.notes {
            let _ = write!(out, "{}\n\n", sentence_without_mark_up(sentence));
        }
    }
}
