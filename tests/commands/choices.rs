//! `scf choices`.

use super::{scf, with_plan};
use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr as _;

const KESHARU: &str = "kesharu-plains.scf.yaml";

/// One choice is made, one option of another is closed by it, and a result hangs on that one.
const HANGING: &str = "\
ambition: Peace.
objectives: {rule: The rule is written., song: The song is sung.}
activities:
  talks: {title: Talks, supports: rule, only_if: way.talk, cost: 100.5}
  walk: {title: Walk, supports: song, only_if: way.walk}
  sing: {title: Sing, supports: song}
choices:
  place:
    question: Where?
    options: {inn: The inn, ford: The ford}
    chosen: ford
    because: It is dry.
    excludes: {ford: way.ride}
  way:
    question: How?
    options: {talk: {title: Talk, scores: {trust: 3}}, walk: {title: Walk, scores: {trust: 2}}, ride: Ride}
    criteria: {trust: 1.5}
";

/// Nothing goes together.
const CLASH: &str = "\
ambition: Peace.
choices:
  a: {question: A?, options: {one: One, two: Two}, excludes: {one: b.one, two: b.one}}
  b: {question: B?, options: {one: Other}}
";

#[test]
fn in_a_real_plan() {
    assert_snapshot!("choices", scf(&["choices", KESHARU]).seen());
    assert_snapshot!("choices-50", scf(&["choices", KESHARU, "--top=2", "--width=50"]).seen());
    assert_snapshot!("choices-best", scf(&["choices", KESHARU, "--best"]).seen());
    assert_snapshot!("choices-compare", scf(&["choices", KESHARU, "--compare=4,10"]).seen());
    assert_snapshot!("choices-csv", scf(&["choices", KESHARU, "--format=csv", "--by=score"]).seen());
}

#[test]
fn what_is_closed_and_what_hangs() {
    assert_snapshot!("choices-hanging", with_plan(HANGING, &["choices"]).seen());
    assert_snapshot!("choices-markdown", with_plan(HANGING, &["choices", "--format=markdown"]).seen());
}

#[test]
fn json_has_the_fields_of_the_contract() {
    let run = with_plan(HANGING, &["choices", "--format=json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["complete"], true);
    assert_eq!(json["closed"], serde_json::json!(["way.ride"]));
    assert_eq!(json["hangs"], serde_json::json!({"rule": ["way"]}));
    let schemes = json["schemes"].as_array().unwrap();
    assert_eq!(schemes.len(), 2);
    assert_eq!(schemes[0]["picks"], serde_json::json!({"place": "ford", "way": "talk"}));
    assert_eq!(schemes[0]["objectives"], serde_json::json!(["rule", "song"]));
    assert_eq!((schemes[0]["cost"].as_f64(), schemes[0]["score"].as_f64()), (Some(100.5), Some(4.5)));
    assert_eq!((schemes[1]["cost"].as_f64(), schemes[1]["score"].as_f64()), (Some(0.0), Some(3.0)));
    assert!(schemes[0]["peak_hours"].is_number() && schemes[0]["bottlenecks"].is_u64());
    assert_eq!(json["choices"][1]["options"][2]["closed_by"], serde_json::json!(["place.ford"]));
}

#[test]
fn sorted_by_a_column() {
    let numbers = |by: &str| -> Vec<u64> {
        let run = scf(&["choices", KESHARU, "--format=json", by]);
        let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        json["schemes"].as_array().unwrap().iter().map(|scheme| scheme["number"].as_u64().unwrap()).collect()
    };
    assert_eq!(numbers("--by=score")[..2], [10, 11]);
    assert_eq!(numbers("--by=peak")[0], 9);
    assert_eq!(numbers("--by=cost"), (1..=13).collect::<Vec<_>>(), "equal ones stay in their order");
}

#[test]
fn a_plan_without_choices_has_one_scheme_without_picks() {
    let run = with_plan("ambition: Peace.\n", &["choices"]);
    assert_snapshot!(run.seen(), @r"
    p
    No choice is written in this plan yet. Is there something that could be done in
    two ways?
    ");
    let run = with_plan("ambition: Peace.\n", &["choices", "--format=json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["schemes"].as_array().unwrap().len(), 1);
    assert_eq!(json["schemes"][0]["picks"], serde_json::json!({}));
}

#[test]
fn where_nothing_goes_together() {
    assert_snapshot!(with_plan(CLASH, &["choices"]).seen(), @r"
    p
    No combination is possible. These do not fit together: “A?” and “B?”.
    “One” cannot go with “Other”.
    “Two” cannot go with “Other”.
    Which of these could be otherwise?
    ");
    let json: serde_json::Value =
        serde_json::from_str(&with_plan(CLASH, &["choices", "--format=json"]).out).unwrap();
    assert_eq!((json["schemes"].as_array().unwrap().len(), json["complete"].as_bool()), (0, Some(true)));
    assert_eq!(json["closed"], serde_json::json!([]));
}

#[test]
fn past_the_limit_it_stops_and_says_so() {
    let plan = format!("{CLASH}settings: {{schemes_max: 1}}\n")
        .replace("excludes: {one: b.one, two: b.one}", "trigger: Later");
    let run = with_plan(&plan, &["choices"]);
    assert!(run.out.contains("more than 1 combinations"), "{}", run.seen());
    let json: serde_json::Value =
        serde_json::from_str(&with_plan(&plan, &["choices", "--format=json"]).out).unwrap();
    assert_eq!((json["complete"].as_bool(), json["hangs"].clone()), (Some(false), serde_json::json!({})));
}

#[test]
fn two_that_are_not_there() {
    for word in ["4", "0,1", "1,14", "a,b"] {
        let run = scf(&["choices", KESHARU, &format!("--compare={word}")]);
        assert_eq!(run.code, 2, "{word}");
        assert!(run.err.contains("There are 13."), "{}", run.err);
    }
}

#[test]
fn that_no_result_stands_is_told_and_what_nobody_wrote_is_not() {
    let plan = "ambition: Peace.\nobjectives: {rule: The rule is written.}\n\
                choices: {way: {question: How?, options: {\"0\": None, \"1\": One}, chosen: \"0\"}, b: {question: B?, options: {x: X}}}\n";
    let out = with_plan(plan, &["choices"]).out;
    assert!(out.contains("Results  Bottle-") && !out.contains("Cost") && !out.contains("Score"), "{out}");
}

#[test]
fn no_line_is_too_wide() {
    for width in [40, 60, 80, 120] {
        let run = scf(&["choices", KESHARU, &format!("--width={width}")]);
        for line in run.out.lines().filter(|line| !line.contains("scf ")) {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
}
