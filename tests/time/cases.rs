//! The sequence, case by case.

use jiff::civil::Date;
use strategic_choice::check::load;
use strategic_choice::graph::{Graph, Sequence, Step, Windows};
use strategic_choice::plan::Plan;
use strategic_choice::source::Source;

struct Read {
    plan: Plan,
    sequence: Sequence,
}

fn read(text: &str, delays: &[(&str, u32)]) -> Read {
    let source = Source::new("plan.yaml", text.to_owned());
    let reading = load(&source);
    assert!(reading.faults.is_empty(), "{:?}", reading.faults);
    let plan = reading.plan.expect("a plan");
    let graph = Graph::of(&plan);
    let windows = Windows::of(&plan, &graph);
    let delays: Vec<_> =
        delays.iter().map(|(id, days)| (plan.names.find(id).expect("an id"), *days)).collect();
    let sequence = Sequence::delayed(&plan, &graph, &windows, &delays);
    Read { plan, sequence }
}

impl Read {
    fn step(&self, id: &str) -> &Step {
        let id = self.plan.names.find(id).expect("an id");
        self.sequence.get(&self.plan, id).unwrap_or_else(|| panic!("{id:?} takes no part"))
    }

    /// Earliest start and finish, latest finish, slack.
    fn days(&self, id: &str) -> String {
        let step = self.step(id);
        let day = |day: Option<Date>| day.map_or("-".to_owned(), |day| day.to_string());
        let slack = step.slack().map_or("-".to_owned(), |slack| slack.to_string());
        let (start, finish) = (day(step.earliest_start()), day(step.earliest_finish()));
        format!("{start} {finish} {} {slack}", day(step.latest_finish()))
    }

    fn critical(&self) -> Vec<&str> {
        self.sequence.critical_path().into_iter().map(|id| self.plan.names.name(id)).collect()
    }
}

const CHAIN: &str = "
start: 2027-01-04
end: 2027-03-31
ambition: A
objectives:
  map: {title: Map, end: 2027-02-15}
  map-2: Pact
activities:
  ask: {title: Ask, days: 10, supports: map}
  rest: {title: Rest, depends_on: ask, supports: map}
  draw: {title: Draw, days: 7, depends_on: rest, supports: map}
  sign: {title: Sign, days: 2, depends_on: map, supports: map-2}
  read: {title: Read, days: 3, supports: map}
";

#[test]
fn a_chain_with_a_stop_that_takes_no_time() {
    let read = read(CHAIN, &[]);
    assert_eq!(read.days("ask"), "2027-01-04 2027-01-13 2027-02-08 26");
    assert_eq!(read.days("rest"), "2027-01-14 2027-01-13 2027-02-08 26");
    assert_eq!(read.days("draw"), "2027-01-14 2027-01-20 2027-02-15 26");
    assert_eq!(read.days("map"), "- 2027-01-20 2027-02-15 26");
    assert_eq!(read.days("read"), "2027-01-04 2027-01-06 2027-02-15 40");
    assert_eq!(read.days("sign"), "2027-01-21 2027-01-22 2027-03-31 68");
    assert_eq!(read.critical(), ["ask", "draw", "sign"]);
    assert!(!read.step("ask").is_critical());
}

#[test]
fn what_is_nested_does_not_begin_before_its_holder() {
    let read = read(
        "
start: 2027-01-01
ambition: A
objectives: {o: {title: O, depends_on: p}, p: {title: P}}
activities:
  first: {title: First, supports: p, days: 31}
  talks:
    title: Talks
    supports: o
    depends_on: first
    tasks:
      sit: {title: Sit, days: 2}
      own: {title: Own, start: 2027-01-10, days: 2}
      later: {title: Later, start: 2027-03-10, days: 2}
",
        &[],
    );
    assert_eq!(read.days("talks"), "2027-02-01 2027-01-31 - -");
    assert_eq!(read.days("sit"), "2027-02-01 2027-02-02 - -");
    assert_eq!(read.days("own"), "2027-02-01 2027-02-02 - -");
    assert_eq!(read.days("later"), "2027-03-10 2027-03-11 - -");
    assert_eq!(read.days("o"), "- 2027-01-31 - -", "no task supports it, and p is finished by then");
    assert_eq!(read.critical(), ["later"]);
}

