//! What is accepted, in whatever way, in every format: it is told as accepted, or not at all.

use super::readers::told;
use super::{FORMATS, checked, folder, sarif_schema, scf, written};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use strategic_choice::findings::Acceptance;
use strategic_choice::plan::{Sensitivity, Severity};

/// One finding that an entry accepts, one by a comment, one that is in the baseline, and one that is new.
const BEFORE: &str = "\
ambition: Peace
objectives:
  talk: The villages talk
  walk: The villages walk  # scf: accept[unsupported] The guides come in spring.
  sing: The villages sing
accepted:
- {finding: unsupported, item: talk, because: It is being prepared., until: 2027-01-01}
";
const NEW: &str = "  eat: The villages eat\naccepted:";

/// A folder with a baseline, and one finding more since it was written.
fn here() -> tempfile::TempDir {
    let here = folder(&[("p.scf.yaml", BEFORE)]);
    assert_eq!(scf(here.path(), &["--write-baseline"]).code, 0);
    fs::write(here.path().join("p.scf.yaml"), BEFORE.replace("accepted:", NEW)).unwrap();
    here
}

fn of(folder: &Path, format: &str) -> String {
    let run = scf(folder, &["--baseline=scf-baseline.json", "--fail-on=new", "--format", format]);
    assert_eq!((run.code, &*run.err), (1, ""), "{format}");
    run.out
}

#[test]
fn only_what_is_new_is_told_as_open() {
    let here = here();
    for format in FORMATS {
        let told = told(format, &of(here.path(), format));
        assert_eq!(told.len(), 1, "{format}");
        assert!(told[0].words.contains("eat") && told[0].finding == "unsupported", "{format}");
    }
    let json: Value = serde_json::from_str(&of(here.path(), "json")).unwrap();
    let by: Vec<&Value> = json["plans"][0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| &finding["accepted"]["by"])
        .collect();
    assert_eq!(by, [&json!("entry"), &json!("comment"), &json!("baseline"), &Value::Null]);
}

#[test]
fn a_log_says_what_is_suppressed_where_and_what_is_new() {
    let here = here();
    let text = of(here.path(), "sarif");
    if let Some(schema) = sarif_schema::schema() {
        sarif_schema::assert_valid(&schema, &text);
    }
    let log: Value = serde_json::from_str(&text).unwrap();
    let results: Vec<Value> = log["runs"][0]["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| json!([result["properties"]["item"], result["suppressions"], result["baselineState"]]))
        .collect();
    let suppressed =
        |kind: &str, why: &str| json!([{"kind": kind, "status": "accepted", "justification": why}]);
    assert_eq!(
        results,
        [
            json!(["talk", suppressed("inSource", "It is being prepared."), "unchanged"]),
            json!(["walk", suppressed("inSource", "The guides come in spring."), "unchanged"]),
            json!([
                "sing",
                suppressed("external", "It has been in the baseline since 2026-11-23."),
                "unchanged"
            ]),
            json!(["eat", null, "new"]),
        ]
    );
    // Without a baseline nothing is said to be new.
    assert!(!scf(here.path(), &["--format=sarif"]).out.contains("baselineState"));
    // What is too old counts, and is no news.
    let words = ["--baseline=scf-baseline.json", "--max-age=1", "--today=2026-12-31", "--format=sarif"];
    let old = super::Command::new(env!("CARGO_BIN_EXE_scf"))
        .arg("check")
        .args(words)
        .current_dir(here.path())
        .output();
    let log: Value = serde_json::from_slice(&old.unwrap().stdout).unwrap();
    let sing =
        log["runs"][0]["results"].as_array().unwrap().iter().find(|r| r["properties"]["item"] == "sing");
    assert_eq!(
        sing.map(|sing| (&sing["suppressions"], &sing["baselineState"])),
        Some((&Value::Null, &json!("unchanged")))
    );
}

#[test]
fn reports_of_tests_and_comments_count_them() {
    let here = here();
    let junit = of(here.path(), "junit");
    assert!(junit.contains("failures=\"1\" errors=\"0\" skipped=\"3\""), "{junit}");
    for why in [
        "It is being prepared.",
        "The guides come in spring.",
        "It has been in the baseline since 2026-11-23.",
    ] {
        assert!(junit.contains(&format!("<skipped message=\"{why}\" type=\"accepted\">")), "{junit}");
    }
    let markdown = of(here.path(), "markdown");
    assert!(markdown.contains("### 1 plan · 1 with something new"), "{markdown}");
    assert!(
        markdown.contains("2 accepted by the team.") && markdown.contains("1 in the baseline."),
        "{markdown}"
    );
    let github = of(here.path(), "github");
    assert_eq!(github.lines().count(), 1, "{github}");
}

#[test]
fn a_reason_in_a_comment_is_for_the_team() {
    let here = here();
    for format in FORMATS.into_iter().chain(["json"]) {
        let run = scf(here.path(), &["--format", format, "--include=partners"]);
        assert!(!run.out.contains("guides") && !run.out.contains("prepared"), "{format}: {}", run.out);
    }
    let core =
        BEFORE.replace("talk: The villages talk", "talk: {title: The villages talk, sensitivity: core}");
    fs::write(here.path().join("p.scf.yaml"), core).unwrap();
    for format in FORMATS.into_iter().chain(["json"]) {
        let run = scf(here.path(), &["--format", format]);
        assert!(!run.out.contains("prepared"), "{format}: {}", run.out);
    }
}

#[test]
fn what_a_plan_makes_lighter_than_it_may_is_told_as_accepted() {
    let text = "ambition: Peace\nobjectives:\n  talk: The villages talk\n";
    let mut check = checked("p.scf.yaml", text);
    for (to, why) in [
        (None, "The plan’s own settings turn it off."),
        (Some(Severity::Advice), "The plan’s own settings weigh it only as: advice."),
    ] {
        check.findings[0].accepted = Some(Acceptance::Settings { to });
        let of = |format| written(format, std::slice::from_ref(&check), Sensitivity::Public);
        assert!(FORMATS.iter().all(|format| told(format, &of(format)).is_empty()));
        assert!(of("sarif").contains("\"inSource\"") && of("sarif").contains(why), "{}", of("sarif"));
        assert!(of("junit").contains(&format!("<skipped message=\"{why}\"")), "{}", of("junit"));
        assert!(of("markdown").contains("1 accepted by the team."), "{}", of("markdown"));
    }
}
