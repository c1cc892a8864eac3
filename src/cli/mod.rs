//! The command line: one file a command. A command only puts words and files together; what it tells comes from the
//! library.

pub mod agenda;
mod baseline;
pub mod bottlenecks;
pub mod check;
pub mod choices;
pub mod commit;
pub mod completions;
pub mod cooperation;
pub mod decide;
pub mod diff;
pub mod draw;
mod everywhere;
pub mod explain;
mod faults;
mod globs;
pub mod inclusion;
pub mod live;
pub mod lsp;
pub mod man;
mod named;
pub mod new;
pub mod one_plan;
mod out_file;
mod outcome;
mod output;
mod outputs;
pub mod plans;
mod progress;
pub mod report;
mod reveal;
mod revision;
pub mod schema;
pub mod settings;
pub mod show;
pub mod to_file;
mod usage;
pub mod welcome;
pub mod what_if;
pub mod why;
pub mod workload;

pub use everywhere::{Color, Everywhere, Format, Shared};
pub use outcome::Outcome;
pub use usage::{Unread, parsed};

use clap::{Parser, Subcommand};
use std::io::Write;

/// How a help text is laid out: what it is, examples, then the rest.
pub(crate) const HELP: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// Find what a mediation plan stands on, and what falls if it fails
#[derive(Debug, Parser)]
#[command(name = "scf", version, propagate_version = true)]
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
    Bottlenecks(bottlenecks::Args),
    WhatIf(what_if::Args),
    Choices(choices::Args),
    Commit(commit::Args),
    Decide(decide::Args),
    Workload(workload::Args),
    Agenda(agenda::Args),
    Cooperation(cooperation::Args),
    Inclusion(inclusion::Args),
    Diff(diff::Args),
    Draw(draw::Args),
    Report(report::Args),
    Live(live::Args),
    Explain(explain::Args),
    New(new::Args),
    Settings(settings::Args),
    Schema(schema::Args),
    Lsp(lsp::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    /// Where the answer goes and its usual format, for commands whose answers are not made for a screen.
    fn to_file(&self) -> Option<(&to_file::ToFile, Format)> {
        match self {
            Self::Draw(args) => Some((&args.to_file, Format::Svg)),
            Self::Report(args) => Some((&args.to_file, Format::Html)),
            _ => None,
        }
    }

    /// The formats that a command writes beside text, JSON and YAML.
    fn further_formats(&self) -> &'static [Format] {
        match self {
            Self::Agenda(_) => &[Format::Csv, Format::Markdown, Format::Ics],
            Self::Check(_) => check::FURTHER_FORMATS,
            Self::Draw(_) => draw::FURTHER_FORMATS,
            Self::Bottlenecks(_)
            | Self::Choices(_)
            | Self::Workload(_)
            | Self::Cooperation(_)
            | Self::Inclusion(_)
            | Self::Settings(_) => &[Format::Csv, Format::Markdown],
            Self::Commit(_) | Self::Diff(_) => &[Format::Markdown],
            Self::Report(_) => &[Format::Html, Format::Markdown],
            Self::Show(_)
            | Self::Why(_)
            | Self::WhatIf(_)
            | Self::Decide(_)
            | Self::Live(_)
            | Self::Explain(_)
            | Self::New(_)
            | Self::Lsp(_)
            | Self::Schema(_)
            | Self::Completions(_)
            | Self::Man(_) => &[],
        }
    }
}

impl Cli {
    /// Runs the command, with its data on standard output and all else on standard error.
    #[must_use]
    pub fn run(&self) -> Outcome {
        let (format, is_clear) = self.format();
        let shared = Shared::of(&self.everywhere, format);
        let refused = if is_clear {
            self.refused_format(format, &shared)
        } else {
            Some(shared.say("output-one-screen", &[]))
        };
        if let Some(sentence) = refused {
            shared.complain(&sentence);
            return Outcome::Unanswered;
        }
        let mut out = output::standard_output(&shared);
        let outcome = match format {
            Format::Yaml => output::as_yaml(&mut out, |json| self.answer(&shared, json)),
            _ => self.answer(&shared, &mut out),
        };
        match outcome.and_then(|outcome| Ok(out.flush().map(|()| outcome)?)) {
            Ok(outcome) => outcome,
            Err(error) => {
                shared.complain(&format!("{error:#}"));
                Outcome::Unanswered
            }
        }
    }

