//! Yes or no, written in another way. There are only two, so `Yes`, `TRUE` and `1` can be nothing else; but `on` may be a
//! `no` with its letters changed about.

use super::Candidate;
use super::instead::{instead, sure};
use super::text::Text;
use crate::source::Slip;

/// `insider: TRUE`.
pub(super) fn spelt_out(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::BadYesNo, candidates, |_, written, _| {
        Some(sure(!written.eq_ignore_ascii_case("on")))
    });
}
