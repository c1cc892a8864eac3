//! Coordinates: two angles beside each other, as a map or a phone gives them.
//!
//! A pair of decimal numbers with at least three decimals each; degrees with minutes; angles with the letters of
//! directions (`O` too: it is west in French and Spanish, and east in German); numbers behind `lat` and `lon`. One angle
//! alone leads nowhere.

use super::characters::{digit, next_of, separator};
use super::{Leak, LeakKind};
use crate::source::Span;

/// Bytes that may stand between two angles, and between a number behind `lat` and the word `lon`.
const BETWEEN: usize = 8;
const BETWEEN_NAMED: usize = 24;

/// A number as it is written.
#[derive(Debug, Clone, Copy)]
struct Number {
    /// The byte behind it.
    end: usize,
    whole: u32,
    decimals: u32,
    /// The sign before the decimals is a comma.
    has_comma: bool,
    /// The last digit is a zero.
    is_round: bool,
}

/// Along which axis a direction lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Axis {
    NorthSouth,
    EastWest,
}

/// Something that may be one half of a pair of coordinates.
#[derive(Debug, Clone, Copy)]
struct Angle {
    start: usize,
    end: usize,
    degrees: Number,
    /// There is a sign of degrees.
    is_marked: bool,
    /// There are minutes.
    has_minutes: bool,
    axis: Option<Axis>,
    /// It stands behind `lat` or `lon`.
    named: Option<Axis>,
    has_minus: bool,
}

/// Finds all coordinates in a text.
pub(super) fn find(text: &str, found: &mut Vec<Leak>) {
    let mut from = 0;
    let mut before: Option<Angle> = None;
    while let Some(at) = next_of(text, from, |_| false) {
        let Some(angle) = angle_at(text, before.map_or(0, |angle| angle.end), at) else {
            from = number_end(text, at);
            before = None;
            continue;
        };
        from = angle.end;
        match before {
            Some(first) if are_a_place(text, &first, &angle) => {
                let at = Span::new(first.start, angle.end);
                found.push(Leak { what: LeakKind::Place, at });
                before = None;
            }
            _ => before = Some(angle),
        }
    }
}

/// Whether two angles beside each other are the coordinates of a place.
fn are_a_place(text: &str, first: &Angle, second: &Angle) -> bool {
    let between = &text[first.end..second.start.max(first.end)];
    let in_range = |a: u32, b: u32| a <= 90 && b <= 180;
    let (a, b) = (first.degrees, second.degrees);
    if !in_range(a.whole, b.whole) && !in_range(b.whole, a.whole) {
        return false;
    }
    let both = |fits: fn(&Angle) -> bool| fits(first) && fits(second);
    let any = |fits: fn(&Angle) -> bool| fits(first) || fits(second);
    let opposed = |a: Option<Axis>, b: Option<Axis>| a.zip(b).is_some_and(|(a, b)| a != b);
    if opposed(first.named, second.named) {
        return between.len() <= BETWEEN_NAMED
            && any(|angle| angle.is_precise() || angle.degrees.decimals > 1);
    }
    if between.len() > BETWEEN || !between.chars().all(is_between) {
        return false;
    }
    if opposed(first.axis, second.axis) {
        return any(|angle| angle.is_precise() || angle.is_marked || angle.degrees.decimals > 1);
    }
    if both(|angle| angle.is_marked) {
        return both(Angle::is_precise);
    }
    if a.has_comma || b.has_comma {
        // 1,234; 5,678 are amounts in English.
        return a.has_comma
            && b.has_comma
            && a.decimals > 3
            && b.decimals > 3
            && !between.is_empty()
            && between != ",";
    }
    // 12.000, 15.000 are amounts in German.
    let are_amounts = a.decimals == 3 && b.decimals == 3 && a.is_round && b.is_round;
    let has_sign = first.has_minus || second.has_minus;
    !between.is_empty() && a.decimals > 2 && b.decimals > 2 && (has_sign || !are_amounts)
}

