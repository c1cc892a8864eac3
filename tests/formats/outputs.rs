//! Several answers of one run, and the files they are written to.

use super::readers::{command, told};
use super::{BROKEN, SOUND, WEAK, folder, scf, scf_with};
use std::fs;
use std::path::Path;

fn files(folder: &Path) -> Vec<String> {
    let mut files: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    files
}

#[test]
fn several_answers_of_one_run() {
    let here = folder(&[("a.scf.yaml", WEAK), ("b.scf.yaml", BROKEN), ("out/x", "")]);
    let all = ["sarif", "gitlab", "junit", "short", "markdown", "json", "yaml", "text"];
    let args: Vec<String> = all.iter().map(|format| format!("--output={format}=out/{format}")).collect();
    let mut args: Vec<&str> = args.iter().map(String::as_str).collect();
    args.extend([".", "--output", "github"]);
    let run = scf(here.path(), &args);
    assert_eq!((run.code, &*run.err), (1, ""));
    assert_eq!(run.out, scf(here.path(), &[".", "--format=github"]).out);
    for format in all {
        let alone = scf(here.path(), &[".", "--format", format]).out;
        assert_eq!(fs::read_to_string(here.path().join("out").join(format)).unwrap(), alone, "{format}");
    }
    assert_eq!(files(&here.path().join("out")).len(), all.len() + 1, "nothing else is left behind");
}

#[test]
fn a_file_leaves_the_screen_as_it_was() {
    let here = folder(&[("a.scf.yaml", WEAK)]);
    let usual = scf(here.path(), &[]).out;
    assert_eq!(scf(here.path(), &["--output=sarif=a.sarif"]).out, usual);
    let json = scf(here.path(), &["--format=json"]).out;
    assert_eq!(scf(here.path(), &["--format=json", "--output=sarif=a.sarif"]).out, json);
    assert_eq!(scf(here.path(), &["--output=json=-"]).out, json);
    assert_eq!(scf(here.path(), &["--output=yaml"]).out, scf(here.path(), &["--format=yaml"]).out);
    let coloured = scf(here.path(), &["--color=always", "--output=text=a.txt"]);
    assert!(coloured.out.contains('\u{1b}'));
    assert_eq!(fs::read_to_string(here.path().join("a.txt")).unwrap(), usual, "no colours in a file");
}

#[test]
fn what_cannot_be_written_is_said_before_anything_is() {
    let here = folder(&[("a.scf.yaml", WEAK), ("b.yaml", SOUND), ("out/x", "")]);
    let before = files(here.path());
    let cases: &[(&[&str], &str)] = &[
        (&["--output=sarif", "--output=github"], "Only one answer can come on the screen."),
        (&["--format=json", "--output=github"], "Only one answer can come on the screen."),
        (&["--output=sarif=x", "--output=github=./x"], "Two answers cannot go into one file: ./x"),
        (&["--output=sarif=out/new/x"], "There is no folder out/new, so out/new/x cannot be written."),
        (&["--output=sarif=out"], "out cannot be written: "),
        (&["--output=sarif=a.scf.yaml"], "a.scf.yaml is a plan, and no answer is written over a plan."),
        (&["--output=sarif=c.scf.yaml"], "c.scf.yaml is a plan, and no answer is written over a plan."),
        (&["b.yaml", "--output=sarif=./b.yaml"], "./b.yaml is a plan, and no answer is written over a plan."),
    ];
    for (args, said) in cases {
        let run = scf(here.path(), args);
        assert_eq!((run.code, &*run.out), (2, ""), "{args:?}");
        assert!(run.err.starts_with(said), "{args:?}: {}", run.err);
        assert_eq!(files(here.path()), before, "{args:?}");
    }
    assert_eq!(fs::read_to_string(here.path().join("a.scf.yaml")).unwrap(), WEAK);
}

#[test]
fn a_file_is_written_also_where_a_plan_is_missing() {
    let here = folder(&[("a.scf.yaml", WEAK)]);
    let run = scf(here.path(), &["a.scf.yaml", "nowhere", "--output=gitlab=q.json"]);
    assert_eq!((run.code, &*run.err), (2, "There is no file nowhere\n"));
    assert_eq!(told("gitlab", &fs::read_to_string(here.path().join("q.json")).unwrap()).len(), 1);
}

#[test]
fn github_gets_a_table_for_the_summary_of_the_step() {
    let here = folder(&[("a.scf.yaml", WEAK), ("summary.md", "Before")]);
    let summary = here.path().join("summary.md");
    let run = scf_with(here.path(), &["--format=github"], &[("GITHUB_STEP_SUMMARY", &summary)]);
    assert_eq!((run.code, &*run.err), (1, ""));
    let table = scf(here.path(), &["--format=markdown"]).out;
    assert_eq!(fs::read_to_string(&summary).unwrap(), format!("Before\n{table}"));
    scf_with(here.path(), &["--output=github=x", "--output=text"], &[("GITHUB_STEP_SUMMARY", &summary)]);
    assert_eq!(fs::read_to_string(&summary).unwrap(), format!("Before\n{table}\n{table}"));
    // Other formats do not touch it, and that it cannot be written spoils nothing.
    scf_with(here.path(), &["--format=sarif"], &[("GITHUB_STEP_SUMMARY", &summary)]);
    assert_eq!(fs::read_to_string(&summary).unwrap(), format!("Before\n{table}\n{table}"));
    let run = scf_with(
        here.path(),
        &["--format=github"],
        &[("GITHUB_STEP_SUMMARY", &here.path().join("no/where"))],
    );
    assert_eq!((run.code, run.out.lines().count()), (1, 1));
    assert!(run.err.contains("cannot be written"), "{}", run.err);
}

#[test]
fn services_get_paths_from_the_top_of_the_repository() {
    let here = folder(&[("team/north/a.scf.yaml", WEAK), ("b.scf.yaml", WEAK)]);
    let below = here.path().join("team/north");
    for (format, variable) in
        [("github", "GITHUB_WORKSPACE"), ("gitlab", "CI_PROJECT_DIR"), ("sarif", "GITHUB_WORKSPACE")]
    {
        let args = ["a.scf.yaml", "../../b.scf.yaml", "--format", format];
        let run = scf_with(&below, &args, &[(variable, here.path())]);
        let mut paths: Vec<String> = match format {
            "github" => {
                run.out.lines().map(|line| command(line).property("file").unwrap().to_owned()).collect()
            }
            _ => told(format, &run.out).into_iter().map(|told| told.path).collect(),
        };
        paths.sort();
        assert_eq!(paths, ["b.scf.yaml", "team/north/a.scf.yaml"], "{format}");
    }
    let elsewhere = scf_with(&below, &["--format=gitlab"], &[("CI_PROJECT_DIR", Path::new("/nowhere"))]);
    assert_eq!(told("gitlab", &elsewhere.out)[0].path, "a.scf.yaml");
    let short = scf_with(&below, &["--format=short"], &[("GITHUB_WORKSPACE", here.path())]);
    assert!(short.out.starts_with("a.scf.yaml:"), "an editor stands where the command ran: {}", short.out);
}
