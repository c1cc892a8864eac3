//! What stands in a field, as it is compared: words, days, numbers, and things by what they are, not by how they are called.

use super::pairs::{Pairs, Side};
use crate::plan::{Id, Money};
use jiff::civil::Date;
use std::borrow::Cow;
use std::cmp::Ordering;

/// A value of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum Value<'a> {
    /// It is there, and nothing more is said.
    There,
    /// A thing of the plan that the value stands in.
    Thing(Id),
    /// A text of the plan.
    Text(Cow<'a, str>),
    /// A word of a fixed list, as plans write it.
    Word(&'static str),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Day(Date),
    /// From a day to another, both included.
    Days(Option<Date>, Option<Date>),
    /// A whole number.
    Count(u64),
    /// A number.
    Number(f64),
    /// Money, in the plan's currency.
    Money(Money),
}

impl<'a> Value<'a> {
    pub(super) fn text(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }

    pub(super) fn into_owned(self) -> Value<'static> {
        match self {
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::There => Value::There,
            Self::Thing(id) => Value::Thing(id),
            Self::Word(word) => Value::Word(word),
            Self::YesNo(yes) => Value::YesNo(yes),
            Self::Day(day) => Value::Day(day),
            Self::Days(first, last) => Value::Days(first, last),
            Self::Count(count) => Value::Count(count),
            Self::Number(number) => Value::Number(number),
            Self::Money(money) => Value::Money(money),
        }
    }

    fn rank(&self) -> u8 {
        match self {
            Self::There => 0,
            Self::Thing(_) => 1,
            Self::Text(_) => 2,
            Self::Word(_) => 3,
            Self::YesNo(_) => 4,
            Self::Day(_) => 5,
            Self::Days(..) => 6,
            Self::Count(_) => 7,
            Self::Number(_) => 8,
            Self::Money(_) => 9,
        }
    }
}

/// What a field is about, where it holds several things: `access.heron`, `signs.accepted`.
#[derive(Debug, Clone, PartialEq)]
pub enum Part<'a> {
    /// The field is about nothing but its thing.
    Whole,
    /// A thing of the plan that the field stands in.
    Thing(Id),
    /// A name within the thing, and by what it is known again: the name, or its words where nobody gave it a name.
    Name {
        /// The name.
        name: &'a str,
        /// By what it is known again.
        known_by: &'a str,
    },
    /// A day.
    Day(Option<Date>),
}

/// Something written, and whose plan it stands in.
pub(super) type Of<'v, T> = (Side, &'v T);

/// Orders values; what means the same in both plans is equal.
pub(super) fn order_of_values(pairs: &Pairs, a: Of<'_, Value<'_>>, b: Of<'_, Value<'_>>) -> Ordering {
    match (a.1, b.1) {
        (Value::Thing(one), Value::Thing(other)) => pairs.key(a.0, *one).cmp(&pairs.key(b.0, *other)),
        // How a text is broken into lines says nothing.
        (Value::Text(one), Value::Text(other)) => one.split_whitespace().cmp(other.split_whitespace()),
        (Value::Word(one), Value::Word(other)) => one.cmp(other),
        (Value::YesNo(one), Value::YesNo(other)) => one.cmp(other),
        (Value::Day(one), Value::Day(other)) => one.cmp(other),
        (Value::Days(..), Value::Days(..)) => days(a.1).cmp(&days(b.1)),
        (Value::Count(one), Value::Count(other)) => one.cmp(other),
        (Value::Number(one), Value::Number(other)) => one.total_cmp(other),
        (Value::Money(one), Value::Money(other)) => one.cmp(other),
        (one, other) => one.rank().cmp(&other.rank()),
    }
}

fn days(value: &Value<'_>) -> (Option<Date>, Option<Date>) {
    match value {
        Value::Days(first, last) => (*first, *last),
        _ => (None, None),
    }
}

/// Orders parts; what means the same in both plans is equal.
pub(super) fn order_of_parts(pairs: &Pairs, a: Of<'_, Part<'_>>, b: Of<'_, Part<'_>>) -> Ordering {
    let rank = |part: &Part<'_>| match part {
        Part::Whole => 0,
        Part::Thing(_) => 1,
        Part::Name { .. } => 2,
        Part::Day(_) => 3,
    };
    match (a.1, b.1) {
        (Part::Thing(one), Part::Thing(other)) => pairs.key(a.0, *one).cmp(&pairs.key(b.0, *other)),
        (Part::Name { known_by: one, .. }, Part::Name { known_by: other, .. }) => {
            one.split_whitespace().cmp(other.split_whitespace())
        }
        (Part::Day(one), Part::Day(other)) => one.cmp(other),
        (one, other) => rank(one).cmp(&rank(other)),
    }
}
