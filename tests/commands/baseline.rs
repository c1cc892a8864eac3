//! `scf check` with a baseline, and with what is accepted in comments.

use super::{Run, scf_in, scf_in_on};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const WEAK: &str = "\
title: The ford
ambition: Both banks share the ford.
objectives:
  turns: {title: The turns at the ford are agreed., tasks: {sheet: Write the sheet of turns}}
  wall: The wall is mended.
activities:
  feast: A feast at the end of summer
";
const SOUND: &str =
    "ambition: Peace\nobjectives: {o: {title: The villages talk, tasks: {t: Call the elders}}}\n";
const BROKEN: &str =
    "ambition: Peace\nobjectives: {o: {title: The villages talk, tasks: {t: Call}, becuase: x}}\n";
const FILE: &str = "scf-baseline.json";

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn check(folder: &Path, words: &[&str]) -> Run {
    scf_in(folder, &[&["check"], words].concat())
}

fn code(folder: &Path, words: &[&str]) -> i32 {
    check(folder, words).code
}

fn begun(folder: &Path) -> Run {
    check(folder, &["--write-baseline", "."])
}

const NEW: [&str; 4] = ["--baseline", FILE, "--fail-on", "new"];

fn new(folder: &Path) -> i32 {
    code(folder, &[&NEW[..], &["."]].concat())
}

