//! `single-insider`.

use super::insiders;
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Severity, Stage};

/// See `docs/findings/single-insider.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::SingleInsider,
    family: Family::People,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    for party in plan.parties.iter().filter(|party| context.contacts().is_reached(party.id)) {
        let mut insiders = insiders(party);
        if let (Some(only), None) = (insiders.next(), insiders.next())
            && !plan.is_faulty(Some(party.id), "access")
        {
            let finding =
                Found::about(plan, party.id).with("person", Value::Id(only)).beside(plan, only, "insider");
            found.push(finding);
        }
    }
}
