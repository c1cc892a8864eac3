//! An order in which every member of a group stands before the group's owner.

use super::groups::Groups;
use super::items::Items;

/// All nodes, members before owners. Requirements of items in a circle are not among the groups, so there is one.
///
/// Where an item belongs to the plan under an option only, supporters stand before what they support even if they are no
/// members: one that counts together with a done one becomes a member once that has left the plan.
///
/// Of the many such orders, this is one near the order of the text: what is used together stands together in memory.
pub(super) fn members_first(groups: &Groups, items: &Items) -> Vec<u32> {
    let nodes = groups.nodes;
    let has_options = items.iter().any(|item| item.under.is_some());
    let supporters = |node: u32| {
        let item = items.get(node).filter(|item| has_options && item.has_requirements());
        item.map_or(&[][..], |item| items.supporters.get(item.node))
    };
    let mut order: Vec<u32> = Vec::with_capacity(nodes);
    let mut met = vec![false; nodes];
    // A node, and which of its members comes next.
    let mut path: Vec<(u32, usize)> = Vec::new();
    for start in 0..nodes as u32 {
        if std::mem::replace(&mut met[start as usize], true) {
            continue;
        }
        path.push((start, 0));
        while let Some((node, next)) = path.last_mut() {
            let members = groups.members_of(*node);
            let member = match members.get(*next) {
                Some(member) => Some(member.node),
                None => supporters(*node).get(*next - members.len()).copied(),
            };
            let Some(member) = member else {
                order.push(*node);
                path.pop();
                continue;
            };
            *next += 1;
            if !std::mem::replace(&mut met[member as usize], true) {
                path.push((member, 0));
            }
        }
    }
    order
}
