//! A text in single quotes with an apostrophe in it gets double ones: sure where the text ends with its quote, and every
//! other one stands between two letters.

use super::quote::{escaped, value_in_line};
use super::text::{Text, finding_of};
use super::{Candidate, Safety};
use crate::edit::Splice;
use crate::source::Slip;

/// `title: 'The herder's daughter'`.
pub(super) fn in_single_quotes(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::Apostrophe) {
        let Some(value) = value_in_line(text.source, fault.at.start as usize) else { continue };
        let written = &text.source.text()[value.clone()];
        let inside = written.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
        let Some(inside) =
            inside.filter(|inside| inside.match_indices('\'').all(|(at, _)| is_inside(inside, at)))
        else {
            continue;
        };
        let within = value.start + 1..value.start + 1 + inside.len();
        let quote = |at: usize| Splice { at: at..at + 1, text: "\"".to_owned() };
        let edits = std::iter::once(quote(value.start))
            .chain(escaped(text.source, within.clone()))
            .chain([quote(within.end)])
            .collect();
        let mends = vec![finding_of(fault.slip, fault.at)];
        candidates.push(Candidate::new(mends, "fix-double-quotes", edits, Safety::Safe).anew(value));
    }
}

fn is_inside(text: &str, at: usize) -> bool {
    text[..at].ends_with(char::is_alphanumeric) && text[at + 1..].starts_with(char::is_alphanumeric)
}
