//! What has changed in what is weak about a plan: findings that are new or gone, and what falls with each thing.

use super::About;
use super::pairs::{Pairs, Side};
use crate::check::Check;
use crate::findings::{Finding, Subject};
use crate::plan::{FindingName, Id, Severity};
use std::cmp::Reverse;
use std::collections::{HashMap, VecDeque};

/// What falls with one thing alone, before and now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LossChange {
    /// What fails.
    pub about: About,
    /// How many results fell with it; nothing where it was not there.
    pub old: Option<u32>,
    /// How many fall with it now.
    pub new: u32,
}

/// What has changed in what is weak about a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Weak {
    /// Findings of the new check that the old one did not have, as indices.
    pub new: Vec<usize>,
    /// Findings of the old check that the new one does not have, as indices; none where the new plan cannot be read.
    pub gone: Vec<usize>,
    /// Findings of the new check that were there before and are accepted since, as indices.
    pub accepted: Vec<usize>,
    /// Findings of the new check that were accepted before and are no longer, as indices.
    pub open_again: Vec<usize>,
    /// Where more falls than before, the most first; then where less falls.
    pub loss: Vec<LossChange>,
}

/// By what a finding is known again: as in its fingerprint, but with the thing itself and not its id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Mark<'a> {
    Thing(u32),
    Path(&'a str),
    Unread(&'a str),
}

impl Weak {
    /// What has changed from one check to another, of whose plans these things are the same.
    #[must_use]
    pub fn of(old: &Check, new: &Check, pairs: &Pairs) -> Self {
        let mut before: HashMap<_, VecDeque<usize>> = HashMap::new();
        for (index, finding) in old.findings.iter().enumerate() {
            before.entry(mark(finding, Side::Old, pairs)).or_default().push_back(index);
        }
        let mut weak = Self::default();
        let mut is_there = vec![false; old.findings.len()];
        for (index, finding) in new.findings.iter().enumerate() {
            let same = before.get_mut(&mark(finding, Side::New, pairs)).and_then(VecDeque::pop_front);
            let Some(same) = same else {
                weak.new.push(index);
                continue;
            };
            is_there[same] = true;
            match (old.findings[same].accepted.is_some(), finding.accepted.is_some()) {
                (false, true) => weak.accepted.push(index),
                (true, false) => weak.open_again.push(index),
                _ => {}
            }
        }
        // Of a plan that cannot be read, nobody knows what is mended in it.
        if new.plan.is_some() {
            weak.gone = (0..old.findings.len()).filter(|&index| !is_there[index]).collect();
        }
        weak.loss = losses(old, new, pairs);
        weak
    }

    /// The worst severity of what is new or no longer accepted. Accepted findings never count, dated ones where
    /// `with_dated`.
    #[must_use]
    pub fn worst(&self, new: &Check, with_dated: bool) -> Option<Severity> {
        let findings = self.new.iter().chain(&self.open_again).map(|&index| &new.findings[index]);
        let counts = |finding: &&Finding| finding.accepted.is_none() && (with_dated || !finding.dated);
        findings.filter(counts).map(|finding| finding.severity).min()
    }

    /// Whether nothing has changed.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

fn mark<'a>(finding: &'a Finding, side: Side, pairs: &Pairs) -> (FindingName, Mark<'a>) {
    let mark = match &finding.subject {
        Subject::Thing(id) => Mark::Thing(pairs.key(side, *id)),
        Subject::Plan(path) => Mark::Path(path),
        Subject::Unread(name) => Mark::Unread(name),
    };
    (finding.name, mark)
}

/// How many results fall with each candidate, by id; nothing with what is none.
fn counted(check: &Check) -> Vec<Option<u32>> {
    let (Some(plan), Some(graph)) = (&check.plan, &check.graph) else { return Vec::new() };
    let losses = graph.single_losses(plan);
    let mut counted = vec![None; plan.names.len()];
    for id in losses.none {
        counted[id.index()] = Some(0);
    }
    for single in losses.some {
        counted[single.id.index()] = Some(single.loss);
    }
    counted
}

fn losses(old: &Check, new: &Check, pairs: &Pairs) -> Vec<LossChange> {
    if old.plan.is_none() || new.plan.is_none() {
        return Vec::new();
    }
    let (before, now) = (counted(old), counted(new));
    let mut changes = Vec::new();
    for (index, count) in now.into_iter().enumerate() {
        let id = Id(index as u32);
        let about = About { old: pairs.old_of(id), new: Some(id) };
        let old = about.old.map(|old| before[old.index()].unwrap_or(0));
        let new = count.unwrap_or(0);
        if old.unwrap_or(0) != new {
            changes.push(LossChange { about, old, new });
        }
    }
    changes.sort_by_key(|change| {
        let (old, new) = (i64::from(change.old.unwrap_or(0)), i64::from(change.new));
        (new < old, Reverse((new - old).abs()))
    });
    changes
}
