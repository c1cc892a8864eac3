//! What can be wrong with a `scf.toml`, as data: a slip, its place and the words to tell it with.

use crate::source::{Source, Span};

/// One way in which a settings file goes wrong. Each has a sentence and a question in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SettingsSlip {
    /// More bytes than are read.
    TooLarge,
    /// No plain text in UTF-8.
    NotText,
    /// A line that TOML cannot read. `said`: what its reader says of it.
    Syntax,
    /// `name: value`, as in a plan. `key`.
    Colon,
    /// A word without quotes. `value`.
    NoQuotes,
    /// A `\` between folders.
    Backslash,
    /// The same key or table twice. `key`.
    Twice,
    /// Nothing of this name can be set. `key`, and `meant` where that is clear.
    Unknown,
    /// It belongs elsewhere in the file. `key`, `meant`, `table` (empty for above the first table).
    Elsewhere,
    /// What a plan says stays in the plan. `key`.
    OfPlan,
    /// A finding that is not there. `key`, and `meant` where that is clear.
    UnknownFinding,
    /// A list where a word belongs, and the like. `key`, `wants` (number, word, truth, list, table, text).
    WrongType,
    /// A word that the setting does not have. `value`, `words`, and `meant` where that is clear.
    BadWord,
    /// A number that is not whole, or out of reach. `value`.
    BadNumber,
    /// A finding of which the weight cannot be changed. `key`.
    AlwaysError,
    /// More patterns than are taken. `limit`.
    TooMany,
    /// A pattern that cannot be read. `value`.
    BadPattern,
    /// A pattern that leads out of the folder of the file. `value`.
    Outside,
}

impl SettingsSlip {
    /// The message that tells it.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::TooLarge => "settings-fault-too-large",
            Self::NotText => "settings-fault-not-text",
            Self::Syntax => "settings-fault-syntax",
            Self::Colon => "settings-fault-colon",
            Self::NoQuotes => "settings-fault-no-quotes",
            Self::Backslash => "settings-fault-backslash",
            Self::Twice => "settings-fault-twice",
            Self::Unknown => "settings-fault-unknown",
            Self::Elsewhere => "settings-fault-elsewhere",
            Self::OfPlan => "settings-fault-of-plan",
            Self::UnknownFinding => "settings-fault-unknown-finding",
            Self::WrongType => "settings-fault-wrong-type",
            Self::BadWord => "settings-fault-bad-word",
            Self::BadNumber => "settings-fault-bad-number",
            Self::AlwaysError => "settings-fault-always-error",
            Self::TooMany => "settings-fault-too-many",
            Self::BadPattern => "settings-fault-bad-pattern",
            Self::Outside => "settings-fault-outside",
        }
    }
}

/// A settings file that has faults.
#[derive(Debug)]
pub struct Faulty {
    /// Its text, to show them in.
    pub source: Source,
    /// What is wrong with it, in the order of the text.
    pub faults: Vec<SettingsFault>,
}

/// Something that is wrong with a settings file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettingsFault {
    /// What.
    pub slip: SettingsSlip,
    /// Where.
    pub at: Span,
    /// The words of its sentence, not yet escaped.
    pub args: Vec<(&'static str, String)>,
}

impl SettingsFault {
    /// A fault here.
    #[must_use]
    pub fn new(slip: SettingsSlip, at: Span) -> Self {
        Self { slip, at, args: Vec::new() }
    }

    /// With a word of its sentence, cut where it is long.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        let short = match value.char_indices().nth(LONGEST) {
            Some((end, _)) => format!("{}…", &value[..end]),
            None => value.to_owned(),
        };
        self.args.push((name, short));
        self
    }
}

/// Most characters of a word of the file that a sentence repeats.
const LONGEST: usize = 80;
