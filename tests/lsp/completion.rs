//! What is offered while somebody writes.

use crate::client::{Editor, URI};

const PLAN: &str = "\
ambition: Peace
goals: {calm: Calm, quiet: Quiet}
objectives:
  escort:
    title: Escort
    supports: calm
    tags: []
    activities:
      visits:
        title: Visits
        who: heron
        tasks:
          walk: {title: Walk, hours: 3}
people:
  heron: {title: Imam, deputy: teal}
  teal: Teacher
parties: {west: {access: {heron: trusted}}}
constituencies: {elders: Elders}
donors: {alder: Fund}
organisations: {net: Network}
choices:
  order:
    options: {pact: P, map: M}
    criteria: {peace: 2}
  chair: {question: Q, options: {a: A}}
assumptions: {rain: Rain}
";

/// What is offered at the mark, once this is written.
fn offered(old: &str, marked: &str) -> Vec<String> {
    let mut editor = Editor::of(PLAN);
    editor.findings(URI);
    if !old.is_empty() {
        editor.change(old, &marked.replacen('|', "", 1));
    }
    let offered = editor.offered(marked);
    assert_eq!(editor.end(), (0, String::new()));
    offered
}

#[test]
fn ids_of_the_right_kind() {
    let cases: [(&str, &str, &[&str]); 17] = [
        ("who: heron", "who: |", &["heron", "teal"]),
        ("who: heron", "who: te|", &["heron", "teal"]),
        ("who: heron", "who: \"te|\"", &["heron", "teal"]),
        ("who: heron", "team: [teal, |]", &["heron"]),
        ("who: heron", "team:\n        - teal\n        - |", &["heron"]),
        ("who: heron", "with: [|]", &["west", "elders"]),
        ("who: heron", "funded_by: {|: 3}", &["alder"]),
        ("who: heron", "funded_by:\n          |", &["alder"]),
        ("who: heron", "lead: |", &["net"]),
        ("who: heron", "assumes: |", &["rain"]),
        ("who: heron", "only_if: |", &["order.pact", "order.map", "chair.a"]),
        ("who: heron", "only_if: order.m|", &["order.pact", "order.map", "chair.a"]),
        ("who: heron", "depends_on: |", &["escort", "walk"]),
        ("supports: calm", "supports: [calm, |]", &["ambition", "quiet"]),
        ("deputy: teal", "side: |", &["west"]),
        ("criteria: {peace: 2}", "chosen: |", &["pact", "map"]),
        ("criteria: {peace: 2}", "excludes: {map: [|]}", &["chair.a"]),
    ];
    for (old, marked, expected) in cases {
        assert_eq!(offered(old, marked), expected, "{marked}");
    }
}

#[test]
fn keys_that_may_stand_here_and_do_not_yet() {
    let keys = offered("    tags: []\n", "    st|\n    tags: []\n");
    for key in ["start", "status", "signs", "because", "depends_on"] {
        assert!(keys.contains(&key.to_owned()), "{key}: {keys:?}");
    }
    for key in ["title", "supports", "tags", "activities", "hours", "who", "deputy", "ambition"] {
        assert!(!keys.contains(&key.to_owned()), "{key}: {keys:?}");
    }
    assert!(offered("teal: Teacher", "teal: {title: T, |}").contains(&"hours_per_week".to_owned()));
    assert!(offered("assumptions:", "|\nassumptions:").contains(&"lessons".to_owned()));
    assert_eq!(offered("tags: []", "signs: {s: {measure: m, |}}"), ["baseline", "target", "value", "source"]);
    assert!(
        offered("assumptions:", "accepted:\n- {finding: orphan, |}\nassumptions:")
            .contains(&"until".to_owned())
    );
    assert_eq!(offered("assumptions:", "set_up:\n  |\nassumptions:"), ["form", "host", "decision_rule"]);
    // An entry of a list can have an id, and a title that nobody can guess.
    assert!(offered("assumptions:", "lessons:\n- ti|\nassumptions:").contains(&"title".to_owned()));
}

#[test]
fn levels_are_offered_only_where_they_do_not_stand_upside_down() {
    const LEVELS: [&str; 4] = ["goals", "objectives", "activities", "tasks"];
    for (holder, below) in [
        ("ambition", &LEVELS[..]),
        ("goals", &LEVELS[1..]),
        ("objectives", &LEVELS[2..]),
        ("activities", &LEVELS[3..]),
        ("tasks", &[]),
    ] {
        let marked = match holder {
            "ambition" => "ambition: {title: A, |}\n".to_owned(),
            _ => format!("ambition: A\n{holder}: {{x: {{title: X, |}}}}\n"),
        };
        let mut editor = Editor::of(&marked.replacen('|', "", 1));
        let offered = editor.offered(&marked);
        let levels: Vec<&str> =
            LEVELS.into_iter().filter(|level| offered.iter().any(|key| key == level)).collect();
        assert_eq!(levels, below, "{holder}");
        assert_eq!(editor.end(), (0, String::new()));
    }
}

