//! A settings file that was read: what it sets, and where in it.

use super::leave_out::LeaveOut;
use super::{Setting, SettingsFile};
use crate::plan::{Settings, SeveritySetting};
use crate::source::{Source, Span};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a team has set for the plans below a folder.
#[derive(Debug)]
pub struct TeamSettings {
    /// The text of the file.
    pub source: Source,
    /// What it says.
    pub file: SettingsFile,
    severities: Vec<SeveritySetting>,
    thresholds: Settings,
    places: BTreeMap<Setting, Span>,
    leave_out: LeaveOut,
    folder: PathBuf,
}

impl TeamSettings {
    pub(super) fn new(
        source: Source,
        file: SettingsFile,
        places: BTreeMap<Setting, Span>,
        folder: PathBuf,
    ) -> Self {
        Self {
            severities: file.severities(),
            thresholds: file.beneath_a_plan(),
            leave_out: LeaveOut::of(&file.leave_out),
            source,
            file,
            places,
            folder,
        }
    }

    /// The severities that the file sets.
    #[must_use]
    pub fn severities(&self) -> &[SeveritySetting] {
        &self.severities
    }

    /// What a plan begins with that sets nothing itself.
    #[must_use]
    pub fn thresholds(&self) -> &Settings {
        &self.thresholds
    }

    /// Where the file sets this: its key.
    #[must_use]
    pub fn place(&self, setting: Setting) -> Option<Span> {
        self.places.get(&setting).copied()
    }

    /// Whether a plan is passed over where folders are walked. The path is the whole one, with all links followed but
    /// its own.
    #[must_use]
    pub fn leaves_out(&self, plan: &Path) -> bool {
        plan.strip_prefix(&self.folder).is_ok_and(|below| self.leave_out.means(below))
    }
}
