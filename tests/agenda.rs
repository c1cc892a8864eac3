//! The agenda against a walk from day to day that shares no code with it.

#![allow(clippy::unwrap_used)] // What cannot be read fails the test.

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use strategic_choice::agenda::{Agenda, Asked, Entry, Period};
use strategic_choice::check::load;
use strategic_choice::graph::Graph;
use strategic_choice::plan::Id;
use strategic_choice::source::Source;

const EVERY: [&str; 6] = ["day", "weekday", "week", "2 weeks", "month", "quarter"];
const PEOPLE: usize = 3;

#[derive(Debug, Clone)]
struct Piece {
    start: Option<Date>,
    end: Option<Date>,
    /// As an index into [`EVERY`]; of tasks.
    every: Option<usize>,
    who: Option<usize>,
    deputy: Option<usize>,
    team: Option<usize>,
    done: bool,
}

#[derive(Debug, Clone)]
struct Model {
    window: (Option<Date>, Option<Date>),
    /// Activities and the tasks in them.
    work: Vec<(Piece, Vec<Piece>)>,
    /// For each person when they are away.
    away: Vec<Vec<(Date, Date)>>,
    today: Date,
    period: Period,
    who: Vec<usize>,
}

/// What is told: the day, or why it stands under none; the id; what there is to do.
type Told = BTreeSet<(String, String, &'static str)>;

fn day() -> impl Strategy<Value = Date> {
    // Some days come often, so that things fall together.
    let days = prop_oneof![0..420_i32, proptest::sample::select(vec![89, 90, 91, 92, 97, 98])];
    days.prop_map(|days| date(2027, 1, 1).checked_add(days.days()).unwrap())
}

fn piece() -> impl Strategy<Value = Piece> {
    let person = || proptest::option::of(0..PEOPLE);
    let day = || proptest::option::weighted(0.6, day());
    (day(), day(), proptest::option::of(0..EVERY.len()), person(), person(), person(), any::<u8>()).prop_map(
        |(start, end, every, who, deputy, team, die)| Piece {
            start,
            end,
            every,
            who,
            deputy,
            team,
            done: die < 40,
        },
    )
}

fn model() -> impl Strategy<Value = Model> {
    let away = || proptest::collection::vec((day(), day()), 0..4);
    let work = proptest::collection::vec((piece(), proptest::collection::vec(piece(), 0..4)), 1..4);
    let who = proptest::sample::subsequence((0..PEOPLE).collect::<Vec<_>>(), 0..=2);
    let window = (proptest::option::of(day()), proptest::option::of(day()));
    (window, work, proptest::collection::vec(away(), PEOPLE), day(), day(), 0..90_i32, who).prop_map(
        |(window, work, away, today, from, length, who)| {
            let to = from.checked_add(length.days()).unwrap();
            Model { window, work, away, today, period: Period { from, to }, who }
        },
    )
}

impl Model {
    fn text(&self) -> String {
        let mut text = String::new();
        let field = |text: &mut String, name: &str, value: Option<String>| {
            if let Some(value) = value {
                let _ = write!(text, "{name}: {value}, ");
            }
        };
        for (name, day) in [("start", self.window.0), ("end", self.window.1)] {
            if let Some(day) = day {
                let _ = writeln!(text, "{name}: {day}");
            }
        }
        text += "ambition: A.\nactivities:\n";
        let fields = |text: &mut String, piece: &Piece| {
            let person = |person: Option<usize>| person.map(|person| format!("p{person}"));
            field(text, "start", piece.start.map(|day| day.to_string()));
            field(text, "end", piece.end.map(|day| day.to_string()));
            field(text, "who", person(piece.who));
            field(text, "deputy", person(piece.deputy));
            field(text, "team", person(piece.team));
            field(text, "status", piece.done.then(|| "done".to_owned()));
        };
        for (number, (activity, tasks)) in self.work.iter().enumerate() {
            let _ = write!(text, "  a{number}: {{title: A, ");
            fields(&mut text, activity);
            text += "tasks: {";
            for (task_number, task) in tasks.iter().enumerate() {
                let _ = write!(text, "a{number}t{task_number}: {{title: T, ");
                fields(&mut text, task);
                if let Some(every) = task.every {
                    let _ = write!(text, "every: {}", EVERY[every]);
                }
                text += "}, ";
            }
            text += "}}\n";
        }
        text += "people:\n";
        for (person, away) in self.away.iter().enumerate() {
            let away: Vec<String> =
                away.iter().map(|(start, end)| format!("{{start: {start}, end: {end}}}")).collect();
            let _ = writeln!(text, "  p{person}: {{title: P, away: [{}]}}", away.join(", "));
        }
        text
    }

    fn is_away(&self, person: usize, day: Date) -> bool {
        self.away[person].iter().any(|&(start, end)| start <= day && day <= end)
    }

    /// Whether somebody who was asked about has to do with it: on this day, or on any.
    fn concerns(&self, piece: &Piece, holder: Option<&Piece>, day: Option<Date>) -> bool {
        let owner = piece.who.or(holder.and_then(|holder| holder.who));
        let asked = |person: Option<usize>| person.is_some_and(|person| self.who.contains(&person));
        let lent = holder.filter(|_| piece.who.is_none()).and_then(|holder| holder.deputy);
        let stands_in = owner.is_some_and(|owner| {
            day.is_some_and(|day| self.is_away(owner, day))
                && [piece.deputy, lent].iter().any(|&deputy| deputy != Some(owner) && asked(deputy))
        });
        self.who.is_empty() || asked(owner) || asked(piece.team) || stands_in
    }

    fn told(&self) -> Told {
        let mut told = Told::new();
        for (number, (activity, tasks)) in self.work.iter().enumerate() {
            // What stands in something done, without a status of its own, is done; these tasks have none but that.
            if activity.done {
                continue;
            }
            let id = format!("a{number}");
            let open: Vec<_> = tasks.iter().enumerate().filter(|(_, task)| !task.done).collect();
            if open.is_empty() {
                self.work_told(&mut told, &id, activity, None);
                continue;
            }
            let mut has_late = false;
            for (task_number, task) in open {
                let id = format!("a{number}t{task_number}");
                self.work_told(&mut told, &id, task, Some(activity));
                has_late |= told.contains(&("overdue".to_owned(), id, "work"));
            }
            let mut on = |day: Option<Date>, what| match day {
                Some(day) if self.period.holds(day) && self.concerns(activity, None, Some(day)) => {
                    told.insert((day.to_string(), id.clone(), what));
                }
                _ => {}
            };
            on(activity.start, "begins");
            let is_late = activity.end.is_some_and(|end| end < self.today);
            if !is_late && activity.start != activity.end {
                on(activity.end, "last-day");
            }
            if is_late && !has_late && self.concerns(activity, None, None) {
                told.insert(("overdue".to_owned(), id, "last-day"));
            }
        }
        told
    }

    fn work_told(&self, told: &mut Told, id: &str, piece: &Piece, holder: Option<&Piece>) {
        let own = (piece.start, piece.end);
        let above = (holder.and_then(|holder| holder.start), holder.and_then(|holder| holder.end));
        let whole = (own.0.or(above.0).or(self.window.0), own.1.or(above.1).or(self.window.1));
        let fits =
            |days: &(Option<Date>, Option<Date>)| days.0.is_none() || days.1.is_none() || days.0 <= days.1;
        let window = [whole, own].into_iter().find(fits).unwrap_or_default();
        // An activity does not come back.
        let every = piece.every.filter(|_| holder.is_some());
        let mut tell = |when: &str, day: Option<Date>| {
            if self.concerns(piece, holder, day) {
                told.insert((when.to_owned(), id.to_owned(), "work"));
            }
        };
        let Period { from, to } = self.period;
        let is_over = |end: Option<Date>| end.is_some_and(|end| end < self.today);
        match (every, window) {
            (_, (None, None)) => tell("undated", None),
            (Some(_), _) if is_over(own.1) => tell("overdue", None),
            (Some(_), (None, _)) => tell("undated", None),
            (Some(every), (Some(start), end)) => {
                for day in from.series(1.day()).take_while(|&day| day <= to) {
                    if end.is_none_or(|end| day <= end) && is_due(EVERY[every], start, day) {
                        tell(&day.to_string(), Some(day));
                    }
                }
            }
            (None, (_, end)) if is_over(end) => tell("overdue", None),
            (None, (Some(start), _)) if start >= from => {
                if start <= to {
                    tell(&start.to_string(), Some(start));
                }
            }
            (None, (_, end)) => {
                if end.is_none_or(|end| end >= from) {
                    tell("under way", None);
                }
            }
        }
    }
}

fn is_due(every: &str, first: Date, day: Date) -> bool {
    let days = (day - first).get_days();
    let months = (day.year() - first.year()) * 12 + i16::from(day.month()) - i16::from(first.month());
    let is_its_day =
        day.day() == first.day() || (day.day() == day.days_in_month() && first.day() > day.day());
    day >= first
        && match every {
            "day" => true,
            "weekday" => day.weekday() != Weekday::Saturday && day.weekday() != Weekday::Sunday,
            "week" => days % 7 == 0,
            "2 weeks" => days % 14 == 0,
            "month" => is_its_day,
            _ => is_its_day && months % 3 == 0,
        }
}

fn agenda(model: &Model) -> Told {
    let plan = load(&Source::new("-", model.text())).plan.unwrap();
    assert!(plan.complete, "{}", model.text());
    let graph = Graph::of(&plan);
    let who = model.who.iter().map(|person| plan.names.find(&format!("p{person}")).unwrap()).collect();
    let agenda = Agenda::of(&plan, &graph, &Asked { today: model.today, period: model.period, who });
    let name = |id: Id| plan.names.name(id).to_owned();
    let mut told = Told::new();
    let mut tell = |when: String, entry: &Entry| {
        assert!(told.insert((when, name(entry.item), entry.occasion.name())), "told twice: {entry:?}");
    };
    for entry in &agenda.overdue.first {
        tell("overdue".to_owned(), entry);
    }
    for entry in &agenda.under_way.first {
        tell("under way".to_owned(), entry);
    }
    for entry in &agenda.days.first {
        tell(entry.day.unwrap().to_string(), entry);
    }
    assert!(agenda.days.first.is_sorted_by_key(|entry| (entry.day, entry.occasion)));
    assert_eq!(agenda.count(), agenda.all().count() as u64);
    told.extend(agenda.undated.iter().map(|&id| ("undated".to_owned(), name(id), "work")));
    told
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_walk_from_day_to_day_tells_the_same(model in model()) {
        prop_assert_eq!(agenda(&model), model.told(), "{}", model.text());
    }
}
