//! The tag of a language, joined by another sign: `en_GB` is `en-GB`.

use super::instead::instead;
use super::text::Text;
use super::{Candidate, Safety};
use crate::source::Slip;

/// `language: en_GB`.
pub(super) fn joined(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::BadLanguage, candidates, |_, _, _| Some(Safety::Safe));
}
