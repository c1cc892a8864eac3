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
#[derive(Debug, Clone, Copy)]
pub(super) struct Afresh<'g> {
    pub groups: &'g Groups,
    pub items: &'g Items,
    /// For each node its place in an order of members before owners.
    pub position: &'g [u32],
    /// Whether each node is down in the baseline of this reading.
    pub down: &'g [bool],
    pub reading: Reading,
    /// Items under each choice, with their options, and those nested in each item.
    pub under_choice: &'g HashMap<u32, Vec<(u32, u32)>>,
    pub nested: &'g super::lists::Lists<u32>,
}

/// The items that have left the plan, however they are kept.
pub(super) trait Absent {
    /// Whether this item is one of them.
    fn has(&self, item: u32) -> bool;

    /// Whether there are none.
    fn is_none(&self) -> bool;

    /// Whether a choice that the plan leaves open is still open. Where it is not, one of its options happens, and what
    /// is under that counts each for itself.
    fn is_open(&self, choice: u32) -> bool;
}

impl Absent for HashSet<u32> {
    fn has(&self, item: u32) -> bool {
        self.contains(&item)
    }

    fn is_none(&self) -> bool {
        self.is_empty()
    }

    fn is_open(&self, _choice: u32) -> bool {
        true
    }
}

/// A choice of which no option happens, or one option that does not.
pub(super) type NotHappening = (u32, Option<u32>);

/// How things are once something has failed.
#[derive(Debug)]
pub(super) struct Outcome {
    /// What failed itself, where it could.
    pub failed: HashSet<u32>,
    /// Items that have left the plan.
    pub absent: HashSet<u32>,
    /// Whether it stands now, for each node that was looked at; every other is as it was.
    pub now: HashMap<u32, bool>,
}

impl Afresh<'_> {
    /// The nodes that stand in the baseline and do not when these nodes have failed and these choices or options do not
    /// happen; `failed` itself left out. Not sorted.
    pub(super) fn falls(&self, failed: &[u32], not_happening: &[NotHappening]) -> Vec<u32> {
        let outcome = self.outcome(failed, not_happening);
        let fell = |&node: &u32| self.has_fallen(node, &outcome);
        outcome.now.keys().copied().filter(fell).collect()
    }

    /// Whether a node stands in the baseline and does not now, without having failed itself.
    pub(super) fn has_fallen(&self, node: u32, outcome: &Outcome) -> bool {
        outcome.now.get(&node) == Some(&false) && !self.down[node as usize] && !outcome.failed.contains(&node)
    }

    /// How things are when these nodes have failed and these choices or options do not happen.
    pub(super) fn outcome(&self, failed: &[u32], not_happening: &[NotHappening]) -> Outcome {
        let failed: HashSet<u32> = failed.iter().copied().filter(|&node| self.can_fail(node)).collect();
        let absent = self.absent(not_happening);
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
        let mut group = SupportGroup::default();
        while let Some(Reverse((_, node))) = queue.pop() {
            let is_absent = absent.contains(&node);
            let stood = !self.down[node as usize];
            let is_down = |member: u32| now.get(&member).map_or(self.down[member as usize], |stands| !stands);
            let stands =
                !failed.contains(&node) && !is_absent && self.stands(node, &is_down, &absent, &mut group);
            now.insert(node, stands);
            if stands != stood || is_absent {
                for &(group, _) in self.groups.memberships(node) {
                    enqueue(&mut queue, self.groups.get(group).owner);
                }
            }
        }
        Outcome { failed, absent, now }
    }

    /// Done items and items in a circle stand whatever fails; absent ones do not stand anyway.
    fn can_fail(&self, node: u32) -> bool {
        self.items.get(node).is_none_or(super::items::ItemNode::has_requirements)
    }

    /// The items that these choices or options take with them: under one of them, or nested in such an item.
    fn absent(&self, not_happening: &[NotHappening]) -> HashSet<u32> {
        let mut absent = HashSet::new();
        let mut next: Vec<u32> = Vec::new();
        for &(choice, option) in not_happening {
            let under = self.under_choice.get(&choice).into_iter().flatten();
            next.extend(
                under.filter(|(of, _)| option.is_none_or(|option| option == *of)).map(|(_, node)| *node),
            );
        }
        while let Some(node) = next.pop() {
            if self.items.is_present(node) && absent.insert(node) {
                next.extend(self.nested.get(node));
            }
        }
        absent
    }

    /// Whether a node stands that has neither failed nor left the plan, once it is known of all that it stands on whether
    /// that is down. `group` is room to work in.
    pub(super) fn stands(
        &self,
        node: u32,
        is_down: &impl Fn(u32) -> bool,
        absent: &impl Absent,
        group: &mut SupportGroup,
    ) -> bool {
        if self.groups.never_stands(node) || !self.can_fail(node) {
            return !self.down[node as usize];
        }
        let misses_supporter = self.misses_supporter(node, absent);
        if misses_supporter && !self.is_supported(node, is_down, absent, group) {
            return false;
        }
        self.groups.of(node).iter().all(|&number| {
            let group = self.groups.get(number);
            let members = self.groups.members(number);
            if group.need == Need::Support && misses_supporter {
                return true;
            }
            if group.need == Need::DependsOn && members.iter().all(|member| absent.has(member.node)) {
                return true;
            }
            let lost: u128 = members.iter().filter(|m| is_down(m.node)).map(|m| u128::from(m.weight)).sum();
            lost <= u128::from(self.slack(number))
        })
    }

    /// Whether one that supported it has left the plan: then its group of support is another than in the baseline.
    pub(super) fn misses_supporter(&self, node: u32, absent: &impl Absent) -> bool {
        !absent.is_none()
            && self.items.get(node).is_some()
            && self.items.present_supporters(node).any(|supporter| absent.has(supporter))
    }

    fn is_supported(
        &self,
        node: u32,
        is_down: &impl Fn(u32) -> bool,
        absent: &impl Absent,
        group: &mut SupportGroup,
    ) -> bool {
        let Some(item) = self.items.get(node) else { return true };
        self.fill_support_left(node, absent, group);
        let Some(required) = self.support_required(node, group) else {
            return group.done > 0 || item.level == crate::plan::Level::Activity;
        };
        let stands = |node: &u32| !is_down(*node);
        let alone = group.alone.iter().filter(|&node| stands(node)).count();
        let joined = group.joined.iter().filter(|members| members.iter().any(stands)).count();
        alone + joined >= required
    }

    /// Those that support it and are still in the plan.
    pub(super) fn support_left(&self, node: u32, absent: &impl Absent) -> SupportGroup {
        let mut group = SupportGroup::default();
        self.fill_support_left(node, absent, &mut group);
        group
    }

    fn fill_support_left(&self, node: u32, absent: &impl Absent, group: &mut SupportGroup) {
        let rest = self.items.present_supporters(node).filter(|&supporter| !absent.has(supporter));
        group.fill(rest, self.items, |choice| absent.is_open(choice));
    }

    /// How many of these open supporters must stand; nothing where there is none.
    pub(super) fn support_required(&self, node: u32, group: &SupportGroup) -> Option<usize> {
        let item = self.items.get(node).filter(|_| group.open() > 0)?;
        Some(match (self.reading, item.said) {
            (Reading::IfAll, None) => group.open(),
            _ => group.required(item.needs()),
        })
    }

    /// How much of a group can be lost.
    pub(super) fn slack(&self, group: u32) -> u64 {
        let group = self.groups.get(group);
        match self.reading {
            Reading::AsSaid => group.slack,
            Reading::IfAll => group.slack_if_all,
        }
    }
}
