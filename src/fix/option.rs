//! An option without its choice: `map-first` where `order.map-first` is meant. The reader tells which only where one
//! option of all choices has this name.

use super::instead::instead;
use super::text::Text;
use super::{Candidate, Safety};
use crate::source::Slip;

/// `only_if: map-first`.
pub(super) fn without_choice(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::BadOption, candidates, |_, _, _| Some(Safety::Safe));
}
