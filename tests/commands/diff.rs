//! `scf diff`.

use super::{Run, examples, scf_in, scf_in_on};
use insta::assert_snapshot;
use serde_json::Value;
use std::fs;
use unicode_width::UnicodeWidthStr as _;

/// What a team changes in half a year: in the text of the example, what stood there and what stands there now.
const HALF_A_YEAR: &[(&str, &str)] = &[
    ("title: Kesharu Plains corridor dialogue", "title: Kesharu Plains corridor dialogue, second half"),
    ("reviewed: 2026-11-02", "reviewed: 2027-06-30"),
    // Goals and objectives.
    (
        "    end: 2028-09-30\n    signs:\n      herds-inside",
        "    end: 2028-10-31\n    signs:\n      herds-inside",
    ),
    ("        target: 8\n        source: count by", "        target: 9\n        source: count by"),
    (
        "title: A public hearing of the district council",
        "title: A hearing, open to all, of the district council",
    ),
    ("    supports: disputes-72h\n    needs: any", "    supports: [disputes-72h, by-law]\n    needs: 2"),
    // Work: somebody else, other money, another state; an activity that is new, and a task that is gone.
    (
        "    who: ibis\n    with: [herders-east, herders-west, farmers-union, youth-guards]",
        "    who: teal\n    deputy: ibis\n    with: {herders-east: contact, herders-west: contact, farmers-union: contact, youth-guards: decide, camp-families: consult}",
    ),
    ("    funded_by: [alder, birch]\n", "    funded_by: {alder: 5000, birch: 3000}\n    status: active\n"),
    (
        "    who: lark\n    kind: outreach\n",
        "    who: lark\n    kind: outreach\n    supports: market-mediators\n",
    ),
    (
        "        title: Make one test call a month without warning, and mend what fails\n        hours: 5\n",
        "        title: Make two test calls a month without warning, and mend what fails\n        hours: 7.5\n",
    ),
    (
        "      figures:\n        title: Collect the figures from the five of us\n        hours: 4\n        every: quarter\n",
        "",
    ),
    (
        "  quarterly-review:\n",
        "  ranger-tea:\n    title: Tea with the officers of the rangers\n    supports: corridor-map\n    who: ibis\n    with: guards\n    kind: contact\n    start: 2027-07-01\n    end: 2027-09-30\n\n  quarterly-review:\n",
    ),
    // People, parties, money.
    ("  lark:\n    title: LARK", "  lark:\n    deputy: wren\n    title: LARK"),
    (
        "    hours_per_week: 10\n",
        "    hours_per_week: 16\n    away: [{start: 2027-08-02, end: 2027-08-15}]\n",
    ),
    ("access: {heron: trusted, teal: strained}", "access: {heron: trusted, teal: working}"),
    (
        "  rangers:\n    title: The ranger unit",
        "  guards:\n    access: {ibis: working}\n    title: The ranger unit",
    ),
    ("    state: pledged            # promised in a talk, not signed yet\n", ""),
    // Choices and what is not known.
    (
        "    commitment: now\n",
        "    chosen: map-first\n    because: The camps will not sign what they have not walked.\n",
    ),
    ("      none: {title: Not at all; the apology counts, scores: {fairness: 1, upkeep: 5}}\n", ""),
    ("    holds: unknown\n    who: ibis\n", "    holds: yes\n    who: ibis\n"),
    (
        "    about: farmers-meetings\n    kind: failed\n",
        "    about: farmers-meetings\n    kind: failed\n\naccepted:\n- {finding: bottleneck, item: alder, because: A third fund has said yes., until: 2027-09-30}\n",
    ),
];

fn kesharu() -> String {
    fs::read_to_string(examples().join("kesharu-plains.scf.yaml")).unwrap()
}

pub fn edited(plan: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(plan.to_owned(), |plan, (from, to)| {
        assert_eq!(plan.matches(from).count(), 1, "{from}");
        plan.replacen(from, to, 1)
    })
}

