//! `scf settings`.

use super::check::severities;
use super::{Format, HELP, Outcome, Shared, plans};
use crate::check::{self, Whole};
use crate::report::settings::{self, Extent, Telling};
use crate::settings::{FailOn, Flags, Held, InForce};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Which settings are in force for a plan, and where each comes from
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf settings                              The plan in this folder; without one, the folder
  scf settings plan.scf.yaml                One plan
  scf settings --all plan.scf.yaml          Also what weighs as it always does
  scf settings --format json plan.scf.yaml  For a program
", after_long_help = "\
A team writes what holds for all its plans into a file scf.toml, in the folder of the plans or in one above it; the \
nearest one upwards from a plan holds, and no other. Thresholds and weights of the plan itself go before it, options of \
the command line before both.")]
pub struct Args {
    /// A file, a folder, or - for standard input; without it, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// Tell every setting, also of findings that weigh as they always do
    #[arg(long)]
    pub all: bool,
    /// Tell it as if check had this option
    #[arg(long, value_name = "NAME=LEVEL", value_delimiter = ',')]
    pub severity: Vec<String>,
    /// Tell it as if check had this option
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// Tell it as if check had this option
    #[arg(long, value_name = "WHETHER", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(hide_possible_values = true)]
    pub fail_on_dated: Option<bool>,
}

/// Tells what is in force.
///
/// # Errors
/// Where a plan is named that cannot be read, its settings cannot be used, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let flags = Flags {
        severity: severities(&args.severity, shared)?,
        fail_on: args.fail_on,
        fail_on_dated: args.fail_on_dated,
    };
    let meant = match plans::one_or_folder(args.plan.as_deref(), shared)? {
        Ok(file) => {
            let options = plans::options(&file, shared)?;
            match check::whole(plans::open(&file, shared)?, &options) {
                Ok(whole) => About::Plan(Box::new(whole)),
                Err(check) => {
                    super::faults::complain(&check, shared);
                    return Ok(Outcome::Weak);
                }
            }
        }
        Err(folder) => About::Folder(shared.settings.of_folder(&folder)),
    };
    let (team, plan, title) = match &meant {
        About::Plan(whole) => {
            (whole.settings.as_deref(), Some((&whole.source, &whole.plan.settings)), Some(whole.title()))
        }
        About::Folder(Ok(settings)) => (settings.as_deref(), None, None),
        About::Folder(Err(unusable)) => anyhow::bail!(plans::unusable_settings(unusable, shared)),
    };
    let in_force = InForce::of(team, plan, &flags);
    let is_unasked = shared.settings.is_unasked();
    let named = args.plan.as_deref().map(Path::to_string_lossy);
    let telling = Telling {
        in_force: &in_force,
        title,
        named: named.as_deref(),
        is_unasked,
        catalogue: &shared.catalogue,
    };
    let extent = if args.all || shared.verbose { Extent::Everything } else { Extent::Usual };
    match shared.format {
        Format::Json => settings::json(telling, shared.today, out)?,
        Format::Csv => settings::sheet(telling).csv(out)?,
        Format::Markdown => out.write_all(settings::markdown(telling).as_bytes())?,
        _ => settings::text(telling, extent, shared.width, out)?,
    }
    Ok(Outcome::Sound)
}

/// What is asked about.
enum About {
    Plan(Box<Whole>),
    Folder(Held),
}
