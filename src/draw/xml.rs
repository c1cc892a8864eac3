//! XML, written so that no text of a plan can become anything else.

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;

/// A document in the making.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    pub(super) fn new() -> Self {
        Self { writer: Writer::new(Vec::new()), open: Vec::new() }
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Start(start(name, attributes)));
        self.open.push(name);
    }

    /// Ends the element that was begun last.
    pub(super) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.event(Event::End(BytesEnd::new(name)));
        }
    }

    /// An element with nothing in it.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.event(Event::Empty(start(name, attributes)));
    }

    /// An element with a text in it.
    pub(super) fn with_text(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.event(Event::Text(BytesText::new(&allowed(text))));
        self.close();
    }

    /// A line break between elements, for those who read the file.
    pub(super) fn line(&mut self) {
        self.event(Event::Text(BytesText::from_escaped("\n")));
    }

    /// The document. Everything that was begun is ended.
    pub(super) fn finish(mut self) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        self.line();
        // What was written is made of strings.
        String::from_utf8(self.writer.into_inner()).unwrap_or_default()
    }

    fn event(&mut self, event: Event<'_>) {
        // Writing into memory cannot fail.
        let _ = self.writer.write_event(event);
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (name, value) in attributes {
        start.push_attribute((*name, &*allowed(value)));
    }
    start
}

/// The text with a sign in the place of what may not stand in XML 1.0, however it is written.
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    if text.chars().all(is_allowed) {
        return text.into();
    }
    text.chars().map(|c| if is_allowed(c) { c } else { '\u{fffd}' }).collect::<String>().into()
}

/// A number with at most one decimal.
pub(super) fn number(number: f64) -> String {
    let rounded = (number * 10.0).round() / 10.0;
    // Rounding can leave a zero with a sign.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

#[cfg(test)]
mod tests {
    use super::{Xml, number};

    #[test]
    fn what_is_written_reads_back() {
        let hostile = "a]]> <script> & \"quotes\" 'too' \u{fffe} \u{0} \u{b}";
        let mut xml = Xml::new();
        xml.open("a", &[("b", hostile)]);
        xml.with_text("c", &[], hostile);
        let text = xml.finish();
        let document = roxmltree::Document::parse(&text).unwrap();
        let read = "a]]> <script> & \"quotes\" 'too' \u{fffd} \u{fffd} \u{fffd}";
        assert_eq!(document.root_element().attribute("b"), Some(read));
        assert_eq!(document.root_element().first_element_child().unwrap().text(), Some(read));
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 1.25, -0.01, 12.349].map(number), ["1", "1.3", "0", "12.3"]);
    }
}
