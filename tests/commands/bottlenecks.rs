//! `scf bottlenecks`.

use super::{OF_EVERY_KIND, scf, with_plan};
use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr as _;

/// Two ways to one result, of which any is enough as the plan says.
const TWO_WAYS: &str = "\
ambition: Peace.
objectives: {rule: The rule is written.}
activities:
  talks: {title: Talks, supports: rule, who: ash}
  letters: {title: Letters, supports: rule, who: elm}
people: {ash: Ash, elm: Elm, fir: Fir}
";

#[test]
fn in_a_real_plan() {
    let plan = "kesharu-plains.scf.yaml";
    assert_snapshot!("bottlenecks", scf(&["bottlenecks", plan]).seen());
    assert_snapshot!("bottlenecks-top-3", scf(&["bottlenecks", plan, "--top=3"]).seen());
    assert_snapshot!("bottlenecks-40", scf(&["bottlenecks", plan, "--top=3", "--width=40"]).seen());
}

#[test]
fn what_falls_only_if_all_is_needed_stands_in_brackets() {
    assert_snapshot!("bottlenecks-two-ways", with_plan(TWO_WAYS, &["bottlenecks"]).seen());
}

#[test]
fn no_line_is_too_wide() {
    for width in [30, 50, 80, 120] {
        let run = with_plan(OF_EVERY_KIND, &["bottlenecks", "--top=50", &format!("--width={width}")]);
        for line in run.out.lines().filter(|line| !line.contains("scf ")) {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn json_has_both_readings_and_whole_counts() {
    let run = with_plan(TWO_WAYS, &["bottlenecks", "--format=json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!((json["format"].as_u64(), json["command"].as_str()), (Some(1), Some("bottlenecks")));
    assert_eq!((json["path"].as_str(), json["results"].as_u64()), (Some("p.scf.yaml"), Some(1)));
    let items = json["items"].as_array().unwrap();
    let ids: Vec<_> = items.iter().map(|item| item["item"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        ["ash", "elm", "letters", "talks"],
        "fir does no work; of the others falls as much, so by id"
    );
    assert_eq!(items[0]["kind"], "person");
    assert_eq!(items[0]["loss"], serde_json::json!([]));
    assert_eq!(items[0]["falls"], serde_json::json!(["talks"]));
    assert_eq!(items[0]["loss_if_all"], serde_json::json!(["rule"]));
    for count in ["loss_count", "falls_count", "loss_if_all_count"] {
        assert!(items[0][count].is_u64(), "{count}");
    }
}

#[test]
fn a_list_of_very_many_is_cut_and_its_count_is_whole() {
    let tasks: Vec<String> =
        (0..1500).map(|n| format!("  t{n}: {{title: T, depends_on: t{}}}", n + 1)).collect();
    let plan = format!("ambition: Peace.\ntasks:\n{}\n  t1500: The last one\n", tasks.join("\n"));
    let run = with_plan(&plan, &["bottlenecks", "--format=json", "--top=1"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let first = &json["items"][0];
    assert_eq!(first["item"], "t1500");
    assert_eq!(first["falls"].as_array().unwrap().len(), 1000);
    assert_eq!(first["falls_count"], 1501, "the ambition falls as well");
    assert_eq!(first["falls"][2], "t1", "sorted by id before it was cut");
}

#[test]
fn a_table_for_a_spreadsheet_and_for_a_page() {
    let csv = with_plan(OF_EVERY_KIND, &["bottlenecks", "--format=csv"]);
    assert_snapshot!("bottlenecks-csv", csv.seen());
    let markdown = with_plan(TWO_WAYS, &["bottlenecks", "--format=markdown"]);
    assert_snapshot!("bottlenecks-markdown", markdown.seen());
}

#[test]
fn titles_of_the_inner_circle_are_not_exported() {
    let plan = "ambition: Peace.\nactivities: {quiet: {title: Tea with the general, sensitivity: core}}\n\
                tasks: {tea: {title: Buy tea, supports: quiet}}\n";
    for format in ["json", "csv", "markdown"] {
        let run = with_plan(plan, &["bottlenecks", &format!("--format={format}")]);
        assert!(run.out.contains("(core item)") && !run.out.contains("general"), "{}", run.out);
    }
    assert!(with_plan(plan, &["bottlenecks"]).out.contains("Tea with the general"));
    assert!(!with_plan(plan, &["bottlenecks", "--include=team"]).out.contains("Tea with the general"));
}

#[test]
fn a_plan_in_which_nothing_falls() {
    let run = with_plan("ambition: Peace.\n", &["bottlenecks"]);
    assert_snapshot!(run.seen(), @r"
    p
    What falls if this fails? No result stands yet.

    Nothing falls with any one thing. Is it written yet who does the work, and what
    it is there for?
    ");
}

#[test]
fn a_faulty_plan_and_another_format_are_not_answered_for() {
    let faulty = with_plan("ambition: Peace.\ngoals: {a: {title: A, supports: b}}\n", &["bottlenecks"]);
    assert_eq!((faulty.code, faulty.out.as_str()), (1, ""));
    assert!(faulty.err.contains("p.scf.yaml:2:"), "{}", faulty.err);
    let ics = with_plan(TWO_WAYS, &["bottlenecks", "--format=ics"]);
    assert_eq!((ics.code, ics.out.as_str()), (2, ""));
    assert!(ics.err.contains("text, json, yaml, csv, markdown"), "{}", ics.err);
}

#[test]
fn the_way_by_which_a_loss_travels() {
    for id in ["heron", "rains-normal", "teal"] {
        let run = scf(&["bottlenecks", "kesharu-plains.scf.yaml", id]);
        assert_snapshot!(format!("bottlenecks-{id}"), run.seen());
    }
    let two_ways = with_plan(TWO_WAYS, &["bottlenecks", "ash"]);
    assert_snapshot!("bottlenecks-ash", two_ways.seen());
    let run = with_plan(TWO_WAYS, &["bottlenecks", "p.scf.yaml", "ash", "--format=json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let row = &json["items"][0];
    assert_eq!((row["item"].as_str(), row["loss_count"].as_u64()), (Some("ash"), Some(0)));
    assert_eq!(row["loss_if_all"], serde_json::json!(["rule"]));
    assert_eq!(row["ways"][0]["path"], serde_json::json!(["ash", "talks", "rule"]));
    assert_eq!(row["ways"][0]["if_all"], true);
    let unknown = with_plan(TWO_WAYS, &["bottlenecks", "p.scf.yaml", "asch"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("ash"), "{}", unknown.err);
    assert_eq!(with_plan(TWO_WAYS, &["bottlenecks", "ash", "--format=csv"]).code, 2);
}

#[test]
fn without_a_screen_nothing_is_hidden() {
    let hidden = with_plan(TWO_WAYS, &["bottlenecks", "--hide"]);
    assert_eq!(hidden.code, 0);
    assert_eq!(hidden.out, with_plan(TWO_WAYS, &["bottlenecks"]).out);
    assert!(hidden.err.contains("no screen"), "{}", hidden.err);
}
