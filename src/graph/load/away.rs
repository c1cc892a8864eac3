//! Weeks in which somebody is away.

use crate::graph::week::Week;
use crate::plan::{Absence, Person, Plan};

/// The weeks that lie wholly within one time away, in order, none twice. A time away that ends before it starts is none;
/// one without a first or a last day is open at that end, unless a day stands there that could not be read.
pub(super) fn away(plan: &Plan, person: &Person) -> Vec<(Week, Week)> {
    let is_whole = !plan.is_faulty(Some(person.id), "away");
    let mut away: Vec<(Week, Week)> = person
        .away
        .iter()
        .filter(|absence| is_whole || (absence.start.is_some() && absence.end.is_some()))
        .filter_map(weeks_of)
        .collect();
    away.sort_unstable();
    let mut merged: Vec<(Week, Week)> = Vec::with_capacity(away.len());
    for (first, last) in away {
        match merged.last_mut() {
            Some(before) if first <= before.1.plus(1) => before.1 = before.1.max(last),
            _ => merged.push((first, last)),
        }
    }
    merged
}

fn weeks_of(absence: &Absence) -> Option<(Week, Week)> {
    if absence.start.is_none() && absence.end.is_none() {
        return None;
    }
    let first = absence.start.map_or(Week::BEFORE_ALL, |day| Week::from_on(day.value));
    let last = absence.end.map_or(Week::AFTER_ALL, |day| Week::until(day.value));
    (first <= last).then_some((first, last))
}
