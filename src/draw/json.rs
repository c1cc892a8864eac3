//! A picture as JSON: what is drawn, where, and what the numbers mean.

use super::{Band, Edge, Entry, Frame, Node, Picture, Point, Step};
use crate::check::Check;
use crate::plan::{Level, Severity};
use crate::report::{Head, write_document};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What `draw` tells of a picture. Lengths are in the units of the picture.
#[derive(Serialize, JsonSchema)]
pub(crate) struct Document<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// Where it runs to: right, down or left.
    direction: &'static str,
    /// Its width.
    width: f64,
    /// Its height.
    height: f64,
    /// The levels, one beside the other.
    bands: Vec<BandJson<'a>>,
    /// What is drawn.
    nodes: Vec<NodeJson<'a>>,
    /// What leads to what.
    edges: Vec<EdgeJson<'a>>,
    /// What the numbers mean.
    legend: Vec<EntryJson<'a>>,
    /// Without what it is drawn, in words.
    without: Option<&'a str>,
    /// How many things are left out, because not everybody may see them.
    left_out: usize,
    /// What is to be known about the picture.
    notes: &'a [String],
}

#[derive(Serialize, JsonSchema)]
struct BandJson<'a> {
    /// The level; nothing for a column of people and others.
    level: Option<&'static str>,
    /// What stands above it.
    title: &'a str,
    #[serde(flatten)]
    frame: FrameJson,
}

#[derive(Serialize, JsonSchema)]
struct NodeJson<'a> {
    /// Its id.
    item: &'a str,
    /// What it is.
    kind: &'static str,
    /// Its level; nothing for people and others.
    level: Option<&'static str>,
    /// Its title.
    title: &'a str,
    /// Whether it stands, falls, has failed, is done or does not belong to the plan now.
    state: &'static str,
    /// Whether much rests on it.
    bottleneck: bool,
    /// The numbers of the findings about it.
    marks: Vec<usize>,
    /// The numbers of the bottlenecks with which it falls.
    falls_with: Vec<usize>,
    /// How many items of each level are told only by their number.
    folded: BTreeMap<&'static str, usize>,
    /// Who and what is drawn on it.
    beside: Vec<BadgeJson<'a>>,
    #[serde(flatten)]
    frame: FrameJson,
}

#[derive(Serialize, JsonSchema)]
struct BadgeJson<'a> {
    /// Its id.
    item: &'a str,
    /// What it is.
    kind: &'static str,
}

#[derive(Serialize, JsonSchema)]
struct EdgeJson<'a> {
    /// The id of what leads to it, or stands on it.
    from: &'a str,
    /// The id of where it leads.
    to: &'a str,
    /// In what way.
    relation: &'static str,
    /// Where it runs; a curve by the two places that pull it, and its end.
    points: Option<Vec<[f64; 2]>>,
}

#[derive(Serialize, JsonSchema)]
struct EntryJson<'a> {
    /// The number in the picture.
    number: usize,
    /// What the finding weighs.
    severity: &'static str,
    /// Its heading.
    title: &'a str,
    /// The findings in sentences.
    message: &'a str,
    /// Their names.
    findings: &'a [&'static str],
    /// Ids of what they are about.
    items: Vec<&'a str>,
    /// Ids of what falls with it.
    falls: Vec<&'a str>,
}

#[derive(Serialize, JsonSchema)]
struct FrameJson {
    /// From the left of the picture to its left.
    x: f64,
    /// From the top of the picture to its top.
    y: f64,
    /// Its width.
    width: f64,
    /// Its height.
    height: f64,
}

/// Writes one document.
///
/// # Errors
/// Where `out` takes no more.
pub fn json(picture: &Picture, check: &Check, today: Date, out: &mut dyn Write) -> io::Result<()> {
    let ids = |of: &[usize]| of.iter().map(|&node| &*picture.nodes[node].id).collect::<Vec<_>>();
    let entry = |entry: &'_ Entry| (ids(&entry.about), ids(&entry.falls));
    let document = Document {
        head: Head::new("draw", today, &check.source.path, check.title()),
        direction: picture.direction.name(),
        width: rounded(picture.width),
        height: rounded(picture.height),
        bands: picture.bands.iter().map(BandJson::from).collect(),
        nodes: picture.nodes.iter().map(NodeJson::from).collect(),
        edges: picture.edges.iter().map(|edge| edge_of(edge, picture)).collect(),
        legend: picture
            .legend
            .iter()
            .map(|of| {
                let (items, falls) = entry(of);
                EntryJson {
                    number: of.number,
                    severity: Severity::name(of.severity),
                    title: &of.title,
                    message: &of.text,
                    findings: &of.names,
                    items,
                    falls,
                }
            })
            .collect(),
        without: picture.without.as_deref(),
        left_out: picture.left_out,
        notes: &picture.notes,
    };
    write_document(&document, out)
}

fn edge_of<'a>(edge: &Edge, picture: &'a Picture) -> EdgeJson<'a> {
    let points = edge.route.as_ref().map(|route| {
        let mut points = vec![route.start];
        for step in &route.steps {
            match *step {
                Step::Line(to) => points.push(to),
                Step::Curve(a, b, to) => points.extend([a, b, to]),
            }
        }
        points.into_iter().map(|Point { x, y }| [rounded(x), rounded(y)]).collect()
    });
    EdgeJson {
        from: &picture.nodes[edge.from].id,
        to: &picture.nodes[edge.to].id,
        relation: edge.relation.name(),
        points,
    }
}

impl<'a> From<&'a Band> for BandJson<'a> {
    fn from(band: &'a Band) -> Self {
        Self { level: band.level.map(Level::name), title: &band.title, frame: band.frame.into() }
    }
}

impl<'a> From<&'a Node> for NodeJson<'a> {
    fn from(node: &'a Node) -> Self {
        let marks = |is_subject: bool| {
            let marks = node.marks.iter().filter(move |mark| mark.is_subject == is_subject);
            marks.map(|mark| mark.number).collect()
        };
        Self {
            item: &node.id,
            kind: node.kind.name(),
            level: node.kind.level().map(Level::name),
            title: &node.written,
            state: node.state.name(),
            bottleneck: node.is_bottleneck,
            marks: marks(true),
            falls_with: marks(false),
            folded: node.folded.iter().map(|(level, count)| (level.section(), *count)).collect(),
            beside: node.beside.iter().map(|(item, kind)| BadgeJson { item, kind: kind.name() }).collect(),
            frame: node.frame.into(),
        }
    }
}

impl From<Frame> for FrameJson {
    fn from(frame: Frame) -> Self {
        Self {
            x: rounded(frame.x),
            y: rounded(frame.y),
            width: rounded(frame.width),
            height: rounded(frame.height),
        }
    }
}

/// To one decimal, and without a zero that has a sign.
fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0 + 0.0
}
