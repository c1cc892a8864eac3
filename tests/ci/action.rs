//! The composite action of GitHub.

use super::{Desk, FAULTY, Ran, SOUND, has_only, text, yaml};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;

const BASH: [&str; 5] = ["bash", "--noprofile", "--norc", "-eo", "pipefail"];

fn steps() -> Vec<Value> {
    yaml("action.yml")["runs"]["steps"].as_array().unwrap().clone()
}

/// The value of an expression such as `${{ inputs.plans }}`, alone in a field.
fn resolved(text: &str, inputs: &BTreeMap<String, String>) -> String {
    match text.strip_prefix("${{ ").and_then(|rest| rest.strip_suffix(" }}")) {
        None => text.to_owned(),
        Some("github.action_path") => env!("CARGO_MANIFEST_DIR").to_owned(),
        Some(expression) => inputs[expression.strip_prefix("inputs.").unwrap()].clone(),
    }
}

/// Runs the step of this number with these inputs, as GitHub does.
fn run(desk: &Desk, step: usize, given: &[(&str, &str)]) -> Ran {
    let action = yaml("action.yml");
    let mut inputs: BTreeMap<String, String> = BTreeMap::new();
    for (name, input) in action["inputs"].as_object().unwrap() {
        inputs.insert(name.clone(), input["default"].as_str().unwrap().to_owned());
    }
    for (name, value) in given {
        assert!(inputs.insert((*name).to_owned(), (*value).to_owned()).is_some(), "{name} is an input");
    }
    let step = &steps()[step];
    let env: Vec<(String, String)> = step["env"]
        .as_object()
        .unwrap()
        .iter()
        .map(|(name, value)| (name.clone(), resolved(value.as_str().unwrap(), &inputs)))
        .collect();
    let files = ["GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY"]
        .map(|name| (name.to_owned(), desk.path(name).display().to_string()));
    let folders = [("GITHUB_WORKSPACE", "work"), ("RUNNER_TEMP", "temp")]
        .map(|(name, folder)| (name.to_owned(), desk.path(folder).display().to_string()));
    let all: Vec<(String, String)> = env.into_iter().chain(files).chain(folders).collect();
    let variables: Vec<(&str, &str)> =
        all.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let folder = step.get("working-directory").map(|folder| resolved(folder.as_str().unwrap(), &inputs));
    let script = desk.path("temp/script.sh");
    let lines = step["run"].as_str().unwrap();
    fs::write(&script, format!("cd \"$SCF_TEST_FOLDER\"\n{lines}")).unwrap();
    let folder = desk.work(&folder.unwrap_or_default()).display().to_string();
    let variables: Vec<(&str, &str)> =
        variables.into_iter().chain([("SCF_TEST_FOLDER", folder.as_str())]).collect();
    desk.run(&BASH, script.to_str().unwrap(), &variables)
}

#[test]
fn it_has_only_keys_that_are_known() {
    let action = yaml("action.yml");
    assert!(has_only(&action, &["name", "author", "description", "branding", "inputs", "outputs", "runs"]));
    assert!(has_only(&action["branding"], &["icon", "color"]));
    for input in action["inputs"].as_object().unwrap().values() {
        assert!(has_only(input, &["description", "required", "default", "deprecationMessage"]), "{input}");
        assert!(input["description"].is_string() && input["default"].is_string(), "{input}");
    }
    for output in action["outputs"].as_object().unwrap().values() {
        assert!(has_only(output, &["description", "value"]), "{output}");
    }
    assert_eq!(action["runs"]["using"], "composite");
    assert!(has_only(&action["runs"], &["using", "steps"]));
    for step in steps() {
        let known = [
            "name",
            "id",
            "if",
            "shell",
            "run",
            "env",
            "working-directory",
            "continue-on-error",
            "uses",
            "with",
        ];
        assert!(has_only(&step, &known), "{step}");
        assert_eq!(step["shell"], "bash", "a composite step names its shell: {step}");
    }
}

/// What is put into a script by the service is read as a part of the script.
#[test]
fn no_expression_stands_in_a_script() {
    let known = yaml("action.yml")["inputs"].as_object().unwrap().clone();
    for step in steps() {
        assert!(!step["run"].as_str().unwrap().contains("${{"), "{step}");
    }
    let action = text("action.yml");
    for expression in action.split("${{ ").skip(1).map(|rest| rest.split(" }}").next().unwrap()) {
        let is_known = expression.strip_prefix("inputs.").is_some_and(|name| known.contains_key(name));
        let is_ours = matches!(expression, "github.action_path" | "steps.check.outputs.sarif");
        assert!(is_known || is_ours, "{expression}");
    }
}

