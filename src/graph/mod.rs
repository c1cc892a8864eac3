//! What stands on what: the graph of a plan, and what falls if something fails.
//!
//! Knows no text, no language, no terminal. Its nodes are the ids of the plan. Every requirement of a node is a
//! threshold group: members with weights, and how much of it can be lost. A node stands when it has not failed itself
//! and every one of its groups is met. Standing, loss and everything built on them use this one engine; nothing in it
//! recurses, for a plan may hold a chain of 100,000 tasks.

mod absence;
mod cycles;
mod days;
mod first_lines;
mod gather;
mod groups;
mod hand_over;
mod items;
mod line;
mod lines;
mod listed;
mod lists;
mod load;
mod losses;
mod order;
mod owners;
mod presence;
mod reasons;
mod requirements;
mod schemes;
mod sequence;
mod single_losses;
mod stamps;
mod standing;
mod support;
mod threads;
mod waits;
mod weak;
mod week;
mod windows;

pub use first_lines::{FirstLine, FirstLines};
pub use groups::Need;
pub use hand_over::HandOver;
pub use line::{LineOfSight, Orphan};
pub use lines::{Lines, Most};
pub use listed::Listed;
pub use load::{Load, Overload, PersonLoad, SPARE_HOURS, Stretch};
pub use presence::Presence;
pub use reasons::{Broken, ChainLink, Failure, Reason};
pub use requirements::Requirement;
pub use schemes::{
    Best, Burden, Clash, ClosedOption, Conflict, Exclusion, Hang, Outlook, Scheme, Schemes, clashes,
};
pub use sequence::{Sequence, Step};
pub use single_losses::{SingleLoss, SingleLossCount, SingleLosses};
pub use threads::SingleThread;
pub use waits::ChokePoint;
pub use weak::{Bottleneck, BrokenAssumption, WeakPoints};
pub use week::Week;
pub use windows::{Window, Windows};

pub(crate) use support::{can_be_nested, can_support};

use crate::plan::{Id, Item, Level, OptRef, Plan};
use absence::Afresh;
use groups::{Builder, Groups};
use items::Items;
use lists::Lists;
use schemes::Options;
use stamps::{Stamps, reached_from};
use standing::{Counted, Reading, Standing};
use std::collections::HashMap;
use std::sync::OnceLock;

/// A group of members that a node stands on, as people may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stand {
    /// What it is for.
    pub need: Need,
    /// The members, in the order of the text. Those that count as one member stand one after another.
    pub members: Vec<Id>,
    /// None of them can be missed.
    pub all: bool,
    /// How many must stand, those that count as one member counted once; nothing where amounts of money are added up.
    pub at_least: Option<usize>,
    /// For access: the party.
    pub of: Option<Id>,
}

/// What falls when something fails.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fall {
    /// Items that stand in the baseline and do not now, what failed itself left out; in the order of the text.
    pub falls: Vec<Id>,
    /// The results among them.
    pub loss: Vec<Id>,
}

/// Items that stand on themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    /// All items of the strongly connected set, in the order of the text.
    pub set: Vec<Id>,
    /// A shortest way round: each stands on the next, the last on the first; the smallest id is first.
    pub path: Vec<Id>,
}

/// The graph of a plan.
#[derive(Debug)]
pub struct Graph {
    options: Options,
    items: Items,
    groups: Groups,
    cycles: Vec<Cycle>,
    /// All nodes, members before owners, and for each node its place in that order.
    order: Vec<u32>,
    position: Vec<u32>,
    counted: Vec<Counted>,
    results: Vec<Id>,
    /// Whether each node is down while nothing has failed, once somebody asks.
    down: OnceLock<Vec<bool>>,
    /// The same where every `needs` that is not said is read as `all`.
    down_if_all: OnceLock<Vec<bool>>,
    /// For each item what is nested in it.
    nested: Lists<u32>,
    /// For each choice the items under one of its options: option and item.
    under_choice: HashMap<u32, Vec<(u32, u32)>>,
}

impl Graph {
    /// Longer lists than this are cut where they are told, with a count beside them.
    pub const MOST_LISTED: usize = 1000;

    /// As many of those that wait for something are told by name.
    pub const MOST_WAITING: usize = 100;

    /// The graph of this plan.
    #[must_use]
    pub fn of(plan: &Plan) -> Self {
        Self::with(plan, Options::of(plan))
    }

