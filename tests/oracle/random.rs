//! Random small plans for proptest.
//!
//! A strategy makes *genes*: numbers that say what an item is like, with references as plain numbers.
//! `Genes::plan` (in `grow.rs`) turns them into a plan by reading each reference modulo the number of things that
//! it may name, so every list of genes is a valid plan, and one with fewer genes is a smaller one.
//! Throughout, 0 is the plainest answer: proptest shrinks towards it.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

use crate::model::{Level, Needs, Plan, Settings, Stage, Status};

/// A reference: a number to be read modulo the number of things it may name.
pub type Ref = u8;

#[derive(Clone, Debug)]
pub struct ItemGenes {
    pub level: Level,
    pub name: u8,
    pub links: LinkGenes,
    pub state: StateGenes,
    pub people: PeopleGenes,
    pub world: WorldGenes,
}

#[derive(Clone, Debug)]
pub struct LinkGenes {
    /// How the target is looked for, and which of those found.
    pub nested: Option<(u8, Ref)>,
    pub supports: Vec<(u8, Ref)>,
    pub depends_on: Vec<(u8, Ref)>,
}

#[derive(Clone, Debug)]
pub struct StateGenes {
    pub status: Option<Status>,
    pub needs: Option<Needs>,
    pub only_if: Option<(Ref, Ref)>,
    pub because: bool,
    pub signs: bool,
    pub title: u8,
    pub kind: Option<&'static str>,
}

#[derive(Clone, Debug)]
pub struct PeopleGenes {
    pub who: Option<Ref>,
    pub deputies: Vec<Ref>,
    pub lead: Option<Ref>,
}

#[derive(Clone, Debug)]
pub struct WorldGenes {
    pub assumes: Vec<Ref>,
    pub with: Vec<Ref>,
    pub cost: Option<u64>,
    pub funded_by: Option<MoneyGenes>,
}

#[derive(Clone, Debug)]
pub enum MoneyGenes {
    Donors(Vec<Ref>),
    Amounts(Vec<(Ref, u64)>),
}

#[derive(Clone, Debug)]
pub struct ChoiceGenes {
    pub options: usize,
    pub chosen: Option<Ref>,
    /// Own option, other choice, its option.
    pub excludes: Vec<(Ref, Ref, Ref)>,
}

