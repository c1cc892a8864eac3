//! What may stand where: each key of each place, with what it takes and the message that says what it is.
//!
//! The reader asks this table which keys a place has, and the schema for editors is made of it. What a key takes is read
//! by the code of its place; that the two agree is tested in `schema/plan/tests`.

use super::keys::{Key, Place};
use super::references::KindSet;
use super::takes::{Takes, words};
use super::words::Form;
use crate::plan::{
    Access, AssumptionKind, Commitment, Consent, DonorState, Every, Grade, Holds, Kind, LessonKind,
    Sensitivity, Stage, Status, Track, WorkKind,
};

/// One key at one place.
#[derive(Debug)]
pub(crate) struct Row {
    /// The key.
    pub(crate) key: Key,
    /// What it takes.
    pub(crate) takes: Takes,
    /// The message that says what it is.
    pub(crate) says: &'static str,
    /// Whether it must be there.
    pub(crate) required: bool,
}

const fn row(key: Key, takes: Takes, says: &'static str) -> Row {
    Row { key, takes, says, required: false }
}

const fn required(key: Key, takes: Takes, says: &'static str) -> Row {
    Row { key, takes, says, required: true }
}

/// `id`, which an entry of a list may have beside what else its place takes.
pub(crate) static ID: Row = row(Key::Id, Takes::Id(KindSet::NONE), "schema-id");

/// The keys of a place.
pub(super) const fn rows_of(place: Place) -> &'static [&'static [Row]] {
    match place {
        Place::Plan => &[PLAN, LEVELS_BELOW, SECTIONS, LAST],
        Place::In(Kind::Ambition) => &[TITLED, COMMON, ITEM, NEEDS, LEVELS_BELOW],
        Place::In(Kind::Goal) => &[TITLED, COMMON, ITEM, NEEDS, LINKED, SIGNS, LEVELS_BELOW],
        Place::In(Kind::Objective) => &[TITLED, COMMON, ITEM, NEEDS, LINKED, SIGNS, WORKED_ON, LEVELS_BELOW],
        Place::In(Kind::Activity) => &[TITLED, COMMON, ITEM, NEEDS, LINKED, WORKED_ON, WORK, LEVELS_BELOW],
        Place::In(Kind::Task) => &[TITLED, COMMON, ITEM, LINKED, WORKED_ON, WORK, TASK, LEVELS_BELOW],
        Place::In(Kind::Organisation | Kind::Constituency) => &[CALLED, COMMON],
        Place::In(Kind::Person) => &[CALLED, COMMON, PERSON],
        Place::In(Kind::Party) => &[CALLED, COMMON, PARTY],
        Place::In(Kind::Other) => &[CALLED, COMMON, OTHER],
        Place::In(Kind::Donor) => &[CALLED, COMMON, DONOR],
        Place::In(Kind::Choice) => &[CHOICE, COMMON],
        Place::In(Kind::Option) => &[CALLED, COMMON, OPTION],
        Place::In(Kind::Assumption) => &[CALLED, COMMON, ASSUMPTION],
        Place::In(Kind::Scenario) => &[CALLED, COMMON, SCENARIO],
        Place::In(Kind::Lesson) => &[CALLED, COMMON, LESSON],
        Place::SetUp => &[SET_UP],
        Place::Sign => &[SIGN],
        Place::Absence => &[ABSENCE],
        Place::Event => &[EVENT],
        Place::Acceptance => &[ACCEPTANCE],
        Place::Settings => &[SETTINGS],
    }
}

const fn one(kind: Kind) -> Takes {
    Takes::Id(KindSet::of(kind))
}

const fn many(kind: Kind) -> Takes {
    Takes::Ids(KindSet::of(kind))
}

/// Options of other choices.
const OPTIONS: Takes = many(Kind::Option);

