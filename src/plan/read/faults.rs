//! Collecting faults, and saying in which field of which thing each of them is.

use super::Reader;
use super::keys::{Key, section_name};
use crate::plan::Kind;
use crate::source::{Fault, Node, Shape, Slip, Span, masked, value_slip};

/// The most faults that are told of one plan. Nobody reads more, and a file of half a gigabyte may hold a hundred
/// million.
const MOST: usize = 100_000;

/// The most characters of a value or a key that a fault repeats.
const SHOWN: usize = 160;

/// The most things of a path that are named, from the innermost outwards.
const PATH_DEPTH: usize = 8;

/// The faults met so far.
#[derive(Debug, Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
    untold: usize,
}

impl Faults {
    /// Adds a fault; gives its number, or nothing where there are too many already.
    fn push(&mut self, fault: Fault) -> Option<usize> {
        if self.list.len() == MOST {
            self.untold += 1;
            return None;
        }
        self.list.push(fault);
        Some(self.list.len() - 1)
    }

    /// Whether no more of them are told: then nothing needs to be found out about them.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() == MOST
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    pub(super) fn get_mut(&mut self, number: usize) -> &mut Fault {
        &mut self.list[number]
    }

    /// All of them, by place.
    pub(super) fn sorted(mut self) -> Vec<Fault> {
        self.list.sort_by_key(|fault| (fault.at, fault.slip));
        if self.untold > 0
            && let Some(last) = self.list.last()
        {
            let told = Fault::of_text(Slip::TooManyFaults, last.at).with("limit", MOST.to_string());
            self.list.push(told);
        }
        self.list
    }
}

/// A field: of the plan or of a thing, and of a mapping inside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field<'a> {
    /// The thing, as an index into the entries; nothing for the plan itself.
    pub(super) entry: Option<u32>,
    /// The field; nothing for the thing as a whole.
    pub(super) outer: Option<Key>,
    /// A name inside it, the number of an entry in a list, or a key that the format does not know.
    pub(super) part: Option<&'a str>,
    /// A key inside that.
    pub(super) inner: Option<Key>,
}

impl<'a> Field<'a> {
    /// The thing itself; the plan where there is none.
    pub(super) fn of(entry: Option<u32>) -> Self {
        Self { entry, outer: None, part: None, inner: None }
    }

    /// This field of it.
    pub(super) fn key(self, key: Key) -> Self {
        if self.outer.is_some() {
            Self { inner: Some(key), ..self }
        } else {
            Self { outer: Some(key), ..self }
        }
    }

    /// This name in it.
    pub(super) fn part(self, part: &'a str) -> Self {
        Self { part: Some(part), ..self }
    }

    /// The part of it that has this name.
    pub(super) fn part_with(self, name: &str) -> String {
        self.part.map_or_else(|| name.to_owned(), |part| format!("{part}.{name}"))
    }

    /// What the field is called in a sentence.
    fn name(&self) -> &'a str {
        let last = |part: &'a str| part.rsplit_once('.').map_or(part, |(_, last)| last);
        // The number of an entry in a list says nothing in a sentence.
        let is_name = |part: &&str| !part.bytes().all(|byte| byte.is_ascii_digit());
        let part = self.part.map(last).filter(is_name);
        self.inner.map(Key::name).or(part).or(self.outer.map(Key::name)).unwrap_or("plan")
    }

    /// The name under which [`crate::plan::Plan::faulty`] knows it.
    fn mark(&self) -> Option<&'static str> {
        match (self.outer, self.inner) {
            (Some(Key::SetUp | Key::Settings), Some(inner)) => Some(inner.name()),
            (outer, _) => outer.map(Key::name),
        }
    }
}

/// What a node is, as the faults of shape name it.
pub(super) fn found(node: Node<'_>) -> &'static str {
    match node.shape() {
        Shape::Mapping => "mapping",
        Shape::Sequence => "list",
        Shape::Scalar(_) => "text",
    }
}

/// The beginning of a text, as a fault repeats it: what could lead somebody to a person is masked before it is cut.
pub(super) fn shown(text: &str) -> Box<str> {
    let head = text.char_indices().nth(SHOWN * 8).map_or(text, |(end, _)| &text[..end]);
    let masked = masked(head);
    match masked.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &masked[..end]).into(),
        None => masked.into(),
    }
}

