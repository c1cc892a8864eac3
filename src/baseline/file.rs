//! A baseline as a file: JSON with one entry a line, so that a change of one is a change of one line.

use super::{Baseline, Entry, sort};
use crate::plan::FindingName;
use jiff::civil::Date;
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Write};

/// Bytes that are read of a file: entries for more plans than anybody has.
pub const MOST_BYTES: usize = 256 << 20;
/// The version of the format: there is one.
const FORMAT: u32 = 1;

/// Why a file is no baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong, as the name of a message.
    pub why: &'static str,
    /// The line, from 1; 0 where it is the file as a whole.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// What can be wrong with a value: messages by which it is told.
const NO_FORMAT: &str = "baseline-other-format";
const NO_FINDING: &str = "baseline-no-finding";
const NO_BASELINE_OF: &str = "baseline-never";
const NO_FINGERPRINT: &str = "baseline-no-fingerprint";
const NO_DAY: &str = "baseline-no-day";
const NO_PATH: &str = "baseline-no-path";
/// What is wrong with the rest.
const TOO_LARGE: &str = "baseline-too-large";
const NOT_JSON: &str = "baseline-not-json";
const CUT_OFF: &str = "baseline-cut-off";
const OTHER_SHAPE: &str = "baseline-other-shape";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRead {
    #[serde(deserialize_with = "format")]
    #[allow(dead_code)] // It is looked at while it is read.
    format: (),
    entries: Plans,
}

/// The entries by the path of their plan. They are put there one by one: a file may have very many.
struct Plans(BTreeMap<Box<str>, Vec<Entry>>);

impl<'de> Deserialize<'de> for Plans {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Lines;
        impl<'de> Visitor<'de> for Lines {
            type Value = Plans;

            fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str("a list of entries")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut lines: A) -> Result<Plans, A::Error> {
                let mut plans: BTreeMap<Box<str>, Vec<Entry>> = BTreeMap::new();
                while let Some(Line { plan, finding, item, fingerprint, since }) = lines.next_element()? {
                    let entry = Entry { finding, item, fingerprint, since };
                    match plans.get_mut(&*plan) {
                        Some(entries) => entries.push(entry),
                        None => drop(plans.insert(plan.into(), vec![entry])),
                    }
                }
                Ok(Plans(plans))
            }
        }
        from.deserialize_seq(Lines)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow, deserialize_with = "path")]
    plan: Cow<'a, str>,
    #[serde(deserialize_with = "finding")]
    finding: FindingName,
    #[serde(default)]
    item: Option<Box<str>>,
    #[serde(deserialize_with = "fingerprint")]
    fingerprint: u64,
    #[serde(deserialize_with = "day")]
    since: Date,
}

#[derive(Serialize)]
struct LineWritten<'a> {
    plan: &'a str,
    finding: &'static str,
    item: Option<&'a str>,
    fingerprint: String,
    since: Date,
}

impl Baseline {
    /// Reads a file.
    ///
    /// # Errors
    /// What is wrong with it and where, if it is no baseline of this format.
    pub fn read(bytes: &[u8]) -> Result<Self, Broken> {
        if bytes.len() > MOST_BYTES {
            return Err(Broken { why: TOO_LARGE, line: 0, column: 0 });
        }
        let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
        let file: FileRead = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
        let Plans(plans) = file.entries;
        let mut baseline = Self { plans };
        baseline.plans.values_mut().for_each(|entries| sort(entries));
        Ok(baseline)
    }

    /// Writes a file: sorted by plan, finding, item and fingerprint.
    ///
    /// # Errors
    /// Where `out` takes no more.
    pub fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"format\": {FORMAT}, \"entries\": [")?;
        let lines =
            self.plans.iter().flat_map(|(plan, entries)| entries.iter().map(move |entry| (plan, entry)));
        for (index, (plan, entry)) in lines.enumerate() {
            out.write_all(if index == 0 { b"\n" } else { b",\n" })?;
            let Entry { finding, item, fingerprint, since } = entry;
            let line = LineWritten {
                plan,
                finding: finding.name(),
                item: item.as_deref(),
                fingerprint: format!("{fingerprint:016x}"),
                since: *since,
            };
            serde_json::to_writer(&mut *out, &line)?;
        }
        out.write_all(b"\n]}\n")
    }
}

fn broken(error: &serde_json::Error) -> Broken {
    use serde_json::error::Category;
    let said = error.to_string();
    let own = [NO_FORMAT, NO_FINDING, NO_BASELINE_OF, NO_FINGERPRINT, NO_DAY, NO_PATH];
    let why = match error.classify() {
        Category::Data => own.into_iter().find(|own| said.starts_with(own)).unwrap_or(OTHER_SHAPE),
        Category::Eof => CUT_OFF,
        Category::Syntax | Category::Io => NOT_JSON,
    };
    Broken { why, line: error.line(), column: error.column().max(1) }
}

fn format<'de, D: Deserializer<'de>>(from: D) -> Result<(), D::Error> {
    let format = serde_json::Value::deserialize(from)?;
    if format == FORMAT { Ok(()) } else { Err(D::Error::custom(NO_FORMAT)) }
}

fn path<'de, D: Deserializer<'de>>(from: D) -> Result<Cow<'de, str>, D::Error> {
    let text = text(from)?;
    if text.is_empty() { Err(D::Error::custom(NO_PATH)) } else { Ok(text) }
}

fn finding<'de, D: Deserializer<'de>>(from: D) -> Result<FindingName, D::Error> {
    let finding = FindingName::find(&text(from)?).ok_or_else(|| D::Error::custom(NO_FINDING))?;
    if finding.can_be_accepted() { Ok(finding) } else { Err(D::Error::custom(NO_BASELINE_OF)) }
}

fn fingerprint<'de, D: Deserializer<'de>>(from: D) -> Result<u64, D::Error> {
    let text = text(from)?;
    let is_one = text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let number = if is_one { u64::from_str_radix(&text, 16).ok() } else { None };
    number.ok_or_else(|| D::Error::custom(NO_FINGERPRINT))
}

fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
    let text = text(from)?;
    let is_full = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = if is_full { text.parse().ok() } else { None };
    day.ok_or_else(|| D::Error::custom(NO_DAY))
}

/// A text, borrowed where nothing in it is escaped.
fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Cow<'de, str>, D::Error> {
    #[derive(Deserialize)]
    struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
    Text::deserialize(from).map(|Text(text)| text)
}
