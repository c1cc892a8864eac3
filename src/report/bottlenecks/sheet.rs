//! What falls with each thing, as a table.

use super::Bottlenecks;
use crate::graph::Listed;
use crate::report::sheet::Sheet;
use crate::report::wording::Wording;

/// One row a thing, in the order of the groups.
#[must_use]
pub fn sheet(bottlenecks: &Bottlenecks<'_>, wording: Wording<'_>) -> Sheet {
    let plan = bottlenecks.plan;
    let say =
        |column: &str| wording.catalogue.say("bottlenecks-column", &[("column", column.to_owned().into())]);
    let columns = ["group", "title", "id", "falls", "if-all", "items", "results", "results-if-all"];
    let names = |list: &Listed| {
        let mut names: Vec<&str> = list.ids.iter().map(|&id| plan.names.name(id)).collect();
        if list.count > list.ids.len() as u64 {
            names.push("…");
        }
        names.join(", ")
    };
    let rows = bottlenecks.rows(bottlenecks.top.unwrap_or(usize::MAX)).into_iter().map(|(count, single)| {
        let group = bottlenecks.group(count.id).name();
        vec![
            wording.catalogue.say("bottlenecks-group", &[("group", group.into())]),
            wording.unescaped_title(count.id).into_owned(),
            plan.names.name(count.id).to_owned(),
            count.loss.to_string(),
            count.loss_if_all.to_string(),
            count.falls.to_string(),
            names(&single.loss),
            names(&single.loss_if_all),
        ]
    });
    Sheet { head: columns.map(say).to_vec(), rows: rows.collect() }
}
