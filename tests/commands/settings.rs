//! `scf settings`, and what a file `scf.toml` does to the other commands.

use super::{Run, scf_in, with_plan};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A plan with one warning (`unsupported`) and, where it sets something itself, its own settings.
const WEAK: &str = "ambition: Peace\nobjectives:\n  talk: The villages talk\n";
/// A plan with six goals: one more than is usual.
const SIX_GOALS: &str = "ambition: Peace\npeople: {ash: A}\ngoals: {a: A, b: B, c: C, d: D, e: E, f: F}\n";

/// A folder with these files; the first is `scf.toml` in most tests.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, content) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    folder
}

fn run(files: &[(&str, &str)], words: &[&str]) -> Run {
    scf_in(folder(files).path(), words)
}

/// The findings of the only plan: each name with its weight.
fn findings(folder: &Path, words: &[&str]) -> Vec<String> {
    let run = scf_in(folder, &[&["check", "--format=json"], words].concat());
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.seen()));
    let plans = json["plans"].as_array().unwrap();
    let all = plans.iter().flat_map(|plan| plan["findings"].as_array().unwrap());
    all.map(|finding| {
        format!("{} {}", finding["finding"].as_str().unwrap(), finding["severity"].as_str().unwrap())
    })
    .collect()
}

const AGREED: &str = "\
# What we have agreed in the team.
fail_on = \"error\"
leave_out = [\"drafts\"]

[severity]
unsupported = \"advice\"

[thresholds]
crowded_goals = 6
donor_percent = 70
";

const OWN: &str = "\
title: Market road
ambition: Peace
settings:
  donor_percent: 75
  severity:
    unsupported: off
    no-because: warning
";

#[test]
fn without_a_file_and_without_a_plan_the_defaults_are_told() {
    let folder = tempfile::tempdir().unwrap();
    // Not by the usual way, on which no file is looked for.
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_scf"));
    command.current_dir(folder.path()).args(["settings", "--lang=en", "--width=80"]);
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_snapshot!("settings-none", String::from_utf8(output.stdout).unwrap());
    let unasked = scf_in(folder.path(), &["settings"]).out;
    assert!(unasked.starts_with("No settings file was looked for"), "{unasked}");
}

#[test]
fn the_file_that_is_told_to_begin_with_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_scf"));
    let told = command.current_dir(folder.path()).args(["settings", "--lang=en"]).output().unwrap().stdout;
    let told = String::from_utf8(told).unwrap();
    let example = told
        .lines()
        .skip_while(|line| !line.starts_with("    "))
        .take_while(|line| !line.starts_with("Setting"));
    let example = example.collect::<Vec<_>>().join("\n");
    assert!(example.contains("[severity]"), "{told}");
    fs::write(folder.path().join("scf.toml"), example).unwrap();
    let run = scf_in(folder.path(), &["settings"]);
    assert!(run.code == 0 && run.out.contains("severity.no-host"), "{}", run.seen());
}

#[test]
fn each_value_is_told_with_where_it_comes_from() {
    let files = [("scf.toml", AGREED), ("p.scf.yaml", OWN)];
    assert_snapshot!("settings-all-levels", run(&files, &["settings", "--severity=orphan=error"]).seen());
    assert_snapshot!("settings-narrow", run(&files, &["settings", "--width=44"]).seen());
    assert_snapshot!("settings-markdown", run(&files, &["settings", "--format=markdown"]).out);
    let csv = run(&files, &["settings", "--format=csv"]).out;
    assert!(csv.starts_with("Setting,Value,From,File,Line\nfail_on,error,file,scf.toml,2\n"), "{csv}");
    assert!(csv.contains("\nthresholds.donor_percent,75,plan,p.scf.yaml,4\n"), "{csv}");
    assert!(csv.contains("\nthresholds.crowded_goals,6,file,scf.toml,9\n"), "{csv}");
    assert!(csv.contains("\nseverity.unsupported,off,plan,p.scf.yaml,6\n"), "{csv}");
    assert!(csv.contains("\nseverity.orphan,warning,default,,\n"), "{csv}");
}

