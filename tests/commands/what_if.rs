//! `scf what-if`.

use super::{OF_EVERY_KIND, scf, scf_in, with_plan};
use insta::assert_snapshot;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

const KESHARU: &str = "kesharu-plains.scf.yaml";

/// What is seen of one question to the Kesharu plan.
fn asked(words: &[&str]) -> String {
    scf(&[&["what-if", KESHARU], words].concat()).seen()
}

/// What is seen of several questions to a plan, one after the other.
fn asked_of(plan: &str, questions: &[&[&str]]) -> String {
    let answer = |words: &&[&str]| {
        let run = with_plan(plan, &[&["what-if"], *words].concat());
        format!("===== scf what-if {}\n{}", words.join(" "), run.seen())
    };
    questions.iter().map(answer).collect::<Vec<_>>().join("\n")
}

fn json(run: &super::Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.seen()))
}

#[test]
fn what_falls_and_why() {
    assert_snapshot!("what-if-heron", asked(&["--without", "heron"]));
    assert_snapshot!("what-if-alder-40", asked(&["--without=alder", "--width=40"]));
    assert_snapshot!("what-if-brief", asked(&["--without=alder", "-q"]));
}

#[test]
fn what_would_mend_it() {
    let mend = ["--without=heron", "--set=herders-east.access.teal=working"];
    assert_snapshot!("what-if-mend", asked(&mend));
    // A deputy opens no door.
    assert_snapshot!("what-if-no-mend", asked(&["--without=heron", "--set=heron.deputy=[teal, ibis]"]));
}

#[test]
fn what_if_another_option_is_chosen() {
    assert_snapshot!("what-if-rangers", asked(&["--choose=chair.rangers"]));
    let clash = asked(&["--choose=chair.rangers,order.map-first"]);
    assert!(clash.contains("cannot go\ntogether"), "{clash}");
}

#[test]
fn what_if_something_comes_later() {
    assert_snapshot!("what-if-later", asked(&["--delay", "shuttle-talks=21"]));
}

#[test]
fn scenarios_are_told_by_date() {
    assert_snapshot!("what-if-hard-spring", asked(&["--scenario=hard-spring"]));
    assert_snapshot!("what-if-early-rains", asked(&["--scenario=early-rains"]));
    assert_snapshot!("what-if-map-and-elders", asked(&["--scenario=map-and-elders"]));
}

#[test]
fn every_kind_of_thing_can_fail() {
    let questions: &[&[&str]] = &[
        &["--without", "rules-kept"],
        &["--without", "rules-written"],
        &["--without", "listening"],
        &["--without", "ferry-shared"],
        &["--without", "drafting", "table"],
        &["--without", "river-net"],
        &["--without", "ash"],
        &["--without", "ash,elm"],
        &["--without", "upper"],
        &["--without", "women"],
        &["--without", "fund"],
        &["--without", "guild"],
        &["--without", "way"],
        &["--without", "way.aloud"],
        &["--without", "host"],
        &["--without", "rain"],
        &["--scenario", "flood"],
        &["--choose", "host.school", "--set", "old-quarrel.status=planned"],
        &["--set", "printing.title=Print it", "--set", "rules-written.needs=all", "--without", "printing"],
        &["--set", "drafting.tasks.table=", "--set", "ferry-shared.status=active"],
        &["--set", "table.depends_on=drafting"],
    ];
    assert_snapshot!("what-if-every-kind", asked_of(OF_EVERY_KIND, questions));
}

#[test]
fn what_cannot_be_asked_is_answered_with_what_can() {
    let questions: &[&[&str]] = &[
        &[],
        &["--without", "hern,fnud"],
        &["--without", "flood"],
        &["--scenario", "ash"],
        &["--scenario", "flod"],
        &["--choose", "way"],
        &["--choose", "way.loud"],
        &["--choose", "ash"],
        &["--delay", "listening=3"],
        &["--delay", "table=3"],
        &["--delay", "ash=3"],
        &["--delay", "ferry-shared=3"],
        &["--delay", "drafting"],
        &["--delay", "drafting=-3"],
        &["--delay", "drafting=99999999999"],
        &["--set", "ash"],
        &["--set", "ash=x"],
        &["--set", "asch.deputy=elm"],
        &["--set", "ash.deputi=elm"],
        &["--set", "ash.deputy=el"],
        &["--set", "ash.deputy=elm, fund"],
        &["--set", "table.hours=1,5"],
        &["--set", "drafting.start=12/03/2027"],
        &["--set", "drafting.needs=0"],
        &["--set", "upper.access.elm=good"],
        &["--set", "drafting.who.title=x"],
        &["--set", "two-go.about.drafting=x"],
        &["--set", "people.ash="],
        &["--set", "table.title=Ask: where?"],
        &["--set", "table.title=Camp #3"],
        &["--set", "table.title=*alias"],
        &["--set", "table.title=[a, b"],
        &["--set", "table.title=\"a"],
        &["--set", "table.title=a\nb: c"],
        &["--set", "table.title=a\tb: c"],
        &["--set", "table.title=\u{1b}[2J"],
        &["--set", "table.title=", "--set", "elm.hours_per_week=many", "--set", "x=y"],
    ];
    assert_snapshot!("what-if-cannot", asked_of(OF_EVERY_KIND, questions));
}

