//! One change as a sentence.

use super::Telling;
use crate::compare::{About, Change, ChangedPart, Field, Side, Value};
use crate::lang::{FluentValue, shown};
use crate::plan::{Id, Kind};
use crate::report::wording::shortened;

/// Longest text of a plan inside a sentence, in characters.
const LONGEST_TEXT: usize = 120;

impl Telling<'_> {
    /// The sentence of a changed field.
    pub(super) fn sentence(&self, change: &Change) -> String {
        let Some(field) = change.field else { return String::new() };
        let is_hidden = self.is_hidden(change.about);
        let state = match (change.old.is_empty(), change.new.is_empty()) {
            (true, _) => "set",
            (_, true) => "gone",
            _ => "changed",
        };
        let listed = |side, values: &[Value<'_>]| {
            self.joined(values, |value| self.value(field, side, value, is_hidden))
        };
        let args = [
            ("change", FluentValue::from(state)),
            ("old", listed(Side::Old, &change.old).into()),
            ("new", listed(Side::New, &change.new).into()),
            ("part", self.part(field, &change.part, is_hidden).into()),
        ];
        match field {
            Field::Id => self.say("diff-id", &args),
            Field::Title => self.say("diff-title", &args),
            Field::Level => self.say("diff-level", &args),
            Field::Supports => self.say("diff-supports", &args),
            Field::NestedIn => self.say("diff-nested-in", &args),
            Field::Chosen => self.say("diff-chosen", &args),
            Field::With => self.say("diff-with", &args),
            Field::FundedBy => self.say("diff-funded-by", &args),
            Field::Access => self.say("diff-access", &args),
            Field::Sign => self.say("diff-sign", &args),
            Field::Event => self.say("diff-event", &args),
            Field::Accepted => self.say("diff-accepted", &args),
            _ => {
                let label = self.label(change.about, field, args[3].1.clone());
                let [state, old, new, _] = args;
                let args = [state, old, new, ("label", label.into())];
                self.say(if field.is_list() { "diff-list" } else { "diff-one" }, &args)
            }
        }
    }

    /// What a field is called.
    fn label(&self, about: About, field: Field, part: FluentValue<'_>) -> String {
        let args = [
            ("field", FluentValue::from(word_for(field))),
            ("kind", self.kind(about).map_or("plan", Kind::name).into()),
            ("part", part),
        ];
        self.say("diff-label", &args)
    }

    /// What kind of thing it is; nothing where it is the plan itself.
    pub(super) fn kind(&self, about: About) -> Option<Kind> {
        let (side, id) = whose(about)?;
        self.wording(side).plan.map(|plan| plan.names.get(id).kind)
    }

    /// Whether only a smaller circle may read what is written on it, or was.
    pub(super) fn is_hidden(&self, about: About) -> bool {
        whose(about).is_some_and(|(side, id)| self.wording(side).hides(id))
    }

    fn part(&self, field: Field, part: &ChangedPart, is_hidden: bool) -> String {
        match part {
            ChangedPart::Whole => String::new(),
            ChangedPart::Thing(about) => {
                whose(*about).map_or_else(String::new, |(side, id)| self.quoted(side, id))
            }
            ChangedPart::Name(_) if is_hidden && field != Field::Accepted => self.say("core-item", &[]),
            ChangedPart::Name(name) => shown(name).into_owned(),
            ChangedPart::Day(day) => day.map_or_else(|| "…".to_owned(), |day| day.to_string()),
        }
    }

    fn quoted(&self, side: Side, id: Id) -> String {
        self.wording(side).quoted(id)
    }

    /// A value as it stands in a sentence.
    fn value(&self, field: Field, side: Side, value: &Value<'_>, is_hidden: bool) -> String {
        match value {
            Value::There => self.say("diff-there", &[("field", word_for(field).into())]),
            Value::Thing(id) => self.quoted(side, *id),
            Value::Text(_) if is_hidden && field != Field::Id => self.say("core-item", &[]),
            Value::Text(text) => {
                let title = shortened(text, LONGEST_TEXT);
                let title = title.strip_suffix('.').filter(|rest| !rest.ends_with('.')).unwrap_or(&title);
                let title = shown(title).into_owned();
                let is_plain =
                    matches!(
                        field,
                        Field::Id | Field::Baseline | Field::Target | Field::Value | Field::Currency
                    ) || matches!(field, Field::Language | Field::Label | Field::Tags | Field::About);
                let kind = if is_plain { "name" } else { "title" };
                self.say("quoted", &[("title", title.into()), ("kind", kind.into())])
            }
            Value::Word(word) if field == Field::Level => self.say("level", &[("level", (*word).into())]),
            Value::Word(word) => self.say("diff-word", &[("word", (*word).into())]),
            Value::YesNo(yes) => self.say("diff-yes-no", &[("yes", if *yes { "yes" } else { "no" }.into())]),
            Value::Day(day) => day.to_string(),
            Value::Days(first, last) => {
                let day = |day: &Option<jiff::civil::Date>| {
                    FluentValue::from(day.map_or_else(|| "…".to_owned(), |day| day.to_string()))
                };
                self.say("diff-days", &[("first", day(first)), ("last", day(last))])
            }
            Value::Count(count) => count.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Money(money) => {
                let currency = self.wording(side).plan.and_then(|plan| plan.currency.as_ref());
                match currency {
                    None => money.to_string(),
                    Some(currency) => {
                        let currency = shown(&shortened(&currency.value, LONGEST_TEXT)).into_owned();
                        let args = [("amount", money.to_string().into()), ("currency", currency.into())];
                        self.say("diff-money", &args)
                    }
                }
            }
        }
    }

    /// Up to three values, joined as in a sentence; of more, the first two and how many follow.
    fn joined(&self, values: &[Value<'_>], said: impl Fn(&Value<'_>) -> String) -> String {
        let at = |index: usize| FluentValue::from(said(&values[index]));
        match values.len() {
            0 => String::new(),
            1 => said(&values[0]),
            2 => self.say("list-two", &[("a", at(0)), ("b", at(1))]),
            3 => self.say("list-three", &[("a", at(0)), ("b", at(1)), ("c", at(2))]),
            more => self.say("list-more", &[("a", at(0)), ("b", at(1)), ("count", (more - 2).into())]),
        }
    }
}

/// The plan in which a thing is looked up: the new one, where it is in it.
pub(super) fn whose(about: About) -> Option<(Side, Id)> {
    about.new.map(|new| (Side::New, new)).or(about.old.map(|old| (Side::Old, old)))
}

/// The word by which the catalogue knows a field.
fn word_for(field: Field) -> &'static str {
    match field {
        Field::EventWithout => "events-without",
        Field::EventSay => "events-say",
        Field::AcceptedBy => "accepted-by",
        Field::AcceptedUntil => "accepted-until",
        Field::Severity => "severity",
        field => match field.name().split_once(".*") {
            Some((before, "")) => before,
            Some((_, after)) => &after[1..],
            None => field.name().rsplit('.').next().unwrap_or_default(),
        },
    }
}
