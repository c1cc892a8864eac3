//! `scf cooperation`.

use super::{OF_EVERY_KIND, examples, scf, with_plan};
use insta::assert_snapshot;
use serde_json::{Value, json};
use std::fmt::Write as _;
use strategic_choice::check::load;
use strategic_choice::graph::{Graph, Presence};
use strategic_choice::plan::{Level, Plan};
use strategic_choice::report::cooperation::Cooperation;
use strategic_choice::source::Source;

const FORMATS: [&str; 5] = ["text", "json", "yaml", "csv", "markdown"];

/// Two of the net, one of the guild; hand-overs with and without somebody in both.
const PLAN: &str = "\
ambition: Peace.
goals: {calm: {title: Calm, tasks: {tea: {title: Tea, who: elm}}}}
objectives:
  rules: {title: The rules hang at both landings., lead: net, partners: club, supports: calm}
  ferry: {title: The ferry is shared., supports: calm}
  whole: {title: The river is quiet., supports: calm}
  part: {title: One landing is quiet., supports: whole}
  gone: {title: Given up., status: dropped}
  past: {title: The ford is settled., status: done, activities: {talk: {title: Talk, lead: club, with: [lower]}}}
activities:
  draft: {title: Drafting, supports: [rules, ferry], who: ash, lead: net, with: [upper, women], tasks: {scribe: {title: Scribe, team: oak, with: lower}}}
  print: {title: Printing, supports: rules, who: elm, lead: club, depends_on: draft}
  read: {title: Reading aloud, supports: rules, who: oak, lead: guild, depends_on: print}
  watch: {title: Watching, supports: ferry, who: oak, lead: guild, depends_on: draft, team: [yew]}
  feast: {title: A feast, supports: feast-2}
  feast-2: {title: Another feast, supports: feast, partners: guild}
people:
  ash: {title: Ash, organisation: net}
  yew: {title: Yew, organisation: net}
  oak: {title: Oak, organisation: guild}
  elm: Elm
organisations: {net: The net, guild: The guild, club: The club}
parties: {upper: 'The upper bank, of the hills', lower: The lower bank}
constituencies: {women: The women}
";

fn json_of(text: &str, words: &[&str]) -> Value {
    let run = with_plan(text, &[&["cooperation", "--format=json"], words].concat());
    assert_eq!(run.code, 0, "{}", run.seen());
    serde_json::from_str(&run.out).unwrap()
}

fn row<'a>(json: &'a Value, rows: &str, item: &str) -> &'a Value {
    json[rows].as_array().unwrap().iter().find(|row| row["item"] == item).unwrap()
}

#[test]
fn in_a_real_plan() {
    let plan = "toramba-highlands.scf.yaml";
    assert_snapshot!("cooperation", scf(&["cooperation", plan]).seen());
    assert_snapshot!("cooperation-50", scf(&["cooperation", plan, "--width=50"]).seen());
    assert_snapshot!(
        "cooperation-markdown",
        scf(&["cooperation", plan, "--activities", "--format=markdown"]).seen()
    );
    assert_snapshot!("cooperation-csv", scf(&["cooperation", plan, "--activities", "--format=csv"]).seen());
}

#[test]
fn every_kind_of_row() {
    assert_snapshot!("cooperation-all", with_plan(PLAN, &["cooperation", "--activities"]).seen());
}

#[test]
fn json_tells_the_same() {
    let json = json_of(PLAN, &["--activities"]);
    let items: Vec<_> = json["items"].as_array().unwrap().iter().map(|row| row["item"].clone()).collect();
    let expected = json!(["calm", "rules", "ferry", "whole", "part", "past"]);
    assert_eq!(items[..6], expected.as_array().unwrap()[..]);
    assert_eq!(items[6..], [Value::Null], "what leads nowhere is told too");
    let rules = row(&json, "items", "rules");
    assert_eq!(
        (&rules["lead"], &rules["leads_work"], &rules["works"]),
        (&json!("net"), &json!(["guild", "club"]), &json!([]))
    );
    assert_eq!(
        rules["doors"][0],
        json!({"party": "upper", "title": "The upper bank, of the hills", "organisations": ["net"]})
    );
    assert_eq!(row(&json, "items", "past")["state"], "done");
    assert_eq!(
        row(&json, "items", "past")["leads_work"],
        json!(["club"]),
        "what was done is told of what is done"
    );
    let hand_overs: Vec<_> =
        json["hand_overs"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap()).collect();
    assert_eq!(hand_overs, ["print", "read"], "somebody of the net is in the team of watch");
    let activities: Vec<_> =
        json["activities"].as_array().unwrap().iter().map(|row| row["item"].as_str().unwrap()).collect();
    assert_eq!(activities, ["talk", "draft", "print", "read", "watch", "feast", "feast-2"]);
    assert_eq!(json_of(PLAN, &[])["activities"], json!([]));
}

