//! Goes through a plan and takes down what there is to do, and when.

use super::calendar::{self, Source};
use super::people::{Part, People};
use super::{Agenda, Asked, Away, Entry, Occasion, Series, Told};
use crate::graph::{Graph, Window, Windows};
use crate::plan::{DonorState, Holds, Id, Item, Level, Plan, Ref, Reports};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashSet};

/// What is to be done in these days, by these people.
pub(super) fn agenda(plan: &Plan, graph: &Graph, asked: &Asked) -> Agenda {
    let mut gather = Gather {
        plan,
        graph,
        asked,
        people: People::of(plan, graph, asked),
        overdue: Vec::new(),
        under_way: Vec::new(),
        undated: Vec::new(),
        sources: Vec::new(),
    };
    let windows = Windows::of(plan, graph);
    for item in plan.items.iter().filter(|item| graph.is_open(item.id)) {
        gather.item(item, windows.get(plan, item.id));
    }
    gather.leave_out_holders();
    gather.choices();
    gather.assumptions();
    gather.donors();
    gather.finish()
}

struct Gather<'a> {
    plan: &'a Plan,
    graph: &'a Graph,
    asked: &'a Asked,
    people: People<'a>,
    overdue: Vec<Entry>,
    under_way: Vec<Entry>,
    undated: Vec<Id>,
    sources: Vec<Source>,
}

