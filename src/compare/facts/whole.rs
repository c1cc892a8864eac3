//! What a plan says of itself.

use super::Facts;
use super::choice::named;
use crate::compare::field::Field;
use crate::compare::value::Value;
use crate::plan::{Id, Settings, Severity, word_of};

impl Facts<'_> {
    pub(super) fn whole(&mut self) {
        let plan = self.plan;
        self.text(Field::Title, plan.title.as_ref());
        self.text(Field::Summary, plan.summary.as_ref());
        self.text(Field::Language, plan.language.as_ref());
        self.word(Field::Stage, plan.stage_written.map(|stage| word_of(stage.value)));
        self.day(Field::Start, plan.start);
        self.day(Field::End, plan.end);
        self.text(Field::Currency, plan.currency.as_ref());
        self.day(Field::Reviewed, plan.reviewed);
        for (level, label) in &plan.labels {
            self.push(Field::Label, named(level.section()), Value::text(&label.value));
        }
        if let Some(set_up) = &plan.set_up {
            let form = |registered: bool| if registered { "registered" } else { "informal" };
            self.word(Field::Form, set_up.registered.map(|registered| form(registered.value)));
            self.text(Field::Host, set_up.host.as_ref());
            self.text(Field::DecisionRule, set_up.decision_rule.as_ref());
        }
        for (factor, grade) in &plan.factors {
            self.push(Field::Factor, named(factor.name()), Value::Count(u64::from(grade.value)));
        }
        for (finding, severity) in &plan.settings.severity {
            let weight = severity.map_or("off", Severity::name);
            self.push(Field::Severity, named(finding.name()), Value::Word(weight));
        }
        let mut settings = plan.settings.clone();
        for name in Settings::THRESHOLDS {
            if let Some(value) = settings.threshold(name) {
                self.push(Field::Threshold, named(name), Value::Count(u64::from(*value)));
            }
        }
        self.accepted_about(None);
    }

    /// What the team has accepted about this thing; without one, about the whole plan.
    pub(super) fn accepted_about(&mut self, item: Option<Id>) {
        let plan = self.plan;
        for index in self.accepted.get(&item).cloned().unwrap_or_default() {
            let entry = &plan.accepted[index];
            let part = named(entry.finding.value.name());
            self.push(Field::Accepted, part.clone(), Value::text(&entry.because.value));
            if let Some(by) = &entry.by {
                self.push(Field::AcceptedBy, part.clone(), Value::text(&by.value));
            }
            if let Some(until) = entry.until {
                self.push(Field::AcceptedUntil, part, Value::Day(until.value));
            }
        }
    }
}
