//! What is in force for a plan, setting by setting, and who has said so.

use super::{FailOn, Setting, TeamSettings};
use crate::findings;
use crate::plan::{FindingName, Settings, Severity, SeveritySetting};
use crate::source::{Source, Span};

/// What the command line sets.
#[derive(Debug, Clone, Default)]
pub struct Flags {
    /// `--severity`.
    pub severity: Vec<SeveritySetting>,
    /// `--fail-on`.
    pub fail_on: Option<FailOn>,
    /// `--fail-on-dated`.
    pub fail_on_dated: Option<bool>,
}

/// Who has said what is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum From {
    /// Nobody: it is as the format has it.
    Default,
    /// The settings file, at this place.
    File(Span),
    /// The plan, at this place.
    Plan(Span),
    /// The command line.
    Flag,
}

/// What a setting is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A word: a weight, or what makes a command end with 1.
    Word(&'static str),
    /// Yes or no.
    Truth(bool),
    /// A number.
    Number(u32),
    /// Paths.
    Paths(Vec<String>),
}

/// One setting as it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Which.
    pub setting: Setting,
    /// What it is set to.
    pub value: Value,
    /// Who has said so.
    pub from: From,
}

/// Everything that is in force for a plan, or for the plans of a folder.
#[derive(Debug)]
pub struct InForce<'a> {
    /// The settings file that holds.
    pub team: Option<&'a TeamSettings>,
    /// The plan's text, where there is a plan.
    pub plan: Option<&'a Source>,
    /// Every setting, in the order of [`Setting::all`].
    pub entries: Vec<Entry>,
    /// Findings that the plan weighs less than the settings file that holds, or than the format where that says nothing;
    /// what is found of them counts as accepted. None where no file holds: then the plan's own word is the only one.
    pub lowered: Vec<FindingName>,
}

impl<'a> InForce<'a> {
    /// What is in force under a settings file, a plan with what it begins with (where there is one), and flags: the last
    /// word have the flags, then the plan, then the file.
    #[must_use]
    pub fn of(team: Option<&'a TeamSettings>, plan: Option<(&'a Source, &Settings)>, flags: &Flags) -> Self {
        let usual = team.map_or_else(Settings::default, |team| team.thresholds().clone());
        let (source, settings) = plan.unzip();
        let mut effective = settings.unwrap_or(&usual).clone();
        let thresholds =
            Settings::THRESHOLDS.map(|name| (name, effective.threshold(name).copied().unwrap_or_default()));
        let sources = Sources { team, plan: settings, flags, thresholds };
        let built = |setting: &Setting| match setting {
            Setting::Severity(finding) => findings::definition(*finding).is_some(),
            _ => true,
        };
        let entries = Setting::all().filter(built).map(|setting| sources.entry(setting)).collect();
        let lowered =
            FindingName::ALL.iter().copied().filter(|finding| sources.is_lowered(*finding)).collect();
        Self { team, plan: source, entries, lowered }
    }
}

