//! Random plans, answered twice.

use super::answer::{Point, count, monday};
use super::plans::{Plan, plans};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use proptest::test_runner::{TestCaseResult, TestRunner};
use std::collections::BTreeMap;
use strategic_choice::check::load;
use strategic_choice::graph::{Graph, Load, PersonLoad, Sequence, Step, Week, Windows};
use strategic_choice::plan::{Id, Plan as Read};
use strategic_choice::source::Source;

/// What the crate knows of a random plan.
struct Case {
    text: String,
    read: Read,
    graph: Graph,
    windows: Windows,
}

fn for_random_plans(most: usize, compare: impl Fn(&Plan, &Case) -> TestCaseResult) {
    let settings = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    let outcome = TestRunner::new(settings).run(&plans(most), |plan| {
        let text = plan.text();
        let reading = load(&Source::new("plan.yaml", text.clone()));
        prop_assert!(reading.faults.is_empty(), "{:?}\n{text}", reading.faults);
        let read = reading.plan.expect("a plan");
        let graph = Graph::of(&read);
        let windows = Windows::of(&read, &graph);
        compare(&plan, &Case { text, read, graph, windows })
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

impl Case {
    fn id(&self, item: usize) -> Id {
        self.read.names.find(&format!("i{item}")).expect("an item")
    }

    fn sequence(&self, delays: &[(usize, i32)]) -> Sequence {
        let delays: Vec<(Id, u32)> = delays
            .iter()
            .map(|&(item, days)| (self.id(item), u32::try_from(days).expect("a number")))
            .collect();
        Sequence::delayed(&self.read, &self.graph, &self.windows, &delays)
    }

    fn step<'a>(&self, sequence: &'a Sequence, item: usize) -> Option<&'a Step> {
        sequence.get(&self.read, self.id(item))
    }

    #[allow(clippy::needless_pass_by_value)] // Both are made for this call.
    fn same<T: PartialEq + std::fmt::Debug>(&self, what: &str, given: T, expected: T) -> TestCaseResult {
        prop_assert!(given == expected, "{what}: {given:?} is not {expected:?}\n{}", self.text);
        Ok(())
    }
}

#[test]
fn windows() {
    for_random_plans(12, |plan, case| {
        for item in 0..plan.items.len() {
            let given = case.windows.get(&case.read, case.id(item)).map(|window| (window.start, window.end));
            case.same(&format!("window of i{item}"), given, plan.window(item))?;
        }
        Ok(())
    });
}

#[test]
fn the_longest_way_to_each_item() {
    for_random_plans(10, |plan, case| {
        let sequence = case.sequence(&[]);
        for item in 0..plan.items.len() {
            let step = case.step(&sequence, item);
            case.same(&format!("i{item} takes part"), step.is_some(), plan.takes_part(item))?;
            let Some(step) = step else { continue };
            case.same(&format!("days of i{item}"), step.days.map(i64::from), plan.duration(item))?;
            let finish = plan.earliest(Point::Finish(item), &[]);
            case.same(&format!("finish of i{item}"), step.earliest_finish(), finish)?;
            if plan.items[item].level > super::plans::OBJECTIVE {
                case.same(
                    &format!("start of i{item}"),
                    step.earliest_start(),
                    plan.earliest(Point::Start(item), &[]),
                )?;
            }
        }
        Ok(())
    });
}

#[test]
fn the_critical_path_is_a_longest_way() {
    for_random_plans(10, |plan, case| {
        let sequence = case.sequence(&[]);
        let path: Vec<&Step> =
            sequence.critical_path().iter().filter_map(|id| sequence.get(&case.read, *id)).collect();
        let with_days =
            (0..plan.items.len()).filter(|&item| plan.takes_part(item) && plan.duration(item).is_some());
        let last = with_days.filter_map(|item| plan.earliest(Point::Finish(item), &[])).max();
        case.same("the last finish", path.last().and_then(|step| step.earliest_finish()), last)?;
        for pair in path.windows(2) {
            let next = pair[0].earliest_finish().map(|day| day + 1.day());
            case.same("one after the other", pair[1].earliest_start(), next)?;
        }
        prop_assert!(path.iter().all(|step| step.days.is_some()), "{}", case.text);
        Ok(())
    });
}

#[test]
fn delays_move_what_comes_after() {
    for_random_plans(9, |plan, case| {
        let delays: Vec<(usize, i32)> = (0..plan.items.len())
            .step_by(2)
            .map(|item| (item, i32::try_from(item).expect("few items") * 7 + 3))
            .collect();
        let taking_part: Vec<(usize, i32)> =
            delays.iter().copied().filter(|(item, _)| plan.takes_part(*item)).collect();
        let sequence = case.sequence(&delays);
        for item in (0..plan.items.len()).filter(|&item| plan.takes_part(item)) {
            let given = case.step(&sequence, item).and_then(Step::earliest_finish);
            case.same(
                &format!("finish of i{item}"),
                given,
                plan.earliest(Point::Finish(item), &taking_part),
            )?;
        }
        Ok(())
    });
}

#[test]
fn slack_is_how_late_something_can_be() {
    for_random_plans(8, |plan, case| {
        let sequence = case.sequence(&[]);
        let late = plan.late(&[]);
        for item in (0..plan.items.len()).filter(|&item| plan.takes_part(item)) {
            let Some(step) = case.step(&sequence, item).filter(|step| step.earliest_finish().is_some())
            else {
                continue;
            };
            let what = |days: i32| format!("late where i{item} comes {days} days later");
            match step.slack().map(|slack| i32::try_from(slack).expect("a small number")) {
                None => case.same(&what(5000), plan.late(&[(item, 5000)]), late.clone())?,
                Some(slack) if slack < 0 => prop_assert!(!late.is_empty(), "{}", case.text),
                // Where something is late in any case, a little more may not make more late.
                Some(_) if !late.is_empty() => {}
                Some(slack) => {
                    case.same(&what(slack), plan.late(&[(item, slack)]), late.clone())?;
                    let more = plan.late(&[(item, slack + 1)]).len();
                    prop_assert!(more > late.len(), "{}\n{}", what(slack + 1), case.text);
                }
            }
        }
        Ok(())
    });
}

const TODAY: Date = date(2027, 3, 3);

/// Each week with work by its Monday: hours, capacity, away.
fn weeks(person: &PersonLoad) -> BTreeMap<Date, (f64, Option<f64>, bool)> {
    let mut weeks = BTreeMap::new();
    for stretch in person.stretches() {
        for at in 0..stretch.weeks() {
            let week = stretch.first.plus(i32::try_from(at).expect("few weeks")).monday();
            let before = weeks.insert(week, (stretch.hours, stretch.capacity, stretch.is_away));
            assert!(before.is_none(), "{week} is there twice");
        }
    }
    weeks
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn hours_of_each_person_in_each_week() {
    for_random_plans(12, |plan, case| {
        let load = Load::of(&case.read, &case.graph, &case.windows);
        let mut by_person = 0.0;
        for (number, person) in load.people().iter().enumerate() {
            let (given, expected) = (weeks(person), plan.load(number));
            let mondays = |weeks: Vec<&Date>| weeks.into_iter().copied().collect::<Vec<_>>();
            case.same(
                &format!("weeks of p{number}"),
                mondays(given.keys().collect()),
                mondays(expected.keys().collect()),
            )?;
            for (week, (hours, capacity, is_away)) in given {
                prop_assert!(
                    near(hours, expected[&week]),
                    "p{number} {week}: {hours} {}\n{}",
                    expected[&week],
                    case.text
                );
                case.same(
                    &format!("capacity of p{number} in {week}"),
                    capacity,
                    plan.capacity(number, week),
                )?;
                case.same(&format!("p{number} away in {week}"), is_away, plan.is_away(number, week))?;
                by_person += hours;
            }
        }
        // Hours by person are hours by task, times its people.
        let with_hours = || plan.open_tasks().filter(|&task| plan.items[task].hours.is_some());
        let of_task = |task: usize| {
            plan.hours_a_week(task) * count(&plan.weeks_of(task)) * count(&plan.people_of(task))
        };
        let by_task: f64 = with_hours().filter(|&task| !plan.weeks_of(task).is_empty()).map(of_task).sum();
        prop_assert!(near(by_person, by_task), "{by_person} by person, {by_task} by task\n{}", case.text);
        let without = with_hours().filter(|&task| plan.weeks_of(task).is_empty()).count();
        case.same("tasks without window", load.without_window, without as u64)
    });
}

#[test]
fn weeks_with_too_much_work() {
    for_random_plans(12, |plan, case| {
        let load = Load::of(&case.read, &case.graph, &case.windows);
        for (number, person) in load.people().iter().enumerate() {
            let given = person.overload(Week::of(TODAY));
            let expected = plan.overload(number, TODAY);
            let summary = given.map(|over| (over.first.monday(), over.worst.monday(), over.weeks));
            case.same(
                &format!("overload of p{number}"),
                summary,
                expected.map(|(first, worst, _, weeks)| (first, worst, weeks)),
            )?;
            if let (Some(given), Some((.., hours, _))) = (given, expected) {
                prop_assert!(near(given.worst_hours, hours), "{} {hours}\n{}", given.worst_hours, case.text);
            }
        }
        Ok(())
    });
}

#[test]
fn weeks_begin_on_monday_and_have_the_number_of_their_thursday() {
    for days in 0..4000 {
        let day = date(2020, 1, 1) + days.days();
        let week = Week::of(day);
        assert_eq!(week.monday(), monday(day));
        let thursday = monday(day) + 3.days();
        let number = (thursday.day_of_year() - 1) / 7 + 1;
        assert_eq!(week.to_string(), format!("{}-W{number:02}", thursday.year()));
    }
}
