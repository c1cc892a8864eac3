//! A key without a space behind its colon: `{who:heron}`, or `title:Foo` in a line of its own.

use super::instead::sure;
use super::text::{Text, finding_of};
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::plan::is_key;
use crate::source::{Slip, lines};

/// `{who:heron}`.
pub(super) fn in_brackets(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::FlowNoSpace) {
        let at = fault.at.range();
        let Some(colon) = text.source.text()[at.clone()].find(':') else { continue };
        let behind = at.start + colon + 1;
        let edits = vec![Splice { at: behind..behind, text: " ".to_owned() }];
        let mends = vec![finding_of(fault.slip, fault.at)];
        candidates.push(Candidate::new(mends, "fix-space-after-colon", edits, Safety::Safe).anew(at));
    }
}

/// `title:Foo`. Not sure where it may be a time or an address.
pub(super) fn in_line(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::NoSpaceAfterColon) {
        let (whole, at) = (text.source.text(), fault.at.range());
        let line = lines::first_text(whole, at.start).max(lines::start(whole, at.start));
        let before = whole[line..at.start].rsplit([' ', '{', '[', ',', '-']).next().unwrap_or_default();
        let is_name = is_key(before) || before.starts_with(char::is_alphabetic);
        let is_time = whole[at.end..].starts_with(|c: char| c.is_ascii_digit() || c == '/' || c == '\\');
        let edits = vec![Splice { at: at.end..at.end, text: " ".to_owned() }];
        let mends = vec![finding_of(fault.slip, fault.at)];
        let safety = sure(is_key(before) || (is_name && !is_time));
        let fix = Candidate::new(mends, "fix-space-after-colon", edits, safety);
        candidates.push(fix.anew(at.start - before.len()..lines::end(whole, at.start)));
    }
}

/// `title：Foo`, with the wide colon of another keyboard.
pub(super) fn wide(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::WideColon) {
        let at = fault.at.range();
        let has_space = text.source.text()[at.end..].starts_with([' ', '\t', '\n', '\r']);
        let colon = if has_space { ":" } else { ": " };
        let edits = vec![Splice { at, text: colon.to_owned() }];
        let mends = vec![finding_of(fault.slip, fault.at)];
        candidates.push(Candidate::new(mends, "fix-plain-colon", edits, Safety::Safe));
    }
}
