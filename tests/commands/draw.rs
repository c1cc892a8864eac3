//! `scf draw`.

use super::{OF_EVERY_KIND, examples, scf, scf_in, with_plan};
use insta::assert_snapshot;
use std::fmt::Write as _;
use std::fs;

const FORMATS: [&str; 6] = ["svg", "dot", "mermaid", "graphml", "json", "yaml"];

#[test]
fn help_of_draw() {
    assert_snapshot!("help-draw", scf(&["draw", "-h"]).seen());
}

#[test]
fn every_format_of_one_plan() {
    for format in FORMATS {
        let words = ["draw", "--with=all", "--include=core", "--format", format];
        assert_snapshot!(format!("draw-{format}"), with_plan(OF_EVERY_KIND, &words).seen());
    }
    let words = ["draw", "--with=all", "--column", "--direction=top-down", "--format=svg", "--include=core"];
    assert_snapshot!("draw-column", with_plan(OF_EVERY_KIND, &words).seen());
}

/// What stands inside of something that is for a smaller circle is in no sentence either, as what falls with somebody.
#[test]
fn what_stands_inside_of_something_quiet_is_not_told() {
    let plan = "\
ambition: Peace
goals:
  quiet:
    title: Quiet goal
    sensitivity: core
    objectives:
      inner: {title: Whisper one, activities: {low: {title: Whisper two, who: ash}}}
  open: {title: Open goal, objectives: {outer: {title: Outer, activities: {high: {title: Work, who: ash}}}}}
people: {ash: Ash}
";
    for format in ["svg", "dot", "mermaid", "graphml", "json", "yaml"] {
        let run = with_plan(plan, &["draw", "--with=all", "--format", format]);
        assert!(!run.out.contains("Whisper") && !run.out.contains("inner"), "{format}: {}", run.out);
        assert!(run.out.contains("Work"), "{format}");
    }
    for format in ["html", "markdown"] {
        let run = with_plan(plan, &["report", "--format", format]);
        assert!(!run.out.contains("Whisper") && !run.out.contains("inner"), "{format}: {}", run.out);
        assert!(run.out.contains("Much rests on one person"), "{format}");
    }
    let whole = with_plan(plan, &["draw", "--format=json", "--include=core"]).out;
    assert!(whole.contains("Whisper one") && whole.contains("Whisper two"), "{whole}");
}

#[test]
fn json_holds_what_the_picture_holds() {
    let run = with_plan(OF_EVERY_KIND, &["draw", "--with=all", "--format=json"]);
    let drawn: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    for (field, value) in
        [("format", "1"), ("command", "\"draw\""), ("path", "\"p.scf.yaml\""), ("left_out", "1")]
    {
        assert_eq!(drawn[field].to_string(), value);
    }
    let nodes = drawn["nodes"].as_array().unwrap();
    let node = |id: &str| nodes.iter().find(|node| node["item"] == id);
    assert!(node("hidden-visit").is_none());
    assert_eq!(node("ferry-shared").unwrap()["state"], "absent");
    assert_eq!(node("listening").unwrap()["state"], "done");
    let beside: Vec<&str> = node("drafting").unwrap()["beside"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["item"].as_str().unwrap())
        .collect();
    assert_eq!(beside, ["ash", "upper", "women", "fund", "guild"]);
    let edges = drawn["edges"].as_array().unwrap();
    let edge =
        |from: &str, to: &str| edges.iter().find(|edge| edge["from"] == from && edge["to"] == to).unwrap();
    assert_eq!(edge("drafting", "rules-written")["relation"], "supports");
    assert!(edge("drafting", "rules-written")["points"].is_array());
    assert_eq!(edge("drafting", "listening")["relation"], "depends-on");
    assert!(edge("drafting", "listening")["points"].is_null());
    let first = &drawn["legend"][0];
    assert_eq!(first["number"], 1);
    assert!(first["title"].as_str().is_some_and(|title| !title.is_empty()));
    let marked: Vec<&str> = nodes
        .iter()
        .filter(|node| node["marks"].as_array().unwrap().contains(&1.into()))
        .map(|node| node["item"].as_str().unwrap())
        .collect();
    assert_eq!(serde_json::json!(marked), first["items"]);
}

