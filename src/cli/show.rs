//! `scf show`.

use super::one_plan::OnePlan;
use super::{Format, HELP, Outcome, Shared, named, plans};
use crate::check::{self, Check};
use crate::findings::Finding;
use crate::lang::escaped;
use crate::plan::{Id, Plan};
use crate::report::show::{self, Ladder, Part};
use std::io::Write;

/// The whole plan as a tree, from the ambition down to daily work
#[derive(Debug, clap::Args)]
#[command(help_template = HELP, before_help = "\
Examples:
  scf show plan.scf.yaml                       The whole plan
  scf show plan.scf.yaml --depth 2             Only the two levels below the ambition
  scf show plan.scf.yaml --under corridor-map  One part, with all that leads to it
  scf show plan.scf.yaml --table               The same as a table, with dates and people
", after_long_help = "\
Each line is a title. Behind it stands its id, the short name that you type in other commands. What supports several \
things stands under the first of them. At the margin, ! marks what is missing or does not fit, and ? what is worth a \
conversation. What does not lead to the ambition yet stands at the end.")]
pub struct Args {
    /// The plan.
    #[command(flatten)]
    pub one: OnePlan,
    /// Show only this many steps below the top
    #[arg(long, value_name = "N")]
    pub depth: Option<u32>,
    /// Show only this item and what leads to it
    #[arg(long, value_name = "ID")]
    pub under: Option<String>,
    /// Show a table instead of a tree
    #[arg(long)]
    pub table: bool,
}

/// Shows a plan.
///
/// # Errors
/// Where no plan is meant, an id is not in it, or the answer cannot be written.
pub fn run(args: &Args, shared: &Shared, out: &mut dyn Write) -> anyhow::Result<Outcome> {
    let (source, options) = plans::one(args.one.plan.as_deref(), shared)?;
    let check = check::check(source, &options);
    let part = match (&check.plan, &args.under) {
        (Some(plan), Some(under)) => {
            let Some(id) = top(plan, under, &check, shared) else { return Ok(Outcome::Unanswered) };
            Part { under: Some(id), depth: args.depth }
        }
        _ => Part { under: None, depth: args.depth },
    };
    let ladder = match (&check.plan, &check.graph) {
        (Some(plan), Some(graph)) => Ladder::of(plan, graph, part),
        _ => Ladder::default(),
    };
    if !check.complete() {
        say_incomplete(&check, shared);
    }
    let wording = shared.wording(check.plan.as_ref(), args.one.include);
    match shared.format {
        Format::Json | Format::Yaml => show::json(&check, &ladder, wording, shared.today, out)?,
        _ if args.table => {
            out.write_all(show::table(&check, &ladder, wording, shared.width).as_bytes())?;
        }
        _ => out.write_all(show::tree(&check, &ladder, wording, shared.width).as_bytes())?,
    }
    Ok(if check.plan.is_some() { Outcome::Sound } else { Outcome::Weak })
}

/// The item that the picture is to begin with; nothing, and a complaint, where the word means none.
fn top(plan: &Plan, under: &str, check: &Check, shared: &Shared) -> Option<Id> {
    let id = named::thing(plan, under, &check.source.path, shared)?;
    if plan.item(id).is_some() {
        return Some(id);
    }
    let args = [
        ("title", escaped(plan.title_of(id)).into_owned().into()),
        ("id", plan.names.name(id).into()),
        ("path", escaped(&check.source.path).into_owned().into()),
    ];
    shared.complain(&shared.say("show-under-is-no-item", &args));
    None
}

fn say_incomplete(check: &Check, shared: &Shared) {
    let path = escaped(&check.source.path).into_owned();
    let message = if check.plan.is_some() { "show-incomplete" } else { "show-unreadable" };
    let count = check.findings.iter().filter(|finding| is_fault(finding)).count();
    shared.complain(&shared.say(message, &[("path", path.into()), ("count", count.into())]));
}

fn is_fault(finding: &Finding) -> bool {
    finding.slip.is_some()
}
