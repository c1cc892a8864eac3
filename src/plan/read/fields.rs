//! The typed values of fields: each is the value, or a fault and nothing.

use super::Reader;
use super::faults::Field;
use super::ids::nfc;
use super::keys::{Key, Place};
use super::values::{self, BadValue};
use super::words::{Word, meant_word};
use crate::plan::{Common, Money, Text};
use crate::source::{Located, Node, Shape, Slip, Span, text_with_colon, value_slip};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::HashMap;

impl<'t> Reader<'t> {
    /// The text of a scalar, without space around it; nothing where it is empty, a fault where it is no scalar.
    pub(super) fn scalar(&mut self, field: Field<'_>, node: Node<'t>) -> Option<&'t str> {
        let Some(text) = node.text() else {
            self.shape_fault(Slip::WantsText, node, field);
            return None;
        };
        if let Some(slip) = value_slip(node) {
            self.fault_of_text(slip, field);
            return None;
        }
        Some(text.trim()).filter(|text| !text.is_empty() && !node.is_unwritten())
    }

    /// A text.
    pub(super) fn text(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Text> {
        let text = self.scalar(field, node)?;
        Some(Located { value: self.kept(text, node.span()).into(), at: node.span() })
    }

    /// One text or a list of them.
    pub(super) fn texts(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<Text> {
        match node.shape() {
            Shape::Scalar(_) => self.text(field, node).into_iter().collect(),
            Shape::Sequence => {
                let mut list = Vec::new();
                for entry in node.children() {
                    if let Some(fault) = text_with_colon(entry) {
                        self.fault_of_text(fault, field);
                    } else {
                        list.extend(self.text(field, entry));
                    }
                }
                list
            }
            Shape::Mapping => {
                self.shape_fault(Slip::WantsList, node, field);
                Vec::new()
            }
        }
    }

    /// One word of a fixed list.
    pub(super) fn word<T: Word>(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<T>> {
        let text = self.scalar(field, node)?;
        if let Some((_, value)) = T::WORDS.iter().find(|(word, _)| *word == text) {
            return Some(Located { value: *value, at: node.span() });
        }
        if self.faults.is_full() {
            self.mark(field);
        } else if self.typing_slip(field, text, node.span()) {
            // Told.
        } else if let Some(meant) = meant_word::<T>(text) {
            self.value_fault(Slip::MisspeltWord, node.span(), field, text, &[("meant", meant)]);
        } else {
            let words: Vec<_> = T::WORDS.iter().map(|(word, _)| *word).collect();
            self.value_fault(Slip::BadWord, node.span(), field, text, &[("words", &words.join(", "))]);
        }
        None
    }

    /// A day.
    pub(super) fn date(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<Date>> {
        self.value(field, node, values::date)
    }

    /// A number.
    pub(super) fn number(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<f64>> {
        self.value(field, node, values::number)
    }

    /// A whole number of at least one.
    pub(super) fn count(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<u32>> {
        self.value(field, node, |text| values::whole(text, 1, Slip::BadCount))
    }

    /// A whole number.
    pub(super) fn whole(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<u32>> {
        self.value(field, node, |text| values::whole(text, 0, Slip::BadWhole))
    }

    /// An amount of money.
    pub(super) fn money(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<Money>> {
        self.value(field, node, values::money)
    }

    /// Yes or no.
    pub(super) fn yes_no(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<bool>> {
        self.value(field, node, values::yes_no)
    }

    /// A value that one text says.
    pub(super) fn value<T>(
        &mut self,
        field: Field<'_>,
        node: Node<'t>,
        read: impl Fn(&str) -> Result<T, BadValue>,
    ) -> Option<Located<T>> {
        let text = self.scalar(field, node)?;
        match read(text) {
            Ok(value) => return Some(Located { value, at: node.span() }),
            Err(fault) => {
                if fault.meant.is_some() || !self.typing_slip(field, text, node.span()) {
                    let meant = fault.meant.as_deref().map(|meant| ("meant", meant));
                    self.value_fault(fault.slip, node.span(), field, text, meant.as_slice());
                }
            }
        }
        None
    }

    /// The faults of typing that spoil any value but a free text: curly quotes around it, a space that is none. Says
    /// whether there is one.
    pub(super) fn typing_slip(&mut self, field: Field<'_>, text: &str, at: Span) -> bool {
        let slip = if text.starts_with(['“', '”', '„', '‘', '’', '«']) {
            Slip::CurlyQuotes
        } else if text.contains('\u{a0}') {
            Slip::NoBreakSpace
        } else {
            return false;
        };
        self.value_fault(slip, at, field, text, &[]);
        true
    }

    /// The entries of a mapping that stands in a field, with their keys: those that are known here.
    pub(super) fn mapping(
        &mut self,
        field: Field<'_>,
        place: Place,
        node: Node<'t>,
        in_list: bool,
    ) -> Vec<(Key, Node<'t>)> {
        self.mapping_and_lost(field, place, node, in_list).0
    }

    /// The same, and beside them the keys that were meant by those that cannot be taken.
    pub(super) fn mapping_and_lost(
        &mut self,
        field: Field<'_>,
        place: Place,
        node: Node<'t>,
        in_list: bool,
    ) -> (Vec<(Key, Node<'t>)>, Vec<Key>) {
        let start = self.written.len();
        self.recognise(node, place, field, in_list);
        let keys = self.written.split_off(start);
        let lost = keys.iter().filter_map(|written| written.lost_key()).collect();
        let known = keys
            .into_iter()
            .zip(node.entries())
            .filter_map(|(written, (_, value))| Some((written.key()?, value)))
            .filter(|(_, value)| !value.is_unwritten())
            .collect();
        (known, lost)
    }

    /// The mappings of a list, numbered from 1; a single mapping is a list of one.
    pub(super) fn mappings(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<(u32, Node<'t>)> {
        let entries: Vec<Node<'t>> = match node.shape() {
            Shape::Sequence => node.children().collect(),
            _ => vec![node],
        };
        let mut mappings = Vec::new();
        for (entry, number) in entries.into_iter().zip(1..) {
            if entry.shape() == Shape::Mapping {
                mappings.push((number, entry));
            } else if !entry.is_unwritten() {
                self.shape_fault(Slip::WantsMapping, entry, field.part(&number.to_string()));
            }
        }
        mappings
    }

    /// The names and values of a mapping whose keys are names, each once. A name without a value is not written.
    pub(super) fn named(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<(Node<'t>, &'t str, Node<'t>)> {
        if node.shape() != Shape::Mapping {
            self.shape_fault(Slip::WantsMapping, node, field);
            return Vec::new();
        }
        let mut list: Vec<(Node<'t>, &'t str, Node<'t>)> = Vec::new();
        let mut seen = FirstUse::default();
        for (key, value) in node.entries() {
            let Some(name) = key.text() else {
                self.fault(Slip::ComplexKey, key.span(), field, &[]);
                continue;
            };
            if let Some(first) = seen.insert(nfc(name), key.span()) {
                let part = field.part_with(name);
                let related = Some((first, "".into()));
                self.fault_with(Slip::SameKeyTwice, key.span(), field.part(&part), &[("key", name)], related);
            } else if !value.is_unwritten() {
                list.push((key, name, value));
            }
        }
        list
    }

    /// Description, tags, notes, sensitivity. Says whether the key is one of them.
    pub(super) fn common(&mut self, field: Field<'_>, key: Key, node: Node<'t>, common: &mut Common) -> bool {
        match key {
            Key::Description => common.description = self.text(field, node),
            Key::Tags => common.tags = self.texts(field, node),
            Key::Notes => common.notes = self.texts(field, node),
            Key::Sensitivity => common.sensitivity = self.word(field, node),
            _ => return false,
        }
        true
    }
}

/// Where each name of a mapping stands first. Most mappings have a few names, which are faster compared than hashed.
#[derive(Default)]
struct FirstUse<'t> {
    few: Vec<(Cow<'t, str>, Span)>,
    many: HashMap<Cow<'t, str>, Span>,
}

impl<'t> FirstUse<'t> {
    /// Adds a name; gives the place where it was used before.
    fn insert(&mut self, name: Cow<'t, str>, at: Span) -> Option<Span> {
        if self.many.is_empty() {
            if let Some((_, first)) = self.few.iter().find(|(known, _)| *known == name) {
                return Some(*first);
            }
            if self.few.len() < 16 {
                self.few.push((name, at));
                return None;
            }
            self.many.extend(self.few.drain(..));
        }
        let first = *self.many.entry(name).or_insert(at);
        (first != at).then_some(first)
    }
}
