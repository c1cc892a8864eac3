//! A day that is written in another way.
//!
//! `2027-1-5`, `5 January 2027` and `25/03/2027` are one day each, whoever reads them. `12/03/2027` is two: nothing is
//! written in its place without a person. Nor where more than a day is written, as a time that would be lost. Nor is
//! `2027-06-3`: whoever writes a nought before the month means to write two signs for the day.

use super::Candidate;
use super::instead::{instead, sure};
use super::text::{Text, meant};
use crate::source::Slip;

/// `2027/1/5`, `March 1, 2027`.
pub(super) fn in_other_form(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::BadDate, candidates, |_, written, _| Some(sure(is_only_a_day(written))));
}

/// `25/03/2027`.
pub(super) fn in_other_order(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    instead(text, Slip::DateOrder, candidates, |fault, written, _| {
        let is_one = meant(fault).is_some_and(|meant| !meant.contains(", "));
        Some(sure(is_one && is_only_a_day(written)))
    });
}

/// Whether a text is a day, a month and a year, and nothing else.
fn is_only_a_day(text: &str) -> bool {
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let is_part = |part: &&str| {
        let word = part.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_ordinal = word.len() < part.len() && matches!(word, "st" | "nd" | "rd" | "th");
        word.is_empty() || is_ordinal || (word.len() == part.len() && word.chars().all(char::is_alphabetic))
    };
    let has_word = |part: &&&str| part.chars().all(char::is_alphabetic);
    let is_padded = |part: &&str| part.len() == 2 && part.starts_with('0');
    let is_short = |part: &&str| part.len() == 1;
    let lost_a_sign = parts.iter().any(is_padded) && parts.iter().any(is_short);
    !lost_a_sign && parts.len() == 3 && parts.iter().all(is_part) && parts.iter().filter(has_word).count() < 2
}
