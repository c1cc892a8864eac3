//! Choices and assumptions: whether all choices can be made together, by whom, by when and why, and what hangs on them.

pub mod blocked_by_choice;
pub mod broken_assumption;
pub mod clashing_choices;
pub mod closed_option;
pub mod decision_due;
pub mod hangs_on_choice;
pub mod no_decider;
pub mod no_scheme;
pub mod one_option;
pub mod open_ended_later;
pub mod open_question;
#[cfg(test)]
mod tests;
pub mod unreasoned_choice;

use crate::plan::{Choice, Plan};

/// Whether nothing is chosen yet. What could not be read may have been a decision.
fn is_undecided(plan: &Plan, choice: &Choice) -> bool {
    choice.chosen.is_none() && !plan.is_faulty(Some(choice.id), "chosen")
}
