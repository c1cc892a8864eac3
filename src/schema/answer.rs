//! The JSON Schemas of what the commands answer, derived from the types that are written.

use crate::cli::{decide::Decided, explain::Explanations, live, schema::Schemas};
use crate::draw;
use crate::lang::Catalogue;
use crate::report::{
    self, CheckDocument, agenda, bottlenecks, choices, commit, compare, cooperation, inclusion, show,
    what_if, why, workload,
};
use schemars::generate::{SchemaGenerator, SchemaSettings};
use schemars::{JsonSchema, Schema};
use serde_json::Value;

/// How the schema of an answer is made.
type Form = fn(SchemaGenerator) -> Schema;

/// The commands that answer in JSON and YAML, and how the schema of each answer is made.
const ANSWERS: &[(&str, Form)] = &[
    ("check", of::<CheckDocument>),
    ("show", of::<show::Document<'static>>),
    ("why", of::<why::Document<'static>>),
    ("bottlenecks", of::<bottlenecks::BottlenecksDocument>),
    ("what-if", of::<what_if::Document<'static>>),
    ("choices", of::<choices::Document<'static, 'static>>),
    ("commit", of::<commit::Document<'static>>),
    ("decide", of::<Decided<'static>>),
    ("workload", of::<workload::WorkloadJson<'static>>),
    ("agenda", of::<agenda::Document<'static>>),
    ("cooperation", of::<cooperation::Document<'static>>),
    ("inclusion", of::<inclusion::Document<'static>>),
    ("diff", of::<compare::DiffDocument>),
    ("draw", of::<draw::Document<'static>>),
    ("live", of::<live::Document<'static>>),
    ("explain", of::<Explanations<'static>>),
    (OF_SETTINGS, of::<report::settings::Document<'static>>),
    ("schema", of::<Schemas>),
];

/// The answer of `scf settings`: the schema `settings` is that of the file.
const OF_SETTINGS: &str = "settings-answer";

fn of<T: JsonSchema>(generator: SchemaGenerator) -> Schema {
    generator.into_root_schema_for::<T>()
}

/// The commands whose answers have a schema.
pub fn names() -> impl Iterator<Item = &'static str> {
    ANSWERS.iter().map(|(name, _)| *name)
}

/// What an answer is, in one line.
#[must_use]
pub fn title(name: &str, catalogue: &Catalogue) -> String {
    match name {
        OF_SETTINGS => catalogue.say("schema-of-settings-answer", &[]),
        command => catalogue.say("schema-answer", &[("command", command.to_owned().into())]),
    }
}

/// The schema of what a command answers in JSON and YAML; nothing where it answers in neither.
///
/// Fields may be added to answers one day, so a field that the schema does not name is no fault.
#[must_use]
pub fn schema(command: &str, catalogue: &Catalogue) -> Option<Value> {
    let (name, of) = ANSWERS.iter().find(|(name, _)| *name == command)?;
    let settings = SchemaSettings::draft07().for_serialize();
    let mut schema = of(settings.into_generator());
    // What stands there is said of the fields that all answers share.
    schema.remove("description");
    schema.insert("title".to_owned(), title(name, catalogue).into());
    Some(super::with_head_first(schema.to_value()))
}
