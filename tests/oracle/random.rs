//! Random small plans for proptest.
//!
//! A strategy makes *genes*: numbers that say what an item is like, with references as plain numbers.
//! `Genes::plan` (in `grow.rs`) turns them into a plan by reading each reference modulo the number of things that
//! it may name, so every list of genes is a valid plan, and one with fewer genes is a smaller one.
//! Throughout, 0 is the plainest answer: proptest shrinks towards it.

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;

use crate::extra;
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
    pub together: TogetherGenes,
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
    pub start: Option<&'static str>,
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
pub struct TogetherGenes {
    pub team: Vec<Ref>,
    pub partners: Vec<Ref>,
    pub track: Option<&'static str>,
    pub start: Option<&'static str>,
    /// One for each of three that the work may be with.
    pub degrees: Option<Vec<&'static str>>,
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
    pub said: SaidGenes,
}

/// What is said of a choice beside its options.
#[derive(Clone, Debug)]
pub struct SaidGenes {
    pub who: Option<Ref>,
    pub because: bool,
    pub decide_by: Option<&'static str>,
    pub commitment: Option<&'static str>,
    pub trigger: bool,
    /// The weights of the criteria, and the scores, option by option.
    pub criteria: Vec<u64>,
    pub scores: Vec<Option<u64>>,
}

