//! `scf agenda --format ics`, read by another program's parser.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

use calcard::icalendar::{ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarProperty};
use calcard::{Entry, Parser};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use strategic_choice::lang::escaped;
use strategic_choice::source::masked;

/// One event as a calendar would show it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Event {
    start: String,
    /// The day after the last one.
    end: String,
    summary: String,
    description: String,
    uid: String,
}

impl Event {
    fn of(component: &ICalendarComponent) -> Self {
        const KNOWN: [ICalendarProperty; 8] = [
            ICalendarProperty::Class,
            ICalendarProperty::Description,
            ICalendarProperty::Dtend,
            ICalendarProperty::Dtstamp,
            ICalendarProperty::Dtstart,
            ICalendarProperty::Summary,
            ICalendarProperty::Transp,
            ICalendarProperty::Uid,
        ];
        assert_eq!(component.component_type, ICalendarComponentType::VEvent);
        for entry in &component.entries {
            assert!(KNOWN.contains(&entry.name), "{entry:?}");
        }
        let text = |property: &ICalendarProperty| {
            let entry = component.property(property).unwrap();
            assert_eq!(entry.values.len(), 1, "{entry:?}");
            entry.values[0].as_text().unwrap().to_owned()
        };
        let day = |property: &ICalendarProperty| {
            let value = component.property(property).unwrap().values[0].as_partial_date_time().unwrap();
            assert_eq!(value.hour, None, "a whole day");
            format!("{:04}-{:02}-{:02}", value.year.unwrap(), value.month.unwrap(), value.day.unwrap())
        };
        Self {
            start: day(&ICalendarProperty::Dtstart),
            end: day(&ICalendarProperty::Dtend),
            summary: text(&ICalendarProperty::Summary),
            description: component
                .property(&ICalendarProperty::Description)
                .map_or_else(String::new, |_| text(&ICalendarProperty::Description)),
            uid: text(&ICalendarProperty::Uid),
        }
    }
}

fn scf(folder: &Path, words: &[&str]) -> (String, String) {
    let mut scf = Command::new(env!("CARGO_BIN_EXE_scf"));
    let output = scf.current_dir(folder).arg("agenda").args(words).arg("--lang=en").output().unwrap();
    let (out, err) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.status.code(), Some(0), "{err}");
    (out, err)
}

/// The calendar of a plan that is read from standard input.
fn calendar_of(plan: &str, words: &[&str]) -> String {
    let mut scf = Command::new(env!("CARGO_BIN_EXE_scf"))
        .args(["agenda", "-", "--format=ics", "--lang=en"])
        .args(words)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    scf.stdin.take().unwrap().write_all(plan.as_bytes()).unwrap();
    let output = scf.wait_with_output().unwrap();
    assert!(output.status.success(), "{plan}");
    String::from_utf8(output.stdout).unwrap()
}

fn examples() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("examples")
}

/// The events, after a look at the bytes.
fn events(calendar: &str) -> Vec<Event> {
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    for line in calendar.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        let misleads =
            |c: char| c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        assert!(!line.contains(misleads), "{line:?}");
    }
    let calendar = parsed(calendar);
    let components = calendar.components.iter().skip(1);
    components.map(Event::of).collect()
}

fn parsed(text: &str) -> ICalendar {
    let mut parser = Parser::new(text);
    let entry = parser.entry();
    let Entry::ICalendar(calendar) = entry else { panic!("{entry:?}: {text}") };
    assert_eq!(parser.entry(), Entry::Eof, "nothing behind it: {text}");
    calendar
}

/// A text as YAML takes it, whatever is in it.
fn quoted(text: &str) -> String {
    let letter =
        |c: char| if c.is_ascii_alphanumeric() { c.to_string() } else { format!("\\U{:08x}", c as u32) };
    format!("\"{}\"", text.chars().map(letter).collect::<String>())
}

#[test]
fn a_calendar_has_the_days_of_the_agenda() {
    let asked = ["kesharu-plains.scf.yaml", "--today=2027-01-04", "--week=60", "--include=core"];
    let (calendar, _) = scf(&examples(), &[&asked[..], &["--format=ics"]].concat());
    let (json, _) = scf(&examples(), &[&asked[..], &["--format=json"]].concat());
    let agenda: serde_json::Value = serde_json::from_str(&json).unwrap();
    let events = events(&calendar);
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for event in &events {
        told.insert((&event.start, &event.summary));
    }
    let entries = agenda["entries"].as_array().unwrap();
    let repeated: Vec<_> = entries.iter().filter(|entry| !entry["every"].is_null()).collect();
    assert!(repeated.len() > 150, "{}", repeated.len());
    for entry in repeated {
        let key = (entry["day"].as_str().unwrap(), entry["title"].as_str().unwrap());
        assert!(told.contains(&key), "{key:?}");
    }
    let uids: BTreeSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
    assert_eq!(uids.len(), events.len(), "every event has a name of its own");
    let properties = &parsed(&calendar).components[0];
    assert_eq!(properties.property(&ICalendarProperty::Version).unwrap().values[0].as_text(), Some("2.0"));
    assert!(calendar.contains("X-WR-CALNAME:Kesharu Plains corridor dialogue\r\n"));
}

