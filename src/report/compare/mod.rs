//! Two plans beside each other, in words: on a screen, as a comment on a change, for programs.

mod document;
mod json;
mod markdown;
mod said;
mod sections;
mod text;

pub(crate) use document::DiffDocument;
pub use json::json;
pub use markdown::markdown;
pub(crate) use sections::Told;
pub use text::text;

use crate::compare::{Comparison, Side};
use crate::lang::{Catalogue, FluentValue, escaped};
use crate::plan::{Id, Sensitivity};
use crate::report::wording::Wording;

/// A comparison, and how it is told.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// What is told.
    pub comparison: &'a Comparison,
    /// The sentences.
    pub catalogue: &'a Catalogue,
    /// The largest circle of whom titles are told; without it, all are.
    pub include: Option<Sensitivity>,
    /// The revision of the repository that the old plan comes from.
    pub revision: Option<&'a str>,
    /// Everything is told, however long.
    pub all: bool,
    /// Only how many changes there are is told.
    pub only_counts: bool,
}

impl<'a> Telling<'a> {
    fn wording(&self, side: Side) -> Wording<'a> {
        let check = match side {
            Side::Old => &self.comparison.old,
            Side::New => &self.comparison.new,
        };
        Wording { catalogue: self.catalogue, plan: check.plan.as_ref(), include: self.include }
    }

    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.catalogue.say(id, args)
    }

    /// The id of a thing, as one must type it.
    fn name(&self, side: Side, id: Id) -> &'a str {
        self.wording(side).plan.map_or("", |plan| plan.names.name(id))
    }

    /// The old plan's path, with the revision it comes from.
    fn old_path(&self) -> String {
        let path = self.path(&self.comparison.old.source.path);
        match self.revision {
            Some(revision) => format!("{}:{path}", escaped(revision)),
            None => path,
        }
    }

    fn new_path(&self) -> String {
        self.path(&self.comparison.new.source.path)
    }

    fn path(&self, path: &str) -> String {
        match path {
            "-" => self.say("standard-input", &[]),
            path => escaped(path).into_owned(),
        }
    }
}
