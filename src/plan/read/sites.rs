//! Every key and every value of a plan's text, and what it is there: where ids are given and where they are named, which
//! keys are fields, which words a field takes.
//!
//! The reader makes a plan of a text and forgets the rest; this walk keeps what an editor asks for, also where it is
//! written twice, or in the wrong place. It goes through the located tree once, without recursion.

use super::expects::{Expects, Names};
use super::ids::nfc;
use super::keys::{Key, Place};
use crate::plan::{Id, Kind, Plan};
use crate::source::{Node, Shape, Source, Span, Tree};
use std::collections::HashMap;

/// A key or a value of the text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Site {
    /// Its node's number in the tree.
    pub(crate) node: u32,
    /// Where it stands, quotes included.
    pub(crate) at: Span,
    /// What it is.
    pub(crate) what: What,
    /// The thing that it stands in; for the id of a thing, this thing.
    pub(crate) thing: Option<Id>,
    /// The choice whose options may be named here by their own names.
    pub(crate) choice: Option<Id>,
    /// The mapping or list that it stands in, by the number of its node; its own where it stands in none.
    pub(crate) within: u32,
}

/// What a key or a value is.
#[derive(Debug, Clone, Copy)]
pub(crate) enum What {
    /// A key of the format, and the place it has.
    Key(Place, Key),
    /// A key that has no meaning in this place.
    Stranger(Place),
    /// The id of a thing, where it gets it: the key behind which it stands.
    Own,
    /// The same in a list: the value of its `id`.
    OwnInList,
    /// A key that names something.
    NameOf(Names, Option<Id>),
    /// A value that names something.
    Name(Names, Option<Id>),
    /// Another value.
    Value(Expects),
    /// How far the party or constituency takes part that the key names.
    DegreeOf(Option<Id>),
}

impl What {
    /// What is named here, whether it gets its id here or is only meant.
    pub(crate) fn named(self) -> Option<Id> {
        match self {
            Self::NameOf(_, id) | Self::Name(_, id) => id,
            _ => None,
        }
    }
}

/// Every key and value of a text, in its order. Ids are those of `plan`, which need not be of the very same text.
#[must_use]
pub(crate) fn sites(source: &Source, tree: &Tree, plan: Option<&Plan>) -> Vec<Site> {
    let Some(root) = tree.root(source) else { return Vec::new() };
    let made = plan.iter().flat_map(|plan| plan.names.iter());
    let made = made.filter(|(_, thing)| thing.is_made).map(|(id, thing)| (thing.at, id)).collect();
    let mut walk = Walk { plan, made, sites: Vec::with_capacity(tree.len()), open: Vec::new() };
    walk.open.push((root, Slot { expects: Expects::Keys(Place::Plan), ..Slot::default() }));
    while let Some((node, slot)) = walk.open.pop() {
        let behind = walk.open.len();
        walk.visit(node, slot);
        // What was pushed first is to be visited first.
        walk.open[behind..].reverse();
    }
    walk.sites.sort_by_key(|site| site.node);
    walk.sites
}

/// What a node is expected to be.
#[derive(Debug, Clone, Copy)]
struct Slot {
    expects: Expects,
    thing: Option<Id>,
    choice: Option<Id>,
    /// What the key names behind which it stands.
    key: Option<Id>,
    within: u32,
    in_list: bool,
}

impl Default for Slot {
    fn default() -> Self {
        Self { expects: Expects::Text, thing: None, choice: None, key: None, within: 0, in_list: false }
    }
}

struct Walk<'t> {
    plan: Option<&'t Plan>,
    /// Things whose ids nobody wrote, by their places.
    made: HashMap<Span, Id>,
    sites: Vec<Site>,
    open: Vec<(Node<'t>, Slot)>,
}

impl<'t> Walk<'t> {
    fn visit(&mut self, node: Node<'t>, slot: Slot) {
        match (slot.expects, node.shape()) {
            (Expects::Keys(place) | Expects::KeysEach(place), Shape::Mapping) => self.keys(node, place, slot),
            (Expects::KeysEach(place), Shape::Sequence) => self.each(node, Expects::Keys(place), slot),
            (Expects::Thing(kind), Shape::Mapping) => {
                let slot = self.thing(node, kind, slot);
                self.keys(node, Place::In(kind), slot);
            }
            (Expects::Thing(kind), Shape::Scalar(_)) => {
                let slot = self.thing(node, kind, slot);
                self.site(node, What::Value(Expects::Title), slot);
            }
            (Expects::Section(kind), Shape::Mapping) => self.section(node, kind, slot),
            (Expects::Section(kind), Shape::Sequence) => self.each(node, Expects::Thing(kind), slot),
            (Expects::Many(names) | Expects::ManyOrBy(names, _), Shape::Sequence) => {
                self.each(node, Expects::One(names), slot);
            }
            (Expects::By(Names::New, takes), Shape::Sequence) => self.each(node, (*takes).into(), slot),
            (Expects::By(names, takes), Shape::Mapping) => self.by(node, names, (*takes).into(), slot),
            (Expects::ManyOrBy(names, takes), Shape::Mapping) => {
                let expects = takes.map_or(Expects::Degree, |takes| (*takes).into());
                self.by(node, names, expects, slot);
            }
            (Expects::One(names) | Expects::Many(names) | Expects::ManyOrBy(names, _), Shape::Scalar(_)) => {
                let id = self.resolved(names, node.text().unwrap_or_default(), slot.choice);
                self.site(node, What::Name(names, id), slot);
            }
            (Expects::Degree, Shape::Scalar(_)) => self.site(node, What::DegreeOf(slot.key), slot),
            (expects, Shape::Scalar(_)) => self.site(node, What::Value(expects), slot),
            (expects, Shape::Sequence) => self.each(node, expects, slot),
            // A mapping where none is expected: nothing is known of what stands in it.
            (_, Shape::Mapping) => {}
        }
    }

