//! Why a finding counts nowhere, in words: the one place that every format takes it from.

use super::Wording;
use crate::findings::{Acceptance, Finding, Reason, Subject};
use crate::plan::{Sensitivity, Severity};
use jiff::civil::Date;
use std::borrow::Cow;

/// Why a finding counts nowhere, as far as it may be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordedAcceptance<'a> {
    /// By what: `entry`, `comment`, `baseline` or `settings`.
    pub by: &'static str,
    /// It stands in the text of the plan.
    pub is_in_plan: bool,
    /// These are words that the team has written.
    pub is_written: bool,
    /// Why; nothing where it may not be told.
    pub because: Option<Cow<'a, str>>,
    /// The last day on which it is accepted.
    pub until: Option<Date>,
    /// Since which day it has stood in the baseline.
    pub since: Option<Date>,
}

impl<'a> Wording<'a> {
    /// Why a finding counts nowhere; nothing where it counts.
    #[must_use]
    pub fn acceptance(self, finding: &Finding) -> Option<WordedAcceptance<'a>> {
        let acceptance = finding.accepted?;
        let say = |message: &str, args| Some(Cow::Owned(self.catalogue.say(message, args)));
        let Reason { because, until } = match acceptance {
            Acceptance::Baseline { since } => {
                let because = say("accepted-by-baseline", &[("since", since.to_string().into())]);
                return Some(WordedAcceptance { because, since: Some(since), ..Self::unwritten(acceptance) });
            }
            Acceptance::Settings { to } => {
                let level = to.map_or("off", Severity::name);
                let because = say("accepted-by-settings", &[("level", level.into())]);
                return Some(WordedAcceptance { because, ..Self::unwritten(acceptance) });
            }
            Acceptance::Entry(_) | Acceptance::Comment(_) => acceptance.written(self.plan?)?,
        };
        let is_hidden = matches!(finding.subject, Subject::Thing(id) if self.hides(id));
        // A reason has no sensitivity of its own; what does not say is for the team.
        let is_told = self.include.is_none_or(|include| include >= Sensitivity::Team) && !is_hidden;
        let because = is_told.then_some(Cow::Borrowed(because));
        Some(WordedAcceptance { because, until, is_written: true, ..Self::unwritten(acceptance) })
    }

    fn unwritten(acceptance: Acceptance) -> WordedAcceptance<'a> {
        WordedAcceptance {
            by: acceptance.name(),
            is_in_plan: acceptance.is_in_plan(),
            is_written: false,
            because: None,
            until: None,
            since: None,
        }
    }

    /// The reason, or what stands in the place of one that may not be told.
    #[must_use]
    pub fn because(self, acceptance: &WordedAcceptance<'a>) -> Cow<'a, str> {
        let hidden = || Cow::Owned(self.catalogue.say("core-item", &[]));
        acceptance.because.clone().unwrap_or_else(hidden)
    }
}
