//! Putting a baseline beside what was found in a plan.

use super::{Baseline, Entry, KNOWN_SINCE};
use crate::check::{Check, Note};
use crate::findings::{Acceptance, Value};
use crate::plan::FindingName;
use crate::source::masked;
use jiff::civil::Date;
use std::collections::HashMap;

/// What is done with a baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// What stands in it counts nowhere, unless it has stood there for more than so many days.
    Read {
        /// For how many days an entry holds; without it, for ever.
        max_age: Option<u32>,
    },
    /// What is found is written into it: from then on it counts nowhere.
    Write,
}

/// Which findings the command looks at.
#[derive(Debug, Clone, Copy)]
pub struct LookedAt<'a> {
    /// Only these; all, where there are none.
    pub only: &'a [FindingName],
    /// None of these.
    pub skip: &'a [FindingName],
}

impl LookedAt<'_> {
    /// Whether findings of this name are looked at.
    #[must_use]
    pub fn has(&self, name: FindingName) -> bool {
        (self.only.is_empty() || self.only.contains(&name)) && !self.skip.contains(&name)
    }
}

impl Baseline {
    /// Marks the findings of the plan at this path that stand in the baseline, or writes into it those that do not. Gives
    /// the entries that meet nothing; of what was not looked at, or cannot be known because the plan cannot be read as a
    /// whole, none.
    pub fn apply(
        &mut self,
        path: &str,
        check: &mut Check,
        to: Use,
        looked_at: LookedAt<'_>,
        today: Date,
    ) -> Vec<Entry> {
        let known = self.plans.get(path).map_or(&[][..], Vec::as_slice);
        if known.is_empty() && to != Use::Write {
            return Vec::new();
        }
        let Check { plan, findings, .. } = &mut *check;
        let plan = plan.as_ref();
        let mut met = Met::of(known);
        let mut written = Vec::new();
        let mut old = 0;
        // What has a reason of its own needs the baseline last.
        for has_reason in [false, true] {
            for finding in findings.iter_mut() {
                let is_known = matches!(finding.accepted, Some(Acceptance::Baseline { .. }));
                let is_turn = finding.accepted.is_some() == has_reason && !is_known;
                if !is_turn || !finding.name.can_be_accepted() {
                    continue;
                }
                let fingerprint = finding.fingerprint_number(plan);
                let since = met.take(fingerprint);
                match (to, since) {
                    _ if has_reason => {}
                    (Use::Write, _) => {
                        let since = since.unwrap_or(today);
                        let item = finding.subject.item(plan).map(|item| masked(item).into());
                        written.push(Entry { finding: finding.name, item, fingerprint, since });
                        finding.accepted = Some(Acceptance::Baseline { since });
                    }
                    (Use::Read { .. }, None) => {}
                    (Use::Read { max_age }, Some(since)) if is_old(since, max_age, today) => {
                        finding.facts.push((KNOWN_SINCE, Value::Date(since)));
                        old += 1;
                    }
                    (Use::Read { .. }, Some(since)) => {
                        finding.accepted = Some(Acceptance::Baseline { since });
                    }
                }
            }
        }
        let complete = plan.is_some_and(|plan| plan.complete);
        let (unmet, kept): (Vec<Entry>, Vec<Entry>) =
            met.rest().cloned().partition(|entry| complete && looked_at.has(entry.finding));
        if to == Use::Write {
            written.extend(kept);
            self.set(path, written);
        }
        note(check, to, old, unmet.len());
        unmet
    }
}

fn note(check: &mut Check, to: Use, old: u64, unmet: usize) {
    if let Use::Read { max_age: Some(days) } = to
        && old > 0
    {
        check.notes.push(Note::OldInBaseline { count: old, days });
    }
    if unmet > 0 && to != Use::Write {
        check.notes.push(Note::UnmetInBaseline(unmet as u64));
    }
}

/// Entries and how many of them have met a finding.
struct Met<'a> {
    entries: &'a [Entry],
    /// By fingerprint: where the entries stand, the oldest last.
    by_fingerprint: HashMap<u64, Vec<usize>>,
    is_taken: Vec<bool>,
}

impl<'a> Met<'a> {
    fn of(entries: &'a [Entry]) -> Self {
        let mut by_fingerprint: HashMap<u64, Vec<usize>> = HashMap::new();
        for (index, entry) in entries.iter().enumerate() {
            by_fingerprint.entry(entry.fingerprint).or_default().push(index);
        }
        for indices in by_fingerprint.values_mut() {
            indices.sort_by_key(|&index| std::cmp::Reverse(entries[index].since));
        }
        Self { entries, by_fingerprint, is_taken: vec![false; entries.len()] }
    }

    /// The day of an entry that meets a finding. Each entry meets one: what comes a second time is new.
    fn take(&mut self, fingerprint: u64) -> Option<Date> {
        let index = self.by_fingerprint.get_mut(&fingerprint)?.pop()?;
        self.is_taken[index] = true;
        Some(self.entries[index].since)
    }

    fn rest(&self) -> impl Iterator<Item = &'a Entry> {
        self.entries.iter().zip(&self.is_taken).filter(|(_, taken)| !**taken).map(|(entry, _)| entry)
    }
}

fn is_old(since: Date, max_age: Option<u32>, today: Date) -> bool {
    max_age.is_some_and(|most| i64::from((today - since).get_days()) > i64::from(most))
}
