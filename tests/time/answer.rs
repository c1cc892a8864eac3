//! The second answer: windows, sequence and load, day by day, as the contract tells them.

use super::plans::{ACTIVITY, Days, GOAL, Item, OBJECTIVE, Plan, TASK};
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use std::collections::BTreeMap;

/// Where an item begins, or is finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    Start(usize),
    Finish(usize),
}

impl Plan {
    fn is_absent(&self, item: usize) -> bool {
        self.items[item].status == Some("dropped")
            || self.items[item].holder.is_some_and(|holder| self.is_absent(holder))
    }

    fn is_done(&self, item: usize) -> bool {
        let Item { status, holder, .. } = &self.items[item];
        *status == Some("done") || (status.is_none() && holder.is_some_and(|holder| self.is_done(holder)))
    }

    pub fn is_open(&self, item: usize) -> bool {
        !self.is_absent(item) && !self.is_done(item)
    }

    fn all(&self) -> std::ops::Range<usize> {
        0..self.items.len()
    }

    /// What an item supports, the first from which it takes its days first; `None` is the ambition.
    fn supports(&self, item: usize) -> Vec<Option<usize>> {
        let own = &self.items[item];
        let mut supports: Vec<Option<usize>> =
            own.holder.into_iter().chain(own.supports.iter().copied()).map(Some).collect();
        let has = |level: usize| self.items.iter().any(|item| item.level == level);
        let by_default = match own.level {
            GOAL => true,
            OBJECTIVE => !has(GOAL),
            ACTIVITY => !has(GOAL) && !has(OBJECTIVE),
            _ => !has(GOAL) && !has(OBJECTIVE) && !has(ACTIVITY),
        };
        if supports.is_empty() && by_default {
            supports.push(None);
        }
        supports
    }

    /// Own days, then those of what it stands in or first supports, and so on up, then the plan's.
    pub fn window(&self, item: usize) -> Option<Days> {
        let (mut start, mut end) = (None, None);
        let mut at = Some(item);
        while let Some(here) = at {
            start = start.or(self.items[here].own.0);
            end = end.or(self.items[here].own.1);
            at = self.supports(here).first().copied().flatten();
        }
        let window = (start.or(self.own.0), end.or(self.own.1));
        match window {
            (Some(start), Some(end)) if start > end => None,
            window => Some(window),
        }
    }

    fn stands_on(&self, item: usize) -> Vec<usize> {
        let below = self.all().filter(|&other| self.supports(other).contains(&Some(item)));
        below
            .chain(self.items[item].depends_on.iter().copied())
            .filter(|&other| !self.is_absent(other))
            .collect()
    }

    fn is_in_cycle(&self, item: usize) -> bool {
        !self.is_absent(item) && leads_back(item, item, &|at| self.stands_on(at))
    }

    fn counts(&self, item: usize) -> bool {
        self.is_open(item) && !self.is_in_cycle(item)
    }

    pub fn takes_part(&self, item: usize) -> bool {
        self.items[item].level >= OBJECTIVE && self.counts(item)
    }

    pub fn duration(&self, item: usize) -> Option<i64> {
        let Item { level, own, days, .. } = &self.items[item];
        if *level < ACTIVITY {
            return None;
        }
        match own {
            (Some(start), Some(end)) if start <= end => Some(i64::from((*end - *start).get_days()) + 1),
            _ => days.map(i64::from),
        }
    }

    /// What a point comes from directly, the own window left out.
    fn comes_from(&self, point: Point, with_holders: bool) -> Vec<Point> {
        let awaited = |item: usize| {
            self.items[item]
                .depends_on
                .iter()
                .copied()
                .filter(|&other| self.takes_part(other))
                .map(Point::Finish)
        };
        match point {
            Point::Start(item) => {
                let holder = if with_holders { self.holder(item) } else { self.binding_holder(item) };
                awaited(item).chain(holder.map(Point::Start)).collect()
            }
            Point::Finish(item) if self.items[item].level == OBJECTIVE => {
                let below = self
                    .all()
                    .filter(|&other| self.takes_part(other) && self.supports(other).contains(&Some(item)));
                below.map(Point::Finish).chain(awaited(item)).collect()
            }
            Point::Finish(item) => vec![Point::Start(item)],
        }
    }

    /// What an item stands in and does not begin before: not if it is a task that is over before that.
    fn holder(&self, item: usize) -> Option<usize> {
        let holder = self.items[item].holder.filter(|&holder| self.counts(holder))?;
        let begins = self.window(holder).and_then(|window| window.0);
        let is_over = self.items[item].own.1.zip(begins).is_some_and(|(end, begins)| end < begins);
        (!(self.items[item].level == TASK && is_over)).then_some(holder)
    }

    /// The same, but not where the holder waits for it.
    fn binding_holder(&self, item: usize) -> Option<usize> {
        let holder = self.holder(item)?;
        let waits =
            leads_back(Point::Start(holder), Point::Start(item), &|point| self.comes_from(point, true));
        (!waits).then_some(holder)
    }

