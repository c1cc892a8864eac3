//! A check in twelve lines.

use super::Telling;
use super::blocks::{Told, told_like};
use super::full::mark_of;
use super::layout::{FAINT, Page, columns, fitted, padded};
use crate::findings::Finding;
use std::io;
use unicode_width::UnicodeWidthStr as _;

/// Lines in all.
const LINES: usize = 12;

impl Telling<'_> {
    /// A check in twelve lines: what the head and the foot leave is for the findings.
    pub(super) fn brief(&self, told: &Told<'_>, page: &mut Page<'_>) -> io::Result<()> {
        let mut foot = Vec::new();
        let mut foot_page = Page { out: &mut foot, width: page.width };
        self.counts(&mut foot_page)?;
        self.begin_with(told, &mut foot_page)?;
        let mut head = Vec::new();
        self.head(&mut Page { out: &mut head, width: page.width })?;
        let used = head.iter().chain(&foot).filter(|&&byte| byte == b'\n').count();
        page.out.write_all(&head)?;
        self.rows(told, LINES.saturating_sub(used), page)?;
        page.out.write_all(&foot)
    }

    /// One row for each block and for each kind of advice; of more than fit, how many follow.
    fn rows(&self, told: &Told<'_>, lines: usize, page: &mut Page<'_>) -> io::Result<()> {
        let blocks = told.blocks.iter().map(|block| (self.row_of(block.first), vec![block.first]));
        let advice = told.advice.iter().map(|like| (told_like(self.wording, like), like.clone()));
        let count = told.blocks.len() + told.advice.len();
        let most = if count > lines { lines.saturating_sub(1) } else { lines };
        let rows: Vec<_> = blocks.chain(advice).take(most).collect();
        let places: Vec<String> = rows.iter().map(|(_, findings)| self.places(findings)).collect();
        let right = columns(rows.iter().map(|(_, findings)| findings[0].name.name()), &places);
        let room = page.width.saturating_sub(right.first().map_or(0, |right| right.width()) + 4).max(10);
        for ((text, findings), right) in rows.iter().zip(&right) {
            let (mark, style) = mark_of(findings[0].severity);
            let text = padded(&fitted(text, room), room);
            writeln!(page.out, "{style}{mark}{style:#} {text}  {FAINT}{}{FAINT:#}", right.trim_end())?;
        }
        if count > most {
            let more = self.wording.catalogue.say("brief-more", &[("count", (count - most).into())]);
            page.paragraph("  ", &more)?;
        }
        Ok(())
    }

    fn row_of(&self, finding: &Finding) -> String {
        let worded = self.wording.of(finding);
        let Some(title) = worded.attribute("title").filter(|_| finding.slip.is_none()) else {
            return worded.sentence();
        };
        match self.wording.subject(finding) {
            None => title,
            Some(item) => {
                let args = [("title", title.into()), ("item", item.into())];
                self.wording.catalogue.say("brief-row", &args)
            }
        }
    }
}