const PLAN: &[Row] = &[
    row(Key::Scf, Takes::Version, "schema-scf"),
    row(Key::Title, Takes::Text, "schema-plan-title"),
    row(Key::Summary, Takes::Text, "schema-summary"),
    row(Key::Language, Takes::Language, "schema-language"),
    row(Key::Stage, Takes::Word(words::<Stage>), "schema-stage"),
    row(Key::Start, Takes::Day, "schema-plan-start"),
    row(Key::End, Takes::Day, "schema-plan-end"),
    row(Key::Currency, Takes::Text, "schema-currency"),
    row(Key::Reviewed, Takes::Day, "schema-reviewed"),
    row(Key::Labels, Takes::Labels, "schema-labels"),
    row(Key::SetUp, Takes::Mapping(Place::SetUp), "schema-set-up"),
    row(Key::Factors, Takes::Factors, "schema-factors"),
    required(Key::Ambition, Takes::Thing(Kind::Ambition), "schema-ambition"),
];

/// Nested sections are read on every level, so that one in a task gets the finding `upside-down` and not a fault of its
/// key.
const LEVELS_BELOW: &[Row] = &[
    row(Key::Goals, Takes::Section(Kind::Goal), "schema-goals"),
    row(Key::Objectives, Takes::Section(Kind::Objective), "schema-objectives"),
    row(Key::Activities, Takes::Section(Kind::Activity), "schema-activities"),
    row(Key::Tasks, Takes::Section(Kind::Task), "schema-tasks"),
];

const SECTIONS: &[Row] = &[
    row(Key::People, Takes::Section(Kind::Person), "schema-people"),
    row(Key::Organisations, Takes::Section(Kind::Organisation), "schema-organisations"),
    row(Key::Parties, Takes::Section(Kind::Party), "schema-parties"),
    row(Key::Others, Takes::Section(Kind::Other), "schema-others"),
    row(Key::Constituencies, Takes::Section(Kind::Constituency), "schema-constituencies"),
    row(Key::Donors, Takes::Section(Kind::Donor), "schema-donors"),
    row(Key::Choices, Takes::Section(Kind::Choice), "schema-choices"),
    row(Key::Assumptions, Takes::Section(Kind::Assumption), "schema-assumptions"),
    row(Key::Scenarios, Takes::Section(Kind::Scenario), "schema-scenarios"),
    row(Key::Lessons, Takes::Section(Kind::Lesson), "schema-lessons"),
];

const LAST: &[Row] = &[
    row(Key::Accepted, Takes::Mappings(Place::Acceptance), "schema-accepted"),
    row(Key::Settings, Takes::Mapping(Place::Settings), "schema-settings"),
];

/// The title of an item of the five levels.
const TITLED: &[Row] = &[required(Key::Title, Takes::Text, "schema-title")];

/// The title of anything else. Without one it is called by its id.
const CALLED: &[Row] = &[row(Key::Title, Takes::Text, "schema-name")];

/// What everything with an id may have.
const COMMON: &[Row] = &[
    row(Key::Description, Takes::Text, "schema-description"),
    row(Key::Tags, Takes::Texts, "schema-tags"),
    row(Key::Notes, Takes::Texts, "schema-notes"),
    row(Key::Sensitivity, Takes::Word(words::<Sensitivity>), "schema-sensitivity"),
];

/// What every level may have.
const ITEM: &[Row] = &[
    row(Key::Because, Takes::Text, "schema-because"),
    row(Key::Assumes, many(Kind::Assumption), "schema-assumes"),
    row(Key::Start, Takes::Day, "schema-start"),
    row(Key::End, Takes::Day, "schema-end"),
    row(Key::FeedsBack, Takes::Ids(KindSet::THINGS), "schema-feeds-back"),
    row(Key::Track, Takes::Word(words::<Track>), "schema-track"),
];

const NEEDS: &[Row] = &[row(Key::Needs, Takes::Needs, "schema-needs")];

const LINKED: &[Row] = &[
    row(Key::Supports, Takes::Ids(KindSet::LEVELS), "schema-supports"),
    row(Key::Status, Takes::Word(words::<Status>), "schema-status"),
];

const SIGNS: &[Row] = &[row(Key::Signs, Takes::Signs, "schema-signs")];

