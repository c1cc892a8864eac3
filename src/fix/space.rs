//! A special space, which only looks like a plain one, becomes a plain one; a mark that cannot be seen goes.

use super::text::{Text, finding_of, meant};
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::source::{Slip, lines};

/// `title:\u{a0}Peace`.
pub(super) fn special(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    if text.read.tree.is_none() || text.faults_of(Slip::NoBreakSpace).next().is_none() {
        // Where the text cannot be read, the reader knows which lines: see `reader`.
        return;
    }
    for fault in text.faults_of(Slip::NoBreakSpace) {
        let at = fault.at.range();
        let mends = vec![finding_of(fault.slip, fault.at)];
        let whole = text.source.text();
        let edits = if let Some(meant) = meant(fault) {
            vec![Splice { at: at.clone(), text: meant.to_owned() }]
        } else {
            let spaces = whole[at.clone()].match_indices(lines::is_special_space);
            let plain = |(i, space): (usize, &str)| Splice {
                at: at.start + i..at.start + i + space.len(),
                text: " ".to_owned(),
            };
            spaces.map(plain).collect()
        };
        let line = lines::first_text(whole, at.start)..lines::end(whole, at.start);
        candidates.push(Candidate::new(mends, "fix-plain-space", edits, Safety::Safe).anew(line));
    }
}

/// A mark with a low number, as a bell. Others may stand for something: a line break of a word processor, a letter of an
/// old encoding.
pub(super) fn unseen(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::ControlCharacter) {
        let at = fault.at.range();
        let mark = text.source.text()[at.clone()].chars().next();
        if mark.is_some_and(|c| matches!(c, '\u{1}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}')) {
            let mends = vec![finding_of(fault.slip, fault.at)];
            let edits = vec![Splice { at, text: String::new() }];
            candidates.push(Candidate::new(mends, "fix-unseen", edits, Safety::Safe));
        }
    }
}
