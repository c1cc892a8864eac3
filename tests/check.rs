//! What `scf check` says: whole outputs, exit codes, and what plan text may not do to a screen.

#![allow(clippy::unwrap_used)] // A test that cannot run has failed.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const TODAY: &str = "2026-11-23";

/// Runs `scf` in a folder, with nothing in the environment that could change what it says.
fn scf(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_scf"));
    for name in ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    // Settings that somebody keeps above the folder of the tests are none of theirs.
    if !folder.join("scf.toml").exists() {
        command.arg("--no-settings");
    }
    command.args(args).args(["--today", TODAY]).current_dir(folder);
    let streams = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = streams.spawn().unwrap();
    // Where nothing is read from it, the pipe may be closed already.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn plans() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// What a run prints, and how it ends.
fn told(folder: &Path, args: &[&str]) -> String {
    let output = scf(folder, args, "");
    let (code, out, err) = (output.status.code(), text(output.stdout), text(output.stderr));
    let err = if err.is_empty() { String::new() } else { format!("\n[standard error]\n{err}") };
    format!("$ scf {}\n{out}{err}[exit code {}]\n", args.join(" "), code.unwrap_or(-1))
}

/// A folder with these files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

const SOUND: &str =
    "ambition: Peace\nobjectives:\n  talk: {title: The villages talk, tasks: {call: Call the elders}}\n";
const WEAK: &str = "ambition: Peace\nobjectives:\n  talk: The villages talk\n";
const BROKEN: &str =
    "ambition: Peace\nobjectives:\n  talk: {title: The villages talk, tasks: {call: Call}, becuase: x}\n";

#[test]
fn a_plan_with_weak_points() {
    insta::assert_snapshot!(told(&plans(), &["check", "market-road.scf.yaml"]));
}

#[test]
fn a_plan_with_its_lines() {
    insta::assert_snapshot!(told(&plans(), &["check", "market-road.scf.yaml", "-v"]));
}

#[test]
fn everything_about_a_plan() {
    insta::assert_snapshot!(told(&plans(), &["check", "market-road.scf.yaml", "--all"]));
}

#[test]
fn a_plan_in_twelve_lines() {
    insta::assert_snapshot!(told(&plans(), &["check", "market-road.scf.yaml", "--brief"]));
    for (plan, width) in
        [("broken-road.scf.yaml", "80"), ("broken-road.scf.yaml", "40"), ("nine-valleys.scf.yaml", "50")]
    {
        let brief = scf(&plans(), &["check", plan, "--brief", "--width", width], "");
        let lines = text(brief.stdout).lines().count();
        assert!((8..=12).contains(&lines), "{plan}: {lines} lines");
    }
}

#[test]
fn a_plan_on_a_narrow_screen() {
    let narrow = told(&plans(), &["check", "market-road.scf.yaml", "--width", "48"]);
    insta::assert_snapshot!(narrow);
}

#[test]
fn a_plan_for_programs() {
    insta::assert_snapshot!(
        told(&plans(), &["check", "market-road.scf.yaml", "--format", "json"]).replace("{\"", "\n{\"")
    );
}

#[test]
fn only_the_counts() {
    insta::assert_snapshot!(told(&plans(), &["check", ".", "-q"]));
}

#[test]
fn many_bottlenecks_are_told_by_what_they_share() {
    insta::assert_snapshot!(told(&plans(), &["check", "nine-valleys.scf.yaml"]));
}

#[test]
fn titles_from_right_to_left() {
    insta::assert_snapshot!(told(&plans(), &["check", "souk.scf.yaml"]));
}

#[test]
fn a_plan_with_faults() {
    insta::assert_snapshot!(told(&plans(), &["check", "broken-road.scf.yaml"]));
}

#[test]
fn how_a_run_ends() {
    let folder = folder(&[
        ("sound.scf.yaml", SOUND),
        ("weak.scf.yaml", WEAK),
        ("broken.scf.yaml", BROKEN),
        ("empty/readme.txt", ""),
    ]);
    let cases: &[(i32, &[&str])] = &[
        (0, &["sound.scf.yaml"]),
        (1, &["weak.scf.yaml"]),
        (1, &["broken.scf.yaml"]),
        (1, &["sound.scf.yaml", "weak.scf.yaml"]),
        (0, &["weak.scf.yaml", "--fail-on", "error"]),
        (1, &["broken.scf.yaml", "--fail-on", "error"]),
        (0, &["broken.scf.yaml", "--fail-on", "never"]),
        (1, &["weak.scf.yaml", "--fail-on", "advice"]),
        (0, &["weak.scf.yaml", "--skip", "unsupported"]),
        (0, &["weak.scf.yaml", "--only", "orphan,bottleneck"]),
        (1, &["broken.scf.yaml", "--only", "orphan"]),
        (0, &["weak.scf.yaml", "--severity", "unsupported=off"]),
        (0, &["weak.scf.yaml", "--severity", "unsupported=advice"]),
        (1, &["weak.scf.yaml", "--severity", "unsupported=error", "--fail-on", "error"]),
        (2, &["weak.scf.yaml", "--only", "orfan"]),
        (2, &["weak.scf.yaml", "--severity", "unsupported"]),
        (2, &["weak.scf.yaml", "--severity", "unsupported=fatal"]),
        (2, &["weak.scf.yaml", "--severity", "invalid=off"]),
        (2, &["weak.scf.yaml", "--fail-on", "fatal"]),
        (2, &["weak.scf.yaml", "--lang", "not a tag"]),
        (2, &["nowhere.scf.yaml"]),
        (2, &["nowhere.scf.yaml", "weak.scf.yaml"]),
        (2, &["empty"]),
        (2, &[]),
    ];
    for (code, args) in cases {
        let output = scf(folder.path(), &[&["check"], *args].concat(), "");
        assert_eq!(output.status.code(), Some(*code), "{args:?}: {}", text(output.stderr));
    }
}

#[test]
fn what_time_alone_brought_counts_only_where_asked() {
    let plan = "ambition: Peace\nstage: running\nreviewed: 2026-01-01\nobjectives:\n  talk: {title: The villages talk, because: Yes, tasks: {call: Call}}\n";
    let end = |args: &[&str]| {
        scf(Path::new("."), &[&["check", "-", "--fail-on", "advice"], args].concat(), plan).status.code()
    };
    assert_eq!(end(&[]), Some(0));
    assert_eq!(end(&["--fail-on-dated"]), Some(1));
}

#[test]
fn other_plans_are_told_even_where_one_cannot_be_read() {
    let folder = folder(&[("weak.scf.yaml", WEAK)]);
    insta::assert_snapshot!(told(folder.path(), &["check", "nowhere.scf.yaml", "weak.scf.yaml", "-q"]));
    let json = scf(folder.path(), &["check", "nowhere.scf.yaml", "weak.scf.yaml", "--format", "json"], "");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["plans"][0]["path"], "weak.scf.yaml");
}

