//! `funding-cliff`.

use super::payment::{donor, donors, is_work};
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Item, Severity, Stage};
use jiff::civil::Date;

/// See `docs/findings/funding-cliff.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::FundingCliff,
    family: Family::Money,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Donors),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for item in plan.items.iter().filter(|item| is_work(item) && context.graph.is_open(item.id)) {
        let Some(end) = item.end.map(|end| end.value) else { continue };
        if let Some(until) = paid_until(context, item).filter(|until| end > *until) {
            let names: Vec<Id> = donors(context, item).map(|donor| donor.id).collect();
            let finding = Found::about(plan, item.id)
                .with("end", Value::Date(end))
                .with("until", Value::Date(until))
                .beside_all(plan, &names, "pays")
                .with("names", Value::Ids(names));
            found.push(finding);
        }
    }
}

/// The last day of the donors of a piece of work; nothing where it has none, or where one of them pays on without a day.
fn paid_until<'a>(context: &Context<'a>, item: &'a Item) -> Option<Date> {
    let plan = context.plan;
    let mut last = None;
    for paying in donors(context, item) {
        let own = donor(plan, paying.id).end;
        let end = own.or(plan.end).filter(|_| own.is_some() || !plan.is_faulty(Some(paying.id), "end"))?;
        last = last.max(Some(end.value));
    }
    last
}
