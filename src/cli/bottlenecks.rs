//! `scf bottlenecks`.

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared, named, reveal};
use crate::report::bottlenecks::{self, Bottlenecks, Ways};
use std::io::Write;
use std::num::NonZeroUsize;
use std::path::Path;

/// What falls if this fails? Every person, work, party, donor, choice and assumption
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf bottlenecks plan.scf.yaml                What most falls without, twenty rows
  scf bottlenecks plan.scf.yaml --top 5        The first five
  scf bottlenecks plan.scf.yaml heron          How the loss comes about, if this one fails
  scf bottlenecks plan.scf.yaml --hide         Before a class: each key shows the next
  scf bottlenecks plan.scf.yaml --format csv   All of it, for a spreadsheet
")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
    /// Only this one, with the way by which its loss travels
    #[arg(value_name = "ID", conflicts_with_all = ["top", "hide"])]
    pub id: Option<String>,
    /// Tell only the first N, those that most falls with; without it, a text tells 20 and every other format all
    #[arg(long, value_name = "N")]
    pub top: Option<NonZeroUsize>,
    /// Hide the rows, and show one more with each key, for teaching; q ends it
    #[arg(long)]
    pub hide: bool,
}

impl Args {
    /// Which plan and which id are meant. A single word is an id where it can be one and no file of that name is there.
    fn plan_and_id(&self) -> (OnePlan, Option<&str>) {
        let word = self.one.plan.as_ref().filter(|_| self.id.is_none()).and_then(|word| word.to_str());
        let is_id =
            |word: &&str| *word != "-" && !Path::new(word).exists() && !word.contains(['/', '\\', '.']);
        match word.filter(is_id) {
            Some(id) => (OnePlan { plan: None, include: self.one.include }, Some(id)),
            None => (self.one.clone(), self.id.as_deref()),
        }
    }
}

/// Tells what falls with each single thing.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let (one, id) = args.plan_and_id();
    let Some(whole) = one.whole(shared)? else { return Ok(Outcome::Weak) };
    let wording = one.wording(&whole, shared);
    if let Some(id) = id {
        let Some(id) = named::thing(&whole.plan, id, &whole.source.path, shared) else {
            return Ok(Outcome::Unanswered);
        };
        let ways = Ways::of(&whole, id);
        match shared.format {
            Format::Json => bottlenecks::ways_json(&ways, wording, shared.today, out)?,
            Format::Csv | Format::Markdown => {
                let args = [
                    ("format", shared.format.name().into()),
                    (
                        "formats",
                        [Format::Text, Format::Json, Format::Yaml].map(Format::name).join(", ").into(),
                    ),
                ];
                anyhow::bail!(shared.say("bottlenecks-one-format", &args));
            }
            _ => out.write_all(bottlenecks::ways_text(&ways, wording, shared.width).as_bytes())?,
        }
        return Ok(Outcome::Sound);
    }
    let bottlenecks = Bottlenecks::of(&whole.plan, &whole.graph, args.top.map(NonZeroUsize::get));
    match shared.format {
        Format::Json => bottlenecks::json(&bottlenecks, &whole, wording, shared.today, out)?,
        Format::Csv => bottlenecks::sheet(&bottlenecks, wording).csv(out)?,
        Format::Markdown => out.write_all(bottlenecks::sheet(&bottlenecks, wording).markdown().as_bytes())?,
        _ => {
            let text = bottlenecks::text(&bottlenecks, &whole, wording, shared.width);
            if args.hide {
                out.write_all(text.head.as_bytes())?;
                // What is below the rows would give away the hidden ones.
                if reveal::one_by_one(&text.rows, shared, out)? {
                    out.write_all(text.foot.as_bytes())?;
                }
            } else {
                out.write_all(text.whole().as_bytes())?;
            }
        }
    }
    Ok(Outcome::Sound)
}
