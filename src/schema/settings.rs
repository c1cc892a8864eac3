//! The JSON Schema of `scf.toml`, derived from the type that is read.

use crate::lang::Catalogue;
use crate::plan::{FindingName, Severity};
use crate::settings::{SettingsFile, Weight};
use schemars::Schema;
use schemars::generate::{SchemaGenerator, SchemaSettings};
use serde_json::{Map, Value, json};

/// The schema of the settings of a team.
#[must_use]
pub fn schema(catalogue: &Catalogue) -> Value {
    let generator = SchemaSettings::draft07().for_deserialize().into_generator();
    let mut schema = generator.into_root_schema_for::<SettingsFile>();
    schema.insert("title".to_owned(), catalogue.say("schema-of-settings", &[]).into());
    let mut schema = schema.to_value();
    for finding in FindingName::ALL {
        let weight = &mut schema["properties"]["severity"]["properties"][finding.name()];
        let about = catalogue.say_attribute(finding.name(), "about", &[]);
        // Editors of draft 7 do not look at what stands beside a reference.
        *weight = json!({"description": about, "allOf": [weight.take()]});
    }
    super::with_head_first(schema)
}

/// Each finding, and what it may weigh: what tells whether a plan was read whole is always an error.
pub(crate) fn weights(generator: &mut SchemaGenerator) -> Schema {
    let any = generator.subschema_for::<Weight>().to_value();
    let error = json!({"type": "string", "enum": [Severity::Error.name()]});
    let weight = |finding: &FindingName| if finding.is_of_text() { error.clone() } else { any.clone() };
    let weights: Map<String, Value> =
        FindingName::ALL.iter().map(|finding| (finding.name().to_owned(), weight(finding))).collect();
    let mut schema = Schema::default();
    schema.insert("type".to_owned(), "object".into());
    schema.insert("properties".to_owned(), weights.into());
    schema.insert("additionalProperties".to_owned(), false.into());
    schema
}
