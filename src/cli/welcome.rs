//! `scf` alone: what it is, and where to begin.

use super::{Outcome, Shared};
use std::io::Write;

/// Says what there is.
///
/// # Errors
/// Where it cannot be written.
pub fn run(shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    writeln!(out, "{}", shared.say("welcome", &[]))?;
    Ok(Outcome::Sound)
}
