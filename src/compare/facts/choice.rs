//! What is written on choices, options, assumptions and scenarios.

use super::Facts;
use crate::compare::field::Field;
use crate::compare::value::{Part, Value};
use crate::plan::{Assumption, Choice, Id, Scenario, word_of};

impl<'a> Facts<'a> {
    pub(super) fn choice(&mut self, choice: &'a Choice) {
        self.day(Field::DecideBy, choice.decide_by);
        self.thing(Field::Who, choice.who);
        for criterion in &choice.criteria {
            let part = named(&criterion.name.value);
            self.push(Field::Criterion, part, Value::Number(criterion.weight.value));
        }
        if let Some(chosen) = choice.chosen {
            self.add(Field::Chosen, Value::Thing(choice.options[chosen.value as usize].id));
        }
        self.text(Field::Because, choice.because.as_ref());
        self.word(Field::Commitment, choice.commitment.map(|commitment| word_of(commitment.value)));
        self.text(Field::Trigger, choice.trigger.as_ref());
        self.common(&choice.common);
    }

    pub(super) fn option(&mut self, choice: &'a Choice, id: Id) {
        for other in self.excludes.remove(&id).unwrap_or_default() {
            self.add(Field::Excludes, Value::Thing(other));
        }
        // Options stand one behind the other in the text, so their ids do too.
        let first = choice.options.first().map_or(0, |first| first.id.index());
        let near = choice.options.get(id.index().saturating_sub(first)).filter(|option| option.id == id);
        let option = near.or_else(|| choice.options.iter().find(|option| option.id == id));
        let Some(option) = option else { return };
        for (criterion, score) in &option.scores {
            let part = named(&choice.criteria[*criterion as usize].name.value);
            self.push(Field::Score, part, Value::Number(score.value));
        }
        if let Some(common) = option.common.as_deref() {
            self.common(common);
        }
    }

    pub(super) fn assumption(&mut self, assumption: &'a Assumption) {
        self.word(Field::Holds, assumption.holds.map(|holds| word_of(holds.value)));
        self.word(Field::Kind, assumption.kind.map(|kind| word_of(kind.value)));
        self.thing(Field::Who, assumption.who);
        self.day(Field::By, assumption.by);
        self.common(&assumption.common);
    }

    pub(super) fn scenario(&mut self, scenario: &'a Scenario) {
        self.things(Field::Without, &scenario.without);
        for (late, days) in &scenario.delays {
            self.push(Field::Delay, Part::Thing(late.id), Value::Count(u64::from(days.value)));
        }
        for option in &scenario.choose {
            let choice = self.plan.choices[option.choice as usize].id;
            self.push(Field::Choose, Part::Thing(choice), Value::Thing(self.plan.option_id(*option)));
        }
        for event in &scenario.events {
            let part = Part::Day(event.on.map(|day| day.value));
            self.push(Field::Event, part.clone(), Value::There);
            for gone in &event.without {
                self.push(Field::EventWithout, part.clone(), Value::Thing(gone.id));
            }
            if let Some(say) = &event.say {
                self.push(Field::EventSay, part, Value::text(&say.value));
            }
        }
        self.common(&scenario.common);
    }
}

/// A part that is known by its name.
pub(super) fn named(name: &str) -> Part<'_> {
    Part::Name { name, known_by: name }
}
