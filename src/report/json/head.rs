//! What every JSON document of one plan begins with.

use jiff::civil::Date;
use serde::Serialize;

/// The first fields of a command's document.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct Head<'a> {
    format: u32,
    command: &'static str,
    today: Date,
    path: &'a str,
    title: &'a str,
}

impl<'a> Head<'a> {
    /// What this command tells of a plan at this path and of this title.
    #[must_use]
    pub fn new(command: &'static str, today: Date, path: &'a str, title: &'a str) -> Self {
        Self { format: 1, command, today, path, title }
    }
}
