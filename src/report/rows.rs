//! Titles and ids in columns: the title first, the id one must type behind it.

use super::layout::{ADVICE, ERROR, FAINT, STRONG, WARNING, fitted_line, wrapped};
use crate::lang::{escaped, shown};
use crate::plan::Severity;
use anstyle::Style;
use std::borrow::Cow;
use std::fmt::Write as _;
use textwrap::core::display_width;
use unicode_width::UnicodeWidthStr as _;

/// Below this width, ids do not stand in a column but under their titles.
const NARROW: usize = 60;
/// From this width on, there is a column for notes.
const WIDE: usize = 100;
/// Longest title that is told in full, in characters.
const LONGEST_TITLE: usize = 300;

/// What stands at the margin of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Mark(pub Option<Severity>);

impl Mark {
    /// The mark as one character; a blank where there is none.
    pub(crate) fn sign(self) -> char {
        match self.0 {
            None => ' ',
            Some(Severity::Advice) => '?',
            Some(Severity::Warning | Severity::Error) => '!',
        }
    }

    fn style(self) -> Style {
        match self.0 {
            None => Style::new(),
            Some(Severity::Advice) => ADVICE,
            Some(Severity::Warning) => WARNING,
            Some(Severity::Error) => ERROR,
        }
    }
}

/// One row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row<'a> {
    /// At the margin.
    pub mark: Mark,
    /// What leads to the title in its first line.
    pub stem: String,
    /// What leads to the title in the lines after it. As wide as `stem`.
    pub stem_after: String,
    /// The title as the plan has it.
    pub title: Cow<'a, str>,
    /// What is to be said of it, in brackets behind it; empty for nothing.
    pub state: String,
    /// The id as the plan has it.
    pub id: &'a str,
    /// What is told only where the screen is wide.
    pub notes: String,
    /// How the title is written.
    pub style: Style,
}

impl Row<'_> {
    /// The title, and what is to be said of it.
    fn text(&self) -> String {
        let mut text = clipped(&self.title);
        if !self.state.is_empty() {
            let _ = write!(text, " ({})", self.state);
        }
        text
    }
}

/// One line of a text with rows in it.
#[derive(Debug, Clone)]
pub(crate) enum Line<'a> {
    /// An empty line.
    Blank,
    /// What a section is about.
    Heading(String),
    /// Words, wrapped, plan text among them escaped and no more; `first` stands before their first line, and blanks before the others.
    Text {
        /// Before the first line.
        first: String,
        /// The words.
        text: String,
    },
    /// Words as they are: to be typed, or laid out already.
    Written(String),
    /// A title and its id.
    Row(Row<'a>),
}

