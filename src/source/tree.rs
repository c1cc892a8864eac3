//! The located tree: a plan's mappings, lists and texts with their places, as one flat vector in reading order.
//!
//! Flat, because a plan may hold a million values: a node is sixteen bytes, its children follow it, and `after`
//! says where they end. Nothing here recurses, and dropping a tree is freeing one vector.
//!
//! A text is kept only where it differs from the source's own characters; comments are not kept at all, since they
//! are what begins with `#` between the nodes.

mod graft;

use super::{Source, Span, lines};

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single or double quotes.
    Quoted,
    /// As a block after `|` or `>`.
    Block,
}

/// What a node is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Keys and values.
    Mapping,
    /// A list.
    Sequence,
    /// A text.
    Scalar(Style),
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Raw {
    pub(super) span: Span,
    /// Index after the last node inside this one.
    pub(super) after: u32,
    pub(super) shape: Shape,
    /// The text differs from the source's own characters and stands in `Tree::decoded`.
    decoded: bool,
}

/// A whole document. The root, if there is one, is its first node.
#[derive(Debug, Default)]
pub struct Tree {
    pub(super) nodes: Vec<Raw>,
    /// Texts that had to be decoded (escapes, folded lines), by node index, ascending.
    pub(super) decoded: Vec<(u32, Box<str>)>,
}

impl Tree {
    /// The outermost node; nothing where the document is empty.
    #[must_use]
    pub fn root<'t>(&'t self, source: &'t Source) -> Option<Node<'t>> {
        (!self.nodes.is_empty()).then_some(Node { tree: self, source, index: 0 })
    }

    /// Number of nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Where the comments stand, in order, each from its `#` to the end of the line.
    pub fn comments<'t>(&'t self, source: &'t Source) -> impl Iterator<Item = Span> + use<'t> {
        let text = source.text();
        let scalars = self.nodes.iter().filter(|node| matches!(node.shape, Shape::Scalar(_)));
        let scalars = scalars.map(|node| node.span).filter(|span| span.start < span.end);
        let end = Span::new(text.len(), text.len());
        let mut scalars = scalars.chain([end]).peekable();
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let scalar = scalars.peek()?.range();
                let hash = text.get(at..scalar.start).and_then(|gap| gap.find('#'));
                if let Some(hash) = hash {
                    let start = at + hash;
                    at = lines::end(text, start);
                    return Some(Span::new(start, at));
                }
                at = at.max(scalar.end);
                scalars.next();
            }
        })
    }

    /// The texts that do not say what stands in their place character by character (escapes, folded lines), with that
    /// place, in order.
    pub fn decoded(&self) -> impl Iterator<Item = (Span, &str)> {
        self.decoded.iter().map(|(index, text)| (self.nodes[*index as usize].span, &**text))
    }

    /// Whether the whole document is one word for nothing. `text` is what the places count in.
    pub(super) fn is_unwritten(&self, text: &str) -> bool {
        let [root] = &self.nodes[..] else { return false };
        root.shape == Shape::Scalar(Style::Plain) && is_nothing(&text[root.span.range()])
    }

    /// Whether the document holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }
}

/// Makes a [`Tree`] from what a parser reports, in reading order.
#[derive(Debug, Default)]
pub struct TreeBuilder {
    tree: Tree,
    open: Vec<u32>,
}

impl TreeBuilder {
    /// A mapping or list begins here.
    pub fn open(&mut self, shape: Shape, span: Span) {
        self.open.push(self.tree.nodes.len() as u32);
        self.tree.nodes.push(Raw { span, after: 0, shape, decoded: false });
    }

    /// The innermost open mapping or list ends before byte `end`.
    pub fn close(&mut self, end: u32) {
        if let Some(index) = self.open.pop() {
            let after = self.tree.nodes.len() as u32;
            let node = &mut self.tree.nodes[index as usize];
            node.after = after;
            node.span.end = end.max(node.span.start);
        }
    }