#[test]
fn json_tells_all_of_it() {
    let answer = scf(&["what-if", KESHARU, "--format=json", "--without=heron"]);
    let told = json(&answer);
    assert_eq!((told["command"].as_str(), told["format"].as_u64()), (Some("what-if"), Some(1)));
    assert_eq!(told["failed"], json!(["heron"]));
    assert_eq!(told["loss"], json!(["committees", "corridor-map"]));
    assert_eq!(told["loss_count"], 2);
    let reason =
        told["reasons"].as_array().unwrap().iter().find(|one| one["item"] == "shuttle-talks").unwrap();
    assert_eq!((&reason["need"], &reason["of"]), (&json!("access"), &json!("herders-east")));
    assert!(!answer.out.contains("Shuttle talks"), "it is for the inner circle");

    let told = json(&scf(&["what-if", KESHARU, "--format=json", "--scenario=hard-spring"]));
    let days: Vec<&str> =
        told["steps"].as_array().unwrap().iter().map(|step| step["on"].as_str().unwrap()).collect();
    assert!(days.is_sorted() && days.len() > 1, "{days:?}");

    let told = json(&scf(&["what-if", KESHARU, "--format=json", "--delay=shuttle-talks=21"]));
    let talks =
        told["delayed"].as_array().unwrap().iter().find(|one| one["item"] == "shuttle-talks").unwrap();
    assert_eq!(
        (&talks["days"], &talks["late"], &talks["end"]),
        (&json!(21), &json!(21), &json!("2027-06-30"))
    );
    for list in ["falls", "loss", "loss_if_all", "stands_again"] {
        assert_eq!(told[list], json!([]), "{list}");
    }
    let yaml = scf(&["what-if", KESHARU, "--format=yaml", "--without=heron"]).out;
    assert!(yaml.contains("\nfailed:\n- heron\n"), "{yaml}");
}

#[test]
fn a_value_of_a_core_thing_is_not_told_to_programs() {
    let words = ["what-if", "--set", "hidden-visit.title=A visit by night", "--format=json"];
    let told = json(&with_plan(OF_EVERY_KIND, &words));
    let field = &told["set"][0];
    assert_eq!((&field["value"], &field["before"]), (&json!("(core item)"), &json!("(core item)")));
}

#[test]
fn a_loss_can_end_the_command_with_1() {
    for (limit, code) in [("1", 1), ("2", 1), ("3", 0)] {
        let run = scf(&["what-if", KESHARU, "--without=heron", "--fail-on-loss", limit]);
        assert_eq!(run.code, code, "{limit}");
    }
    let run = scf(&["what-if", KESHARU, "--without=heron", "--fail-on-loss=0"]);
    assert_eq!(run.code, 2, "{}", run.seen());
}

#[test]
fn the_plan_may_stand_behind_the_ids_and_is_never_changed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("p.scf.yaml");
    let text = OF_EVERY_KIND.replace('\n', "\r\n");
    std::fs::write(&path, &text).unwrap();
    let behind = scf_in(folder.path(), &["what-if", "--without", "ash", "elm", "p.scf.yaml"]);
    let before = scf_in(folder.path(), &["what-if", "p.scf.yaml", "--without=ash", "--without=elm"]);
    assert_eq!((behind.code, &behind.out), (0, &before.out), "{}", behind.err);
    let set = ["what-if", "p.scf.yaml", "--set", "table.hours=3", "--set", "ash.title=\"Ash: the elder\""];
    assert_eq!(scf_in(folder.path(), &set).code, 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn narrow_and_wide_screens() {
    for width in [40, 120] {
        let run = scf(&["what-if", KESHARU, "--scenario=hard-spring", &format!("--width={width}")]);
        for line in run.out.lines().filter(|line| !line.contains("scf ")) {
            assert!(line.width() <= width, "{line}");
        }
    }
}

#[test]
fn an_incomplete_plan_is_not_answered_for() {
    let run = with_plan(
        "ambition: Peace.\nobjectives: {one: {title: One., supports: to}}\n",
        &["what-if", "--without=one"],
    );
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.err);
}

#[test]
fn what_could_help_has_been_tried() {
    let lost = |words: &[&str]| {
        let run = scf(&[&["what-if"], words, &["--format=json"]].concat());
        json(&run)["loss"].as_array().unwrap().len()
    };
    let mut helped = 0;
    for (plan, without) in [
        (KESHARU, "--without=heron"),
        (KESHARU, "--without=alder"),
        (KESHARU, "--without=alder,birch"),
        ("toramba-highlands.scf.yaml", "--without=cedar"),
        ("toramba-highlands.scf.yaml", "--without=un-villages"),
    ] {
        let said = scf(&["what-if", plan, without]).out;
        assert_eq!(said.contains("What could help?"), said.contains(" --set "), "{said}");
        let Some(line) = said.lines().find(|line| line.contains(" --set ")) else { continue };
        let words: Vec<&str> = line.split_whitespace().skip(2).collect();
        assert!(lost(&words) < lost(&[plan, without]), "{line}");
        helped += 1;
    }
    assert_eq!(helped, 2, "what is told here and there would not be tried otherwise");
}
