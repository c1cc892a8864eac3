//! Every key of the format.

pub(crate) use super::places::{Place, section_name};
use crate::plan::Kind;

macro_rules! keys {
    ($($key:ident = $name:literal,)*) => {
        /// A key of the format. What it means depends on the place.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub(crate) enum Key { $($key,)* }

        impl Key {
            /// Every key.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$key,)*];

            /// The key as people write it.
            pub(crate) const fn name(self) -> &'static str {
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
    pub(crate) fn find(name: &str) -> Option<Self> {
        let same_length = BY_LENGTH.get(name.len())?;
        same_length.iter().map_while(|key| *key).find(|key| key.name() == name)
    }

    /// What the entries of this section are; nothing where the key is no section of things with ids.
    pub(crate) fn section_of(self) -> Option<Kind> {
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
    /// No key.
    pub(super) const NONE: Self = Self(0);

    /// This key too.
    pub(super) const fn with(self, key: Key) -> Self {
        Self(self.0 | 1 << key as u8)
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
