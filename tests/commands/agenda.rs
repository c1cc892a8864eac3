//! `scf agenda`.

use super::{Run, scf, scf_on, with_plan, with_plan_on};
use insta::assert_snapshot;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// Something of every kind that has a day, in the first days of May 2027.
const MAY: &str = "\
title: The landings
start: 2027-01-04
end: 2027-12-31
ambition: {title: Both banks share the river., end: 2027-12-31}
goals: {rules-kept: {title: Both banks keep the rules of the river., end: 2027-05-06}}
objectives:
  rules-written: {title: One sheet of rules hangs at both landings., supports: rules-kept, end: 2027-05-04}
activities:
  watch:
    title: Watching the landings
    supports: rules-written
    who: ash
    deputy: oak
    start: 2027-05-03
    end: 2027-05-07
    tasks:
      look: {title: Look at both landings, every: day}
      note: {title: Write down what was seen, every: weekday, who: elm}
      boat: {title: Ask for a boat, every: week, start: 2027-04-07}
      mend: {title: Mend the board, team: [elm, oak]}
      paint: {title: Paint the board, only_if: way.print}
      old: {title: Clear the old board away, status: done}
      gone: {title: Buy a new board, status: dropped}
  reading: {title: Reading aloud, supports: rules-written, who: elm, end: 2027-06-30}
  listening:
    title: Listening on both banks
    supports: rules-written
    start: 2027-02-01
    end: 2027-03-31
    tasks:
      sheet: {title: One sheet of who wants what, who: oak}
      rounds: {title: Rounds along the banks, every: week}
  thanks: {title: Thanks to the ferryman, supports: rules-written, start: 2027-08-01, only_if: way.aloud}
  feast: {title: A feast at the end of summer, start: 2027-05-08, end: 2027-05-02}
people:
  ash: {title: Ash, deputy: elm, away: [{start: 2027-05-05, end: 2027-05-06}, {start: 2027-05-06, end: 2027-05-20}]}
  elm: {title: Elm, away: [{start: 2027-05-07, end: 2027-05-07}, {start: 2027-05-30, end: 2027-05-01}]}
  oak: Oak
donors:
  fund: {title: The fund, reports: [2027-05-05, 2027-07-01]}
  guild: {title: The guild, reports: month, state: sought}
  league: {title: The league, reports: quarter}
choices:
  way: {question: Read aloud or print?, options: {aloud: Read aloud, print: Print}, decide_by: 2027-05-06, who: elm}
  host: {question: Who hosts us?, options: {inn: The inn}, chosen: inn, because: It is dry., decide_by: 2027-05-06}
assumptions:
  rain: {title: The rains come in time., who: elm, by: 2027-05-05}
  calm: {title: The river stays calm., holds: yes, by: 2027-05-05}
";

fn in_may(words: &[&str]) -> Run {
    with_plan_on(MAY, "2027-05-03", &[&["agenda"], words].concat())
}

