//! The form of what `check` answers, for its schema. The answer itself is written plan by plan and finding by finding, so
//! that its size does not matter; a test holds every answer against this.

use super::finding::{AcceptedJson, AtJson, FixJson, RelatedJson};
use super::shape::{Day, FindingId, KindName, SeverityName, StageName};
use super::{CountsJson, LineOfSightJson, NoteJson, SeveritiesJson};
use schemars::JsonSchema;

/// What `check` answers.
#[derive(JsonSchema)]
#[allow(dead_code)] // It only tells its form.
pub(crate) struct CheckDocument {
    /// The version of this form of answer.
    format: u32,
    /// The command that answers.
    command: String,
    /// The day that was taken as today.
    #[schemars(with = "Day")]
    today: (),
    /// The plans that could be opened, by path.
    plans: Vec<PlanDocument>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PlanDocument {
    /// The path of the plan, as given.
    path: String,
    /// The title of the plan.
    title: String,
    /// How far the plan is.
    #[schemars(with = "StageName")]
    stage: (),
    /// Whether all of the text could be read.
    complete: bool,
    /// How many items and findings there are.
    counts: CountsJson,
    /// How much of the work leads to the ambition.
    line_of_sight: LineOfSightJson,
    /// Findings by the six factors.
    factors: FactorsDocument,
    /// What was not looked at, because nothing is written of it.
    not_looked_at: Vec<String>,
    /// What is to be known about these findings.
    notes: Vec<NoteJson>,
    /// The path of the settings file that held for it, where one did.
    #[serde(skip_serializing_if = "Option::is_none")]
    settings: Option<String>,
    /// The findings, by line and column.
    findings: Vec<FindingDocument>,
}

#[derive(JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[allow(dead_code)]
struct FactorsDocument {
    /// How the work is planned.
    planning: SeveritiesJson,
    /// How you are set up.
    set_up: SeveritiesJson,
    /// Who you are, as a group.
    group: SeveritiesJson,
    /// Those who give money.
    donors: SeveritiesJson,
    /// Those whom it concerns.
    constituency: SeveritiesJson,
    /// Other tracks and initiatives.
    tracks: SeveritiesJson,
}

/// One finding. What follows `accepted` is only there on some findings.
#[derive(JsonSchema)]
#[allow(dead_code)]
pub(in crate::report) struct FindingDocument {
    /// The name of the finding.
    #[schemars(with = "FindingId")]
    finding: (),
    /// What it weighs.
    #[schemars(with = "SeverityName")]
    severity: (),
    /// Whether only the day it is today brought it.
    dated: bool,
    /// The id of what it is about; nothing where it is about the whole plan.
    item: Option<String>,
    /// What that is.
    #[schemars(with = "Option<KindName>")]
    kind: (),
    /// The finding in one sentence.
    message: String,
    /// A question that leads on.
    ask: String,
    /// The factor to which it belongs.
    factor: Option<String>,
    /// The same for the same finding about the same thing, wherever it stands in the text.
    fingerprint: String,
    /// Why the team lives with it, where it does.
    accepted: Option<AcceptedJson<'static>>,
    /// Ids of the results that fall.
    #[serde(skip_serializing_if = "Option::is_none")]
    loss: Option<Vec<String>>,
    /// How many results fall.
    #[serde(skip_serializing_if = "Option::is_none")]
    loss_count: Option<u64>,
    /// Ids of the work by which they fall.
    #[serde(skip_serializing_if = "Option::is_none")]
    through: Option<Vec<String>>,
    /// How much work that is.
    #[serde(skip_serializing_if = "Option::is_none")]
    through_count: Option<u64>,
    /// Ids of what takes the same with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    also: Option<Vec<String>>,
    /// How many those are.
    #[serde(skip_serializing_if = "Option::is_none")]
    also_count: Option<u64>,
    /// How many items hang with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    branch: Option<u64>,
    /// Ids of what waits; the first hundred.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting: Option<Vec<String>>,
    /// How much waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    waiting_count: Option<u64>,
    /// The circle, id by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<Vec<String>>,
    /// What is wrong with the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// Ids of the choices.
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<String>>,
    /// The first week with too much work, such as 2027-W09.
    #[serde(skip_serializing_if = "Option::is_none")]
    first_week: Option<String>,
    /// The week with the most.
    #[serde(skip_serializing_if = "Option::is_none")]
    worst_week: Option<String>,
    /// Hours of work in that week.
    #[serde(skip_serializing_if = "Option::is_none")]
    worst_hours: Option<f64>,
    /// Hours that the person has in that week.
    #[serde(skip_serializing_if = "Option::is_none")]
    capacity: Option<f64>,
    /// How many weeks have too much work.
    #[serde(skip_serializing_if = "Option::is_none")]
    weeks: Option<u64>,
    /// Where it stands in the text.
    at: AtJson,
    /// Other places that belong to it.
    related: Vec<RelatedJson<'static>>,
    /// What `check --fix` can do about it, where it can.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<FixJson>,
}
