//! What falls when several things fail together, or when a choice fails.
//!
//! A choice that fails makes items absent, which takes them out of their groups: what depended on one of them no longer
//! does, and `needs: all` asks only for the rest. That is not monotone, so it is worked out afresh for whatever it
//! touches, members before owners.

use super::groups::{Groups, Need, SupportGroup};
use super::items::Items;
use super::standing::Reading;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

/// What of the graph is needed to work out standing afresh.
#[derive(Clone, Copy)]
pub(super) struct Afresh<'g> {
    pub groups: &'g Groups,
    pub items: &'g Items,
    /// For each node its place in an order of members before owners.
    pub position: &'g [u32],
    /// Whether each node is down in the baseline of this reading.
    pub down: &'g [bool],
    pub reading: Reading,
    /// Items under each choice that is undecided, and those nested in each item.
    pub under_choice: &'g HashMap<u32, Vec<u32>>,
    pub nested: &'g super::lists::Lists<u32>,
}

impl Afresh<'_> {
    /// The nodes that stand in the baseline and do not when these nodes have failed and these choices happen in none of
    /// their ways; `failed` itself left out. Not sorted.
    pub(super) fn falls(&self, failed: &[u32], choices: &[u32]) -> Vec<u32> {
        let failed: HashSet<u32> = failed.iter().copied().filter(|&node| self.can_fail(node)).collect();
        let absent = self.absent(choices);
        let mut now: HashMap<u32, bool> = HashMap::new();
        let mut queue: BinaryHeap<Reverse<(u32, u32)>> = BinaryHeap::new();
        let mut queued: HashSet<u32> = HashSet::new();
        let mut enqueue = |queue: &mut BinaryHeap<_>, node: u32| {
            if queued.insert(node) {
                queue.push(Reverse((self.position[node as usize], node)));
            }
        };
        for &node in failed.iter().chain(&absent) {
            enqueue(&mut queue, node);
        }
        for &node in &absent {
            // A done supporter is no member of a group, and is missed all the same.
            for &supported in self.items.supports.get(node) {
                enqueue(&mut queue, supported);
            }
        }
        while let Some(Reverse((_, node))) = queue.pop() {
            let is_absent = absent.contains(&node);
            let stood = !self.down[node as usize];
            let stands = !failed.contains(&node) && !is_absent && self.stands(node, &now, &absent);
            now.insert(node, stands);
            if stands != stood || is_absent {
                for &(group, _) in self.groups.memberships(node) {
                    enqueue(&mut queue, self.groups.get(group).owner);
                }
            }
        }
        let fell = |(&node, &stands): (&u32, &bool)| {
            (!stands && !self.down[node as usize] && !failed.contains(&node)).then_some(node)
        };
        now.iter().filter_map(fell).collect()
    }

    /// Done items and items in a circle stand whatever fails; absent ones do not stand anyway.
    fn can_fail(&self, node: u32) -> bool {
        self.items.get(node).is_none_or(super::items::ItemNode::has_requirements)
    }

    /// The items that these choices take with them: under one of their options, or nested in such an item.
    fn absent(&self, choices: &[u32]) -> HashSet<u32> {
        let mut absent = HashSet::new();
        let mut next: Vec<u32> =
            choices.iter().filter_map(|choice| self.under_choice.get(choice)).flatten().copied().collect();
        while let Some(node) = next.pop() {
            if self.items.is_present(node) && absent.insert(node) {
                next.extend(self.nested.get(node));
            }
        }
        absent
    }

    fn stands(&self, node: u32, now: &HashMap<u32, bool>, absent: &HashSet<u32>) -> bool {
        if self.groups.never_stands(node) || !self.can_fail(node) {
            return !self.down[node as usize];
        }
        let is_down = |member: u32| now.get(&member).map_or(self.down[member as usize], |stands| !stands);
        let is_item = self.items.get(node).is_some();
        let misses_supporter =
            is_item && self.items.present_supporters(node).any(|supporter| absent.contains(&supporter));
        if misses_supporter && !self.is_supported(node, now, absent) {
            return false;
        }
        self.groups.of(node).iter().all(|&number| {
            let group = self.groups.get(number);
            let members = self.groups.members(number);
            if group.need == Need::Support && misses_supporter {
                return true;
            }
            if group.need == Need::DependsOn && members.iter().all(|member| absent.contains(&member.node)) {
                return true;
            }
            let lost: u128 = members.iter().filter(|m| is_down(m.node)).map(|m| u128::from(m.weight)).sum();
            let slack = match self.reading {
                Reading::AsSaid => group.slack,
                Reading::IfAll => group.slack_if_all,
            };
            lost <= u128::from(slack)
        })
    }

    fn is_supported(&self, node: u32, now: &HashMap<u32, bool>, absent: &HashSet<u32>) -> bool {
        let Some(item) = self.items.get(node) else { return true };
        let rest = self.items.present_supporters(node).filter(|supporter| !absent.contains(supporter));
        let group = SupportGroup::of(rest, self.items);
        let open = group.open();
        if open == 0 {
            return group.done > 0 || item.level == crate::plan::Level::Activity;
        }
        let stands = |node: &u32| now.get(node).map_or(!self.down[*node as usize], |stands| *stands);
        let alone = group.alone.iter().filter(|&node| stands(node)).count();
        let joined = group.joined.iter().filter(|members| members.iter().any(stands)).count();
        let required = match (self.reading, item.said) {
            (Reading::IfAll, None) => open,
            _ => group.required(item.needs()),
        };
        alone + joined >= required
    }
}
