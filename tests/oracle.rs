//! `scf check` against a second, slow answer that shares no code with it.
//!
//! Each case is a random small plan. It is written as YAML in a random style, `scf` reads it from standard input, and
//! its JSON must say what `oracle/answer.rs` says. More cases: `PROPTEST_CASES=10000 cargo test --test oracle`.

#[path = "oracle/answer.rs"]
mod answer;
#[path = "oracle/cycles.rs"]
mod cycles;
#[path = "oracle/grow.rs"]
mod grow;
#[path = "oracle/known.rs"]
mod known;
#[path = "oracle/model.rs"]
mod model;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/standing.rs"]
mod standing;
#[path = "oracle/told_apart.rs"]
mod told_apart;
#[path = "oracle/write.rs"]
mod write;
#[path = "oracle/yaml.rs"]
mod yaml;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestCaseResult, TestRunner};
use serde_json::Value;

use answer::Finding;
use write::Written;
use yaml::Dice;

const LINE: [&str; 10] = [
    "cycle",
    "upside-down",
    "orphan",
    "unsupported",
    "leans-on-dropped",
    "level-skip",
    "no-because",
    "no-sign",
    "no-tasks",
    "crowded",
];
const LOSS: [&str; 3] = ["bottleneck", "single-thread", "needs-unsaid"];
const WAITING: [&str; 1] = ["choke-point"];

#[test]
fn the_line_from_work_to_ambition_is_judged_alike() {
    for_random_plans(|case, plan| same_findings(case, plan, &LINE));
}

#[test]
fn what_is_lost_is_judged_alike() {
    for_random_plans(|case, plan| same_findings(case, plan, &LOSS));
}

#[test]
fn what_waits_is_judged_alike() {
    for_random_plans(|case, plan| same_findings(case, plan, &WAITING));
}

#[test]
fn stage_and_numbers_are_alike() {
    for_random_plans(same_numbers);
}

#[test]
fn places_are_the_keys_of_items() {
    for_random_plans(|case, plan| {
        let lines: Vec<&str> = case.text.trim_start_matches('\u{feff}').split('\n').collect();
        let mut last = (0, 0);
        for finding in all_findings(plan) {
            let at = |key: &str| count(&finding["at"][key]).unwrap_or(0);
            prop_assert!((at("line"), at("column")) >= last, "not in the order of the text\n{}", case.text);
            last = (at("line"), at("column"));
            let Some(item) = finding["item"].as_str() else { continue };
            // A fault in a value stands at the value.
            if !case.keys.contains(item) || finding["finding"] == "upside-down" {
                continue;
            }
            same(case, "one line", &at("end_line"), &at("line"))?;
            let line = lines.get(at("line").wrapping_sub(1)).copied().unwrap_or_default();
            let key: String = line.chars().take(at("end_column") - 1).skip(at("column") - 1).collect();
            same(case, &format!("place of {finding}"), &key.trim_matches(['"', '\'']), &item)?;
        }
        Ok(())
    });
}

