//! `scf report`.

use super::{OF_EVERY_KIND, scf, scf_in, with_plan};
use insta::assert_snapshot;
use std::fs;

#[test]
fn help_of_report() {
    assert_snapshot!("help-report", scf(&["report", "-h"]).seen());
}

#[test]
fn the_ending_of_the_file_says_the_format() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.scf.yaml"), OF_EVERY_KIND).unwrap();
    let run = |words: &[&str]| scf_in(folder.path(), words);
    let written = run(&["report", "-o", "p.html"]);
    assert_eq!((written.code, &*written.out), (0, ""), "{}", written.seen());
    let page = fs::read_to_string(folder.path().join("p.html")).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>"));
    assert_eq!(page, run(&["report", "-o", "-"]).out);
    assert_eq!(run(&["report", "-o", "p.md"]).code, 0);
    let page = fs::read_to_string(folder.path().join("p.md")).unwrap();
    assert!(page.starts_with("# "));
    assert_eq!(page, run(&["report", "--format", "markdown"]).out);
    for refused in
        [&["report", "-o", "p.pdf"][..], &["report", "--format", "json"], &["report", "-o", "q.scf.yaml"]]
    {
        let run = run(refused);
        assert_eq!((run.code, &*run.out), (2, ""), "{}", run.seen());
        assert!(!run.err.is_empty());
    }
    let plan = fs::read_to_string(folder.path().join("p.scf.yaml")).unwrap();
    assert_eq!(plan, OF_EVERY_KIND, "no page is written over a plan");
}

#[test]
fn less_is_told_to_more_people() {
    let told =
        |include: &str| with_plan(OF_EVERY_KIND, &["report", "--format=html", "--include", include]).out;
    let [core, team, public] = ["core", "team", "public"].map(told);
    assert!(core.contains("hidden-visit") && !core.contains("left out here"));
    assert!(!team.contains("hidden-visit") && team.contains("left out here"));
    assert!(public.len() < team.len());
}

#[test]
fn a_plan_that_could_not_be_read_is_refused_with_its_faults() {
    let run = with_plan("ambition: Peace.\npeople: {stone: {helo: x}}\n", &["report", "--format=html"]);
    assert_eq!((run.code, &*run.out), (1, ""));
    assert!(run.err.contains("helo"), "{}", run.err);
}