    /// A text stands here, quotes included; `decoded` where what it says is not the source's own characters.
    pub fn scalar(&mut self, style: Style, span: Span, decoded: Option<Box<str>>) {
        let index = self.tree.nodes.len() as u32;
        let shape = Shape::Scalar(style);
        self.tree.nodes.push(Raw { span, after: index + 1, shape, decoded: decoded.is_some() });
        if let Some(text) = decoded {
            self.tree.decoded.push((index, text));
        }
    }

    /// How many mappings and lists are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// The tree, once everything is closed.
    #[must_use]
    pub fn finish(self) -> Tree {
        self.tree
    }
}

/// One node of a tree, with the text it came from.
#[derive(Debug, Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    source: &'t Source,
    index: u32,
}

impl<'t> Node<'t> {
    fn raw(self) -> &'t Raw {
        &self.tree.nodes[self.index as usize]
    }

    /// Mapping, list or text.
    #[must_use]
    pub fn shape(self) -> Shape {
        self.raw().shape
    }

    /// Where it stands. A scalar's span includes its quotes.
    #[must_use]
    pub fn span(self) -> Span {
        self.raw().span
    }

    /// Its place in reading order, by which [`Tree::graft`] knows it.
    #[must_use]
    pub fn number(self) -> u32 {
        self.index
    }

    /// The node of this number in the same tree, which must have so many.
    #[must_use]
    pub fn numbered(self, number: u32) -> Self {
        Node { index: number, ..self }
    }

    /// The text of a scalar, decoded; nothing for a mapping or a list.
    #[must_use]
    pub fn text(self) -> Option<&'t str> {
        let raw = self.raw();
        if !matches!(raw.shape, Shape::Scalar(_)) {
            return None;
        }
        if !raw.decoded {
            let quotes = usize::from(raw.shape == Shape::Scalar(Style::Quoted));
            let range = raw.span.range();
            return Some(&self.source.text()[range.start + quotes..range.end - quotes]);
        }
        let found = self.tree.decoded.binary_search_by_key(&self.index, |(index, _)| *index);
        found.ok().map(|i| &*self.tree.decoded[i].1)
    }

    /// The text that this node's places count in.
    #[must_use]
    pub fn source(self) -> &'t Source {
        self.source
    }

    /// Whether it is a mapping or list in brackets. The entries of `[a: b]` are mappings without brackets of their own.
    #[must_use]
    pub fn has_brackets(self) -> bool {
        let is_text = matches!(self.shape(), Shape::Scalar(_));
        !is_text && self.source.slice(self.span()).starts_with(['{', '['])
    }

    /// A key with nothing after it, or a plain `~` or `null`: the format counts it as not written.
    #[must_use]
    pub fn is_unwritten(self) -> bool {
        self.shape() == Shape::Scalar(Style::Plain) && self.text().is_some_and(is_nothing)
    }

    /// The nodes directly inside: a list's entries; a mapping's keys and values in turn.
    #[must_use]
    pub fn children(self) -> Children<'t> {
        Children { next: Node { index: self.index + 1, ..self }, end: self.raw().after }
    }

    /// The keys and values of a mapping; nothing for another shape.
    #[must_use]
    pub fn entries(self) -> Entries<'t> {
        let mut children = self.children();
        if self.shape() != Shape::Mapping {
            children.end = 0;
        }
        Entries { children }
    }

    /// Every node inside, at any depth, in reading order, this one first.
    pub fn within(self) -> impl Iterator<Item = Node<'t>> + use<'t> {
        (self.index..self.raw().after).map(move |index| Node { index, ..self })
    }
}

/// The nodes directly inside a mapping or a list. See [`Node::children`].
#[derive(Debug, Clone)]
pub struct Children<'t> {
    next: Node<'t>,
    end: u32,
}

impl<'t> Iterator for Children<'t> {
    type Item = Node<'t>;

    fn next(&mut self) -> Option<Node<'t>> {
        if self.next.index >= self.end {
            return None;
        }
        let node = self.next;
        self.next.index = node.raw().after;
        Some(node)
    }
}

/// The keys and values of a mapping. See [`Node::entries`].
#[derive(Debug, Clone)]
pub struct Entries<'t> {
    children: Children<'t>,
}

