//! Which organisation does what: who leads, who works, who comes to which party, and where a hand-over has nobody.
//!
//! Nothing is told of a single person. The organisations of owners and teams count only where at least two people of
//! the plan belong to them; of the others it is told what the plan itself writes of the organisation (`lead`,
//! `partners`), and no more. Whom a party trusts (`access`) is not looked at.

mod json;
mod sections;
mod sheets;

pub(crate) use json::Document;
pub use json::json;
pub(crate) use sections::{Section, tables};
pub use sections::{markdown, text};
pub use sheets::sheet;

use crate::graph::{Graph, HandOver, Presence};
use crate::plan::{Id, Item, Level, Plan};
use std::collections::BTreeMap;

/// So many people of an organisation must stand in the plan before what its people do is told of it.
const FEWEST_PEOPLE: usize = 2;

/// Who comes to a party in the work of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// The party.
    pub party: Id,
    /// The organisations that come, in the order of the text; empty where none is named.
    pub organisations: Vec<Id>,
    /// The activities and tasks in which they come.
    pub work: Vec<Id>,
}

/// What organisations do for one objective or activity, or for what else work leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The objective or activity; or a goal or the ambition, for the work that leads to it beside the objectives.
    /// Nothing: the work that leads to none of these yet.
    pub item: Option<Id>,
    /// Whether it is open, or done.
    pub presence: Presence,
    /// Its own `lead`.
    pub lead: Option<Id>,
    /// Other organisations that lead some of its work, in the order of the text.
    pub leads: Vec<Id>,
    /// Further organisations that work on it, in the order of the text.
    pub works: Vec<Id>,
    /// Who comes to which party, in the order of the text.
    pub doors: Vec<Door>,
    /// Other objectives lead to it: what their work is stands with them.
    pub has_objectives_below: bool,
    /// How many of its activities and tasks are open.
    pub open: usize,
    /// How many of them are done.
    pub done: usize,
}

/// Which organisation does what in a plan.
#[derive(Debug)]
pub struct Cooperation<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// Every present objective once, and each goal and the ambition where work leads to it beside the objectives, in the
    /// order of the text; last the work that leads to none of them yet.
    pub rows: Vec<Row>,
    /// Every present activity once, in the order of the text, where they are asked for.
    pub activities: Vec<Row>,
    /// Who comes to which party in the whole of the open work.
    pub doors: Vec<Door>,
    /// The hand-overs that nobody holds, as the finding `open-hand-over` has them.
    pub hand_overs: Vec<HandOver>,
}

impl<'a> Cooperation<'a> {
    /// Who does what for the objectives of a plan.
    #[must_use]
    pub fn of(plan: &'a Plan, graph: &Graph) -> Self {
        let gathering = Gathering::of(plan, graph);
        let mut hand_overs = graph.hand_overs(plan);
        hand_overs.retain(|hand_over| !hand_over.is_held);
        let open = plan.items.iter().filter(|item| item.level >= Level::Activity && graph.is_open(item.id));
        let doors = gathering.row(None, &open.map(|item| item.id).collect::<Vec<_>>()).doors;
        Self { plan, rows: gathering.rows(), doors, activities: Vec::new(), hand_overs }
    }

    /// The same with a row for each activity.
    #[must_use]
    pub fn with_activities(plan: &'a Plan, graph: &Graph) -> Self {
        let gathering = Gathering::of(plan, graph);
        let present = plan.level(Level::Activity).filter(|item| gathering.is_present(item.id));
        let row = |item: &Item| {
            let tasks = graph.present_supporters(item.id).filter(|&id| is_of(plan, id, Level::Task));
            gathering.row(Some(item.id), &std::iter::once(item.id).chain(tasks).collect::<Vec<_>>())
        };
        Self { activities: present.map(row).collect(), ..Self::of(plan, graph) }
    }
}

fn is_of(plan: &Plan, id: Id, level: Level) -> bool {
    plan.item(id).is_some_and(|item| item.level == level)
}

/// What is needed to bring work and organisations together.
struct Gathering<'a> {
    plan: &'a Plan,
    graph: &'a Graph,
    /// For each organisation how many people of the plan belong to it.
    people: Vec<usize>,
}

impl<'a> Gathering<'a> {
    fn of(plan: &'a Plan, graph: &'a Graph) -> Self {
        let mut people = vec![0; plan.organisations.len()];
        for organisation in plan.people.iter().filter_map(|person| person.organisation) {
            people[plan.names.get(organisation.id).index as usize] += 1;
        }
        Self { plan, graph, people }
    }

    fn is_present(&self, id: Id) -> bool {
        self.graph.presence(id) != Presence::Absent
    }

