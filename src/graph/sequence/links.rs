//! What the days of each item come from.

use super::order;
use crate::graph::Graph;
use crate::graph::days::number_of;
use crate::graph::items::ItemNode;
use crate::graph::lists::Lists;
use crate::graph::support::can_be_nested;
use crate::graph::windows::Windows;
use crate::plan::{Id, Item, Level, Plan};

/// The number of a day, where it is known.
pub(super) type Day = Option<i64>;

/// The start or the finish of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point(pub u32);

impl Point {
    pub(super) fn start(item: u32) -> Self {
        Self(item * 2)
    }

    pub(super) fn finish(item: u32) -> Self {
        Self(item * 2 + 1)
    }

    pub(super) fn item(self) -> u32 {
        self.0 / 2
    }

    pub(super) fn is_finish(self) -> bool {
        self.0 % 2 == 1
    }

    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// What an item brings with it.
#[derive(Debug, Clone, Copy, Default)]
struct Own {
    /// It is an objective, activity or task that takes part.
    takes_part: bool,
    is_objective: bool,
    days: Option<u32>,
    /// First and last day of its window.
    first: Day,
    last: Day,
    delay: i64,
    /// What it is nested in and does not begin before.
    holder: Option<u32>,
}

impl Own {
    /// How long it takes: no time where nobody has said it.
    fn takes(&self) -> i64 {
        i64::from(self.days.unwrap_or(0))
    }
}

/// The links of a whole plan; items by their index in it.
pub(super) struct Links {
    own: Vec<Own>,
    /// For each item what it depends on.
    depends_on: Lists<u32>,
    /// For each objective what supports it.
    supporters: Lists<u32>,
    /// Starts and finishes, each after all it comes from.
    order: Vec<Point>,
}

impl Links {
    pub(super) fn of(plan: &Plan, graph: &Graph, windows: &Windows, delays: &[(Id, u32)]) -> Self {
        let items = plan.items.len();
        let mut own: Vec<Own> = plan
            .items
            .iter()
            .zip(graph.items.iter())
            .map(|(item, node)| own(plan, item, node, windows))
            .collect();
        for &(id, days) in delays {
            let index = plan.names.get(id).index as usize;
            if plan.names.get(id).kind.level().is_some() && own[index].takes_part {
                own[index].delay += i64::from(days);
            }
        }
        hold(plan, graph, &mut own);
        let takes_part = |id: Id| {
            let thing = plan.names.get(id);
            (thing.kind.level().is_some() && own[thing.index as usize].takes_part).then_some(thing.index)
        };
        let (mut depends_on, mut supporters) = (Vec::new(), Vec::new());
        for (index, item) in plan.items.iter().enumerate().filter(|(index, _)| own[*index].takes_part) {
            let before = item.depends_on().iter().filter_map(|target| takes_part(target.id));
            depends_on.extend(before.map(|before| (index as u32, before)));
            if own[index].is_objective {
                let before = graph.supporters(item.id).filter_map(takes_part);
                supporters.extend(before.map(|before| (index as u32, before)));
            }
        }
        let mut links = Self {
            own,
            depends_on: Lists::of(items, &depends_on),
            supporters: Lists::of(items, &supporters),
            order: Vec::new(),
        };
        links.set_in_order(&depends_on, &supporters);
        links
    }

    fn set_in_order(&mut self, depends_on: &[(u32, u32)], supporters: &[(u32, u32)]) {
        let points = self.own.len() * 2;
        let mut leads_to: Vec<(u32, u32)> = Vec::with_capacity(points + depends_on.len() * 2);
        let mut lead = |from: Point, to: Point| leads_to.push((from.0, to.0));
        for &(item, before) in depends_on {
            lead(Point::finish(before), Point::start(item));
            if self.own[item as usize].is_objective {
                lead(Point::finish(before), Point::finish(item));
            }
        }
        for &(objective, supporter) in supporters {
            lead(Point::finish(supporter), Point::finish(objective));
        }
        for (item, own) in self.own.iter().enumerate().filter(|(_, own)| !own.is_objective) {
            if own.takes_part {
                lead(Point::start(item as u32), Point::finish(item as u32));
            }
        }
        let without_holders = leads_to.len();
        for (item, own) in self.own.iter().enumerate() {
            if let Some(holder) = own.holder {
                leads_to.push((Point::start(holder).0, Point::start(item as u32).0));
            }
        }
        let (order, left) = order::in_order(points, &leads_to);
        self.order = order;
        if left.is_empty() {
            return;
        }
        // What a holder waits for may be nested in it: then that comes first. Without these links no circle is left,
        // for items of circles of support and dependence take no part.
        let circle = order::circles(&left, &leads_to);
        for (item, own) in self.own.iter_mut().enumerate() {
            let circle_of = |item: u32| circle.get(&Point::start(item).0);
            own.holder = own.holder.filter(|&holder| {
                let here = circle_of(item as u32);
                here.is_none() || here != circle_of(holder)
            });
        }
        leads_to.truncate(without_holders);
        for (item, own) in self.own.iter().enumerate() {
            if let Some(holder) = own.holder {
                leads_to.push((Point::start(holder).0, Point::start(item as u32).0));
            }
        }
        self.order = order::in_order(points, &leads_to).0;
    }

    /// Starts and finishes, each after all it comes from.
    pub(super) fn order(&self) -> &[Point] {
        &self.order
    }

