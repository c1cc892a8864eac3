//! Whom the work is with, as JSON.

use super::{Inclusion, Part, Phase, degree_name};
use crate::check::Whole;
use crate::report::discreet::Discreet;
use crate::report::wording::Wording;
use crate::report::{Head, write_document};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The constituencies of the plan.
    constituencies: Vec<Constituency<'a>>,
    /// Parts of the process that have work, none of it with a constituency.
    without_them: Vec<&'static str>,
}

#[derive(Serialize, JsonSchema)]
#[allow(clippy::struct_field_names)] // Each is called as in the other answers.
struct Constituency<'a> {
    /// The id of the constituency.
    constituency: &'a str,
    /// Its title; `(core item)` where it is not told to this circle.
    title: String,
    /// Whether any work is with it.
    engaged: bool,
    /// Work of analysis with it.
    analysis: Option<Work>,
    /// Talks with it.
    talks: Option<Work>,
    /// Work on an agreement with it.
    agreement: Option<Work>,
    /// Follow-up with it.
    follow_up: Option<Work>,
    /// Other work with it.
    other: Option<Work>,
    /// Parties that speak for it.
    spoken_for_by: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct Work {
    /// inform, consult, take-part, decide or unsaid: the furthest.
    degree: &'static str,
    /// Work that is not over.
    open: usize,
    /// Work that is done.
    done: usize,
}

/// Whom the work is with, as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(
    inclusion: &Inclusion<'_>,
    whole: &Whole,
    wording: Wording<'_>,
    today: Date,
    out: &mut dyn Write,
) -> io::Result<()> {
    let plan = inclusion.plan;
    let discreet = Discreet::of(plan, wording);
    let work = |part: Part| Work { degree: degree_name(part.degree), open: part.open, done: part.done };
    let row = |row: &super::Row| {
        let part = |phase: Phase| Some(row.part(phase)).filter(Part::has_work).map(work);
        Constituency {
            constituency: plan.names.name(row.constituency),
            title: discreet.written(row.constituency),
            engaged: row.is_engaged(),
            analysis: part(Phase::Analysis),
            talks: part(Phase::Talks),
            agreement: part(Phase::Agreement),
            follow_up: part(Phase::FollowUp),
            other: part(Phase::Other),
            spoken_for_by: row.spoken_for_by.iter().map(|&party| plan.names.name(party)).collect(),
        }
    };
    let title = discreet.without_names(whole.title());
    let document = Document {
        head: Head::new("inclusion", today, &whole.source.path, &title),
        constituencies: inclusion.rows.iter().map(row).collect(),
        without_them: inclusion.without_them.iter().map(|phase| phase.name()).collect(),
    };
    write_document(&document, out)
}
