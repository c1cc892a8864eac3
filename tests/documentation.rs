//! What the documentation says is tried: every plan is read, every command is run, every link is followed.
//!
//! A fence says what its block is:
//! - `yaml`: a whole plan without a fault; `yaml faulty`: a plan with one; `yaml fragment`: a part of a plan;
//!   with a file name behind it, the plan is written to that file for the commands further down the page, or the part
//!   of a plan into it.
//! - `toml`: a settings file without a slip; `toml faulty`: one with a slip; with a file name behind it, it is written to
//!   that file too.
//! - `console`: commands after `$ ` and exactly what they print, with `exit=1` where they end so.
//!
//! `SCF_WRITE_DOCS=1 cargo test --test documentation` writes what the commands print into the pages.

#[path = "documentation/console.rs"]
mod console;
#[path = "documentation/page.rs"]
mod page;

use console::Desk;
use page::{Page, in_project};
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use strategic_choice::findings::REGISTRY;
use strategic_choice::settings;
use strategic_choice::source::Source;

#[test]
fn every_plan_is_read_as_its_fence_says() {
    let mut wrong = Vec::new();
    for page in Page::all().iter().filter(|page| !page.path.starts_with("docs/findings")) {
        for block in page.blocks().iter().filter(|block| block.is("yaml")) {
            let plan = if block.has("fragment") { with_ambition(&block.text) } else { block.text.clone() };
            let found = checked(&plan);
            let kept = match (block.has("faulty"), block.has("fragment")) {
                (true, _) => !found.complete,
                (false, true) => !found.has("invalid") && !found.has("duplicate-id"),
                (false, false) => found.complete,
            };
            if !kept {
                wrong.push(format!("{}: {:?}", page.place(block), found.faults));
            }
        }
    }
    assert!(wrong.is_empty(), "not as the fence says:\n{}", wrong.join("\n"));
}

#[test]
fn every_settings_file_is_read_as_its_fence_says() {
    let mut wrong = Vec::new();
    for page in Page::all() {
        for block in page.blocks().iter().filter(|block| block.is("toml") && !block.has("editor")) {
            let read = settings::read(Source::new("scf.toml", block.text.clone()), PathBuf::new());
            if read.is_err() != block.has("faulty") {
                wrong.push(format!("{}: {:?}", page.place(block), read.err().map(|faulty| faulty.faults)));
            }
        }
    }
    assert!(wrong.is_empty(), "not as the fence says:\n{}", wrong.join("\n"));
}

#[test]
fn every_command_prints_what_its_page_shows() {
    let write = std::env::var_os("SCF_WRITE_DOCS").is_some();
    let mut wrong = Vec::new();
    for page in Page::all() {
        let mut text = page.text.clone();
        let desk = Desk::of(&page);
        // From the end to the beginning the ranges stay right, but files are written from the beginning on.
        let mut sessions = Vec::new();
        for block in page.blocks() {
            if let Some(file) = block.file() {
                if block.has("fragment") {
                    desk.change(file, &block.text);
                } else {
                    desk.write(file, &block.text);
                }
            } else if block.is("console") {
                let session = desk.run(&block);
                if session.code != Some(console::announced(&block)) {
                    wrong.push(format!("{}: it ends with {:?}", page.place(&block), session.code));
                }
                if session.text != block.text {
                    wrong.push(format!("{}: it prints\n{}", page.place(&block), session.text));
                }
                sessions.push((block, session));
            }
        }
        for (block, session) in sessions.into_iter().rev() {
            text.replace_range(block.range, &session.text);
        }
        if write && text != page.text {
            std::fs::write(in_project(&page.path), text).expect("the page can be written");
        }
    }
    assert!(wrong.is_empty() || write, "not as shown:\n{}", wrong.join("\n"));
}

#[test]
fn every_link_leads_somewhere() {
    let pages = Page::all();
    let mut dead = Vec::new();
    for page in &pages {
        for link in page.links().into_iter().filter(|link| !link.contains("://")) {
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let folder = page.path.parent().expect("pages are in a folder");
            let target = if file.is_empty() { page.path.clone() } else { plain(&folder.join(file)) };
            let known = pages.iter().find(|other| other.path == target);
            let anchor_there = anchor.is_empty()
                || known.is_some_and(|page| page.anchors().iter().any(|name| name == anchor));
            if !in_project(&target).exists() || !anchor_there {
                dead.push(format!("{}: {link}", page.path.display()));
            }
        }
    }
    assert!(dead.is_empty(), "dead links:\n{}", dead.join("\n"));
}

#[test]
fn every_finding_that_is_built_has_its_page_and_its_two_plans() {
    let built: BTreeSet<String> =
        REGISTRY.iter().map(|definition| definition.name.name().to_owned()).collect();
    let pages: BTreeSet<String> = names_in("docs/findings", ".md").collect();
    let plans: BTreeSet<String> = names_in("tests/findings", "").collect();
    assert_eq!(built, pages, "pages in docs/findings");
    assert_eq!(built, plans, "folders in tests/findings");
    let index = std::fs::read_to_string(in_project(Path::new("docs/findings/README.md"))).expect("the index");
    for name in built {
        assert!(index.contains(&format!("[{name}]({name}.md)")), "{name} is not in docs/findings/README.md");
    }
}

