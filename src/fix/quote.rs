//! A text in quotes, with as few signs put in as can be.

use crate::edit::Splice;
use crate::plan::is_key;
use crate::source::{Source, lines};
use std::ops::Range;

/// What puts these bytes in double quotes.
pub(super) fn quoted(source: &Source, text: Range<usize>) -> Vec<Splice> {
    let mut edits = vec![Splice { at: text.start..text.start, text: "\"".to_owned() }];
    edits.extend(escaped(source, text.clone()));
    edits.push(Splice { at: text.end..text.end, text: "\"".to_owned() });
    joined(edits)
}

/// Whether every quote and bracket in a text has its like. Where one is left over, quotes around the text would hide it.
pub(super) fn is_whole(text: &str) -> bool {
    let count = |sign: char| text.matches(sign).count();
    let pairs = [('{', '}'), ('[', ']'), ('(', ')'), ('“', '”')];
    count('"') % 2 == 0 && pairs.into_iter().all(|(opening, closing)| count(opening) == count(closing))
}

/// What makes these bytes mean themselves between double quotes.
pub(super) fn escaped(source: &Source, text: Range<usize>) -> impl Iterator<Item = Splice> {
    let signs = source.text()[text.clone()].match_indices(['"', '\\']);
    signs.map(move |(at, _)| {
        let at = text.start + at;
        Splice { at: at..at, text: "\\".to_owned() }
    })
}

/// The same edits, those of one place as one.
fn joined(edits: Vec<Splice>) -> Vec<Splice> {
    let mut all: Vec<Splice> = Vec::with_capacity(edits.len());
    for edit in edits {
        match all.last_mut() {
            Some(last) if last.at == edit.at && edit.at.is_empty() => last.text += &edit.text,
            _ => all.push(edit),
        }
    }
    all
}

/// The text that stands in the line of this byte behind its key (`title: …`) or its hyphen, without a comment; nothing
/// where the line is in brackets.
pub(super) fn value_in_line(source: &Source, byte: usize) -> Option<Range<usize>> {
    let text = source.text();
    let start = lines::start(text, byte);
    let line = lines::without_comment(lines::line(text, byte));
    let lead = lines::lead(line);
    let colon = lines::key_colon(line).filter(|&colon| {
        let key = line[lead..colon].trim_matches(['"', '\'']);
        // An entry of a list is a text, unless it begins with a key.
        lines::is_word(key) && (is_key(key) || !lines::is_entry(line))
    });
    let from = colon.map_or(lead, |colon| colon + 1);
    let from = from + lines::indent(&line[from..]);
    let is_in_brackets = line[..from].contains(['{', '[']);
    let is_value = colon.is_some() || lines::is_entry(line);
    (is_value && !is_in_brackets && from < line.len()).then(|| start + from..start + line.len())
}
