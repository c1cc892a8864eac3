//! Cases told one by one. Random plans against a second answer are in `tests/oracle/schemes.rs`.

use crate::check::load;
use crate::graph::{Conflict, Graph, clashes};
use crate::plan::{Id, Plan};
use crate::source::Source;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

fn read(text: &str) -> Plan {
    let reading = load(&Source::new("p", format!("ambition: Peace in the valley\n{text}")));
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    reading.plan.unwrap()
}

fn names(plan: &Plan, ids: &[Id]) -> Vec<String> {
    ids.iter().map(|id| plan.names.name(*id).to_owned()).collect()
}

fn said(plan: &Plan, conflict: &Conflict) -> Vec<String> {
    let decisions = names(plan, &conflict.decisions).into_iter();
    let pair = |(a, b): (Id, Id)| format!("{} x {}", plan.names.name(a), plan.names.name(b));
    decisions.chain(conflict.exclusions.iter().map(|exclusion| pair(exclusion.options))).collect()
}

/// Choices with the options `a`, `b`, `c`.
fn choices(count: usize, excludes: impl Fn(usize) -> String) -> String {
    let mut text = String::from("choices:\n");
    for choice in 0..count {
        let excludes = excludes(choice);
        write!(text, "  c{choice}:\n    options: {{a: A, b: B, c: C}}\n    excludes: {{{excludes}}}\n")
            .unwrap();
    }
    text
}

#[test]
fn without_choices_there_is_one_scheme_without_picks() {
    let plan = read("activities: {visit: {title: Visit, cost: 7.50}}\n");
    let graph = Graph::of(&plan);
    let schemes = graph.schemes(&plan);
    let all: Vec<_> = schemes.iter().collect();
    assert_eq!((all.len(), schemes.is_complete()), (1, true));
    assert!(all[0].picks.is_empty());
    assert_eq!((all[0].objectives, all[0].cost.to_string().as_str(), all[0].score), (1, "7.50", 0.0));
}

#[test]
fn schemes_come_in_the_order_of_the_text() {
    // The first and the last are tied together, and the one between them is not.
    let plan =
        read(&choices(3, |choice| if choice == 2 { "a: c0.a, c: c0.b".into() } else { String::new() }));
    let graph = Graph::of(&plan);
    let schemes = graph.schemes(&plan);
    let picks = |number| {
        let picks = schemes.picks(number).into_iter().map(|(_, option)| plan.names.name(option));
        picks.map(|option| option.split_once('.').unwrap().1).collect::<String>()
    };
    let listed: Vec<String> = (0..schemes.len()).map(picks).collect();
    assert_eq!(listed.len(), 21);
    assert_eq!(listed[..5], ["aab", "aac", "abb", "abc", "acb"]);
    assert!(listed.is_sorted());
}

#[test]
fn a_score_has_no_more_digits_than_people_write() {
    let plan = read(
        "choices:\n  order:\n    criteria: {peace: 0.1, speed: 3}\n    options:\n      \
         map: {title: Map, scores: {peace: 3, speed: 0.1}}\n      pact: Pact\n",
    );
    let graph = Graph::of(&plan);
    let scores: Vec<f64> = graph.schemes(&plan).iter().map(|scheme| scheme.score).collect();
    assert_eq!(scores.iter().map(f64::to_string).collect::<Vec<_>>(), ["0.6", "0"]);
}

#[test]
fn what_clashes_is_told_with_both_picks_and_the_place() {
    let plan = read(
        "choices:\n  order: {options: {map: Map, pact: Pact}, chosen: map}\n  \
         chair: {options: {elders: Elders, rangers: Rangers}, chosen: rangers, excludes: {rangers: order.map}}\n",
    );
    let clashes = clashes(&plan);
    assert_eq!(clashes.len(), 1);
    let ids = [clashes[0].later, clashes[0].option, clashes[0].earlier, clashes[0].earlier_option];
    assert_eq!(names(&plan, &ids), ["chair", "chair.rangers", "order", "order.map"]);
    assert_eq!(plan.names.name(plan.option_id(clashes[0].exclusion.written)), "order.map");
}

#[test]
fn an_option_is_closed_by_what_leaves_no_way_open_with_it() {
    // With c0.a nothing but c1.c is left, and with that nothing of c2.
    let plan = read(&choices(3, |choice| match choice {
        0 => "a: [c1.a, c1.b]".into(),
        1 => "c: [c2.a, c2.b, c2.c]".into(),
        _ => String::new(),
    }));
    let graph = Graph::of(&plan);
    let closed = graph.closed_options(&plan);
    let told: Vec<_> = closed.iter().map(|closed| names(&plan, &[closed.option, closed.choice])).collect();
    assert_eq!(told, [["c0.a", "c0"], ["c1.c", "c1"]]);
    assert_eq!(
        said(&plan, &closed[0].conflict),
        ["c0.a x c1.a", "c0.a x c1.b", "c1.c x c2.a", "c1.c x c2.b", "c1.c x c2.c"]
    );
    assert_eq!(names(&plan, &closed[0].closed_by()), ["c1.a", "c1.b"]);
    assert_eq!(names(&plan, &closed[1].closed_by()), ["c2.a", "c2.b", "c2.c"]);
}

