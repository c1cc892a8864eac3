//! Two plans beside each other, on a screen.

use super::Telling;
use super::sections::{Told, sign};
use crate::compare::What;
use crate::lang::shown;
use crate::plan::Severity;
use crate::report::layout::{ADVICE, ERROR, FAINT, Page, STRONG, WARNING, fitted};
use anstyle::{AnsiColor, Style};
use std::io::{self, Write};

const ADDED: Style = AnsiColor::Green.on_default().bold();

/// What has changed, for a screen of this width.
///
/// # Errors
/// Where `out` takes no more.
pub fn text(telling: Telling<'_>, width: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page { out, width };
    for note in telling.not_read() {
        page.paragraph("", &note)?;
    }
    if telling.comparison.is_none() {
        return page.paragraph("", &telling.say("diff-nothing", &[]));
    }
    if telling.only_counts {
        return page.beside("", &telling.counts(), STRONG, "");
    }
    page.beside("", &fitted(telling.comparison.new.title(), width), STRONG, "")?;
    let paths = [("old", telling.old_path().into()), ("new", new_path(&telling).into())];
    page.beside("", &telling.say("diff-plans", &paths), FAINT, "")?;
    plan(&telling, &mut page)?;
    weak(&telling, &mut page)?;
    page.blank()?;
    page.beside("", &telling.counts(), STRONG, "")?;
    if let Some(finding) = telling.worst() {
        page.paragraph("", &telling.say("diff-learn", &[("name", finding.name.name().into())]))?;
    }
    Ok(())
}

/// The new plan's path; the same file as before is told to be the one that is there now.
pub(super) fn new_path(telling: &Telling<'_>) -> String {
    match telling.revision {
        Some(_) => telling.say("diff-now", &[("path", telling.new_path().into())]),
        None => telling.new_path(),
    }
}

fn plan(telling: &Telling<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let groups = telling.groups();
    if groups.is_empty() {
        if telling.comparison.old.plan.is_some() && telling.comparison.new.plan.is_some() {
            page.blank()?;
            page.paragraph("", &telling.say("diff-no-change", &[]))?;
        }
        return Ok(());
    }
    for group in groups {
        page.blank()?;
        page.beside("", &group.heading, STRONG, "")?;
        for told in &group.told {
            thing(told, page)?;
        }
        if group.more > 0 {
            page.paragraph("  ", &telling.more(group.more))?;
        }
    }
    Ok(())
}

fn thing(told: &Told, page: &mut Page<'_>) -> io::Result<()> {
    let (mark, style) = match told.mark {
        What::Added => ('+', ADDED),
        What::Removed => ('-', ERROR),
        _ => ('~', ADVICE),
    };
    let lead = format!("{style}{mark}{style:#} ");
    page.beside(&lead, &shown(&told.title), Style::new(), &told.id)?;
    for sentence in &told.sentences {
        page.paragraph("    ", sentence)?;
    }
    Ok(())
}

fn weak(telling: &Telling<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let findings = telling.findings();
    let (losses, more) = telling.losses();
    page.blank()?;
    if findings.is_empty() && losses.is_empty() {
        return page.paragraph("", &telling.say("diff-no-weak", &[]));
    }
    if !findings.is_empty() {
        page.beside("", &telling.say("diff-weak-heading", &[]), STRONG, "")?;
    }
    for list in findings {
        page.paragraph("  ", &list.heading)?;
        for told in &list.told {
            let style = match told.finding.severity {
                Severity::Error => ERROR,
                Severity::Warning => WARNING,
                Severity::Advice => ADVICE,
            };
            let lead = format!("  {style}{}{style:#} ", sign(told.finding.severity));
            page.beside(&lead, &told.sentence, Style::new(), told.finding.name.name())?;
            if !told.ask.is_empty() {
                page.paragraph("      ", &told.ask)?;
            }
        }
        if list.more > 0 {
            page.paragraph("    ", &telling.more(list.more))?;
        }
    }
    if losses.is_empty() {
        return Ok(());
    }
    page.blank()?;
    page.beside("", &telling.say("diff-loss-heading", &[]), STRONG, "")?;
    for (sentence, id) in losses {
        page.beside("  ", &sentence, Style::new(), id)?;
    }
    if more > 0 {
        page.paragraph("  ", &telling.more(more))?;
    }
    Ok(())
}
