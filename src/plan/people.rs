//! Who a plan is with: people, organisations, parties, constituencies, donors, other initiatives; and lessons.

use super::{Common, Id, Money, Ref, Text};
use crate::source::{Located, Span};
use jiff::civil::Date;

/// A span of days somebody is not there.
#[derive(Debug, Clone, Copy)]
pub struct Absence {
    /// First day.
    pub start: Option<Located<Date>>,
    /// Last day, included.
    pub end: Option<Located<Date>>,
    /// The whole entry.
    pub at: Span,
}

/// Low, medium or high: danger of a person, influence of a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // The words say it.
pub enum Grade {
    Low,
    Medium,
    High,
}

/// A person of the team, by code name.
#[derive(Debug, Clone)]
pub struct Person {
    /// The id.
    pub id: Id,
    /// `organisation`.
    pub organisation: Option<Ref>,
    /// `side`: a party.
    pub side: Option<Ref>,
    /// `hours_per_week`.
    pub hours_per_week: Option<Located<f64>>,
    /// `deputy`.
    pub deputies: Vec<Ref>,
    /// `danger`.
    pub danger: Option<Located<Grade>>,
    /// `insider`.
    pub insider: Option<Located<bool>>,
    /// `office`: a public or party post held.
    pub office: Option<Text>,
    /// `known_to`: parties that know of the office.
    pub known_to: Vec<Ref>,
    /// `away`.
    pub away: Vec<Absence>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// An organisation.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// The id.
    pub id: Id,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// How far a person is trusted by a party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // The words say it.
pub enum Access {
    Strained,
    Working,
    Trusted,
}

/// A party to the conflict.
#[derive(Debug, Clone)]
pub struct Party {
    /// The id.
    pub id: Id,
    /// `influence`.
    pub influence: Option<Located<Grade>>,
    /// `consent`.
    pub consent: Option<Located<Consent>>,
    /// `consent_date`.
    pub consent_date: Option<Located<Date>>,
    /// `access`: person and how far.
    pub access: Vec<(Ref, Located<Access>)>,
    /// `represents`: constituencies.
    pub represents: Vec<Ref>,
    /// `proscribed`.
    pub proscribed: Option<Located<bool>>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// Whether a party agrees to be worked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The words say it.
pub enum Consent {
    Given,
    Unknown,
    Withdrawn,
}

/// An initiative that is not ours.
#[derive(Debug, Clone)]
pub struct Other {
    /// The id.
    pub id: Id,
    /// `with`: parties.
    pub with: Vec<Ref>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// A group of people whom the conflict concerns.
#[derive(Debug, Clone)]
pub struct Constituency {
    /// The id.
    pub id: Id,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// How sure a donor's money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)] // The words say it.
pub enum DonorState {
    #[default]
    Secured,
    Pledged,
    Sought,
}

/// When a donor wants reports.
#[derive(Debug, Clone)]
pub enum Reports {
    /// On these days.
    Days(Vec<Located<Date>>),
    /// On the last day of each month.
    Monthly(Span),
    /// On the last day of each quarter.
    Quarterly(Span),
}

/// Who gives money.
#[derive(Debug, Clone)]
pub struct Donor {
    /// The id.
    pub id: Id,
    /// `amount`.
    pub amount: Option<Located<Money>>,
    /// `state`; absent means secured.
    pub state: Option<Located<DonorState>>,
    /// `start`.
    pub start: Option<Located<Date>>,
    /// `end`, included.
    pub end: Option<Located<Date>>,
    /// `visibility`: the donor wants to be named.
    pub visibility: Option<Located<bool>>,
    /// `no_contact`: may not pay for contact with proscribed parties.
    pub no_contact: Option<Located<bool>>,
    /// `reports`.
    pub reports: Option<Reports>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}

/// What a lesson is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The words say it.
pub enum LessonKind {
    Worked,
    Failed,
    Open,
}

/// Something learned.
#[derive(Debug, Clone)]
pub struct Lesson {
    /// The id.
    pub id: Id,
    /// `about`: findings, ids or tags, as written.
    pub about: Vec<Text>,
    /// `kind`.
    pub kind: Option<Located<LessonKind>>,
    /// Description, tags, notes, sensitivity.
    pub common: Common,
}
