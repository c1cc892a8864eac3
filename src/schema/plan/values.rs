//! What each kind of value looks like as a schema.
//!
//! A schema sees values, not how they are written: `12` is a number to it and `"12"` a text, where the reader takes both
//! for the same. So nearly every value is a word, a number or a text; and a text that says nothing, or a key with nothing
//! after it, passes wherever the value may be left out.

use super::{Schema, patterns, reference};
use crate::plan::{
    Factor, FindingName, Kind, KindSet, Level, OfConstituency, OfParty, ReportRhythm, Severity, Takes, Word,
    section_name, words,
};
use serde_json::{Map, Value, json};

/// The largest whole number that is read.
const MOST: u32 = u32::MAX;

/// The kinds of value that are defined once, by their name.
pub(super) const DEFINED: &[(&str, Takes)] = &[
    ("text", Takes::Text),
    ("texts", Takes::Texts),
    ("day", Takes::Day),
    ("number", Takes::Number),
    ("count", Takes::Count),
    ("whole", Takes::Whole),
    ("money", Takes::Money),
    ("yes-no", Takes::YesNo),
    ("language", Takes::Language),
    ("needs", Takes::Needs),
    ("reports", Takes::Reports),
    ("finding", Takes::Finding),
    ("id", Takes::Id(KindSet::THINGS)),
    ("ids", Takes::Ids(KindSet::THINGS)),
    ("option-of-choice", Takes::Id(KindSet::of(Kind::Option))),
    ("options-of-choices", Takes::Ids(KindSet::of(Kind::Option))),
    ("own-option", Takes::OwnOption),
    ("funding", Takes::Funding),
    ("contacts", Takes::Contacts),
    ("id-or-option", Takes::Id(KindSet::ANY)),
];

/// What a finding weighs, what those weigh that say that something could not be read, and how the team sees itself.
const WEIGHT: &str = "weight";
const ERROR: &str = "error";
const GRADE: &str = "grade";

/// What stands only behind names, by the name of its definition.
pub(super) fn behind_names() -> [(&'static str, Value); 3] {
    [
        (WEIGHT, of_words(&words::<Option<Severity>>())),
        (ERROR, of_words(&[Severity::Error.name()])),
        (GRADE, either(&json!([1, 2, 3, 4, 5]), &["[1-5]"])),
    ]
}

/// The name under which a kind of value is defined, where it is.
fn defined(takes: Takes) -> Option<&'static str> {
    Some(match takes {
        Takes::Text => "text",
        Takes::Texts => "texts",
        Takes::Day => "day",
        Takes::Number => "number",
        Takes::Count => "count",
        Takes::Whole => "whole",
        Takes::Money => "money",
        Takes::YesNo => "yes-no",
        Takes::Language => "language",
        Takes::Needs => "needs",
        Takes::Reports => "reports",
        Takes::Finding => "finding",
        Takes::OwnOption => "own-option",
        Takes::Funding => "funding",
        Takes::Contacts => "contacts",
        Takes::Section(kind) => section_name(kind),
        Takes::Id(kinds) => match Named::by(kinds) {
            Named::Thing => "id",
            Named::Option => "option-of-choice",
            Named::Either => "id-or-option",
        },
        Takes::Ids(kinds) => match Named::by(kinds) {
            Named::Thing => "ids",
            Named::Option => "options-of-choices",
            // No list names both.
            Named::Either => return None,
        },
        _ => return None,
    })
}

/// What a reference names.
#[derive(Clone, Copy)]
enum Named {
    Thing,
    Option,
    Either,
}

impl Named {
    fn by(kinds: KindSet) -> Self {
        match (kinds.has(Kind::Option), kinds == KindSet::of(Kind::Option)) {
            (false, _) => Self::Thing,
            (_, true) => Self::Option,
            _ => Self::Either,
        }
    }

    fn pattern(self) -> String {
        match self {
            Self::Thing => patterns::id(),
            Self::Option => patterns::option(),
            Self::Either => patterns::own_option(),
        }
    }
}

