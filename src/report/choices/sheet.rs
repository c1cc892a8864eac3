//! Schemes as a table.

use super::Choices;
use crate::plan::Id;
use crate::report::sheet::Sheet;
use crate::report::wording::Wording;

/// More open choices than these have one column together.
const MOST_COLUMNS: usize = 4;

/// One row a scheme. Of the choices, only those that are open.
#[must_use]
pub fn sheet(choices: &Choices<'_, '_>, wording: Wording<'_>) -> Sheet {
    with_columns(choices, wording, MOST_COLUMNS)
}

/// The same, with a column for each open choice where there are no more than `most_columns`, else one for all of them.
pub(super) fn with_columns(choices: &Choices<'_, '_>, wording: Wording<'_>, most_columns: usize) -> Sheet {
    let named =
        |column: &str| wording.catalogue.say("choices-column", &[("column", column.to_owned().into())]);
    let open: Vec<Id> = choices.open().map(|choice| choice.id).collect();
    let mut head = vec![named("number")];
    if open.len() > most_columns {
        head.push(named("picks"));
    } else {
        head.extend(open.iter().map(|&choice| choices.plan.names.name(choice).to_owned()));
    }
    head.extend(["results", "cost", "peak", "bottlenecks", "score"].map(named));
    let row = |(place, &number): (usize, &usize)| {
        let picks = choices.schemes.picks(number).into_iter().filter(|(choice, _)| open.contains(choice));
        let mut row = vec![(number + 1).to_string()];
        if open.len() > most_columns {
            let picks: Vec<&str> = picks.map(|(_, option)| choices.plan.names.name(option)).collect();
            row.push(picks.join(", "));
        } else {
            row.extend(picks.map(|(_, option)| choices.own_name(option).to_owned()));
        }
        let burden = choices.burden(place);
        row.push(choices.schemes.objectives(number).to_string());
        row.push(choices.schemes.cost(number).to_string());
        row.push(burden.map_or_else(String::new, |burden| hours(burden.peak_hours)));
        row.push(burden.map_or_else(String::new, |burden| burden.bottlenecks.to_string()));
        row.push(choices.schemes.score(number).to_string());
        row
    };
    Sheet { head, rows: choices.shown.iter().enumerate().map(row).collect() }
}

/// Hours with at most one decimal.
pub(super) fn hours(hours: f64) -> String {
    ((hours * 10.0).round() / 10.0).to_string()
}
