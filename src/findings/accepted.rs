//! What a team has accepted: which findings are met by an entry, and which entries meet nothing.

use super::{Context, Definition, Family, Finding, Found, Subject, Value};
use crate::plan::{Accepted, FindingName, Severity, Stage};
use std::collections::HashMap;

/// An entry under `accepted` that meets nothing, or is past its last day.
pub const UNUSED_ACCEPTANCE: Definition = Definition {
    name: FindingName::UnusedAcceptance,
    family: Family::Text,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: None,
    dated: false,
    fields: &[],
    // Found when the entries are applied; see `apply`.
    find: |_: &Context<'_>, _: &mut Vec<Found>| {},
};

/// Marks the findings that entries meet, and returns the entries that meet nothing or are past.
///
/// A finding that only an entry past its day meets is back, and dated.
pub(super) fn apply(context: &Context<'_>, findings: &mut [Finding]) -> Vec<Found> {
    let entries = &context.plan.accepted;
    if entries.is_empty() {
        return Vec::new();
    }
    let is_past = |entry: &Accepted| entry.until.is_some_and(|until| until.value < context.today);
    let mut by_target: HashMap<_, Vec<usize>> = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        by_target.entry((entry.finding.value, entry.item.map(|item| item.value))).or_default().push(index);
    }
    let mut meets = vec![false; entries.len()];
    for finding in findings.iter_mut().filter(|finding| finding.name.can_be_accepted()) {
        let item = match &finding.subject {
            Subject::Plan(_) => None,
            Subject::Thing(id) => Some(*id),
            Subject::Unread(_) => continue,
        };
        let entries_for = by_target.get(&(finding.name, item)).map_or(&[][..], Vec::as_slice);
        for &index in entries_for {
            meets[index] = true;
        }
        let in_force = entries_for.iter().find(|&&index| !is_past(&entries[index]));
        finding.accepted = in_force.map(|&index| index as u32);
        finding.dated |= in_force.is_none() && !entries_for.is_empty();
    }
    let is_built = |name| super::definition(name).is_some();
    let told = |&(index, entry): &(usize, &Accepted)| {
        is_built(entry.finding.value) && (!meets[index] || is_past(entry))
    };
    entries
        .iter()
        .enumerate()
        .filter(told)
        .map(|(index, entry)| unused(entry, meets[index], is_past(entry)))
        .collect()
}

fn unused(entry: &Accepted, meets: bool, is_past: bool) -> Found {
    let subject = match entry.item {
        Some(item) => Subject::Thing(item.value),
        None => Subject::Plan(format!("accepted.{}", entry.finding.value.name()).into()),
    };
    let reason = if meets { "past" } else { "unmet" };
    let mut found = Found::new(subject, entry.at)
        .with("finding", Value::Text(entry.finding.value.name().into()))
        .with("reason", Value::Text(reason.into()));
    if let Some(until) = entry.until {
        found = found.with("until", Value::Date(until.value));
    }
    if is_past { found.dated() } else { found }
}
