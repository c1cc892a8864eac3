//! The end of a check: how many, how far the line holds, what was not looked at, and where to begin.

use super::blocks::Told;
use super::layout::{FAINT, Page, STRONG, fitted, padded};
use super::{Amount, Telling, level_word};
use crate::findings::Subject;
use crate::plan::{Level, Severity};
use crate::report::rows::typed;
use std::io;
use unicode_width::UnicodeWidthStr as _;

/// A title that is cut to less than this says nothing.
const NARROWEST_TITLE: usize = 16;

impl Telling<'_> {
    /// How many findings there are.
    pub(super) fn counts(&self, page: &mut Page<'_>) -> io::Result<()> {
        let catalogue = self.wording.catalogue;
        let counts = self.check.counts();
        let told = Severity::ALL.iter().zip(counts.severities).filter(|(_, count)| *count > 0);
        let parts = told.map(|(severity, count)| {
            catalogue.say(&format!("count-{}", severity.name()), &[("count", count.into())])
        });
        let joined = parts.reduce(|before, next| {
            catalogue.say("joined", &[("before", before.into()), ("next", next.into())])
        });
        let mut line = match joined {
            None => catalogue.say("counts-nothing", &[]),
            Some(counts) => catalogue.say("counts", &[("counts", counts.into())]),
        };
        let mut add = |sentence: String| line = format!("{line} {sentence}");
        if counts.accepted > 0 {
            add(catalogue.say("count-accepted", &[("count", counts.accepted.into())]));
        }
        if self.check.plan.is_none() {
            add(catalogue.say("counts-unread", &[]));
        } else if !self.check.complete() {
            add(catalogue.say("counts-incomplete", &[]));
        } else if counts.severities[Severity::Error as usize] == 0 {
            add(catalogue.say("counts-whole", &[]));
        }
        if self.options.amount == Amount::Counts && self.options.several {
            let file = self.file(usize::MAX);
            line = catalogue.say("counts-of-plan", &[("file", file.into()), ("counts", line.into())]);
        }
        page.beside("", &line, STRONG, "")
    }

    /// Everything below the counts.
    pub(super) fn foot(&self, told: &Told<'_>, page: &mut Page<'_>) -> io::Result<()> {
        let mut rows = Vec::new();
        rows.extend(self.sight().map(|sight| ("foot-sight", Row::Words(sight))));
        rows.extend(self.not_looked_at().map(|families| ("foot-not-looked-at", Row::Words(families))));
        rows.extend(self.first_step(told).map(|step| ("foot-begin", step)));
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

    fn sight(&self) -> Option<String> {
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

    fn not_looked_at(&self) -> Option<String> {
        self.wording.plan?;
        let catalogue = self.wording.catalogue;
        let families = self.check.not_looked_at().into_iter();
        let words = families.map(|family| catalogue.say("family", &[("family", family.name().into())]));
        words.reduce(|before, next| {
            catalogue.say("joined", &[("before", before.into()), ("next", next.into())])
        })
    }

    /// The first thing to look at: what the worst finding is about, with the command that tells more of it.
    fn first_step(&self, told: &Told<'_>) -> Option<Row> {
        let worst = told.blocks.first()?.first;
        let path = &self.check.source.path;
        match worst.subject {
            Subject::Thing(id) if self.check.complete() && path != "-" => {
                let name = fitted(self.wording.plan?.names.name(id), usize::MAX);
                Some(Row::Step {
                    about: self.wording.unescaped_title(id).into_owned(),
                    command: format!("scf why {} {name}", typed(path)),
                })
            }
            _ if worst.slip.is_some() => {
                let args = [("line", self.line_of(worst.at.start).into()), ("file", self.file(60).into())];
                Some(Row::Words(self.wording.catalogue.say("begin-line", &args)))
            }
            _ => None,
        }
    }
}

/// What stands beside a label.
enum Row {
    Words(String),
    /// A command that tells more, and about what.
    Step {
        about: String,
        command: String,
    },
}