#[test]
fn long_work_does_not_lie_over_months() {
    let plan = "\
ambition: A.
activities:
  short: {title: Short, start: 2027-03-01, end: 2027-03-03}
  long: {title: Long, start: 2027-03-02, end: 2027-03-31}
  from: {title: From, start: 2027-03-04}
  by: {title: By, end: 2027-03-05}
  over: {title: Over, end: 2027-02-27}
  cut: {title: Cut, start: 2027-03-08, end: 2027-03-20, tasks: {t: {title: Task, every: 2 weeks}}}
";
    let calendar = calendar_of(plan, &["--today=2027-03-01", "--to=2027-03-31"]);
    let told: Vec<_> =
        events(&calendar).into_iter().map(|event| (event.summary, event.start, event.end)).collect();
    let expected = [
        ("Last day: By", "2027-03-05", "2027-03-06"),
        ("Short", "2027-03-01", "2027-03-04"),
        ("Begins: Long", "2027-03-02", "2027-03-03"),
        ("Last day: Long", "2027-03-31", "2027-04-01"),
        ("From", "2027-03-04", "2027-03-05"),
        ("Begins: Cut", "2027-03-08", "2027-03-09"),
        ("Task", "2027-03-08", "2027-03-09"),
        ("Last day: Cut", "2027-03-20", "2027-03-21"),
    ];
    let expected: Vec<_> = expected.iter().map(|&(a, b, c)| (a.into(), b.into(), c.into())).collect();
    assert_eq!(told, expected);
}

const TWO_TASKS: &str = "\
title: A plan
ambition: A.
activities:
  visits:
    title: Visits
    start: 2027-03-01
    end: 2027-12-31
    tasks:
      mill: {title: To the mill, every: week}
      ford: {title: To the ford, every: month}
";

#[test]
fn an_event_is_known_again() {
    let week = calendar_of(TWO_TASKS, &["--today=2027-03-01"]);
    let name = |event: &Event| event.uid.clone();
    let of_week: BTreeSet<String> = events(&week).iter().map(name).collect();
    let of_year: BTreeSet<String> =
        events(&calendar_of(TWO_TASKS, &["--today=2027-02-20", "--to=2027-12-31"]))
            .iter()
            .map(name)
            .collect();
    assert!(of_week.is_subset(&of_year) && of_week.len() == 3 && of_year.len() > 50);
    let changed = "\
ambition: B.
objectives: {o: New.}
activities:
  visits:
    title: Other words
    start: 2027-03-01
    end: 2027-11-30
    tasks:
      ford: {title: To the old ford, every: month}
      mill: {title: To the new mill, every: week, who: ash}
people: {ash: Ash}
";
    assert_eq!(of_week, events(&calendar_of(changed, &["--today=2027-03-01"])).iter().map(name).collect());
}

#[test]
fn the_same_is_asked_the_same_is_answered_and_no_path_is_told() {
    let calendar = |file: &str| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(file), TWO_TASKS.replace("title: A plan\n", "")).unwrap();
        scf(folder.path(), &[file, "--today=2027-03-01", "--format=ics"]).0
    };
    let told = calendar("secret-visits.scf.yaml");
    assert_eq!(told, calendar("b.scf.yaml"));
    assert!(!told.contains("secret") && told.contains("DTSTAMP:20270301T000000Z\r\n"));
}

#[test]
fn what_is_for_the_inner_circle_has_no_title() {
    let plan = "\
ambition: {title: SECRET peace., sensitivity: core}
activities:
  talks:
    title: SECRET talks
    sensitivity: core
    start: 2027-03-01
    end: 2027-03-20
    tasks:
      open: {title: Buy tea, every: week}
      hidden: {title: SECRET guests, every: day, sensitivity: core}
  trip: {title: A trip, start: 2027-03-02, sensitivity: partners}
choices: {c: {question: SECRET question?, options: {a: SECRET a, b: b}, decide_by: 2027-03-03, sensitivity: core}}
donors: {d: {title: SECRET fund, reports: 2027-03-04, sensitivity: core}}
";
    let calendar = calendar_of(plan, &["--today=2027-03-01"]);
    assert!(!calendar.contains("SECRET"), "{calendar}");
    let told: BTreeSet<String> = events(&calendar).into_iter().map(|event| event.summary).collect();
    for summary in
        ["Begins: (core item)", "(core item)", "Buy tea", "Decide: (core item)", "Report to (core item)"]
    {
        assert!(told.contains(summary), "{summary}: {told:?}");
    }
    assert_eq!(calendar.matches("CLASS:CONFIDENTIAL").count(), 1 + 7 + 2);
    assert!(calendar_of(plan, &["--today=2027-03-01", "--include=core"]).contains("SECRET talks"));
    let public = calendar_of(plan, &["--today=2027-03-01", "--include=public"]);
    assert!(!public.contains("tea") && !public.contains("trip"), "{public}");
}

