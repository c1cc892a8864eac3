//! The library's schemes against `choices.rs`, on random plans with many choices.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use strategic_choice::check::{self, Check, Options};
use strategic_choice::findings::Family;
use strategic_choice::graph::{Conflict, Graph, Load, PersonLoad, Schemes, Windows};
use strategic_choice::plan::{Change, Id, Kind, Plan, Settings, changed};
use strategic_choice::source::Source;

use crate::choices::{self, Constraint, Scheme};
use crate::model::Pick;
use crate::standing::{Unsaid, World};
use crate::write::Written;
use crate::{for_random_texts_of, random, same};

fn for_plans_with_choices(compare: impl Fn(&Written, &Check) -> TestCaseResult) {
    for_random_texts_of(random::plans_with_choices(12), |case| {
        let today = choices::TODAY.parse().expect("a day");
        let source = Source::new("plan.scf.yaml", case.text.clone());
        let check = check::check(source, &Options::on(today));
        prop_assert!(check.complete(), "not read\n{}", case.text);
        compare(case, &check)
    });
}

fn whole(check: &Check) -> (&Plan, &Graph) {
    (check.plan.as_ref().expect("a plan"), check.graph.as_ref().expect("its graph"))
}

fn name(plan: &Plan, id: Id) -> String {
    plan.names.name(id).to_owned()
}

fn pick(plan: &Plan, option: Id) -> Pick {
    let (choice, option) = plan.names.name(option).split_once('.').expect("an option of a choice");
    Pick { choice: choice.to_owned(), option: option.to_owned() }
}

fn sorted(plan: &Plan, ids: &[Id]) -> Vec<String> {
    ids.iter().map(|id| name(plan, *id)).collect::<BTreeSet<String>>().into_iter().collect()
}

/// Scores and costs of random plans are whole numbers.
fn told(plan: &Plan, schemes: &Schemes<'_>) -> Vec<Scheme> {
    let told = |scheme: strategic_choice::graph::Scheme| Scheme {
        picks: scheme.picks.iter().map(|(_, option)| pick(plan, *option)).collect(),
        objectives: sorted(plan, &schemes.standing(scheme.number)),
        cost: u64::try_from(scheme.cost.0 / 100).expect("a small sum"),
        score: scheme.score.to_string().parse().expect("a whole number"),
    };
    schemes.iter().map(told).collect()
}

#[test]
fn schemes_are_listed_and_worked_out_alike() {
    for_plans_with_choices(|case, check| {
        let (plan, graph) = whole(check);
        let schemes = graph.schemes(plan);
        let mut expected = choices::schemes(&case.plan);
        let most = case.plan.settings.schemes_max.unwrap_or(100_000);
        same(case, "complete", &schemes.is_complete(), &(expected.len() <= most))?;
        // Past `schemes_max` the first of them are told.
        expected.truncate(most);
        same(case, "schemes", &told(plan, &schemes), &expected)?;
        let counts: Vec<usize> = schemes.iter().map(|scheme| scheme.objectives as usize).collect();
        let expected: Vec<usize> = expected.iter().map(|scheme| scheme.objectives.len()).collect();
        same(case, "numbers of objectives", &counts, &expected)
    });
}

#[test]
fn what_hangs_on_choices_is_judged_alike() {
    for_plans_with_choices(|case, check| {
        let (plan, graph) = whole(check);
        let hangs: BTreeMap<String, Vec<String>> = graph
            .schemes(plan)
            .hangs()
            .iter()
            .map(|hang| (name(plan, hang.result), sorted(plan, &hang.choices)))
            .collect();
        same(case, "hangs", &hangs, &choices::hangs(&case.plan))
    });
}