#[test]
fn json_and_yaml_tell_the_same() {
    let folder = folder(&[("scf.toml", AGREED), ("p.scf.yaml", OWN)]);
    let json =
        scf_in(folder.path(), &["settings", "--format=json", "--fail-on=never", "--fail-on-dated"]).out;
    let yaml =
        scf_in(folder.path(), &["settings", "--format=yaml", "--fail-on=never", "--fail-on-dated"]).out;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json, serde_yaml::from_str::<Value>(&yaml).unwrap());
    assert_eq!(
        (&json["format"], &json["command"], &json["path"]),
        (&1.into(), &"settings".into(), &"p.scf.yaml".into())
    );
    assert_eq!((&json["title"], &json["file"]), (&"Market road".into(), &"scf.toml".into()));
    assert_eq!(json["lowered"], serde_json::json!(["unsupported"]));
    let setting = |name: &str| {
        let all = json["settings"].as_array().unwrap();
        all.iter().find(|setting| setting["name"] == name).unwrap_or_else(|| panic!("{name}")).clone()
    };
    let told = |name: &str| (setting(name)["value"].clone(), setting(name)["from"].clone());
    assert_eq!(told("fail_on"), ("never".into(), "flag".into()));
    assert_eq!(told("fail_on_dated"), (true.into(), "flag".into()));
    assert_eq!(told("leave_out"), (serde_json::json!(["drafts"]), "file".into()));
    assert_eq!(told("thresholds.choke_min"), (3.into(), "default".into()));
    assert_eq!(
        setting("thresholds.crowded_goals")["at"],
        serde_json::json!({"path": "scf.toml", "line": 9, "column": 1})
    );
    assert_eq!(
        setting("severity.no-because")["at"],
        serde_json::json!({"path": "p.scf.yaml", "line": 7, "column": 5})
    );
}

#[test]
fn all_tells_every_finding() {
    let few = run(&[("p.scf.yaml", WEAK)], &["settings"]).out;
    let all = run(&[("p.scf.yaml", WEAK)], &["settings", "--all"]).out;
    assert!(!few.contains("severity.orphan ") && all.contains("severity.orphan "), "{all}");
    assert!(!all.contains("weigh as they always do"), "{all}");
}

#[test]
fn a_file_in_a_folder_above_holds_too_and_can_be_left_aside() {
    let folder = folder(&[("scf.toml", AGREED), ("a/b/p.scf.yaml", SIX_GOALS)]);
    let told = |words: &[&str]| scf_in(folder.path(), words).out;
    assert!(told(&["settings", "a/b/p.scf.yaml"]).contains("The settings file is scf.toml."));
    let inner = folder.path().join("a/b");
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_scf"));
    let told_inside = command.current_dir(inner).args(["settings", "--lang=en"]).output().unwrap();
    assert!(String::from_utf8(told_inside.stdout).unwrap().contains("The settings file is ../../scf.toml."));
    let without = told(&["settings", "a/b/p.scf.yaml", "--no-settings"]);
    assert!(
        without.contains("--no-settings") && without.contains("thresholds.crowded_goals                  5"),
        "{without}"
    );
    // Six goals are crowded only where nobody has agreed otherwise.
    let crowded = |words: &[&str]| findings(folder.path(), words).contains(&"crowded advice".to_owned());
    assert!(!crowded(&["a"]) && crowded(&["a", "--no-settings"]));
}

