//! Findings in words that strangers may read, as in a public log.

use super::{Worded, Wording};
use crate::findings::{Finding, Subject, Value};
use crate::plan::Sensitivity;
use crate::source::{Slip, masked};
use std::borrow::Cow;

/// Those with which a fault quotes the text at its place.
const QUOTING_IN_FAULTS: [&str; 8] = ["value", "title", "rest", "word", "key", "before", "id", "meant"];
/// Longest word that is taken for an id or a key, in characters.
const LONGEST_CODE: usize = 64;
/// In the place of words that are not told.
const LEFT_OUT: &str = "…";

impl<'a> Wording<'a> {
    /// The same as [`Self::of`], for a place that strangers may read, such as a public log. Nobody can say who may read what a faulty text
    /// says outside of a thing that was read, so of that only ids and keys are told.
    #[must_use]
    pub fn guarded(self, finding: &'a Finding) -> Worded<'a> {
        let mut worded = self.of(finding);
        let is_vouched_for = matches!(finding.subject, Subject::Thing(_));
        if finding.slip.is_none()
            || is_vouched_for
            || self.include.is_none_or(|most| most == Sensitivity::Core)
        {
            return worded;
        }
        let texts = finding.facts.iter().filter_map(|(name, value)| match value {
            Value::Text(text) if QUOTING_IN_FAULTS.contains(name) => Some((*name, &**text)),
            _ => None,
        });
        for (name, _) in texts.filter(|(_, text)| !is_code(text)) {
            worded.args.set(name, LEFT_OUT);
            if finding.slip == Some(Slip::BadId) {
                // The id that would do is made of the words.
                worded.args.set("meant", LEFT_OUT);
            }
        }
        if matches!(&finding.subject, Subject::Unread(name) if !is_code(name)) {
            worded.args.set("item", LEFT_OUT);
        }
        worded
    }

    /// The id of what a finding is about, where strangers may read it.
    #[must_use]
    pub fn guarded_item(self, finding: &'a Finding) -> Option<&'a str> {
        let plan = self.plan?;
        let id = match &finding.subject {
            Subject::Thing(id) => (!self.hides(*id)).then(|| plan.names.name(*id)),
            Subject::Unread(name) => Some(&**name),
            Subject::Plan(_) => None,
        };
        // What cannot be an id may be any words, and an id that is a phone number is told to nobody.
        id.filter(|id| is_code(id) && matches!(masked(id), Cow::Borrowed(_)))
    }
}

/// Whether a text is one word, as ids and keys are.
fn is_code(text: &str) -> bool {
    let is_of_code = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    text.chars().take(LONGEST_CODE + 1).count() <= LONGEST_CODE && text.chars().all(is_of_code)
}
