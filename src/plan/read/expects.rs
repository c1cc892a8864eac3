//! What stands at each place of a text, for whoever works on the text of a plan, such as an editor: which names are meant
//! where, which words are of a list. It is made of the table of what keys take.

use super::keys::{Key, Place};
use super::references::KindSet;
use super::takes::{Takes, words};
use super::words::ReportRhythm;
use crate::plan::{Factor, Kind, Level, Severity};

/// What stands behind a key, or in a list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Expects {
    /// Whatever one likes to write.
    Text,
    /// The title of the thing that it stands in.
    Title,
    /// A day.
    Day,
    /// A number.
    Number,
    /// Yes or no.
    YesNo,
    /// One word of these.
    Words(fn() -> Vec<&'static str>),
    /// How far a party or constituency takes part: the word depends on which of them the key names.
    Degree,
    /// The id that a thing in a list gives itself.
    OwnId,
    /// One name.
    One(Names),
    /// One name, or a list of them.
    Many(Names),
    /// A mapping from names to something.
    By(Names, &'static Takes),
    /// One name, a list of them, or a mapping from them to something; without one, to how far each takes part.
    ManyOrBy(Names, Option<&'static Takes>),
    /// A mapping with these keys.
    Keys(Place),
    /// A mapping with these keys, or a list of such.
    KeysEach(Place),
    /// A thing: its title, or a mapping with its keys.
    Thing(Kind),
    /// Things of this kind by their ids, or a list of them.
    Section(Kind),
}

/// Which names are meant.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Names {
    /// Ids of these kinds; an option as `choice.option`.
    Ids(KindSet),
    /// Ids of items that one of this level can support.
    Above(Level),
    /// Options of the choice that it stands in, by their names in it.
    OwnOptions,
    /// Criteria of the choice that it stands in.
    OwnCriteria,
    /// Findings.
    Findings,
    /// Findings, ids, or tags.
    About,
    /// One of a few.
    Fixed(fn() -> Vec<&'static str>),
    /// Names that are given here.
    New,
}

impl Names {
    /// The kinds of things that are meant, where ids are; a level that cannot be meant is a finding, not a fault.
    pub(crate) fn kinds(self) -> Option<KindSet> {
        match self {
            Self::Ids(kinds) => Some(kinds),
            Self::Above(_) => Some(KindSet::LEVELS),
            Self::About => Some(KindSet::ANY),
            _ => None,
        }
    }
}

fn needs() -> Vec<&'static str> {
    vec!["any", "all"]
}

fn version() -> Vec<&'static str> {
    vec!["1"]
}

fn levels() -> Vec<&'static str> {
    Level::ALL.map(Level::section).to_vec()
}

fn factors() -> Vec<&'static str> {
    Factor::ALL.map(Factor::name).to_vec()
}

fn grades() -> Vec<&'static str> {
    vec!["1", "2", "3", "4", "5"]
}

static GRADES: Takes = Takes::Word(grades);
static SEVERITIES: Takes = Takes::Word(words::<Option<Severity>>);
static SIGN: Takes = Takes::Mapping(Place::Sign);
static MONEY: Takes = Takes::Money;
static TEXT: Takes = Takes::Text;

impl Place {
    /// Whether this key may stand here.
    pub(crate) fn has(self, key: Key) -> bool {
        self.allowed().has(key)
    }

    /// What stands behind this key, which must be one that may stand here; `id` may in a list.
    pub(crate) fn expects(self, key: Key) -> Expects {
        let level = match self {
            Self::In(kind) => kind.level().unwrap_or(Level::Goal),
            _ => Level::Goal,
        };
        match key {
            Key::Id => Expects::OwnId,
            Key::Title | Key::Question if self != Self::Plan => Expects::Title,
            Key::Supports => Expects::Many(Names::Above(level)),
            Key::About => Expects::Many(Names::About),
            Key::Scores => Expects::By(Names::OwnCriteria, &Takes::Number),
            _ => self.rows().find(|row| row.key == key).map_or(Expects::Text, |row| row.takes.into()),
        }
    }
}

impl From<Takes> for Expects {
    fn from(takes: Takes) -> Self {
        match takes {
            Takes::Text | Takes::Texts | Takes::Language => Self::Text,
            Takes::Day => Self::Day,
            Takes::Number | Takes::Count | Takes::Whole | Takes::Money => Self::Number,
            Takes::YesNo => Self::YesNo,
            Takes::Word(words) => Self::Words(words),
            Takes::Version => Self::Words(version),
            Takes::Needs => Self::Words(needs),
            Takes::Reports => Self::Words(words::<ReportRhythm>),
            Takes::Finding => Self::One(Names::Findings),
            Takes::Id(kinds) => Self::One(Names::Ids(kinds)),
            Takes::Ids(kinds) => Self::Many(Names::Ids(kinds)),
            Takes::OwnOption => Self::One(Names::OwnOptions),
            Takes::Funding => Self::ManyOrBy(Names::Ids(KindSet::of(Kind::Donor)), Some(&MONEY)),
            Takes::Contacts => Self::ManyOrBy(Names::Ids(KindSet::CONTACTS), None),
            Takes::Signs => Self::By(Names::New, &SIGN),
            Takes::ByThing(kinds, takes) => Self::By(Names::Ids(kinds), takes),
            Takes::ByOwnOption(takes) => Self::By(Names::OwnOptions, takes),
            Takes::ByName(takes) => Self::By(Names::New, takes),
            Takes::Labels => Self::By(Names::Fixed(levels), &TEXT),
            Takes::Factors => Self::By(Names::Fixed(factors), &GRADES),
            Takes::Severities => Self::By(Names::Findings, &SEVERITIES),
            Takes::Thing(kind) => Self::Thing(kind),
            Takes::Section(kind) => Self::Section(kind),
            Takes::Mapping(place) => Self::Keys(place),
            Takes::Mappings(place) => Self::KeysEach(place),
        }
    }
}
