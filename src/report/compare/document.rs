//! The form of what `diff` answers, for its schema. What two fields held may be of any kind, so the answer itself is put
//! together by hand; a test holds every answer against this.

use crate::report::json::document::FindingDocument;
use crate::report::shape::{Day, KindName};
use schemars::JsonSchema;
use serde_json::Value;

/// What `diff` answers.
#[derive(JsonSchema)]
#[allow(dead_code)] // It only tells its form.
pub(crate) struct DiffDocument {
    /// The version of this form of answer.
    format: u32,
    /// The command that answers.
    command: String,
    /// The day that was taken as today.
    #[schemars(with = "Day")]
    today: (),
    /// The plan as it was.
    old: PlanDocument,
    /// The plan as it is.
    new: PlanDocument,
    /// How much has changed. These counts are whole.
    counts: CountsDocument,
    /// What has changed, from the ambition down; at most 1,000.
    changes: Vec<ChangeDocument>,
    /// Findings that are in one of the plans only; at most 1,000 of each.
    findings: FindingsDocument,
    /// What takes more results with it than before; at most 1,000.
    loss: Vec<LossDocument>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct PlanDocument {
    /// The path of the plan, as given.
    path: String,
    /// The title of the plan.
    title: String,
    /// The revision from which it was taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<String>,
    /// Whether all of the text could be read.
    complete: bool,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct CountsDocument {
    /// All changes.
    changes: u64,
    /// Things that are new.
    added: u64,
    /// Things that are gone.
    removed: u64,
    /// Things that have another id.
    renamed: u64,
    /// Things that lead to something else, or stand in another place.
    moved: u64,
    /// Days that are others.
    #[serde(rename = "re-dated")]
    dated: u64,
    /// Things with which somebody else has to do.
    #[serde(rename = "re-assigned")]
    assigned: u64,
    /// Things that are said in other words.
    #[serde(rename = "re-worded")]
    worded: u64,
    /// All other changes.
    changed: u64,
    /// Findings that are new.
    new: u64,
    /// Findings that were accepted and are no longer.
    open_again: u64,
    /// Findings that are accepted now.
    accepted: u64,
    /// Findings that are gone.
    gone: u64,
    /// Things that take more results with them than before.
    loss: u64,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct ChangeDocument {
    /// What has become of it, as in `counts`.
    what: String,
    /// Its id; nothing for the plan itself.
    item: Option<String>,
    /// What it is; `plan` for the plan itself.
    kind: String,
    /// The field that is another.
    field: Option<String>,
    /// What stood there.
    old: Value,
    /// What stands there.
    new: Value,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct FindingsDocument {
    /// Those that are new.
    new: Vec<FindingDocument>,
    /// Those that were accepted and are no longer.
    open_again: Vec<FindingDocument>,
    /// Those that are accepted now.
    accepted: Vec<FindingDocument>,
    /// Those that are gone.
    gone: Vec<FindingDocument>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct LossDocument {
    /// The id of what takes them.
    item: String,
    /// What it is.
    #[schemars(with = "Option<KindName>")]
    kind: (),
    /// How many results it took; nothing where it is new.
    old: Option<u64>,
    /// How many results it takes.
    new: u64,
}
