//! `outside-window`.

use super::{is_backwards, own_days};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Item, Level, Severity, Stage};
use jiff::civil::Date;

/// See `docs/findings/outside-window.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::OutsideWindow,
    family: Family::Time,
    severity: Severity::Warning,
    from: Stage::Sketch,
    factor: Some(Factor::Planning),
    dated: false,
    fields: &[],
    find,
};

/// First and last day, as far as they are written.
type Days = (Option<Date>, Option<Date>);

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let of_plan = (plan.start.map(|day| day.value), plan.end.map(|day| day.value));
    for item in plan.items.iter().filter(|item| context.graph.is_open(item.id)) {
        let own = own_days(item);
        let holder = item.holder.map(|holder| &plan.items[holder as usize]);
        let in_holder = holder.map(own_days).and_then(|holder| outside(own, holder, item));
        if let Some((side, holder)) = in_holder.zip(holder) {
            let finding = side.of(Found::about(plan, item.id), "holder");
            found.push(finding.with("holder", Value::Id(holder.id)).beside(plan, holder.id, "holder"));
        } else if let Some(side) = beyond(own, of_plan) {
            found.push(side.of(Found::about(plan, item.id), "plan"));
        }
    }
}

/// A day that lies outside, and the limit that it does not keep.
struct Side {
    /// Early or late.
    which: &'static str,
    date: Date,
    limit: Date,
}

impl Side {
    fn of(&self, found: Found, limit_of: &'static str) -> Found {
        found
            .with("side", Value::Text(self.which.into()))
            .with("date", Value::Date(self.date))
            .with("limit", Value::Date(self.limit))
            .with("where", Value::Text(limit_of.into()))
    }
}

/// The day that lies outside the holder's; a task that is over before its holder begins prepares it.
fn outside(own: Days, holder: Days, item: &Item) -> Option<Side> {
    let is_over = own.1.zip(holder.0).is_some_and(|(end, begins)| end < begins);
    if item.level == Level::Task && is_over { None } else { beyond(own, holder) }
}

/// The day that lies outside; none where either pair of days is the wrong way round, for `backwards` tells that.
fn beyond(own: Days, frame: Days) -> Option<Side> {
    if is_backwards(own) || is_backwards(frame) {
        return None;
    }
    let early = frame.0.and_then(|limit| {
        let date = [own.0, own.1].into_iter().flatten().find(|day| *day < limit)?;
        Some(Side { which: "early", date, limit })
    });
    early.or_else(|| {
        let limit = frame.1?;
        let date = [own.1, own.0].into_iter().flatten().find(|day| *day > limit)?;
        Some(Side { which: "late", date, limit })
    })
}
