//! What is being written at a place of a text that is not finished.
//!
//! A stand-in word is put there and the text is read: then the tree says what it would be. Where the text cannot be read
//! even so, the lines that the place stands in, by their indentation, are read without all the others.

use crate::plan::{Plan, Site, sites};
use crate::source::{Limits, Node, Shape, Source, Tree, read_around_refused};
use std::ops::Range;

/// No plan has this word.
const STAND_IN: &str = "scf-stands-in-here";
/// Longest word before a cursor, in characters.
const LONGEST_WORD: usize = 200;

/// A text with a stand-in at a place.
#[derive(Debug)]
pub(super) struct Spot {
    source: Source,
    tree: Tree,
    start: usize,
}

impl Spot {
    /// What the stand-in is, seen from this plan.
    pub(super) fn site(&self, plan: Option<&Plan>) -> Option<Site> {
        let is_it = |site: &Site| {
            let at = site.at.start as usize;
            // A quote may stand before it.
            (at == self.start || at + 1 == self.start)
                && self.node(site.node).and_then(Node::text).is_some_and(|text| text.starts_with(STAND_IN))
        };
        sites(&self.source, &self.tree, plan).into_iter().find(is_it)
    }

    /// The words that stand beside the stand-in: the keys of its mapping, or the other entries of its list.
    pub(super) fn beside(&self, site: &Site) -> Vec<&str> {
        let Some(within) = self.node(site.within) else { return Vec::new() };
        let others = |node: &Node<'_>| node.number() != site.node;
        let keys = within.entries().map(|(key, _)| key);
        let entries = within.children().filter(|_| keys.clone().next().is_none());
        keys.clone().chain(entries).filter(others).filter_map(Node::text).collect()
    }

    /// Whether the mapping that the stand-in stands in is an entry of a list.
    pub(super) fn is_entry(&self, site: &Site) -> bool {
        let nodes = self.tree.root(&self.source).into_iter().flat_map(Node::within);
        let mut lists = nodes.filter(|node| matches!(node.shape(), Shape::Sequence));
        lists.any(|list| list.children().any(|entry| entry.number() == site.within))
    }

    fn node(&self, number: u32) -> Option<Node<'_>> {
        let root = self.tree.root(&self.source)?;
        ((number as usize) < self.tree.len()).then(|| root.numbered(number))
    }
}

/// The word around a byte: what an id, a key or a word of a list is made of.
pub(super) fn word(text: &str, byte: usize) -> Range<usize> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.') || is_mark(c);
    let length = |characters: &mut dyn Iterator<Item = char>| -> usize {
        characters.take(LONGEST_WORD).take_while(|&c| is_part(c)).map(char::len_utf8).sum()
    };
    let mut start = byte - length(&mut text[..byte].chars().rev());
    let end = byte + length(&mut text[byte..].chars());
    // The hyphen of a list is no part of a word.
    while start < byte && text[start..].starts_with('-') {
        start += 1;
    }
    start..end
}

/// A mark that belongs to a letter, as in the scripts of India.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// A word of a text that is being written.
#[derive(Debug, Clone, Copy)]
struct Place<'t> {
    /// Its line up to the word.
    line: &'t str,
    /// The lines before that one.
    lines: &'t str,
    after: &'t str,
}

/// Calls `tell` with what the word may be until it tells something: a key first, where only spaces and hyphens stand
/// before it.
pub(super) fn first_of<T>(
    text: &str,
    word: &Range<usize>,
    mut tell: impl FnMut(&Spot) -> Option<T>,
) -> Option<T> {
    let start = text[..word.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let place = Place { line: &text[start..word.start], lines: &text[..start], after: &text[word.end..] };
    let has_colon = place.after.trim_start_matches(' ').starts_with(':');
    let is_first = place.line.trim_matches([' ', '\t', '-']).is_empty();
    let forms: &[&str] = if is_first && !has_colon { &[":", ""] } else { &[""] };
    let mut was_read = false;
    for form in forms {
        let Some(spot) = place.in_the_whole(form) else { continue };
        was_read = true;
        if let Some(told) = tell(&spot) {
            return Some(told);
        }
    }
    let forms = if was_read { &[] } else { forms };
    forms
        .iter()
        .filter_map(|form| place.alone(if has_colon { ":" } else { form }))
        .find_map(|spot| tell(&spot))
}

impl Place<'_> {
    fn in_the_whole(self, form: &str) -> Option<Spot> {
        let Self { line, lines, after } = self;
        read(format!("{lines}{line}{STAND_IN}{form}{after}"), lines.len() + line.len())
    }

    fn alone(self, form: &str) -> Option<Spot> {
        let above = above(self.lines, self.line);
        let closed: String = open_brackets(self.line).into_iter().rev().collect();
        let start = above.len() + self.line.len();
        read(format!("{above}{}{STAND_IN}{form}{closed}\n", self.line), start)
    }
}