impl Reader<'_> {
    /// A fault in this field, which counts as not written. `args` are the words of the sentence, beside `field`.
    pub(super) fn fault(&mut self, slip: Slip, at: Span, field: Field<'_>, args: &[(&'static str, &str)]) {
        self.fault_with(slip, at, field, args, None);
    }

    /// The same with another place that belongs to it. Gives the number of the fault.
    pub(super) fn fault_with(
        &mut self,
        slip: Slip,
        at: Span,
        field: Field<'_>,
        args: &[(&'static str, &str)],
        related: Option<(Span, Box<str>)>,
    ) -> Option<usize> {
        self.mark(field);
        if self.faults.is_full() {
            self.faults.untold += 1;
            return None;
        }
        let fault = Fault {
            slip,
            at,
            holder: field.entry.map(|entry| self.holder(entry)),
            path: self.path(field),
            args: args.iter().map(|(word, value)| (*word, self.repeated(at, word, value))).collect(),
            related,
        };
        self.faults.push(fault)
    }

    /// A word of a sentence. Where it repeats what stands in the text, it is masked as that is.
    fn repeated(&self, at: Span, word: &str, value: &str) -> Box<str> {
        let is_repeated = matches!(word, "id" | "key" | "rest" | "value");
        if is_repeated { shown(&self.kept(value, at)) } else { shown(value) }
    }

    /// A fault that the source's own reader found in the text of a value.
    pub(super) fn fault_of_text(&mut self, fault: Fault, field: Field<'_>) {
        self.mark(field);
        let holder = field.entry.map(|entry| self.holder(entry));
        self.faults.push(Fault { holder, path: self.path(field), ..fault });
    }

    /// A fault whose sentence names the field and the value.
    pub(super) fn value_fault(
        &mut self,
        slip: Slip,
        at: Span,
        field: Field<'_>,
        value: &str,
        args: &[(&'static str, &str)],
    ) {
        let mut all = vec![("value", value), ("field", field.name())];
        all.extend(args);
        self.fault(slip, at, field, &all);
    }

    /// A value of the wrong shape.
    pub(super) fn shape_fault(&mut self, slip: Slip, node: Node<'_>, field: Field<'_>) {
        // `who:` with a no-break space behind it is one text, and that is what its writer has to know.
        match value_slip(node) {
            Some(slip) => self.fault_of_text(slip, field),
            None => self.fault(slip, node.span(), field, &[("field", field.name()), ("found", found(node))]),
        }
    }

    /// Notes that the field could not be taken. What is itself not in the plan needs no note.
    pub(super) fn mark(&mut self, field: Field<'_>) {
        let holder = match field.entry {
            None => None,
            Some(entry) => match self.entries[entry as usize].id {
                Some(id) => Some(id),
                None => return,
            },
        };
        if let Some(name) = field.mark() {
            self.plan.faulty.insert((holder, name));
        }
    }

    /// Whether the field of this thing could not be taken.
    pub(super) fn is_marked(&self, entry: u32, key: Key) -> bool {
        match self.entries[entry as usize].id {
            Some(id) => self.plan.is_faulty(Some(id), key.name()),
            // Nothing is noted about what is not in the plan; better one fault too few there.
            None => !self.faults.is_empty(),
        }
    }

    /// The id of the thing; for an option, that of its choice.
    fn holder(&self, entry: u32) -> Box<str> {
        let thing = &self.entries[entry as usize];
        match thing.parent {
            Some(choice) if thing.kind == Kind::Option => self.entry_name(choice).into(),
            _ => self.entry_name(entry).into(),
        }
    }

    /// The id of a thing, also of one that is not in the plan; of an option, its name within the choice.
    pub(super) fn entry_name(&self, entry: u32) -> &str {
        let thing = &self.entries[entry as usize];
        let name = match thing.id {
            Some(id) => self.plan.names.name(id),
            None => self.lost_names.get(&entry).map_or("", |name| name),
        };
        if thing.kind == Kind::Option { name.split_once('.').map_or(name, |(_, own)| own) } else { name }
    }

    /// The keys that lead to a field, joined by full stops.
    fn path(&self, field: Field<'_>) -> Box<str> {
        let mut steps: Vec<&str> = Vec::new();
        steps.extend(field.inner.map(Key::name));
        let part = field.part.map(shown);
        steps.extend(part.as_deref());
        steps.extend(field.outer.map(Key::name));
        let mut next = field.entry;
        for depth in 0.. {
            let Some(entry) = next else { break };
            if depth == PATH_DEPTH {
                steps.push("…");
                break;
            }
            let thing = &self.entries[entry as usize];
            if thing.kind != Kind::Ambition {
                steps.push(super::ids::shortened(self.entry_name(entry)));
            }
            steps.push(section_name(thing.kind));
            next = thing.parent;
        }
        steps.reverse();
        steps.join(".").into()
    }
}
