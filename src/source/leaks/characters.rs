//! Characters as people type numbers with them, in any script.

/// The zeros of the decimal digits of all scripts; the other nine follow each (Unicode 14, general category Nd).
const ZEROS: [u32; 66] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x11066,
    0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x11730, 0x118e0, 0x11950,
    0x11c50, 0x11d50, 0x11da0, 0x16a60, 0x16ac0, 0x16b50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6,
    0x1e140, 0x1e2f0, 0x1e950, 0x1fbf0,
];

/// The value of a decimal digit of any script.
pub(super) fn digit(c: char) -> Option<u32> {
    let code = c as u32;
    if code < 0x660 {
        return c.to_digit(10);
    }
    let zero = ZEROS[ZEROS.partition_point(|&zero| zero <= code) - 1];
    (code - zero < 10).then_some(code - zero)
}

/// What stands between two groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Separator {
    Blank,
    Hyphen,
    Dot,
    Slash,
    Underscore,
}

/// As what a character separates groups of digits, if it does.
pub(super) fn separator(c: char) -> Option<Separator> {
    match c {
        ' ' | '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            Some(Separator::Blank)
        }
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => Some(Separator::Hyphen),
        '.' | '\u{b7}' | '\u{2024}' | '\u{ff0e}' => Some(Separator::Dot),
        '/' | '\u{2044}' | '\u{ff0f}' => Some(Separator::Slash),
        '_' => Some(Separator::Underscore),
        _ => None,
    }
}

pub(super) fn is_plus(c: char) -> bool {
    matches!(c, '+' | '\u{fe62}' | '\u{ff0b}')
}

/// A bracket that a phone number may begin with.
pub(super) fn is_round(c: char) -> bool {
    matches!(c, '(' | '\u{ff08}')
}

pub(super) fn is_open(c: char) -> bool {
    is_round(c) || c == '['
}

pub(super) fn is_close(c: char) -> bool {
    matches!(c, ')' | ']' | '\u{ff09}')
}

/// Characters that nobody sees: marks of direction come along when a number is copied from a phone.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

/// The first character from here on that can be seen, and the byte behind it.
pub(super) fn seen(text: &str, at: usize) -> Option<(char, usize)> {
    let mut rest = text[at..].char_indices();
    rest.find(|(_, c)| !is_unseen(*c)).map(|(from, c)| (c, at + from + c.len_utf8()))
}

/// The next byte, from here on, at which a digit or one of `others` stands. `others` are ASCII; of what is not, all that
/// stands for one of them counts.
pub(super) fn next_of(text: &str, from: usize, is_other: impl Fn(char) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii() {
            if byte.is_ascii_digit() || is_other(byte as char) {
                return Some(at);
            }
            at += 1;
        } else {
            let c = text[at..].chars().next()?;
            if digit(c).is_some() || is_other(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }
    None
}
