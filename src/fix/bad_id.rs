//! An id with capitals or spaces, where it is given and wherever it is named.

use super::instead::{plain, sure};
use super::spelling::same_word;
use super::text::{Text, finding_of, meant};
use super::{Candidate, twice};
use crate::edit::Splice;
use crate::source::{Node, Shape, Slip, Span};
use std::collections::HashMap;

/// Fields that take one id, or a mapping by ids.
const NAMING: [&str; 12] = [
    "who",
    "lead",
    "organisation",
    "side",
    "item",
    "access",
    "delays",
    "choose",
    "chosen",
    "scores",
    "only_if",
    "on",
];

/// `Shuttle Talks:`.
pub(super) fn given(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    let Some(root) = text.root().filter(|_| text.faults_of(Slip::BadId).next().is_some()) else { return };
    let nodes = text.nodes();
    let names = names_in(root);
    for fault in text.faults_of(Slip::BadId) {
        let Some((id, meant)) = nodes.at(fault.at).zip(meant(fault)) else { continue };
        let Some(written) = id.text().map(str::trim).filter(|written| !written.is_empty()) else { continue };
        let elsewhere = names.get(written).map_or(&[][..], Vec::as_slice);
        let places =
            std::iter::once(id.span()).chain(elsewhere.iter().copied().filter(|at| *at != id.span()));
        let edits = places.map(|at| Splice { at: at.range(), text: plain(meant) }).collect();
        let mends = vec![finding_of(fault.slip, fault.at)];
        let safety = sure(same_word(written, meant));
        candidates.push(Candidate::new(mends, "fix-write-instead", edits, safety).with("new", meant));
    }
}

/// Where fields name something, by what is written: as the value of one, in its list, or as a key of its mapping.
fn names_in(root: Node<'_>) -> HashMap<&str, Vec<Span>> {
    let mut names: HashMap<&str, Vec<Span>> = HashMap::new();
    for mapping in root.within().filter(|node| node.shape() == Shape::Mapping) {
        let is_naming = |key: Node<'_>| {
            key.text().is_some_and(|key| NAMING.contains(&key) || twice::LISTS.contains(&key))
        };
        for (_, value) in mapping.entries().filter(|(key, _)| is_naming(*key)) {
            let found: Vec<Node<'_>> = match value.shape() {
                Shape::Scalar(_) => vec![value],
                Shape::Sequence => value.children().collect(),
                Shape::Mapping => value.entries().map(|(key, _)| key).collect(),
            };
            for node in found {
                if let Some(text) = node.text() {
                    names.entry(text.trim()).or_default().push(node.span());
                }
            }
        }
    }
    names
}
