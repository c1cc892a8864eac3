//! What can be set in a `scf.toml`, one by one.

use crate::plan::{FindingName, Settings};

/// Something that can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Setting {
    /// `fail_on`.
    FailOn,
    /// `fail_on_dated`.
    FailOnDated,
    /// `leave_out`.
    LeaveOut,
    /// The weight of a finding, under `[severity]`.
    Severity(FindingName),
    /// A threshold, under `[thresholds]`, by its name.
    Threshold(&'static str),
}

impl Setting {
    /// Those that stand above the first table.
    pub const ABOVE: [Self; 3] = [Self::FailOn, Self::FailOnDated, Self::LeaveOut];

    /// All of them: those above the tables, then thresholds, then findings.
    pub fn all() -> impl Iterator<Item = Self> {
        let thresholds = Settings::THRESHOLDS.into_iter().map(Self::Threshold);
        let findings = FindingName::ALL.iter().copied().map(Self::Severity);
        Self::ABOVE.into_iter().chain(thresholds).chain(findings)
    }

    /// The key in its table.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::FailOn => "fail_on",
            Self::FailOnDated => "fail_on_dated",
            Self::LeaveOut => "leave_out",
            Self::Severity(finding) => finding.name(),
            Self::Threshold(name) => name,
        }
    }

    /// The table it stands in; nothing above the first one.
    #[must_use]
    pub fn table(self) -> Option<&'static str> {
        match self {
            Self::Severity(_) => Some("severity"),
            Self::Threshold(_) => Some("thresholds"),
            _ => None,
        }
    }

    /// Its keys from the top, joined by a full stop, as TOML takes them.
    #[must_use]
    pub fn name(self) -> String {
        self.table().map_or_else(|| self.key().to_owned(), |table| format!("{table}.{}", self.key()))
    }
}
