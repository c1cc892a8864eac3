//! `one-sided-team`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Factor, FindingName, Id, Severity, Stage};

/// See `docs/findings/one-sided-team.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::OneSidedTeam,
    family: Family::People,
    severity: Severity::Advice,
    from: Stage::Plan,
    factor: Some(Factor::Group),
    dated: false,
    fields: &[],
    find,
};

/// So few people may well be of one side.
const FEWEST: usize = 3;

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.people.iter().any(|person| plan.is_faulty(Some(person.id), "side")) {
        return;
    }
    let sides: Vec<Id> = plan.people.iter().filter_map(|person| person.side).map(|side| side.id).collect();
    if let [first, others @ ..] = &sides[..]
        && sides.len() >= FEWEST
        && others.iter().all(|side| side == first)
    {
        let finding = Found::about_plan(plan, "people.side")
            .with("party", Value::Id(*first))
            .with("count", Value::Count(sides.len() as u64))
            .beside(plan, *first, "side");
        found.push(finding);
    }
}