const WORKED_ON: &[Row] = &[
    row(Key::Lead, one(Kind::Organisation), "schema-lead"),
    row(Key::Partners, many(Kind::Organisation), "schema-partners"),
    row(Key::DependsOn, Takes::Ids(KindSet::SEQUENCE), "schema-depends-on"),
    row(Key::OnlyIf, one(Kind::Option), "schema-only-if"),
];

const WORK: &[Row] = &[
    row(Key::Who, one(Kind::Person), "schema-who"),
    row(Key::Deputy, many(Kind::Person), "schema-deputy"),
    row(Key::Team, many(Kind::Person), "schema-team"),
    row(Key::For, many(Kind::Person), "schema-for"),
    row(Key::Days, Takes::Count, "schema-days"),
    row(Key::Cost, Takes::Money, "schema-cost"),
    row(Key::FundedBy, Takes::Funding, "schema-funded-by"),
    row(Key::With, Takes::Contacts, "schema-with"),
    row(Key::Kind, Takes::Word(words::<WorkKind>), "schema-work-kind"),
];

const TASK: &[Row] = &[
    row(Key::Hours, Takes::Number, "schema-hours"),
    row(Key::Every, Takes::Word(words::<Every>), "schema-every"),
];

const SIGN: &[Row] = &[
    row(Key::Measure, Takes::Text, "schema-measure"),
    row(Key::Baseline, Takes::Text, "schema-baseline"),
    row(Key::Target, Takes::Text, "schema-target"),
    row(Key::Value, Takes::Text, "schema-value"),
    row(Key::Source, Takes::Text, "schema-source"),
];

const PERSON: &[Row] = &[
    row(Key::Organisation, one(Kind::Organisation), "schema-organisation"),
    row(Key::Side, one(Kind::Party), "schema-side"),
    row(Key::HoursPerWeek, Takes::Number, "schema-hours-per-week"),
    row(Key::Deputy, many(Kind::Person), "schema-person-deputy"),
    row(Key::Danger, Takes::Word(words::<Grade>), "schema-danger"),
    row(Key::Insider, Takes::YesNo, "schema-insider"),
    row(Key::Office, Takes::Text, "schema-office"),
    row(Key::KnownTo, many(Kind::Party), "schema-known-to"),
    row(Key::Away, Takes::Mappings(Place::Absence), "schema-away"),
];

const ABSENCE: &[Row] =
    &[row(Key::Start, Takes::Day, "schema-away-start"), row(Key::End, Takes::Day, "schema-away-end")];

const PARTY: &[Row] = &[
    row(Key::Influence, Takes::Word(words::<Grade>), "schema-influence"),
    row(Key::Consent, Takes::Word(words::<Consent>), "schema-consent"),
    row(Key::ConsentDate, Takes::Day, "schema-consent-date"),
    row(
        Key::Access,
        Takes::ByThing(KindSet::of(Kind::Person), &Takes::Word(words::<Access>)),
        "schema-access",
    ),
    row(Key::Represents, many(Kind::Constituency), "schema-represents"),
    row(Key::Proscribed, Takes::YesNo, "schema-proscribed"),
];

const OTHER: &[Row] = &[row(Key::With, many(Kind::Party), "schema-other-with")];

const DONOR: &[Row] = &[
    row(Key::Amount, Takes::Money, "schema-amount"),
    row(Key::State, Takes::Word(words::<DonorState>), "schema-state"),
    row(Key::Start, Takes::Day, "schema-donor-start"),
    row(Key::End, Takes::Day, "schema-donor-end"),
    row(Key::Visibility, Takes::YesNo, "schema-visibility"),
    row(Key::NoContact, Takes::YesNo, "schema-no-contact"),
    row(Key::Reports, Takes::Reports, "schema-reports"),
];

/// A choice has a question where others have a title.
const CHOICE: &[Row] = &[
    row(Key::Question, Takes::Text, "schema-question"),
    row(Key::DecideBy, Takes::Day, "schema-decide-by"),
    row(Key::Who, one(Kind::Person), "schema-choice-who"),
    row(Key::Options, Takes::Section(Kind::Option), "schema-options"),
    row(Key::Excludes, Takes::ByOwnOption(&OPTIONS), "schema-excludes"),
    row(Key::Criteria, Takes::ByName(&Takes::Number), "schema-criteria"),
    row(Key::Chosen, Takes::OwnOption, "schema-chosen"),
    row(Key::Because, Takes::Text, "schema-choice-because"),
    row(Key::Commitment, Takes::Word(words::<Commitment>), "schema-commitment"),
    row(Key::Trigger, Takes::Text, "schema-trigger"),
];