/// Access, consent, and its day.
pub type PartyGenes = (Vec<(Ref, &'static str)>, Option<&'static str>, Option<(&'static str, i64)>);

#[derive(Clone, Debug)]
pub struct OtherGenes {
    /// Organisation and deputies.
    pub people: Vec<(Option<Ref>, Vec<Ref>)>,
    pub organisations: usize,
    pub parties: Vec<PartyGenes>,
    /// Parties that each of them is with.
    pub initiatives: Vec<Vec<Ref>>,
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
    most_choices: usize,
    most_excludes: usize,
    who: f64,
    deputies: f64,
    lead: f64,
    assumes: f64,
    with: f64,
    cost: f64,
    money: f64,
    kind: f64,
    together: f64,
}

const MIXED: Chances = Chances {
    tidy: 0.6,
    cycles: 0.25,
    status: 0.3,
    needs: 0.35,
    only_if: 0.3,
    choices: 0.6,
    most_choices: 3,
    most_excludes: 3,
    who: 0.5,
    deputies: 0.2,
    lead: 0.25,
    assumes: 0.25,
    with: 0.25,
    cost: 0.3,
    money: 0.35,
    kind: 0.25,
    together: 0.15,
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

/// Work that costs something, and choices about it.
const MONEY: Chances = Chances {
    tidy: 0.95,
    cycles: 0.02,
    status: 0.2,
    only_if: 0.5,
    choices: 0.9,
    with: 0.4,
    cost: 0.9,
    money: 0.5,
    ..MIXED
};

/// Several organisations with work of every kind, at the same doors.
const TOGETHER: Chances = Chances {
    tidy: 0.95,
    cycles: 0.05,
    status: 0.2,
    only_if: 0.1,
    choices: 0.2,
    who: 0.5,
    lead: 0.6,
    with: 0.7,
    kind: 0.8,
    together: 0.4,
    cost: 0.02,
    money: 0.02,
    ..MIXED
};

/// Several choices that stand in each other's way.
const CHOOSING: Chances = Chances {
    only_if: 0.6,
    choices: 0.98,
    most_choices: 5,
    most_excludes: 5,
    cycles: 0.02,
    who: 0.1,
    with: 0.02,
    money: 0.02,
    ..WAYS
};

/// Plans with up to `most_items` items beside the ambition, and with choices.
pub fn plans_with_choices(most_items: usize) -> impl Strategy<Value = Plan> {
    prop_oneof![3 => plans_of(CHOOSING, most_items), 1 => plans_of(MIXED, most_items)]
}

/// Plans with up to `most_items` items beside the ambition.
pub fn plans(most_items: usize) -> impl Strategy<Value = Plan> {
    let bare = prop_oneof![
        // Boxed: all of them at once are more than the stack of a test takes.
        3 => plans_of(MIXED, most_items).boxed(),
        2 => plans_of(WAYS, most_items).boxed(),
        2 => plans_of(PEOPLE, most_items).boxed(),
        1 => plans_of(MONEY, most_items).boxed(),
        2 => plans_of(TOGETHER, most_items).boxed(),
    ];
    (bare.boxed(), extra::genes().boxed()).prop_map(|(plan, genes)| genes.dress(plan))
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
    (level, 0..64_u8, links(), state(chances), people(chances), world(chances), together(chances)).prop_map(
        |(level, name, links, state, people, world, together)| ItemGenes {
            level,
            name,
            links,
            state,
            people,
            world,
            together,
        },
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
    let kind = prop_oneof![
        select(vec!["talks", "planning", "reporting", "coordination", "care", "security"]),
        select(vec!["shuttle", "agreement", "analysis", "contact", "follow-up", "agreement", "coordination"]),
    ];
    (
        weighted(chances.status, status),
        weighted(chances.needs, needs()),
        weighted(chances.only_if, (0..8_u8, 0..4_u8)),
        bool_of(0.4),
        bool_of(0.3),
        0..8_u8,
        weighted(chances.kind, kind),
        weighted(0.3, day()),
    )
        .prop_map(|(status, needs, only_if, because, signs, title, kind, start)| StateGenes {
            status,
            needs,
            only_if,
            because,
            signs,
            title,
            kind,
            start,
        })
}

/// Days around today.
fn day() -> impl Strategy<Value = &'static str> {
    select(vec!["2026-11-22", "2026-11-23", "2026-11-24", "2026-12-24"])
}

fn said() -> impl Strategy<Value = SaidGenes> {
    (
        weighted(0.5, 0..16_u8),
        bool_of(0.5),
        weighted(0.6, day()),
        weighted(0.5, select(vec!["now", "explore", "later", "later", "reserve"])),
        bool_of(0.4),
        vec(0..4_u64, 0..=2),
        vec(weighted(0.7, 0..6_u64), 6),
    )
        .prop_map(|(who, because, decide_by, commitment, trigger, criteria, scores)| SaidGenes {
            who,
            because,
            decide_by,
            commitment,
            trigger,
            criteria,
            scores,
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

fn together(chances: Chances) -> impl Strategy<Value = TogetherGenes> {
    let track = prop_oneof![2 => select(vec!["2", "3"]), 1 => select(vec!["1", "1.5"])];
    let start = select(vec!["2026-05-04", "2026-11-02", "2027-01-04", "2027-06-01"]);
    let degree = select(vec!["inform", "inform", "inform", "consult", "take-part", "decide"]);
    let chance = chances.together;
    (
        some_of(chance, 2),
        some_of(chance / 2.0, 2),
        weighted(chance, track),
        weighted((chance * 2.4).min(1.0), start),
        weighted(chance, vec(degree, 3)),
    )
        .prop_map(|(team, partners, track, start, degrees)| TogetherGenes {
            team,
            partners,
            track,
            start,
            degrees,
        })
}

fn others(chances: Chances) -> impl Strategy<Value = OtherGenes> {
    let person = (weighted(0.5, 0..16_u8), some_of(chances.deputies, 2));
    // 180 days and one more, for the limit that the format gives.
    let asked =
        select(vec![("2026-11-20", 3), ("2026-05-27", 180), ("2026-05-26", 181), ("2027-01-01", -39)]);
    let party = (
        vec((0..16_u8, select(vec!["trusted", "working", "strained"])), 0..=3),
        weighted(0.7, select(vec!["given", "given", "unknown", "withdrawn"])),
        weighted(0.7, asked),
    );
    let holds = weighted(0.6, select(vec!["unknown", "yes", "no"]));
    let excludes = vec((0..4_u8, 0..8_u8, 0..4_u8), 0..=chances.most_excludes);
    let choice = (1..=3_usize, weighted(0.3, 0..4_u8), excludes, said())
        .prop_map(|(options, chosen, excludes, said)| ChoiceGenes { options, chosen, excludes, said });
    (
        vec(person, 0..=4),
        0..=2_usize,
        vec(party, 0..=3),
        vec(vec(0..16_u8, 0..=2), 0..=2),
        0..=2_usize,
        0..=3_usize,
        vec(holds, 0..=3),
        weighted(chances.choices, vec(choice, 1..=chances.most_choices)).prop_map(Option::unwrap_or_default),
    )
        .prop_map(
            |(people, organisations, parties, initiatives, constituencies, donors, assumptions, choices)| {
                OtherGenes {
                    people,
                    organisations,
                    parties,
                    initiatives,
                    constituencies,
                    donors,
                    assumptions,
                    choices,
                }
            },
        )
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
        weighted(0.15, select(vec![0, 3, 180, 200])),
        weighted(0.1, select(vec![1, 2, 5])),
    )
        .prop_map(
            |(
                severity,
                bottleneck_min,
                percent,
                activities,
                choke_min,
                choke_percent,
                crowded,
                money,
                consent_days,
                schemes_max,
            )| {
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
                    consent_days,
                    schemes_max,
                }
            },
        )
}
