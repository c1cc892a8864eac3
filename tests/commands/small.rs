//! `scf` alone, help, completions and manual pages.

use super::scf;
use insta::assert_snapshot;

const COMMANDS: [&str; 23] = [
    "check",
    "show",
    "why",
    "bottlenecks",
    "what-if",
    "choices",
    "commit",
    "decide",
    "workload",
    "agenda",
    "cooperation",
    "inclusion",
    "diff",
    "draw",
    "report",
    "live",
    "explain",
    "new",
    "settings",
    "schema",
    "lsp",
    "completions",
    "man",
];
#[test]
fn scf_alone_says_in_ten_lines_what_it_is() {
    let run = scf(&[]);
    assert!(run.out.lines().count() <= 10, "{}", run.out);
    assert_snapshot!(run.seen());
}

#[test]
fn every_help_begins_with_examples_that_can_be_run() {
    for command in COMMANDS {
        let help = scf(&[command, "--help"]).out;
        let (examples, rest) = help.split_once("Usage:").unwrap();
        assert!(examples.contains("\nExamples:\n  scf "), "{help}");
        assert!(rest.contains("--help"), "{help}");
        for example in examples.lines().filter(|line| line.starts_with("  scf")) {
            assert!(example.contains(command), "{example}");
        }
        let short = scf(&[command, "-h"]).out;
        assert!(short.contains("\nExamples:\n"), "{short}");
    }
}

#[test]
fn a_command_line_that_is_not_understood_has_a_plain_answer() {
    let lines: [&[&str]; 14] = [
        &["chekc"],
        &["abacus"],
        &["help", "shw"],
        &["show", "--tabel"],
        &["show", "--depth"],
        &["show", "--depth", "deep"],
        &["show", "--depth", "99999999999"],
        &["check", "--fail-on", "eror"],
        &["check", "--fail-on", "loss"],
        &["check", "--brief", "--all"],
        &["check", "--fail-on", "error", "--fail-on", "never"],
        &["why"],
        &["new", "my", "plan"],
        &["agenda", "--from", "tomorrow"],
    ];
    let told: Vec<String> = lines
        .iter()
        .map(|words| {
            let run = scf(words);
            assert_eq!((run.code, run.out.as_str()), (2, ""), "{words:?}");
            format!("scf {}\n{}", words.join(" "), run.err)
        })
        .collect();
    assert_snapshot!(told.join("\n"));
}

#[test]
fn help_of_show_and_why() {
    assert_snapshot!("help-show", scf(&["show", "-h"]).seen());
    assert_snapshot!("help-why", scf(&["why", "-h"]).seen());
}

#[test]
fn completions_know_all_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = scf(&["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{shell}");
        for command in COMMANDS {
            assert!(run.out.contains(command), "{shell}: {command}");
        }
    }
    assert_eq!(scf(&["completions", "abacus"]).code, 2);
}

#[test]
fn the_manual_has_a_page_for_each_command() {
    let folder = tempfile::tempdir().unwrap();
    let run = scf(&["man", "--out", folder.path().to_str().unwrap()]);
    assert_eq!(run.code, 0, "{}", run.seen());
    for command in COMMANDS {
        let page = std::fs::read_to_string(folder.path().join(format!("scf-{command}.1"))).unwrap();
        assert!(page.contains(".SH EXAMPLES") && page.contains(".SH OPTIONS"), "{page}");
        assert_eq!(page, scf(&["man", command]).out, "one page is the same as in the whole set");
    }
    let page = scf(&["man"]).out;
    assert!(page.contains(".TH scf 1") && page.contains("scf\\-check"), "{page}");
    assert_snapshot!(scf(&["man", "chekc"]).seen(), @r"
    --- standard error
    There is no command “chekc”. The commands are: check, show, why, bottlenecks, what-if, choices, commit, decide, workload, agenda, cooperation, inclusion, diff, draw, report, live, explain, new, settings, schema, lsp, completions, man, help
    --- exit code 2
    ");
}