    /// The graph that this plan would have if these options were chosen, each for its choice, whatever is chosen now.
    #[must_use]
    pub fn deciding(plan: &Plan, picks: &[OptRef]) -> Self {
        Self::with(plan, Options::picking(plan, picks))
    }

    fn with(plan: &Plan, options: Options) -> Self {
        let mut items = Items::of(plan, &options);
        let cycles = circles(plan, &items);
        for id in cycles.iter().flat_map(|cycle| &cycle.set) {
            items.set_in_circle(id.0);
        }
        let groups = Builder::build(plan, &items);
        let nodes = groups.nodes;
        let order = order::members_first(&groups, &items);
        let mut position = vec![0; nodes];
        for (place, &node) in order.iter().enumerate() {
            position[node as usize] = place as u32;
        }
        let results = results(&items);
        let mut counted = vec![Counted::default(); nodes];
        for item in items.iter() {
            counted[item.node as usize].is_open_activity = item.level == Level::Activity && item.is_open();
        }
        for result in &results {
            counted[result.index()].is_result = true;
        }
        let pairs = |item: &items::ItemNode| item.holder.map(|holder| (items.at(holder).node, item.node));
        let nested: Vec<(u32, u32)> = items.iter().filter_map(pairs).collect();
        let mut under_choice: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
        for item in &plan.items {
            if let Some(option) = item.only_if() {
                under_choice.entry(option.choice).or_default().push((option.option, item.id.0));
            }
        }
        let nested = Lists::of(plan.names.len(), &nested);
        Self {
            options,
            items,
            groups,
            cycles,
            order,
            position,
            counted,
            results,
            down: OnceLock::new(),
            down_if_all: OnceLock::new(),
            nested,
            under_choice,
        }
    }

    /// Whether this item belongs to the plan now; what is no item does.
    #[must_use]
    pub fn presence(&self, item: Id) -> Presence {
        self.items.presence(item.0).unwrap_or(Presence::Open)
    }

    /// Whether it is an item that is present and not done.
    #[must_use]
    pub fn is_open(&self, item: Id) -> bool {
        self.items.is_open(item.0)
    }

