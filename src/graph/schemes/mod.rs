//! Schemes: one option for each choice, no two of which exclude each other. Friend and Hickling call them decision
//! schemes, and the exclusions option bars (*Planning Under Pressure*).
//!
//! There is one enumeration: the graph of a plan picks when it is made, so that closed options are known, and
//! [`Schemes`] lists what it found. What stands under the picks of a scheme is worked out by the one rule of standing.

mod best;
mod burden;
mod conditions;
mod conflict;
mod evaluation;
mod exclusions;
mod feasible;
mod options;
mod outlook;
mod picking;
mod sets;
mod worked_out;

pub use best::Best;
pub use burden::Burden;
pub use conflict::Conflict;
pub use exclusions::{Clash, Exclusion, clashes};
pub use options::ClosedOption;
pub use outlook::Outlook;

pub(super) use options::Options;

use super::Graph;
use super::stamps::Stamps;
use crate::plan::{Id, OptRef, Plan, Total};
use conditions::Conditions;
use evaluation::{Evaluation, cone};
use feasible::Table;
use sets::{NONE, Sets};
use std::cell::{OnceCell, RefCell};
use worked_out::{Below, WorkedOut};

/// Every feasible scheme of a plan, in order: the first choice of the text changes last.
///
/// Picks, number of objectives, cost and score are known of all of them. The heaviest week and the bottlenecks of a
/// scheme need a graph of its own, so they are worked out for those that are asked for: [`Schemes::burden`].
#[derive(Debug)]
pub struct Schemes<'g> {
    graph: &'g Graph,
    plan: &'g Plan,
    /// The undecided choices that have options.
    columns: Vec<u32>,
    table: Table,
    is_complete: bool,
    conditions: Conditions,
    worked_out: WorkedOut,
    /// The results that picks can touch, and all below them that picks can touch, members before owners.
    touched: Vec<u32>,
    untouched: Vec<Id>,
    evaluation: RefCell<Evaluation<'g>>,
    /// For each choice and option what it adds to the score.
    scores: Vec<Vec<f64>>,
    hangs: OnceCell<Vec<Hang>>,
    burdens: burden::Burdens,
}

/// One feasible scheme.
#[derive(Debug, Clone, PartialEq)]
pub struct Scheme {
    /// Its place among all.
    pub number: usize,
    /// The option picked for each choice, in the order of the text: choice, option. A decided choice keeps its own; one
    /// without options is left out.
    pub picks: Vec<(Id, Id)>,
    /// How many results of the plan stand with only its picks' items present.
    pub objectives: u32,
    /// What all activities and tasks cost that belong to the plan then.
    pub cost: Total,
    /// Over all choices and their criteria: weight × the pick's score. To twelve digits.
    pub score: f64,
}

/// A result that stands in some schemes and not in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hang {
    /// The result.
    pub result: Id,
    /// The undecided choices that have an `only_if` item among what it stands on, itself included; in the order of the
    /// text. None where only what holds such items has an `only_if`.
    pub choices: Vec<Id>,
}

impl<'g> Schemes<'g> {
    pub(super) fn of(graph: &'g Graph, plan: &'g Plan) -> Self {
        let feasible = &graph.options.feasible;
        let columns = feasible.choices();
        let mut table = feasible.schemes(plan.settings.schemes_max as usize);
        let mut is_complete = feasible.is_complete;
        let conditions = Conditions::of(plan, &graph.items, &columns);
        let below = Below::of(plan, graph, &conditions, columns.len());
        let mut worked_out = None;
        while let (Some(below), None) = (&below, &worked_out) {
            worked_out = WorkedOut::of(graph, &conditions, below, &table);
            if worked_out.is_none() {
                is_complete = false;
                table.truncate(table.len / 16);
            }
        }
        if worked_out.is_none() {
            is_complete = false;
            table.truncate(0);
        }
        let is_touched = |item| below.as_ref().is_some_and(|below| below.is_touched(item));
        let results = graph.results.iter().map(|result| result.0);
        let touched = cone(graph, results, is_touched, &mut Stamps::new(graph.groups.nodes));
        let untouched = graph.results.iter().copied();
        Self {
            untouched: untouched.filter(|result| !is_touched(result.0) && graph.stands(*result)).collect(),
            evaluation: RefCell::new(Evaluation::of(graph)),
            scores: scores(plan),
            worked_out: worked_out.unwrap_or_default(),
            graph,
            plan,
            columns,
            table,
            is_complete,
            conditions,
            touched,
            hangs: OnceCell::new(),
            burdens: burden::Burdens::default(),
        }
    }

