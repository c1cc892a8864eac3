//! The name of a finding that is misspelt. They are long and few: one slip of the hand, near one of them, is that one.

use super::Candidate;
use super::instead::{instead, sure};
use super::spelling::{one_slip, same_word};
use super::text::{Text, word};
use crate::source::Slip;

/// `finding: single_insider`.
pub(super) fn misspelt(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::BadFinding, candidates, |fault, written, meant| {
        let is_near = word(fault, "alone").is_some() && one_slip(written, meant);
        Some(sure(same_word(written, meant) || is_near))
    });
}
