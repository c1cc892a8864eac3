//! Whole commands, as a person meets them.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

mod agenda;
mod baseline;
mod bottlenecks;
mod choices;
mod commit;
mod cooperation;
mod decide;
mod diff;
mod draw;
mod explain;
mod fix;
mod inclusion;
mod live;
mod new;
mod report;
mod revision;
mod schema;
mod settings;
mod show;
mod small;
mod what_if;
mod why;
mod workload;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A finished run.
struct Run {
    code: i32,
    out: String,
    err: String,
}

impl Run {
    /// Everything a person sees, and the exit code where it is not 0.
    fn seen(&self) -> String {
        let mut seen = self.out.clone();
        if !self.err.is_empty() {
            seen = format!("{seen}--- standard error\n{}", self.err);
        }
        if self.code != 0 {
            seen = format!("{seen}--- exit code {}\n", self.code);
        }
        seen
    }
}

/// Runs `scf` in a folder, on a fixed day, 80 columns wide unless the words say otherwise.
fn scf_in(folder: &Path, words: &[&str]) -> Run {
    scf_in_on(folder, "2026-11-23", words)
}

/// The same on another day.
fn scf_in_on(folder: &Path, today: &str, words: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scf"));
    command.current_dir(folder).args(words).args(["--today", today, "--lang=en"]);
    if !words.iter().any(|word| word.starts_with("--width")) {
        command.arg("--width=80");
    }
    // Settings that somebody keeps above the folder of the tests are none of theirs.
    if !folder.join("scf.toml").exists() && !words.contains(&"--settings") {
        command.arg("--no-settings");
    }
    command.env_remove("CLICOLOR_FORCE").env_remove("NO_COLOR").stdin(Stdio::null());
    let output = command.output().unwrap();
    Run {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Runs `scf` in the folder of examples.
fn scf(words: &[&str]) -> Run {
    scf_in(&examples(), words)
}

/// The same on another day.
fn scf_on(today: &str, words: &[&str]) -> Run {
    scf_in_on(&examples(), today, words)
}

fn examples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// Runs `scf` beside a plan of this text, which is called `p.scf.yaml`.
fn with_plan(text: &str, words: &[&str]) -> Run {
    with_plan_on(text, "2026-11-23", words)
}

/// The same on another day.
fn with_plan_on(text: &str, today: &str, words: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("p.scf.yaml"), text).unwrap();
    scf_in_on(folder.path(), today, words)
}

/// A plan with something of every kind in it.
const OF_EVERY_KIND: &str = "\
title: One of each
currency: EUR
labels: {ambition: Impact, goals: Outcomes}
ambition: Both banks share the river.
goals:
  rules-kept:
    title: Both banks keep the rules of the river.
    because: Quarrels begin where a rule is unclear.
    assumes: rain
  old-quarrel: {title: The quarrel over the ford is settled., status: done}
objectives:
  rules-written: {title: One sheet of rules hangs at both landings., supports: [rules-kept, old-quarrel], needs: 2}
  ferry-shared: {title: The ferry is shared., supports: old-quarrel, status: dropped}
activities:
  listening: {title: Listening on both banks, supports: rules-written, who: ash, status: done}
  drafting:
    title: Drafting the rules together
    supports: rules-written
    who: ash
    lead: river-net
    partners: boat-club
    funded_by: {fund: 100, guild: 50}
    cost: 150
    with: {upper: contact, women: take-part}
    depends_on: listening
    tasks:
      table: Find a table that stands on neither bank
      scribe: {title: Ask a scribe whom both trust, who: elm, status: active}
  reading-aloud: {title: Reading the rules aloud, supports: rules-written, only_if: way.aloud, team: elm}
  printing: {title: Printing the rules, supports: rules-written, only_if: way.print}
  hidden-visit: {title: A quiet visit, supports: rules-written, only_if: host.inn, sensitivity: core, because: He asked for it.}
  loose-end: {title: A feast at the end of summer, tasks: {cook: Ask who can cook}}
people:
  ash: {title: Ash, deputy: elm, organisation: river-net, side: upper}
  elm: Elm
organisations: {river-net: The river net, boat-club: The boat club}
parties:
  upper: {title: The upper bank, access: {ash: trusted, elm: strained}, represents: women}
constituencies: {women: The women at the landings, youth: The young fishers}
others: {mission: {title: The mission of the coast, with: upper}}
donors: {fund: The fund, guild: The guild}
choices:
  way: {question: Read aloud or print?, options: {aloud: Read aloud, print: Print}, excludes: {print: [host.inn]}, who: elm}
  host: {question: Who hosts us?, options: {inn: The inn, school: The school}, chosen: inn, because: It is dry.}
assumptions: {rain: {title: The rains come in time., who: elm}}
scenarios:
  flood: {title: A flood, without: [ash, fund], delays: {drafting: 30}, choose: {way: aloud}}
lessons:
  two-go: {title: Always two go., about: [drafting, single-insider]}
  quiet: Never on a market day.
";
