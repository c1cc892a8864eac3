//! The ways of lines: straight past the boxes of a column, in curves between columns. A curve never leaves the room
//! between two columns, and in a column a line keeps to its lane, so no line can cross a box.

use super::layers::Layers;
use super::layout::Tracks;
use super::{Point, Route, Step};

/// From the end of a line to the box it leads to.
pub(super) const TIP: f64 = 8.0;
/// How far the middles of two boxes may be apart that are joined by a straight line.
const NEARLY: f64 = 4.0;
/// How round the corners of a spine are.
const CORNER: f64 = 6.0;

/// What ways are worked out from.
pub(super) struct Way<'a> {
    pub layers: &'a Layers,
    pub middle: &'a [f64],
    pub tracks: &'a Tracks,
}

/// The two ends of a line.
pub(super) struct Ends {
    /// Of the box further from the ambition: where it begins and ends along the picture, and its middle across.
    pub from: (f64, f64, f64),
    /// Of the other.
    pub to: (f64, f64, f64),
    /// The columns of both.
    pub columns: (u32, u32),
    /// Where the spine of a stack runs, across, when it begins in one; and where the boxes beside it begin.
    pub spine: Option<(f64, f64)>,
    /// It ends in the tip of an arrow.
    pub has_tip: bool,
}

impl Way<'_> {
    /// The way of a line, by these lanes. Turned: it leads away from the ambition, as one line in a circle must.
    pub(super) fn route(&self, ends: &Ends, lanes: &[u32], is_turned: bool) -> Route {
        let Tracks { starts, ends: behind, .. } = self.tracks;
        let (from, to) = (ends.columns.0 as usize, ends.columns.1 as usize);
        let mut path = Path::default();
        let mut across = ends.from.2;
        // Boxes that nearly face each other are joined by a straight line.
        if lanes.is_empty() && ends.spine.is_none() && (across - ends.to.2).abs() <= NEARLY {
            across = ends.to.2;
        }
        if let Some((spine, side)) = ends.spine {
            let along = f64::midpoint(ends.from.0, ends.from.1);
            // The box stands beside its spine: the line begins at the side.
            path.start(Point { x: along, y: side });
            path.line(Point { x: along, y: spine + CORNER });
            let corner = Point { x: along, y: spine };
            path.curve(corner, corner, Point { x: along - CORNER, y: spine });
            path.line(Point { x: starts[from], y: spine });
            across = spine;
        } else {
            let tip = if ends.has_tip { TIP } else { 0.0 };
            let first = if is_turned { tip } else { 0.0 };
            path.start(Point { x: ends.from.0 - first, y: across });
            path.line(Point { x: starts[from] - first, y: across });
        }
        let mut at = from;
        for &lane in lanes {
            let next = self.layers.column[lane as usize] as usize;
            let lane = self.middle[lane as usize];
            path.bend(path.at.x.min(starts[at]), across, behind[next], lane);
            path.line(Point { x: starts[next], y: lane });
            across = lane;
            at = next;
        }
        // The tip stands straight before its box, so the curve ends before the tip.
        let last = if is_turned || !ends.has_tip { 0.0 } else { TIP };
        path.bend(path.at.x.min(starts[at]), across, behind[to] + last, ends.to.2);
        path.line(Point { x: ends.to.1 + last, y: ends.to.2 });
        if is_turned { path.turned() } else { path.route() }
    }
}

/// A way in the making.
#[derive(Default)]
struct Path {
    start: Point,
    at: Point,
    steps: Vec<Step>,
    /// The last part is straight along the picture.
    is_level: bool,
}

impl Path {
    fn start(&mut self, at: Point) {
        self.start = at;
        self.at = at;
    }

    fn line(&mut self, to: Point) {
        if (self.at.x - to.x).abs() <= 0.01 && (self.at.y - to.y).abs() <= 0.01 {
            return;
        }
        // Straight on along the picture, the last part only becomes longer: a line may pass many columns.
        let is_level = (self.at.y - to.y).abs() <= 0.01;
        match self.steps.last_mut() {
            Some(Step::Line(last)) if is_level && self.is_level => *last = to,
            _ => self.steps.push(Step::Line(to)),
        }
        self.is_level = is_level;
        self.at = to;
    }

    fn curve(&mut self, a: Point, b: Point, to: Point) {
        self.steps.push(Step::Curve(a, b, to));
        self.is_level = false;
        self.at = to;
    }

    /// From one column to the other.
    fn bend(&mut self, from: f64, across: f64, to: f64, then: f64) {
        if (across - then).abs() < 0.05 {
            self.line(Point { x: to, y: then });
            return;
        }
        let half = f64::midpoint(from, to);
        self.curve(Point { x: half, y: across }, Point { x: half, y: then }, Point { x: to, y: then });
    }

    fn route(self) -> Route {
        Route { start: self.start, steps: self.steps }
    }

    /// The same from its end to its beginning.
    fn turned(self) -> Route {
        let mut points = vec![self.start];
        points.extend(self.steps.iter().map(|step| match step {
            Step::Line(to) | Step::Curve(_, _, to) => *to,
        }));
        let steps = self.steps.iter().enumerate().rev().map(|(at, step)| match *step {
            Step::Line(_) => Step::Line(points[at]),
            Step::Curve(a, b, _) => Step::Curve(b, a, points[at]),
        });
        Route { start: points[points.len() - 1], steps: steps.collect() }
    }
}
