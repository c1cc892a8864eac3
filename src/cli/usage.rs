//! What is said where the command line is not understood: in the words of all other messages, with one thing to do next.

use super::{Cli, Outcome};
use crate::lang::{Catalogue, shown};
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use clap::{CommandFactory as _, Parser as _};
use fluent_bundle::FluentValue;
use std::error::Error as _;
use std::ffi::OsString;
use std::io::Write as _;
use std::num::ParseIntError;

/// Reads the command line.
///
/// # Errors
/// What is to be told instead of running: a help text, or that the line is not understood.
pub fn parsed(words: impl IntoIterator<Item = OsString>) -> Result<Cli, Unread> {
    let words: Vec<OsString> = words.into_iter().collect();
    Cli::try_parse_from(&words).map_err(|error| {
        if !error.use_stderr() {
            return Unread::Help(error);
        }
        let languages: Vec<String> = sys_locale::get_locales().collect();
        let catalogue = Catalogue::of(&languages);
        let sentence = Misread { error: &error, catalogue: &catalogue }.sentence();
        let see = catalogue.say("usage-see", &[("command", asked(&words).into())]);
        Unread::Misread(format!("{sentence}\n{see}"))
    })
}

/// Why a command line gives nothing to run.
#[derive(Debug)]
pub enum Unread {
    /// A help text or a version was asked for.
    Help(Error),
    /// It is not understood; the sentences that say so.
    Misread(String),
}

impl Unread {
    /// Tells it: a help text on standard output, all else on standard error.
    #[must_use]
    pub fn tell(&self) -> Outcome {
        match self {
            // That nobody reads a help text to its end is no trouble.
            Self::Help(help) => {
                let _ = help.print();
                Outcome::Sound
            }
            Self::Misread(sentences) => {
                let _ = writeln!(anstream::stderr().lock(), "{sentences}");
                Outcome::Unanswered
            }
        }
    }
}

/// The command that was meant, with its help in reach: `scf check`.
fn asked(words: &[OsString]) -> String {
    let command = Cli::command();
    let named = words.iter().skip(1).find_map(|word| command.find_subcommand(word.to_str()?));
    named.map_or_else(|| "scf".to_owned(), |named| format!("scf {}", named.get_name()))
}

struct Misread<'a> {
    error: &'a Error,
    catalogue: &'a Catalogue,
}

impl Misread<'_> {
    fn sentence(&self) -> String {
        match self.error.kind() {
            ErrorKind::InvalidSubcommand => {
                let name = self.one(ContextKind::InvalidSubcommand);
                let mut args = vec![("name", name.into())];
                args.extend(self.near(ContextKind::SuggestedSubcommand));
                self.say("usage-no-command", &args)
            }
            ErrorKind::UnknownArgument => {
                let word = self.one(ContextKind::InvalidArg);
                if !word.starts_with('-') {
                    return self.say("usage-word-too-many", &[("word", word.into())]);
                }
                let mut args = vec![("option", word.into())];
                args.extend(self.near(ContextKind::SuggestedArg));
                self.say("usage-no-option", &args)
            }
            ErrorKind::InvalidValue if self.one(ContextKind::InvalidValue).is_empty() => {
                self.say("usage-no-value", &[("option", self.one(ContextKind::InvalidArg).into())])
            }
            ErrorKind::InvalidValue => {
                let mut args = self.value();
                args.push(("possible", self.list(ContextKind::ValidValue).join(", ").into()));
                args.extend(self.near(ContextKind::SuggestedValue));
                self.say("usage-no-such-value", &args)
            }
            ErrorKind::ValueValidation => self.unfit(),
            ErrorKind::MissingRequiredArgument => {
                let missing = self.list(ContextKind::InvalidArg);
                let args = [("count", missing.len().into()), ("missing", missing.join(", ").into())];
                self.say("usage-missing", &args)
            }
            ErrorKind::ArgumentConflict => {
                let (option, other) = (self.one(ContextKind::InvalidArg), self.list(ContextKind::PriorArg));
                if other.first().is_none_or(|other| *other == option) {
                    return self.say("usage-twice", &[("option", option.into())]);
                }
                let args = [("option", option.into()), ("other", other.join(", ").into())];
                self.say("usage-conflict", &args)
            }
            // The others are about lists of values, which no option takes by number.
            _ => self.say("usage-not-understood", &[]),
        }
    }

    /// A value that its option cannot read.
    fn unfit(&self) -> String {
        let mut args = self.value();
        let reason = self.error.source();
        if reason.is_some_and(|reason| reason.downcast_ref::<ParseIntError>().is_some()) {
            return self.say("usage-no-number", &args);
        }
        if self.one(ContextKind::InvalidValue).parse::<i128>().is_ok() {
            return self.say("usage-out-of-range", &args);
        }
        args.push(("reason", reason.map(ToString::to_string).unwrap_or_default().into()));
        self.say("usage-unfit", &args)
    }

    /// The option, and the value that it was given.
    fn value(&self) -> Vec<(&'static str, FluentValue<'static>)> {
        vec![
            ("option", self.one(ContextKind::InvalidArg).into()),
            ("value", self.one(ContextKind::InvalidValue).into()),
        ]
    }

    /// What may be meant instead, and whether there is such a thing.
    fn near(&self, kind: ContextKind) -> [(&'static str, FluentValue<'static>); 2] {
        // Of several the nearest stands last.
        let near = self.list(kind).pop().unwrap_or_default();
        [("near-count", usize::from(!near.is_empty()).into()), ("near", near.into())]
    }

    /// The first of what the error says of this; nothing where it says nothing.
    fn one(&self, kind: ContextKind) -> String {
        self.list(kind).into_iter().next().unwrap_or_default()
    }

    fn list(&self, kind: ContextKind) -> Vec<String> {
        let plain = |text: &str| shown(text).into_owned();
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![plain(text)],
            Some(ContextValue::Strings(texts)) => texts.iter().map(|text| plain(text)).collect(),
            _ => Vec::new(),
        }
    }

    fn say(&self, message: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.catalogue.say(message, args)
    }
}
