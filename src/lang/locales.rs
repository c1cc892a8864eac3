//! The languages that are built in, as text: nothing of them is parsed before it is needed.

use std::sync::LazyLock;

/// A language's tag and its message files.
pub(super) type Locale = (&'static str, &'static [&'static str]);

/// Every language there is, by tag.
pub(super) const LOCALES: &[Locale] = include!(concat!(env!("OUT_DIR"), "/locales.rs"));

/// The language that every message is written in.
pub(super) const FALLBACK: &str = "en";

/// The messages and terms of a file: the name (a term's with its `-`) and the whole text of each.
///
/// In Fluent an entry begins where a line begins with its name; everything up to the next such line, or to a comment,
/// belongs to it.
pub(super) fn entries(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let begins = |line: &str| line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-' || c == '#');
    let mut rest = file;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let first = rest.find('\n').map_or(rest.len(), |end| end + 1);
            let more = rest[first..].split_inclusive('\n').take_while(|line| !begins(line));
            let (entry, after) = rest.split_at(first + more.map(str::len).sum::<usize>());
            rest = after;
            let name = entry.split([' ', '=']).next().unwrap_or_default();
            if begins(entry) && !entry.starts_with('#') {
                return Some((name, entry));
            }
        }
        None
    })
}

/// The words with which a title tells of work instead of a result, in this language (absent means English); empty
/// where nobody has listed them. They stand in the message `doing-words` of that language.
#[must_use]
pub fn doing_words(language: Option<&str>) -> &'static [&'static str] {
    // Looked for once, however many plans are read.
    static WORDS: LazyLock<Vec<(String, Vec<&'static str>)>> =
        LazyLock::new(|| LOCALES.iter().map(|(tag, files)| (base(tag), doing_words_of(files))).collect());
    let wanted = base(language.unwrap_or(FALLBACK));
    WORDS.iter().find(|(tag, _)| *tag == wanted).map_or(&[], |(_, words)| words)
}

fn base(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

fn doing_words_of(files: &'static [&'static str]) -> Vec<&'static str> {
    let entry = files.iter().flat_map(|file| entries(file)).find(|(name, _)| *name == "doing-words");
    let words = entry.and_then(|(_, text)| text.split_once('=')).map_or("", |(_, words)| words);
    words.split_whitespace().collect()
}

#[cfg(test)]
mod tests {
    use super::{doing_words, entries};

    #[test]
    fn an_entry_ends_where_the_next_begins() {
        let file = "# About.\na = one\n    two\n    .ask = what?\n\nb = { $n ->\n   *[other] x\n}\n## c = no\n-t = T";
        let found: Vec<_> = entries(file).collect();
        assert_eq!(found.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["a", "b", "-t"]);
        assert_eq!(found[0].1, "a = one\n    two\n    .ask = what?\n\n");
        assert_eq!(found[1].1, "b = { $n ->\n   *[other] x\n}\n");
    }

    #[test]
    fn a_language_nobody_listed_has_no_doing_words() {
        assert!(doing_words(Some("tlh")).is_empty());
        assert_eq!(doing_words(None), doing_words(Some("en-GB")));
    }
}
