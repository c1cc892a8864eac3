//! What may be written on a thing, as it is compared: the fields of the format, by name.

/// What has become of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// It is new in the plan.
    Added,
    /// It is gone.
    Removed,
    /// It has another id.
    Renamed,
    /// It leads to something else, or stands in another place.
    Moved,
    /// A day or a number of days is another.
    Dated,
    /// Somebody else has to do with it.
    Assigned,
    /// It says something in other words.
    Worded,
    /// Something else about it is another.
    Changed,
}

impl What {
    /// All of them, in the order in which they are counted.
    pub const ALL: [Self; 8] = [
        Self::Added,
        Self::Removed,
        Self::Renamed,
        Self::Moved,
        Self::Dated,
        Self::Assigned,
        Self::Worded,
        Self::Changed,
    ];

    /// Its name in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Dated => "re-dated",
            Self::Assigned => "re-assigned",
            Self::Worded => "re-worded",
            Self::Changed => "changed",
        }
    }
}

/// How a field is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// One value.
    One,
    /// Several, in an order that says nothing.
    List,
    /// One value, about a part that has a name: `access.heron`.
    Part,
    /// Several about such a part.
    PartList,
}

macro_rules! fields {
    ($($field:ident = $name:literal $what:ident $shape:ident $(in $parent:ident)?,)*) => {
        /// A field, in the order in which its changes are told.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs)] // Each is the field of the format with this name.
        pub enum Field { $($field,)* }

        impl Field {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$field,)*];

            /// Its name: as in the file, with `*` for the name of the part it is about.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$field => $name,)* }
            }

            /// What a change of it is.
            #[must_use]
            pub fn what(self) -> What {
                match self { $(Self::$field => What::$what,)* }
            }

            fn shape(self) -> Shape {
                match self { $(Self::$field => Shape::$shape,)* }
            }

            /// The field without which it means nothing: where that one comes or goes, it comes or goes with it.
            pub(super) fn parent(self) -> Option<Self> {
                match self {
                    $($(Self::$field => Some(Self::$parent),)?)*
                    _ => None,
                }
            }
        }
    };
}

fields! {
    Id = "id" Renamed One,
    Title = "title" Worded One,
    Level = "level" Moved One,
    Supports = "supports" Moved List,
    NestedIn = "nested_in" Moved One,
    Status = "status" Changed One,
    Chosen = "chosen" Changed One,
    Holds = "holds" Changed One,
    Consent = "consent" Changed One,
    ConsentDate = "consent_date" Dated One,
    Because = "because" Worded One,
    Needs = "needs" Changed One,
    Who = "who" Assigned One,
    Deputy = "deputy" Assigned List,
    Team = "team" Assigned List,
    Lead = "lead" Assigned One,
    Partners = "partners" Assigned List,
    For = "for" Assigned List,
    Start = "start" Dated One,
    End = "end" Dated One,
    Days = "days" Dated One,
    DecideBy = "decide_by" Dated One,
    By = "by" Dated One,
    DependsOn = "depends_on" Changed List,
    OnlyIf = "only_if" Changed One,
    With = "with.*" Assigned Part,
    Access = "access.*" Assigned Part,
    FundedBy = "funded_by.*" Assigned Part,
    Cost = "cost" Changed One,
    Hours = "hours" Changed One,
    Every = "every" Changed One,
    Kind = "kind" Changed One,
    Track = "track" Changed One,
    Assumes = "assumes" Changed List,
    FeedsBack = "feeds_back" Changed List,
    Sign = "signs.*" Worded Part,
    Baseline = "signs.*.baseline" Changed Part in Sign,
    Target = "signs.*.target" Changed Part in Sign,
    Value = "signs.*.value" Changed Part in Sign,
    Source = "signs.*.source" Worded Part in Sign,
    Organisation = "organisation" Assigned One,
    Side = "side" Assigned One,
    HoursPerWeek = "hours_per_week" Changed One,
    Danger = "danger" Changed One,
    Insider = "insider" Changed One,
    Office = "office" Worded One,
    KnownTo = "known_to" Assigned List,
    Away = "away" Dated List,
    Influence = "influence" Changed One,
    Represents = "represents" Assigned List,
    Proscribed = "proscribed" Changed One,
    Amount = "amount" Changed One,
    State = "state" Changed One,
    Visibility = "visibility" Changed One,
    NoContact = "no_contact" Changed One,
    Reports = "reports" Dated List,
    Commitment = "commitment" Changed One,
    Trigger = "trigger" Worded One,
    Criterion = "criteria.*" Changed Part,
    Score = "scores.*" Changed Part,
    Excludes = "excludes" Changed List,
    Without = "without" Changed List,
    Delay = "delays.*" Dated Part,
    Choose = "choose.*" Changed Part,
    Event = "events.*" Dated Part,
    EventWithout = "events.*.without" Changed PartList in Event,
    EventSay = "events.*.say" Worded PartList in Event,
    About = "about" Changed List,
    Accepted = "accepted.*" Changed Part,
    AcceptedBy = "accepted.*.by" Changed Part in Accepted,
    AcceptedUntil = "accepted.*.until" Dated Part in Accepted,
    Description = "description" Worded One,
    Tags = "tags" Changed List,
    Notes = "notes" Worded List,
    Sensitivity = "sensitivity" Changed One,
    Summary = "summary" Worded One,
    Language = "language" Changed One,
    Stage = "stage" Changed One,
    Currency = "currency" Changed One,
    Reviewed = "reviewed" Dated One,
    Label = "labels.*" Worded Part,
    Form = "set_up.form" Changed One,
    Host = "set_up.host" Worded One,
    DecisionRule = "set_up.decision_rule" Worded One,
    Factor = "factors.*" Changed Part,
    Severity = "settings.severity.*" Changed Part,
    Threshold = "settings.*" Changed Part,
}

impl Field {
    /// Whether it holds several values.
    #[must_use]
    pub fn is_list(self) -> bool {
        matches!(self.shape(), Shape::List | Shape::PartList)
    }

    /// The field that its changes are told behind.
    pub(super) fn family(self) -> Self {
        self.parent().unwrap_or(self)
    }
}