/// What may stand between two angles.
fn is_between(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '&' | '،' | '؛' | '，' | '；' | '、')
}

impl Angle {
    /// It says more than the degree.
    fn is_precise(&self) -> bool {
        self.has_minutes || self.degrees.decimals > 2
    }
}

/// Behind all digits that follow here.
fn number_end(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    at + rest.find(|c| digit(c).is_none()).unwrap_or(rest.len())
}

/// The number that begins here; nothing where it goes on otherwise than a number does, as a date or a version.
fn number_at(text: &str, start: usize) -> Option<Number> {
    let mut number = Number { end: start, whole: 0, decimals: 0, has_comma: false, is_round: false };
    let mut rest = text[start..].char_indices().peekable();
    let mut digits = 0;
    while let Some((offset, value)) = rest.peek().and_then(|&(offset, c)| Some((offset, digit(c)?))) {
        digits += 1;
        number.whole = number.whole.saturating_mul(10).saturating_add(value);
        number.end = start + offset + text[start + offset..].chars().next().map_or(0, char::len_utf8);
        rest.next();
    }
    if !(1..=3).contains(&digits) {
        return None;
    }
    let sign = rest.peek().map(|(_, c)| *c).filter(|c| matches!(c, '.' | ',' | '٫' | '．' | '，'));
    if let Some(sign) = sign {
        rest.next();
        while let Some((offset, value)) = rest.peek().and_then(|&(offset, c)| Some((offset, digit(c)?))) {
            number.decimals += 1;
            number.is_round = value == 0;
            number.end = start + offset + text[start + offset..].chars().next().map_or(0, char::len_utf8);
            rest.next();
        }
        number.has_comma = number.decimals > 0 && sign != '.' && sign != '．' && sign != '٫';
    }
    let mut behind = text[number.end..].chars();
    // In 12.345,6.789 the comma stands between two numbers.
    let is_joint = |c: char| c == '.' || (c == ',' && (number.has_comma || number.decimals == 0));
    let goes_on = behind.next().is_some_and(is_joint) && behind.next().is_some_and(|c| digit(c).is_some());
    (!goes_on).then_some(number)
}

/// The angle whose first digit stands here. `free` is the end of the one before: what that has taken is not its own.
fn angle_at(text: &str, free: usize, at: usize) -> Option<Angle> {
    let before = &text[..at];
    let sign = before.chars().next_back().filter(|&c| matches!(c, '-' | '+' | '\u{2212}' | '\u{2013}'));
    let mut start = at - sign.map_or(0, char::len_utf8);
    // The next part of a date or of a code is no number of its own.
    let is_part = |c: char| digit(c).is_some() || matches!(c, '.' | '-' | '_' | '+');
    if text[..start].chars().next_back().is_some_and(is_part) {
        return None;
    }
    let degrees = number_at(text, at)?;
    let mut angle = Angle {
        start,
        end: degrees.end,
        degrees,
        is_marked: false,
        has_minutes: false,
        axis: None,
        named: None,
        has_minus: sign.is_some_and(|c| c != '+'),
    };
    let first = direction_before(text, start).filter(|(_, letter)| *letter >= free);
    if let Some((axis, letter)) = first {
        angle.axis = Some(axis);
        angle.start = letter;
        start = letter;
    }
    angle.take_minutes(text);
    if angle.axis.is_none() {
        angle.take_direction(text);
    }
    angle.named = name_before(text, start).filter(|(_, word)| *word >= free).map(|(axis, word)| {
        angle.start = word;
        axis
    });
    Some(angle)
}