impl Schema<'_> {
    /// The schema of a value that may be left out: by its name, where it has one.
    pub(super) fn value(&self, takes: Takes) -> Value {
        match defined(takes) {
            Some(name) => json!({"$ref": format!("#/definitions/{name}")}),
            None => self.spelt_out(takes),
        }
    }

    /// The schema of a text that must say something.
    pub(super) fn something(&self) -> Value {
        let schema = json!({"type": ["string", "number", "boolean"], "pattern": patterns::something()});
        self.with_message(schema, "schema-wants-text")
    }

    /// The schema of a value, spelt out.
    pub(super) fn spelt_out(&self, takes: Takes) -> Value {
        match takes {
            Takes::Text => json!({"type": ["string", "number", "boolean", "null"]}),
            Takes::Texts => json!({
                "type": ["string", "number", "boolean", "null", "array"],
                "items": self.value(Takes::Text),
            }),
            Takes::Day => self.text_of(patterns::DAY, "schema-wants-day"),
            Takes::Language => self.text_of(patterns::LANGUAGE, "schema-wants-language"),
            Takes::Number => {
                let pattern = patterns::blank_or(patterns::NUMBER);
                let schema = json!({"type": ["number", "string", "null"], "minimum": 0, "pattern": pattern});
                self.with_message(schema, "schema-wants-number")
            }
            Takes::Count => self.whole(1, patterns::COUNT),
            Takes::Whole => self.whole(0, &format!("0+|{}", patterns::COUNT)),
            Takes::Money => {
                // No `multipleOf` for the two decimals: editors count in binary fractions and would refuse 0.07.
                let schema = json!({
                    "type": ["number", "string", "null"],
                    "minimum": 0,
                    "maximum": 1_000_000_000_000_000_u64,
                    "pattern": patterns::blank_or(patterns::MONEY),
                });
                self.with_message(schema, "schema-wants-money")
            }
            Takes::YesNo => either(&json!(["yes", "no", true, false]), &["yes", "no", "true", "false"]),
            Takes::Word(words) => of_words(&words()),
            Takes::Version => either(&json!([1]), &["1"]),
            Takes::Finding => findings(),
            Takes::Needs => json!({"anyOf": [
                {"enum": ["any", "all"]},
                {"type": "integer", "minimum": 1, "maximum": MOST},
                blank_or(&format!("any|all|{}", patterns::COUNT)),
            ]}),
            Takes::Reports => reports(),
            Takes::Id(kinds) => self.reference(Named::by(kinds)),
            Takes::Ids(kinds) => {
                let mut schema = self.reference(Named::by(kinds));
                allow(&mut schema, "array");
                schema["items"] = self.value(Takes::Id(kinds));
                schema
            }
            Takes::OwnOption => self.reference(Named::Either),
            Takes::Funding => self.ids_or_by(&self.value(Takes::Money)),
            Takes::Contacts => {
                let mut degrees = words::<OfConstituency>();
                degrees.extend(words::<OfParty>());
                self.ids_or_by(&of_words(&degrees))
            }
            Takes::Signs => json!({
                "type": ["string", "number", "boolean", "null", "object", "array"],
                "additionalProperties": {"$ref": "#/definitions/sign"},
                "items": {"$ref": "#/definitions/sign-in-list"},
            }),
            Takes::ByThing(kinds, value) => {
                self.by(&patterns::key(&Named::by(kinds).pattern()), &self.value(*value))
            }
            Takes::ByOwnOption(value) => {
                self.by(&patterns::key(&patterns::own_option()), &self.value(*value))
            }
            Takes::ByName(value) => {
                json!({"type": ["object", "null"], "additionalProperties": self.value(*value)})
            }
            Takes::Labels => self.by_name(Level::ALL.map(|level| (level.section(), self.value(Takes::Text)))),
            Takes::Factors => self.by_name(Factor::ALL.map(|factor| (factor.name(), reference(GRADE)))),
            Takes::Severities => self.severities(),
            Takes::Thing(kind) => self.thing(kind, true),
            Takes::Section(kind) => self.section(kind),
            Takes::Mapping(place) => Self::mapping(place, &["object", "null"]),
            Takes::Mappings(place) => {
                let mut schema = Self::mapping(place, &["object", "array", "null"]);
                schema["items"] = Self::mapping(place, &["object", "null"]);
                schema
            }
        }
    }

    /// A text that says this, or nothing.
    fn text_of(&self, said: &str, message: &str) -> Value {
        self.with_message(blank_or(said), message)
    }

    fn whole(&self, least: u32, pattern: &str) -> Value {
        let schema = json!({
            "type": ["integer", "string", "null"],
            "minimum": least,
            "maximum": MOST,
            "pattern": patterns::blank_or(pattern),
        });
        self.with_message(schema, if least == 0 { "schema-wants-whole" } else { "schema-wants-count" })
    }

    /// One reference. Ids may look like numbers, or like yes and no; options like numbers: `1.5`.
    fn reference(&self, named: Named) -> Value {
        let mut schema = json!({
            "type": ["string", "number", "null"],
            "minimum": 0,
            "pattern": patterns::blank_or(&named.pattern()),
        });
        if matches!(named, Named::Option) {
            return self.with_message(schema, "schema-wants-option");
        }
        allow(&mut schema, "boolean");
        self.with_message(schema, "schema-wants-id")
    }

    /// Ids, or a mapping of ids and values.
    fn ids_or_by(&self, value: &Value) -> Value {
        let mut schema = self.spelt_out(Takes::Ids(KindSet::THINGS));
        allow(&mut schema, "object");
        let Value::Object(by) = self.by(&patterns::key(&patterns::id()), value) else { return schema };
        for (keyword, value) in by.into_iter().filter(|(keyword, _)| keyword != "type") {
            schema[keyword] = value;
        }
        schema
    }

    /// A mapping of keys like this. What is no such key may stand there with nothing after it.
    fn by(&self, key: &str, value: &Value) -> Value {
        json!({
            "type": ["object", "null"],
            "patternProperties": {key: value},
            "additionalProperties": self.nothing("schema-wants-id"),
        })
    }

    /// A mapping of these names.
    fn by_name(&self, names: impl IntoIterator<Item = (&'static str, Value)>) -> Value {
        let names: Map<String, Value> =
            names.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        json!({
            "type": ["object", "null"],
            "properties": names,
            "additionalProperties": self.nothing("schema-wants-name"),
        })
    }

    /// What findings weigh. Those that say that something could not be read always weigh the same.
    fn severities(&self) -> Value {
        let of = |finding: FindingName| reference(if finding.is_of_text() { ERROR } else { WEIGHT });
        self.by_name(FindingName::ALL.iter().map(|&finding| (finding.name(), of(finding))))
    }

    /// Nothing may stand here; the message says what to do.
    pub(super) fn nothing(&self, message: &str) -> Value {
        json!({"type": "null", "errorMessage": self.say(message)})
    }

    /// A schema whose pattern says itself in plain words, where an editor shows them.
    pub(super) fn with_message(&self, mut schema: Value, message: &str) -> Value {
        schema["patternErrorMessage"] = self.say(message).into();
        schema
    }
}

