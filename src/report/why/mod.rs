//! So that what? What a thing leads up to, what it stands on, and what falls with it.

mod json;
mod sight;
mod text;

pub(crate) use json::Document;
pub use json::json;
pub(crate) use text::how_many;
pub use text::{brief, text};

use crate::graph::{Fall, Graph, Lines, Most, Need, Presence, Stand};
use crate::plan::{Id, Kind, Plan, Use};
use std::collections::HashSet;

/// All that is told about one thing.
#[derive(Debug)]
pub struct Why<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What stands on what in it.
    pub graph: &'a Graph,
    /// What is asked about.
    pub id: Id,
    /// Where it is used.
    pub uses: Vec<Use>,
    /// The lines of sight from it up to the ambition. Those of what is no item begin with the work that it has a part in.
    pub lines: Lines,
    /// Where no line leads to the ambition: how far up it goes.
    pub dead_ends: Lines,
    /// What it stands on; several of one kind of which each is needed are one.
    pub stands_on: Vec<Stand>,
    /// What supports it and is done.
    pub done: Vec<Id>,
    /// What falls with it; for a scenario, with all that it does without. Nothing for what nothing can stand on.
    pub fall: Option<Fall>,
}

impl<'a> Why<'a> {
    /// What is to be told about this thing.
    #[must_use]
    pub fn of(plan: &'a Plan, graph: &'a Graph, id: Id, most: Most) -> Self {
        let uses = plan.uses_of(id);
        let kind = plan.names.get(id).kind;
        let starts = if kind.level().is_some() { vec![id] } else { starts(plan, graph, &uses) };
        let lines = Lines::up_from(plan, graph, &starts, true, most);
        let dead_ends = if lines.count == 0 && kind != Kind::Ambition {
            Lines::up_from(plan, graph, &starts, false, most)
        } else {
            Lines::default()
        };
        let stands_on = joined(graph.stands_on(id));
        let fall = failing(plan, id).map(|failing| graph.falls(plan, &failing));
        let done = graph.present_supporters(id).filter(|&id| graph.presence(id) == Presence::Done).collect();
        Self { plan, graph, id, uses, lines, dead_ends, stands_on, done, fall }
    }

    /// What kind of thing is asked about.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.plan.names.get(self.id).kind
    }
}

/// The work that lines of sight begin with: what names the thing, but not what belongs to other work that names it.
fn starts(plan: &Plan, graph: &Graph, uses: &[Use]) -> Vec<Id> {
    let named: Vec<Id> =
        uses.iter().filter(|u| u.part.leads_up(plan.names.get(u.id).kind)).map(|u| u.id).collect();
    let all: HashSet<Id> = named.iter().copied().collect();
    let mut told = HashSet::new();
    let is_start = |id: &Id| {
        let belongs = graph.supports(*id).any(|above| above != *id && all.contains(&above));
        graph.presence(*id) != Presence::Absent && !belongs
    };
    let mut starts: Vec<Id> = named.into_iter().filter(is_start).filter(|id| told.insert(*id)).collect();
    // What is still to be done goes before what is done.
    starts.sort_unstable_by_key(|&id| (graph.presence(id) == Presence::Done, id));
    starts
}

/// What fails together when this does; nothing for what can not fail.
fn failing(plan: &Plan, id: Id) -> Option<Vec<Id>> {
    let thing = plan.names.get(id);
    match thing.kind {
        Kind::Constituency | Kind::Other | Kind::Lesson | Kind::Option => None,
        Kind::Scenario => {
            let without = &plan.scenarios[thing.index as usize].without;
            (!without.is_empty()).then(|| without.iter().map(|gone| gone.id).collect())
        }
        _ => Some(vec![id]),
    }
}

/// Groups of one kind that are all needed, told as one: five assumptions are one list.
fn joined(stands: Vec<Stand>) -> Vec<Stand> {
    let mut joined: Vec<Stand> = Vec::new();
    for stand in stands {
        let needs_each = |s: &Stand| s.all || s.members.len() == 1;
        let fits = matches!(stand.need, Need::Assumption | Need::DependsOn | Need::Party | Need::Lead);
        match joined.iter_mut().find(|before| fits && before.need == stand.need && needs_each(before)) {
            Some(before) if needs_each(&stand) => {
                before.members.extend(stand.members);
                before.all = true;
                before.at_least = Some(before.members.len());
            }
            _ => joined.push(stand),
        }
    }
    joined
}
