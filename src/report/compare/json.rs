//! Two plans beside each other, as JSON.

use super::Telling;
use super::said::whose;
use crate::check::Check;
use crate::compare::{About, Change, ChangedPart, Field, Side, Value, What};
use crate::findings::Finding;
use crate::plan::Kind;
use crate::report::hours::Hours;
use crate::report::json::finding::FindingJson;
use crate::report::json::safe::Safe;
use jiff::civil::Date;
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};
use serde_json::{Map, Value as Json, json};
use std::io::{self, Write};

/// Entries of a list that are told; the counts are whole.
const MOST: usize = 1_000;

/// What has changed, as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(telling: Telling<'_>, today: Date, out: &mut dyn Write) -> io::Result<()> {
    Safe::write(out, &Document { telling, today })?;
    writeln!(out)
}

struct Document<'a> {
    telling: Telling<'a>,
    today: Date,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { telling, today } = self;
        let comparison = telling.comparison;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", &1)?;
        map.serialize_entry("command", "diff")?;
        map.serialize_entry("today", today)?;
        map.serialize_entry("old", &plan(&comparison.old, telling.revision))?;
        map.serialize_entry("new", &plan(&comparison.new, None))?;
        map.serialize_entry("counts", &telling.counts_json())?;
        let changes = comparison.changes.all.iter().take(MOST);
        map.serialize_entry("changes", &changes.map(|one| telling.change_json(one)).collect::<Vec<_>>())?;
        map.serialize_entry("findings", &Findings(*telling))?;
        let losses = comparison.weak.loss.iter().filter_map(|loss| {
            let id = loss.about.new?;
            let kind = telling.kind(loss.about).map(Kind::name);
            let item = telling.name(Side::New, id);
            Some(json!({"item": item, "kind": kind, "old": loss.old, "new": loss.new}))
        });
        map.serialize_entry("loss", &losses.take(MOST).collect::<Vec<_>>())?;
        map.end()
    }
}

/// What a plan is called, and whether all of it could be read.
fn plan(check: &Check, revision: Option<&str>) -> Json {
    let mut plan = json!({"path": check.source.path, "title": check.title()});
    if let (Some(revision), Some(fields)) = (revision, plan.as_object_mut()) {
        fields.insert("revision".to_owned(), revision.into());
    }
    if let Some(fields) = plan.as_object_mut() {
        fields.insert("complete".to_owned(), check.complete().into());
    }
    plan
}

impl Telling<'_> {
    fn counts_json(&self) -> Json {
        let (changes, weak) = (&self.comparison.changes, &self.comparison.weak);
        let mut counts = Map::new();
        counts.insert("changes".to_owned(), changes.all.len().into());
        for what in What::ALL {
            counts.insert(what.name().to_owned(), changes.count(what).into());
        }
        for (name, count) in [
            ("new", weak.new.len()),
            ("open_again", weak.open_again.len()),
            ("accepted", weak.accepted.len()),
            ("gone", weak.gone.len()),
            ("loss", weak.loss.len()),
        ] {
            counts.insert(name.to_owned(), count.into());
        }
        counts.into()
    }

    fn change_json(&self, change: &Change) -> Json {
        let item = whose(change.about).map(|(side, id)| self.name(side, id));
        let kind = self.kind(change.about).map_or("plan", Kind::name);
        let title = |side, id: Option<_>| id.map(|id| self.wording(side).written(id));
        let (old, new) = match change.field {
            None => (title(Side::Old, change.about.old).into(), title(Side::New, change.about.new).into()),
            Some(field) => (
                self.values_json(field, Side::Old, change.about, &change.old),
                self.values_json(field, Side::New, change.about, &change.new),
            ),
        };
        let field = change.field.map(|field| self.field_name(field, &change.part));
        json!({"what": change.what.name(), "item": item, "kind": kind, "field": field, "old": old, "new": new})
    }

    /// The name of a field: `access.heron` for `access.*`.
    fn field_name(&self, field: Field, part: &ChangedPart) -> String {
        let part = match part {
            ChangedPart::Whole => return field.name().to_owned(),
            ChangedPart::Thing(about) => {
                whose(*about).map_or("", |(side, id)| self.name(side, id)).to_owned()
            }
            ChangedPart::Name(name) => name.to_string(),
            ChangedPart::Day(day) => day.map_or_else(String::new, |day| day.to_string()),
        };
        field.name().replacen('*', &part, 1)
    }

    fn values_json(&self, field: Field, side: Side, about: About, values: &[Value<'_>]) -> Json {
        let is_hidden = self.is_hidden(about) && field != Field::Id;
        let value = |value: &Value<'_>| match value {
            Value::Thing(id) => self.name(side, *id).into(),
            Value::Text(_) if is_hidden => self.say("core-item", &[]).into(),
            Value::Text(text) => Json::from(&**text),
            Value::There => true.into(),
            Value::Word(word) => (*word).into(),
            Value::YesNo(yes) => (*yes).into(),
            Value::Day(day) => day.to_string().into(),
            Value::Days(first, last) => {
                let day = |day: &Option<Date>| day.map(|day| day.to_string());
                json!({"start": day(first), "end": day(last)})
            }
            Value::Count(count) => (*count).into(),
            Value::Number(number) => json!(Hours(*number)),
            // The decimals are told as they are written.
            Value::Money(money) => serde_json::from_str(&money.to_string()).unwrap_or(Json::Null),
        };
        // Two entries of one part would be a list: nothing of them is left out.
        if field.is_list() || values.len() > 1 {
            return values.iter().map(value).collect::<Vec<_>>().into();
        }
        values.first().map_or(Json::Null, value)
    }
}

struct Findings<'a>(Telling<'a>);

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(telling) = self;
        let weak = &telling.comparison.weak;
        let lists = [
            ("new", Side::New, &weak.new),
            ("open_again", Side::New, &weak.open_again),
            ("accepted", Side::New, &weak.accepted),
            ("gone", Side::Old, &weak.gone),
        ];
        serializer.collect_map(
            lists.into_iter().map(|(name, side, indices)| (name, List { telling: *telling, side, indices })),
        )
    }
}

struct List<'a> {
    telling: Telling<'a>,
    side: Side,
    indices: &'a [usize],
}

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let check = match self.side {
            Side::Old => &self.telling.comparison.old,
            Side::New => &self.telling.comparison.new,
        };
        let wording = self.telling.wording(self.side);
        let findings = self.indices.iter().take(MOST).map(|&index| &check.findings[index]);
        serializer.collect_seq(findings.map(|finding: &Finding| FindingJson {
            source: &check.source,
            wording,
            finding,
            // Of the plan as it was, nothing is to be mended any more; of the new one, a check says it.
            fix: None,
        }))
    }
}
