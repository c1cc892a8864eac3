//! What is in force, as a table.

use super::{Telling, name_of};
use crate::report::sheet::Sheet;
use crate::settings::Entry;

/// One row a setting: its name, its value, who has said it, in which file and line.
#[must_use]
pub fn sheet(telling: Telling<'_>) -> Sheet {
    let columns = ["setting", "value", "from", "file", "line"];
    let row = |entry: &Entry| {
        let place = telling.place(entry.from);
        let line = place.map(|(source, at)| source.position(at.start).line.to_string());
        vec![
            entry.setting.name(),
            telling.value(&entry.value),
            name_of(entry.from).to_owned(),
            place.map(|(source, _)| source.path.clone()).unwrap_or_default(),
            line.unwrap_or_default(),
        ]
    };
    Sheet { head: head(telling, &columns), rows: telling.in_force.entries.iter().map(row).collect() }
}

/// The same for people: one column says who, in words.
pub(super) fn short<'e>(telling: Telling<'_>, entries: impl Iterator<Item = &'e Entry>) -> Sheet {
    let row = |entry: &Entry| vec![entry.setting.name(), telling.value(&entry.value), telling.from(entry)];
    Sheet { head: head(telling, &["setting", "value", "from"]), rows: entries.map(row).collect() }
}

/// All of it for a page of text.
#[must_use]
pub fn markdown(telling: Telling<'_>) -> String {
    let file = crate::report::sheet::sentence_without_mark_up(&telling.file());
    format!("{file}\n\n{}", short(telling, telling.in_force.entries.iter()).markdown())
}

fn head(telling: Telling<'_>, columns: &[&'static str]) -> Vec<String> {
    columns.iter().map(|&column| telling.say("settings-column", &[("column", column.into())])).collect()
}
