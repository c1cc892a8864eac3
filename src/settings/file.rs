//! The file `scf.toml` as data: every field that it can have, and nothing else.

use crate::plan::{FindingName, Settings, Severity, SeveritySetting};
use clap::ValueEnum;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a team sets for all its plans. It stands in a file `scf.toml`, in the folder of the plans or in one above it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SettingsFile {
    /// From which weight on a finding makes `scf check` and `scf diff` end with 1. Without it: warning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fail_on: Option<FailOn>,
    /// Whether those findings count for `fail_on` too that came only because time went on. Without it: false.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fail_on_dated: Option<bool>,
    /// Plans that are passed over where a folder or a pattern is given: paths below the folder of this file, with `/`
    /// between folders. `*` stands for a part of a name, `**` for any folders. A folder means all that is in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(max = 1000), inner(length(min = 1)))]
    pub leave_out: Vec<String>,
    /// How much each finding weighs.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(schema_with = "crate::schema::settings::weights")]
    pub severity: BTreeMap<FindingName, Weight>,
    /// From when on something is found. A plan that sets one itself goes before this file.
    #[serde(skip_serializing_if = "Thresholds::is_empty")]
    pub thresholds: Thresholds,
}

/// From which weight on a finding makes a command end with 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)] // The words say it; a text here would make the help of the command line long.
pub enum FailOn {
    Error,
    Warning,
    Advice,
    Never,
    /// Warnings and errors that are not in the baseline, which must be named
    New,
}

impl FailOn {
    /// The word for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
            Self::Never => "never",
            Self::New => "new",
        }
    }

    /// The least weight that makes the command end with 1; nothing where none does.
    #[must_use]
    pub fn least(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            // What is in the baseline is accepted: all that counts is new.
            Self::Warning | Self::New => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// The plan contradicts itself or cannot be read.
    Error,
    /// The plan has a hole.
    Warning,
    /// Worth a conversation.
    Advice,
    /// It is not looked for.
    Off,
}

impl Weight {
    /// The severity; nothing for off.
    #[must_use]
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Off => None,
        }
    }
}

/// From when on something is found: whole numbers from 0 on. What is not set is as the format of plans has it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Thresholds {
    /// Fewest results whose loss makes a bottleneck. Without it: 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bottleneck_min: Option<u32>,
    /// Share of the results whose loss makes a bottleneck, in percent. Without it: 20.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bottleneck_percent: Option<u32>,
    /// Share of the open activities whose fall makes a bottleneck, in percent. Without it: 40.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bottleneck_activities_percent: Option<u32>,
    /// Fewest waiting activities and tasks that make a choke-point. Without it: 3.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choke_min: Option<u32>,
    /// Share of waiting activities and tasks that makes a choke-point, in percent. Without it: 20.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub choke_percent: Option<u32>,
    /// More goals than this are crowded. Without it: 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crowded_goals: Option<u32>,
    /// More objectives than this are crowded. Without it: 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crowded_objectives: Option<u32>,
    /// More activities than this under one objective are crowded. Without it: 7.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crowded_activities: Option<u32>,
    /// Days after which a plan wants to be read again. Without it: 90.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review_every_days: Option<u32>,
    /// More than this share of the open tasks is most of them, in percent. Without it: 40.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carries_most_percent: Option<u32>,
    /// From this many open tasks on it is asked who carries most of them. Without it: 10.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carries_most_tasks: Option<u32>,
    /// More than this share of the money from one donor is a concentration, in percent. Without it: 60.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub donor_percent: Option<u32>,
    /// This share of the money is enough to go on, in percent. Without it: 80.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub money_enough_percent: Option<u32>,
    /// More reports than this in a quarter are a load. Without it: 2.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reports_per_quarter: Option<u32>,
    /// Days after which consent wants to be asked for again. Without it: 180.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_days: Option<u32>,
    /// Most schemes that are enumerated. Without it: 100000.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schemes_max: Option<u32>,
}

impl Thresholds {
    /// Each threshold that is set, by its name.
    pub fn set(&self) -> impl Iterator<Item = (&'static str, u32)> {
        let all = [
            ("bottleneck_min", self.bottleneck_min),
            ("bottleneck_percent", self.bottleneck_percent),
            ("bottleneck_activities_percent", self.bottleneck_activities_percent),
            ("choke_min", self.choke_min),
            ("choke_percent", self.choke_percent),
            ("crowded_goals", self.crowded_goals),
            ("crowded_objectives", self.crowded_objectives),
            ("crowded_activities", self.crowded_activities),
            ("review_every_days", self.review_every_days),
            ("carries_most_percent", self.carries_most_percent),
            ("carries_most_tasks", self.carries_most_tasks),
            ("donor_percent", self.donor_percent),
            ("money_enough_percent", self.money_enough_percent),
            ("reports_per_quarter", self.reports_per_quarter),
            ("consent_days", self.consent_days),
            ("schemes_max", self.schemes_max),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value?)))
    }

    fn is_empty(&self) -> bool {
        self.set().next().is_none()
    }
}

impl SettingsFile {
    /// What a plan begins with that sets nothing itself: the thresholds of the format, and over them those of the file.
    #[must_use]
    pub fn beneath_a_plan(&self) -> Settings {
        let mut settings = Settings::default();
        for (name, value) in self.thresholds.set() {
            if let Some(threshold) = settings.threshold(name) {
                *threshold = value;
            }
        }
        settings
    }

    /// The severities that it sets, by the name of the finding.
    #[must_use]
    pub fn severities(&self) -> Vec<SeveritySetting> {
        self.severity.iter().map(|(&finding, weight)| (finding, weight.severity())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::SettingsFile;
    use crate::plan::Settings;

    #[test]
    fn a_file_knows_the_thresholds_of_a_plan_and_no_others() {
        let lines = Settings::THRESHOLDS.iter().zip(1000..).map(|(name, value)| format!("{name} = {value}"));
        let text = lines.collect::<Vec<_>>().join("\n");
        let file: SettingsFile = toml::from_str(&format!("[thresholds]\n{text}")).unwrap();
        let named: Vec<_> = file.thresholds.set().collect();
        assert_eq!(named, Settings::THRESHOLDS.into_iter().zip(1000..).collect::<Vec<_>>());
        let mut settings = file.beneath_a_plan();
        for (name, value) in Settings::THRESHOLDS.into_iter().zip(1000..) {
            assert_eq!(settings.threshold(name).copied(), Some(value), "{name}");
        }
    }

    #[test]
    fn what_is_not_set_is_not_written() {
        assert_eq!(toml::to_string(&SettingsFile::default()).unwrap(), "");
    }
}
