//! `scf report`.

use super::check::Include;
use super::to_file::ToFile;
use super::{Format, HELP, Outcome, Shared, plans};
use crate::check;
use crate::page;
use crate::plan::Sensitivity;
use std::io::Write;
use std::path::PathBuf;

/// All that is told of a plan, on one page for a browser, for paper, or for a wiki
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf report plan.scf.yaml --output plan.html   A page to open in a browser, or to print
  scf report plan.scf.yaml --output plan.md     The same as Markdown, for a wiki
  scf report plan.scf.yaml -o plan.html --include partners
                                                A page that partners may see
", after_long_help = "\
The page is one file. It loads nothing from anywhere, works without a network, and prints on A4. Things of a sensitivity \
above --include are left out, and the page says how many they are.

On the page one can move in the picture, find things, and take away several at once to see what falls.")]
pub struct Args {
    /// A file, a folder with one plan, or - for standard input; without it, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// Where the page goes.
    #[command(flatten)]
    pub to_file: ToFile,
    /// Tell things up to this sensitivity, and leave out the others
    #[arg(long, value_enum, value_name = "LEVEL", default_value_t = Include::Team)]
    pub include: Include,
}

/// Writes the page of a plan.
///
/// # Errors
/// Where no plan is meant, or the page cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let (source, options) = plans::one(args.plan.as_deref(), shared)?;
    let mut check = check::check(source, &options);
    check.veil_nested();
    if check.read().is_none() {
        super::faults::complain(&check, shared);
        return Ok(Outcome::Weak);
    }
    let options = page::Options {
        catalogue: &shared.catalogue,
        include: Sensitivity::from(args.include),
        today: shared.today,
        live: None,
    };
    let outcome = args.to_file.write("report", &check.source.path, shared, out, |out| {
        let page = match shared.format {
            Format::Markdown => page::markdown(&check, &options),
            _ => page::html(&check, &options),
        };
        Ok(out.write_all(page.as_bytes())?)
    })?;
    let left_out = page::left_out(&check, &options);
    if outcome == Outcome::Sound && left_out > 0 && !shared.quiet {
        shared.complain(&shared.say("draw-left-out", &[("count", left_out.into())]));
    }
    Ok(outcome)
}
