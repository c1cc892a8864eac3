//! An open document: its text as it is being typed, and what was last read of it.

use super::text::{Encoding, Text};
use super::view::View;
use crate::check::{Check, Options, check_reading, load_tree};
use crate::fix::Fixes;
use crate::plan::{self, Site, sites};
use crate::source::{Limits, Node, Shape, Slip, Source, Span, Tree, read_around_refused};
use gen_lsp_types::{Range, TextDocumentItem, Uri};
use std::cell::OnceCell;
use std::path::PathBuf;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// An open document.
#[derive(Debug)]
pub struct Document {
    /// By which name the editor knows it.
    pub uri: Uri,
    /// The version that the editor gave it.
    pub version: i32,
    /// Whether its findings are still to be told.
    pub is_untold: bool,
    text: Text,
    /// Whether the editor or the name of the file says that it is a plan.
    is_called_plan: bool,
    /// What was read of this very text, once somebody asked.
    current: Option<Reading>,
    /// What was last read of a text that was a plan, where the text is none now.
    good: Option<Reading>,
}

/// What was read of a text.
#[derive(Debug)]
pub struct Reading {
    /// The plan, what stands on what in it, and what is weak about it.
    pub check: Check,
    /// What went wrong in the text, in its order.
    pub slips: Vec<Slip>,
    /// The located tree; empty where the text could not be read.
    tree: Tree,
    sites: OnceCell<Vec<Site>>,
    fixes: OnceCell<Fixes>,
}

impl Document {
    /// A document as the editor opened it.
    #[must_use]
    pub fn new(item: TextDocumentItem, encoding: Encoding) -> Self {
        let path = item.uri.0.to_ascii_lowercase();
        let language = String::from(item.language_id);
        Self {
            is_called_plan: [".scf.yaml", ".scf.yml"].iter().any(|end| path.ends_with(end))
                || language == "scf",
            uri: item.uri,
            version: item.version,
            is_untold: true,
            text: Text::new(item.text, encoding),
            current: None,
            good: None,
        }
    }

    /// The text in the units of the editor.
    #[must_use]
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// Expects a change; without a range, the whole text is another.
    pub fn change(&mut self, range: Option<Range>, new: String, encoding: Encoding) {
        match range {
            Some(range) => self.text.replace(range, &new),
            None => self.text = Text::new(new, encoding),
        }
        self.forget();
    }

    /// What was read of the text no longer holds, because it, or the day, is another.
    pub fn forget(&mut self) {
        self.is_untold = true;
        if let Some(reading) = self.current.take().filter(|reading| reading.check.plan.is_some()) {
            self.good = Some(reading);
        }
    }

    /// Whether it is a plan: by its name, by what the editor says, or, of other YAML, by its having an ambition.
    #[must_use]
    pub fn is_plan(&self) -> bool {
        let has_ambition = |line: &str| line.trim_start_matches(BYTE_ORDER_MARK).starts_with("ambition:");
        self.is_called_plan || self.text.as_str().lines().any(has_ambition)
    }

    /// Reads and checks the text, unless that was done.
    pub fn read(&mut self, options: &Options) -> &Check {
        let Self { current, text, uri, .. } = self;
        let reading = current.get_or_insert_with(|| {
            let source = Source::new(file_name(&uri.0), text.as_str().to_owned());
            let (tree, refused) = read_around_refused(&source, Limits::FORMAT_1);
            let plan::Reading { plan, faults } =
                load_tree(&source, tree.as_ref(), refused, &options.thresholds());
            Reading {
                slips: faults.iter().map(|fault| fault.slip).collect(),
                check: check_reading(source, plan, &faults, options),
                tree: tree.unwrap_or_default(),
                sites: OnceCell::new(),
                fixes: OnceCell::new(),
            }
        });
        if reading.check.plan.is_some() {
            self.good = None;
        }
        &reading.check
    }

