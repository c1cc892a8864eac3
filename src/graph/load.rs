//! Workload: how many hours of work each person has in each week, and how many they have to give.

mod away;
mod sums;

use super::Graph;
use super::week::Week;
use super::windows::Windows;
use crate::plan::{Every, Id, Item, Level, Plan};
use away::away;
use sums::stretches;

/// More than this above the hours to give is too much: three minutes, so that nothing hangs on how a share is rounded.
pub const SPARE_HOURS: f64 = 0.05;

/// Differences below this are those of rounding.
const ROUNDING: f64 = 1e-9;

/// The hours of every person of a plan, from the open tasks that they own or in whose own team they are.
///
/// Each of them does the hours of a task in full, and once. How often a task is done is counted in a week as a rate; one
/// that is done once spreads its hours evenly over the weeks that its window touches. A task whose window does not have
/// both ends, or ends before it starts, is in no week.
///
/// Kept are stretches of weeks with the same hours, so that memory grows with the tasks and not with the centuries that
/// a window may span. What ends is never subtracted: hours are added up anew, in an order that is always the same, so
/// that a very large number leaves no trace in the weeks behind it.
#[derive(Debug)]
pub struct Load {
    /// By index of the plan's people.
    people: Vec<PersonLoad>,
    /// Open tasks with hours that are in no week.
    pub without_window: u64,
}

/// The hours of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonLoad {
    /// Who.
    pub person: Id,
    /// `hours_per_week`; without it nobody has too much.
    pub hours_per_week: Option<f64>,
    /// Weeks with work, in order, each once.
    stretches: Vec<Stretch>,
    /// Weeks that lie wholly within one time away, in order, none twice.
    away: Vec<(Week, Week)>,
}

/// Weeks one after the other in which the hours of somebody are the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// The first week.
    pub first: Week,
    /// The last week.
    pub last: Week,
    /// Hours of work in each of them.
    pub hours: f64,
    /// Hours to give in each of them: none while away, else `hours_per_week`.
    pub capacity: Option<f64>,
    /// Away in all of each.
    pub is_away: bool,
}

impl Stretch {
    /// How many weeks.
    #[must_use]
    pub fn weeks(&self) -> u32 {
        self.first.weeks_to(self.last)
    }

    /// Each of them.
    pub fn each(&self) -> impl Iterator<Item = Week> + use<> {
        let first = self.first;
        (0..self.weeks()).map(move |weeks| first.plus(weeks.cast_signed()))
    }

    /// Hours above those to give; nothing where they are not too many.
    #[must_use]
    pub fn over(&self) -> Option<f64> {
        let over = self.hours - self.capacity?;
        (over > SPARE_HOURS + ROUNDING.max(self.hours * 1e-12)).then_some(over)
    }

    /// The part of it between two weeks, both included.
    #[must_use]
    pub fn within(mut self, first: Week, last: Week) -> Option<Self> {
        self.first = self.first.max(first);
        self.last = self.last.min(last);
        (self.first <= self.last).then_some(self)
    }
}

/// Weeks in which somebody has more work than hours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Overload {
    /// The first such week.
    pub first: Week,
    /// The week with most hours above those to give; the earliest of equals.
    pub worst: Week,
    /// The hours of work in that week.
    pub worst_hours: f64,
    /// The hours to give in that week.
    pub capacity: f64,
    /// How many such weeks.
    pub weeks: u64,
}

impl Load {
    /// The load of a plan.
    #[must_use]
    pub fn of(plan: &Plan, graph: &Graph, windows: &Windows) -> Self {
        // For each person: first week, last week, hours a week, in the order of the text.
        let mut work: Vec<Vec<(Week, Week, f64)>> = vec![Vec::new(); plan.people.len()];
        let mut without_window = 0;
        for task in open_tasks(plan, graph) {
            let Some(hours) = in_weeks(plan, windows, task) else {
                without_window += u64::from(hours_of(task).is_some());
                continue;
            };
            for person in carried_by(plan, graph, task) {
                work[plan.names.get(person).index as usize].push(hours);
            }
        }
        let person = |(person, work): (&crate::plan::Person, Vec<_>)| PersonLoad {
            person: person.id,
            hours_per_week: person.hours_per_week.map(|hours| hours.value),
            stretches: stretches(work, person.hours_per_week.map(|hours| hours.value)),
            away: away(plan, person),
        };
        Self { people: plan.people.iter().zip(work).map(person).collect(), without_window }
    }

