use crate::check::{Check, Options, check};
use crate::findings::Acceptance;
use crate::source::Source;
use jiff::civil::date;

fn checked(text: &str) -> Check {
    let options = Options::on(date(2026, 11, 23));
    check(Source::new("p", text.to_owned()), &options)
}

/// Findings of these names: line, item, how it is accepted, whether it is dated.
fn found(text: &str, names: &[&str]) -> Vec<String> {
    let check = checked(text);
    let plan = check.plan.as_ref();
    let asked = check.findings.iter().filter(|finding| names.contains(&finding.name.name()));
    asked
        .map(|finding| {
            let line = check.source.position(finding.at.start).line;
            let item = finding.subject.item(plan).unwrap_or("-");
            let accepted = finding.accepted.map_or("open", Acceptance::name);
            let dated = if finding.dated { " dated" } else { "" };
            format!("{line} {} {item} {accepted}{dated}", finding.name.name())
        })
        .collect()
}

const NAMES: [&str; 3] = ["orphan", "no-tasks", "unused-acceptance"];

fn plan(activities: &str) -> String {
    format!(
        "ambition: Peace\nstage: plan\nobjectives: {{o: {{title: The villages talk, tasks: {{t: Call}}}}}}\nactivities:\n{activities}"
    )
}

#[test]
fn a_comment_accepts_what_is_found_in_its_line_or_below() {
    let text = plan(
        "  a: A club # scf: accept[orphan, no-tasks] It is for rest.\n  # scf: accept[orphan] So is this.\n\n  # And one word more.\n  b: B\n  c: C\n",
    );
    assert_eq!(
        found(&text, &NAMES),
        [
            "5 orphan a comment",
            "5 no-tasks a comment",
            "9 orphan b comment",
            "9 no-tasks b open",
            "10 orphan c open",
            "10 no-tasks c open"
        ]
    );
    let check = checked(&text);
    assert_eq!(check.counts().accepted, 3);
    let plan = check.plan.unwrap();
    let reasons: Vec<_> =
        check.findings.iter().filter_map(|finding| Some(finding.accepted?.written(&plan)?.because)).collect();
    assert_eq!(reasons, ["It is for rest.", "It is for rest.", "So is this."]);
}

#[test]
fn a_comment_that_meets_nothing_is_told_where_it_stands() {
    let text =
        plan("  a: {title: A, supports: o} # scf: accept[orphan] x\n  # scf: accept[orphan] x\nlabels: {}\n");
    assert_eq!(
        found(&text, &["unused-acceptance"]),
        ["5 unused-acceptance a open", "6 unused-acceptance - open"]
    );
    // A finding in another line is not met, nor one of another name.
    let text = plan("  a: A # scf: accept[no-tasks] x\n  b:\n    title: B # scf: accept[orphan] x\n");
    assert_eq!(
        found(&text, &NAMES),
        [
            "5 orphan a open",
            "5 no-tasks a comment",
            "6 orphan b open",
            "6 no-tasks b open",
            "7 unused-acceptance - open"
        ]
    );
}

#[test]
fn past_its_day_a_finding_is_back_and_dated() {
    let on_the_day = plan("  a: A # scf: accept[orphan until 2026-11-23] x\n");
    assert_eq!(found(&on_the_day, &["orphan", "unused-acceptance"]), ["5 orphan a comment"]);
    let past = on_the_day.replace("11-23", "11-22");
    assert_eq!(
        found(&past, &["orphan", "unused-acceptance"]),
        ["5 orphan a open dated", "5 unused-acceptance a open dated"]
    );
    // One that still holds is enough; that the other is over is told all the same.
    let both = plan("  # scf: accept[orphan] y\n  a: A # scf: accept[orphan until 2026-11-22] x\n");
    assert_eq!(
        found(&both, &["orphan", "unused-acceptance"]),
        ["6 orphan a comment", "6 unused-acceptance a open dated"]
    );
}

#[test]
fn an_entry_goes_before_a_comment_and_both_are_used() {
    let text =
        plan("  a: A # scf: accept[orphan] x\naccepted: {finding: orphan, item: a, because: Of old.}\n");
    assert_eq!(found(&text, &["orphan", "unused-acceptance"]), ["5 orphan a entry"]);
    let past = text.replace("Of old.", "Of old., until: 2026-01-01");
    assert_eq!(
        found(&past, &["orphan", "unused-acceptance"]),
        ["5 orphan a comment", "6 unused-acceptance a open dated"]
    );
}

