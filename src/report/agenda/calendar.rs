//! What is to be done, as days for a calendar (iCalendar, RFC 5545).
//!
//! Every day of work that comes back is an event of its own: a rule of repetition would go on in the calendar after the
//! plan has changed. All events are whole days and leave the time free. Work of up to a week is one event over its days;
//! longer work is one event where it begins and one on its last day, so that it does not lie over months. What is
//! overdue has no day any more and is left out.
//!
//! An event is known again by its id, what there is to do, and its day in the plan: importing a longer time, or the same
//! after a title has changed, gives no event twice. A calendar file may end up on a server, so it holds neither the
//! plan's path nor the name of the computer.

use super::Telling;
use crate::agenda::{Entry, Occasion, Period};
use crate::lang::escaped;
use crate::plan::Sensitivity;
use icalendar::{Calendar, Class, Component, Event, Property};
use jiff::civil::Date;
use std::io::{self, Write};
use uuid::Uuid;

/// Work of up to this many days is one event.
const LONGEST_EVENT: i64 = 7;
/// Longest title in a line of sight, in characters.
const LONGEST_STEP: usize = 200;
/// The name space of our identifiers, drawn once by lot; to change it is to double everybody's events.
const NAME_SPACE: Uuid = Uuid::from_u128(0x5f0c_7e9a_3b1d_4c62_9a84_d1e6_20b7_4f93);

/// Writes what is to be done as days for a calendar, and tells how many events these are.
///
/// # Errors
/// Where `out` takes no more.
pub fn calendar(telling: &Telling<'_>, out: &mut dyn Write) -> io::Result<usize> {
    let mut calendar = Calendar::empty();
    calendar.append_property(("VERSION", "2.0"));
    calendar.append_property(("PRODID", "-//scf//agenda//EN"));
    calendar.append_property(("CALSCALE", "GREGORIAN"));
    // Without a title a plan would be called by its file.
    if let Some(title) = &telling.whole.plan.title {
        let title = super::shortened(&title.value, 100);
        calendar.append_property(("X-WR-CALNAME", &*escaped(&title)));
    }
    let period = telling.agenda.asked.period;
    for entry in telling.agenda.under_way.first.iter().chain(&telling.agenda.days.first) {
        for (occasion, days) in days_of(entry).into_iter().filter(|(_, days)| days.within(period).is_some()) {
            calendar.push(event(telling, entry, occasion, days));
        }
    }
    write_folded(out, &calendar.to_string())?;
    Ok(calendar.components.len())
}

/// Writes lines of at most 75 octets. The crate folds lines too, but forgets in the last piece that the blank before it
/// counts, so it may write 76.
fn write_folded(out: &mut dyn Write, calendar: &str) -> io::Result<()> {
    const LONGEST: usize = 75;
    for line in calendar.replace("\r\n ", "").lines() {
        let mut rest = line;
        let mut room = LONGEST;
        while rest.len() > room {
            let end = (0..=room).rev().find(|&end| rest.is_char_boundary(end)).unwrap_or(room);
            let (piece, after) = rest.split_at(end);
            write!(out, "{piece}\r\n ")?;
            rest = after;
            room = LONGEST - 1;
        }
        write!(out, "{rest}\r\n")?;
    }
    Ok(())
}

/// The events of an entry: what there is to do, and its days.
fn days_of(entry: &Entry) -> Vec<(Occasion, Period)> {
    let on = |day: Date| Period { from: day, to: day };
    let is_done_once = entry.occasion == Occasion::Work && entry.every.is_none();
    match (entry.start, entry.end, entry.day) {
        (Some(from), Some(to), _) if is_done_once => {
            let days = Period { from, to };
            if days.days() <= LONGEST_EVENT {
                vec![(Occasion::Work, days)]
            } else {
                vec![(Occasion::Begins, on(from)), (Occasion::LastDay, on(to))]
            }
        }
        (_, _, Some(day)) => vec![(entry.occasion, on(day))],
        (_, Some(end), None) => vec![(Occasion::LastDay, on(end))],
        (_, None, None) => Vec::new(),
    }
}

fn event(telling: &Telling<'_>, entry: &Entry, occasion: Occasion, days: Period) -> Event {
    let mut event = Event::new();
    event.uid(&identifier(telling, entry, occasion, days.from));
    // Not the clock: the same plan on the same day gives the same bytes.
    event.add_property("DTSTAMP", format!("{}T000000Z", digits(telling.agenda.asked.today)));
    event.append_property(date("DTSTART", days.from));
    // The day after the last one. After the end of the year 9999 there is none; without it, an event has one day.
    if let Ok(after) = days.to.tomorrow() {
        event.append_property(date("DTEND", after));
    }
    event.summary(&escaped(&telling.titled(entry, occasion)));
    let description = description(telling, entry);
    if !description.is_empty() {
        event.description(&description);
    }
    event.add_property("TRANSP", "TRANSPARENT");
    if telling.whole.plan.sensitivity_of(entry.item) == Sensitivity::Core {
        event.class(Class::Confidential);
    }
    event
}

/// A name that is the same whenever the plan says the same of this day, and that tells nothing.
fn identifier(telling: &Telling<'_>, entry: &Entry, occasion: Occasion, day: Date) -> String {
    let name = format!("{} {} {day}", telling.name(entry.item), occasion.name());
    Uuid::new_v5(&NAME_SPACE, name.as_bytes()).to_string()
}

/// Who does it, how often, and what it is there for.
fn description(telling: &Telling<'_>, entry: &Entry) -> String {
    let only_if = telling.only_if(entry);
    let only_if = only_if.map(|option| telling.say("state-only-if", &[("option", option.into())]));
    let mut said = vec![telling.people(entry), telling.every(entry), only_if.unwrap_or_default()];
    said.retain(|said| !said.is_empty());
    let mut lines = vec![said.join(" · ")];
    if let Some(line) = telling.line(entry) {
        let so_that = |id| {
            let title = escaped(&telling.step(id, LONGEST_STEP)).into_owned();
            telling.say("agenda-so-that", &[("title", title.into())])
        };
        lines.extend(line.steps.into_iter().map(so_that));
        if !line.leads {
            lines.push(telling.say("agenda-leads-nowhere", &[]));
        }
    }
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn date(name: &str, day: Date) -> Property {
    Property::new(name, digits(day)).add_parameter("VALUE", "DATE").done()
}

/// A day as calendars write it: 20270331.
fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}
