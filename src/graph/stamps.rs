//! A set of nodes for searches that are made again and again.

/// A set of nodes that is emptied in one step.
#[derive(Debug)]
pub(super) struct Stamps {
    stamps: Vec<u32>,
    now: u32,
}

impl Stamps {
    /// An empty set of nodes below `nodes`.
    pub(super) fn new(nodes: usize) -> Self {
        Self { stamps: vec![0; nodes], now: 1 }
    }

    /// Empties it.
    pub(super) fn clear(&mut self) {
        self.now += 1;
    }

    /// Adds a node; whether it was not there before.
    pub(super) fn insert(&mut self, node: u32) -> bool {
        std::mem::replace(&mut self.stamps[node as usize], self.now) != self.now
    }

    /// Whether the node is there.
    pub(super) fn has(&self, node: u32) -> bool {
        self.stamps[node as usize] == self.now
    }
}

/// Every node reached from `start` by `step`, `start` left out, each once.
pub(super) fn reached_from<'a>(start: u32, seen: &mut Stamps, step: impl Fn(u32) -> &'a [u32]) -> Vec<u32> {
    seen.clear();
    seen.insert(start);
    let mut reached: Vec<u32> = Vec::new();
    let mut queue = vec![start];
    while let Some(node) = queue.pop() {
        for &next in step(node) {
            if seen.insert(next) {
                reached.push(next);
                queue.push(next);
            }
        }
    }
    reached
}
