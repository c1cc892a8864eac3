//! The first pass: every id, in the order of the text, and what each key of a plan and of its things is.

use super::Reader;
use super::faults::{Field, found};
use super::ids::{IdFault, id_fault, id_like, nfc, shortened};
use super::keys::{Key, Place, section_name};
use super::references::KindSet;
use crate::plan::{Id, Kind, Thing};
use crate::source::{Children, Entries, Fault, Node, Shape, Slip, Span, Style, has_leak};
use std::borrow::Cow;

/// Something with an id, as the first pass leaves it to the second.
#[derive(Debug)]
pub(super) struct Entry<'t> {
    /// Its fields, or its title.
    pub(super) value: Node<'t>,
    /// The place of findings about it.
    pub(super) at: Span,
    /// From its key, or its entry in a list, to its end.
    pub(super) whole: Span,
    /// Its id; nothing where it is not in the plan.
    pub(super) id: Option<Id>,
    /// The thing it stands in: an item for a nested item, the choice for an option.
    pub(super) parent: Option<u32>,
    /// Index of what its keys were found to be.
    pub(super) keys: u32,
    /// What it is.
    pub(super) kind: Kind,
}

/// A section on the way through the text: things of one kind.
struct Section<'t> {
    kind: Kind,
    node: Node<'t>,
    rest: Rest<'t>,
    parent: Option<u32>,
    /// Whether its things get into the plan. They do not where the section is faulty or in something that is.
    live: bool,
    /// Entries so far: options are counted within their choice.
    count: u32,
    /// The entry just before, in flow style, was a text without quotes.
    after_text: Option<u32>,
}

enum Rest<'t> {
    Mapping(Entries<'t>),
    List(Children<'t>),
}

/// The keys of a thing or of the plan, on the way through them to the sections inside.
struct Inside<'t> {
    entries: Entries<'t>,
    keys: usize,
    thing: Option<u32>,
    live: bool,
}

enum Frame<'t> {
    Section(Section<'t>),
    Inside(Inside<'t>),
}

/// Where the way through the text goes on.
enum Next<'t> {
    /// Into what was found.
    Into(Frame<'t>),
    /// To what comes after it.
    Beside,
    /// Back to what this is in.
    Out,
}

impl<'t> From<Option<Frame<'t>>> for Next<'t> {
    fn from(frame: Option<Frame<'t>>) -> Self {
        frame.map_or(Self::Beside, Self::Into)
    }
}

/// An entry of a section before it has an id.
struct Found<'t> {
    name: Cow<'t, str>,
    at: Span,
    whole: Span,
    value: Node<'t>,
    in_list: bool,
    made: bool,
}

impl<'t> Reader<'t> {
    /// Declares everything in the plan. Its own keys stand first in `self.written`.
    pub(super) fn declare(&mut self, root: Node<'t>) {
        self.recognise(root, Place::Plan, Field::of(None), false);
        let inside = Inside { entries: root.entries(), keys: 0, thing: None, live: true };
        let mut frames = vec![Frame::Inside(inside)];
        self.ambition_key = self.find_ambition(root);
        while let Some(frame) = frames.last_mut() {
            let next = match frame {
                Frame::Inside(inside) => self.next_section(inside),
                Frame::Section(section) => self.next_entry(section),
            };
            match next {
                Next::Into(frame) => frames.push(frame),
                Next::Beside => {}
                Next::Out => {
                    frames.pop();
                }
            }
        }
    }

    /// The key that holds the ambition: `ambition`, else one that was meant to be it.
    fn find_ambition(&self, root: Node<'t>) -> Option<Span> {
        let keys = || root.entries().zip(&self.written);
        let real =
            keys().find(|((_, value), written)| written.key() == Some(Key::Ambition) && !is_empty(*value));
        let meant = || keys().find(|(_, written)| written.lost_key() == Some(Key::Ambition));
        real.or_else(meant).map(|((key, _), _)| key.span())
    }