/// Runs `scf diff old.scf.yaml new.scf.yaml` and more words on these two plans.
fn diff(old: &str, new: &str, words: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("old.scf.yaml"), old).unwrap();
    fs::write(folder.path().join("new.scf.yaml"), new).unwrap();
    scf_in(folder.path(), &[&["diff", "old.scf.yaml", "new.scf.yaml"], words].concat())
}

fn json(old: &str, new: &str) -> Value {
    let run = diff(old, new, &["--format=json", "--fail-on=never"]);
    assert_eq!(run.code, 0, "{}", run.seen());
    serde_json::from_str(&run.out).unwrap()
}

/// The changes as `what item field`.
fn changes(old: &str, new: &str) -> Vec<String> {
    let json = json(old, new);
    let word = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let changes = json["changes"].as_array().unwrap().iter();
    changes.map(|change| ["what", "item", "field"].map(|key| word(&change[key])).join(" ")).collect()
}

#[test]
fn half_a_year_of_a_real_plan() {
    let (old, new) = (kesharu(), edited(&kesharu(), HALF_A_YEAR));
    assert_snapshot!("diff", diff(&old, &new, &[]).seen());
    assert_snapshot!("diff-50", diff(&old, &new, &["--width=50"]).seen());
    assert_snapshot!("diff-markdown", diff(&old, &new, &["--format=markdown"]).seen());
    assert_snapshot!("diff-quiet", diff(&old, &new, &["-q"]).seen());
    let json = json(&old, &new);
    assert_eq!(json["counts"]["changes"], json["changes"].as_array().unwrap().len());
    let keys: Vec<&String> = json.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["format", "command", "today", "old", "new", "counts", "changes", "findings", "loss"]);
    assert_snapshot!(
        "diff-json",
        serde_json::to_string_pretty(&serde_json::json!({
            "old": json["old"], "new": json["new"], "counts": json["counts"], "changes": json["changes"],
            "loss": json["loss"]
        }))
        .unwrap()
    );
}

#[test]
fn nothing_has_changed() {
    let run = diff(&kesharu(), &kesharu(), &[]);
    assert_snapshot!(run.seen(), @"Nothing has changed: not in the plan, and not in what is weak about it.");
    let markdown = diff(&kesharu(), &kesharu(), &["--format=markdown"]);
    assert_eq!(markdown.out, run.out);
}

#[test]
fn a_plan_that_is_turned_around_tells_the_opposite() {
    let (old, new) = (kesharu(), edited(&kesharu(), HALF_A_YEAR));
    let (there, back) = (json(&old, &new), json(&new, &old));
    let count = |json: &Value, of: &str| json["counts"][of].as_u64().unwrap();
    assert_eq!(count(&there, "changes"), count(&back, "changes"));
    assert_eq!(count(&there, "added"), count(&back, "removed"));
    assert_eq!(
        count(&there, "new") + count(&there, "open_again"),
        count(&back, "gone") + count(&back, "accepted")
    );
}

const LIST: &str = "ambition: Peace.\nactivities:\n- title: Talks\n  tasks:\n  - Book a guide to the camps\n  \
                    - Debrief after every visit\n  - Write one report\n- title: Letters\n  tasks: [Debrief after every visit]\n";

#[test]
fn a_line_put_into_a_list_is_one_change() {
    let with_one_more = edited(LIST, &[("  - Book a", "  - Ask who is at home\n  - Book a")]);
    assert_eq!(changes(LIST, &with_one_more), ["added task-1 -"]);
    assert_eq!(changes(&with_one_more, LIST), ["removed task-1 -"]);
}

#[test]
fn lines_of_a_list_that_change_places_are_no_change() {
    let turned = edited(
        LIST,
        &[
            ("  - Book a guide to the camps\n", ""),
            ("- Write one report\n", "- Write one report\n  - Book a guide to the camps\n"),
        ],
    );
    assert_eq!(changes(LIST, &turned), Vec::<String>::new());
}