#[test]
fn a_file_can_be_named() {
    let folder = folder(&[
        ("ci/strict.toml", "fail_on = \"advice\"\n[severity]\nunsupported = \"error\"\n"),
        ("p.scf.yaml", WEAK),
    ]);
    assert_eq!(findings(folder.path(), &["--settings", "ci/strict.toml"]), ["unsupported error"]);
    assert_eq!(findings(folder.path(), &[]), ["unsupported warning"]);
    let run = scf_in(folder.path(), &["check", "--settings", "ci/none.toml"]);
    assert_snapshot!(run.seen(), @r"
    --- standard error
    There is no file ci/none.toml. Without --settings, the nearest scf.toml holds.
    --- exit code 2
    ");
    let both = scf_in(folder.path(), &["check", "--settings", "ci/strict.toml", "--no-settings"]);
    assert_eq!(both.code, 2, "{}", both.seen());
}

#[test]
fn a_check_says_under_which_file_it_was_made() {
    let files =
        [("scf.toml", "[severity]\nunsupported = \"off\"\nno-sign = \"off\"\n"), ("p.scf.yaml", WEAK)];
    assert_snapshot!(run(&files, &["check"]).seen());
    let json: Value = serde_json::from_str(&run(&files, &["check", "--format=json"]).out).unwrap();
    assert_eq!(json["plans"][0]["settings"], "scf.toml");
    let none: Value = serde_json::from_str(&with_plan(WEAK, &["check", "--format=json"]).out).unwrap();
    assert_eq!(none["plans"][0].get("settings"), None);
}

#[test]
fn every_level_goes_before_the_one_below() {
    // The file's weight, the plan's, the flag's; the weight that is found.
    let table = [
        ("", "", "", "warning"),
        ("error", "", "", "error"),
        ("", "error", "", "error"),
        ("advice", "error", "", "error"),
        ("error", "", "advice", "advice"),
        ("advice", "error", "warning", "warning"),
        ("off", "error", "", "error"),
    ];
    for (file, plan, flag, found) in table {
        let mut files = Vec::new();
        let toml = format!("[severity]\nunsupported = \"{file}\"\n");
        if !file.is_empty() {
            files.push(("scf.toml", toml.as_str()));
        }
        let own = format!("{WEAK}settings: {{severity: {{unsupported: {plan}}}}}\n");
        files.push(("p.scf.yaml", if plan.is_empty() { WEAK } else { &own }));
        let word = format!("--severity=unsupported={flag}");
        let words = if flag.is_empty() { vec![] } else { vec![word.as_str()] };
        let found_now = findings(folder(&files).path(), &words);
        assert_eq!(
            found_now,
            [format!("unsupported {found}")],
            "file {file:?}, plan {plan:?}, flag {flag:?}"
        );
    }
    // Six goals; the file's threshold, the plan's; whether that is crowded.
    for (file, plan, is_crowded) in
        [("", "", true), ("6", "", false), ("", "6", false), ("6", "5", true), ("5", "6", false)]
    {
        let toml = format!("[thresholds]\ncrowded_goals = {file}\n");
        let own = format!("{SIX_GOALS}settings: {{crowded_goals: {plan}}}\n");
        let mut files = vec![("p.scf.yaml", if plan.is_empty() { SIX_GOALS } else { own.as_str() })];
        if !file.is_empty() {
            files.push(("scf.toml", &toml));
        }
        let found = findings(folder(&files).path(), &[]).iter().any(|name| name.starts_with("crowded"));
        assert_eq!(found, is_crowded, "file {file:?}, plan {plan:?}");
    }
}

#[test]
fn fail_on_of_the_file_decides_unless_the_command_line_does() {
    let files = |toml: &'static str| [("scf.toml", toml), ("p.scf.yaml", WEAK)];
    let code = |toml, words: &[&str]| run(&files(toml), &[&["check"], words].concat()).code;
    assert_eq!(code("", &[]), 1);
    assert_eq!(code("fail_on = \"error\"", &[]), 0);
    assert_eq!(code("fail_on = \"never\"", &[]), 0);
    assert_eq!(code("fail_on = \"error\"", &["--fail-on=warning"]), 1);
    assert_eq!(code("fail_on = \"warning\"", &["--fail-on", "never"]), 0);
    // A plan that nobody has read through for long is found by the day alone.
    let dated = |toml: &str, words: &[&str]| {
        let plan = "ambition: Peace\nreviewed: 2026-01-01\nobjectives:\n  talk: {title: They talk, status: active, tasks: {call: Call}}\n";
        let words = [&["check", "--only=not-reviewed", "--fail-on=advice"], words].concat();
        run(&[("scf.toml", toml), ("p.scf.yaml", plan)], &words).code
    };
    assert_eq!(dated("", &[]), 0);
    assert_eq!(dated("", &["--fail-on-dated"]), 1);
    assert_eq!(dated("fail_on_dated = true", &[]), 1);
    assert_eq!(dated("fail_on_dated = true", &["--fail-on-dated=false"]), 0);
}

#[test]
fn diff_takes_the_settings_of_the_new_plan_for_both() {
    let sound =
        "ambition: Peace\nobjectives:\n  talk: {title: The villages talk, tasks: {call: Call the elders}}\n";
    let files = [
        ("scf.toml", "fail_on = \"error\""),
        ("old/scf.toml", "[severity]\nunsupported = \"off\"\n"),
        ("old/p.scf.yaml", WEAK),
        ("old/sound.scf.yaml", sound),
        ("new/p.scf.yaml", WEAK),
        ("strict/scf.toml", "[severity]\nunsupported = \"error\"\n"),
        ("strict/p.scf.yaml", WEAK),
    ];
    let folder = folder(&files);
    let diff = |words: &[&str]| scf_in(folder.path(), &[&["diff", "--format=json"], words].concat());
    let new = |run: &Run| {
        let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.seen()));
        json["findings"]["new"].as_array().unwrap().len()
    };
    // What is off in the folder of the old plan is off for nobody here: nothing is new.
    let same = diff(&["old/p.scf.yaml", "new/p.scf.yaml"]);
    assert_eq!((new(&same), same.code), (0, 0), "{}", same.seen());
    let weaker = diff(&["old/sound.scf.yaml", "new/p.scf.yaml"]);
    assert_eq!((new(&weaker), weaker.code), (1, 0), "fail_on of the file: {}", weaker.seen());
    assert_eq!(diff(&["old/sound.scf.yaml", "new/p.scf.yaml", "--fail-on=warning"]).code, 1);
    assert_eq!(diff(&["old/sound.scf.yaml", "strict/p.scf.yaml"]).code, 1);
}

