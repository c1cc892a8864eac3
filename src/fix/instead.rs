//! A value in the place of one that cannot be taken.

use super::text::{Text, finding_of, meant};
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::source::{Fault, Slip};

/// What a fault says was meant, in the place of what is written, for every fault of this slip; `safety` says how sure that
/// is, and nothing where it is no guess worth making.
pub(super) fn instead(
    text: &Text<'_>,
    slip: Slip,
    candidates: &mut Vec<Candidate>,
    safety: impl Fn(&Fault, &str, &str) -> Option<Safety>,
) {
    if text.faults_of(slip).next().is_none() {
        return;
    }
    let nodes = text.nodes();
    for fault in text.faults_of(slip) {
        let Some((node, meant)) = nodes.at(fault.at).zip(meant(fault)) else { continue };
        let Some(written) = node.text() else { continue };
        let written = written.trim();
        for meant in meant.split(", ") {
            candidates.extend(safety(fault, written, meant).map(|safety| candidate(fault, meant, safety)));
        }
    }
}

fn candidate(fault: &Fault, meant: &str, safety: Safety) -> Candidate {
    let edit = Splice { at: fault.at.range(), text: plain(meant) };
    let fix = Candidate::new(vec![finding_of(fault.slip, fault.at)], "fix-write-instead", vec![edit], safety);
    fix.with("new", meant)
}

/// A word, a day or a number as it is written: only the word for nothing needs quotes.
pub(super) fn plain(word: &str) -> String {
    if word == "null" { format!("\"{word}\"") } else { word.to_owned() }
}

/// Safe, or a guess.
pub(super) fn sure(is_sure: bool) -> Safety {
    if is_sure { Safety::Safe } else { Safety::Unsafe }
}