#[test]
fn preparation_waits_for_nobody_above() {
    let read = read(
        "
ambition: A
activities:
  talks:
    title: Talks
    start: 2027-03-01
    end: 2027-03-31
    depends_on: hall
    tasks:
      guide: {title: Book a guide, end: 2027-02-20, days: 3}
      room: {title: Ask for a room, start: 2027-02-01, end: 2027-02-03}
      ask: {title: Ask who comes, days: 5}
  hall: {title: Build the hall, depends_on: ask, days: 10, start: 2027-01-01}
",
        &[],
    );
    assert_eq!(read.days("guide"), "- - - -", "its window would end before it begins");
    assert_eq!(read.days("room"), "2027-02-01 2027-02-03 2027-02-03 0");
    assert_eq!(
        read.days("ask"),
        "2027-03-01 2027-03-05 2027-02-18 -15",
        "the talks wait for it by way of the hall"
    );
    assert_eq!(read.days("hall"), "2027-03-06 2027-03-15 2027-02-28 -15");
    assert_eq!(read.days("talks"), "2027-03-16 2027-04-15 2027-03-31 -15");
    assert!(read.step("ask").is_critical());
}

#[test]
fn only_what_is_open_is_waited_for() {
    let read = read(
        "
start: 2027-01-01
ambition: A
activities:
  done: {title: Done, days: 90, status: done}
  gone: {title: Gone, days: 90, status: dropped}
  a: {title: A, days: 90, depends_on: b}
  b: {title: B, days: 90, depends_on: a}
  turned: {title: Turned, start: 2027-05-01, end: 2027-04-01, days: 4}
  next: {title: Next, days: 1, depends_on: [done, gone, a, turned]}
",
        &[],
    );
    assert_eq!(read.days("next"), "2027-01-01 2027-01-01 - -");
    assert_eq!(read.days("turned"), "- - - -");
    assert_eq!(read.step("turned").days, Some(4));
    for id in ["done", "gone", "a", "b", "ambition"] {
        let id = read.plan.names.find(id).expect("an id");
        assert!(read.sequence.get(&read.plan, id).is_none());
    }
}

#[test]
fn a_delay_moves_what_comes_after_and_nothing_else() {
    let plan = CHAIN;
    let late = read(plan, &[("ask", 30)]);
    assert_eq!(late.days("ask"), "2027-02-03 2027-02-12 2027-02-08 -4");
    assert_eq!(late.days("map"), "- 2027-02-19 2027-02-15 -4");
    assert_eq!(late.days("read"), "2027-01-04 2027-01-06 2027-02-15 40");
    let end = "2027-02-15".parse().expect("a day");
    assert_eq!(late.step("map").days_after(end), Some(4));
    assert_eq!(late.step("read").days_after(end), None);
    let reached_later = read(plan, &[("map", 5), ("map", 2), ("ambition", 9)]);
    assert_eq!(reached_later.days("map"), "- 2027-01-27 2027-02-15 19");
    assert_eq!(reached_later.days("sign"), "2027-01-28 2027-01-29 2027-03-31 61");
    assert_eq!(reached_later.days("ask"), "2027-01-04 2027-01-13 2027-02-01 19");
}

#[test]
fn the_end_of_the_calendar() {
    let read = read(
        "
ambition: A
tasks:
  a: {title: A, start: 9999-12-30, days: 4294967295}
  b: {title: B, days: 4294967295, depends_on: a}
  c: {title: C, start: 0000-01-01, end: 0000-01-01, depends_on: b}
",
        &[("b", u32::MAX), ("b", u32::MAX)],
    );
    assert_eq!(read.days("a"), "9999-12-30 9999-12-31 -009999-01-01 -17183521603");
    assert_eq!(read.days("c").split(' ').next(), Some("9999-12-31"));
}

#[test]
fn long_chains_are_worked_out_at_once() {
    let links =
        |n: usize| if n == 0 { String::new() } else { format!(", depends_on: [t{}, t{}]", n - 1, n / 2) };
    let tasks: Vec<String> =
        (0..50_000).map(|n| format!("  t{n}: {{title: T, days: 3{}}}\n", links(n))).collect();
    let read =
        read(&format!("start: 2027-01-01\nend: 2028-01-01\nambition: A\ntasks:\n{}", tasks.concat()), &[]);
    assert_eq!(read.sequence.critical_path().len(), 50_000);
    assert_eq!(read.step("t49999").slack(), Some(366 - 150_000));
}