#[test]
fn a_line_in_other_words_is_the_same_and_another_line_is_not() {
    let reworded = edited(LIST, &[("Book a guide to the camps", "Book a guide and two mules to the camps")]);
    assert_eq!(changes(LIST, &reworded), ["re-worded task-1 title"]);
    let replaced = edited(LIST, &[("Book a guide to the camps", "Mend the roof")]);
    assert_eq!(changes(LIST, &replaced), ["added task-1 -", "removed task-1 -"]);
    let both = edited(
        LIST,
        &[(
            "  - Book a guide to the camps\n",
            "  - Sweep the hall\n  - Book a guide and two mules to the camps\n",
        )],
    );
    assert_eq!(changes(LIST, &both), ["added task-1 -", "re-worded task-2 title"]);
}

#[test]
fn a_line_that_goes_to_another_list_has_moved() {
    let moved = edited(
        LIST,
        &[("  - Write one report\n", ""), ("tasks: [Debrief", "tasks: [Write one report, Debrief")],
    );
    assert_eq!(changes(LIST, &moved), ["moved task-3 supports"]);
}

#[test]
fn a_list_that_gets_ids_is_renamed() {
    let named = edited(
        LIST,
        &[("  - Book a guide to the camps\n", "  - {id: guide, title: Book a guide to the camps}\n")],
    );
    assert_eq!(changes(LIST, &named), ["renamed guide id"]);
    let run = diff(LIST, &named, &[]);
    assert!(run.out.contains("It has a new id. Before: task-1."), "{}", run.out);
}

#[test]
fn what_is_called_by_another_id_everywhere_is_renamed_and_nothing_else() {
    let old = "ambition: Peace.\nactivities: {talks: {title: Talks, who: ash}}\npeople: {ash: The imam}\n\
               choices: {way: {question: How?, options: {a: So, b: Else}, chosen: a}}\n";
    let new = "ambition: Peace.\nactivities: {talks: {title: Talks, who: oak}}\npeople: {oak: The imam}\n\
               choices: {road: {question: How?, options: {a: So, b: Else}, chosen: a}}\n";
    assert_eq!(changes(old, new), ["renamed oak id", "renamed road id"]);
    let json = json(old, new);
    assert_eq!(json["counts"]["new"], 0, "a finding goes with the thing, not with its id: {json}");
    assert_eq!(json["counts"]["loss"], 0);
}

pub const WEAK: &str = "ambition: Peace.\nobjectives:\n  rule: {title: The rule is written.}\n  post: {title: A post is built.}\n\
                    activities:\n  talks: {title: Talks, supports: [rule, post], who: ash}\npeople: {ash: Ash, elm: Elm}\n";

#[test]
fn only_what_is_new_decides_the_exit_code() {
    let code = |old: &str, new: &str, words: &[&str]| diff(old, new, words).code;
    let weaker = edited(WEAK, &[("activities:\n", "  loose: {title: A school is open.}\nactivities:\n")]);
    assert_eq!(code(WEAK, WEAK, &["--fail-on=advice"]), 0, "what was weak before does not count");
    assert_eq!(code(WEAK, &weaker, &[]), 1, "nothing supports the new objective");
    assert_eq!(code(WEAK, &weaker, &["--fail-on=error"]), 0);
    assert_eq!(code(WEAK, &weaker, &["--fail-on=never"]), 0);
    assert_eq!(code(&weaker, WEAK, &["--fail-on=advice"]), 0, "what is gone does not count");
    let advised =
        edited(WEAK, &[("people: {", "reviewed: 2027-01-01\npeople: {fir: {title: Fir, deputy: elm}, ")]);
    assert_eq!(code(WEAK, &advised, &[]), 0);
}

