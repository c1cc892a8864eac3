//! Failing and standing: what falls while things fail one after another, and taking it back.

use super::groups::Groups;

/// How a group's slack is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// As the plan says.
    AsSaid,
    /// Every `needs` that is not said read as `all`.
    IfAll,
}

/// Which nodes are counted while they fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counted {
    /// A result of the plan.
    pub is_result: bool,
    /// An open activity.
    pub is_open_activity: bool,
}

/// Which nodes are down, and how many results and open activities are among them.
///
/// Only failing is monotone: what is down stays down until [`Standing::undo`] takes a failure back. A choice that
/// fails also takes members out of groups; see [`super::absence`].
#[derive(Debug)]
pub(super) struct Standing<'g> {
    groups: &'g Groups,
    counted: &'g [Counted],
    reading: Reading,
    down: Vec<bool>,
    /// Weight lost of each group. It wraps: no honest plan comes near the end of it, and no other may stop the program.
    lost: Vec<u64>,
    /// Nodes in the order in which they fell, since the baseline.
    fallen: Vec<u32>,
    /// Results in the order in which they fell, since the baseline.
    results: Vec<u32>,
    activities: u32,
    /// A sum over the fallen results by which equal losses are told: 128 bits a result, added by exclusive or.
    mark: u128,
    queue: Vec<u32>,
}

impl<'g> Standing<'g> {
    /// The baseline: nothing has failed.
    pub(super) fn baseline(groups: &'g Groups, counted: &'g [Counted], reading: Reading) -> Self {
        let mut standing = Self {
            groups,
            counted,
            reading,
            down: vec![false; counted.len()],
            lost: vec![0; groups.len()],
            fallen: Vec::new(),
            results: Vec::new(),
            activities: 0,
            mark: 0,
            queue: Vec::new(),
        };
        for &node in &groups.down {
            standing.fail(node);
        }
        standing.fallen.clear();
        standing.results.clear();
        standing.activities = 0;
        standing.mark = 0;
        standing
    }

    /// Whether each node is down.
    pub(super) fn into_down(self) -> Vec<bool> {
        self.down
    }

    fn slack(&self, group: u32) -> u64 {
        let group = self.groups.get(group);
        match self.reading {
            Reading::AsSaid => group.slack,
            Reading::IfAll => group.slack_if_all,
        }
    }

    /// Whether a node does not stand now.
    pub(super) fn is_down(&self, node: u32) -> bool {
        self.down[node as usize]
    }

    /// How many nodes have fallen since the baseline. What [`Standing::undo`] wants to go back here.
    pub(super) fn moment(&self) -> usize {
        self.fallen.len()
    }

    /// The nodes that have fallen since the baseline, those that failed themselves among them.
    pub(super) fn fallen(&self) -> &[u32] {
        &self.fallen
    }

    /// The results among the fallen.
    pub(super) fn results(&self) -> &[u32] {
        &self.results
    }

    /// How many open activities are among the fallen.
    pub(super) fn activities(&self) -> u32 {
        self.activities
    }

    /// Equal for equal sets of fallen results.
    pub(super) fn mark(&self) -> u128 {
        self.mark
    }

    /// Whether the loss of this node alone would break this group now.
    pub(super) fn breaks(&self, group: u32, weight: u64) -> bool {
        self.lost[group as usize].wrapping_add(weight) > self.slack(group)
    }

    /// Lets a node fail, and everything that falls with it.
    pub(super) fn fail(&mut self, node: u32) {
        if self.down[node as usize] {
            return;
        }
        self.down[node as usize] = true;
        self.queue.push(node);
        while let Some(node) = self.queue.pop() {
            self.fallen.push(node);
            let counted = self.counted[node as usize];
            self.activities += u32::from(counted.is_open_activity);
            if counted.is_result {
                self.results.push(node);
                self.mark ^= mark_of(node);
            }
            for &(group, weight) in self.groups.memberships(node) {
                let lost = &mut self.lost[group as usize];
                *lost = lost.wrapping_add(weight);
                let owner = self.groups.get(group).owner;
                if self.lost[group as usize] > self.slack(group) && !self.down[owner as usize] {
                    self.down[owner as usize] = true;
                    self.queue.push(owner);
                }
            }
        }
    }

    /// Takes back everything that has fallen since this moment.
    pub(super) fn undo(&mut self, moment: usize) {
        while self.fallen.len() > moment {
            let Some(node) = self.fallen.pop() else { return };
            self.down[node as usize] = false;
            let counted = self.counted[node as usize];
            self.activities -= u32::from(counted.is_open_activity);
            if counted.is_result {
                self.results.pop();
                self.mark ^= mark_of(node);
            }
            for &(group, weight) in self.groups.memberships(node) {
                let lost = &mut self.lost[group as usize];
                *lost = lost.wrapping_sub(weight);
            }
        }
    }
}

/// 128 well-mixed bits for a node (the finaliser of `SplitMix64`, twice).
pub(super) fn mark_of(node: u32) -> u128 {
    let mix = |seed: u64| {
        let mut z = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let node = u64::from(node);
    (u128::from(mix(node * 2 + 1)) << 64) | u128::from(mix(node * 2 + 2))
}
