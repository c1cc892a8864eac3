//! The days of what comes back.
//!
//! Days are counted, not walked: a daily task over 9,000 years costs no more than one of a week.

use crate::plan::Every;
use jiff::civil::{Date, Weekday};

/// Days that follow each other by a rule, from a first one on.
///
/// Which days these are is counted from the first day of a task's window, for plans say how often and not when:
///
/// - `day`: every day. `weekday`: Monday to Friday.
/// - `week`, `2 weeks`: the weekday of the first day, every 7 or 14 days.
/// - `month`, `quarter`: the day of the month of the first day, every month or every third. Where a month is too short
///   it is that month's last day, and the next one is not moved by it: 31 January, 28 February, 31 March.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series {
    first: Date,
    last: Option<Date>,
    step: Step,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Once.
    Never,
    /// Days from one to the next.
    Days(i64),
    Weekdays,
    /// Months from one to the next, and the day of the month where the month has it.
    Months(i64, i8),
}

impl Series {
    /// A day that does not come back.
    #[must_use]
    pub fn once(day: Date) -> Self {
        Self { first: day, last: None, step: Step::Never }
    }

    /// The days of a task whose window begins on `first` and ends on `last`, where it ends.
    #[must_use]
    pub fn of(every: Every, first: Date, last: Option<Date>) -> Self {
        let (first, step) = match every {
            Every::Day => (first, Step::Days(1)),
            Every::Weekday => (on_weekday(first), Step::Weekdays),
            Every::Week => (first, Step::Days(7)),
            Every::TwoWeeks => (first, Step::Days(14)),
            Every::Month => (first, Step::Months(1, first.day())),
            Every::Quarter => (first, Step::Months(3, first.day())),
        };
        Self { first, last, step }
    }

    /// The last day of every month.
    #[must_use]
    pub fn month_ends(first: Date, last: Option<Date>) -> Self {
        Self { first: first.last_of_month(), last, step: Step::Months(1, 31) }
    }

    /// The last day of every quarter of the calendar year.
    #[must_use]
    pub fn quarter_ends(first: Date, last: Option<Date>) -> Self {
        let end = month_number(first).div_euclid(3) * 3 + 2;
        let first = in_month(end, 31).unwrap_or(Date::MAX);
        Self { first, last, step: Step::Months(3, 31) }
    }

    /// The day of this number, counted from 0; nothing after the last one and after the year 9999.
    #[must_use]
    pub fn day(&self, number: u64) -> Option<Date> {
        let number = i64::try_from(number).ok()?;
        let day = match self.step {
            Step::Never => (number == 0).then_some(self.first),
            Step::Days(days) => later(self.first, number.checked_mul(days)?),
            Step::Weekdays => {
                let from_monday = i64::from(self.first.weekday().to_monday_zero_offset());
                let number = number.checked_add(from_monday)?;
                later(self.first, (number / 5).checked_mul(7)?.checked_add(number % 5 - from_monday)?)
            }
            Step::Months(months, day) => {
                in_month(month_number(self.first).checked_add(number.checked_mul(months)?)?, day)
            }
        };
        day.filter(|&day| self.last.is_none_or(|last| day <= last))
    }

    /// How many of its days lie before this one: the number of the first one on this day or after it.
    #[must_use]
    pub fn number_from(&self, day: Date) -> u64 {
        day.yesterday().map_or(0, |before| self.count_through(before))
    }

    /// How many of its days lie between these two, both included.
    #[must_use]
    pub fn count(&self, from: Date, to: Date) -> u64 {
        let to = self.last.map_or(to, |last| last.min(to));
        self.count_through(to).saturating_sub(self.number_from(from))
    }

    /// How many days lie on this day or before it, whether or not the series is over by then.
    fn count_through(&self, day: Date) -> u64 {
        if day < self.first {
            return 0;
        }
        let count = match self.step {
            Step::Never => 1,
            Step::Days(days) => days_between(self.first, day) / days + 1,
            Step::Weekdays => {
                let from_monday = i64::from(self.first.weekday().to_monday_zero_offset());
                let days = days_between(self.first, day) + from_monday;
                days / 7 * 5 + (days % 7).min(4) + 1 - from_monday
            }
            Step::Months(months, day_of_month) => {
                let passed = month_number(day) - month_number(self.first);
                let is_before = |due: Date| due <= day;
                let is_due =
                    passed % months != 0 || in_month(month_number(day), day_of_month).is_some_and(is_before);
                passed / months + i64::from(is_due)
            }
        };
        count.unsigned_abs()
    }
}

/// The day itself, or the Monday after it.
fn on_weekday(day: Date) -> Date {
    let days = match day.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    later(day, days).unwrap_or(Date::MAX)
}

