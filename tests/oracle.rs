//! `scf check` against a second, slow answer that shares no code with it.
//!
//! Each case is a random small plan. It is written as YAML in a random style, `scf` reads it from standard input, and
//! its JSON must say what `oracle/answer.rs` says. More cases: `PROPTEST_CASES=10000 cargo test --test oracle`.

#[path = "oracle/answer.rs"]
mod answer;
#[path = "oracle/choices.rs"]
mod choices;
#[path = "oracle/cycles.rs"]
mod cycles;
#[path = "oracle/extra.rs"]
mod extra;
#[path = "oracle/grow.rs"]
mod grow;
#[path = "oracle/known.rs"]
mod known;
#[path = "oracle/model.rs"]
mod model;
#[path = "oracle/money.rs"]
mod money;
#[path = "schema/nesting.rs"]
mod nesting;
#[path = "oracle/people.rs"]
mod people;
#[path = "oracle/random.rs"]
mod random;
#[path = "oracle/schemes.rs"]
mod schemes;
#[path = "oracle/standing.rs"]
mod standing;
#[path = "oracle/together.rs"]
mod together;
#[path = "oracle/told_apart.rs"]
mod told_apart;
#[path = "oracle/what_if.rs"]
mod what_if;
#[path = "oracle/write.rs"]
mod write;
#[path = "oracle/yaml.rs"]
mod yaml;

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::{Command, Stdio};

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestCaseResult, TestRunner};
use serde::Deserialize as _;
use serde_json::Value;

use answer::{Finding, Loss};
use standing::World;
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
const PEOPLE: [&str; 6] =
    ["no-owner", "single-insider", "no-access", "unreached", "carries-most", "no-deputy"];
const MONEY: [&str; 7] = [
    "unfunded",
    "overspent",
    "donor-concentration",
    "funding-cliff",
    "contact-ban",
    "reporting-load",
    "broken-assumption",
];

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
fn people_are_judged_alike() {
    for_random_plans(|case, plan| same_findings(case, plan, &PEOPLE));
}

#[test]
fn money_is_added_up_alike() {
    for_random_plans(|case, plan| same_findings(case, plan, &MONEY));
}

#[test]
fn numbers_are_told_alike() {
    for_random_plans(same_sentences);
}

#[test]
fn who_works_together_and_with_whom_is_judged_alike() {
    let names = together::FINDINGS.map(|(name, _, _)| name);
    for_random_plans(|case, plan| same_findings(case, plan, &names));
}

#[test]
fn stage_and_numbers_are_alike() {
    for_random_plans(same_numbers);
}

#[test]
fn the_schema_takes_every_plan_that_can_be_read() {
    let schema = strategic_choice::schema::plan::schema(&strategic_choice::lang::Catalogue::of(&["en"]));
    let schema = jsonschema::draft7::new(&schema).expect("a schema");
    let taken = std::cell::Cell::new(0);
    let take = |case: &Written| {
        // `...` behind the plan is a second document, and none, to the library; a byte order mark moves its first line.
        let text = case.text.trim_start_matches('\u{feff}');
        let plan = serde_yaml::Deserializer::from_str(text).next().map(Value::deserialize);
        let Some(Ok(plan)) = plan else {
            return Err(TestCaseError::fail(format!("{plan:?}\n{}", case.text)));
        };
        if nesting::is_upside_down(&plan) {
            return Ok(());
        }
        let told: Vec<String> = schema.iter_errors(&plan).map(|error| error.to_string()).collect();
        prop_assert!(told.is_empty(), "{told:#?}\n{}", case.text);
        taken.set(taken.get() + 1);
        Ok(())
    };
    for_random_texts(take);
    for_random_texts_of(random::plans_with_choices(14), take);
    assert!(taken.get() > 100, "{}", taken.get());
}

