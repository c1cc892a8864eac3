//! The names of all findings. A plan can accept, raise or switch off a finding by name, so the names belong to the
//! format; what each one means stands in [`crate::findings`].

use serde::{Deserialize, Serialize};

macro_rules! names {
    ($($variant:ident = $name:literal,)*) => {
        /// The name of a finding. Names never change once released.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[allow(missing_docs)] // Each has a page under docs/findings.
        pub enum FindingName { $(#[serde(rename = $name)] $variant,)* }

        impl FindingName {
            /// Every name, in the order of the contract: by family, the core first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name as people write it.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

names! {
    Invalid = "invalid",
    UnknownId = "unknown-id",
    DuplicateId = "duplicate-id",
    Cycle = "cycle",
    UpsideDown = "upside-down",
    Orphan = "orphan",
    Unsupported = "unsupported",
    Bottleneck = "bottleneck",
    ChokePoint = "choke-point",
    SingleThread = "single-thread",
    LeansOnDropped = "leans-on-dropped",
    LevelSkip = "level-skip",
    NoBecause = "no-because",
    NoSign = "no-sign",
    NoTasks = "no-tasks",
    NeedsUnsaid = "needs-unsaid",
    Crowded = "crowded",
    ActivityAsResult = "activity-as-result",
    NotReviewed = "not-reviewed",
    NoOwner = "no-owner",
    NoHost = "no-host",
    NoDecisionRule = "no-decision-rule",
    SingleInsider = "single-insider",
    NoAccess = "no-access",
    Unreached = "unreached",
    Overload = "overload",
    CarriesMost = "carries-most",
    NoDeputy = "no-deputy",
    OneSidedTeam = "one-sided-team",
    DualRole = "dual-role",
    Exposed = "exposed",
    Unfunded = "unfunded",
    Overspent = "overspent",
    DonorConcentration = "donor-concentration",
    FundingCliff = "funding-cliff",
    ContactBan = "contact-ban",
    VisibilityClash = "visibility-clash",
    ReportingLoad = "reporting-load",
    ClashingChoices = "clashing-choices",
    NoScheme = "no-scheme",
    ClosedOption = "closed-option",
    HangsOnChoice = "hangs-on-choice",
    BlockedByChoice = "blocked-by-choice",
    DecisionDue = "decision-due",
    NoDecider = "no-decider",
    UnreasonedChoice = "unreasoned-choice",
    OneOption = "one-option",
    OpenEndedLater = "open-ended-later",
    BrokenAssumption = "broken-assumption",
    OpenQuestion = "open-question",
    Backwards = "backwards",
    OutsideWindow = "outside-window",
    StartsTooEarly = "starts-too-early",
    TooLate = "too-late",
    Overdue = "overdue",
    NoTrackLink = "no-track-link",
    Uncoordinated = "uncoordinated",
    NoLead = "no-lead",
    OpenHandOver = "open-hand-over",
    TwoAtOneDoor = "two-at-one-door",
    ConstituencyIgnored = "constituency-ignored",
    OnlyInformed = "only-informed",
    LateInclusion = "late-inclusion",
    NoConsent = "no-consent",
    HandshakeOnly = "handshake-only",
    NoAnalysis = "no-analysis",
    NoPlanningTime = "no-planning-time",
    IdentityLeak = "identity-leak",
    CoreInPublic = "core-in-public",
    UnusedAcceptance = "unused-acceptance",
}

impl FindingName {
    /// The finding of this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|finding| finding.name() == name)
    }

    /// Whether it says that something in the text could not be read. It weighs the same in every plan, for it tells
    /// whether the plan was read whole.
    #[must_use]
    pub fn is_of_text(self) -> bool {
        matches!(self, Self::Invalid | Self::UnknownId | Self::DuplicateId)
    }

    /// Whether a plan may accept it. What could not be read, or contradicts itself in a circle, stays.
    #[must_use]
    pub fn can_be_accepted(self) -> bool {
        !self.is_of_text() && self != Self::Cycle
    }
}
