//! `scf new`.

use super::{scf, scf_in};
use insta::assert_snapshot;

#[test]
fn the_first_plan_is_sound_and_can_be_shown() {
    let folder = tempfile::tempdir().unwrap();
    let run = scf_in(folder.path(), &["new"]);
    assert_snapshot!("new", run.seen().replace("Only you can read this file on this computer.\n", ""));
    let checked = scf_in(folder.path(), &["check", "--all", "--fail-on", "advice"]);
    assert_eq!(checked.code, 0, "{}", checked.seen());
    let json = scf_in(folder.path(), &["check", "--format", "json"]).out;
    assert!(json.contains(r#""complete":true"#) && json.contains(r#""findings":[]"#), "{json}");
    assert_snapshot!("new-shown", scf_in(folder.path(), &["show"]).seen());
}

#[test]
fn the_first_plan_explains_itself() {
    let text = scf(&["new", "-"]).out;
    let comments = text.lines().filter(|line| line.contains('#')).count();
    assert!(comments > 10 && text.lines().count() < 70, "{text}");
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    for key in
        ["ambition:", "goals:", "objectives:", "activities:", "tasks:", "people:", "parties:", "because:"]
    {
        assert!(text.contains(key), "{key}");
    }
}

#[test]
fn nothing_that_is_there_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("plan.scf.yaml");
    std::fs::write(&file, "ambition: Mine.\n").unwrap();
    assert_snapshot!(scf_in(folder.path(), &["new"]).seen(), @r"
    --- standard error
    plan.scf.yaml is there already. Nothing was changed. For another name:  scf new NAME
    --- exit code 2
    ");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "ambition: Mine.\n");
    std::fs::create_dir(folder.path().join("plans")).unwrap();
    assert_snapshot!(scf_in(folder.path(), &["new", "plans"]).seen(), @r"
    --- standard error
    plans is a folder. Name a file in it:  scf new plans/plan.scf.yaml
    --- exit code 2
    ");
    assert_snapshot!(scf_in(folder.path(), &["new", "nowhere/first"]).seen(), @r"
    --- standard error
    The folder nowhere does not exist. Make it first, or choose another place.
    --- exit code 2
    ");
}

#[cfg(unix)]
#[test]
fn a_new_plan_is_for_the_eyes_of_its_owner() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let run = scf_in(folder.path(), &["new", "market-road"]);
    assert!(run.out.contains("market-road.scf.yaml") && run.out.contains("Only you can read"), "{}", run.out);
    let mode = std::fs::metadata(folder.path().join("market-road.scf.yaml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
}
