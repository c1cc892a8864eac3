//! How a run ends, whatever the format; and what each says where there is nothing to say.

use super::readers::told;
use super::{BROKEN, FORMATS, SOUND, UNREADABLE, WEAK, folder, scf};

const ALL: [&str; 9] = ["text", "json", "yaml", "short", "sarif", "github", "gitlab", "junit", "markdown"];

#[test]
fn the_format_does_not_change_the_exit_code() {
    let here = folder(&[
        ("sound.scf.yaml", SOUND),
        ("weak.scf.yaml", WEAK),
        ("broken.scf.yaml", BROKEN),
        ("unreadable.scf.yaml", UNREADABLE),
        ("empty/readme.txt", ""),
    ]);
    let cases: &[(i32, &[&str])] = &[
        (0, &["sound.scf.yaml"]),
        (1, &["weak.scf.yaml"]),
        (0, &["weak.scf.yaml", "--fail-on=error"]),
        (1, &["broken.scf.yaml", "--fail-on=error"]),
        (1, &["unreadable.scf.yaml"]),
        (0, &["unreadable.scf.yaml", "--fail-on=never"]),
        (1, &["sound.scf.yaml", "weak.scf.yaml", "unreadable.scf.yaml"]),
        (1, &["."]),
        (2, &["nowhere.scf.yaml", "weak.scf.yaml"]),
        (2, &["empty"]),
        (2, &["empty", "sound.scf.yaml"]),
        (2, &["*.scf.toml"]),
        (2, &[]),
    ];
    for format in ALL {
        for (code, args) in cases {
            let run = scf(here.path(), &[args, &["--format", format][..]].concat());
            assert_eq!(run.code, *code, "{format} {args:?}: {}", run.err);
        }
    }
}

#[test]
fn nothing_found_is_told_as_well() {
    let here = folder(&[("sound.scf.yaml", SOUND)]);
    for format in FORMATS {
        let run = scf(here.path(), &["--format", format]);
        assert_eq!((run.code, told(format, &run.out), &*run.err), (0, vec![], ""), "{format}");
    }
    let out = |format: &str| scf(here.path(), &["--format", format]).out;
    assert_eq!([out("short"), out("github"), out("gitlab")], ["", "", "[\n]\n"]);
    assert!(out("junit").contains("tests=\"1\" failures=\"0\""));
    assert!(out("markdown").contains("No weak point found in what was looked at."));
    assert_eq!(
        scf(here.path(), &["--format=text", "-q"]).out,
        "No weak point found in what was looked at. Nothing is broken.\n"
    );
}

#[test]
fn no_plan_at_all_is_a_whole_answer_and_an_error() {
    let here = folder(&[("readme.txt", "")]);
    for format in FORMATS {
        let run = scf(here.path(), &[".", "--format", format]);
        assert_eq!(
            run.err,
            "There is no plan in the folder . or below it. The file of a plan ends in .scf.yaml\n"
        );
        assert_eq!(run.code, 2);
        match format {
            "github" => assert!(run.out.starts_with("::error title=scf::There is no plan"), "{}", run.out),
            "junit" => assert!(run.out.contains("errors=\"1\""), "{}", run.out),
            "markdown" => assert!(run.out.contains("\n- There is no plan in the folder"), "{}", run.out),
            _ => assert_eq!(told(format, &run.out), vec![], "{format}"),
        }
    }
}

#[test]
fn a_broken_plan_hides_no_other() {
    let here = folder(&[
        ("a.scf.yaml", UNREADABLE),
        ("b.scf.yaml", "\0"),
        ("c.scf.yaml", BROKEN),
        ("d.scf.yaml", WEAK),
    ]);
    for format in FORMATS {
        let run = scf(here.path(), &[".", "--format", format]);
        let mut paths: Vec<_> = told(format, &run.out).into_iter().map(|told| told.path).collect();
        paths.sort();
        paths.dedup();
        assert_eq!(paths, ["a.scf.yaml", "b.scf.yaml", "c.scf.yaml", "d.scf.yaml"], "{format}");
    }
}

#[test]
fn a_format_of_another_command_is_refused() {
    let here = folder(&[("sound.scf.yaml", SOUND)]);
    for args in [
        &["--format=csv"][..],
        &["--format=ics"],
        &["--output=csv"],
        &["--output=sarff"],
        &["--output=sarif="],
    ] {
        assert_eq!(scf(here.path(), args).code, 2, "{args:?}");
    }
    let run = scf(here.path(), &["--output=sarff"]);
    let formats = "the formats are text, json, yaml, markdown, short, sarif, github, gitlab, junit";
    assert!(run.err.contains(formats), "{}", run.err);
}

#[test]
fn the_help_names_every_format_once() {
    let here = folder(&[]);
    let help = scf(here.path(), &["--help"]).out;
    let everywhere = help.split_once("Everywhere:").unwrap().1;
    for format in ALL.into_iter().chain(["csv", "ics"]) {
        assert_eq!(everywhere.matches(&format!("- {format}:")).count(), 1, "{format}");
    }
    assert!(help.contains("as text, short, json, yaml, sarif, github, gitlab, junit or markdown"), "{help}");
}
