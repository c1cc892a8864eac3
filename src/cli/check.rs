//! `scf check`: where is the plan weak?

use super::everywhere::Format;
use super::outputs::{Output, Outputs};
use super::{HELP, Outcome, Shared, plans};
use crate::check::{Gate, Options, check_in_order};
use crate::lang::shown;
use crate::plan::{FindingName, Sensitivity, Severity, SeveritySetting};
use clap::ValueEnum;
use std::io::Write;
use std::path::PathBuf;

/// Where is the plan weak? What falls if one thing fails?
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf check plan.scf.yaml                     Everything about one plan
  scf check plans/                            Every plan in a folder and below it
  scf check --brief                           The plan in this folder, in twelve lines
  scf check --only bottleneck,orphan plans/   Two kinds of finding
  scf check --format json plan.scf.yaml       For a program
  scf check --output sarif=plans.sarif plans/ Also into a file, for a service
", after_long_help = "\
It reads plans and says what is broken, what falls if one thing fails, and what is worth a conversation. Nothing leaves \
this computer, and no plan is changed.

It ends with 0 where nothing is at or above --fail-on, with 1 where something is, and with 2 where a plan or the \
command could not be read.")]
pub struct Args {
    /// Files, folders, patterns such as 'plans/*.scf.yaml', or - for standard input; without one, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plans: Vec<PathBuf>,
    /// Only findings of these names; faults of the text are always told
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub only: Vec<String>,
    /// No findings of these names
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub skip: Vec<String>,
    /// Weigh a finding as error, warning or advice, or turn it off
    #[arg(long, value_name = "NAME=LEVEL", value_delimiter = ',')]
    pub severity: Vec<String>,
    /// Tell it in twelve lines
    #[arg(long, conflicts_with = "all")]
    pub brief: bool,
    /// Tell everything in full, also what the team has accepted
    #[arg(long)]
    pub all: bool,
    /// End with 1 where something weighs as much as this, or more
    #[arg(long, value_enum, default_value_t = FailOn::Warning, value_name = "LEVEL")]
    pub fail_on: FailOn,
    /// Let also those findings count for --fail-on that came only because time went on
    #[arg(long)]
    pub fail_on_dated: bool,
    /// Tell titles of things up to this sensitivity; of others: (core item). Without it, a text tells all titles, every
    /// other format those up to team
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub include: Option<Include>,
    /// Write the answer as text, short, json, yaml, sarif, github, gitlab, junit or markdown, into the file, or to standard
    /// output in the place of --format. It may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = Output::parse)]
    pub output: Vec<Output>,
}

/// From which weight on a finding makes the command end with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)] // The words say it; a text here would make the help long.
pub enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
}

/// The largest circle of whom titles are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)] // The words say it; a text here would make the help long.
pub enum Include {
    Public,
    Partners,
    Team,
    Core,
}

/// The formats that it writes beside text, JSON and YAML.
pub const FURTHER_FORMATS: &[Format] =
    &[Format::Short, Format::Sarif, Format::Github, Format::Gitlab, Format::Junit, Format::Markdown];

/// Checks plans, and tells of them in their order.
///
/// # Errors
/// Where the command line is wrong, or an answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let mut only = names(&args.only, shared)?;
    if !only.is_empty() {
        // Without what faults of the text hide a plan is not whole, and must not pass for it.
        only.extend(FindingName::ALL.iter().filter(|name| name.is_of_text()));
    }
    let skip = names(&args.skip, shared)?;
    let severity =
        args.severity.iter().map(|word| setting(word, shared)).collect::<anyhow::Result<Vec<_>>>()?;
    let options = Options { today: shared.today, severity };
    let plans::Meant { files, mut trouble, .. } = plans::meant(&args.plans, shared);
    let mut outputs = Outputs::open(args, &files, shared, out)?;
    let gate = args.gate();
    let mut outcome = Outcome::Sound;
    outputs.begin()?;
    for sentence in &trouble {
        outputs.unopened(sentence)?;
    }
    let mut left = files.len();
    check_in_order(&files, plans::read, &options, |file, check| {
        left -= 1;
        match check {
            Ok(mut check) => {
                check.keep(&only, &skip);
                if check.is_stopped_by(gate) {
                    outcome = Outcome::Weak;
                }
                outputs.plan(&check)?;
                if left == 0 {
                    // The process ends: giving back the memory of a large plan piece by piece would only take time.
                    std::mem::forget(check);
                }
            }
            // What is found is told even if another plan cannot be read.
            Err(error) => {
                let sentence = plans::cannot_read(file, &error, shared);
                outputs.unopened(&sentence)?;
                trouble.push(sentence);
            }
        }
        anyhow::Ok(())
    })?;
    outputs.end()?;
    for sentence in &trouble {
        shared.complain(sentence);
    }
    Ok(if trouble.is_empty() { outcome } else { Outcome::Unanswered })
}

impl Args {
    /// Which findings make the command end with 1.
    #[must_use]
    pub fn gate(&self) -> Gate {
        Gate { from: self.fail_on.least(), dated: self.fail_on_dated }
    }
}

impl FailOn {
    /// The least weight that makes the command end with 1; nothing where none does.
    #[must_use]
    pub fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }

    /// Whether a finding of this weight makes the command end with 1.
    #[must_use]
    pub fn is_met(self, worst: Option<Severity>) -> bool {
        self.least().zip(worst).is_some_and(|(least, worst)| worst <= least)
    }
}

impl From<Include> for Sensitivity {
    fn from(include: Include) -> Self {
        match include {
            Include::Public => Self::Public,
            Include::Partners => Self::Partners,
            Include::Team => Self::Team,
            Include::Core => Self::Core,
        }
    }
}

fn names(words: &[String], shared: &Shared) -> anyhow::Result<Vec<FindingName>> {
    words.iter().map(|word| name(word.trim(), shared)).collect()
}

/// The finding of this name.
///
/// # Errors
/// A sentence with the nearest names, where there is none.
pub fn name(word: &str, shared: &Shared) -> anyhow::Result<FindingName> {
    FindingName::find(word).ok_or_else(|| {
        let mut near: Vec<(usize, &str)> = FindingName::ALL
            .iter()
            .map(|finding| (strsim::damerau_levenshtein(word, finding.name()), finding.name()))
            .filter(|(distance, name)| *distance <= 3.max(name.len() / 3))
            .collect();
        near.sort_unstable();
        let near: Vec<&str> = near.into_iter().take(3).map(|(_, name)| name).collect();
        let args = [
            ("name", shown(word).into_owned().into()),
            ("near-count", near.len().into()),
            ("near", near.join(", ").into()),
        ];
        anyhow::anyhow!(shared.say("finding-unknown", &args))
    })
}

/// `NAME=LEVEL`.
fn setting(word: &str, shared: &Shared) -> anyhow::Result<SeveritySetting> {
    let wrong =
        || anyhow::anyhow!(shared.say("severity-wrong", &[("word", shown(word).into_owned().into())]));
    let (finding, level) = word.split_once('=').ok_or_else(wrong)?;
    let finding = name(finding.trim(), shared)?;
    let severity = match level.trim() {
        "off" => None,
        level => Some(Severity::ALL.into_iter().find(|severity| severity.name() == level).ok_or_else(wrong)?),
    };
    if finding.is_of_text() && severity != Some(Severity::Error) {
        anyhow::bail!(shared.say("severity-fixed", &[("name", finding.name().into())]));
    }
    Ok((finding, severity))
}