    /// The longest way to a point: its day, with these delays.
    pub fn earliest(&self, point: Point, delays: &[(usize, i32)]) -> Option<Date> {
        let delay =
            |item: usize| delays.iter().filter(|(late, _)| *late == item).map(|(_, days)| *days).sum::<i32>();
        let before = self.comes_from(point, false);
        let day = |before: &Point| Some((*before, self.earliest(*before, delays)?));
        let before: Vec<(Point, Date)> = before.iter().filter_map(day).collect();
        match point {
            Point::Start(item) => {
                let behind = before.iter().map(|(point, day)| match point {
                    Point::Start(_) => *day,
                    Point::Finish(_) => *day + 1.day(),
                });
                let own = self.window(item).and_then(|window| window.0);
                let delay = if self.items[item].level >= ACTIVITY { delay(item) } else { 0 };
                Some(behind.chain(own).max()? + delay.days())
            }
            Point::Finish(item) if self.items[item].level == OBJECTIVE => {
                Some(before.iter().map(|(_, day)| *day).max()? + delay(item).days())
            }
            Point::Finish(item) => {
                let (_, start) = before.first()?;
                Some(*start + (self.duration(item).unwrap_or(0) - 1).days())
            }
        }
    }

    /// The items that cannot be finished within their windows.
    pub fn late(&self, delays: &[(usize, i32)]) -> Vec<usize> {
        let is_late = |&item: &usize| {
            let end = self.window(item).and_then(|window| window.1);
            let finish = self.earliest(Point::Finish(item), delays);
            finish.zip(end).is_some_and(|(finish, end)| finish > end)
        };
        self.all().filter(|&item| self.takes_part(item)).filter(is_late).collect()
    }

    /// Who does a task: the owner, or that of its activity, and its own team.
    pub fn people_of(&self, task: usize) -> Vec<usize> {
        let own = &self.items[task];
        let activity = || {
            let above = own.holder.into_iter().chain(own.supports.iter().copied());
            above.into_iter().find(|&above| self.items[above].level == ACTIVITY)
        };
        let mut people: Vec<usize> = own.who.or_else(|| self.items[activity()?].who).into_iter().collect();
        people.extend(&own.team);
        people.sort_unstable();
        people.dedup();
        people
    }

    /// The Mondays of the weeks that a task's window touches; none where it has none.
    pub fn weeks_of(&self, task: usize) -> Vec<Date> {
        let Some((Some(start), Some(end))) = self.window(task) else { return Vec::new() };
        let days = std::iter::successors(Some(start), |day| (*day < end).then(|| *day + 1.day()));
        let mut mondays: Vec<Date> = days.map(monday).collect();
        mondays.dedup();
        mondays
    }

    /// The hours of a task in each week of its window.
    pub fn hours_a_week(&self, task: usize) -> f64 {
        let hours: f64 = self.items[task].hours.map_or(0.0, |hours| hours.parse().expect("a number"));
        match self.items[task].every {
            None => hours / count(&self.weeks_of(task)),
            Some("day") => hours * 7.0,
            Some("weekday") => hours * 5.0,
            Some("week") => hours,
            Some("2 weeks") => hours * 0.5,
            Some("month") => hours * 12.0 / 52.0,
            Some(_) => hours * 4.0 / 52.0,
        }
    }

    pub fn open_tasks(&self) -> impl Iterator<Item = usize> {
        self.all().filter(|&item| self.items[item].level == TASK && self.is_open(item))
    }

    /// The hours of a person in each week, by its Monday.
    pub fn load(&self, person: usize) -> BTreeMap<Date, f64> {
        let mut load = BTreeMap::new();
        for task in self.open_tasks().filter(|&task| self.people_of(task).contains(&person)) {
            for week in self.weeks_of(task) {
                *load.entry(week).or_insert(0.0) += self.hours_a_week(task);
            }
        }
        load.retain(|_, hours| *hours > 0.0);
        load
    }

    pub fn is_away(&self, person: usize, monday: Date) -> bool {
        let days = || (0..7).map(|day| monday + day.days());
        self.people[person].away.iter().any(|&(start, end)| {
            let is_said = start.is_some() || end.is_some();
            is_said
                && days()
                    .all(|day| start.is_none_or(|start| start <= day) && end.is_none_or(|end| day <= end))
        })
    }

    pub fn capacity(&self, person: usize, monday: Date) -> Option<f64> {
        let hours = self.people[person].hours_per_week?.parse().expect("a number");
        Some(if self.is_away(person, monday) { 0.0 } else { hours })
    }

    /// First week, worst week, its hours, how many weeks.
    pub fn overload(&self, person: usize, today: Date) -> Option<(Date, Date, f64, u64)> {
        let mut over = Vec::new();
        for (week, hours) in self.load(person) {
            let capacity = self.capacity(person, week)?;
            if week + 6.days() >= today && hours > capacity + 0.05 + 1e-9 {
                over.push((week, hours, hours - capacity));
            }
        }
        let (first, ..) = *over.first()?;
        let most = over.iter().map(|(.., excess)| *excess).fold(0.0, f64::max);
        let worst = over.iter().find(|(.., excess)| most - excess < 1e-6)?;
        Some((first, worst.0, worst.1, over.len() as u64))
    }
}

/// How many, to calculate with.
pub fn count<T>(list: &[T]) -> f64 {
    f64::from(u32::try_from(list.len()).expect("not many"))
}

pub fn monday(day: Date) -> Date {
    let mut day = day;
    while day.weekday() != Weekday::Monday {
        day = day.yesterday().expect("inside the calendar");
    }
    day
}

/// Whether steps lead from `from` to `goal`, at least one of them.
fn leads_back<T: Copy + PartialEq>(from: T, goal: T, steps: &dyn Fn(T) -> Vec<T>) -> bool {
    let mut seen: Vec<T> = Vec::new();
    let mut open = steps(from);
    while let Some(at) = open.pop() {
        if at == goal {
            return true;
        }
        if !seen.contains(&at) {
            seen.push(at);
            open.extend(steps(at));
        }
    }
    false
}
