//! A word of a fixed list that is misspelt, or another word for the same.
//!
//! `Planned` and `plannd` can only be `planned`. `ongoing` is most likely `active`, but that is the reader's idea of it.

use super::Candidate;
use super::instead::{instead, sure};
use super::spelling::{one_slip_of_known, same_word};
use super::text::Text;
use crate::source::Slip;

/// `status: Planned`.
pub(super) fn misspelt(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::MisspeltWord, candidates, |_, written, meant| {
        Some(sure(same_word(written, meant) || one_slip_of_known(written, meant)))
    });
}