const OPTION: &[Row] = &[row(Key::Scores, Takes::ByName(&Takes::Number), "schema-scores")];

const ASSUMPTION: &[Row] = &[
    row(Key::Holds, Takes::Word(words::<Holds>), "schema-holds"),
    row(Key::Kind, Takes::Word(words::<AssumptionKind>), "schema-assumption-kind"),
    row(Key::Who, one(Kind::Person), "schema-assumption-who"),
    row(Key::By, Takes::Day, "schema-assumption-by"),
];

const SCENARIO: &[Row] = &[
    row(Key::Without, Takes::Ids(KindSet::THINGS), "schema-without"),
    row(Key::Delays, Takes::ByThing(KindSet::THINGS, &Takes::Count), "schema-delays"),
    row(Key::Choose, Takes::ByThing(KindSet::of(Kind::Choice), &Takes::OwnOption), "schema-choose"),
    row(Key::Events, Takes::Mappings(Place::Event), "schema-events"),
];

const EVENT: &[Row] = &[
    row(Key::On, Takes::Day, "schema-on"),
    row(Key::Without, Takes::Ids(KindSet::THINGS), "schema-event-without"),
    row(Key::Say, Takes::Text, "schema-say"),
];

const LESSON: &[Row] = &[
    row(Key::About, Takes::Texts, "schema-about"),
    row(Key::Kind, Takes::Word(words::<LessonKind>), "schema-lesson-kind"),
];

const SET_UP: &[Row] = &[
    row(Key::Form, Takes::Word(words::<Form>), "schema-form"),
    row(Key::Host, Takes::Text, "schema-host"),
    row(Key::DecisionRule, Takes::Text, "schema-decision-rule"),
];

const ACCEPTANCE: &[Row] = &[
    required(Key::Finding, Takes::Finding, "schema-finding"),
    row(Key::Item, Takes::Id(KindSet::ANY), "schema-item"),
    required(Key::Because, Takes::Text, "schema-accepted-because"),
    row(Key::By, Takes::Text, "schema-accepted-by"),
    row(Key::Until, Takes::Day, "schema-until"),
];

const SETTINGS: &[Row] = &[
    row(Key::Severity, Takes::Severities, "schema-severity"),
    row(Key::BottleneckMin, Takes::Whole, "schema-bottleneck-min"),
    row(Key::BottleneckPercent, Takes::Whole, "schema-bottleneck-percent"),
    row(Key::BottleneckActivitiesPercent, Takes::Whole, "schema-bottleneck-activities-percent"),
    row(Key::ChokeMin, Takes::Whole, "schema-choke-min"),
    row(Key::ChokePercent, Takes::Whole, "schema-choke-percent"),
    row(Key::CrowdedGoals, Takes::Whole, "schema-crowded-goals"),
    row(Key::CrowdedObjectives, Takes::Whole, "schema-crowded-objectives"),
    row(Key::CrowdedActivities, Takes::Whole, "schema-crowded-activities"),
    row(Key::ReviewEveryDays, Takes::Whole, "schema-review-every-days"),
    row(Key::CarriesMostPercent, Takes::Whole, "schema-carries-most-percent"),
    row(Key::CarriesMostTasks, Takes::Whole, "schema-carries-most-tasks"),
    row(Key::DonorPercent, Takes::Whole, "schema-donor-percent"),
    row(Key::MoneyEnoughPercent, Takes::Whole, "schema-money-enough-percent"),
    row(Key::ReportsPerQuarter, Takes::Whole, "schema-reports-per-quarter"),
    row(Key::ConsentDays, Takes::Whole, "schema-consent-days"),
    row(Key::SchemesMax, Takes::Whole, "schema-schemes-max"),
];
