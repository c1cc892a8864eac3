//! The findings about days and hours at their edges.

use strategic_choice::check::{Options, check};
use strategic_choice::findings::Value;
use strategic_choice::source::Source;

const NAMES: [&str; 6] =
    ["backwards", "outside-window", "starts-too-early", "too-late", "overdue", "overload"];

/// The findings about days and hours of this plan on this day, with the facts that are dates or words.
fn found_on(today: &str, text: &str) -> Vec<String> {
    let options = Options::on(today.parse().expect("a day"));
    let check = check(Source::new("plan.yaml", text.to_owned()), &options);
    let plan = check.plan.as_ref().expect("a plan");
    let mut told = Vec::new();
    for finding in check.findings.iter().filter(|finding| NAMES.contains(&finding.name.name())) {
        let mut line = format!("{} {}", finding.name.name(), finding.subject.item(Some(plan)).unwrap_or("-"));
        for (_, value) in &finding.facts {
            let fact = match value {
                Value::Date(day) => day.to_string(),
                Value::Text(word) => word.to_string(),
                Value::Id(id) => plan.names.name(*id).to_owned(),
                Value::Count(count) => count.to_string(),
                Value::Hours(hours) => format!("{hours:.1}h"),
                Value::Ids(ids) => format!("{} ids", ids.len()),
            };
            line.push(' ');
            line += &fact;
        }
        told.push(line);
    }
    told
}

fn found(text: &str) -> Vec<String> {
    found_on("2026-11-23", text)
}

#[test]
fn backwards_anywhere() {
    let text = "
start: 2027-12-31
end: 2027-01-01
ambition: {title: A, start: 2027-02-02, end: 2027-02-01}
goals:
  done: {title: G, start: 2027-02-02, end: 2027-02-01, status: done}
  open: {title: G, start: 2027-02-02, end: 2027-02-02}
tasks: {t: {title: T, start: 2027-02-03, end: 2027-02-01}}
donors: {d: {title: D, start: 2027-02-04, end: 2027-02-01}}
people:
  p: {title: P, away: [{start: 2027-02-01}, {start: 2027-02-05, end: 2027-02-01}, {start: 2027-02-06, end: 2027-02-01}]}
";
    assert_eq!(
        found(text),
        [
            "backwards - 2027-12-31 2027-01-01",
            "backwards ambition 2027-02-02 2027-02-01",
            "backwards t 2027-02-03 2027-02-01",
            "backwards d 2027-02-04 2027-02-01",
            "backwards p 2027-02-05 2027-02-01",
        ],
        "and nothing is outside a plan that ends before it begins"
    );
}

#[test]
fn outside_the_days_of_the_holder_or_of_the_plan() {
    let text = "
start: 2027-01-01
end: 2027-12-31
ambition: A
objectives:
  o: {title: O, end: 2028-01-31}
activities:
  a:
    title: A
    start: 2027-03-01
    end: 2027-06-30
    tasks:
      prepared: {title: T, start: 2027-01-10, end: 2027-02-28}
      by-its-end: {title: T, end: 2027-02-28}
      into-it: {title: T, start: 2027-02-20, end: 2027-03-01}
      begun: {title: T, start: 2027-02-20}
      beyond: {title: T, start: 2027-05-01, end: 2027-07-01}
      wide: {title: T, start: 2027-02-01, end: 2027-07-31}
      before-all: {title: T, start: 2026-12-01, end: 2026-12-31}
      fits: {title: T, start: 2027-03-01, end: 2027-06-30}
      over: {title: T, end: 2027-07-31, status: done}
  open-ended: {title: O, start: 2027-05-01, tasks: {late: {title: T, start: 2028-01-01}}}
";
    let told = found(text);
    let outside: Vec<&str> =
        told.iter().filter(|line| line.starts_with("outside")).map(String::as_str).collect();
    assert_eq!(
        outside,
        [
            "outside-window o late 2028-01-31 2027-12-31 plan",
            "outside-window into-it early 2027-02-20 2027-03-01 holder a",
            "outside-window begun early 2027-02-20 2027-03-01 holder a",
            "outside-window beyond late 2027-07-01 2027-06-30 holder a",
            "outside-window wide early 2027-02-01 2027-03-01 holder a",
            "outside-window before-all early 2026-12-01 2027-01-01 plan",
            "outside-window late late 2028-01-01 2027-12-31 plan",
        ]
    );
    let late: Vec<&String> = told.iter().filter(|line| line.starts_with("too-late p")).collect();
    assert!(late.is_empty(), "preparation is not late: {late:?}");
}

#[test]
fn begun_before_what_it_waits_for_is_over() {
    let text = "
ambition: A
activities:
  a: {title: A, end: 2027-03-31}
  b: {title: B, end: 2027-04-30}
  c: {title: C, end: 2027-09-30, status: done}
  same-day: {title: S, start: 2027-03-31, depends_on: a}
  next-day: {title: N, start: 2027-04-01, depends_on: a}
  both: {title: B, start: 2027-03-01, depends_on: [a, b, c]}
  after-done: {title: D, start: 2027-04-01, depends_on: c}
";
    assert_eq!(
        found(text),
        [
            "starts-too-early same-day 2027-03-31 a 2027-03-31",
            "starts-too-early both 2027-03-01 b 2027-04-30"
        ]
    );
}

#[test]
fn not_to_be_finished_in_time() {
    let text = "
start: 2027-01-01
ambition: A
objectives:
  o: {title: O, end: 2027-01-31, activities: {work: {title: W, days: 40}}}
  p: {title: P, end: 2027-02-09, depends_on: o}
activities:
  on-the-day: {title: D, days: 31, end: 2027-01-31}
  a-day-late: {title: D, days: 32, end: 2027-01-31}
  stop: {title: S, end: 2027-01-31, depends_on: on-the-day}
  behind: {title: B, end: 2027-01-31, depends_on: work}
";
    assert_eq!(
        found(text),
        [
            "too-late o 2027-01-31 2027-02-09 9",
            "too-late a-day-late 2027-01-31 2027-02-01 1",
            "too-late behind 2027-01-31 2027-02-09 9"
        ]
    );
}

#[test]
fn overdue_from_the_day_after() {
    let text = "
stage: running
ambition: A
tasks:
  yesterday: {title: T, end: 2026-11-22}
  today: {title: T, end: 2026-11-23}
  done: {title: T, end: 2026-01-01, status: done}
";
    assert_eq!(found(text), ["overdue yesterday 2026-11-22 1"]);
    assert_eq!(found(&text.replace("running", "plan")), Vec::<String>::new());
}

#[test]
fn overload_in_weeks_that_are_not_over() {
    let text = "
ambition: A
tasks: {t: {title: T, hours: 12.06, who: p, start: 2027-03-01, end: 2027-03-07}}
people: {p: {title: P, hours_per_week: 12}}
";
    assert_eq!(found_on("2027-03-07", text), ["overload p 2027-W09 2027-W09 12.1h 12.0h 1"]);
    assert_eq!(found_on("2027-03-08", text), Vec::<String>::new());
    assert_eq!(found(&text.replace("12.06", "12.05")), Vec::<String>::new());
    assert_eq!(found(&text.replace(", hours_per_week: 12", "")), Vec::<String>::new());
    assert_eq!(found(&format!("stage: sketch{text}")), Vec::<String>::new());
}