#[test]
fn an_entry_of_a_list_may_have_an_id() {
    for (marked, may) in [
        ("lessons:\n- title: L\n  |\nassumptions:", true),
        ("lessons: [{title: L, |}]\nassumptions:", true),
        ("lessons: [{title: L, id: l, |}]\nassumptions:", false),
        ("lessons: {l: {title: L, |}}\nassumptions:", false),
        ("accepted: [{finding: orphan, |}]\nassumptions:", false),
    ] {
        assert_eq!(offered("assumptions:", marked).contains(&"id".to_owned()), may, "{marked}");
    }
}

#[test]
fn words_of_a_list() {
    let cases: [(&str, &str, &[&str]); 9] = [
        ("who: heron", "status: |", &["planned", "active", "done", "dropped"]),
        ("who: heron", "track: |", &["1", "1.5", "2", "3"]),
        ("who: heron", "with: {elders: |}", &["inform", "consult", "take-part", "decide"]),
        ("who: heron", "with: {west: |}", &["contact"]),
        ("deputy: teal", "insider: |", &["yes", "no"]),
        ("heron: trusted", "heron: t|", &["trusted", "working", "strained"]),
        ("rain: Rain", "rain: {title: R, holds: |}", &["yes", "no", "unknown"]),
        (
            "assumptions:",
            "labels: {|}\nassumptions:",
            &["ambition", "goals", "objectives", "activities", "tasks"],
        ),
        ("pact: P,", "pact: {scores: {|}},", &["peace"]),
    ];
    for (old, marked, expected) in cases {
        assert_eq!(offered(old, marked), expected, "{marked}");
    }
    for marked in [
        "accepted: [{finding: |}]\nassumptions:",
        "settings:\n  severity:\n    |\nassumptions:",
        "lessons: {a: {about: [|]}}\nassumptions:",
        "# scf: accept[|\nassumptions:",
    ] {
        let names = offered("assumptions:", marked);
        assert!(names.contains(&"orphan".to_owned()), "{marked}");
        assert!(!names.contains(&"invalid".to_owned()), "{marked}");
    }
}

#[test]
fn nothing_where_anybody_writes_what_they_like() {
    for (old, marked) in [
        ("title: Escort", "title: Es|"),
        ("tags: []", "tags: [|]"),
        ("teal: Teacher", "tea|: Teacher"),
        ("hours: 3", "hours: |"),
        ("assumptions:", "# a comm|\nassumptions:"),
    ] {
        assert_eq!(offered(old, marked), [] as [&str; 0], "{marked}");
    }
}

#[test]
fn a_text_that_is_broken_somewhere_else_or_right_here() {
    let mut editor = Editor::of(PLAN);
    editor.findings(URI);
    editor.change("constituencies: {elders", "constituencies: [elders");
    editor.change("who: heron", "who: h");
    assert_eq!(editor.offered("who: h|"), ["heron", "teal"]);
    editor.change("who: h\n", "w\n");
    assert!(editor.offered("        w|\n").contains(&"who".to_owned()));
    editor.change("        w\n", "        team: [teal, \n");
    assert_eq!(editor.offered("team: [teal, |"), ["heron"]);
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn what_is_taken_stands_in_the_place_of_the_word() {
    let mut editor = Editor::of(PLAN);
    editor.change("who: heron", "who: te");
    let params = editor.at("who: t|e");
    let list = editor.ask("textDocument/completion", params);
    let item = &list["items"][1];
    assert_eq!((item["label"].as_str(), item["detail"].as_str()), (Some("teal"), Some("Teacher")));
    let edit = serde_json::json!({"changes": {URI: [item["textEdit"]]}});
    assert!(editor.with_edit(URI, &edit).contains("        who: teal\n"));
    editor.change("who: te", "wh");
    let params = editor.at("        wh|\n");
    let list = editor.ask("textDocument/completion", params);
    let items = list["items"].as_array().unwrap();
    let who = items.iter().find(|item| item["label"] == "who").unwrap();
    assert_eq!(who["textEdit"]["newText"], "who: ");
    assert_eq!(editor.end(), (0, String::new()));
}

#[test]
fn a_plan_of_thousands_is_offered_in_parts() {
    let people: Vec<String> =
        (0..3000).map(|number| format!("  p{number}: {{title: Person {number}}}\n")).collect();
    let people = people.concat();
    let mut editor =
        Editor::of(&format!("ambition: A\ntasks: {{t: {{title: T, who: p29}}}}\npeople:\n{people}"));
    let params = editor.at("who: p29|");
    let list = editor.ask("textDocument/completion", params);
    assert_eq!(list["isIncomplete"], true);
    let labels: Vec<_> =
        list["items"].as_array().unwrap().iter().map(|item| item["label"].as_str().unwrap()).collect();
    // p29, p290 to p299, p2900 to p2999.
    assert_eq!(labels.len(), 111, "{labels:?}");
    assert_eq!(editor.end(), (0, String::new()));
}
