//! People, organisations, parties, constituencies, donors, other initiatives, and lessons.

use super::Reader;
use super::faults::Field;
use super::keys::{Key, Place};
use super::references::{KindSet, keep_first};
use super::words::ReportRhythm;
use crate::plan::{
    Absence, Access, Common, Constituency, Donor, Id, Kind, Lesson, Organisation, Other, Party, Person, Ref,
    Reports,
};
use crate::source::{Located, Node, Shape, Slip};

/// Stands for the id of something that is only read for its faults.
const NOWHERE: Id = Id(0);

impl<'t> Reader<'t> {
    pub(super) fn read_person(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut person = Person {
            id: id.unwrap_or(NOWHERE),
            organisation: None,
            side: None,
            hours_per_week: None,
            deputies: Vec::new(),
            danger: None,
            insider: None,
            office: None,
            known_to: Vec::new(),
            away: Vec::new(),
            common: Common::default(),
        };
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::Organisation => {
                person.organisation = reader.reference(field, value, KindSet::of(Kind::Organisation));
            }
            Key::Side => person.side = reader.reference(field, value, KindSet::of(Kind::Party)),
            Key::HoursPerWeek => person.hours_per_week = reader.number(field, value),
            Key::Deputy => person.deputies = reader.references(field, value, KindSet::of(Kind::Person)),
            Key::Danger => person.danger = reader.word(field, value),
            Key::Insider => person.insider = reader.yes_no(field, value),
            Key::Office => person.office = reader.text(field, value),
            Key::KnownTo => person.known_to = reader.references(field, value, KindSet::of(Kind::Party)),
            Key::Away => person.away = reader.absences(field, value),
            _ => _ = reader.common(field, key, value, &mut person.common),
        });
        self.plan.people.extend(id.map(|_| person));
    }

    /// One span of days or a list of them.
    fn absences(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<Absence> {
        let mut absences = Vec::new();
        for (number, entry) in self.mappings(field, node) {
            let number = number.to_string();
            let field = field.part(&number);
            let mut absence = Absence { start: None, end: None, at: entry.span() };
            for (key, value) in self.mapping(field, Place::Absence, entry, false) {
                match key {
                    Key::Start => absence.start = self.date(field.key(key), value),
                    _ => absence.end = self.date(field.key(key), value),
                }
            }
            absences.push(absence);
        }
        absences
    }

    pub(super) fn read_organisation(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut common = Common::default();
        self.read_thing(number, &mut |reader, field, key, value| {
            reader.common(field, key, value, &mut common);
        });
        self.plan.organisations.extend(id.map(|id| Organisation { id, common }));
    }

    pub(super) fn read_constituency(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut common = Common::default();
        self.read_thing(number, &mut |reader, field, key, value| {
            reader.common(field, key, value, &mut common);
        });
        self.plan.constituencies.extend(id.map(|id| Constituency { id, common }));
    }

    pub(super) fn read_party(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut party = Party {
            id: id.unwrap_or(NOWHERE),
            influence: None,
            consent: None,
            consent_date: None,
            access: Vec::new(),
            represents: Vec::new(),
            proscribed: None,
            common: Common::default(),
        };
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::Influence => party.influence = reader.word(field, value),
            Key::Consent => party.consent = reader.word(field, value),
            Key::ConsentDate => party.consent_date = reader.date(field, value),
            Key::Access => party.access = reader.access(field, value),
            Key::Represents => {
                party.represents = reader.references(field, value, KindSet::of(Kind::Constituency));
            }
            Key::Proscribed => party.proscribed = reader.yes_no(field, value),
            _ => _ = reader.common(field, key, value, &mut party.common),
        });
        self.plan.parties.extend(id.map(|_| party));
    }

    /// Persons and how far each is trusted.
    fn access(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<(Ref, Located<Access>)> {
        let mut access = Vec::new();
        for (key, name, value) in self.named(field, node) {
            let person = self.resolve(field, name, key.span(), KindSet::of(Kind::Person));
            let word = self.word(field.part(name), value);
            if let (Some(id), Some(word)) = (person, word) {
                access.push((Ref { id, at: key.span() }, word));
            }
        }
        keep_first(&mut access, |(person, _)| person.id);
        access
    }

    pub(super) fn read_other(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut other = Other { id: id.unwrap_or(NOWHERE), with: Vec::new(), common: Common::default() };
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::With => other.with = reader.references(field, value, KindSet::of(Kind::Party)),
            _ => _ = reader.common(field, key, value, &mut other.common),
        });
        self.plan.others.extend(id.map(|_| other));
    }

    pub(super) fn read_donor(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut donor = Donor {
            id: id.unwrap_or(NOWHERE),
            amount: None,
            state: None,
            start: None,
            end: None,
            visibility: None,
            no_contact: None,
            reports: None,
            common: Common::default(),
        };
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::Amount => donor.amount = reader.money(field, value),
            Key::State => donor.state = reader.word(field, value),
            Key::Start => donor.start = reader.date(field, value),
            Key::End => donor.end = reader.date(field, value),
            Key::Visibility => donor.visibility = reader.yes_no(field, value),
            Key::NoContact => donor.no_contact = reader.yes_no(field, value),
            Key::Reports => donor.reports = reader.reports(field, value),
            _ => _ = reader.common(field, key, value, &mut donor.common),
        });
        self.plan.donors.extend(id.map(|_| donor));
    }

    /// Days, or `month` or `quarter`.
    fn reports(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Reports> {
        let days: Vec<Node<'t>> = match node.shape() {
            Shape::Mapping => {
                self.shape_fault(Slip::WantsList, node, field);
                return None;
            }
            Shape::Sequence => node.children().collect(),
            Shape::Scalar(_) => vec![node],
        };
        // One word, in a list or not, says how often.
        let is_word = |node: &Node<'t>| node.text().is_some_and(|text| text.starts_with(char::is_alphabetic));
        if let [only] = days[..]
            && is_word(&only)
        {
            let rhythm = self.word::<ReportRhythm>(field, only)?;
            return Some(match rhythm.value {
                ReportRhythm::Month => Reports::Monthly(rhythm.at),
                ReportRhythm::Quarter => Reports::Quarterly(rhythm.at),
            });
        }
        let dates: Vec<_> = days.into_iter().filter_map(|day| self.date(field, day)).collect();
        (!dates.is_empty()).then_some(Reports::Days(dates))
    }

    pub(super) fn read_lesson(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut lesson =
            Lesson { id: id.unwrap_or(NOWHERE), about: Vec::new(), kind: None, common: Common::default() };
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::About => lesson.about = reader.texts(field, value),
            Key::Kind => lesson.kind = reader.word(field, value),
            _ => _ = reader.common(field, key, value, &mut lesson.common),
        });
        self.plan.lessons.extend(id.map(|_| lesson));
    }
}
