//! The schema of plans against the reader: what the one takes, the other takes; what the one refuses, the other refuses as
//! far as draft 7 can.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

#[path = "../benches/generator/mod.rs"]
#[allow(dead_code)]
mod generator;
#[path = "schema/mutation.rs"]
mod mutation;
#[path = "schema/nesting.rs"]
mod nesting;

use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use strategic_choice::lang::Catalogue;
use strategic_choice::plan::read as read_plan;
use strategic_choice::schema::plan;
use strategic_choice::source::{Fault, FaultKind, Limits, Reason, Slip, Source, read};

static SCHEMA: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::draft7::new(&plan::schema(&Catalogue::of(&["en"]))).unwrap());

/// What the reader refuses and no schema of draft 7 can see, and why. What ids name, and whether they are there twice,
/// is `unknown-id` and `duplicate-id`: a schema sees one value at a time.
const UNSEEN: &[(Slip, &str)] = &[
    (Slip::CurlyQuotes, "how a text is written is not in its value"),
    (Slip::NoBreakSpace, "how a text is written is not in its value"),
    (Slip::HashInText, "how a text is written is not in its value"),
    (Slip::CommaInFlowText, "how a text is written is not in its value"),
    (Slip::OwnChoice, "to which choice an option belongs stands elsewhere in the file"),
];

/// The faults of a plan; nothing where the text is no YAML that the format takes.
fn faults(text: &str) -> Option<Vec<Fault>> {
    let source = Source::new("-", text.into());
    let tree = read(&source, Limits::FORMAT_1).ok()?;
    Some(read_plan(&source, &tree).faults)
}

fn is_invalid(fault: &Fault) -> bool {
    matches!(fault.slip.kind(), FaultKind::Invalid(_))
}

fn can_be_seen(fault: &Fault) -> bool {
    let FaultKind::Invalid(reason) = fault.slip.kind() else { return false };
    let value = || fault.args.iter().find(|(name, _)| *name == "value").map_or("", |(_, value)| &**value);
    let is_unseen = match fault.slip {
        // Whether a party or a constituency has the id, which take other words, stands elsewhere in the file.
        Slip::BadWord => {
            fault.path.contains(".with.")
                && ["contact", "inform", "consult", "take-part", "decide"].contains(&value())
        }
        // A number may be the id of an option of a choice that has a number as well: 1.5
        Slip::BadOption => value().parse::<f64>().is_ok(),
        slip => UNSEEN.iter().any(|(unseen, _)| *unseen == slip),
    };
    let is_of_value = matches!(
        reason,
        Reason::UnknownKey | Reason::WrongType | Reason::BadValue | Reason::Missing | Reason::Limit
    );
    is_of_value && !is_unseen
}

