//! Places: of the examples, and of plans made by chance.

use super::geometry::assert_sound;
use super::plans::random;
use super::{checked, picture_of};
use proptest::prelude::*;
use std::fmt::Write as _;
use strategic_choice::draw::{Direction, Framing, Options, State, With, svg};
use strategic_choice::plan::Level;

const WAYS: [Direction; 3] = [Direction::LeftToRight, Direction::TopDown, Direction::RightToLeft];

fn example(name: &str) -> String {
    let path = format!("{}/examples/{name}.scf.yaml", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// Every combination worth looking at.
fn options() -> Vec<(String, Options)> {
    let mut all = Vec::new();
    for way in WAYS {
        for with in [&[][..], &With::ALL] {
            for in_column in [false, true] {
                let options =
                    Options { direction: Some(way), with: with.to_vec(), in_column, ..Options::default() };
                all.push((format!("{way:?} with {with:?}, in a column: {in_column}"), options));
            }
        }
    }
    all
}

#[test]
fn the_examples_are_drawn_well() {
    for name in ["first-plan", "kesharu-plains", "toramba-highlands", "sound-plan"] {
        let check = checked(&example(name));
        for (what, options) in options() {
            assert_sound(&picture_of(&check, &options), &format!("{name}, {what}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_is_drawn_well(plan in random(40)) {
        let check = checked(&plan.text);
        for (what, options) in options() {
            let picture = picture_of(&check, &options);
            assert_sound(&picture, &format!("{what}\n{}", plan.text));
            for framing in [Framing::Bare, Framing::Sheet] {
                let text = svg(&picture, framing);
                roxmltree::Document::parse(&text).unwrap();
                prop_assert_eq!(&text, &svg(&picture_of(&check, &options), framing), "not the same again");
            }
        }
    }
}

#[test]
fn the_ambition_stands_where_the_direction_says() {
    let check = checked(&example("sound-plan"));
    for way in WAYS {
        let picture = picture_of(&check, &Options { direction: Some(way), ..Options::default() });
        let of = |level: Level| picture.nodes.iter().filter(move |node| node.kind.level() == Some(level));
        let ambition = of(Level::Ambition).next().unwrap().frame;
        for task in of(Level::Task) {
            let is_right = match way {
                Direction::LeftToRight => ambition.x + ambition.width < task.frame.x,
                Direction::RightToLeft => task.frame.x + task.frame.width < ambition.x,
                Direction::TopDown => ambition.y + ambition.height < task.frame.y,
            };
            assert!(is_right, "{way:?}: {}", task.id);
        }
    }
}

#[test]
fn the_key_points_as_the_lines_do() {
    for (way, data) in [
        (Direction::LeftToRight, "M14 0L-7 0"),
        (Direction::RightToLeft, "M-14 0L7 0"),
        (Direction::TopDown, "M0 9L0 -2"),
    ] {
        let options = Options { direction: Some(way), ..Options::default() };
        let text = svg(&picture_of(&checked(&example("sound-plan")), &options), Framing::Sheet);
        assert!(text.contains(&format!("d=\"{data}\"")), "{way:?}");
    }
}

#[test]
fn a_column_is_called_by_what_stands_in_it() {
    let options = Options { with: With::ALL.to_vec(), in_column: true, ..Options::default() };
    let called = |name: &str| {
        picture_of(&checked(&example(name)), &options).bands.pop().map(|band| band.title).unwrap()
    };
    assert_eq!(called("sound-plan"), "People, Parties, Donors");
    assert_eq!(called("kesharu-plains"), "People, Parties, Donors, Choices");
}

#[test]
fn the_line_below_a_title_begins_where_the_title_does() {
    let at = |title: &str, class: &str| {
        let text = format!("title: {title}\nambition: Peace");
        let text = svg(&picture_of(&checked(&text), &Options::default()), Framing::Sheet);
        let line = text.lines().find(|line| line.contains(&format!("class=\"words {class}\""))).unwrap();
        line.split("x=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!(at("Peace", "subtitle"), "24");
    assert_eq!(at("السلام", "subtitle"), at("السلام", "title"));
    assert_ne!(at("السلام", "subtitle"), "24");
}

#[test]
fn a_plan_in_arabic_runs_from_right_to_left() {
    let way = |text: &str| picture_of(&checked(text), &Options::default()).direction;
    assert_eq!(way("language: ar\nambition: Peace"), Direction::RightToLeft);
    assert_eq!(way("language: fa-AF\nambition: Peace"), Direction::RightToLeft);
    assert_eq!(way("language: uz-Arab\nambition: Peace"), Direction::RightToLeft);
    assert_eq!(way("language: ku-Latn\nambition: السلام"), Direction::LeftToRight);
    assert_eq!(way("ambition: السلام"), Direction::RightToLeft);
    assert_eq!(way("ambition: Peace"), Direction::LeftToRight);
}

#[test]
fn a_chain_on_one_level_stands_in_columns_of_its_own() {
    let mut text = "ambition: Peace\nobjectives:\n  o0: First\n".to_owned();
    for at in 1..60 {
        let _ = writeln!(text, "  o{at}: {{title: Number {at}, supports: o{}}}", at - 1);
    }
    let picture = picture_of(&checked(&text), &Options::default());
    assert_sound(&picture, "chain");
    let mut lefts: Vec<f64> = picture.nodes.iter().map(|node| node.frame.x).collect();
    lefts.dedup();
    assert_eq!(lefts.len(), 61, "each further from the ambition than what it supports");
    assert!(lefts.is_sorted());
}

#[test]
fn a_circle_is_drawn_too() {
    let text = "ambition: Peace\nobjectives:\n  a: {title: A, supports: b}\n  b: {title: B, supports: c}\n  c: {title: C, supports: [a, ambition]}\n";
    for (what, options) in options() {
        let picture = picture_of(&checked(text), &options);
        assert_sound(&picture, &what);
        assert_eq!(picture.edges.len(), 4);
    }
}

#[test]
fn what_falls_is_grey_and_nothing_else() {
    let check = checked(&example("kesharu-plains"));
    let (plan, graph) = (check.plan.as_ref().unwrap(), check.graph.as_ref().unwrap());
    let heron = plan.names.find("heron").unwrap();
    let options =
        Options { without: vec![heron], with: vec![With::People], in_column: true, ..Options::default() };
    let picture = picture_of(&check, &options);
    let falls: Vec<&str> = graph.falls(plan, &[heron]).falls.iter().map(|&id| plan.names.name(id)).collect();
    assert!(falls.len() > 4);
    for node in &picture.nodes {
        let state = match node.id.as_str() {
            "heron" => State::Failed,
            id if falls.contains(&id) => State::Fallen,
            _ => State::Open,
        };
        assert_eq!(node.state, state, "{}", node.id);
    }
    assert!(picture.without.unwrap().contains("2 of 5 results fall"));
    assert!(picture.legend.is_empty());
}

#[test]
fn a_part_holds_what_leads_to_it() {
    let check = checked(&example("kesharu-plains"));
    let plan = check.plan.as_ref().unwrap();
    let ids = |options: &Options| -> Vec<String> {
        let picture = picture_of(&check, options);
        assert_sound(&picture, "part");
        picture.nodes.into_iter().map(|node| node.id).collect()
    };
    let under = plan.names.find("committees");
    let part = ids(&Options { under, ..Options::default() });
    assert!(
        part.contains(&"committees".to_owned()) && part.contains(&"training-committees".to_owned()),
        "{part:?}"
    );
    assert!(!part.contains(&"ambition".to_owned()) && !part.contains(&"hearing".to_owned()), "{part:?}");
    let top = ids(&Options { level: Some(Level::Goal), ..Options::default() });
    assert_eq!(top, ["ambition", "agreed-corridors", "disputes-72h", "by-law"]);
    let near = ids(&Options { under, depth: Some(0), ..Options::default() });
    assert_eq!(near, ["committees"]);
}
