//! How much a finding weighs in a plan, and who has said so.

use super::{Acceptance, Definition};
use crate::plan::{FindingName, Severity, SeveritySetting};

/// The severities somebody has set, the last word first.
///
/// Where settings are in force for all plans, a plan may make a finding weigh more, and not less: what it makes lighter, or
/// turns off, is given with its full weight, as accepted.
#[derive(Debug, Clone, Copy)]
pub struct Severities<'a> {
    /// Set on the command line.
    pub flags: &'a [SeveritySetting],
    /// Set in the settings for all plans; without such settings, the plan's own word holds.
    pub file: Option<&'a [SeveritySetting]>,
    /// Set in the plan.
    pub plan: &'a [SeveritySetting],
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weighed {
    /// The severity it is given with.
    pub severity: Severity,
    /// That the plan's own settings make it lighter than it may be.
    pub lowered: Option<Acceptance>,
}

impl From<Severity> for Weighed {
    fn from(severity: Severity) -> Self {
        Self { severity, lowered: None }
    }
}

impl Severities<'_> {
    /// The severity in force; nothing where the finding is off.
    #[must_use]
    pub fn of(&self, definition: &Definition) -> Option<Weighed> {
        let name = definition.name;
        let usual = Some(definition.severity);
        if let Some((_, by_flag)) = last(self.flags, name) {
            return by_flag.map(Weighed::from);
        }
        let by_plan = last(self.plan, name);
        let for_all = last(self.file.unwrap_or_default(), name).map_or(usual, |(_, severity)| severity);
        match (by_plan, for_all) {
            (None, for_all) => for_all.map(Weighed::from),
            (Some((_, to)), Some(severity)) if self.file.is_some() && weight(to) < weight(for_all) => {
                // A plan that runs in a circle stays so, whoever accepts it.
                let lowered = name.can_be_accepted().then_some(Acceptance::Settings { to });
                Some(Weighed { severity, lowered })
            }
            (Some((_, by_plan)), _) => by_plan.map(Weighed::from),
        }
    }
}

/// The last word on this finding.
fn last(settings: &[SeveritySetting], name: FindingName) -> Option<SeveritySetting> {
    settings.iter().rev().find(|(set, _)| *set == name).copied()
}

/// From 0, which is off, upwards.
fn weight(severity: Option<Severity>) -> u8 {
    severity.map_or(0, |severity| 3 - severity as u8)
}

#[cfg(test)]
mod tests {
    use super::{Severities, Weighed};
    use crate::findings::{Acceptance, definition};
    use crate::plan::{FindingName, Severity, SeveritySetting};

    const ORPHAN: FindingName = FindingName::Orphan;
    const OFF: Option<Severity> = None;
    const ADVICE: Option<Severity> = Some(Severity::Advice);
    const WARNING: Option<Severity> = Some(Severity::Warning);
    const ERROR: Option<Severity> = Some(Severity::Error);

    fn of(
        name: FindingName,
        flags: &[SeveritySetting],
        file: Option<&[SeveritySetting]>,
        plan: &[SeveritySetting],
    ) -> Option<Weighed> {
        Severities { flags, file, plan }.of(definition(name).unwrap())
    }

    fn lowered(severity: Severity, to: Option<Severity>) -> Weighed {
        Weighed { severity, lowered: Some(Acceptance::Settings { to }) }
    }

    #[test]
    fn without_settings_for_all_the_plan_has_its_word() {
        assert_eq!(of(ORPHAN, &[], None, &[]), WARNING.map(Weighed::from));
        assert_eq!(of(ORPHAN, &[], None, &[(ORPHAN, ADVICE)]), ADVICE.map(Weighed::from));
        assert_eq!(of(ORPHAN, &[], None, &[(ORPHAN, OFF)]), None);
    }

    #[test]
    fn under_settings_for_all_a_plan_can_only_raise() {
        let none: Option<&[SeveritySetting]> = Some(&[]);
        assert_eq!(of(ORPHAN, &[], none, &[(ORPHAN, ADVICE)]), Some(lowered(Severity::Warning, ADVICE)));
        assert_eq!(of(ORPHAN, &[], none, &[(ORPHAN, OFF)]), Some(lowered(Severity::Warning, OFF)));
        assert_eq!(of(ORPHAN, &[], none, &[(ORPHAN, ERROR)]), ERROR.map(Weighed::from));
        assert_eq!(of(ORPHAN, &[], none, &[(ORPHAN, WARNING)]), WARNING.map(Weighed::from));
        let advice: Option<&[SeveritySetting]> = Some(&[(ORPHAN, ADVICE)]);
        assert_eq!(of(ORPHAN, &[], advice, &[]), ADVICE.map(Weighed::from));
        assert_eq!(of(ORPHAN, &[], advice, &[(ORPHAN, WARNING)]), WARNING.map(Weighed::from));
        assert_eq!(of(ORPHAN, &[], advice, &[(ORPHAN, OFF)]), Some(lowered(Severity::Advice, OFF)));
        let off: Option<&[SeveritySetting]> = Some(&[(ORPHAN, OFF)]);
        assert_eq!(of(ORPHAN, &[], off, &[]), None);
        assert_eq!(of(ORPHAN, &[], off, &[(ORPHAN, OFF)]), None);
        assert_eq!(of(ORPHAN, &[], off, &[(ORPHAN, ADVICE)]), ADVICE.map(Weighed::from));
    }

    #[test]
    fn the_command_line_goes_above_all() {
        let file: Option<&[SeveritySetting]> = Some(&[(ORPHAN, ERROR)]);
        assert_eq!(of(ORPHAN, &[(ORPHAN, ADVICE)], file, &[(ORPHAN, OFF)]), ADVICE.map(Weighed::from));
        assert_eq!(of(ORPHAN, &[(ORPHAN, OFF)], file, &[]), None);
    }

    #[test]
    fn a_circle_cannot_be_made_lighter_under_settings_for_all() {
        let cycle = FindingName::Cycle;
        assert_eq!(of(cycle, &[], Some(&[]), &[(cycle, ADVICE)]), ERROR.map(Weighed::from));
    }
}
