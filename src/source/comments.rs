//! The comments of a plan, and the line that each of them is about.

use super::{Source, Span, Tree, lines};

/// A comment and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// From its `#` to the end of the line.
    pub at: Span,
    /// Its line, without the line break.
    pub line: Span,
    /// Where it has a line of its own: the next line that is neither blank nor a comment, if there is one.
    pub next: Option<Span>,
}

/// The comments of the document, in order: what begins with `#`, after a blank or at the beginning of a line, and stands in
/// no text. A second document, which the format refuses, has none.
#[must_use]
pub fn comments(source: &Source, tree: &Tree) -> Vec<Comment> {
    let text = source.text();
    let end = end_of_document(source, tree);
    let begins = |at: &Span| text[..at.start as usize].chars().next_back().is_none_or(char::is_whitespace);
    let places = tree.comments(source).take_while(|at| (at.start as usize) < end).filter(begins);
    let mut comments: Vec<Comment> = places
        .map(|at| {
            let start = at.start as usize;
            let line = Span::new(lines::start(text, start), at.end as usize);
            Comment { at, line, next: None }
        })
        .collect();
    // From the last to the first: a comment below another is about the same line, and no line is looked at twice.
    for index in (0..comments.len()).rev() {
        let at = comments[index].at.start as usize;
        if !lines::is_first_text(text, at) {
            continue;
        }
        let below = std::iter::successors(lines::next(text, at), |&start| lines::next(text, start))
            .find(|&start| !lines::line(text, start).trim_matches([' ', '\t']).is_empty());
        let Some(below) = below.filter(|&start| start < end) else { continue };
        comments[index].next = match comments.get(index + 1) {
            Some(next) if next.at.start as usize == lines::first_text(text, below) => next.next,
            _ => Some(Span::new(below, lines::end(text, below))),
        };
    }
    comments
}

/// Where the first document ends: at a mark that another may begin, else at the end of the text.
fn end_of_document(source: &Source, tree: &Tree) -> usize {
    let text = source.text();
    let end = tree.root(source).map_or(0, |root| root.span().end as usize);
    let is_mark = |start: usize| ["---", "..."].iter().any(|mark| text[start..].starts_with(mark));
    std::iter::successors(lines::next(text, end), |&start| lines::next(text, start))
        .find(|&start| is_mark(start))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::comments;
    use crate::source::{Limits, Source, read_around_refused};

    /// Each comment, and the line that it is about.
    fn told(text: &str) -> Vec<(String, Option<String>)> {
        let source = Source::new("-", text.to_owned());
        let tree = read_around_refused(&source, Limits::FORMAT_1).0.expect("a text that can be read");
        let told = comments(&source, &tree).into_iter().map(|comment| {
            assert!(comment.line.start <= comment.at.start && comment.at.end == comment.line.end);
            (source.slice(comment.at).to_owned(), comment.next.map(|next| source.slice(next).to_owned()))
        });
        told.collect()
    }

    #[test]
    fn a_comment_alone_is_about_the_next_line_that_says_something() {
        let found = told("# a\n\n  # b\n \t\r\n# c\r\nd: e # f\n# g");
        let next = |comment: &str, line: Option<&str>| (comment.to_owned(), line.map(str::to_owned));
        let line = Some("d: e # f");
        assert_eq!(
            found,
            [next("# a", line), next("# b", line), next("# c", line), next("# f", None), next("# g", None)]
        );
    }

    #[test]
    fn what_stands_in_a_text_is_none() {
        for text in [
            "a: 'b # no'",
            "a: \"b\n  # no\n  c\"",
            "a: |\n  # no\n  b\n",
            "a: |\n\n  # no\n",
            "a: >-\n  b\n\n  # no\n\n",
            "a: |2\n    # no\n  # no\n",
            "a: |+\n  b\n\n  # no\n\n\n",
            "a: b#no",
            "a: [b#no, c]",
            "- |\n # no",
            "? |\n # no\n: b",
            "--- |\n # no",
            "--- |\n# no",
            "a: &b#no c",
            "a: b\n---\n# no\nc: d # no",
            "a: b\n...\n# no",
        ] {
            assert_eq!(told(text), [], "{text:?}");
        }
        assert_eq!(told("a: | # yes\n  # no\n# yes\nb: c").len(), 2);
    }

    #[test]
    fn many_comments_below_each_other_take_no_more_time_than_they_are_long() {
        let text = "# a\n".repeat(200_000) + "b: c\n";
        let found = told(&text);
        assert!(found.len() == 200_000 && found.iter().all(|(_, next)| next.as_deref() == Some("b: c")));
    }
}
