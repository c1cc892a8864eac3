//! What is weak about a plan: one file a finding, in a folder a family.
//!
//! To add a finding: write its file with a `pub const DEFINITION`, name it in [`REGISTRY`], give it its sentences in
//! `locales/en/findings.ftl`, its page in `docs/findings` and its two plans in `tests/findings`.

mod acceptance;
mod accepted;
mod care;
mod choices;
mod contacts;
mod definition;
mod finding;
mod line;
mod money;
mod people;
mod severities;
mod text;
mod time;
#[cfg(test)]
mod told;
mod tracks;

pub use acceptance::{Acceptance, Reason};
pub use contacts::{Contact, Contacts};
pub use definition::{Definition, Family};
pub use finding::{Finding, Related, Subject, Value};
pub use severities::{Severities, Weighed};

use crate::graph::{ChokePoint, Graph, Listed, Load, Schemes, Sequence, WeakPoints, Windows};
use crate::plan::{Factor, FindingName, Id, Plan, Stage};
use crate::source::{Fault, Span};
use jiff::civil::Date;
use std::cell::OnceCell;

/// Every finding that is built, family by family.
pub const REGISTRY: &[&Definition] = &[
    &text::INVALID,
    &text::UNKNOWN_ID,
    &text::DUPLICATE_ID,
    &line::cycle::DEFINITION,
    &line::upside_down::DEFINITION,
    &line::orphan::DEFINITION,
    &line::unsupported::DEFINITION,
    &line::bottleneck::DEFINITION,
    &line::choke_point::DEFINITION,
    &line::single_thread::DEFINITION,
    &line::leans_on_dropped::DEFINITION,
    &line::level_skip::DEFINITION,
    &line::no_because::DEFINITION,
    &line::no_sign::DEFINITION,
    &line::no_tasks::DEFINITION,
    &line::needs_unsaid::DEFINITION,
    &line::crowded::DEFINITION,
    &line::activity_as_result::DEFINITION,
    &line::not_reviewed::DEFINITION,
    &people::no_owner::DEFINITION,
    &people::no_host::DEFINITION,
    &people::no_decision_rule::DEFINITION,
    &people::single_insider::DEFINITION,
    &people::no_access::DEFINITION,
    &people::unreached::DEFINITION,
    &people::overload::DEFINITION,
    &people::carries_most::DEFINITION,
    &people::no_deputy::DEFINITION,
    &people::one_sided_team::DEFINITION,
    &people::dual_role::DEFINITION,
    &people::exposed::DEFINITION,
    &money::unfunded::DEFINITION,
    &money::overspent::DEFINITION,
    &money::donor_concentration::DEFINITION,
    &money::funding_cliff::DEFINITION,
    &money::contact_ban::DEFINITION,
    &money::visibility_clash::DEFINITION,
    &money::reporting_load::DEFINITION,
    &choices::clashing_choices::DEFINITION,
    &choices::no_scheme::DEFINITION,
    &choices::closed_option::DEFINITION,
    &choices::hangs_on_choice::DEFINITION,
    &choices::blocked_by_choice::DEFINITION,
    &choices::decision_due::DEFINITION,
    &choices::no_decider::DEFINITION,
    &choices::unreasoned_choice::DEFINITION,
    &choices::one_option::DEFINITION,
    &choices::open_ended_later::DEFINITION,
    &choices::broken_assumption::DEFINITION,
    &choices::open_question::DEFINITION,
    &time::backwards::DEFINITION,
    &time::outside_window::DEFINITION,
    &time::starts_too_early::DEFINITION,
    &time::too_late::DEFINITION,
    &time::overdue::DEFINITION,
    &tracks::no_track_link::DEFINITION,
    &tracks::uncoordinated::DEFINITION,
    &tracks::no_lead::DEFINITION,
    &tracks::open_hand_over::DEFINITION,
    &tracks::two_at_one_door::DEFINITION,
    &tracks::constituency_ignored::DEFINITION,
    &tracks::only_informed::DEFINITION,
    &tracks::late_inclusion::DEFINITION,
    &tracks::no_consent::DEFINITION,
    &tracks::handshake_only::DEFINITION,
    &tracks::no_analysis::DEFINITION,
    &tracks::no_planning_time::DEFINITION,
    &care::identity_leak::DEFINITION,
    &care::core_in_public::DEFINITION,
    &accepted::UNUSED_ACCEPTANCE,
];

/// The definition of a finding; nothing where it is not built yet.
#[must_use]
pub fn definition(name: FindingName) -> Option<&'static Definition> {
    REGISTRY.iter().copied().find(|definition| definition.name == name)
}

