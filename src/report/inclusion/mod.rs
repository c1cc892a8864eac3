//! Whom the work is with: every constituency, from analysis to follow-up, and how far it has a say.
//!
//! To which part of the process work belongs is said by its own `kind`; nothing passes down from an activity to its
//! tasks. Nothing is told of a single person.

mod json;
mod sections;

pub(crate) use json::Document;
pub use json::json;
pub(crate) use sections::tabled;
pub use sections::{markdown, sheet, text};

use crate::findings::{Contact, Contacts};
use crate::graph::{Graph, Presence};
use crate::plan::{Degree, Id, Plan, WorkKind};

/// A part of the process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Who wants what, and why: kind analysis.
    Analysis,
    /// Where people meet and speak: kinds contact, shuttle, talks, training and outreach.
    Talks,
    /// Kind agreement.
    Agreement,
    /// Kind follow-up.
    FollowUp,
    /// All other work, and work that does not say its kind.
    Other,
}

impl Phase {
    /// All of them, in the order of the process.
    pub const ALL: [Self; 5] = [Self::Analysis, Self::Talks, Self::Agreement, Self::FollowUp, Self::Other];

    /// The part to which work of this kind belongs.
    #[must_use]
    pub fn of(kind: Option<WorkKind>) -> Self {
        match kind {
            Some(WorkKind::Analysis) => Self::Analysis,
            Some(
                WorkKind::Contact
                | WorkKind::Shuttle
                | WorkKind::Talks
                | WorkKind::Training
                | WorkKind::Outreach,
            ) => Self::Talks,
            Some(WorkKind::Agreement) => Self::Agreement,
            Some(WorkKind::FollowUp) => Self::FollowUp,
            Some(
                WorkKind::Coordination
                | WorkKind::Planning
                | WorkKind::Reporting
                | WorkKind::Security
                | WorkKind::Care,
            )
            | None => Self::Other,
        }
    }

    /// Its name in the catalogue and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Analysis => "analysis",
            Self::Talks => "talks",
            Self::Agreement => "agreement",
            Self::FollowUp => "follow-up",
            Self::Other => "other",
        }
    }
}

/// The work of one part of the process that is with one constituency.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    /// The furthest degree of this work, open or done; nothing where none is said.
    pub degree: Option<Degree>,
    /// How many of the activities and tasks are open.
    pub open: usize,
    /// How many of them are done.
    pub done: usize,
}

impl Part {
    /// Whether any work is in it.
    #[must_use]
    pub fn has_work(&self) -> bool {
        self.open + self.done > 0
    }

    fn add(&mut self, contact: Contact) {
        // Contact is the degree of parties; of a constituency it says nothing.
        let degree = contact.degree.filter(|&degree| degree != Degree::Contact);
        self.degree = self.degree.max(degree);
        if contact.is_open {
            self.open += 1;
        } else {
            self.done += 1;
        }
    }
}

/// One constituency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The constituency.
    pub constituency: Id,
    /// The work with it, for each of [`Phase::ALL`].
    pub parts: [Part; 5],
    /// The parties that speak for it (`represents`), in the order of the text.
    pub spoken_for_by: Vec<Id>,
}

impl Row {
    /// The work with it in this part of the process.
    #[must_use]
    pub fn part(&self, phase: Phase) -> Part {
        self.parts[phase as usize]
    }

    /// Whether any work is with it.
    #[must_use]
    pub fn is_engaged(&self) -> bool {
        self.parts.iter().any(Part::has_work)
    }
}

/// Whom the work of a plan is with.
#[derive(Debug)]
pub struct Inclusion<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Every constituency once, in the order of the text.
    pub rows: Vec<Row>,
    /// The parts of the process that have work, none of it with a constituency; other work left out.
    pub without_them: Vec<Phase>,
}

impl<'a> Inclusion<'a> {
    /// Whom the work of this plan is with.
    #[must_use]
    pub fn of(plan: &'a Plan, graph: &Graph) -> Self {
        let contacts = Contacts::of(plan, graph);
        let mut spoken_for_by: Vec<Vec<Id>> = vec![Vec::new(); plan.constituencies.len()];
        for party in &plan.parties {
            for represented in &party.represents {
                spoken_for_by[plan.names.get(represented.id).index as usize].push(party.id);
            }
        }
        let row = |(constituency, spoken_for_by): (&crate::plan::Constituency, Vec<Id>)| {
            let mut parts = [Part::default(); 5];
            for &contact in contacts.with(constituency.id) {
                let kind = plan.item(contact.item).and_then(crate::plan::Item::kind);
                parts[Phase::of(kind) as usize].add(contact);
            }
            Row { constituency: constituency.id, parts, spoken_for_by }
        };
        let rows: Vec<Row> = plan.constituencies.iter().zip(spoken_for_by).map(row).collect();
        let mut has_work = [false; 5];
        for item in plan.items.iter().filter(|item| graph.presence(item.id) != Presence::Absent) {
            has_work[Phase::of(item.kind()) as usize] = true;
        }
        let is_without = |phase: &Phase| {
            *phase != Phase::Other
                && has_work[*phase as usize]
                && !rows.iter().any(|row| row.part(*phase).has_work())
        };
        let without_them = Phase::ALL.into_iter().filter(is_without).collect();
        Self { plan, rows, without_them }
    }

    /// The parts of the process of which anything is told: the four, and other work where some is with somebody.
    pub fn phases(&self) -> impl Iterator<Item = Phase> + '_ {
        let has_other = self.rows.iter().any(|row| row.part(Phase::Other).has_work());
        Phase::ALL.into_iter().filter(move |&phase| phase != Phase::Other || has_other)
    }
}

/// The name of a degree in the catalogue and in JSON; the same word as in a plan.
fn degree_name(degree: Option<Degree>) -> &'static str {
    match degree {
        Some(Degree::Inform) => "inform",
        Some(Degree::Consult) => "consult",
        Some(Degree::TakePart) => "take-part",
        Some(Degree::Decide) => "decide",
        Some(Degree::Contact) | None => "unsaid",
    }
}
