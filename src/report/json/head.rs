//! What every JSON document of one plan begins with.

use super::shape::Day;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// The first fields of a command's document.
#[derive(Debug, Clone, Copy, Serialize, JsonSchema)]
pub struct Head<'a> {
    /// The version of this form of answer.
    format: u32,
    /// The command that answers.
    command: &'static str,
    /// The day that was taken as today.
    #[schemars(with = "Day")]
    today: Date,
    /// The path of the plan, as given.
    path: &'a str,
    /// The title of the plan.
    title: &'a str,
}

impl<'a> Head<'a> {
    /// What this command tells of a plan at this path and of this title.
    #[must_use]
    pub fn new(command: &'static str, today: Date, path: &'a str, title: &'a str) -> Self {
        Self { format: 1, command, today, path, title }
    }
}