    /// The items this one supports, by nesting, by `supports` or by default: what it is nested in first. Links that
    /// point down or onto a task are not among them.
    pub fn supports(&self, item: Id) -> impl Iterator<Item = Id> + '_ {
        self.items.supports.get(item.0).iter().copied().map(Id)
    }

    /// The items that support this one, in the order of the text, absent ones too.
    pub fn supporters(&self, item: Id) -> impl Iterator<Item = Id> + '_ {
        self.items.supporters.get(item.0).iter().copied().map(Id)
    }

    /// The present items that support this one, in the order of the text.
    pub fn present_supporters(&self, item: Id) -> impl Iterator<Item = Id> + '_ {
        self.items.present_supporters(item.0).map(Id)
    }

    /// Who does a piece of work and who can stand in, the owner first; empty where nobody is named. A task that names
    /// nobody takes those of its lender.
    #[must_use]
    pub fn owners(&self, plan: &Plan, item: &Item) -> Vec<Id> {
        owners::owners(plan, &self.items, item)
    }

    /// The one person responsible for a piece of work, by the same rule.
    #[must_use]
    pub fn owner(&self, plan: &Plan, item: &Item) -> Option<Id> {
        item.who().or_else(|| self.lender(plan, item).and_then(Item::who)).map(|who| who.id)
    }

    /// The activity from which a task takes its owner and its payer where it does not say them itself: the one it is
    /// nested in, else the first it supports. Nothing for what is no task.
    #[must_use]
    pub fn lender<'a>(&self, plan: &'a Plan, item: &Item) -> Option<&'a Item> {
        owners::lender(plan, &self.items, item)
    }

    /// For each id its own marks, and those of everything below it by support, over present items. `own` is by id.
    #[must_use]
    pub fn gathered(&self, own: &[u64]) -> Vec<u64> {
        gather::gathered(&self.items, own)
    }

    /// Where open work goes on that another organisation has led, by what depends, in the order of the text.
    #[must_use]
    pub fn hand_overs(&self, plan: &Plan) -> Vec<HandOver> {
        hand_over::hand_overs(plan, &self.items)
    }

    /// The results: the present objectives, and the present goals without a present objective below them; where there
    /// is neither, the ambition. In the order of the text.
    #[must_use]
    pub fn results(&self) -> &[Id] {
        &self.results
    }

    /// Whether it stands while nothing has failed. Absent items do not.
    #[must_use]
    pub fn stands(&self, id: Id) -> bool {
        !self.down(Reading::AsSaid)[id.index()] && self.items.presence(id.0) != Some(Presence::Absent)
    }

    /// Items that stand on themselves, by the first of them in the text.
    #[must_use]
    pub fn cycles(&self) -> &[Cycle] {
        &self.cycles
    }

    /// What it stands on: its groups, in the order of the contract.
    #[must_use]
    pub fn stands_on(&self, id: Id) -> Vec<Stand> {
        self.groups.of(id.0).iter().map(|&number| self.stand(number, Reading::AsSaid)).collect()
    }

    /// One group.
    fn stand(&self, number: u32, reading: Reading) -> Stand {
        let group = self.groups.get(number);
        let mut counted = self.groups.members(number);
        let mut slack = match reading {
            Reading::AsSaid => group.slack,
            Reading::IfAll => group.slack_if_all,
        } as usize;
        // Those whom a party trusts are one member of much work.
        if let (Need::Access, [one]) = (group.need, counted)
            && let Some(trusted) = self.groups.joined_in(one.node)
        {
            (counted, slack) = (trusted, trusted.len() - 1);
        }
        let mut members = Vec::new();
        for member in counted {
            match self.groups.joined_in(member.node) {
                Some(joined) => members.extend(joined.iter().map(|member| Id(member.node))),
                None => members.push(Id(member.node)),
            }
        }
        let all = counted.iter().all(|member| member.weight > slack as u64);
        let at_least =
            (counted.iter().all(|member| member.weight == 1)).then(|| counted.len().saturating_sub(slack));
        // The party stands in the group before that of those whom it trusts.
        let before = (group.need == Need::Access).then(|| self.groups.members(number - 1));
        let of = before.and_then(|party| party.first()).map(|party| Id(party.node));
        Stand { need: group.need, members, all, at_least, of }
    }

    /// What falls when all of these fail together. A choice fails when none of its options happens, an option when it does
    /// not.
    #[must_use]
    pub fn falls(&self, plan: &Plan, failed: &[Id]) -> Fall {
        self.failing(plan, failed).fall()
    }

    /// Bottlenecks and single threads.
    #[must_use]
    pub fn weak_points(&self, plan: &Plan) -> WeakPoints {
        weak::weak_points(self, plan)
    }

    /// What falls with each single thing, with both readings of `needs`.
    #[must_use]
    pub fn single_losses<'g>(&'g self, plan: &'g Plan) -> SingleLosses<'g> {
        SingleLosses::of(self, plan)
    }

    /// Work for which much other work waits, in the order of the text.
    #[must_use]
    pub fn choke_points(&self, plan: &Plan) -> Vec<ChokePoint> {
        waits::choke_points(plan, &self.items)
    }

    /// The goals and objectives with two or more open supporters of which nobody has said how many are needed; none
    /// where reading them as `all` changes no loss.
    #[must_use]
    pub fn needs_unsaid(&self, plan: &Plan) -> Vec<Id> {
        let unsaid = weak::needs_unsaid(self);
        if unsaid.is_empty() || !weak::reading_as_all_changes_a_loss(self, plan, &unsaid) {
            Vec::new()
        } else {
            unsaid
        }
    }

    /// The tops of branches that do not lead to the ambition, in the order of the text.
    #[must_use]
    pub fn orphans(&self) -> Vec<Orphan> {
        line::orphans(&self.items)
    }

    /// How far the line from daily work to the ambition holds.
    #[must_use]
    pub fn line_of_sight(&self) -> LineOfSight {
        line::line_of_sight(&self.items)
    }

    /// Whether an item has a path of support up to the ambition, over absent items too.
    #[must_use]
    pub fn reaches_ambition(&self, item: Id) -> bool {
        let ambition = self.items.at(0).node;
        let up = |node| self.items.supports.get(node);
        item.0 == ambition || reached_from(item.0, &mut Stamps::new(self.items.ids()), up).contains(&ambition)
    }

    /// Whether each node is down while nothing has failed.
    fn down(&self, reading: Reading) -> &[bool] {
        let down = match reading {
            Reading::AsSaid => &self.down,
            Reading::IfAll => &self.down_if_all,
        };
        down.get_or_init(|| Standing::baseline(&self.groups, &self.counted, reading).into_down())
    }

    /// For each of these, the items above it by support that do not stand though nothing has failed: the first `most` in
    /// the order of the text, and how many there are.
    #[must_use]
    pub fn down_above(&self, of: &[Id], most: usize) -> Vec<Listed> {
        let present = |node| if self.items.is_present(node) { self.items.supports.get(node) } else { &[] };
        let mut seen = Stamps::new(self.items.ids());
        let mut lists: Vec<Listed> = Vec::with_capacity(of.len());
        let mut supported: &[u32] = &[];
        for item in of {
            let supports = self.items.supports.get(item.0);
            // Many that support the same: above each of them is the same.
            let same = lists.last().filter(|_| supports == supported);
            let list = same.cloned().unwrap_or_else(|| {
                let reached = reached_from(item.0, &mut seen, present);
                let is_down = |id: &Id| self.items.is_present(id.0) && !self.stands(*id);
                let mut ids: Vec<Id> = reached.into_iter().map(Id).filter(is_down).collect();
                ids.sort_unstable();
                let count = ids.len() as u64;
                ids.truncate(most);
                ids.shrink_to_fit();
                Listed { ids, count }
            });
            lists.push(list);
            supported = supports;
        }
        lists
    }

    fn afresh(&self, reading: Reading) -> Afresh<'_> {
        Afresh {
            groups: &self.groups,
            items: &self.items,
            position: &self.position,
            down: self.down(reading),
            reading,
            under_choice: &self.under_choice,
            nested: &self.nested,
        }
    }
}

