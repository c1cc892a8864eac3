//! What TOML cannot read, in words of our own where it is a slip that people often make.

use crate::settings::fault::{SettingsFault, SettingsSlip};
use crate::source::{Source, Span};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use toml::de::{DeTable, Error};

/// How often a text is read again without the lines that could not be read.
const ROUNDS: usize = 50;
/// A larger text is read only once: nobody wrote it by hand.
const LARGE: usize = 1 << 16;

/// As much of a text as can be read.
pub(super) struct Readable<'s> {
    /// The text with blanks for lines that cannot be read; every place in it is as it was.
    pub(super) text: Cow<'s, str>,
    /// What is wrong with the text: one fault for a line.
    pub(super) faults: Vec<SettingsFault>,
}

/// What can be read of a text. The reader of TOML stops at some faults: what comes after them is read without them.
pub(super) fn readable(source: &Source) -> Readable<'_> {
    let mut text = Cow::Borrowed(source.text());
    let mut by_line = BTreeMap::new();
    let rounds = if text.len() > LARGE { 1 } else { ROUNDS };
    for _ in 0..rounds {
        let (_, errors) = DeTable::parse_recoverable(&text);
        let mut blank: BTreeSet<u32> = BTreeSet::new();
        for (line, fault) in faults_of(source, &errors) {
            let is_known = by_line.contains_key(&line);
            if !is_known && matches!(fault.slip, SettingsSlip::Colon | SettingsSlip::Syntax) {
                blank.insert(line);
            }
            by_line.entry(line).or_insert(fault);
        }
        // Who writes one line as in a plan writes all of them so.
        if by_line.values().any(|fault| fault.slip == SettingsSlip::Colon) {
            for line in 1..=source.lines() {
                if let Some(fault) = colon_in(source, line).filter(|_| !by_line.contains_key(&line)) {
                    by_line.insert(line, fault);
                    blank.insert(line);
                }
            }
        }
        if blank.is_empty() {
            break;
        }
        for line in blank {
            let range = source.line_span(line).range();
            let blanks = " ".repeat(range.len());
            text.to_mut().replace_range(range, &blanks);
        }
    }
    Readable { text, faults: by_line.into_values().collect() }
}

/// The faults that the reader of TOML has met: one for a line, for the rest of a line is mostly wrong for the same reason.
fn faults_of(source: &Source, errors: &[Error]) -> BTreeMap<u32, SettingsFault> {
    let mut by_line: BTreeMap<u32, SettingsFault> = BTreeMap::new();
    for error in errors {
        let at = place_of(error);
        let line = source.position(at.start).line;
        let fault = slip_in(source, line, at, error.message());
        let known = by_line.entry(line).or_insert_with(|| fault.clone());
        // A slip with a name says more than that the line cannot be read.
        if known.slip == SettingsSlip::Syntax && (fault.slip != known.slip || fault.at < known.at) {
            *known = fault;
        }
    }
    by_line
}

/// The one fault that stands for everything that serde says.
pub(super) fn fault_of(error: &Error) -> SettingsFault {
    SettingsFault::new(SettingsSlip::Syntax, place_of(error)).with("said", error.message())
}

fn place_of(error: &Error) -> Span {
    error.span().map_or_else(Span::default, |range| Span::new(range.start, range.end))
}

fn slip_in(source: &Source, line: u32, at: Span, said: &str) -> SettingsFault {
    if let Some(fault) = colon_in(source, line) {
        return fault;
    }
    let there = source.slice(at);
    if said.starts_with("string values must be quoted") {
        let word = there.trim_matches(|c: char| !c.is_alphanumeric());
        return SettingsFault::new(SettingsSlip::NoQuotes, at).with("value", word);
    }
    if said.starts_with("missing escaped value") {
        return SettingsFault::new(SettingsSlip::Backslash, at);
    }
    if said.starts_with("duplicate key") {
        return SettingsFault::new(SettingsSlip::Twice, at).with("key", there);
    }
    SettingsFault::new(SettingsSlip::Syntax, at).with("said", said)
}

/// The colon of a line that is written as plans have it: `name: value`.
fn colon_in(source: &Source, line: u32) -> Option<SettingsFault> {
    let (before, _) = source.line(line).split_once(':')?;
    let key = before.trim();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-');
    let colon = source.line_span(line).start as usize + before.len();
    let fault = SettingsFault::new(SettingsSlip::Colon, Span::new(colon, colon + 1));
    (!key.is_empty() && key.chars().all(is_key)).then(|| fault.with("key", key))
}
