//! What a sign says of the weeks that it stands for.

use super::Person;
use crate::graph::{Stretch, Week};
use crate::report::layout::{ERROR, FAINT, WARNING};
use anstyle::Style;

/// How full the fullest of some weeks is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cell {
    /// Not asked for.
    Outside,
    /// No work.
    Empty,
    /// Away all the time, and no work.
    Away,
    /// Up to so many quarters of the hours to give, from 1 to 4.
    Quarters(u8),
    /// More than there are to give.
    Over,
    /// Work while away.
    WorkAway,
}

impl Cell {
    /// What it looks like: told apart without colour.
    pub(super) fn sign(self) -> char {
        match self {
            Self::Outside => ' ',
            Self::Empty => '·',
            Self::Away => '–',
            Self::Quarters(..=1) => '▁',
            Self::Quarters(2) => '▃',
            Self::Quarters(3) => '▅',
            Self::Quarters(_) => '▇',
            Self::Over => '!',
            Self::WorkAway => 'x',
        }
    }

    /// The name of it on a page.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Empty => "empty",
            Self::Away => "away",
            Self::Quarters(..=1) => "q1",
            Self::Quarters(2) => "q2",
            Self::Quarters(3) => "q3",
            Self::Quarters(_) => "q4",
            Self::Over => "over",
            Self::WorkAway => "work-away",
        }
    }

    pub(super) fn style(self) -> Style {
        match self {
            Self::Outside | Self::Quarters(..=3) => Style::new(),
            Self::Quarters(_) => WARNING,
            Self::Empty | Self::Away => FAINT,
            Self::Over | Self::WorkAway => ERROR,
        }
    }
}

impl Person {
    /// How full these weeks are; `full` is how many hours fill a week where nobody has said it.
    pub(super) fn cell(&self, (first, last): (Week, Week), full: f64) -> Cell {
        let (mut quarters, mut over) = (None, None);
        for stretch in self.within(first, last) {
            if stretch.over().is_some() {
                over = over.max(Some(if stretch.is_away { Cell::WorkAway } else { Cell::Over }));
            }
            let share = stretch.hours / stretch.capacity.unwrap_or(full);
            // Of no hours to give at all, the least work is all.
            let here = if share > 0.75 {
                4
            } else if share > 0.5 {
                3
            } else if share > 0.25 {
                2
            } else {
                1
            };
            quarters = quarters.max(Some(here));
        }
        let is_away = || self.load.away().iter().any(|(from, to)| *from <= first && last <= *to);
        match (over, quarters) {
            (Some(over), _) => over,
            (None, Some(quarters)) => Cell::Quarters(quarters),
            (None, None) if is_away() => Cell::Away,
            (None, None) => Cell::Empty,
        }
    }

    /// The most hours in one of these weeks; nothing where there is no work.
    pub(super) fn most(&self, first: Week, last: Week) -> Option<f64> {
        self.within(first, last).map(|stretch| stretch.hours).reduce(f64::max)
    }

    /// The stretches that have weeks among these.
    fn within(&self, first: Week, last: Week) -> impl Iterator<Item = &Stretch> {
        let from = self.stretches.partition_point(|stretch| stretch.last < first);
        self.stretches[from..].iter().take_while(move |stretch| stretch.first <= last)
    }
}
