//! `scf agenda`.

use super::everywhere::day;
use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared, named};
use crate::agenda::{Agenda, Asked, Period};
use crate::check::Whole;
use crate::graph::{FirstLines, Sequence, Windows};
use crate::lang::escaped;
use crate::plan::{Id, Kind};
use crate::report::agenda::{self, Telling};
use jiff::ToSpan as _;
use jiff::civil::Date;
use std::io::Write;

/// What is to be done in the next days, and what it is there for
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf agenda plan.scf.yaml                       The next seven days
  scf agenda plan.scf.yaml --week                This week, from Monday to Sunday
  scf agenda plan.scf.yaml --who heron           What one person has to do
  scf agenda plan.scf.yaml --from 2027-03-01     The seven days from then on
  scf agenda plan.scf.yaml --week=8 --format ics > agenda.ics
                                                 Eight weeks for a calendar
", after_long_help = "\
First comes what is still open though its last day is over, then work that can be done on any day, then day by day: what \
begins, what comes back, what ends, which results and reports are due, what is to be decided or found out. Under each \
stands what it is there for, up to the ambition; -q leaves that out.

Work that comes back is counted from the first day of its window: a weekly task falls on the weekday of that day, a \
monthly one on its day of the month, or on the last day of a shorter month.

With --format ics, import the file into a calendar of its own for each plan: then it is easily taken away again. Think \
first of where that calendar is kept, and who can see it.")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
    /// Begin with this day: YYYY-MM-DD; without it, with today
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub from: Option<Date>,
    /// End with this day; without it, seven days are told
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub to: Option<Date>,
    /// Tell the whole week of the first day, from Monday to Sunday, or this many weeks: --week=4
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = "1")]
    #[arg(conflicts_with = "to", value_parser = clap::value_parser!(u16).range(1..=1000))]
    pub week: Option<u16>,
    /// Only what this person owns or is in the team of, or stands in for while the owner is away
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub who: Vec<String>,
}

/// Tells what is to be done.
///
/// # Errors
/// Where no plan is meant, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let Some(period) = args.period(shared) else { return Ok(Outcome::Unanswered) };
    let Some(whole) = args.one.whole(shared)? else { return Ok(Outcome::Weak) };
    let Some(who) = people(&args.who, &whole, shared) else { return Ok(Outcome::Unanswered) };
    let asked = Asked { today: shared.today, period, who };
    let agenda = Agenda::of(&whole.plan, &whole.graph, &asked);
    let lines = FirstLines::of(&whole.plan, &whole.graph);
    let sequence = Sequence::of(&whole.plan, &whole.graph, &Windows::of(&whole.plan, &whole.graph));
    let wording = args.one.wording(&whole, shared);
    let telling =
        Telling { agenda: &agenda, whole: whole.read(), lines: &lines, sequence: &sequence, wording };
    match shared.format {
        Format::Json | Format::Yaml => agenda::json(&telling, out)?,
        Format::Csv => agenda::sheet(&telling).csv(out)?,
        Format::Markdown => out.write_all(agenda::sheet(&telling).markdown().as_bytes())?,
        Format::Ics => {
            if agenda::calendar(&telling, out)? == 0 {
                shared.complain(&shared.say("agenda-nothing", &[]));
            }
        }
        _ => {
            out.write_all(agenda::text(&telling, shared.detail(), shared.width).as_bytes())?;
        }
    }
    if let Some(sentence) = telling.cut().filter(|_| shared.format != Format::Text) {
        shared.complain(&sentence);
    }
    Ok(Outcome::Sound)
}

impl Args {
    /// The days that are asked for; nothing, and a complaint, where the last is before the first.
    fn period(&self, shared: &Shared) -> Option<Period> {
        let first = self.from.unwrap_or(shared.today);
        if let Some(weeks) = self.week {
            let monday = first.saturating_sub(first.weekday().to_monday_zero_offset().days());
            return Some(Period {
                from: monday,
                to: monday.saturating_add((i64::from(weeks) * 7 - 1).days()),
            });
        }
        let to = self.to.unwrap_or_else(|| first.saturating_add(6.days()));
        if to < first {
            let args = [("from", first.to_string().into()), ("to", to.to_string().into())];
            shared.complain(&shared.say("agenda-backwards", &args));
            return None;
        }
        Some(Period { from: first, to })
    }
}

/// The people of these ids; nothing, and a complaint, where one is none.
fn people(words: &[String], whole: &Whole, shared: &Shared) -> Option<Vec<Id>> {
    let mut people = Vec::new();
    for word in words {
        let id = named::thing(&whole.plan, word, &whole.source.path, shared)?;
        if whole.plan.names.get(id).kind != Kind::Person {
            let args = [
                ("title", escaped(whole.plan.title_of(id)).into_owned().into()),
                ("id", whole.plan.names.name(id).into()),
            ];
            shared.complain(&shared.say("agenda-no-person", &args));
            return None;
        }
        if !people.contains(&id) {
            people.push(id);
        }
    }
    Some(people)
}
