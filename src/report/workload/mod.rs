//! Who is loaded when: the hours of each person in each week against those they have to give.

mod cells;
mod heat;
mod json;
mod scale;
mod sheet;
mod strip;
mod table;
mod text;

pub(crate) use heat::{Heat, HeatCell};
pub(crate) use json::WorkloadJson;
pub use json::json;
pub use sheet::{stretches, weeks};
pub use table::table;
pub use text::text;

use crate::check::Read;
use crate::graph::{Load, Overload, PersonLoad, Stretch, Week, Windows};
use crate::plan::Id;
use jiff::civil::Date;

/// Weeks of people that are told one by one; of more, a part must be asked for.
pub const MOST_WEEKS: u64 = 1_000_000;

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Only these people; all where there is none.
    pub who: Vec<Id>,
    /// From this week on.
    pub from: Option<Week>,
    /// Up to this week.
    pub to: Option<Week>,
}

/// The workload of a plan, as far as it is asked for.
#[derive(Debug)]
pub struct Workload<'a> {
    whole: Read<'a>,
    today: Date,
    asked: Asked,
    /// The people asked for, in the order of the text.
    people: Vec<Person>,
    /// The first and the last week that are told: those asked for, else the first and the last with work.
    weeks: Option<(Week, Week)>,
    /// Open tasks with hours that are in no week.
    without_window: u64,
}

/// What is told of one person.
#[derive(Debug)]
struct Person {
    load: PersonLoad,
    /// Weeks with work, within those that are told.
    stretches: Vec<Stretch>,
    /// Weeks with too much that are not over yet, within those that are told.
    overload: Option<Overload>,
    /// How many weeks with too much are over.
    over_before: u64,
    /// Away for at least one whole week of those that are told.
    is_ever_away: bool,
}

impl Asked {
    /// Whether all people and all weeks are asked for.
    fn is_whole(&self) -> bool {
        self.who.is_empty() && self.from.is_none() && self.to.is_none()
    }
}

impl<'a> Workload<'a> {
    /// The workload of this plan.
    #[must_use]
    pub fn of(whole: Read<'a>, today: Date, asked: Asked) -> Self {
        let windows = Windows::of(whole.plan, whole.graph);
        let load = Load::of(whole.plan, whole.graph, &windows);
        let is_asked = |person: &&PersonLoad| asked.who.is_empty() || asked.who.contains(&person.person);
        let people: Vec<PersonLoad> = load.people().iter().filter(is_asked).cloned().collect();
        let with_work = || people.iter().flat_map(PersonLoad::stretches);
        let first = asked.from.or_else(|| with_work().map(|stretch| stretch.first).min());
        let last = asked.to.or_else(|| with_work().map(|stretch| stretch.last).max());
        let weeks = first.zip(last).filter(|(first, last)| first <= last);
        let people = people.into_iter().map(|load| Person::of(load, weeks, Week::of(today))).collect();
        Self { whole, today, asked, people, weeks, without_window: load.without_window }
    }

    /// How many weeks of people it has, each week with work of each person counted.
    #[must_use]
    pub fn count(&self) -> u64 {
        let stretches = self.people.iter().flat_map(|person| &person.stretches);
        stretches.map(|stretch| u64::from(stretch.weeks())).sum()
    }

    fn people_with_work(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(|person| !person.stretches.is_empty())
    }
}

impl Person {
    fn of(load: PersonLoad, weeks: Option<(Week, Week)>, this_week: Week) -> Self {
        let Some((first, last)) = weeks else {
            return Self { load, stretches: Vec::new(), overload: None, over_before: 0, is_ever_away: false };
        };
        let stretches: Vec<Stretch> =
            load.stretches().into_iter().filter_map(|stretch| stretch.within(first, last)).collect();
        let overload = load.overload_within(first.max(this_week), last);
        let before = stretches.iter().filter_map(|stretch| stretch.within(first, this_week.plus(-1)));
        let over_before =
            before.filter(|stretch| stretch.over().is_some()).map(|stretch| u64::from(stretch.weeks())).sum();
        let is_ever_away = load.away().iter().any(|(from, to)| *from <= last && first <= *to);
        Self { load, stretches, overload, over_before, is_ever_away }
    }

    /// The first of the weeks with most hours.
    fn fullest(&self) -> Option<&Stretch> {
        let mut fullest: Option<&Stretch> = None;
        for stretch in &self.stretches {
            if fullest.is_none_or(|before| stretch.hours > before.hours) {
                fullest = Some(stretch);
            }
        }
        fullest
    }

    /// All hours in the weeks that are told.
    fn hours(&self) -> f64 {
        let hours: f64 =
            self.stretches.iter().map(|stretch| stretch.hours * f64::from(stretch.weeks())).sum();
        hours.min(f64::MAX)
    }
}