    /// Goes on to the next key, and into the section that it holds.
    fn next_section(&mut self, inside: &mut Inside<'t>) -> Next<'t> {
        let Some((key, value)) = inside.entries.next() else { return Next::Out };
        let written = self.written[inside.keys];
        inside.keys += 1;
        let Some(meant) = written.key().or(written.lost_key()) else { return Next::Beside };
        if meant == Key::Ambition && inside.thing.is_none() {
            return self.ambition(key, value, written.key().is_some()).into();
        }
        let Some(kind) = meant.section_of() else { return Next::Beside };
        let field = Field::of(inside.thing).key(meant);
        let of_choice = inside.thing.is_some_and(|thing| self.entries[thing as usize].kind == Kind::Choice);
        let rest = match value.shape() {
            _ if kind == Kind::Option && !of_choice => {
                self.hide_all(value);
                return Next::Beside;
            }
            Shape::Mapping => Rest::Mapping(value.entries()),
            Shape::Sequence => Rest::List(value.children()),
            Shape::Scalar(_) => {
                if !is_empty(value) && written.key().is_some() {
                    self.shape_fault(Slip::WantsItems, value, field);
                    // `people: heron, teal` says at least which ids there are.
                    for id in value.text().unwrap_or_default().split(',') {
                        self.shadows.add(&nfc(id.trim()), KindSet::of(kind), None);
                    }
                }
                return Next::Beside;
            }
        };
        let section = Section {
            kind,
            node: value,
            rest,
            parent: inside.thing,
            live: inside.live && written.key().is_some(),
            count: 0,
            after_text: None,
        };
        Next::Into(Frame::Section(section))
    }

    /// The ambition: the one key for it, or another that only has its inside read for faults.
    fn ambition(&mut self, key: Node<'t>, value: Node<'t>, is_written: bool) -> Option<Frame<'t>> {
        let live = self.ambition_key == Some(key.span());
        if !live && is_empty(value) {
            return None;
        }
        let name: Box<str> = Kind::Ambition.name().into();
        let kind = Kind::Ambition;
        let thing = Thing { name, kind, title: None, at: key.span(), index: 0, is_made: false };
        let id = if live { self.plan.names.declare(thing).ok() } else { None };
        let entry = self.entries.len() as u32;
        let whole = Span { start: key.span().start, end: value.span().end.max(key.span().end) };
        self.entries.push(Entry {
            value,
            at: key.span(),
            whole,
            id,
            parent: None,
            keys: self.written.len() as u32,
            kind: Kind::Ambition,
        });
        if live {
            self.ambition_entry = Some(entry);
        } else {
            self.lost_names.insert(entry, Kind::Ambition.name().into());
        }
        if !is_written {
            // There is a fault already; its title is not asked for.
            self.mark(Field::of(Some(entry)).key(Key::Title));
        }
        self.keys_inside(entry, false, live && is_written)
    }

    /// Goes on to the next entry of a section, declares it, and into what stands in it.
    fn next_entry(&mut self, section: &mut Section<'t>) -> Next<'t> {
        let found = match &mut section.rest {
            Rest::Mapping(entries) => {
                let Some((key, value)) = entries.next() else { return Next::Out };
                self.named_entry(section, key, value)
            }
            Rest::List(children) => {
                let Some(value) = children.next() else { return Next::Out };
                self.listed_entry(section, value)
            }
        };
        let Some(found) = found else { return Next::Beside };
        let entry = self.declare_one(section, &found);
        let is_text = found.value.shape() == Shape::Scalar(Style::Plain);
        section.after_text = is_text.then_some(entry);
        let live = self.entries[entry as usize].id.is_some();
        self.keys_inside(entry, found.in_list, live).into()
    }

    /// An entry of a mapping: its key is its id.
    fn named_entry(
        &mut self,
        section: &mut Section<'t>,
        key: Node<'t>,
        value: Node<'t>,
    ) -> Option<Found<'t>> {
        let field = Field::of(section.parent);
        let Some(text) = key.text() else {
            self.fault(Slip::ComplexKey, key.span(), field, &[]);
            self.hide_all(value);
            return None;
        };
        let name = nfc(text);
        if value.is_unwritten() {
            self.empty_entry(section, key, &name);
            return None;
        }
        self.position(section);
        let whole = Span { start: key.span().start, end: value.span().end };
        Some(Found { name, at: key.span(), whole, value, in_list: false, made: false })
    }

