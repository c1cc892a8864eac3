//! What is told when a command does not take a plan because parts of it could not be read.

use super::Shared;
use crate::check::Check;
use crate::findings::Finding;
use crate::lang::escaped;
use crate::plan::Plan;
use crate::report::wording::Wording;
use std::fmt::Write as _;

/// How many faults are told before the rest is only counted.
const MOST: usize = 20;

/// Tells the faults of a plan on standard error.
pub(super) fn complain(check: &Check, shared: &Shared) {
    let faults: Vec<&Finding> = check.findings.iter().filter(|finding| finding.slip.is_some()).collect();
    let path = escaped(&check.source.path).into_owned();
    let args = [("count", faults.len().into()), ("path", path.clone().into())];
    let said = shared.say("plan-incomplete", &args);
    complain_of(&said, &faults, MOST, check, shared);
}

/// Tells the first of these faults on standard error, each with its place, under a first line.
pub(super) fn complain_of(first: &str, faults: &[&Finding], most: usize, check: &Check, shared: &Shared) {
    let mut said = first.to_owned();
    let path = escaped(&check.source.path);
    for fault in faults.iter().take(most) {
        let place = check.source.position(fault.at.start);
        // Writing to a string cannot fail.
        let _ = write!(said, "\n  {path}:{}:{}", place.line, place.column);
        said += &told(fault, check.plan.as_ref(), shared);
    }
    if faults.len() > most {
        let more = [("count", (faults.len() - most).into())];
        let _ = write!(said, "\n  {}", shared.say("why-more", &more));
    }
    shared.complain(&said);
}

/// What is wrong, and what would be right, each in a line of its own.
pub(super) fn told(fault: &Finding, plan: Option<&Plan>, shared: &Shared) -> String {
    let worded = Wording { catalogue: &shared.catalogue, plan, include: None }.of(fault);
    let (sentence, ask) = (worded.sentence(), worded.ask());
    if ask.is_empty() { format!("\n    {sentence}") } else { format!("\n    {sentence}\n    {ask}") }
}
