//! What falls with each single thing, for all of them at once.
//!
//! Failing is monotone: where the loss of x alone brings y down, everything that falls with y falls with x too. So the
//! nodes form a forest: each hangs below one node that certainly falls with it. Walking down a branch, one failure is
//! added at a time, and only what is new falls at each step; walking back up takes it back. A chain of 100,000 tasks
//! costs 100,000 steps, not the square of that.

use super::groups::Groups;
use super::lists::Lists;
use super::standing::{Counted, Reading, Standing};

/// No node.
const NONE: u32 = u32::MAX;

/// What falls with one node alone, in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Single {
    /// Results lost.
    pub results: u32,
    /// Open activities that fall, itself left out.
    pub activities: u32,
    /// Everything that falls, itself left out.
    pub fallen: u32,
    /// Equal for equal losses.
    pub mark: u128,
}

/// The forest on which single failures are walked.
#[derive(Debug)]
pub(super) struct Forest {
    /// Nodes that hang below nothing.
    roots: Vec<u32>,
    below: Lists<u32>,
}

impl Forest {
    /// The forest of what certainly falls with what. `order` names the nodes so that members stand before owners.
    pub(super) fn of(groups: &Groups, baseline: &Standing<'_>, order: &[u32]) -> Self {
        let mut height = vec![0u32; order.len()];
        let mut roots = Vec::new();
        let mut pairs = Vec::new();
        for &node in order.iter().rev() {
            if baseline.is_down(node) {
                continue;
            }
            let broken = groups
                .memberships(node)
                .iter()
                .filter(|&&(group, weight)| baseline.breaks(group, weight))
                .map(|&(group, _)| groups.get(group).owner)
                .filter(|&owner| !baseline.is_down(owner));
            // The longest branch saves the most: everything on it is walked once for all that hang below.
            let parent = broken.max_by_key(|&owner| (height[owner as usize], owner)).unwrap_or(NONE);
            if parent == NONE {
                roots.push(node);
            } else {
                height[node as usize] = height[parent as usize] + 1;
                pairs.push((parent, node));
            }
        }
        Self { roots, below: Lists::of(order.len(), &pairs) }
    }

    /// Lets each node fail alone, and calls `visit` with it, with how many had fallen before it, and with everything that
    /// is down then.
    pub(super) fn walk(&self, standing: &mut Standing<'_>, visit: &mut dyn FnMut(u32, usize, &Standing<'_>)) {
        // A node to enter, or a moment to go back to.
        enum Step {
            Enter(u32),
            Leave(usize),
        }
        let mut steps: Vec<Step> = Vec::new();
        for &root in &self.roots {
            steps.push(Step::Enter(root));
            while let Some(step) = steps.pop() {
                match step {
                    Step::Leave(moment) => standing.undo(moment),
                    Step::Enter(node) => {
                        let moment = standing.moment();
                        steps.push(Step::Leave(moment));
                        standing.fail(node);
                        visit(node, moment, standing);
                        steps.extend(self.below.get(node).iter().map(|&below| Step::Enter(below)));
                    }
                }
            }
        }
    }
}

/// What falls with each node alone, by node; nothing falls with those that do not stand in the baseline.
pub(super) fn singles(
    groups: &Groups,
    counted: &[Counted],
    order: &[u32],
    reading: Reading,
    visit: &mut dyn FnMut(u32, Single, &Standing<'_>),
) -> Vec<Single> {
    let mut standing = Standing::baseline(groups, counted, reading);
    let forest = Forest::of(groups, &standing, order);
    let mut singles = vec![Single::default(); counted.len()];
    forest.walk(&mut standing, &mut |node, _, standing| {
        let itself = counted[node as usize];
        let single = Single {
            results: standing.results().len() as u32,
            activities: standing.activities() - u32::from(itself.is_open_activity),
            fallen: standing.fallen().len() as u32 - 1,
            mark: standing.mark(),
        };
        singles[node as usize] = single;
        visit(node, single, standing);
    });
    singles
}
