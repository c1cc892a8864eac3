//! Words of a plan on a page: escaped, kept apart from the words around them, and marked with their language.

use super::told::Told;
use crate::lang::escaped;
use crate::plan::Id;
use crate::report::sheet::no_mark_up;
use askama::filters::HtmlSafe;
use std::fmt;
use std::rc::Rc;

/// Writes a text so that nothing in it is mark-up, in an element and in an attribute with quotes.
pub(super) fn write_escaped(out: &mut impl fmt::Write, text: &str) -> fmt::Result {
    let mut rest = text;
    while let Some(at) = rest.find(['<', '>', '&', '"', '\'']) {
        let (before, after) = rest.split_at(at);
        out.write_str(before)?;
        out.write_str(match after.as_bytes()[0] {
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'&' => "&amp;",
            b'"' => "&quot;",
            _ => "&#39;",
        })?;
        rest = &after[1..];
    }
    out.write_str(rest)
}

/// Plan text, with what could mislead written out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlanText {
    text: String,
    /// The plan's language, where it is another than that of the page.
    language: Option<Rc<str>>,
}

impl PlanText {
    /// These words of a plan in this language.
    pub(super) fn new(text: &str, language: Option<&Rc<str>>) -> Self {
        Self { text: escaped(text.trim()).into_owned(), language: language.cloned() }
    }

    /// The words, not escaped for HTML.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The words on a page of Markdown.
    pub(super) fn markdown(&self) -> String {
        no_mark_up(&self.text)
    }
}

impl fmt::Display for PlanText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.language {
            Some(language) => write!(f, "<bdi lang=\"{language}\">")?,
            None => f.write_str("<bdi>")?,
        }
        write_escaped(f, &self.text)?;
        f.write_str("</bdi>")
    }
}

impl HtmlSafe for PlanText {}

/// A thing of the plan where another speaks of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mention {
    pub title: PlanText,
    /// Its id.
    pub id: String,
    /// Whether the page has a place of its own for it.
    pub has_place: bool,
    /// What is to be said of it behind its title; empty for nothing.
    pub said: String,
}

impl fmt::Display for Mention {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.has_place {
            f.write_str("<a class=\"to\" href=\"#thing-")?;
            write_escaped(f, &self.id)?;
            write!(f, "\">{}</a>", self.title)?;
        } else {
            write!(f, "{}", self.title)?;
        }
        if !self.said.is_empty() {
            f.write_str(" <span class=\"said\">")?;
            write_escaped(f, &self.said)?;
            f.write_str("</span>")?;
        }
        Ok(())
    }
}

impl HtmlSafe for Mention {}

/// Several things: the first of them, and words for how many more there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mentions {
    pub told: Vec<Mention>,
    /// How many follow, in words; empty for none.
    pub more: String,
}

impl Mentions {
    /// The first `most` of these that may be told, and how many more there are of `count`.
    pub(super) fn of(told: &Told<'_>, ids: &[Id], count: usize, most: usize) -> Self {
        let shown: Vec<Id> = ids.iter().copied().filter(|&id| !told.hides(id)).collect();
        let first: Vec<Mention> = shown.iter().take(most).map(|&id| told.mention(id)).collect();
        let more = count.saturating_sub(first.len());
        let more = if more > 0 { told.count("page-and-more", more) } else { String::new() };
        Self { told: first, more }
    }

    /// Whether there is nothing to tell.
    pub(super) fn is_empty(&self) -> bool {
        self.told.is_empty() && self.more.is_empty()
    }

    /// In one line of Markdown.
    pub(super) fn markdown(&self) -> String {
        let mut parts: Vec<String> = self.told.iter().map(|mention| mention.title.markdown()).collect();
        parts.extend(Some(self.more.clone()).filter(|more| !more.is_empty()));
        parts.join("; ")
    }

    /// In lines of plain text, as a cell of a table has them.
    pub(super) fn cell(&self) -> String {
        let titles = self.told.iter().map(|mention| mention.title.text().to_owned());
        titles.chain(Some(self.more.clone()).filter(|more| !more.is_empty())).collect::<Vec<_>>().join("\n")
    }
}

impl fmt::Display for Mentions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<ul class=\"things\">")?;
        for mention in &self.told {
            write!(f, "<li>{mention}</li>")?;
        }
        if !self.more.is_empty() {
            f.write_str("<li class=\"more\">")?;
            write_escaped(f, &self.more)?;
            f.write_str("</li>")?;
        }
        f.write_str("</ul>")
    }
}

impl HtmlSafe for Mentions {}
