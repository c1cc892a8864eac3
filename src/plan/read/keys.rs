//! Every key of the format, and the places where each may stand.

use crate::plan::{Kind, Level};

macro_rules! keys {
    ($($key:ident = $name:literal,)*) => {
        /// A key of the format. What it means depends on the place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(super) enum Key { $($key,)* }

        impl Key {
            /// Every key.
            pub(super) const ALL: &'static [Self] = &[$(Self::$key,)*];

            /// The key as people write it.
            pub(super) const fn name(self) -> &'static str {
                match self { $(Self::$key => $name,)* }
            }
        }
    };
}

keys! {
    // The plan itself and its sections.
    Scf = "scf", Title = "title", Summary = "summary", Language = "language", Stage = "stage",
    Start = "start", End = "end", Currency = "currency", Reviewed = "reviewed", Labels = "labels",
    SetUp = "set_up", Factors = "factors", Ambition = "ambition", Goals = "goals",
    Objectives = "objectives", Activities = "activities", Tasks = "tasks", People = "people",
    Organisations = "organisations", Parties = "parties", Others = "others",
    Constituencies = "constituencies", Donors = "donors", Choices = "choices",
    Assumptions = "assumptions", Scenarios = "scenarios", Lessons = "lessons", Accepted = "accepted",
    Settings = "settings",
    // Whatever has an id, and the items.
    Id = "id", Description = "description", Tags = "tags", Notes = "notes", Sensitivity = "sensitivity",
    Supports = "supports", Needs = "needs", Because = "because", Assumes = "assumes", Status = "status",
    Who = "who", Deputy = "deputy", Team = "team", Lead = "lead", Partners = "partners", For = "for",
    Days = "days", DependsOn = "depends_on", FeedsBack = "feeds_back", OnlyIf = "only_if",
    Hours = "hours", Every = "every", Cost = "cost", FundedBy = "funded_by", With = "with",
    Kind = "kind", Track = "track", Signs = "signs",
    // Signs.
    Measure = "measure", Baseline = "baseline", Target = "target", Value = "value", Source = "source",
    // People and the set-up.
    Organisation = "organisation", Side = "side", HoursPerWeek = "hours_per_week", Danger = "danger",
    Insider = "insider", Office = "office", KnownTo = "known_to", Away = "away", Form = "form",
    Host = "host", DecisionRule = "decision_rule",
    // Parties and donors.
    Influence = "influence", Consent = "consent", ConsentDate = "consent_date", Access = "access",
    Represents = "represents", Proscribed = "proscribed", Amount = "amount", State = "state",
    Visibility = "visibility", NoContact = "no_contact", Reports = "reports",
    // Choices, assumptions, scenarios, lessons.
    Question = "question", DecideBy = "decide_by", Options = "options", Excludes = "excludes",
    Criteria = "criteria", Chosen = "chosen", Commitment = "commitment", Trigger = "trigger",
    Scores = "scores", Holds = "holds", By = "by", Without = "without", Delays = "delays",
    Choose = "choose", Events = "events", On = "on", Say = "say", About = "about",
    // What is accepted, and the settings.
    Finding = "finding", Item = "item", Until = "until", Severity = "severity",
    BottleneckMin = "bottleneck_min", BottleneckPercent = "bottleneck_percent",
    BottleneckActivitiesPercent = "bottleneck_activities_percent", ChokeMin = "choke_min",
    ChokePercent = "choke_percent", CrowdedGoals = "crowded_goals",
    CrowdedObjectives = "crowded_objectives", CrowdedActivities = "crowded_activities",
    ReviewEveryDays = "review_every_days", CarriesMostPercent = "carries_most_percent",
    CarriesMostTasks = "carries_most_tasks", DonorPercent = "donor_percent",
    MoneyEnoughPercent = "money_enough_percent", ReportsPerQuarter = "reports_per_quarter",
    ConsentDays = "consent_days", SchemesMax = "schemes_max",
}

/// More bytes than the longest key has.
const LENGTHS: usize = 32;
/// More keys than there are of one length.
const OF_ONE_LENGTH: usize = 20;

/// The keys by their length, so that few need to be compared. Built by the compiler.
static BY_LENGTH: [[Option<Key>; OF_ONE_LENGTH]; LENGTHS] = {
    let mut table = [[None; OF_ONE_LENGTH]; LENGTHS];
    let mut used = [0; LENGTHS];
    let mut i = 0;
    while i < Key::ALL.len() {
        let length = Key::ALL[i].name().len();
        table[length][used[length]] = Some(Key::ALL[i]);
        used[length] += 1;
        i += 1;
    }
    table
};

