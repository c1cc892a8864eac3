//! A picture as SVG: no scripts, nothing loaded from anywhere, and every text of the plan as text.

mod boxes;

use super::layout::{LABEL, MARGIN, SIDE_LABEL};
use super::letters::{Setting, is_right_to_left};
use super::paper::{Paper, Poster};
use super::sheet::{Legend, Sheet};
use super::style::style;
use super::xml::{Xml, number};
use super::{Band, Direction, Edge, Mark, Picture, Point, Relation, Route, Step};
use crate::lang::escaped;
use std::fmt::Write as _;

/// What stands around the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framing {
    /// Nothing: for a page that has its own words for it, and may set its colours.
    Bare,
    /// A title above, and below it what the signs and numbers mean.
    Sheet,
    /// The same on paper of this size.
    Paper(Paper),
}

/// The picture as SVG.
#[must_use]
pub fn svg(picture: &Picture, framing: Framing) -> String {
    let mut drawn = Drawn { xml: Xml::new(), picture };
    match framing {
        Framing::Bare => {
            drawn.open(framing, picture.width, picture.height, None);
            drawn.picture(Point::default());
        }
        Framing::Sheet => {
            let sheet = Sheet::of(picture, Legend::Below, picture.width);
            drawn.open(framing, sheet.width, sheet.height, None);
            drawn.sheet(&sheet);
        }
        Framing::Paper(paper) => {
            let Poster { sheet, width, height, scale } = paper.poster(picture);
            drawn.open(framing, width / scale, height / scale, Some((width, height)));
            let x = (width / scale - sheet.width) / 2.0;
            // A little above the middle looks like the middle.
            let y = (height / scale - sheet.height) * 0.42;
            drawn.xml.open("g", &[("transform", &translate(Point { x, y }))]);
            drawn.sheet(&sheet);
        }
    }
    drawn.xml.finish()
}

/// SVG in the making.
struct Drawn<'a> {
    xml: Xml,
    picture: &'a Picture,
}

