//! What `scf report` and `scf live` show, in a real browser: the tests stand in `tests/browser`, for node's own test
//! runner.
//!
//! They need node, Chromium, and what `npm ci` puts into `tests/browser/node_modules`. Where one of them is not there, this
//! says so and passes, so that `cargo test` runs everywhere; with `SCF_BROWSER=required` it fails instead. A harness of its
//! own lets it be read: a test that passes says nothing under the usual one.

#![allow(clippy::print_stdout, clippy::print_stderr)] // What it says is what it is for.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

/// Its name, for those who run only some tests.
const NAME: &str = "pages_in_a_browser";
/// What browsers of this kind are called.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];
/// The least version of node that the tests are written for.
const NODE: u32 = 20;

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    let is_ignored = words.iter().any(|word| word == "--ignored");
    if words.iter().any(|word| word == "--list") {
        if !is_ignored {
            println!("{NAME}: test");
        }
        return ExitCode::SUCCESS;
    }
    let mut names = words.iter().filter(|word| !word.starts_with('-')).peekable();
    let is_meant = names.peek().is_none() || names.any(|name| NAME.contains(name.as_str()));
    if !is_meant || is_ignored {
        return ExitCode::SUCCESS;
    }
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(missing) if env::var("SCF_BROWSER").is_ok_and(|wish| wish == "required") => {
            eprintln!("The pages were not looked at in a browser: {missing}.");
            ExitCode::FAILURE
        }
        Err(missing) => {
            println!("LEFT OUT: the pages were not looked at in a browser: {missing}.");
            println!("For that: node {NODE} or later, Chromium, and `npm ci` in tests/browser.");
            ExitCode::SUCCESS
        }
    }
}

/// Whether all tests pass.
///
/// # Errors
/// What is missing on this computer.
fn run() -> Result<bool, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    let node = found(&["node"]).ok_or("there is no node")?;
    let version = Command::new(&node).arg("--version").output().map_err(|error| error.to_string())?;
    let version = String::from_utf8_lossy(&version.stdout).trim().to_owned();
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!("node is too old ({version})"));
    }
    let browser = env::var_os("SCF_CHROMIUM").map(PathBuf::from).or_else(|| found(&BROWSERS));
    let browser = browser.ok_or("there is no Chromium")?;
    for package in ["playwright-core", "axe-core"] {
        if !folder.join("node_modules").join(package).is_dir() {
            return Err(format!("{package} is not in tests/browser/node_modules"));
        }
    }
    let mut command = Command::new(node);
    // A page that never answers must not hold up all the others.
    command
        .args(["--test", "--test-timeout=120000", "--test-reporter=spec"])
        .current_dir(&folder)
        .stdin(Stdio::null());
    command.env("SCF_PROGRAM", env!("CARGO_BIN_EXE_scf")).env("SCF_CHROMIUM", browser);
    let status = command.status().map_err(|error| format!("node cannot be started ({error})"))?;
    Ok(status.success())
}

/// The first of these programs that can be found.
fn found(names: &[&str]) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let files = names.iter().flat_map(|name| {
        let file = format!("{name}{}", env::consts::EXE_SUFFIX);
        env::split_paths(&path).map(move |folder| folder.join(&file)).collect::<Vec<_>>()
    });
    files.into_iter().find(|file| file.is_file())
}
