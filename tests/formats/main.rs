//! `scf check` for machines: every format read back by a program that knows nothing of this one, and many plans at once.

#![allow(clippy::unwrap_used)] // A test that cannot run has failed.

mod baseline;
mod endings;
mod hostile;
mod junit_schema;
mod limits;
mod many;
mod outputs;
mod pages;
mod public;
mod readers;
mod same;
mod sarif_schema;

use jiff::civil::date;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use strategic_choice::check::{Check, GateAsked, Options, check};
use strategic_choice::lang::Catalogue;
use strategic_choice::plan::Sensitivity;
use strategic_choice::report::Report;
use strategic_choice::report::ci::{Ci, GitHub, GitLab, Home, JUnit, Markdown, Sarif, Short};
use strategic_choice::source::Source;
use tempfile::TempDir;

/// The formats that only machines read.
const FORMATS: [&str; 6] = ["short", "sarif", "github", "gitlab", "junit", "markdown"];

const SOUND: &str =
    "ambition: Peace\nobjectives:\n  talk: {title: The villages talk, tasks: {call: Call the elders}}\n";
const WEAK: &str = "ambition: Peace\nobjectives:\n  talk: The villages talk\n";
const BROKEN: &str =
    "ambition: Peace\nobjectives:\n  talk: {title: The villages talk, tasks: {call: Call}, becuase: x}\n";
const UNREADABLE: &str = "ambition: [Peace\n";

/// A finished run.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// Runs `scf check` in a folder, with only these variables in the environment that could change what it says.
fn run(folder: &Path, args: &[&str], width: &str, variables: &[(&str, &Path)]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scf"));
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"] {
        command.env_remove(name);
    }
    command.envs(variables.iter().copied()).current_dir(folder).stdin(Stdio::null());
    command.arg("check").args(args).args(["--today=2026-11-23", "--lang=en", "--width", width]);
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn scf_with(folder: &Path, args: &[&str], variables: &[(&str, &Path)]) -> Run {
    run(folder, args, "80", variables)
}

fn scf_wide(folder: &Path, args: &[&str], width: &str) -> Run {
    run(folder, args, width, &[])
}

fn scf(folder: &Path, args: &[&str]) -> Run {
    run(folder, args, "80", &[])
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A plan of this text, checked as if it stood in a file of this path.
fn checked(path: &str, text: &str) -> Check {
    let options = Options::on(date(2026, 11, 23));
    check(Source::new(path, text.to_owned()), &options)
}

/// What a format says of plans.
fn written(format: &str, checks: &[Check], include: Sensitivity) -> String {
    let catalogue = Catalogue::of(&["en"]);
    let gate = GateAsked::default();
    let ci = Ci { catalogue: &catalogue, include, gate, home: Home::as_given() };
    let mut report: Box<dyn Report> = match format {
        "short" => Box::new(Short::new(ci)),
        "sarif" => Box::new(Sarif::new(ci)),
        "github" => Box::new(GitHub::new(ci)),
        "gitlab" => Box::new(GitLab::new(ci)),
        "junit" => Box::new(JUnit::new(ci)),
        "markdown" => Box::new(Markdown::new(ci)),
        _ => panic!("no format {format}"),
    };
    let mut out = Vec::new();
    report.begin(&mut out).unwrap();
    for check in checks {
        report.plan(check, &mut out).unwrap();
    }
    report.end(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// Says that something could not be tried. The test passes, so what it prints by a macro would be kept back.
fn left_out(what: &str) {
    let _ = writeln!(std::io::stderr(), "left out: {what}");
}

/// Plans with every finding that is built, with every kind of fault, and with neither.
fn plans() -> Vec<Check> {
    let mut files = Vec::new();
    for folder in fs::read_dir(project().join("tests/findings")).unwrap() {
        let folder = folder.unwrap().path();
        files.extend(
            ["faulty.yaml", "mended.yaml"].map(|name| folder.join(name)).into_iter().filter(|f| f.is_file()),
        );
    }
    for folder in ["examples", "tests/check"] {
        let entries = fs::read_dir(project().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        files.extend(entries.filter(|file| file.to_str().unwrap().ends_with(".scf.yaml")));
    }
    files.sort();
    let name = |file: &Path| file.strip_prefix(project()).unwrap().to_str().unwrap().to_owned();
    files.iter().map(|file| checked(&name(file), &fs::read_to_string(file).unwrap())).collect()
}
