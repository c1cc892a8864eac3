//! `scf diff`.

use super::check::Include;
use super::{Format, HELP, Outcome, Shared, plans, revision};
use crate::check::{GateAsked, Options, check};
use crate::compare::Comparison;
use crate::report::compare::{self, Telling};
use crate::settings::FailOn;
use crate::source::Source;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What has changed from one plan to another, and in what is weak about it
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf diff last-year.scf.yaml plan.scf.yaml          Two files
  scf diff --git HEAD plan.scf.yaml                  What has changed since the last commit
  scf diff --git main --format markdown > diff.md    For a comment on a change
  scf diff --git main --fail-on error plan.scf.yaml  For a check that runs by itself
", after_long_help = "\
What is the same in both plans is known by its id; what has no id that somebody wrote, or another one now, by its title. \
Nothing leaves this computer, and no plan is changed.

It ends with 0 where no finding is new that is at or above --fail-on, with 1 where one is, and with 2 where a plan or \
the command could not be read. What was weak before counts for nothing. Where the old plan cannot be read, all that is found in the \
new one counts as new.")]
pub struct Args {
    /// The old plan; with --git, the only one, and without it the plan in this folder
    #[arg(value_name = "OLD")]
    pub old: Option<PathBuf>,
    /// The new plan
    #[arg(value_name = "NEW")]
    pub new: Option<PathBuf>,
    /// Compare with the plan as it was at this revision of its git repository
    #[arg(long, value_name = "REV", allow_hyphen_values = true)]
    pub git: Option<String>,
    /// End with 1 where a new finding weighs as much as this, or more [default: what scf.toml says, else warning]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// Let also those findings count for --fail-on that came only because time went on
    #[arg(long, value_name = "WHETHER", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(hide_possible_values = true)]
    pub fail_on_dated: Option<bool>,
    /// Tell everything, however long it is
    #[arg(long)]
    pub all: bool,
    /// Tell titles of things up to this sensitivity; of others: (core item). Without it, a text tells all titles, every
    /// other format those up to team
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub include: Option<Include>,
}

/// Tells what has changed.
///
/// # Errors
/// Where two plans are not meant, or cannot be read, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let (old, new, options) = sources(args, shared)?;
    let comparison = Comparison::of(check(old, &options), check(new, &options));
    let telling = Telling {
        comparison: &comparison,
        catalogue: &shared.catalogue,
        include: shared.wording(None, args.include).include,
        revision: args.git.as_deref(),
        all: args.all,
        only_counts: shared.quiet,
    };
    match shared.format {
        Format::Json => compare::json(telling, shared.today, out)?,
        Format::Markdown => out.write_all(compare::markdown(telling).as_bytes())?,
        _ => compare::text(telling, shared.width, out)?,
    }
    let gate = GateAsked { fail_on: args.fail_on, dated: args.fail_on_dated, beside_baseline: false }
        .of(&comparison.new);
    let worst = comparison.weak.worst(&comparison.new, gate.dated);
    let is_met = gate.from.zip(worst).is_some_and(|(from, worst)| worst <= from);
    let outcome = if is_met { Outcome::Weak } else { Outcome::Sound };
    out.flush()?;
    // The process ends: giving back the memory of two large plans piece by piece would only take time.
    std::mem::forget(comparison);
    Ok(outcome)
}

/// The texts of the old plan and of the new one, and what both are checked with: the settings of the new one hold for
/// both, so that only what the plan itself has changed is told.
fn sources(args: &Args, shared: &Shared) -> anyhow::Result<(Source, Source, Options)> {
    match (&args.git, &args.old, &args.new) {
        (Some(_), _, Some(_)) => anyhow::bail!(shared.say("diff-wants-one", &[])),
        (Some(revision), word, None) => {
            let file = plans::one_file(word.as_deref(), shared)?;
            if file == Path::new("-") {
                anyhow::bail!(shared.say("diff-git-needs-file", &[]));
            }
            let new = plans::open(&file, shared)?;
            Ok((revision::open(revision, &file, shared)?, new, plans::options(&file, shared)?))
        }
        (None, Some(old), Some(new)) => {
            let is_input = |word: &PathBuf| word == Path::new("-");
            if is_input(old) && is_input(new) {
                anyhow::bail!(shared.say("diff-two-inputs", &[]));
            }
            let old = plans::open(&plans::one_file(Some(old), shared)?, shared)?;
            let (new, options) = plans::one(Some(new), shared)?;
            Ok((old, new, options))
        }
        (None, ..) => anyhow::bail!(shared.say("diff-wants-two", &[])),
    }
}