    fn rows(&self) -> Vec<Row> {
        let plan = self.plan;
        // Work is looked at from each result it leads to, and from above it no further.
        let mut is_placed = vec![false; plan.names.len()];
        let mut seen = vec![u32::MAX; plan.names.len()];
        let mut rows = Vec::new();
        let results = plan.items.iter().filter(|item| item.level < Level::Activity);
        for (number, item) in results.enumerate() {
            if !self.is_present(item.id) {
                continue;
            }
            let work = self.work_below(item.id, number as u32, &mut seen);
            for id in &work {
                is_placed[id.index()] = true;
            }
            if item.level == Level::Objective || !work.is_empty() {
                rows.push(self.row(Some(item.id), &work));
            }
        }
        rows.sort_by_key(|row| row.item);
        let is_loose = |item: &&Item| {
            item.level >= Level::Activity && self.is_present(item.id) && !is_placed[item.id.index()]
        };
        let loose: Vec<Id> = plan.items.iter().filter(is_loose).map(|item| item.id).collect();
        if !loose.is_empty() {
            rows.push(self.row(None, &loose));
        }
        rows
    }

    /// The present activities and tasks that lead to it with nothing but work between, in the order of the text.
    fn work_below(&self, top: Id, mark: u32, seen: &mut [u32]) -> Vec<Id> {
        let mut work = Vec::new();
        let mut queue = vec![top];
        while let Some(id) = queue.pop() {
            for below in self.graph.present_supporters(id) {
                let is_work = self.plan.item(below).is_some_and(|item| item.level >= Level::Activity);
                if is_work && std::mem::replace(&mut seen[below.index()], mark) != mark {
                    work.push(below);
                    queue.push(below);
                }
            }
        }
        work.sort_unstable();
        work
    }

    /// What organisations do in this work: the open work, or the done where none is open.
    fn row(&self, item: Option<Id>, work: &[Id]) -> Row {
        let open = work.iter().filter(|&&id| self.graph.is_open(id)).count();
        let is_told = |id: &&Id| open == 0 || self.graph.is_open(**id);
        let of_item = item.and_then(|id| self.plan.item(id));
        let lead = of_item.and_then(lead);
        let mut leads = Vec::new();
        let mut works: Vec<Id> = of_item.into_iter().flat_map(partners).collect();
        let mut doors: BTreeMap<Id, Door> = BTreeMap::new();
        for item in work.iter().filter(is_told).filter_map(|&id| self.plan.item(id)) {
            let at_work = self.at_work(item);
            leads.extend(self::lead(item));
            works.extend(&at_work);
            for link in item.work.iter().flat_map(|work| &work.with).filter(|link| self.is_party(link.to.id))
            {
                let party = link.to.id;
                let door = doors.entry(party).or_insert_with(|| Door {
                    party,
                    organisations: Vec::new(),
                    work: Vec::new(),
                });
                door.organisations.extend(self::lead(item).iter().chain(&at_work));
                door.work.push(item.id);
            }
        }
        once_each(&mut leads);
        leads.retain(|&organisation| Some(organisation) != lead);
        once_each(&mut works);
        works
            .retain(|organisation| Some(*organisation) != lead && leads.binary_search(organisation).is_err());
        let mut doors: Vec<Door> = doors.into_values().collect();
        for door in &mut doors {
            once_each(&mut door.organisations);
        }
        let presence = item.map_or(Presence::Open, |id| self.graph.presence(id));
        let mut below = item.into_iter().flat_map(|id| self.graph.present_supporters(id));
        let has_objectives_below = below.any(|id| is_of(self.plan, id, Level::Objective));
        Row { item, presence, lead, leads, works, doors, has_objectives_below, open, done: work.len() - open }
    }

    /// The partners of some work, and the organisations of its owner and its team as far as they tell of no single person.
    fn at_work(&self, item: &Item) -> Vec<Id> {
        let plan = self.plan;
        let team = item.work.iter().flat_map(|work| &work.team).map(|person| person.id);
        let organisation = |person: Id| {
            let person = &plan.people[plan.names.get(person).index as usize];
            let id = person.organisation?.id;
            (self.people[plan.names.get(id).index as usize] >= FEWEST_PEOPLE).then_some(id)
        };
        let of_people = team.chain(self.graph.owner(plan, item)).filter_map(organisation);
        partners(item).chain(of_people).collect()
    }

    fn is_party(&self, id: Id) -> bool {
        self.plan.names.get(id).kind == crate::plan::Kind::Party
    }
}

fn lead(item: &Item) -> Option<Id> {
    item.work.as_ref().and_then(|work| work.lead).map(|lead| lead.id)
}

fn partners(item: &Item) -> impl Iterator<Item = Id> {
    item.work.iter().flat_map(|work| &work.partners).map(|partner| partner.id)
}

/// Each once, in the order of the text.
fn once_each(ids: &mut Vec<Id>) {
    ids.sort_unstable();
    ids.dedup();
}
