//! Findings for the machines that check every change: one file a format.
//!
//! What they print is read in public logs, so of things above `--include` no title is told, and of a faulty text no words
//! that could be one.

mod github;
mod gitlab;
mod home;
mod junit;
mod markdown;
mod sarif;
mod short;

pub use github::{GitHub, MOST_OF_A_KIND};
pub use gitlab::GitLab;
pub use home::Home;
pub use junit::JUnit;
pub use markdown::{MOST_CHARACTERS, MOST_ROWS, Markdown};
pub use sarif::{MOST_RESULTS, Sarif};
pub use short::Short;

use super::wording::Wording;
use crate::check::{Check, GateAsked};
use crate::findings::Finding;
use crate::lang::Catalogue;
use crate::plan::Sensitivity;
use crate::source::{Position, Source, Span};
use std::collections::HashMap;

/// What all these formats need.
#[derive(Clone)]
pub struct Ci<'a> {
    /// The sentences.
    pub catalogue: &'a Catalogue,
    /// The largest circle of whom titles are told.
    pub include: Sensitivity,
    /// For which findings the check fails.
    pub gate: GateAsked,
    /// From where paths are told.
    pub home: Home,
}

impl Ci<'_> {
    fn wording<'w>(&'w self, check: &'w Check) -> Wording<'w> {
        Wording { catalogue: self.catalogue, plan: check.plan.as_ref(), include: Some(self.include) }
    }

    /// A finding in words and numbers.
    fn entry(&self, check: &Check, finding: &Finding) -> Entry {
        let wording = self.wording(check);
        let worded = wording.guarded(finding);
        Entry {
            name: finding.name.name(),
            severity: finding.severity.name(),
            item: wording.guarded_item(finding).map(str::to_owned),
            place: Place::of(&check.source, finding.at),
            sentence: worded.sentence(),
            ask: worded.ask(),
        }
    }
}

/// A finding in words and numbers.
struct Entry {
    name: &'static str,
    severity: &'static str,
    /// The id of what it is about, where strangers may read it.
    item: Option<String>,
    place: Place,
    sentence: String,
    ask: String,
}

impl Entry {
    /// The sentence, and what to ask.
    fn with_ask(&self, between: &str) -> String {
        if self.ask.is_empty() {
            self.sentence.clone()
        } else {
            format!("{}{between}{}", self.sentence, self.ask)
        }
    }
}

/// A stretch of text: lines and columns from 1, the end exclusive.
struct Place {
    start: Position,
    end: Position,
}

impl Place {
    fn of(source: &Source, span: Span) -> Self {
        Self { start: source.position(span.start), end: source.position(span.end) }
    }
}

/// Numbers things that have one name: the first is 1.
#[derive(Default)]
struct Numbers(HashMap<String, usize>);

impl Numbers {
    fn of(&mut self, name: &str) -> usize {
        if let Some(number) = self.0.get_mut(name) {
            *number += 1;
            return *number;
        }
        self.0.insert(name.to_owned(), 1);
        1
    }
}
