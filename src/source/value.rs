//! Slips in single values, which leave the rest of the text readable.

use super::slips::{closes_curly, is_bullet, opens_curly, unspaced_colon};
use super::{Fault, Node, Shape, Slip, Span, Style, lines};

/// Bytes behind a comma in which the rest of a text is looked for: bounded, since a plan may be one long line.
const LONGEST_CUT: usize = 400;

/// What is wrong with the way a text or key is written, where YAML reads it all the same but not as it was meant: curly
/// quotes for quotes, a special space that looks like a plain one, a ` #` that cut the text off, a bullet for a hyphen.
#[must_use]
pub fn value_slip(node: Node<'_>) -> Option<Fault> {
    if node.shape() != Shape::Scalar(Style::Plain) {
        return None;
    }
    let text = node.source().slice(node.span());
    let (first, last) = (text.chars().next()?, text.chars().next_back()?);
    let ends = if first.is_ascii() && last.is_ascii() { None } else { odd_ends(node, text, first, last) };
    ends.or_else(|| space_in_structure(node, text)).or_else(|| hash_in_text(node, text))
}

fn fault(slip: Slip, node: Node<'_>, at: usize, length: usize) -> Fault {
    let start = node.span().start as usize + at;
    Fault::of_text(slip, Span::new(start, start + length))
}

/// A text whose first or last character says that it is not what it seems.
fn odd_ends(node: Node<'_>, text: &str, first: char, last: char) -> Option<Fault> {
    if lines::is_special_space(first) {
        return Some(fault(Slip::NoBreakSpace, node, 0, first.len_utf8()));
    }
    if lines::is_special_space(last) {
        return Some(fault(Slip::NoBreakSpace, node, text.len() - last.len_utf8(), last.len_utf8()));
    }
    if is_bullet(first) && text[first.len_utf8()..].starts_with([' ', '\t', '\u{a0}']) && begins_line(node) {
        return Some(fault(Slip::Bullet, node, 0, first.len_utf8()).with("bullet", String::from(first)));
    }
    let whole = closes_curly(last) || last == '"';
    if opens_curly(first) && text.len() > first.len_utf8() && (whole || was_cut(node)) {
        let end = if whole { text.len() - last.len_utf8() } else { text.len() };
        let value = &text[first.len_utf8()..end];
        let several = value.contains(['“', '”', '„', '‟']);
        return (!several).then(|| fault(Slip::CurlyQuotes, node, 0, text.len()).with("value", value));
    }
    None
}

/// Whether nothing but spaces stands before the node in its line.
fn begins_line(node: Node<'_>) -> bool {
    lines::is_first_text(node.source().text(), node.span().start as usize)
}

/// Whether a comma ended this text and a curly quote follows in the same line: it was meant to go on to there.
fn was_cut(node: Node<'_>) -> bool {
    let (text, end) = (node.source().text(), node.span().end as usize);
    let rest = &text[end..lines::floor(text, end + LONGEST_CUT)];
    rest.starts_with(',')
        && rest[..rest.find(['}', ']', '\n', '\r']).unwrap_or(rest.len())].contains(closes_curly)
}

/// A special space behind the colon of what was meant as a key, or behind the hyphen of what was meant as an entry.
fn space_in_structure(node: Node<'_>, text: &str) -> Option<Fault> {
    if text.is_ascii() {
        return None;
    }
    let at = if text.starts_with('-') {
        1
    } else {
        text.find(':').filter(|&colon| lines::is_word(&text[..colon]))? + 1
    };
    let space = text[at..].chars().next().filter(|&c| lines::is_special_space(c))?;
    Some(fault(Slip::NoBreakSpace, node, at, space.len_utf8()))
}

/// ` #3` behind a text without quotes: to YAML a comment, to the writer part of the text. Only before a digit, because
/// `#comment` is how many people write comments; and only behind words, because `12000 #2 of 3` may be one too.
fn hash_in_text(node: Node<'_>, text: &str) -> Option<Fault> {
    let (whole, end) = (node.source().text(), node.span().end as usize);
    let rest = &whole.as_bytes()[end..];
    if !matches!(rest.first(), Some(b' ' | b'\t')) {
        return None;
    }
    let spaces = rest.iter().take_while(|&&byte| byte == b' ' || byte == b'\t').count();
    let is_number = rest.get(spaces) == Some(&b'#') && rest.get(spaces + 1).is_some_and(u8::is_ascii_digit);
    (is_number && text.contains(char::is_alphabetic))
        .then(|| fault(Slip::HashInText, node, text.len() + spaces, 1))
        .map(|fault| fault.with("before", lines::before_value(whole, node.span().start as usize)))
}

