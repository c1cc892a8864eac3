//! Formats that a service takes only so much of: the worst is told, and the rest is counted.

use super::readers::{command, told};
use super::{checked, written};
use serde_json::Value;
use std::fmt::Write as _;
use strategic_choice::check::Check;
use strategic_choice::plan::Sensitivity;
use strategic_choice::report::ci::{MOST_CHARACTERS, MOST_OF_A_KIND, MOST_RESULTS, MOST_ROWS};

/// A plan with so many warnings, advice beside each of them, and so many errors.
fn plan(warnings: usize, errors: usize) -> Check {
    let mut text = "ambition: Peace\nstage: plan\nobjectives:\n".to_owned();
    for number in 0..warnings {
        writeln!(text, "  weak-{number}: The villages talk, for the {number}th time").unwrap();
    }
    for number in 0..errors {
        writeln!(text, "  bad-{number}: {{title: T, becuase: x}}").unwrap();
    }
    checked("p.scf.yaml", &text)
}

fn count(check: &Check, severity: &str) -> usize {
    check.findings.iter().filter(|finding| finding.severity.name() == severity).count()
}

#[test]
fn github_gets_ten_of_a_kind_and_one_last_notice() {
    let check = plan(15, 12);
    let counts = ["error", "warning", "advice"].map(|severity| count(&check, severity));
    assert!(counts.iter().all(|&count| count > MOST_OF_A_KIND), "{counts:?}");
    let out = written("github", &[check], Sensitivity::Team);
    let commands: Vec<_> = out.lines().map(command).collect();
    let names: Vec<&str> = commands.iter().map(|command| &*command.name).collect();
    assert!(
        names.is_sorted_by_key(|name| ["error", "warning", "notice"].iter().position(|kind| kind == name))
    );
    for kind in ["error", "warning", "notice"] {
        assert_eq!(names.iter().filter(|name| **name == kind).count(), MOST_OF_A_KIND, "{kind}");
    }
    let last = &commands.last().unwrap().data;
    let left_out = counts.iter().sum::<usize>() - 3 * MOST_OF_A_KIND + 1;
    let [errors, warnings, advice] = [counts[0] - 10, counts[1] - 10, counts[2] - 9];
    assert_eq!(
        *last,
        format!(
            "{left_out} more findings do not fit here: {errors} errors, {warnings} warnings, {advice} pieces of advice. \
             See all of them with: scf check"
        )
    );
}

#[test]
fn github_needs_no_last_notice_where_all_fit() {
    let check = plan(0, 10);
    assert_eq!(count(&check, "error"), 10);
    let out = written("github", &[check], Sensitivity::Team);
    assert_eq!(out.lines().filter(|line| line.starts_with("::error")).count(), 10);
    assert!(!out.contains("do not fit"), "{out}");
}

#[test]
fn of_equal_severity_what_more_rests_on_comes_first() {
    let mut text = "ambition: Peace\nstage: plan\npeople: {elm: Elm, ash: Ash}\nobjectives:\n".to_owned();
    for (number, who) in ["elm", "elm", "ash", "ash", "ash"].iter().enumerate() {
        writeln!(
            text,
            "  o-{number}: {{title: O, because: x, activities: {{a-{number}: {{title: A, who: {who}}}}}}}"
        )
        .unwrap();
    }
    let check = [checked("p.scf.yaml", &text)];
    for (format, first) in [("markdown", "Ash"), ("github", "Ash"), ("short", "Elm")] {
        let told = told(format, &written(format, &check, Sensitivity::Team));
        let bottleneck = told.iter().find(|told| told.finding == "bottleneck").unwrap();
        assert!(bottleneck.words.contains(first), "{format}: {}", bottleneck.words);
    }
}

#[test]
fn sarif_has_five_thousand_results_and_counts_the_others() {
    let check = plan(MOST_RESULTS, 100);
    let counts = ["error", "warning", "advice"].map(|severity| count(&check, severity));
    let all: usize = counts.iter().sum();
    assert!(counts[0] + counts[1] >= MOST_RESULTS && all > MOST_RESULTS, "{counts:?}");
    let log: Value = serde_json::from_str(&written("sarif", &[check], Sensitivity::Team)).unwrap();
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), MOST_RESULTS);
    assert_eq!(
        results.iter().filter(|result| result["level"] == "error").count(),
        counts[0],
        "no error is left out"
    );
    assert!(results.iter().all(|result| result["level"] != "note"));
    let lines: Vec<_> = results
        .iter()
        .map(|r| r["locations"][0]["physicalLocation"]["region"]["startLine"].as_u64())
        .collect();
    assert!(lines.is_sorted(), "in the order of the text");
    let notification = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"];
    let said = format!("{} more findings do not fit here", all - MOST_RESULTS);
    assert!(notification.as_str().unwrap().starts_with(&said), "{notification}");
}

#[test]
fn a_comment_has_a_hundred_rows_at_most_and_fits() {
    let check = plan(300, 30);
    let all = check.findings.len();
    let out = written("markdown", &[check], Sensitivity::Team);
    let rows = told("markdown", &out);
    assert_eq!(rows.len(), MOST_ROWS);
    assert_eq!(rows.iter().filter(|row| row.finding == "invalid").count(), 30, "errors first");
    assert!(out.contains(&format!("\n{} more findings do not fit here", all - MOST_ROWS)), "{out}");
    // Signs that are written as six letters each.
    let title = "@".repeat(60);
    let mut text = "ambition: Peace\nobjectives:\n".to_owned();
    (0..300).for_each(|number| writeln!(text, "  o-{number}: {title}").unwrap());
    let text = text.replace(": @", ": '@").replace("@\n", "@'\n");
    let check = checked(&format!("{}.scf.yaml", "@".repeat(200)), &text);
    let all = check.findings.len();
    let out = written("markdown", &[check], Sensitivity::Team);
    assert!(out.chars().count() <= MOST_CHARACTERS);
    let rows = told("markdown", &out).len();
    assert!((10..MOST_ROWS).contains(&rows), "{rows}");
    assert!(out.contains(&format!("\n{} more findings do not fit here", all - rows)));
}

#[test]
fn gitlab_short_and_junit_tell_all() {
    let check = [plan(6_000, 20)];
    for format in ["short", "gitlab", "junit"] {
        let told = told(format, &written(format, &check, Sensitivity::Team)).len();
        assert_eq!(told, check[0].findings.len(), "{format}");
    }
}
