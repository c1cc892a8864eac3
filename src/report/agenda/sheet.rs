//! What is to be done, as a table.

use super::Telling;
use crate::agenda::Entry;
use crate::report::sheet::Sheet;
use jiff::civil::Date;

const COLUMNS: [&str; 11] =
    ["day", "start", "end", "what", "id", "title", "who", "team", "every", "spare", "so-that"];

/// What is to be done, as a table: what is overdue, what can be done on any day, then by day.
#[must_use]
pub fn sheet(telling: &Telling<'_>) -> Sheet {
    let column = |column: &&str| telling.say("agenda-column", &[("column", (*column).into())]);
    let agenda = telling.agenda;
    let overdue = agenda.overdue.first.iter().map(|entry| row(telling, entry, "overdue"));
    let others = agenda.under_way.first.iter().chain(&agenda.days.first);
    let others = others.map(|entry| row(telling, entry, entry.occasion.name()));
    Sheet { head: COLUMNS.iter().map(column).collect(), rows: overdue.chain(others).collect() }
}

fn row(telling: &Telling<'_>, entry: &Entry, what: &str) -> Vec<String> {
    let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
    let steps = telling.line(entry).map_or_else(Vec::new, |line| line.steps);
    let titles = steps.iter().map(|&step| telling.wording.unescaped_title(step));
    vec![
        day(entry.day),
        day(entry.start),
        day(entry.end),
        telling.say("agenda-what", &[("occasion", what.to_owned().into())]),
        telling.name(entry.item).to_owned(),
        telling.wording.unescaped_title(entry.item).into_owned(),
        entry.owner.map_or_else(String::new, |owner| telling.name(owner).to_owned()),
        telling.names(&entry.team),
        telling.every(entry),
        telling.slack(entry).map_or_else(String::new, |days| days.to_string()),
        titles.collect::<Vec<_>>().join("\n"),
    ]
}
