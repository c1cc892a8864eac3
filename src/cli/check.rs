//! `scf check`: where is the plan weak?

mod fix;

use super::baseline::BaselineFile;
use super::everywhere::Format;
use super::outputs::{Output, Outputs};
use super::{HELP, Outcome, Shared, plans};
use crate::baseline::LookedAt;
use crate::check::{Check, GateAsked, Options, check, in_order};
use crate::fix::Safety;
use crate::lang::shown;
use crate::plan::{FindingName, Sensitivity, Severity, SeveritySetting};
use crate::settings::FailOn;
use clap::ValueEnum;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Where is the plan weak? What falls if one thing fails?
#[derive(Debug, clap::Args)]
#[allow(clippy::struct_excessive_bools)] // Each is a switch of its own on the command line.
#[command(help_template = HELP, before_help = "\
Examples:
  scf check plan.scf.yaml                     Everything about one plan
  scf check plans/                            Every plan in a folder and below it
  scf check --brief                           The plan in this folder, in twelve lines
  scf check --only bottleneck,orphan plans/   Two kinds of finding
  scf check --format json plan.scf.yaml       For a program
  scf check --output sarif=plans.sarif plans/ Also into a file, for a service
  scf check --write-baseline plans/           Note what is weak now, to see what is new from here on
  scf check --fix plan.scf.yaml               Mend what the machine can mend
", after_long_help = "\
It reads plans and says what is broken, what falls if one thing fails, and what is worth a conversation. Nothing leaves \
this computer, and no plan is changed without --fix.

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
    /// What makes it end with 1.
    #[command(flatten)]
    pub failing: Failing,
    /// Findings that stand in this file count as accepted: with it, only what is new makes the command end with 1
    #[arg(long, value_name = "FILE")]
    pub baseline: Option<PathBuf>,
    /// Write what is found now into the baseline [default: scf-baseline.json]; entries that are there keep their day
    #[arg(long, conflicts_with_all = ["prune_baseline", "max_age"])]
    pub write_baseline: bool,
    /// Take out of the baseline what is not found any more
    #[arg(long, requires = "baseline")]
    pub prune_baseline: bool,
    /// What has been in the baseline for more than so many days counts again
    #[arg(long, value_name = "DAYS", requires = "baseline")]
    pub max_age: Option<u32>,
    /// Tell titles of things up to this sensitivity; of others: (core item). Without it, a text tells all titles, every
    /// other format those up to team
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub include: Option<Include>,
    /// What is mended before.
    #[command(flatten)]
    pub mending: Mending,
    /// Write the answer as text, short, json, yaml, sarif, github, gitlab, junit or markdown, into the file, or to standard
    /// output in the place of --format. It may be given several times
    #[arg(long, value_name = "FORMAT[=FILE]", value_parser = Output::parse)]
    pub output: Vec<Output>,
}

/// What makes a command end with 1.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Failing {
    /// End with 1 where something weighs as much as this, or more [default: what scf.toml says, else warning]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub fail_on: Option<FailOn>,
    /// Let also those findings count for --fail-on that came only because time went on
    #[arg(long, value_name = "WHETHER", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[arg(hide_possible_values = true)]
    pub fail_on_dated: Option<bool>,
}

