//! Days of many series in one order, the first ones only.

use super::{Entry, Period, Series, Told};
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Something that falls on days.
#[derive(Debug)]
pub(super) struct Source {
    /// Which days.
    pub series: Series,
    /// Only those within one of these; sorted, and apart from each other.
    pub within: Vec<Period>,
    /// What is told on each.
    pub entry: Entry,
}

/// A day of a source: by day, then by what there is to do, then by the order of the sources.
type Next = Reverse<(Date, super::Occasion, usize, u64)>;

/// The first entries by day, and how many there are.
pub(super) fn first(sources: &[Source], most: usize) -> Told {
    let mut told = Told::default();
    let mut heap: BinaryHeap<Next> = BinaryHeap::new();
    for (at, source) in sources.iter().enumerate() {
        for period in &source.within {
            told.count = told.count.saturating_add(source.series.count(period.from, period.to));
        }
        heap.extend(source.next_from(at, 0));
    }
    while let Some(Reverse((day, _, at, number))) = heap.pop() {
        if told.first.len() == most {
            break;
        }
        let source = &sources[at];
        told.first.push(Entry { day: Some(day), ..source.entry.clone() });
        heap.extend(source.next_from(at, number + 1));
    }
    told
}

impl Source {
    /// Its first day of this number or a later one that counts.
    fn next_from(&self, at: usize, number: u64) -> Option<Next> {
        let day = self.series.day(number)?;
        let place = self.within.partition_point(|period| period.to < day);
        for period in &self.within[place..] {
            // Over the days between two periods one does not walk.
            let number = number.max(self.series.number_from(period.from));
            let day = self.series.day(number)?;
            if period.holds(day) {
                return Some(Reverse((day, self.entry.occasion, at, number)));
            }
        }
        None
    }
}
