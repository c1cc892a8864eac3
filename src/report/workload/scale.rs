//! How time is laid out on a screen: what one sign stands for, and which signs stand in which row.

use crate::graph::Week;
use jiff::ToSpan as _;
use jiff::civil::Date;

/// Columns before the signs.
pub(super) const LABEL: usize = 6;
/// Rows of a person; where more are needed, one sign stands for a longer time.
const MOST_ROWS: i32 = 6;
/// Months, years … are far away in either direction.
const FARTHEST: i32 = 9999;

/// What one sign stands for. Signs stand in groups, with a figure to each: the next longer time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Week,
    Month,
    Year,
    Decade,
}

/// Signs that stand together.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Group {
    pub label: GroupLabel,
    /// For each sign its first and last week.
    pub signs: Vec<(Week, Week)>,
}

/// What stands above a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum GroupLabel {
    /// From 1 to 12.
    Month(i32),
    /// The only year, or the first of several.
    Year(i32),
}

/// Groups beside each other.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The year, where all groups are of one.
    pub year: Option<i32>,
    pub groups: Vec<Group>,
}

impl Sign {
    /// The shortest time for one sign with which these weeks fit into a few rows.
    pub(super) fn of(first: Week, last: Week) -> Self {
        let years = year_of(last) - year_of(first) + 1;
        match years {
            ..=MOST_ROWS => Self::Week,
            _ if years <= MOST_ROWS * 5 => Self::Month,
            _ if years <= MOST_ROWS * 50 => Self::Year,
            _ => Self::Decade,
        }
    }

    /// The name of it in the catalogue.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
            Self::Decade => "decade",
        }
    }

    /// Columns of a group.
    pub(super) fn group_width(self) -> usize {
        match self {
            Self::Week => 5,
            Self::Month => 12,
            Self::Year | Self::Decade => 10,
        }
    }

    /// The rows for these weeks on a screen of this width.
    pub(super) fn rows(self, first: Week, last: Week, width: usize) -> Vec<Row> {
        let fit = width.saturating_sub(LABEL) / (self.group_width() + 1);
        let a_row: &[u8] = if self == Self::Week { &[12, 6, 3] } else { &[5, 4, 3, 2] };
        let a_row = a_row.iter().copied().find(|&groups| usize::from(groups) <= fit).unwrap_or(1).into();
        let from = self.group_of(first).div_euclid(a_row) * a_row;
        let to = self.group_of(last);
        let starts = (0..).map(|row| from + row * a_row).take_while(|&start| start <= to);
        let mut rows: Vec<Row> = starts.map(|start| self.row(start, a_row)).collect();
        if self == Self::Week {
            gather(&mut rows, first, last);
        }
        rows
    }

    fn row(self, start: i32, groups: i32) -> Row {
        let year = (self == Self::Week).then(|| start.div_euclid(12));
        Row { year, groups: (start..start + groups).map(|group| self.group(group)).collect() }
    }

    /// The number of the group that a week is in; months are counted through the years.
    fn group_of(self, week: Week) -> i32 {
        let thursday = thursday_of(week);
        let year = i32::from(thursday.year());
        match self {
            Self::Week => year * 12 + i32::from(thursday.month()) - 1,
            Self::Month => year,
            Self::Year => year.div_euclid(10),
            Self::Decade => year.div_euclid(100),
        }
    }

    fn group(self, number: i32) -> Group {
        let between = |start: Week, next: Week| (start, next.plus(-1));
        let tenths = |years: i32| {
            let start = move |tenth: i32| month((number * 10 + tenth) * years * 12);
            (0..10).map(|tenth| between(start(tenth), start(tenth + 1))).collect()
        };
        let (label, signs) = match self {
            Self::Week => {
                let (first, last) = between(month(number), month(number + 1));
                let weeks = i32::try_from(first.weeks_to(last)).unwrap_or(0);
                let weeks = (0..weeks).map(|week| (first.plus(week), first.plus(week)));
                (GroupLabel::Month(number.rem_euclid(12) + 1), weeks.collect())
            }
            Self::Month => {
                let months = (0..12).map(|at| between(month(number * 12 + at), month(number * 12 + at + 1)));
                (GroupLabel::Year(number), months.collect())
            }
            Self::Year => (GroupLabel::Year(number * 10), tenths(1)),
            Self::Decade => (GroupLabel::Year(number * 100), tenths(10)),
        };
        Group { label, signs }
    }
}

