//! Why something falls: the groups that are no longer met, and the way by which a loss travels.

use super::absence::{Afresh, NotHappening, Outcome};
use super::groups::Need;
use super::standing::Reading;
use super::{Fall, Graph, Presence, Stand};
use crate::plan::{Id, Kind, Plan};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, VecDeque};

/// Things that have failed together, and how everything else is then.
pub struct Failure<'g> {
    graph: &'g Graph,
    plan: &'g Plan,
    afresh: Afresh<'g>,
    outcome: Outcome,
    /// For each node that is down by this failure: by which member it is reached first, and over which group.
    ways: OnceCell<HashMap<u32, Way>>,
}

/// Why something does not stand any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// What it stands on is not enough any more.
    Broken(Broken),
    /// It has left the plan: it belongs to this option, which does not happen, or stands in this item, which has left.
    Absent(Id),
    /// Nothing in the plan leads to it, whatever happens.
    Bare,
}

/// A group that is no longer met. Each member is in one of the lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What is needed of whom. Supporters that have left the plan are not among the members.
    pub stand: Stand,
    /// Members that have failed or fallen.
    pub fallen: Vec<Id>,
    /// Members that did not stand before either.
    pub down: Vec<Id>,
    /// Members that stand.
    pub standing: Vec<Id>,
    /// Supporters that have left the plan.
    pub absent: Vec<Id>,
}

/// One step of the way by which a loss travels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainLink {
    /// What falls: an item, or a person with an organisation.
    pub id: Id,
    /// What has fallen or failed before it; for what leaves the plan, the option or the item it belongs to.
    pub through: Id,
    /// Why it falls with that.
    pub reason: Reason,
}

#[derive(Debug, Clone, Copy)]
enum Way {
    /// It failed itself.
    Failed,
    /// It has left the plan.
    Absent,
    /// A member, and the group by which it is one.
    Group(u32, u32),
    /// A supporter, where another has left the plan.
    Support(u32),
}

impl Graph {
    /// What becomes of everything when all of these fail together. A choice fails when none of its options happens, an
    /// option when it does not. What is done, what stands in a circle and what is not in the plan now cannot fail.
    #[must_use]
    pub fn failing<'g>(&'g self, plan: &'g Plan, failed: &[Id]) -> Failure<'g> {
        Failure::of(self, plan, failed, Reading::AsSaid)
    }

    /// The same with every `needs` that is not said read as `all`, in the baseline too.
    #[must_use]
    pub fn failing_if_all<'g>(&'g self, plan: &'g Plan, failed: &[Id]) -> Failure<'g> {
        Failure::of(self, plan, failed, Reading::IfAll)
    }
}

impl<'g> Failure<'g> {
    fn of(graph: &'g Graph, plan: &'g Plan, failed: &[Id], reading: Reading) -> Self {
        let mut nodes: Vec<u32> = Vec::new();
        let mut not_happening: Vec<NotHappening> = Vec::new();
        for &id in failed {
            let thing = plan.names.get(id);
            match thing.kind {
                Kind::Choice => not_happening.push((thing.index, None)),
                Kind::Option => not_happening.push((thing.index, plan.option_index(id))),
                _ => nodes.push(id.0),
            }
        }
        let afresh = graph.afresh(reading);
        let outcome = afresh.outcome(&nodes, &not_happening);
        Self { graph, plan, afresh, outcome, ways: OnceCell::new() }
    }

    /// What falls, what failed itself left out.
    #[must_use]
    pub fn fall(&self) -> Fall {
        let nodes = self.outcome.now.keys().copied().filter(|&node| self.graph.items.get(node).is_some());
        let mut falls: Vec<Id> = nodes.filter(|&node| self.has_fallen(Id(node))).map(Id).collect();
        falls.sort_unstable();
        let loss = falls.iter().copied().filter(|id| self.graph.counted[id.index()].is_result).collect();
        Fall { falls, loss }
    }

    /// People who fall with their organisation, in the order of the text.
    #[must_use]
    pub fn people(&self) -> Vec<Id> {
        self.plan.people.iter().map(|person| person.id).filter(|&id| self.has_fallen(id)).collect()
    }

    /// Whether it failed itself. What is done, or cannot fail for another reason, did not.
    #[must_use]
    pub fn has_failed(&self, id: Id) -> bool {
        self.outcome.failed.contains(&id.0)
    }