/// Writes lines so that the columns of all rows among them stand under each other.
pub(crate) fn write_lines(out: &mut String, lines: &[Line<'_>], width: usize) {
    let rows = lines.iter().filter_map(|line| if let Line::Row(row) = line { Some(row) } else { None });
    let columns = Columns::of(&rows, false, width);
    for line in lines {
        match line {
            Line::Blank => out.push('\n'),
            Line::Heading(text) => {
                for line in wrapped(text, width) {
                    let _ = writeln!(out, "{STRONG}{}{STRONG:#}", shown(&line));
                }
            }
            Line::Text { first, text } => write_paragraph(out, first, text, width),
            Line::Written(text) => {
                let _ = writeln!(out, "{text}");
            }
            Line::Row(row) => columns.write(out, row),
        }
    }
}

/// Writes rows so that their columns stand under each other.
pub(crate) fn write_rows(out: &mut String, rows: &[Row<'_>], margin: bool, width: usize) {
    let columns = Columns::of(&rows.iter(), margin, width);
    for row in rows {
        columns.write(out, row);
    }
}

struct Columns {
    margin: bool,
    /// Where ids begin; nothing where they stand under the titles.
    ids: Option<usize>,
    /// Columns for ids.
    id_width: usize,
    /// Columns for notes; 0 for none.
    notes_width: usize,
    width: usize,
}

impl Columns {
    fn of<'r>(rows: &(impl Iterator<Item = &'r Row<'r>> + Clone), margin: bool, width: usize) -> Self {
        let longest = |text: fn(&Row<'_>) -> usize| rows.clone().map(text).max().unwrap_or(0);
        let notes_width = if width >= WIDE { longest(|row| row.notes.width()).min(width / 4) } else { 0 };
        // An id that is longer stands on a line of its own.
        let id_width =
            rows.clone().map(|row| row.id.width()).filter(|&id| id <= width / 4).max().unwrap_or(0);
        let behind = if notes_width > 0 { notes_width + 2 } else { 0 };
        // Where all titles are short, ids move up to them.
        let needed = longest(|row| row.stem.width() + display_width(&row.text()));
        let margin_width = if margin { 2 } else { 0 };
        let farthest = width.saturating_sub(id_width + behind);
        let ids = (width >= NARROW).then(|| farthest.min(margin_width + needed + 2));
        Self { margin, ids, id_width, notes_width, width }
    }

    fn write(&self, out: &mut String, row: &Row<'_>) {
        let margin_width = if self.margin { 2 } else { 0 };
        let stem_width = margin_width + row.stem.width();
        let room = self.ids.map_or(self.width, |ids| ids - 2).saturating_sub(stem_width).max(12);
        let text = row.text();
        let style = row.style;
        let id_beside = self.ids.filter(|_| row.id.width() <= self.id_width);
        for (number, line) in wrapped(&text, room).iter().enumerate() {
            let (stem, mark) =
                if number == 0 { (&row.stem, row.mark) } else { (&row.stem_after, Mark(None)) };
            if self.margin {
                let style = mark.style();
                let _ = write!(out, "{style}{}{style:#} ", mark.sign());
            }
            let _ = write!(out, "{FAINT}{stem}{FAINT:#}{style}{}{style:#}", shown(line));
            if number == 0
                && let Some(column) = id_beside
            {
                let gap = column.saturating_sub(stem_width + line.width()).max(2);
                let _ = write!(out, "{:gap$}{FAINT}{}{FAINT:#}", "", row.id);
                if self.notes_width > 0 && !row.notes.is_empty() {
                    let gap = self.id_width - row.id.width() + 2;
                    let _ = write!(out, "{:gap$}{}", "", fitted_line(&row.notes, self.notes_width));
                }
            }
            trim_end(out);
            out.push('\n');
        }
        if id_beside.is_none() && !row.id.is_empty() {
            let margin = if self.margin { "  " } else { "" };
            let _ = writeln!(out, "{margin}{FAINT}{}  {}{FAINT:#}", row.stem_after, row.id);
        }
    }
}

/// No blanks at the end of a line: nobody sees them, and every comparison does.
fn trim_end(out: &mut String) {
    out.truncate(out.trim_end_matches(' ').len());
}

/// A title with what could mislead escaped, and its end left out where it is very long.
pub(crate) fn clipped(title: &str) -> String {
    let title = title.trim();
    match title.char_indices().nth(LONGEST_TITLE) {
        None => escaped(title).into_owned(),
        Some((end, _)) => format!("{}…", escaped(&title[..end])),
    }
}

/// A path or id as it must be typed into a shell, safe to be shown and to be copied: in quotes inside which a shell
/// does nothing of its own.
pub(crate) fn typed(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '/' | '\\' | ':');
    let word = escaped(word);
    if word.chars().all(is_plain) {
        word.into_owned()
    } else if word.contains(['$', '`', '"', '!', '%']) {
        format!("'{}'", word.replace('\'', r"'\''"))
    } else {
        format!("\"{word}\"")
    }
}

/// A sentence with a command behind it. Where that is too wide for one line, the command stands in a line of its own: it
/// is never broken, for it is there to be copied.
pub(crate) fn write_next(out: &mut String, said: &str, width: usize) {
    match said.find("  scf ").filter(|_| said.width() > width) {
        Some(at) => {
            write_paragraph(out, "", said[..at].trim_end(), width);
            let _ = writeln!(out, "  {}", shown(said[at..].trim_start()));
        }
        None => {
            let _ = writeln!(out, "{}", shown(said));
        }
    }
}

/// A paragraph under an indentation; `first` stands before its first line.
pub(crate) fn write_paragraph(out: &mut String, first: &str, text: &str, width: usize) {
    let indent = first.width();
    let blank = " ".repeat(indent);
    for (number, line) in wrapped(text, width.saturating_sub(indent).max(12)).iter().enumerate() {
        let lead = if number == 0 { first } else { &blank };
        let _ = writeln!(out, "{lead}{}", shown(line));
    }
}
