//! The commitment package: what is decided now, what is explored first, what can wait and what is kept in reserve, with
//! the open questions beside it (Friend and Hickling, *Planning Under Pressure*).

mod json;
mod sections;

pub(crate) use json::Document;
pub use json::json;
pub use sections::{markdown, text};

use crate::graph::{Graph, Presence};
use crate::plan::{Assumption, AssumptionKind, Choice, Commitment, Holds, Id, Part, Plan};
use jiff::civil::Date;

/// When a choice is to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// To be decided now.
    Now,
    /// To be explored first.
    Explore,
    /// To be decided later.
    Later,
    /// Kept in reserve.
    Reserve,
    /// Nobody has said it.
    Unsaid,
    /// Decided already.
    Decided,
}

impl When {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] =
        [Self::Now, Self::Explore, Self::Later, Self::Reserve, Self::Unsaid, Self::Decided];

    fn of(choice: &Choice) -> Self {
        match (choice.chosen, choice.commitment.map(|commitment| commitment.value)) {
            (Some(_), _) => Self::Decided,
            (None, Some(Commitment::Now)) => Self::Now,
            (None, Some(Commitment::Explore)) => Self::Explore,
            (None, Some(Commitment::Later)) => Self::Later,
            (None, Some(Commitment::Reserve)) => Self::Reserve,
            (None, None) => Self::Unsaid,
        }
    }

    /// Its name in the catalogue and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Explore => "explore",
            Self::Later => "later",
            Self::Reserve => "reserve",
            Self::Unsaid => "unsaid",
            Self::Decided => "decided",
        }
    }
}

/// One choice of the package.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// The choice.
    pub choice: &'a Choice,
    /// When it is to be made.
    pub when: When,
    /// The day by which it was to be made is over, and it is not.
    pub is_due: bool,
    /// The work that belongs to one of its options, and what is not in that: it waits for the choice. Of a decided
    /// choice, nothing waits.
    pub waiting: Vec<Id>,
    /// The open questions on which that work relies: their answers would help to settle it.
    pub settled_by: Vec<Id>,
}

/// An open question, by what can be done about it.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The assumption of which nobody knows whether it holds.
    pub assumption: &'a Assumption,
    /// The day by which it was to be looked at is over.
    pub is_due: bool,
}

/// The commitment package of a plan.
#[derive(Debug)]
pub struct Package<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The choices: by when they are to be made, then by their day, then in the order of the text.
    pub entries: Vec<Entry<'a>>,
    /// The open questions: by kind (those without one last), then by their day, then in the order of the text.
    pub questions: Vec<Question<'a>>,
}

impl<'a> Package<'a> {
    /// The package of a plan on this day.
    #[must_use]
    pub fn of(plan: &'a Plan, graph: &Graph, today: Date) -> Self {
        let mut entries: Vec<Entry<'a>> =
            plan.choices.iter().map(|choice| Entry::of(plan, graph, choice, today)).collect();
        let day = |choice: &Choice| choice.decide_by.map_or(Date::MAX, |day| day.value);
        entries.sort_by_key(|entry| (entry.when, day(entry.choice)));
        let open = plan.assumptions.iter().filter(|assumption| is_open(assumption));
        let is_due = |assumption: &Assumption| assumption.by.is_some_and(|by| by.value < today);
        let mut questions: Vec<Question<'a>> =
            open.map(|assumption| Question { assumption, is_due: is_due(assumption) }).collect();
        let by = |assumption: &Assumption| assumption.by.map_or(Date::MAX, |day| day.value);
        questions.sort_by_key(|question| (place_of(question.assumption), by(question.assumption)));
        Self { plan, entries, questions }
    }

    /// The choices that are to be made then.
    pub fn to_be_made(&self, when: When) -> impl Iterator<Item = &Entry<'a>> {
        self.entries.iter().filter(move |entry| entry.when == when)
    }

    /// The open questions of this kind.
    pub fn of_kind(&self, kind: Option<AssumptionKind>) -> impl Iterator<Item = &Question<'a>> {
        self.questions.iter().filter(move |question| kind_of(question.assumption) == kind)
    }
}

impl<'a> Entry<'a> {
    fn of(plan: &'a Plan, graph: &Graph, choice: &'a Choice, today: Date) -> Self {
        let when = When::of(choice);
        let mut waiting: Vec<Id> = Vec::new();
        if when != When::Decided {
            let uses = plan.uses_of(choice.id).into_iter().filter(|used| used.part == Part::OnlyIf);
            waiting = uses.map(|used| used.id).filter(|&id| graph.presence(id) == Presence::Open).collect();
        }
        let assumed = |id: &Id| plan.item(*id).map_or(&[][..], |item| &item.assumes[..]);
        let mut settled_by: Vec<Id> = with_nested(plan, graph, &waiting)
            .iter()
            .flat_map(assumed)
            .map(|assumed| assumed.id)
            .filter(|&id| is_open(&plan.assumptions[plan.names.get(id).index as usize]))
            .collect();
        settled_by.sort_unstable();
        settled_by.dedup();
        let is_due = when != When::Decided && choice.decide_by.is_some_and(|day| day.value < today);
        Self { choice, when, is_due, waiting, settled_by }
    }

    /// The option that is chosen.
    #[must_use]
    pub fn chosen(&self) -> Option<Id> {
        self.choice.chosen.map(|chosen| self.choice.options[chosen.value as usize].id)
    }
}

/// These items and all that is nested in them and open.
fn with_nested(plan: &Plan, graph: &Graph, items: &[Id]) -> Vec<Id> {
    let mut is_within = vec![false; plan.items.len()];
    let mut all = Vec::new();
    // What an item is nested in stands before it.
    for (at, item) in plan.items.iter().enumerate() {
        let holder_is = item.holder.is_some_and(|holder| is_within[holder as usize]);
        is_within[at] = items.contains(&item.id) || (holder_is && graph.is_open(item.id));
        all.extend(is_within[at].then_some(item.id));
    }
    all
}

fn is_open(assumption: &Assumption) -> bool {
    assumption.holds.is_none_or(|holds| holds.value == Holds::Unknown)
}

fn kind_of(assumption: &Assumption) -> Option<AssumptionKind> {
    assumption.kind.map(|kind| kind.value)
}

fn place_of(assumption: &Assumption) -> usize {
    KINDS.iter().position(|(kind, _)| *kind == kind_of(assumption)).unwrap_or(KINDS.len())
}

/// What can be done about open questions, in the order in which they are told, with the names in the catalogue.
const KINDS: [(Option<AssumptionKind>, &str); 4] = [
    (Some(AssumptionKind::Environment), "environment"),
    (Some(AssumptionKind::Values), "values"),
    (Some(AssumptionKind::Related), "related"),
    (None, "unsaid"),
];

/// Whether there is anything to tell.
fn is_empty(package: &Package<'_>) -> bool {
    package.entries.is_empty() && package.questions.is_empty()
}
