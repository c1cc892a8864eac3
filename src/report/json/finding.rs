//! One finding as JSON.

use crate::findings::{Finding, Value, definition};
use crate::fix::{Fix, Safety};
use crate::plan::{Factor, Id, Kind, Plan};
use crate::report::hours::Hours;
use crate::report::wording::{WordedAcceptance, Wording};
use crate::source::{Source, Span};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use std::borrow::Cow;

/// Lists whose order says nothing are sorted by id.
const SORTED: [&str; 3] = ["loss", "through", "waiting"];
/// Of those that wait, the first.
const MOST_WAITING: usize = 100;

pub(in crate::report) struct FindingJson<'a> {
    pub source: &'a Source,
    pub wording: Wording<'a>,
    pub finding: &'a Finding,
    /// What the machine can mend of it.
    pub fix: Option<&'a Fix>,
}

impl Serialize for FindingJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { source, wording, finding, fix } = self;
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
        let accepted = wording.acceptance(finding).map(|acceptance| AcceptedJson::of(*wording, &acceptance));
        map.serialize_entry("accepted", &accepted)?;
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
        if let Some(fix) = fix {
            let said = FixJson { safe: fix.safety == Safety::Safe, say: fix.say(wording.catalogue) };
            map.serialize_entry("fix", &said)?;
        }
        map.end()
    }
}

/// What can be mended; written only where something can.
#[derive(Serialize, JsonSchema)]
pub(super) struct FixJson {
    /// Whether it cannot be meant otherwise.
    safe: bool,
    /// What it does.
    say: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct AcceptedJson<'a> {
    /// Why the team lives with it.
    because: Cow<'a, str>,
    /// The last day on which it is accepted.
    #[schemars(with = "Option<String>")]
    until: Option<Date>,
    /// By what: `entry`, `comment`, `baseline` or `settings`.
    by: &'static str,
    /// The day on which it was written into the baseline.
    #[schemars(with = "Option<String>")]
    since: Option<Date>,
}

impl<'a> AcceptedJson<'a> {
    fn of(wording: Wording<'a>, acceptance: &WordedAcceptance<'a>) -> Self {
        let WordedAcceptance { by, until, since, .. } = *acceptance;
        Self { because: wording.because(acceptance), until, by, since }
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
#[derive(Serialize, JsonSchema)]
pub(super) struct AtJson {
    /// The line on which it begins, from 1.
    line: u32,
    /// The column in which it begins, from 1.
    column: u32,
    /// The line on which it ends.
    end_line: u32,
    /// The column behind its end.
    end_column: u32,
}

impl AtJson {
    fn of(source: &Source, span: Span) -> Self {
        let (start, end) = (source.position(span.start), source.position(span.end));
        Self { line: start.line, column: start.column, end_line: end.line, end_column: end.column }
    }
}

#[derive(Serialize, JsonSchema)]
pub(super) struct RelatedJson<'a> {
    /// The id of what stands there, where it has one.
    item: Option<&'a str>,
    /// What it has to do with the finding.
    message: String,
    /// Where it stands in the text.
    at: AtJson,
}