#[test]
fn what_falls_with_each_single_thing_is_judged_alike() {
    for_random_texts(|case| {
        let document = answered(&["bottlenecks", "-"], &case.text)?;
        let given = document["items"].as_array().map_or(&[][..], Vec::as_slice);
        let list = |row: &Value, key: &str| -> Vec<String> {
            let ids = row[key].as_array().map_or(&[][..], Vec::as_slice);
            ids.iter().map(|id| id.as_str().unwrap_or("(not a text)").to_owned()).collect()
        };
        let given: Vec<Loss> = given
            .iter()
            .map(|row| Loss {
                item: row["item"].as_str().unwrap_or("(no id)").to_owned(),
                loss: list(row, "loss"),
                falls: list(row, "falls"),
                loss_if_all: list(row, "loss_if_all"),
            })
            .collect();
        same(case, "bottlenecks", &given, &answer::single_losses(&case.plan))
    });
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
    for_random_texts(|case| {
        let document = answered(&["check", "-", "--fail-on", "never"], &case.text)?;
        compare(case, &document["plans"][0])
    });
}

/// Runs a comparison on random plans.
fn for_random_texts(compare: impl Fn(&Written) -> TestCaseResult) {
    for_random_texts_of(random::plans(14), compare);
}

/// Runs a comparison on random plans of this kind.
fn for_random_texts_of(
    plans: impl Strategy<Value = model::Plan>,
    compare: impl Fn(&Written) -> TestCaseResult,
) {
    let settings = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let style = proptest::collection::vec(any::<u8>(), 0..300);
    let outcome = TestRunner::new(settings).run(&(plans, style), |(plan, style)| {
        let case = write::write(&plan, &mut Dice::new(style));
        compare(&case)
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

/// The JSON that a command answers with for a plan on standard input.
fn answered(command: &[&str], text: &str) -> Result<Value, TestCaseError> {
    let failed = |what: &str| TestCaseError::fail(format!("{what}\n{text}"));
    let mut child = Command::new(env!("CARGO_BIN_EXE_scf"))
        .args(command)
        .args(["--format", "json", "--today", "2026-11-23"])
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

/// Each finding that is given has the numbers in its sentence.
fn same_sentences(case: &Written, plan: &Value) -> TestCaseResult {
    for (finding, said) in answer::said(&World::new(&case.plan)) {
        let is_it = |given: &&Value| {
            given["finding"] == *finding.name && given["item"].as_str() == finding.item.as_deref()
        };
        let Some(given) = all_findings(plan).iter().find(is_it) else { continue };
        let message = given["message"].as_str().unwrap_or_default();
        for piece in &said {
            prop_assert!(message.contains(piece), "{message:?} has no {piece:?} in\n{}", case.text);
        }
    }
    Ok(())
}

/// A finding of the JSON with the fields that the contract gives to findings of its name.
fn read_finding(json: &Value) -> Finding {
    let text = |key: &str| json[key].as_str().map(str::to_owned);
    let name = text("finding").unwrap_or_default();
    let has = |key: &str| match name.as_str() {
        "bottleneck" => ["loss", "through", "also"].contains(&key),
        "single-thread" => ["loss", "through"].contains(&key),
        "broken-assumption" => key == "loss",
        "choke-point" => ["waiting", "waiting_count"].contains(&key),
        "orphan" => key == "branch",
        "cycle" => key == "path",
        "no-consent" => ["related", "dated"].contains(&key),
        name if together::FINDINGS.iter().any(|(other, _, _)| *other == name) => key == "related",
        _ => false,
    };
    let ids = |key: &str| {
        let ids = json[key].as_array().filter(|_| has(key))?;
        Some(ids.iter().map(|id| id.as_str().unwrap_or("(not a text)").to_owned()).collect())
    };
    let number = |key: &str| count(&json[key]).filter(|_| has(key));
    let related = || {
        let places = json["related"].as_array().into_iter().flatten();
        let mut ids: Vec<_> = places.filter_map(|place| Some(place["item"].as_str()?.to_owned())).collect();
        ids.sort();
        ids
    };
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
        related: has("related").then(related),
        dated: json["dated"].as_bool().filter(|_| has("dated")),
        name,
    }
}
