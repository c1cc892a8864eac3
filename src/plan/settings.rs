//! What a plan says about itself: stage, set-up, factors, accepted findings, severities and thresholds.

use super::{FindingName, Id, Text};

use crate::source::{Located, Span};
use jiff::civil::Date;

/// How far a plan has come. A plan is not asked for what it has not begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Ideas.
    Sketch,
    /// People, parties, donors or organisations are named.
    Plan,
    /// Something is active or done.
    Running,
}

impl Stage {
    /// The name used in the file and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sketch => "sketch",
            Self::Plan => "plan",
            Self::Running => "running",
        }
    }
}

/// How much a finding weighs. The worst is the smallest value, so that it sorts first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The plan contradicts itself or cannot be read.
    Error,
    /// The plan has a hole.
    Warning,
    /// Worth a conversation.
    Advice,
}

impl Severity {
    /// All three, worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// The name used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// A severity that somebody set: `None` is off.
pub type SeveritySetting = (FindingName, Option<Severity>);

/// The six factors of Clingendael's needs assessment of 2023.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factor {
    /// Time and resources for strategic planning.
    Planning,
    /// Formal or informal set-up.
    SetUp,
    /// Internal group dynamics.
    Group,
    /// Donor management and coordination.
    Donors,
    /// Constituency engagement.
    Constituency,
    /// Collaboration across tracks 1, 2 and 3.
    Tracks,
}

impl Factor {
    /// All six.
    pub const ALL: [Self; 6] =
        [Self::Planning, Self::SetUp, Self::Group, Self::Donors, Self::Constituency, Self::Tracks];

    /// The name used in the file and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Planning => "planning",
            Self::SetUp => "set-up",
            Self::Group => "group",
            Self::Donors => "donors",
            Self::Constituency => "constituency",
            Self::Tracks => "tracks",
        }
    }
}

/// `set_up`.
#[derive(Debug, Clone)]
pub struct SetUp {
    /// `form`: registered (true) or informal (false).
    pub registered: Option<Located<bool>>,
    /// `host`.
    pub host: Option<Text>,
    /// `decision_rule`.
    pub decision_rule: Option<Text>,
    /// Its key.
    pub at: Span,
}

/// An entry under `accepted`.
#[derive(Debug, Clone)]
pub struct Accepted {
    /// Which finding.
    pub finding: Located<FindingName>,
    /// About which thing; without it, the findings about the whole plan.
    pub item: Option<Located<Id>>,
    /// Why.
    pub because: Text,
    /// Who accepted it.
    pub by: Option<Text>,
    /// Last day on which it is accepted.
    pub until: Option<Located<Date>>,
    /// The whole entry.
    pub at: Span,
}

/// A finding that a comment accepts: `# scf: accept[orphan] and why`. A comment that names several is there once for each.
#[derive(Debug, Clone)]
pub struct AcceptingComment {
    /// Which finding.
    pub finding: Located<FindingName>,
    /// Why.
    pub because: Text,
    /// Last day on which it is accepted.
    pub until: Option<Located<Date>>,
    /// The comment.
    pub at: Span,
    /// Its line: findings that stand there are accepted.
    pub line: Span,
    /// Where the comment has a line of its own, the next line that says something: findings there are accepted too.
    pub next: Option<Span>,
    /// It stands where the findings about the whole plan do, in a plan without a title.
    pub is_about_plan: bool,
    /// The only thing that begins in the line it is about.
    pub item: Option<Id>,
}

/// Severities and thresholds in force.
#[derive(Debug, Clone)]
pub struct Settings {
    /// `severity`, in the order of the text.
    pub severity: Vec<SeveritySetting>,
    /// The keys of what the plan itself sets, in the order of the text: thresholds and findings, by their names.
    pub written: Vec<(&'static str, Span)>,
    /// Fewest results whose loss makes a bottleneck.
    pub bottleneck_min: u32,
    /// Share of the results whose loss makes a bottleneck.
    pub bottleneck_percent: u32,
    /// Share of the open activities whose fall makes a bottleneck.
    pub bottleneck_activities_percent: u32,
    /// Fewest waiting activities and tasks that make a choke-point.
    pub choke_min: u32,
    /// Share of waiting activities and tasks that makes a choke-point.
    pub choke_percent: u32,
    /// More goals than this are crowded.
    pub crowded_goals: u32,
    /// More objectives than this are crowded.
    pub crowded_objectives: u32,
    /// More activities than this under one objective are crowded.
    pub crowded_activities: u32,
    /// Days after which a plan wants to be read again.
    pub review_every_days: u32,
    /// More than this share of the open tasks is most of them.
    pub carries_most_percent: u32,
    /// From this many open tasks on.
    pub carries_most_tasks: u32,
    /// More than this share of the money from one donor is a concentration.
    pub donor_percent: u32,
    /// This share of the money is enough to go on.
    pub money_enough_percent: u32,
    /// More reports than this in a quarter are a load.
    pub reports_per_quarter: u32,
    /// Days after which consent wants to be asked for again.
    pub consent_days: u32,
    /// Most schemes that are enumerated.
    pub schemes_max: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            severity: Vec::new(),
            written: Vec::new(),
            bottleneck_min: 2,
            bottleneck_percent: 20,
            bottleneck_activities_percent: 40,
            choke_min: 3,
            choke_percent: 20,
            crowded_goals: 5,
            crowded_objectives: 10,
            crowded_activities: 7,
            review_every_days: 90,
            carries_most_percent: 40,
            carries_most_tasks: 10,
            donor_percent: 60,
            money_enough_percent: 80,
            reports_per_quarter: 2,
            consent_days: 180,
            schemes_max: 100_000,
        }
    }
}

impl Settings {
    /// The threshold with this name in the file, to set it; nothing for another name.
    pub fn threshold(&mut self, name: &str) -> Option<&mut u32> {
        Some(match name {
            "bottleneck_min" => &mut self.bottleneck_min,
            "bottleneck_percent" => &mut self.bottleneck_percent,
            "bottleneck_activities_percent" => &mut self.bottleneck_activities_percent,
            "choke_min" => &mut self.choke_min,
            "choke_percent" => &mut self.choke_percent,
            "crowded_goals" => &mut self.crowded_goals,
            "crowded_objectives" => &mut self.crowded_objectives,
            "crowded_activities" => &mut self.crowded_activities,
            "review_every_days" => &mut self.review_every_days,
            "carries_most_percent" => &mut self.carries_most_percent,
            "carries_most_tasks" => &mut self.carries_most_tasks,
            "donor_percent" => &mut self.donor_percent,
            "money_enough_percent" => &mut self.money_enough_percent,
            "reports_per_quarter" => &mut self.reports_per_quarter,
            "consent_days" => &mut self.consent_days,
            "schemes_max" => &mut self.schemes_max,
            _ => return None,
        })
    }

    /// The names of the thresholds.
    pub const THRESHOLDS: [&'static str; 16] = [
        "bottleneck_min",
        "bottleneck_percent",
        "bottleneck_activities_percent",
        "choke_min",
        "choke_percent",
        "crowded_goals",
        "crowded_objectives",
        "crowded_activities",
        "review_every_days",
        "carries_most_percent",
        "carries_most_tasks",
        "donor_percent",
        "money_enough_percent",
        "reports_per_quarter",
        "consent_days",
        "schemes_max",
    ];
}
