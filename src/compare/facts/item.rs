//! What is written on an item of the five levels.

use super::Facts;
use crate::compare::field::Field;
use crate::compare::value::{Part, Value};
use crate::plan::{Degree, Funding, Item, Kind, Link, Needs, Sign, Text, Work, word_of};
use std::collections::HashSet;

impl<'a> Facts<'a> {
    pub(super) fn item(&mut self, item: &'a Item, other: Option<&Item>) {
        // What is nested in a thing supports it, whether or not it says so as well.
        let holder = item.holder.map(|holder| self.plan.items[holder as usize].id);
        for id in item.supports.iter().map(|link| link.id).filter(|id| Some(*id) != holder).chain(holder) {
            self.add(Field::Supports, Value::Thing(id));
        }
        if let Some(holder) = holder {
            self.add(Field::NestedIn, Value::Thing(holder));
        }
        if let Some(needs) = item.needs {
            let value = match needs.value {
                Needs::Any => Value::Word("any"),
                Needs::All => Value::Word("all"),
                Needs::Count(count) => Value::Count(u64::from(count)),
            };
            self.add(Field::Needs, value);
        }
        self.text(Field::Because, item.because.as_ref());
        self.things(Field::Assumes, &item.assumes);
        self.word(Field::Status, item.status.map(|status| word_of(status.value)));
        self.day(Field::Start, item.start);
        self.day(Field::End, item.end);
        self.things(Field::FeedsBack, &item.feeds_back);
        self.word(Field::Track, item.track.map(|track| word_of(track.value)));
        self.signs(&item.signs, other.map_or(&[], |other| &other.signs));
        if let Some(work) = item.work.as_deref() {
            self.work(work);
        }
        if let Some(common) = item.common.as_deref() {
            self.common(common);
        }
    }

    /// Signs are known again by their names; by their words, where nobody gave them one or it is in one plan alone.
    fn signs(&mut self, signs: &'a [Sign], others: &[Sign]) {
        if signs.is_empty() {
            return;
        }
        let names: HashSet<&str> = others.iter().map(|sign| &*sign.name.value).collect();
        for (sign, number) in signs.iter().zip(1_usize..) {
            let name = &*sign.name.value;
            let is_made = name.strip_prefix("sign-").is_some_and(|rest| rest == number.to_string());
            let words = sign.measure.as_ref().map(|measure| &*measure.value);
            let known_by = words.filter(|_| is_made || !names.contains(name)).unwrap_or(name);
            let part = Part::Name { name, known_by };
            let value = words.map_or(Value::There, Value::text);
            self.push(Field::Sign, part.clone(), value);
            let mut add = |field, text: &'a Option<Text>| {
                if let Some(text) = text {
                    self.push(field, part.clone(), Value::text(&text.value));
                }
            };
            add(Field::Baseline, &sign.baseline);
            add(Field::Target, &sign.target);
            add(Field::Value, &sign.value);
            add(Field::Source, &sign.source);
        }
    }

    fn work(&mut self, work: &'a Work) {
        self.thing(Field::Who, work.who);
        self.things(Field::Deputy, &work.deputies);
        self.things(Field::Team, &work.team);
        self.thing(Field::Lead, work.lead);
        self.things(Field::Partners, &work.partners);
        self.things(Field::For, &work.care_for);
        if let Some(days) = work.days {
            self.add(Field::Days, Value::Count(u64::from(days.value)));
        }
        self.things(Field::DependsOn, &work.depends_on);
        if let Some(option) = work.only_if {
            self.add(Field::OnlyIf, Value::Thing(self.plan.option_id(option)));
        }
        if let Some(hours) = work.hours {
            self.add(Field::Hours, Value::Number(hours.value));
        }
        self.word(Field::Every, work.every.map(|every| word_of(every.value)));
        if let Some(cost) = work.cost {
            self.add(Field::Cost, Value::Money(cost.value));
        }
        match &work.funded_by {
            Funding::Unsaid => {}
            Funding::Whole(donors) => {
                for donor in donors {
                    self.push(Field::FundedBy, Part::Thing(donor.id), Value::There);
                }
            }
            Funding::Amounts(amounts) => {
                for (donor, amount) in amounts {
                    self.push(Field::FundedBy, Part::Thing(donor.id), Value::Money(amount.value));
                }
            }
        }
        for link in &work.with {
            let degree = self.degree(link);
            self.push(Field::With, Part::Thing(link.to.id), degree.map_or(Value::There, Value::Word));
        }
        self.word(Field::Kind, work.kind.map(|kind| word_of(kind.value)));
    }

    /// How far a constituency takes part. A party is in contact, whether or not that is written.
    fn degree(&self, link: &Link) -> Option<&'static str> {
        if self.plan.names.get(link.to.id).kind == Kind::Party {
            return None;
        }
        match link.degree?.value {
            Degree::Inform => Some("inform"),
            Degree::Consult => Some("consult"),
            Degree::TakePart => Some("take-part"),
            Degree::Decide => Some("decide"),
            Degree::Contact => None,
        }
    }
}