#[test]
fn each_of_many_plans_has_its_own_file() {
    let files = [
        ("scf.toml", "[severity]\nunsupported = \"advice\"\n"),
        ("a.scf.yaml", WEAK),
        ("north/scf.toml", "fail_on = \"never\"\n[severity]\nunsupported = \"error\"\n"),
        ("north/b.scf.yaml", WEAK),
        ("north/deep/c.scf.yaml", WEAK),
        ("south/d.scf.yaml", WEAK),
        ("west/scf.toml", "# as everywhere\n"),
        ("west/e.scf.yaml", WEAK),
    ];
    let folder = folder(&files);
    let names =
        ["advice", "error", "error", "advice", "warning"].map(|weight| format!("unsupported {weight}"));
    for _ in 0..3 {
        assert_eq!(findings(folder.path(), &["."]), names);
    }
    assert_eq!(
        scf_in(folder.path(), &["check", "."]).code,
        1,
        "west has a warning, and nobody has said anything"
    );
    assert_eq!(scf_in(folder.path(), &["check", "north", "south"]).code, 0, "never, and advice");
    // The summary counts by what holds for each.
    let many = scf_in(folder.path(), &["check", ".", "-q"]).out;
    assert!(many.contains("5 plans") && many.contains("1 to look at"), "{many}");
}

#[test]
fn paths_are_left_out_where_folders_and_patterns_are_given() {
    let files = [
        ("scf.toml", "leave_out = ['drafts', 'north\\old', '*-copy.scf.yaml']\n"),
        ("a.scf.yaml", WEAK),
        ("a-copy.scf.yaml", WEAK),
        ("drafts/b.scf.yaml", WEAK),
        ("north/c.scf.yaml", WEAK),
        ("north/old/d.scf.yaml", WEAK),
    ];
    let folder = folder(&files);
    let plans = |words: &[&str]| -> Vec<String> {
        let run = scf_in(folder.path(), &[&["check", "--format=json"], words].concat());
        let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.seen()));
        json["plans"]
            .as_array()
            .unwrap()
            .iter()
            .map(|plan| plan["path"].as_str().unwrap().replace('\\', "/"))
            .collect()
    };
    assert_eq!(plans(&["."]), ["a.scf.yaml", "north/c.scf.yaml"]);
    assert_eq!(plans(&["**/*.scf.yaml"]), ["a.scf.yaml", "north/c.scf.yaml"]);
    assert_eq!(plans(&["north"]), ["north/c.scf.yaml"], "also from a folder below");
    assert_eq!(plans(&["drafts/b.scf.yaml"]), ["drafts/b.scf.yaml"], "a file that is named is meant");
    assert_eq!(plans(&[".", "--no-settings"]).len(), 5);
    assert_eq!(plans(&[]), ["a.scf.yaml"], "the one plan in this folder");
    assert_snapshot!(scf_in(folder.path(), &["check", "drafts"]).seen(), @r"
    --- standard error
    The one plan in drafts is left out, because its scf.toml says so (leave_out). Could you name its file?
    --- exit code 2
    ");
    let verbose = scf_in(folder.path(), &["check", ".", "-v"]);
    assert!(verbose.err.contains("3 plans are left out"), "{}", verbose.err);
}

