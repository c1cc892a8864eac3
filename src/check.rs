//! The main job: one plan checked, as data that every report shares; or many of them, one after the other.

mod in_order;

pub use in_order::check_in_order;

use crate::findings::{self, Context, Family, Finding, Severities};
use crate::graph::{Graph, LineOfSight};
use crate::plan::{self, Factor, FindingName, Level, Plan, Severity, SeveritySetting, Stage};
use crate::source::{self, Fault, Limits, Source};
use jiff::civil::Date;

/// What a check is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day it is today.
    pub today: Date,
    /// Severities that go before those of the plan.
    pub severity: Vec<SeveritySetting>,
}

/// Which findings a check fails for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// The least severity that it fails for; without one, it fails for none.
    pub from: Option<Severity>,
    /// It fails also for what only time has brought.
    pub dated: bool,
}

impl Gate {
    /// Whether a check fails for this finding. What the team has accepted never counts.
    #[must_use]
    pub fn stops(self, finding: &Finding) -> bool {
        let is_weighty = self.from.is_some_and(|from| finding.severity <= from);
        is_weighty && finding.accepted.is_none() && (self.dated || !finding.dated)
    }
}

/// A plan that was read and what is weak about it.
#[derive(Debug)]
pub struct Check {
    /// The text.
    pub source: Source,
    /// The plan; nothing where the text could not be read as one.
    pub plan: Option<Plan>,
    /// What stands on what, where there is a plan.
    pub graph: Option<Graph>,
    /// The findings, sorted by line, column, severity, finding, item.
    pub findings: Vec<Finding>,
    /// What the checking left out.
    pub notes: Vec<Note>,
}

/// Something that the checking left out, which is no fault of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// So many open tasks with hours have no window, so that no week has their hours.
    TasksWithoutWindow(u64),
    /// There are more schemes than so many, so that it is not known which options are closed, nor what hangs on them.
    TooManySchemes(u64),
}

impl Note {
    /// The name used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TasksWithoutWindow(_) => "tasks-without-window",
            Self::TooManySchemes(_) => "too-many-schemes",
        }
    }

    /// How many things it is about.
    #[must_use]
    pub fn count(self) -> u64 {
        match self {
            Self::TasksWithoutWindow(count) | Self::TooManySchemes(count) => count,
        }
    }
}

/// A plan of which nothing was left out, and what stands on what in it: what every command works from that is asked
/// about the plan, and not about its weak places.
#[derive(Debug)]
pub struct Whole {
    /// The text.
    pub source: Source,
    /// The plan.
    pub plan: Plan,
    /// What stands on what.
    pub graph: Graph,
}

/// How many there are of what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Goals in the text.
    pub goals: usize,
    /// Objectives in the text.
    pub objectives: usize,
    /// Activities in the text.
    pub activities: usize,
    /// Tasks in the text.
    pub tasks: usize,
    /// Findings of each severity, worst first; accepted ones left out.
    pub severities: [usize; 3],
    /// Findings that only time has brought; they count under their severity too.
    pub dated: usize,
    /// Accepted findings.
    pub accepted: usize,
}

/// Reads a plan. Faults do not stop it, unless the text cannot be read at all.
#[must_use]
pub fn load(source: &Source) -> plan::Reading {
    let (tree, refused) = source::read_around_refused(source, Limits::FORMAT_1);
    let Some(tree) = tree else { return plan::Reading { plan: None, faults: refused } };
    let mut reading = plan::read(source, &tree);
    if !refused.is_empty() {
        // What is refused has been said; that it is no id or no date either need not be.
        reading.faults.retain(|fault| refused.binary_search_by_key(&fault.at, |refused| refused.at).is_err());
        reading.faults.extend(refused);
        reading.faults.sort_by_key(|fault| fault.at);
        if let Some(plan) = &mut reading.plan {
            plan.complete = false;
        }
    }
    reading
}

/// Reads a plan that a command must have whole.
///
/// # Errors
/// Where parts of it could not be read: the check, which tells which.
pub fn whole(source: Source, options: &Options) -> Result<Whole, Box<Check>> {
    let reading = load(&source);
    match reading.plan {
        Some(plan) if plan.complete => {
            let graph = Graph::of(&plan);
            Ok(Whole { source, plan, graph })
        }
        plan => Err(Box::new(check_reading(source, plan, &reading.faults, options))),
    }
}

/// Reads a plan and finds what is weak about it.
#[must_use]
pub fn check(source: Source, options: &Options) -> Check {
    let reading = load(&source);
    check_reading(source, reading.plan, &reading.faults, options)
}