#[test]
fn an_organisation_of_one_person_is_told_only_where_it_is_written() {
    // Oak, alone of the guild, does the task at the lower bank: nothing tells of it, but of the net to which the activity belongs.
    let json = json_of(PLAN, &["--activities"]);
    let draft = row(&json, "activities", "draft");
    assert_eq!(draft["works"], json!([]));
    assert_eq!(
        draft["doors"][1],
        json!({"party": "lower", "title": "The lower bank", "organisations": ["net"]})
    );
    // With a second person in the guild, it is the work of an organisation.
    let two = PLAN.replace("elm: Elm", "elm: {title: Elm, organisation: guild}");
    let json = json_of(&two, &["--activities"]);
    let draft = row(&json, "activities", "draft");
    assert_eq!(draft["works"], json!(["guild"]));
    assert_eq!(draft["doors"][1]["organisations"], json!(["net", "guild"]));
}

/// Whether what somebody is trusted with, or does alone for an organisation, changes anything that is told.
#[test]
fn what_one_person_does_changes_no_word() {
    let others = [
        PLAN.replace("team: oak, with", "with"),
        PLAN.replace("who: oak, lead: guild, depends_on: print", "who: elm, lead: guild, depends_on: print"),
        PLAN.replace("lower: The lower bank}", "lower: {title: The lower bank, access: {oak: trusted}}}"),
    ];
    for format in FORMATS {
        let words = ["cooperation", "--activities", "--format", format];
        let told = with_plan(PLAN, &words).out;
        for other in &others {
            assert_ne!(other, PLAN);
            assert_eq!(with_plan(other, &words).out, told);
        }
    }
}

/// The text has no title, code name or id of a person in it.
pub fn assert_names_nobody(plan: &Plan, told: &str) {
    let words: Vec<&str> = told.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    for person in &plan.people {
        let (id, title) = (plan.names.name(person.id), plan.title_of(person.id));
        let code_name = title.split(',').next().unwrap();
        assert!(
            !told.contains(title) && !words.contains(&code_name) && !words.contains(&id),
            "{title}\n{told}"
        );
    }
}

pub fn plan_of(text: &str) -> Plan {
    load(&Source::new("p", text.to_owned())).plan.unwrap()
}

#[test]
fn nobody_is_named() {
    for name in ["toramba-highlands.scf.yaml", "kesharu-plains.scf.yaml", "sound-plan.scf.yaml"] {
        let plan = plan_of(&std::fs::read_to_string(examples().join(name)).unwrap());
        assert!(!plan.people.is_empty());
        for format in FORMATS {
            let run = scf(&["cooperation", name, "--activities", "--format", format]);
            assert_eq!(run.code, 0, "{}", run.seen());
            assert_names_nobody(&plan, &run.out);
        }
    }
}

#[test]
fn a_name_in_a_title_is_left_out() {
    let text = "title: Ask HERON\nambition: Peace.\nobjectives: {a: {title: 'HERON, imam, is heard by Teal.', lead: o}}\n\
                people: {heron: 'HERON, imam', teal: Teal}\norganisations: {o: The friends of Heron}\n";
    for format in FORMATS {
        let out = with_plan(text, &["cooperation", "--format", format]).out;
        assert!(
            !out.to_lowercase().contains("heron") && !out.contains("imam") && !out.contains("Teal"),
            "{out}"
        );
        assert!(out.contains("Ask (somebody)") || format == "csv", "{out}");
        assert!(out.contains("(somebody), is heard by"), "{out}");
    }
}

/// What is present is told once, and nothing else.
#[test]
fn every_present_objective_and_activity_is_told_once() {
    let examples = ["toramba-highlands", "kesharu-plains", "sound-plan", "first-plan"];
    let read_example = |name| std::fs::read_to_string(examples_file(name)).unwrap();
    let mut texts: Vec<String> = examples.into_iter().map(read_example).collect();
    texts.extend([PLAN.to_owned(), OF_EVERY_KIND.to_owned()]);
    for text in texts {
        let plan = plan_of(&text);
        let graph = Graph::of(&plan);
        let json = json_of(&text, &["--activities"]);
        for (rows, level) in [("items", Level::Objective), ("activities", Level::Activity)] {
            let told: Vec<&str> = json[rows]
                .as_array()
                .unwrap()
                .iter()
                .filter(|row| row["kind"] == level.name())
                .map(|row| row["item"].as_str().unwrap())
                .collect();
            let present: Vec<&str> = plan
                .level(level)
                .filter(|item| graph.presence(item.id) != Presence::Absent)
                .map(|item| plan.names.name(item.id))
                .collect();
            assert_eq!(told, present);
        }
    }
}