/// A single week at the end of a row of its own stands with those after it, and one at the beginning with those before
/// it: a plan from the first of January to the last of December begins or ends in a week of another year.
fn gather(rows: &mut Vec<Row>, first: Week, last: Week) {
    let stray = rows.first().and_then(|row| row.groups.last()?.signs.last().copied());
    if let Some(stray) = stray.filter(|(week, _)| *week == first)
        && let Some(next) = rows.get_mut(1).and_then(|row| row.groups.first_mut())
    {
        next.signs.insert(0, stray);
        rows.remove(0);
    }
    let stray = rows.last().and_then(|row| row.groups.first()?.signs.first().copied());
    let before = rows.len().checked_sub(2);
    if let Some(stray) = stray.filter(|(week, _)| *week == last)
        && let Some(before) = before.and_then(|row| rows[row].groups.last_mut())
    {
        before.signs.push(stray);
        rows.pop();
    }
}

fn thursday_of(week: Week) -> Date {
    week.monday().saturating_add(3.days())
}

fn year_of(week: Week) -> i32 {
    thursday_of(week).year().into()
}

/// The first week of which the Thursday is in this month or later; months are counted through the years.
fn month(number: i32) -> Week {
    let (year, month) = (number.div_euclid(12), number.rem_euclid(12) + 1);
    if year > FARTHEST {
        return Week::of(Date::MAX).plus(1);
    }
    let first = i16::try_from(year).ok().zip(i8::try_from(month).ok());
    let first = first.and_then(|(year, month)| Date::new(year, month, 1).ok()).unwrap_or(Date::MIN);
    Week::of(first.saturating_add(3.days()))
}

#[cfg(test)]
mod tests {
    use super::{GroupLabel, Sign};
    use crate::graph::Week;

    fn week(label: &str) -> Week {
        Week::parse(label).unwrap()
    }

    #[test]
    fn every_week_stands_in_one_place() {
        let (first, last) = (week("2026-W10"), week("2028-W40"));
        for width in [20, 30, 42, 60, 77, 80, 200] {
            let rows = Sign::Week.rows(first, last, width);
            let signs: Vec<(Week, Week)> =
                rows.into_iter().flat_map(|row| row.groups).flat_map(|group| group.signs).collect();
            assert!(signs.iter().all(|(first, last)| first == last));
            assert!(signs.windows(2).all(|pair| pair[1].0 == pair[0].0.plus(1)));
            assert!(signs[0].0 <= first && last <= signs[signs.len() - 1].1);
        }
    }

    #[test]
    fn a_year_of_53_weeks() {
        let rows = Sign::Week.rows(week("2026-W52"), week("2027-W02"), 80);
        assert_eq!(rows.iter().map(|row| row.year).collect::<Vec<_>>(), [Some(2026), Some(2027)]);
        let december = &rows[0].groups[11];
        assert_eq!((december.label, december.signs.len()), (GroupLabel::Month(12), 5));
        assert_eq!(december.signs[4].0, week("2026-W53"));
        assert_eq!(rows[1].groups[0].signs[0].0, week("2027-W01"));
    }

    #[test]
    fn a_single_week_of_another_year_gets_no_row() {
        let rows = Sign::Week.rows(week("2026-W53"), week("2028-W01"), 80);
        assert_eq!(rows.iter().map(|row| row.year).collect::<Vec<_>>(), [Some(2027)]);
        assert_eq!(rows[0].groups[0].signs[0].0, week("2026-W53"));
        let december = &rows[0].groups[11].signs;
        assert_eq!(december[december.len() - 1].0, week("2028-W01"));
        assert_eq!(Sign::Week.rows(week("2026-W53"), week("2026-W53"), 80).len(), 1);
    }

    #[test]
    fn long_times_have_few_rows() {
        for (first, last, sign) in [
            ("2027-W01", "2032-W52", Sign::Week),
            ("2027-W01", "2033-W52", Sign::Month),
            ("2027-W01", "2056-W52", Sign::Month),
            ("2027-W01", "2057-W52", Sign::Year),
            ("0001-W01", "9999-W52", Sign::Decade),
        ] {
            let (first, last) = (week(first), week(last));
            assert_eq!(Sign::of(first, last), sign);
            let rows = sign.rows(first, last, 80);
            assert!(rows.len() <= 21, "{}", rows.len());
            let signs: Vec<_> =
                rows.into_iter().flat_map(|row| row.groups).flat_map(|group| group.signs).collect();
            assert!(signs.windows(2).all(|pair| pair[1].0 == pair[0].1.plus(1)));
            assert!(signs[0].0 <= first && last <= signs[signs.len() - 1].1);
        }
    }
}
