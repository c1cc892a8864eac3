//! The workload as a map: people and weeks, half a year beside each other, so that it fits on paper.

use super::scale::{Group, GroupLabel, Sign};
use super::{Person, Workload};
use crate::graph::Week;
use crate::lang::Catalogue;
use crate::plan::Id;

/// Columns of a screen for which the scale lays out half a year.
const HALF_A_YEAR: usize = 42;
/// The same for two years, where a sign stands for a month.
const TWO_YEARS: usize = 36;

/// A stretch of time with everybody who has work in it.
#[derive(Debug)]
pub(crate) struct Heat {
    /// The year, where all of it is of one.
    pub year: Option<i32>,
    /// What stands above the columns, and over how many.
    pub groups: Vec<(String, usize)>,
    /// The first and the last week of each column.
    pub columns: Vec<(Week, Week)>,
    /// Who, and a cell for each column.
    pub rows: Vec<(Id, Vec<HeatCell>)>,
}

/// How full some weeks are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct HeatCell {
    /// `empty`, `away`, `q1` to `q4`, `over`, `work-away`, or `outside` of what is told.
    pub class: &'static str,
    /// The most hours in one of the weeks.
    pub hours: Option<f64>,
}

impl Workload<'_> {
    /// The map, and the word for what one column stands for: week, month, year, decade.
    pub(crate) fn heat(&self, catalogue: &Catalogue) -> (&'static str, Vec<Heat>) {
        let Some((first, last)) = self.weeks else { return (Sign::Week.name(), Vec::new()) };
        let sign = match Sign::of(first, last) {
            Sign::Week if first.weeks_to(last) > 3 * 53 => Sign::Month,
            sign => sign,
        };
        let width = if sign == Sign::Week { HALF_A_YEAR } else { TWO_YEARS };
        let told = |(from, to): (Week, Week)| {
            let (from, to) = (from.max(first), to.min(last));
            (from <= to).then_some((from, to))
        };
        let label = |group: &Group| match group.label {
            GroupLabel::Month(month) => catalogue.say("workload-month", &[("month", month.into())]),
            GroupLabel::Year(year) => year.to_string(),
        };
        let heat = sign.rows(first, last, width).into_iter().filter_map(|row| {
            let groups = row.groups.iter().map(|group| (label(group), group.signs.len())).collect();
            let columns: Vec<(Week, Week)> =
                row.groups.iter().flat_map(|group| group.signs.clone()).collect();
            let cells = |person: &Person| -> Vec<HeatCell> {
                columns
                    .iter()
                    .map(|&column| told(column).map_or(OUTSIDE, |weeks| cell(person, weeks)))
                    .collect()
            };
            let rows = self.people_with_work().map(|person| (person.load.person, cells(person)));
            let rows: Vec<_> =
                rows.filter(|(_, cells)| cells.iter().any(|cell| cell.hours.is_some())).collect();
            (!rows.is_empty()).then_some(Heat { year: row.year, groups, columns, rows })
        });
        (sign.name(), heat.collect())
    }

    /// Open tasks with hours that are in no week.
    pub(crate) fn without_window(&self) -> u64 {
        self.without_window
    }

    /// Those with work: who, their hours to give, and the fullest week with its hours.
    pub(crate) fn fullest(&self) -> Vec<(Id, Option<f64>, Week, f64)> {
        let told = |person: &Person| {
            let fullest = person.fullest()?;
            Some((person.load.person, person.load.hours_per_week, fullest.first, fullest.hours))
        };
        self.people_with_work().filter_map(told).collect()
    }
}

const OUTSIDE: HeatCell = HeatCell { class: "outside", hours: None };

fn cell(person: &Person, (first, last): (Week, Week)) -> HeatCell {
    let full = person.fullest().map_or(1.0, |stretch| stretch.hours);
    HeatCell { class: person.cell((first, last), full).name(), hours: person.most(first, last) }
}