fn read(text: String, start: usize) -> Option<Spot> {
    let source = Source::new("-", text);
    let (tree, _) = read_around_refused(&source, Limits::FORMAT_1);
    tree.map(|tree| Spot { source, tree, start })
}

/// The lines that a line is inside of, and the keys beside it: of each only its key.
fn above(text: &str, line: &str) -> String {
    let mut indent = column(line);
    let mut is_entry = line.trim_start().starts_with('-');
    let mut kept = Vec::new();
    for other in text.lines().rev() {
        let rest = other.trim_start();
        if rest.is_empty() || rest.starts_with('#') {
            continue;
        }
        let (own, begins_entry) = (other.len() - rest.len(), rest.starts_with("- ") || rest == "-");
        let inner = column(other);
        let is_beside = inner == indent && !is_entry;
        let is_above = own < indent || (own == indent && is_entry && !begins_entry);
        if !is_beside && !is_above {
            continue;
        }
        if let Some(key) = key_of(other) {
            kept.push(format!("{key}:\n"));
        } else if !begins_entry {
            continue;
        }
        if !is_beside || begins_entry {
            indent = own;
            is_entry = begins_entry;
        }
        if indent == 0 && !is_entry {
            break;
        }
    }
    kept.into_iter().rev().collect()
}

/// Where the text of a line begins, behind the hyphens of lists.
fn column(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t', '-']).len()
}

/// A line up to its first key, where it has one that stands in one line.
fn key_of(line: &str) -> Option<&str> {
    let colon =
        line.find(": ").or_else(|| line.trim_end().ends_with(':').then(|| line.trim_end().len() - 1))?;
    let key = &line[..colon];
    (!key.contains(['{', '[', '#'])).then_some(key)
}

/// What would close the brackets that are open at the end of this part of a line.
fn open_brackets(line: &str) -> Vec<char> {
    let mut open = Vec::new();
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(begun), c) if begun == c => quote = None,
            (None, '"' | '\'') if open.last().is_some() || line.trim_end().ends_with(c) => quote = Some(c),
            (None, '{') => open.push('}'),
            (None, '[') => open.push(']'),
            (None, '}' | ']') => drop(open.pop()),
            _ => {}
        }
    }
    if let Some(quote) = quote {
        open.push(quote);
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{above, first_of, word};
    use crate::plan::What;

    /// What stands at the mark `|`.
    fn what(text: &str) -> Vec<String> {
        let at = text.find('|').unwrap();
        let text = text.replacen('|', "", 1);
        let word = word(&text, at);
        let told = |what: What| format!("{what:?}").split(['(', ' ']).next().unwrap_or_default().to_owned();
        let mut all = Vec::new();
        let _: Option<()> = first_of(&text, &word, |spot| {
            all.extend(spot.site(None).map(|site| told(site.what)));
            None
        });
        all
    }

    #[test]
    fn what_is_being_written_is_known_before_it_is() {
        assert_eq!(what("ambition: A\ngo|"), ["Stranger"]);
        assert_eq!(what("tasks:\n  a:\n    title: T\n    wh|\n"), ["Stranger"]);
        assert_eq!(what("tasks:\n  a:\n    who: |\n"), ["Name"]);
        assert_eq!(what("tasks:\n  a:\n    team:\n    - x\n    - h|\n"), ["Name"]);
        assert_eq!(what("tasks: {a: {title: T, wh|}}"), ["Stranger"]);
        assert_eq!(what("tasks: {a: {who: \"h|\"}}"), ["Name"]);
        assert_eq!(what("tasks:\n  a:\n    funded_by:\n      al|\n"), ["NameOf", "Name"]);
        assert_eq!(what("# a comm|\nambition: A"), [] as [&str; 0]);
    }

    #[test]
    fn a_text_that_cannot_be_read_is_passed_over_for_the_lines_around() {
        let broken = "people: [a, b\ntasks:\n- title: T\n  tags: {\n  wh|\n";
        assert_eq!(what(broken), ["Stranger"]);
        assert_eq!(what("people: [a\ntasks:\n  a:\n    team: [x, |\n"), ["Name"]);
        assert_eq!(what("people: [a\ntasks:\n  a:\n    who: \"|\n"), ["Name"]);
        assert_eq!(above("goals:\n- title: A\n  because: B\nx: [\n", "  "), "x:\n");
        assert_eq!(above("goals:\n- title: A\n  because: B\n", "  "), "goals:\n- title:\n  because:\n");
    }
}