    /// What was found in this very text; nothing where it was not read.
    #[must_use]
    pub fn check(&self) -> Option<&Check> {
        self.current.as_ref().map(|reading| &reading.check)
    }

    /// What was found in this very text, and what can be mended of it; nothing where it was not read.
    #[must_use]
    pub fn fixes(&self) -> Option<(&Check, &Fixes)> {
        let reading = self.current.as_ref()?;
        Some((&reading.check, reading.fixes.get_or_init(|| Fixes::of(&reading.check))))
    }

    /// Whether a byte of this very text stands inside of a text of several lines, where a comment would be part of it.
    #[must_use]
    pub fn is_inside_a_text(&self, byte: usize) -> bool {
        let Some(reading) = &self.current else { return true };
        let nodes = reading.tree().root(&reading.check.source).into_iter().flat_map(Node::within);
        let mut texts = nodes.filter(|node| matches!(node.shape(), Shape::Scalar(_))).map(Node::span);
        texts.any(|at| (at.start as usize) < byte && byte < at.end as usize)
    }

    /// The plan of this text, or else the last one that there was.
    pub fn view(&mut self, options: &Options) -> Option<View<'_>> {
        self.read(options);
        self.last_view()
    }

    /// The last plan that was read, without reading again.
    #[must_use]
    pub fn last_view(&self) -> Option<View<'_>> {
        let current = self.current.as_ref().filter(|reading| reading.check.plan.is_some());
        let reading = current.or(self.good.as_ref())?;
        let is_current = current.is_some();
        View::of(&self.uri, reading, is_current, &self.text, self.byte_order_mark())
    }

    /// Bytes that the text of the document has before that of the plan.
    #[must_use]
    pub fn byte_order_mark(&self) -> usize {
        if self.text.as_str().starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 }
    }

    /// The places of a stretch of the text that was read last.
    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        let mark = self.byte_order_mark();
        self.text.range(span.start as usize + mark..span.end as usize + mark)
    }
}

impl Reading {
    /// The located tree; empty where the text could not be read.
    pub(super) fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Every key and value.
    pub(super) fn sites(&self) -> &[Site] {
        let sites = || sites(&self.check.source, self.tree(), self.check.plan.as_ref());
        self.sites.get_or_init(sites)
    }
}

/// The name of a file, for a plan without a title.
fn file_name(uri: &str) -> String {
    let name = uri.rsplit(['/', '\\', ':']).next().unwrap_or(uri);
    percent_decoded(name)
}

/// The file that a document is in; nothing for one that is in none yet.
pub(super) fn file_of(uri: &Uri) -> Option<PathBuf> {
    let path = percent_decoded(uri.0.strip_prefix("file://")?);
    // Before a disk's letter stands a stroke that is no part of the path.
    let is_disk = path.as_bytes().get(2) == Some(&b':');
    Some(PathBuf::from(if is_disk { path.trim_start_matches('/') } else { &path }))
}

/// `%C3%A9` as `é`; what is no such escape stays as it is.
fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).filter(|_| first == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        let coded = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(coded.unwrap_or(first));
        rest = if coded.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{file_name, file_of};
    use gen_lsp_types::Uri;
    use std::path::Path;

    #[test]
    fn a_file_is_named_as_people_see_it() {
        assert_eq!(file_name("file:///home/a/caf%C3%A9.scf.yaml"), "caf\u{e9}.scf.yaml");
        assert_eq!(file_name("untitled:Untitled-1"), "Untitled-1");
        assert_eq!(file_name("file:///a/100%"), "100%");
        let file = |uri: &str| file_of(&Uri::from(uri));
        assert_eq!(file("file:///a/caf%C3%A9.scf.yaml").as_deref(), Some(Path::new("/a/caf\u{e9}.scf.yaml")));
        assert_eq!(file("file:///c%3A/a.scf.yaml").as_deref(), Some(Path::new("c:/a.scf.yaml")));
        assert_eq!(file("untitled:Untitled-1"), None);
    }
}
