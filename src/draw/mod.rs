//! The plan as a picture: the ambition at one side, daily work at the other, each level in a band of its own.
//!
//! [`picture`] decides what is drawn and where everything stands; [`svg`], [`dot`], [`mermaid`], [`graphml`] and [`json`] only
//! write it down. The levels give the columns, so the layout is a layered one with its first question answered:
//! what is left are few crossings (`order`), places that keep lines straight (`align`) and ways around the boxes (`routes`).
//! Nothing in it recurses, and nothing depends on chance: the same plan and options give the same picture.

mod align;
mod asked;
mod beside;
mod cards;
mod compose;

mod dot;
mod graphml;
mod json;
mod layers;
mod layout;
mod letters;
mod marks;

mod mermaid;
mod order;
mod paper;
mod part;
mod routes;
mod sheet;
mod signs;
mod style;
mod svg;
mod units;

mod xml;

pub use asked::{Direction, Options, With};
pub use dot::dot;
pub use graphml::graphml;
pub(crate) use json::Document;
pub use json::json;
pub use mermaid::mermaid;

pub use letters::{is_right_to_left, text_width};

pub use paper::Paper;
pub use svg::{Framing, svg};

use crate::check::Check;
use crate::plan::{Kind, Level, Severity};
use crate::report::wording::Wording;

/// A place, in units of a picture: x grows to the right, y down. One unit is a CSS pixel where nothing is scaled.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Frame {
    /// Its left side.
    pub x: f64,
    /// Its upper side.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A picture of a plan, with everything in its place.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The plan's title, as it is written.
    pub title: String,
    /// What the picture shows, in a sentence or two, for those who cannot see it.
    pub about: String,
    /// The language of the plan, as it is written.
    pub language: Option<String>,
    /// Which way it runs.
    pub direction: Direction,
    /// How wide the drawing is, without title and legend.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// One for each level that is drawn, from the ambition on.
    pub bands: Vec<Band>,
    /// Items in the order of the text, then people and the like.
    pub nodes: Vec<Node>,
    /// What leads to what. Those behind others come first.
    pub edges: Vec<Edge>,
    /// What the numbered marks stand for, in the order in which `check` tells it.
    pub legend: Vec<Entry>,
    /// What stands over the legend.
    pub legend_title: String,
    /// That there are further findings for which the legend has no room.
    pub more: Option<String>,
    /// What stands under the title.
    pub subtitle: String,
    /// What falls, where the picture is of a plan without something.
    pub without: Option<String>,
    /// What one should know beside the picture: what is left out or folded.
    pub notes: Vec<String>,
    /// What the signs in it mean, as far as they occur.
    pub key: Vec<Sign>,
    /// How many things are left out because only a smaller circle may see them.
    pub left_out: usize,
}

/// The strip that a level stands in.
#[derive(Debug, Clone)]
pub struct Band {
    /// The level; nothing for people, parties and the like.
    pub level: Option<Level>,
    /// What it is called: the plan's own word, else ours.
    pub title: String,
    /// Where it is.
    pub frame: Frame,
}

/// One box.
#[derive(Debug, Clone)]
pub struct Node {
    /// Its id as text.
    pub id: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its title exactly as it is written.
    pub written: String,
    /// Its title in one line; what shows it must still escape it.
    pub title: String,
    /// The title as it stands in the box, escaped against what misleads, line by line.
    pub lines: Vec<Line>,
    /// Small words below it, such as “done” or “7 tasks”.
    pub captions: Vec<Line>,
    /// Who or what goes with it, as far as there is room in the box.
    pub badges: Vec<Badge>,
    /// All of them, by id and kind.
    pub beside: Vec<(String, Kind)>,
    /// Where it is.
    pub frame: Frame,
    /// How it stands.
    pub state: State,
    /// What is special about it.
    pub marks: Vec<Mark>,
    /// Much falls without it.
    pub is_bottleneck: bool,
    /// How many items of each level are folded into it.
    pub folded: Vec<(Level, usize)>,
}

/// A line of text of this width at most, in units of the picture.
#[derive(Debug, Clone)]
pub struct Line {
    /// The text, escaped against what misleads.
    pub text: String,
    /// An upper bound of its width.
    pub width: f64,
}

