//! Dates, numbers, amounts and yes or no: what one text says, or what is wrong with it.

use crate::plan::Money;
use crate::source::Slip;
use jiff::civil::Date;
use std::borrow::Cow;

/// A value that cannot be taken, with what was most likely meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BadValue {
    pub(super) slip: Slip,
    pub(super) meant: Option<String>,
}

fn bad<T>(slip: Slip, meant: Option<String>) -> Result<T, BadValue> {
    Err(BadValue { slip, meant })
}

/// A day, written `YYYY-MM-DD`.
pub(super) fn date(text: &str) -> Result<Date, BadValue> {
    let bytes = text.as_bytes();
    if bytes.len() == 10 {
        let digits = |range: std::ops::Range<usize>| {
            bytes[range]
                .iter()
                .try_fold(0_i16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + i16::from(byte - b'0')))
        };
        if let (Some(year), Some(month), Some(day), [.., b'-', _, _, b'-', _, _]) =
            (digits(0..4), digits(5..7), digits(8..10), bytes)
        {
            return Date::new(year, month as i8, day as i8)
                .map_err(|_| BadValue { slip: Slip::NoSuchDay, meant: None });
        }
    }
    bad_date(text)
}

/// A day written another way: which one may be meant.
fn bad_date(text: &str) -> Result<Date, BadValue> {
    let parts: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).take(4).collect();
    let [first, second, third, ..] = parts[..] else { return bad(Slip::BadDate, None) };
    if parts.len() == 4 && text.len() > 40 {
        return bad(Slip::BadDate, None);
    }
    let number = |part: &str| {
        let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        part[..digits].parse::<i16>().ok()
    };
    let day = |year: i16, month: i16, day: i16| {
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        (year >= 1000).then(|| date.to_string())
    };
    match (month(first).or(month(second)), number(first), number(second), number(third)) {
        // 1 March 2027, March 1 2027
        (Some(month), one, other, Some(year)) => {
            bad(Slip::BadDate, one.or(other).and_then(|d| day(year, month, d)))
        }
        // 2027-3-1, 2027/03/01, 2027-03-01T08:00
        (None, Some(year), Some(month), Some(d)) if year >= 1000 => bad(Slip::BadDate, day(year, month, d)),
        // 12/03/2027, 12.3.2027
        (None, Some(one), Some(other), Some(year)) if parts.len() == 3 && year >= 1000 => {
            match (day(year, other, one), day(year, one, other)) {
                (None, None) => bad(Slip::NoSuchDay, None),
                (Some(date), None) | (None, Some(date)) => bad(Slip::DateOrder, Some(date)),
                (Some(date), Some(same)) if date == same => bad(Slip::DateOrder, Some(date)),
                (Some(date), Some(other)) => bad(Slip::DateOrder, Some(format!("{date}, {other}"))),
            }
        }
        _ => bad(Slip::BadDate, None),
    }
}

/// A month by its English name, or by the first three letters of it.
fn month(word: &str) -> Option<i16> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let fits = |name: &str| word.len() >= 3 && (name.starts_with(&word));
    (1..).zip(MONTHS).find(|(_, name)| fits(name)).map(|(number, _)| number)
}

/// A number, at least zero: digits, with a decimal point where needed.
pub(super) fn number(text: &str) -> Result<f64, BadValue> {
    let looks_right =
        text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'))
            && text.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    if looks_right
        && let Ok(number) = text.parse::<f64>()
        && number.is_finite()
    {
        return Ok(number);
    }
    marked(text, Slip::BadNumber)
}

/// A whole number of at least `least`.
pub(super) fn whole(text: &str, least: u32, slip: Slip) -> Result<u32, BadValue> {
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text.parse::<u32>() {
        Ok(number) if digits && number >= least => Ok(number),
        _ if digits => bad(slip, None),
        _ => match marked::<u32>(text, slip) {
            // What is meant must be a whole number too.
            Err(fault) if fault.meant.as_ref().is_some_and(|meant| meant.parse::<u32>().is_err()) => {
                bad(slip, None)
            }
            other => other,
        },
    }
}

/// An amount of money.
pub(super) fn money(text: &str) -> Result<Money, BadValue> {
    Money::parse(text).map_or_else(|| marked(text, Slip::BadMoney), Ok)
}

/// `12,000`, `12 000 EUR`, `12k`, `3 days`, `20%`: a number and what else stands there. Anything else gets `slip`.
fn marked<T>(text: &str, slip: Slip) -> Result<T, BadValue> {
    match plain_number(text) {
        Some(number) if number != text => bad(Slip::NumberWithMarks, Some(number.into_owned())),
        _ => bad(slip, None),
    }
}

