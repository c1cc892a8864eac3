//! The workload on a screen.

use super::cells::Cell;
use super::strip::Strips;
use super::{Person, Workload};
use crate::graph::{Load, Windows};
use crate::lang::{FluentValue, shown};
use crate::plan::{Choice, Id, Item, OptRef};
use crate::report::hours::told;
use crate::report::layout::{STRONG, fitted, padded, wrapped};
use crate::report::rows::{typed, write_paragraph};
use crate::report::wording::Wording;
use std::cmp::Reverse;
use std::fmt::Write as _;
use unicode_width::UnicodeWidthStr as _;

/// People of whom a strip is shown.
const MOST_PEOPLE: usize = 20;
/// People who are named where there is nothing more to say of them.
const MOST_NAMED: usize = 8;
/// Longest name in a list of names, in columns.
const LONGEST_NAME: usize = 32;
/// Tasks that are told of the fullest week.
const MOST_TASKS: usize = 10;
/// Columns for hours before a task.
const HOURS: usize = 7;

/// The workload for a screen of this width: of each person a sentence, and a strip with a sign for each week.
#[must_use]
pub fn text(workload: &Workload<'_>, wording: Wording<'_>, width: usize) -> String {
    let mut page = Page { workload, wording, width, out: String::new() };
    let _ = writeln!(page.out, "{STRONG}{}{STRONG:#}", fitted(workload.whole.title(), width));
    // Those who have too much first, most weeks before fewer.
    let mut people: Vec<&Person> = workload.people_with_work().collect();
    people.sort_by_key(|person| Reverse(person.overload.map_or(0, |overload| overload.weeks)));
    let strips = Strips::of(workload, wording.catalogue, width).filter(|_| !people.is_empty());
    if let Some(mut strips) = strips {
        page.head(&people);
        for person in people.iter().take(MOST_PEOPLE) {
            page.person(person, &mut strips);
        }
        page.more_people(people.len().saturating_sub(MOST_PEOPLE));
        page.legend(
            &strips,
            people.iter().take(MOST_PEOPLE).any(|person| person.load.hours_per_week.is_none()),
        );
        page.idle();
        page.counted();
    } else {
        let said = page.nothing();
        page.paragraph(&said);
    }
    page.next(people.first().copied());
    page.out
}

/// What stands below a table: what is not counted, and that there is more.
pub(super) fn below_a_table(
    workload: &Workload<'_>,
    wording: Wording<'_>,
    width: usize,
    is_cut: bool,
) -> String {
    let mut page = Page { workload, wording, width, out: String::new() };
    if is_cut {
        page.paragraph(&page.say("workload-table-cut", &[]));
    }
    page.counted();
    page.out
}

struct Page<'a> {
    workload: &'a Workload<'a>,
    wording: Wording<'a>,
    width: usize,
    out: String,
}

