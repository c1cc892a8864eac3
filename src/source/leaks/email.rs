//! E-mail addresses: something, an at sign, and a domain of at least two names.

use super::{Leak, LeakKind};
use crate::source::Span;
use unicode_normalization::char::is_combining_mark;

/// Finds every e-mail address in a text. Names in all scripts count, as addresses have them today.
pub(super) fn find(text: &str, found: &mut Vec<Leak>) {
    let mut from = 0;
    while let Some(sign) = next_sign(text, from) {
        let width = text[sign..].chars().next().map_or(1, char::len_utf8);
        from = sign + width;
        if let Some(end) = domain(text, from)
            && let Some(start) = local_part(text, sign)
        {
            found.push(Leak { what: LeakKind::Email, at: Span::new(start, end) });
        }
    }
}

/// The next at sign, the plain one or the wide one of Chinese and Japanese keyboards.
fn next_sign(text: &str, from: usize) -> Option<usize> {
    const WIDE: &[u8] = "＠".as_bytes();
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes[at..].iter().position(|&byte| byte == b'@' || byte == WIDE[0])?;
        if bytes[at] == b'@' || bytes[at..].starts_with(WIDE) {
            return Some(at);
        }
        at += 1;
    }
}

/// Where the part before the sign begins.
fn local_part(text: &str, sign: usize) -> Option<usize> {
    let is_part = |c: char| is_of_name(c) || ".+%'&~#=".contains(c);
    let before = text[..sign].char_indices().rev().take_while(|(_, c)| is_part(*c));
    // A quote or a dash in front is not part of the address.
    before.filter(|(_, c)| c.is_alphanumeric()).last().map(|(start, _)| start)
}

/// Where the domain that begins here ends: names with dots between them, the last one of letters.
fn domain(text: &str, start: usize) -> Option<usize> {
    let mut end = None;
    let mut at = start;
    loop {
        let rest = &text[at..];
        let length = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
        let name = rest[..length].trim_end_matches(['-', '_']);
        let is_last = name.starts_with(char::is_alphabetic) && name.chars().nth(1).is_some();
        if name.is_empty() {
            return end;
        }
        if is_last && at > start {
            end = Some(at + name.len());
        }
        let after = &rest[length..];
        match after.chars().next() {
            Some(dot @ ('.' | '。' | '．')) if name.len() == length => at += length + dot.len_utf8(),
            _ => return end,
        }
    }
}

/// A letter, a digit, a mark on a letter, or what joins them.
fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '-' | '_')
        || (!c.is_ascii() && (c.is_alphanumeric() || is_combining_mark(c)))
}
