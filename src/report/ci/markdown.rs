//! A table of findings in Markdown, for a comment on a change or the summary of a run.

use super::{Ci, Entry};
use crate::check::Check;
use crate::lang::escaped;
use crate::report::sheet::sentence_without_mark_up;
use crate::report::worst::{Weight, Worst};
use crate::report::{Report, Tally};
use std::fmt::Write as _;
use std::io::{self, Write};

/// Rows of the table; the other findings are counted.
pub const MOST_ROWS: usize = 100;
/// Characters of the whole: a comment takes 65,536.
pub const MOST_CHARACTERS: usize = 60_000;

/// The findings that are not accepted, the worst of all plans first.
pub struct Markdown<'a> {
    ci: Ci<'a>,
    tally: Tally,
    accepted: usize,
    in_baseline: usize,
    rows: Worst<Weight, String>,
    unopened: Worst<(), String>,
}

impl<'a> Markdown<'a> {
    /// A table with what `ci` says.
    #[must_use]
    pub fn new(ci: Ci<'a>) -> Self {
        let (rows, unopened) = (Worst::new(MOST_ROWS), Worst::new(MOST_ROWS));
        Self { tally: Tally::new(ci.gate), ci, accepted: 0, in_baseline: 0, rows, unopened }
    }

    /// Everything but the rows of the table: what comes before them and behind them.
    fn around(&self, has_rows: bool, left_out: usize) -> (String, String) {
        let catalogue = self.ci.catalogue;
        let say = |message: &str, count: usize| catalogue.say(message, &[("count", count.into())]);
        // By the mark, a program finds its comment again and changes it instead of adding one.
        let mut before =
            format!("<!-- scf check -->\n### {}\n", sentence_without_mark_up(&self.tally.say(catalogue)));
        // Writing to a string cannot fail.
        for sentence in self.unopened.iter() {
            let _ = write!(before, "\n- {}", sentence_without_mark_up(sentence));
        }
        if self.unopened.iter().next().is_some() {
            before.push('\n');
        }
        if has_rows {
            let columns = ["ci-column-weight", "ci-column-where", "ci-column-what", "ci-column-finding"];
            let names = columns.map(|column| catalogue.say(column, &[])).join(" | ");
            let _ = write!(before, "\n| {names} |\n|---|---|---|---|\n");
        } else if left_out == 0 && self.tally.plans > 0 {
            let nothing = if self.in_baseline > 0 { "counts-nothing-new" } else { "counts-nothing" };
            let _ = write!(before, "\n{}\n", catalogue.say(nothing, &[]));
        }
        let mut after = String::new();
        if left_out > 0 {
            let _ = write!(after, "\n{}\n", say("ci-more-results", left_out));
        }
        for (message, count) in [("count-accepted", self.accepted), ("count-in-baseline", self.in_baseline)] {
            if count > 0 {
                let _ = write!(after, "\n{}\n", say(message, count));
            }
        }
        (before, after)
    }
}

impl Report for Markdown<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn plan(&mut self, check: &Check, _out: &mut dyn Write) -> io::Result<()> {
        self.tally.add(check);
        let Self { ci, accepted, in_baseline, rows, .. } = self;
        for finding in &check.findings {
            if let Some(acceptance) = finding.accepted {
                *if acceptance.is_in_plan() { &mut *accepted } else { &mut *in_baseline } += 1;
                continue;
            }
            rows.offer(Weight::of(finding), || {
                row(&ci.home.path(&check.source.path), &ci.entry(check, finding))
            });
        }
        Ok(())
    }

    fn unopened(&mut self, sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        self.tally.unopened += 1;
        self.unopened.offer((), || sentence.to_owned());
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        let length = |text: &str| text.chars().count();
        let all = self.rows.iter().count() + self.rows.left_out();
        let (before, after) = self.around(all > 0, all);
        let mut room = MOST_CHARACTERS.saturating_sub(length(&before) + length(&after));
        let fits = |row: &&String| {
            let is_room = length(row) <= room;
            room = if is_room { room - length(row) } else { 0 };
            is_room
        };
        let rows: Vec<&String> = self.rows.iter().take_while(fits).collect();
        let (before, after) = self.around(!rows.is_empty(), all - rows.len());
        out.write_all(before.as_bytes())?;
        rows.iter().try_for_each(|row| out.write_all(row.as_bytes()))?;
        out.write_all(after.as_bytes())
    }
}

fn row(path: &str, entry: &Entry) -> String {
    let mut what = sentence_without_mark_up(&entry.sentence);
    if !entry.ask.is_empty() {
        let _ = write!(what, "<br>{}", sentence_without_mark_up(&entry.ask));
    }
    let place = sentence_without_mark_up(&format!("{}:{}", escaped(path), entry.place.start.line));
    format!("| {} | {place} | {what} | {} |\n", entry.severity, entry.name)
}
