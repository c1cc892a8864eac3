//! `scf inclusion`.

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared};
use crate::report::inclusion::{self, Inclusion};
use std::io::Write;

/// Whom the work is with, from analysis to follow-up, and how far they have a say
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf inclusion plan.scf.yaml                    On the screen
  scf inclusion plan.scf.yaml --format markdown  For a meeting
  scf inclusion plan.scf.yaml --format csv       For a spreadsheet
", after_long_help = "\
The kind: of the work says to which part it belongs. Analysis, agreement and follow-up are as written; contact, shuttle, \
talks, training and outreach are talks; all other work, and work without a kind, is other work. How far somebody has a \
say stands in the plan: with: {market-women: consult}; inform, consult, take-part or decide.")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
}

/// Tells whom the work is with, how far.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(whole) = args.one.whole(shared)? else { return Ok(Outcome::Weak) };
    let wording = args.one.wording(&whole, shared);
    let inclusion = Inclusion::of(&whole.plan, &whole.graph);
    match shared.format {
        Format::Json => inclusion::json(&inclusion, &whole, wording, shared.today, out)?,
        Format::Csv => inclusion::sheet(&inclusion, wording).csv(out)?,
        Format::Markdown => out.write_all(inclusion::markdown(&inclusion, &whole, wording).as_bytes())?,
        _ => out.write_all(inclusion::text(&inclusion, &whole, wording, shared.width).as_bytes())?,
    }
    Ok(Outcome::Sound)
}
