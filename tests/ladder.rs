//! The ladder and the lines of sight, on plans with random links, circles among them.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use strategic_choice::check::{Check, Options, check};
use strategic_choice::graph::{Graph, Lines, Most};
use strategic_choice::plan::{Id, Plan};
use strategic_choice::report::show::{Ladder, Part, Place};
use strategic_choice::source::Source;

/// A plan of objectives, each with the numbers of those it supports; past their number, that is the ambition.
fn plan_of(links: &[Vec<usize>]) -> Check {
    let mut text = "ambition: Peace\ngoals: {g: Goal}\nobjectives:\n".to_owned();
    for (number, targets) in links.iter().enumerate() {
        let name =
            |&target: &usize| if target < links.len() { format!("o{target}") } else { "ambition".into() };
        let targets: Vec<String> = targets.iter().map(name).collect();
        // One link that leads nowhere up stands for none: an objective without any would support nothing either.
        let _ = writeln!(text, "  o{number}: {{title: O, supports: [{}]}}", targets.join(", "));
    }
    let today = "2026-11-23".parse().unwrap();
    check(Source::new("p", text), &Options::on(today))
}

fn links() -> impl Strategy<Value = Vec<Vec<usize>>> {
    (1..9_usize)
        .prop_flat_map(|count| proptest::collection::vec(proptest::collection::vec(0..=count, 0..4), count))
}

/// Links that only lead to later numbers: no circles.
fn links_without_circles() -> impl Strategy<Value = Vec<Vec<usize>>> {
    links().prop_map(|links| {
        let later = |(number, targets): (usize, Vec<usize>)| {
            targets.into_iter().filter(|&target| target > number).collect()
        };
        links.into_iter().enumerate().map(later).collect()
    })
}

fn parts(check: &Check) -> (&Plan, &Graph) {
    (check.plan.as_ref().unwrap(), check.graph.as_ref().unwrap())
}

/// Every line from here up to the ambition, one by one.
fn slowly(graph: &Graph, plan: &Plan, from: Id) -> BTreeSet<Vec<Id>> {
    let ambition = plan.items[0].id;
    let mut found = BTreeSet::new();
    let mut open = vec![vec![from]];
    while let Some(line) = open.pop() {
        let end = *line.last().unwrap();
        if end == ambition {
            found.insert(line);
            continue;
        }
        for above in graph.supports(end) {
            open.push([line.clone(), vec![above]].concat());
        }
    }
    found
}

const ALL: Most = Most { lines: usize::MAX, steps: usize::MAX };

proptest! {
    #[test]
    fn every_item_stands_in_the_ladder_once(links in links()) {
        let check = plan_of(&links);
        let (plan, graph) = parts(&check);
        let ladder = Ladder::of(plan, graph, Part::default());
        let rows = || ladder.rows.iter().chain(&ladder.astray);
        let mut told: Vec<Id> = rows().filter(|row| row.place == Place::Here).map(|row| row.id).collect();
        told.sort_unstable();
        let mut all: Vec<Id> = plan.items.iter().map(|item| item.id).collect();
        all.sort_unstable();
        prop_assert_eq!(told, all);
        for row in ladder.rows.iter().filter(|row| row.place == Place::Here) {
            prop_assert!(graph.reaches_ambition(row.id));
        }
        for row in ladder.astray.iter().filter(|row| row.place == Place::Here) {
            prop_assert!(!graph.reaches_ambition(row.id));
        }
    }

    #[test]
    fn a_row_stands_under_what_it_supports_and_mentions_tell_the_truth(links in links()) {
        let check = plan_of(&links);
        let (plan, graph) = parts(&check);
        let ladder = Ladder::of(plan, graph, Part::default());
        let rows: Vec<_> = ladder.rows.iter().chain(&ladder.astray).collect();
        let told_at = |id: Id| rows.iter().position(|row| row.id == id && row.place == Place::Here).unwrap();
        let mut above: Vec<Id> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            above.truncate(row.depth as usize);
            if let Some(&above) = above.last() {
                prop_assert!(graph.supports(row.id).any(|supported| supported == above));
            }
            match row.place {
                Place::Here => {}
                Place::Above => prop_assert!(told_at(row.id) < at),
                Place::Below => prop_assert!(told_at(row.id) > at),
                Place::Under(_) => prop_assert!(false, "nothing is hidden"),
            }
            above.push(row.id);
        }
    }

    #[test]
    fn what_is_not_shown_is_counted(links in links(), depth in 0..4_u32) {
        let check = plan_of(&links);
        let (plan, graph) = parts(&check);
        let ladder = Ladder::of(plan, graph, Part { under: None, depth: Some(depth) });
        let rows = ladder.rows.iter().chain(&ladder.astray).filter(|row| row.place == Place::Here);
        let counted: usize = rows.map(|row| 1 + row.hidden as usize).sum();
        prop_assert_eq!(counted, plan.items.len());
    }

    #[test]
    fn lines_are_all_told_and_counted(links in links_without_circles()) {
        let check = plan_of(&links);
        let (plan, graph) = parts(&check);
        for item in plan.items.iter().skip(1) {
            let lines = Lines::up_from(plan, graph, &[item.id], true, ALL);
            let slowly = slowly(graph, plan, item.id);
            prop_assert_eq!(lines.count, slowly.len() as u64);
            prop_assert_eq!(lines.first.into_iter().collect::<BTreeSet<_>>(), slowly);
        }
    }

    #[test]
    fn in_circles_a_line_is_found_where_there_is_one_and_none_turns_back(links in links()) {
        let check = plan_of(&links);
        let (plan, graph) = parts(&check);
        for item in plan.items.iter().skip(1) {
            let lines = Lines::up_from(plan, graph, &[item.id], true, ALL);
            prop_assert_eq!(lines.count > 0, graph.reaches_ambition(item.id));
            prop_assert_eq!(lines.first.len() as u64, lines.count);
            for line in &lines.first {
                prop_assert_eq!(line.iter().collect::<BTreeSet<_>>().len(), line.len());
            }
        }
    }
}
