//! `scf what-if`.

mod asked;
mod refused;

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared, plans};
use crate::check::Whole;
use crate::report::reasons::Reasons;
use crate::report::what_if as report;
use crate::what_if::WhatIf;
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

/// What falls if all this happens? Try what would mend it; the file is never changed
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf what-if plan.scf.yaml --without heron             One person is gone
  scf what-if plan.scf.yaml --without heron,alder       Two things at once
  scf what-if plan.scf.yaml --without heron --set camp-east.access.teal=working
                                                        And somebody else is trusted there
  scf what-if plan.scf.yaml --choose chair.rangers      An option is chosen
  scf what-if plan.scf.yaml --delay walk-corridors=42   Something comes six weeks later
  scf what-if plan.scf.yaml --scenario hard-spring      A scenario of the plan, step by step
", after_long_help = "\
It says what falls and why, what still stands, and with a change, what stands again. All options can be combined.

--set ID.FIELD=VALUE is read like the file: FIELD is a word that may stand there, VALUE is written as behind its colon. \
More words may follow the field: camp-east.access.teal=working, corridor-map.signs.accepted.target=16. With nothing \
behind the =, the field is taken away. The file itself is never changed.

It ends with 0, and with --fail-on-loss N with 1 where N results or more fall.")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
    /// These fail: ids of people, work, organisations, parties, donors, assumptions, choices, options
    #[arg(long, value_name = "ID", value_delimiter = ',', num_args = 1..)]
    pub without: Vec<String>,
    /// A field has another value, as if it stood in the file
    #[arg(long, value_name = "ID.FIELD=VALUE")]
    pub set: Vec<String>,
    /// An option is chosen, also where another one is now
    #[arg(long, value_name = "CHOICE.OPTION", value_delimiter = ',')]
    pub choose: Vec<String>,
    /// Something comes so many days later
    #[arg(long, value_name = "ID=DAYS", value_delimiter = ',')]
    pub delay: Vec<String>,
    /// What a scenario of the plan says happens, its events by date
    #[arg(long, value_name = "ID")]
    pub scenario: Option<String>,
    /// End with 1 where this many results fall, or more
    #[arg(long, value_name = "N")]
    pub fail_on_loss: Option<NonZeroUsize>,
}

impl Args {
    /// The plan and the ids that fail. Behind `--without` any number of words may stand, and the plan among them.
    fn plan_and_without(&self) -> (Option<PathBuf>, Vec<&str>) {
        let is_plan = |word: &&String| *word == "-" || plans::is_plan_file(Path::new(word));
        let plan = self.one.plan.clone();
        let found = if plan.is_none() { self.without.iter().find(is_plan) } else { None };
        let without = self.without.iter().filter(|word| Some(*word) != found);
        (plan.or_else(|| found.map(PathBuf::from)), without.map(String::as_str).collect())
    }
}

/// Answers what falls.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let (plan, without) = args.plan_and_without();
    let Some(whole) = plans::whole(plan.as_deref(), shared)? else { return Ok(Outcome::Weak) };
    let Some(question) = asked::question(args, &without, &whole, shared) else {
        return Ok(Outcome::Unanswered);
    };
    let after = match question.after(&whole) {
        Ok(after) => after,
        Err(refusal) => {
            refused::complain(refusal, &question, &whole, shared);
            return Ok(Outcome::Unanswered);
        }
    };
    let changed = after.as_ref();
    let what_if = match WhatIf::of(&whole, changed, &question, shared.today) {
        Ok(what_if) => what_if,
        Err(undated) => {
            let plan = &changed.map_or(&whole, |changed| &changed.whole).plan;
            let wording = shared.wording(Some(plan), args.one.include);
            let reasons = Reasons::new(plan, wording);
            for one in undated {
                shared.complain(&report::untimed(wording, &reasons, one.item, one.why.name()));
            }
            return Ok(Outcome::Unanswered);
        }
    };
    tell(&what_if, args, &whole, shared, out)?;
    let limit = args.fail_on_loss.map_or(usize::MAX, NonZeroUsize::get);
    Ok(if what_if.state.loss.len() >= limit { Outcome::Weak } else { Outcome::Sound })
}

fn tell(
    what_if: &WhatIf<'_>,
    args: &Args,
    whole: &Whole,
    shared: &Shared,
    out: &mut dyn Write,
) -> anyhow::Result<()> {
    if shared.format == Format::Text {
        let wording = args.one.wording(whole, shared);
        out.write_all(report::text(what_if, wording, shared.detail(), shared.width).as_bytes())?;
    } else {
        let wording = shared.wording(Some(&what_if.after.plan), args.one.include);
        report::json(what_if, wording, shared.today, out)?;
    }
    Ok(())
}
