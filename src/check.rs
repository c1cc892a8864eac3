//! The main job: one plan checked, as data that every report shares; or many of them, one after the other.

mod in_order;

pub use in_order::{check_in_order, in_order};

use crate::findings::{self, Acceptance, Context, Family, Finding, Severities};
use crate::fix::Fixes;
use crate::graph::{Graph, LineOfSight};
use crate::plan::{self, Factor, FindingName, Level, Plan, Settings, Severity, SeveritySetting, Stage};
use crate::settings::{FailOn, TeamSettings};
use crate::source::{self, Fault, Limits, Source, Tree};
use jiff::civil::Date;
use std::cell::OnceCell;
use std::sync::Arc;

/// What a check is asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day it is today.
    pub today: Date,
    /// Severities that go before those of the plan.
    pub severity: Vec<SeveritySetting>,
    /// The settings file that holds for the plan, where there is one.
    pub settings: Option<Arc<TeamSettings>>,
}

impl Options {
    /// A check on this day in which nobody but the plan sets anything.
    #[must_use]
    pub const fn on(today: Date) -> Self {
        Self { today, severity: Vec::new(), settings: None }
    }

    /// What a plan begins with that sets nothing itself.
    #[must_use]
    pub fn thresholds(&self) -> Settings {
        thresholds(self.settings.as_deref())
    }
}

fn thresholds(settings: Option<&TeamSettings>) -> Settings {
    settings.map_or_else(Settings::default, |settings| settings.thresholds().clone())
}

/// For which findings a check is asked to fail. What is not asked for is as the settings file of each plan has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GateAsked {
    /// The least weight that it fails for.
    pub fail_on: Option<FailOn>,
    /// It fails also for what only time has brought.
    pub dated: Option<bool>,
    /// There is a baseline of what is known: what it fails for is new.
    pub beside_baseline: bool,
}

impl GateAsked {
    /// Which findings a check fails for that is under these settings. Nobody having said it: those from a warning on
    /// that are not dated.
    #[must_use]
    pub fn under(self, settings: Option<&TeamSettings>) -> Gate {
        let file = settings.map(|settings| &settings.file);
        let fail_on = self.fail_on.or(file.and_then(|file| file.fail_on)).unwrap_or(FailOn::Warning);
        let dated = self.dated.or(file.and_then(|file| file.fail_on_dated)).unwrap_or(false);
        Gate { from: fail_on.least(), dated, beside_baseline: self.beside_baseline }
    }

    /// Which findings this check fails for.
    #[must_use]
    pub fn of(self, check: &Check) -> Gate {
        self.under(check.settings.as_deref())
    }
}

/// Which findings a check fails for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// The least severity that it fails for; without one, it fails for none.
    pub from: Option<Severity>,
    /// It fails also for what only time has brought.
    pub dated: bool,
    /// There is a baseline of what is known: what it fails for is new.
    pub beside_baseline: bool,
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
    /// The settings file that held for it, where there was one.
    pub settings: Option<Arc<TeamSettings>>,
    fixes: OnceCell<Fixes>,
}

/// Something that the checking left out, which is no fault of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// So many open tasks with hours have no window, so that no week has their hours.
    TasksWithoutWindow(u64),
    /// There are more schemes than so many, so that it is not known which options are closed, nor what hangs on them.
    TooManySchemes(u64),
    /// So many findings stand in the baseline for more than this many days, and count again.
    OldInBaseline {
        /// How many.
        count: u64,
        /// For how many days an entry holds.
        days: u32,
    },
    /// So many entries of the baseline about this plan meet nothing.
    UnmetInBaseline(u64),
}

impl Note {
    /// The name used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::TasksWithoutWindow(_) => "tasks-without-window",
            Self::TooManySchemes(_) => "too-many-schemes",
            Self::OldInBaseline { .. } => "old-in-baseline",
            Self::UnmetInBaseline(_) => "unmet-in-baseline",
        }
    }

    /// How many things it is about.
    #[must_use]
    pub fn count(self) -> u64 {
        match self {
            Self::TasksWithoutWindow(count)
            | Self::TooManySchemes(count)
            | Self::OldInBaseline { count, .. }
            | Self::UnmetInBaseline(count) => count,
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
    /// The settings file that holds for it, where there is one.
    pub settings: Option<Arc<TeamSettings>>,
}

/// The same wherever it is kept: beside its findings, or alone.
#[derive(Debug, Clone, Copy)]
pub struct Read<'a> {
    /// The text.
    pub source: &'a Source,
    /// The plan.
    pub plan: &'a Plan,
    /// What stands on what.
    pub graph: &'a Graph,
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
    /// Those of them that stand in the baseline.
    pub in_baseline: usize,
}