#[test]
fn findings_about_the_plan_are_met_at_its_title_or_its_first_line() {
    let rest = "ambition: Peace\nstage: running\nreviewed: 2026-01-01\nobjectives: {o: {title: We meet, tasks: {t: T}}}\n";
    let names = ["not-reviewed", "unused-acceptance"];
    for (text, line) in [
        (format!("title: P # scf: accept[not-reviewed] x\n{rest}"), 1),
        (format!("# A head.\n# scf: accept[not-reviewed] x\ntitle: P\n{rest}"), 3),
        (format!("# A head.\n\n# scf: accept[not-reviewed] x\n\n{rest}"), 1),
        (rest.replacen('\n', " # scf: accept[not-reviewed] x\n", 1), 1),
    ] {
        assert_eq!(found(&text, &names), [format!("{line} not-reviewed - comment dated")], "{text}");
    }
    // Where there is a title, they stand nowhere else.
    let text = format!("{rest}title: P\n").replacen('\n', " # scf: accept[not-reviewed] x\n", 1);
    assert_eq!(found(&text, &names), ["1 unused-acceptance ambition open", "5 not-reviewed - open dated"]);
}

#[test]
fn what_is_wrong_with_a_comment_is_a_fault() {
    let cases = [
        ("accept[orphn] x", "bad-finding", "a", 22),
        ("accept[cycle] x", "cannot-accept", "a", 22),
        ("accept[orphan]", "no-comment-reason", "a", 8),
        ("accept[ ] x", "no-accept-finding", "a", 8),
        ("accept[orphan until 12/03/2027] x", "date-order", "a", 35),
        ("accept[orphan until 2027-02-30] x", "no-such-day", "a", 35),
        ("accept orphan", "accept-comment", "a", 8),
    ];
    for (comment, slip, item, column) in cases {
        let text = plan(&format!("  a: A # scf: {comment}\n"));
        let check = checked(&text);
        let fault = check.findings.iter().find(|finding| finding.slip.is_some()).expect(comment);
        let at = check.source.position(fault.at.start);
        assert_eq!(
            (
                fault.slip.map(crate::source::Slip::name),
                fault.subject.item(check.plan.as_ref()),
                at.line,
                at.column
            ),
            (Some(slip), Some(item), 5, column),
            "{comment}"
        );
        assert!(!check.complete(), "{comment}");
    }
    let check = checked(&plan("  a: A # scf: accept[orphn, orphan] x\n"));
    assert_eq!(check.counts().accepted, 1, "what can be read holds");
    let meant = check.findings.iter().find_map(|finding| finding.fact("meant"));
    assert_eq!(meant, Some(&crate::findings::Value::Text("orphan".into())));
}

#[test]
fn what_could_lead_to_a_person_is_masked_in_a_reason() {
    let check = checked(&plan("  a: A # scf: accept[orphan] Ask +41 79 123 45 67.\n"));
    let plan = check.plan.unwrap();
    assert!(!plan.accepting_comments[0].because.value.contains("79"), "{:?}", plan.accepting_comments);
}

#[test]
fn a_text_is_no_comment() {
    for text in [
        "  a: '# scf: accept[orphan] x'\n",
        "  a: A#scf:accept[orphan]x\n",
        "  a:\n    title: |\n      # scf: accept[orphan] x\n",
        "  a:\n    title: A\n    description: \"x\n\n      # scf: accept[orphan] x\n\n      y\"\n",
    ] {
        let check = checked(&plan(text));
        let plan = check.plan.expect(text);
        assert!(plan.complete && plan.accepting_comments.is_empty(), "{text}");
    }
}

/// Lines of one flow mapping, each with every finding in it, and comments above: nothing is looked at twice.
#[test]
fn many_comments_and_many_findings_take_no_more_time_than_they_are_long() {
    let comments = "# scf: accept[orphan] x\n".repeat(20_000);
    let activities = (0..20_000).map(|number| format!("a{number}: A")).collect::<Vec<_>>().join(", ");
    let text = format!("ambition: Peace\n{comments}activities: {{{activities}}}\n");
    let check = checked(&text);
    let accepted = check.findings.iter().filter(|f| f.name.name() == "orphan" && f.accepted.is_some());
    assert_eq!(
        accepted.count(),
        0,
        "an activity supports the ambition in a plan without goals and objectives"
    );
    let unused = check.findings.iter().filter(|finding| finding.name.name() == "unused-acceptance");
    assert_eq!(unused.count(), 20_000);
}