#[test]
fn a_picture_goes_into_a_file_that_says_its_format() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.scf.yaml"), OF_EVERY_KIND).unwrap();
    let run = scf_in(folder.path(), &["draw", "-o", "p.svg"]);
    assert_snapshot!(run.seen(), @r"
    --- standard error
    Written to p.svg. Open it with your browser.
    1 thing is left out, because not everybody may see it.
    ");
    assert!(fs::read_to_string(folder.path().join("p.svg")).unwrap().starts_with("<svg "));
    let begins = [
        ("p.dot", "digraph"),
        ("p.mmd", "---"),
        ("p.graphml", "<graphml"),
        ("p.json", "{\"format\":1"),
        ("p.yml", "format: 1"),
        ("plain", "<svg "),
    ];
    for (file, begin) in begins {
        let run = scf_in(folder.path(), &["draw", "p.scf.yaml", "--output", file, "-q"]);
        assert_eq!((run.code, run.seen().as_str()), (0, ""), "{file}");
        assert!(fs::read_to_string(folder.path().join(file)).unwrap().starts_with(begin), "{file}");
    }
    // What is asked for goes before what the ending says.
    scf_in(folder.path(), &["draw", "-o", "p.svg", "--format=dot"]);
    assert!(fs::read_to_string(folder.path().join("p.svg")).unwrap().starts_with("digraph"));
    let piped = scf_in(folder.path(), &["draw", "-o", "-", "-q"]);
    assert_eq!(piped.out, scf_in(folder.path(), &["draw", "-q"]).out);
    assert!(piped.out.starts_with("<svg ") && piped.err.is_empty());
}

#[cfg(unix)]
#[test]
fn who_cannot_read_the_plan_cannot_read_the_picture() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("p.scf.yaml");
    fs::write(&plan, "ambition: Peace").unwrap();
    for mode in [0o600, 0o640, 0o644] {
        fs::set_permissions(&plan, fs::Permissions::from_mode(mode)).unwrap();
        let name = format!("p{mode}.svg");
        scf_in(folder.path(), &["draw", "-o", &name]);
        assert_eq!(fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777, mode);
    }
}

#[test]
fn a_plan_is_never_drawn_over() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["p.scf.yaml", "p.yaml"] {
        let plan = folder.path().join(name);
        fs::write(&plan, "ambition: Peace").unwrap();
        let run = scf_in(folder.path(), &["draw", name, "-o", name, "--format=svg"]);
        assert_eq!(run.code, 2, "{}", run.seen());
        assert!(run.err.contains("no answer is written over a plan"), "{}", run.err);
        assert_eq!(fs::read_to_string(&plan).unwrap(), "ambition: Peace");
    }
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let mut told = String::new();
    let cases: [&[&str]; 5] = [
        &["-o", "p.png"],
        &["--format=text"],
        &["--without=draftin"],
        &["--without=flood"],
        &["--under=ash"],
    ];
    for words in cases {
        let run = with_plan(OF_EVERY_KIND, &[&["draw"], words].concat());
        assert_eq!((run.code, &*run.out), (2, ""), "{words:?}");
        let _ = writeln!(told, "$ scf draw {}\n{}", words.join(" "), run.err);
    }
    let nowhere = with_plan(OF_EVERY_KIND, &["draw", "-o", "no/such/p.svg"]);
    assert!(
        nowhere.code == 2
            && nowhere.err.starts_with("There is no folder no/such, so no/such/p.svg cannot be written."),
        "{}",
        nowhere.err
    );
    let faulty = with_plan("ambition: Peace\ngoals: {a: {title: A, suports: b}}", &["draw", "-o", "p.svg"]);
    let _ = write!(told, "a plan with a fault\n{}", faulty.seen());
    assert_snapshot!("draw-refused", told);
}

#[test]
fn a_poster_that_cannot_be_read_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let plan = examples().join("toramba-highlands.scf.yaml");
    fs::copy(plan, folder.path().join("t.scf.yaml")).unwrap();
    assert_snapshot!(scf_in(folder.path(), &["draw", "-o", "t.svg", "--paper=a4"]).seen(), @r"
    --- standard error
    Written to t.svg. Open it with your browser.
    9 things are left out, because not everybody may see them.
    The smallest letters are 3.5 points high, too small to read. Larger paper would do: --paper a2
    ");
    let readable = scf_in(folder.path(), &["draw", "-o", "t.svg", "--paper=a1", "--include=core"]);
    assert_eq!(readable.seen(), "--- standard error\nWritten to t.svg. Open it with your browser.\n");
}