    /// A key with nothing after it: not written, but worth knowing about.
    fn empty_entry(&mut self, section: &mut Section<'t>, key: Node<'t>, name: &str) {
        if self.is_cut_off(section.node, key) {
            if let Some((id, _)) = name.split_once(':').filter(|(id, _)| id_fault(id).is_none()) {
                let part = in_section(section.kind, id);
                let field = Field::of(section.parent).part(&part);
                self.fault(Slip::FlowNoSpace, key.span(), field, &[("key", id)]);
                self.shadows.add(id, KindSet::of(section.kind), None);
                return;
            }
            if let Some(cut) = section.after_text.take() {
                let title = Field::of(Some(cut)).key(title_key(section.kind));
                self.fault(Slip::CommaInFlowText, key.span(), title, &[("rest", name)]);
                self.cut_titles.insert(cut);
                return;
            }
        }
        section.after_text = None;
        let start = section.node.span().start;
        let first = self.plan.names.find(name).map(|id| self.plan.names.get(id).at);
        let first = first.filter(|at| at.start >= start && at.end <= section.node.span().end);
        let empty = self.shadows.empty.get(name).filter(|(_, mapping)| *mapping == start).map(|(at, _)| *at);
        if let Some(first) = first.or(empty) {
            let related = Some((first, name.into()));
            let part = in_section(section.kind, name);
            let field = Field::of(section.parent).part(&part);
            self.fault_with(Slip::SameIdTwice, key.span(), field, &[("id", name)], related);
        } else {
            self.shadows.empty.entry(name.into()).or_insert((key.span(), start));
        }
    }

