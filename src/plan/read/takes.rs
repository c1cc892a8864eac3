//! What the keys of the format take.

use super::keys::Place;
use super::references::KindSet;
use super::words::Word;
use crate::plan::Kind;

/// What may stand behind a key: what the reader reads there, and what the schema for editors lets pass.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Takes {
    /// A text.
    Text,
    /// One text or a list of them.
    Texts,
    /// A day.
    Day,
    /// A number, at least zero.
    Number,
    /// A whole number of at least one.
    Count,
    /// A whole number, at least zero.
    Whole,
    /// An amount of money.
    Money,
    /// Yes or no.
    YesNo,
    /// One of these words.
    Word(fn() -> Vec<&'static str>),
    /// The version of the format.
    Version,
    /// A language tag.
    Language,
    /// The name of a finding that can be accepted.
    Finding,
    /// How many of those that support it: any, all or a number.
    Needs,
    /// Days, or how often.
    Reports,
    /// The id of one thing of these kinds.
    Id(KindSet),
    /// One id or a list of them, of things of these kinds.
    Ids(KindSet),
    /// An option of the choice in which this stands.
    OwnOption,
    /// Donors, or a mapping of donors and amounts.
    Funding,
    /// Parties and constituencies, or a mapping of them and how far they take part.
    Contacts,
    /// Signs: texts or mappings, in a mapping or a list.
    Signs,
    /// Ids of things of these kinds, each with a value.
    ByThing(KindSet, &'static Takes),
    /// Options of the choice in which this stands, each with a value.
    ByOwnOption(&'static Takes),
    /// Names that anybody may choose, each with a value.
    ByName(&'static Takes),
    /// The levels, each with a text.
    Labels,
    /// The factors, each with a grade.
    Factors,
    /// The findings, each with what it weighs.
    Severities,
    /// A thing of this kind.
    Thing(Kind),
    /// Things of this kind, in a mapping or a list.
    Section(Kind),
    /// A mapping of keys.
    Mapping(Place),
    /// One such mapping or a list of them.
    Mappings(Place),
}

/// The words of a list.
pub(crate) fn words<T: Word>() -> Vec<&'static str> {
    T::WORDS.iter().map(|(word, _)| *word).collect()
}
