//! Two plans beside each other: what has changed, and what of it makes a difference to what is weak.
//!
//! [`Changes::of`] compares what is written; [`Weak::of`] what was found and what falls with each thing. Neither knows
//! words: those come from [`crate::report::compare`].

mod facts;
mod field;
mod pairs;
mod value;
mod veil;
mod weak;

pub use field::{Field, What};
pub use pairs::{Pairs, Side};
pub use value::{Part, Value};
pub use weak::{LossChange, Weak};

use crate::check::Check;
use crate::plan::{Id, Kind, Plan, Sensitivity};
use facts::{Fact, Facts, order_of_fields};
use std::cmp::Ordering;
use value::order_of_values;

/// Two checked plans, and all that is another in the second.
#[derive(Debug)]
pub struct Comparison {
    /// The plan as it was.
    pub old: Check,
    /// The plan as it is.
    pub new: Check,
    /// Which thing of the one is which of the other.
    pub pairs: Pairs,
    /// What has changed in the plan; nothing where one of the two cannot be read.
    pub changes: Changes,
    /// What has changed in what is weak about it. Where the old plan cannot be read, all that is found is new.
    pub weak: Weak,
    /// Things that are as secret in the new plan only because they were in the old one, and what they are in the new.
    veiled: Vec<(Id, Sensitivity)>,
}

impl Comparison {
    /// Puts two checked plans beside each other. From then on each thing that is in both is as secret in both as it is
    /// where it is more so: what has become secret must not be told by what it was called before.
    #[must_use]
    pub fn of(mut old: Check, mut new: Check) -> Self {
        let (Some(before), Some(now)) = (&mut old.plan, &mut new.plan) else {
            let ids = |check: &Check| check.plan.as_ref().map_or(0, |plan| plan.names.len());
            let pairs = Pairs::none(ids(&old), ids(&new));
            let weak = Weak::of(&old, &new, &pairs);
            return Self { old, new, pairs, changes: Changes::default(), weak, veiled: Vec::new() };
        };
        let pairs = Pairs::of(before, now);
        let changes = Changes::of(before, now, &pairs);
        let veiled = veil::draw(before, now, &pairs);
        let weak = Weak::of(&old, &new, &pairs);
        Self { old, new, pairs, changes, weak, veiled }
    }

    /// The new plan as it was checked, for what is told of it alone.
    #[must_use]
    pub fn into_new(self) -> Check {
        let mut new = self.new;
        if let Some(plan) = &mut new.plan {
            self.veiled.into_iter().for_each(|(id, is)| plan.set_sensitivity(id, is));
        }
        new
    }

    /// Whether nothing has changed at all.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.changes.all.is_empty() && self.weak.is_none()
    }
}

/// A thing of one plan or of both; neither: the plan itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct About {
    /// What it is in the old plan.
    pub old: Option<Id>,
    /// What it is in the new plan.
    pub new: Option<Id>,
}

/// What a changed field is about, where it holds several things.
#[derive(Debug, Clone, PartialEq)]
pub enum ChangedPart {
    /// The field is about nothing but its thing.
    Whole,
    /// Another thing.
    Thing(About),
    /// A name within the thing.
    Name(Box<str>),
    /// A day.
    Day(Option<jiff::civil::Date>),
}

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What has become of it.
    pub what: What,
    /// Of what.
    pub about: About,
    /// Which field; nothing where the thing has come or gone.
    pub field: Option<Field>,
    /// Which part of the field.
    pub part: ChangedPart,
    /// What is gone: the value before, or the values of a list that are no longer in it. Ids are of the old plan.
    pub old: Vec<Value<'static>>,
    /// What has come: the value now, or the values that are new in a list. Ids are of the new plan.
    pub new: Vec<Value<'static>>,
}

/// All that has changed from one plan to another: the plan itself first, then kind by kind in the order of the new
/// text, and what is gone at the end of its kind.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// The changes.
    pub all: Vec<Change>,
}

