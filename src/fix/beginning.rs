//! A text that begins with a sign that YAML reads in its own way gets quotes.
//!
//! `@home`, `%5`, `` `x` `` and `[urgent] Visit` can only be texts; after `-`, `*`, `&`, `!` or `|` something else may be
//! meant.

use super::Candidate;
use super::instead::sure;
use super::quote::{quoted, value_in_line};
use super::text::{Text, finding_of, word};
use crate::source::Slip;

/// `title: @home`.
pub(super) fn with_sign(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for slip in [Slip::Character, Slip::Alias, Slip::Anchor, Slip::Tag] {
        for fault in text.faults_of(slip) {
            let at = fault.at.range();
            let Some(value) = value_in_line(text.source, at.start).filter(|value| value.start == at.start)
            else {
                continue;
            };
            let sign = word(fault, "character").unwrap_or_default();
            let written = &text.source.text()[value.clone()];
            let is_text = matches!(sign, "@" | "%" | "`")
                || (sign == ">" && written[1..].starts_with(' '))
                || (sign == "[" && written.contains("] ") && !written.ends_with(']'));
            let mends = vec![finding_of(fault.slip, fault.at)];
            let fix = Candidate::new(mends, "fix-quotes", quoted(text.source, value.clone()), sure(is_text));
            candidates.push(fix.anew(value));
        }
    }
}