/// Finds what is weak about a plan that was read.
#[must_use]
pub fn check_reading(source: Source, plan: Option<Plan>, faults: &[Fault], options: &Options) -> Check {
    let Some(plan) = plan else {
        let findings = findings::find_in_text(faults);
        return Check { source, plan: None, graph: None, findings, notes: Vec::new() };
    };
    let graph = Graph::of(&plan);
    let words = crate::lang::doing_words(plan.language.as_ref().map(|text| &*text.value));
    let context = Context::new(&plan, &graph, options.today, words);
    let severities = Severities { flags: &options.severity, plan: &plan.settings.severity };
    let findings = findings::find_all(&context, faults, severities);
    let without_window = Some(context.load().without_window).filter(|&count| count > 0);
    let most = (!graph.knows_all_schemes()).then(|| u64::from(plan.settings.schemes_max));
    let notes = without_window.map(Note::TasksWithoutWindow).into_iter();
    let notes = notes.chain(most.map(Note::TooManySchemes)).collect();
    Check { source, plan: Some(plan), graph: Some(graph), findings, notes }
}

impl Whole {
    /// The plan's title; else its file's name without ending.
    #[must_use]
    pub fn title(&self) -> &str {
        title(&self.source, Some(&self.plan))
    }
}

impl Check {
    /// The plan's title; else its file's name without ending.
    #[must_use]
    pub fn title(&self) -> &str {
        title(&self.source, self.plan.as_ref())
    }

    /// Whether something in it makes the check fail.
    #[must_use]
    pub fn is_stopped_by(&self, gate: Gate) -> bool {
        self.findings.iter().any(|finding| gate.stops(finding))
    }

    /// Whether the plan contradicts itself or could not be read whole.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        let is_error = |finding: &Finding| finding.severity == Severity::Error && finding.accepted.is_none();
        !self.complete() || self.findings.iter().any(is_error)
    }

    /// The stage; a text that could not be read is a sketch.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.plan.as_ref().map_or(Stage::Sketch, Plan::stage)
    }

    /// Whether nothing of the text was left out.
    #[must_use]
    pub fn complete(&self) -> bool {
        self.plan.as_ref().is_some_and(|plan| plan.complete)
    }

    /// Items and findings counted.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for item in self.plan.iter().flat_map(|plan| &plan.items) {
            match item.level {
                Level::Ambition => {}
                Level::Goal => counts.goals += 1,
                Level::Objective => counts.objectives += 1,
                Level::Activity => counts.activities += 1,
                Level::Task => counts.tasks += 1,
            }
        }
        for finding in &self.findings {
            if finding.accepted.is_some() {
                counts.accepted += 1;
            } else {
                counts.severities[finding.severity as usize] += 1;
                counts.dated += usize::from(finding.dated);
            }
        }
        counts
    }

    /// How far the line from daily work to the ambition holds.
    #[must_use]
    pub fn line_of_sight(&self) -> LineOfSight {
        self.graph.as_ref().map(Graph::line_of_sight).unwrap_or_default()
    }

    /// Findings by factor and severity; accepted ones and those of no factor left out.
    #[must_use]
    pub fn factors(&self) -> [(Factor, [usize; 3]); 6] {
        Factor::ALL.map(|factor| {
            let of_factor = |f: &&Finding| f.accepted.is_none() && f.factor == Some(factor);
            let mut counts = [0; 3];
            for finding in self.findings.iter().filter(of_factor) {
                counts[finding.severity as usize] += 1;
            }
            (factor, counts)
        })
    }

    /// The families of which nothing is looked at.
    #[must_use]
    pub fn not_looked_at(&self) -> Vec<Family> {
        self.plan.as_ref().map_or(Family::LOOKED_AT.to_vec(), findings::not_looked_at)
    }

    /// Keeps the findings that pass: of these names only (where there are any), and of none of those.
    pub fn keep(&mut self, only: &[FindingName], skip: &[FindingName]) {
        self.findings.retain(|finding| {
            let is_asked = only.is_empty() || only.contains(&finding.name);
            // Without its faults, a part of a plan could pass for the whole.
            finding.slip.is_some() || (is_asked && !skip.contains(&finding.name))
        });
    }
}

fn title<'a>(source: &'a Source, plan: Option<&'a Plan>) -> &'a str {
    let written = plan.and_then(|plan| plan.title.as_ref());
    written.map_or_else(|| file_title(&source.path), |title| &title.value)
}

/// The name of a plan's file without folder and ending.
fn file_title(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    [".scf.yaml", ".scf.yml", ".yaml", ".yml"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}
