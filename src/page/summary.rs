//! The first words of a page: what `scf check` says first, and how far the line of sight holds.

use super::told::Told;
use super::words::{Mention, PlanText};
use crate::plan::{Level, Severity};
use crate::report::Words;
use askama::Template;
use std::fmt::Write as _;

/// What is said first.
#[derive(Template)]
#[template(path = "summary.html")]
pub(super) struct Summary<'a> {
    told: &'a Told<'a>,
    words: Words,
    /// The plan's own summary.
    about: Option<PlanText>,
    tiles: Vec<Tile>,
    bars: Vec<Bar>,
    begin: Option<(Mention, String)>,
    facts: Vec<(String, PlanText)>,
}

/// How many findings of one severity.
struct Tile {
    severity: &'static str,
    sign: &'static str,
    count: usize,
    name: String,
}

/// A part of a whole.
struct Bar {
    name: String,
    part: usize,
    whole: usize,
    /// Of 200.
    width: usize,
}

impl<'a> Summary<'a> {
    pub(super) fn of(told: &'a Told<'a>) -> Self {
        let plan = told.read.plan;
        let words = Words::of(told.check, told.wording);
        let counts = told.check.counts();
        let tile = |(severity, count): (Severity, usize)| Tile {
            severity: severity.name(),
            sign: sign(severity),
            count,
            name: told
                .with("page-severity", &[("severity", severity.name().into()), ("count", count.into())]),
        };
        let begin = words.begin.clone().filter(|(id, _)| !told.hides(*id));
        let text = |label: &'static str, text: &Option<crate::plan::Text>| {
            let text = told.team_text(&text.as_ref()?.value)?;
            Some((told.word("page-fact", "fact", label), text))
        };
        let set_up = plan.set_up.as_ref();
        let facts = [
            set_up.and_then(|set_up| text("host", &set_up.host)),
            set_up.and_then(|set_up| text("decision-rule", &set_up.decision_rule)),
        ];
        Self {
            told,
            about: plan.summary.as_ref().and_then(|summary| told.team_text(&summary.value)),
            tiles: Severity::ALL.into_iter().zip(counts.severities).map(tile).collect(),
            bars: bars(told),
            begin: begin.map(|(id, command)| (told.mention(id), command)),
            facts: facts.into_iter().flatten().collect(),
            words,
        }
    }

    /// The same as Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        if let Some(about) = &self.about {
            let _ = write!(out, "{}\n\n", about.markdown());
        }
        let _ = writeln!(out, "- {}", self.words.counts);
        let rows = [
            ("foot-sight", &self.words.sight),
            ("foot-not-looked-at", &self.words.not_looked_at),
            ("foot-not-counted", &self.words.not_counted),
        ];
        for (label, words) in rows {
            if let Some(words) = words {
                let words = crate::report::sheet::no_mark_up(words);
                let _ = writeln!(out, "- {}: {words}", self.told.say(label));
            }
        }
        if let Some((about, command)) = &self.begin {
            let label = self.told.say("foot-begin");
            let _ = writeln!(out, "- {label}: {} (`{}`)", about.title.markdown(), command.replace('`', "'"));
        }
        for (label, text) in &self.facts {
            let _ = writeln!(out, "- {label}: {}", text.markdown());
        }
        out.push('\n');
    }
}

/// The sign of a severity: told from the others without colour.
pub(super) fn sign(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✕",
        Severity::Warning => "!",
        Severity::Advice => "?",
    }
}

fn bars(told: &Told<'_>) -> Vec<Bar> {
    let sight = told.check.line_of_sight();
    let parts = [
        ("tasks", Level::Task, sight.tasks_reaching, sight.tasks),
        ("objectives", Level::Objective, sight.objectives_supported, sight.objectives),
    ];
    let bar = |(name, _, part, whole): (&'static str, Level, usize, usize)| Bar {
        name: told.word("page-sight", "what", name),
        part,
        whole,
        width: part * 200 / whole.max(1),
    };
    parts.into_iter().filter(|(.., whole)| *whole > 0).map(bar).collect()
}