#[test]
fn a_calendar_without_days_is_one_all_the_same() {
    let (calendar, err) = scf(&examples(), &["first-plan.scf.yaml", "--today=2027-03-01", "--format=ics"]);
    assert_eq!(events(&calendar), []);
    assert_eq!(err, "Nothing is written for these days.\n");
}

#[test]
fn the_last_day_of_all_has_no_day_after_it() {
    let plan =
        "ambition: A.\nactivities: {a: {title: A, start: 9999-12-30, tasks: {t: {title: T, every: day}}}}\n";
    let calendar = calendar_of(plan, &["--today=9999-12-30", "--week"]);
    assert!(calendar.contains("DTSTART;VALUE=DATE:99991231\r\n"), "{calendar}");
    assert_eq!(calendar.matches("DTEND").count() + 1, calendar.matches("DTSTART").count());
    parsed(&calendar);
}

/// The summary that a title comes to.
fn summary(title: &str) -> String {
    let title = title.trim();
    let line = if title.contains(['\n', '\r', '\t']) {
        title.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        title.to_owned()
    };
    escaped(&masked(&line)).into_owned()
}

fn told_as_written(titles: &[String]) {
    let mut plan = String::from("ambition: A.\nactivities:\n");
    for (number, title) in titles.iter().enumerate() {
        let title = quoted(title);
        let _ = writeln!(
            plan,
            "  a{number}: {{title: {title}, start: 2027-03-01, end: 2027-03-01, tasks: {{t{number}: {{title: {title}}}}}}}"
        );
    }
    let calendar = calendar_of(&plan, &["--today=2027-03-01"]);
    let events = events(&calendar);
    assert_eq!(events.len(), titles.len() * 2, "{calendar}");
    for (number, title) in titles.iter().enumerate() {
        assert_eq!(events[number].summary, format!("Begins: {}", summary(title)), "{calendar}");
        let event = &events[titles.len() + number];
        assert_eq!(event.summary, summary(title), "{calendar}");
        assert!(event.description.starts_with("so that “"), "{calendar}");
    }
}

#[test]
fn no_title_can_say_more_than_its_words() {
    let titles = [
        "Talks\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:More",
        "a, b; c: d \\n e \\\\ f \\, \"g\" = h",
        "\u{202e}turned around\u{202c} \u{2066}and\u{2069} \u{2028} \u{85}x",
        "\u{7}\u{1b}[2J\u{7f}\u{9b}31m bells",
        "BEGIN:VALARM",
        "العربية: اجتماع في السوق، ثم زيارة",
        "会議を開き、市場の道について話し合う会議を開き、市場の道について話し合う会議を開き、市場の道",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
        "                    x  y                                                                z",
        "é",
        ";VALUE=DATE:20270101",
        "\\",
    ];
    told_as_written(&titles.map(str::to_owned));
    for length in 50..130 {
        told_as_written(&["é".repeat(length), "x ".repeat(length), format!("{}𝄞\\,;", "y".repeat(length))]);
    }
}

#[test]
fn random_titles_come_back_as_they_are() {
    const PIECES: [&str; 22] = [
        "\\",
        ",",
        ";",
        ":",
        "\"",
        "\n",
        "\r\n",
        "\t",
        " ",
        "n",
        "N",
        "é",
        "市",
        "𝄞",
        "\u{202e}",
        "\u{2069}",
        "\u{1b}",
        "\u{feff}",
        "BEGIN:VEVENT",
        "END:VCALENDAR",
        "=",
        "^n",
    ];
    let piece =
        prop_oneof![3 => proptest::sample::select(&PIECES[..]).prop_map(str::to_owned), 1 => "\\PC{0,12}"];
    let title = proptest::collection::vec(piece, 0..40).prop_map(|pieces| format!("a{}b", pieces.concat()));
    let titles = proptest::collection::vec(title, 1..10);
    let config = ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&titles, |titles| {
            told_as_written(&titles);
            Ok(())
        })
        .unwrap();
}
