//! What comes later when something is late.

use crate::check::Whole;
use crate::graph::{Failure, Presence, Sequence, Step, Windows};
use crate::plan::{Id, Level};
use jiff::civil::Date;
use std::cell::OnceCell;

/// A thing that comes later than it would.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delayed {
    /// The objective, activity or task; an id of the changed plan.
    pub item: Id,
    /// When it can begin, without the delay and with it; nothing for an objective.
    pub starts: Option<(Date, Date)>,
    /// When it can be finished, without the delay and with it; nothing where nobody has said how long it takes.
    pub finishes: Option<(Date, Date)>,
    /// How many days later it comes.
    pub days: u32,
    /// Its own `end`.
    pub end: Option<Date>,
    /// How many days after its own end it is finished; 0 where that is in time.
    pub late: u32,
    /// How many days after its own end it would have been finished without the delay.
    pub late_before: u32,
}

/// A delay that cannot be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Undated {
    /// Of what; an id of the changed plan.
    pub item: Id,
    /// Why not.
    pub why: Untimed,
}

/// Why a delay cannot be worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untimed {
    /// It is no objective, activity or task.
    Kind,
    /// It is done.
    Done,
    /// It is not in the plan now.
    Absent,
    /// It waits for itself.
    Circle,
    /// Nobody has said when it begins or ends, or how long it takes.
    NoDates,
}

impl Untimed {
    /// Its name in messages and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Done => "done",
            Self::Absent => "absent",
            Self::Circle => "circle",
            Self::NoDates => "no-dates",
        }
    }
}

/// A plan in time, worked out once it is asked for.
pub(super) struct Timed<'a> {
    whole: &'a Whole,
    windows: OnceCell<Windows>,
    sequence: OnceCell<Sequence>,
}

impl<'a> Timed<'a> {
    pub(super) fn of(whole: &'a Whole) -> Self {
        Self { whole, windows: OnceCell::new(), sequence: OnceCell::new() }
    }

    fn windows(&self) -> &Windows {
        self.windows.get_or_init(|| Windows::of(&self.whole.plan, &self.whole.graph))
    }

    fn sequence(&self) -> &Sequence {
        let Whole { plan, graph, .. } = self.whole;
        self.sequence.get_or_init(|| Sequence::of(plan, graph, self.windows()))
    }

    /// Those of these delays that cannot be worked out.
    pub(super) fn undated(&self, delays: &[(Id, u32)]) -> Vec<Undated> {
        let undated = |&(item, _): &(Id, u32)| self.untimed(item).map(|why| Undated { item, why });
        delays.iter().filter_map(undated).collect()
    }

    fn untimed(&self, id: Id) -> Option<Untimed> {
        let Whole { plan, graph, .. } = self.whole;
        let level = plan.names.get(id).kind.level();
        if level.is_none_or(|level| level < Level::Objective) {
            return Some(Untimed::Kind);
        }
        match graph.presence(id) {
            Presence::Done => return Some(Untimed::Done),
            Presence::Absent => return Some(Untimed::Absent),
            Presence::Open => {}
        }
        // Days that it only has from what it is nested in, or from the plan, say nothing of its own time.
        let item = plan.item(id)?;
        let days = item.work.as_ref().and_then(|work| work.days);
        let has_own = item.start.is_some() || item.end.is_some() || days.is_some();
        match self.sequence().get(plan, id) {
            None => Some(Untimed::Circle),
            Some(step) if step.earliest_finish().is_none() => Some(Untimed::NoDates),
            Some(_) if !has_own && item.level > Level::Objective => Some(Untimed::NoDates),
            Some(_) => None,
        }
    }

    /// What comes later with these delays, in the order of the text; what falls is left out.
    pub(super) fn delayed(&self, delays: &[(Id, u32)], failure: &Failure<'_>) -> Vec<Delayed> {
        let Whole { plan, graph, .. } = self.whole;
        if delays.is_empty() {
            return Vec::new();
        }
        let delayed = Sequence::delayed(plan, graph, self.windows(), delays);
        let mut all = Vec::new();
        for step in delayed.steps() {
            let Some(before) = self.sequence().get(plan, step.item) else { continue };
            let (Some(was), Some(finish)) = (before.earliest_finish(), step.earliest_finish()) else {
                continue;
            };
            if finish == was || !failure.stands(step.item) {
                continue;
            }
            let item = plan.item(step.item);
            let takes_time = step.days.is_some() || item.is_some_and(|item| item.level == Level::Objective);
            let end = item.and_then(|item| item.end).map(|end| end.value).filter(|_| takes_time);
            let late = |step: &Step| {
                let days = end.and_then(|end| step.days_after(end));
                days.map_or(0, |days| u32::try_from(days).unwrap_or(u32::MAX))
            };
            all.push(Delayed {
                item: step.item,
                starts: before.earliest_start().zip(step.earliest_start()),
                finishes: takes_time.then_some((was, finish)),
                days: u32::try_from((finish - was).get_days()).unwrap_or(0),
                end,
                late: late(step),
                late_before: late(before),
            });
        }
        all
    }
}