struct Sources<'a> {
    team: Option<&'a TeamSettings>,
    plan: Option<&'a Settings>,
    flags: &'a Flags,
    /// Every threshold as it is in force.
    thresholds: [(&'static str, u32); 16],
}

impl Sources<'_> {
    fn entry(&self, setting: Setting) -> Entry {
        let (value, from) = match setting {
            Setting::FailOn => {
                let set = self.flags.fail_on.or(self.team.and_then(|team| team.file.fail_on));
                let value = Value::Word(set.unwrap_or(FailOn::Warning).name());
                (value, self.flag_or_file(self.flags.fail_on.is_some(), setting))
            }
            Setting::FailOnDated => {
                let set = self.flags.fail_on_dated.or(self.team.and_then(|team| team.file.fail_on_dated));
                let from = self.flag_or_file(self.flags.fail_on_dated.is_some(), setting);
                (Value::Truth(set.unwrap_or(false)), from)
            }
            Setting::LeaveOut => {
                let paths = self.team.map(|team| team.file.leave_out.clone()).unwrap_or_default();
                (Value::Paths(paths), self.flag_or_file(false, setting))
            }
            Setting::Threshold(name) => {
                let value =
                    self.thresholds.iter().find(|(known, _)| *known == name).map_or(0, |(_, value)| *value);
                let from = self.by_plan(name).unwrap_or_else(|| self.flag_or_file(false, setting));
                (Value::Number(value), from)
            }
            Setting::Severity(finding) => self.severity(finding),
        };
        Entry { setting, value, from }
    }

    fn severity(&self, finding: FindingName) -> (Value, From) {
        let by_flag = by(&self.flags.severity, finding, From::Flag);
        let by_plan = || self.by_plan_itself(finding);
        let Weighed { severity, from } = by_flag.or_else(by_plan).unwrap_or_else(|| self.agreed(finding));
        (Value::Word(severity.map_or("off", Severity::name)), from)
    }

    /// What the plan itself says of a finding, where that holds.
    fn by_plan_itself(&self, finding: FindingName) -> Option<Weighed> {
        let own = by(&self.plan?.severity, finding, self.by_plan(finding.name())?)?;
        // What cannot be accepted cannot be made lighter than the team has agreed.
        let is_held = self.team.is_some() && !finding.can_be_accepted();
        (!is_held || own.lightness() <= self.agreed(finding).lightness()).then_some(own)
    }

    /// How much it weighs without a word of the plan.
    fn agreed(&self, finding: FindingName) -> Weighed {
        let of_file = self.team.and_then(|team| {
            let place = team.place(Setting::Severity(finding))?;
            by(team.severities(), finding, From::File(place))
        });
        let severity = findings::definition(finding).map(|definition| definition.severity);
        of_file.unwrap_or(Weighed { severity, from: From::Default })
    }

    fn is_lowered(&self, finding: FindingName) -> bool {
        let is_open = self.team.is_some() && by(&self.flags.severity, finding, From::Flag).is_none();
        let own = self.by_plan_itself(finding).filter(|_| is_open);
        own.is_some_and(|own| own.lightness() > self.agreed(finding).lightness())
    }

    fn by_plan(&self, key: &str) -> Option<From> {
        let written = &self.plan?.written;
        written.iter().rev().find(|(name, _)| *name == key).map(|(_, at)| From::Plan(*at))
    }

    fn flag_or_file(&self, is_flag: bool, setting: Setting) -> From {
        if is_flag {
            return From::Flag;
        }
        self.team.and_then(|team| team.place(setting)).map_or(From::Default, From::File)
    }
}

/// How much a finding weighs, and who has said so.
struct Weighed {
    /// Nothing where it is off.
    severity: Option<Severity>,
    from: From,
}

impl Weighed {
    /// The worst is the smallest; off is more than all.
    fn lightness(&self) -> u8 {
        self.severity.map_or(u8::MAX, |severity| severity as u8)
    }
}

/// What a list says last of a finding.
fn by(list: &[SeveritySetting], finding: FindingName, from: From) -> Option<Weighed> {
    let (_, severity) = list.iter().rev().find(|(name, _)| *name == finding)?;
    Some(Weighed { severity: *severity, from })
}

#[cfg(test)]
mod tests {
    use super::{Flags, From, InForce, Value};
    use crate::check::{Options, Whole, whole};
    use crate::plan::FindingName;
    use crate::settings::{FailOn, Setting, TeamSettings, read};
    use crate::source::Source;
    use std::sync::Arc;

    fn team(text: &str) -> Arc<TeamSettings> {
        Arc::new(read(Source::new("scf.toml", text.to_owned()), "".into()).unwrap())
    }

    fn plan(settings: &str, team: Option<&Arc<TeamSettings>>) -> Whole {
        let options = Options { settings: team.cloned(), ..Options::on(jiff::civil::date(2026, 11, 23)) };
        whole(Source::new("p", format!("ambition: Peace\n{settings}")), &options).unwrap()
    }