/// Every slip that people make, in one file.
const FAULTY: &str = "\
fail-on = \"error\"
fail_on_dated: yes
ambition = \"Peace\"
choke_min = 4
leave_out = [\"../other\"]
[severity]
no-hosts = \"off\"
orphan = \"wraning\"
invalid = \"off\"
[thresholds]
bottleneck_percent = \"20\"
";

#[test]
fn all_faults_of_a_file_are_told_each_with_its_place() {
    assert_snapshot!(run(&[("scf.toml", FAULTY), ("p.scf.yaml", WEAK)], &["check"]).seen());
}

#[test]
fn no_command_goes_on_with_settings_that_cannot_be_used() {
    let plan = "ambition: Peace\nobjectives:\n  talk: {title: T, activities: {a: {title: A, who: ash}}}\npeople: {ash: Ash}\nchoices: {c: {options: {x: X, y: Y}}}\n";
    let folder = folder(&[("scf.toml", "nonsense = 1\n"), ("p.scf.yaml", plan)]);
    for words in [
        &["check"][..],
        &["show"],
        &["why", "talk"],
        &["bottlenecks"],
        &["what-if", "--without=ash"],
        &["choices"],
        &["commit"],
        &["decide", "p.scf.yaml", "c.x", "--yes"],
        &["workload"],
        &["agenda"],
        &["cooperation"],
        &["inclusion"],
        &["diff", "p.scf.yaml", "p.scf.yaml"],
        &["draw"],
        &["report", "--output", "page.html"],
        &["settings"],
    ] {
        let run = scf_in(folder.path(), words);
        assert_eq!(run.code, 2, "{words:?} {}", run.seen());
        assert!(run.err.contains("scf.toml:1:1") && run.err.contains("“nonsense”"), "{words:?} {}", run.err);
        assert!(!run.out.contains("Peace"), "{words:?} {}", run.out);
    }
    assert_eq!(fs::read_to_string(folder.path().join("p.scf.yaml")).unwrap(), plan, "nothing was written");
    // What is about no plan needs no settings.
    assert_eq!(scf_in(folder.path(), &["explain", "orphan"]).code, 0);
    assert_eq!(scf_in(folder.path(), &["show", "--no-settings"]).code, 0);
}

#[test]
fn thresholds_of_the_file_hold_for_every_command() {
    // Two of three results fall without Ash; nothing is a bottleneck whose fall takes fewer than three.
    let plan = "ambition: Peace\npeople: {ash: Ash}\nobjectives:\n  a: {title: A, tasks: {t: {title: T, who: ash}}}\n  b: {title: B, tasks: {u: {title: U, who: ash}}}\n  c: {title: C, tasks: {v: V}}\n";
    let with = folder(&[("scf.toml", "[thresholds]\nbottleneck_min = 3\n"), ("p.scf.yaml", plan)]);
    let without = folder(&[("p.scf.yaml", plan)]);
    let is_marked = |folder: &Path| findings(folder, &[]).iter().any(|name| name.starts_with("bottleneck"));
    assert!(!is_marked(with.path()) && is_marked(without.path()));
    // A setting of the plan that is taken away in a what-if: the file's holds again.
    let choices = "ambition: Peace\nobjectives: {a: {title: A, needs: 1, tasks: {t: T}}}\nchoices:\n  c: {options: {x: X, y: Y}}\n  d: {options: {x: X, y: Y}}\nsettings: {schemes_max: 100}\n";
    let folder = folder(&[("scf.toml", "[thresholds]\nschemes_max = 2\n"), ("p.scf.yaml", choices)]);
    let schemes = |words: &[&str]| {
        let run = scf_in(folder.path(), &[&["choices", "--format=json"], words].concat());
        let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.seen()));
        json["complete"].as_bool().unwrap()
    };
    assert!(schemes(&[]), "the plan's own word goes before the file's");
    fs::write(folder.path().join("p.scf.yaml"), choices.replace("settings: {schemes_max: 100}\n", ""))
        .unwrap();
    assert!(!schemes(&[]), "without it, the file's holds");
    assert!(schemes(&["--no-settings"]));
}