#[test]
fn dated_findings_count_only_where_that_is_asked_for() {
    let old = format!("{WEAK}stage: running\nreviewed: 2026-11-01\n");
    let new = old.replace("reviewed: 2026-11-01", "reviewed: 2026-01-01");
    let run = diff(&old, &new, &["--fail-on=advice"]);
    assert_eq!(run.code, 0, "{}", run.seen());
    assert!(run.out.contains("not-reviewed"), "{}", run.out);
    assert_eq!(diff(&old, &new, &["--fail-on=advice", "--fail-on-dated"]).code, 1);
}

#[test]
fn what_is_accepted_and_what_no_longer_is() {
    let accepted = format!("{WEAK}accepted: [{{finding: bottleneck, item: ash, because: It is so.}}]\n");
    let run = diff(WEAK, &accepted, &["--fail-on=advice"]);
    assert_snapshot!("diff-accepted", run.seen());
    let again = diff(&accepted, WEAK, &[]);
    assert_eq!(again.code, 1, "it was accepted, and counts again");
    assert_snapshot!("diff-accepted-no-longer", again.seen());
    let new_and_accepted = diff("ambition: Peace.\nobjectives: {rule: R, post: P}\n", &accepted, &[]);
    assert!(new_and_accepted.out.contains("(Accepted: It is so.)"), "{}", new_and_accepted.out);
}

#[test]
fn plans_that_cannot_be_read_whole() {
    let broken = edited(WEAK, &[("who: ash", "who: ahs")]);
    let run = diff(WEAK, &broken, &[]);
    assert_eq!(run.code, 1);
    assert_snapshot!("diff-new-incomplete", run.seen());
    let mended = diff(&broken, WEAK, &["--fail-on=error"]);
    assert_eq!(mended.code, 0);
    assert_snapshot!("diff-old-incomplete", mended.seen());
    assert_snapshot!("diff-old-unread", diff("ambition: [\n", WEAK, &[]).seen());
    let unread = diff(WEAK, "people: {a: A\n", &[]);
    assert_eq!(unread.code, 1);
    assert_snapshot!("diff-new-unread", unread.seen());
    let json = json("a: [\n", WEAK);
    assert_eq!((&json["old"]["complete"], &json["new"]["complete"]), (&false.into(), &true.into()));
    assert_eq!(json["counts"]["changes"], 0, "what cannot be read is not compared");
    assert!(json["counts"]["new"].as_u64() > Some(0));
}

#[test]
fn the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.scf.yaml"), WEAK).unwrap();
    let say = |words: &[&str]| scf_in(folder.path(), &[&["diff"], words].concat()).seen();
    assert_snapshot!(
        "diff-usage",
        [
            say(&["p.scf.yaml"]),
            say(&[]),
            say(&["-", "-"]),
            say(&["p.scf.yaml", "other.scf.yaml"]),
            say(&["--git=HEAD", "p.scf.yaml", "p.scf.yaml"]),
            say(&["--git=HEAD", "-"]),
            say(&["--git", "--output=x", "p.scf.yaml"]),
            say(&["p.scf.yaml", "p.scf.yaml", "--format=csv"]),
        ]
        .join("\n")
    );
    assert_snapshot!("help-diff", scf_in(folder.path(), &["diff", "-h"]).seen());
}

