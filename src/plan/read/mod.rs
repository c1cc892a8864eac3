//! The located tree into a plan, collecting every fault.
//!
//! Two passes over the tree, neither of which recurses. The first ([`declare`]) finds every id and what each key is;
//! the second reads the fields of one thing after the other and resolves what they refer to. Last, [`suggest`] says of
//! the references that name nothing what was most likely meant.

mod accepting;
mod choice;
mod declare;
mod expects;
mod faults;
mod fields;
mod ids;
mod item;
mod keys;
mod leaks;
mod other_words;
mod people;
mod places;
mod recognise;
mod references;
mod settings;
mod sites;
mod suggest;
mod table;
mod takes;
#[cfg(test)]
mod tests;
mod values;
mod words;

use super::{Id, Kind, Plan, Settings};
pub(crate) use expects::{Expects, Names as MeantNames};
#[cfg(test)]
pub(crate) use ids::is_id;
pub(crate) use ids::{IdFault, id_fault, nfc};
pub(crate) use keys::{Key, Place, section_name};
pub(crate) use references::KindSet;
pub(crate) use sites::{Site, What, sites};
pub(crate) use suggest::nearest;
pub(crate) use table::{ID, Row};
pub(crate) use takes::{Takes, words};
pub(crate) use words::{OfConstituency, OfParty, ReportRhythm, Word, degrees, meant_word, word_of};

use crate::source::{
    Fault, FaultKind, Leak, Node, Shape, Slip, Source, Span, Tree, leaks_of_plan, missing_space, value_slip,
};
use declare::{Entry, title_key};
use faults::{Faults, Field, found};
use recognise::Written;
use references::{Shadows, Unresolved};
use std::collections::{HashMap, HashSet};

/// A plan and every fault that was met on the way to it.
#[derive(Debug)]
pub struct Reading {
    /// The plan; nothing where the text has no ambition.
    pub plan: Option<Plan>,
    /// The faults, in the order of the text.
    pub faults: Vec<Fault>,
}

/// Reads a plan from its located tree, with the format's own thresholds where it says nothing.
///
/// An ambition that is there but cannot be read is a fault like any other, and the plan is given without its title. A
/// text without any ambition gives no plan, but all its faults.
#[must_use]
pub fn read(source: &Source, tree: &Tree) -> Reading {
    read_over(source, tree, &Settings::default())
}

/// The same, with these thresholds where the plan says nothing.
#[must_use]
pub fn read_over(source: &Source, tree: &Tree, thresholds: &Settings) -> Reading {
    let only = |fault| Reading { plan: None, faults: vec![fault] };
    let Some(root) = tree.root(source).filter(|root| !root.is_unwritten()) else {
        return only(Fault::of_text(Slip::Empty, Span::default()));
    };
    if root.shape() != Shape::Mapping {
        let no_plan = || Fault::of_text(Slip::NotAPlan, root.span()).with("found", found(root));
        return only(value_slip(root).unwrap_or_else(no_plan));
    }
    let mut reader = Reader::new(source, leaks_of_plan(source, tree));
    reader.plan.settings = thresholds.clone();
    reader.declare(root);
    reader.read_fields(root);
    reader.hold_leaks(tree);
    reader.read_accepting_comments(tree);
    reader.finish()
}

/// Whether this is a field of the plan itself, or a section of it.
pub(crate) fn is_field_of_plan(name: &str) -> bool {
    Key::find(name).is_some_and(|key| Place::Plan.allowed().has(key))
}

/// Whether this is a key of the format, wherever it belongs.
pub(crate) fn is_key(name: &str) -> bool {
    Key::find(name).is_some()
}

/// A plan on its way out of the tree.
struct Reader<'t> {
    source: &'t Source,
    /// What in the text could lead somebody to a person.
    leaks: Vec<Leak>,
    plan: Plan,
    faults: Faults,
    /// Everything with an id, in the order of the text.
    entries: Vec<Entry<'t>>,
    /// What the keys of the plan and of each entry are, in the order in which they were looked at.
    written: Vec<Written>,
    /// The first places of the keys of the mapping that is being looked at.
    firsts: Vec<(Key, Span)>,
    /// The key of the ambition, and its entry.
    ambition_key: Option<Span>,
    ambition_entry: Option<u32>,
    /// Entries of each kind so far: what made ids are numbered by.
    counts: [u32; KINDS],
    /// Things of each kind so far, those of the five levels under `Ambition`.
    indices: [u32; KINDS],
    /// The ids of the choices, by index.
    choice_ids: Vec<Id>,
    /// Names of entries that are not in the plan.
    lost_names: HashMap<u32, Box<str>>,
    /// Entries of which a comma cut the title in two.
    cut_titles: HashSet<u32>,
    shadows: Shadows,
    unresolved: Vec<Unresolved<'t>>,
}

/// How many kinds of things there are.
const KINDS: usize = Kind::Option as usize + 1;

impl<'t> Reader<'t> {
    fn new(source: &'t Source, leaks: Vec<Leak>) -> Self {
        let mut indices = [0; KINDS];
        // The ambition is the first item, wherever it stands.
        indices[Kind::Ambition as usize] = 1;
        Self {
            source,
            leaks,
            plan: Plan::default(),
            faults: Faults::default(),
            entries: Vec::new(),
            written: Vec::new(),
            firsts: Vec::new(),
            ambition_key: None,
            ambition_entry: None,
            counts: [0; KINDS],
            indices,
            choice_ids: Vec::new(),
            lost_names: HashMap::new(),
            cut_titles: HashSet::new(),
            shadows: Shadows::default(),
            unresolved: Vec::new(),
        }
    }

