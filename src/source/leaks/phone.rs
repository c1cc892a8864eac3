//! Phone numbers: a `+` and 8 to 15 digits, or 9 or more digits from a 0 or a bracket with no digit before it; between
//! groups of digits stands a single separator, or a bracket with or without one.

use super::characters::{
    Separator, digit, is_close, is_open, is_plus, is_round, is_unseen, next_of, seen, separator,
};
use super::plain::{full_dates, is_plain};
use super::{Leak, LeakKind};
use crate::source::Span;

/// Fewest digits after a `+`.
const FEWEST_AFTER_PLUS: usize = 8;
/// Most digits of a number, as the numbering plan E.164 of the ITU has it.
const MOST: usize = 15;
/// Fewest digits after a 0 or a bracket.
const FEWEST: usize = 9;

/// A group of digits, and what stands between it and the group before.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    /// A bracket closes the group before.
    pub closed: bool,
    /// The one separator between the groups.
    pub separator: Option<Separator>,
    /// A bracket opens this group: where it stands, and whether it is round.
    pub open: Option<(usize, bool)>,
    /// The first byte of its digits.
    pub start: usize,
    /// The byte behind them.
    pub end: usize,
    /// How many digits there are.
    pub digits: usize,
    /// Their value; the largest number where it is larger.
    pub value: u64,
    /// The first of them is a zero.
    pub from_zero: bool,
}

/// Finds every phone number in a text.
pub(super) fn find(text: &str, found: &mut Vec<Leak>) {
    let mut from = 0;
    let mut groups = Vec::new();
    while let Some(start) = next_of(text, from, |c| is_plus(c) || is_round(c)) {
        let plus = text[start..].chars().next().filter(|c| is_plus(*c));
        let after_plus = plus.map_or(start, |plus| start + plus.len_utf8());
        from = chain(text, after_plus, plus.is_some(), &mut groups).unwrap_or(after_plus.max(start + 1));
        while !text.is_char_boundary(from) {
            from += 1;
        }
        // The digits of an escape are those of a character; what the text says with it is looked at as well.
        let is_escape = ["\\U", "\\u", "\\x"].iter().any(|escape| text[..start].ends_with(escape));
        if !is_escape && groups.iter().map(|group| group.digits).sum::<usize>() >= FEWEST_AFTER_PLUS {
            judge(&groups, plus.map(|_| start), found);
        }
    }
}

/// Reads the groups of digits that begin here, and gives the byte behind the last; nothing, and no groups, where there
/// is no digit.
fn chain(text: &str, start: usize, after_plus: bool, groups: &mut Vec<Group>) -> Option<usize> {
    groups.clear();
    let mut at = start;
    loop {
        let mut next = seen(text, at);
        let mut take = |fits: fn(char) -> bool, at: &mut usize| {
            let (c, behind) = next.filter(|(c, _)| fits(*c))?;
            let place = behind - c.len_utf8();
            *at = behind;
            next = seen(text, behind);
            Some((c, place))
        };
        let mut behind = at;
        let is_first = groups.is_empty();
        let closed = !is_first && take(is_close, &mut behind).is_some();
        let may_separate = !is_first || after_plus;
        let separator = if may_separate { take(|c| separator(c).is_some(), &mut behind) } else { None };
        let open = take(is_open, &mut behind);
        let separates = closed || separator.is_some() || open.is_some();
        let Some(digits) = digits(text, behind).filter(|_| separates || is_first) else { break };
        groups.push(Group {
            closed,
            separator: separator.and_then(|(c, _)| self::separator(c)),
            open: open.map(|(c, place)| (place, is_round(c))),
            ..digits
        });
        at = digits.end;
    }
    groups.last().map(|group| group.end)
}

/// The digits that begin here, or behind what nobody sees.
fn digits(text: &str, from: usize) -> Option<Group> {
    let mut group: Option<Group> = None;
    for (offset, c) in text[from..].char_indices() {
        let Some(digit) = digit(c) else {
            if is_unseen(c) {
                continue;
            }
            break;
        };
        let at = from + offset;
        let group = group.get_or_insert(Group {
            closed: false,
            separator: None,
            open: None,
            start: at,
            end: at,
            digits: 0,
            value: 0,
            from_zero: digit == 0,
        });
        group.end = at + c.len_utf8();
        group.digits += 1;
        group.value = group.value.saturating_mul(10).saturating_add(digit.into());
    }
    group
}

/// Finds the phone numbers in a chain of groups. A whole day, set apart by other signs than those inside it, is no part
/// of one; what stands around it may be.
fn judge(groups: &[Group], plus: Option<usize>, found: &mut Vec<Leak>) {
    let mut first = 0;
    let mut at = 0;
    while at < groups.len() {
        let Some((length, sign)) = full_dates(&groups[at..]) else {
            at += 1;
            continue;
        };
        let is_apart = |group: Option<&Group>| group.is_none_or(|group| group.separator != Some(sign));
        if is_apart(groups.get(at).filter(|_| at > 0)) && is_apart(groups.get(at + length)) {
            found.extend(phone(&groups[first..at], plus.filter(|_| first == 0)));
            at += length;
            first = at;
        } else {
            at += 1;
        }
    }
    found.extend(phone(&groups[first..], plus.filter(|_| first == 0)));
}

/// The phone number in these groups, if there is one.
fn phone(groups: &[Group], plus: Option<usize>) -> Option<Leak> {
    let end = groups.last()?.end;
    let leak = |start| Some(Leak { what: LeakKind::Phone, at: Span::new(start, end) });
    let digits: usize = groups.iter().map(|group| group.digits).sum();
    // Several groups of more digits are a number and what is written behind it.
    if let Some(plus) = plus.filter(|_| groups[0].digits <= MOST && digits >= FEWEST_AFTER_PLUS) {
        return leak(plus);
    }
    // A digit right before the bracket, as in f(10), makes it no beginning.
    let begins = |(at, group): (usize, &Group)| {
        let has_digit_before = at > 0 && !group.closed && group.separator.is_none();
        let bracket = group.open.filter(|(_, is_round)| *is_round && !has_digit_before);
        bracket.map(|(place, _)| place).or(group.from_zero.then_some(group.start)).map(|start| (at, start))
    };
    let (first, start) = groups.iter().enumerate().find_map(begins)?;
    let digits: usize = groups[first..].iter().map(|group| group.digits).sum();
    if digits >= FEWEST && !is_plain(groups, first) { leak(start) } else { None }
}
