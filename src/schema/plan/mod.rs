//! The JSON Schema of plans, for editors and for other programs.
//!
//! It is made of the table by which the reader knows its keys (`Place::rows`), so that no key can be in the one and not
//! in the other. What the reader says of a plan without `invalid` passes here too; what draft 7 can tell is refused here
//! too. What it cannot tell is listed in the tests.

mod patterns;
mod values;

use crate::lang::Catalogue;
use crate::plan::{ID, Key, Kind, Place, Row, Settings, Takes, section_name};
use serde_json::{Map, Value, json};

/// The schema of plans, with what each key means in the reader's language.
#[must_use]
pub fn schema(catalogue: &Catalogue) -> Value {
    let schema = Schema { catalogue };
    let mut plan = Schema::mapping(Place::Plan, &["object"]);
    let mut head = json!({
        "$schema": super::DRAFT,
        "title": schema.say("schema-plan"),
        "description": schema.say("schema-plan-description"),
    });
    if let (Some(head), Some(plan)) = (head.as_object_mut(), plan.as_object_mut()) {
        head.append(plan);
        head.insert("definitions".to_owned(), schema.definitions().into());
    }
    head
}

/// What a key is, at a place where it may stand: the words that editors show beside it.
pub(crate) fn description(catalogue: &Catalogue, place: Place, key: Key) -> Option<String> {
    let row = if key == Key::Id { Some(&ID) } else { place.rows().find(|row| row.key == key) };
    row.map(|row| catalogue.say(row.says, &[]))
}

/// A schema in the making.
struct Schema<'a> {
    catalogue: &'a Catalogue,
}

