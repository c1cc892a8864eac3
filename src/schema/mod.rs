//! JSON Schemas (draft 7, which editors read) of what goes into `scf` and of what comes out of it.
//!
//! The schema of plans is made of the reader's own table of keys. Those of the answers are derived from the types that
//! are written. None refers to anything outside itself.

pub mod answer;
pub mod plan;
pub mod settings;

use serde_json::Value;

/// The draft that all schemas are written in.
const DRAFT: &str = "http://json-schema.org/draft-07/schema#";

/// The same schema, with what says what it is before all else.
fn with_head_first(mut schema: Value) -> Value {
    let Some(all) = schema.as_object_mut() else { return schema };
    let mut ordered = serde_json::Map::new();
    for keyword in ["$schema", "title"] {
        ordered.extend(all.remove_entry(keyword));
    }
    ordered.append(all);
    ordered.into()
}
