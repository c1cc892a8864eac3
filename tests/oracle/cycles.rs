//! Cycles in support and `depends_on` together, by plain reachability and by trying every simple cycle.

use crate::model::Item;
use crate::standing::{Ids, World};

/// "x stands on its supporters and on what it depends on". Cycles are computed over present items.
fn stands_on(world: &World, item: &Item) -> Ids {
    let supporters = world.present_supporters(item).into_iter();
    let dependencies = item.depends_on.iter().filter_map(|id| world.plan.item(id));
    let ids = supporters.chain(dependencies.filter(|other| world.is_present(other)));
    ids.map(|other| other.id.clone()).collect()
}

/// All that the item stands on, directly or not. It holds the item itself where that is in a cycle.
fn reached_from(world: &World, item: &Item) -> Ids {
    let mut found = Ids::new();
    let mut next = vec![item];
    while let Some(item) = next.pop() {
        for id in stands_on(world, item) {
            if found.insert(id.clone()) {
                next.extend(world.plan.item(&id));
            }
        }
    }
    found
}

/// The strongly connected sets; a self-link alone is one too. "a set of only done items is left alone".
pub fn sets(world: &World) -> Vec<Ids> {
    let mut sets: Vec<Ids> = Vec::new();
    for item in world.plan.all_items().filter(|item| world.is_present(item)) {
        let reached = reached_from(world, item);
        if !reached.contains(&item.id) {
            continue;
        }
        let leads_back = |id: &&String| {
            let other = world.plan.item(id).expect("an item of the plan");
            reached_from(world, other).contains(&item.id)
        };
        let set: Ids = reached.iter().filter(leads_back).cloned().collect();
        let is_open = |id: &String| world.plan.item(id).is_some_and(|item| !world.is_done(item));
        if set.iter().any(is_open) && !sets.contains(&set) {
            sets.push(set);
        }
    }
    sets
}

/// "a shortest cycle: ids in order, each standing on the next, the smallest first; of the shortest, the one that reads
/// first".
pub fn path(world: &World, set: &Ids) -> Vec<String> {
    for length in 1..=set.len() {
        // Each cycle is found once from its smallest id; the walk tries the ids in order.
        let found = set.iter().find_map(|first| walk(world, set, length, &mut vec![first.clone()]));
        if let Some(path) = found {
            return path;
        }
    }
    Vec::new()
}

/// The first in reading order of the simple cycles of this length that go on from `path` and hold no id smaller
/// than its first.
fn walk(world: &World, set: &Ids, length: usize, path: &mut Vec<String>) -> Option<Vec<String>> {
    let last = world.plan.item(path.last()?)?;
    let next = stands_on(world, last);
    if path.len() == length {
        return next.contains(&path[0]).then(|| path.clone());
    }
    for id in next {
        if set.contains(&id) && id > path[0] && !path.contains(&id) {
            path.push(id);
            let found = walk(world, set, length, path);
            path.pop();
            if found.is_some() {
                return found;
            }
        }
    }
    None
}
