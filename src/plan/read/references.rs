//! References: texts that name something with an id.

use super::Reader;
use super::faults::Field;
use super::ids::nfc;
use super::keys::Key;
use crate::plan::{Id, Kind, OptRef, Ref};
use crate::source::{Node, Shape, Slip, Span};
use std::collections::{HashMap, HashSet};

/// A set of kinds of things, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct KindSet(u16);

impl KindSet {
    /// No kind: what is named here is not looked up.
    pub(super) const NONE: Self = Self(0);
    /// The five levels.
    pub(crate) const LEVELS: Self =
        Self::of(Kind::Ambition).or(Kind::Goal).or(Kind::Objective).or(Kind::Activity).or(Kind::Task);
    /// What can be waited for.
    pub(crate) const SEQUENCE: Self = Self::of(Kind::Objective).or(Kind::Activity).or(Kind::Task);
    /// Whom work can be with.
    pub(crate) const CONTACTS: Self = Self::of(Kind::Party).or(Kind::Constituency);
    /// Whatever has an id, options too.
    pub(crate) const ANY: Self = Self(u16::MAX);
    /// Whatever stands in the one name space of the plan.
    pub(crate) const THINGS: Self = Self(!Self::of(Kind::Option).0);

    /// This kind alone.
    pub(crate) const fn of(kind: Kind) -> Self {
        Self(1 << kind as u16)
    }

    /// The kinds of both.
    pub(crate) const fn both(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn or(self, kind: Kind) -> Self {
        Self(self.0 | 1 << kind as u16)
    }

    pub(crate) fn has(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u16) != 0
    }

    /// The names of the kinds, joined by commas.
    pub(super) fn names(self) -> String {
        let names: Vec<_> =
            Kind::ALL.iter().filter(|&&kind| self.has(kind)).map(|kind| kind.name()).collect();
        names.join(", ")
    }
}

/// A reference that names nothing, to be told with a suggestion once everything is read.
#[derive(Debug)]
pub(super) struct Unresolved<'t> {
    /// The number of its fault.
    pub(super) fault: usize,
    /// What is written.
    pub(super) text: &'t str,
    /// What the field takes.
    pub(super) wanted: KindSet,
}

/// An id that is written but not in the plan.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shadow {
    /// As what it is written.
    pub(super) kinds: KindSet,
    /// Where it is written first, and as what. Nothing where it may be no id at all.
    pub(super) first: Option<(Span, Kind)>,
}

/// Ids that are not in the plan, and why. A reference to one of them gives no second fault.
#[derive(Debug, Default)]
pub(super) struct Shadows {
    /// Ids declared in a faulty section, or a second time.
    pub(super) names: HashMap<Box<str>, Shadow>,
    /// Better forms of ids that nothing should have: `shuttle-talks` where `Shuttle talks` is written.
    pub(super) better: HashMap<Box<str>, Id>,
    /// Ids with nothing after them, with their place and the start of the mapping that they stand in.
    pub(super) empty: HashMap<Box<str>, (Span, u32)>,
}

impl Shadows {
    /// Notes an id that is not in the plan.
    pub(super) fn add(&mut self, name: &str, kinds: KindSet, first: Option<(Span, Kind)>) {
        let shadow = self.names.entry(name.into()).or_insert(Shadow { kinds, first });
        shadow.kinds.0 |= kinds.0;
        shadow.first = shadow.first.or(first);
    }

    /// Whether something of these kinds has this id, although it is not in the plan.
    fn hides(&self, name: &str, wanted: KindSet) -> bool {
        self.names.get(name).is_some_and(|shadow| shadow.kinds.0 & wanted.0 != 0)
    }
}

impl<'t> Reader<'t> {
    /// One reference.
    pub(super) fn reference(&mut self, field: Field<'_>, node: Node<'t>, wanted: KindSet) -> Option<Ref> {
        let (text, at) = (self.scalar(field, node)?, node.span());
        self.resolve(field, text, at, wanted).map(|id| Ref { id, at })
    }

    /// One reference or a list of them, each thing once.
    pub(super) fn references(&mut self, field: Field<'_>, node: Node<'t>, wanted: KindSet) -> Vec<Ref> {
        let mut list = Vec::new();
        match node.shape() {
            Shape::Scalar(_) => {
                if let Some(meant) = node.text().and_then(|text| self.list_without_brackets(text, wanted)) {
                    let args = [("value", node.text().unwrap_or_default()), ("meant", &*meant)];
                    self.fault(Slip::ListWithoutBrackets, node.span(), field, &args);
                } else {
                    // Most lists have one entry, and there may be a million of them: no room for more.
                    list = self.reference(field, node, wanted).into_iter().collect();
                }
            }
            Shape::Sequence => {
                for entry in node.children().filter(|entry| !entry.is_unwritten()) {
                    list.extend(self.reference(field, entry, wanted));
                }
                keep_first(&mut list, |reference| reference.id);
            }
            Shape::Mapping => self.shape_fault(Slip::WantsList, node, field),
        }
        list
    }

