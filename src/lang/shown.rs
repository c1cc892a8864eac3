//! Plan text as it may be shown: nothing in it can move the cursor, hide a word or turn a line around.

use std::borrow::Cow;
use std::fmt::Write as _;
use unicode_bidi::{BidiClass, bidi_class};

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_ISOLATE: char = '\u{2069}';

/// Whether a terminal or a reader could be misled by this character: control characters, and those that change the
/// order in which a line is shown. Marks that only say which way a letter runs are left: Arabic and Hebrew need them.
pub(crate) fn misleads(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fff9}'..='\u{fffb}')
}

/// The text with what could mislead written as an escape: `\u{202e}`. Line breaks and tabs are `\n` and `\t`.
#[must_use]
pub fn escaped(text: &str) -> Cow<'_, str> {
    if !text.chars().any(misleads) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if misleads(c) {
            let _ = write!(out, "{}", c.escape_default());
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// A title as it stands inside a sentence: escaped, and kept apart from the words around it where it is written from
/// right to left, so that it cannot pull them along. White space at its ends is left out.
#[must_use]
pub fn shown(title: &str) -> Cow<'_, str> {
    let escaped = escaped(title.trim());
    if escaped.is_ascii() || !escaped.chars().any(runs_left) {
        return escaped;
    }
    Cow::Owned(format!("{FIRST_STRONG_ISOLATE}{escaped}{POP_ISOLATE}"))
}

fn runs_left(c: char) -> bool {
    matches!(bidi_class(c), BidiClass::R | BidiClass::AL | BidiClass::AN)
}

#[cfg(test)]
mod tests {
    use super::{escaped, shown};

    #[test]
    fn what_misleads_is_written_out() {
        assert_eq!(escaped("a\u{1b}[31mb\tc\nd\u{202e}e\u{9b}"), "a\\u{1b}[31mb\\tc\\nd\\u{202e}e\\u{9b}");
        assert_eq!(escaped("Caf\u{e9} \u{200f}\u{5d0}"), "Caf\u{e9} \u{200f}\u{5d0}");
    }

    #[test]
    fn only_a_title_from_right_to_left_is_kept_apart() {
        assert_eq!(shown("The map\n"), "The map");
        assert_eq!(
            shown("\u{627}\u{644}\u{633}\u{648}\u{642}"),
            "\u{2068}\u{627}\u{644}\u{633}\u{648}\u{642}\u{2069}"
        );
        assert_eq!(shown("\u{5e02}\u{573a}"), "\u{5e02}\u{573a}");
    }
}
