//! Which work is with which party and constituency.

use crate::graph::{Graph, Presence};
use crate::plan::{Degree, Id, Plan};

/// Work that is with somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// The activity or task.
    pub item: Id,
    /// How far a constituency takes part, where somebody has said it.
    pub degree: Option<Degree>,
    /// Whether the work is still open; else it is done.
    pub is_open: bool,
}

/// For every party and constituency the present work that is with it, in the order of the text.
#[derive(Debug)]
pub struct Contacts {
    /// By id.
    all: Vec<Vec<Contact>>,
}

impl Contacts {
    /// The contacts of a plan.
    #[must_use]
    pub fn of(plan: &Plan, graph: &Graph) -> Self {
        let mut all = vec![Vec::new(); plan.names.len()];
        for item in &plan.items {
            let presence = graph.presence(item.id);
            if presence == Presence::Absent {
                continue;
            }
            for link in item.work.iter().flat_map(|work| &work.with) {
                let degree = link.degree.map(|degree| degree.value);
                let contact = Contact { item: item.id, degree, is_open: presence == Presence::Open };
                all[link.to.id.index()].push(contact);
            }
        }
        Self { all }
    }

    /// The open and done work that is with it.
    #[must_use]
    pub fn with(&self, party: Id) -> &[Contact] {
        &self.all[party.index()]
    }

    /// The open work that is with it.
    pub fn open(&self, party: Id) -> impl Iterator<Item = Id> + '_ {
        self.with(party).iter().filter(|contact| contact.is_open).map(|contact| contact.item)
    }

    /// Whether open work is with it.
    #[must_use]
    pub fn is_reached(&self, party: Id) -> bool {
        self.open(party).next().is_some()
    }
}
