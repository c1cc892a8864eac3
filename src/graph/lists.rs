//! Many short lists in one vector.

/// A list for each of `n` nodes, stored one after another: a million empty lists cost four bytes each.
#[derive(Debug, Clone)]
pub(super) struct Lists<T> {
    /// Where each list begins; one more than there are lists.
    starts: Vec<u32>,
    values: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// Lists for nodes `0..n`, each keeping the order in which `pairs` name its values.
    pub(super) fn of(n: usize, pairs: &[(u32, T)]) -> Self {
        let mut starts = vec![0u32; n + 1];
        for &(node, _) in pairs {
            starts[node as usize + 1] += 1;
        }
        for i in 0..n {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut values = vec![T::default(); pairs.len()];
        for &(node, value) in pairs {
            let place = &mut next[node as usize];
            values[*place as usize] = value;
            *place += 1;
        }
        Self { starts, values }
    }

    /// The list of one node.
    pub(super) fn get(&self, node: u32) -> &[T] {
        &self.values[self.range(node)]
    }

    /// Where its list stands among all values.
    pub(super) fn range(&self, node: u32) -> std::ops::Range<usize> {
        self.starts[node as usize] as usize..self.starts[node as usize + 1] as usize
    }
}
