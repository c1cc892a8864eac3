//! `backwards`.

use super::{is_backwards, own_days};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};
use jiff::civil::Date;

/// See `docs/findings/backwards.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::Backwards,
    family: Family::Time,
    severity: Severity::Error,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let of_plan = (plan.start.map(|day| day.value), plan.end.map(|day| day.value));
    found.extend(told(of_plan).map(|days| days.of(Found::about_plan(plan, "start"))));
    let open =
        plan.items.iter().filter(|item| context.graph.is_open(item.id)).map(|item| (item.id, own_days(item)));
    let donors = plan
        .donors
        .iter()
        .map(|donor| (donor.id, (donor.start.map(|day| day.value), donor.end.map(|day| day.value))));
    // One finding a person: the first time away that is the wrong way round.
    let people = plan.people.iter().filter_map(|person| {
        let mut away =
            person.away.iter().map(|away| (away.start.map(|day| day.value), away.end.map(|day| day.value)));
        Some((person.id, away.find(|days| is_backwards(*days))?))
    });
    for (id, days) in open.chain(donors).chain(people) {
        found.extend(told(days).map(|days| days.of(Found::about(plan, id))));
    }
}

/// Two days of which the first is later.
struct Turned {
    start: Date,
    end: Date,
}

fn told(days: (Option<Date>, Option<Date>)) -> Option<Turned> {
    let (start, end) = days.0.zip(days.1).filter(|_| is_backwards(days))?;
    Some(Turned { start, end })
}

impl Turned {
    fn of(self, found: Found) -> Found {
        found.with("start", Value::Date(self.start)).with("end", Value::Date(self.end))
    }
}
