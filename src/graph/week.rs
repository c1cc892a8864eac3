//! Weeks as ISO 8601 counts them: from Monday to Sunday, and a week belongs to the year of its Thursday.

use super::days::{day_of, number_of};
use jiff::civil::{Date, ISOWeekDate};
use std::fmt;

/// A week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week(i32);

impl Week {
    /// Before every week.
    pub(super) const BEFORE_ALL: Self = Self(i32::MIN);
    /// After every week.
    pub(super) const AFTER_ALL: Self = Self(i32::MAX);

    /// The week of a day.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(number_of(day).div_euclid(7) as i32)
    }

    /// The first whole week that begins on or after this day.
    #[must_use]
    pub(super) fn from_on(day: Date) -> Self {
        let of = Self::of(day);
        if of.monday() == day { of } else { of.plus(1) }
    }

    /// The last whole week that ends on or before this day.
    #[must_use]
    pub(super) fn until(day: Date) -> Self {
        let of = Self::of(day);
        if of.sunday() == day { of } else { of.plus(-1) }
    }

    /// The week of this year and number: `2027-W09`, or nothing where there is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, week) = text.split_once("-W").filter(|(year, week)| year.len() == 4 && week.len() == 2)?;
        let digits =
            |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?;
        let week = i8::try_from(digits(week)?).ok()?;
        let monday = ISOWeekDate::new(digits(year)?, week, jiff::civil::Weekday::Monday).ok()?;
        Some(Self::of(monday.date()))
    }

    /// Its Monday.
    #[must_use]
    pub fn monday(self) -> Date {
        day_of(i64::from(self.0) * 7)
    }

    /// Its Sunday.
    #[must_use]
    pub fn sunday(self) -> Date {
        day_of(i64::from(self.0) * 7 + 6)
    }

    /// The week so many weeks later.
    #[must_use]
    pub fn plus(self, weeks: i32) -> Self {
        Self(self.0.saturating_add(weeks))
    }

    /// How many weeks there are from this one to that one, both counted; none where that one is earlier.
    #[must_use]
    pub fn weeks_to(self, last: Self) -> u32 {
        u32::try_from(i64::from(last.0) - i64::from(self.0) + 1).unwrap_or(0)
    }

    /// Its year and its number in it.
    #[must_use]
    pub fn year_and_number(self) -> (i16, i8) {
        let week = self.monday().iso_week_date();
        (week.year(), week.week())
    }
}

impl fmt::Display for Week {
    /// `2027-W09`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = self.year_and_number();
        let sign = if year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}-W{number:02}", year.unsigned_abs())
    }
}

#[cfg(test)]
mod tests {
    use super::Week;
    use jiff::civil::{Date, date};

    #[test]
    fn a_week_belongs_to_the_year_of_its_thursday() {
        for (day, label) in [
            (date(2026, 12, 28), "2026-W53"),
            (date(2027, 1, 1), "2026-W53"),
            (date(2027, 1, 3), "2026-W53"),
            (date(2027, 1, 4), "2027-W01"),
            (date(2024, 12, 29), "2024-W52"),
            (date(2024, 12, 30), "2025-W01"),
            (date(2000, 1, 1), "1999-W52"),
            (date(2027, 3, 3), "2027-W09"),
            (date(0, 1, 3), "0000-W01"),
            (Date::MAX, "9999-W52"),
        ] {
            assert_eq!(Week::of(day).to_string(), label, "{day}");
            assert_eq!(Week::parse(label), Some(Week::of(day)), "{label}");
        }
        for label in ["2027-W53", "2027-W00", "2027-W9", "27-W09", "2027W09", "+027-W09", "2027-W+9", ""] {
            assert_eq!(Week::parse(label), None, "{label}");
        }
    }

    #[test]
    fn a_week_before_the_year_zero() {
        assert_eq!(Week::of(date(0, 1, 1)).to_string(), "-0001-W52");
    }

    #[test]
    fn whole_weeks() {
        let monday = date(2027, 3, 1);
        assert_eq!(Week::from_on(monday), Week::of(monday));
        assert_eq!(Week::from_on(date(2027, 3, 2)), Week::of(date(2027, 3, 8)));
        assert_eq!(Week::until(date(2027, 3, 7)), Week::of(monday));
        assert_eq!(Week::until(date(2027, 3, 6)), Week::of(date(2027, 2, 22)));
        assert_eq!(Week::of(monday).weeks_to(Week::of(date(2027, 3, 14))), 2);
        assert_eq!(Week::of(monday).weeks_to(Week::of(date(2027, 2, 1))), 0);
    }
}
