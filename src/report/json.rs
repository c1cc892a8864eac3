//! Findings for programs. The field names are a promise: additions are allowed, changes are not.

pub(crate) mod document;
pub(super) mod finding;
mod head;
pub(super) mod safe;
pub(crate) mod shape;

pub use head::Head;

use super::Report;
use super::wording::Wording;
use crate::check::{Check, Counts, Note};
use crate::findings::Family;
use crate::graph::{Graph, LineOfSight};
use crate::lang::Catalogue;
use crate::plan::Sensitivity;
use finding::FindingJson;
use jiff::civil::Date;
use safe::Safe;
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use std::io::{self, Write};

/// Writes one document, and a line break behind it.
///
/// # Errors
/// Where `out` takes no more.
pub fn write_document(document: &impl Serialize, out: &mut dyn Write) -> io::Result<()> {
    Safe::write(out, document)?;
    writeln!(out)
}

/// Names in the order of their letters, each once; the first of them where there are very many.
pub(in crate::report) fn in_order(mut names: Vec<&str>) -> Vec<&str> {
    names.sort_unstable();
    names.dedup();
    names.truncate(Graph::MOST_LISTED);
    names
}

/// One document of what was found in all plans.
pub struct Json<'a> {
    /// The sentences.
    pub catalogue: &'a Catalogue,
    /// The day it is today.
    pub today: Date,
    /// The largest circle of whom titles are told.
    pub include: Sensitivity,
    plans: usize,
}

impl<'a> Json<'a> {
    /// A document that is told on this day, with titles of up to this sensitivity.
    #[must_use]
    pub fn new(catalogue: &'a Catalogue, today: Date, include: Sensitivity) -> Self {
        Self { catalogue, today, include, plans: 0 }
    }
}

impl Report for Json<'_> {
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, r#"{{"format":1,"command":"check","today":"{}","plans":["#, self.today)
    }

    fn plan(&mut self, check: &Check, out: &mut dyn Write) -> io::Result<()> {
        if self.plans > 0 {
            out.write_all(b",")?;
        }
        self.plans += 1;
        out.write_all(b"\n")?;
        let plan = check.plan.as_ref();
        let wording = Wording { catalogue: self.catalogue, plan, include: Some(self.include) };
        Safe::write(out, &PlanJson { check, wording })
    }

    fn unopened(&mut self, _sentence: &str, _out: &mut dyn Write) -> io::Result<()> {
        // A plan that was not read has no fields; the sentence comes on standard error.
        Ok(())
    }

    fn end(&mut self, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(b"\n]}\n")
    }
}

struct PlanJson<'a> {
    check: &'a Check,
    wording: Wording<'a>,
}

impl Serialize for PlanJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let check = self.check;
        let not_looked_at: Vec<_> = check.not_looked_at().into_iter().map(Family::name).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("path", &check.source.path)?;
        map.serialize_entry("title", check.title())?;
        map.serialize_entry("stage", check.stage().name())?;
        map.serialize_entry("complete", &check.complete())?;
        map.serialize_entry("counts", &CountsJson::from(check.counts()))?;
        map.serialize_entry("line_of_sight", &LineOfSightJson::from(check.line_of_sight()))?;
        map.serialize_entry("factors", &FactorsJson(check))?;
        map.serialize_entry("not_looked_at", &not_looked_at)?;
        map.serialize_entry("notes", &check.notes.iter().copied().map(NoteJson::from).collect::<Vec<_>>())?;
        if let Some(settings) = &check.settings {
            // The file under which it was checked.
            map.serialize_entry("settings", &settings.source.path)?;
        }
        map.serialize_entry("findings", &FindingsJson(self))?;
        map.end()
    }
}

#[derive(Serialize, JsonSchema)]
struct CountsJson {
    /// Goals in the text.
    goals: usize,
    /// Objectives in the text.
    objectives: usize,
    /// Activities in the text.
    activities: usize,
    /// Tasks in the text.
    tasks: usize,
    #[serde(flatten)]
    severities: SeveritiesJson,
    /// Findings that only the day it is today brought.
    dated: usize,
    /// Findings that the team knows and lives with; they count nowhere else.
    accepted: usize,
}

impl From<Counts> for CountsJson {
    fn from(counts: Counts) -> Self {
        let Counts { goals, objectives, activities, tasks, severities, dated, accepted, .. } = counts;
        Self { goals, objectives, activities, tasks, severities: severities.into(), dated, accepted }
    }
}

#[derive(Serialize, JsonSchema)]
struct SeveritiesJson {
    /// Findings that are errors.
    error: usize,
    /// Findings that are warnings.
    warning: usize,
    /// Findings that are advice.
    advice: usize,
}

impl From<[usize; 3]> for SeveritiesJson {
    fn from([error, warning, advice]: [usize; 3]) -> Self {
        Self { error, warning, advice }
    }
}

#[derive(Serialize, JsonSchema)]
struct LineOfSightJson {
    /// Tasks that are present.
    tasks: usize,
    /// Of the present tasks, those from which a path of support leads to the ambition.
    tasks_reaching: usize,
    /// Objectives that are present.
    objectives: usize,
    /// Of the present objectives, those to which a path of support leads from work or from what is done.
    objectives_supported: usize,
}

impl From<LineOfSight> for LineOfSightJson {
    fn from(line: LineOfSight) -> Self {
        let LineOfSight { tasks, tasks_reaching, objectives, objectives_supported } = line;
        Self { tasks, tasks_reaching, objectives, objectives_supported }
    }
}

#[derive(Serialize, JsonSchema)]
pub(super) struct NoteJson {
    /// What is to be known.
    note: &'static str,
    /// How many it is about.
    count: u64,
}

impl From<Note> for NoteJson {
    fn from(note: Note) -> Self {
        Self { note: note.name(), count: note.count() }
    }
}

struct FactorsJson<'a>(&'a Check);

impl Serialize for FactorsJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(check) = self;
        let factors = check.factors();
        serializer.collect_map(factors.map(|(factor, counts)| (factor.name(), SeveritiesJson::from(counts))))
    }
}

struct FindingsJson<'a, 'b>(&'b PlanJson<'a>);

impl Serialize for FindingsJson<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(PlanJson { check, wording }) = self;
        let findings = check.findings.iter();
        serializer.collect_seq(findings.map(|finding| FindingJson {
            source: &check.source,
            wording: *wording,
            finding,
            fix: check.fixes().the_one(finding),
        }))
    }
}
