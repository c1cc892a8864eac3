//! `scf workload`.

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared, named};
use crate::check::Whole;
use crate::graph::Week;
use crate::lang::escaped;
use crate::plan::{Id, Kind};
use crate::report::workload::{self, Asked, MOST_WEEKS, Workload};
use std::io::Write;

/// Who is loaded when? Hours of work in each week, against the hours to give
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf workload plan.scf.yaml                    Everybody, week by week
  scf workload plan.scf.yaml --who heron        One person, and what fills the fullest week
  scf workload plan.scf.yaml --from 2027-03-01  From the week of this day on
  scf workload plan.scf.yaml --table            The same in figures
  scf workload plan.scf.yaml --format csv       A row for each week and person, for a spreadsheet
")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
    /// Tell only of this person; of several, with an id behind each --who
    #[arg(long, value_name = "ID")]
    pub who: Vec<String>,
    /// From this week on: 2027-W09, or a day in it
    #[arg(long, value_name = "WEEK", value_parser = week)]
    pub from: Option<Week>,
    /// Up to this week: 2027-W35, or a day in it
    #[arg(long, value_name = "WEEK", value_parser = week)]
    pub to: Option<Week>,
    /// Show a table instead of strips
    #[arg(long)]
    pub table: bool,
}

/// Tells who is loaded when.
///
/// # Errors
/// Where no plan is meant, more weeks than can be told, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(whole) = args.one.whole(shared)? else { return Ok(Outcome::Weak) };
    let mut who = Vec::new();
    for word in &args.who {
        let Some(id) = person(&whole, word, shared) else { return Ok(Outcome::Unanswered) };
        who.push(id);
    }
    let wording = args.one.wording(&whole, shared);
    let workload = Workload::of(whole.read(), shared.today, Asked { who, from: args.from, to: args.to });
    let one_by_one = matches!(shared.format, Format::Json | Format::Csv);
    if one_by_one && workload.count() > MOST_WEEKS {
        anyhow::bail!(shared.say("workload-too-many", &[("count", workload.count().into())]));
    }
    match shared.format {
        Format::Json => workload::json(&workload, wording, out)?,
        Format::Csv => workload::weeks(&workload, wording).csv(out)?,
        Format::Markdown => out.write_all(workload::stretches(&workload, wording).markdown().as_bytes())?,
        _ if args.table => {
            out.write_all(workload::table(&workload, wording, shared.width).as_bytes())?;
        }
        _ => out.write_all(workload::text(&workload, wording, shared.width).as_bytes())?,
    }
    Ok(Outcome::Sound)
}

/// The person of this id; nothing, and a complaint, where it means none.
fn person(whole: &Whole, word: &str, shared: &Shared) -> Option<Id> {
    let plan = &whole.plan;
    let id = named::thing(plan, word, &whole.source.path, shared)?;
    if plan.names.get(id).kind == Kind::Person {
        return Some(id);
    }
    let said = shared.say("workload-no-person", &[("who", escaped(word).into_owned().into())]);
    let ids: Vec<&str> = plan.people.iter().take(20).map(|person| plan.names.name(person.id)).collect();
    let all = shared.say("workload-people", &[("ids", ids.join(", ").into())]);
    shared.complain(&if ids.is_empty() { said } else { format!("{said}\n{all}") });
    None
}

/// A week, by its number or by a day in it.
fn week(text: &str) -> Result<Week, String> {
    let by_number = Week::parse(text);
    let by_day = || super::everywhere::day(text).ok().map(Week::of);
    by_number
        .or_else(by_day)
        .ok_or_else(|| "a week is written 2027-W09; or write a day in it, such as 2027-03-03".to_owned())
}
