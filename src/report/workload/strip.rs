//! The strips: a sign for each week, the months above, the figures below.

use super::cells::Cell;
use super::scale::{Group, GroupLabel, LABEL, Row, Sign};
use super::{Person, Workload};
use crate::graph::Week;
use crate::lang::Catalogue;
use crate::report::hours::told;
use crate::report::layout::{FAINT, fitted, padded};
use anstyle::Style;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// How the strips of a workload are laid out.
pub(super) struct Strips<'a> {
    catalogue: &'a Catalogue,
    /// What one sign stands for.
    pub sign: Sign,
    rows: Vec<Row>,
    /// The weeks that are told.
    weeks: (Week, Week),
    /// The signs that stand in the strips written until now.
    pub seen: BTreeSet<Cell>,
}

impl<'a> Strips<'a> {
    /// The layout for a screen of this width; nothing where no weeks are told.
    pub(super) fn of(workload: &Workload<'_>, catalogue: &'a Catalogue, width: usize) -> Option<Self> {
        let (first, last) = workload.weeks?;
        let sign = Sign::of(first, last);
        let rows = sign.rows(first, last, width);
        Some(Self { catalogue, sign, rows, weeks: (first, last), seen: BTreeSet::new() })
    }

    /// Writes the strip of a person, from the first row with work to the last.
    pub(super) fn write(&mut self, person: &Person, out: &mut String) {
        let Some((first, last)) = person.stretches.first().zip(person.stretches.last()) else { return };
        let is_touched =
            |group: &Group| group.signs.iter().any(|signs| signs.0 <= last.last && first.first <= signs.1);
        let mut heading_before = String::new();
        let rows = std::mem::take(&mut self.rows);
        for row in rows.iter().filter(|row| row.groups.iter().any(is_touched)) {
            let heading = self.heading(row);
            if heading != heading_before {
                let _ = writeln!(out, "{FAINT}{heading}{FAINT:#}");
            }
            heading_before = heading;
            self.signs(person, row, out);
            self.figures(person, row, out);
        }
        self.rows = rows;
    }

    /// The names of the groups.
    fn heading(&self, row: &Row) -> String {
        let names = row.groups.iter().map(|group| match group.label {
            _ if !group.signs.iter().any(|&signs| self.told(signs).is_some()) => String::new(),
            GroupLabel::Month(month) => fitted(
                &self.catalogue.say("workload-month", &[("month", month.into())]),
                self.sign.group_width(),
            ),
            GroupLabel::Year(year) => year.to_string(),
        });
        self.under_each_other("", names)
    }

    fn signs(&mut self, person: &Person, row: &Row, out: &mut String) {
        let is_unsaid = person.load.hours_per_week.is_none();
        let full = person.fullest().map_or(1.0, |stretch| stretch.hours);
        let mut line = padded(&row.year.map(|year| year.to_string()).unwrap_or_default(), LABEL);
        for group in &row.groups {
            let cell = |&signs| self.told(signs).map_or(Cell::Outside, |weeks| person.cell(weeks, full));
            let cells: Vec<Cell> = group.signs.iter().map(cell).collect();
            // One pair of colour codes for signs of one kind beside each other. What is not known to be much has none.
            let style = |cell: &Cell| if is_unsaid { Style::new() } else { cell.style() };
            for run in cells.chunk_by(|one, next| style(one) == style(next)) {
                let style = style(&run[0]);
                let signs: String = run.iter().map(|cell| cell.sign()).collect();
                let _ = write!(line, "{style}{signs}{style:#}");
            }
            let _ =
                write!(line, "{:gap$}", "", gap = (self.sign.group_width() + 1).saturating_sub(cells.len()));
            self.seen.extend(cells);
        }
        let _ = writeln!(out, "{}", line.trim_end());
    }

    /// The most hours in a week of each group.
    fn figures(&self, person: &Person, row: &Row, out: &mut String) {
        let figures = row.groups.iter().map(|group| {
            let told = group.signs.iter().filter_map(|&signs| self.told(signs));
            let most = told.filter_map(|(first, last)| person.most(first, last)).reduce(f64::max);
            most.map(figure).unwrap_or_default()
        });
        let lead = self.catalogue.say("workload-figures", &[]);
        let _ = writeln!(out, "{}", self.under_each_other(&lead, figures));
    }

    /// A line with a word for each group.
    fn under_each_other(&self, lead: &str, words: impl Iterator<Item = String>) -> String {
        let mut line = padded(&fitted(lead, LABEL - 1), LABEL);
        words.for_each(|word| line += &padded(&word, self.sign.group_width() + 1));
        line.truncate(line.trim_end().len());
        line
    }

    /// Those of these weeks that are told.
    fn told(&self, (first, last): (Week, Week)) -> Option<(Week, Week)> {
        let (first, last) = (first.max(self.weeks.0), last.min(self.weeks.1));
        (first <= last).then_some((first, last))
    }
}

/// Hours that fit under the narrowest group.
fn figure(hours: f64) -> String {
    let figure = told(hours);
    if figure.width() <= Sign::Week.group_width() { figure } else { ">9999".to_owned() }
}
