//! The items of a plan as nodes: what the graph must know of each to say whether it stands.

use super::lists::Lists;
use super::presence::{self, Presence};
use super::schemes::Options;
use super::support;
use crate::plan::{Level, Needs, Plan};

/// What is known of one item.
#[derive(Debug, Clone, Copy)]
pub(super) struct ItemNode {
    /// Its node, which is its id.
    pub node: u32,
    pub level: Level,
    pub presence: Presence,
    /// `needs` as said.
    pub said: Option<Needs>,
    /// Its own `only_if`, where that choice is undecided: choice and option.
    pub under: Option<(u32, u32)>,
    /// What it is nested in, as an index of items.
    pub holder: Option<u32>,
    /// It stands whatever fails, since it stands in a circle.
    pub in_circle: bool,
}

impl ItemNode {
    /// How many supporters it needs: as said; not said, an activity needs all, everything else any.
    pub(super) fn needs(&self) -> Needs {
        let unsaid = if self.level == Level::Activity { Needs::All } else { Needs::Any };
        self.said.unwrap_or(unsaid)
    }

    /// Present and not done.
    pub(super) fn is_open(&self) -> bool {
        self.presence == Presence::Open
    }

    /// Its requirements count: present, not done, in no circle.
    pub(super) fn has_requirements(&self) -> bool {
        self.is_open() && !self.in_circle
    }
}

/// All items, in the order of the plan, with their links of support.
#[derive(Debug)]
pub(super) struct Items {
    nodes: Vec<ItemNode>,
    /// For each id the index of its item; `u32::MAX` where it is none.
    index_of: Vec<u32>,
    /// For each id what it supports, absent items too.
    pub supports: Lists<u32>,
    /// For each id what supports it, absent items too.
    pub supporters: Lists<u32>,
}

impl Items {
    /// The items of a plan; circles are not known yet.
    pub(super) fn of(plan: &Plan, options: &Options) -> Self {
        let ids = plan.names.len();
        let mut index_of = vec![u32::MAX; ids];
        for (index, item) in plan.items.iter().enumerate() {
            index_of[item.id.index()] = index as u32;
        }
        let presence = presence::of_items(plan, options);
        let nodes = plan.items.iter().zip(presence).map(|(item, presence)| ItemNode {
            node: item.id.0,
            level: item.level,
            presence,
            said: item.needs.map(|needs| needs.value),
            under: item
                .only_if()
                .filter(|option| options.is_undecided(option.choice))
                .map(|option| (option.choice, option.option)),
            holder: item.holder,
            in_circle: false,
        });
        let nodes = nodes.collect();
        let id = |index: u32| plan.items[index as usize].id.0;
        let mut links: Vec<(u32, u32)> =
            support::links(plan).into_iter().map(|(from, to)| (id(from), id(to))).collect();
        let supports = Lists::of(ids, &links);
        for link in &mut links {
            *link = (link.1, link.0);
        }
        let supporters = Lists::of(ids, &links);
        Self { nodes, index_of, supports, supporters }
    }

    /// All items, in the order of the plan.
    pub(super) fn iter(&self) -> impl Iterator<Item = &ItemNode> {
        self.nodes.iter()
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many ids the plan has, those of items and all others.
    pub(super) fn ids(&self) -> usize {
        self.index_of.len()
    }

    /// The item at this index.
    pub(super) fn at(&self, index: u32) -> &ItemNode {
        &self.nodes[index as usize]
    }

    /// The item that is this node; nothing for a person, a donor and so on.
    pub(super) fn get(&self, node: u32) -> Option<&ItemNode> {
        let index = *self.index_of.get(node as usize)?;
        self.nodes.get(index as usize)
    }

    /// The presence of a node that is an item.
    pub(super) fn presence(&self, node: u32) -> Option<Presence> {
        self.get(node).map(|item| item.presence)
    }

    /// Whether this node is an item that belongs to the plan now.
    pub(super) fn is_present(&self, node: u32) -> bool {
        self.presence(node).is_some_and(|presence| presence != Presence::Absent)
    }

    /// Whether this node is an open item.
    pub(super) fn is_open(&self, node: u32) -> bool {
        self.presence(node) == Some(Presence::Open)
    }

    /// The supporters that are present.
    pub(super) fn present_supporters(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        self.supporters.get(node).iter().copied().filter(|&supporter| self.is_present(supporter))
    }

    /// Marks the items of a circle.
    pub(super) fn set_in_circle(&mut self, node: u32) {
        if let Some(index) = self.index_of.get(node as usize)
            && let Some(item) = self.nodes.get_mut(*index as usize)
        {
            item.in_circle = true;
        }
    }
}