    fn site(&mut self, node: Node<'t>, what: What, slot: Slot) {
        let Slot { thing, choice, within, .. } = slot;
        self.sites.push(Site { node: node.number(), at: node.span(), what, thing, choice, within });
    }

    fn each(&mut self, list: Node<'t>, expects: Expects, slot: Slot) {
        let inside = Slot { expects, within: list.number(), in_list: true, ..slot };
        self.open.extend(list.children().map(|child| (child, inside)));
    }

    /// A mapping with the keys of a place.
    fn keys(&mut self, mapping: Node<'t>, place: Place, slot: Slot) {
        let inside = Slot { within: mapping.number(), in_list: false, ..slot };
        for (key, value) in mapping.entries() {
            let known = key.text().and_then(Key::find);
            let fits = |known: &Key| place.has(*known) || (*known == Key::Id && slot.in_list);
            let Some(known) = known.filter(fits) else {
                self.site(key, What::Stranger(place), inside);
                continue;
            };
            self.site(key, What::Key(place, known), inside);
            match (place.expects(known), place) {
                (Expects::OwnId, Place::In(_)) => self.site(value, What::OwnInList, inside),
                (Expects::OwnId, _) => {}
                (expects, _) => self.open.push((value, Slot { expects, ..inside })),
            }
        }
    }

    /// Things by their ids.
    fn section(&mut self, mapping: Node<'t>, kind: Kind, slot: Slot) {
        for (key, value) in mapping.entries() {
            let thing = self.declared(kind, key.text().unwrap_or_default(), slot.choice);
            let choice = if kind == Kind::Choice { thing } else { slot.choice };
            let inside = Slot {
                expects: Expects::Thing(kind),
                thing,
                choice,
                key: None,
                within: mapping.number(),
                in_list: false,
            };
            self.site(key, What::Own, inside);
            self.open.push((value, inside));
        }
    }

    /// A mapping from names.
    fn by(&mut self, mapping: Node<'t>, names: Names, expects: Expects, slot: Slot) {
        for (key, value) in mapping.entries() {
            let id = self.resolved(names, key.text().unwrap_or_default(), slot.choice);
            let is_choice = |id: &Id| self.kind(*id) == Some(Kind::Choice);
            let choice = id.filter(is_choice).or(slot.choice);
            let within = mapping.number();
            let inside = Slot { expects, choice, key: id, within, in_list: false, ..slot };
            self.site(key, What::NameOf(names, id), Slot { choice: slot.choice, ..inside });
            self.open.push((value, inside));
        }
    }

    /// What stands in a thing of a list; in a mapping that is known already.
    fn thing(&self, node: Node<'t>, kind: Kind, slot: Slot) -> Slot {
        if kind == Kind::Ambition {
            return Slot { thing: self.declared(kind, kind.name(), None), ..slot };
        }
        if !slot.in_list {
            return slot;
        }
        let written = node.entries().find(|(key, _)| key.text() == Some(Key::Id.name()));
        let written = written.and_then(|(_, id)| id.text()).map(str::trim).filter(|id| !id.is_empty());
        let first = node.entries().next().map_or(node.span(), |(key, _)| key.span());
        let thing = match written {
            Some(id) => self.declared(kind, id, slot.choice),
            None => self.made.get(&first).copied(),
        };
        let choice = if kind == Kind::Choice { thing } else { slot.choice };
        Slot { thing, choice, ..slot }
    }

    fn kind(&self, id: Id) -> Option<Kind> {
        self.plan.map(|plan| plan.names.get(id).kind)
    }

    /// The thing of this kind that gets this id.
    fn declared(&self, kind: Kind, name: &str, choice: Option<Id>) -> Option<Id> {
        let names = &self.plan?.names;
        let name = nfc(name);
        let id = match choice.filter(|_| kind == Kind::Option) {
            Some(choice) => names.find(&format!("{}.{name}", names.name(choice))),
            None => names.find(&name),
        };
        id.filter(|id| names.get(*id).kind == kind)
    }

    /// What a name means, also where nothing of its kind is taken.
    fn resolved(&self, names: Names, text: &str, choice: Option<Id>) -> Option<Id> {
        let known = &self.plan?.names;
        let name = nfc(text);
        if let Names::OwnOptions = names {
            let choice = known.name(choice?);
            let is_whole = name.split_once('.').is_some_and(|(first, _)| first == choice);
            let found = if is_whole { known.find(&name) } else { known.find(&format!("{choice}.{name}")) };
            return found.filter(|id| known.get(*id).kind == Kind::Option);
        }
        names.kinds()?;
        known.find(&name)
    }
}
