//! Other nodes in a tree: what a plan would be if one value were another, without a text that says so.
//!
//! The tree is changed and not the text, because a tree has no style: a bare text, a list in brackets or a block of lines
//! are changed in the same way, and nothing can be read otherwise than before but what was changed.

use super::{Node, Raw, Span, Tree, TreeBuilder};
use std::ops::Range;

impl Tree {
    /// Puts the nodes of another tree in the place of some that stand side by side in a mapping or list (`within`, by its
    /// number); of none, before the first of `old`. Costs as much as a walk over both trees.
    pub fn graft(&mut self, within: u32, old: Range<u32>, new: Tree) {
        let (added, removed) = (new.nodes.len() as u32, old.end - old.start);
        let moved = |index: u32| index - removed + added;
        for (index, node) in self.nodes.iter_mut().enumerate() {
            let index = index as u32;
            let holds = index <= within && node.after > within;
            if holds || index >= old.end {
                node.after = moved(node.after);
            }
        }
        let rest = self.decoded.split_off(self.decoded.partition_point(|(index, _)| *index < old.start));
        self.decoded.extend(new.decoded.into_iter().map(|(index, text)| (index + old.start, text)));
        let rest = rest.into_iter().filter(|(index, _)| *index >= old.end);
        self.decoded.extend(rest.map(|(index, text)| (moved(index), text)));
        let inserted = new.nodes.into_iter().map(|node| Raw { after: node.after + old.start, ..node });
        self.nodes.splice(old.start as usize..old.end as usize, inserted);
    }
}

impl Node<'_> {
    /// The numbers of this node and all inside it.
    #[must_use]
    pub fn numbers(self) -> Range<u32> {
        self.index..self.raw().after
    }
}

impl TreeBuilder {
    /// A copy of a node with all inside it, as it would stand this many bytes further on.
    pub fn copy(&mut self, node: Node<'_>, further: u32) {
        let start = self.tree.nodes.len() as u32;
        let numbers = node.numbers();
        let place = |index: u32| index - numbers.start + start;
        let range = numbers.start as usize..numbers.end as usize;
        self.tree.nodes.extend(node.tree.nodes[range].iter().map(|raw| {
            let span = Span { start: raw.span.start + further, end: raw.span.end + further };
            Raw { span, after: place(raw.after), ..*raw }
        }));
        let decoded = &node.tree.decoded;
        let first = decoded.partition_point(|(index, _)| *index < numbers.start);
        let texts = decoded[first..].iter().take_while(|(index, _)| *index < numbers.end);
        self.tree.decoded.extend(texts.map(|(index, text)| (place(*index), text.clone())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Limits, Source, read};

    fn tree(source: &Source) -> Tree {
        read(source, Limits::FORMAT_1).expect("a text that can be read")
    }

    /// The tree as nested brackets.
    fn told(tree: &Tree, source: &Source) -> String {
        fn tell(node: Node<'_>, out: &mut String) {
            if let Some(text) = node.text() {
                *out += text;
                return;
            }
            *out += "(";
            for (number, child) in node.children().enumerate() {
                *out += if number > 0 { " " } else { "" };
                tell(child, out);
            }
            *out += ")";
        }
        let mut out = String::new();
        tell(tree.root(source).expect("something"), &mut out);
        out
    }

    #[test]
    fn nodes_are_put_in_the_place_of_others() {
        let new = "x: [\"y\\n\", {z: w}]";
        let source = Source::new("-", format!("a:\n  b: 'c''s'\n  d: {{e: f}}\ng: \"h\\t\"\n{new}"));
        let new_tree = tree(&Source::new("-", new.into()));
        let new_source = Source::new("-", new.into());
        let further = (source.text().len() - new.len()) as u32;
        let old = Source::new("-", source.text()[..further as usize].to_owned());
        let with = |path: &[usize], nodes: &dyn Fn(Node<'_>) -> Range<u32>| {
            let mut changed = tree(&old);
            let mut within = changed.root(&source).expect("something");
            for &child in path {
                within = within.children().nth(child).expect("a child");
            }
            let (number, range) = (within.number(), nodes(within));
            let mut builder = TreeBuilder::default();
            let root = new_tree.root(&new_source).expect("something");
            let value = root.children().nth(1).expect("a value");
            if range.is_empty() {
                builder.copy(root.children().next().expect("a key"), further);
            }
            builder.copy(value, further);
            changed.graft(number, range, builder.finish());
            told(&changed, &source)
        };
        let value =
            |number: usize| move |node: Node<'_>| node.children().nth(number).expect("a child").numbers();
        let at_end = |node: Node<'_>| node.numbers().end..node.numbers().end;
        assert_eq!(with(&[], &value(1)), "(a (y\n (z w)) g h\t)");
        assert_eq!(with(&[1], &value(1)), "(a (b (y\n (z w)) d (e f)) g h\t)");
        assert_eq!(with(&[1, 3], &value(1)), "(a (b c's d (e (y\n (z w)))) g h\t)");
        assert_eq!(with(&[1, 3], &at_end), "(a (b c's d (e f x (y\n (z w)))) g h\t)");
        assert_eq!(with(&[1], &at_end), "(a (b c's d (e f) x (y\n (z w))) g h\t)");
        assert_eq!(with(&[], &at_end), "(a (b c's d (e f)) g h\t x (y\n (z w)))");
    }
}
