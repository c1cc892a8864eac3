//! `scf diff --git`.

use super::diff::{WEAK, edited};
use super::{examples, scf_in};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs git in a folder; nothing where there is no git, and a note that says so.
#[allow(clippy::print_stderr)] // The note is for whoever runs the tests.
fn git(folder: &Path, words: &[&str]) -> Option<()> {
    let mut git = Command::new("git");
    git.current_dir(folder).args([
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.org",
        "-c",
        "commit.gpgsign=false",
    ]);
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"] {
        git.env_remove(name);
    }
    let Ok(status) = git.args(words).stdout(Stdio::null()).stderr(Stdio::null()).status() else {
        eprintln!("There is no git here: what it would give is not tried.");
        return None;
    };
    assert!(status.success(), "git {words:?}");
    Some(())
}

/// A repository in which the plan `plans/p.scf.yaml` was committed and changed since; `new.scf.yaml` is not in it.
fn repository() -> Option<tempfile::TempDir> {
    let folder = tempfile::tempdir().unwrap();
    let plans = folder.path().join("plans");
    fs::create_dir(&plans).unwrap();
    fs::write(plans.join("p.scf.yaml"), WEAK).unwrap();
    git(folder.path(), &["init", "--quiet"])?;
    git(folder.path(), &["add", "."])?;
    git(folder.path(), &["commit", "--quiet", "-m", "one"])?;
    fs::write(plans.join("p.scf.yaml"), edited(WEAK, &[("who: ash", "who: elm")])).unwrap();
    fs::write(plans.join("new.scf.yaml"), WEAK).unwrap();
    Some(folder)
}

#[test]
fn a_plan_and_what_it_was_at_a_revision() {
    let Some(folder) = repository() else { return };
    let plans = folder.path().join("plans");
    let run = scf_in(folder.path(), &["diff", "--git", "HEAD", "plans/p.scf.yaml"]);
    assert_snapshot!("diff-git", run.seen());
    let inside = scf_in(&plans, &["diff", "p.scf.yaml", "--git=HEAD", "--format=json", "--fail-on=never"]);
    let json: Value = serde_json::from_str(&inside.out).unwrap();
    assert_eq!(json["old"]["revision"], "HEAD");
    assert_eq!(json["changes"][0]["new"], "elm");
    let absolute = plans.join("p.scf.yaml");
    let absolute = scf_in(&examples(), &["diff", "--git=HEAD", absolute.to_str().unwrap(), "-q"]);
    assert!(absolute.out.contains("1 change."), "{}", absolute.seen());
    // Committed, it is the same.
    git(folder.path(), &["add", "plans/p.scf.yaml"]).unwrap();
    git(folder.path(), &["commit", "--quiet", "-m", "two"]).unwrap();
    assert!(scf_in(&plans, &["diff", "--git=HEAD", "p.scf.yaml"]).out.starts_with("Nothing has changed"));
    assert!(scf_in(&plans, &["diff", "--git=HEAD~1", "p.scf.yaml"]).out.contains("Elm"));
}

#[test]
fn a_revision_that_is_not_there() {
    let Some(folder) = repository() else { return };
    let say = |words: &[&str]| scf_in(&folder.path().join("plans"), &[&["diff"], words].concat());
    for (words, sentence) in [
        (["--git=no-such", "p.scf.yaml"], "There is no revision “no-such”"),
        (["--git=HEAD~9", "p.scf.yaml"], "There is no revision “HEAD~9”"),
        (["--git=HEAD", "new.scf.yaml"], "new.scf.yaml is not in the revision HEAD"),
        (["--git=-p", "p.scf.yaml"], "“-p” cannot be the name"),
        (["--git=HEAD:plans", "p.scf.yaml"], "There is no revision “HEAD:plans”"),
        (["--git=", "p.scf.yaml"], "cannot be the name"),
    ] {
        let run = say(&words);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}");
        assert!(run.err.contains(sentence), "{words:?}: {}", run.err);
    }
}

#[test]
fn a_plan_that_is_in_no_repository() {
    let folder = tempfile::tempdir().unwrap();
    if git(folder.path(), &["--version"]).is_none() {
        return;
    }
    fs::write(folder.path().join("p.scf.yaml"), WEAK).unwrap();
    let run = scf_in(folder.path(), &["diff", "--git=HEAD", "p.scf.yaml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("not in a repository that git can read"), "{}", run.err);
}

#[test]
fn a_computer_without_git() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.scf.yaml"), WEAK).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_scf"))
        .current_dir(folder.path())
        .args(["diff", "--git=HEAD", "p.scf.yaml", "--lang=en"])
        .env("PATH", folder.path())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("git is not on this computer"), "{said}");
}

#[test]
fn nothing_that_a_repository_has_set_up_is_run() {
    let Some(folder) = repository() else { return };
    let mark = folder.path().join("was-run");
    let command = format!("touch {} && cat", mark.display());
    fs::write(folder.path().join(".gitattributes"), "*.yaml diff=evil\n").unwrap();
    for name in ["diff.evil.textconv", "diff.evil.command", "core.pager"] {
        git(folder.path(), &["config", name, &command]).unwrap();
    }
    let run = scf_in(folder.path(), &["diff", "--git=HEAD", "plans/p.scf.yaml"]);
    assert_eq!(run.err, "");
    assert!(!mark.exists());
}
