//! `scf commit`.

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared};
use crate::report::commit::{self, Package};
use std::io::Write;

/// What to decide now, what to explore first, what can wait; and the open questions beside it
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf commit plan.scf.yaml                              On the screen
  scf commit plan.scf.yaml --format markdown > paper.md For a meeting
", after_long_help = "\
When a choice is to be made stands in the plan: commitment: now, explore, later or reserve, with decide_by: and \
trigger: beside it.")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
}

/// Tells the commitment package of a plan.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(whole) = args.one.whole(shared)? else { return Ok(Outcome::Weak) };
    let wording = args.one.wording(&whole, shared);
    let package = Package::of(&whole.plan, &whole.graph, shared.today);
    match shared.format {
        Format::Json => commit::json(&package, &whole, wording, shared.today, out)?,
        Format::Markdown => out.write_all(commit::markdown(&package, &whole, wording).as_bytes())?,
        _ => out.write_all(commit::text(&package, &whole, wording, shared.width).as_bytes())?,
    }
    Ok(Outcome::Sound)
}