impl Angle {
    /// Goes on behind the sign of degrees, minutes and seconds, and behind their numbers.
    fn take_minutes(&mut self, text: &str) {
        let after = skip_blank(text, self.end);
        let mark = text[after..].chars().next().filter(|c| matches!(c, '°' | 'º' | '˚' | '∘'));
        if let Some(mark) = mark {
            self.is_marked = true;
            self.end = after + mark.len_utf8();
        }
        if self.degrees.decimals > 0 {
            return;
        }
        // Without signs, the numbers count as minutes only where a direction stands before or behind them.
        let bare = *self;
        let mut has_sign = false;
        for _ in 0..2 {
            let next = skip_blank(text, self.end);
            let is_apart = next > self.end || self.is_marked;
            let Some(part) = number_at(text, next).filter(|part| is_apart && part.whole < 60) else { break };
            let signed = skip_signs(text, part.end);
            has_sign |= signed > part.end;
            self.has_minutes = true;
            self.end = signed;
        }
        if self.has_minutes && !has_sign && self.axis.is_none() {
            let mut with = *self;
            with.take_direction(text);
            if with.axis.is_none() {
                *self = bare;
            }
        }
    }

    /// Takes the direction that stands behind the numbers.
    fn take_direction(&mut self, text: &str) {
        let at = skip_blank(text, self.end);
        let rest = &text[at..];
        let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        if let Some(axis) = direction(&rest[..length]) {
            self.axis = Some(axis);
            self.end = at + length;
        }
    }
}

fn skip_blank(text: &str, at: usize) -> usize {
    let blank =
        text[at..].chars().next().filter(|&c| separator(c) == Some(super::characters::Separator::Blank));
    at + blank.map_or(0, char::len_utf8)
}

/// Behind the signs of minutes or seconds.
fn skip_signs(text: &str, at: usize) -> usize {
    let from = skip_blank(text, at);
    let is_sign = |c: &char| matches!(c, '\'' | '"' | '′' | '″' | '’' | '”' | 'ʹ' | 'ʺ' | '´');
    let signs: usize = text[from..].chars().take_while(is_sign).take(2).map(char::len_utf8).sum();
    if signs == 0 { at } else { from + signs }
}

/// The direction that a word names, if it is one.
fn direction(word: &str) -> Option<Axis> {
    match word {
        "N" | "S" => Some(Axis::NorthSouth),
        "E" | "W" | "O" => Some(Axis::EastWest),
        _ if word.eq_ignore_ascii_case("north") || word.eq_ignore_ascii_case("south") => {
            Some(Axis::NorthSouth)
        }
        _ if word.eq_ignore_ascii_case("east") || word.eq_ignore_ascii_case("west") => Some(Axis::EastWest),
        _ => None,
    }
}

/// The direction right before a number, and where its letter stands.
fn direction_before(text: &str, at: usize) -> Option<(Axis, usize)> {
    let before = text[..at].strip_suffix(' ').unwrap_or(&text[..at]);
    let (place, letter) = before.char_indices().next_back()?;
    let is_alone = !before[..place].chars().next_back().is_some_and(char::is_alphanumeric);
    let axis = direction(letter.encode_utf8(&mut [0; 4])).filter(|_| is_alone)?;
    Some((axis, place))
}

/// Whether the number behind is named as one of the two coordinates, and where the name begins.
fn name_before(text: &str, at: usize) -> Option<(Axis, usize)> {
    const LONGEST: usize = 16;
    let is_filler = |c: char| matches!(c, ' ' | ':' | '=' | '.' | '"' | '\'');
    let before = text[..at].trim_end_matches(is_filler);
    if at - before.len() > BETWEEN {
        return None;
    }
    let letters = before.bytes().rev().take(LONGEST).take_while(u8::is_ascii_alphabetic).count();
    let word = &before[before.len() - letters..];
    let is = |names: &[&str]| names.iter().any(|name| word.eq_ignore_ascii_case(name));
    let axis = if is(&["lat", "latitude", "latitud"]) {
        Axis::NorthSouth
    } else if is(&["lon", "lng", "long", "longitude", "longitud"]) {
        Axis::EastWest
    } else {
        return None;
    };
    Some((axis, before.len() - letters))
}
