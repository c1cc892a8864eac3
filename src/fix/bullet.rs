//! A bullet of a word processor at the beginning of a value that YAML takes for one text: a list of one.

use super::text::{Text, finding_of};
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::source::{Slip, lines};

/// `goals:` with `• one` below it.
pub(super) fn alone(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    if text.read.tree.is_none() {
        return;
    }
    for fault in text.faults_of(Slip::Bullet) {
        let at = fault.at.range();
        let line = at.start..lines::end(text.source.text(), at.start);
        let edits = vec![Splice { at, text: "-".to_owned() }];
        let mends = vec![finding_of(fault.slip, fault.at)];
        candidates.push(Candidate::new(mends, "fix-hyphen", edits, Safety::Safe).anew(line));
    }
}
