//! `reporting-load`.

use super::payment::is_sought;
use crate::findings::{Context, Definition, Family, Found, Value};
use crate::plan::{Donor, Factor, FindingName, Id, Plan, Reports, Severity, Stage};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// See `docs/findings/reporting-load.md`.
pub const DEFINITION: Definition = Definition {
    name: FindingName::ReportingLoad,
    family: Family::Money,
    severity: Severity::Advice,
    from: Stage::Running,
    factor: Some(Factor::Donors),
    dated: false,
    fields: &[],
    find,
};

fn find(context: &Context<'_>, found: &mut Vec<Found>) {
    let plan = context.plan;
    let most = plan.settings.reports_per_quarter as usize;
    let now = Quarter::of(context.today);
    let mut changes: BTreeMap<Quarter, i64> = BTreeMap::new();
    let reporting = || plan.donors.iter().filter(|donor| !is_sought(donor));
    for donor in reporting() {
        note_changes(plan, donor, now, &mut changes);
    }
    let mut count = 0_i64;
    // Between two changes the number stays the same, so the first quarter of too many is among them.
    let full = changes.into_iter().find(|(_, change)| {
        count += change;
        usize::try_from(count).is_ok_and(|count| count > most)
    });
    let Some((quarter, _)) = full else { return };
    let mut reports: Vec<(Date, Id)> = reporting()
        .flat_map(|donor| days_in(plan, donor, quarter).into_iter().map(|day| (day, donor.id)))
        .collect();
    reports.sort_unstable();
    if let (Some(&(_, donor)), Some((from, to))) = (reports.get(most), quarter.days()) {
        let finding = Found::about(plan, donor)
            .with("count", Value::Count(reports.len() as u64))
            .with("from", Value::Date(from))
            .with("to", Value::Date(to));
        found.push(finding);
    }
}

/// A quarter of a year: quarters since the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Quarter(i32);

impl Quarter {
    fn of(day: Date) -> Self {
        Self(i32::from(day.year()) * 4 + (i32::from(day.month()) - 1) / 3)
    }

    /// The last days of its three months; fewer at the end of the calendar.
    fn month_ends(self) -> impl Iterator<Item = Date> {
        let year = i16::try_from(self.0.div_euclid(4)).unwrap_or(i16::MAX);
        let first = self.0.rem_euclid(4) as i8 * 3 + 1;
        (first..first + 3).filter_map(move |month| Some(Date::new(year, month, 1).ok()?.last_of_month()))
    }

    /// The first and the last day.
    fn days(self) -> Option<(Date, Date)> {
        let (first, last) = (self.month_ends().next()?, self.month_ends().last()?);
        Some((first.first_of_month(), last))
    }
}

/// Notes for the quarters from `now` on how many reports more or fewer there are than in the one before.
fn note_changes(plan: &Plan, donor: &Donor, now: Quarter, changes: &mut BTreeMap<Quarter, i64>) {
    let mut note = |from: Quarter, until: Quarter, count: i64| {
        *changes.entry(from).or_default() += count;
        *changes.entry(until).or_default() -= count;
    };
    let next = |quarter: Quarter| Quarter(quarter.0 + 1);
    match &donor.reports {
        None => {}
        Some(Reports::Days(_)) => {
            for day in written_days(donor).filter(|day| Quarter::of(*day) >= now) {
                note(Quarter::of(day), next(Quarter::of(day)), 1);
            }
        }
        Some(Reports::Monthly(_) | Reports::Quarterly(_)) => {
            let Some((start, end)) = window(plan, donor) else { return };
            let (first, last) = (Quarter::of(start).max(now), Quarter::of(end));
            if first > last {
                return;
            }
            let count = |quarter| i64::try_from(days_in(plan, donor, quarter).len()).unwrap_or(0);
            note(first, next(first), count(first));
            if last > first {
                note(last, next(last), count(last));
            }
            if last.0 > first.0 + 1 {
                note(next(first), last, count(next(first)));
            }
        }
    }
}

/// The days of a donor's reports that fall in a quarter, each once.
fn days_in(plan: &Plan, donor: &Donor, quarter: Quarter) -> Vec<Date> {
    let rhythm = |months: usize| {
        let Some((start, end)) = window(plan, donor) else { return Vec::new() };
        let days = quarter.month_ends().skip(3 - months);
        days.filter(|day| (start..=end).contains(day)).collect()
    };
    match &donor.reports {
        None => Vec::new(),
        Some(Reports::Days(_)) => written_days(donor).filter(|day| Quarter::of(*day) == quarter).collect(),
        Some(Reports::Monthly(_)) => rhythm(3),
        Some(Reports::Quarterly(_)) => rhythm(1),
    }
}

/// The days that are written one by one, in order, each once.
fn written_days(donor: &Donor) -> impl Iterator<Item = Date> + use<> {
    let mut days: Vec<Date> = match &donor.reports {
        Some(Reports::Days(days)) => days.iter().map(|day| day.value).collect(),
        _ => Vec::new(),
    };
    days.sort_unstable();
    days.dedup();
    days.into_iter()
}

/// Between which days a donor wants reports: its own, else the plan's. Nothing where one of the two is not known.
fn window(plan: &Plan, donor: &Donor) -> Option<(Date, Date)> {
    let is_known = ["start", "end"].iter().all(|field| !plan.is_faulty(Some(donor.id), field));
    let start = donor.start.or(plan.start)?;
    let end = donor.end.or(plan.end)?;
    is_known.then_some((start.value, end.value))
}