fn later(day: Date, days: i64) -> Option<Date> {
    let days = jiff::Span::new().try_days(days).ok()?;
    day.checked_add(days).ok()
}

fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

/// Months since the year 0.
fn month_number(day: Date) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// This day of this month, or its last one.
fn in_month(number: i64, day: i8) -> Option<Date> {
    let year = i16::try_from(number.div_euclid(12)).ok()?;
    let month = i8::try_from(number.rem_euclid(12) + 1).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, day.min(first.days_in_month())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn days(series: Series, from: Date, to: Date) -> Vec<Date> {
        let first = series.number_from(from);
        (first..first + series.count(from, to)).map(|number| series.day(number).unwrap()).collect()
    }

    #[test]
    fn the_end_of_a_month_does_not_drift() {
        let months = Series::of(Every::Month, date(2027, 1, 31), None);
        let told: Vec<_> = (0..5).map(|number| months.day(number).unwrap().to_string()).collect();
        assert_eq!(told, ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]);
        let quarters = Series::of(Every::Quarter, date(2027, 11, 30), Some(date(2028, 6, 1)));
        assert_eq!(
            days(quarters, Date::MIN, Date::MAX),
            [date(2027, 11, 30), date(2028, 2, 29), date(2028, 5, 30)]
        );
    }

    #[test]
    fn reports_are_due_on_the_last_day() {
        let months = Series::month_ends(date(2027, 2, 10), Some(date(2027, 4, 29)));
        assert_eq!(days(months, Date::MIN, Date::MAX), [date(2027, 2, 28), date(2027, 3, 31)]);
        let quarters = Series::quarter_ends(date(2027, 2, 10), None);
        assert_eq!(
            days(quarters, date(2027, 3, 31), date(2027, 9, 30)),
            [date(2027, 3, 31), date(2027, 6, 30), date(2027, 9, 30)]
        );
    }

    #[test]
    fn the_ends_of_time_are_ends() {
        for every in [Every::Day, Every::Weekday, Every::Week, Every::TwoWeeks, Every::Month, Every::Quarter]
        {
            let series = Series::of(every, Date::MIN, None);
            let count = series.count(Date::MIN, Date::MAX);
            assert!(series.day(count - 1).is_some() && series.day(count).is_none(), "{every:?}");
            assert_eq!(series.day(u64::MAX), None);
            assert_eq!(series.number_from(Date::MIN), 0);
            let late = Series::of(every, Date::MAX, None);
            assert_eq!(late.day(0), Some(Date::MAX), "{every:?}");
            assert_eq!((late.count(Date::MIN, Date::MAX), late.day(1)), (1, None), "{every:?}");
        }
        assert_eq!(Series::quarter_ends(Date::MAX, None).day(0), Some(Date::MAX));
    }

    /// Whether the rule of the plan format, read word by word, has a task of this window on this day.
    fn is_due(every: Every, first: Date, day: Date) -> bool {
        let passed = (day - first).get_days();
        let months = (i32::from(day.year()) - i32::from(first.year())) * 12 + i32::from(day.month())
            - i32::from(first.month());
        let is_last_of_month = day.tomorrow().is_ok_and(|next| next.day() == 1);
        let is_its_day = day.day() == first.day() || (day.day() < first.day() && is_last_of_month);
        passed >= 0
            && match every {
                Every::Day => true,
                Every::Weekday => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
                Every::Week => passed % 7 == 0,
                Every::TwoWeeks => passed % 14 == 0,
                Every::Month => is_its_day,
                Every::Quarter => is_its_day && months % 3 == 0,
            }
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (2020..2030_i16, 1..=12_i8, 1..=31_i8).prop_map(|(year, month, day)| {
            in_month(i64::from(year) * 12 + i64::from(month) - 1, day).unwrap()
        })
    }

    fn any_every() -> impl Strategy<Value = Every> {
        proptest::sample::select(vec![
            Every::Day,
            Every::Weekday,
            Every::Week,
            Every::TwoWeeks,
            Every::Month,
            Every::Quarter,
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn counted_days_are_those_of_a_walk_from_day_to_day(
            every in any_every(),
            first in any_day(),
            last in proptest::option::of(any_day()),
            from in any_day(),
            length in 0..900_i32,
        ) {
            let to = from.checked_add(jiff::Span::new().days(length)).unwrap();
            let is_in = |day: &Date| last.is_none_or(|last| *day <= last) && is_due(every, first, *day);
            let walked: Vec<Date> = from
                .series(jiff::Span::new().days(1))
                .take_while(|&day| day <= to)
                .filter(is_in)
                .collect();
            prop_assert_eq!(days(Series::of(every, first, last), from, to), walked);
        }
    }
}