fn ids(run: &Run, is: impl Fn(&serde_json::Value) -> bool) -> Vec<String> {
    let agenda: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let entries = agenda["entries"].as_array().unwrap().iter().filter(|entry| is(entry));
    entries.map(|entry| entry["item"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_monday_morning() {
    let plan = "kesharu-plains.scf.yaml";
    assert_snapshot!("agenda-kesharu", scf_on("2027-05-03", &["agenda", plan]).seen());
    assert_snapshot!("agenda-kesharu-50", scf_on("2027-05-03", &["agenda", plan, "--width=50"]).seen());
    assert_snapshot!(
        "agenda-kesharu-wren",
        scf_on("2027-03-24", &["agenda", plan, "--week=2", "--who=wren"]).seen()
    );
}

#[test]
fn something_of_every_kind() {
    assert_snapshot!("agenda-every-kind", in_may(&[]).seen());
    assert_snapshot!("agenda-brief", in_may(&["-q"]).seen());
    assert_snapshot!("agenda-one-day", in_may(&["--from=2027-05-05", "--to=2027-05-05"]).seen());
}

#[test]
fn a_deputy_sees_what_falls_to_them() {
    assert_snapshot!("agenda-deputy", in_may(&["--who=oak"]).seen());
    let json = in_may(&["--who=oak", "--format=json"]);
    let looks = ids(&json, |entry| entry["item"] == "look");
    assert_eq!(looks.len(), 3, "from the day on which Ash is away to the last one");
}

#[test]
fn before_the_first_day_one_is_told_which_it_is() {
    assert_snapshot!(scf(&["agenda", "kesharu-plains.scf.yaml"]).seen(), @r"
    Kesharu Plains corridor dialogue                         kesharu-plains.scf.yaml
    Week 2026-W48, from Monday 2026-11-23 to Sunday 2026-11-29

    Nothing is written for these days. The next day with something to do is Friday
    2027-01-01.
    Read on:  scf agenda kesharu-plains.scf.yaml --from 2027-01-01
    ");
    let after = with_plan_on(MAY, "2029-01-01", &["agenda", "--who=ash", "--format=json"]);
    assert!(after.out.contains("\"next\":null"), "{}", after.out);
}

#[test]
fn a_plan_without_days_says_what_to_write() {
    assert_snapshot!(scf(&["agenda", "first-plan.scf.yaml"]).seen(), @r"
    first-plan                                                   first-plan.scf.yaml
    Week 2026-W48, from Monday 2026-11-23 to Sunday 2026-11-29

    Nothing in this plan has a day yet. Write when work begins and ends, or how
    often it comes back. For example:
        start: 2026-11-23
        every: week
    ");
    let plan = "ambition: A.\ntasks: {t: {title: T, who: ash}}\npeople: {ash: Ash}\n";
    let run = with_plan(plan, &["agenda", "--who=ash"]);
    assert!(run.out.contains("\nNothing for ash has a day yet.\n"), "{}", run.out);
}

#[test]
fn days_are_asked_for_in_one_way_or_another() {
    let period = |words: &[&str]| {
        let run = in_may(&[words, &["--format=json"]].concat());
        let agenda: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        (agenda["from"].as_str().unwrap().to_owned(), agenda["to"].as_str().unwrap().to_owned())
    };
    let is = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert_eq!(period(&[]), is("2027-05-03", "2027-05-09"));
    assert_eq!(period(&["--from=2027-05-12"]), is("2027-05-12", "2027-05-18"));
    assert_eq!(period(&["--to=2027-05-03"]), is("2027-05-03", "2027-05-03"));
    assert_eq!(period(&["--from=2027-01-01", "--week"]), is("2026-12-28", "2027-01-03"));
    assert_eq!(period(&["--week=3", "--from=2027-05-09"]), is("2027-05-03", "2027-05-23"));
    assert_eq!(period(&["--from=9999-12-30"]), is("9999-12-30", "9999-12-31"));
    for words in [&["--week", "--to=2027-06-01"][..], &["--week=0"], &["--from=tomorrow"]] {
        assert_eq!(in_may(words).code, 2, "{words:?}");
    }
}

#[test]
fn what_cannot_be_asked_is_said_plainly() {
    assert_snapshot!(in_may(&["--from=2027-05-10", "--to=2027-05-03"]).seen(), @r"
    --- standard error
    The last day, 2027-05-03, is before the first, 2027-05-10. Name a later one with --to.
    --- exit code 2
    ");
    assert_snapshot!(in_may(&["--who=asch"]).seen(), @r"
    --- standard error
    There is no “asch” in this plan. Near to it:
      ash  Ash
      watch  Watching the landings
    All ids are in:  scf show p.scf.yaml --table
    --- exit code 2
    ");
    assert_snapshot!(in_may(&["--who=fund"]).seen(), @r"
    --- standard error
    “The fund” (fund) is not one of the people. Name a person with --who.
    --- exit code 2
    ");
}

#[test]
fn an_incomplete_plan_is_not_answered_for() {
    let plan = "ambition: Peace.\ntasks:\n  one: {title: One., every: weak}\n";
    for format in ["--format=text", "--format=ics", "--format=json"] {
        let run = with_plan(plan, &["agenda", format]);
        assert_eq!((run.code, run.out.as_str()), (1, ""));
        assert!(run.err.contains("p.scf.yaml:3:"), "{}", run.err);
    }
}

#[test]
fn json_tells_the_same() {
    let run = in_may(&["--format=json"]);
    let agenda: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let entry = |id: &str, what: &str| {
        let entries = agenda["entries"].as_array().unwrap();
        entries.iter().find(|entry| entry["item"] == id && entry["what"] == what).unwrap().clone()
    };
    for (field, value) in [("format", "1"), ("command", "\"agenda\""), ("next", "\"2027-06-30\"")] {
        assert_eq!(agenda[field].to_string(), value);
    }
    let away = serde_json::json!([
        {"who": "ash", "start": "2027-05-05", "end": "2027-05-09"},
        {"who": "elm", "start": "2027-05-07", "end": "2027-05-07"},
    ]);
    assert_eq!(agenda["away"], away);
    assert_eq!(agenda["undated"], serde_json::json!(["feast"]));
    assert_eq!(agenda["undated_count"], 1);
    assert_eq!(agenda["entries_count"], agenda["entries"].as_array().unwrap().len());
    assert_eq!(
        entry("boat", "work"),
        serde_json::json!({
            "what": "work", "item": "boat", "kind": "task", "title": "Ask for a boat", "overdue": false,
            "day": "2027-05-05", "start": "2027-04-07", "end": "2027-05-07", "every": "week",
            "who": "ash", "team": [], "slack": null, "owner_away": true, "deputies": ["oak", "elm"], "only_if": null,
            "line": ["boat", "watch", "rules-written", "rules-kept", "ambition"], "reaches_ambition": true,
        })
    );
    assert_eq!(entry("watch", "begins")["slack"], -3, "the objective is due before its work ends");
    assert_eq!(agenda["critical_path"], serde_json::json!(["watch"]));
    assert_eq!(entry("sheet", "work")["overdue"], true);
    assert_eq!(entry("paint", "work")["only_if"], "way.print");
    assert_eq!(entry("way", "decide")["reaches_ambition"], serde_json::Value::Null);
    assert_eq!(entry("watch", "last-day")["deputies"], serde_json::json!(["oak"]));
    let all = ids(&run, |_| true);
    for absent in ["old", "gone", "rounds", "listening", "guild", "host", "calm", "feast"] {
        assert!(!all.contains(&absent.to_owned()), "{absent}");
    }
}

#[test]
fn tables_tell_the_same() {
    let csv = in_may(&["--format=csv"]).out;
    let mut lines = csv.lines();
    assert_eq!(
        lines.next().unwrap(),
        "Day,First day,Last day,What,Id,Title,Who,With,How often,Days to spare,So that"
    );
    assert!(csv.contains(
        "\n2027-05-03,2027-05-03,2027-05-07,to do,mend,Mend the board,ash,\"elm, oak\",,,\"Watching"
    ));
    assert!(csv.contains("\n,2027-02-01,2027-03-31,still open,sheet,"), "{csv}");
    let markdown = in_may(&["--format=markdown"]).out;
    assert!(markdown.lines().all(|line| line.starts_with('|')), "{markdown}");
    let plan = "ambition: A.\ntasks: {t: {title: '=1+1', start: 2026-11-23}}\n";
    assert!(with_plan(plan, &["agenda", "--format=csv"]).out.contains(",'=1+1,"));
}

#[test]
fn titles_of_the_inner_circle_are_told_to_people_alone() {
    let plan = "\
ambition: Peace.
activities:
  talks: {title: Quiet talks, sensitivity: core, tasks: {t: {title: Tea, start: 2026-11-24}}}
";
    assert!(with_plan(plan, &["agenda"]).out.contains("so that “Quiet talks”"));
    assert!(with_plan(plan, &["agenda", "--include=team"]).out.contains("so that “(core item)”"));
    for format in ["json", "yaml", "csv", "markdown", "ics"] {
        let format = format!("--format={format}");
        assert!(!with_plan(plan, &["agenda", &format]).out.contains("Quiet"), "{format}");
        assert!(
            !with_plan(plan, &["agenda", &format, "--include=core"]).out.contains("core item"),
            "{format}"
        );
    }
}

#[test]
fn a_long_list_is_cut_until_one_asks_for_more() {
    let mut plan = "ambition: A.\ntasks:\n".to_owned();
    for i in 0..12 {
        let _ = writeln!(plan, "  late{i}: {{title: Late, end: 2026-11-{:02}}}", i + 1);
        let _ = writeln!(plan, "  now{i}: {{title: Now, start: 2026-11-01, end: 2026-12-{:02}}}", i + 1);
    }
    let out = with_plan(&plan, &["agenda"]).out;
    assert_eq!(out.matches("and 5 more; to see them all: -v").count(), 2, "{out}");
    assert_eq!(with_plan(&plan, &["agenda", "-v"]).out.matches("Now").count(), 12);
    let json = with_plan(&plan, &["agenda", "--format=json"]);
    assert_eq!(ids(&json, |entry| entry["overdue"] == true).len(), 12);
}

#[test]
fn nothing_goes_on_for_ever() {
    let plan = "\
ambition: A.
activities: {a: {title: A, who: ash, deputy: elm, start: 0001-01-01, tasks: {t: {title: T, every: day}, u: {title: U, every: month}}}}
people: {ash: {title: Ash, away: [{start: 0001-01-01}]}, elm: Elm}
";
    let words = ["agenda", "--from=0001-01-01", "--to=9999-12-31", "--format=json"];
    for who in [&[][..], &["--who=elm"]] {
        let run = with_plan(plan, &[&words[..], who].concat());
        let agenda: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(agenda["entries"].as_array().unwrap().len(), 10_000);
        assert_eq!(agenda["entries_count"], 3_652_059 + 9999 * 12 + 1);
        assert!(run.err.contains("the first 10000 of 3772048, up to"), "{}", run.err);
    }
    let text = with_plan(plan, &["agenda", "--to=9999-12-31"]);
    assert!(text.out.contains("There is more than can be told at once"), "{}", text.out);
}

#[test]
fn no_line_is_too_long_and_no_title_leaves_its_line() {
    let plan = "\
title: \"The \\u001b[2J\\u202e plan\"
ambition: \"Peace \\u001b[2J\\u202e and \\a bells\\nand a second line\"
activities:
  arabic:
    title: \"القرى تتفق على الحراسة في أيام السوق وفي كل يوم آخر من أيام السنة كلها\"
    start: 2026-11-24
    tasks:
      wide: {title: \"道路の市場が再び安全に使えるようになり人々が恐れずに歩けるようになることを願っています\", every: week}
      long-word: {title: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesverabschiedungsfeier, every: day}
";
    for width in [20, 40, 50, 80, 120] {
        let width_word = format!("--width={width}");
        let out = with_plan(plan, &["agenda", &width_word, "--color=never"]).out;
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{out}");
        assert!(out.contains("\\u{202e}") || width == 20, "{out}");
        for line in out.lines().filter(|line| !line.contains("scf ")) {
            assert!(line.width() <= width, "{} of {width} columns: {line}", line.width());
        }
    }
    assert_snapshot!("agenda-hostile", with_plan(plan, &["agenda"]).seen());
}

#[test]
fn help() {
    assert_snapshot!("help-agenda", scf(&["agenda", "-h"]).seen());
}