/// The number in a text that holds one number with marks or a unit.
fn plain_number(text: &str) -> Option<Cow<'_, str>> {
    const UNITS: [&str; 24] = [
        "", "k", "m", "tsd", "mio", "mln", "thousand", "million", "h", "hr", "hrs", "hour", "hours", "d",
        "day", "days", "week", "weeks", "month", "months", "percent", "eur", "usd", "euros",
    ];
    let is_mark = |c: char| matches!(c, ',' | '.' | '\'' | '’' | '_') || c.is_whitespace();
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (before, number, after) = (&text[..start], &text[start..end], &text[end..]);
    let is_symbol = |c: char| c.is_whitespace() || matches!(c, '%' | '$' | '€' | '£' | '¥' | '₹' | '₽' | '.');
    let unit = |side: &str| side.trim_matches(is_symbol).to_lowercase();
    let is_unit = |word: &str| UNITS.contains(&word) || (word.len() == 3 && word.is_ascii());
    let (unit_before, unit_after) = (unit(before), unit(after));
    if !number.chars().all(|c| c.is_ascii_digit() || is_mark(c))
        || !is_unit(&unit_before)
        || !is_unit(&unit_after)
        || before.contains('-')
    {
        return None;
    }
    let thousandfold = match unit_after.as_str() {
        "k" | "tsd" | "thousand" => 3,
        "m" | "mio" | "mln" | "million" => 6,
        _ => 0,
    };
    // The last mark is the decimal one where one or two digits follow it and no other mark is like it.
    let decimals = number.rfind(is_mark).map(|at| {
        let mark = number[at..].chars().next().unwrap_or('.');
        (at, at + mark.len_utf8(), mark)
    });
    let (whole, decimals) = match decimals {
        Some((at, from, mark))
            if matches!(mark, ',' | '.')
                && (1..=2).contains(&(number.len() - from))
                && !number[..at].contains(mark) =>
        {
            (&number[..at], &number[from..])
        }
        _ => (number, ""),
    };
    let groups: Vec<&str> = whole.split(is_mark).collect();
    let grouped = groups.len() == 1 || groups[1..].iter().all(|group| group.len() == 3);
    if !grouped || (groups.len() > 1 && groups[0].len() > 3) {
        return None;
    }
    let mut plain = groups.concat();
    if thousandfold > 0 {
        plain.push_str(decimals);
        plain.extend(std::iter::repeat_n('0', thousandfold - decimals.len()));
    } else if !decimals.is_empty() {
        plain = format!("{plain}.{decimals}");
    }
    Some(if plain == text { Cow::Borrowed(text) } else { Cow::Owned(plain) })
}