impl Drawn<'_> {
    fn open(&mut self, framing: Framing, width: f64, height: f64, paper: Option<(f64, f64)>) {
        let view = format!("0 0 {} {}", number(width), number(height));
        let (wide, high) = match paper {
            Some((wide, high)) => (format!("{}mm", number(wide)), format!("{}mm", number(high))),
            None => (number(width), number(height)),
        };
        let title = escaped(&self.picture.title);
        let class = format!("scf-picture {}", self.picture.direction.name());
        let mut attributes = vec![
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", &class),
            ("width", &wide),
            ("height", &high),
            ("viewBox", &view),
        ];
        if let Some(language) = &self.picture.language {
            attributes.push(("lang", language));
        }
        if framing == Framing::Bare {
            attributes.extend([("role", "group"), ("aria-label", &*title)]);
            self.xml.open("svg", &attributes);
        } else {
            attributes.extend([("role", "img"), ("aria-labelledby", "scf-title scf-about")]);
            self.xml.open("svg", &attributes);
            self.xml.with_text("title", &[("id", "scf-title")], &title);
            self.xml.with_text("desc", &[("id", "scf-about")], &self.picture.about);
        }
        self.xml.line();
        self.xml.with_text("style", &[], &style(framing));
        self.xml.line();
        self.xml.empty("rect", &[("class", "paper"), ("width", &number(width)), ("height", &number(height))]);
        self.xml.line();
    }

    fn sheet(&mut self, sheet: &Sheet) {
        self.picture(sheet.picture);
        for rule in &sheet.rules {
            let (left, right, y) = (number(rule.x), number(rule.x + rule.width), number(rule.y));
            let ends = [("x1", &*left), ("x2", &right), ("y1", &y), ("y2", &y)];
            self.xml.empty("line", &[&[("class", "rule")], &ends[..]].concat());
        }
        for (at, sign) in &sheet.signs {
            self.sign(*at, *sign);
        }
        for (at, index) in &sheet.numbers {
            let entry = &self.picture.legend[*index];
            self.mark(*at, Mark { number: entry.number, is_subject: true, severity: entry.severity });
        }
        for words in &sheet.words {
            let class = format!("words {}", words.class);
            let mut attributes = vec![("class", &*class)];
            let (x, y, size) = (number(words.at.x), number(words.at.y), number(words.size));
            let right = number(sheet.width - words.at.x);
            // The line below a title begins where the title does, however either is written.
            let is_left = is_right_to_left(&words.line.text);
            let is_at_right = match words.class {
                "title" => is_left,
                "subtitle" => is_right_to_left(&self.picture.title),
                _ => false,
            };
            attributes.extend([
                ("x", if is_at_right { &*right } else { &x }),
                ("y", &y),
                ("font-size", &size),
            ]);
            if is_at_right && is_left {
                attributes.push(("direction", "rtl"));
            } else if is_at_right {
                attributes.push(("text-anchor", "end"));
            }
            self.xml.with_text("text", &attributes, &words.line.text);
            self.xml.line();
        }
    }

    fn picture(&mut self, at: Point) {
        self.xml.open("g", &[("class", "drawing"), ("transform", &translate(at))]);
        self.xml.line();
        for (index, band) in self.picture.bands.iter().enumerate() {
            self.band(band, index);
        }
        self.xml.open("g", &[("class", "edges")]);
        self.xml.line();
        for edge in &self.picture.edges {
            self.edge(edge);
        }
        self.tips();
        self.xml.close();
        self.xml.line();
        self.xml.open("g", &[("class", "nodes")]);
        self.xml.line();
        for node in &self.picture.nodes {
            self.node(node);
        }
        self.xml.close();
        self.xml.close();
        self.xml.line();
    }

    fn band(&mut self, band: &Band, index: usize) {
        let frame = band.frame;
        let level = band.level.map_or("beside", crate::plan::Level::name);
        let class = format!("band {} level-{level}", if index.is_multiple_of(2) { "even" } else { "odd" });
        self.xml.open("g", &[("class", &class)]);
        let (x, y, width, height) =
            (number(frame.x), number(frame.y), number(frame.width), number(frame.height));
        self.xml.empty("rect", &[("x", &x), ("y", &y), ("width", &width), ("height", &height)]);
        let is_down = self.picture.direction == Direction::TopDown;
        // Where the boxes of the band begin and end: its name stands over them.
        let boxes = self.picture.nodes.iter().filter(|node| node.kind.level() == band.level);
        let (left, right) = boxes.fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), node| {
            (left.min(node.frame.x), right.max(node.frame.x + node.frame.width))
        });
        let (x, room) = match self.picture.direction {
            Direction::TopDown => (MARGIN, SIDE_LABEL - 12.0),
            Direction::LeftToRight => (left, frame.x + frame.width - left),
            Direction::RightToLeft => (right, right - frame.x),
        };
        let setting = Setting { size: 13.0, is_bold: true, width: room, most: if is_down { 4 } else { 2 } };
        let lines = setting.lines(&escaped(&band.title));
        let second = if lines.len() > 1 { 17.0 } else { 0.0 };
        let mut y = if is_down { frame.y + MARGIN + 6.0 } else { frame.y + LABEL - 6.0 - second / 2.0 };
        for line in lines {
            let (at, down) = (number(x), number(y));
            let mut attributes = vec![("x", &*at), ("y", &down), ("font-size", "13")];
            let is_left = is_right_to_left(&line.text);
            if is_left {
                attributes.push(("direction", "rtl"));
            }
            if is_left != (self.picture.direction == Direction::RightToLeft) {
                attributes.push(("text-anchor", "end"));
            }
            self.xml.with_text("text", &attributes, &line.text);
            y += 17.0;
        }
        self.xml.close();
        self.xml.line();
    }

    fn edge(&mut self, edge: &Edge) {
        let Some(route) = &edge.route else { return };
        let class = match (edge.relation, edge.is_grey) {
            (Relation::Supports, false) => "edge",
            (Relation::Supports, true) => "edge grey",
            (_, false) => "edge beside",
            (_, true) => "edge beside grey",
        };
        let (from, to) = (&self.picture.nodes[edge.from].id, &self.picture.nodes[edge.to].id);
        self.xml.empty(
            "path",
            &[
                ("class", class),
                ("data-from", from),
                ("data-to", to),
                ("data-relation", edge.relation.name()),
                ("d", &way(route)),
            ],
        );
        self.xml.line();
    }

    /// The tips of the arrows, one where many lines end; grey where all of them are.
    fn tips(&mut self) {
        let mut tips: Vec<(usize, String, bool)> = Vec::new();
        let drawn = self.picture.edges.iter().filter(|edge| edge.relation == Relation::Supports);
        for (edge, route) in drawn.filter_map(|edge| Some((edge, edge.route.as_ref()?))) {
            tips.push((edge.to, tip(route), edge.is_grey));
        }
        // Of equal ones that which is not grey comes first.
        tips.sort();
        tips.dedup_by(|a, b| (a.0, &a.1) == (b.0, &b.1));
        for (to, data, is_grey) in tips {
            let class = if is_grey { "tip grey" } else { "tip" };
            self.xml
                .empty("path", &[("class", class), ("data-to", &self.picture.nodes[to].id), ("d", &data)]);
            self.xml.line();
        }
    }
}

fn translate(at: Point) -> String {
    format!("translate({} {})", number(at.x), number(at.y))
}

/// A way as the data of a path.
fn way(route: &Route) -> String {
    let mut data = format!("M{} {}", number(route.start.x), number(route.start.y));
    for step in &route.steps {
        // Writing to a string cannot fail.
        match *step {
            Step::Line(to) => {
                let _ = write!(data, "L{} {}", number(to.x), number(to.y));
            }
            Step::Curve(a, b, to) => {
                let points = [a, b, to].map(|point| format!("{} {}", number(point.x), number(point.y)));
                let _ = write!(data, "C{}", points.join(" "));
            }
        }
    }
    data
}

/// The tip of an arrow at the end of a way.
fn tip(route: &Route) -> String {
    const LONG: f64 = 7.0;
    const WIDE: f64 = 3.6;
    let (mut at, mut before) = (route.start, route.start);
    for step in &route.steps {
        (before, at) = match *step {
            Step::Line(to) => (at, to),
            Step::Curve(_, b, to) => (b, to),
        };
    }
    let (dx, dy) = (at.x - before.x, at.y - before.y);
    // Lines end straight, so the tip points right, left, up or down.
    let ahead = if dx.abs() >= dy.abs() { (dx.signum(), 0.0) } else { (0.0, dy.signum()) };
    let point = |along: f64, across: f64| {
        let (x, y) = (at.x + ahead.0 * along + ahead.1 * across, at.y + ahead.1 * along + ahead.0 * across);
        format!("{} {}", number(x), number(y))
    };
    format!("M{}L{}L{}Z", point(LONG, 0.0), point(0.0, WIDE), point(0.0, -WIDE))
}