impl Key {
    /// The key of this name.
    pub(super) fn find(name: &str) -> Option<Self> {
        let same_length = BY_LENGTH.get(name.len())?;
        same_length.iter().map_while(|key| *key).find(|key| key.name() == name)
    }

    /// What the entries of this section are; nothing where the key is no section of things with ids.
    pub(super) fn section_of(self) -> Option<Kind> {
        Some(match self {
            Self::Goals => Kind::Goal,
            Self::Objectives => Kind::Objective,
            Self::Activities => Kind::Activity,
            Self::Tasks => Kind::Task,
            Self::People => Kind::Person,
            Self::Organisations => Kind::Organisation,
            Self::Parties => Kind::Party,
            Self::Others => Kind::Other,
            Self::Constituencies => Kind::Constituency,
            Self::Donors => Kind::Donor,
            Self::Choices => Kind::Choice,
            Self::Options => Kind::Option,
            Self::Assumptions => Kind::Assumption,
            Self::Scenarios => Kind::Scenario,
            Self::Lessons => Kind::Lesson,
            _ => return None,
        })
    }
}

/// A set of keys, a bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct KeySet(u128);

impl KeySet {
    const fn of(keys: &[Key]) -> Self {
        let mut bits = 0;
        let mut i = 0;
        while i < keys.len() {
            bits |= 1 << keys[i] as u8;
            i += 1;
        }
        Self(bits)
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the key is in the set.
    pub(super) fn has(self, key: Key) -> bool {
        self.0 & (1 << key as u8) != 0
    }

    /// Puts the key in; says whether it was there before.
    pub(super) fn insert(&mut self, key: Key) -> bool {
        let before = self.has(key);
        self.0 |= 1 << key as u8;
        before
    }
}

/// Where a key can stand: the plan itself, a thing of some kind, or a mapping inside one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The top of the plan.
    Plan,
    /// In a thing with an id.
    In(Kind),
    /// In `set_up`.
    SetUp,
    /// In one of `signs`.
    Sign,
    /// In one of `away`.
    Absence,
    /// In one of `events`.
    Event,
    /// In one of `accepted`.
    Acceptance,
    /// In `settings`.
    Settings,
}

impl Place {
    /// Every place, top down: messages about a key that belongs elsewhere name them in this order.
    const ALL: [Self; 23] = [
        Self::Plan,
        Self::In(Kind::Ambition),
        Self::In(Kind::Goal),
        Self::In(Kind::Objective),
        Self::In(Kind::Activity),
        Self::In(Kind::Task),
        Self::Sign,
        Self::In(Kind::Person),
        Self::Absence,
        Self::In(Kind::Organisation),
        Self::In(Kind::Party),
        Self::In(Kind::Other),
        Self::In(Kind::Constituency),
        Self::In(Kind::Donor),
        Self::In(Kind::Choice),
        Self::In(Kind::Option),
        Self::In(Kind::Assumption),
        Self::In(Kind::Scenario),
        Self::Event,
        Self::In(Kind::Lesson),
        Self::SetUp,
        Self::Acceptance,
        Self::Settings,
    ];

