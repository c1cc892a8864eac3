//! `scf inclusion`.

use super::cooperation::{assert_names_nobody, plan_of};
use super::{examples, scf, with_plan};
use insta::assert_snapshot;
use serde_json::{Value, json};
use std::fmt::Write as _;
use strategic_choice::graph::Graph;
use strategic_choice::report::inclusion::Inclusion;

const FORMATS: [&str; 5] = ["text", "json", "yaml", "csv", "markdown"];

/// Every degree, every part of the process, people with whom nothing is, and for whom two parties speak.
const PLAN: &str = "\
ambition: Peace.
activities:
  map: {title: Map, kind: analysis, status: done, with: {women: consult, youth: inform}}
  ask: {title: Ask, kind: analysis, with: [youth]}
  visit: {title: Visit, kind: outreach, with: {women: inform}}
  train: {title: Train, kind: training, with: {women: decide, youth: take-part}}
  gone: {title: Gone, kind: agreement, status: dropped, with: {women: decide}}
  sign: {title: Sign, kind: agreement, with: upper}
  guard: {title: Guard, with: {youth: consult}, tasks: {walk: {title: Walk, kind: follow-up, with: [women]}}}
people: {ash: Ash}
parties: {upper: {title: The upper bank, represents: [camps, youth]}, lower: {title: The lower bank, represents: camps}}
constituencies: {women: The women, youth: The young, camps: The camps, old: The old}
";

fn json_of(text: &str) -> Value {
    let run = with_plan(text, &["inclusion", "--format=json"]);
    assert_eq!(run.code, 0, "{}", run.seen());
    serde_json::from_str(&run.out).unwrap()
}

#[test]
fn in_a_real_plan() {
    for (name, plan) in [("toramba", "toramba-highlands.scf.yaml"), ("kesharu", "kesharu-plains.scf.yaml")] {
        assert_snapshot!(format!("inclusion-{name}"), scf(&["inclusion", plan]).seen());
        assert_snapshot!(format!("inclusion-{name}-50"), scf(&["inclusion", plan, "--width=50"]).seen());
    }
    let page = scf(&["inclusion", "kesharu-plains.scf.yaml", "--format=markdown"]);
    assert_snapshot!("inclusion-markdown", page.seen());
    assert_snapshot!("inclusion-csv", scf(&["inclusion", "kesharu-plains.scf.yaml", "--format=csv"]).seen());
}

#[test]
fn every_degree_and_part_of_the_process() {
    assert_snapshot!("inclusion-all", with_plan(PLAN, &["inclusion"]).seen());
}

#[test]
fn json_tells_the_furthest_degree() {
    let json = json_of(PLAN);
    let rows = json["constituencies"].as_array().unwrap();
    let names: Vec<_> = rows.iter().map(|row| row["constituency"].as_str().unwrap()).collect();
    assert_eq!(names, ["women", "youth", "camps", "old"], "each once");
    let (women, youth, camps) = (&rows[0], &rows[1], &rows[2]);
    assert_eq!(women["analysis"], json!({"degree": "consult", "open": 0, "done": 1}));
    assert_eq!(women["talks"], json!({"degree": "decide", "open": 2, "done": 0}));
    assert_eq!(women["agreement"], Value::Null, "what is dropped does not count");
    assert_eq!(women["follow_up"], json!({"degree": "unsaid", "open": 1, "done": 0}));
    assert_eq!(youth["analysis"], json!({"degree": "inform", "open": 1, "done": 1}));
    assert_eq!(youth["other"], json!({"degree": "consult", "open": 1, "done": 0}), "no kind is written");
    assert_eq!((&camps["engaged"], &camps["spoken_for_by"]), (&json!(false), &json!(["upper", "lower"])));
    assert_eq!(json["without_them"], json!(["agreement"]));
}

