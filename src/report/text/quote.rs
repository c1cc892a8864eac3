//! Lines of a plan's text as they may be shown, with a mark under the place. What could lead somebody to a person is
//! masked in them.

use super::layout::fitted_line;
use crate::findings::Finding;
use crate::lang::escaped;
use crate::plan::Severity;
use crate::source::{Leak, MASK, Piece, Source, Span, masked_part, pieces};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use std::borrow::Cow;
use std::ops::Range;
use unicode_width::UnicodeWidthStr as _;

/// Most characters of a line that are shown.
const MOST: usize = 400;

/// The line of a place with the lines around it, and a mark under the place; each line after `indent` blanks.
pub(super) fn quoted(
    source: &Source,
    leaks: &[Leak],
    finding: &Finding,
    indent: usize,
    width: usize,
) -> String {
    quoted_at(source, leaks, finding.at, finding.severity, indent, width)
}

/// The same for any place, marked as one of this severity.
pub(in crate::report) fn quoted_at(
    source: &Source,
    leaks: &[Leak],
    at: Span,
    severity: Severity,
    indent: usize,
    width: usize,
) -> String {
    let line = source.position(at.start).line;
    // Before a line stand the longest number, a blank, a bar and a blank.
    let margin = indent + (line + 1).to_string().len() + 3;
    let room = width.saturating_sub(margin).max(20);
    let place = Place::of(source, leaks, at, room);
    let mut lines = vec![place.text.clone()];
    let mut lead = 0;
    let mut first = line;
    if !place.is_cut {
        if let Some(before) = neighbour(source, leaks, line - 1, room) {
            lead = before.len() + 1;
            first = line - 1;
            lines.insert(0, before);
        }
        lines.extend(neighbour(source, leaks, line + 1, room));
    }
    let mark = AnnotationKind::Primary.span(place.mark.start + lead..place.mark.end + lead);
    let text = lines.join("\n");
    let snippet = Snippet::source(text).line_start(first as usize).fold(false).annotation(mark);
    let level = match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::HELP,
    };
    let picture =
        Renderer::styled().term_width(width * 2).render(&[Group::with_level(level).element(snippet)]);
    picture.lines().fold(String::new(), |all, line| {
        let line = format!("{:indent$}{line}", "");
        all + line.trim_end() + "\n"
    })
}

/// A line that is only there to show where one is; nothing for a blank one.
fn neighbour(source: &Source, leaks: &[Leak], line: u32, room: usize) -> Option<String> {
    if line == 0 || line > source.lines() {
        return None;
    }
    let start = source.line_span(line).start;
    let text = fitted_line(&masked_part(source, source.around(start, MOST), leaks), room);
    (!text.trim().is_empty()).then_some(text)
}

/// The part of a line that is shown, and the place in it.
struct Place {
    text: String,
    /// In bytes of `text`.
    mark: Range<usize>,
    /// The beginning of the line is left out.
    is_cut: bool,
}

/// One character as it is shown, or all that is masked.
struct Cell<'a> {
    shown: Cow<'a, str>,
    /// The byte behind it.
    end: u32,
    is_marked: bool,
}

/// A piece of a line, cell by cell. `at` is the place that is marked.
fn cells_of(source: &Source, piece: Piece, at: Span) -> Vec<Cell<'_>> {
    if piece.is_masked {
        let is_marked = piece.at.start < at.end && at.start < piece.at.end;
        return vec![Cell { shown: MASK.into(), end: piece.at.end, is_marked }];
    }
    let text = source.slice(piece.at);
    let characters = text.char_indices().map(|(offset, c)| (piece.at.start + offset as u32, c));
    let cell = |(start, c): (u32, char)| {
        let span = Span { start, end: start + c.len_utf8() as u32 };
        Cell {
            shown: escaped(source.slice(span)),
            end: span.end,
            is_marked: (at.start..at.end).contains(&start),
        }
    };
    characters.map(cell).collect()
}

impl Place {
    fn of(source: &Source, leaks: &[Leak], at: Span, room: usize) -> Self {
        let around = source.around(at.start, MOST);
        let cells: Vec<Cell<'_>> =
            pieces(around, leaks).flat_map(|piece| cells_of(source, piece, at)).collect();
        let at_cell = cells.iter().position(|cell| cell.end > at.start).unwrap_or(cells.len());
        let before: usize = cells[..at_cell].iter().map(|cell| cell.shown.width()).sum();
        let whole: usize = cells.iter().map(|cell| cell.shown.width()).sum();
        // The line from its beginning, where the place can be seen in it; else from a little before the place.
        let is_cut = whole > room && before > room * 2 / 3;
        let first = if is_cut { reach_back(&cells[..at_cell], room / 3) } else { 0 };
        let mut place = Self { text: String::new(), mark: 0..0, is_cut };
        if is_cut {
            place.text.push('…');
        }
        place.mark = place.text.len()..place.text.len();
        let mut used = usize::from(is_cut);
        for (index, cell) in cells.iter().enumerate().skip(first) {
            used += cell.shown.width();
            if used >= room && index + 1 < cells.len() {
                place.text.push('…');
                break;
            }
            if index == at_cell {
                place.mark = place.text.len()..place.text.len();
            }
            place.text.push_str(&cell.shown);
            if cell.is_marked {
                place.mark.end = place.text.len();
            }
        }
        if at_cell == cells.len() {
            place.mark = place.text.len()..place.text.len();
        }
        place
    }
}

/// From which cell on these fit into so many columns.
fn reach_back(cells: &[Cell<'_>], room: usize) -> usize {
    let mut used = 0;
    let fits = |cell: &&Cell<'_>| {
        used += cell.shown.width();
        used <= room
    };
    cells.len() - cells.iter().rev().take_while(fits).count()
}