    /// An entry of a list: it has an `id`, or gets one by its position.
    fn listed_entry(&mut self, section: &mut Section<'t>, value: Node<'t>) -> Option<Found<'t>> {
        if value.is_unwritten() {
            return None;
        }
        let number = self.position(section);
        let written = value.entries().find(|(key, _)| key.text() == Some(Key::Id.name()));
        let written = written.map(|(_, id)| id).filter(|id| !id.is_unwritten());
        let first = value.entries().next().map_or(value.span(), |(key, _)| key.span());
        let whole = value.span();
        let id = written.and_then(Node::text).map(str::trim).filter(|id| !id.is_empty());
        let name = match id {
            Some(id) => nfc(id),
            None => format!("{}-{number}", section.kind.name()).into(),
        };
        let at = written.filter(|_| id.is_some()).map_or(first, Node::span);
        Some(Found { name, at, whole, value, in_list: true, made: id.is_none() })
    }

    /// The position of an entry, from 1: among all of its kind in the plan, for options within their choice.
    fn position(&mut self, section: &mut Section<'t>) -> u32 {
        section.count += 1;
        if section.kind == Kind::Option {
            return section.count;
        }
        let count = &mut self.counts[section.kind as usize];
        *count += 1;
        *count
    }

    /// Gives an entry its id, or says why it cannot have it.
    fn declare_one(&mut self, section: &Section<'t>, found: &Found<'t>) -> u32 {
        let entry = self.entries.len() as u32;
        self.entries.push(Entry {
            value: found.value,
            at: found.at,
            whole: found.whole,
            id: None,
            parent: section.parent,
            keys: self.written.len() as u32,
            kind: section.kind,
        });
        let mut own = Cow::Borrowed(&*found.name);
        let mut better = None;
        let mut is_reserved = false;
        match if found.made { None } else { id_fault(&found.name) } {
            None => {}
            // An option is called `choice.ambition`: nothing else is.
            Some(IdFault::Reserved) if section.kind == Kind::Option => {}
            Some(fault) => {
                let part = in_section(section.kind, &found.name);
                let field = Field::of(section.parent).part(&part);
                is_reserved = fault == IdFault::Reserved;
                better = self.bad_id(section, field, fault, found);
                own = if has_leak(found.at, &self.leaks) {
                    Cow::Owned(self.made_id(section))
                } else {
                    Cow::Borrowed(shortened(&found.name))
                };
            }
        }
        let name = self.full_name(section, &own);
        let mut first = self.used_by_the_lost(section, &name, &own);
        if first.is_none() && !is_reserved {
            match self.declare_name(section, found, &name) {
                Ok(id) => {
                    self.entries[entry as usize].id = Some(id);
                    if own != found.name {
                        // What names it as it is written means it all the same.
                        let written = self.full_name(section, &found.name);
                        self.shadows.better.entry(written.into()).or_insert(id);
                    }
                    if let Some(better) = better {
                        let better = self.full_name(section, &better);
                        self.shadows.better.entry(better.into()).or_insert(id);
                    }
                    return entry;
                }
                Err(other) => first = other,
            }
        }
        if let Some(first) = first {
            self.id_twice(section, found, &name, first);
        }
        let place = Some((found.at, section.kind)).filter(|_| !is_reserved);
        self.shadows.add(&name, KindSet::of(section.kind), place);
        if let Some(better) = better {
            let better = self.full_name(section, &better);
            self.shadows.add(&better, KindSet::of(section.kind), None);
        }
        self.lost_names.insert(entry, name.into());
        entry
    }

    /// Declares a thing, unless it is in a section that is not taken.
    ///
    /// # Errors
    /// Where and as what the name is used already, if it is.
    fn declare_name(
        &mut self,
        section: &Section<'t>,
        found: &Found<'t>,
        name: &str,
    ) -> Result<Id, Option<(Span, Kind)>> {
        let place = |thing: &Thing| (thing.at, thing.kind);
        if !section.live {
            return Err(self.plan.names.find(name).map(|id| place(self.plan.names.get(id))));
        }
        let kind = section.kind;
        let counter = if kind.level().is_some() { Kind::Ambition } else { kind } as usize;
        let choice = section.parent.and_then(|choice| self.entries[choice as usize].id);
        let index = match choice {
            Some(choice) if kind == Kind::Option => self.plan.names.get(choice).index,
            _ => self.indices[counter],
        };
        let is_made = found.made;
        let thing = Thing { name: name.into(), kind, title: None, at: found.at, index, is_made };
        match self.plan.names.declare(thing) {
            Ok(id) => {
                self.indices[counter] += 1;
                if kind == Kind::Choice {
                    self.choice_ids.push(id);
                }
                Ok(id)
            }
            Err(other) => Err(Some(place(self.plan.names.get(other)))),
        }
    }

    /// The name in the one name space: an option's has its choice before it.
    fn full_name<'n>(&self, section: &Section<'t>, own: &'n str) -> Cow<'n, str> {
        match section.parent {
            Some(choice) if section.kind == Kind::Option => {
                Cow::Owned(format!("{}.{own}", self.entry_name(choice)))
            }
            _ => Cow::Borrowed(own),
        }
    }

    /// Where and as what the name is used by something that is not in the plan: in a section that is not taken, or
    /// before in this mapping with nothing after it.
    fn used_by_the_lost(&self, section: &Section<'t>, name: &str, own: &str) -> Option<(Span, Kind)> {
        if let Some(shadow) = self.shadows.names.get(name)
            && shadow.first.is_some()
        {
            return shadow.first;
        }
        let (at, mapping) = self.shadows.empty.get(own)?;
        let is_mapping = matches!(section.rest, Rest::Mapping(_));
        (is_mapping && *mapping == section.node.span().start).then_some((*at, section.kind))
    }

    /// An id that looks as none may: told, and what would do in its place.
    fn bad_id(
        &mut self,
        section: &Section<'t>,
        field: Field<'_>,
        fault: IdFault,
        found: &Found<'t>,
    ) -> Option<String> {
        let name = &*found.name;
        match fault {
            IdFault::Reserved => {
                self.fault(Slip::ReservedId, found.at, field, &[("id", name)]);
                None
            }
            IdFault::Length => {
                self.fault(Slip::LongId, found.at, field, &[("id", name)]);
                Some(name.to_owned())
            }
            IdFault::Letters => {
                let like = id_like(name);
                // What is made of an address or a number leads to a person as well.
                let meant = if id_fault(&like).is_none() && !has_leak(found.at, &self.leaks) {
                    like
                } else {
                    self.made_id(section)
                };
                let text = found.name.trim();
                let slip = if text.starts_with(['“', '”', '„', '‘', '’', '«']) {
                    Slip::CurlyQuotes
                } else if name.contains('\u{a0}') {
                    Slip::NoBreakSpace
                } else {
                    Slip::BadId
                };
                self.fault(slip, found.at, field, &[("id", name), ("value", name), ("meant", &meant)]);
                Some(meant)
            }
        }
    }

    /// The id that the last entry of a section would have in a list.
    fn made_id(&self, section: &Section<'t>) -> String {
        let kind = section.kind;
        format!("{}-{}", kind.name(), self.counts[kind as usize].max(section.count))
    }

    /// The second use of an id: it stands there, and the first beside it.
    fn id_twice(&mut self, section: &Section<'t>, found: &Found<'t>, name: &str, first: (Span, Kind)) {
        let (at, kind) = first;
        let slip = if kind == section.kind { Slip::SameIdTwice } else { Slip::IdTaken };
        let part = in_section(section.kind, &found.name);
        let field = Field::of(section.parent).part(&part);
        let fault = self.fault_with(
            slip,
            found.at,
            field,
            &[("id", name), ("kind", kind.name())],
            Some((at, name.into())),
        );
        if let Some(fault) = fault {
            let fault: &mut Fault = self.faults.get_mut(fault);
            fault.holder = Some(name.into());
        }
    }

    /// Finds out what the keys of a thing are, and gives what to walk through where there are sections among them.
    fn keys_inside(&mut self, entry: u32, in_list: bool, live: bool) -> Option<Frame<'t>> {
        let Entry { value, kind, .. } = self.entries[entry as usize];
        let field = Field::of(Some(entry));
        match value.shape() {
            Shape::Scalar(_) => None,
            Shape::Sequence => {
                let name = self.entry_name(entry).to_owned();
                let args = [("field", &*name), ("found", found(value))];
                let slip = if kind == Kind::Ambition { Slip::WantsText } else { Slip::WantsMapping };
                self.fault(slip, value.span(), field.key(title_key(kind)), &args);
                None
            }
            Shape::Mapping => {
                let keys = self.written.len();
                self.recognise(value, Place::In(kind), field, in_list);
                let is_section = |key: Key| key.section_of().is_some();
                let has_sections = self.written[keys..]
                    .iter()
                    .any(|written| written.key().or(written.lost_key()).is_some_and(is_section));
                let inside = Inside { entries: value.entries(), keys, thing: Some(entry), live };
                has_sections.then_some(Frame::Inside(inside))
            }
        }
    }
}

/// The keys that lead to a thing from what it stands in.
fn in_section(kind: Kind, name: &str) -> String {
    format!("{}.{}", section_name(kind), shortened(name))
}

/// Whether nothing is written: no value, or an empty text.
fn is_empty(value: Node<'_>) -> bool {
    value.is_unwritten() || value.text().is_some_and(|text| text.trim().is_empty())
}

/// What a bare text is for a thing of this kind.
pub(super) fn title_key(kind: Kind) -> Key {
    if kind == Kind::Choice { Key::Question } else { Key::Title }
}
