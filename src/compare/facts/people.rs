//! What is written on people, parties, other initiatives, donors and lessons.

use super::Facts;
use crate::compare::field::Field;
use crate::compare::value::{Part, Value};
use crate::plan::{Donor, Lesson, Other, Party, Person, Reports, word_of};

impl<'a> Facts<'a> {
    pub(super) fn person(&mut self, person: &'a Person) {
        self.thing(Field::Organisation, person.organisation);
        self.thing(Field::Side, person.side);
        if let Some(hours) = person.hours_per_week {
            self.add(Field::HoursPerWeek, Value::Number(hours.value));
        }
        self.things(Field::Deputy, &person.deputies);
        self.word(Field::Danger, person.danger.map(|danger| word_of(danger.value)));
        self.yes_no(Field::Insider, person.insider);
        self.text(Field::Office, person.office.as_ref());
        self.things(Field::KnownTo, &person.known_to);
        for away in &person.away {
            let days = Value::Days(away.start.map(|day| day.value), away.end.map(|day| day.value));
            self.add(Field::Away, days);
        }
        self.common(&person.common);
    }

    pub(super) fn party(&mut self, party: &'a Party) {
        self.word(Field::Influence, party.influence.map(|influence| word_of(influence.value)));
        self.word(Field::Consent, party.consent.map(|consent| word_of(consent.value)));
        self.day(Field::ConsentDate, party.consent_date);
        for (person, access) in &party.access {
            self.push(Field::Access, Part::Thing(person.id), Value::Word(word_of(access.value)));
        }
        self.things(Field::Represents, &party.represents);
        self.yes_no(Field::Proscribed, party.proscribed);
        self.common(&party.common);
    }

    pub(super) fn other(&mut self, other: &'a Other) {
        for party in &other.with {
            self.push(Field::With, Part::Thing(party.id), Value::There);
        }
        self.common(&other.common);
    }

    pub(super) fn donor(&mut self, donor: &'a Donor) {
        if let Some(amount) = donor.amount {
            self.add(Field::Amount, Value::Money(amount.value));
        }
        self.word(Field::State, donor.state.map(|state| word_of(state.value)));
        self.day(Field::Start, donor.start);
        self.day(Field::End, donor.end);
        self.yes_no(Field::Visibility, donor.visibility);
        self.yes_no(Field::NoContact, donor.no_contact);
        match &donor.reports {
            None => {}
            Some(Reports::Days(days)) => {
                for day in days {
                    self.add(Field::Reports, Value::Day(day.value));
                }
            }
            Some(Reports::Monthly(_)) => self.add(Field::Reports, Value::Word("month")),
            Some(Reports::Quarterly(_)) => self.add(Field::Reports, Value::Word("quarter")),
        }
        self.common(&donor.common);
    }

    pub(super) fn lesson(&mut self, lesson: &'a Lesson) {
        for about in &lesson.about {
            // The name of a thing goes with the thing.
            let thing = self.plan.names.find(&about.value);
            self.add(Field::About, thing.map_or_else(|| Value::text(&about.value), Value::Thing));
        }
        self.word(Field::Kind, lesson.kind.map(|kind| word_of(kind.value)));
        self.common(&lesson.common);
    }
}
