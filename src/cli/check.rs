//! `scf check`: where is the plan weak?

use super::everywhere::Format;
use super::{HELP, Outcome, Shared, plans};
use crate::check::{Options, check};
use crate::lang::shown;
use crate::plan::{FindingName, Sensitivity, Severity, SeveritySetting};
use crate::report::{Amount, Json, Report, Text, TextOptions};
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
", after_long_help = "\
It reads plans and says what is broken, what falls if one thing fails, and what is worth a conversation. Nothing leaves \
this computer, and no plan is changed.

It ends with 0 where nothing is at or above --fail-on, with 1 where something is, and with 2 where a plan or the \
command could not be read.")]
pub struct Args {
    /// Files, folders, or - for standard input; without one, the plan in this folder
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
    /// Tell titles of things up to this sensitivity; of others: (core item). Without it, a text tells all titles, JSON those
    /// up to team
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub include: Option<Include>,
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

/// Checks plans one after another.
///
/// # Errors
/// Where the command line is wrong, or the answer cannot be written.
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
    let meant = plans::meant(&args.plans, shared);
    let mut outcome = Outcome::Sound;
    let mut report = report(args, shared, meant.files.len() > 1);
    // What is found is told even if a later plan cannot be read.
    let mut trouble = meant.trouble;
    let mut last = None;
    report.begin(out)?;
    for file in &meant.files {
        drop(last.take());
        let source = match plans::open(file, shared) {
            Ok(source) => source,
            Err(error) => {
                trouble.push(error.to_string());
                continue;
            }
        };
        let mut check = check(source, &options);
        check.keep(&only, &skip);
        if args.fail_on.is_met(check.worst(args.fail_on_dated)) {
            outcome = outcome.max(Outcome::Weak);
        }
        report.plan(&check, out)?;
        last = Some(check);
    }
    report.end(out)?;
    out.flush()?;
    // The process ends: giving back the memory of a large plan piece by piece would only take time.
    std::mem::forget(last);
    for sentence in &trouble {
        shared.complain(sentence);
    }
    Ok(if trouble.is_empty() { outcome } else { Outcome::Unanswered })
}

/// The report that was asked for.
fn report<'a>(args: &Args, shared: &'a Shared, several: bool) -> Box<dyn Report + 'a> {
    let include = args.include.map(Sensitivity::from);
    match shared.format {
        Format::Json | Format::Yaml => {
            Box::new(Json::new(&shared.catalogue, shared.today, include.unwrap_or(Sensitivity::Team)))
        }
        Format::Text => {
            let amount = match (shared.quiet, args.brief, args.all) {
                (true, ..) => Amount::Counts,
                (_, true, _) => Amount::Brief,
                (_, _, true) => Amount::Everything,
                _ => Amount::Usual,
            };
            let options =
                TextOptions { amount, lines: shared.verbose, several, width: shared.width, include };
            Box::new(Text::new(&shared.catalogue, options))
        }
    }
}

impl FailOn {
    fn is_met(self, worst: Option<Severity>) -> bool {
        let limit = match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Advice => Severity::Advice,
            Self::Never => return false,
        };
        worst.is_some_and(|worst| worst <= limit)
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
