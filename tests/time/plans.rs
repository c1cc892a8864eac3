//! Small random plans with days, hours and absences, as plain data and as YAML.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::fmt::Write as _;

/// The levels by their number, from the top down.
pub const GOAL: usize = 0;
pub const OBJECTIVE: usize = 1;
pub const ACTIVITY: usize = 2;
pub const TASK: usize = 3;
const SECTIONS: [&str; 4] = ["goals", "objectives", "activities", "tasks"];

pub const EVERY: [&str; 6] = ["day", "weekday", "week", "2 weeks", "month", "quarter"];
const HOURS: [&str; 8] = ["0", "0.1", "1", "2.5", "7", "12.3", "40", "1000000"];

/// A time as it is written: its first and its last day, each of them perhaps not.
pub type Days = (Option<Date>, Option<Date>);

#[derive(Debug, Clone)]
pub struct Item {
    pub level: usize,
    pub holder: Option<usize>,
    pub supports: Vec<usize>,
    pub status: Option<&'static str>,
    pub own: Days,
    pub days: Option<u32>,
    pub depends_on: Vec<usize>,
    pub who: Option<usize>,
    pub team: Vec<usize>,
    pub hours: Option<&'static str>,
    pub every: Option<&'static str>,
}

#[derive(Debug, Clone)]
pub struct Person {
    pub hours_per_week: Option<&'static str>,
    pub away: Vec<Days>,
}

#[derive(Debug, Clone)]
pub struct Plan {
    pub own: Days,
    pub items: Vec<Item>,
    pub people: Vec<Person>,
}

/// A day of two and a half years, over two ends of a year of which one has 53 weeks.
fn day() -> impl Strategy<Value = Date> {
    (0..900_i32).prop_map(|days| date(2026, 10, 1) + days.days())
}

/// Mostly the right way round, and mostly short.
fn days() -> impl Strategy<Value = Days> {
    let known = (day(), -20..200_i32).prop_map(|(start, length)| (Some(start), Some(start + length.days())));
    prop_oneof![
        3 => Just((None, None)),
        4 => known,
        1 => day().prop_map(|start| (Some(start), None)),
        1 => day().prop_map(|end| (None, Some(end))),
    ]
}

type Links = (Option<usize>, Vec<usize>, Vec<usize>);
type Work = (Option<usize>, Vec<usize>, Option<&'static str>, Option<&'static str>);

fn item() -> impl Strategy<Value = (Item, Links)> {
    let status = prop_oneof![
        12 => Just(None),
        1 => Just(Some("planned")),
        1 => Just(Some("active")),
        1 => Just(Some("done")),
        1 => Just(Some("dropped")),
    ];
    let some = |most: usize| proptest::collection::vec(0..100_usize, 0..=most);
    let links = (proptest::option::weighted(0.7, 0..100_usize), some(2), some(2));
    let work = (
        proptest::option::weighted(0.7, 0..100_usize),
        some(2),
        proptest::option::weighted(0.8, proptest::sample::select(&HOURS[..])),
        proptest::option::weighted(0.6, proptest::sample::select(&EVERY[..])),
    );
    let level = prop_oneof![1 => Just(GOAL), 2 => Just(OBJECTIVE), 4 => Just(ACTIVITY), 5 => Just(TASK)];
    (level, status, days(), proptest::option::of(1..60_u32), links, work).prop_map(
        |(level, status, own, days, links, (who, team, hours, every)): (_, _, _, _, _, Work)| {
            let (holder, supports, depends_on) = (None, Vec::new(), Vec::new());
            let (hours, every) = if level == TASK { (hours, every) } else { (None, None) };
            let item =
                Item { level, holder, supports, status, own, days, depends_on, who, team, hours, every };
            (item, links)
        },
    )
}

/// Plans of up to so many items.
pub fn plans(most: usize) -> impl Strategy<Value = Plan> {
    let away = proptest::collection::vec(days(), 0..4);
    let hours = proptest::option::weighted(0.8, proptest::sample::select(&HOURS[..]));
    let person = (hours, away).prop_map(|(hours_per_week, away)| Person { hours_per_week, away });
    (days(), proptest::collection::vec(item(), 1..=most), proptest::collection::vec(person, 0..4)).prop_map(
        |(own, items, people)| {
            let mut plan = Plan { own, items: Vec::new(), people };
            for (number, (item, links)) in items.iter().enumerate() {
                let mut item = item.clone();
                link(
                    &mut item,
                    links,
                    &plan.items,
                    &items.iter().map(|(item, _)| item.level).collect::<Vec<_>>(),
                    number,
                );
                let people = plan.people.len();
                item.who = item.who.filter(|_| people > 0 && item.level >= ACTIVITY).map(|who| who % people);
                item.team = if people > 0 && item.level >= ACTIVITY {
                    each_once(&item.team, people)
                } else {
                    Vec::new()
                };
                item.days = item.days.filter(|_| item.level >= ACTIVITY);
                plan.items.push(item);
            }
            plan
        },
    )
}

