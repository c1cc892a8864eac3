//! SARIF against the official schema, and what a service reads in it.

use super::{BROKEN, WEAK, checked, folder, plans, project, scf, written};
use serde_json::Value;
use std::collections::BTreeMap;
use strategic_choice::check::Check;
use strategic_choice::plan::Sensitivity;

/// The official schema; nothing where the folder of schemas is not there.
pub fn schema() -> Option<jsonschema::Validator> {
    let file = project().join("../shared/schemas/sarif-schema-2.1.0.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        super::left_out(&format!("SARIF against its schema, for there is no {}", file.display()));
        return None;
    };
    let schema: Value = serde_json::from_str(&text).unwrap();
    Some(jsonschema::options().should_validate_formats(true).build(&schema).unwrap())
}

#[track_caller]
pub fn assert_valid(schema: &jsonschema::Validator, text: &str) {
    let log: Value = serde_json::from_str(text).unwrap();
    let errors: Vec<String> =
        schema.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn every_log_is_valid() {
    let Some(schema) = schema() else { return };
    let plans = plans();
    assert_valid(&schema, &written("sarif", &plans, Sensitivity::Team));
    assert_valid(&schema, &written("sarif", &[], Sensitivity::Team));
    let here = folder(&[("weak plan:é.scf.yaml", WEAK), ("broken.scf.yaml", BROKEN), ("empty/x", "")]);
    for args in [&["."][..], &["nowhere.scf.yaml", "."], &["empty"], &["-"]] {
        assert_valid(&schema, &scf(here.path(), &[args, &["--format=sarif"]].concat()).out);
    }
}

#[test]
fn the_schema_refuses_what_is_none() {
    let Some(schema) = schema() else { return };
    let text = written("sarif", &[checked("p.scf.yaml", WEAK)], Sensitivity::Team);
    let mut log: Value = serde_json::from_str(&text).unwrap();
    assert!(schema.is_valid(&log));
    let tags = log["runs"][0]["tool"]["driver"]["rules"][0]["properties"]["tags"].take();
    log["runs"][0]["tool"]["driver"]["rules"][0]["properties"]["tags"] =
        serde_json::json!(["twice", "twice"]);
    assert_eq!(schema.iter_errors(&log).count(), 1);
    log["runs"][0]["tool"]["driver"]["rules"][0]["properties"]["tags"] = tags;
    log["runs"][0]["results"][0]["level"] = "advice".into();
    assert!(!schema.is_valid(&log));
}

/// The fingerprints of all results, by finding and item.
fn fingerprints(check: Check) -> BTreeMap<(String, String), Value> {
    let log: Value = serde_json::from_str(&written("sarif", &[check], Sensitivity::Team)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap().iter();
    let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    results
        .map(|result| {
            let key = (name(&result["ruleId"]), name(&result["properties"]["item"]));
            (key, result["partialFingerprints"].clone())
        })
        .collect()
}

#[test]
fn fingerprints_stay_while_lines_move() {
    let before = fingerprints(checked("p.scf.yaml", WEAK));
    let after =
        fingerprints(checked("p.scf.yaml", &format!("# A note.\n\n{}", WEAK.replace("talk:", "  talk  :"))));
    assert_eq!(before, after);
    assert!(before.contains_key(&("unsupported".into(), "talk".into())), "{before:?}");
    let other = fingerprints(checked("p.scf.yaml", &WEAK.replace("talk:", "walk:")));
    let first = |map: &BTreeMap<_, Value>| map.values().next().unwrap()["scfFinding/v1"].clone();
    assert_ne!(first(&before), first(&other));
}

#[test]
fn places_count_characters() {
    let plan = "ambition: Peace\nobjectives: {ééé: {title: 𝄞, becuase: x}}\n";
    let log: Value =
        serde_json::from_str(&written("sarif", &[checked("p.scf.yaml", plan)], Sensitivity::Team)).unwrap();
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
    let results = log["runs"][0]["results"].as_array().unwrap();
    let fault = results.iter().find(|result| result["ruleId"] == "invalid").unwrap();
    let region = &fault["locations"][0]["physicalLocation"]["region"];
    assert_eq!(
        *region,
        serde_json::json!({"startLine": 2, "startColumn": 30, "endLine": 2, "endColumn": 37})
    );
}

#[test]
fn a_plan_that_cannot_be_opened_is_told() {
    let here = folder(&[("weak.scf.yaml", WEAK)]);
    let run = scf(here.path(), &["nowhere.scf.yaml", "weak.scf.yaml", "--format=sarif"]);
    let log: Value = serde_json::from_str(&run.out).unwrap();
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let message = &invocation["toolExecutionNotifications"][0]["message"]["text"];
    assert_eq!(message, "There is no file nowhere.scf.yaml");
    assert_eq!((run.code, log["runs"][0]["results"].as_array().unwrap().len()), (2, 1));
}
