//! People and the group.

pub mod carries_most;
pub mod dual_role;
pub mod exposed;
pub mod no_access;
pub mod no_decision_rule;
pub mod no_deputy;
pub mod no_host;
pub mod no_owner;
pub mod one_sided_team;
pub mod overload;
pub mod single_insider;
#[cfg(test)]
mod tests;
pub mod unreached;

use crate::plan::{Access, Id, Party};

/// Those whom a party trusts enough to work with, in the order of the text.
fn insiders(party: &Party) -> impl Iterator<Item = Id> + '_ {
    party.access.iter().filter(|(_, access)| access.value >= Access::Working).map(|(person, _)| person.id)
}

/// Whether a list or a law forbids support to this party.
fn is_proscribed(party: &Party) -> bool {
    party.proscribed.is_some_and(|proscribed| proscribed.value)
}
