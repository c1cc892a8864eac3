//! What is in force, as JSON.

use super::{Telling, name_of};
use crate::report::shape::Day;
use crate::report::write_document;
use crate::settings::{Entry, Value};
use crate::source::{Source, Span};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::io::{self, Write};

/// What is in force, and who has said so.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    /// The version of this form of answer.
    format: u32,
    /// The command that answers.
    command: &'static str,
    /// The day that was taken as today.
    #[schemars(with = "Day")]
    today: Date,
    /// The plan; null where there is none.
    path: Option<&'a str>,
    /// Its title.
    title: Option<&'a str>,
    /// The settings file that holds; null where none does.
    file: Option<&'a str>,
    /// All that is in force.
    settings: Vec<Row<'a>>,
    /// Findings that the plan weighs less than the settings file or the format: they count as accepted.
    lowered: Vec<&'static str>,
}

#[derive(Serialize, JsonSchema)]
struct Row<'a> {
    /// Its name.
    name: String,
    /// What holds.
    value: Written<'a>,
    /// Who has said so: default, file, plan or flag.
    from: &'static str,
    /// Where that stands, if it is written in a file.
    at: Option<At<'a>>,
}

#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Written<'a> {
    Word(&'a str),
    Truth(bool),
    Number(u32),
    Paths(&'a [String]),
}

#[derive(Serialize, JsonSchema)]
struct At<'a> {
    /// The path of the file.
    path: &'a str,
    /// The line, from 1.
    line: u32,
    /// The column, from 1.
    column: u32,
}

/// What is in force, as one JSON document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(telling: Telling<'_>, today: Date, out: &mut dyn Write) -> io::Result<()> {
    let in_force = telling.in_force;
    let document = Document {
        format: 1,
        command: "settings",
        today,
        path: in_force.plan.map(|plan| &*plan.path),
        title: telling.title,
        file: in_force.team.map(|team| &*team.source.path),
        settings: in_force.entries.iter().map(|entry| written(telling, entry)).collect(),
        lowered: in_force.lowered.iter().map(|finding| finding.name()).collect(),
    };
    write_document(&document, out)
}

fn written<'a>(telling: Telling<'a>, entry: &'a Entry) -> Row<'a> {
    let value = match &entry.value {
        Value::Word(word) => Written::Word(word),
        Value::Truth(truth) => Written::Truth(*truth),
        Value::Number(number) => Written::Number(*number),
        Value::Paths(paths) => Written::Paths(paths),
    };
    let at = telling.place(entry.from).map(|(source, at)| place(source, at));
    Row { name: entry.setting.name(), value, from: name_of(entry.from), at }
}

fn place(source: &Source, at: Span) -> At<'_> {
    let place = source.position(at.start);
    At { path: &source.path, line: place.line, column: place.column }
}