    /// The value of a setting, and who has said it: nothing, the file, the plan or a flag.
    fn said(in_force: &InForce<'_>, setting: Setting) -> (String, &'static str) {
        let entry = in_force.entries.iter().find(|entry| entry.setting == setting).unwrap();
        let value = match &entry.value {
            Value::Word(word) => (*word).to_owned(),
            Value::Truth(truth) => truth.to_string(),
            Value::Number(number) => number.to_string(),
            Value::Paths(paths) => paths.join(" "),
        };
        let from = match entry.from {
            From::Default => "default",
            From::File(_) => "file",
            From::Plan(_) => "plan",
            From::Flag => "flag",
        };
        (value, from)
    }

    /// Every combination of who has said something, and whose word holds.
    #[test]
    fn whose_word_holds() {
        const ORPHAN: Setting = Setting::Severity(FindingName::Orphan);
        const GOALS: Setting = Setting::Threshold("crowded_goals");
        for (in_file, in_plan, in_flag) in
            (0..8).map(|bits: u8| (bits & 1 != 0, bits & 2 != 0, bits & 4 != 0))
        {
            let file = in_file.then(|| {
                team("fail_on = 'error'\n[severity]\norphan = 'error'\n[thresholds]\ncrowded_goals = 1\n")
            });
            let written =
                if in_plan { "settings: {severity: {orphan: advice}, crowded_goals: 2}\n" } else { "" };
            let whole = plan(written, file.as_ref());
            let flags = if in_flag {
                Flags {
                    severity: vec![(FindingName::Orphan, None)],
                    fail_on: Some(FailOn::Never),
                    fail_on_dated: Some(true),
                }
            } else {
                Flags::default()
            };
            let in_force =
                InForce::of(whole.settings.as_deref(), Some((&whole.source, &whole.plan.settings)), &flags);
            let all = (in_file, in_plan, in_flag);
            let orphan = match all {
                (_, _, true) => ("off", "flag"),
                (_, true, _) => ("advice", "plan"),
                (true, ..) => ("error", "file"),
                _ => ("warning", "default"),
            };
            let goals = match all {
                (_, true, _) => ("2", "plan"),
                (true, ..) => ("1", "file"),
                _ => ("5", "default"),
            };
            let fail_on = match all {
                (_, _, true) => ("never", "flag"),
                (true, ..) => ("error", "file"),
                _ => ("warning", "default"),
            };
            for (setting, expected) in [(ORPHAN, orphan), (GOALS, goals), (Setting::FailOn, fail_on)] {
                let (value, from) = said(&in_force, setting);
                assert_eq!((value.as_str(), from), expected, "{setting:?} {all:?}");
            }
            // And what is checked with is the same.
            assert_eq!(whole.plan.settings.crowded_goals.to_string(), goals.0, "{all:?}");
            let is_lowered = in_file && in_plan && !in_flag;
            assert_eq!(
                in_force.lowered,
                if is_lowered { vec![FindingName::Orphan] } else { vec![] },
                "{all:?}"
            );
        }
    }

    #[test]
    fn only_what_weighs_less_is_lowered() {
        let lowered = |file: &str, plan_says: &str| {
            let file = team(file);
            let whole = plan(&format!("settings: {{severity: {{{plan_says}}}}}\n"), Some(&file));
            let settings = (&whole.source, &whole.plan.settings);
            InForce::of(Some(&file), Some(settings), &Flags::default()).lowered
        };
        assert_eq!(
            lowered("", "orphan: off, no-because: off, bottleneck: error, crowded: advice"),
            [FindingName::Orphan, FindingName::NoBecause]
        );
        assert_eq!(lowered("severity.orphan = 'off'", "orphan: advice"), []);
        assert_eq!(lowered("severity.crowded = 'error'", "crowded: warning"), [FindingName::Crowded]);
        assert_eq!(lowered("", "cycle: advice"), []);
        let (file, whole) = (team(""), plan("settings: {severity: {cycle: advice}}\n", Some(&team(""))));
        let settings = Some((&whole.source, &whole.plan.settings));
        let cycle = Setting::Severity(FindingName::Cycle);
        assert_eq!(
            said(&InForce::of(Some(&file), settings, &Flags::default()), cycle),
            ("error".into(), "default")
        );
        assert_eq!(said(&InForce::of(None, settings, &Flags::default()), cycle), ("advice".into(), "plan"));
    }
}