#[test]
fn what_falls_with_a_choice_and_something_else_together_is_judged_alike() {
    for_plans_with_choices(|case, check| {
        let (plan, graph) = whole(check);
        let world = World::new(&case.plan);
        let others = plan.names.iter().filter(|(_, thing)| {
            matches!(thing.kind, Kind::Activity | Kind::Task | Kind::Person | Kind::Donor | Kind::Assumption)
        });
        // What is done or stands in a circle cannot fail.
        let can_fail = |id: &Id| {
            let item = case.plan.item(plan.names.name(*id));
            item.is_none_or(|item| world.is_open(item) && !world.is_in_cycle(item))
        };
        let others: Vec<Id> = others.map(|(id, _)| id).filter(can_fail).collect();
        for choice in plan.choices.iter().filter(|choice| choice.chosen.is_none()) {
            for &other in &others {
                let falls = sorted(plan, &graph.falls(plan, &[choice.id, other]).falls);
                let failed = [name(plan, choice.id), name(plan, other)].into();
                let expected: Vec<String> = world.falls(&failed, Unsaid::AsWritten).into_iter().collect();
                same(case, &format!("falls with {failed:?}"), &falls, &expected)?;
                for option in &choice.options {
                    let falls = sorted(plan, &graph.falls(plan, &[option.id, other]).falls);
                    let expected = falls_without(&world, &pick(plan, option.id), &name(plan, other));
                    same(case, &format!("falls without {} and {other:?}", option.name), &falls, &expected)?;
                }
            }
        }
        Ok(())
    });
}

/// What falls when an option does not happen and something fails.
fn falls_without(world: &World, option: &Pick, failed: &str) -> Vec<String> {
    let mut closed = world.closed.clone();
    closed.insert(option.clone());
    let without = World { plan: world.plan, closed, cycles: world.cycles.clone() };
    let standing = without.standing(&[failed.to_owned()].into(), Unsaid::AsWritten);
    let before = world.standing(&[].into(), Unsaid::AsWritten);
    let fell = before.difference(&standing).filter(|id| world.plan.item(id).is_some() && *id != failed);
    fell.cloned().collect()
}

#[test]
fn findings_about_choices_are_alike() {
    for_plans_with_choices(|case, check| {
        let plan = whole(check).0;
        let mut found: Vec<choices::Found> = check
            .findings
            .iter()
            .filter(|finding| {
                let definition = strategic_choice::findings::definition(finding.name);
                definition.is_some_and(|definition| definition.family == Family::Choices)
            })
            .filter(|finding| !["broken-assumption", "open-question"].contains(&finding.name.name()))
            .map(|finding| {
                let choices = finding.fact("choices").map(|_| sorted(plan, finding.ids("choices")));
                let item = finding.subject.item(Some(plan)).map(str::to_owned);
                (finding.name.name().to_owned(), item, choices)
            })
            .collect();
        found.sort();
        same(case, "findings", &found, &choices::findings(&case.plan))
    });
}

/// That these leave nothing, and that none of them can be left out.
fn is_smallest(case: &Written, plan: &Plan, conflict: &Conflict, picked: Option<Pick>) -> TestCaseResult {
    let mut constraints: Vec<Constraint> =
        conflict.decisions.iter().map(|option| Constraint::Decision(pick(plan, *option))).collect();
    constraints.extend(conflict.exclusions.iter().map(|exclusion| {
        let (a, b) = exclusion.options;
        Constraint::Exclusion(pick(plan, a), pick(plan, b))
    }));
    for constraint in &constraints {
        let is_said = match constraint {
            Constraint::Decision(pick) => case
                .plan
                .choice(&pick.choice)
                .is_some_and(|choice| choice.chosen.as_ref() == Some(&pick.option)),
            Constraint::Exclusion(a, b) => {
                let bars = |one: &Pick, other: &Pick| crate::standing::excludes(&case.plan, one, other);
                bars(a, b) || bars(b, a)
            }
        };
        prop_assert!(is_said, "not in the plan: {constraint:?}\n{}", case.text);
    }
    let assumed: Vec<Constraint> = picked.map(Constraint::Decision).into_iter().collect();
    let possible = |without: Option<usize>| {
        let rest = constraints.iter().enumerate().filter(|(place, _)| Some(*place) != without);
        let all: Vec<Constraint> = rest.map(|(_, one)| one.clone()).chain(assumed.clone()).collect();
        choices::is_possible(&case.plan, &all)
    };
    prop_assert!(!possible(None), "these leave something: {constraints:?}\n{}", case.text);
    for place in 0..constraints.len() {
        prop_assert!(
            possible(Some(place)),
            "{:?} can be left out of {constraints:?}\n{}",
            constraints[place],
            case.text
        );
    }
    Ok(())
}

