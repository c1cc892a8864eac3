//! An id that names nothing, and one that is near it.
//!
//! A name is a guess more easily than a key is: `teal` and `seal` may be two people of whom one is not written down yet.
//! So it is only sure in a long name, or where nothing but capitals and hyphens differ.

use super::Candidate;
use super::instead::{instead, sure};
use super::spelling::{one_slip, same_word};
use super::text::{Text, meant, word};
use crate::source::{Node, Slip};
use std::collections::{HashMap, HashSet};

/// `supports: corridr-map`.
pub(super) fn misspelt(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    let doubtful = perhaps_right(text);
    instead(text, Slip::MisspeltReference, candidates, |fault, written, meant| {
        let is_near = word(fault, "alone").is_some() && one_slip(written, meant);
        let is_near = is_near && !doubtful.contains(written);
        // Of `heron, teal` only one could stay.
        (!written.contains(',')).then(|| sure(same_word(written, meant) || is_near))
    });
}

/// Texts that are written more than once in the place of a name which nothing else uses: then the name may be misspelt
/// where it is given, and they are right.
fn perhaps_right<'t>(text: &'t Text<'_>) -> HashSet<&'t str> {
    let mut told: HashMap<&str, (usize, &str)> = HashMap::new();
    let faults = text.read.faults.iter().filter(|fault| fault.slip == Slip::MisspeltReference);
    for (written, meant) in faults.filter_map(|fault| word(fault, "id").zip(meant(fault))) {
        told.entry(written).or_insert((0, meant)).0 += 1;
    }
    told.retain(|_, (count, _)| *count > 1);
    if told.is_empty() {
        return HashSet::new();
    }
    let mut uses: HashMap<&str, usize> = told.values().map(|(_, meant)| (*meant, 0)).collect();
    for name in text.root().into_iter().flat_map(Node::within).filter_map(Node::text) {
        if let Some(count) = uses.get_mut(name) {
            *count += 1;
        }
    }
    // One of them is where the name is given.
    told.retain(|_, (_, meant)| uses.get(meant).is_none_or(|count| *count < 2));
    told.into_keys().collect()
}
