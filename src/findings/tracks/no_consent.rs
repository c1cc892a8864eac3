//! `no-consent`.

use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Consent, Factor, FindingName, Id, Party, Severity, Stage, WorkKind};
use jiff::civil::Date;

/// See `docs/findings/no-consent.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::NoConsent,
    family: Family::Tracks,
    severity: Severity::Warning,
    from: Stage::Plan,
    factor: Some(Factor::Constituency),
    dated: false,
    fields: &[],
    find,
};

/// What is wrong with the consent of a party.
enum Reason {
    Withdrawn,
    Unknown,
    Old(Date, u32),
}

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    if plan.parties.iter().all(|party| party.consent.is_none()) {
        return;
    }
    for party in &plan.parties {
        let Some(reason) = reason(context, party) else { continue };
        let is_talk =
            |id: &Id| matches!(plan.item(*id)?.kind()?, WorkKind::Talks | WorkKind::Shuttle).then_some(());
        let talks: Vec<Id> = context.contacts().open(party.id).filter(|id| is_talk(id).is_some()).collect();
        if talks.is_empty() {
            continue;
        }
        let finding = Found::about(plan, party.id).beside_all(plan, &talks, "talks");
        let finding = finding.with("names", Value::Ids(talks));
        let word = |word: &str| Value::Text(word.into());
        found.push(match reason {
            Reason::Withdrawn => finding.with("reason", word("withdrawn")),
            Reason::Unknown => finding.with("reason", word("unknown")),
            Reason::Old(date, days) => finding
                .with("reason", word("old"))
                .with("date", Value::Date(date))
                .with("days", Value::Count(days.into()))
                .dated(),
        });
    }
}

/// Why talks with a party may not go on as they are. A plan that is not yet running is told only of what was taken back.
fn reason(context: &Context<'_>, party: &Party) -> Option<Reason> {
    let plan = context.plan;
    let consent = party.consent.map(|consent| consent.value);
    if consent == Some(Consent::Withdrawn) {
        return Some(Reason::Withdrawn);
    }
    if plan.stage() < Stage::Running || plan.is_faulty(Some(party.id), "consent") {
        return None;
    }
    if consent != Some(Consent::Given) {
        return Some(Reason::Unknown);
    }
    let date = party.consent_date?.value;
    let days = u32::try_from((context.today - date).get_days()).ok()?;
    (days > plan.settings.consent_days).then_some(Reason::Old(date, days))
}
