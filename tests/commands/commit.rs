//! `scf commit`.

use super::{scf, with_plan};
use insta::assert_snapshot;

/// Choices of every commitment, and what is asked beside them.
const PLAN: &str = "\
ambition: Peace.
activities:
  print: {title: Print the rules, only_if: way.print, assumes: [paper, trust]}
  aloud: {title: Read the rules aloud, only_if: way.aloud}
people: {ash: Ash, elm: Elm}
choices:
  when: {question: When?, options: {spring: In spring, autumn: In autumn}, commitment: reserve, trigger: The ferry stops.}
  host: {question: Who hosts?, options: {inn: The inn, school: The school}, chosen: inn, because: It is dry.}
  way: {question: Print or read?, options: {print: Print, aloud: Read}, commitment: explore, who: ash, decide_by: 2026-10-01}
  later: {question: A second meeting?, options: {yes: Yes, no: No}, commitment: later, decide_by: 2027-06-01}
  now: {question: Who speaks first?, options: {a: The elder, b: The younger}, commitment: now, who: elm}
  open: {question: Do we invite the press?, options: {a: Yes, b: No}, sensitivity: core}
assumptions:
  paper: {title: Paper can be bought., kind: environment, who: ash, by: 2026-11-01}
  trust: {title: Print is trusted., kind: values}
  council: {title: The council stays., kind: related, holds: unknown}
  odd: Something else.
  rain: {title: It rains., holds: yes}
";

#[test]
fn in_a_real_plan() {
    assert_snapshot!("commit", scf(&["commit", "kesharu-plains.scf.yaml"]).seen());
    assert_snapshot!("commit-50", scf(&["commit", "kesharu-plains.scf.yaml", "--width=50"]).seen());
}

#[test]
fn every_kind_of_commitment_and_question() {
    assert_snapshot!("commit-all", with_plan(PLAN, &["commit"]).seen());
    assert_snapshot!("commit-markdown", with_plan(PLAN, &["commit", "--format=markdown"]).seen());
}

#[test]
fn json_tells_the_same() {
    let run = with_plan(PLAN, &["commit", "--format=json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let choices = json["choices"].as_array().unwrap();
    let order: Vec<_> = choices.iter().map(|choice| choice["commitment"].as_str().unwrap()).collect();
    assert_eq!(order, ["now", "explore", "later", "reserve", "unsaid", "decided"]);
    let way = &choices[1];
    assert_eq!(
        (way["choice"].as_str(), way["due"].as_bool(), way["who"].as_str()),
        (Some("way"), Some(true), Some("ash"))
    );
    assert_eq!(way["waiting"], serde_json::json!(["print", "aloud"]));
    assert_eq!(way["settled_by"], serde_json::json!(["paper", "trust"]));
    let kinds: Vec<_> = json["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["environment", "values", "related", "unsaid"], "what holds is no question");
    assert!(run.out.contains("(core item)") && !run.out.contains("the press"), "{}", run.out);
}

#[test]
fn a_plan_without_choices() {
    assert_snapshot!(with_plan("ambition: Peace.\n", &["commit"]).seen(), @r"
    p
    What do we decide now, and what can wait?

    No choice and no open question is written in this plan yet. Is there something
    that could be done in two ways?
    ");
}

#[test]
fn a_title_is_no_mark_up() {
    let plan = "ambition: Peace.\ntitle: '<b>x</b>'\nchoices: {a: {question: '<script>|', options: {b: '# B', c: C}}}\n";
    let page = with_plan(plan, &["commit", "--format=markdown"]).out;
    assert!(
        page.contains("&lt;script&gt;\\|") && !page.contains("<script") && !page.contains("<b>"),
        "{page}"
    );
}
