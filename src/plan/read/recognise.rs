//! What each key of a mapping is, and the faults of those that do not belong there.

use super::Reader;
use super::declare::title_key;
use super::faults::Field;
use super::ids::{id_like, nfc};
use super::keys::{Key, KeySet, Place};
use super::other_words::meant_by;
use super::references::KindSet;
use super::suggest::{Near, nearest_of};
use crate::source::{Node, Shape, Slip, Style, text_with_colon};

/// What a key of a mapping was found to be, in one byte: there are millions of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written(u8);

const LOST: u8 = 0x80;

impl Written {
    /// No key of the format.
    const UNKNOWN: Self = Self(u8::MAX);

    fn read(key: Key) -> Self {
        Self(key as u8)
    }

    /// A key whose value counts as not written.
    fn lost(key: Key) -> Self {
        Self(key as u8 | LOST)
    }

    /// The key, where its value is to be read.
    pub(super) fn key(self) -> Option<Key> {
        Key::ALL.get(usize::from(self.0)).copied()
    }

    /// The key that is meant, where its value is not to be read.
    pub(super) fn lost_key(self) -> Option<Key> {
        Key::ALL.get(usize::from(self.0 ^ LOST)).copied()
    }
}

/// What stands before a key.
#[derive(Debug, Clone, Copy)]
enum Before<'t> {
    /// The beginning, or a key with nothing after it.
    Nothing,
    /// A value.
    Value(Node<'t>),
    /// The rest of a text with a comma.
    Cut,
}

impl<'t> Reader<'t> {
    /// Finds out what the keys of a mapping are; one [`Written`] each is added to `self.written`. `field` is what the
    /// mapping stands in: a thing, or a field of one.
    pub(super) fn recognise(&mut self, mapping: Node<'t>, place: Place, field: Field<'_>, in_list: bool) {
        let allowed = place.allowed();
        let mut seen = KeySet::default();
        let mut firsts = std::mem::take(&mut self.firsts);
        firsts.clear();
        let mut before = Before::Nothing;
        for (key, value) in mapping.entries() {
            let known = key.text().and_then(Key::find);
            let written = match known {
                _ if value.is_unwritten() && self.is_cut_off(mapping, key) => {
                    self.cut_off(key, &mut before, place, field)
                }
                Some(known) if allowed.has(known) || (known == Key::Id && in_list) => {
                    if seen.insert(known) {
                        let first = firsts.iter().find(|(first, _)| *first == known);
                        let related = first.map(|(_, at)| (*at, "".into()));
                        let args = [("key", known.name())];
                        self.fault_with(Slip::SameKeyTwice, key.span(), field.key(known), &args, related);
                        Written::lost(known)
                    } else {
                        firsts.push((known, key.span()));
                        Written::read(known)
                    }
                }
                _ => self.stranger(mapping, key, value, place, field),
            };
            if !value.is_unwritten() {
                before = Before::Value(value);
            } else if !matches!(before, Before::Cut) {
                before = Before::Nothing;
            }
            self.written.push(written);
        }
        self.firsts = firsts;
    }

    /// Whether a key in flow style has no colon after it: then it is no key, but the rest of a text with a comma, or
    /// a key and its value without a space between.
    pub(super) fn is_cut_off(&self, mapping: Node<'t>, key: Node<'t>) -> bool {
        let text = self.source.text();
        text.as_bytes().get(mapping.span().start as usize) == Some(&b'{')
            && key.shape() == Shape::Scalar(Style::Plain)
            && !text[key.span().end as usize..].trim_start().starts_with(':')
    }

    /// A key without a colon.
    fn cut_off(&mut self, key: Node<'t>, before: &mut Before<'t>, place: Place, field: Field<'_>) -> Written {
        let text = key.text().unwrap_or_default();
        let glued = text.split_once(':').and_then(|(name, _)| Key::find(name));
        if let Some(meant) = glued.filter(|meant| place.allowed().has(*meant)) {
            self.fault(Slip::FlowNoSpace, key.span(), field.key(meant), &[("key", meant.name())]);
            return Written::lost(meant);
        }
        match *before {
            // `{title: one, two, three}`: one fault, for the text that was cut.
            Before::Cut => return Written::UNKNOWN,
            Before::Value(value) if value.shape() == Shape::Scalar(Style::Plain) => {
                let cut = self.written.last().copied().and_then(Written::key);
                let cut_field = cut.map_or(field, |cut| field.key(cut));
                self.fault(Slip::CommaInFlowText, key.span(), cut_field, &[("rest", text)]);
                if let (Some(cut), Some(last)) = (cut, self.written.last_mut()) {
                    *last = Written::lost(cut);
                }
                *before = Before::Cut;
                return Written::UNKNOWN;
            }
            _ => {}
        }
        match Key::find(text) {
            Some(known) if place.allowed().has(known) => Written::read(known),
            _ => {
                self.unknown_key(key, field);
                Written::UNKNOWN
            }
        }
    }

