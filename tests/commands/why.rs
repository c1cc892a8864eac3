//! `scf why`.

use super::{OF_EVERY_KIND, scf, with_plan};
use insta::assert_snapshot;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

#[test]
fn in_a_real_plan() {
    for id in ["shuttle-talks", "heron", "radio-call-ins", "order"] {
        assert_snapshot!(format!("why-{id}"), scf(&["why", "kesharu-plains.scf.yaml", id]).seen());
    }
}

#[test]
fn every_kind_of_id_has_an_answer() {
    let ids = [
        "ambition",
        "rules-kept",
        "old-quarrel",
        "rules-written",
        "ferry-shared",
        "listening",
        "drafting",
        "table",
        "printing",
        "hidden-visit",
        "loose-end",
        "cook",
        "ash",
        "river-net",
        "upper",
        "women",
        "youth",
        "mission",
        "fund",
        "way",
        "way.aloud",
        "host.school",
        "host",
        "rain",
        "flood",
        "two-go",
        "quiet",
    ];
    let answers: Vec<String> = ids
        .iter()
        .map(|id| {
            let run = with_plan(OF_EVERY_KIND, &["why", id]);
            assert_eq!(run.code, 0, "{id}: {}", run.seen());
            format!("===== scf why {id}\n{}", run.seen())
        })
        .collect();
    assert_snapshot!("why-every-kind", answers.join("\n"));
}

#[test]
fn narrow_and_wide_screens() {
    for width in [40, 120] {
        let run = with_plan(OF_EVERY_KIND, &["why", "rules-written", &format!("--width={width}")]);
        for line in run.out.lines().filter(|line| !line.contains("scf ")) {
            assert!(line.width() <= width, "{line}");
        }
    }
    assert_snapshot!("why-40", with_plan(OF_EVERY_KIND, &["why", "drafting", "--width=40"]).seen());
}

#[test]
fn json_tells_the_same() {
    let run = with_plan(OF_EVERY_KIND, &["why", "drafting", "--format=json"]);
    let why: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(why["lines_count"], 2);
    assert_eq!(why["lines"][0], serde_json::json!(["drafting", "rules-written", "rules-kept", "ambition"]));
    assert_eq!((why["item"].as_str(), why["kind"].as_str()), (Some("drafting"), Some("activity")));
    let needs: Vec<_> =
        why["stands_on"].as_array().unwrap().iter().map(|on| on["need"].as_str().unwrap()).collect();
    assert_eq!(needs, ["support", "who", "money", "party", "access", "lead", "depends_on"]);
    assert_eq!(why["stands_on"][1]["members"], serde_json::json!(["ash", "elm"]));
    assert_eq!(why["stands_on"][4]["of"], "upper");
    assert!(why["falls"].is_array() && why["loss"].is_array());
    for count in ["falls_count", "loss_count"] {
        assert!(why[count].is_u64(), "{count}");
    }
    let hidden = with_plan(OF_EVERY_KIND, &["why", "hidden-visit", "--format=json"]).out;
    assert!(!hidden.contains("quiet visit") && !hidden.contains("He asked"), "{hidden}");
}

#[test]
fn an_id_that_is_not_there_is_answered_with_the_nearest() {
    let run = scf(&["why", "kesharu-plains.scf.yaml", "hern"]);
    assert_snapshot!(run.seen(), @r"
    --- standard error
    There is no “hern” in this plan. Near to it:
      heron  HERON, imam on the farmers' side, leads the group
    All ids are in:  scf show kesharu-plains.scf.yaml --table
    --- exit code 2
    ");
    let by_title = with_plan(OF_EVERY_KIND, &["why", "Drafting the rules"]);
    assert!(by_title.err.contains("  drafting  "), "{}", by_title.err);
    let without_id = scf(&["why", "first-plan.scf.yaml"]);
    assert_eq!(without_id.code, 2);
    assert!(without_id.err.contains("scf show first-plan.scf.yaml --table"), "{}", without_id.err);
    assert_eq!(scf(&["show", "first-plan.scf.yaml", "--table"]).code, 0);
}

#[test]
fn an_incomplete_plan_is_not_answered_for() {
    let plan =
        "ambition: Peace.\nobjectives:\n  one: {title: One., because: Yes, supports: to}\n  two: Two.\n";
    let run = with_plan(plan, &["why", "one"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("p.scf.yaml:3:"), "{}", run.err);
}

#[test]
fn lines_are_never_told_by_the_thousand() {
    let mut plan = "ambition: Peace\nobjectives:\n  x0: First\n".to_owned();
    for i in 1..=60 {
        let below = i - 1;
        let _ = writeln!(plan, "  l{i}: {{title: Left {i}, supports: x{below}}}");
        let _ = writeln!(plan, "  r{i}: {{title: Right {i}, supports: x{below}}}");
        let _ = writeln!(plan, "  x{i}: {{title: Joined {i}, supports: [l{i}, r{i}]}}");
    }
    let run = with_plan(&plan, &["why", "x60"]);
    assert!(run.out.contains("a million lines or more"), "{}", run.out);
    assert!(run.out.lines().count() < 500);
    let json = with_plan(&plan, &["why", "x60", "--format=json"]).out;
    let why: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(why["lines_count"], 1_000_000);
    assert!(why["lines"].as_array().unwrap().len() <= 100);
    let run = with_plan(&plan, &["why", "x3"]);
    assert!(run.out.contains("  8. ") && !run.out.contains("  9. "), "{}", run.out);
}