    /// Whether it stood before and does not now, without having failed itself.
    #[must_use]
    pub fn has_fallen(&self, id: Id) -> bool {
        self.afresh.has_fallen(id.0, &self.outcome)
    }

    /// Whether it stood before anything failed.
    #[must_use]
    pub fn stood(&self, id: Id) -> bool {
        self.is_in_plan(id) && !self.afresh.down[id.index()]
    }

    /// Whether it stands now. It may stand only now: what waits for an item that has left the plan waits no more.
    #[must_use]
    pub fn stands(&self, id: Id) -> bool {
        self.is_in_plan(id) && !self.is_down(id.0)
    }

    /// Whether it has left the plan with a choice or an option that does not happen.
    #[must_use]
    pub fn has_left(&self, id: Id) -> bool {
        self.outcome.absent.contains(&id.0)
    }

    /// Why it does not stand: first what is nearest to what failed. Nothing for what stands, for what failed itself, and
    /// for what was not in the plan before either.
    #[must_use]
    pub fn reasons(&self, id: Id) -> Vec<Reason> {
        if !self.is_down(id.0) || self.has_failed(id) || !self.is_in_plan(id) {
            return Vec::new();
        }
        if self.has_left(id) {
            return vec![self.why_absent(id)];
        }
        let misses_supporter = self.misses_supporter(id.0);
        let mut broken: Vec<Broken> = Vec::new();
        if misses_supporter {
            broken.extend(self.broken_support(id.0));
        }
        for &number in self.graph.groups.of(id.0) {
            let is_support = self.graph.groups.get(number).need == Need::Support;
            if !(is_support && misses_supporter) && self.is_broken(number) {
                broken.push(self.broken(number));
            }
        }
        let is_far =
            |broken: &Broken| !broken.fallen.iter().chain(&broken.absent).any(|id| self.is_cause(*id));
        broken.sort_by_key(is_far);
        let is_bare = broken.is_empty() && self.graph.groups.never_stands(id.0);
        let bare = is_bare.then_some(Reason::Bare);
        broken.into_iter().map(Reason::Broken).chain(bare).collect()
    }

    /// The shortest way from what failed up to something that has fallen; the last step is that itself. Nothing for what
    /// has not fallen.
    #[must_use]
    pub fn chain(&self, to: Id) -> Vec<ChainLink> {
        let mut steps = Vec::new();
        if !self.has_fallen(to) {
            return steps;
        }
        let ways = self.ways.get_or_init(|| self.find_ways());
        let mut at = to.0;
        while let Some(way) = ways.get(&at) {
            let (member, reason) = match *way {
                Way::Failed => break,
                Way::Absent => {
                    let reason = self.why_absent(Id(at));
                    let Reason::Absent(with) = reason else { break };
                    steps.push(ChainLink { id: Id(at), through: with, reason });
                    match ways.get(&with.0) {
                        Some(_) => at = with.0,
                        None => break,
                    }
                    continue;
                }
                Way::Group(member, number) => (member, Some(self.broken(number))),
                Way::Support(member) => (member, self.broken_support(at)),
            };
            let through = self.real(member, ways);
            if let Some(broken) = reason {
                steps.push(ChainLink { id: Id(at), through, reason: Reason::Broken(broken) });
            }
            at = through.0;
        }
        steps.reverse();
        steps
    }

    /// Whether it is where the loss begins: failed, or out of the plan.
    fn is_cause(&self, id: Id) -> bool {
        self.has_failed(id) || self.has_left(id)
    }

    /// Whether it belongs to the plan while nothing has failed.
    fn is_in_plan(&self, id: Id) -> bool {
        self.graph.presence(id) != Presence::Absent
    }

    fn is_down(&self, node: u32) -> bool {
        self.outcome.now.get(&node).map_or(self.afresh.down[node as usize], |stands| !stands)
    }

    fn misses_supporter(&self, node: u32) -> bool {
        self.afresh.misses_supporter(node, &self.outcome.absent)
    }

    fn is_broken(&self, number: u32) -> bool {
        let members = self.graph.groups.members(number);
        let is_absent = |node: &u32| self.outcome.absent.contains(node);
        if self.graph.groups.get(number).need == Need::DependsOn && members.iter().all(|m| is_absent(&m.node))
        {
            return false;
        }
        let lost: u128 = members.iter().filter(|m| self.is_down(m.node)).map(|m| u128::from(m.weight)).sum();
        lost > u128::from(self.afresh.slack(number))
    }