/// What is wrong between the reader and the schema about this plan; whether it passed, where nothing is.
fn agree(faults: &[Fault], is_sound: bool, value: &Value) -> Result<bool, String> {
    let told: Vec<String> =
        SCHEMA.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect();
    let upside_down = nesting::is_upside_down(value);
    if is_sound && !upside_down && !told.is_empty() {
        return Err(format!("the schema refuses what the reader takes: {told:#?}"));
    }
    let seen: Vec<_> = faults.iter().filter(|fault| can_be_seen(fault)).collect();
    if (!seen.is_empty() || upside_down) && told.is_empty() {
        return Err(format!("the schema takes what the reader refuses: {seen:#?}"));
    }
    Ok(told.is_empty())
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of this ending below a folder, in order.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut open = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Every plan that is written down anywhere: examples, those of the tests, and those in the documentation.
fn plans() -> Vec<(String, String)> {
    let mut plans = Vec::new();
    for path in files("examples", "yaml")
        .into_iter()
        .chain(files("tests", "yaml"))
        .chain(files("src/locales", "yaml"))
    {
        plans.push((path.display().to_string(), fs::read_to_string(&path).unwrap_or_default()));
    }
    for path in files("docs", "md") {
        let text = fs::read_to_string(&path).unwrap();
        for (number, block) in text.split("\n```yaml").skip(1).enumerate() {
            let block = block.split_once('\n').unwrap().1;
            let block = block.split("\n```").next().unwrap();
            plans.push((format!("{} {number}", path.display()), format!("{block}\n")));
        }
    }
    plans
}

#[test]
fn every_plan_that_is_written_down() {
    let (mut passed, mut refused, mut wrong) = (0, 0, Vec::new());
    for (name, text) in plans() {
        // What is no YAML, or holds what the format refuses, never comes to a schema.
        let Ok(value) = serde_yaml::from_str::<Value>(&text) else { continue };
        let Some(faults) = faults(&text) else { continue };
        match agree(&faults, !faults.iter().any(is_invalid), &value) {
            Ok(true) => passed += 1,
            Ok(false) => refused += 1,
            Err(sentence) => wrong.push(format!("{name}: {sentence}")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(passed > 150 && refused >= 2, "{passed} passed, {refused} refused");
}

#[test]
fn plans_to_measure_with() {
    for (name, shape) in generator::Shape::ALL {
        let text = shape.text(150);
        let value: Value = serde_yaml::from_str(&text).unwrap_or_default();
        if !value.is_null() {
            let faults = faults(&text).unwrap();
            agree(&faults, !faults.iter().any(is_invalid), &value)
                .unwrap_or_else(|sentence| panic!("{name}: {sentence}"));
        }
    }
}

/// What the reader refuses by how a value is spelt, which is not in the value any more.
const SPELLINGS: &[(&str, &str)] = &[
    (
        "activities: {a: {title: T, cost: 0.125}}",
        "editors count in binary fractions: two decimals cannot be asked for",
    ),
    ("activities: {a: {title: T, cost: 1e3}}", "1e3 is the number 1000"),
    ("activities: {a: {title: T, days: 0x10}}", "0x10 is the number 16"),
    ("activities: {a: {title: T, days: 14.0}}", "14.0 is the number 14"),
    ("tasks: {a: {title: T, hours: +3}}", "+3 is the number 3"),
    ("activities: {a: {title: T, track: 1.50}}", "1.50 is the number 1.5"),
    ("people: {a: {insider: True}}", "True is the value true"),
    ("goals:\n  a: “T”", "how a text is written is not in its value"),
    ("goals:\n  a: See camp #3", "what stands behind ` #` is not in the value"),
    ("goals: {Աբ: T}", "plain patterns know the capitals of some scripts only"),
];

#[test]
fn what_a_schema_cannot_see() {
    for (text, why) in SPELLINGS {
        let text = format!("ambition: A\n{text}\n");
        let value: Value = serde_yaml::from_str(&text).unwrap();
        assert!(faults(&text).unwrap().iter().any(is_invalid), "the reader takes {text}");
        assert!(SCHEMA.is_valid(&value), "the schema sees it: {text}: {why}");
    }
}

/// Plans whose values are replaced, whose keys are renamed, taken away or added.
#[test]
fn plans_with_something_changed() {
    let plans: Vec<Value> = plans()
        .into_iter()
        .filter(|(name, text)| text.len() < 4_000 && (name.contains("docs") || name.contains("tests")))
        .filter(|(_, text)| faults(text).is_some_and(|faults| faults.is_empty()))
        .filter_map(|(_, text)| serde_yaml::from_str(&text).ok())
        .collect();
    let count = std::cell::Cell::new((0, 0));
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(3_000));
    runner
        .run(&(0..plans.len(), any::<u64>(), 1..3_usize), |(plan, seed, times)| {
            let mut plan = plans[plan].clone();
            mutation::change(&mut plan, seed, times);
            // JSON is YAML in which every text has its quotes: no slip of writing can come in.
            // An id that nobody has is no `invalid`, but what stands behind it is not read.
            let faults = faults(&plan.to_string()).unwrap_or_default();
            let passed = agree(&faults, faults.is_empty(), &plan);
            let passed = passed.map_err(|told| TestCaseError::fail(format!("{told}\n{plan:#}")))?;
            let (taken, refused) = count.get();
            count.set(if passed { (taken + 1, refused) } else { (taken, refused + 1) });
            Ok(())
        })
        .unwrap();
    let (taken, refused) = count.get();
    assert!(taken > 100 && refused > 100, "{taken} {refused}");
}
