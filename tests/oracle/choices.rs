//! Schemes and the findings about choices, worked out slowly and plainly: by every product of options.
//!
//! The quotes are sentences of the contract ("Schemes", "Choices and assumptions"). Where one can be read in two ways,
//! the comment says `Read as`.

use std::collections::{BTreeMap, BTreeSet};

use crate::answer;
use crate::model::{Choice, Item, Level, Pick, Plan, Stage};
use crate::standing::{Ids, Unsaid, World, excludes, feasible_schemes};

/// The day on which random plans are looked at.
pub const TODAY: &str = "2026-11-23";

/// One feasible scheme and what is told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    pub picks: Vec<Pick>,
    pub objectives: Vec<String>,
    pub cost: u64,
    pub score: u64,
}

/// All feasible schemes, those past `schemes_max` too.
pub fn schemes(plan: &Plan) -> Vec<Scheme> {
    let baseline = World::new(plan);
    let results = baseline.results();
    let told = |picks: Vec<Pick>| {
        let decided = decided(plan, &picks);
        // Read as: the cycles are those of the baseline.
        let world = World { plan: &decided, closed: BTreeSet::new(), cycles: baseline.cycles.clone() };
        let standing = world.standing(&Ids::new(), Unsaid::AsWritten);
        let work =
            decided.items.iter().filter(|item| item.level <= Level::Activity && world.is_present(item));
        Scheme {
            // "the results of the baseline that stand with only its picks' items present"
            objectives: results.intersection(&standing).cloned().collect(),
            // "cost = Σ `cost` of present activities and tasks"
            cost: work.filter_map(|item| item.cost).sum(),
            score: score(plan, &picks),
            picks,
        }
    };
    feasible_schemes(plan).into_iter().map(told).collect()
}

/// The plan with these picks chosen.
pub fn decided(plan: &Plan, picks: &[Pick]) -> Plan {
    let mut plan = plan.clone();
    for choice in &mut plan.choices {
        let pick = picks.iter().find(|pick| pick.choice == choice.id);
        choice.chosen = pick.map(|pick| pick.option.clone());
    }
    plan
}

/// "score = Σ over choices of Σ over its criteria of weight × the pick's score"
fn score(plan: &Plan, picks: &[Pick]) -> u64 {
    let of_pick = |pick: &Pick| {
        let choice = plan.choice(&pick.choice).expect("a choice of the plan");
        let of_criterion = |(criterion, weight): &(&str, u64)| {
            let scores =
                choice.scores.iter().filter(|(option, of, _)| *option == pick.option && of == criterion);
            scores.map(|(_, _, score)| weight * score).sum::<u64>()
        };
        choice.criteria.iter().map(of_criterion).sum::<u64>()
    };
    picks.iter().map(of_pick).sum()
}

fn is_complete(plan: &Plan) -> bool {
    feasible_schemes(plan).len() <= plan.settings.schemes_max.unwrap_or(100_000)
}

/// "A result in some and not in all `objectives` hangs on the undecided choices that have an `only_if` item among what it
/// stands on, itself included." The choices by id.
pub fn hangs(plan: &Plan) -> BTreeMap<String, Vec<String>> {
    if !is_complete(plan) {
        return BTreeMap::new();
    }
    let world = World::new(plan);
    let schemes = schemes(plan);
    let hanging = world.results().into_iter().filter(|result| {
        let count = schemes.iter().filter(|scheme| scheme.objectives.contains(result)).count();
        count > 0 && count < schemes.len()
    });
    let on = |result: &String| {
        let below = stands_on(&world, plan.item(result).expect("an item of the plan"));
        let choices = below.iter().filter_map(|id| plan.item(id).and_then(|item| item.only_if.as_ref()));
        let choices = choices.filter(|pick| is_undecided(plan, &pick.choice)).map(|pick| pick.choice.clone());
        choices.collect::<BTreeSet<String>>().into_iter().collect()
    };
    hanging.map(|result| (result.clone(), on(&result))).collect()
}

/// The items that an item stands on, itself included. Read as: what stands whatever fails stands on itself alone.
fn stands_on(world: &World, item: &Item) -> Ids {
    let mut found = Ids::new();
    let mut next = vec![item.id.clone()];
    while let Some(id) = next.pop() {
        let item = world.plan.item(&id).expect("an item of the plan");
        if !found.insert(id) || world.is_done(item) || world.is_in_cycle(item) {
            continue;
        }
        next.extend(world.present_supporters(item).into_iter().map(|other| other.id.clone()));
        let depends_on = item.depends_on.iter().filter_map(|id| world.plan.item(id));
        next.extend(depends_on.filter(|other| world.is_present(other)).map(|other| other.id.clone()));
    }
    found
}

