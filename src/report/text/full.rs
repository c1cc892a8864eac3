//! The blocks of a check: what something is, what falls, what to ask; and below them what is worth a conversation.

use super::blocks::{Block, Told, told_like};
use super::layout::{ADVICE, ERROR, FAINT, Page, STRONG, WARNING, columns, fitted, padded};
use super::{Telling, short_list};
use crate::findings::{Acceptance, Finding, Subject};
use crate::plan::{FindingName, Id, Severity};
use crate::report::text::quote::quoted;
use anstyle::Style;
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};
use std::io;
use unicode_width::UnicodeWidthStr as _;

/// Blocks of one kind that are told in full; errors all are.
const MOST_BLOCKS: usize = 3;
/// Errors that are shown with their lines.
const MOST_QUOTED: usize = 25;
/// Rows of a list below a sentence.
const MOST_ROWS: usize = 6;
/// Columns for the reason of an acceptance.
const LONGEST_REASON: usize = 400;
/// Columns for an id before its title.
const WIDEST_ID: usize = 24;

impl Telling<'_> {
    /// What is broken or has a hole.
    pub(super) fn blocks(&self, told: &Told<'_>, page: &mut Page<'_>) -> io::Result<()> {
        let mut rest = Vec::new();
        let mut of_kind: HashMap<FindingName, usize> = HashMap::new();
        for (index, block) in told.blocks.iter().enumerate() {
            let before = of_kind.entry(block.first.name).or_default();
            *before += 1;
            if *before > MOST_BLOCKS && block.first.severity != Severity::Error && !self.everything() {
                rest.push(block);
            } else {
                self.block(block, index < MOST_QUOTED, page)?;
            }
        }
        while let Some(first) = rest.first() {
            let kind = first.first.name;
            let (of_kind, others): (Vec<_>, Vec<_>) =
                rest.into_iter().partition(|block| block.first.name == kind);
            self.overflow(told, &of_kind, page)?;
            rest = others;
        }
        Ok(())
    }

    fn block(&self, block: &Block<'_>, may_quote: bool, page: &mut Page<'_>) -> io::Result<()> {
        let first = self.wording.of(block.first);
        let heading = first.attribute("title").unwrap_or_else(|| first.sentence());
        let (mark, style) = mark_of(block.first.severity);
        let lead = format!("{style}{mark}{style:#} ");
        page.beside(
            &lead,
            &heading,
            STRONG,
            &self.at_lines(block.findings().map(|finding| finding.at.start)),
        )?;
        for finding in block.findings() {
            self.sentence(finding, page)?;
            let is_error = finding.severity == Severity::Error && may_quote;
            if (is_error || self.options.lines) && self.options.include.is_none() {
                self.quote(finding, page)?;
            }
        }
        self.known_since(block, page)?;
        let asks = if self.options.lines || self.everything() { usize::MAX } else { 1 };
        let mut asked = Vec::new();
        for finding in block.findings() {
            let ask = self.wording.of(finding).ask();
            if !ask.is_empty() && asked.len() < asks && !asked.contains(&ask) {
                page.paragraph(&format!("  {ADVICE}?{ADVICE:#} "), &ask)?;
                asked.push(ask);
            }
        }
        page.beside("    ", &names(std::iter::once(block)), FAINT, "")?;
        page.blank()
    }

    /// Since when findings of this block have been in the baseline.
    fn known_since(&self, block: &Block<'_>, page: &mut Page<'_>) -> io::Result<()> {
        let mut days: Vec<Date> = block.findings().filter_map(Finding::known_since).collect();
        days.sort_unstable();
        let args = |since: Date| [("since", since.to_string().into()), ("count", days.len().into())];
        days.first().map_or(Ok(()), |&since| {
            page.paragraph("    ", &self.wording.catalogue.say("block-known-since", &args(since)))
        })
    }

    fn sentence(&self, finding: &Finding, page: &mut Page<'_>) -> io::Result<()> {
        let worded = self.wording.of(finding);
        let Some(falls) = worded.attribute("falls").filter(|_| finding.ids("loss").len() > 1) else {
            return page.paragraph("    ", &worded.sentence());
        };
        // What falls stands below each other, with the ids one must type.
        page.paragraph("    ", &falls)?;
        let loss = finding.ids("loss");
        self.id_rows(loss, loss.len().max(finding.count("loss_count") as usize), page)?;
        let also = finding.ids("also");
        if !also.is_empty() {
            let also = self.wording.listed(also);
            page.paragraph("    ", &self.wording.catalogue.say("block-also", &[("also", also.into())]))?;
        }
        Ok(())
    }

    /// Ids and titles below each other, the first of so many.
    fn id_rows(&self, ids: &[Id], count: usize, page: &mut Page<'_>) -> io::Result<()> {
        let Some(plan) = self.wording.plan else { return Ok(()) };
        let most = if self.everything() { usize::MAX } else { MOST_ROWS };
        let told = if count > most { &ids[..ids.len().min(most - 1)] } else { ids };
        let name = |id: Id| plan.names.name(id);
        let widest = told.iter().map(|&id| name(id).width()).max().unwrap_or(0).min(WIDEST_ID);
        let room = page.width.saturating_sub(6 + widest + 3);
        for &id in told {
            let title = fitted(&self.wording.unescaped_title(id), room.max(10));
            writeln!(
                page.out,
                "      {FAINT}{}{FAINT:#}   {title}",
                padded(&fitted(name(id), WIDEST_ID), widest)
            )?;
        }
        let more = count - told.len();
        if more > 0 {
            page.paragraph(
                "      ",
                &self.wording.catalogue.say("block-more-losses", &[("count", more.into())]),
            )?;
        }
        Ok(())
    }

    fn quote(&self, finding: &Finding, page: &mut Page<'_>) -> io::Result<()> {
        let picture = quoted(&self.check.source, &self.leaks, finding, 4, page.width);
        page.out.write_all(picture.as_bytes())?;
        let worded = self.wording.of(finding);
        // What falls stands below each other already.
        for related in finding.related.iter().filter(|related| related.role != "loss").take(MOST_ROWS) {
            let line = self.at_lines(std::iter::once(related.at.start));
            page.paragraph("    ", &format!("{line}: {}", worded.related(related)))?;
        }
        Ok(())
    }

    /// More blocks of one kind than are told in full: what they are about, and what bottlenecks share.
    fn overflow(&self, told: &Told<'_>, blocks: &[&Block<'_>], page: &mut Page<'_>) -> io::Result<()> {
        let catalogue = self.wording.catalogue;
        let first = blocks[0].first;
        let title = self.wording.of(first).attribute("title").unwrap_or_default();
        let title = lower_first(&title);
        let heading =
            catalogue.say("block-overflow", &[("count", blocks.len().into()), ("title", title.into())]);
        let (mark, style) = mark_of(first.severity);
        let lines = self.at_lines(blocks.iter().map(|block| block.first.at.start));
        page.beside(&format!("{style}{mark}{style:#} "), &heading, STRONG, &lines)?;
        let ids: Vec<Id> = blocks.iter().filter_map(|block| block.about()).collect();
        self.id_rows(&ids, ids.len(), page)?;
        if first.name == FindingName::Bottleneck
            && let Some(shared) = self.shared_loss(told)
        {
            page.paragraph("    ", &shared)?;
        }
        page.beside("    ", &names(blocks.iter().copied()), FAINT, "")?;
        page.blank()
    }

    /// What falls with every bottleneck; else what falls with the most of them, where that is more than half.
    fn shared_loss(&self, told: &Told<'_>) -> Option<String> {
        let is_bottleneck = |finding: &&Finding| finding.name == FindingName::Bottleneck;
        let all: Vec<_> = told.blocks.iter().flat_map(Block::findings).filter(is_bottleneck).collect();
        // A list that was cut does not say what is not in it.
        if all.iter().any(|finding| finding.count("loss_count") > finding.ids("loss").len() as u64) {
            return None;
        }
        let mut times: HashMap<Id, usize> = HashMap::new();
        for id in all.iter().flat_map(|finding| finding.ids("loss")) {
            *times.entry(*id).or_default() += 1;
        }
        let most = times.values().copied().max()?;
        let mut shared: Vec<Id> =
            times.into_iter().filter(|(_, count)| *count == most).map(|(id, _)| id).collect();
        shared.sort_unstable();
        let listed = self.wording.listed(&shared);
        let count = all.len();
        if most == count {
            let args = [("count", shared.len().into()), ("shared", listed.into())];
            return Some(self.wording.catalogue.say("block-all-share", &args));
        }
        let args = [("shared", listed.into()), ("times", most.into()), ("count", count.into())];
        (most * 2 > count).then(|| self.wording.catalogue.say("block-most-share", &args))
    }

    /// What is worth a conversation, like with like.
    pub(super) fn advice(&self, told: &Told<'_>, page: &mut Page<'_>) -> io::Result<()> {
        if told.advice.is_empty() {
            return Ok(());
        }
        let heading = self.wording.catalogue.say("advice-heading", &[]);
        page.beside("", &heading, STRONG, "")?;
        let places: Vec<String> = told.advice.iter().map(|like| self.places(like)).collect();
        let right = columns(told.advice.iter().map(|like| like[0].name.name()), &places);
        for (like, right) in told.advice.iter().zip(&right) {
            page.beside(
                &format!("  {ADVICE}-{ADVICE:#} "),
                &told_like(self.wording, like),
                Style::new(),
                right,
            )?;
        }
        page.blank()
    }

    /// The lines of findings, those about the whole plan left out.
    pub(super) fn places(&self, like: &[&Finding]) -> String {
        let placed = like
            .iter()
            .filter(|finding| !matches!(finding.subject, Subject::Plan(_)) || finding.slip.is_some());
        short_list(&self.lines(placed.map(|finding| finding.at.start)))
    }

    /// What the team has accepted, and why.
    pub(super) fn accepted(&self, told: &Told<'_>, page: &mut Page<'_>) -> io::Result<()> {
        let catalogue = self.wording.catalogue;
        let since = |finding: &Finding| match finding.accepted {
            Some(Acceptance::Baseline { since }) => Some(since),
            _ => None,
        };
        let mut by_day: BTreeMap<Option<Date>, Vec<&Finding>> = BTreeMap::new();
        for finding in &told.accepted {
            by_day.entry(since(finding)).or_default().push(finding);
        }
        for (since, findings) in by_day {
            let heading = match since {
                None => catalogue.say("accepted-heading", &[]),
                Some(since) => catalogue.say("baseline-heading", &[("since", since.to_string().into())]),
            };
            page.beside("", &heading, STRONG, "")?;
            self.accepted_like(&findings, page)?;
        }
        Ok(())
    }

    /// Findings that are accepted in the plan, with the reason of each; or that are in the baseline since one day.
    fn accepted_like(&self, findings: &[&Finding], page: &mut Page<'_>) -> io::Result<()> {
        let catalogue = self.wording.catalogue;
        for finding in findings {
            page.beside("  - ", &self.wording.of(finding).sentence(), Style::new(), finding.name.name())?;
            if let Some(acceptance) = self.wording.acceptance(finding).filter(|told| told.is_in_plan) {
                let because = fitted(&self.wording.because(&acceptance), LONGEST_REASON);
                let why = match acceptance.until {
                    _ if !acceptance.is_written => because,
                    None => catalogue.say("accepted-why", &[("because", because.into())]),
                    Some(until) => {
                        let args = [("because", because.into()), ("until", until.to_string().into())];
                        catalogue.say("accepted-why-until", &args)
                    }
                };
                page.paragraph("    ", &why)?;
            }
        }
        page.blank()
    }
}

/// The names to explain, each once, at the foot of blocks.
fn names<'b>(blocks: impl Iterator<Item = &'b Block<'b>>) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in blocks.flat_map(Block::findings).map(|finding| finding.name.name()) {
        // There are few names, however many findings there are.
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names.join(" · ")
}

/// The mark of a block: it must be told from others without colour.
pub(super) fn mark_of(severity: Severity) -> (char, Style) {
    match severity {
        Severity::Error => ('!', ERROR),
        Severity::Warning => ('!', WARNING),
        Severity::Advice => ('-', ADVICE),
    }
}

/// A heading inside a sentence.
fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