    /// A key that does not belong here.
    fn stranger(
        &mut self,
        mapping: Node<'t>,
        key: Node<'t>,
        value: Node<'t>,
        place: Place,
        field: Field<'_>,
    ) -> Written {
        let Some(text) = key.text() else {
            self.fault(Slip::ComplexKey, key.span(), field, &[]);
            self.hide_all(value);
            return Written::UNKNOWN;
        };
        if self.faults.is_full() {
            return Written::UNKNOWN;
        }
        let known = Key::find(text);
        // `parties: [herders]` on an activity is `with`; a whole section of parties there is in the wrong place.
        let is_section =
            known.is_some_and(|key| key.section_of().is_some()) && value.shape() == Shape::Mapping;
        let meant = meant_by(text, place).filter(|_| !is_section);
        if let Some(meant) = meant.filter(|meant| place.allowed().has(*meant)) {
            let args = [("key", text), ("meant", meant.name())];
            self.fault(Slip::OtherWord, key.span(), field.key(meant), &args);
            return self.lost(meant, place, value);
        }
        if let Some(known) = known {
            let places = if known == Key::Id { "lists".to_owned() } else { Place::names_with(known, place) };
            let part = field.part_with(text);
            self.fault(Slip::KeyElsewhere, key.span(), field.part(&part), &[("key", text), ("on", &places)]);
            return self.lost(known, place, value);
        }
        if let Some((slip, Near { meant, alone })) = meant_key(text, place) {
            let args = [("key", text), ("meant", meant.name()), ("alone", "yes")];
            self.fault(slip, key.span(), field.key(meant), &args[..2 + usize::from(alone)]);
            return self.lost(meant, place, value);
        }
        if let Some(meant) = meant {
            let (part, places) = (field.part_with(text), Place::names_with(meant, place));
            let args = [("key", text), ("meant", meant.name()), ("on", &*places)];
            self.fault(Slip::KeyElsewhere, key.span(), field.part(&part), &args);
            return self.lost(meant, place, value);
        }
        let fault = text_with_colon(mapping).filter(|_| mapping.entries().nth(1).is_none());
        if let (Some(fault), Place::In(kind)) = (fault, place) {
            self.fault_of_text(fault, field.key(title_key(kind)));
            return Written::UNKNOWN;
        }
        self.unknown_key(key, field);
        self.hide_all(value);
        Written::UNKNOWN
    }

    /// A key that cannot be taken, with the key that is meant. Where that is no section that will be walked through,
    /// the ids inside are noted at once.
    fn lost(&mut self, meant: Key, place: Place, value: Node<'t>) -> Written {
        let is_section = meant.section_of().is_some() || meant == Key::Ambition;
        if !is_section || !matches!(place, Place::Plan | Place::In(_)) {
            self.hide_all(value);
        }
        Written::lost(meant)
    }

    fn unknown_key(&mut self, key: Node<'t>, field: Field<'_>) {
        let text = key.text().unwrap_or_default();
        let part = field.part_with(text);
        self.fault(Slip::UnknownField, key.span(), field.part(&part), &[("key", text)]);
    }

    /// Notes every key inside as an id that is not in the plan: nobody knows what it would have been.
    pub(super) fn hide_all(&mut self, value: Node<'t>) {
        let mut inside = vec![value];
        while let Some(node) = inside.pop() {
            for (key, _) in node.entries() {
                if let Some(id) = key.text() {
                    self.shadows.add(&nfc(id), KindSet::ANY, None);
                }
            }
            inside.extend(node.children().filter(|child| !matches!(child.shape(), Shape::Scalar(_))));
        }
    }
}

/// The key that was meant, by a few letters or by what was typed around it.
fn meant_key(text: &str, place: Place) -> Option<(Slip, Near<Key>)> {
    let allowed = |key: &Key| place.allowed().has(*key);
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let found = |name: &str| Key::find(name).filter(allowed);
    if let Some(key) = found(bare) {
        let slip = if text.contains('\u{a0}') {
            Slip::NoBreakSpace
        } else if text.starts_with(['“', '”', '„', '‘', '’', '«']) {
            Slip::CurlyQuotes
        } else {
            Slip::MisspeltKey
        };
        return Some((slip, Near { meant: key, alone: true }));
    }
    let spelt = split_words(bare);
    let names = Key::ALL.iter().filter(|key| allowed(key)).map(|key| key.name());
    if let Some(key) = found(&spelt) {
        return Some((Slip::MisspeltKey, Near { meant: key, alone: true }));
    }
    let Near { meant, alone } = nearest_of(&spelt, names)?;
    Some((Slip::MisspeltKey, Near { meant: Key::find(meant)?, alone }))
}

/// `dependsOn`, `Depends on` and `depends-on` as `depends_on`.
fn split_words(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len() + 2);
    let mut after_small = false;
    for c in text.chars().take(100) {
        if c.is_uppercase() && after_small {
            spelt.push('_');
        }
        after_small = c.is_lowercase();
        spelt.push(c);
    }
    id_like(&spelt).replace('-', "_")
}