    /// Whether the item of this index takes part.
    pub(super) fn takes_part(&self, item: usize) -> bool {
        self.own[item].takes_part
    }

    /// How long an activity or task takes, where that is said.
    pub(super) fn days(&self, item: usize) -> Option<u32> {
        self.own[item].days
    }

    /// The earliest day of a point, where those of all points before it are known, and the point that it comes from: of
    /// several with the same day a dependency before a holder, and both before its own window.
    pub(super) fn earliest(&self, point: Point, earliest: &[Day]) -> (Day, Option<Point>) {
        let item = point.item();
        let own = &self.own[item as usize];
        let mut best = Latest::default();
        let finish_of = |before: &u32| Point::finish(*before);
        if !point.is_finish() {
            for before in self.depends_on.get(item).iter().map(finish_of) {
                best.take(earliest[before.index()].map(|day| day + 1), Some(before));
            }
            if let Some(holder) = own.holder.map(Point::start) {
                best.take(earliest[holder.index()], Some(holder));
            }
            best.take(own.first, None);
        } else if own.is_objective {
            for before in self.supporters.get(item).iter().chain(self.depends_on.get(item)).map(finish_of) {
                best.take(earliest[before.index()], Some(before));
            }
        } else {
            let start = Point::start(item);
            best.take(earliest[start.index()].map(|day| day + own.takes() - 1), Some(start));
        }
        let is_delayed = point.is_finish() == own.is_objective;
        let delay = if is_delayed { own.delay } else { 0 };
        (best.day.map(|day| day + delay), best.from)
    }

    /// The latest day of each point on which everything that comes from it is still in time.
    pub(super) fn latest(&self) -> Vec<Day> {
        let mut latest: Vec<Day> = vec![None; self.own.len() * 2];
        for &point in self.order.iter().rev() {
            let item = point.item();
            let own = &self.own[item as usize];
            if !own.takes_part && point.is_finish() {
                continue;
            }
            if point.is_finish() {
                lower(&mut latest[point.index()], own.last);
            }
            let Some(day) = latest[point.index()] else { continue };
            if !point.is_finish() {
                let day = if own.is_objective { day } else { day - own.delay };
                for before in self.depends_on.get(item) {
                    lower(&mut latest[Point::finish(*before).index()], Some(day - 1));
                }
                if let Some(holder) = own.holder {
                    lower(&mut latest[Point::start(holder).index()], Some(day));
                }
            } else if own.is_objective {
                for before in self.supporters.get(item).iter().chain(self.depends_on.get(item)) {
                    lower(&mut latest[Point::finish(*before).index()], Some(day - own.delay));
                }
            } else {
                lower(&mut latest[Point::start(item).index()], Some(day - own.takes() + 1));
            }
        }
        // What is nested may hold a start back further than its own finish does.
        for (item, own) in self.own.iter().enumerate() {
            if own.takes_part && !own.is_objective {
                let start = latest[Point::start(item as u32).index()];
                let finish = &mut latest[Point::finish(item as u32).index()];
                lower(finish, start.map(|day| day + own.takes() - 1));
            }
        }
        latest
    }
}

/// The latest of several days, and where it comes from; the first of equals.
#[derive(Default)]
struct Latest {
    day: Day,
    from: Option<Point>,
}

impl Latest {
    fn take(&mut self, day: Day, from: Option<Point>) {
        if day > self.day {
            *self = Self { day, from };
        }
    }
}

/// Takes the earlier of two days; one that is not known limits nothing.
fn lower(limit: &mut Day, day: Day) {
    if let Some(day) = day {
        *limit = Some(limit.map_or(day, |limit| limit.min(day)));
    }
}

fn own(plan: &Plan, item: &Item, node: &ItemNode, windows: &Windows) -> Own {
    if !node.has_requirements() {
        return Own::default();
    }
    let is_work = item.level >= Level::Activity;
    let window = windows.get(plan, item.id).unwrap_or_default();
    Own {
        takes_part: item.level >= Level::Objective,
        is_objective: item.level == Level::Objective,
        days: duration(item).filter(|_| is_work),
        first: window.start.map(number_of),
        last: window.end.map(number_of),
        ..Own::default()
    }
}

/// From its own first to its own last day; where these are not both known, or the wrong way round, its `days`.
fn duration(item: &Item) -> Option<u32> {
    let dates =
        item.start.zip(item.end).map(|(start, end)| number_of(end.value) - number_of(start.value) + 1);
    let dates = dates.and_then(|days| u32::try_from(days).ok()).filter(|&days| days > 0);
    dates.or_else(|| item.work.as_ref()?.days.map(|days| days.value))
}

/// Notes what each item is nested in, but for preparation.
fn hold(plan: &Plan, graph: &Graph, own: &mut [Own]) {
    for (index, (item, node)) in plan.items.iter().zip(graph.items.iter()).enumerate() {
        let Some(holder) = item.holder.filter(|_| node.has_requirements()) else { continue };
        let above = graph.items.at(holder);
        if !above.has_requirements() || !can_be_nested(item.level, above.level) {
            continue;
        }
        let end = item.end.map(|day| number_of(day.value));
        let begins = own[holder as usize].first;
        let is_before = end.zip(begins).is_some_and(|(end, begins)| end < begins);
        if !(is_before && item.level == Level::Task) {
            own[index].holder = Some(holder);
        }
    }
}
