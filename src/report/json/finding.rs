//! One finding as JSON.

use crate::findings::{Finding, Value, definition};
use crate::plan::{Accepted, Factor, Id, Kind, Plan};
use crate::report::hours::Hours;
use crate::report::wording::Wording;
use crate::source::{Source, Span};
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

/// Lists whose order says nothing are sorted by id.
const SORTED: [&str; 3] = ["loss", "through", "waiting"];
/// Of those that wait, the first.
const MOST_WAITING: usize = 100;

pub(in crate::report) struct FindingJson<'a> {
    pub source: &'a Source,
    pub wording: Wording<'a>,
    pub finding: &'a Finding,
}

impl Serialize for FindingJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { source, wording, finding } = self;
        let plan = wording.plan;
        let worded = wording.of(finding);
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("finding", finding.name.name())?;
        map.serialize_entry("severity", finding.severity.name())?;
        map.serialize_entry("dated", &finding.dated)?;
        map.serialize_entry("item", &finding.subject.item(plan))?;
        map.serialize_entry("kind", &finding.subject.kind(plan).map(Kind::name))?;
        map.serialize_entry("message", &worded.sentence())?;
        map.serialize_entry("ask", &worded.ask())?;
        map.serialize_entry("factor", &finding.factor.map(Factor::name))?;
        map.serialize_entry("fingerprint", &finding.fingerprint(plan))?;
        let accepted = finding.accepted.and_then(|index| plan?.accepted.get(index as usize));
        map.serialize_entry("accepted", &accepted.map(AcceptedJson::from))?;
        for field in definition(finding.name).map_or(&[][..], |definition| definition.fields) {
            map.serialize_entry(field, &FactJson { plan, field, value: finding.fact(field) })?;
        }
        map.serialize_entry("at", &AtJson::of(source, finding.at))?;
        let related = finding.related.iter().map(|related| RelatedJson {
            item: related.item.and_then(|id| plan.map(|plan| plan.names.name(id))),
            message: worded.related(related),
            at: AtJson::of(source, related.at),
        });
        map.serialize_entry("related", &related.collect::<Vec<_>>())?;
        map.end()
    }
}

#[derive(Serialize)]
struct AcceptedJson<'a> {
    because: &'a str,
    until: Option<String>,
}

impl<'a> From<&'a Accepted> for AcceptedJson<'a> {
    fn from(entry: &'a Accepted) -> Self {
        Self { because: &entry.because.value, until: entry.until.map(|until| until.value.to_string()) }
    }
}

struct FactJson<'a> {
    plan: Option<&'a Plan>,
    field: &'a str,
    value: Option<&'a Value>,
}

impl Serialize for FactJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            None => serializer.serialize_none(),
            Some(Value::Text(text)) => serializer.serialize_str(text),
            Some(Value::Count(count)) => serializer.serialize_u64(*count),
            Some(Value::Hours(hours)) => Hours(*hours).serialize(serializer),
            Some(Value::Date(date)) => serializer.collect_str(date),
            // A list of one is a list.
            Some(Value::Id(id)) if SORTED.contains(&self.field) => serializer.collect_seq(self.names(&[*id])),
            Some(Value::Id(id)) => self.names(&[*id]).first().serialize(serializer),
            Some(Value::Ids(ids)) => serializer.collect_seq(self.names(ids)),
        }
    }
}

impl FactJson<'_> {
    fn names(&self, ids: &[Id]) -> Vec<&str> {
        let Some(plan) = self.plan else { return Vec::new() };
        let mut names: Vec<&str> = ids.iter().map(|&id| plan.names.name(id)).collect();
        if SORTED.contains(&self.field) {
            names.sort_unstable();
        }
        if self.field == "waiting" {
            names.truncate(MOST_WAITING);
        }
        names
    }
}

/// A stretch of text: lines and columns from 1, the end exclusive.
#[derive(Serialize)]
struct AtJson {
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

impl AtJson {
    fn of(source: &Source, span: Span) -> Self {
        let (start, end) = (source.position(span.start), source.position(span.end));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}

#[derive(Serialize)]
struct RelatedJson<'a> {
    item: Option<&'a str>,
    message: String,
    at: AtJson,
}