#[test]
fn nobody_is_named() {
    for name in ["toramba-highlands.scf.yaml", "kesharu-plains.scf.yaml", "sound-plan.scf.yaml"] {
        let plan = plan_of(&std::fs::read_to_string(examples().join(name)).unwrap());
        for format in FORMATS {
            let run = scf(&["inclusion", name, "--format", format]);
            assert_eq!(run.code, 0, "{}", run.seen());
            assert_names_nobody(&plan, &run.out);
        }
    }
    let named = PLAN.replace("The camps", "The camps of Ash").replace("The upper bank", "Ash and his sons");
    for format in FORMATS {
        let out = with_plan(&named, &["inclusion", "--format", format]).out;
        assert!(!out.contains("Ash") && out.contains("The camps of (somebody)"), "{out}");
    }
}

#[test]
fn who_does_the_work_changes_no_word() {
    let other = PLAN
        .replace("kind: outreach,", "kind: outreach, who: ash,")
        .replace("represents: camps}", "represents: camps, access: {ash: trusted}}");
    for format in FORMATS {
        let words = ["inclusion", "--format", format];
        assert_eq!(with_plan(&other, &words).out, with_plan(PLAN, &words).out);
    }
}

#[test]
fn a_plan_without_constituencies() {
    assert_snapshot!(with_plan("ambition: Peace.\n", &["inclusion"]).seen(), @r"
    p
    Whom is the work with, and how far do they have a say?

    No constituency is named in this plan yet: no group of people whom the conflict
    concerns. Whose life does it change, and who asks them?
    ");
    let run = with_plan("ambition: Peace.\n", &["inclusion", "--format=markdown"]);
    assert!(run.code == 0 && run.out.contains("No constituency is named"), "{}", run.seen());
}

#[test]
fn an_incomplete_plan_is_refused() {
    let run = with_plan("ambition: Peace.\ngaols: {a: A}\n", &["inclusion"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.seen());
    assert!(run.err.contains("goals"), "{}", run.err);
}

#[test]
fn titles_above_include_are_not_told() {
    let text = "ambition: Peace.\nparties: {p: {title: The hidden band, sensitivity: core, represents: c}}\n\
                constituencies: {c: {title: The hidden village, sensitivity: core}}\n";
    for format in ["json", "csv", "markdown"] {
        let out = with_plan(text, &["inclusion", "--format", format]).out;
        assert!(out.contains("(core item)") && !out.contains("hidden"), "{out}");
    }
    let out = with_plan(text, &["inclusion"]).out;
    assert!(out.contains("The hidden village"), "on the own screen all is told: {out}");
}

#[test]
fn hostile_titles_are_only_titles() {
    let text = "ambition: Peace.\ntitle: \"<b>x\\e[2J\"\nconstituencies: {c: \"=1+1|\\u202e<i>\\e[2J\", d: \"{ $x }\"}\n";
    for format in FORMATS {
        let out = with_plan(text, &["inclusion", "--format", format]).out;
        assert!(!out.contains(['\u{1b}', '\u{202e}']), "{out:?}");
    }
    let page = with_plan(text, &["inclusion", "--format=markdown"]).out;
    assert!(!page.contains("<b>") && !page.contains("<i>") && page.contains(r"=1+1\|"), "{page}");
    let csv = with_plan(text, &["inclusion", "--format=csv"]).out;
    assert!(csv.contains("'=1+1"), "{csv}");
}

/// 100,000 items that are all with the same people, and as many other people.
#[test]
fn a_very_large_plan() {
    let mut text = "ambition: Peace.\nconstituencies:\n  all: All\n".to_owned();
    for number in 0..20_000 {
        let _ = writeln!(text, "  c{number}: C");
    }
    text += "activities:\n";
    for number in 0..100_000 {
        let _ = writeln!(text, "  a{number}: {{title: T, kind: talks, with: [all, c{}]}}", number % 20_000);
    }
    let plan = plan_of(&text);
    let graph = Graph::of(&plan);
    let before = std::time::Instant::now();
    let inclusion = Inclusion::of(&plan, &graph);
    assert_eq!((inclusion.rows.len(), inclusion.rows[0].parts[1].open), (20_001, 100_000));
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
}
