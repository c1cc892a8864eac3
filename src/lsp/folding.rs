//! What can be folded: everything that is indented below a line, and comments of several lines.
//!
//! Told from the lines alone, so that a text that cannot be read keeps its folds.

use super::text::Text;
use gen_lsp_types::{FoldingRange, FoldingRangeKind};

/// A line that others may be folded under.
struct Head {
    line: u32,
    indent: usize,
    /// It begins an entry of a list.
    is_entry: bool,
}

/// Every fold, in the order of their first lines.
pub(super) fn folds(text: &Text) -> Vec<FoldingRange> {
    let mut folds = Vec::new();
    let mut open: Vec<Head> = Vec::new();
    let mut last_written = 0;
    let mut comment: Option<(u32, u32)> = None;
    for (line, number) in text.lines().zip(0..) {
        let rest = line.trim_start_matches([' ', '\t']);
        if rest.starts_with('#') {
            comment = Some((comment.map_or(number, |(first, _)| first), number));
            continue;
        }
        end_comment(&mut comment, &mut folds);
        if rest.is_empty() {
            continue;
        }
        let indent = line.len() - rest.len();
        let is_entry = rest == "-" || rest.starts_with("- ");
        // The entries of a list may stand right below its key, no further in.
        let holds =
            |head: &Head| head.indent < indent || (head.indent == indent && is_entry && !head.is_entry);
        while let Some(head) = open.pop_if(|head| !holds(head)) {
            end(&head, last_written, &mut folds);
        }
        open.push(Head { line: number, indent, is_entry });
        last_written = number;
    }
    end_comment(&mut comment, &mut folds);
    for head in open {
        end(&head, last_written, &mut folds);
    }
    folds.sort_by_key(|fold| (fold.start_line, fold.end_line));
    folds
}

fn end(head: &Head, last: u32, folds: &mut Vec<FoldingRange>) {
    if head.line < last {
        folds.push(fold(head.line, last, None));
    }
}

fn end_comment(comment: &mut Option<(u32, u32)>, folds: &mut Vec<FoldingRange>) {
    if let Some((first, last)) = comment.take().filter(|(first, last)| first < last) {
        folds.push(fold(first, last, Some(FoldingRangeKind::Comment)));
    }
}

fn fold(start_line: u32, end_line: u32, kind: Option<FoldingRangeKind>) -> FoldingRange {
    FoldingRange { start_line, end_line, kind, ..FoldingRange::default() }
}

#[cfg(test)]
mod tests {
    use super::super::text::{Encoding, Text};
    use gen_lsp_types::FoldingRange;

    fn folds(text: &str) -> Vec<FoldingRange> {
        super::folds(&Text::new(text.to_owned(), Encoding::Utf16))
    }

    #[test]
    fn what_stands_below_a_line_folds_under_it() {
        let text = "# one\n# two\nambition: A\ngoals:\n- A\n- title: B\n  because: C\n\npeople:\n  a: A\n  # x\n\nend: no\n";
        let lines: Vec<_> = folds(text).iter().map(|fold| (fold.start_line, fold.end_line)).collect();
        assert_eq!(lines, [(0, 1), (3, 6), (5, 6), (8, 9)]);
        assert!(folds("").is_empty());
        assert_eq!(folds("a:\r  b: c\r\n").len(), 1);
    }
}
