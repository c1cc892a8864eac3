//! The text of a `scf.toml` into settings, collecting every fault.
//!
//! The keys and values are looked at one by one, so that everything that is wrong is told with its place and in plain
//! words. What they mean is then read by serde from the same text.

mod syntax;
#[cfg(test)]
mod tests;

use super::fault::{Faulty, SettingsFault, SettingsSlip};
use super::leave_out::{self, BadPattern};
use super::{FailOn, Setting, SettingsFile, TeamSettings, Weight};
use crate::plan::{FindingName, Severity, is_field_of_plan, meant_word, nearest};
use crate::source::{Slip, Source, Span};
use clap::ValueEnum as _;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::PathBuf;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Most bytes of a settings file that are read.
pub(super) const MOST_BYTES: usize = 1 << 20;
/// Most faults of one file that are told: nobody reads more.
const MOST_FAULTS: usize = 1000;
/// Most patterns of paths.
const MOST_PATTERNS: usize = 1000;

/// Reads a settings file. `folder` is where it stands: the whole path, with all links followed.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(source: Source, folder: PathBuf) -> Result<TeamSettings, Box<Faulty>> {
    if let Some(fault) = source.fault() {
        let is_large = fault.slip == Slip::FileTooLarge;
        let slip = if is_large { SettingsSlip::TooLarge } else { SettingsSlip::NotText };
        let fault = SettingsFault::new(slip, fault.at);
        return Err(Box::new(Faulty { source, faults: vec![fault] }));
    }
    let syntax::Readable { text, faults } = syntax::readable(&source);
    let mut reader = Reader { faults, places: BTreeMap::new() };
    // Behind a line that could not be read at all, nobody knows which table a key stands in.
    if reader.faults.iter().all(|fault| fault.slip != SettingsSlip::Syntax) {
        reader.root(DeTable::parse_recoverable(&text).0.get_ref());
    }
    let Reader { mut faults, places } = reader;
    if faults.is_empty() {
        match toml::from_str::<SettingsFile>(source.text()) {
            Ok(file) => return Ok(TeamSettings::new(source, file, places, folder)),
            // What is looked at above is all that serde refuses; whatever else it has to say must not be lost.
            Err(error) => faults.push(syntax::fault_of(&error)),
        }
    }
    faults.sort_by_key(|fault| (fault.at.start, fault.slip));
    faults.dedup_by_key(|fault| fault.at.start);
    Err(Box::new(Faulty { source, faults }))
}

/// What is met on the way through a file.
struct Reader {
    faults: Vec<SettingsFault>,
    places: BTreeMap<Setting, Span>,
}

type Entry<'e, 'i> = (&'e Spanned<std::borrow::Cow<'i, str>>, &'e Spanned<DeValue<'i>>);