    /// How many are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.table.len
    }

    /// Whether none is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.table.len == 0
    }

    /// Whether these are all. Else there are more than `schemes_max`, or more than can be worked out, and nothing is
    /// called closed or said to hang.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, number: usize) -> Scheme {
        Scheme {
            number,
            picks: self.picks(number),
            objectives: self.worked_out.objectives[number],
            cost: self.cost(number),
            score: self.score(number),
        }
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = Scheme> + '_ {
        (0..self.len()).map(|number| self.get(number))
    }

    /// The option picked for each choice, in the order of the text.
    #[must_use]
    pub fn picks(&self, number: usize) -> Vec<(Id, Id)> {
        let picks = self.all_picks(number).into_iter();
        picks.map(|pick| (self.plan.choices[pick.choice as usize].id, self.plan.option_id(pick))).collect()
    }

    /// How many results stand.
    #[must_use]
    pub fn objectives(&self, number: usize) -> u32 {
        self.worked_out.objectives[number]
    }

    /// The results that stand, in the order of the text.
    #[must_use]
    pub fn standing(&self, number: usize) -> Vec<Id> {
        let mut evaluation = self.evaluation.borrow_mut();
        evaluation.work_out(&self.touched, &self.conditions, self.table.row(number));
        let is_result = |node: &u32| self.graph.counted[*node as usize].is_result && evaluation.stands(*node);
        let mut standing = self.untouched.clone();
        standing.extend(self.touched.iter().copied().filter(is_result).map(Id));
        standing.sort_unstable();
        standing
    }

    /// What all activities and tasks cost that belong to the plan then.
    #[must_use]
    pub fn cost(&self, number: usize) -> Total {
        self.worked_out.costs[number]
    }

    /// Over all choices and their criteria: weight × the pick's score. To twelve digits.
    #[must_use]
    pub fn score(&self, number: usize) -> f64 {
        let scores = self.all_picks(number).into_iter();
        rounded(scores.map(|pick| self.scores[pick.choice as usize][pick.option as usize]).sum())
    }

    /// The results that stand in some schemes and not in all, in the order of the text. None where not all schemes are
    /// known.
    #[must_use]
    pub fn hangs(&self) -> &[Hang] {
        self.hangs.get_or_init(|| self.find_hangs())
    }

    fn find_hangs(&self) -> Vec<Hang> {
        if !self.is_complete || self.worked_out.hanging.is_empty() {
            return Vec::new();
        }
        let mut sets = Sets::of(self.columns.len());
        let mut own = vec![NONE; self.graph.items.ids()];
        for &node in &self.touched {
            own[node as usize] = sets.set(self.conditions.own(node).map(|(column, _)| column).into_iter());
        }
        let Some(below) = sets.gathered(self.graph, own) else { return Vec::new() };
        let choice = |column: u32| self.plan.choices[self.columns[column as usize] as usize].id;
        let hang = |&result: &u32| {
            let choices = sets.columns(below[result as usize]).into_iter().map(choice).collect();
            Hang { result: Id(result), choices }
        };
        self.worked_out.hanging.iter().map(hang).collect()
    }

    /// The picks of a scheme, decided choices among them.
    fn all_picks(&self, number: usize) -> Vec<OptRef> {
        let mut undecided = self.columns.iter().zip(self.table.row(number)).peekable();
        let mut picks = Vec::with_capacity(self.plan.choices.len());
        for (index, choice) in self.plan.choices.iter().enumerate() {
            let index = index as u32;
            let picked = undecided.next_if(|(column, _)| **column == index).map(|(_, option)| *option);
            if let Some(option) = picked.or(self.graph.options.chosen(index)) {
                picks.push(OptRef { choice: index, option, at: self.plan.names.get(choice.id).at });
            }
        }
        picks
    }
}

/// For each choice and option: over its criteria, weight × score.
fn scores(plan: &Plan) -> Vec<Vec<f64>> {
    let of_choice = |choice: &crate::plan::Choice| {
        let of_option = |option: &crate::plan::Opt| {
            let weighed = choice.criteria.iter().zip(0_u32..).filter_map(|(criterion, index)| {
                let (_, score) = option.scores.iter().find(|(of, _)| *of == index)?;
                Some(criterion.weight.value * score.value)
            });
            weighed.sum()
        };
        choice.options.iter().map(of_option).collect()
    };
    plan.choices.iter().map(of_choice).collect()
}

/// A number to twelve digits: as many as people write, and none that only the adding brought.
fn rounded(number: f64) -> f64 {
    let number = number.clamp(0.0, f64::MAX) + 0.0;
    format!("{number:.11e}").parse().unwrap_or(number)
}

#[cfg(test)]
mod tests;
