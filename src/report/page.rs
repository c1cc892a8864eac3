//! A page of the documentation, as a terminal shows it.

use super::layout::{FAINT, STRONG, wrapped};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::fmt::Write as _;

/// Lines of a page are no longer than this, however wide the screen is: long lines are hard to read.
const WIDEST: usize = 76;

/// A page written in Markdown, for a screen of this width: headings bold, plans indented, the rest as plain words.
#[must_use]
pub fn page(markdown: &str, width: usize) -> String {
    let mut page = Page {
        out: String::new(),
        text: String::new(),
        lists: Vec::new(),
        code: false,
        width: width.min(WIDEST),
    };
    for event in Parser::new(markdown) {
        page.take(event);
    }
    page.out
}

struct Page {
    out: String,
    /// The words of the paragraph, heading or code that is being read.
    text: String,
    /// For each list that is open, the number of its next entry, where it has numbers.
    lists: Vec<Option<u64>>,
    code: bool,
    width: usize,
}

impl Page {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                self.end_paragraph();
                self.code = true;
                // An indented block is indented in the page already.
                debug_assert!(matches!(kind, CodeBlockKind::Fenced(_) | CodeBlockKind::Indented));
            }
            Event::End(TagEnd::CodeBlock) => self.end_code(),
            Event::End(TagEnd::Heading(_)) => self.end_heading(),
            Event::End(TagEnd::Paragraph) => {
                self.end_paragraph();
                self.blank_line();
            }
            Event::Start(Tag::List(first)) => {
                self.end_paragraph();
                self.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => {
                self.lists.pop();
                self.blank_line();
            }
            Event::Start(Tag::Item) => self.text.clear(),
            // The line under a title that tells how much a finding weighs stands alone.
            Event::Text(text) if text.contains(" · ") && !self.code => {
                self.end_paragraph();
                self.text.push_str(&text);
            }
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::SoftBreak => self.text.push(' '),
            Event::Start(Tag::Heading { .. }) | Event::End(TagEnd::Item) | Event::HardBreak => {
                self.end_paragraph();
            }
            Event::Rule => self.blank_line(),
            _ => {}
        }
    }

    fn end_heading(&mut self) {
        self.blank_line();
        let _ = writeln!(self.out, "{STRONG}{}{STRONG:#}", std::mem::take(&mut self.text));
    }

    fn end_paragraph(&mut self) {
        let text = std::mem::take(&mut self.text);
        if text.trim().is_empty() {
            return;
        }
        let first = match self.lists.last_mut() {
            None => String::new(),
            Some(None) => "- ".to_owned(),
            Some(Some(number)) => {
                *number += 1;
                format!("{}. ", *number - 1)
            }
        };
        let depth = self.lists.len().saturating_sub(1) * 2;
        let after = " ".repeat(first.len());
        let room = self.width.saturating_sub(depth + first.len()).max(12);
        for (number, line) in wrapped(text.trim(), room).iter().enumerate() {
            let lead = if number == 0 { &first } else { &after };
            let _ = writeln!(self.out, "{:depth$}{lead}{line}", "");
        }
    }

    /// Plans are not wrapped: one may want to copy them.
    fn end_code(&mut self) {
        self.code = false;
        for line in std::mem::take(&mut self.text).lines() {
            let _ = if line.is_empty() {
                writeln!(self.out)
            } else if line.trim_start().starts_with('#') {
                writeln!(self.out, "    {FAINT}{line}{FAINT:#}")
            } else {
                writeln!(self.out, "    {line}")
            };
        }
        self.blank_line();
    }

    fn blank_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn a_page_is_plain_words_with_its_plans_indented() {
        let markdown = "# orphan\nIt does not lead\nto the *ambition*.\nwarning · from a sketch on\n\n## A plan\n\
                        ```yaml\na: `b`\n\n  c: d\n```\nAfter `scf`.\n\n- one\n- two\n  more\n";
        let shown = anstream::adapter::strip_str(&page(markdown, 40)).to_string();
        insta::assert_snapshot!(shown, @r"
        orphan
        It does not lead to the ambition.
        warning · from a sketch on

        A plan
            a: `b`

              c: d

        After scf.

        - one
        - two more
        ");
    }
}
