//! The sequence: when each thing can be begun and finished at the earliest and at the latest.

mod links;
mod order;

use super::Graph;
use super::days::{day_of, number_of};
use super::windows::Windows;
use crate::plan::{Id, Item, Level, Plan};
use jiff::civil::Date;
use links::{Day, Links, Point};

/// The sequence of a plan, by the critical path method (Kelley and Walker, *Critical-Path Planning and Scheduling*,
/// 1959), in calendar days.
///
/// How the contract is read here:
/// - **What takes part**: open objectives, activities and tasks. Items of cycles do not. Goals and the ambition only give
///   their first day to what is nested in them.
/// - **Duration** of an activity or task: from its own `start` to its own `end`, both counted; where it does not have
///   both, or has them the wrong way round, its `days`. Without any it takes no time: it is finished on the day before it
///   can begin, so that what depends on it can begin when it can.
/// - **Earliest start**: the latest of the first day of its window, the day after each thing that it depends on is
///   finished, and the earliest start of what it is nested in. Where none of these is known, neither is the earliest
///   start, and nothing has to wait for it.
/// - **Preparation** does not wait for its holder: a task whose own `end` is before the first day of its holder's window
///   (`outside-window` leaves it alone as well), and what its holder waits for, which may be nested in it.
/// - **An objective** is finished when its open supporters are, and what it depends on is. It takes no time itself, and
///   with neither there is nothing that says when it is finished.
/// - **Latest finish**: the earliest of the last day of its window, the last day on which everything that waits for it can
///   still be in time, and the latest finish of the objectives that it supports. What is nested waits for the start of its
///   holder.
/// - **Slack**: latest finish less earliest finish. Below zero, something after it cannot be finished in time.
/// - A **delay** is added to the earliest start of an activity or task; an objective is reached that many days later.
/// - Done and absent items are waited for by nobody.
///
/// Days after 9999-12-31 are told as 9999-12-31; slack is counted with the true ones.
#[derive(Debug)]
pub struct Sequence {
    /// By index of the plan's items; nothing for those that take no part.
    steps: Vec<Option<Step>>,
    /// For each start and finish the point that its day comes from.
    from: Vec<Option<Point>>,
}

/// When an item can be begun and finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The objective, activity or task.
    pub item: Id,
    /// How many calendar days it takes; nothing for an objective, and where nobody has said it.
    pub days: Option<u32>,
    /// What its earliest days come from: what it depends on, what it is nested in, or a supporter of an objective; nothing
    /// where they come from its own window.
    pub held_by: Option<Id>,
    start: Day,
    finish: Day,
    latest: Day,
}

impl Step {
    /// The first day on which it can begin; nothing where no day says it, and for objectives.
    #[must_use]
    pub fn earliest_start(&self) -> Option<Date> {
        self.start.map(day_of)
    }

    /// The first day on which it can be finished. Without a duration that is the day before it can begin.
    #[must_use]
    pub fn earliest_finish(&self) -> Option<Date> {
        self.finish.map(day_of)
    }

    /// The last day on which it can be finished with everything after it in time; nothing where no day limits it.
    #[must_use]
    pub fn latest_finish(&self) -> Option<Date> {
        self.latest.map(day_of)
    }

    /// How many days it can be late and everything after it still in time.
    #[must_use]
    pub fn slack(&self) -> Option<i64> {
        Some(self.latest? - self.finish?)
    }

    /// Whether a single day more makes something late.
    #[must_use]
    pub fn is_critical(&self) -> bool {
        self.slack().is_some_and(|slack| slack <= 0)
    }

    /// How many days after this day it can be finished at the earliest; nothing where it can be finished by then.
    #[must_use]
    pub fn days_after(&self, day: Date) -> Option<u64> {
        let after = self.finish? - number_of(day);
        u64::try_from(after).ok().filter(|&days| days > 0)
    }
}

impl Sequence {
    /// The sequence of a plan.
    #[must_use]
    pub fn of(plan: &Plan, graph: &Graph, windows: &Windows) -> Self {
        Self::delayed(plan, graph, windows, &[])
    }

    /// The sequence where some items come so many days later. A delay of what takes no part changes nothing; of one item
    /// that is named twice, the delays add up.
    #[must_use]
    pub fn delayed(plan: &Plan, graph: &Graph, windows: &Windows, delays: &[(Id, u32)]) -> Self {
        let links = Links::of(plan, graph, windows, delays);
        let mut earliest: Vec<Day> = vec![None; plan.items.len() * 2];
        let mut from: Vec<Option<Point>> = vec![None; plan.items.len() * 2];
        for &point in links.order() {
            (earliest[point.index()], from[point.index()]) = links.earliest(point, &earliest);
        }
        let latest = links.latest();
        let step = |(index, item): (usize, &Item)| {
            let (start, finish) = (Point::start(index as u32), Point::finish(index as u32));
            let held_at = if item.level == Level::Objective { finish } else { start };
            links.takes_part(index).then(|| Step {
                item: item.id,
                days: links.days(index),
                held_by: from[held_at.index()].map(|point| plan.items[point.item() as usize].id),
                start: earliest[start.index()].filter(|_| item.level != Level::Objective),
                finish: earliest[finish.index()],
                latest: latest[finish.index()],
            })
        };
        Self { steps: plan.items.iter().enumerate().map(step).collect(), from }
    }

    /// The days of an item; nothing where it takes no part, and for what is no item.
    #[must_use]
    pub fn get(&self, plan: &Plan, item: Id) -> Option<&Step> {
        plan.names.get(item).kind.level()?;
        self.steps[plan.names.get(item).index as usize].as_ref()
    }

    /// The days of everything that takes part, in the order of the text.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().flatten()
    }

    /// The critical path: the chain of activities and tasks with a duration, each held back by the one before, that ends
    /// with the last earliest finish of all. Of several with the same, the one that ends first in the text. Empty where
    /// nothing has a duration and a day.
    #[must_use]
    pub fn critical_path(&self) -> Vec<Id> {
        let mut last: Option<(usize, &Step)> = None;
        for (index, step) in
            self.steps.iter().enumerate().filter_map(|(index, step)| Some((index, step.as_ref()?)))
        {
            let can_be_last = step.days.is_some() && step.finish.is_some();
            if can_be_last && last.is_none_or(|(_, last)| step.finish > last.finish) {
                last = Some((index, step));
            }
        }
        let mut path = Vec::new();
        let mut at = last.map(|(index, _)| Point::finish(index as u32));
        while let Some(point) = at {
            let step = self.steps[point.item() as usize].as_ref();
            path.extend(step.filter(|step| point.is_finish() && step.days.is_some()).map(|step| step.item));
            at = self.from[point.index()];
        }
        path.reverse();
        path
    }
}