/// What every finding is worked out from.
#[derive(Debug)]
pub struct Context<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What stands on what in it.
    pub graph: &'a Graph,
    /// The day it is today.
    pub today: Date,
    /// The words with which a title tells of work, in the plan's language; empty where nobody has listed them.
    pub doing_words: &'a [&'a str],
    weak_points: OnceCell<WeakPoints>,
    choke_points: OnceCell<Vec<ChokePoint>>,
    contacts: OnceCell<Contacts>,
    windows: OnceCell<Windows>,
    sequence: OnceCell<Sequence>,
    load: OnceCell<Load>,
    schemes: OnceCell<Schemes<'a>>,
}

impl<'a> Context<'a> {
    /// What findings in this plan are worked out from.
    #[must_use]
    pub fn new(plan: &'a Plan, graph: &'a Graph, today: Date, doing_words: &'a [&'a str]) -> Self {
        Self {
            plan,
            graph,
            today,
            doing_words,
            weak_points: OnceCell::new(),
            choke_points: OnceCell::new(),
            contacts: OnceCell::new(),
            windows: OnceCell::new(),
            sequence: OnceCell::new(),
            load: OnceCell::new(),
            schemes: OnceCell::new(),
        }
    }

    /// The feasible schemes.
    #[must_use]
    pub fn schemes(&self) -> &Schemes<'a> {
        self.schemes.get_or_init(|| self.graph.schemes(self.plan))
    }

    /// Bottlenecks and single threads: worked out once, for several findings.
    #[must_use]
    pub fn weak_points(&self) -> &WeakPoints {
        self.weak_points.get_or_init(|| self.graph.weak_points(self.plan))
    }

    /// Work for which much other work waits.
    #[must_use]
    pub fn choke_points(&self) -> &[ChokePoint] {
        self.choke_points.get_or_init(|| self.graph.choke_points(self.plan))
    }

    /// Which work is with whom.
    #[must_use]
    pub fn contacts(&self) -> &Contacts {
        self.contacts.get_or_init(|| Contacts::of(self.plan, self.graph))
    }

    /// Between which days everything is to be done.
    #[must_use]
    pub fn windows(&self) -> &Windows {
        self.windows.get_or_init(|| Windows::of(self.plan, self.graph))
    }

    /// When everything can be begun and finished.
    #[must_use]
    pub fn sequence(&self) -> &Sequence {
        self.sequence.get_or_init(|| Sequence::of(self.plan, self.graph, self.windows()))
    }

    /// How many hours of work everybody has in each week.
    #[must_use]
    pub fn load(&self) -> &Load {
        self.load.get_or_init(|| Load::of(self.plan, self.graph, self.windows()))
    }
}

/// A case of a finding, before its definition and the settings are applied to it.
#[derive(Debug)]
pub struct Found {
    subject: Subject,
    at: Span,
    related: Vec<Related>,
    facts: Vec<(&'static str, Value)>,
    factor: Option<Factor>,
    dated: bool,
}

impl Found {
    /// About something with an id; it stands at its key.
    #[must_use]
    pub fn about(plan: &Plan, id: Id) -> Self {
        Self::new(Subject::Thing(id), plan.names.get(id).at)
    }

    /// About the whole plan; `path` names what part of it, so that two of them are told apart.
    #[must_use]
    pub fn about_plan(plan: &Plan, path: &str) -> Self {
        Self::new(Subject::Plan(path.into()), plan.at)
    }

    /// About this, at this place.
    #[must_use]
    pub fn new(subject: Subject, at: Span) -> Self {
        Self { subject, at, related: Vec::new(), facts: Vec::new(), factor: None, dated: false }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: Value) -> Self {
        self.facts.push((name, value));
        self
    }