impl<'t> Iterator for Entries<'t> {
    type Item = (Node<'t>, Node<'t>);

    fn next(&mut self) -> Option<Self::Item> {
        self.children.next().zip(self.children.next())
    }
}

/// Words with which YAML says that nothing is there.
fn is_nothing(text: &str) -> bool {
    matches!(text, "" | "~" | "null" | "Null" | "NULL")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Limits, read};

    /// Each node with its shape, what the source has in its place, and its text.
    fn nodes(text: &str) -> Vec<(Shape, String, Option<String>)> {
        let source = Source::new("-", text.into());
        let tree = read(&source, Limits::FORMAT_1).expect("a text that can be read");
        let root = tree.root(&source).expect("something");
        let told = |node: Node<'_>| {
            (node.shape(), source.slice(node.span()).to_owned(), node.text().map(str::to_owned))
        };
        root.within().map(told).collect()
    }

    fn scalar(style: Style, written: &str, text: &str) -> (Shape, String, Option<String>) {
        (Shape::Scalar(style), written.to_owned(), Some(text.to_owned()))
    }

    #[test]
    fn a_block_ends_with_its_last_text() {
        let nodes = nodes("a:\n  b: c  # d\n\ne: f\n");
        assert_eq!(nodes[0], (Shape::Mapping, "a:\n  b: c  # d\n\ne: f".to_owned(), None));
        assert_eq!(nodes[1], scalar(Style::Plain, "a", "a"));
        assert_eq!(nodes[2], (Shape::Mapping, "b: c".to_owned(), None));
        assert_eq!(nodes.len(), 7);
    }

    #[test]
    fn brackets_belong_to_what_they_hold() {
        let nodes = nodes("a: [b, {c: d}]  # e\n");
        assert_eq!(nodes[2], (Shape::Sequence, "[b, {c: d}]".to_owned(), None));
        assert_eq!(nodes[4], (Shape::Mapping, "{c: d}".to_owned(), None));
    }

    #[test]
    fn texts_are_told_as_they_are_meant() {
        let all =
            nodes("- plain\n- 'it''s'\n- \"a\\tb\"\n- \"as it is\"\n- two\n  lines\n- |\n  block\n\n- ''\n");
        let texts = [
            scalar(Style::Plain, "plain", "plain"),
            scalar(Style::Quoted, "'it''s'", "it's"),
            scalar(Style::Quoted, "\"a\\tb\"", "a\tb"),
            scalar(Style::Quoted, "\"as it is\"", "as it is"),
            scalar(Style::Plain, "two\n  lines", "two lines"),
            scalar(Style::Block, "block", "block"),
            scalar(Style::Quoted, "''", ""),
        ];
        assert_eq!(all[1..], texts);
    }

    #[test]
    fn nothing_stands_behind_its_colon() {
        let source = Source::new("-", "a:\nb: {c: , d}\ne:\n  -\n  - ~\n".into());
        let tree = read(&source, Limits::FORMAT_1).expect("a text that can be read");
        let unwritten =
            tree.root(&source).into_iter().flat_map(Node::within).filter(|node| node.is_unwritten());
        let places: Vec<_> = unwritten.map(|node| (node.span().start, node.text())).collect();
        assert_eq!(places, [(2, Some("")), (9, Some("")), (13, Some("")), (21, Some("")), (26, Some("~"))]);
    }

    #[test]
    fn comments_stand_between_the_nodes() {
        let text =
            "# one\na: 'b # no'  # two\nc: d#no\ne: |  # three\n  f # no\n# four\ng: [h, # five\n  i]\n#";
        let source = Source::new("-", text.into());
        let tree = read(&source, Limits::FORMAT_1).expect("a text that can be read");
        let comments: Vec<_> = tree.comments(&source).map(|at| source.slice(at)).collect();
        assert_eq!(comments, ["# one", "# two", "# three", "# four", "# five", "#"]);
    }

    #[test]
    fn a_node_is_sixteen_bytes() {
        assert_eq!(size_of::<Raw>(), 16);
    }
}
