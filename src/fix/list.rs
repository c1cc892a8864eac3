//! Several ids without brackets around them: `heron, teal`. Each of them is known, so nothing else can be meant.

use super::text::{Text, finding_of, meant};
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::source::Slip;

/// `team: heron, teal`.
pub(super) fn without_brackets(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::ListWithoutBrackets) {
        let Some(meant) = meant(fault) else { continue };
        let at = fault.at.range();
        let edits = if text.source.text()[at.clone()].starts_with(['"', '\'']) {
            vec![Splice { at: at.clone(), text: meant.to_owned() }]
        } else {
            vec![
                Splice { at: at.start..at.start, text: "[".to_owned() },
                Splice { at: at.end..at.end, text: "]".to_owned() },
            ]
        };
        let mends = vec![finding_of(fault.slip, fault.at)];
        candidates.push(Candidate::new(mends, "fix-brackets", edits, Safety::Safe).anew(at));
    }
}