impl Schema<'_> {
    fn say(&self, message: &str) -> String {
        self.catalogue.say(message, &[])
    }

    /// Whatever is referred to: kinds of values, the keys of each place, and things.
    fn definitions(&self) -> Map<String, Value> {
        let mut all = Map::new();
        for &(name, takes) in values::DEFINED {
            all.insert(name.to_owned(), self.spelt_out(takes));
        }
        all.extend(values::behind_names().map(|(name, schema)| (name.to_owned(), schema)));
        for place in Place::ALL {
            match place {
                // The ambition stands only once, and there.
                Place::In(Kind::Ambition) => {}
                Place::In(kind) => {
                    all.insert(section_name(kind).to_owned(), self.section(kind));
                    all.insert(kind.name().to_owned(), self.thing(kind, false));
                    all.insert(listed(kind.name()), self.listed_thing(kind));
                }
                Place::Sign => {
                    all.insert("sign".to_owned(), Self::mapping(place, ANYTHING_BUT_LISTS));
                    all.insert(listed("sign"), self.listed_mapping(place, ANYTHING_BUT_LISTS, false));
                }
                _ => {}
            }
            for row in place.rows() {
                all.insert(key_name(place, row.key), self.key(place, row));
            }
        }
        all.insert("misplaced".to_owned(), self.no_section());
        all.insert("id-of-thing".to_owned(), self.id(true));
        all.insert("id-of-other".to_owned(), self.id(false));
        all
    }

    /// A key at a place: what it is, and what it takes.
    fn key(&self, place: Place, row: &Row) -> Value {
        let takes = match (place, row.takes) {
            (Place::In(holder), Takes::Section(kind)) if is_misplaced(holder, kind) => reference("misplaced"),
            (_, Takes::Text) if row.required => self.something(),
            (_, takes) => self.value(takes),
        };
        let mut key = json!({"description": description(self.catalogue, place, row.key)});
        if takes == reference("misplaced") {
            key["doNotSuggest"] = true.into();
        }
        if let (Place::Settings, Some(usual)) = (place, Settings::default().threshold(row.key.name())) {
            key["default"] = (*usual).into();
        }
        match (takes, key.as_object_mut()) {
            // Beside a reference, draft 7 sees nothing else.
            (takes, _) if takes.get("$ref").is_some() => key["allOf"] = json!([takes]),
            (Value::Object(mut takes), Some(key)) => key.append(&mut takes),
            _ => {}
        }
        key
    }

    /// A mapping with the keys of a place, or another of these types.
    fn mapping(place: Place, types: &[&str]) -> Value {
        let keys: Map<String, Value> = place
            .rows()
            .map(|row| (row.key.name().to_owned(), reference(&key_name(place, row.key))))
            .collect();
        let mut schema = json!({"type": types, "properties": keys, "additionalProperties": false});
        let required: Vec<_> = place.rows().filter(|row| row.required).map(|row| row.key.name()).collect();
        if !required.is_empty() {
            schema["required"] = required.into();
        }
        schema
    }

    /// The same in a list, where it may have an `id`.
    fn listed_mapping(&self, place: Place, types: &[&str], is_thing: bool) -> Value {
        let mut schema = Self::mapping(place, types);
        schema["properties"][Key::Id.name()] = match (place, is_thing) {
            (Place::Sign, _) => json!({"description": self.say(ID.says), "allOf": [reference("text")]}),
            (Place::In(Kind::Option), _) => reference("id-of-other"),
            _ => reference("id-of-thing"),
        };
        schema
    }

    /// The id of a thing in a list. `ambition` is taken, but an option has its own names.
    fn id(&self, is_thing: bool) -> Value {
        let mut id = json!({"description": self.say(ID.says), "allOf": [reference("id")]});
        if is_thing {
            id["not"] = json!({"type": "string", "pattern": patterns::only("ambition")});
        }
        id
    }

    /// A thing with an id: a mapping, or its title alone.
    fn thing(&self, kind: Kind, must_be: bool) -> Value {
        let types = if must_be { &ANYTHING_BUT_LISTS[1..] } else { ANYTHING_BUT_LISTS };
        self.titled(kind, Self::mapping(Place::In(kind), types))
    }

    /// The same in a list.
    fn listed_thing(&self, kind: Kind) -> Value {
        self.titled(kind, self.listed_mapping(Place::In(kind), ANYTHING_BUT_LISTS, true))
    }

    /// Where a thing must have a title, its title alone must say something too.
    fn titled(&self, kind: Kind, mut schema: Value) -> Value {
        let needs_title = Place::In(kind).rows().any(|row| row.key == Key::Title && row.required);
        if needs_title {
            schema["pattern"] = patterns::something().into();
            schema = self.with_message(schema, "schema-wants-text");
        }
        schema
    }

    /// Things in a mapping, by their ids, or in a list.
    fn section(&self, kind: Kind) -> Value {
        let mut keys = Map::new();
        keys.insert(patterns::key(&patterns::id()), reference(kind.name()));
        if kind != Kind::Option {
            // The word is taken.
            keys.insert("^ambition$".to_owned(), self.nothing("schema-wants-id"));
        }
        let schema = json!({
            "type": ["object", "array", "string", "null"],
            "pattern": patterns::blank(),
            "patternProperties": keys,
            "additionalProperties": self.nothing("schema-wants-id"),
            "items": reference(&listed(kind.name())),
        });
        self.with_message(schema, "schema-wants-things")
    }

    /// A section of a level that cannot stand here: it holds nothing.
    fn no_section(&self) -> Value {
        let nothing = self.nothing("schema-wants-lower");
        let schema = json!({
            "type": ["object", "array", "string", "null"],
            "pattern": patterns::blank(),
            "additionalProperties": nothing,
            "items": nothing,
        });
        self.with_message(schema, "schema-wants-lower")
    }
}

/// The types of a thing that may be its title alone, or not be written.
const ANYTHING_BUT_LISTS: &[&str] = &["null", "object", "string", "number", "boolean"];

/// Whether things of this level cannot stand in things of that.
fn is_misplaced(holder: Kind, kind: Kind) -> bool {
    match (holder.level(), kind.level()) {
        (Some(holder), Some(level)) => level <= holder,
        _ => false,
    }
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/definitions/{name}")})
}

/// The name of the definition of a key at a place.
fn key_name(place: Place, key: Key) -> String {
    format!("{}.{}", place.name(), key.name())
}

fn listed(name: &str) -> String {
    format!("{name}-in-list")
}

#[cfg(test)]
mod tests;