impl Gather<'_> {
    fn item(&mut self, item: &Item, window: Option<Window>) {
        match item.level {
            Level::Ambition | Level::Goal | Level::Objective => {
                self.on_last_day(&entry(item, Occasion::Due));
            }
            Level::Activity if self.has_open_work(item) => {
                let begins = self.of_item(item, Occasion::Begins);
                if let Some(start) = begins.start {
                    self.on(Series::once(start), begins.clone());
                }
                // What begins and ends on one day is told once.
                if begins.start != begins.end || self.is_over(begins.end) {
                    self.on_last_day(&Entry { occasion: Occasion::LastDay, ..begins });
                }
            }
            Level::Activity | Level::Task => {
                let work = self.of_item(item, Occasion::Work);
                match window.or_else(|| own_window(item)).filter(|window| *window != Window::default()) {
                    Some(window) => self.work(Entry { start: window.start, end: window.end, ..work }, item),
                    None => self.undated(&work),
                }
            }
        }
    }

    /// Work with a window.
    fn work(&mut self, work: Entry, item: &Item) {
        match (work.every, work.start) {
            // What comes back may be over because the work around it is: nobody is late with it.
            (Some(_), _) if self.is_over(item.end.map(|day| day.value)) => self.overdue(work),
            (Some(every), Some(start)) => self.on(Series::of(every, start, work.end), work),
            (Some(_), None) => self.undated(&work),
            (None, _) if self.is_over(work.end) => self.overdue(work),
            (None, Some(start)) if start >= self.asked.period.from => self.on(Series::once(start), work),
            (None, _) => self.under_way(work),
        }
    }

    fn choices(&mut self) {
        for choice in self.plan.choices.iter().filter(|choice| choice.chosen.is_none()) {
            if let Some(day) = choice.decide_by {
                self.by(choice.id, Occasion::Decide, day.value, choice.who);
            }
        }
    }

    fn assumptions(&mut self) {
        for assumption in &self.plan.assumptions {
            let is_unknown = assumption.holds.map(|holds| holds.value).unwrap_or_default() == Holds::Unknown;
            if let (true, Some(day)) = (is_unknown, assumption.by) {
                self.by(assumption.id, Occasion::FindOut, day.value, assumption.who);
            }
        }
    }

    /// Reports, but to those who have promised nothing yet. Nobody writes down that one was sent, so none is overdue.
    fn donors(&mut self) {
        let plan = self.plan;
        for donor in &plan.donors {
            let Some(reports) = &donor.reports else { continue };
            if donor.state.map(|state| state.value).unwrap_or_default() == DonorState::Sought {
                continue;
            }
            let start = donor.start.or(plan.start).map(|day| day.value);
            let end = donor.end.or(plan.end).map(|day| day.value);
            let first = start.unwrap_or(self.asked.period.from);
            let report = Entry { start: None, end: None, ..bare(donor.id, Occasion::Report) };
            match reports {
                Reports::Days(days) => {
                    let days: BTreeSet<Date> = days.iter().map(|day| day.value).collect();
                    for day in days {
                        self.on(Series::once(day), Entry { end: Some(day), ..report.clone() });
                    }
                }
                Reports::Monthly(_) => self.on(Series::month_ends(first, end), report),
                Reports::Quarterly(_) => self.on(Series::quarter_ends(first, end), report),
            }
        }
    }

    /// What is to be done by a day, and is not.
    fn by(&mut self, item: Id, occasion: Occasion, day: Date, who: Option<Ref>) {
        let owner = who.map(|who| who.id);
        self.on_last_day(&Entry { end: Some(day), owner, ..bare(item, occasion) });
    }

    /// Told on its last day; overdue where that is over.
    fn on_last_day(&mut self, entry: &Entry) {
        match entry.end {
            Some(end) if self.is_over(Some(end)) => self.overdue(entry.clone()),
            Some(end) => self.on(Series::once(end), entry.clone()),
            None => {}
        }
    }

    fn overdue(&mut self, entry: Entry) {
        if self.people.concerns(&entry) {
            self.overdue.push(entry);
        }
    }

    /// Work that has begun before the period, unless it ends before it too.
    fn under_way(&mut self, work: Entry) {
        let lasts = work.end.is_none_or(|end| end >= self.asked.period.from);
        if lasts && self.people.concerns(&work) {
            self.under_way.push(work);
        }
    }

    fn undated(&mut self, work: &Entry) {
        if self.people.concerns(work) {
            self.undated.push(work.item);
        }
    }

    fn on(&mut self, series: Series, entry: Entry) {
        let within = match self.people.part(&entry) {
            Part::None => return,
            Part::Always => vec![self.asked.period],
            Part::StandsIn(owner) => self.people.away_within(owner, self.asked.period).collect(),
        };
        self.sources.push(Source { series, within, entry });
    }

    fn is_over(&self, end: Option<Date>) -> bool {
        end.is_some_and(|end| end < self.asked.today)
    }

    /// Whether an activity is done by way of other work.
    fn has_open_work(&self, item: &Item) -> bool {
        let is_work = |id: Id| self.plan.item(id).is_some_and(|item| item.level >= Level::Activity);
        self.graph.supporters(item.id).any(|id| id != item.id && self.graph.is_open(id) && is_work(id))
    }

    /// What there is to do about an item, with its own days and its people.
    fn of_item(&self, item: &Item, occasion: Occasion) -> Entry {
        let work = item.work.as_deref();
        Entry {
            every: work.and_then(|work| work.every).map(|every| every.value),
            owner: self.graph.owner(self.plan, item),
            team: work.iter().flat_map(|work| &work.team).map(|member| member.id).collect(),
            ..entry(item, occasion)
        }
    }

    /// An activity is over when its tasks are: where those are told as overdue, it is not told as well.
    fn leave_out_holders(&mut self) {
        let tasks = self.overdue.iter().filter(|entry| entry.occasion == Occasion::Work);
        let holders: HashSet<Id> = tasks.flat_map(|entry| self.graph.supports(entry.item)).collect();
        self.overdue.retain(|entry| entry.occasion != Occasion::LastDay || !holders.contains(&entry.item));
    }

    fn finish(mut self) -> Agenda {
        let to = self.asked.period.to;
        let next = to.tomorrow().ok().and_then(|after| {
            let first = |source: &Source| source.series.day(source.series.number_from(after));
            // Where somebody only stands in, the day may be one on which nobody has to.
            let own = |source: &&Source| source.within == [self.asked.period];
            self.sources.iter().filter(own).filter_map(first).min()
        });
        let mut days = calendar::first(&self.sources, Agenda::MOST);
        for entry in &mut days.first {
            let (Some(owner), Some(day)) = (entry.owner, entry.day) else { continue };
            entry.owner_away = self.people.is_away(owner, day);
            if entry.owner_away {
                let is_there = |id: &Id| !self.people.is_away(*id, day);
                entry.deputies = self.people.deputies(entry.item).into_iter().filter(is_there).collect();
            }
        }
        self.overdue.sort_by_key(|entry| entry.end);
        // What has no last day comes after what has one.
        self.under_way.sort_by_key(|entry| (entry.end.is_none(), entry.end));
        let has_days = !(self.sources.is_empty() && self.overdue.is_empty() && self.under_way.is_empty());
        let mut agenda = Agenda {
            has_days,
            overdue: told(std::mem::take(&mut self.overdue)),
            under_way: told(std::mem::take(&mut self.under_way)),
            days,
            next,
            undated: std::mem::take(&mut self.undated),
            away: Vec::new(),
            asked: self.asked.clone(),
        };
        let mut people: BTreeSet<Id> = agenda.all().filter_map(|entry| entry.owner).collect();
        people.extend(&self.asked.who);
        for who in people {
            let days = self.people.away_within(who, self.asked.period);
            agenda.away.extend(days.map(|days| Away { who, days }));
        }
        agenda
    }
}

fn told(mut entries: Vec<Entry>) -> Told {
    let count = entries.len() as u64;
    entries.truncate(Agenda::MOST);
    Told { first: entries, count }
}

/// The days of an item alone, where what it takes from above would have it end before it begins.
fn own_window(item: &Item) -> Option<Window> {
    let own = Window { start: item.start.map(|day| day.value), end: item.end.map(|day| day.value) };
    own.days().is_none_or(|(start, end)| start <= end).then_some(own)
}

/// What there is to do about an item, with its own days.
fn entry(item: &Item, occasion: Occasion) -> Entry {
    let (start, end) = (item.start.map(|day| day.value), item.end.map(|day| day.value));
    Entry { start, end, ..bare(item.id, occasion) }
}

fn bare(item: Id, occasion: Occasion) -> Entry {
    Entry {
        item,
        occasion,
        day: None,
        start: None,
        end: None,
        every: None,
        owner: None,
        team: Vec::new(),
        owner_away: false,
        deputies: Vec::new(),
    }
}
