//! Taking an entry out of a mapping or a list, with the line or the comma that it brought.

use crate::edit::Splice;
use crate::source::{Node, lines};
use std::ops::Range;

/// An entry of a mapping or list, and what stands beside it there.
pub(super) struct Entry<'t> {
    /// What it stands in.
    pub(super) within: Node<'t>,
    /// Its bytes.
    pub(super) at: Range<usize>,
    /// Where the one before it ends.
    pub(super) before: Option<usize>,
    /// Where the one after it begins.
    pub(super) after: Option<usize>,
}

/// What takes an entry out; nothing where it is the only one, or something else stands in its lines, as a comment.
pub(super) fn removal(entry: &Entry<'_>) -> Option<Splice> {
    let Entry { within, at, before, after } = entry;
    let text = within.source().text();
    let gone = |at: Range<usize>| Splice { at, text: String::new() };
    if within.has_brackets() {
        let at = match (before, after) {
            (Some(before), _) => *before..at.end,
            (None, Some(after)) => at.start..*after,
            (None, None) => return None,
        };
        return (!text[at.clone()].contains('#')).then(|| gone(at));
    }
    before.or(*after)?;
    let (start, end) = (lines::start(text, at.start), lines::end(text, at.end));
    let begins = start + lines::lead(lines::line(text, start)) >= at.start;
    let is_alone = begins && text[at.end..end].trim().is_empty() && !text[at.clone()].contains('#');
    // Between two others a line break goes with it: the one behind it, or at the end of the file the one before.
    let next = end + line_break(&text[end..]);
    let whole = if next > end { start..next } else { start - line_break_before(&text[..start])..end };
    is_alone.then(|| gone(whole))
}

fn line_break(text: &str) -> usize {
    let is = |sign: &&&str| text.starts_with(**sign);
    ["\r\n", "\n", "\r"].iter().find(is).map_or(0, |sign| sign.len())
}

fn line_break_before(text: &str) -> usize {
    let is = |sign: &&&str| text.ends_with(**sign);
    ["\r\n", "\n", "\r"].iter().find(is).map_or(0, |sign| sign.len())
}