/// Runs a comparison on random plans and what `scf check` says of them.
fn for_random_plans(compare: impl Fn(&Written, &Value) -> TestCaseResult) {
    let settings = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let style = proptest::collection::vec(any::<u8>(), 0..300);
    let outcome = TestRunner::new(settings).run(&(random::plans(14), style), |(plan, style)| {
        let case = write::write(&plan, &mut Dice::new(style));
        let document = check(&case.text)?;
        compare(&case, &document["plans"][0])
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// The JSON of `scf check` for a plan on standard input.
fn check(text: &str) -> Result<Value, TestCaseError> {
    let failed = |what: &str| TestCaseError::fail(format!("{what}\n{text}"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_scf"))
        .args(["check", "-", "--format", "json", "--today", "2026-11-23", "--fail-on", "never"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&format!("scf does not start: {error}")))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes()).map_err(|error| failed(&format!("scf does not read: {error}")))?;
    }
    let output = child.wait_with_output().map_err(|error| failed(&format!("scf does not end: {error}")))?;
    let errors = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(failed(&format!("scf ended with {}\n{errors}", output.status)));
    }
    serde_json::from_slice(&output.stdout).map_err(|error| failed(&format!("not JSON: {error}\n{errors}")))
}

fn all_findings(plan: &Value) -> &[Value] {
    plan["findings"].as_array().map_or(&[], Vec::as_slice)
}

fn count(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|number| usize::try_from(number).ok())
}

fn same<T: PartialEq + std::fmt::Debug>(
    case: &Written,
    what: &str,
    given: &T,
    expected: &T,
) -> TestCaseResult {
    prop_assert!(given == expected, "{what}\nscf:    {given:?}\noracle: {expected:?}\nin\n{}", case.text);
    Ok(())
}

/// Stage, counts and line of sight, and no fault in the text.
fn same_numbers(case: &Written, plan: &Value) -> TestCaseResult {
    same(case, "complete", &plan["complete"], &Value::Bool(true))?;
    let faults = ["invalid", "unknown-id", "duplicate-id"];
    let is_fault = |finding: &&Value| faults.iter().any(|name| finding["finding"] == **name);
    same(case, "faults", &all_findings(plan).iter().filter(is_fault).collect::<Vec<_>>(), &vec![])?;
    same(case, "stage", &plan["stage"], &Value::from(answer::stage(&case.plan).word()))?;
    let counts = ["goals", "objectives", "activities", "tasks"].map(|level| count(&plan["counts"][level]));
    same(case, "counts", &counts, &answer::counts(&case.plan).map(Some))?;
    let line = answer::line_of_sight(&case.plan);
    let numbers = [
        ("tasks", line.tasks),
        ("tasks_reaching", line.tasks_reaching),
        ("objectives", line.objectives),
        ("objectives_supported", line.objectives_supported),
    ];
    for (key, number) in numbers {
        same(case, key, &count(&plan["line_of_sight"][key]), &Some(number))?;
    }
    for severity in ["error", "warning", "advice"] {
        let of_it = all_findings(plan).iter().filter(|finding| finding["severity"] == severity).count();
        same(case, severity, &count(&plan["counts"][severity]), &Some(of_it))?;
    }
    Ok(())
}

fn same_findings(case: &Written, plan: &Value, names: &[&str]) -> TestCaseResult {
    let is_named = |finding: &Finding| names.contains(&finding.name.as_str());
    let mut given: Vec<Finding> = all_findings(plan).iter().map(read_finding).filter(is_named).collect();
    given.sort();
    let expected: Vec<Finding> = answer::findings(&case.plan).into_iter().filter(is_named).collect();
    if given == expected {
        return Ok(());
    }
    let mut message = String::from("the two answers differ\n");
    for finding in given.iter().filter(|finding| !expected.contains(finding)) {
        let _ = writeln!(message, "only scf:    {finding}");
    }
    for finding in expected.iter().filter(|finding| !given.contains(finding)) {
        let _ = writeln!(message, "only oracle: {finding}");
    }
    for finding in expected.iter().filter(|finding| given.contains(finding)) {
        let _ = writeln!(message, "both:        {finding}");
    }
    Err(TestCaseError::fail(format!("{message}in\n{}", case.text)))
}

/// A finding of the JSON with the fields that the contract gives to findings of its name.
fn read_finding(json: &Value) -> Finding {
    let text = |key: &str| json[key].as_str().map(str::to_owned);
    let name = text("finding").unwrap_or_default();
    let has = |key: &str| match name.as_str() {
        "bottleneck" => ["loss", "through", "also"].contains(&key),
        "single-thread" => ["loss", "through"].contains(&key),
        "choke-point" => ["waiting", "waiting_count"].contains(&key),
        "orphan" => key == "branch",
        "cycle" => key == "path",
        _ => false,
    };
    let ids = |key: &str| {
        let ids = json[key].as_array().filter(|_| has(key))?;
        Some(ids.iter().map(|id| id.as_str().unwrap_or("(not a text)").to_owned()).collect())
    };
    let number = |key: &str| count(&json[key]).filter(|_| has(key));
    Finding {
        item: text("item"),
        kind: text("kind"),
        severity: text("severity").unwrap_or_default(),
        factor: text("factor").unwrap_or_default(),
        loss: ids("loss"),
        through: ids("through"),
        also: ids("also"),
        path: ids("path"),
        waiting: ids("waiting"),
        waiting_count: number("waiting_count"),
        branch: number("branch"),
        name,
    }
}