/// Reads a plan, with the format's own thresholds where it sets none. Faults do not stop it, unless the text cannot be
/// read at all.
#[must_use]
pub fn load(source: &Source) -> plan::Reading {
    load_over(source, &Settings::default())
}

/// The same, with these thresholds where the plan sets none.
#[must_use]
pub fn load_over(source: &Source, thresholds: &Settings) -> plan::Reading {
    let (tree, refused) = source::read_around_refused(source, Limits::FORMAT_1);
    load_tree(source, tree.as_ref(), refused, thresholds)
}

/// Reads a plan from the tree of its text, where there is one; `refused` is what was wrong with the text.
#[must_use]
pub fn load_tree(
    source: &Source,
    tree: Option<&Tree>,
    refused: Vec<Fault>,
    thresholds: &Settings,
) -> plan::Reading {
    let Some(tree) = tree else { return plan::Reading { plan: None, faults: refused } };
    let mut reading = plan::read_over(source, tree, thresholds);
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
    let reading = load_over(&source, &options.thresholds());
    match reading.plan {
        Some(plan) if plan.complete => {
            let graph = Graph::of(&plan);
            Ok(Whole { source, plan, graph, settings: options.settings.clone() })
        }
        plan => Err(Box::new(check_reading(source, plan, &reading.faults, options))),
    }
}

/// Reads a plan and finds what is weak about it.
#[must_use]
pub fn check(source: Source, options: &Options) -> Check {
    let reading = load_over(&source, &options.thresholds());
    check_reading(source, reading.plan, &reading.faults, options)
}

/// Finds what is weak about a plan that was read with the thresholds of these options.
#[must_use]
pub fn check_reading(source: Source, plan: Option<Plan>, faults: &[Fault], options: &Options) -> Check {
    let Some(plan) = plan else {
        let findings = findings::find_in_text(faults);
        return Check {
            source,
            plan: None,
            graph: None,
            findings,
            notes: Vec::new(),
            settings: options.settings.clone(),
            fixes: OnceCell::new(),
        };
    };
    let graph = Graph::of(&plan);
    let words = crate::lang::doing_words(plan.language.as_ref().map(|text| &*text.value));
    let context = Context::new(&plan, &graph, options.today, words);
    let severities = Severities {
        flags: &options.severity,
        plan: &plan.settings.severity,
        file: options.settings.as_deref().map(TeamSettings::severities),
    };
    let findings = findings::find_all(&context, faults, severities);
    let without_window = Some(context.load().without_window).filter(|&count| count > 0);
    let most = (!graph.knows_all_schemes()).then(|| u64::from(plan.settings.schemes_max));
    let notes = without_window.map(Note::TasksWithoutWindow).into_iter();
    let notes = notes.chain(most.map(Note::TooManySchemes)).collect();
    Check {
        source,
        plan: Some(plan),
        graph: Some(graph),
        findings,
        notes,
        settings: options.settings.clone(),
        fixes: OnceCell::new(),
    }
}

impl Whole {
    /// What the plan would begin with if it set nothing itself.
    #[must_use]
    pub fn thresholds(&self) -> Settings {
        thresholds(self.settings.as_deref())
    }

    /// The plan's title; else its file's name without ending.
    #[must_use]
    pub fn title(&self) -> &str {
        title(&self.source, Some(&self.plan))
    }

    /// What was read.
    #[must_use]
    pub fn read(&self) -> Read<'_> {
        Read { source: &self.source, plan: &self.plan, graph: &self.graph }
    }
}

impl<'a> Read<'a> {
    /// The plan's title; else its file's name without ending.
    #[must_use]
    pub fn title(self) -> &'a str {
        title(self.source, Some(self.plan))
    }
}

impl Check {
    /// The plan's title; else its file's name without ending.
    #[must_use]
    pub fn title(&self) -> &str {
        title(&self.source, self.plan.as_ref())
    }

    /// What was read; nothing where parts of it could not be.
    #[must_use]
    pub fn read(&self) -> Option<Read<'_>> {
        let (plan, graph) = (self.plan.as_ref()?, self.graph.as_ref()?);
        plan.complete.then_some(Read { source: &self.source, plan, graph })
    }

    /// What the machine can mend of what was found; worked out when it is first asked for.
    #[must_use]
    pub fn fixes(&self) -> &Fixes {
        let can_be =
            |finding: &Finding| finding.slip.is_some() || finding.name == FindingName::UnusedAcceptance;
        self.fixes
            .get_or_init(|| if self.findings.iter().any(can_be) { Fixes::of(self) } else { Fixes::default() })
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

    /// For pictures and pages: what is nested in something is seen by no larger circle than that.
    pub fn veil_nested(&mut self) {
        if let Some(plan) = &mut self.plan {
            plan.veil_nested();
        }
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
                counts.in_baseline +=
                    usize::from(matches!(finding.accepted, Some(Acceptance::Baseline { .. })));
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
