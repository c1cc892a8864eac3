//! What a team has accepted in its plan: which findings are met by an entry or a comment, and which of these meet nothing.

mod comments;

use super::acceptance::{Acceptance, is_past};
use super::{Context, Definition, Family, Finding, Found, Subject, Value};
use crate::plan::{Accepted, AcceptingComment, FindingName, Id, Severity, Stage};
use crate::source::Located;
use comments::Comments;
use jiff::civil::Date;
use std::collections::HashMap;

/// An entry under `accepted`, or a comment, that meets nothing, or is past its last day.
pub const UNUSED_ACCEPTANCE: Definition = Definition {
    name: FindingName::UnusedAcceptance,
    family: Family::Text,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: None,
    dated: false,
    fields: &[],
    // Found when they are applied; see `apply`.
    find: |_: &Context<'_>, _: &mut Vec<Found>| {},
};

/// Marks the findings that entries and comments meet, and returns those that meet nothing or are past.
///
/// A finding that only one past its day meets is back, and dated.
pub(super) fn apply(context: &Context<'_>, findings: &mut [Finding]) -> Vec<Found> {
    let plan = context.plan;
    if plan.accepted.is_empty() && plan.accepting_comments.is_empty() {
        return Vec::new();
    }
    let mut entries = Entries::of(&plan.accepted, context.today);
    let mut comments = Comments::of(plan, context.today);
    for finding in findings.iter_mut().filter(|finding| finding.name.can_be_accepted()) {
        let entry = entries.meet(finding);
        let comment = comments.meet(finding);
        let in_force = entry.in_force.or(comment.in_force);
        let is_met = entry.is_met || comment.is_met;
        // What the settings make lighter stays so, also where a reason is past.
        finding.dated |= is_met && in_force.is_none() && finding.accepted.is_none();
        finding.accepted = in_force.or(finding.accepted);
    }
    let is_built = |name| super::definition(name).is_some();
    let entries = plan.accepted.iter().zip(entries.meets);
    let mut unused: Vec<Found> = entries
        .filter(|(entry, meets)| {
            is_built(entry.finding.value) && (!meets || is_past(entry.until, context.today))
        })
        .map(|(entry, meets)| unused_entry(entry, meets, context.today))
        .collect();
    let comments = plan.accepting_comments.iter().zip(comments.meets());
    unused.extend(
        comments
            .filter(|(comment, meets)| {
                is_built(comment.finding.value) && (!meets || is_past(comment.until, context.today))
            })
            .map(|(comment, meets)| unused_comment(comment, meets, context.today)),
    );
    unused
}

/// What entries, or comments, say of one finding.
#[derive(Debug, Clone, Copy, Default)]
struct Met {
    /// One of them meets it, be it past.
    is_met: bool,
    /// The first that meets it and is not past.
    in_force: Option<Acceptance>,
}

/// The entries under `accepted`, by what they are about.
struct Entries<'a> {
    accepted: &'a [Accepted],
    today: Date,
    by_target: HashMap<(FindingName, Option<Id>), Vec<usize>>,
    /// Whether each meets something.
    meets: Vec<bool>,
}

impl<'a> Entries<'a> {
    fn of(accepted: &'a [Accepted], today: Date) -> Self {
        let mut by_target: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, entry) in accepted.iter().enumerate() {
            by_target
                .entry((entry.finding.value, entry.item.map(|item| item.value)))
                .or_default()
                .push(index);
        }
        Self { accepted, today, by_target, meets: vec![false; accepted.len()] }
    }

    fn meet(&mut self, finding: &Finding) -> Met {
        let item = match &finding.subject {
            Subject::Plan(_) => None,
            Subject::Thing(id) => Some(*id),
            Subject::Unread(_) => return Met::default(),
        };
        let Some(entries) = self.by_target.get(&(finding.name, item)) else { return Met::default() };
        for &index in entries {
            self.meets[index] = true;
        }
        let in_force = entries.iter().find(|&&index| !is_past(self.accepted[index].until, self.today));
        Met { is_met: true, in_force: in_force.map(|&index| Acceptance::Entry(index as u32)) }
    }
}

fn unused_entry(entry: &Accepted, meets: bool, today: Date) -> Found {
    let subject = match entry.item {
        Some(item) => Subject::Thing(item.value),
        None => Subject::Plan(format!("accepted.{}", entry.finding.value.name()).into()),
    };
    let found = Found::new(subject, entry.at).with("reason", word(if meets { "past" } else { "unmet" }));
    told(found, entry.finding, entry.until, today)
}

fn unused_comment(comment: &AcceptingComment, meets: bool, today: Date) -> Found {
    let subject = match comment.item {
        Some(item) => Subject::Thing(item),
        None => Subject::Plan(format!("comment.{}", comment.finding.value.name()).into()),
    };
    let reason = if meets { "past-comment" } else { "unmet-comment" };
    told(Found::new(subject, comment.at).with("reason", word(reason)), comment.finding, comment.until, today)
}

fn told(found: Found, finding: Located<FindingName>, until: Option<Located<Date>>, today: Date) -> Found {
    let mut found = found.with("finding", word(finding.value.name()));
    if let Some(until) = until {
        found = found.with("until", Value::Date(until.value));
    }
    if is_past(until, today) { found.dated() } else { found }
}

fn word(word: &str) -> Value {
    Value::Text(word.into())
}

#[cfg(test)]
mod tests;