#[test]
fn what_is_installed_is_taken() {
    let desk = Desk::of(&[]);
    desk.scf();
    desk.program("cargo", "echo called >&2; exit 1");
    let ran = run(&desk, 0, &[]);
    assert_eq!((ran.code, desk.path("GITHUB_PATH").exists()), (0, false), "{}", ran.err);
}

#[test]
fn else_it_is_built_from_the_action() {
    let desk = Desk::of(&[]);
    desk.program("cargo", "printf '%s\\n' \"$@\"");
    let ran = run(&desk, 0, &[]);
    let temp = desk.path("temp/scf").display().to_string();
    let words: Vec<&str> = ran.out.lines().collect();
    let source = env!("CARGO_MANIFEST_DIR");
    assert_eq!(words, ["install", "--locked", "--quiet", "--path", source, "--root", &temp]);
    assert_eq!(fs::read_to_string(desk.path("GITHUB_PATH")).unwrap(), format!("{temp}/bin\n"));
}

#[test]
fn a_change_is_marked_and_the_step_fails() {
    let desk = Desk::of(&[("a.scf.yaml", SOUND), ("in/b.scf.yaml", FAULTY)]);
    desk.scf();
    let ran = run(&desk, 1, &[("sarif", "out.sarif"), ("fail-on", "error")]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("::error file=in/b.scf.yaml,line=2,"), "{}", ran.out);
    let output = fs::read_to_string(desk.path("GITHUB_OUTPUT")).unwrap();
    assert_eq!(output, format!("sarif={}\n", desk.work("out.sarif").display()));
    let sarif: Value = serde_json::from_str(&fs::read_to_string(desk.work("out.sarif")).unwrap()).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(results.iter().any(|result| result["ruleId"] == "invalid"));
    assert!(fs::read_to_string(desk.path("GITHUB_STEP_SUMMARY")).unwrap().contains("in/b.scf.yaml"));
    let never = run(&desk, 1, &[("fail-on", "never"), ("plans", "a.scf.yaml\nin/b.scf.yaml\n")]);
    assert_eq!(never.code, 0, "{}{}", never.out, never.err);
    let one = run(&desk, 1, &[("working-directory", "in"), ("fail-on", "error")]);
    assert!(one.out.contains("file=in/b.scf.yaml"), "paths are told from the repository: {}", one.out);
    let none = run(&desk, 1, &[("plans", "nothing.scf.yaml")]);
    assert_eq!(none.code, 2, "{}{}", none.out, none.err);
}

#[test]
fn inputs_reach_the_command_word_by_word() {
    let desk = Desk::of(&[]);
    desk.program("scf", "printf '<%s>\\n' \"$@\"");
    let given = [
        ("plans", "a b.scf.yaml\n\n$(touch one).scf.yaml\n`touch two`; touch three\n-"),
        ("args", "--only\nbottleneck, orphan\n\"; touch four; \"\n$SCF_PLANS"),
        ("baseline", "a'b & touch five.json"),
        ("include", "public"),
        ("fail-on", "new"),
        ("sarif", "a $(touch six).sarif"),
    ];
    let ran = run(&desk, 1, &given);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out, @r#"
    <check>
    <--format=github>
    <--fail-on=new>
    <--include=public>
    <--baseline=a'b & touch five.json>
    <--output=sarif=a $(touch six).sarif>
    <--only>
    <bottleneck, orphan>
    <"; touch four; ">
    <$SCF_PLANS>
    <-->
    <a b.scf.yaml>
    <$(touch one).scf.yaml>
    <`touch two`; touch three>
    <->
    "#);
    assert!(desk.names().is_empty(), "{:?}", desk.names());
}

/// A line break in a path would let it say more to the service than a path.
#[test]
fn a_path_holds_no_line_break() {
    let desk = Desk::of(&[]);
    desk.program("scf", "exit 0");
    let ran = run(&desk, 1, &[("sarif", "a\nadmin=yes")]);
    assert_eq!((ran.code, desk.path("GITHUB_OUTPUT").exists()), (2, false), "{}", ran.err);
}
