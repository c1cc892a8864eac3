//! Workload, case by case: odd absences, odd windows, odd numbers.

use strategic_choice::check::load;
use strategic_choice::graph::{Graph, Load, Week, Windows};
use strategic_choice::source::Source;

/// The weeks of person `p` with work: first, last, hours, capacity, how many hours too many.
fn weeks(text: &str) -> Vec<String> {
    let reading = load(&Source::new("plan.yaml", text.to_owned()));
    let plan = reading.plan.expect("a plan");
    let graph = Graph::of(&plan);
    let load = Load::of(&plan, &graph, &Windows::of(&plan, &graph));
    let person = load.people().iter().find(|person| plan.names.name(person.person) == "p").expect("p");
    let told = person.stretches().into_iter().map(|stretch| {
        let capacity = stretch.capacity.map_or("-".to_owned(), |hours| hours.to_string());
        let over = stretch.over().map_or(String::new(), |hours| format!(" +{hours:.2}"));
        format!("{}..{} {:.2}/{capacity}{over}", stretch.first, stretch.last, stretch.hours)
    });
    told.collect()
}

fn with(person: &str, tasks: &str) -> Vec<String> {
    weeks(&format!(
        "start: 2027-01-04\nend: 2027-03-28\nambition: A\ntasks: {{{tasks}}}\npeople: {{p: {{title: P, {person}}}, q: Q}}\n"
    ))
}

#[test]
fn absences() {
    let task = "t: {title: T, hours: 2, every: week, who: p}";
    // Half a week, and the other half: no week lies wholly within one of them.
    let halves = "hours_per_week: 5, away: [{start: 2027-01-11, end: 2027-01-14}, {start: 2027-01-15, end: 2027-01-17}]";
    assert_eq!(with(halves, task), ["2027-W01..2027-W12 2.00/5"]);
    let overlapping = "hours_per_week: 5, away: [{start: 2027-01-11, end: 2027-01-24}, {start: 2027-01-16, end: 2027-01-31}]";
    assert_eq!(
        with(overlapping, task),
        ["2027-W01..2027-W01 2.00/5", "2027-W02..2027-W04 2.00/0 +2.00", "2027-W05..2027-W12 2.00/5"]
    );
    let backwards = "hours_per_week: 5, away: {start: 2027-02-28, end: 2027-01-11}";
    assert_eq!(with(backwards, task), ["2027-W01..2027-W12 2.00/5"]);
    let open = "hours_per_week: 5, away: [{end: 2027-01-12}, {start: 2027-03-20}, {}]";
    assert_eq!(
        with(open, task),
        ["2027-W01..2027-W01 2.00/0 +2.00", "2027-W02..2027-W11 2.00/5", "2027-W12..2027-W12 2.00/0 +2.00"]
    );
    assert_eq!(
        with("away: {start: 2027-01-01}", task),
        ["2027-W01..2027-W12 2.00/-"],
        "no hours are written"
    );
    // A day that could not be read leaves no end open.
    let faulty = "hours_per_week: 5, away: {start: 2027-01-11, end: soon}";
    assert_eq!(with(faulty, task), ["2027-W01..2027-W12 2.00/5"]);
}

#[test]
fn windows() {
    let tasks = "a: {title: A, hours: 6, who: p, start: 2027-01-10, end: 2027-01-18}, \
                 b: {title: B, hours: 9, who: p, start: 2027-02-01, end: 2027-01-01}, \
                 c: {title: C, hours: 9, who: p, end: 2027-01-02}";
    assert_eq!(with("hours_per_week: 0", tasks), ["2027-W01..2027-W03 2.00/0 +2.00"]);
    let no_plan =
        "ambition: A\ntasks: {a: {title: A, hours: 6, who: p, start: 2027-01-10}}\npeople: {p: P}\n";
    assert_eq!(weeks(no_plan), Vec::<String>::new());
}

#[test]
fn whose_hours_they_are() {
    let text = "
start: 2027-01-04
end: 2027-01-10
ambition: A
activities:
  x:
    title: X
    who: p
    team: [p, q]
    deputy: q
    tasks:
      a: {title: A, hours: 1}
      b: {title: B, hours: 2, who: q}
      c: {title: C, hours: 4, who: q, team: [p, q]}
      d: {title: D, hours: 8, team: p}
      e: {title: E, hours: 16, status: done}
      f: {title: F, hours: 32, status: dropped}
tasks:
  g: {title: G, hours: 64, supports: x}
  h: {title: H, hours: 128, deputy: p}
people: {p: P, q: Q}
";
    assert_eq!(weeks(text), ["2027-W01..2027-W01 77.00/-"]);
}