impl Changes {
    /// What has changed between these two plans, of which these things are the same.
    #[must_use]
    pub fn of(old: &Plan, new: &Plan, pairs: &Pairs) -> Self {
        let [not_before, not_now] = facts::excluded(old, new, pairs);
        let mut sides = Sides {
            old: Facts::of(old, Side::Old, pairs, not_before),
            new: Facts::of(new, Side::New, pairs, not_now),
            pairs,
            all: Vec::new(),
        };
        let (before, now) = (sides.old.of_plan(), sides.new.of_plan());
        sides.fields(About::default(), &before, &now);
        let mut by_kind: Vec<(Kind, About)> = new
            .names
            .iter()
            .map(|(id, thing)| (thing.kind, About { old: pairs.old_of(id), new: Some(id) }))
            .collect();
        let gone = old.names.iter().filter(|(id, _)| pairs.new_of(*id).is_none());
        by_kind.extend(gone.map(|(id, thing)| (thing.kind, About { old: Some(id), new: None })));
        by_kind.sort_by_key(|(kind, _)| told_at(*kind));
        for (_, about) in by_kind {
            sides.thing(about);
        }
        Self { all: sides.all }
    }

    /// How many there are of this.
    #[must_use]
    pub fn count(&self, what: What) -> usize {
        self.all.iter().filter(|change| change.what == what).count()
    }
}

/// Where a kind is told: the levels from the top, then the people, and so on. An option stands with the choices.
fn told_at(kind: Kind) -> u8 {
    match kind {
        Kind::Ambition => 0,
        Kind::Goal => 1,
        Kind::Objective => 2,
        Kind::Activity => 3,
        Kind::Task => 4,
        Kind::Person => 5,
        Kind::Organisation => 6,
        Kind::Party => 7,
        Kind::Constituency => 8,
        Kind::Other => 9,
        Kind::Donor => 10,
        Kind::Choice | Kind::Option => 11,
        Kind::Assumption => 12,
        Kind::Scenario => 13,
        Kind::Lesson => 14,
    }
}

struct Sides<'a> {
    old: Facts<'a>,
    new: Facts<'a>,
    pairs: &'a Pairs,
    all: Vec<Change>,
}