#[test]
fn titles_lie_to_nobody() {
    let hostile = "\u{1b}[2J\u{202e}evil | <b>x</b> `y` [z](javascript:1) @all\u{2068}";
    let yaml = serde_json::to_string(hostile).unwrap();
    let old = format!("{WEAK}lessons: {{one: A}}\n");
    let new = format!(
        "title: {yaml}\nambition: {yaml}\nobjectives:\n  rule: {{title: {yaml}, because: {yaml}}}\n  more: {yaml}\n\
         activities:\n  talks: {{title: Talks, supports: [rule, more], who: ash}}\npeople: {{ash: {yaml}}}\nlessons: {{one: A, two: {yaml}}}\n"
    );
    for (old, new) in [(&old, &new), (&new, &old)] {
        for format in ["text", "markdown", "json", "yaml"] {
            let run = diff(old, new, &["--format", format, "--color=never"]);
            let bad = |c: char| c == '\u{1b}' || c == '\u{202e}';
            assert!(!run.out.contains(bad), "{format}: {}", run.out);
            if format == "markdown" {
                assert!(!run.out.contains("<b>") && !run.out.contains("@all"), "{}", run.out);
                assert!(!run.out.contains("[z](") && !run.out.contains("| <"), "{}", run.out);
                // Ours stand in pairs, and the plan's are written out.
                assert_eq!(run.out.matches('\u{2068}').count(), run.out.matches('\u{2069}').count());
            }
        }
    }
    let arabic = WEAK.replace("The rule is written.", "القاعدة مكتوبة");
    let run = diff(WEAK, &arabic, &["--format=markdown"]);
    assert!(
        run.out.contains("\u{2068}القاعدة مكتوبة\u{2069}") && !run.out.contains("u{2068}"),
        "{}",
        run.out
    );
}

#[test]
fn what_the_inner_circle_knows_is_not_told_not_even_by_what_it_was() {
    let open = "ambition: Peace.\nactivities:\n  quiet: {title: Tea with the general, because: He asked for it., supports: ambition}\n\
                people: {ash: The baker}\n";
    let core = edited(
        open,
        &[
            (
                "title: Tea with the general, because: He asked for it.",
                "title: Tea at noon, because: It is quiet., who: ash, sensitivity: core",
            ),
            ("{ash: The baker}", "{ash: {title: The cook, sensitivity: core}}"),
        ],
    );
    let words = ["general", "asked", "noon", "is quiet", "baker", "cook"];
    for (old, new) in [(open, core.as_str()), (&core, open)] {
        for format in ["json", "markdown"] {
            let run = diff(old, new, &["--format", format]);
            assert!(run.out.contains("(core item)"), "{}", run.out);
            for word in words {
                assert!(!run.out.contains(word), "{format}: {word}: {}", run.out);
            }
        }
        let public = diff(old, new, &["--include=team"]).out;
        assert!(words.iter().all(|word| !public.contains(word)), "{public}");
        let all = diff(old, new, &[]).out;
        assert!(["general", "noon", "baker"].iter().all(|word| all.contains(word)), "{all}");
    }
}

#[test]
fn no_line_is_too_wide() {
    let (old, new) = (kesharu(), edited(&kesharu(), HALF_A_YEAR));
    for width in [30, 50, 80, 120] {
        let run = diff(&old, &new, &[&format!("--width={width}"), "--color=never", "--all"]);
        for line in run.out.lines() {
            assert!(line.width() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn many_changes_are_cut_and_counted_whole() {
    let plan = |word: &str| {
        let tasks: Vec<String> = (0..1500).map(|n| format!("  t{n}: {word} number {n}\n")).collect();
        format!("ambition: Peace.\ntasks:\n{}", tasks.concat())
    };
    let (old, new) = (plan("Task"), plan("Work"));
    let answer = json(&old, &new);
    assert_eq!(answer["changes"].as_array().unwrap().len(), 1000);
    assert_eq!(
        (answer["counts"]["changes"].as_u64(), answer["counts"]["re-worded"].as_u64()),
        (Some(1500), Some(1500))
    );
    let text = diff(&old, &new, &[]).out;
    assert!(text.lines().count() < 60 && text.contains("… and 1480 more, with --all"), "{text}");
    assert!(diff(&old, &new, &["--all"]).out.lines().count() > 3000);
}

#[test]
fn today_is_the_same_for_both() {
    let late =
        scf_in_on(&examples(), "2031-01-01", &["diff", "kesharu-plains.scf.yaml", "kesharu-plains.scf.yaml"]);
    assert_eq!(late.code, 0, "what has come with time is in both: {}", late.seen());
}