fn examples_file(name: &str) -> std::path::PathBuf {
    examples().join(format!("{name}.scf.yaml"))
}

#[test]
fn a_plan_without_organisations() {
    assert_snapshot!(scf(&["cooperation", "kesharu-plains.scf.yaml"]).seen(), @r"
    Kesharu Plains corridor dialogue
    Which organisation does what?

    No organisation is named in this plan yet. Who else works with you, and who
    would lead what?
    ");
    let run = scf(&["cooperation", "kesharu-plains.scf.yaml", "--format=markdown"]);
    assert!(run.code == 0 && run.out.contains("No organisation is named"), "{}", run.seen());
}

#[test]
fn an_incomplete_plan_is_refused() {
    let run = with_plan("ambition: Peace.\ngaols: {a: A}\n", &["cooperation"]);
    assert_eq!((run.code, run.out.as_str()), (1, ""), "{}", run.seen());
    assert!(run.err.contains("goals"), "{}", run.err);
}

#[test]
fn titles_above_include_are_not_told() {
    let text = "ambition: Peace.\nobjectives: {a: {title: A quiet way, sensitivity: core, tasks: {t: {title: Ride up, \
                with: band, sensitivity: core}}}}\norganisations: {o: {title: The friends, sensitivity: core}}\n\
                parties: {band: The band}\n";
    for format in ["json", "csv", "markdown"] {
        let out = with_plan(text, &["cooperation", "--format", format]).out;
        assert!(out.contains("(core item)"), "{out}");
        for secret in ["quiet way", "The friends", "The band"] {
            assert!(!out.contains(secret), "{secret}: {out}");
        }
    }
    let out = with_plan(text, &["cooperation"]).out;
    assert!(out.contains("A quiet way") && out.contains("The band"), "on the own screen all is told: {out}");
}

#[test]
fn hostile_titles_are_only_titles() {
    let text = "ambition: Peace.\ntitle: \"<b>x\\e[2J\"\nobjectives: {a: {title: \"=1+1|\\u202e<i>\\e[2J\", lead: o}}\n\
                organisations: {o: \"@sum\\e]0;x\\a{ $x }\"}\n";
    for format in FORMATS {
        let out = with_plan(text, &["cooperation", "--format", format]).out;
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{out:?}");
    }
    let page = with_plan(text, &["cooperation", "--format=markdown"]).out;
    assert!(!page.contains("<b>") && !page.contains("<i>") && page.contains(r"=1+1\|"), "{page}");
    let csv = with_plan(text, &["cooperation", "--format=csv"]).out;
    assert!(csv.contains("'=1+1") && csv.contains("'@sum"), "{csv}");
}

/// 100,000 items, half of them in chains. Unoptimised this takes a second, and hours where time grows with the square.
#[test]
fn a_very_large_plan() {
    let mut text = "ambition: Peace.\norganisations: {o: O, p: P}\nparties: {q: Q}\npeople: {a: {title: A, organisation: o}}\n\
                    objectives:\n  o0: First\n"
        .to_owned();
    for number in 1..25_000 {
        let _ = writeln!(text, "  o{number}: {{title: T, supports: o{}}}", number - 1);
    }
    text += "activities:\n  a0: {title: T, supports: o0}\n";
    for number in 1..50_000 {
        // One half in a chain of work, the other each with its own objective.
        let above =
            if number < 25_000 { format!("a{}", number - 1) } else { format!("o{}", number - 25_000) };
        let task = if number < 25_000 { String::new() } else { format!(", tasks: {{t{number}: T}}") };
        let _ =
            writeln!(text, "  a{number}: {{title: T, supports: {above}, lead: o, who: a, with: q{task}}}");
    }
    let plan = plan_of(&text);
    assert_eq!((plan.complete, plan.items.len()), (true, 100_001));
    let graph = Graph::of(&plan);
    let before = std::time::Instant::now();
    let cooperation = Cooperation::with_activities(&plan, &graph);
    assert_eq!((cooperation.rows.len(), cooperation.activities.len()), (25_000, 50_000));
    assert!(before.elapsed().as_secs() < 20, "{:?}", before.elapsed());
}