    /// The second pass: the fields of the plan, then of each thing.
    fn read_fields(&mut self, root: Node<'t>) {
        self.plan.items.reserve_exact(self.indices[Kind::Ambition as usize] as usize);
        if let Some(ambition) = self.ambition_entry {
            self.read_item(ambition);
        }
        for number in 0..self.entries.len() as u32 {
            match self.entries[number as usize].kind {
                Kind::Ambition if self.ambition_entry == Some(number) => {}
                Kind::Ambition | Kind::Goal | Kind::Objective | Kind::Activity | Kind::Task => {
                    self.read_item(number);
                }
                Kind::Person => self.read_person(number),
                Kind::Organisation => self.read_organisation(number),
                Kind::Party => self.read_party(number),
                Kind::Other => self.read_other(number),
                Kind::Constituency => self.read_constituency(number),
                Kind::Donor => self.read_donor(number),
                Kind::Choice => self.read_choice(number),
                // Read with its choice.
                Kind::Option => {}
                Kind::Assumption => self.read_assumption(number),
                Kind::Scenario => self.read_scenario(number),
                Kind::Lesson => self.read_lesson(number),
            }
        }
        self.read_plan(root);
    }

    fn finish(mut self) -> Reading {
        suggest::complete(&mut self.faults, &self.unresolved, &self.plan.names);
        if self.ambition_entry.is_none() {
            self.fault(Slip::NoAmbition, Span::default(), Field::of(None).key(Key::Ambition), &[]);
        }
        self.plan.complete = self.faults.is_empty();
        let faults = self.faults.sorted();
        for fault in &faults {
            // What a misspelt link was meant to support has its support, as far as anybody can tell.
            let is_link =
                fault.slip.kind() == FaultKind::UnknownId && fault.path.contains(Key::Supports.name());
            let meant = fault.args.iter().find(|(name, _)| *name == "meant").filter(|_| is_link);
            if let Some(meant) = meant.and_then(|(_, meant)| self.plan.names.find(meant)) {
                self.plan.faulty.insert((Some(meant), "supporters"));
            }
        }
        let plan = self.ambition_entry.is_some().then_some(self.plan);
        Reading { plan, faults }
    }

    /// The next field of a thing that is written: what it is and its value. `next` is where to go on in the keys.
    fn fields_of(&self, number: u32) -> Fields<'t> {
        let entry = &self.entries[number as usize];
        Fields { entries: entry.value.entries(), next: entry.keys as usize }
    }

    /// Reads a thing: its title, and each of its other fields by `read`. A bare text is the title.
    fn read_thing(&mut self, number: u32, read: &mut dyn FnMut(&mut Self, Field<'_>, Key, Node<'t>)) {
        let title_key = title_key(self.entries[number as usize].kind);
        let mut title = self.bare_title(number);
        let mut fields = self.fields_of(number);
        while let Some((key, value)) = fields.next(self) {
            let field = Field::of(Some(number)).key(key);
            if key == title_key {
                title = self.text(field, value);
            } else if key == Key::Id {
                // Taken when it was declared; here only its shape is looked at.
                self.scalar(field, value);
            } else {
                read(self, field, key, value);
            }
        }
        self.take_title(number, title);
    }

    /// Gives a thing its title. Says it where there is none and one is required.
    fn take_title(&mut self, number: u32, title: Option<super::Text>) {
        let Entry { id, kind, at, .. } = self.entries[number as usize];
        let key = title_key(kind);
        if title.is_none() && needs_title(kind) && !self.is_marked(number, key) {
            let field = Field::of(Some(number)).key(key);
            self.fault(Slip::NoTitle, at, field, &[("what", keys::section_name(kind))]);
        }
        if let (Some(id), Some(title)) = (id, title) {
            self.plan.names.set_title(id, title);
        }
    }

    /// The title of a thing that is written as a bare text.
    fn bare_title(&mut self, number: u32) -> Option<super::Text> {
        let Entry { value, kind, .. } = self.entries[number as usize];
        if !matches!(value.shape(), Shape::Scalar(_)) || self.cut_titles.contains(&number) {
            return None;
        }
        let field = Field::of(Some(number)).key(title_key(kind));
        let glued = missing_space(value).and_then(|name| Some((name, Key::find(name)?)));
        if let Some((name, _)) = glued.filter(|(_, key)| Place::In(kind).allowed().has(*key)) {
            // `title:Foo` where a mapping is meant: no title, but a key without its space.
            let colon = value.span().start as usize + name.len();
            self.fault(Slip::NoSpaceAfterColon, Span::new(colon, colon + 1), field, &[("key", name)]);
            return None;
        }
        self.text(field, value)
    }
}

/// Whether a thing of this kind must have a title: items of the five levels must. The format asks no title of people,
/// choices and the rest; without one, they are called by their id.
fn needs_title(kind: Kind) -> bool {
    kind.level().is_some()
}

/// The fields of a thing on the way through them.
struct Fields<'t> {
    entries: crate::source::Entries<'t>,
    next: usize,
}

impl<'t> Fields<'t> {
    /// The next key that is known and has a value, and the value.
    fn next(&mut self, reader: &Reader<'t>) -> Option<(Key, Node<'t>)> {
        loop {
            let (_, value) = self.entries.next()?;
            let written = reader.written[self.next];
            self.next += 1;
            if let Some(key) = written.key()
                && !value.is_unwritten()
            {
                return Some((key, value));
            }
        }
    }
}