impl Sides<'_> {
    fn thing(&mut self, about: About) {
        let (Some(old), Some(new)) = (about.old, about.new) else {
            let what = if about.old.is_none() { What::Added } else { What::Removed };
            let part = ChangedPart::Whole;
            self.all.push(Change { what, about, field: None, part, old: Vec::new(), new: Vec::new() });
            return;
        };
        self.id(about, old, new);
        let before = self.old.of_thing(old, (self.new.plan, new));
        let now = self.new.of_thing(new, (self.old.plan, old));
        let first = self.all.len();
        self.fields(about, &before, &now);
        let nested = self.all[first..].iter().position(|change| change.field == Some(Field::NestedIn));
        if let Some(nested) = nested
            && self.is_told_by_support(old, new)
        {
            self.all.remove(first + nested);
        }
    }

    /// A new id. One that was made from a place in a list says nothing about the thing, and that of an option's choice
    /// is told at the choice.
    fn id(&mut self, about: About, old: Id, new: Id) {
        let (before, now) = (self.old.plan.names.get(old), self.new.plan.names.get(new));
        let own = |name: &str, kind: Kind| match name.split_once('.') {
            Some((_, own)) if kind == Kind::Option => own.to_owned(),
            _ => name.to_owned(),
        };
        let (old, new) = (own(&before.name, before.kind), own(&now.name, now.kind));
        if old != new && !(before.is_made && now.is_made) {
            let text = |name: String| vec![Value::Text(name.into())];
            let (what, field, part) = (What::Renamed, Some(Field::Id), ChangedPart::Whole);
            self.all.push(Change { what, about, field, part, old: text(old), new: text(new) });
        }
    }

    /// Whether the place in which an item stands has changed together with what it leads to, so that one change says
    /// both.
    fn is_told_by_support(&self, old: Id, new: Id) -> bool {
        let leads_to = |facts: &Facts<'_>, id: Id| {
            let item = facts.plan.item(id)?;
            let key = |id: Id| self.pairs.key(facts.side, id);
            let holder = item.holder.map(|holder| key(facts.plan.items[holder as usize].id));
            let mut leads_to: Vec<u32> = item.supports.iter().map(|link| key(link.id)).collect();
            leads_to.extend(holder);
            Some((holder, leads_to))
        };
        let (Some((before, led_to)), Some((now, leads_to))) =
            (leads_to(&self.old, old), leads_to(&self.new, new))
        else {
            return false;
        };
        before.is_none_or(|holder| !leads_to.contains(&holder))
            && now.is_none_or(|holder| !led_to.contains(&holder))
    }

    /// The fields of which the values differ.
    fn fields(&mut self, about: About, before: &[Fact<'_>], now: &[Fact<'_>]) {
        let (mut before, mut now) = (before, now);
        // What is told of a part where the part itself comes or goes.
        let mut has_come_or_gone = false;
        while let Some(order) = self.order(before.first(), now.first()) {
            let first = if order == Ordering::Greater { now.first() } else { before.first() };
            let Some(first) = first else { break };
            let side = if order == Ordering::Greater { Side::New } else { Side::Old };
            let same = |facts: &[Fact<'_>], of: Side| {
                let is_same =
                    |fact: &&Fact<'_>| order_of_fields(self.pairs, (side, first), (of, fact)).is_eq();
                facts.iter().take_while(is_same).count()
            };
            let (old_count, new_count) = (same(before, Side::Old), same(now, Side::New));
            let (old, old_rest) = before.split_at(old_count);
            let (new, new_rest) = now.split_at(new_count);
            (before, now) = (old_rest, new_rest);
            if first.field.parent().is_none() {
                has_come_or_gone = old.is_empty() || new.is_empty();
            } else if has_come_or_gone {
                continue;
            }
            self.field(about, old, new);
        }
    }

    fn order(&self, before: Option<&Fact<'_>>, now: Option<&Fact<'_>>) -> Option<Ordering> {
        match (before, now) {
            (None, None) => None,
            (Some(_), None) => Some(Ordering::Less),
            (None, Some(_)) => Some(Ordering::Greater),
            (Some(before), Some(now)) => {
                Some(order_of_fields(self.pairs, (Side::Old, before), (Side::New, now)))
            }
        }
    }

    /// One field: what is in one of the plans alone.
    fn field(&mut self, about: About, old: &[Fact<'_>], new: &[Fact<'_>]) {
        let Some(fact) = old.first().or(new.first()) else { return };
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        let (mut before, mut now) = (old.iter().peekable(), new.iter().peekable());
        loop {
            let order = match (before.peek(), now.peek()) {
                (None, None) => break,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(a), Some(b)) => {
                    order_of_values(self.pairs, (Side::Old, &a.value), (Side::New, &b.value))
                }
            };
            let (a, b) = (before.next_if(|_| order.is_le()), now.next_if(|_| order.is_ge()));
            if order.is_ne() {
                gone.extend(a.map(|fact| fact.value.clone().into_owned()));
                come.extend(b.map(|fact| fact.value.clone().into_owned()));
            }
        }
        if gone.is_empty() && come.is_empty() {
            return;
        }
        let part = self.part(old.first(), new.first());
        let field = Some(fact.field);
        self.all.push(Change { what: fact.field.what(), about, field, part, old: gone, new: come });
    }

    fn part(&self, old: Option<&Fact<'_>>, new: Option<&Fact<'_>>) -> ChangedPart {
        match new.or(old).map(|fact| &fact.part) {
            None | Some(Part::Whole) => ChangedPart::Whole,
            Some(Part::Name { name, .. }) => ChangedPart::Name((*name).into()),
            Some(Part::Day(day)) => ChangedPart::Day(*day),
            Some(Part::Thing(id)) => ChangedPart::Thing(match new {
                Some(_) => About { old: self.pairs.old_of(*id), new: Some(*id) },
                None => About { old: Some(*id), new: self.pairs.new_of(*id) },
            }),
        }
    }
}