#[test]
fn choices_that_leave_nothing_are_found_among_many_that_do() {
    // Three to the power of thirty schemes, were it not for the last two.
    let plan = read(&choices(32, |choice| {
        if choice == 31 {
            "a: [c30.a, c30.b, c30.c], b: [c30.a, c30.b, c30.c], c: [c30.a, c30.b, c30.c]".into()
        } else {
            String::new()
        }
    }));
    let graph = Graph::of(&plan);
    let conflict = graph.conflict(&plan).unwrap();
    assert_eq!(names(&plan, &conflict.choices(&plan)), ["c30", "c31"]);
    assert_eq!((conflict.decisions.len(), conflict.exclusions.len()), (0, 9));
    assert!(graph.schemes(&plan).is_empty());
    assert!(graph.knows_all_schemes());
}

#[test]
fn past_the_most_schemes_the_first_are_told_and_nothing_is_said_to_hang() {
    let items = "objectives: {o: Peace}\nactivities: {talk: {title: Talk, only_if: c0.a}}\nsettings: {schemes_max: 10}\n";
    let plan = read(&format!(
        "{items}{}",
        choices(40, |choice| if choice == 1 { "a: [c0.a, c0.b, c0.c]".into() } else { String::new() })
    ));
    let graph = Graph::of(&plan);
    let schemes = graph.schemes(&plan);
    assert_eq!((schemes.len(), schemes.is_complete()), (10, false));
    assert_eq!((schemes.hangs().len(), graph.closed_options(&plan).len()), (0, 0));
    let last: Vec<_> =
        schemes.picks(9).into_iter().skip(37).map(|(_, option)| plan.names.name(option)).collect();
    assert_eq!(last, ["c37.b", "c38.a", "c39.a"]);
}

#[test]
fn a_search_that_leads_nowhere_is_given_up() {
    // Twelve choices with eleven options each, all of which must be different.
    let mut text = String::from("choices:\n");
    for choice in 0..12 {
        let options: Vec<String> = (0..11).map(|option| format!("o{option}: O")).collect();
        writeln!(text, "  c{choice}:\n    options: {{{}}}\n    excludes:", options.join(", ")).unwrap();
        for option in 0..11 {
            let others: Vec<String> = (0..choice).map(|other| format!("c{other}.o{option}")).collect();
            writeln!(text, "      o{option}: [{}]", others.join(", ")).unwrap();
        }
    }
    let plan = read(&text);
    let began = Instant::now();
    let graph = Graph::of(&plan);
    let schemes = graph.schemes(&plan);
    assert_eq!((schemes.len(), schemes.is_complete()), (0, false));
    assert_eq!(graph.conflict(&plan), None);
    assert!(began.elapsed() < Duration::from_secs(60));
}

#[test]
fn the_option_that_keeps_most_doors_open_is_told() {
    let plan = read(&choices(
        3,
        |choice| if choice == 0 { "a: [c1.a, c2.a], b: c1.a".into() } else { String::new() },
    ));
    let graph = Graph::of(&plan);
    let schemes = graph.schemes(&plan);
    let outlooks = schemes.outlooks();
    let told: Vec<_> = outlooks.iter().map(|outlook| (outlook.schemes, outlook.keeps_most_open)).collect();
    assert_eq!(told[..3], [(4, false), (6, false), (9, true)]);
    assert_eq!(names(&plan, &schemes.closes(outlooks[0].option)), ["c1.a", "c2.a"]);
    assert_eq!(schemes.with(&[outlooks[0].option]).len(), 4);
}

#[test]
fn the_best_are_those_that_no_other_is_better_than() {
    let plan = read(
        "objectives: {peace: Peace}\nactivities:\n  talk: {title: Talk, cost: 100, only_if: way.talk}\n  \
         walk: {title: Walk, cost: 300, only_if: way.walk}\n  ride: {title: Ride, cost: 300, only_if: way.ride}\n\
         choices:\n  way:\n    criteria: {speed: 1}\n    options:\n      \
         talk: {title: Talk, scores: {speed: 1}}\n      walk: {title: Walk, scores: {speed: 1}}\n      \
         ride: {title: Ride, scores: {speed: 5}}\n      nothing: Nothing\n",
    );
    let graph = Graph::of(&plan);
    let best = graph.schemes(&plan).best();
    assert_eq!((best.schemes, best.is_by_burden), (vec![0, 2, 3], true));
}
