//! Strategic choices: which combinations are possible, how they compare, and what each option leaves open.

mod compare;
mod json;
mod sheet;
mod text;

pub use compare::{Comparison, comparison};
pub(crate) use json::Document;
pub use json::json;
pub use sheet::sheet;
pub use text::text;
pub(crate) use text::{leave_out_unwritten, outlook_of};

use crate::graph::{Burden, Graph, Schemes};
use crate::plan::{Choice, Id, Plan};
use std::cmp::Reverse;

/// What schemes are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By their numbers: the first choice of the text changes last.
    Number,
    /// Those first in which most results stand.
    Results,
    /// The cheapest first.
    Cost,
    /// Those first that ask the fewest hours in the fullest week of anybody.
    Peak,
    /// Those first that have the fewest bottlenecks.
    Bottlenecks,
    /// The highest score first.
    Score,
}

/// Which schemes are told.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    /// In which order; as people read it where nothing is said.
    pub by: By,
    /// How many; all where nothing is said.
    pub top: Option<usize>,
    /// Only those for which no other is at least as good on every count and better on one.
    pub best: bool,
}

/// The schemes that are told, and what there is to tell of them.
#[derive(Debug)]
pub struct Choices<'a, 'g> {
    /// The plan.
    pub plan: &'a Plan,
    /// What stands on what in it.
    pub graph: &'a Graph,
    /// All schemes.
    pub schemes: &'a Schemes<'g>,
    /// The numbers of those that are told, in the order in which they are told.
    pub shown: Vec<usize>,
    /// How many there would be without `top`.
    pub count: usize,
    /// For `best`: whether the fullest week and the bottlenecks were compared too.
    pub is_by_burden: Option<bool>,
}

/// There are too many schemes to work out the fullest week and the bottlenecks of each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMany;

/// The fullest week and the bottlenecks are worked out for as many schemes of one answer.
const MOST_BURDENS: usize = 1000;

impl<'a, 'g> Choices<'a, 'g> {
    /// The schemes of a plan that are asked for.
    ///
    /// # Errors
    /// Where they are to be sorted by what cannot be worked out for so many.
    pub fn of(
        plan: &'a Plan,
        graph: &'a Graph,
        schemes: &'a Schemes<'g>,
        asked: Asked,
    ) -> Result<Self, TooMany> {
        let mut is_by_burden = None;
        let mut shown: Vec<usize> = if asked.best {
            let best = schemes.best();
            is_by_burden = Some(best.is_by_burden);
            best.schemes
        } else {
            (0..schemes.len()).collect()
        };
        if matches!(asked.by, By::Peak | By::Bottlenecks) && !schemes.are_burdens_few() {
            return Err(TooMany);
        }
        // Hours and scores are never negative, and the bits of such numbers are in the order of the numbers.
        match asked.by {
            By::Number => {}
            By::Results => {
                shown.sort_by_cached_key(|&n| {
                    let score = schemes.score(n).to_bits();
                    (Reverse((schemes.objectives(n), score)), schemes.cost(n))
                });
            }
            By::Cost => shown.sort_by_cached_key(|&n| schemes.cost(n)),
            By::Peak => shown.sort_by_cached_key(|&n| schemes.burden(n).peak_hours.to_bits()),
            By::Bottlenecks => shown.sort_by_cached_key(|&n| schemes.burden(n).bottlenecks),
            By::Score => shown.sort_by_cached_key(|&n| Reverse(schemes.score(n).to_bits())),
        }
        let count = shown.len();
        shown.truncate(asked.top.unwrap_or(usize::MAX));
        Ok(Self { plan, graph, schemes, shown, count, is_by_burden })
    }

    /// The fullest week and the bottlenecks of the scheme at this place; nothing behind very many.
    fn burden(&self, place: usize) -> Option<Burden> {
        (place < MOST_BURDENS).then(|| self.schemes.burden(self.shown[place]))
    }

    /// The choices that are still open and have options.
    pub(crate) fn open(&self) -> impl Iterator<Item = &'a Choice> {
        self.plan.choices.iter().filter(|choice| choice.chosen.is_none() && !choice.options.is_empty())
    }

    fn is_chosen(&self, option: Id) -> bool {
        let chosen = |choice: &Choice| choice.chosen.map(|chosen| choice.options[chosen.value as usize].id);
        self.plan.choices.iter().any(|choice| chosen(choice) == Some(option))
    }

    /// Whether the fullest week and the bottlenecks are not told of all that are shown.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.shown.len() > MOST_BURDENS
    }

    /// The name of an option within its choice.
    fn own_name(&self, option: Id) -> &'a str {
        let name = self.plan.names.name(option);
        name.split_once('.').map_or(name, |(_, own)| own)
    }
}
