//! Findings for people: in blocks by what they are about, the worst first.

pub(crate) mod blocks;
mod brief;
mod foot;
mod full;
pub(super) mod quote;
mod words;

use super::layout::{self, Page, STRONG, fitted, fitted_end};
use super::wording::Wording;
use super::{Report, Tally};
use crate::check::{Check, GateAsked};
use crate::lang::Catalogue;
use crate::plan::{Level, Plan, Sensitivity};
use crate::source::{Leak, leaks};
use blocks::Told;
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr as _;
pub(crate) use words::Words;

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Amount {
    /// Only how many findings there are.
    Counts,
    /// Twelve lines at most.
    Brief,
    /// The worst in full, the rest in short.
    Usual,
    /// Everything in full, also what the team has accepted.
    Everything,
}

/// How a check is told to people.
#[derive(Debug, Clone, Copy)]
pub struct TextOptions {
    /// How much.
    pub amount: Amount,
    /// With the lines of the plan, and a question to every finding.
    pub lines: bool,
    /// Where there are several plans, the columns of their longest path: each is named even where little is told, and
    /// they are counted at the end.
    pub several: Option<usize>,
    /// Columns.
    pub width: usize,
    /// The largest circle of whom titles are told; without it, all are. Where it is given, no lines of the plan are shown.
    pub include: Option<Sensitivity>,
    /// Which findings make a plan one to look at.
    pub gate: GateAsked,
}

/// A check as people read it.
pub struct Text<'a> {
    catalogue: &'a Catalogue,
    options: TextOptions,
    tally: Tally,
}

impl<'a> Text<'a> {
    /// A text in this language.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, options: TextOptions) -> Self {
        Self { catalogue, options, tally: Tally::new(options.gate) }
    }
}

impl Report for Text<'_> {
    fn begin(&mut self, _out: &mut dyn Write) -> io::Result<()> {
        Ok(())
    }

    fn plan(&mut self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        let mut page = Page { out, width: self.options.width };
        let plan = check.plan.as_ref();
        let wording = Wording { catalogue: self.catalogue, plan, include: self.options.include };
        let leaks = match plan {
            // In a line or two, nothing is quoted.
            _ if self.options.amount <= Amount::Brief => Vec::new(),
            Some(plan) => plan.leaks.iter().map(|held| held.leak).collect(),
            None => leaks(check.source.text()),
        };
        let telling = Telling { check, wording, options: self.options, leaks };
        if self.tally.plans > 0 && self.options.amount > Amount::Counts {
            page.blank()?;
        }
        self.tally.add(check);
        telling.tell(&mut page)
    }

    fn unopened(&mut self, _sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        // The sentence comes on standard error, where a person reads it as well.
        self.tally.unopened += 1;
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.options.several.is_none() {
            return Ok(());
        }
        let mut page = Page { out, width: self.options.width };
        if self.tally.plans > 0 {
            page.blank()?;
        }
        page.beside("", &self.tally.say(self.catalogue), STRONG, "")
    }
}

/// One plan being told.
struct Telling<'a> {
    check: &'a Check,
    wording: Wording<'a>,
    options: TextOptions,
    /// What must not be read in the lines of the plan.
    leaks: Vec<Leak>,
}

impl Telling<'_> {
    fn tell(&self, page: &mut Page<'_>) -> io::Result<()> {
        let told = Told::of(self.check);
        match self.options.amount {
            Amount::Counts => match self.options.several {
                None => self.counts(page),
                Some(widest) => self.one_line(widest, page),
            },
            Amount::Brief => self.brief(&told, page),
            Amount::Usual | Amount::Everything => {
                let told = if self.options.lines || self.everything() { told.advice_in_full() } else { told };
                self.head(page)?;
                page.blank()?;
                self.blocks(&told, page)?;
                self.advice(&told, page)?;
                if self.everything() {
                    self.accepted(&told, page)?;
                }
                self.counts(page)?;
                self.foot(&told, page)
            }
        }
    }

    fn everything(&self) -> bool {
        self.options.amount == Amount::Everything
    }

    /// The title, and at the right the file, how much is in it, and how far it is.
    fn head(&self, page: &mut Page<'_>) -> io::Result<()> {
        let catalogue = self.wording.catalogue;
        let path = self.file(page.width / 2);
        let right = match &self.check.plan {
            None => format!("{path} · {}", catalogue.say("head-unread", &[])),
            Some(plan) => {
                let count = catalogue.say("head-count", &[("count", plan.items.len().into())]);
                let stage = catalogue.say("head-stage", &[("stage", plan.stage().name().into())]);
                format!("{path} · {count} · {stage}")
            }
        };
        let room = page.width.saturating_sub(right.width() + 2);
        let title = match self.check.title() {
            "-" => self.file(page.width),
            title => fitted(title, page.width),
        };
        if title.width() <= room {
            page.beside("", &title, STRONG, &right)
        } else {
            page.beside("", &title, STRONG, "")?;
            page.paragraph("", &right)
        }
    }

    /// The file in at most so many columns.
    fn file(&self, width: usize) -> String {
        match &*self.check.source.path {
            "-" => self.wording.catalogue.say("standard-input", &[]),
            path => fitted_end(path, width),
        }
    }

    /// The line that something stands in.
    fn line_of(&self, byte: u32) -> u32 {
        self.check.source.position(byte).line
    }

    /// `line 74`, `lines 81, 87`.
    fn at_lines(&self, bytes: impl Iterator<Item = u32>) -> String {
        let lines = self.lines(bytes);
        if lines.is_empty() {
            return String::new();
        }
        let count = lines.len();
        self.wording
            .catalogue
            .say("at-lines", &[("count", count.into()), ("lines", short_list(&lines).into())])
    }

    fn lines(&self, bytes: impl Iterator<Item = u32>) -> Vec<u32> {
        let mut lines: Vec<u32> = bytes.map(|byte| self.line_of(byte)).collect();
        lines.sort_unstable();
        lines.dedup();
        lines
    }
}

/// The first of these numbers, joined.
fn short_list(lines: &[u32]) -> String {
    const MOST: usize = 3;
    let mut list: Vec<String> = lines.iter().take(MOST).map(u32::to_string).collect();
    if lines.len() > MOST {
        list.push("…".to_owned());
    }
    list.join(", ")
}

/// The plan's own word for a level, else the catalogue's.
fn level_word(plan: Option<&Plan>, level: Level, count: usize, catalogue: &Catalogue) -> String {
    let label = plan.and_then(|plan| plan.labels.iter().find(|(labelled, _)| *labelled == level));
    match label {
        Some((_, word)) => fitted(&word.value, 40),
        None => catalogue.say("check-level", &[("level", level.name().into()), ("count", count.into())]),
    }
}
