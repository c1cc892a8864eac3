//! The files for services that check every change, tried as far as that can be without the service.

#![cfg(unix)]
#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

mod action;
mod gitlab;
mod hooks;

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const SOUND: &str = "ambition: Peace.\n";
const FAULTY: &str = "ambition: Peace.\ntilte: A title, 100 % new\n";

/// A file of the project, read as YAML.
fn yaml(name: &str) -> Value {
    serde_yaml::from_str(&text(name)).unwrap()
}

fn text(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Whether all keys of a mapping are among these.
fn has_only(mapping: &Value, known: &[&str]) -> bool {
    let keys: BTreeSet<&str> = mapping.as_object().unwrap().keys().map(String::as_str).collect();
    keys.is_subset(&known.iter().copied().collect())
}

/// A folder with plans, beside it one for programs.
struct Desk {
    folder: TempDir,
}

struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Desk {
    fn of(plans: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        for inner in ["work", "bin", "temp"] {
            fs::create_dir(folder.path().join(inner)).unwrap();
        }
        let desk = Self { folder };
        for (name, text) in plans {
            fs::create_dir_all(desk.work(name).parent().unwrap()).unwrap();
            fs::write(desk.work(name), text).unwrap();
        }
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn work(&self, name: &str) -> PathBuf {
        self.path("work").join(name)
    }

    /// Puts a program beside the plans, which tells how it was called.
    fn program(&self, name: &str, script: &str) {
        let file = self.path("bin").join(name);
        fs::write(&file, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Puts the program that is tested beside the plans.
    fn scf(&self) {
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_scf"), self.path("bin").join("scf")).unwrap();
    }

    /// Runs a script as a service does: with these variables, and the programs of this desk before those of the system.
    fn run(&self, shell: &[&str], script: &str, variables: &[(&str, &str)]) -> Ran {
        let path = format!("{}:/usr/bin:/bin", self.path("bin").display());
        let output = Command::new(shell[0])
            .args(&shell[1..])
            .arg(script)
            .current_dir(self.path("work"))
            .env_clear()
            .env("PATH", path)
            .env("LANG", "C.UTF-8")
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The names of everything that lies beside the plans.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path("work")).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// Nothing of these files reaches out to a place that somebody may not want to ask.
#[test]
fn no_host_is_named() {
    for name in ["action.yml", ".pre-commit-hooks.yaml", "templates/scf.gitlab-ci.yml"] {
        let text = text(name);
        for sign in ["://", "www.", ".com", ".org", ".io/"] {
            assert!(!text.contains(sign), "{name} has {sign}");
        }
    }
}
