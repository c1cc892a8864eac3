//! A text that ` #` cuts off gets quotes. A guess: what follows may be a remark after all.

use super::quote::{quoted, value_in_line};
use super::text::{Text, finding_of};
use super::{Candidate, Safety};
use crate::source::{Slip, lines};

/// `title: Visit camp #3 again`.
pub(super) fn in_text(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for fault in text.faults_of(Slip::HashInText) {
        let at = fault.at.range();
        let Some(value) = value_in_line(text.source, at.start) else { continue };
        let whole = text.source.text();
        let end = lines::end(whole, at.start);
        let value = value.start..value.start + whole[value.start..end].trim_end().len();
        if whole[value.clone()].starts_with(['"', '\'', '|', '>']) {
            continue;
        }
        let mends = vec![finding_of(fault.slip, fault.at)];
        let fix = Candidate::new(mends, "fix-quotes", quoted(text.source, value.clone()), Safety::Unsafe);
        candidates.push(fix.anew(value));
    }
}