fn is_undecided(plan: &Plan, choice: &str) -> bool {
    plan.choice(choice).is_some_and(|choice| choice.chosen.is_none())
}

/// A decision or an exclusion.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constraint {
    Decision(Pick),
    /// The smaller option first.
    Exclusion(Pick, Pick),
}

/// Whether there is a way of picking one option for each choice that all of these allow.
pub fn is_possible(plan: &Plan, constraints: &[Constraint]) -> bool {
    let mut free = plan.clone();
    for choice in &mut free.choices {
        choice.chosen = None;
        choice.excludes.clear();
    }
    let allows = |scheme: &Vec<Pick>| {
        constraints.iter().all(|constraint| match constraint {
            Constraint::Decision(pick) => scheme.contains(pick),
            Constraint::Exclusion(a, b) => !(scheme.contains(a) && scheme.contains(b)),
        })
    };
    feasible_schemes(&free).iter().any(allows)
}

/// One finding: name, item, and the choices of `hangs-on-choice`.
pub type Found = (String, Option<String>, Option<Vec<String>>);

/// The findings of the family that `choices` is about, sorted.
pub fn findings(plan: &Plan) -> Vec<Found> {
    let world = World::new(plan);
    let stage = answer::stage(plan);
    let mut found: Vec<Found> = Vec::new();
    let mut add = |name: &str, item: &str| found.push((name.to_owned(), Some(item.to_owned()), None));
    let chosen = |choice: &Choice| {
        let option = choice.chosen.clone()?;
        Some(Pick { choice: choice.id.clone(), option })
    };
    // "later choice: two chosen options exclude each other". Read as: one finding a later choice.
    let clash = |one: &Choice, other: &Choice| match (chosen(one), chosen(other)) {
        (Some(a), Some(b)) => excludes(plan, &a, &b) || excludes(plan, &b, &a),
        _ => false,
    };
    let mut clashes = false;
    for (place, later) in plan.choices.iter().enumerate() {
        if plan.choices[..place].iter().any(|earlier| clash(earlier, later)) {
            add("clashing-choices", &later.id);
            clashes = true;
        }
    }
    for pick in &world.closed {
        add("closed-option", &format!("{}.{}", pick.choice, pick.option));
    }
    for choice in &plan.choices {
        let undecided = choice.chosen.is_none();
        // "undecided, and `decide_by` has passed"
        if undecided && choice.decide_by.is_some_and(|day| day < TODAY) {
            add("decision-due", &choice.id);
        }
        // "undecided, without `who`"
        if undecided && choice.who.is_none() && stage >= Stage::Plan {
            add("no-decider", &choice.id);
        }
        // "chosen, without `because`"
        if !undecided && !choice.because && stage >= Stage::Plan {
            add("unreasoned-choice", &choice.id);
        }
        // "fewer than two options"
        if choice.options.len() < 2 {
            add("one-option", &choice.id);
        }
        // "commitment `later` without `decide_by` and `trigger`". Read as: with neither of them.
        let is_later = choice.commitment == Some("later");
        if is_later && choice.decide_by.is_none() && !choice.trigger && stage >= Stage::Plan {
            add("open-ended-later", &choice.id);
        }
    }
    for item in world.open_items() {
        // "under an option of an undecided choice, it starts before `decide_by`". Read as: what is nested in an item
        // under an option is under it too.
        let mut holders = vec![item];
        while let Some(holder) = holders[holders.len() - 1].nested_in.as_deref() {
            holders.push(plan.item(holder).expect("an item of the plan"));
        }
        let choices = holders.iter().filter_map(|item| plan.choice(&item.only_if.as_ref()?.choice));
        let mut days = choices.filter(|choice| choice.chosen.is_none()).filter_map(|choice| choice.decide_by);
        if item.start.is_some_and(|start| days.any(|day| start < day)) {
            add("blocked-by-choice", &item.id);
        }
    }
    if !clashes && feasible_schemes(plan).is_empty() {
        found.push(("no-scheme".to_owned(), None, None));
    }
    for (result, choices) in hangs(plan) {
        if world.is_open(plan.item(&result).expect("an item of the plan")) {
            found.push(("hangs-on-choice".to_owned(), Some(result), Some(choices)));
        }
    }
    found.sort();
    found
}

/// "number of reported bottlenecks" of the plan with these picks chosen.
pub fn bottlenecks(plan: &Plan, picks: &[Pick]) -> usize {
    let mut plan = decided(plan, picks);
    plan.settings.severity.clear();
    answer::findings(&plan).iter().filter(|finding| finding.name == "bottleneck").count()
}
