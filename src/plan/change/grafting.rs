//! Where in a plan's tree a value stands, and putting another in its place.

use super::{Obstacle, Scion, Target, same};
use crate::plan::{Id, Kind, Plan};
use crate::source::{Node, Shape, Source, Span, Style, Tree, TreeBuilder};
use std::ops::Range;

/// Where in a tree a value is put, and as what.
enum Place {
    /// In the place of this value in this mapping or list.
    Of { within: u32, old: Range<u32> },
    /// As a new key at the end of this mapping.
    New { mapping: u32, end: u32 },
    /// Beside a text that becomes the first value of a mapping: the mapping or list it stands in, and the text.
    Beside { within: u32, text: u32, key: &'static str },
}

/// One change on its way into a tree.
pub(super) struct Grafting<'a> {
    /// What was read of the file.
    pub(super) plan: &'a Plan,
    /// The text of the file and of all changes.
    pub(super) source: &'a Source,
    /// The value.
    pub(super) scion: &'a Scion,
}

impl Grafting<'_> {
    /// Puts the value where its keys lead. Gives what stood in its place.
    pub(super) fn make(&self, tree: &mut Tree, target: &Target<'_>) -> Result<Option<String>, Obstacle> {
        let (place, depth) = self.find(tree, target)?;
        let Some((key, value)) = self.scion.entry(depth) else { return Ok(None) };
        let further = self.scion.further;
        let mut new = TreeBuilder::default();
        match place {
            Place::Of { within, old } => {
                let was = node(tree, self.source, old.start).filter(|node| !node.is_unwritten());
                let was = was.map(|node| self.source.slice(node.span()).to_owned());
                new.copy(value, further);
                tree.graft(within, old, new.finish());
                Ok(was)
            }
            Place::New { mapping, end } => {
                new.copy(key, further);
                new.copy(value, further);
                tree.graft(mapping, end..end, new.finish());
                Ok(None)
            }
            Place::Beside { within, text, key: bare } => {
                let Some(old) = node(tree, self.source, text) else { return Ok(None) };
                let (numbers, at) = (old.numbers(), old.span());
                let was = (key.text() == Some(bare)).then(|| self.source.slice(at).to_owned());
                new.open(Shape::Mapping, at);
                if was.is_none() {
                    // This key is nowhere in the file: it has a place, and no length.
                    new.scalar(Style::Plain, Span { end: at.start, ..at }, Some(bare.into()));
                    new.copy(old, 0);
                }
                new.copy(key, further);
                new.copy(value, further);
                new.close(at.end);
                tree.graft(within, numbers, new.finish());
                Ok(was)
            }
        }
    }

    /// Where the value is to stand, and how many keys lead there.
    fn find(&self, tree: &Tree, target: &Target<'_>) -> Result<(Place, usize), Obstacle> {
        let keys = target.keys;
        let (mut within, mut at) = match target.thing {
            None => (0, 0),
            Some(id) => place_of(self.plan, id, self.source, tree)
                .ok_or_else(|| Obstacle::UnknownId(self.plan.names.name(id).to_owned()))?,
        };
        // What a bare text stands for here, where it can stand for anything.
        let mut bare = target.thing.map(|id| title_key(self.plan.names.get(id).kind));
        let mut before = String::new();
        let mut depth = 0;
        loop {
            let (Some(here), Some(key)) = (node(tree, self.source, at), keys.get(depth)) else {
                return Err(Obstacle::NoField);
            };
            let is_last = depth + 1 == keys.len();
            let inside = match here.shape() {
                Shape::Mapping => {
                    let is_it = |found: &Node<'_>| found.text().is_some_and(|text| same(text, key));
                    let Some((found, value)) = here.entries().find(|(found, _)| is_it(found)) else {
                        return Ok((Place::New { mapping: at, end: here.numbers().end }, depth));
                    };
                    let is_sign = depth > 0 && keys[depth - 1] == "signs";
                    bare = self.title_key_at(found.span()).or(is_sign.then_some("measure"));
                    value
                }
                Shape::Sequence => {
                    let number = key.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                    let entry = number.and_then(|number| here.children().nth(number));
                    let entry = entry.ok_or_else(|| Obstacle::ListThere(before.clone()))?;
                    bare = self.title_key_at(entry.span());
                    entry
                }
                Shape::Scalar(_) => {
                    let text = || self.source.slice(here.span()).to_owned();
                    let key = bare.ok_or_else(|| Obstacle::TextThere(before.clone(), text()))?;
                    return Ok((Place::Beside { within, text: at, key }, depth));
                }
            };
            if is_last || inside.is_unwritten() {
                return Ok((Place::Of { within: at, old: inside.numbers() }, depth));
            }
            (within, at) = (at, inside.number());
            before.clone_from(key);
            depth += 1;
        }
    }

    /// The key of the title of the thing with this place, where there is one.
    fn title_key_at(&self, at: Span) -> Option<&'static str> {
        let thing = self.plan.names.iter().find(|(_, thing)| thing.at == at)?;
        Some(title_key(thing.1.kind))
    }
}

/// What a bare text is for a thing of this kind.
fn title_key(kind: Kind) -> &'static str {
    if kind == Kind::Choice { "question" } else { "title" }
}

/// Where a thing stands in the tree: the number of the mapping or list that holds it, and its own.
fn place_of(plan: &Plan, id: Id, source: &Source, tree: &Tree) -> Option<(u32, u32)> {
    let thing = plan.names.get(id);
    let own = match thing.kind {
        Kind::Option => thing.name.split_once('.').map_or(&*thing.name, |(_, own)| own),
        _ => &thing.name,
    };
    // The mappings and lists that this node is in, each with its end and with how many children of it there were.
    let mut inside: Vec<(Node<'_>, u32)> = Vec::new();
    for node in tree.root(source)?.within() {
        while inside.last().is_some_and(|(holder, _)| holder.numbers().end <= node.number()) {
            inside.pop();
        }
        let (is_key, in_list) = match inside.last_mut() {
            None => (false, false),
            Some((holder, children)) => {
                *children += 1;
                let in_list = holder.shape() == Shape::Sequence;
                (!in_list && *children % 2 == 1, in_list)
            }
        };
        let is_text = matches!(node.shape(), Shape::Scalar(_));
        if node.span() == thing.at && (is_text || in_list) {
            let holder = inside.last()?.0.number();
            return if in_list {
                Some((holder, node.number()))
            } else if is_key && node.text().is_some_and(|text| same(text, own)) {
                Some((holder, node.number() + 1))
            } else {
                // An entry of a list: by its own `id`, or by the first of its keys.
                let list = inside.iter().rev().nth(1)?.0.number();
                Some((list, holder))
            };
        }
        if !is_text {
            inside.push((node, 0));
        }
    }
    None
}

/// The node of this number.
fn node<'t>(tree: &'t Tree, source: &'t Source, number: u32) -> Option<Node<'t>> {
    tree.root(source).filter(|_| (number as usize) < tree.len()).map(|root| root.numbered(number))
}