/// Whether plans are mended before they are told of.
#[derive(Debug, Clone, Copy, clap::Args)]
pub struct Mending {
    /// Mend what cannot be meant otherwise, such as a misspelt word of the format, and write it into the plans. Comments and
    /// all else stay as they are
    #[arg(long)]
    pub fix: bool,
    /// Mend also what is a guess. Please look at what it did
    #[arg(long, requires = "fix")]
    pub r#unsafe: bool,
    /// Show what --fix would change, and write nothing
    #[arg(long, requires = "fix", conflicts_with_all = ["output", "brief", "all", "baseline", "write_baseline"])]
    pub diff: bool,
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
    let severity = severities(&args.severity, shared)?;
    let plans::Meant { files, mut trouble, unsettled, are_several_here, left_out, .. } =
        plans::meant(&args.plans, shared).settled(shared);
    let (today, settings) = (shared.today, &shared.settings);
    let options = |file: &Path| Options {
        today,
        severity: severity.clone(),
        // That every one of them can be used is known by now.
        settings: settings.of_plan(file).ok().flatten(),
    };
    let shown = Shown { only: &only, skip: &skip };
    if args.mending.diff {
        trouble.extend(unsettled);
        return fix::show(args, &files, trouble, shown, &options, shared, out);
    }
    if args.mending.fix && files.iter().any(|file| file == Path::new("-")) {
        anyhow::bail!(shared.say("fix-needs-file", &[]));
    }
    let looked_at = LookedAt { only: &only, skip: &not_looked_at(&skip, &severity) };
    let mut baseline = BaselineFile::asked(args, looked_at, shared)?;
    let mut outputs = Outputs::open(args, &files, shared, out)?;
    let gate = args.gate();
    let mut outcome = Outcome::Sound;
    outputs.begin()?;
    for sentence in trouble.iter().chain(&unsettled) {
        outputs.unopened(sentence)?;
    }
    let mut left = files.len();
    let most = args.mending.fix.then(|| args.safety());
    let work = |file: &Path| match most {
        None => Ok(Checked::AsItIs(check(plans::read(file)?, &options(file)))),
        Some(most) => Ok(Checked::Mended(fix::mended(file, most, shown, &options(file))?)),
    };
    in_order(&files, work, |file, checked| {
        left -= 1;
        match checked {
            Ok(checked) => {
                let mut check = match checked {
                    Checked::AsItIs(check) => check,
                    Checked::Mended(mended) => {
                        match fix::write(file, mended, args.mending.r#unsafe, &options(file), shared) {
                            Ok(check) => check,
                            Err(left) => {
                                let (check, sentence) = *left;
                                trouble.push(sentence);
                                check
                            }
                        }
                    }
                };
                check.keep(&only, &skip);
                if let Some(baseline) = &mut baseline {
                    baseline.apply(file, &mut check)?;
                }
                if check.is_stopped_by(gate.of(&check)) {
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
    if are_several_here {
        shared.complain(&shared.say("plans-several-all", &[]));
    }
    if let Some(baseline) = baseline.filter(|_| !files.is_empty()) {
        baseline.finish()?;
    }
    if left_out > 0 && shared.verbose {
        shared.complain(&shared.say("plans-left-out", &[("count", left_out.into())]));
    }
    let is_answered = trouble.is_empty() && unsettled.is_empty();
    Ok(if is_answered { outcome } else { Outcome::Unanswered })
}

/// A plan that was checked, and mended before if that was asked for.
enum Checked {
    AsItIs(Check),
    Mended(fix::Mended),
}

/// Of which findings is told, as `--only` and `--skip` say.
#[derive(Clone, Copy)]
struct Shown<'a> {
    only: &'a [FindingName],
    skip: &'a [FindingName],
}

impl Shown<'_> {
    /// Whether what mends findings of this name is asked for. Faults of the text are always told, and so mended.
    fn has(self, name: FindingName) -> bool {
        name.is_of_text()
            || ((self.only.is_empty() || self.only.contains(&name)) && !self.skip.contains(&name))
    }
}

impl Args {
    /// Whether there is a baseline, or one is begun.
    fn has_baseline(&self) -> bool {
        self.baseline.is_some() || self.write_baseline
    }

    /// How unsafe a fix may be.
    fn safety(&self) -> Safety {
        if self.mending.r#unsafe { Safety::Unsafe } else { Safety::Safe }
    }

    /// Which findings make the command end with 1.
    #[must_use]
    pub fn gate(&self) -> GateAsked {
        GateAsked { beside_baseline: self.has_baseline(), ..self.failing.gate() }
    }
}

impl Failing {
    /// Which findings make the command end with 1.
    #[must_use]
    pub fn gate(self) -> GateAsked {
        GateAsked { fail_on: self.fail_on, dated: self.fail_on_dated, beside_baseline: false }
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

/// Findings that this one command passes over: what is left out, or turned off on the command line.
fn not_looked_at(skip: &[FindingName], severity: &[SeveritySetting]) -> Vec<FindingName> {
    let off = severity.iter().filter(|(_, severity)| severity.is_none()).map(|(name, _)| *name);
    skip.iter().copied().chain(off).collect()
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

/// What `--severity` says.
///
/// # Errors
/// A sentence, where a word is no `NAME=LEVEL`.
pub fn severities(words: &[String], shared: &Shared) -> anyhow::Result<Vec<SeveritySetting>> {
    words.iter().map(|word| setting(word, shared)).collect()
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