#[derive(Clone, Debug)]
pub struct OtherGenes {
    /// Organisation and deputies.
    pub people: Vec<(Option<Ref>, Vec<Ref>)>,
    pub organisations: usize,
    pub parties: Vec<Vec<(Ref, &'static str)>>,
    pub constituencies: usize,
    pub donors: usize,
    pub assumptions: Vec<Option<&'static str>>,
    pub choices: Vec<ChoiceGenes>,
}

#[derive(Clone, Debug)]
pub struct Genes {
    pub items: Vec<ItemGenes>,
    pub others: OtherGenes,
    pub names: Vec<u8>,
    pub stage: Option<Stage>,
    pub settings: Settings,
    pub ambition_needs: Option<Needs>,
    pub ambition_assumes: Vec<Ref>,
    /// Gives an item without any link the nearest thing to support.
    pub is_tidy: bool,
    pub may_cycle: bool,
    pub may_be_upside_down: bool,
}

/// How likely an item is to have a thing: a plan with a bit of everything seldom shows what two rules do together.
#[derive(Clone, Copy)]
struct Chances {
    tidy: f64,
    cycles: f64,
    status: f64,
    needs: f64,
    only_if: f64,
    choices: f64,
    who: f64,
    deputies: f64,
    lead: f64,
    assumes: f64,
    with: f64,
    cost: f64,
    money: f64,
}

const MIXED: Chances = Chances {
    tidy: 0.6,
    cycles: 0.25,
    status: 0.3,
    needs: 0.35,
    only_if: 0.3,
    choices: 0.6,
    who: 0.5,
    deputies: 0.2,
    lead: 0.25,
    assumes: 0.25,
    with: 0.25,
    cost: 0.3,
    money: 0.35,
};

/// Many ways to the same thing: options, done work, and how much of it is needed.
const WAYS: Chances = Chances {
    tidy: 0.95,
    cycles: 0.05,
    needs: 0.6,
    only_if: 0.5,
    choices: 0.9,
    who: 0.15,
    with: 0.02,
    money: 0.02,
    assumes: 0.1,
    ..MIXED
};

/// Much work of few people, with few donors.
const PEOPLE: Chances = Chances {
    tidy: 0.95,
    cycles: 0.05,
    status: 0.1,
    only_if: 0.02,
    choices: 0.02,
    who: 0.6,
    deputies: 0.4,
    cost: 0.7,
    money: 0.6,
    ..MIXED
};

/// Plans with up to `most_items` items beside the ambition.
pub fn plans(most_items: usize) -> impl Strategy<Value = Plan> {
    prop_oneof![
        2 => plans_of(MIXED, most_items),
        1 => plans_of(WAYS, most_items),
        1 => plans_of(PEOPLE, most_items),
    ]
}

fn plans_of(chances: Chances, most_items: usize) -> impl Strategy<Value = Plan> {
    let whole = (
        vec(0..64_u8, 24),
        weighted(0.4, select(vec![Stage::Plan, Stage::Running, Stage::Sketch])),
        settings(),
        weighted(0.1, needs()),
        some_of(0.1, 2),
        bool_of(chances.tidy),
        bool_of(chances.cycles),
        bool_of(chances.cycles),
    );
    (vec(item(chances), 0..=most_items), others(chances), whole).prop_map(|(items, others, whole)| {
        let (
            names,
            stage,
            settings,
            ambition_needs,
            ambition_assumes,
            is_tidy,
            may_cycle,
            may_be_upside_down,
        ) = whole;
        Genes {
            items,
            others,
            names,
            stage,
            settings,
            ambition_needs,
            ambition_assumes,
            is_tidy,
            may_cycle,
            may_be_upside_down,
        }
        .plan()
    })
}

fn select<T: Clone + std::fmt::Debug + 'static>(values: Vec<T>) -> impl Strategy<Value = T> {
    proptest::sample::select(values)
}

fn bool_of(chance: f64) -> impl Strategy<Value = bool> {
    proptest::bool::weighted(chance)
}

/// Nothing with the chance that is left, else one to `most` references.
fn some_of(chance: f64, most: usize) -> impl Strategy<Value = Vec<Ref>> {
    weighted(chance, vec(0..16_u8, 1..=most)).prop_map(Option::unwrap_or_default)
}

fn needs() -> impl Strategy<Value = Needs> {
    select(vec![Needs::Any, Needs::All, Needs::Count(1), Needs::Count(2), Needs::Count(3)])
}

fn item(chances: Chances) -> impl Strategy<Value = ItemGenes> {
    let level = prop_oneof![
        2 => Just(Level::Goal),
        4 => Just(Level::Objective),
        5 => Just(Level::Activity),
        4 => Just(Level::Task),
    ];
    (level, 0..64_u8, links(), state(chances), people(chances), world(chances)).prop_map(
        |(level, name, links, state, people, world)| ItemGenes { level, name, links, state, people, world },
    )
}

fn links() -> impl Strategy<Value = LinkGenes> {
    let link = || (0..32_u8, 0..16_u8);
    (
        weighted(0.45, link()),
        weighted(0.5, vec(link(), 1..=3)).prop_map(Option::unwrap_or_default),
        weighted(0.3, vec(link(), 1..=3)).prop_map(Option::unwrap_or_default),
    )
        .prop_map(|(nested, supports, depends_on)| LinkGenes { nested, supports, depends_on })
}