    /// The key under which such a mapping is written; `plan` for the top.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::In(kind) => section_name(kind),
            Self::SetUp => "set_up",
            Self::Sign => "signs",
            Self::Absence => "away",
            Self::Event => "events",
            Self::Acceptance => "accepted",
            Self::Settings => "settings",
        }
    }

    /// The keys that may stand here. `id` is not among them: it depends on the mapping standing in a list.
    pub(super) const fn allowed(self) -> KeySet {
        match self {
            Self::Plan => PLAN,
            Self::In(Kind::Ambition) => AMBITION,
            Self::In(Kind::Goal) => GOAL,
            Self::In(Kind::Objective) => OBJECTIVE,
            Self::In(Kind::Activity) => ACTIVITY,
            Self::In(Kind::Task) => TASK,
            Self::In(Kind::Person) => PERSON,
            Self::In(Kind::Organisation | Kind::Constituency) => COMMON,
            Self::In(Kind::Party) => PARTY,
            Self::In(Kind::Other) => OTHER,
            Self::In(Kind::Donor) => DONOR,
            Self::In(Kind::Choice) => CHOICE,
            Self::In(Kind::Option) => OPTION,
            Self::In(Kind::Assumption) => ASSUMPTION,
            Self::In(Kind::Scenario) => SCENARIO,
            Self::In(Kind::Lesson) => LESSON,
            Self::SetUp => KeySet::of(&[Key::Form, Key::Host, Key::DecisionRule]),
            Self::Sign => KeySet::of(&[Key::Measure, Key::Baseline, Key::Target, Key::Value, Key::Source]),
            Self::Absence => KeySet::of(&[Key::Start, Key::End]),
            Self::Event => KeySet::of(&[Key::On, Key::Without, Key::Say]),
            Self::Acceptance => KeySet::of(&[Key::Finding, Key::Item, Key::Because, Key::By, Key::Until]),
            Self::Settings => SETTINGS,
        }
    }

    /// The places where this key may stand, named and joined by commas: first among the levels for a key on a level,
    /// because `hours` on an activity is most likely meant for a task.
    pub(super) fn names_with(key: Key, near: Self) -> String {
        let has = |place: &&Self| place.allowed().has(key);
        let is_level = |place: &Self| matches!(place, Self::In(kind) if kind.level().is_some());
        let levels: Vec<_> = Self::ALL.iter().filter(has).filter(|place| is_level(place)).collect();
        let chosen = if is_level(&near) && !levels.is_empty() {
            levels
        } else {
            Self::ALL.iter().filter(has).collect()
        };
        let names: Vec<_> = chosen.into_iter().map(|place| place.name()).collect();
        names.join(", ")
    }
}

/// The key of the section in which things of this kind stand.
pub(super) fn section_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Ambition => "ambition",
        Kind::Goal => Level::Goal.section(),
        Kind::Objective => Level::Objective.section(),
        Kind::Activity => Level::Activity.section(),
        Kind::Task => Level::Task.section(),
        Kind::Person => "people",
        Kind::Organisation => "organisations",
        Kind::Party => "parties",
        Kind::Other => "others",
        Kind::Constituency => "constituencies",
        Kind::Donor => "donors",
        Kind::Choice => "choices",
        Kind::Assumption => "assumptions",
        Kind::Scenario => "scenarios",
        Kind::Lesson => "lessons",
        Kind::Option => "options",
    }
}

const LEVELS_BELOW: KeySet = KeySet::of(&[Key::Goals, Key::Objectives, Key::Activities, Key::Tasks]);

const PLAN: KeySet = KeySet::of(&[
    Key::Scf,
    Key::Title,
    Key::Summary,
    Key::Language,
    Key::Stage,
    Key::Start,
    Key::End,
    Key::Currency,
    Key::Reviewed,
    Key::Labels,
    Key::SetUp,
    Key::Factors,
    Key::Ambition,
    Key::People,
    Key::Organisations,
    Key::Parties,
    Key::Others,
    Key::Constituencies,
    Key::Donors,
    Key::Choices,
    Key::Assumptions,
    Key::Scenarios,
    Key::Lessons,
    Key::Accepted,
    Key::Settings,
])
.and(LEVELS_BELOW);

/// What everything with an id may have.
const COMMON: KeySet = KeySet::of(&[Key::Title, Key::Description, Key::Tags, Key::Notes, Key::Sensitivity]);

/// What every level may have. Nested sections are read on every level, so that one in a task gets the finding
/// `upside-down` and not a fault of its key.
const ITEM: KeySet = COMMON.and(LEVELS_BELOW).and(KeySet::of(&[
    Key::Because,
    Key::Assumes,
    Key::Start,
    Key::End,
    Key::FeedsBack,
    Key::Track,
]));

const AMBITION: KeySet = ITEM.and(KeySet::of(&[Key::Needs]));

const GOAL: KeySet = AMBITION.and(KeySet::of(&[Key::Supports, Key::Status, Key::Signs]));

const OBJECTIVE: KeySet = GOAL.and(KeySet::of(&[Key::Lead, Key::Partners, Key::DependsOn, Key::OnlyIf]));

const ACTIVITY: KeySet = TASK_OR_ACTIVITY.and(KeySet::of(&[Key::Needs]));

const TASK: KeySet = TASK_OR_ACTIVITY.and(KeySet::of(&[Key::Hours, Key::Every]));

