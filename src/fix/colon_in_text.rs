//! A colon inside a text without quotes: the text gets quotes.
//!
//! Sure where the whole text stands behind a key or a hyphen in its line. Not where one of its words is a key of the
//! format, so that two lines may have run together, nor where a quote or bracket is left over, nor between brackets, where a comma may be missing.

use super::Candidate;
use super::instead::sure;
use super::quote::{is_whole, quoted, value_in_line};
use super::text::{Text, finding_of, word};
use crate::plan::is_key;
use crate::source::Slip;

/// `title: Peace: at last`.
pub(super) fn in_line(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::ColonInText) {
        if word(fault, "brackets") == Some("yes") {
            continue;
        }
        let at = fault.at.range();
        let Some(value) = value_in_line(text.source, at.start).filter(|value| value.contains(&at.start))
        else {
            continue;
        };
        let written = &text.source.text()[value.clone()];
        if written.starts_with(['"', '\'', '{', '[', '&', '*', '!', '|', '>']) {
            continue;
        }
        let before = |(colon, _): (usize, &str)| written[..colon].rsplit(' ').next().unwrap_or_default();
        let is_run_together =
            written.match_indices(": ").map(before).any(|word| is_key(&word.to_lowercase()));
        let mends = vec![finding_of(fault.slip, fault.at)];
        let safety = sure(!is_run_together && is_whole(written));
        let fix = Candidate::new(mends, "fix-quotes", quoted(text.source, value.clone()), safety);
        candidates.push(fix.anew(value));
    }
}