#[test]
fn what_leaves_nothing_is_as_small_as_can_be() {
    for_plans_with_choices(|case, check| {
        let (plan, graph) = whole(check);
        let is_none = crate::standing::feasible_schemes(&case.plan).is_empty();
        let conflict = graph.conflict(plan);
        same(case, "a conflict", &conflict.is_some(), &is_none)?;
        if let Some(conflict) = conflict {
            is_smallest(case, plan, &conflict, None)?;
        }
        for closed in graph.closed_options(plan) {
            is_smallest(case, plan, &closed.conflict, Some(pick(plan, closed.option)))?;
            prop_assert!(!closed.closed_by().is_empty(), "closed by nothing\n{}", case.text);
        }
        Ok(())
    });
}

#[test]
fn the_burden_of_a_scheme_is_that_of_the_plan_with_its_picks_chosen() {
    for_plans_with_choices(|case, check| {
        let (plan, graph) = whole(check);
        let schemes = graph.schemes(plan);
        for number in (0..schemes.len()).step_by(5) {
            let picks: Vec<Pick> =
                schemes.picks(number).iter().map(|(_, option)| pick(plan, *option)).collect();
            let burden = schemes.burden(number);
            same(case, "bottlenecks", &burden.bottlenecks, &choices::bottlenecks(&case.plan, &picks))?;
            same(case, "peak", &burden.peak_hours, &peak(check, &schemes.picks(number)))?;
        }
        Ok(())
    });
}

/// The heaviest week of the plan once these options are written into it.
fn peak(check: &Check, picks: &[(Id, Id)]) -> f64 {
    let plan = whole(check).0;
    let changes: Vec<Change> = picks.iter().map(|(_, option)| Change::choosing(plan, *option)).collect();
    let plan = changed(&check.source, plan, &Settings::default(), &changes)
        .expect("options can be chosen")
        .reading
        .plan;
    let plan = plan.expect("a plan");
    let graph = Graph::of(&plan);
    let load = Load::of(&plan, &graph, &Windows::of(&plan, &graph));
    load.people().iter().flat_map(PersonLoad::stretches).map(|stretch| stretch.hours).fold(0.0, f64::max)
}

#[test]
fn in_how_many_schemes_an_option_takes_part_is_counted_alike() {
    for_plans_with_choices(|case, check| {
        let (plan, graph) = whole(check);
        let schemes = graph.schemes(plan);
        if !schemes.is_complete() {
            return Ok(());
        }
        let expected = choices::schemes(&case.plan);
        for outlook in schemes.outlooks() {
            let option = pick(plan, outlook.option);
            let with: Vec<&Scheme> =
                expected.iter().filter(|scheme| scheme.picks.contains(&option)).collect();
            same(case, "takes part", &outlook.schemes, &with.len())?;
            let choice = case.plan.choice(&option.choice).expect("a choice of the plan");
            let of_option = |option: &String| {
                let has = |pick: &Pick| pick.choice == choice.id && pick.option == *option;
                expected.iter().filter(|scheme| scheme.picks.iter().any(has)).count()
            };
            let counts: Vec<usize> = choice.options.iter().map(of_option).collect();
            let keeps = counts.iter().any(|count| *count < with.len())
                && counts.iter().all(|count| *count <= with.len());
            same(case, "keeps most open", &outlook.keeps_most_open, &keeps)?;
            // The doors it closes: options that some scheme has, and none of those with it.
            let has = |scheme: &Scheme, other: &Pick| scheme.picks.contains(other);
            let others =
                case.plan.choices.iter().filter(|other| other.id != choice.id && other.chosen.is_none());
            let others = others.flat_map(|choice| {
                choice.options.iter().map(|option| Pick { choice: choice.id.clone(), option: option.clone() })
            });
            let closed: BTreeSet<Pick> = others
                .filter(|other| {
                    !with.is_empty()
                        && expected.iter().any(|scheme| has(scheme, other))
                        && !with.iter().any(|scheme| has(scheme, other))
                })
                .collect();
            let at = plan.names.find(&format!("{}.{}", option.choice, option.option)).expect("an option");
            let given: BTreeSet<Pick> = schemes.closes(at).iter().map(|option| pick(plan, *option)).collect();
            same(case, "closes", &given, &closed)?;
        }
        Ok(())
    });
}
