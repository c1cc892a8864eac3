//! What is told when a command does not take a plan because parts of it could not be read.

use super::Shared;
use crate::check::Check;
use crate::lang::escaped;
use crate::report::wording::Wording;
use std::fmt::Write as _;

/// How many faults are told before the rest is only counted.
const MOST: usize = 20;

/// Tells the faults of a plan on standard error.
pub(super) fn complain(check: &Check, shared: &Shared) {
    let faults = check.findings.iter().filter(|finding| finding.slip.is_some());
    let count = faults.clone().count();
    let path = escaped(&check.source.path).into_owned();
    let args = [("count", count.into()), ("path", path.clone().into())];
    let mut said = shared.say("plan-incomplete", &args);
    let wording = Wording { catalogue: &shared.catalogue, plan: check.plan.as_ref(), include: None };
    for fault in faults.take(MOST) {
        let place = check.source.position(fault.at.start);
        let worded = wording.of(fault);
        let (sentence, ask) = (worded.sentence(), worded.ask());
        // Writing to a string cannot fail.
        let _ = write!(said, "\n  {path}:{}:{}\n    {sentence}", place.line, place.column);
        if !ask.is_empty() {
            let _ = write!(said, "\n    {ask}");
        }
    }
    if count > MOST {
        let _ = write!(said, "\n  {}", shared.say("why-more", &[("count", (count - MOST).into())]));
    }
    shared.complain(&said);
}
