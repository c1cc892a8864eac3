//! An order in which every member of a group stands before the group's owner.

use super::groups::Groups;

/// All nodes, members before owners. Requirements of items in a circle are not among the groups, so there is one.
///
/// Of the many such orders, this is one near the order of the text: what is used together stands together in memory.
pub(super) fn members_first(groups: &Groups, nodes: usize) -> Vec<u32> {
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
            let Some(member) = groups.members_of(*node).get(*next) else {
                order.push(*node);
                path.pop();
                continue;
            };
            *next += 1;
            if !std::mem::replace(&mut met[member.node as usize], true) {
                path.push((member.node, 0));
            }
        }
    }
    order
}
