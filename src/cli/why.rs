//! `scf why`.

use super::check::Include;
use super::{Format, HELP, Outcome, Shared, named, plans};
use crate::check;
use crate::graph::Most;
use crate::report::why::{self, Why};
use std::io::Write;
use std::path::{Path, PathBuf};

/// So that what? Why something is in the plan, what it stands on, and what falls with it
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, allow_missing_positional = true, before_help = "\
Examples:
  scf why plan.scf.yaml shuttle-talks    Why do we do this?
  scf why plan.scf.yaml heron            What does this person carry?
  scf why plan.scf.yaml alder            What does this donor make possible?
", after_long_help = "\
First: what it is there for, step by step up to the ambition, with the reasons that are written in the plan. Then: what \
it stands on (people, money, other work, assumptions). Then: what falls if it fails.

An id is the short name before the colon, as in \"heron: {title: A teacher}\".")]
pub struct Args {
    /// A file, a folder with one plan, or - for standard input; without it, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// What to ask about
    #[arg(value_name = "ID")]
    pub id: String,
    /// Tell titles of things up to this sensitivity; of others: (core item). Without it, a text tells all titles, every
    /// other format those up to team
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub include: Option<Include>,
}

/// Lines in text.
const IN_TEXT: Most = Most { lines: 10, steps: usize::MAX };
/// Lines in JSON.
const IN_JSON: Most = Most { lines: 100, steps: 100_000 };

/// Tells why a thing is in the plan.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    if args.plan.is_none() && plans::is_plan_file(Path::new(&args.id)) {
        let path = crate::report::rows::typed(&args.id);
        shared.complain(&shared.say("why-which-id", &[("path", path.into())]));
        return Ok(Outcome::Unanswered);
    }
    let (source, options) = plans::one(args.plan.as_deref(), shared)?;
    let check = check::check(source, &options);
    let (Some(plan), Some(graph), true) = (&check.plan, &check.graph, check.complete()) else {
        super::faults::complain(&check, shared);
        return Ok(Outcome::Weak);
    };
    let Some(id) = named::thing(plan, &args.id, &check.source.path, shared) else {
        return Ok(Outcome::Unanswered);
    };
    let wording = shared.wording(Some(plan), args.include);
    match shared.format {
        Format::Json | Format::Yaml => {
            why::json(&Why::of(plan, graph, id, IN_JSON), &check, wording, shared.today, out)?;
        }
        _ => {
            let why = Why::of(plan, graph, id, IN_TEXT);
            out.write_all(why::text(&why, &check, wording, shared.width).as_bytes())?;
        }
    }
    Ok(Outcome::Sound)
}