    /// With a list that may be long, and how long it is beside it.
    #[must_use]
    pub fn with_list(self, [name, count]: [&'static str; 2], listed: &Listed) -> Self {
        self.with(name, Value::Ids(listed.ids.clone())).with(count, Value::Count(listed.count))
    }

    /// With a further place: the key of a thing.
    #[must_use]
    pub fn beside(mut self, plan: &Plan, id: Id, role: &'static str) -> Self {
        self.related.push(Related { item: Some(id), at: plan.names.get(id).at, role });
        self
    }

    /// With further places: the keys of things.
    #[must_use]
    pub fn beside_all(mut self, plan: &Plan, ids: &[Id], role: &'static str) -> Self {
        let places = ids.iter().map(|&id| Related { item: Some(id), at: plan.names.get(id).at, role });
        self.related.extend(places);
        self
    }

    /// With further places that are no keys of things.
    #[must_use]
    pub fn beside_places(mut self, places: impl Iterator<Item = Related>) -> Self {
        self.related.extend(places);
        self
    }

    /// With a factor that depends on the case.
    #[must_use]
    pub fn of_factor(mut self, factor: Factor) -> Self {
        self.factor = Some(factor);
        self
    }

    /// As one that only time has brought.
    #[must_use]
    pub fn dated(mut self) -> Self {
        self.dated = true;
        self
    }
}

/// All findings of a plan whose text could be read, sorted as JSON tells them: by line, column, severity, finding, item.
#[must_use]
pub fn find_all(context: &Context<'_>, faults: &[Fault], severities: Severities<'_>) -> Vec<Finding> {
    let plan = context.plan;
    let stage = plan.stage();
    let mut findings = text::findings_of(faults, Some(plan));
    let mut found = Vec::new();
    for definition in REGISTRY {
        let Some(weighed) = severities.of(definition) else { continue };
        if definition.from > stage {
            continue;
        }
        (definition.find)(context, &mut found);
        findings.extend(found.drain(..).map(|found| finding(definition, weighed, found)));
    }
    let unmet = accepted::apply(context, &mut findings);
    if plan.complete
        && let Some(weighed) = severities.of(&accepted::UNUSED_ACCEPTANCE)
    {
        findings.extend(unmet.into_iter().map(|found| finding(&accepted::UNUSED_ACCEPTANCE, weighed, found)));
    }
    sort(&mut findings, Some(plan));
    findings
}

/// The findings of these names, whatever the stage and however heavy.
#[must_use]
pub fn find_named(context: &Context<'_>, names: &[FindingName]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut found = Vec::new();
    for definition in names.iter().filter_map(|&name| definition(name)) {
        (definition.find)(context, &mut found);
        let weighed = definition.severity.into();
        findings.extend(found.drain(..).map(|found| finding(definition, weighed, found)));
    }
    sort(&mut findings, Some(context.plan));
    findings
}

/// All findings of a text that could not be read as a plan.
#[must_use]
pub fn find_in_text(faults: &[Fault]) -> Vec<Finding> {
    let mut findings = text::findings_of(faults, None);
    sort(&mut findings, None);
    findings
}

fn finding(definition: &Definition, weighed: Weighed, found: Found) -> Finding {
    Finding {
        name: definition.name,
        severity: weighed.severity,
        dated: definition.dated || found.dated,
        subject: found.subject,
        at: found.at,
        related: found.related,
        factor: found.factor.or(definition.factor),
        slip: None,
        facts: found.facts,
        accepted: weighed.lowered,
    }
}

fn sort(findings: &mut [Finding], plan: Option<&Plan>) {
    // Byte order is the order of lines and columns.
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.at.start, f.severity);
        key(a)
            .cmp(&key(b))
            .then_with(|| a.name.name().cmp(b.name.name()))
            .then_with(|| a.subject.item(plan).cmp(&b.subject.item(plan)))
    });
}

/// The families of which nothing is looked at in this plan: no finding of them is given at its stage, or nothing of
/// them is written.
#[must_use]
pub fn not_looked_at(plan: &Plan) -> Vec<Family> {
    let stage = plan.stage();
    let given = |family| REGISTRY.iter().any(|d| d.family == family && d.from <= stage);
    Family::LOOKED_AT.into_iter().filter(|&family| !given(family) || !is_written(plan, family)).collect()
}

fn is_written(plan: &Plan, family: Family) -> bool {
    let works = || plan.items.iter().filter_map(|item| item.work.as_deref());
    match family {
        Family::Text | Family::Line | Family::Care => true,
        Family::People => !plan.people.is_empty() || !plan.parties.is_empty() || plan.set_up.is_some(),
        Family::Money => {
            !plan.donors.is_empty() || works().any(|work| work.cost.is_some() || work.funded_by.is_said())
        }
        Family::Choices => !plan.choices.is_empty() || !plan.assumptions.is_empty(),
        Family::Time => {
            plan.start.is_some()
                || plan.end.is_some()
                || plan.items.iter().any(|item| item.start.is_some() || item.end.is_some())
                || works().any(|work| work.days.is_some())
        }
        Family::Tracks => {
            !plan.organisations.is_empty()
                || !plan.constituencies.is_empty()
                || !plan.others.is_empty()
                || plan.items.iter().any(|item| item.track.is_some())
                || works().any(|work| work.kind.is_some() || !work.with.is_empty() || work.lead.is_some())
        }
    }
}

/// Every name with the stage it is given from, for lists: built ones only.
pub fn built() -> impl Iterator<Item = (&'static Definition, Stage)> {
    REGISTRY.iter().map(|definition| (*definition, definition.from))
}
