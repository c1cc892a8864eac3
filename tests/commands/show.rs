//! `scf show`.

use super::{OF_EVERY_KIND, scf, with_plan};
use insta::assert_snapshot;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

#[test]
fn a_whole_plan() {
    assert_snapshot!("show-kesharu", scf(&["show", "kesharu-plains.scf.yaml"]).seen());
    assert_snapshot!("show-first-plan", scf(&["show", "first-plan.scf.yaml"]).seen());
}

#[test]
fn a_part_of_a_plan() {
    let words = ["show", "kesharu-plains.scf.yaml", "--under=committees", "--depth=1"];
    assert_snapshot!("show-under", scf(&words).seen());
}

#[test]
fn what_is_done_dropped_or_under_a_choice_can_be_seen() {
    assert_snapshot!("show-states", with_plan(OF_EVERY_KIND, &["show"]).seen());
    assert_snapshot!("show-states-120", with_plan(OF_EVERY_KIND, &["show", "--width=120"]).seen());
    assert_snapshot!("show-states-40", with_plan(OF_EVERY_KIND, &["show", "--width=40"]).seen());
}

#[test]
fn a_table() {
    assert_snapshot!("show-table-80", with_plan(OF_EVERY_KIND, &["show", "--table"]).seen());
    assert_snapshot!("show-table-140", with_plan(OF_EVERY_KIND, &["show", "--table", "--width=140"]).seen());
}

#[test]
fn json_is_flat_and_in_the_order_of_the_tree() {
    let run = with_plan(OF_EVERY_KIND, &["show", "--format=json"]);
    let shown: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let ids: Vec<_> =
        shown["items"].as_array().unwrap().iter().map(|item| item["item"].as_str().unwrap()).collect();
    assert_eq!(ids[..3], ["ambition", "rules-kept", "rules-written"]);
    assert_eq!(ids.last(), Some(&"cook"));
    let item = |id: &str| shown["items"].as_array().unwrap().iter().find(|item| item["item"] == id).unwrap();
    assert_eq!(item("rules-written")["supports"], serde_json::json!(["rules-kept", "old-quarrel"]));
    assert_eq!(item("listening")["presence"], "done");
    assert_eq!(item("ferry-shared")["presence"], "absent");
    assert_eq!(item("printing")["only_if"], "way.print");
    assert_eq!(item("loose-end")["reaches_ambition"], false);
    let found = item("loose-end")["findings"].as_array().unwrap();
    assert!(found.iter().any(|found| found["finding"] == "orphan"));
    assert_eq!(item("table")["nested_in"], "drafting");
    assert_eq!(item("hidden-visit")["title"], "(core item)");
    for (field, value) in
        [("format", "1"), ("command", "\"show\""), ("path", "\"p.scf.yaml\""), ("complete", "true")]
    {
        assert_eq!(shown[field].to_string(), value);
    }
    let all = with_plan(OF_EVERY_KIND, &["show", "--format=json", "--include=core"]).out;
    assert!(all.contains("A quiet visit"));
}

#[test]
fn core_titles_are_told_to_people_unless_they_ask_for_less() {
    assert!(with_plan(OF_EVERY_KIND, &["show"]).out.contains("A quiet visit"));
    for words in [&["show", "--include=team"][..], &["show", "--include=team", "--table"]] {
        let run = with_plan(OF_EVERY_KIND, words);
        assert!(run.out.contains("(core item)") && !run.out.contains("A quiet visit"), "{}", run.out);
    }
}

#[test]
fn an_incomplete_plan_is_shown_as_far_as_it_could_be_read() {
    let plan = "ambition: Peace.\nobjectives:\n  one: {title: One., suports: two}\nactivities:\n  work: {title: Work, supports: non}\n";
    let run = with_plan(plan, &["show"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("One."), "{}", run.out);
    assert!(run.err.contains("2 places in the text could not be read"), "{}", run.err);
    let run = with_plan("goals: [", &["show"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""));
    assert!(run.err.contains("cannot be read as a plan"), "{}", run.err);
}

#[test]
fn what_cannot_be_the_top_is_named() {
    assert_snapshot!(with_plan(OF_EVERY_KIND, &["show", "--under=ash"]).seen(), @r"
    --- standard error
    “Ash” (ash) is not on the ladder from the ambition to the tasks. Try: scf why p.scf.yaml ash
    --- exit code 2
    ");
    assert_snapshot!(with_plan(OF_EVERY_KIND, &["show", "--under=draftin"]).seen(), @r"
    --- standard error
    There is no “draftin” in this plan. Near to it:
      drafting  Drafting the rules together
    All ids are in:  scf show p.scf.yaml --table
    --- exit code 2
    ");
}

#[test]
fn circles_end() {
    let plan = "\
ambition: Peace
objectives:
  a: {title: A, supports: b}
  b: {title: B, supports: [a, ambition]}
  c: {title: C, supports: d}
  d: {title: D, supports: c}
  e: {title: E, supports: c}
  self: {title: Self, supports: self}
";
    assert_snapshot!("show-circles", with_plan(plan, &["show"]).seen());
    assert_snapshot!("show-under-circle", with_plan(plan, &["show", "--under=d"]).seen());
}

#[test]
fn no_title_can_leave_its_line_or_turn_it_around() {
    let plan = "\
ambition: \"Peace \\u001b[2J\\u202e and \\a bells\\nand a second line\"
goals:
  arabic: \"القرى تتفق على الحراسة في أيام السوق وفي كل يوم آخر من أيام السنة كلها\"
  wide: \"道路の市場が再び安全に使えるようになり人々が恐れずに歩けるようになることを願っています\"
  long-word: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesverabschiedungsfeier
  an-id-that-is-longer-than-any-title-and-still-within-the-limit-x: Short
";
    for width in [40, 80, 120] {
        for table in [&[][..], &["--table"]] {
            let width_word = format!("--width={width}");
            let words = [&["show", &width_word, "--color=never"], table].concat();
            let out = with_plan(plan, &words).out;
            assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{out}");
            assert!(out.contains("\\u{202e}"), "{out}");
            for line in out.lines().filter(|line| !line.contains("an-id-that") && !line.contains("scf ")) {
                assert!(line.width() <= width, "{} columns: {line}", line.width());
            }
        }
    }
    assert_snapshot!("show-hostile", with_plan(plan, &["show"]).seen());
}

#[test]
fn colour_adds_nothing_but_colour() {
    let plain = with_plan(OF_EVERY_KIND, &["show", "--color=never"]).out;
    let colourful = with_plan(OF_EVERY_KIND, &["show", "--color=always"]).out;
    assert_ne!(plain, colourful);
    assert_eq!(anstream::adapter::strip_str(&colourful).to_string(), plain);
}

#[test]
fn a_chain_of_any_length_keeps_its_lines_short() {
    let mut plan = "ambition: Peace\nobjectives:\n  o0: First\n".to_owned();
    for o in 1..2000 {
        let _ = writeln!(plan, "  o{o}: {{title: Number {o}, supports: o{}}}", o - 1);
    }
    let run = with_plan(&plan, &["show"]);
    assert!(run.out.lines().all(|line| line.width() <= 80));
    assert!(run.out.contains("2000 › Number 1999"), "{}", run.out);
}
