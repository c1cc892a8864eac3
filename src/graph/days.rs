//! Days as numbers, to count with.

use jiff::civil::Date;
use jiff::{Span, ToSpan as _};

/// Day 0: a Monday, so that whole weeks are multiples of seven.
const MONDAY: Date = Date::constant(2001, 1, 1);

/// The number of a day.
pub(super) fn number_of(day: Date) -> i64 {
    i64::from((day - MONDAY).get_days())
}

/// The day of a number; before the first day that a calendar knows the first, after the last the last.
pub(super) fn day_of(number: i64) -> Date {
    let number = number.clamp(number_of(Date::MIN), number_of(Date::MAX));
    // Inside the calendar, so it is there.
    let days: Span = number.days();
    MONDAY.checked_add(days).unwrap_or(Date::MAX)
}

#[cfg(test)]
mod tests {
    use super::{day_of, number_of};
    use jiff::civil::{Date, date};

    #[test]
    fn days_and_numbers() {
        assert_eq!(number_of(date(2001, 1, 8)), 7);
        for day in [Date::MIN, date(0, 1, 1), date(1999, 12, 31), date(2028, 2, 29), Date::MAX] {
            assert_eq!(day_of(number_of(day)), day);
        }
        assert_eq!(day_of(i64::MAX), Date::MAX);
        assert_eq!(day_of(i64::MIN), Date::MIN);
        assert_eq!(day_of(number_of(Date::MAX) + 1), Date::MAX);
    }
}
