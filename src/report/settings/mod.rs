//! What is in force for a plan and who has said so; and what is wrong with a settings file.

mod faults;
mod json;
mod table;
mod text;

pub use faults::unusable;
pub(crate) use json::Document;
pub use json::json;
pub use table::{markdown, sheet};
pub use text::{Extent, text};

use crate::lang::{Catalogue, FluentValue, escaped};
use crate::settings::{Entry, From, InForce, Value};
use crate::source::{Source, Span};

/// What is needed to put settings into words.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// What is in force.
    pub in_force: &'a InForce<'a>,
    /// The title of the plan, where there is one.
    pub title: Option<&'a str>,
    /// The plan or the folder as it was named on the command line; nothing where none was.
    pub named: Option<&'a str>,
    /// Whether no settings file was looked for, because the command line says so.
    pub is_unasked: bool,
    /// Every sentence.
    pub catalogue: &'a Catalogue,
}

impl<'a> Telling<'a> {
    fn say(self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.catalogue.say(id, args)
    }

    /// The file in which something was said, and where in it.
    fn place(self, from: From) -> Option<(&'a Source, Span)> {
        match from {
            From::Default | From::Flag => None,
            From::File(at) => Some((&self.in_force.team?.source, at)),
            From::Plan(at) => Some((self.in_force.plan?, at)),
        }
    }

    /// Who has said it, in words.
    fn from(self, entry: &Entry) -> String {
        match (self.place(entry.from), entry.from) {
            (Some((source, at)), _) => {
                let line = source.position(at.start).line;
                self.say(
                    "settings-from-place",
                    &[("path", source.path.clone().into()), ("line", line.into())],
                )
            }
            (None, From::Flag) => self.say("settings-from-flag", &[]),
            (None, _) => self.say("settings-from-default", &[]),
        }
    }

    /// What it is set to, in words; not escaped.
    fn value(self, value: &Value) -> String {
        match value {
            Value::Word(word) => (*word).to_owned(),
            Value::Truth(truth) => truth.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Paths(paths) if paths.is_empty() => self.say("settings-no-paths", &[]),
            Value::Paths(paths) => paths.join(", "),
        }
    }

    /// Which findings the plan weighs less than the team has agreed; nothing where there is none.
    fn lowered(self) -> Option<String> {
        let names: Vec<&str> = self.in_force.lowered.iter().map(|finding| finding.name()).collect();
        let args = [("count", names.len().into()), ("findings", names.join(", ").into())];
        (!names.is_empty()).then(|| self.say("settings-lowered", &args))
    }

    /// Which settings file holds, or that none does and how to begin one.
    fn file(self) -> String {
        match self.in_force.team {
            Some(team) => {
                let path = escaped(&team.source.path).into_owned();
                self.say("settings-file", &[("path", path.into())])
            }
            None if self.is_unasked => self.say("settings-file-unasked", &[]),
            None => self.say("settings-file-none", &[]),
        }
    }
}

/// The name that a program knows the one by who has said something.
fn name_of(from: From) -> &'static str {
    match from {
        From::Default => "default",
        From::File(_) => "file",
        From::Plan(_) => "plan",
        From::Flag => "flag",
    }
}
