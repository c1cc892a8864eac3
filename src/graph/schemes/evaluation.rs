//! What stands under the picks of a scheme: the one rule of standing, with everything kept in vectors that are used
//! again from scheme to scheme.

use super::conditions::Conditions;
use crate::graph::Graph;
use crate::graph::absence::{Absent, Afresh};
use crate::graph::groups::{Need, SupportGroup};
use crate::graph::stamps::Stamps;
use crate::graph::standing::Reading;

/// What stands under the picks that were worked out last.
#[derive(Debug)]
pub(super) struct Evaluation<'g> {
    afresh: Afresh<'g>,
    /// Whether each node is down: as in the baseline, but for what was worked out.
    down: Vec<bool>,
    absent: Vec<bool>,
    group: SupportGroup,
}

/// Which nodes have left the plan. All choices are decided.
struct Left<'a>(&'a [bool]);

impl Absent for Left<'_> {
    fn has(&self, item: u32) -> bool {
        self.0[item as usize]
    }

    fn is_none(&self) -> bool {
        false
    }

    fn is_open(&self, _choice: u32) -> bool {
        false
    }
}

impl<'g> Evaluation<'g> {
    pub(super) fn of(graph: &'g Graph) -> Self {
        let afresh = graph.afresh(Reading::AsSaid);
        Self {
            afresh,
            down: afresh.down.to_vec(),
            absent: vec![false; afresh.down.len()],
            group: SupportGroup::default(),
        }
    }

    /// Works out which of these nodes stand under these picks. Whatever picks can touch below them must be among them,
    /// members before owners; see [`cone`].
    pub(super) fn work_out(&mut self, nodes: &[u32], conditions: &Conditions, picks: &[u32]) {
        // A done supporter may come after what it supports, so who is absent is known first.
        for &node in nodes {
            self.absent[node as usize] = !conditions.are_met(node, picks);
        }
        for &node in nodes {
            let (down, absent) = (&self.down, Left(&self.absent));
            let stands = !absent.has(node)
                && self.afresh.stands(node, &|member| down[member as usize], &absent, &mut self.group);
            self.down[node as usize] = !stands;
        }
    }

    /// Whether a node stands.
    pub(super) fn stands(&self, node: u32) -> bool {
        !self.down[node as usize]
    }
}

/// These nodes and all below them that picks can touch, members before owners. `is_touched` says which picks can touch.
pub(super) fn cone(
    graph: &Graph,
    nodes: impl Iterator<Item = u32>,
    is_touched: impl Fn(u32) -> bool,
    seen: &mut Stamps,
) -> Vec<u32> {
    seen.clear();
    let mut cone: Vec<u32> = nodes.filter(|&node| is_touched(node) && seen.insert(node)).collect();
    let mut next = 0;
    while let Some(&node) = cone.get(next) {
        next += 1;
        if !graph.items.get(node).is_some_and(crate::graph::items::ItemNode::has_requirements) {
            continue;
        }
        for below in graph.items_below(node) {
            if is_touched(below) && seen.insert(below) {
                cone.push(below);
            }
        }
    }
    cone.sort_unstable_by_key(|&node| graph.position[node as usize]);
    cone
}

impl Graph {
    /// The items that this one stands on directly: its present supporters, and the present ones it depends on.
    pub(super) fn items_below(&self, node: u32) -> impl Iterator<Item = u32> + '_ {
        let groups = self.groups.of(node).iter().copied();
        let depends_on = groups.filter(|&group| self.groups.get(group).need == Need::DependsOn);
        let members = depends_on.flat_map(|group| self.groups.members(group)).map(|member| member.node);
        self.items.present_supporters(node).chain(members)
    }
}