    /// In what form the answer comes on standard output, and whether no other is asked for there.
    fn format(&self) -> (Format, bool) {
        let outputs = match &self.command {
            Some(Command::Check(args)) => &args.output[..],
            _ => &[],
        };
        let on_screen = outputs.iter().filter(|output| output.file.is_none()).map(|output| output.format);
        let mut asked = self.everywhere.format.into_iter().chain(on_screen);
        let usual = || match self.command.as_ref().and_then(Command::to_file) {
            Some((file, usual)) => file.format().unwrap_or(usual),
            None => Format::Text,
        };
        (asked.next().unwrap_or_else(usual), asked.next().is_none())
    }

    /// A sentence, where the command does not write the format that was asked for.
    fn refused_format(&self, format: Format, shared: &Shared) -> Option<String> {
        const FOR_ALL: &[Format] = &[Format::Text, Format::Json, Format::Yaml];
        let further: &[Format] = self.command.as_ref().map_or(&[], Command::further_formats);
        let to_file = self.command.as_ref().and_then(Command::to_file);
        if let Some((file, usual)) = to_file
            && self.everywhere.format.is_none()
            && let Some(sentence) = file.refused_ending(usual, shared)
        {
            return Some(sentence);
        }
        let for_all = match &self.command {
            // What it puts together, other commands tell programs one by one.
            Some(Command::Report(_)) => &[],
            // It tells at once where it is, and YAML is made when all has been told.
            Some(Command::Live(_)) => &FOR_ALL[..2],
            // What no screen is made for is not told as a text either.
            _ => &FOR_ALL[usize::from(to_file.is_some())..],
        };
        let written = || for_all.iter().chain(further);
        if written().any(|&written| written == format) {
            return None;
        }
        let args = [
            ("format", format.name().into()),
            ("formats", written().map(|format| format.name()).collect::<Vec<_>>().join(", ").into()),
        ];
        Some(shared.say("format-not-written", &args))
    }

    fn answer(&self, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
        match &self.command {
            None => welcome::run(shared, out),
            Some(Command::Check(args)) => check::run(args, shared, out),
            Some(Command::Show(args)) => show::run(args, shared, out),
            Some(Command::Why(args)) => why::run(args, shared, out),
            Some(Command::Bottlenecks(args)) => bottlenecks::run(args, shared, out),
            Some(Command::Workload(args)) => workload::run(args, shared, out),
            Some(Command::WhatIf(args)) => what_if::run(args, shared, out),
            Some(Command::Choices(args)) => choices::run(args, shared, out),
            Some(Command::Commit(args)) => commit::run(args, shared, out),
            Some(Command::Decide(args)) => decide::run(args, shared, out),
            Some(Command::Agenda(args)) => agenda::run(args, shared, out),
            Some(Command::Diff(args)) => diff::run(args, shared, out),
            Some(Command::Draw(args)) => draw::run(args, shared, out),
            Some(Command::Report(args)) => report::run(args, shared, out),
            Some(Command::Cooperation(args)) => cooperation::run(args, shared, out),
            Some(Command::Inclusion(args)) => inclusion::run(args, shared, out),
            Some(Command::Live(args)) => live::run(args, shared, out),
            Some(Command::Explain(args)) => explain::run(args, shared, out),
            Some(Command::New(args)) => new::run(args, shared, out),
            Some(Command::Settings(args)) => settings::run(args, shared, out),
            Some(Command::Schema(args)) => schema::run(args, shared, out),
            Some(Command::Lsp(args)) => lsp::run(args, self.everywhere.today, shared),
            Some(Command::Completions(args)) => completions::run(args, shared, out),
            Some(Command::Man(args)) => man::run(args, shared, out),
        }
    }
}
