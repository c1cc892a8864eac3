//! `scf workload`.

use super::{scf, with_plan};
use insta::assert_snapshot;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

/// Somebody who is away, somebody whose hours are not written, somebody without work, and a task without days.
const FERRIES: &str = "\
title: Two ferries
start: 2027-01-04
end: 2027-08-29
ambition: Both ferries land in peace.
activities:
  talks:
    title: Talks with both crews
    who: ash
    tasks:
      visits: {title: Visit both landings, hours: 3, every: week, end: 2027-08-15}
      minutes: {title: Write what was said, hours: 4, every: month, team: [elm, fir], start: 2027-01-18}
      letter: {title: Carry a letter to the island, hours: 30, start: 2027-03-01, end: 2027-03-14, who: fir}
      later: {title: Visit again, hours: 2, start: 2027-08-01, end: 2027-07-01}
      tea: {title: Tea with the harbour master, hours: 2, every: week, sensitivity: core, who: elm}
people:
  ash:
    title: Ash, ferryman
    hours_per_week: 4
    away:
    - {start: 2027-05-01, end: 2027-05-31}
    - {start: 2027-05-24, end: 2027-06-06}
    - {start: 2027-07-10, end: 2027-07-01}
  elm: {title: Elm}
  fir: {title: Fir, hours_per_week: 14, away: {start: 2027-07-19}}
  oak: {title: Oak, hours_per_week: 10, away: {end: 2026-12-31}}
";

fn ferries(words: &[&str]) -> String {
    with_plan(FERRIES, &[&["workload"], words].concat()).seen()
}

fn json_of(plan: &str, words: &[&str]) -> Value {
    let run = with_plan(plan, &[&["workload", "--format=json"], words].concat());
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.seen()))
}

#[test]
fn in_a_real_plan() {
    let plan = "kesharu-plains.scf.yaml";
    assert_snapshot!("workload-kesharu", scf(&["workload", plan]).seen());
    assert_snapshot!("workload-kesharu-60", scf(&["workload", plan, "--width=60", "--who=heron"]).seen());
    let coloured = scf(&["workload", plan, "--color=always", "--who=heron"]);
    assert_snapshot!("workload-kesharu-coloured", coloured.seen().replace('\u{1b}', "ESC"));
}

#[test]
fn who_is_away_and_whose_hours_are_not_written() {
    assert_snapshot!("workload-ferries", ferries(&[]));
    assert_snapshot!("workload-ferries-40", ferries(&["--width=40"]));
    assert_snapshot!("workload-ferries-table", ferries(&["--table"]));
    assert_snapshot!("workload-ferries-table-50", ferries(&["--table", "--width=50"]));
}

#[test]
fn some_people_and_some_weeks() {
    assert_snapshot!(
        "workload-part",
        ferries(&["--who=fir", "--who=elm", "--from=2027-W09", "--to=2027-05-03"])
    );
    let json = json_of(FERRIES, &["--from=2027-03-03", "--to=2027-W10", "--who=fir"]);
    assert_eq!((json["from"].as_str(), json["to"].as_str()), (Some("2027-W09"), Some("2027-W10")));
    assert_eq!(json["people"].as_array().unwrap().len(), 1);
    assert_eq!(json["people"][0]["weeks"].as_array().unwrap().len(), 2);
}

#[test]
fn the_weeks_that_are_over_are_told_apart() {
    let plan = FERRIES.replace("2027-", "2026-");
    let run = with_plan(&plan, &["workload", "--who=ash"]);
    assert_snapshot!("workload-over", run.seen());
}

