//! A text line by line, as a person sees it, for telling where a slip was made.

/// The nearest byte, this one or before, at which a character begins.
pub(super) fn floor(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Where the line of this byte begins.
pub(crate) fn start(text: &str, byte: usize) -> usize {
    text.as_bytes()[..byte].iter().rposition(|&b| is_break(b)).map_or(0, |at| at + 1)
}

/// Where the line of this byte ends, before its line break.
pub(crate) fn end(text: &str, byte: usize) -> usize {
    text.as_bytes()[byte..].iter().position(|&b| is_break(b)).map_or(text.len(), |at| byte + at)
}

/// Where the next line begins, if there is one.
pub(super) fn next(text: &str, byte: usize) -> Option<usize> {
    let end = end(text, byte);
    let bytes = text.as_bytes();
    match (bytes.get(end), bytes.get(end + 1)) {
        (None, _) => None,
        (Some(b'\r'), Some(b'\n')) => Some(end + 2),
        _ => Some(end + 1),
    }
}

/// Where the line before begins, if there is one.
pub(super) fn previous(text: &str, byte: usize) -> Option<usize> {
    let start = start(text, byte);
    let back = if text[..start].ends_with("\r\n") { 2 } else { 1 };
    start.checked_sub(back).map(|end| self::start(text, end))
}

/// The line of this byte, without its line break.
pub(crate) fn line(text: &str, byte: usize) -> &str {
    &text[start(text, byte)..end(text, byte)]
}

/// The first byte of the line of this byte that is neither space nor tab.
pub(crate) fn first_text(text: &str, byte: usize) -> usize {
    let start = start(text, byte);
    start + indent(line(text, byte))
}

/// Whether nothing but spaces and tabs stands before this byte in its line. Costs no walk along a long line.
pub(crate) fn is_first_text(text: &str, byte: usize) -> bool {
    let before = text[..byte].trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['\n', '\r'])
}

/// Bytes of spaces and tabs that a line begins with.
pub(crate) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Nothing in it, or only a comment.
pub(super) fn is_bare(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    line.is_empty() || line.starts_with('#')
}

/// The next line that is not bare.
pub(super) fn next_written(text: &str, byte: usize) -> Option<usize> {
    std::iter::successors(next(text, byte), |&at| next(text, at)).find(|&at| !is_bare(line(text, at)))
}

/// The line before that is not bare.
pub(super) fn previous_written(text: &str, byte: usize) -> Option<usize> {
    std::iter::successors(previous(text, byte), |&at| previous(text, at)).find(|&at| !is_bare(line(text, at)))
}

/// A line without the comment at its end.
pub(crate) fn without_comment(line: &str) -> &str {
    let comment =
        line.match_indices('#').find(|&(at, _)| line[..at].is_empty() || line[..at].ends_with([' ', '\t']));
    comment.map_or(line, |(at, _)| &line[..at]).trim_end_matches([' ', '\t'])
}

/// What stands before a line's key or text: spaces, and hyphens that begin list entries.
pub(crate) fn lead(line: &str) -> usize {
    let mut at = indent(line);
    while let Some(rest) = line[at..].strip_prefix('-') {
        let inner = indent(rest);
        if inner == 0 && !rest.is_empty() {
            break;
        }
        at += 1 + inner;
    }
    at
}

/// Whether an entry of a list begins in this line.
pub(crate) fn is_entry(line: &str) -> bool {
    lead(line) > indent(line)
}

/// Where the colon after a key stands: the first that a space or the end of the line follows, outside quotes.
pub(crate) fn key_colon(line: &str) -> Option<usize> {
    let lead = lead(line);
    let bytes = line.as_bytes();
    let mut at = lead;
    if let Some(&quote) = bytes.get(lead).filter(|&&byte| byte == b'"' || byte == b'\'') {
        at += 2 + line[lead + 1..].find(quote as char)?;
    }
    let ends = |at: usize| matches!(bytes.get(at + 1), None | Some(b' ' | b'\t'));
    line[at..].match_indices(':').map(|(colon, _)| at + colon).find(|&colon| ends(colon))
}

/// Whether this could be an id or a field's name: one word without capitals, in whatever script.
pub(crate) fn is_word(text: &str) -> bool {
    let fits = |c: char| (c.is_alphanumeric() && !c.is_uppercase()) || c == '-' || c == '_';
    !text.is_empty() && text.chars().all(fits) && text.starts_with(char::is_alphanumeric)
}

/// Whether the line begins a list entry, or reads `word:`, even if the space behind the colon is missing or odd.
pub(super) fn is_structure(line: &str) -> bool {
    let line = line.trim_start_matches(|c| c == ' ' || c == '\t' || is_special_space(c));
    let rest = &line[lead(line)..];
    let seems_key = |colon: usize| is_word(&rest[..colon]) && !rest[colon..].starts_with("://");
    is_entry(line) || key_colon(line).is_some() || rest.find([':', '：']).is_some_and(seems_key)
}

/// What a value at this byte stands behind, for an example of how to write it: `title:`, or `-` in a list. Looked for
/// in the few words before it, since a plan may be one long line.
pub(super) fn before_value(text: &str, byte: usize) -> String {
    const FAR: usize = 200;
    let line = &text[floor(text, byte.saturating_sub(FAR))..byte];
    let line = line.rsplit(['\n', '\r']).next().unwrap_or_default().trim_end();
    if line.ends_with('-') && is_entry(line) {
        return "-".to_owned();
    }
    let key = line.strip_suffix(':').and_then(|key| key.rsplit([' ', '\t', '{', '[', ',']).next());
    format!("{}:", key.filter(|key| is_word(key)).unwrap_or("title"))
}

/// A character that looks like a space and is none to YAML.
pub(crate) fn is_special_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// A character that is not seen at all and that some programs leave in copied text.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn is_break(byte: u8) -> bool {
    byte == b'\n' || byte == b'\r'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_walked_over_every_kind_of_break() {
        let text = "ab\r\nc\rd\n";
        assert_eq!(next(text, 0), Some(4));
        assert_eq!(next(text, 4), Some(6));
        assert_eq!(next(text, 6), Some(8));
        assert_eq!(next(text, 8), None);
        assert_eq!(previous(text, 8), Some(6));
        assert_eq!(previous(text, 6), Some(4));
        assert_eq!(previous(text, 4), Some(0));
        assert_eq!(previous(text, 1), None);
        assert_eq!(line(text, 4), "c");
    }

    #[test]
    fn a_line_shows_its_key() {
        assert_eq!(lead("  - - title: x"), 6);
        assert_eq!(lead("  -"), 3);
        assert_eq!(lead("  -x"), 2);
        assert_eq!(key_colon("  - title: a: b"), Some(9));
        assert_eq!(key_colon("\"a: b\": c"), Some(6));
        assert_eq!(key_colon("http://x"), None);
        assert_eq!(key_colon("goals:"), Some(5));
        assert!(is_structure("  who: x") && is_structure("-") && !is_structure("Two words"));
        assert_eq!(without_comment("a #b # c"), "a");
        assert_eq!(without_comment("a#b"), "a#b");
        assert_eq!(before_value("a: {b: c", 7), "b:");
        assert_eq!(before_value("a:\n  - b", 7), "-");
        assert_eq!(before_value("a:\n  b", 5), "title:");
    }
}
