//! Sets of choices, each once: which of them stand below each item.

use crate::graph::Graph;
use fnv::FnvHashMap;
use std::collections::HashMap;

/// Most room for all sets, in words of 64 bits.
const MOST_WORDS: usize = 1 << 20;

/// No choice.
pub(super) const NONE: u32 = 0;

/// Sets of choices, by number. A choice is its column in the table of schemes.
#[derive(Debug)]
pub(super) struct Sets {
    /// As bits, the lowest first.
    all: Vec<Box<[u64]>>,
    number: HashMap<Box<[u64]>, u32>,
    joined: FnvHashMap<(u32, u32), u32>,
}

impl Sets {
    /// Sets of so many choices at most; the empty one is there.
    pub(super) fn of(columns: usize) -> Self {
        let empty: Box<[u64]> = vec![0; columns.div_ceil(64)].into();
        Self {
            all: vec![empty.clone()],
            number: HashMap::from([(empty, NONE)]),
            joined: FnvHashMap::default(),
        }
    }

    /// The set of these.
    pub(super) fn set(&mut self, columns: impl Iterator<Item = u32>) -> u32 {
        let mut bits = self.all[NONE as usize].clone();
        for column in columns {
            bits[column as usize / 64] |= 1 << (column % 64);
        }
        self.numbered(bits)
    }

    /// What is in one of two sets.
    pub(super) fn joined(&mut self, a: u32, b: u32) -> u32 {
        if a == b || b == NONE {
            return a;
        }
        if a == NONE {
            return b;
        }
        let pair = (a.min(b), a.max(b));
        if let Some(&known) = self.joined.get(&pair) {
            return known;
        }
        let bits = self.all[a as usize].iter().zip(&self.all[b as usize]).map(|(a, b)| a | b).collect();
        let number = self.numbered(bits);
        self.joined.insert(pair, number);
        number
    }

    fn numbered(&mut self, bits: Box<[u64]>) -> u32 {
        if let Some(&known) = self.number.get(&bits) {
            return known;
        }
        self.all.push(bits.clone());
        let number = self.all.len() as u32 - 1;
        self.number.insert(bits, number);
        number
    }

    /// The choices of a set, in order.
    pub(super) fn columns(&self, set: u32) -> Vec<u32> {
        let words = self.all[set as usize].iter().zip(0_u32..);
        let bits = words.flat_map(|(&word, at)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).map(move |bit| at * 64 + bit)
        });
        bits.collect()
    }

    /// For each id the choices of the items that it stands on, itself included, where `of_items` has those of each alone.
    /// What stands whatever fails stands on itself alone. Nothing where the sets would take too much room.
    pub(super) fn gathered(&mut self, graph: &Graph, of_items: Vec<u32>) -> Option<Vec<u32>> {
        let mut of = of_items;
        for &node in &graph.order {
            if !graph.items.get(node).is_some_and(crate::graph::items::ItemNode::has_requirements) {
                continue;
            }
            let mut set = of[node as usize];
            for below in graph.items_below(node) {
                set = self.joined(set, of[below as usize]);
            }
            of[node as usize] = set;
            if self.all.len() * self.all[0].len() > MOST_WORDS {
                return None;
            }
        }
        Some(of)
    }
}
