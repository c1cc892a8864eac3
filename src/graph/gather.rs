//! What an item has below it, as marks: one pass for all items.

use super::items::Items;

/// For each id its own marks and those of everything below it by support, over present items.
pub(super) fn gathered(items: &Items, own: &[u64]) -> Vec<u64> {
    let mut marks = vec![0; items.ids()];
    let mut queue: Vec<u32> = Vec::new();
    for node in items.iter().map(|item| item.node).filter(|&node| items.is_present(node)) {
        marks[node as usize] = own[node as usize];
        if own[node as usize] != 0 {
            queue.push(node);
        }
    }
    // An item is looked at again only where it has got a mark, so at most once a mark.
    while let Some(node) = queue.pop() {
        for &above in items.supports.get(node) {
            if items.is_present(above) && marks[node as usize] & !marks[above as usize] != 0 {
                marks[above as usize] |= marks[node as usize];
                queue.push(above);
            }
        }
    }
    marks
}