/// Lets values of this type pass too.
fn allow(schema: &mut Value, kind: &str) {
    if let Some(types) = schema["type"].as_array_mut() {
        types.push(kind.into());
    }
}

/// A text that says this, or nothing.
fn blank_or(said: &str) -> Value {
    json!({"type": ["string", "null"], "pattern": patterns::blank_or(said)})
}

/// One of these values, or a text that says one of them or nothing.
fn either(values: &Value, said: &[&str]) -> Value {
    json!({"anyOf": [{"enum": values}, blank_or(&patterns::one_of(said))]})
}

/// One of these words. Words that are numbers may be written as numbers.
fn of_words(words: &[&str]) -> Value {
    let plain = |word: &&str| serde_json::from_str::<serde_json::Number>(word);
    let numbers: Result<Vec<_>, _> = words.iter().map(plain).collect();
    let written = numbers.map_or_else(|_| json!(words), |numbers| json!(numbers));
    let escaped: Vec<String> = words.iter().map(|word| word.replace('.', "\\.")).collect();
    either(&written, &escaped.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Findings that can be accepted.
fn findings() -> Value {
    let can = FindingName::ALL.iter().filter(|finding| finding.can_be_accepted());
    let names: Vec<_> = can.map(|finding| finding.name()).collect();
    let pattern = patterns::only(&patterns::one_of(&names));
    json!({"anyOf": [{"enum": names}, {"type": "string", "pattern": pattern}]})
}

/// Days, one or in a list; or how often, alone or alone in a list. A text for how often has no space before it.
fn reports() -> Value {
    let words: Vec<&str> = ReportRhythm::WORDS.iter().map(|(word, _)| *word).collect();
    let word = patterns::with_space_behind(&patterns::one_of(&words));
    json!({"anyOf": [
        {"enum": words},
        {"type": "string", "pattern": word},
        {"$ref": "#/definitions/day"},
        {"type": "array", "items": {"$ref": "#/definitions/day"}},
        {"type": "array", "items": {"type": "string", "pattern": word}, "maxItems": 1},
    ]})
}
