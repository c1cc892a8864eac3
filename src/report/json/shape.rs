//! What single values of the answers look like, for the schemas of the answers.

use crate::plan::{FindingName, Kind, Severity, Stage, Status, words};
use schemars::generate::SchemaGenerator;
use schemars::{JsonSchema, Schema, json_schema};
use std::borrow::Cow;

macro_rules! names {
    ($($(#[$doc:meta])* $shape:ident: $names:expr;)*) => {
        $(
            $(#[$doc])*
            pub(crate) struct $shape;

            impl JsonSchema for $shape {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($shape).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    let names: Vec<&str> = $names;
                    json_schema!({"type": "string", "enum": names})
                }
            }
        )*
    };
}

names! {
    /// What something is.
    KindName: Kind::ALL.iter().map(|kind| kind.name()).collect();
    /// What a finding weighs.
    SeverityName: Severity::ALL.iter().map(|severity| severity.name()).collect();
    /// The name of a finding.
    FindingId: FindingName::ALL.iter().map(|finding| finding.name()).collect();
    /// How far a plan is.
    StageName: words::<Stage>();
    /// How far an item is.
    StatusName: words::<Status>();
    /// Whether something belongs to the plan.
    PresenceName: vec!["absent", "done", "open"];
}

/// A day, as year-month-day.
pub(crate) struct Day;

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
    }
}