impl Reader {
    fn fault(&mut self, fault: SettingsFault) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    fn root(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            if self.faults.len() >= MOST_FAULTS {
                break;
            }
            match &**key.get_ref() {
                "severity" => self.table(key, value, Self::severity),
                "thresholds" => self.table(key, value, Self::threshold),
                name => match Setting::ABOVE.into_iter().find(|setting| setting.key() == name) {
                    Some(setting) => {
                        self.places.insert(setting, span(key.span()));
                        self.above(setting, value);
                    }
                    None => self.unknown(key, &["severity", "thresholds"], Setting::ABOVE.into_iter(), None),
                },
            }
        }
    }

    fn table(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
        entry: fn(&mut Self, Entry<'_, '_>),
    ) {
        let Some(table) = value.get_ref().as_table() else {
            return self.wrong_type(key.get_ref(), value, "table");
        };
        for each in table {
            if self.faults.len() >= MOST_FAULTS {
                break;
            }
            entry(self, each);
        }
    }

    /// A setting above the first table.
    fn above(&mut self, setting: Setting, value: &Spanned<DeValue<'_>>) {
        match setting {
            Setting::FailOn => {
                let words = FailOn::value_variants().iter().map(|word| word.name());
                let meant = |text: &str| match meant_word::<Option<Severity>>(text) {
                    // What is off for a finding is never for a command.
                    Some("off") => Some("never"),
                    Some(word) => Some(word),
                    None => {
                        nearest(&text.to_lowercase(), FailOn::value_variants().iter().map(|word| word.name()))
                    }
                };
                self.word(setting, value, &words.collect::<Vec<_>>(), meant);
            }
            Setting::FailOnDated => {
                if value.get_ref().as_bool().is_none() {
                    self.wrong_type(setting.key(), value, "truth");
                }
            }
            _ => self.patterns(value),
        }
    }

    fn patterns(&mut self, value: &Spanned<DeValue<'_>>) {
        let key = Setting::LeaveOut.key();
        let Some(patterns) = value.get_ref().as_array() else { return self.wrong_type(key, value, "list") };
        if patterns.len() > MOST_PATTERNS {
            let fault = SettingsFault::new(SettingsSlip::TooMany, span(value.span()));
            return self.fault(fault.with("limit", &MOST_PATTERNS.to_string()));
        }
        for pattern in patterns {
            let Some(text) = pattern.get_ref().as_str() else {
                self.wrong_type(key, pattern, "text");
                continue;
            };
            let slip = match leave_out::read(text) {
                Ok(()) => continue,
                Err(BadPattern::Unreadable) => SettingsSlip::BadPattern,
                Err(BadPattern::Outside) => SettingsSlip::Outside,
            };
            self.fault(SettingsFault::new(slip, span(pattern.span())).with("value", text));
        }
    }

    /// A finding and its weight.
    fn severity(&mut self, (key, value): Entry<'_, '_>) {
        let name = &**key.get_ref();
        let at = span(key.span());
        let Some(finding) = FindingName::find(name) else {
            let findings = FindingName::ALL.iter().map(|finding| Setting::Severity(*finding));
            return self.unknown(key, &[], findings, Some("severity"));
        };
        self.places.insert(Setting::Severity(finding), at);
        let words = [Weight::Error, Weight::Warning, Weight::Advice, Weight::Off]
            .map(|weight| weight.severity().map_or("off", Severity::name));
        let meant = |text: &str| meant_word::<Option<Severity>>(text);
        let is_word = self.word(Setting::Severity(finding), value, &words, meant);
        if is_word && finding.is_of_text() && value.get_ref().as_str() != Some("error") {
            self.fault(SettingsFault::new(SettingsSlip::AlwaysError, at).with("key", name));
        }
    }

    /// A threshold and its number.
    fn threshold(&mut self, (key, value): Entry<'_, '_>) {
        let name = &**key.get_ref();
        let setting =
            Setting::all().find(|setting| matches!(setting, Setting::Threshold(known) if *known == name));
        let Some(setting) = setting else {
            let thresholds = Setting::all().filter(|setting| matches!(setting, Setting::Threshold(_)));
            return self.unknown(key, &[], thresholds, Some("thresholds"));
        };
        self.places.insert(setting, span(key.span()));
        let at = span(value.span());
        match value.get_ref() {
            DeValue::Integer(number) => {
                if u32::from_str_radix(number.as_str(), number.radix()).is_err() {
                    let shown = number.to_string();
                    self.fault(SettingsFault::new(SettingsSlip::BadNumber, at).with("value", &shown));
                }
            }
            DeValue::Float(number) => {
                let shown = number.to_string();
                self.fault(SettingsFault::new(SettingsSlip::BadNumber, at).with("value", &shown));
            }
            _ => self.wrong_type(name, value, "number"),
        }
    }

    /// One word of a few. Gives whether it is one.
    fn word(
        &mut self,
        setting: Setting,
        value: &Spanned<DeValue<'_>>,
        words: &[&'static str],
        meant: impl Fn(&str) -> Option<&'static str>,
    ) -> bool {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(setting.key(), value, "word");
            return false;
        };
        if words.contains(&text) {
            return true;
        }
        let fault = SettingsFault::new(SettingsSlip::BadWord, span(value.span())).with("value", text);
        let fault = fault.with("words", &words.join(", "));
        let meant = meant(text.trim()).unwrap_or_default();
        self.fault(fault.with("meant", meant));
        false
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wants: &str) {
        let fault = SettingsFault::new(SettingsSlip::WrongType, span(value.span()));
        self.fault(fault.with("key", key).with("wants", wants));
    }

    /// A key that does not stand where it may, or is none. `here`: what may stand here; `table`: in which table.
    fn unknown(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        tables: &[&'static str],
        here: impl Iterator<Item = Setting>,
        table: Option<&'static str>,
    ) {
        let (name, at) = (&**key.get_ref(), span(key.span()));
        let fault = |slip| SettingsFault::new(slip, at).with("key", name);
        let elsewhere = |setting: Setting| {
            let fault = fault(SettingsSlip::Elsewhere).with("meant", setting.key());
            fault.with("table", setting.table().unwrap_or_default())
        };
        if let Some(setting) = Setting::all().find(|setting| setting.key() == name) {
            return self.fault(elsewhere(setting));
        }
        let like = name.to_lowercase();
        let plain = |name: &str| name.replace(['-', ' '], "_");
        let mut near: Vec<&'static str> = here.map(Setting::key).collect();
        near.extend(tables);
        // `Bottleneck_Min`, `no_host` and `fail-on` are written another way, and no slips of a letter.
        let same = near.iter().copied().find(|known| plain(known) == plain(&like));
        let meant = same.or_else(|| nearest(&like, near.iter().copied()));
        if let Some(meant) = meant {
            let slip =
                if table == Some("severity") { SettingsSlip::UnknownFinding } else { SettingsSlip::Unknown };
            return self.fault(fault(slip).with("meant", meant));
        }
        let all: Vec<Setting> = Setting::all().collect();
        let elsewhere_near = nearest(&like, all.iter().map(|setting| setting.key()));
        if let Some(setting) = all.iter().find(|setting| Some(setting.key()) == elsewhere_near) {
            return self.fault(elsewhere(*setting));
        }
        if table.is_none() && is_field_of_plan(name) {
            return self.fault(fault(SettingsSlip::OfPlan));
        }
        let slip =
            if table == Some("severity") { SettingsSlip::UnknownFinding } else { SettingsSlip::Unknown };
        self.fault(fault(slip).with("meant", ""));
    }
}

fn span(range: Range<usize>) -> Span {
    Span::new(range.start, range.end)
}