/// The circles among present items; a set of which everything is done is left alone.
fn circles(plan: &Plan, items: &Items) -> Vec<Cycle> {
    let mut stands_on = Vec::new();
    for (item, node) in plan.items.iter().zip(items.iter()) {
        if node.presence == Presence::Absent {
            continue;
        }
        let from = node.node;
        stands_on.extend(items.present_supporters(from).map(|supporter| (from, supporter)));
        let targets = item.depends_on().iter().map(|target| target.id.0);
        stands_on.extend(targets.filter(|&target| items.is_present(target)).map(|target| (from, target)));
    }
    let name = |node: u32| plan.names.name(Id(node));
    let circles = cycles::find(plan.names.len(), &stands_on, &name);
    let is_alive = |circle: &cycles::Circle| circle.set.iter().any(|&node| items.is_open(node));
    let ids = |nodes: Vec<u32>| nodes.into_iter().map(Id).collect();
    circles
        .into_iter()
        .filter(is_alive)
        .map(|circle| Cycle { set: ids(circle.set), path: ids(circle.path) })
        .collect()
}

/// See [`Graph::results`]. What stands in a circle is none.
fn results(items: &Items) -> Vec<Id> {
    let mut has_objective_below = vec![false; items.len()];
    let index: HashMap<u32, usize> = items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.level <= Level::Objective)
        .map(|(index, item)| (item.node, index))
        .collect();
    let mut queue: Vec<u32> = items
        .iter()
        .filter(|item| item.level == Level::Objective && item.presence != Presence::Absent)
        .map(|item| item.node)
        .collect();
    while let Some(node) = queue.pop() {
        for &above in items.supports.get(node) {
            let Some(&above_index) = index.get(&above) else { continue };
            if items.is_present(above) && !std::mem::replace(&mut has_objective_below[above_index], true) {
                queue.push(above);
            }
        }
    }
    let is_result = |(index, item): &(usize, &items::ItemNode)| match item.level {
        Level::Objective => true,
        Level::Goal => !has_objective_below[*index],
        _ => false,
    };
    let present = || items.iter().enumerate().filter(|(_, item)| item.presence != Presence::Absent);
    let mut results: Vec<&items::ItemNode> = present().filter(is_result).map(|(_, item)| item).collect();
    if results.is_empty() {
        results = present().map(|(_, item)| item).filter(|item| item.level == Level::Ambition).collect();
    }
    let mut results: Vec<Id> =
        results.into_iter().filter(|item| !item.in_circle).map(|item| Id(item.node)).collect();
    results.sort_unstable();
    results
}
