//! Groups of digits that are days, hours or amounts, and therefore no phone number.

use super::characters::Separator::{self, Blank, Dot, Hyphen, Slash, Underscore};
use super::phone::Group;

/// Years in which somebody may plan.
const YEARS: std::ops::RangeInclusive<u64> = 1900..=2199;

/// The sign between these groups, where it is one and the same and no bracket stands among them.
fn sign_within(groups: &[Group]) -> Option<Separator> {
    let mut behind_first = groups.iter().skip(1);
    let sign = behind_first.next()?.separator?;
    let is_joined = |group: &Group| group.separator == Some(sign) && !group.closed && group.open.is_none();
    groups[1..].iter().all(is_joined).then_some(sign)
}

fn is_year(group: &Group) -> bool {
    group.digits == 4 && YEARS.contains(&group.value)
}

fn is_day(group: &Group) -> bool {
    group.digits <= 2 && (1..=31).contains(&group.value)
}

fn is_month(group: &Group) -> bool {
    group.digits <= 2 && (1..=12).contains(&group.value)
}

/// Most groups of three digits in a number. Whoever plans has no more money, and looking further could take long.
const MOST_GROUPS: usize = 8;

/// How many groups at the beginning are whole days with a year of four digits, and the sign inside them. Two days joined
/// by that same sign count together.
pub(super) fn full_dates(groups: &[Group]) -> Option<(usize, Separator)> {
    let mut length = 0;
    let mut sign = None;
    while let Some(day) = groups.get(length..length + 3).filter(|_| length < 6) {
        let inside = sign_within(day).filter(|sign| matches!(sign, Hyphen | Dot | Slash));
        let is_date = match day {
            [a, b, c] if is_year(a) => is_month(b) && is_day(c),
            [a, b, c] => is_year(c) && ((is_day(a) && is_month(b)) || (is_month(a) && is_day(b))),
            _ => false,
        };
        let goes_on = length == 0 || (inside == sign && day[0].separator == sign);
        if inside.is_none() || !is_date || !goes_on {
            break;
        }
        sign = inside;
        length += 3;
    }
    sign.map(|sign| (length, sign))
}

/// A number, a day or hours: how many groups it takes, and the sign inside it.
struct Token {
    length: usize,
    inside: Option<Separator>,
    is_whole_number: bool,
}

/// Everything that may begin with the first of these groups.
fn tokens(groups: &[Group]) -> impl Iterator<Item = Token> + use<> {
    let several = |length, inside| Token { length, inside: Some(inside), is_whole_number: false };
    let one = |is_whole_number| Token { length: 1, inside: None, is_whole_number };
    let first = &groups[0];
    let alone = if is_year(first) { Some(one(false)) } else { (!first.from_zero).then(|| one(true)) };
    let pair = groups.get(..2).and_then(|pair| Some((is_pair(pair), sign_within(pair)?)));
    let pair = pair.filter(|(is_one, _)| *is_one).map(|(_, sign)| several(2, sign));
    let short = groups.get(..3).and_then(|day| Some((is_short_date(day), sign_within(day)?)));
    let short = short.filter(|(is_one, _)| *is_one).map(|(_, sign)| several(3, sign));
    let dates = full_dates(groups).map(|(length, sign)| several(length, sign));
    let grouped = grouped_number(groups).map(|(length, sign)| several(length, sign));
    [alone, pair, short, dates, grouped].into_iter().flatten()
}

/// Two groups that are a decimal number, a month of a year, a day of a month, an hour, or from one hour to another.
fn is_pair(pair: &[Group]) -> bool {
    let (Some(sign), [a, b]) = (sign_within(pair), pair) else { return false };
    let is_decimal = sign == Dot && (!a.from_zero || a.digits == 1);
    let is_month_of_year = (is_month(a) && is_year(b)) || (is_year(a) && is_month(b));
    let is_day_of_month = (is_day(a) && is_month(b)) || (is_month(a) && is_day(b));
    let is_hour = sign == Dot && a.digits <= 2 && a.value <= 24 && b.digits == 2 && b.value < 60;
    let is_clock = |group: &Group| group.digits == 4 && group.value <= 2400 && group.value % 100 < 60;
    let are_hours = sign == Hyphen && is_clock(a) && is_clock(b) && a.value < b.value;
    match sign {
        Blank | Underscore => false,
        Hyphen | Dot | Slash => is_decimal || is_month_of_year || is_day_of_month || is_hour || are_hours,
    }
}

/// A day whose year has two digits. A French phone number looks the same, only that it goes on.
fn is_short_date(day: &[Group]) -> bool {
    let [a, b, c] = day else { return false };
    let sign = sign_within(day).filter(|sign| matches!(sign, Hyphen | Dot | Slash));
    sign.is_some() && is_day(a) && is_month(b) && c.digits == 2
}

/// A number in groups of three digits, such as `1 200 000 000.50`. One that is not round would be an odd amount, and is
/// more likely a phone number behind the code of a country.
fn grouped_number(groups: &[Group]) -> Option<(usize, Separator)> {
    let first = groups.first().filter(|first| !first.from_zero && first.digits <= 3)?;
    debug_assert!(first.digits > 0);
    let sign = groups.get(1)?.separator.filter(|sign| matches!(sign, Blank | Dot | Underscore))?;
    let follows = |group: &&Group| {
        group.digits == 3 && group.separator == Some(sign) && !group.closed && group.open.is_none()
    };
    let mut length = 1 + groups[1..].iter().take(MOST_GROUPS).take_while(follows).count();
    if length == 1 || groups[length - 1].value > 0 {
        return None;
    }
    let decimals = groups.get(length).filter(|group| group.separator == Some(Dot) && sign != Dot);
    length += usize::from(decimals.is_some_and(|group| !group.closed && group.open.is_none()));
    Some((length, sign))
}

/// Whether all of these groups are numbers, days and hours, with other signs between them than inside. `begins` is the
/// first group from which they could be a phone number: whole numbers stand only before it.
pub(super) fn is_plain(groups: &[Group], begins: usize) -> bool {
    let [first, others @ ..] = groups else { return false };
    if others.iter().any(|group| group.closed || group.open.is_some()) {
        return false;
    }
    let is_round = |group: &Group, by: u64| group.value.is_multiple_of(by);
    let in_brackets = first.open.is_some() && !first.from_zero;
    match groups {
        // (120000000), (10000-15000)
        [amount] if in_brackets && is_round(amount, 1000) => return true,
        [a, b] if in_brackets && b.separator == Some(Hyphen) => {
            let is_span = a.value < b.value && b.digits - a.digits.min(b.digits) <= 1;
            return is_span && is_round(a, 10) && is_round(b, 10);
        }
        _ => {}
    }
    // For each group, the signs inside the tokens after which it can begin, one bit each; the first bit is for none.
    let bit = |sign: Option<Separator>| 1_u8 << sign.map_or(0, |sign| sign as u8 + 1);
    let mut ends = vec![0_u8; groups.len() + 1];
    ends[0] = bit(None);
    for at in 0..groups.len() {
        if ends[at] == 0 {
            continue;
        }
        let between = groups[at].separator.filter(|_| at > 0);
        let is_begun = ends[at] & !(if between.is_some() { bit(between) } else { 0 }) != 0;
        for token in tokens(&groups[at..]).filter(|token| !token.is_whole_number || at < begins) {
            let is_apart = between.is_none() || token.inside != between;
            if is_begun && is_apart {
                ends[at + token.length] |= bit(token.inside);
            }
        }
    }
    ends[groups.len()] != 0
}
