//! What is asked.

use crate::check::Whole;
use crate::graph::Graph;
use crate::plan::{Change, Changed, Id, Obstacle, Plan, Scenario, changed};

/// What is asked of a plan. All of it happens together; a scenario's events come one after the other.
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// What fails. A choice fails when none of its options happens, an option when it does not.
    pub without: Vec<Id>,
    /// Options that are chosen, instead of any other of their choices; the last one of each choice counts.
    pub choose: Vec<Id>,
    /// Values that are other ones.
    pub set: Vec<Change>,
    /// Items that come so many days later.
    pub delays: Vec<(Id, u32)>,
    /// A scenario of the plan, which adds all that it says.
    pub scenario: Option<Id>,
}

/// The plan with its changes.
#[derive(Debug)]
pub struct After {
    /// The plan, read as a whole.
    pub whole: Whole,
    /// For each value that was set, what stands in its place in the file; nothing where nothing does.
    pub before: Vec<Option<String>>,
}

/// Why there is no plan with these changes. Numbers count the values that are set; options that are chosen always fit.
#[derive(Debug)]
pub struct Refused {
    /// Values that cannot be set.
    pub obstacles: Vec<(usize, Obstacle)>,
    /// The plan with those that can, where it cannot be read as a whole; and for each change in it, its number. Options
    /// that are chosen have none.
    pub faulty: Option<(Box<Changed>, Vec<Option<usize>>)>,
}

impl Question {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.without.is_empty()
            && self.choose.is_empty()
            && self.set.is_empty()
            && self.delays.is_empty()
            && self.scenario.is_none()
    }

    /// All options that are chosen, those of the scenario first.
    #[must_use]
    pub fn all_choices(&self, plan: &Plan) -> Vec<Id> {
        let of_scenario = self.scenario.map(|id| scenario(plan, id)).into_iter();
        let of_scenario = of_scenario.flat_map(|scenario| &scenario.choose).map(|pick| plan.option_id(*pick));
        of_scenario.chain(self.choose.iter().copied()).collect()
    }

    /// The plan with the options that are chosen and the values that are set; nothing where there are none.
    ///
    /// # Errors
    /// Where a value cannot be set, or the plan cannot be read as a whole with it.
    pub fn after(&self, before: &Whole) -> Result<Option<After>, Refused> {
        let choosing = self.all_choices(&before.plan).into_iter();
        let choosing = choosing.map(|option| (None, Change::choosing(&before.plan, option)));
        let set = self.set.iter().enumerate().map(|(number, change)| (Some(number), change.clone()));
        let (mut numbers, mut changes): (Vec<Option<usize>>, Vec<Change>) = choosing.chain(set).unzip();
        if changes.is_empty() {
            return Ok(None);
        }
        let mut obstacles = Vec::new();
        let thresholds = before.thresholds();
        let mut made = changed(&before.source, &before.plan, &thresholds, &changes);
        while let Err(met) = made {
            // What is wrong with the others is told as well.
            let is_met = |place: usize| met.iter().any(|(other, _)| *other == place);
            let mut place = 0..;
            changes.retain(|_| place.next().is_none_or(|place| !is_met(place)));
            let left = numbers.iter().enumerate().filter(|(place, _)| !is_met(*place));
            let left = left.map(|(_, number)| *number).collect();
            obstacles.extend(met.into_iter().filter_map(|(place, met)| Some((numbers[place]?, met))));
            numbers = left;
            made = changed(&before.source, &before.plan, &thresholds, &changes);
        }
        let Ok(mut made) = made else { return Ok(None) };
        match made.reading.plan.take() {
            Some(plan) if plan.complete && obstacles.is_empty() => {
                let graph = Graph::of(&plan);
                let settings = before.settings.clone();
                let before = made.before.split_off(numbers.iter().filter(|number| number.is_none()).count());
                Ok(Some(After { whole: Whole { source: made.source, plan, graph, settings }, before }))
            }
            plan => {
                let is_faulty = plan.as_ref().is_none_or(|plan| !plan.complete);
                made.reading.plan = plan;
                Err(Refused { obstacles, faulty: is_faulty.then(|| (Box::new(made), numbers)) })
            }
        }
    }

    /// All that fails in the end, in the order of the text.
    #[must_use]
    pub fn all_that_fails(&self, plan: &Plan) -> Vec<Id> {
        let mut failed = self.without.clone();
        if let Some(scenario) = self.scenario.map(|id| scenario(plan, id)) {
            let of_events = scenario.events.iter().flat_map(|event| &event.without);
            failed.extend(scenario.without.iter().chain(of_events).map(|gone| gone.id));
        }
        failed.sort_unstable();
        failed.dedup();
        failed
    }

    /// All delays, those of the scenario first.
    #[must_use]
    pub fn all_delays(&self, plan: &Plan) -> Vec<(Id, u32)> {
        let of_scenario = self.scenario.map(|id| scenario(plan, id)).into_iter();
        let of_scenario = of_scenario.flat_map(|s| &s.delays).map(|(item, days)| (item.id, days.value));
        of_scenario.chain(self.delays.iter().copied()).collect()
    }
}

/// The scenario with this id.
pub(super) fn scenario(plan: &Plan, id: Id) -> &Scenario {
    &plan.scenarios[plan.names.get(id).index as usize]
}