#[test]
fn json_has_every_week_with_work() {
    let json = json_of(FERRIES, &[]);
    assert_eq!((json["format"].as_u64(), json["command"].as_str()), (Some(1), Some("workload")));
    assert_eq!((json["from"].as_str(), json["to"].as_str()), (Some("2027-W01"), Some("2027-W34")));
    assert_eq!(json["notes"], json!([{"note": "tasks-without-window", "count": 1}]));
    let people = json["people"].as_array().unwrap();
    let ids: Vec<_> = people.iter().map(|person| person["item"].as_str().unwrap()).collect();
    assert_eq!(ids, ["ash", "elm", "fir", "oak"]);
    let fir = &people[2];
    assert_eq!(
        (&fir["kind"], &fir["title"], &fir["hours_per_week"]),
        (&json!("person"), &json!("Fir"), &json!(14))
    );
    let week = |number: usize| &fir["weeks"][number];
    assert_eq!(
        *week(0),
        json!({"week": "2027-W03", "hours": 0.923_076_923, "capacity": 14, "over": false, "away": false})
    );
    assert_eq!(
        *week(6),
        json!({"week": "2027-W09", "hours": 15.923_076_923, "capacity": 14, "over": true, "away": false})
    );
    assert_eq!(
        *week(26),
        json!({"week": "2027-W29", "hours": 0.923_076_923, "capacity": 0, "over": true, "away": true})
    );
    assert_eq!(
        fir["overload"],
        json!({"first_week": "2027-W09", "worst_week": "2027-W09", "worst_hours": 15.923_076_923, "capacity": 14, "weeks": 8})
    );
    assert_eq!((&people[1]["hours_per_week"], &people[1]["overload"]), (&Value::Null, &Value::Null));
    assert_eq!((&people[3]["weeks"], &people[3]["hours"]), (&json!([]), &json!(0)));
}

#[test]
fn hours_of_people_are_hours_of_tasks() {
    let json = json_of(FERRIES, &[]);
    let total = |person: &Value| person["hours"].as_f64().unwrap();
    let by_week = |person: &Value| {
        let weeks = person["weeks"].as_array().unwrap();
        weeks.iter().map(|week| week["hours"].as_f64().unwrap()).sum::<f64>()
    };
    let people = json["people"].as_array().unwrap();
    for person in people {
        assert!((total(person) - by_week(person)).abs() < 1e-6, "{person}");
    }
    // 32 weeks of visits; 32 weeks of minutes for three; the letter; 34 weeks of tea.
    let by_task = 32.0 * 3.0 + 32.0 * 3.0 * 4.0 * 12.0 / 52.0 + 30.0 + 34.0 * 2.0;
    let by_person: f64 = people.iter().map(total).sum();
    assert!((by_person - by_task).abs() < 1e-6, "{by_person} {by_task}");
}

#[test]
fn a_table_for_a_spreadsheet_and_for_a_page() {
    let part = ["--who=fir", "--from=2027-W08", "--to=2027-W11"];
    assert_snapshot!("workload-csv", ferries(&[&part[..], &["--format=csv"]].concat()));
    assert_snapshot!("workload-markdown", ferries(&[&part[..], &["--format=markdown"]].concat()));
    let yaml = with_plan(FERRIES, &["workload", "--format=yaml", "--who=oak"]);
    assert!(yaml.out.contains("hours_per_week: 10"), "{}", yaml.out);
}

#[test]
fn titles_of_the_inner_circle() {
    let plan = FERRIES.replace("elm: {title: Elm}", "elm: {title: =Elm, sensitivity: core}");
    for format in ["json", "csv", "markdown"] {
        let run = with_plan(&plan, &["workload", &format!("--format={format}")]);
        assert!(run.out.contains("(core item)") && !run.out.contains("=Elm"), "{}", run.out);
        let run = with_plan(&plan, &["workload", "--include=core", &format!("--format={format}")]);
        assert!(run.out.contains("=Elm"), "{}", run.out);
    }
    let told = with_plan(&plan, &["workload", "--who=elm"]).out;
    assert!(told.contains("=Elm") && told.contains("Tea with the harbour master"), "{told}");
    let masked = with_plan(&plan, &["workload", "--who=elm", "--include=team"]).out;
    assert!(!masked.contains("=Elm") && !masked.contains("harbour master"), "{masked}");
}

