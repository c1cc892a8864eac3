//! The job for GitLab.

use super::{Desk, FAULTY, Ran, SOUND, has_only, yaml};
use serde_json::Value;
use std::fs;

const NAME: &str = "templates/scf.gitlab-ci.yml";

/// Runs the lines of the job with its variables, and these instead of some.
fn run(desk: &Desk, given: &[(&str, &str)]) -> Ran {
    let job = &yaml(NAME)["scf"];
    let lines: Vec<&str> =
        job["script"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let project = desk.path("work").display().to_string();
    let mut variables: Vec<(&str, &str)> = vec![("CI_PROJECT_DIR", &project)];
    let own = job["variables"].as_object().unwrap();
    variables.extend(own.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())));
    variables.extend(given);
    desk.run(&["sh", "-ec"], &lines.join("\n"), &variables)
}

#[test]
fn it_has_only_keys_that_are_known() {
    let file = yaml(NAME);
    assert!(has_only(&file, &["scf"]));
    assert!(has_only(&file["scf"], &["stage", "image", "variables", "script", "artifacts", "rules"]));
    assert!(has_only(&file["scf"]["artifacts"], &["when", "access", "expire_in", "reports"]));
    assert!(has_only(&file["scf"]["artifacts"]["reports"], &["codequality", "junit"]));
}

#[test]
fn a_change_is_marked_and_the_job_fails() {
    let desk = Desk::of(&[("a.scf.yaml", SOUND), ("in/b.scf.yaml", FAULTY)]);
    desk.scf();
    let ran = run(&desk, &[]);
    assert_eq!(ran.code, 1, "{}{}", ran.out, ran.err);
    assert!(ran.out.contains("in/b.scf.yaml:2:1: error invalid"), "{}", ran.out);
    let reports = &yaml(NAME)["scf"]["artifacts"]["reports"];
    let read = |name: &str| fs::read_to_string(desk.work(reports[name].as_str().unwrap())).unwrap();
    let quality: Value = serde_json::from_str(&read("codequality")).unwrap();
    assert!(quality.as_array().unwrap().iter().any(|entry| entry["location"]["path"] == "in/b.scf.yaml"));
    let junit = read("junit");
    assert!(
        roxmltree::Document::parse(&junit).unwrap().descendants().any(|node| node.has_tag_name("failure"))
    );
    assert_eq!(run(&desk, &[("SCF_FAIL_ON", "never")]).code, 0);
}

#[test]
fn variables_are_no_commands() {
    let desk = Desk::of(&[]);
    desk.program("scf", "printf '<%s>\\n' \"$@\"");
    let ran = run(
        &desk,
        &[
            ("SCF_PLANS", "$(touch one) `touch two`; touch three"),
            ("SCF_FAIL_ON", "a b; touch four"),
            ("SCF_INCLUDE", "x"),
        ],
    );
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let last: Vec<&str> = ran.out.lines().skip(4).collect();
    assert_eq!(
        last,
        ["<--fail-on=a b; touch four>", "<--include=x>", "<-->", "<$(touch one) `touch two`; touch three>"]
    );
    assert!(desk.names().is_empty());
}

#[test]
fn it_is_built_where_it_is_not_installed() {
    for (source, from) in [(".", "--path"), ("the address", "--git")] {
        let desk = Desk::of(&[]);
        // What is built is a program that says it was called.
        desk.program(
            "cargo",
            "printf '<%s>\\n' \"$@\"; mkdir -p \"$5/bin\"; printf '#!/bin/sh\\necho built' > \"$5/bin/scf\"; chmod +x \"$5/bin/scf\"",
        );
        let ran = run(&desk, &[("SCF_SOURCE", source)]);
        let end = format!("<{from}>\n<{source}>\nbuilt\n");
        assert!(ran.code == 0 && ran.out.ends_with(&end), "{}{}", ran.out, ran.err);
    }
}