#[test]
fn which_plans_are_meant() {
    let folder = folder(&[
        ("b/two.scf.yml", SOUND),
        ("a.scf.yaml", SOUND),
        ("b/c/one.scf.yaml", SOUND),
        ("b/plain.yaml", WEAK),
        ("b/.scf.yaml", WEAK),
        (".hidden/three.scf.yaml", WEAK),
        (".gitignore", "drafts/\n"),
        ("drafts/four.scf.yaml", WEAK),
        ("here/five.scf.yaml", SOUND),
    ]);
    let paths = |args: &[&str]| {
        let output = scf(folder.path(), &[&["check", "--format", "json"], args].concat(), SOUND);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let plans = json["plans"].as_array().unwrap().iter();
        plans.map(|plan| plan["path"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(paths(&["."]), ["a.scf.yaml", "b/c/one.scf.yaml", "b/two.scf.yml", "here/five.scf.yaml"]);
    assert_eq!(paths(&["b", "b/two.scf.yml"]), ["b/c/one.scf.yaml", "b/two.scf.yml"]);
    assert_eq!(
        paths(&["b/plain.yaml", "-", "drafts/four.scf.yaml"]),
        ["b/plain.yaml", "-", "drafts/four.scf.yaml"]
    );
    assert_eq!(paths(&[]), ["a.scf.yaml"]);
    fs::copy(folder.path().join("a.scf.yaml"), folder.path().join("z.scf.yaml")).unwrap();
    insta::assert_snapshot!(told(folder.path(), &["check"]));
}

#[test]
fn a_name_that_is_no_finding() {
    let folder = folder(&[("weak.scf.yaml", WEAK)]);
    insta::assert_snapshot!(told(folder.path(), &["check", "--only", "botleneck"]));
    insta::assert_snapshot!(told(folder.path(), &["check", "--skip", "no-sgin"]));
    insta::assert_snapshot!(told(folder.path(), &["check", "--skip", "something else entirely"]));
}

#[test]
fn a_language_nobody_has_translated_is_english() {
    let folder = folder(&[("weak.scf.yaml", WEAK)]);
    let english = scf(folder.path(), &["check"], "");
    for tag in ["en-GB", "tlh", "ar"] {
        let other = scf(folder.path(), &["check", "--lang", tag], "");
        assert_eq!(text(other.stdout), text(english.stdout.clone()));
    }
}

/// A plan whose texts try to clear the screen, to turn a line around and to fill it.
const HOSTILE: &str = r#"title: "\e]0;x\a\e[2J clear"
ambition: "Peace\u202E ecaeP"
objectives:
  tab: {title: "a\tb", becuase: x}
  line: {title: "a\nb\u0085c", supports: nowhere}
  eight: "\u009b31m red \e[8m hidden"
"#;

/// The text without the escapes that set colours.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| match part.split_once('m') {
        Some((codes, rest)) if codes.bytes().all(|b| b.is_ascii_digit() || b == b';') => all + rest,
        _ => all + "\u{1b}[" + part,
    })
}

