//! What is written twice and says the same: a key with its value, an id in a list.

use super::nodes::Nodes;
use super::removal::{Entry, removal};
use super::text::{Text, finding_of};
use super::{Candidate, Safety};
use crate::source::{Fault, Node, Shape, Slip};
use std::collections::HashSet;
use unicode_normalization::UnicodeNormalization as _;

/// Fields that take ids of which each counts once.
pub(super) const LISTS: [&str; 15] = [
    "supports",
    "depends_on",
    "feeds_back",
    "assumes",
    "with",
    "partners",
    "team",
    "deputy",
    "for",
    "funded_by",
    "known_to",
    "represents",
    "without",
    "about",
    "excludes",
];

/// `title: A` and again `title: A`.
pub(super) fn key(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    if text.faults_of(Slip::SameKeyTwice).next().is_none() {
        return;
    }
    let nodes = text.nodes();
    let all = text.read.faults.iter().filter(|fault| fault.slip == Slip::SameKeyTwice);
    let parent = |fault: &Fault| Some(nodes.parent(nodes.at(fault.at)?)?.number());
    // Two things whose line between them is lost look like one with its keys twice. Then what they share is no repetition.
    let run_together: HashSet<u32> =
        all.filter(|fault| said_again(&nodes, fault).is_none()).filter_map(parent).collect();
    for fault in text.faults_of(Slip::SameKeyTwice) {
        let Some((second, value)) = said_again(&nodes, fault) else { continue };
        let mapping = nodes.parent(second).filter(|mapping| !run_together.contains(&mapping.number()));
        let edit = mapping.and_then(|mapping| removal(&entry_of(mapping, second, value)));
        if let Some(edit) = edit {
            let mends = vec![finding_of(fault.slip, fault.at)];
            candidates.push(Candidate::new(mends, "fix-once", vec![edit], Safety::Safe));
        }
    }
}

/// The second of two keys that are the same, with its value, where that is the same text as behind the first.
fn said_again<'t>(nodes: &Nodes<'t>, fault: &Fault) -> Option<(Node<'t>, Node<'t>)> {
    let first = nodes.value_of(nodes.at(fault.related.as_ref()?.0)?)?;
    let key = nodes.at(fault.at)?;
    let second = nodes.value_of(key)?;
    (first.text().is_some() && first.text() == second.text()).then_some((key, second))
}

/// A key with its value as an entry of its mapping.
pub(super) fn entry_of<'t>(within: Node<'t>, key: Node<'t>, value: Node<'t>) -> Entry<'t> {
    let end = |key: Node<'_>, value: Node<'_>| key.span().end.max(value.span().end) as usize;
    let before = within.entries().take_while(|(other, _)| other.number() < key.number()).last();
    let after = within.entries().find(|(other, _)| other.number() > key.number());
    Entry {
        within,
        at: key.span().start as usize..end(key, value),
        before: before.map(|(key, value)| end(key, value)),
        after: after.map(|(key, _)| key.span().start as usize),
    }
}

/// `team: [heron, teal, heron]`.
pub(super) fn in_list(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    let Some(root) = text.root() else { return };
    for mapping in root.within().filter(|node| node.shape() == Shape::Mapping) {
        for (key, list) in mapping.entries() {
            if list.shape() == Shape::Sequence && key.text().is_some_and(|key| LISTS.contains(&key)) {
                candidates.extend(repeats(list));
            }
        }
    }
}

/// What takes out the entries of a list that stand in it before already.
fn repeats(list: Node<'_>) -> Vec<Candidate> {
    let mut seen: HashSet<String> = HashSet::new();
    let mut before = None;
    let mut removals = Vec::new();
    for entry in list.children() {
        let range = entry.span().range();
        let is_again =
            entry.text().is_some_and(|id| !entry.is_unwritten() && !seen.insert(id.trim().nfc().collect()));
        if is_again
            && let Some(edit) = removal(&Entry { within: list, at: range.clone(), before, after: None })
        {
            removals.push(Candidate::new(Vec::new(), "fix-once", vec![edit], Safety::Safe));
        }
        before = Some(range.end);
    }
    removals
}
