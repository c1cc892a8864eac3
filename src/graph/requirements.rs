//! What must stand for what, as plain numbers: for a page that works out by itself what falls.

use super::Graph;
use super::groups::{Groups, Member};
use super::standing::Reading;
use crate::plan::Id;

/// Something that a node requires: while nothing has failed it is met, and it is no longer once more than `spare` of the
/// weight of its members is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Who requires it.
    pub owner: u32,
    /// How much can be lost.
    pub spare: u64,
    /// Those that stand while nothing has failed, each with its weight.
    pub members: Vec<(u32, u64)>,
}

impl Graph {
    /// How many nodes there are. The first are the ids, in their order; the others stand for several members that count
    /// as one.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.groups.nodes
    }

    /// Everything that can be broken, by who requires it: a node falls when one of its requirements is not met any more.
    /// What does not stand even now requires nothing here, and is member of nothing. A choice is none of the members:
    /// what falls without it is no matter of members alone.
    #[must_use]
    pub fn requirements(&self) -> Vec<Requirement> {
        let down = self.down(Reading::AsSaid);
        let requirement = |number: u32| requirement(&self.groups, down, number);
        (0..self.groups.len() as u32).filter_map(requirement).collect()
    }

    /// Whether a thing can fail: what is done stands, and so does what stands in a circle.
    #[must_use]
    pub fn can_fail(&self, id: Id) -> bool {
        self.items.get(id.0).is_none_or(super::items::ItemNode::has_requirements)
    }
}

fn requirement(groups: &Groups, down: &[bool], number: u32) -> Option<Requirement> {
    let group = groups.get(number);
    if down[group.owner as usize] {
        return None;
    }
    let is_down = |node: u32| down[node as usize];
    let (lost, standing): (Vec<&Member>, Vec<&Member>) =
        groups.members(number).iter().partition(|member| is_down(member.node));
    let lost: u64 = lost.iter().map(|member| member.weight).fold(0, u64::saturating_add);
    let spare = group.slack.saturating_sub(lost);
    let weight = standing.iter().map(|member| member.weight).fold(0, u64::saturating_add);
    let members = standing.iter().map(|member| (member.node, member.weight)).collect();
    (weight > spare).then_some(Requirement { owner: group.owner, spare, members })
}