const TASK_OR_ACTIVITY: KeySet = ITEM.and(KeySet::of(&[
    Key::Supports,
    Key::Status,
    Key::Who,
    Key::Deputy,
    Key::Team,
    Key::Lead,
    Key::Partners,
    Key::For,
    Key::Days,
    Key::DependsOn,
    Key::OnlyIf,
    Key::Cost,
    Key::FundedBy,
    Key::With,
    Key::Kind,
]));

const PERSON: KeySet = COMMON.and(KeySet::of(&[
    Key::Organisation,
    Key::Side,
    Key::HoursPerWeek,
    Key::Deputy,
    Key::Danger,
    Key::Insider,
    Key::Office,
    Key::KnownTo,
    Key::Away,
]));

const PARTY: KeySet = COMMON.and(KeySet::of(&[
    Key::Influence,
    Key::Consent,
    Key::ConsentDate,
    Key::Access,
    Key::Represents,
    Key::Proscribed,
]));

const OTHER: KeySet = COMMON.and(KeySet::of(&[Key::With]));

const DONOR: KeySet = COMMON.and(KeySet::of(&[
    Key::Amount,
    Key::State,
    Key::Start,
    Key::End,
    Key::Visibility,
    Key::NoContact,
    Key::Reports,
]));

/// A choice has a question where others have a title.
const CHOICE: KeySet = KeySet::of(&[
    Key::Description,
    Key::Tags,
    Key::Notes,
    Key::Sensitivity,
    Key::Question,
    Key::DecideBy,
    Key::Who,
    Key::Options,
    Key::Excludes,
    Key::Criteria,
    Key::Chosen,
    Key::Because,
    Key::Commitment,
    Key::Trigger,
]);

const OPTION: KeySet = COMMON.and(KeySet::of(&[Key::Scores]));

const ASSUMPTION: KeySet = COMMON.and(KeySet::of(&[Key::Holds, Key::Kind, Key::Who, Key::By]));

const SCENARIO: KeySet = COMMON.and(KeySet::of(&[Key::Without, Key::Delays, Key::Choose, Key::Events]));

const LESSON: KeySet = COMMON.and(KeySet::of(&[Key::About, Key::Kind]));

const SETTINGS: KeySet = KeySet::of(&[
    Key::Severity,
    Key::BottleneckMin,
    Key::BottleneckPercent,
    Key::BottleneckActivitiesPercent,
    Key::ChokeMin,
    Key::ChokePercent,
    Key::CrowdedGoals,
    Key::CrowdedObjectives,
    Key::CrowdedActivities,
    Key::ReviewEveryDays,
    Key::CarriesMostPercent,
    Key::CarriesMostTasks,
    Key::DonorPercent,
    Key::MoneyEnoughPercent,
    Key::ReportsPerQuarter,
    Key::ConsentDays,
    Key::SchemesMax,
]);

#[cfg(test)]
mod tests {
    use super::{Key, Place};
    use crate::plan::{Kind, Settings};

    #[test]
    fn every_key_is_found_by_its_name() {
        for &key in Key::ALL {
            assert_eq!(Key::find(key.name()), Some(key));
        }
        for name in ["", "titel", "x", "a-key-that-is-longer-than-any-of-the-keys-of-this-format"] {
            assert_eq!(Key::find(name), None, "{name}");
        }
    }

    #[test]
    fn every_key_but_id_has_a_place() {
        for &key in Key::ALL {
            let somewhere = Place::ALL.iter().any(|place| place.allowed().has(key));
            assert_eq!(somewhere, key != Key::Id, "{}", key.name());
        }
    }

    #[test]
    fn every_threshold_is_a_key_of_the_settings() {
        for name in Settings::THRESHOLDS {
            let key = Key::find(name).expect(name);
            assert!(Place::Settings.allowed().has(key), "{name}");
        }
    }

    #[test]
    fn a_key_of_another_level_names_the_levels_it_is_for() {
        assert_eq!(Place::names_with(Key::Hours, Place::In(Kind::Activity)), "tasks");
        assert_eq!(Place::names_with(Key::Who, Place::In(Kind::Goal)), "activities, tasks");
        assert_eq!(Place::names_with(Key::HoursPerWeek, Place::In(Kind::Task)), "people");
        assert_eq!(Place::names_with(Key::Who, Place::Plan), "activities, tasks, choices, assumptions");
    }
}
