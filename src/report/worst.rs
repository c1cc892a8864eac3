//! Which findings come first where not all can be told.

use crate::findings::Finding;
use crate::plan::Severity;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How much a finding weighs: the severity, then how much falls, then how much else stops or waits. Errors weigh the same.
/// What weighs more is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Weight(Severity, Reverse<u64>, Reverse<u64>);

impl Weight {
    /// The weight of a finding.
    pub(crate) fn of(finding: &Finding) -> Self {
        if finding.severity == Severity::Error {
            return Self::HEAVIEST;
        }
        let counted = |list, count| finding.count(count).max(finding.ids(list).len() as u64);
        let loss = counted("loss", "loss_count");
        let more =
            counted("falls", "falls_count") + counted("waiting", "waiting_count") + finding.count("branch");
        Self(finding.severity, Reverse(loss), Reverse(more))
    }

    /// That of an error.
    pub(super) const HEAVIEST: Self = Self(Severity::Error, Reverse(0), Reverse(0));
}

/// Those that come first by rank, up to a number; of equal ones, those that were offered first. The others are counted.
#[derive(Debug)]
pub(super) struct Worst<R, T> {
    most: usize,
    offered: usize,
    kept: BTreeMap<(R, usize), T>,
}

impl<R: Ord, T> Worst<R, T> {
    /// Room for so many.
    pub(super) fn new(most: usize) -> Self {
        Self { most, offered: 0, kept: BTreeMap::new() }
    }

    /// One more. It is made only where it is kept, for now at least.
    pub(super) fn offer(&mut self, rank: R, make: impl FnOnce() -> T) {
        let key = (rank, self.offered);
        self.offered += 1;
        if self.kept.len() < self.most {
            self.kept.insert(key, make());
        } else if self.kept.last_key_value().is_some_and(|(last, _)| key < *last) {
            self.kept.pop_last();
            self.kept.insert(key, make());
        }
    }

    /// How many there is no room for.
    pub(super) fn left_out(&self) -> usize {
        self.offered - self.kept.len()
    }

    /// Those that are kept, first things first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.kept.values()
    }

    /// Those that are kept, in the order in which they were offered.
    pub(super) fn in_order(&self) -> impl Iterator<Item = &T> {
        let by_turn: BTreeMap<usize, &T> =
            self.kept.iter().map(|((_, turn), entry)| (*turn, entry)).collect();
        by_turn.into_values()
    }
}

#[cfg(test)]
mod tests {
    use super::Worst;

    #[test]
    fn the_first_by_rank_are_kept_and_of_equals_the_earlier() {
        let mut worst = Worst::new(3);
        let mut made = 0;
        for (rank, name) in [(2, "b"), (3, "c"), (2, "d"), (1, "a"), (3, "e"), (2, "f")] {
            worst.offer(rank, || {
                made += 1;
                name
            });
        }
        assert_eq!(worst.iter().collect::<Vec<_>>(), [&"a", &"b", &"d"]);
        assert_eq!(worst.in_order().collect::<Vec<_>>(), [&"b", &"d", &"a"]);
        assert_eq!((worst.left_out(), made), (3, 4));
    }

    #[test]
    fn without_room_all_are_counted() {
        let mut worst = Worst::new(0);
        worst.offer(1, || unreachable!());
        assert_eq!((worst.iter().count() as u32, worst.left_out()), (0, 1));
        let _: &Worst<i32, ()> = &worst;
    }
}