#[test]
fn a_faulty_file_hides_no_plan_that_it_is_not_for() {
    let files = [
        ("scf.toml", ""),
        ("bad/scf.toml", "nonsense = 1\n"),
        ("bad/a.scf.yaml", WEAK),
        ("bad/b.scf.yaml", WEAK),
        ("good/c.scf.yaml", WEAK),
    ];
    let run = run(&files, &["check", "--format=json", "bad", "good"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["plans"].as_array().unwrap().len(), 1);
    assert_eq!(run.code, 2);
    assert_eq!(run.err.matches("“nonsense”").count(), 1, "told once: {}", run.err);
    let junit = self::run(&files, &["check", "--format=junit", "bad", "good"]).out;
    assert!(
        junit.contains("bad/a.scf.yaml was not checked, because its settings in bad/scf.toml cannot be used"),
        "{junit}"
    );
}

#[test]
fn a_hostile_file_is_a_clear_error() {
    let folder = folder(&[("p.scf.yaml", WEAK)]);
    let file = folder.path().join("scf.toml");
    let said = |bytes: &[u8]| {
        fs::write(&file, bytes).unwrap();
        let run = scf_in(folder.path(), &["check"]);
        assert_eq!(run.code, 2, "{}", run.seen());
        run.err
    };
    let large = fs::File::create(&file).unwrap();
    large.set_len(1 << 30).unwrap();
    let run = scf_in(folder.path(), &["check"]);
    assert!(run.code == 2 && run.err.contains("larger than 1 MiB"), "{}", run.seen());
    drop(large);
    fs::remove_file(&file).unwrap();
    assert!(said(b"fail_on = \"\xff\xfe\"\n").contains("scf.toml:1:12"));
    assert!(said(b"fail\0on = 1\n").contains("scf.toml:1:"));
    assert!(said(format!("leave_out = {}", "[".repeat(200_000)).as_bytes()).len() < 5000);
    // What a screen takes for an order is shown, and not done.
    let told = said("\u{1b}]0;x\u{7} = 1\n\"\u{202e}x\" = 2\n".as_bytes());
    assert!(!told.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{told:?}");
}

#[cfg(unix)]
#[test]
fn a_pipe_of_that_name_is_not_waited_for() {
    let folder = folder(&[("p.scf.yaml", WEAK)]);
    let made = std::process::Command::new("mkfifo").arg(folder.path().join("scf.toml")).status();
    if !made.is_ok_and(|made| made.success()) {
        return;
    }
    let run = scf_in(folder.path(), &["check"]);
    assert!(run.code == 2 && run.err.contains("is no file"), "{}", run.seen());
}

#[test]
fn a_plan_on_standard_input_is_under_the_file_of_this_folder() {
    use std::io::Write as _;
    let folder = folder(&[("scf.toml", "[severity]\nunsupported = \"error\"\n")]);
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_scf"));
    command.current_dir(folder.path()).args(["check", "-", "--format=short", "--lang=en"]);
    command.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(WEAK.as_bytes()).unwrap();
    let out = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(out.contains("error") && out.contains("unsupported"), "{out}");
}

#[test]
fn what_a_plan_makes_lighter_counts_as_accepted_under_a_file_and_only_there() {
    let own = format!("{WEAK}settings: {{severity: {{unsupported: off}}}}\n");
    let counts = |files: &[(&str, &str)], words: &[&str]| {
        let run = run(files, &[&["check", "--format=json"], words].concat());
        let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.seen()));
        let counts = &json["plans"][0]["counts"];
        (counts["warning"].as_u64().unwrap(), counts["accepted"].as_u64().unwrap(), run.code)
    };
    let plan = ("p.scf.yaml", own.as_str());
    assert_eq!(counts(&[plan], &[]), (0, 0, 0), "without a file the plan has its word");
    assert_eq!(counts(&[("scf.toml", ""), plan], &[]), (0, 1, 0), "an empty file is one");
    assert_eq!(counts(&[("scf.toml", "severity.unsupported = 'off'"), plan], &[]), (0, 0, 0));
    assert_eq!(counts(&[("scf.toml", ""), plan], &["--severity=unsupported=warning"]), (1, 0, 1));
    assert_eq!(counts(&[("scf.toml", ""), plan], &["--no-settings"]), (0, 0, 0));
}

#[test]
fn a_file_may_ask_for_what_is_new_alone() {
    let folder = folder(&[("scf.toml", "fail_on = \"new\"\n"), ("p.scf.yaml", WEAK)]);
    let code = |words: &[&str]| scf_in(folder.path(), &[&["check"], words].concat()).code;
    assert_eq!(code(&[]), 1, "where nothing is known, all is new");
    assert_eq!(code(&["--write-baseline"]), 0);
    assert_eq!(code(&["--baseline=scf-baseline.json"]), 0);
}