#[test]
fn a_baseline_is_begun_and_from_then_on_only_what_is_new_counts() {
    let here = folder(&[("p.scf.yaml", WEAK)]);
    assert_snapshot!(begun(here.path()).seen(), @r"
    The ford                                         p.scf.yaml · 5 items · a sketch

    Nothing new was found in what was looked at. 2 in the baseline. Nothing is
    broken.
    Line of sight   1 of 1 task reaches the ambition; 1 of 2 objectives has work.
    Not looked at   people, money, choices and assumptions, dates, tracks and
                    cooperation
    --- standard error
    2 findings are in scf-baseline.json now. From now on: scf check . --baseline scf-baseline.json
    ");
    assert_snapshot!(fs::read_to_string(here.path().join(FILE)).unwrap());
    assert_eq!((new(here.path()), code(here.path(), &["."])), (0, 1), "without the file all counts");
    // Lines move.
    fs::write(
        here.path().join("p.scf.yaml"),
        format!("# Spring\n\n{}", WEAK.replace("  wall", "\n  # Stones\n  wall")),
    )
    .unwrap();
    assert_eq!(new(here.path()), 0);
    // One more.
    fs::write(here.path().join("p.scf.yaml"), format!("{WEAK}  boat: A boat is painted\n")).unwrap();
    let run = check(here.path(), &[&NEW[..], &["-q"]].concat());
    assert_snapshot!(run.seen(), @r"
    1 warning. 2 in the baseline. Nothing is broken.
    --- exit code 1
    ");
    assert_eq!(code(here.path(), &["--baseline", FILE, "--fail-on=error"]), 0);
}

#[test]
fn what_is_accepted_is_told_with_why() {
    let text = WEAK.replace(
        "the end of summer",
        "the end of summer # scf: accept[orphan until 2026-12-31] We owe it to them.",
    );
    let here = folder(&[("p.scf.yaml", &text)]);
    begun(here.path());
    assert_snapshot!(check(here.path(), &["--baseline", FILE, "--all"]).seen());
    assert_snapshot!(
        "past-its-day",
        scf_in_on(here.path(), "2027-01-01", &["check", "--baseline", FILE]).seen()
    );
    let json = check(here.path(), &["--baseline", FILE, "--format=json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    let accepted: Vec<&Value> =
        json["plans"][0]["findings"].as_array().unwrap().iter().map(|finding| &finding["accepted"]).collect();
    assert_eq!(
        accepted,
        [
            &serde_json::json!({"because": "It has been in the baseline since 2026-11-23.", "until": null, "by": "baseline", "since": "2026-11-23"}),
            &serde_json::json!({"because": "We owe it to them.", "until": "2026-12-31", "by": "comment", "since": null}),
        ]
    );
    assert_eq!(json["plans"][0]["counts"]["accepted"], 2);
}

#[test]
fn a_comment_that_cannot_be_taken_is_a_fault_with_its_place() {
    for (comment, name) in [
        ("accept[orphn] x", "misspelt"),
        ("accept[orphan]", "no-reason"),
        ("accept orphan", "no-brackets"),
        ("accept[cycle] x", "never"),
        ("accept[no-tasks] x", "unused"),
    ] {
        let text = format!("{} # scf: {comment}\n", WEAK.trim_end());
        let run = check(folder(&[("p.scf.yaml", &text)]).path(), &[]);
        assert_snapshot!(format!("comment-{name}"), run.seen());
    }
}

#[test]
fn what_meets_nothing_is_said_and_taken_out() {
    let here = folder(&[("a.scf.yaml", WEAK), ("b/c.scf.yaml", WEAK), ("d.scf.yaml", SOUND)]);
    begun(here.path());
    let path = here.path().join(FILE);
    let before = fs::read_to_string(&path).unwrap();
    fs::write(here.path().join("a.scf.yaml"), SOUND).unwrap();
    // Only of plans that are looked at.
    assert_eq!(check(here.path(), &["--baseline", FILE, "b"]).err, "");
    assert_eq!(check(here.path(), &["--baseline", FILE, "a.scf.yaml", "--only=no-tasks"]).err, "");
    assert_eq!(check(here.path(), &["--baseline", FILE, "a.scf.yaml", "--skip=orphan,unsupported"]).err, "");
    let off = "--severity=orphan=off,unsupported=off";
    assert_eq!(check(here.path(), &["--baseline", FILE, "a.scf.yaml", off]).err, "");
    let run = check(here.path(), &["--baseline", FILE, "."]);
    assert_snapshot!(run.err, @r"
    2 entries of scf-baseline.json meet nothing any more:
      a.scf.yaml: orphan feast
      a.scf.yaml: unsupported wall
    To take them out, add: --prune-baseline
    ");
    assert_eq!((run.code, fs::read_to_string(&path).unwrap()), (0, before.clone()), "it is only said");
    let json = check(here.path(), &["--baseline", FILE, ".", "--format=json"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["plans"][0]["notes"], serde_json::json!([{"note": "unmet-in-baseline", "count": 2}]));
    assert_eq!(json["plans"][1]["notes"], serde_json::json!([]));
    // What a plan that is gone has left behind, is found too.
    fs::remove_file(here.path().join("b/c.scf.yaml")).unwrap();
    let run = check(here.path(), &["--baseline", FILE, "--prune-baseline", "."]);
    assert_snapshot!(run.err, @r"
    4 entries that met nothing are taken out of scf-baseline.json:
      a.scf.yaml: orphan feast
      a.scf.yaml: unsupported wall
      b/c.scf.yaml: orphan feast
      b/c.scf.yaml: unsupported wall
    ");
    assert_eq!(fs::read_to_string(&path).unwrap(), "{\"format\": 1, \"entries\": [\n]}\n");
}

#[test]
fn old_entries_count_again() {
    let here = folder(&[("p.scf.yaml", WEAK)]);
    begun(here.path());
    let on = |day, age: &str| scf_in_on(here.path(), day, &["check", "--baseline", FILE, "--max-age", age]);
    assert_eq!((on("2026-12-23", "30").code, on("2026-12-24", "30").code), (0, 1));
    assert_snapshot!(on("2026-12-24", "30").seen());
    let json: Value = serde_json::from_str(
        &scf_in_on(
            here.path(),
            "2027-12-24",
            &["check", "--baseline", FILE, "--max-age=30", "--format=json"],
        )
        .out,
    )
    .unwrap();
    assert_eq!(json["plans"][0]["notes"], serde_json::json!([{"note": "old-in-baseline", "count": 2}]));
}

#[test]
fn writing_again_keeps_days_and_other_plans() {
    let here = folder(&[("a.scf.yaml", WEAK), ("b.scf.yaml", WEAK)]);
    begun(here.path());
    let path = here.path().join(FILE);
    let before = fs::read_to_string(&path).unwrap();
    let again = |words: &[&str]| {
        let run = scf_in_on(here.path(), "2027-03-01", &[&["check", "--write-baseline"], words].concat());
        assert_eq!(run.code, 0, "{}", run.seen());
        fs::read_to_string(&path).unwrap()
    };
    assert_eq!(again(&["."]), before);
    assert_eq!(again(&["a.scf.yaml", "--only=orphan"]), before);
    fs::write(here.path().join("a.scf.yaml"), format!("{WEAK}  boat: A boat is painted\n")).unwrap();
    let after = again(&["a.scf.yaml", "--baseline", FILE]);
    let added: Vec<&str> = after.lines().filter(|line| !before.contains(line)).collect();
    assert!(added.len() == 1 && added[0].contains("boat") && added[0].contains("2027-03-01"), "{after}");
    assert!(before.lines().all(|line| after.contains(line)), "one more line, and no other is changed");
}

#[test]
fn a_broken_plan_is_never_in_a_baseline() {
    let here = folder(&[("p.scf.yaml", BROKEN)]);
    assert_eq!(begun(here.path()).code, 1);
    assert_eq!(new(here.path()), 1);
    assert!(!fs::read_to_string(here.path().join(FILE)).unwrap().contains("invalid"));
}

#[test]
fn the_paths_are_those_seen_from_the_file() {
    let here = folder(&[("plans/p.scf.yaml", WEAK), ("ci/x", "")]);
    let run = check(here.path(), &["--write-baseline", "--baseline", "ci/known.json", "plans"]);
    assert!(run.err.contains("scf check plans --baseline ci/known.json"), "{}", run.err);
    let text = fs::read_to_string(here.path().join("ci/known.json")).unwrap();
    assert!(text.contains("\"plan\":\"../plans/p.scf.yaml\""), "{text}");
    for (from, plan, file) in [
        (here.path().join("plans"), "p.scf.yaml", "../ci/known.json"),
        (here.path().join("ci"), "../plans/./p.scf.yaml", "known.json"),
        (here.path().to_path_buf(), here.path().join("plans/p.scf.yaml").to_str().unwrap(), "ci/known.json"),
    ] {
        assert_eq!(code(&from, &["--baseline", file, plan]), 0, "{plan}");
    }
}

#[test]
fn what_cannot_be_done_ends_with_2_and_says_what_can() {
    let here =
        folder(&[("p.scf.yaml", WEAK), ("cut.json", "{\"format\": 1, \"entries\": ["), ("list.json", "[1]")]);
    let marks = "{\"format\": 1, \"entries\": [\n<<<<<<< ours\n]}";
    fs::write(here.path().join("marks.json"), marks).unwrap();
    for (name, words) in [
        ("missing", &["--baseline", "no.json"][..]),
        ("needed", &["--fail-on=new"]),
        ("cut-off", &["--baseline", "cut.json"]),
        ("marks", &["--baseline", "marks.json", "--write-baseline"]),
        ("a-plan", &["--baseline", "p.scf.yaml"]),
    ] {
        let run = check(here.path(), words);
        assert_eq!((run.code, &*run.out), (2, ""), "{name}: {}", run.seen());
        assert_snapshot!(format!("baseline-{name}"), run.err);
    }
    assert_eq!(fs::read_to_string(here.path().join("marks.json")).unwrap(), marks, "it is not written over");
    for words in [
        &["--baseline", "list.json"][..],
        &["--baseline", "."],
        &["--prune-baseline"],
        &["--max-age=3"],
        &["--baseline", FILE, "--write-baseline", "--prune-baseline"],
        &["--baseline", FILE, "--write-baseline", "--max-age=3"],
        &["--baseline", FILE, "--max-age=-3"],
        &["--write-baseline", "--output", "json=scf-baseline.json"],
        &["--write-baseline", "nowhere.scf.yaml"],
    ] {
        assert_eq!(code(here.path(), words), 2, "{words:?}");
    }
    begun(here.path());
    assert_eq!(code(here.path(), &["--baseline", FILE, "nowhere.scf.yaml", "p.scf.yaml"]), 2);
}

#[cfg(unix)]
#[test]
fn the_file_keeps_its_permissions_and_nothing_is_left_beside_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let here = folder(&[("p.scf.yaml", WEAK)]);
    begun(here.path());
    let path = here.path().join(FILE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    fs::write(here.path().join("p.scf.yaml"), SOUND).unwrap();
    check(here.path(), &["--baseline", FILE, "--prune-baseline"]);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_dir(here.path()).unwrap().count(), 2);
}

#[test]
fn many_plans_are_summed_up() {
    let names: Vec<String> = (0..7).map(|number| format!("{number}.scf.yaml")).collect();
    let plans: Vec<(&str, &str)> =
        names.iter().enumerate().map(|(number, name)| (&**name, [WEAK, SOUND, WEAK][number % 3])).collect();
    let here = folder(&plans);
    begun(here.path());
    fs::write(here.path().join("1.scf.yaml"), WEAK).unwrap();
    fs::write(here.path().join("4.scf.yaml"), BROKEN).unwrap();
    let run = check(here.path(), &[&NEW[..], &["."]].concat());
    assert_snapshot!(run.seen(), @r"
      0.scf.yaml  nothing new, 2 in the baseline
    ! 1.scf.yaml  2 warnings
      2.scf.yaml  nothing new, 2 in the baseline
      3.scf.yaml  nothing new, 2 in the baseline
    ! 4.scf.yaml  1 error
      5.scf.yaml  nothing new, 2 in the baseline
      6.scf.yaml  nothing new, 2 in the baseline

    7 plans · 1 broken · 2 with something new
    --- exit code 1
    ");
    let again = check(here.path(), &["--baseline", FILE, "0.scf.yaml", "2.scf.yaml", "-q"]);
    assert!(again.out.ends_with("2 plans · nothing new\n"), "{}", again.out);
}
