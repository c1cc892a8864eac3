//! What a person and a program see of each finding: a snapshot beside the plan that has it and the plan without it.

use std::path::Path;
use std::process::Command;

#[test]
fn as_a_person_sees_it() {
    insta::glob!("findings/*/*.yaml", |plan| snapshot(plan, "text", |printed| printed));
}

#[test]
fn as_a_program_sees_it() {
    // A field to a line, so that what changes can be seen.
    let spread = |printed: String| {
        let answer: serde_json::Value = serde_json::from_str(&printed).expect("JSON");
        serde_json::to_string_pretty(&answer).expect("JSON")
    };
    insta::glob!("findings/*/*.yaml", |plan| snapshot(plan, "json", spread));
}

fn snapshot(plan: &Path, format: &str, laid_out: impl Fn(String) -> String) {
    let folder = plan.parent().expect("the folder of the finding");
    let file = plan.file_name().expect("a file");
    let ran = Command::new(env!("CARGO_BIN_EXE_scf"))
        .args(["check", "--today", "2026-11-23", "--format", format])
        .arg(file)
        .current_dir(folder)
        .env("LC_ALL", "en_GB.UTF-8")
        .output()
        .expect("scf can be run");
    let printed = laid_out(String::from_utf8(ran.stdout).expect("UTF-8"));
    let complaint = String::from_utf8_lossy(&ran.stderr);
    assert!(complaint.is_empty(), "{}: {complaint}", plan.display());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder);
    settings.set_prepend_module_to_snapshot(false);
    settings.remove_snapshot_suffix();
    settings.set_omit_expression(true);
    settings.remove_input_file();
    settings.set_description(format!("exit code {}", ran.status.code().expect("an exit code")));
    let state = plan.file_stem().expect("a name").to_string_lossy();
    settings.bind(|| insta::assert_snapshot!(format!("{state}.{format}"), printed));
}