/// Yes or no.
pub(super) fn yes_no(text: &str) -> Result<bool, BadValue> {
    match text {
        "true" | "yes" => Ok(true),
        "false" | "no" => Ok(false),
        _ => {
            let meant = match text.to_lowercase().as_str() {
                "yes" | "y" | "on" | "1" => Some("yes"),
                "true" | "t" => Some("true"),
                "no" | "n" | "off" | "0" => Some("no"),
                "false" | "f" => Some("false"),
                _ => None,
            };
            bad(Slip::BadYesNo, meant.map(str::to_owned))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{BadValue, date, money, number, whole, yes_no};
    use crate::source::Slip;

    fn slip<T: std::fmt::Debug>(result: Result<T, BadValue>) -> (Slip, String) {
        let fault = result.expect_err("a fault");
        (fault.slip, fault.meant.unwrap_or_default())
    }

    #[test]
    fn dates() {
        assert_eq!(date("2027-03-01").map(|d| d.to_string()), Ok("2027-03-01".to_owned()));
        assert_eq!(date("2028-02-29").map(|d| d.to_string()), Ok("2028-02-29".to_owned()));
        for (text, expected, meant) in [
            ("12/03/2027", Slip::DateOrder, "2027-03-12, 2027-12-03"),
            ("25/03/2027", Slip::DateOrder, "2027-03-25"),
            ("03/25/2027", Slip::DateOrder, "2027-03-25"),
            ("3.3.2027", Slip::DateOrder, "2027-03-03"),
            ("31/02/2027", Slip::NoSuchDay, ""),
            ("2027-3-1", Slip::BadDate, "2027-03-01"),
            ("2027/03/01", Slip::BadDate, "2027-03-01"),
            ("2027-03-01T08:00:00Z", Slip::BadDate, "2027-03-01"),
            ("1 March 2027", Slip::BadDate, "2027-03-01"),
            ("1st of march 2027", Slip::BadDate, ""),
            ("March 1, 2027", Slip::BadDate, "2027-03-01"),
            ("1-Sept-2027", Slip::BadDate, "2027-09-01"),
            ("2027-02-30", Slip::NoSuchDay, ""),
            ("2027-13-01", Slip::NoSuchDay, ""),
            ("2027-03", Slip::BadDate, ""),
            ("12/03/27", Slip::BadDate, ""),
            ("soon", Slip::BadDate, ""),
            ("2027-03-0１", Slip::BadDate, ""),
            ("", Slip::BadDate, ""),
        ] {
            assert_eq!(slip(date(text)), (expected, meant.to_owned()), "{text}");
        }
    }

    #[test]
    fn numbers() {
        for (text, value) in
            [("0", 0.0), ("2", 2.0), ("1.5", 1.5), ("0123", 123.0), (".5", 0.5), ("1e3", 1000.0)]
        {
            assert_eq!(number(text), Ok(value), "{text}");
        }
        for (text, expected, meant) in [
            ("-1", Slip::BadNumber, ""),
            ("-0", Slip::BadNumber, ""),
            (".inf", Slip::BadNumber, ""),
            ("inf", Slip::BadNumber, ""),
            ("nan", Slip::BadNumber, ""),
            ("1e999", Slip::BadNumber, ""),
            ("ten", Slip::BadNumber, ""),
            ("2-3", Slip::BadNumber, ""),
            ("about 20 people", Slip::BadNumber, ""),
            ("1,5", Slip::NumberWithMarks, "1.5"),
            ("2h", Slip::NumberWithMarks, "2"),
            ("2 hours", Slip::NumberWithMarks, "2"),
        ] {
            assert_eq!(slip(number(text)), (expected, meant.to_owned()), "{text}");
        }
    }

    #[test]
    fn whole_numbers() {
        assert_eq!(whole("14", 1, Slip::BadCount), Ok(14));
        assert_eq!(whole("0", 0, Slip::BadWhole), Ok(0));
        for (text, expected, meant) in [
            ("0", Slip::BadCount, ""),
            ("1.5", Slip::BadCount, ""),
            ("-3", Slip::BadCount, ""),
            ("+3", Slip::BadCount, ""),
            ("99999999999", Slip::BadCount, ""),
            ("two", Slip::BadCount, ""),
            ("14 days", Slip::NumberWithMarks, "14"),
            ("20%", Slip::NumberWithMarks, "20"),
            ("1,5", Slip::BadCount, ""),
        ] {
            assert_eq!(slip(whole(text, 1, Slip::BadCount)), (expected, meant.to_owned()), "{text}");
        }
    }

    #[test]
    fn amounts() {
        assert_eq!(money("12000.5").map(|m| m.0), Ok(1_200_050));
        for (text, expected, meant) in [
            ("12,000", Slip::NumberWithMarks, "12000"),
            ("12 000 EUR", Slip::NumberWithMarks, "12000"),
            ("12\u{202f}000", Slip::NumberWithMarks, "12000"),
            ("12k", Slip::NumberWithMarks, "12000"),
            ("1.5k", Slip::NumberWithMarks, "1500"),
            ("1.2 million", Slip::NumberWithMarks, "1200000"),
            ("12.000", Slip::NumberWithMarks, "12000"),
            ("12.000,50", Slip::NumberWithMarks, "12000.50"),
            ("1,234,567.8", Slip::NumberWithMarks, "1234567.8"),
            ("€12000", Slip::NumberWithMarks, "12000"),
            ("12000 €", Slip::NumberWithMarks, "12000"),
            ("USD 12'000", Slip::NumberWithMarks, "12000"),
            ("12.345.6", Slip::BadMoney, ""),
            ("12345,678", Slip::BadMoney, ""),
            ("-5", Slip::BadMoney, ""),
            ("1.2345", Slip::BadMoney, ""),
            ("10 to 12", Slip::BadMoney, ""),
            ("much", Slip::BadMoney, ""),
        ] {
            assert_eq!(slip(money(text)), (expected, meant.to_owned()), "{text}");
        }
    }

    #[test]
    fn yes_and_no() {
        assert_eq!(yes_no("yes"), Ok(true));
        assert_eq!(yes_no("false"), Ok(false));
        for (text, meant) in [("Yes", "yes"), ("TRUE", "true"), ("on", "yes"), ("N", "no"), ("maybe", "")] {
            assert_eq!(slip(yes_no(text)), (Slip::BadYesNo, meant.to_owned()), "{text}");
        }
    }
}
