//! What is to be done: as text, as JSON, as a table, as days for a calendar.

mod calendar;
mod frame;
mod json;
mod sheet;
mod text;

pub use calendar::calendar;
pub(crate) use json::Document;
pub use json::json;
pub use sheet::sheet;
pub use text::text;

use crate::agenda::{Agenda, Entry, Occasion};
use crate::check::Read;
use crate::graph::{FirstLine, FirstLines, Sequence, Step};
use crate::lang::FluentValue;
use crate::plan::{Every, Id};
use crate::report::wording::{Wording, shortened};
use jiff::civil::Date;

/// An agenda with what is needed to tell it.
pub struct Telling<'a> {
    /// What is to be done.
    pub agenda: &'a Agenda,
    /// The plan.
    pub whole: Read<'a>,
    /// What each thing is there for.
    pub lines: &'a FirstLines,
    /// When it can be done at the earliest and must be at the latest.
    pub sequence: &'a Sequence,
    /// The words.
    pub wording: Wording<'a>,
}

/// No more steps of a line of sight are told of one entry.
const MOST_STEPS: usize = 100;

/// More days to spare than these are plenty.
const MOST_SPARE: i64 = 30;

impl<'a> Telling<'a> {
    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    fn name(&self, id: Id) -> &'a str {
        self.whole.plan.names.name(id)
    }

    fn names(&self, ids: &[Id]) -> String {
        ids.iter().map(|&id| self.name(id)).collect::<Vec<_>>().join(", ")
    }

    /// A day with its name.
    fn day(&self, day: Date) -> String {
        let weekday = day.weekday().to_monday_one_offset();
        self.say("agenda-day", &[("weekday", weekday.into()), ("date", day.to_string().into())])
    }

    /// The title of what an entry is about, and what there is to do about it. Not escaped.
    fn titled(&self, entry: &Entry, occasion: Occasion) -> String {
        let title = self.wording.unescaped_title(entry.item).into_owned();
        self.say("agenda-titled", &[("occasion", occasion.name().into()), ("title", title.into())])
    }

    /// Who does it; empty where nobody is named in the whole plan.
    fn people(&self, entry: &Entry) -> String {
        let team: Vec<Id> = entry.team.iter().copied().filter(|&id| Some(id) != entry.owner).collect();
        match entry.owner {
            Some(owner) if team.is_empty() => self.name(owner).to_owned(),
            Some(owner) => self
                .say("agenda-with", &[("who", self.name(owner).into()), ("team", self.names(&team).into())]),
            None if !team.is_empty() => self.names(&team),
            None if is_work(entry) && !self.whole.plan.people.is_empty() => self.say("agenda-nobody", &[]),
            None => String::new(),
        }
    }

    /// How often it comes back; empty for once.
    fn every(&self, entry: &Entry) -> String {
        entry.every.map_or_else(String::new, |every| {
            self.say("agenda-every", &[("every", every_word(every).into())])
        })
    }

    /// How many days the work can be late and everything after it still in time; nothing where no day says it, or
    /// nobody has said how long it takes.
    fn slack(&self, entry: &Entry) -> Option<i64> {
        let step = self.sequence.get(self.whole.plan, entry.item)?;
        step.days.filter(|_| entry.every.is_none()).and_then(|_| Step::slack(step))
    }

    /// The same in words; empty where there is plenty of time.
    fn spare(&self, entry: &Entry) -> String {
        let Some(slack) = self.slack(entry).filter(|&slack| slack <= MOST_SPARE) else {
            return String::new();
        };
        let args = [("late", if slack < 0 { "yes" } else { "no" }.into()), ("days", slack.abs().into())];
        self.say("agenda-spare", &args)
    }

    /// The option under which it is part of the plan, its own or that of what it stands in, as long as that is open.
    fn only_if(&self, entry: &Entry) -> Option<&'a str> {
        let plan = self.whole.plan;
        let mut at = plan.item(entry.item);
        while let Some(item) = at {
            let option =
                item.only_if().filter(|option| plan.choices[option.choice as usize].chosen.is_none());
            if let Some(option) = option {
                let options = &plan.choices[option.choice as usize].options;
                return Some(plan.names.name(options[option.option as usize].id));
            }
            at = item.holder.map(|holder| &plan.items[holder as usize]);
        }
        None
    }

    /// How often it comes back, for a page; empty for once.
    pub(crate) fn how_often(&self, entry: &Entry) -> String {
        self.every(entry)
    }

    /// How many days are left, for a page; empty where there is plenty of time.
    pub(crate) fn time_left(&self, entry: &Entry) -> String {
        self.spare(entry)
    }

    /// The next step of what it is there for; nothing for what leads nowhere.
    pub(crate) fn first_step(&self, entry: &Entry) -> Option<Id> {
        self.line(entry)?.steps.first().copied()
    }

    /// A sentence, where there is more than can be told at once.
    #[must_use]
    pub fn cut(&self) -> Option<String> {
        let days = &self.agenda.days;
        let last = days.first.last().and_then(|entry| entry.day)?;
        (days.count > days.first.len() as u64).then(|| {
            let args = [
                ("told", days.first.len().into()),
                ("count", days.count.into()),
                ("day", self.day(last).into()),
            ];
            self.say("agenda-cut", &args)
        })
    }

    /// The first line of sight of what an entry is about; nothing for what is no item.
    fn line(&self, entry: &Entry) -> Option<FirstLine> {
        let plan = self.whole.plan;
        plan.item(entry.item).map(|item| self.lines.up_from(plan, item.id, MOST_STEPS))
    }

    /// A title as it stands in a line of sight: one line of this many characters, without its full stop. Not escaped.
    fn step(&self, id: Id, longest: usize) -> String {
        let title = self.wording.unescaped_title(id);
        let title = shortened(&title, longest);
        title.strip_suffix('.').filter(|rest| !rest.ends_with('.')).unwrap_or(&title).to_owned()
    }
}

/// Whether somebody has to do it, unlike a result that is due.
fn is_work(entry: &Entry) -> bool {
    !matches!(entry.occasion, Occasion::Due | Occasion::Report)
}

/// `every` as messages know it.
fn every_word(every: Every) -> &'static str {
    match every {
        Every::Day => "day",
        Every::Weekday => "weekday",
        Every::Week => "week",
        Every::TwoWeeks => "two-weeks",
        Every::Month => "month",
        Every::Quarter => "quarter",
    }
}

/// `every` as plans write it.
fn every_written(every: Every) -> &'static str {
    match every {
        Every::TwoWeeks => "2 weeks",
        every => every_word(every),
    }
}
