//! Days: whether they fit each other, and whether the work fits into them.

pub mod backwards;
pub mod outside_window;
pub mod overdue;
pub mod starts_too_early;
pub mod too_late;

use crate::plan::Item;
use jiff::civil::Date;

/// An item's own first and last day, as far as they are written.
fn own_days(item: &Item) -> (Option<Date>, Option<Date>) {
    (item.start.map(|day| day.value), item.end.map(|day| day.value))
}

/// Whether a time begins after its own last day: then it is none.
fn is_backwards((start, end): (Option<Date>, Option<Date>)) -> bool {
    start.zip(end).is_some_and(|(start, end)| start > end)
}
