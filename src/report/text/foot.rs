//! The end of a check: how many, how far the line holds, what was not looked at, and where to begin.

use super::blocks::Told;
use super::full::mark_of;
use super::layout::{FAINT, Page, STRONG, fitted, padded};
use super::{Telling, level_word};
use crate::check::{Counts, Note};
use crate::findings::{Family, Subject};
use crate::lang::shown;
use crate::plan::{FindingName, Level, Severity};
use crate::report::rows::typed;
use anstyle::Style;
use std::io;
use unicode_width::UnicodeWidthStr as _;

/// A title that is cut to less than this says nothing.
const NARROWEST_TITLE: usize = 16;

impl Telling<'_> {
    /// How many findings there are.
    pub(super) fn counts(&self, page: &mut Page<'_>) -> io::Result<()> {
        page.beside("", &self.counted(), STRONG, "")
    }

    /// The same in one line.
    pub(super) fn counted(&self) -> String {
        let catalogue = self.wording.catalogue;
        let counts = self.check.counts();
        let mut line = match self.severities(counts) {
            None if counts.in_baseline > 0 => catalogue.say("counts-nothing-new", &[]),
            None => catalogue.say("counts-nothing", &[]),
            Some(counts) => catalogue.say("counts", &[("counts", counts.into())]),
        };
        let mut add = |sentence: String| line = format!("{line} {sentence}");
        if counts.accepted > counts.in_baseline {
            let accepted = counts.accepted - counts.in_baseline;
            add(catalogue.say("count-accepted", &[("count", accepted.into())]));
        }
        if counts.in_baseline > 0 {
            add(catalogue.say("count-in-baseline", &[("count", counts.in_baseline.into())]));
        }
        for note in &self.check.notes {
            if let Note::OldInBaseline { count, days } = *note {
                add(catalogue.say("count-old-in-baseline", &[("count", count.into()), ("days", days.into())]));
            }
        }
        if self.check.plan.is_none() {
            add(catalogue.say("counts-unread", &[]));
        } else if !self.check.complete() {
            add(catalogue.say("counts-incomplete", &[]));
        } else if counts.severities[Severity::Error as usize] == 0 {
            add(catalogue.say("counts-whole", &[]));
        }
        line
    }

    /// `1 error, 2 warnings`; nothing where there is nothing.
    fn severities(&self, counts: Counts) -> Option<String> {
        let told = Severity::ALL.iter().zip(counts.severities).filter(|(_, count)| *count > 0);
        let parts = told.map(|(severity, count)| {
            self.wording.catalogue.say(&format!("count-{}", severity.name()), &[("count", count.into())])
        });
        parts.reduce(|before, next| self.joined(before, next))
    }

    fn joined(&self, before: String, next: String) -> String {
        self.wording.catalogue.say("joined", &[("before", before.into()), ("next", next.into())])
    }

    /// The plan in one line, beside others: its file and how many findings there are.
    pub(super) fn one_line(&self, widest: usize, page: &mut Page<'_>) -> io::Result<()> {
        let catalogue = self.wording.catalogue;
        let counts = self.check.counts();
        let severities = self.severities(counts);
        let none = if counts.in_baseline > 0 { "counts-none-new" } else { "counts-none" };
        let mut line = severities.unwrap_or_else(|| catalogue.say(none, &[]));
        let accepted = counts.accepted - counts.in_baseline;
        for (message, count) in [("line-accepted", accepted), ("line-in-baseline", counts.in_baseline)] {
            if count > 0 {
                line = self.joined(line, catalogue.say(message, &[("count", count.into())]));
            }
        }
        if self.check.plan.is_none() {
            line = self.joined(line, catalogue.say("head-unread", &[]));
        }
        let worst = Severity::ALL.into_iter().zip(counts.severities).find(|(_, count)| *count > 0);
        let (mark, style) = worst.map_or((' ', Style::new()), |(severity, _)| mark_of(severity));
        let room = widest.min(page.width / 2);
        let file = padded(&self.file(room), room);
        let line = fitted(&line, page.width.saturating_sub(room + 4).max(NARROWEST_TITLE));
        writeln!(page.out, "{style}{mark}{style:#} {file}  {line}")
    }

    /// Everything below the counts.
    pub(super) fn foot(&self, told: &Told<'_>, page: &mut Page<'_>) -> io::Result<()> {
        let mut rows = Vec::new();
        rows.extend(self.sight().map(|sight| ("foot-sight", Row::Words(sight))));
        rows.extend(self.not_looked_at().map(|families| ("foot-not-looked-at", Row::Words(families))));
        rows.extend(self.not_counted().map(|words| ("foot-not-counted", Row::Words(words))));
        rows.extend(self.settings().map(|words| ("foot-settings", Row::Words(words))));
        rows.extend(self.first_step(told).map(|step| ("foot-begin", step)));
        rows.extend(self.mendable().map(|step| ("foot-mend", step)));
        let worst = told.blocks.first().map(|block| block.first);
        let worst = worst.or_else(|| told.advice.first().map(|like| like[0]));
        rows.extend(
            worst.map(|finding| ("foot-learn", Row::Words(format!("scf explain {}", finding.name.name())))),
        );
        self.foot_rows(&rows, page)
    }

    /// Only where to begin.
    pub(super) fn begin_with(&self, told: &Told<'_>, page: &mut Page<'_>) -> io::Result<()> {
        let step = self.first_step(told).map(|step| ("foot-begin", step));
        self.foot_rows(step.as_slice(), page)
    }

    fn foot_rows(&self, rows: &[(&str, Row)], page: &mut Page<'_>) -> io::Result<()> {
        let catalogue = self.wording.catalogue;
        let labels: Vec<String> = rows.iter().map(|(label, _)| catalogue.say(label, &[])).collect();
        let widest = labels.iter().map(|label| label.width()).max().unwrap_or(0);
        for (label, (_, row)) in labels.iter().zip(rows) {
            let lead = format!("{FAINT}{}{FAINT:#}", padded(label, widest + 3));
            match row {
                Row::Words(words) => page.paragraph(&lead, words)?,
                Row::Step { about, command } => {
                    // A command is never broken: it is there to be copied.
                    let room = page.width.saturating_sub(widest + 3);
                    let beside = room.saturating_sub(command.width() + 3);
                    if about.width().min(NARROWEST_TITLE) <= beside {
                        writeln!(page.out, "{lead}{}:  {command}", fitted(about, beside))?;
                    } else {
                        writeln!(page.out, "{lead}{}:", fitted(about, room))?;
                        writeln!(page.out, "{:gap$}{command}", "", gap = widest + 3)?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Under which settings file it was checked: what is off in it, a reader would look for in vain.
    fn settings(&self) -> Option<String> {
        let settings = self.check.settings.as_deref()?;
        let off = settings.severities().iter().filter(|(_, severity)| severity.is_none()).count();
        let args = [("path", shown(&settings.source.path).into_owned().into()), ("off", off.into())];
        Some(self.wording.catalogue.say("foot-settings-file", &args))
    }

    pub(super) fn sight(&self) -> Option<String> {
        let catalogue = self.wording.catalogue;
        let sight = self.check.line_of_sight();
        let word = |level, count| level_word(self.wording.plan, level, count, catalogue).into();
        let tasks = (sight.tasks > 0).then(|| {
            let args = [
                ("reaching", sight.tasks_reaching.into()),
                ("tasks", sight.tasks.into()),
                ("task-word", word(Level::Task, sight.tasks)),
                ("ambition-word", word(Level::Ambition, 1)),
            ];
            catalogue.say("sight-tasks", &args)
        });
        let objectives = (sight.objectives > 0).then(|| {
            let args = [
                ("supported", sight.objectives_supported.into()),
                ("objectives", sight.objectives.into()),
                ("objective-word", word(Level::Objective, sight.objectives)),
            ];
            catalogue.say("sight-objectives", &args)
        });
        match (tasks, objectives) {
            (Some(tasks), Some(objectives)) => Some(
                catalogue.say("sight-both", &[("tasks", tasks.into()), ("objectives", objectives.into())]),
            ),
            (one, other) => one.or(other).map(|sight| catalogue.say("sight-one", &[("sight", sight.into())])),
        }
    }

    pub(super) fn not_looked_at(&self) -> Option<String> {
        self.wording.plan?;
        let catalogue = self.wording.catalogue;
        let families = self.check.not_looked_at().into_iter();
        let words = families.map(|family| catalogue.say("family", &[("family", family.name().into())]));
        words.reduce(|before, next| self.joined(before, next))
    }

    /// Hours that are in no week; a plan without any dates has been told that already.
    pub(super) fn not_counted(&self) -> Option<String> {
        let has_dates = !self.check.not_looked_at().contains(&Family::Time);
        let said = self.check.notes.iter().filter_map(|note| match *note {
            Note::TasksWithoutWindow(count) => {
                let say =
                    || self.wording.catalogue.say("note-tasks-without-window", &[("count", count.into())]);
                has_dates.then(say)
            }
            Note::TooManySchemes(most) => {
                Some(self.wording.catalogue.say("note-too-many-schemes", &[("most", most.into())]))
            }
            // The one stands beside the counts, the other on standard error.
            Note::OldInBaseline { .. } | Note::UnmetInBaseline(_) => None,
        });
        said.reduce(|before, next| format!("{before}; {next}"))
    }

    /// The first thing to look at: what the worst finding is about, with the command that tells more of it.
    pub(super) fn first_step(&self, told: &Told<'_>) -> Option<Row> {
        let worst = told.blocks.first()?.first;
        let path = &self.check.source.path;
        match worst.subject {
            Subject::Thing(id) if self.check.complete() && path != "-" => {
                let name = fitted(self.wording.plan?.names.name(id), usize::MAX);
                let path = typed(path);
                // Of what much falls with, one asks what stands all the same; of the rest, what it is there for.
                let command = match worst.name {
                    FindingName::Bottleneck | FindingName::BrokenAssumption => {
                        format!("scf what-if {path} --without {name}")
                    }
                    _ => format!("scf why {path} {name}"),
                };
                Some(Row::Step { about: self.wording.unescaped_title(id).into_owned(), command })
            }
            _ if worst.slip.is_some() => {
                let args = [("line", self.line_of(worst.at.start).into()), ("file", self.file(60).into())];
                Some(Row::Words(self.wording.catalogue.say("begin-line", &args)))
            }
            _ => None,
        }
    }
}

impl Telling<'_> {
    /// How many of the findings the machine can mend, and the command for it.
    fn mendable(&self) -> Option<Row> {
        let path = &self.check.source.path;
        let count = self.check.fixes().safe_count(&self.check.findings);
        (count > 0 && path != "-").then(|| Row::Step {
            about: self.wording.catalogue.say("foot-mend-count", &[("count", count.into())]),
            command: format!("scf check --fix {}", typed(path)),
        })
    }
}

/// What stands beside a label.
pub(super) enum Row {
    Words(String),
    /// A command that tells more, and about what.
    Step {
        about: String,
        command: String,
    },
}
