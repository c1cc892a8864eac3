//! A key that is misspelt.
//!
//! There are few keys, and what stands behind one must be of the right kind: a key with one slip of the hand, near one
//! key of its place and no other, is that key.

use super::Candidate;
use super::instead::sure;
use super::spelling::{one_slip_of_known, same_word};
use super::text::{Text, finding_of, meant, word};
use crate::edit::Splice;
use crate::source::Slip;
use std::collections::HashMap;

/// `becuase:`, `Depends on:`.
pub(super) fn misspelt(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    if text.faults_of(Slip::MisspeltKey).next().is_none() {
        return;
    }
    let nodes = text.nodes();
    // Two keys of one mapping that mean the same: nobody knows which is right.
    let mut of_path: HashMap<&str, usize> = HashMap::new();
    for fault in text.read.faults.iter().filter(|fault| fault.slip == Slip::MisspeltKey) {
        *of_path.entry(&fault.path).or_default() += 1;
    }
    for fault in text.faults_of(Slip::MisspeltKey) {
        let Some((key, meant)) = nodes.at(fault.at).zip(meant(fault)) else { continue };
        let Some((written, value)) = key.text().zip(nodes.value_of(key)) else { continue };
        if of_path[&*fault.path] > 1 {
            continue;
        }
        let is_alone = word(fault, "alone").is_some();
        let is_sure = same_word(written, meant) || one_slip_of_known(written, meant);
        let safety = sure(is_alone && is_sure);
        let edit = Splice { at: fault.at.range(), text: meant.to_owned() };
        let fix =
            Candidate::new(vec![finding_of(fault.slip, fault.at)], "fix-write-instead", vec![edit], safety);
        candidates.push(fix.with("new", meant).unread(value.span().range()));
    }
}
