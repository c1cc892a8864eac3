//! `supports` with a list of one says the same without the list.

use super::text::Text;
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::source::{Node, Shape, Style};

/// `supports: [corridor-map]`.
pub(super) fn supports(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    let Some(root) = text.root() else { return };
    for mapping in root.within().filter(|node| node.shape() == Shape::Mapping) {
        let supports = mapping.entries().filter(|(key, _)| key.text() == Some("supports"));
        candidates.extend(supports.filter_map(|(key, list)| unlisted(key, list)));
    }
}

fn unlisted(key: Node<'_>, list: Node<'_>) -> Option<Candidate> {
    if list.shape() != Shape::Sequence {
        return None;
    }
    let mut entries = list.children();
    let entry = entries.next().filter(|_| entries.next().is_none())?;
    let is_word =
        matches!(entry.shape(), Shape::Scalar(Style::Plain | Style::Quoted)) && !entry.is_unwritten();
    let (text, inner) = (key.source().text(), entry.span().range());
    if !is_word || text[inner.clone()].contains(['\n', '\r']) {
        return None;
    }
    let gone = |at: std::ops::Range<usize>| Splice { at, text: String::new() };
    let edits = if list.has_brackets() {
        let outer = list.span().range();
        vec![gone(outer.start..inner.start), gone(inner.end..outer.end)]
    } else {
        let end = key.span().end as usize;
        let colon = end + text[end..inner.start].find(':')? + 1;
        vec![Splice { at: colon..inner.start, text: " ".to_owned() }]
    };
    // Nothing but signs may go, least of all a comment.
    let is_bare =
        |edit: &Splice| text[edit.at.clone()].chars().all(|c| c.is_whitespace() || "[]-,".contains(c));
    edits.iter().all(is_bare).then(|| Candidate::new(Vec::new(), "fix-no-list", edits, Safety::Safe))
}