#[test]
fn the_page_of_a_finding_says_how_much_it_weighs_and_from_when() {
    for definition in REGISTRY {
        let text = finding_page(definition.name.name()).text;
        let line = text.lines().find(|line| line.contains(" · ")).unwrap_or_default();
        let stage = match definition.from.name() {
            "running" => "from a running plan on",
            "plan" => "from a plan on",
            _ => "from a sketch on",
        };
        let start = format!("{} · {stage} · ", definition.severity.name());
        assert!(line.starts_with(&start), "{}: {line}", definition.name.name());
    }
}

#[test]
fn the_page_of_a_finding_shows_the_plans_that_are_tested() {
    for definition in REGISTRY {
        let name = definition.name.name();
        let blocks = finding_page(name).blocks();
        let shown: Vec<_> = blocks.iter().filter(|block| block.is("yaml")).map(|block| &block.text).collect();
        assert_eq!(shown.len(), 2, "{name}: a faulty plan and a mended one");
        assert_eq!(*shown[0], plan_of(name, "faulty"), "{name}");
        assert_eq!(*shown[1], plan_of(name, "mended"), "{name}");
    }
}

#[test]
fn the_faulty_plan_has_its_finding_and_the_mended_one_has_not() {
    for definition in REGISTRY {
        let name = definition.name.name();
        let faulty = checked(&plan_of(name, "faulty"));
        let lines: Vec<String> = faulty.lines_of(name).map(|line| format!("At line {line} `scf`")).collect();
        assert!(!lines.is_empty(), "{name}: not found in the faulty plan");
        let text = finding_page(name).text;
        assert!(lines.iter().any(|line| text.contains(line)), "the page of {name} does not say: {lines:?}");
        let mended = checked(&plan_of(name, "mended"));
        assert!(!mended.has(name), "{name}: still found in the mended plan");
        assert!(mended.complete, "{name}: the mended plan has faults: {:?}", mended.faults);
    }
}

/// What a check says about a plan.
struct Checked {
    complete: bool,
    /// Name and line.
    findings: Vec<(String, u64)>,
    /// The sentences of the faults of the text.
    faults: Vec<String>,
}

impl Checked {
    fn has(&self, finding: &str) -> bool {
        self.lines_of(finding).next().is_some()
    }

    fn lines_of(&self, finding: &str) -> impl Iterator<Item = u64> {
        self.findings.iter().filter(move |(name, _)| name == finding).map(|(_, line)| *line)
    }
}

/// Checks a plan on the day of the documentation.
fn checked(plan: &str) -> Checked {
    let mut scf = Command::new(env!("CARGO_BIN_EXE_scf"))
        .args(["check", "-", "--format", "json", "--today", "2026-11-23"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("scf can be run");
    scf.stdin.take().expect("its standard input").write_all(plan.as_bytes()).expect("it reads the plan");
    let printed = scf.wait_with_output().expect("it ends").stdout;
    let answer: Value = serde_json::from_slice(&printed).expect("JSON");
    let answer = &answer["plans"][0];
    let findings = answer["findings"].as_array().expect("findings");
    let words = |finding: &Value, field: &str| finding[field].as_str().expect("words").to_owned();
    let line = |finding: &Value| finding["at"]["line"].as_u64().expect("a line");
    let is_fault = |name: &str| matches!(name, "invalid" | "unknown-id" | "duplicate-id");
    Checked {
        complete: answer["complete"].as_bool().expect("whether it is complete"),
        findings: findings.iter().map(|finding| (words(finding, "finding"), line(finding))).collect(),
        faults: findings
            .iter()
            .filter(|finding| is_fault(&words(finding, "finding")))
            .map(|finding| words(finding, "message"))
            .collect(),
    }
}

/// A part of a plan as a whole one.
fn with_ambition(part: &str) -> String {
    let has_one = part.lines().any(|line| line.starts_with("ambition:"));
    if has_one { part.to_owned() } else { format!("{part}ambition: An ambition.\n") }
}

fn finding_page(name: &str) -> Page {
    let path = Path::new("docs/findings").join(name).with_extension("md");
    Page::all().into_iter().find(|page| page.path == path).unwrap_or_else(|| panic!("{name} has no page"))
}

fn plan_of(finding: &str, state: &str) -> String {
    let path = Path::new("tests/findings").join(finding).join(state).with_extension("yaml");
    std::fs::read_to_string(in_project(&path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names in a folder that end so, without the ending; not the guide to the folder.
fn names_in(folder: &str, end: &str) -> impl Iterator<Item = String> {
    let entries = std::fs::read_dir(in_project(Path::new(folder))).expect("the folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
    names.filter(|name| name != "README.md").filter_map(move |name| name.strip_suffix(end).map(str::to_owned))
}

/// The path without `..`.
fn plain(path: &Path) -> std::path::PathBuf {
    let mut plain = std::path::PathBuf::new();
    for part in path.components() {
        if part == std::path::Component::ParentDir {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}