#[test]
fn no_line_is_too_wide() {
    for width in [20, 30, 42, 50, 60, 80, 120] {
        for table in [&[][..], &["--table"]] {
            let width_word = format!("--width={width}");
            let words = [&["workload", &width_word, "--who=ash", "--who=fir"], table].concat();
            let run = with_plan(FERRIES, &words);
            for line in run.out.lines().filter(|line| !line.contains("scf ")) {
                assert!(line.width() <= width.max(30), "{width}: {line}");
            }
        }
    }
}

#[test]
fn plans_without_hours() {
    let said = |plan: &str| with_plan(plan, &["workload"]).seen();
    assert_snapshot!(said("ambition: Peace.\n"), @r"
    p
    The plan names no people yet. Who does the work, and how many hours a week does
    each of them have?
    ");
    assert_snapshot!(said("ambition: Peace.\ntasks: {t: T}\npeople: {p: P}\n"), @r"
    p
    No task says yet how many hours it takes. For a task that takes two hours every
    week, write:  hours: 2  and  every: week
    ");
    assert_snapshot!(said("ambition: Peace.\ntasks: {t: {title: T, hours: 2, who: p}}\npeople: {p: P}\n"), @r"
    p
    The tasks that have hours have no first and last day yet. When does the plan
    begin, and when does it end?
    ");
    let idle = "start: 2027-01-01\nend: 2027-02-01\nambition: Peace.\ntasks: {t: {title: T, hours: 2}}\npeople: {p: P}\n";
    assert_snapshot!(said(idle), @r"
    p
    Nobody has open work with hours in this plan.
    ");
    let part = with_plan(FERRIES, &["workload", "--from=2029-W01"]);
    assert_snapshot!(part.seen(), @r"
    Two ferries
    There are no hours of work in the part that you ask for.
    ");
    for format in ["json", "csv", "markdown"] {
        let run = with_plan("ambition: Peace.\n", &["workload", "--format", format]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{}", run.seen());
    }
    assert_eq!(said(idle), with_plan(idle, &["workload", "--table"]).seen());
}

#[test]
fn what_is_asked_for_wrongly() {
    assert_snapshot!("workload-wrong-who", ferries(&["--who=talks"]));
    assert_snapshot!("workload-unknown-who", ferries(&["--who=ahs"]));
    let week = with_plan(FERRIES, &["workload", "--from=2027-W54"]);
    assert_eq!(week.code, 2);
    assert!(week.err.contains("a week is written 2027-W09"), "{}", week.err);
    let faulty = with_plan(&FERRIES.replace("who: ash", "who: nobody"), &["workload"]);
    assert_eq!((faulty.code, faulty.out.as_str()), (1, ""));
    assert!(faulty.err.contains("p.scf.yaml:8:"), "{}", faulty.err);
}

#[test]
fn centuries() {
    let tasks: Vec<String> =
        (0..3).map(|n| format!("  t{n}: {{title: T, hours: 1e300, every: day, who: p{n}}}\n")).collect();
    let people: Vec<String> =
        (0..3).map(|n| format!("  p{n}: {{title: P, hours_per_week: 1e300}}\n")).collect();
    let plan = |start: &str, end: &str| {
        format!(
            "start: {start}\nend: {end}\nambition: A\ntasks:\n{}people:\n{}",
            tasks.concat(),
            people.concat()
        )
    };
    assert_snapshot!(
        "workload-years",
        with_plan(&plan("2020-01-01", "2050-12-31"), &["workload", "--who=p0"]).seen()
    );
    let all = plan("0000-01-01", "9999-12-31");
    let told = with_plan(&all, &["workload", "--who=p0", "--width=40"]);
    assert!(told.code == 0 && told.out.lines().count() < 200, "{}", told.seen());
    let csv = with_plan(&all, &["workload", "--format=csv"]);
    assert_eq!((csv.code, csv.out.as_str()), (2, ""));
    assert!(csv.err.contains("--who, --from or --to"), "{}", csv.err);
    let part = with_plan(&all, &["workload", "--format=csv", "--from=2027-W01", "--to=2027-W02"]);
    assert_eq!(part.out.lines().count(), 7, "{}", part.seen());
}