impl Page<'_> {
    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    fn paragraph(&mut self, text: &str) {
        write_paragraph(&mut self.out, "", text, self.width);
    }

    /// Which weeks are told, and who has too much in them.
    fn head(&mut self, people: &[&Person]) {
        if let Some((first, last)) = self.workload.weeks {
            let args = [("first", first.to_string().into()), ("last", last.to_string().into())];
            self.paragraph(&self.say("workload-head", &args));
        }
        let over: Vec<Id> = people
            .iter()
            .filter(|person| person.overload.is_some())
            .map(|person| person.load.person)
            .collect();
        let args = [("count", over.len().into()), ("names", self.names(&over).into())];
        self.paragraph(&self.say("workload-over", &args));
        self.out.push('\n');
    }

    /// Why there is nothing to show.
    fn nothing(&self) -> String {
        let plan = self.workload.whole.plan;
        let why = if plan.people.is_empty() {
            "no-people"
        } else if !plan.items.iter().any(has_hours) {
            "no-hours"
        } else if !self.workload.asked.is_whole() {
            "no-part"
        } else if self.workload.without_window > 0 {
            "no-days"
        } else {
            "no-owners"
        };
        self.say("workload-nothing", &[("why", why.into())])
    }

    fn person(&mut self, person: &Person, strips: &mut Strips<'_>) {
        for line in wrapped(&self.wording.unescaped_title(person.load.person), self.width) {
            let _ = writeln!(self.out, "{STRONG}{}{STRONG:#}", shown(&line));
        }
        let said = self.sentence(person);
        self.paragraph(&said);
        strips.write(person, &mut self.out);
        if !self.workload.asked.who.is_empty() {
            self.fullest_week(person);
        }
        self.out.push('\n');
    }

    /// What there is to say of somebody's weeks.
    fn sentence(&self, person: &Person) -> String {
        let Some(fullest) = person.fullest() else { return String::new() };
        let args = [
            ("week", fullest.first.to_string().into()),
            ("day", fullest.first.monday().to_string().into()),
            ("most", told(fullest.hours).into()),
        ];
        let Some(hours) = person.load.hours_per_week else {
            return self.say("workload-person-unsaid", &args);
        };
        let away = i32::from(person.is_ever_away);
        let mut said = self.say("workload-hours", &[("hours", told(hours).into()), ("away", away.into())]);
        let mut add = |sentence: String| said = format!("{said} {sentence}");
        match person.overload {
            None => add(self.say("workload-person", &args)),
            Some(overload) => {
                let args = [
                    ("count", overload.weeks.into()),
                    ("first", overload.first.to_string().into()),
                    ("week", overload.worst.to_string().into()),
                    ("day", overload.worst.monday().to_string().into()),
                    ("most", told(overload.worst_hours).into()),
                    ("capacity", told(overload.capacity).into()),
                ];
                add(self.say("workload-person-over", &args));
            }
        }
        if person.over_before > 0 {
            add(self.say("workload-over-before", &[("count", person.over_before.into())]));
        }
        said
    }

    /// What somebody does in the fullest week.
    fn fullest_week(&mut self, person: &Person) {
        let worst = person.overload.map(|overload| overload.worst);
        let Some(week) = worst.or_else(|| person.fullest().map(|stretch| stretch.first)) else { return };
        let whole = self.workload.whole;
        let windows = Windows::of(whole.plan, whole.graph);
        let mut shares = Load::shares(whole.plan, whole.graph, &windows, person.load.person, week);
        shares.sort_by(|a, b| b.1.total_cmp(&a.1));
        let heading = self.say("workload-shares", &[("week", week.to_string().into())]);
        self.out.push('\n');
        self.paragraph(&heading);
        for (task, hours) in shares.iter().take(MOST_TASKS) {
            let title = self.task(*task, self.width.saturating_sub(HOURS + 2).max(12));
            let _ = writeln!(self.out, "{:>HOURS$}  {title}", told(*hours));
        }
        let more = shares.len().saturating_sub(MOST_TASKS);
        if more > 0 {
            let said = self.say("why-more", &[("count", more.into())]);
            let _ = writeln!(self.out, "{:HOURS$}  {said}", "");
        }
    }

    /// A task in this room, and under which option of an open choice it is one.
    fn task(&self, id: Id, room: usize) -> String {
        let title = self.wording.unescaped_title(id);
        let Some(option) = self.open_option(id) else { return fitted(&title, room) };
        let option = self.workload.whole.plan.names.name(option);
        let said = self.say("workload-only-if", &[("option", option.into())]);
        format!("{} {}", fitted(&title, room.saturating_sub(said.width() + 1).max(12)), shown(&said))
    }

    /// The option of an open choice under which an item, or what it is nested in, belongs to the plan.
    fn open_option(&self, id: Id) -> Option<Id> {
        let plan = self.workload.whole.plan;
        let is_open = |option: &OptRef| is_open(&plan.choices[option.choice as usize]);
        let mut item = plan.item(id);
        while let Some(here) = item {
            if let Some(option) = here.only_if().filter(is_open) {
                return Some(plan.option_id(option));
            }
            item = here.holder.map(|holder| &plan.items[holder as usize]);
        }
        None
    }

    fn more_people(&mut self, more: usize) {
        if more > 0 {
            self.paragraph(&self.say("workload-more-people", &[("count", more.into())]));
            let path = typed(&self.workload.whole.source.path);
            let _ = writeln!(self.out, "  scf workload {path} --table\n");
        }
    }

    /// What the signs mean: those that stand there.
    fn legend(&mut self, strips: &Strips<'_>, is_unsaid: bool) {
        let said = self.say("workload-sign", &[("sign", strips.sign.name().into())]);
        self.paragraph(&said);
        let quarters: String = (1..=4).map(|quarters| Cell::Quarters(quarters).sign()).collect();
        let has_quarters = strips.seen.iter().any(|cell| matches!(cell, Cell::Quarters(_)));
        let one = |part, cell: Cell| (part, cell.sign().to_string(), strips.seen.contains(&cell));
        let parts = [
            one("empty", Cell::Empty),
            ("quarters", quarters, has_quarters),
            one("over", Cell::Over),
            one("away", Cell::Away),
            one("work-away", Cell::WorkAway),
        ];
        for (part, signs, _) in parts.into_iter().filter(|(_, _, is_there)| *is_there) {
            let said = self.say("workload-legend", &[("part", part.into())]);
            write_paragraph(&mut self.out, &format!("  {}", padded(&signs, 6)), &said, self.width);
        }
        if is_unsaid {
            self.paragraph(&self.say("workload-legend-unsaid", &[]));
        }
        self.out.push('\n');
    }

    /// Who has no work in the weeks that are told.
    fn idle(&mut self) {
        let people = self.workload.people.iter().filter(|person| person.stretches.is_empty());
        let idle: Vec<Id> = people.map(|person| person.load.person).collect();
        if !idle.is_empty() {
            self.paragraph(&self.say("workload-idle", &[("names", self.names(&idle).into())]));
        }
    }

    /// Hours that are in no week, and those that may never be worked.
    fn counted(&mut self) {
        let plan = self.workload.whole.plan;
        let hangs = |item: &Item| {
            self.workload.whole.graph.is_open(item.id)
                && has_hours(item)
                && self.open_option(item.id).is_some()
        };
        if plan.choices.iter().any(is_open) && plan.items.iter().any(hangs) {
            self.paragraph(&self.say("workload-open-choices", &[]));
        }
        if self.workload.without_window > 0 {
            let args = [("count", self.workload.without_window.into())];
            let said = self.say("note-tasks-without-window", &args);
            self.paragraph(&self.say("workload-not-counted", &[("what", said.into())]));
        }
    }

    /// What to ask next, of the person who has most.
    fn next(&mut self, first: Option<&Person>) {
        let Some(first) = first.filter(|_| self.workload.asked.who.is_empty()) else { return };
        let path = typed(&self.workload.whole.source.path);
        let id = self.workload.whole.plan.names.name(first.load.person);
        let said = self.say("workload-next", &[("path", path.into()), ("id", id.into())]);
        let _ = writeln!(self.out, "{}", shown(&said));
    }

    /// Short names, joined: the first of them, and how many more.
    fn names(&self, people: &[Id]) -> String {
        let mut names: Vec<String> = people.iter().take(MOST_NAMED).map(|&id| self.name(id)).collect();
        if people.len() > MOST_NAMED {
            names.push(self.say("why-more", &[("count", (people.len() - MOST_NAMED).into())]));
        }
        names.join(", ")
    }

    /// A short name: of a title such as “HERON, imam, leads the group” what stands before the comma.
    fn name(&self, id: Id) -> String {
        let title = self.wording.unescaped_title(id);
        fitted(title.split(',').next().unwrap_or(&title), LONGEST_NAME)
    }
}

fn is_open(choice: &Choice) -> bool {
    choice.chosen.is_none()
}

fn has_hours(item: &Item) -> bool {
    item.work.as_ref().is_some_and(|work| work.hours.is_some())
}