    /// What a person does in a week: each open task with its hours, in the order of the text.
    #[must_use]
    pub fn shares(plan: &Plan, graph: &Graph, windows: &Windows, person: Id, week: Week) -> Vec<(Id, f64)> {
        let mut shares = Vec::new();
        for task in open_tasks(plan, graph).filter(|task| carried_by(plan, graph, task).contains(&person)) {
            let hours = in_weeks(plan, windows, task);
            let here = hours.filter(|(first, last, hours)| *first <= week && week <= *last && *hours > 0.0);
            shares.extend(here.map(|(_, _, hours)| (task.id, hours)));
        }
        shares
    }

    /// Every person, in the order of the text.
    #[must_use]
    pub fn people(&self) -> &[PersonLoad] {
        &self.people
    }
}

impl PersonLoad {
    /// Weeks with work, one after the other; weeks without any are left out.
    #[must_use]
    pub fn stretches(&self) -> Vec<Stretch> {
        let mut parts = Vec::with_capacity(self.stretches.len());
        let mut away = &self.away[..];
        for stretch in &self.stretches {
            let mut rest = Some(*stretch);
            while let (Some(here), Some(&(first, last))) = (rest, away.first()) {
                if here.last < first {
                    break;
                }
                parts.extend(here.within(here.first, first.plus(-1)));
                let gone = Stretch { capacity: here.capacity.map(|_| 0.0), is_away: true, ..here };
                parts.extend(gone.within(first, last));
                rest = here.within(last.plus(1), here.last);
                // A time away may reach into the next stretch.
                if last <= here.last {
                    away = &away[1..];
                }
            }
            parts.extend(rest);
        }
        parts
    }

    /// Weeks in which the person is away in all of each, in order.
    #[must_use]
    pub fn away(&self) -> &[(Week, Week)] {
        &self.away
    }

    /// Weeks with too much work, from this week on; nothing where there is none.
    #[must_use]
    pub fn overload(&self, from: Week) -> Option<Overload> {
        self.overload_within(from, Week::AFTER_ALL)
    }

    /// Weeks with too much work from this week to that one, both included; nothing where there is none.
    #[must_use]
    pub fn overload_within(&self, from: Week, to: Week) -> Option<Overload> {
        let mut overload: Option<(Overload, f64)> = None;
        for stretch in self.stretches() {
            let Some(stretch) = stretch.within(from, to) else { continue };
            let (Some(over), Some(capacity)) = (stretch.over(), stretch.capacity) else { continue };
            let here = Overload {
                first: stretch.first,
                worst: stretch.first,
                worst_hours: stretch.hours,
                capacity,
                weeks: stretch.weeks().into(),
            };
            overload = Some(match overload {
                None => (here, over),
                Some((before, most)) if over > most + ROUNDING.max(most * 1e-12) => {
                    (Overload { first: before.first, weeks: before.weeks + here.weeks, ..here }, over)
                }
                Some((before, most)) => (Overload { weeks: before.weeks + here.weeks, ..before }, most),
            });
        }
        overload.map(|(overload, _)| overload)
    }
}

fn open_tasks<'p>(plan: &'p Plan, graph: &'p Graph) -> impl Iterator<Item = &'p Item> {
    plan.items.iter().filter(|item| item.level == Level::Task && graph.is_open(item.id))
}

fn hours_of(task: &Item) -> Option<f64> {
    task.work.as_ref()?.hours.map(|hours| hours.value)
}

/// The first and the last week of a task, and its hours in each; nothing without hours, and without a window that has
/// both ends.
fn in_weeks(plan: &Plan, windows: &Windows, task: &Item) -> Option<(Week, Week, f64)> {
    let (start, end) = windows.get(plan, task.id)?.days()?;
    let (first, last) = (Week::of(start), Week::of(end));
    Some((first, last, hours_a_week(task, hours_of(task)?, first.weeks_to(last))))
}

/// The hours of a task in each of the weeks that its window touches.
fn hours_a_week(task: &Item, hours: f64, weeks: u32) -> f64 {
    let every = task.work.as_ref().and_then(|work| work.every);
    let a_week = match every.map(|every| every.value) {
        None => hours / f64::from(weeks),
        Some(Every::Day) => hours * 7.0,
        Some(Every::Weekday) => hours * 5.0,
        Some(Every::Week) => hours,
        Some(Every::TwoWeeks) => hours / 2.0,
        Some(Every::Month) => hours / 52.0 * 12.0,
        Some(Every::Quarter) => hours / 52.0 * 4.0,
    };
    a_week.min(f64::MAX)
}

/// Who does a task: its owner, and those in its own team; each once.
fn carried_by(plan: &Plan, graph: &Graph, task: &Item) -> Vec<Id> {
    let mut people: Vec<Id> = graph.owner(plan, task).into_iter().collect();
    let team = task.work.iter().flat_map(|work| &work.team).map(|person| person.id);
    let owner = people.first().copied();
    // A list names nobody twice.
    people.extend(team.filter(|person| Some(*person) != owner));
    people
}
