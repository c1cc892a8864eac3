//! The weak places that a team has when it begins to look at every change: they count nowhere, what is new does.
//!
//! A [`Baseline`] is a file beside the plans. It holds no title and no other text of a plan: only where the plan is, the
//! name of the finding, the id it is about, and since when. An entry meets a finding by the path of the plan and by the
//! finding's fingerprint, so it does not mind that lines move.

mod apply;
mod file;
mod place;
#[cfg(test)]
mod tests;

pub use apply::{LookedAt, Use};
pub use file::{Broken, MOST_BYTES};
pub use place::path_from;

use crate::plan::FindingName;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The fact of a finding that has stood in the baseline for too long: since when.
pub const KNOWN_SINCE: &str = "known_since";

/// What was weak in plans on the day it was written down.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    /// By the path of the plan: its entries, sorted.
    plans: BTreeMap<Box<str>, Vec<Entry>>,
}

/// One finding in a baseline.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Its name.
    pub finding: FindingName,
    /// The id it is about, for whoever reads the file; nothing where it is the whole plan.
    pub item: Option<Box<str>>,
    /// See [`crate::findings::Finding::fingerprint_number`].
    pub fingerprint: u64,
    /// The day on which it was written down first.
    pub since: Date,
}

impl Baseline {
    /// The paths of the plans, in order, and their entries.
    pub fn plans(&self) -> impl Iterator<Item = (&str, &[Entry])> {
        self.plans.iter().map(|(path, entries)| (&**path, &entries[..]))
    }

    /// The entries about the plan at this path.
    #[must_use]
    pub fn of_plan(&self, path: &str) -> &[Entry] {
        self.plans.get(path).map_or(&[], Vec::as_slice)
    }

    /// Gives the plan at this path these entries in the place of those it has.
    pub fn set(&mut self, path: &str, mut entries: Vec<Entry>) {
        sort(&mut entries);
        if entries.is_empty() {
            self.plans.remove(path);
        } else {
            self.plans.insert(path.into(), entries);
        }
    }

    /// Takes entries out that meet nothing, as [`Self::apply`] has given them.
    pub fn remove(&mut self, path: &str, unmet: &[Entry]) {
        // They stand in the same order.
        let mut unmet = unmet.iter().peekable();
        let mut entries = self.plans.get(path).cloned().unwrap_or_default();
        entries.retain(|entry| unmet.next_if(|unmet| *unmet == entry).is_none());
        self.set(path, entries);
    }

    /// How many entries there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.plans.values().map(Vec::len).sum()
    }

    /// Whether there is no entry.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plans.is_empty()
    }
}

/// By name, item, fingerprint and day.
fn sort(entries: &mut [Entry]) {
    entries.sort_by(|a, b| {
        let key = |entry: &Entry| (entry.fingerprint, entry.since);
        a.finding
            .name()
            .cmp(b.finding.name())
            .then_with(|| a.item.cmp(&b.item))
            .then_with(|| key(a).cmp(&key(b)))
    });
}
