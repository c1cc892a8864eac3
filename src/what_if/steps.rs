//! A scenario, one event after the other.

use super::{Plans, State, Thing};
use crate::plan::{Event, Id, Scenario};
use jiff::civil::Date;

/// One step of a scenario: what happens, and what falls then that did not before.
pub struct Step<'a> {
    /// The day, where one is written; nothing for what holds from the beginning.
    pub on: Option<Date>,
    /// The event, as the number of it in the text; nothing for what holds from the beginning.
    pub event: Option<usize>,
    /// What fails with this step and had not before; ids of the plan as it is.
    pub failed: Vec<Id>,
    /// Items that fall with this step.
    pub falls: Vec<Thing>,
    /// The results among them.
    pub loss: Vec<Thing>,
    /// How things are then, all steps until now taken together.
    pub state: State<'a>,
}

impl<'a> Plans<'a> {
    /// The steps of a scenario in which things happen one after the other: what holds from the beginning, where there is
    /// anything, then the events by date.
    pub(super) fn steps(self, without: &[Id], scenario: &Scenario) -> Vec<Step<'a>> {
        if scenario.events.is_empty() {
            return Vec::new();
        }
        let mut first: Vec<Id> = without.to_vec();
        first.extend(scenario.without.iter().map(|gone| gone.id));
        let mut steps: Vec<Step<'a>> = Vec::new();
        let mut failed: Vec<Id> = Vec::new();
        if !first.is_empty() || self.is_changed() {
            steps.push(self.step(None, None, &first, &mut failed, None));
        }
        for (number, on) in by_date(&scenario.events) {
            let gone: Vec<Id> = scenario.events[number].without.iter().map(|gone| gone.id).collect();
            let step = self.step(on, Some(number), &gone, &mut failed, steps.last());
            steps.push(step);
        }
        steps
    }

    fn step(
        self,
        on: Option<Date>,
        event: Option<usize>,
        gone: &[Id],
        failed: &mut Vec<Id>,
        before: Option<&Step<'_>>,
    ) -> Step<'a> {
        let mut new: Vec<Id> = gone.iter().copied().filter(|id| !failed.contains(id)).collect();
        new.sort_unstable();
        new.dedup();
        failed.extend(&new);
        let state = self.state(failed);
        let (fallen, lost_results) =
            before.map_or((&[][..], &[][..]), |step| (&step.state.falls, &step.state.loss));
        let (falls, loss) = (beyond(&state.falls, fallen), beyond(&state.loss, lost_results));
        Step { on, event, failed: new, falls, loss, state }
    }
}

/// Those of these that are not among the others; both are in order.
fn beyond(things: &[Thing], others: &[Thing]) -> Vec<Thing> {
    things.iter().copied().filter(|thing| others.binary_search(thing).is_err()).collect()
}

/// The events by date, as their numbers, with their days. One without a day comes right after the one before it.
fn by_date(events: &[Event]) -> Vec<(usize, Option<Date>)> {
    let mut last = None;
    let mut dated: Vec<(Option<Date>, usize, Option<Date>)> = Vec::with_capacity(events.len());
    for (number, event) in events.iter().enumerate() {
        let own = event.on.map(|on| on.value);
        last = own.or(last);
        dated.push((last, number, own));
    }
    dated.sort_by_key(|(day, number, _)| (*day, *number));
    dated.into_iter().map(|(_, number, own)| (number, own)).collect()
}
