//! All formats tell the same findings.

use super::readers::told;
use super::{FORMATS, plans, written};
use serde_json::Value;
use std::collections::BTreeMap;
use strategic_choice::check::Check;
use strategic_choice::lang::Catalogue;
use strategic_choice::plan::Sensitivity;
use strategic_choice::report::ci::MOST_OF_A_KIND;
use strategic_choice::report::{Json, Report as _};

fn json(check: &Check, include: Sensitivity) -> Value {
    let catalogue = Catalogue::of(&["en"]);
    let mut json = Json::new(&catalogue, "2026-11-23".parse().unwrap(), include);
    let mut out = Vec::new();
    json.begin(&mut out).unwrap();
    json.plan(check, &mut out).unwrap();
    json.end(&mut out).unwrap();
    let json: Value = serde_json::from_slice(&out).unwrap();
    json["plans"][0].clone()
}

/// Path, line, finding and sentence of each finding that is not accepted, sorted.
fn findings(json: &Value) -> Vec<(String, u64, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let open = json["findings"].as_array().unwrap().iter().filter(|finding| finding["accepted"].is_null());
    let mut found: Vec<_> = open
        .map(|finding| {
            let line = finding["at"]["line"].as_u64().unwrap();
            (text(&json["path"]), line, text(&finding["finding"]), text(&finding["message"]))
        })
        .collect();
    found.sort();
    found
}

#[test]
fn every_format_tells_what_json_tells() {
    let plans = plans();
    assert!(plans.len() > 50);
    let mut met = BTreeMap::new();
    for check in &plans {
        let expected = findings(&json(check, Sensitivity::Core));
        for finding in &expected {
            *met.entry(finding.2.clone()).or_insert(0) += 1;
        }
        for format in FORMATS {
            let mut of_kind: BTreeMap<&str, usize> = BTreeMap::new();
            check.findings.iter().for_each(|f| *of_kind.entry(f.severity.name()).or_default() += 1);
            if format == "github" && of_kind.values().any(|&count| count > MOST_OF_A_KIND) {
                continue;
            }
            let written = written(format, std::slice::from_ref(check), Sensitivity::Core);
            let mut told = told(format, &written);
            told.sort();
            assert_eq!(told.len(), expected.len(), "{format} {}", check.source.path);
            for (told, (path, line, finding, sentence)) in told.iter().zip(&expected) {
                let what = format!("{format} {path}:{line} {finding}");
                assert_eq!((&told.path, told.line, &told.finding), (path, *line, finding), "{what}");
                assert!(told.words.starts_with(sentence), "{what}:\n{}\n{sentence}", told.words);
            }
        }
    }
    assert!(met.len() > 40, "few findings were met: {met:?}");
}

/// Titles that the team may see are told; nothing else is left out at its sensitivity.
#[test]
fn places_and_names_are_told_at_every_sensitivity() {
    for check in &plans() {
        for include in [Sensitivity::Public, Sensitivity::Team] {
            let all = written("short", std::slice::from_ref(check), Sensitivity::Core);
            let some = written("short", std::slice::from_ref(check), include);
            let places = |text: &str| {
                told("short", text).into_iter().map(|told| (told.line, told.finding)).collect::<Vec<_>>()
            };
            assert_eq!(places(&some), places(&all), "{}", check.source.path);
        }
    }
}

#[test]
fn accepted_findings_stay_where_a_format_has_a_place_for_them() {
    let plan = "ambition: Peace\nobjectives:\n  talk: The villages talk\n  walk: The villages walk\naccepted:\n- {finding: unsupported, item: talk, because: It is being prepared., until: 2027-01-01}\n";
    let check = [super::checked("p.scf.yaml", plan)];
    let of = |format| written(format, &check, Sensitivity::Team);
    for format in FORMATS {
        let told = told(format, &of(format));
        assert_eq!(told.len(), 1, "{format}");
        assert!(told[0].words.contains("walk"), "{format}");
    }
    let sarif: Value = serde_json::from_str(&of("sarif")).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 2);
    assert_eq!(
        results[0]["suppressions"],
        serde_json::json!([{"kind": "inSource", "status": "accepted", "justification": "It is being prepared."}])
    );
    assert!(of("junit").contains("<skipped message=\"It is being prepared.\" type=\"accepted\">"));
    assert!(of("markdown").contains("1 accepted by the team."));
    // A reason is for the team.
    for format in FORMATS {
        assert!(!written(format, &check, Sensitivity::Partners).contains("prepared"), "{format}");
    }
}

#[test]
fn what_time_alone_brought_does_not_fail_a_report_of_tests() {
    let plan = "ambition: Peace\nstage: running\nreviewed: 2026-01-01\nobjectives:\n  talk: {title: The villages talk, because: Yes, tasks: {call: Call}}\nsettings: {severity: {not-reviewed: warning}}\n";
    let check = [super::checked("p.scf.yaml", plan)];
    let dated = |value: &Value| value["properties"]["dated"].as_bool();
    let sarif: Value = serde_json::from_str(&written("sarif", &check, Sensitivity::Team)).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "not-reviewed").unwrap();
    assert_eq!((dated(result), result["level"].as_str()), (Some(true), Some("warning")));
    let junit = written("junit", &check, Sensitivity::Team);
    assert!(junit.contains("failures=\"0\"") && junit.contains("<system-out>warning: "), "{junit}");
}