#[test]
fn rates() {
    for (every, hours) in [
        ("day", "7.00"),
        ("weekday", "5.00"),
        ("week", "1.00"),
        ("2 weeks", "0.50"),
        ("month", "0.23"),
        ("quarter", "0.08"),
    ] {
        let told = with("hours_per_week: 9", &format!("t: {{title: T, hours: 1, every: {every}, who: p}}"));
        assert_eq!(told, [format!("2027-W01..2027-W12 {hours}/9")]);
    }
}

#[test]
fn a_very_large_number_leaves_no_trace() {
    let tasks = "a: {title: A, hours: 1.7e308, every: day, who: p, start: 2027-01-11, end: 2027-01-12}, \
                 b: {title: B, hours: 1e300, who: p, start: 2027-01-11, end: 2027-01-24}, \
                 c: {title: C, hours: 0.1, every: week, who: p}, d: {title: D, hours: 0.2, every: week, who: p}";
    let told = with("hours_per_week: 1", tasks);
    assert_eq!(told.len(), 4);
    assert_eq!(told[0], "2027-W01..2027-W01 0.30/1");
    assert!(told[1].contains(" 17976931348623157"), "{}", told[1]);
    assert_eq!(told[3], "2027-W04..2027-W12 0.30/1");
}

#[test]
fn what_is_added_up_is_compared_as_it_was_written() {
    // 3.35 three times, and 10 hours with three minutes to spare.
    let task = |id: &str| format!("{id}: {{title: T, hours: 3.35, every: week, who: p}}");
    let tasks = format!("{}, {}, {}", task("a"), task("b"), task("c"));
    assert_eq!(with("hours_per_week: 10", &tasks), ["2027-W01..2027-W12 10.05/10"]);
    assert_eq!(with("hours_per_week: 9.999", &tasks), ["2027-W01..2027-W12 10.05/9.999 +0.05"]);
}

#[test]
fn the_earliest_of_equals_is_the_worst() {
    let text = "
start: 2027-01-04
end: 2027-12-26
ambition: A
tasks:
  a: {title: A, hours: 0.1, every: week, who: p, start: 2027-02-01, end: 2027-02-28}
  b: {title: B, hours: 0.2, every: week, who: p, start: 2027-02-01, end: 2027-02-28}
  c: {title: C, hours: 0.3, every: week, who: p, start: 2027-06-07, end: 2027-06-13}
people: {p: {title: P, hours_per_week: 0.2}}
";
    let plan = load(&Source::new("plan.yaml", text.to_owned())).plan.expect("a plan");
    let graph = Graph::of(&plan);
    let load = Load::of(&plan, &graph, &Windows::of(&plan, &graph));
    let overload = |from: &str| load.people()[0].overload(Week::parse(from).expect("a week"));
    let first = overload("2027-W01").expect("too much");
    assert_eq!(
        (first.first.to_string(), first.worst.to_string(), first.weeks),
        ("2027-W05".into(), "2027-W05".into(), 5)
    );
    let later = overload("2027-W08").expect("too much");
    assert_eq!(
        (later.first.to_string(), later.worst.to_string(), later.weeks),
        ("2027-W08".into(), "2027-W08".into(), 2)
    );
    assert!(overload("2027-W24").is_none());
}

#[test]
fn many_people_and_many_years_are_one_stretch_each() {
    let tasks: Vec<String> =
        (0..20_000).map(|n| format!("  t{n}: {{title: T, hours: 1, every: week, who: p{n}}}\n")).collect();
    let people: Vec<String> =
        (0..20_000).map(|n| format!("  p{n}: {{title: P, hours_per_week: 1}}\n")).collect();
    let text = format!(
        "start: 0000-01-01\nend: 9999-12-31\nambition: A\ntasks:\n{}people:\n  p: P\n{}",
        tasks.concat(),
        people.concat()
    );
    let plan = load(&Source::new("plan.yaml", text)).plan.expect("a plan");
    let graph = Graph::of(&plan);
    let load = Load::of(&plan, &graph, &Windows::of(&plan, &graph));
    let stretches: usize = load.people().iter().map(|person| person.stretches().len()).sum();
    assert_eq!(stretches, 20_000);
}
