//! The workload as a table: for a spreadsheet one row a week, to be read one row a stretch of like weeks.

use super::Workload;
use crate::report::hours::{Hours, told};
use crate::report::sheet::Sheet;
use crate::report::wording::Wording;

/// One row for each week of each person in which there is work.
#[must_use]
pub fn weeks(workload: &Workload<'_>, wording: Wording<'_>) -> Sheet {
    let plan = workload.whole.plan;
    let say = |column: &str| column_name(wording, column);
    let yes = |is: bool| if is { wording.catalogue.say("yes", &[]) } else { String::new() };
    let mut rows = Vec::new();
    for person in &workload.people {
        let id = plan.names.name(person.load.person);
        let title = wording.unescaped_title(person.load.person);
        for stretch in &person.stretches {
            for week in stretch.each() {
                rows.push(vec![
                    id.to_owned(),
                    title.clone().into_owned(),
                    week.to_string(),
                    week.monday().to_string(),
                    Hours(stretch.hours).to_string(),
                    stretch.capacity.map(|hours| Hours(hours).to_string()).unwrap_or_default(),
                    stretch.over().map(|hours| Hours(hours).to_string()).unwrap_or_default(),
                    yes(stretch.is_away),
                ]);
            }
        }
    }
    let head = ["id", "person", "week", "monday", "hours", "capacity", "over", "away"];
    Sheet { head: head.map(say).to_vec(), rows }
}

/// One row for weeks one after the other with as much work.
#[must_use]
pub fn stretches(workload: &Workload<'_>, wording: Wording<'_>) -> Sheet {
    let say = |column: &str| column_name(wording, column);
    let mut rows = Vec::new();
    for person in &workload.people {
        let title = wording.unescaped_title(person.load.person);
        for stretch in &person.stretches {
            rows.push(vec![
                title.clone().into_owned(),
                stretch.first.to_string(),
                stretch.last.to_string(),
                told(stretch.hours),
                if stretch.is_away {
                    wording.catalogue.say("workload-away", &[])
                } else {
                    stretch.capacity.map(told).unwrap_or_default()
                },
                stretch.over().map(told).unwrap_or_default(),
            ]);
        }
    }
    Sheet { head: ["person", "from", "to", "hours", "capacity", "over"].map(say).to_vec(), rows }
}

fn column_name(wording: Wording<'_>, column: &str) -> String {
    wording.catalogue.say("workload-column", &[("column", column.to_owned().into())])
}
