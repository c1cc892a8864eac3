//! Curly quotes around a value become straight ones. A word processor made them of what was typed as quotes.

use super::quote::escaped;
use super::text::{Text, finding_of, meant};
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::source::{Slip, closes_curly, lines, opens_curly};
use std::ops::Range;

/// `title: “Peace”`.
pub(super) fn around(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::CurlyQuotes) {
        let mends = vec![finding_of(fault.slip, fault.at)];
        let candidate = |edits| Candidate::new(mends, "fix-straight-quotes", edits, Safety::Safe);
        let at = fault.at.range();
        if let Some(meant) = meant(fault) {
            // A key.
            candidates.push(candidate(vec![Splice { at: at.clone(), text: meant.to_owned() }]).anew(at));
        } else if let Some((edits, at)) = straightened(text, at) {
            candidates.push(candidate(edits).anew(at));
        }
    }
}

/// What makes the quotes straight, and the bytes from the one to the other.
pub(super) fn straightened(text: &Text<'_>, at: Range<usize>) -> Option<(Vec<Splice>, Range<usize>)> {
    let whole = text.source.text();
    let written = &whole[at.clone()];
    let first = written.chars().next()?;
    if at.len() == first.len_utf8() {
        // Only the one that closes.
        return Some((vec![straight(at.clone())], at));
    }
    if !opens_curly(first) {
        return None;
    }
    let closes = |c: char| closes_curly(c) || c == '"';
    let mut last =
        written.char_indices().next_back().filter(|&(_, c)| closes(c)).map(|(i, c)| (at.start + i, c));
    if last.is_none() {
        // A comma has cut it.
        let rest = &whole[at.end..lines::end(whole, at.end)];
        let rest = &rest[..rest.find(['}', ']']).unwrap_or(rest.len())];
        last = rest.char_indices().rev().find(|&(_, c)| closes_curly(c)).map(|(i, c)| (at.end + i, c));
    }
    let (close, c) = last?;
    let inside = at.start + first.len_utf8()..close;
    if whole[inside.clone()].contains(['“', '”', '„', '‟']) {
        return None;
    }
    let mut edits = vec![straight(at.start..inside.start)];
    edits.extend(escaped(text.source, inside));
    edits.push(straight(close..close + c.len_utf8()));
    Some((edits, at.start..close + c.len_utf8()))
}

fn straight(at: Range<usize>) -> Splice {
    Splice { at, text: "\"".to_owned() }
}