    fn broken(&self, number: u32) -> Broken {
        self.sorted_out(self.graph.stand(number, self.afresh.reading), Vec::new())
    }

    /// The group of support as it is now that one of it has left the plan, where it is not met.
    fn broken_support(&self, node: u32) -> Option<Broken> {
        let group = self.afresh.support_left(node, &self.outcome.absent);
        let required = self.afresh.support_required(node, &group);
        let stands = |node: &u32| !self.is_down(*node);
        let left = group.alone.iter().filter(|node| stands(node)).count()
            + group.joined.iter().filter(|members| members.iter().any(stands)).count();
        let is_met = match required {
            Some(required) => left >= required,
            None => group.done > 0 || self.graph.items.get(node)?.level == crate::plan::Level::Activity,
        };
        if is_met {
            return None;
        }
        let open = group.open();
        let members = group.alone.into_iter().chain(group.joined.into_iter().flatten()).map(Id).collect();
        let required = required.unwrap_or(0);
        let stand =
            Stand { need: Need::Support, members, all: required == open, at_least: Some(required), of: None };
        let supporters = self.graph.items.present_supporters(node);
        let absent = supporters.filter(|node| self.outcome.absent.contains(node)).map(Id).collect();
        Some(self.sorted_out(stand, absent))
    }

    fn sorted_out(&self, stand: Stand, absent: Vec<Id>) -> Broken {
        let mut broken = Broken { stand, fallen: Vec::new(), down: Vec::new(), standing: Vec::new(), absent };
        for &member in &broken.stand.members {
            let list = if !self.is_down(member.0) {
                &mut broken.standing
            } else if self.afresh.down[member.index()] {
                &mut broken.down
            } else {
                &mut broken.fallen
            };
            list.push(member);
        }
        broken
    }

    /// Why an item has left the plan: the item that it is nested in, where that has; else its own option.
    fn why_absent(&self, id: Id) -> Reason {
        let item = self.plan.item(id);
        let holder = item.and_then(|item| item.holder).map(|holder| self.plan.items[holder as usize].id);
        let option = item.and_then(crate::plan::Item::only_if).map(|option| self.plan.option_id(option));
        let with = holder.filter(|&holder| self.has_left(holder)).or(option);
        Reason::Absent(with.unwrap_or(id))
    }

    /// From what failed outwards, level by level.
    fn find_ways(&self) -> HashMap<u32, Way> {
        let groups = &self.graph.groups;
        let mut ways: HashMap<u32, Way> = HashMap::new();
        let mut queue: VecDeque<u32> = VecDeque::new();
        let sources: BTreeSet<u32> = self.outcome.failed.union(&self.outcome.absent).copied().collect();
        for node in sources {
            ways.insert(node, if self.has_failed(Id(node)) { Way::Failed } else { Way::Absent });
            queue.push_back(node);
        }
        let mut is_broken: HashMap<u32, bool> = HashMap::new();
        while let Some(node) = queue.pop_front() {
            for &(number, _) in groups.memberships(node) {
                let group = groups.get(number);
                let is_reached = ways.contains_key(&group.owner) || self.afresh.down[group.owner as usize];
                if is_reached || (group.need == Need::Support && self.misses_supporter(group.owner)) {
                    continue;
                }
                if *is_broken.entry(number).or_insert_with(|| self.is_broken(number)) {
                    ways.insert(group.owner, Way::Group(node, number));
                    queue.push_back(group.owner);
                }
            }
            if self.outcome.absent.is_empty() || self.graph.items.get(node).is_none() {
                continue;
            }
            for &owner in self.graph.items.supports.get(node) {
                let falls = !ways.contains_key(&owner) && self.has_fallen(Id(owner));
                if falls && self.misses_supporter(owner) && self.broken_support(owner).is_some() {
                    ways.insert(owner, Way::Support(node));
                    queue.push_back(owner);
                }
            }
        }
        ways
    }

    /// The id that a member is; of several that count as one, the one by which they are reached.
    fn real(&self, member: u32, ways: &HashMap<u32, Way>) -> Id {
        let is_joined = self.graph.groups.joined_in(member).is_some();
        match ways.get(&member) {
            Some(Way::Group(inside, _)) if is_joined => Id(*inside),
            _ => Id(member),
        }
    }
}

#[cfg(test)]
mod tests;
