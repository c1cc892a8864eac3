//! The command line: one file a command. A command only puts words and files together; what it tells comes from the
//! library.

pub mod check;
pub mod completions;
mod everywhere;
pub mod explain;
mod faults;
pub mod man;
mod named;
pub mod new;
mod outcome;
mod output;
pub mod plans;
pub mod show;
pub mod welcome;
pub mod why;

pub use everywhere::{Color, Everywhere, Format, Shared};
pub use outcome::Outcome;

use clap::{Parser, Subcommand};
use std::io::Write;

/// How a help text is laid out: what it is, examples, then the rest.
pub(crate) const HELP: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Find what a mediation plan stands on, and what falls if it fails
#[derive(Debug, Parser)]
#[command(name = "scf", version, propagate_version = true, disable_help_subcommand = true)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf new                            Write a first plan that you can change
  scf check plan.scf.yaml            See where a plan is weak
  scf show plan.scf.yaml             See the whole plan as a tree
  scf why plan.scf.yaml turns-agreed Ask what something is there for
  scf explain bottleneck             Read what a finding means
", after_help = "\
Nothing leaves this computer. Use code names for people, never the real ones.")]
pub struct Cli {
    /// What to do; without it, a few words on what there is.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Options that every command takes.
    #[command(flatten)]
    pub everywhere: Everywhere,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)] // The help text of each stands at its arguments.
pub enum Command {
    Check(check::Args),
    Show(show::Args),
    Why(why::Args),
    Explain(explain::Args),
    New(new::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Cli {
    /// Runs the command, with its data on standard output and all else on standard error.
    #[must_use]
    pub fn run(&self) -> Outcome {
        let shared = Shared::of(&self.everywhere);
        let mut out = output::standard_output(&shared);
        let outcome = match self.everywhere.format {
            Format::Yaml => output::as_yaml(&mut out, |json| self.answer(&shared, json)),
            Format::Text | Format::Json => self.answer(&shared, &mut out),
        };
        match outcome.and_then(|outcome| Ok(out.flush().map(|()| outcome)?)) {
            Ok(outcome) => outcome,
            Err(error) => {
                shared.complain(&format!("{error:#}"));
                Outcome::Unanswered
            }
        }
    }

    fn answer(&self, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
        match &self.command {
            None => welcome::run(shared, out),
            Some(Command::Check(args)) => check::run(args, shared, out),
            Some(Command::Show(args)) => show::run(args, shared, out),
            Some(Command::Why(args)) => why::run(args, shared, out),
            Some(Command::Explain(args)) => explain::run(args, shared, out),
            Some(Command::New(args)) => new::run(args, shared, out),
            Some(Command::Completions(args)) => completions::run(args, shared, out),
            Some(Command::Man(args)) => man::run(args, shared, out),
        }
    }
}