/// Somebody or something that goes with an item, as a small sign in its box.
#[derive(Debug, Clone)]
pub struct Badge {
    /// Its id as text.
    pub id: String,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Its name in short; the whole title is for those who look closer.
    pub line: Line,
    /// Its title in one line, not yet escaped.
    pub title: String,
    /// Where it stands, measured from the corner of its box.
    pub frame: Frame,
    /// Much falls without it.
    pub is_bottleneck: bool,
    /// It has failed, or falls.
    pub is_grey: bool,
}

/// How a thing stands in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// In the plan, and open.
    Open,
    /// Done.
    Done,
    /// Not in the plan now: dropped, or under an option that is not chosen.
    Absent,
    /// It is what the picture is without.
    Failed,
    /// It falls without that.
    Fallen,
}

/// The number of an entry of the legend, at a box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// The number.
    pub number: usize,
    /// The finding is about this; else this is what falls with what it is about.
    pub is_subject: bool,
    /// How much the finding weighs.
    pub severity: Severity,
}

/// A line from what contributes to what it contributes to.
#[derive(Debug, Clone)]
pub struct Edge {
    /// From, as an index of the nodes.
    pub from: usize,
    /// To, as an index of the nodes.
    pub to: usize,
    /// What it says.
    pub relation: Relation,
    /// Where it runs; `None` where it is not drawn, only told.
    pub route: Option<Route>,
    /// It leads to the ambition no more.
    pub is_grey: bool,
}

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It supports it.
    Supports,
    /// The first must wait for the second; told, but not drawn in the picture.
    DependsOn,
    /// The person is responsible for it.
    Does,
    /// The donor pays for it.
    Pays,
    /// It is in contact with that party.
    With,
    /// It happens only if that choice is made so.
    OnlyIf,
}

/// The way of a line: straight parts and curves, one after another.
#[derive(Debug, Clone, PartialEq)]
pub struct Route {
    /// Where it begins.
    pub start: Point,
    /// Its parts.
    pub steps: Vec<Step>,
}

/// One part of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Straight to this place.
    Line(Point),
    /// A cubic curve: two places that pull it, and its end.
    Curve(Point, Point, Point),
}

/// What one number stands for.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The number at the boxes.
    pub number: usize,
    /// The worst of the findings in it.
    pub severity: Severity,
    /// The heading under which `check` tells it.
    pub title: String,
    /// The sentences below it.
    pub text: String,
    /// Names of the findings, for `scf explain`.
    pub names: Vec<&'static str>,
    /// What it is about, as indices of the nodes.
    pub about: Vec<usize>,
    /// What falls with that, as indices of the nodes.
    pub falls: Vec<usize>,
}

/// A sign that occurs in the picture and wants to be explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sign {
    /// Which.
    pub sign: SignOf,
    /// What it means.
    pub text: String,
}

/// The signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)] // The words say it.
pub enum SignOf {
    Leads,
    Bottleneck,
    Subject,
    Falls,
    Done,
    Absent,
    Failed,
    Fallen,
    Person,
    Party,
    Donor,
    Choice,
}

impl Relation {
    /// The name used in JSON and in other formats for programs.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::DependsOn => "depends-on",
            Self::Does => "does",
            Self::Pays => "pays",
            Self::With => "with",
            Self::OnlyIf => "only-if",
        }
    }
}

impl State {
    /// The name used in JSON, and as a class in SVG.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Absent => "absent",
            Self::Failed => "failed",
            Self::Fallen => "fallen",
        }
    }

    /// Whether it is drawn in grey in a picture of a plan without something.
    #[must_use]
    pub fn is_grey(self) -> bool {
        matches!(self, Self::Failed | Self::Fallen)
    }
}

/// The picture of a checked plan. Empty where the text could not be read as one.
///
/// Titles of what only a smaller circle may see than [`Wording::include`] are not in it at all; without such a limit, all are.
#[must_use]
pub fn picture(check: &Check, wording: Wording<'_>, options: &Options) -> Picture {
    compose::picture(check, wording, options)
}
