//! What is written on a thing, field by field. Defaults are not filled in: a plan says what it says.

mod choice;
mod item;
mod people;
mod whole;

use super::field::Field;
use super::pairs::{Pairs, Side};
use super::value::{Part, Value, order_of_parts, order_of_values};
use crate::plan::{Common, Id, Kind, Plan, Ref, Text, word_of};
use crate::source::Located;
use jiff::civil::Date;
use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap};

/// One value of one field.
#[derive(Debug, Clone)]
pub(super) struct Fact<'a> {
    pub field: Field,
    pub part: Part<'a>,
    pub value: Value<'a>,
}

/// One plan, and what is needed to compare what it says.
pub(super) struct Facts<'a> {
    pub plan: &'a Plan,
    pub side: Side,
    pub pairs: &'a Pairs,
    /// See [`excluded`].
    excludes: HashMap<Id, Vec<Id>>,
    /// The entries under `accepted`, by what they are about.
    accepted: HashMap<Option<Id>, Vec<usize>>,
    found: Vec<Fact<'a>>,
}

impl<'a> Facts<'a> {
    /// The facts of this plan.
    pub(super) fn of(plan: &'a Plan, side: Side, pairs: &'a Pairs, excludes: HashMap<Id, Vec<Id>>) -> Self {
        let mut accepted: HashMap<_, Vec<usize>> = HashMap::new();
        for (index, entry) in plan.accepted.iter().enumerate() {
            accepted.entry(entry.item.map(|item| item.value)).or_default().push(index);
        }
        Self { plan, side, pairs, excludes, accepted, found: Vec::new() }
    }

    /// What is written on a thing: by field, then by part, then by value. The other plan's thing is the same one.
    pub(super) fn of_thing(&mut self, id: Id, other: (&Plan, Id)) -> Vec<Fact<'a>> {
        let plan = self.plan;
        let thing = plan.names.get(id);
        if thing.kind.level().is_some() {
            self.add(Field::Level, Value::Word(thing.kind.name()));
        }
        self.text(Field::Title, thing.title.as_ref());
        let index = thing.index as usize;
        match thing.kind {
            Kind::Ambition | Kind::Goal | Kind::Objective | Kind::Activity | Kind::Task => {
                self.item(&plan.items[index], other.0.item(other.1));
            }
            Kind::Person => self.person(&plan.people[index]),
            Kind::Organisation => self.common(&plan.organisations[index].common),
            Kind::Party => self.party(&plan.parties[index]),
            Kind::Other => self.other(&plan.others[index]),
            Kind::Constituency => self.common(&plan.constituencies[index].common),
            Kind::Donor => self.donor(&plan.donors[index]),
            Kind::Choice => self.choice(&plan.choices[index]),
            Kind::Option => self.option(&plan.choices[index], id),
            Kind::Assumption => self.assumption(&plan.assumptions[index]),
            Kind::Scenario => self.scenario(&plan.scenarios[index]),
            Kind::Lesson => self.lesson(&plan.lessons[index]),
        }
        self.accepted_about(Some(id));
        self.taken()
    }

    /// What the plan says of itself, and what it accepts that is about the whole of it.
    pub(super) fn of_plan(&mut self) -> Vec<Fact<'a>> {
        self.whole();
        self.taken()
    }

    fn taken(&mut self) -> Vec<Fact<'a>> {
        let mut facts = std::mem::take(&mut self.found);
        facts.sort_by(|a, b| order(self.pairs, (self.side, a), (self.side, b)));
        facts
    }

    fn push(&mut self, field: Field, part: Part<'a>, value: Value<'a>) {
        self.found.push(Fact { field, part, value });
    }

    fn add(&mut self, field: Field, value: Value<'a>) {
        self.push(field, Part::Whole, value);
    }

    fn text(&mut self, field: Field, text: Option<&'a Text>) {
        if let Some(text) = text {
            self.add(field, Value::text(&text.value));
        }
    }

    fn texts(&mut self, field: Field, texts: &'a [Text]) {
        for text in texts {
            self.add(field, Value::text(&text.value));
        }
    }

    fn thing(&mut self, field: Field, thing: Option<Ref>) {
        if let Some(thing) = thing {
            self.add(field, Value::Thing(thing.id));
        }
    }

    fn things(&mut self, field: Field, things: &[Ref]) {
        for thing in things {
            self.add(field, Value::Thing(thing.id));
        }
    }

    fn day(&mut self, field: Field, day: Option<Located<Date>>) {
        if let Some(day) = day {
            self.add(field, Value::Day(day.value));
        }
    }

    fn word(&mut self, field: Field, word: Option<&'static str>) {
        if let Some(word) = word {
            self.add(field, Value::Word(word));
        }
    }

    fn yes_no(&mut self, field: Field, yes: Option<Located<bool>>) {
        if let Some(yes) = yes {
            self.add(field, Value::YesNo(yes.value));
        }
    }

    /// What may be written on everything with an id.
    fn common(&mut self, common: &'a Common) {
        self.text(Field::Description, common.description.as_ref());
        self.texts(Field::Tags, &common.tags);
        self.texts(Field::Notes, &common.notes);
        self.word(Field::Sensitivity, common.sensitivity.map(|one| word_of(one.value)));
    }
}

/// What cannot go with an option, in one of the plans alone. It works both ways, so it may be written at either option:
/// it is told where it is written, unless that option is not in both plans.
pub(super) fn excluded(old: &Plan, new: &Plan, pairs: &Pairs) -> [HashMap<Id, Vec<Id>>; 2] {
    let written = |plan: &Plan, side: Side| -> BTreeMap<(u32, u32), (Id, Id)> {
        let mut written = BTreeMap::new();
        for choice in &plan.choices {
            for (own, other) in &choice.excludes {
                let (own, other) = (choice.options[own.value as usize].id, plan.option_id(*other));
                let (a, b) = (pairs.key(side, own), pairs.key(side, other));
                let swap = !pairs.is_in_both(side, own);
                written.entry((a.min(b), a.max(b))).or_insert(if swap { (other, own) } else { (own, other) });
            }
        }
        written
    };
    let (before, now) = (written(old, Side::Old), written(new, Side::New));
    let alone = |these: &BTreeMap<_, (Id, Id)>, others: &BTreeMap<_, _>| {
        let mut alone: HashMap<Id, Vec<Id>> = HashMap::new();
        for (_, (own, other)) in these.iter().filter(|(both, _)| !others.contains_key(*both)) {
            alone.entry(*own).or_default().push(*other);
        }
        alone
    };
    [alone(&before, &now), alone(&now, &before)]
}

/// Orders facts of the two plans by what they are about.
pub(super) fn order_of_fields(pairs: &Pairs, a: (Side, &Fact<'_>), b: (Side, &Fact<'_>)) -> Ordering {
    (a.1.field.family().cmp(&b.1.field.family()))
        .then_with(|| order_of_parts(pairs, (a.0, &a.1.part), (b.0, &b.1.part)))
        .then_with(|| a.1.field.cmp(&b.1.field))
}

fn order(pairs: &Pairs, a: (Side, &Fact<'_>), b: (Side, &Fact<'_>)) -> Ordering {
    order_of_fields(pairs, a, b).then_with(|| order_of_values(pairs, (a.0, &a.1.value), (b.0, &b.1.value)))
}
