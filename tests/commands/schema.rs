//! `scf schema`, and every answer of every command against its schema.

use super::{OF_EVERY_KIND, examples, scf, scf_in, with_plan};
use insta::assert_snapshot;
use jsonschema::Validator;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

#[test]
fn which_schemas_there_are() {
    assert_snapshot!(scf(&["schema", "--list"]).seen());
}

#[test]
fn a_name_that_is_not_known() {
    let runs = ["chekc", "new", "comit"].map(|name| scf(&["schema", name]).seen());
    assert_snapshot!(runs.join("\n"), @r"
    --- standard error
    There is no schema of the name “chekc”. Is check meant? All names: scf schema --list
    --- exit code 2

    --- standard error
    There is no schema of the name “new”. All names: scf schema --list
    --- exit code 2

    --- standard error
    There is no schema of the name “comit”. Is commit meant? All names: scf schema --list
    --- exit code 2
    ");
}

/// The schema of this name.
fn schema(name: &str) -> Value {
    let run = scf(&["schema", name]);
    assert_eq!((run.code, run.err.as_str()), (0, ""), "{name}");
    serde_json::from_str(&run.out).unwrap()
}

fn names() -> Vec<String> {
    let listed: Value = serde_json::from_str(&scf(&["schema", "--list", "--format", "json"]).out).unwrap();
    let names = listed["schemas"].as_array().unwrap().iter();
    names.map(|schema| schema["schema"].as_str().unwrap().to_owned()).collect()
}

/// The schema with every field refused that it does not name, so that no answer can say more than its schema.
fn strict(schema: &Value) -> Value {
    match schema {
        Value::Object(map) => {
            let mut strict: Map<String, Value> =
                map.iter().map(|(key, value)| (key.clone(), self::strict(value))).collect();
            if map.get("properties").is_some_and(Value::is_object)
                && !map.contains_key("additionalProperties")
            {
                strict.insert("additionalProperties".to_owned(), json!(false));
            }
            Value::Object(strict)
        }
        Value::Array(list) => list.iter().map(self::strict).collect(),
        other => other.clone(),
    }
}

#[test]
fn every_schema_is_one_of_draft_7_that_stands_alone_and_describes_each_field() {
    for name in names() {
        let schema = schema(&name);
        assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
        assert!(jsonschema::draft7::meta::is_valid(&schema), "{name}");
        let mut open = vec![&schema];
        while let Some(part) = open.pop() {
            match part {
                Value::Object(map) => {
                    if let Some(reference) = map.get("$ref") {
                        assert!(reference.as_str().unwrap().starts_with("#/"), "{name}: {reference}");
                    }
                    let fields = map.get("properties").and_then(Value::as_object);
                    for (field, about) in fields.into_iter().flatten().filter(|_| name != "plan") {
                        let said = about["description"].as_str().unwrap_or_default();
                        assert!(said.len() > 3, "{name}: {field} says nothing");
                    }
                    open.extend(map.values());
                }
                Value::Array(list) => open.extend(list),
                _ => {}
            }
        }
    }
}

#[test]
fn the_schemas_of_the_repository_are_those_of_the_program() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schema");
    let write = std::env::var_os("SCF_WRITE_DOCS").is_some();
    let mut written = BTreeSet::new();
    for name in names() {
        let file = folder.join(format!("{name}.json"));
        let printed = scf(&["schema", &name]).out;
        if write {
            fs::write(&file, &printed).unwrap();
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert!(kept == printed, "{} is old; write it anew with SCF_WRITE_DOCS=1", file.display());
        written.insert(file);
    }
    let there = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let json: BTreeSet<_> = there.filter(|path| path.extension().is_some_and(|end| end == "json")).collect();
    assert_eq!(json, written);
}

/// What is asked of a plan: each command in each of its ways to answer.
fn questions(plan: &str) -> Vec<Vec<String>> {
    let mut questions: Vec<Vec<String>> = [
        "check",
        "show",
        "bottlenecks",
        "choices",
        "commit",
        "workload",
        "agenda",
        "cooperation",
        "inclusion",
        "draw",
        "settings",
    ]
    .map(|command| vec![command.to_owned(), plan.to_owned()])
    .into();
    let check: Value = serde_json::from_str(&scf(&["check", plan, "--format", "json"]).out).unwrap();
    let items: BTreeSet<&str> = check["plans"][0]["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|finding| finding["item"].as_str())
        .collect();
    for item in items {
        for words in [&["why"][..], &["bottlenecks"], &["what-if", "--without"]] {
            let mut question = vec![words[0].to_owned(), plan.to_owned()];
            question.extend(words[1..].iter().map(|word| (*word).to_owned()));
            question.push(item.to_owned());
            questions.push(question);
        }
    }
    questions.push(vec!["diff".to_owned(), "first-plan.scf.yaml".to_owned(), plan.to_owned()]);
    questions
}

struct Schemas(BTreeMap<String, Validator>);

impl Schemas {
    fn all() -> Self {
        let validator = |name: &String| jsonschema::draft7::new(&strict(&schema(name))).unwrap();
        Self(names().iter().map(|name| (name.clone(), validator(name))).collect())
    }

    /// Holds an answer against the schema of its command.
    fn hold(&self, answer: &Value, words: &[String]) {
        let command = answer["command"].as_str().unwrap_or_else(|| panic!("{words:?}: {answer}"));
        // The schema `settings` is that of the file.
        let validator = &self.0[if command == "settings" { "settings-answer" } else { command }];
        let told: Vec<String> = validator
            .iter_errors(answer)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(told.is_empty(), "{words:?}: {told:#?}");
    }
}

#[test]
fn every_answer_to_every_example_is_as_its_schema_says() {
    let schemas = Schemas::all();
    let mut answered = BTreeSet::new();
    let mut plans: Vec<_> = fs::read_dir(examples()).unwrap().map(|entry| entry.unwrap().path()).collect();
    plans.retain(|path| path.extension().is_some_and(|end| end == "yaml"));
    plans.sort();
    assert!(plans.len() >= 4);
    let mut questions: Vec<Vec<String>> =
        plans.iter().flat_map(|plan| questions(plan.file_name().unwrap().to_str().unwrap())).collect();
    for more in [
        &["explain"][..],
        &["explain", "bottleneck"],
        &["schema", "--list"],
        &["choices", "kesharu-plains.scf.yaml", "--compare", "1,2"],
        &["what-if", "toramba-highlands.scf.yaml", "--scenario", "early-rains"],
        &["what-if", "kesharu-plains.scf.yaml", "--delay", "shuttle-talks=30"],
        &["decide", "kesharu-plains.scf.yaml", "order.map-first"],
    ] {
        questions.push(more.iter().map(|word| (*word).to_owned()).collect());
    }
    for words in questions {
        for format in ["json", "yaml"] {
            let mut all: Vec<&str> = words.iter().map(String::as_str).collect();
            all.extend(["--format", format]);
            let run = scf(&all);
            if run.out.is_empty() {
                assert_eq!(run.code, 2, "{all:?}: {}", run.err);
                continue;
            }
            let answer: Value = if format == "json" {
                serde_json::from_str(&run.out).unwrap()
            } else {
                serde_yaml::from_str(&run.out).unwrap()
            };
            schemas.hold(&answer, &words);
            let command = answer["command"].as_str().unwrap();
            answered.insert(if command == "settings" { "settings-answer" } else { command }.to_owned());
        }
    }
    // The first two are of files, and a plan that is shown is tried where it is shown (`live.rs`).
    let elsewhere = ["plan", "settings", "live"];
    let missing: Vec<_> = schemas
        .0
        .keys()
        .filter(|name| !elsewhere.contains(&name.as_str()) && !answered.contains(*name))
        .collect();
    assert!(missing.is_empty(), "never answered: {missing:?}");
}

#[test]
fn answers_to_every_finding_are_as_their_schema_says() {
    let schemas = Schemas::all();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings");
    let run = scf_in(&folder, &["check", "*/*.yaml", "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.seen()));
    assert!(answer["plans"].as_array().unwrap().len() > 100);
    schemas.hold(&answer, &["check".to_owned()]);
    let of_every_kind = with_plan(OF_EVERY_KIND, &["show", "p.scf.yaml", "--format", "json"]);
    schemas.hold(&serde_json::from_str(&of_every_kind.out).unwrap(), &["show".to_owned()]);
}

/// Commands that write no JSON of their own.
const WITHOUT: [&str; 5] = ["report", "new", "lsp", "completions", "man"];

#[test]
fn every_command_that_answers_in_json_has_a_schema() {
    let help = scf(&["--help"]).out;
    let commands = help.split_once("Commands:\n").unwrap().1.split("\n\n").next().unwrap();
    let names = names();
    let mut found = 0;
    for line in commands.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ")) {
        let command = line.split_whitespace().next().unwrap();
        if command != "help" {
            assert!(names.iter().any(|name| name == command) != WITHOUT.contains(&command), "{command}");
            found += 1;
        }
    }
    assert!(found > 15, "{help}");
}

#[test]
fn a_file_for_the_editor() {
    let folder = tempfile::tempdir().unwrap();
    let written = scf_in(folder.path(), &["schema", "--output", "scf.schema.json"]);
    assert_snapshot!(written.seen(), @r"
    The schema is in scf.schema.json
    An editor that knows YAML uses it for plans beside it that begin with this line:
    # yaml-language-server: $schema=./scf.schema.json
    ");
    let file = fs::read_to_string(folder.path().join("scf.schema.json")).unwrap();
    assert_eq!(file, scf(&["schema"]).out);
    // A new plan names this file, and passes.
    assert_eq!(scf_in(folder.path(), &["new", "first", "-q"]).code, 0);
    let plan = fs::read_to_string(folder.path().join("first.scf.yaml")).unwrap();
    assert_eq!(plan.lines().next(), Some("# yaml-language-server: $schema=./scf.schema.json"));
    let validator = jsonschema::draft7::new(&serde_json::from_str(&file).unwrap()).unwrap();
    assert!(validator.is_valid(&serde_yaml::from_str(&plan).unwrap()));
    assert_eq!(scf_in(folder.path(), &["check", "first.scf.yaml", "-q"]).code, 0);
    // A plan is never written over.
    let run = scf_in(folder.path(), &["schema", "--output", "first.scf.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert_eq!(fs::read_to_string(folder.path().join("first.scf.yaml")).unwrap(), plan);
    let run = scf_in(folder.path(), &["schema", "--output", "none/scf.schema.json"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("none/scf.schema.json"), "{}", run.err);
}

#[test]
fn settings_pass_where_they_are_read_and_no_others() {
    let validator = jsonschema::draft7::new(&schema("settings")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.scf.yaml"), "ambition: Peace.\n").unwrap();
    for (text, is_read) in [
        ("", true),
        ("fail_on = \"new\"\nfail_on_dated = true\nleave_out = [\"drafts\", \"*/old-*\"]\n", true),
        ("[severity]\nsingle-insider = \"advice\"\ncycle = \"warning\"\n[thresholds]\nchoke_min = 0\n", true),
        ("[severity]\ninvalid = \"error\"\n", true),
        ("[severity]\ninvalid = \"advice\"\n", false),
        ("[severity]\nsingle-insidr = \"advice\"\n", false),
        ("[severity]\norphan = \"loud\"\n", false),
        ("[thresholds]\nchoke_min = -1\n", false),
        ("[thresholds]\nchoke_min = \"three\"\n", false),
        ("choke_min = 3\n", false),
        ("fail_on = \"sometimes\"\n", false),
        ("fail_on_dated = \"yes\"\n", false),
        ("leave_out = \"drafts\"\n", false),
    ] {
        let value = serde_json::to_value(toml::from_str::<toml::Table>(text).unwrap()).unwrap();
        assert_eq!(validator.is_valid(&value), is_read, "{text}");
        fs::write(folder.path().join("scf.toml"), text).unwrap();
        let run = scf_in(folder.path(), &["settings"]);
        assert_eq!(run.code == 0, is_read, "{text}{}", run.seen());
    }
}
