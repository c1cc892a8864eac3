//! A title where an id belongs: sure where one thing alone has that title.

use super::Candidate;
use super::instead::{instead, sure};
use super::text::{Text, word};
use crate::source::Slip;

/// `supports: Both villages use the road.`
pub(super) fn for_id(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::TitleForId, candidates, |fault, _, _| Some(sure(word(fault, "alone").is_some())));
}
