//! An entry under `accepted` that meets nothing is taken out. A guess: it may be kept for what comes back.

use super::nodes::Nodes;
use super::removal::{Entry, removal};
use super::text::Text;
use super::twice::entry_of;
use super::{Candidate, Mends, Safety};
use crate::plan::FindingName;
use crate::source::{Node, Shape};

/// Entries that are looked at in one round, each of which costs a walk along the list.
const MOST: usize = 2_000;

/// `- {finding: orphan, item: radio, because: …}` where that is no orphan any more.
pub(super) fn unused(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    let is_unused = |name| name == FindingName::UnusedAcceptance;
    if !text.findings.iter().any(|finding| is_unused(finding.name)) {
        return;
    }
    let nodes = text.nodes();
    for finding in text.findings.iter().filter(|finding| is_unused(finding.name)).take(MOST) {
        let Some(entry) = nodes.at(finding.at) else { continue };
        // What else may be unused, as a comment, is no entry.
        let Some(section) = section(&nodes, entry) else { continue };
        let Some(list) = nodes.parent(entry) else { continue };
        let others = || list.children().filter(|other| other.number() != entry.number());
        let before = others().take_while(|other| other.number() < entry.number()).last();
        let after = others().find(|other| other.number() > entry.number());
        let is_only = list.shape() == Shape::Mapping || others().next().is_none();
        let out = if is_only {
            Some(section)
        } else {
            let (before, after) =
                (before.map(|node| node.span().end as usize), after.map(|node| node.span().start as usize));
            Some(Entry { within: list, at: entry.span().range(), before, after })
        };
        if let Some(edit) = out.and_then(|out| removal(&out)) {
            let mends = vec![Mends { finding: finding.name, at: finding.at }];
            candidates.push(Candidate::new(mends, "fix-take-out", vec![edit], Safety::Unsafe));
        }
    }
}

/// The whole of `accepted`, where this is one of its entries.
fn section<'t>(nodes: &Nodes<'t>, entry: Node<'t>) -> Option<Entry<'t>> {
    let root = nodes.root()?;
    let (key, value) = root.entries().find(|(key, _)| key.text() == Some("accepted"))?;
    let is_entry = |node: Node<'t>| node.number() == entry.number();
    (is_entry(value) || value.children().any(is_entry)).then(|| entry_of(root, key, value))
}
