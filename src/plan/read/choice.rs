//! Choices with their options, assumptions, scenarios.

use super::Reader;
use super::faults::{Field, shown};
use super::ids::nfc;
use super::keys::{Key, Place};
use super::references::{KindSet, keep_first};
use super::suggest::nearest;
use crate::plan::{Assumption, Choice, Common, Criterion, Event, Id, Kind, Opt, OptRef, Ref, Scenario, Text};
use crate::source::{Located, Node, Slip, Span};
use std::collections::HashMap;

impl<'t> Reader<'t> {
    /// A choice and, right after it among the entries, its options.
    pub(super) fn read_choice(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut choice = Choice {
            id: id.unwrap_or(Id(0)),
            decide_by: None,
            who: None,
            options: Vec::new(),
            excludes: Vec::new(),
            criteria: Vec::new(),
            chosen: None,
            because: None,
            commitment: None,
            trigger: None,
            common: Common::default(),
        };
        // The options are scored by the criteria, and other fields name the options.
        let mut fields = self.fields_of(number);
        while let Some((key, value)) = fields.next(self) {
            if key == Key::Criteria {
                choice.criteria = self.criteria(Field::of(Some(number)).key(key), value);
            }
        }
        let options = (number + 1..).take_while(|next| {
            let entry = self.entries.get(*next as usize);
            entry.is_some_and(|entry| entry.kind == Kind::Option && entry.parent == Some(number))
        });
        for option in options.collect::<Vec<_>>() {
            let read = self.read_option(option, &choice.criteria);
            choice.options.extend(read);
        }
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::DecideBy => choice.decide_by = reader.date(field, value),
            Key::Who => choice.who = reader.reference(field, value, KindSet::of(Kind::Person)),
            Key::Excludes => choice.excludes = reader.excludes(field, value, id),
            Key::Chosen => {
                if let Some(text) = reader.scalar(field, value) {
                    let option = reader.own_option(field, id, text, value.span());
                    choice.chosen = option.map(|option| Located { value: option.option, at: option.at });
                }
            }
            Key::Because => choice.because = reader.text(field, value),
            Key::Commitment => choice.commitment = reader.word(field, value),
            Key::Trigger => choice.trigger = reader.text(field, value),
            _ => _ = reader.common(field, key, value, &mut choice.common),
        });
        self.plan.choices.extend(id.map(|_| choice));
    }

    fn read_option(&mut self, number: u32, criteria: &[Criterion]) -> Option<Opt> {
        let mut scores = Vec::new();
        let mut common: Option<Box<Common>> = None;
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::Scores => scores = reader.scores(field, value, criteria),
            _ => _ = reader.common(field, key, value, common.get_or_insert_default()),
        });
        let id = self.entries[number as usize].id?;
        Some(Opt { id, name: self.entry_name(number).into(), scores, common })
    }

    /// Names and weights.
    fn criteria(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<Criterion> {
        let mut criteria = Vec::new();
        for (key, name, value) in self.named(field, node) {
            if let Some(weight) = self.number(field.part(name), value) {
                let name: Text = Located { value: nfc(name).into(), at: key.span() };
                criteria.push(Criterion { name, weight });
            }
        }
        criteria
    }

    /// A number for each criterion.
    fn scores(
        &mut self,
        field: Field<'_>,
        node: Node<'t>,
        criteria: &[Criterion],
    ) -> Vec<(u32, Located<f64>)> {
        let by_name: HashMap<&str, u32> =
            criteria.iter().zip(0..).map(|(criterion, index)| (&*criterion.name.value, index)).collect();
        let choice = field.entry.and_then(|option| self.entries[option as usize].parent);
        let mut scores = Vec::new();
        for (key, name, value) in self.named(field, node) {
            let criterion = by_name.get(&*nfc(name)).copied();
            if criterion.is_none() {
                self.mark(field);
                // Criteria that could not be read are no unknown ones.
                if !choice.is_some_and(|choice| self.is_marked(choice, Key::Criteria)) {
                    let names = criteria.iter().map(|criterion| &*criterion.name.value);
                    self.unknown_own(field, name, key.span(), names);
                }
            }
            let score = self.number(field.part(name), value);
            if let (Some(criterion), Some(score)) = (criterion, score) {
                scores.push((criterion, score));
            }
        }
        scores
    }

    /// Own options, each with options of other choices that it cannot go with.
    fn excludes(
        &mut self,
        field: Field<'_>,
        node: Node<'t>,
        choice: Option<Id>,
    ) -> Vec<(Located<u32>, OptRef)> {
        let mut excludes = Vec::new();
        for (key, name, value) in self.named(field, node) {
            let own = self.own_option(field, choice, name, key.span());
            let others = self.references(field.part(name), value, KindSet::of(Kind::Option));
            for other in others {
                let other = self.option_of(other);
                let is_own = choice.is_some_and(|id| self.plan.names.get(id).index == other.choice);
                if is_own {
                    let text = self.source.slice(other.at);
                    self.value_fault(Slip::OwnChoice, other.at, field, text, &[]);
                } else if let Some(own) = own {
                    excludes.push((Located { value: own.option, at: own.at }, other));
                }
            }
        }
        excludes
    }

    /// An option of this choice, by its name in it. Its whole name, with the choice before it, will do too.
    fn own_option(
        &mut self,
        field: Field<'_>,
        choice: Option<Id>,
        text: &'t str,
        at: Span,
    ) -> Option<OptRef> {
        // The options of a choice that is not in the plan are not in it either.
        let choice = choice?;
        let names = &self.plan.names;
        let prefix = format!("{}.", names.name(choice));
        let own = nfc(text);
        let whole = if own.starts_with(&prefix) { own.into_owned() } else { format!("{prefix}{own}") };
        if let Some(id) = names.find(&whole).or_else(|| self.shadows.better.get(&*whole).copied()) {
            return Some(self.option_of(Ref { id, at }));
        }
        self.mark(field);
        let faulty = self.plan.is_faulty(Some(choice), Key::Options.name());
        if !faulty && !self.shadows.names.contains_key(&*whole) {
            let own: Vec<Box<str>> = self.options_named(choice).map(|(name, _)| name.into()).collect();
            let title = self.options_named(choice).find(|(_, title)| *title == Some(text));
            if let Some((meant, _)) = title {
                let meant = shown(meant);
                self.value_fault(Slip::TitleForId, at, field, text, &[("meant", &meant)]);
            } else {
                self.unknown_own(field, text, at, own.iter().map(|name| &**name));
            }
        }
        None
    }

    /// The options of a choice: their names in it, and their titles where those are read already.
    fn options_named(&self, choice: Id) -> impl Iterator<Item = (&str, Option<&str>)> {
        let names = &self.plan.names;
        let things = (choice.0 + 1..names.len() as u32).map(|id| names.get(Id(id)));
        things.take_while(|thing| thing.kind == Kind::Option).map(|thing| {
            let own = thing.name.split_once('.').map_or(&*thing.name, |(_, own)| own);
            (own, thing.title.as_ref().map(|title| &*title.value))
        })
    }

    /// A name that should be one of a few.
    fn unknown_own<'n>(
        &mut self,
        field: Field<'_>,
        text: &str,
        at: Span,
        names: impl Iterator<Item = &'n str>,
    ) {
        if self.faults.is_full() || self.typing_slip(field, text, at) {
            return;
        }
        match nearest(&text.to_lowercase(), names) {
            Some(meant) => {
                self.fault(Slip::MisspeltReference, at, field, &[("id", text), ("meant", meant)]);
            }
            None => self.fault(Slip::UnknownReference, at, field, &[("id", text)]),
        }
    }

    pub(super) fn read_assumption(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut assumption = Assumption {
            id: id.unwrap_or(Id(0)),
            holds: None,
            kind: None,
            who: None,
            by: None,
            common: Common::default(),
        };
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::Holds => assumption.holds = reader.word(field, value),
            Key::Kind => assumption.kind = reader.word(field, value),
            Key::Who => assumption.who = reader.reference(field, value, KindSet::of(Kind::Person)),
            Key::By => assumption.by = reader.date(field, value),
            _ => _ = reader.common(field, key, value, &mut assumption.common),
        });
        self.plan.assumptions.extend(id.map(|_| assumption));
    }

    pub(super) fn read_scenario(&mut self, number: u32) {
        let id = self.entries[number as usize].id;
        let mut scenario = Scenario {
            id: id.unwrap_or(Id(0)),
            without: Vec::new(),
            delays: Vec::new(),
            choose: Vec::new(),
            events: Vec::new(),
            common: Common::default(),
        };
        self.read_thing(number, &mut |reader, field, key, value| match key {
            Key::Without => scenario.without = reader.references(field, value, KindSet::THINGS),
            Key::Delays => scenario.delays = reader.delays(field, value),
            Key::Choose => scenario.choose = reader.picks(field, value),
            Key::Events => scenario.events = reader.events(field, value),
            _ => _ = reader.common(field, key, value, &mut scenario.common),
        });
        self.plan.scenarios.extend(id.map(|_| scenario));
    }

    /// Ids and days.
    fn delays(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<(Ref, Located<u32>)> {
        let mut delays = Vec::new();
        for (key, name, value) in self.named(field, node) {
            let id = self.resolve(field, name, key.span(), KindSet::THINGS);
            let days = self.count(field.part(name), value);
            if let (Some(id), Some(days)) = (id, days) {
                delays.push((Ref { id, at: key.span() }, days));
            }
        }
        keep_first(&mut delays, |(delayed, _)| delayed.id);
        delays
    }

    /// Choices and the option that each picks.
    fn picks(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<OptRef> {
        let mut picks = Vec::new();
        for (key, name, value) in self.named(field, node) {
            let choice = self.resolve(field, name, key.span(), KindSet::of(Kind::Choice));
            if let Some(text) = self.scalar(field.part(name), value) {
                picks.extend(self.own_option(field.part(name), choice, text, value.span()));
            }
        }
        picks
    }

    fn events(&mut self, field: Field<'_>, node: Node<'t>) -> Vec<Event> {
        let mut events = Vec::new();
        for (number, entry) in self.mappings(field, node) {
            let number = number.to_string();
            let field = field.part(&number);
            let mut event = Event { on: None, without: Vec::new(), say: None, at: entry.span() };
            for (key, value) in self.mapping(field, Place::Event, entry, false) {
                let inner = field.key(key);
                match key {
                    Key::On => event.on = self.date(inner, value),
                    Key::Without => event.without = self.references(inner, value, KindSet::THINGS),
                    _ => event.say = self.text(inner, value),
                }
            }
            events.push(event);
        }
        events
    }
}
