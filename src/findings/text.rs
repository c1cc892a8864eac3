//! Findings of the text itself: faults that reading met, told as `invalid`, `unknown-id` and `duplicate-id`.

use super::{Context, Definition, Family, Finding, Found, Related, Subject, Value, definition};
use crate::plan::{Factor, FindingName, Plan, Severity, Stage};
use crate::source::{Fault, FaultKind, Slip, masked};

/// The text is no plan of format 1.
pub const INVALID: Definition = of_text(FindingName::Invalid, &["reason"]);
/// A reference to an id that is not there, or of a wrong kind.
pub const UNKNOWN_ID: Definition = of_text(FindingName::UnknownId, &[]);
/// An id used twice.
pub const DUPLICATE_ID: Definition = of_text(FindingName::DuplicateId, &[]);

const fn of_text(name: FindingName, fields: &'static [&'static str]) -> Definition {
    Definition {
        name,
        family: Family::Text,
        severity: Severity::Error,
        from: Stage::Sketch,
        factor: Some(Factor::Planning),
        dated: false,
        fields,
        // Reading finds them; see `findings_of`.
        find: |_: &Context<'_>, _: &mut Vec<Found>| {},
    }
}

/// The findings that faults become. `plan` is what could be read in spite of them.
pub(super) fn findings_of(faults: &[Fault], plan: Option<&Plan>) -> Vec<Finding> {
    faults.iter().map(|fault| finding_of(fault, plan)).collect()
}

fn finding_of(fault: &Fault, plan: Option<&Plan>) -> Finding {
    let (name, reason) = match fault.slip.kind() {
        FaultKind::Invalid(reason) => (FindingName::Invalid, Some(reason)),
        FaultKind::UnknownId => (FindingName::UnknownId, None),
        FaultKind::DuplicateId => (FindingName::DuplicateId, None),
    };
    let subject = match (&fault.holder, plan) {
        (None, _) => Subject::Plan(fault.path.clone()),
        (Some(holder), plan) => plan
            .and_then(|plan| plan.names.find(holder))
            .map_or_else(|| Subject::Unread(holder.clone()), Subject::Thing),
    };
    let mut facts: Vec<_> =
        fault.args.iter().map(|(name, value)| (*name, Value::Text(masked(value).into()))).collect();
    facts.extend(reason.map(|reason| ("reason", Value::Text(reason.name().into()))));
    let related = fault.related.as_ref().map(|(at, name)| Related {
        item: plan.and_then(|plan| plan.names.find(name)),
        at: *at,
        role: match fault.slip {
            Slip::SameKeyTwice => "first-key",
            Slip::EmptyEntry => "empty-entry",
            Slip::WrongKind => "wrong-kind",
            _ => "first-use",
        },
    });
    Finding {
        name,
        severity: Severity::Error,
        dated: false,
        subject,
        at: fault.at,
        related: related.into_iter().collect(),
        factor: definition(name).and_then(|definition| definition.factor),
        slip: Some(fault.slip),
        facts,
        accepted: None,
    }
}