#[test]
fn plan_text_cannot_move_a_screen() {
    let is_bad = |c: char| {
        (c.is_control() && c != '\n') || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    // With colours, nothing is taken out at the end: what stands in a title must have been escaped before.
    let told = |folder: &Path, args: &[&str]| {
        let output = scf(folder, &[args, &["--color", "always"]].concat(), HOSTILE);
        without_colours(&(text(output.stdout) + &text(output.stderr)))
    };
    for args in [&["-v"][..], &["--all"], &["--brief"], &["-q"], &["--format", "json"]] {
        let told = told(Path::new("."), &[&["check", "-"], args].concat());
        assert_eq!(told.find(is_bad), None, "{args:?}: {told:?}");
    }
    assert!(told(Path::new("."), &["check", "-"]).contains(r"\u{1b}[8m hidden"));
    let folder = folder(&[("bad\u{1b}[2Jname.scf.yaml", WEAK)]);
    for args in [
        &["check"][..],
        &["check", "."],
        &["check", "no\u{1b}[2Jname"],
        &["check", "--only", "no\u{1b}[2Jname"],
    ] {
        let told = told(folder.path(), args);
        assert_eq!(told.find(is_bad), None, "{args:?}: {told:?}");
    }
}

#[test]
fn no_line_is_wider_than_the_screen() {
    use unicode_width::UnicodeWidthStr as _;
    for plan in ["market-road.scf.yaml", "nine-valleys.scf.yaml", "souk.scf.yaml", "broken-road.scf.yaml"] {
        for width in ["60", "80", "120"] {
            for args in [&[][..], &["-v"], &["--all"], &["--brief"]] {
                let output = scf(&plans(), &[&["check", plan, "--width", width], args].concat(), "");
                let told = text(output.stdout);
                // A command is never broken: it is there to be copied.
                let lines = told.lines().filter(|line| !line.trim_start().starts_with("scf "));
                let wide = lines.into_iter().find(|line| line.width() > width.parse().unwrap());
                assert_eq!(wide, None, "{plan} {width} {args:?}");
            }
        }
    }
}

#[test]
fn colours_come_where_they_are_wanted() {
    let folder = folder(&[("weak.scf.yaml", WEAK)]);
    let colours = |args: &[&str]| scf(folder.path(), &[&["check"], args].concat(), "").stdout.contains(&0x1b);
    assert!(!colours(&[]));
    assert!(colours(&["--color", "always"]));
    assert!(!colours(&["--color", "never"]));
    assert!(!colours(&["--color", "always", "--format", "json"]));
}

#[test]
fn titles_for_the_inner_circle_stay_there() {
    let plan = "ambition: Peace\nobjectives:\n  talk: {title: Secret talk, sensitivity: core}\n  walk: {title: Open walk}\n";
    let out = |args: &[&str]| text(scf(Path::new("."), &[&["check", "-"], args].concat(), plan).stdout);
    let json = out(&["--format", "json"]);
    assert!(json.contains("(core item)") && json.contains("Open walk") && !json.contains("Secret"), "{json}");
    assert!(out(&["--format", "json", "--include", "core"]).contains("Secret talk"));
    assert!(!out(&["--format", "json", "--include", "public"]).contains("Open walk"));
    assert!(out(&[]).contains("Secret talk"));
    assert!(!out(&["--include", "team", "-v"]).contains("Secret"));
}

#[test]
fn yaml_says_what_json_says() {
    let here = folder(&[("p.scf.yaml", WEAK)]);
    let answer = |format| text(scf(here.path(), &["check", "--format", format], "").stdout);
    let json: serde_json::Value = serde_json::from_str(&answer("json")).unwrap();
    let yaml: serde_json::Value = serde_yaml::from_str(&answer("yaml")).unwrap();
    assert_eq!(yaml, json);
}
