//! `scf cooperation`.

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared};
use crate::report::cooperation::{self, Cooperation};
use std::io::Write;

/// Which organisation does what: who leads, who works, who goes to whom, which hand-over nobody holds
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf cooperation plan.scf.yaml                   For each objective
  scf cooperation plan.scf.yaml --activities      For each activity too
  scf cooperation plan.scf.yaml --format markdown For a meeting of the organisations
", after_long_help = "\
Nothing is told of a single person. The organisation of owners and teams is told where at least two people of the plan \
belong to it; else only where the plan names it itself, with lead: or partners:.")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
    /// Tell of each activity too
    #[arg(long)]
    pub activities: bool,
}

/// Tells which organisation does what.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(whole) = args.one.whole(shared)? else { return Ok(Outcome::Weak) };
    let wording = args.one.wording(&whole, shared);
    let of = if args.activities { Cooperation::with_activities } else { Cooperation::of };
    let cooperation = of(&whole.plan, &whole.graph);
    match shared.format {
        Format::Json => cooperation::json(&cooperation, &whole, wording, shared.today, out)?,
        Format::Csv => cooperation::sheet(&cooperation, wording).csv(out)?,
        Format::Markdown => {
            out.write_all(cooperation::markdown(&cooperation, &whole, wording).as_bytes())?;
        }
        _ => out.write_all(cooperation::text(&cooperation, &whole, wording, shared.width).as_bytes())?,
    }
    Ok(Outcome::Sound)
}