    /// A reference to an option of any choice.
    pub(super) fn option(&mut self, field: Field<'_>, node: Node<'t>) -> Option<OptRef> {
        let option = self.reference(field, node, KindSet::of(Kind::Option))?;
        Some(self.option_of(option))
    }

    /// The option with this id, by its choice and its place in it. The options of a choice are declared one after the
    /// other, right after it.
    pub(super) fn option_of(&self, option: Ref) -> OptRef {
        let choice = self.plan.names.get(option.id).index;
        let first = self.choice_ids[choice as usize].0 + 1;
        OptRef { choice, option: option.id.0 - first, at: option.at }
    }

    /// What a text names; a fault where it names nothing that the field takes.
    pub(super) fn resolve(
        &mut self,
        field: Field<'_>,
        text: &'t str,
        at: Span,
        wanted: KindSet,
    ) -> Option<Id> {
        let name = nfc(text);
        let names = &self.plan.names;
        if let Some(id) = names.find(&name).or_else(|| self.shadows.better.get(&*name).copied()) {
            let kind = names.get(id).kind;
            if wanted.has(kind) {
                return Some(id);
            }
            if !self.shadows.hides(&name, wanted) {
                let args = [("id", text), ("kind", kind.name()), ("wanted", &wanted.names())];
                let related = Some((names.get(id).at, names.name(id).into()));
                self.fault_with(Slip::WrongKind, at, field, &args, related);
            }
            self.mark(field);
            return None;
        }
        self.mark(field);
        let is_hidden =
            self.shadows.hides(&name, wanted) || (&*name == "ambition" && wanted.has(Kind::Ambition));
        if is_hidden || self.belongs_to_faulty_options(&name, wanted) {
            return None;
        }
        let hidden = self.shadows.names.get(&*name).and_then(|shadow| shadow.first);
        if let Some((place, kind)) = hidden {
            let args = [("id", text), ("kind", kind.name()), ("wanted", &wanted.names())];
            self.fault_with(Slip::WrongKind, at, field, &args, Some((place, name.into())));
        } else if let Some(&(place, _)) = self.shadows.empty.get(&*name) {
            let related = Some((place, name.into()));
            self.fault_with(Slip::EmptyEntry, at, field, &[("id", text)], related);
        } else if !self.typing_slip(field, text, at) {
            // Not yet told what was meant: see `suggest`.
            let fault = self.fault_with(Slip::UnknownReference, at, field, &[("id", text)], None);
            self.unresolved.extend(fault.map(|fault| Unresolved { fault, text, wanted }));
        }
        None
    }

    /// Whether the text names an option of a choice whose options could not be read.
    fn belongs_to_faulty_options(&self, name: &str, wanted: KindSet) -> bool {
        wanted.has(Kind::Option)
            && name.split_once('.').is_some_and(|(choice, _)| {
                let faulty = |id| self.plan.is_faulty(Some(id), Key::Options.name());
                self.shadows.hides(choice, KindSet::of(Kind::Choice))
                    || self.plan.names.find(choice).is_some_and(faulty)
            })
    }

    /// `heron, teal` where `[heron, teal]` is meant.
    fn list_without_brackets(&self, text: &str, wanted: KindSet) -> Option<String> {
        if !text.contains(',') || text.len() > 1000 {
            return None;
        }
        let known = |part: &&str| {
            let id = self.plan.names.find(&nfc(part.trim()));
            id.is_some_and(|id| wanted.has(self.plan.names.get(id).kind))
        };
        let parts: Vec<&str> = text.split(',').filter(|part| !part.trim().is_empty()).collect();
        let all_known = parts.len() > 1 && parts.iter().all(known);
        all_known
            .then(|| format!("[{}]", parts.iter().map(|part| part.trim()).collect::<Vec<_>>().join(", ")))
    }
}

/// Keeps the first of those that name the same.
pub(super) fn keep_first<T>(list: &mut Vec<T>, id: impl Fn(&T) -> Id) {
    // Nearly every list is short and names nothing twice.
    let twice = |list: &[T]| (1..list.len()).any(|i| list[..i].iter().any(|entry| id(entry) == id(&list[i])));
    if list.len() > 16 || twice(list) {
        let mut seen = HashSet::with_capacity(list.len());
        list.retain(|entry| seen.insert(id(entry)));
        list.shrink_to_fit();
    }
}