fn state(chances: Chances) -> impl Strategy<Value = StateGenes> {
    let status = prop_oneof![
        3 => Just(Status::Planned),
        2 => Just(Status::Active),
        3 => Just(Status::Done),
        2 => Just(Status::Dropped),
    ];
    let kind = select(vec!["talks", "planning", "reporting", "coordination", "care", "security"]);
    (
        weighted(chances.status, status),
        weighted(chances.needs, needs()),
        weighted(chances.only_if, (0..4_u8, 0..4_u8)),
        bool_of(0.4),
        bool_of(0.3),
        0..8_u8,
        weighted(0.25, kind),
    )
        .prop_map(|(status, needs, only_if, because, signs, title, kind)| StateGenes {
            status,
            needs,
            only_if,
            because,
            signs,
            title,
            kind,
        })
}

fn people(chances: Chances) -> impl Strategy<Value = PeopleGenes> {
    (weighted(chances.who, 0..16_u8), some_of(chances.deputies, 2), weighted(chances.lead, 0..16_u8))
        .prop_map(|(who, deputies, lead)| PeopleGenes { who, deputies, lead })
}

fn world(chances: Chances) -> impl Strategy<Value = WorldGenes> {
    let amount = || select(vec![0, 10, 20, 40, 50, 80, 100, 125]);
    let money = prop_oneof![
        vec(0..16_u8, 1..=3).prop_map(MoneyGenes::Donors),
        vec((0..16_u8, amount()), 1..=3).prop_map(MoneyGenes::Amounts),
    ];
    (
        some_of(chances.assumes, 2),
        some_of(chances.with, 3),
        weighted(chances.cost, amount()),
        weighted(chances.money, money),
    )
        .prop_map(|(assumes, with, cost, funded_by)| WorldGenes { assumes, with, cost, funded_by })
}

fn others(chances: Chances) -> impl Strategy<Value = OtherGenes> {
    let person = (weighted(0.5, 0..16_u8), some_of(chances.deputies, 2));
    let party = vec((0..16_u8, select(vec!["trusted", "working", "strained"])), 0..=3);
    let holds = weighted(0.6, select(vec!["unknown", "yes", "no"]));
    let choice = (1..=3_usize, weighted(0.3, 0..4_u8), vec((0..4_u8, 0..4_u8, 0..4_u8), 0..=3))
        .prop_map(|(options, chosen, excludes)| ChoiceGenes { options, chosen, excludes });
    (
        vec(person, 0..=4),
        0..=2_usize,
        vec(party, 0..=3),
        0..=1_usize,
        0..=3_usize,
        vec(holds, 0..=3),
        weighted(chances.choices, vec(choice, 1..=3)).prop_map(Option::unwrap_or_default),
    )
        .prop_map(|(people, organisations, parties, constituencies, donors, assumptions, choices)| {
            OtherGenes { people, organisations, parties, constituencies, donors, assumptions, choices }
        })
}

fn settings() -> impl Strategy<Value = Settings> {
    let finding =
        select(vec!["bottleneck", "orphan", "no-because", "single-thread", "cycle", "needs-unsaid"]);
    let severity = (finding, select(vec!["advice", "warning", "error", "off"]));
    (
        weighted(0.1, severity).prop_map(|severity| severity.into_iter().collect()),
        weighted(0.15, 1..=3_usize),
        weighted(0.15, select(vec![0, 20, 50, 75, 100])),
        weighted(0.15, select(vec![0, 40, 60, 100])),
        weighted(0.3, 1..=3_usize),
        weighted(0.3, select(vec![0, 10, 30, 50])),
        (weighted(0.3, 1..=2_usize), weighted(0.3, 1..=3_usize), weighted(0.3, 0..=2_usize)),
        weighted(0.15, select(vec![50, 60, 100])),
    )
        .prop_map(
            |(severity, bottleneck_min, percent, activities, choke_min, choke_percent, crowded, money)| {
                Settings {
                    severity,
                    bottleneck_min,
                    bottleneck_percent: percent,
                    bottleneck_activities_percent: activities,
                    choke_min,
                    choke_percent,
                    crowded_goals: crowded.0,
                    crowded_objectives: crowded.1,
                    crowded_activities: crowded.2,
                    money_enough_percent: money,
                }
            },
        )
}
