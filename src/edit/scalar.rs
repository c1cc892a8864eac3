//! How a text is written as a value.

use std::fmt::Write as _;

/// The text as YAML takes it behind a colon: without quotes where every reader takes it for the same text, else in double
/// quotes. It is one line, also inside brackets.
#[must_use]
pub fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if crate::lang::misleads(c) || c.is_control() => {
                let code = c as u32;
                // Writing to a string cannot fail.
                let _ = if code > 0xffff {
                    write!(quoted, "\\U{code:08x}")
                } else {
                    write!(quoted, "\\u{code:04x}")
                };
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text needs no quotes: words of letters, digits and the plainest signs. What other readers of YAML take for a
/// number, a day or a truth value is no such text.
fn is_plain(text: &str) -> bool {
    let is_plain_sign =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '_' | '\'' | '/' | ';' | '(' | ')');
    let words = ["yes", "no", "on", "off", "true", "false", "null", "y", "n"];
    text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(is_plain_sign)
        && !words.contains(&text.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::scalar;
    use crate::source::{Limits, Source, read};

    #[test]
    fn words_stand_without_quotes_and_all_else_in_them() {
        assert_eq!(scalar("The camps sign what they have walked."), "The camps sign what they have walked.");
        assert_eq!(scalar("no"), "\"no\"");
        assert_eq!(scalar("2027-03-01"), "\"2027-03-01\"");
        assert_eq!(scalar("map first, then sign"), "\"map first, then sign\"");
        assert_eq!(scalar("a\u{202e}b\n\"c\\"), "\"a\\u202eb\\n\\\"c\\\\\"");
    }

    #[test]
    fn what_is_written_is_read_as_it_was() {
        let texts = [
            "",
            " ",
            "a: b",
            "a #b",
            "- a",
            "{a}",
            "'",
            "*a",
            "a\u{1b}[0m\t\u{1f600}\u{85}",
            "%x",
            "ok: \"\\\"",
        ];
        for text in texts {
            for plan in [format!("a: {}\n", scalar(text)), format!("{{a: {}}}", scalar(text))] {
                let source = Source::new("-", plan.clone());
                let tree =
                    read(&source, Limits::FORMAT_1).unwrap_or_else(|faults| panic!("{plan}: {faults:?}"));
                let (_, value) = tree.root(&source).unwrap().entries().next().unwrap();
                assert_eq!(value.text(), Some(text), "{plan}");
            }
        }
    }
}