fn each_once(wishes: &[usize], count: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for one in wishes.iter().map(|wish| wish % count) {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// Items are nested in earlier ones of a higher level; they support what is higher, or earlier on the same level; they
/// may depend on anything, so that there are circles.
fn link(
    item: &mut Item,
    (holder, supports, depends_on): &Links,
    before: &[Item],
    levels: &[usize],
    number: usize,
) {
    let may_hold: Vec<usize> = (0..before.len()).filter(|&other| before[other].level < item.level).collect();
    item.holder = holder.filter(|_| !may_hold.is_empty()).map(|wish| may_hold[wish % may_hold.len()]);
    let may_be_supported: Vec<usize> = (0..levels.len())
        .filter(|&other| levels[other] < item.level || (other < number && levels[other] == item.level))
        .filter(|&other| levels[other] != TASK && Some(other) != item.holder)
        .collect();
    if !may_be_supported.is_empty() {
        item.supports =
            each_once(supports, may_be_supported.len()).into_iter().map(|at| may_be_supported[at]).collect();
    }
    let may_be_awaited: Vec<usize> =
        (0..levels.len()).filter(|&other| levels[other] >= OBJECTIVE && other != number).collect();
    if !may_be_awaited.is_empty() && item.level >= OBJECTIVE {
        item.depends_on =
            each_once(depends_on, may_be_awaited.len()).into_iter().map(|at| may_be_awaited[at]).collect();
        // Mostly on what was there before: else nearly everything stands in a circle.
        if depends_on.iter().sum::<usize>() % 4 > 0 {
            item.depends_on.retain(|&other| other < number);
        }
    }
}

impl Plan {
    pub fn text(&self) -> String {
        let mut text = String::from("ambition: A\n");
        text += &fields(self.own, 0);
        self.sections(&mut text, None, 0);
        if !self.people.is_empty() {
            text += "people:\n";
        }
        for (number, person) in self.people.iter().enumerate() {
            let _ = writeln!(text, "  p{number}:\n    title: P{number}");
            if let Some(hours) = person.hours_per_week {
                let _ = writeln!(text, "    hours_per_week: {hours}");
            }
            if !person.away.is_empty() {
                text += "    away:\n";
            }
            for away in &person.away {
                let fields = fields(*away, 0).trim_end().replace('\n', ", ");
                let _ = writeln!(text, "    - {{{fields}}}");
            }
        }
        text
    }

    fn sections(&self, text: &mut String, holder: Option<usize>, indent: usize) {
        for (level, section) in SECTIONS.iter().enumerate() {
            let inside = |(_, item): &(usize, &Item)| item.holder == holder && item.level == level;
            for (place, (number, item)) in self.items.iter().enumerate().filter(inside).enumerate() {
                if place == 0 {
                    let _ = writeln!(text, "{:indent$}{section}:", "");
                }
                let _ = writeln!(text, "{:indent$}  i{number}:\n{:indent$}    title: T{number}", "", "");
                *text += &item.fields(indent + 4);
                self.sections(text, Some(number), indent + 4);
            }
        }
    }
}

impl Item {
    fn fields(&self, indent: usize) -> String {
        let mut text = fields(self.own, indent);
        let mut field = |key: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = writeln!(text, "{:indent$}{key}: {value}", "");
            }
        };
        let list = |kind: &str, list: &[usize]| {
            let names: Vec<String> = list.iter().map(|one| format!("{kind}{one}")).collect();
            (!names.is_empty()).then(|| format!("[{}]", names.join(", ")))
        };
        field("status", self.status.map(str::to_owned));
        field("supports", list("i", &self.supports));
        field("depends_on", list("i", &self.depends_on));
        field("days", self.days.map(|days| days.to_string()));
        field("who", self.who.map(|who| format!("p{who}")));
        field("team", list("p", &self.team));
        field("hours", self.hours.map(str::to_owned));
        field("every", self.every.map(str::to_owned));
        text
    }
}

fn fields((start, end): Days, indent: usize) -> String {
    let line = |key: &str, day: Option<Date>| {
        day.map_or(String::new(), |day| format!("{:indent$}{key}: {day}\n", ""))
    };
    line("start", start) + &line("end", end)
}
