//! A text between braces that a comma cuts gets quotes. What stands behind the comma has no colon, so it is no key; only
//! where it begins with a word of the format could it be one with its value or its colon missing.

use super::Candidate;
use super::curly::straightened;
use super::instead::sure;
use super::nodes::Nodes;
use super::quote::{is_whole, quoted};
use super::text::{Text, finding_of};
use crate::plan::is_key;
use crate::source::{Node, Shape, Slip, Style, opens_curly};

/// `{title: one, two}`.
pub(super) fn in_braces(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    if text.faults_of(Slip::CommaInFlowText).next().is_none() {
        return;
    }
    let nodes = text.nodes();
    for fault in text.faults_of(Slip::CommaInFlowText) {
        let Some((value, cut)) = nodes.at(fault.at).and_then(|key| cut_text(&nodes, key)) else { continue };
        let end = cut.last().map_or(value.span().end, |key| key.span().end);
        let range = value.span().start as usize..end as usize;
        let is_text = cut.iter().all(|key| key.text().is_some_and(|text| !is_key(first_word(text))));
        let mends = vec![finding_of(fault.slip, fault.at)];
        // Quotes that a word processor made curly.
        let has_quotes = text.source.text()[range.clone()].starts_with(opens_curly);
        let fix = match straightened(text, range.clone()).filter(|_| has_quotes) {
            Some((edits, _)) => Candidate::new(mends, "fix-straight-quotes", edits, sure(is_text)),
            None if has_quotes => continue,
            None => {
                let safety = sure(is_text && is_whole(&text.source.text()[range.clone()]));
                Candidate::new(mends, "fix-quotes", quoted(text.source, range.clone()), safety)
            }
        };
        candidates.push(fix.anew(range));
    }
}

/// `influence` of `influence low` and of `influence;low`.
fn first_word(text: &str) -> &str {
    let text = text.trim();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The value before this key, and the keys that belong to its text.
fn cut_text<'t>(nodes: &Nodes<'t>, key: Node<'t>) -> Option<(Node<'t>, Vec<Node<'t>>)> {
    let mapping = nodes.parent(key)?;
    let mut before = None;
    let mut entries = mapping.entries().skip_while(|(other, value)| {
        let is_before = other.number() < key.number();
        if is_before {
            before = Some(*value);
        }
        is_before
    });
    let text = key.source().text();
    let has_no_colon = |(key, value): &(Node<'t>, Node<'t>)| {
        value.is_unwritten() && !text[key.span().end as usize..].trim_start().starts_with(':')
    };
    let cut: Vec<Node<'t>> = entries.by_ref().take_while(has_no_colon).map(|(key, _)| key).collect();
    let before = before.filter(|value| value.shape() == Shape::Scalar(Style::Plain))?;
    Some((before, cut))
}