/// The word before the colon of `title:Foo`, where a space was forgotten behind it, so that YAML took it all for one
/// text. Whether the word is a field's name, and the text therefore none, its reader must say.
#[must_use]
pub fn missing_space(node: Node<'_>) -> Option<&str> {
    let text = node.text().filter(|_| node.shape() == Shape::Scalar(Style::Plain))?;
    unspaced_colon(text).map(|colon| &text[..colon])
}

/// The fault in an entry like `- The villages agree: who guards the road`, which YAML takes for a mapping with one key:
/// for where a text may stand and a mapping with such a key cannot be meant.
#[must_use]
pub fn text_with_colon(entry: Node<'_>) -> Option<Fault> {
    let (key, value) = entry.entries().next()?;
    let text = key.text().filter(|_| key.shape() == Shape::Scalar(Style::Plain))?;
    let source = entry.source().text();
    let between = &source[key.span().end as usize..value.span().start as usize];
    let is_sentence = text.contains(' ') && matches!(value.shape(), Shape::Scalar(_));
    if !is_sentence || value.text() == Some("") || between.contains(['\n', '\r']) {
        return None;
    }
    let colon = key.span().end as usize + between.find(':')?;
    let brackets = if entry.has_brackets() { "yes" } else { "no" };
    let before = lines::before_value(source, key.span().start as usize);
    let fault = Fault::of_text(Slip::ColonInText, Span::new(colon, colon + 1));
    Some(fault.with("brackets", brackets).with("before", before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Limits, Source, read};

    /// What is told of the single values of a text: slip and column.
    fn told(text: &str) -> Vec<(Slip, u32)> {
        let source = Source::new("-", text.into());
        let tree = read(&source, Limits::FORMAT_1).expect("a text that can be read");
        let nodes = tree.root(&source).into_iter().flat_map(Node::within);
        let faults = nodes.filter_map(|node| value_slip(node).or_else(|| text_with_colon(node)));
        faults.map(|fault| (fault.slip, source.position(fault.at.start).column)).collect()
    }

    #[test]
    fn curly_quotes_around_a_value() {
        assert_eq!(told("title: “Peace”"), [(Slip::CurlyQuotes, 8)]);
        assert_eq!(told("title: „Frieden“"), [(Slip::CurlyQuotes, 8)]);
        assert_eq!(told("title: ‘The herder’s way’"), [(Slip::CurlyQuotes, 8)]);
        assert_eq!(told("{title: “Sign, then walk”}"), [(Slip::CurlyQuotes, 9)]);
        assert_eq!(told("title: “Peace” now"), []);
        assert_eq!(told("title: “Peace” and “quiet”"), []);
        assert_eq!(told("title: \"“Peace”\""), []);
        assert_eq!(told("title: « Paix »"), []);
    }

    #[test]
    fn hashes_that_cut_a_text() {
        assert_eq!(told("title: Visit camp #3 again"), [(Slip::HashInText, 19)]);
        assert_eq!(told("start: 2027-01-01   # day one"), []);
        assert_eq!(told("title: Talk in the market  # trainer: look here"), []);
        assert_eq!(told("title: Talk #comment"), []);
        assert_eq!(told("cost: 12000 #2 of 3"), []);
        assert_eq!(told("title: \"Talk\" #2"), []);
        assert_eq!(told("title: camp#3"), []);
    }

    #[test]
    fn special_spaces_around_a_value() {
        assert_eq!(told("a:\n  title:\u{a0}Peace"), [(Slip::NoBreakSpace, 9)]);
        assert_eq!(told("title\u{a0}: Peace"), [(Slip::NoBreakSpace, 6)]);
        assert_eq!(told("title: \u{a0}Peace"), [(Slip::NoBreakSpace, 8)]);
        assert_eq!(told("title: «\u{a0}Paix\u{a0}» et plus"), []);
        assert_eq!(told("title: 20\u{202f}000 people"), []);
    }

    #[test]
    fn bullets_and_colons_that_look_like_something_else() {
        assert_eq!(told("goals:\n  • one"), [(Slip::Bullet, 3)]);
        assert_eq!(told("title: – one"), []);
        assert_eq!(told("- The villages agree: who guards"), [(Slip::ColonInText, 21)]);
        assert_eq!(told("- title: who guards"), []);
    }

    #[test]
    fn a_forgotten_space_leaves_its_word() {
        let word = |text: &str| {
            let source = Source::new("-", text.into());
            let tree = read(&source, Limits::FORMAT_1).expect("a text that can be read");
            let root = tree.root(&source).expect("something");
            missing_space(root).map(str::to_owned)
        };
        assert_eq!(word("title:Peace"), Some("title".to_owned()));
        assert_eq!(word("http://example.org"), None);
        assert_eq!(word("Two words:more"), None);
        assert_eq!(word("\"title:Peace\""), None);
    }
}
