//! From boxes with a size and a level to places: columns, order, middles, ways.
//!
//! Everything is worked out along one way, from the ambition on (`along`), and across it; only at the end are these turned into
//! left, right, up and down.

use super::align::{Room, align};
use super::asked::Direction;
use super::layers::{Cell, Layers, Link};
use super::order::order;
use super::routes::{Ends, Way};
use super::units::{Unit, columns, units};
use super::{Frame, Point, Route, Step};

/// Room around everything.
pub(super) const MARGIN: f64 = 20.0;
/// Room for the names of the bands: above them, or at their left where they lie one below the other.
pub(super) const LABEL: f64 = 34.0;
pub(super) const SIDE_LABEL: f64 = 124.0;
/// What marks take above a box.
pub(super) const OVERHANG: f64 = 11.0;
/// From the spine of a stack to its boxes.
pub(super) const SPINE: f64 = 14.0;
/// Between the boxes of a stack.
pub(super) const STACKED: f64 = 9.0;

/// A box that wants a place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Body {
    /// Its band, from the ambition on.
    pub band: u32,
    pub width: f64,
    pub height: f64,
    /// Marks stand on its upper side.
    pub has_marks: bool,
    /// It may be set below its neighbours where the picture runs from the top down.
    pub can_stack: bool,
}

/// A line that wants a way: from what contributes to what it contributes to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish {
    pub from: u32,
    pub to: u32,
    /// Lines of one kind share lanes; only those of kind 0 have a tip.
    pub lane: u8,
}

/// Places and ways.
pub(super) struct Plot {
    pub frames: Vec<Frame>,
    pub routes: Vec<Route>,
    pub bands: Vec<Frame>,
    pub width: f64,
    pub height: f64,
}

/// Gives every box a place and every line a way.
pub(super) fn plot(bodies: &[Body], wishes: &[Wish], direction: Direction) -> Plot {
    let is_down = direction == Direction::TopDown;
    let (units, unit_of) = units(bodies, wishes, is_down);
    let (column_of_band, column) = columns(bodies, wishes, &units, &unit_of);
    let mut links: Vec<Link> = Vec::with_capacity(wishes.len());
    let mut turned = Vec::with_capacity(wishes.len());
    for wish in wishes {
        let (mut from, mut to) = (unit_of[wish.from as usize], unit_of[wish.to as usize]);
        // In a circle one line runs against the others.
        let is_turned = column[from as usize] < column[to as usize];
        if is_turned {
            (from, to) = (to, from);
        }
        turned.push(is_turned);
        links.push(Link { from, to, lane: wish.lane });
    }
    let mut layers = Layers::of(&column, &links);
    order(&mut layers);
    let room: Vec<Room> = layers.cells.iter().map(|cell| room_of(*cell, &units, is_down)).collect();
    let middle = align(&layers, &room, |a, b| gap(&layers, a, b, is_down));
    let tracks = tracks(&layers, &units, &column_of_band);
    let low =
        (0..layers.cells.len()).map(|cell| middle[cell] - room[cell].before).fold(f64::INFINITY, f64::min);
    let high = (0..layers.cells.len())
        .map(|cell| middle[cell] + room[cell].behind)
        .fold(f64::NEG_INFINITY, f64::max);
    let (low, high) = if low <= high { (low, high) } else { (0.0, 0.0) };

    let mut frames = vec![Frame::default(); bodies.len()];
    for (unit, cell) in units.iter().zip(0..) {
        let start = tracks.starts[layers.column[cell] as usize];
        place(unit, bodies, start, middle[cell], is_down, &mut frames);
    }
    let way = Way { layers: &layers, middle: &middle, tracks: &tracks };
    let mut routes = Vec::with_capacity(wishes.len());
    for (index, wish) in wishes.iter().enumerate() {
        let is_turned = turned[index];
        let (from, to) = if is_turned { (wish.to, wish.from) } else { (wish.from, wish.to) };
        let unit = unit_of[from as usize];
        let in_stack = units[unit as usize].members.len() > 1;
        let side = || middle[unit as usize] - units[unit as usize].across / 2.0;
        let spine = in_stack.then(|| (side() + SPINE / 3.0, side() + SPINE));
        let ends = Ends {
            from: ends_of(&frames[from as usize]),
            to: ends_of(&frames[to as usize]),
            columns: (layers.column[unit as usize], layers.column[unit_of[to as usize] as usize]),
            spine,
            has_tip: wish.lane == 0,
        };
        routes.push(way.route(&ends, &layers.lanes[index], is_turned));
    }
    let bands = bands(&tracks, &column_of_band, low, high);
    turn(&Plot { frames, routes, bands, width: tracks.end, height: high }, low, direction)
}

/// The place of a box along (from, to) and its middle across, while frames are still measured along and across.
fn ends_of(frame: &Frame) -> (f64, f64, f64) {
    (frame.x, frame.x + frame.width, frame.y + frame.height / 2.0)
}

fn room_of(cell: Cell, units: &[Unit], is_down: bool) -> Room {
    match cell {
        Cell::Lane(_) => Room { before: 1.0, behind: 1.0 },
        Cell::Box(unit) => {
            let Unit { across, overhang, .. } = units[unit as usize];
            let overhang = if is_down { 0.0 } else { overhang };
            Room { before: across / 2.0 + overhang, behind: across / 2.0 }
        }
    }
}

/// The room between two neighbours of a column: what belongs together stands closer.
fn gap(layers: &Layers, a: u32, b: u32, is_down: bool) -> f64 {
    let wide = if is_down { 1.5 } else { 1.0 };
    match (layers.is_lane(a), layers.is_lane(b)) {
        (true, true) => 9.0 * wide,
        (true, false) | (false, true) => 13.0 * wide,
        _ => {
            let first = |cell: u32| layers.before[cell as usize].first();
            let together = first(a).is_some() && first(a) == first(b);
            wide * if together { 10.0 } else { 20.0 }
        }
    }
}

/// Where columns begin and end along the picture.
pub(super) struct Tracks {
    pub starts: Vec<f64>,
    pub ends: Vec<f64>,
    /// Behind the last.
    pub end: f64,
}

fn tracks(layers: &Layers, units: &[Unit], firsts: &[u32]) -> Tracks {
    let mut tracks = Tracks { starts: Vec::new(), ends: Vec::new(), end: 0.0 };
    let mut at = 0.0;
    for (column, cells) in layers.columns.iter().enumerate() {
        if column > 0 {
            let joints: usize = cells.iter().map(|&cell| layers.before[cell as usize].len()).sum();
            let within = !firsts.contains(&(column as u32));
            // The more lines pass, the more room they have to spread.
            #[allow(clippy::cast_precision_loss)]
            let spread = (joints.min(80) as f64 * 0.6).min(44.0);
            at += if within { 44.0 } else { 56.0 } + spread;
        }
        let widest = cells
            .iter()
            .filter_map(|&cell| match layers.cells[cell as usize] {
                Cell::Box(unit) => Some(units[unit as usize].along),
                Cell::Lane(_) => None,
            })
            .fold(0.0, f64::max);
        tracks.starts.push(at);
        at += widest;
        tracks.ends.push(at);
    }
    tracks.end = at;
    tracks
}

/// Puts the boxes of a unit in their places, measured along and across.
fn place(unit: &Unit, bodies: &[Body], start: f64, middle: f64, is_down: bool, frames: &mut [Frame]) {
    let size = |member: u32| {
        let Body { width, height, .. } = bodies[member as usize];
        if is_down { (height, width) } else { (width, height) }
    };
    if let [only] = unit.members[..] {
        let (along, across) = size(only);
        frames[only as usize] = Frame { x: start, y: middle - across / 2.0, width: along, height: across };
        return;
    }
    let mut at = start;
    for (index, &member) in unit.members.iter().enumerate() {
        let (along, across) = size(member);
        if index > 0 {
            at += STACKED + if bodies[member as usize].has_marks { OVERHANG } else { 0.0 };
        }
        frames[member as usize] =
            Frame { x: at, y: middle - unit.across / 2.0 + SPINE, width: along, height: across };
        at += along;
    }
}

/// The strips of the bands, from the middle between two bands to the next.
fn bands(tracks: &Tracks, firsts: &[u32], low: f64, high: f64) -> Vec<Frame> {
    let between = |first: u32| f64::midpoint(tracks.ends[first as usize - 1], tracks.starts[first as usize]);
    (0..firsts.len())
        .map(|band| {
            let start = if band == 0 { -MARGIN } else { between(firsts[band]) };
            let end = firsts.get(band + 1).map_or(tracks.end + MARGIN, |&next| between(next));
            Frame { x: start, y: low, width: end - start, height: high - low }
        })
        .collect()
}

/// Turns along and across into right and down, with the upper left corner at 0, 0.
fn turn(plot: &Plot, low: f64, direction: Direction) -> Plot {
    let (along, across) = (plot.width, plot.height - low);
    let (width, height) = match direction {
        Direction::TopDown => (across + SIDE_LABEL + 2.0 * MARGIN, along + 2.0 * MARGIN),
        _ => (along + 2.0 * MARGIN, across + LABEL + 2.0 * MARGIN),
    };
    let point = |point: Point| match direction {
        Direction::LeftToRight => Point { x: point.x + MARGIN, y: point.y - low + LABEL + MARGIN },
        Direction::RightToLeft => Point { x: width - point.x - MARGIN, y: point.y - low + LABEL + MARGIN },
        Direction::TopDown => Point { x: point.y - low + SIDE_LABEL + MARGIN, y: point.x + MARGIN },
    };
    let frame = |frame: &Frame| {
        let a = point(Point { x: frame.x, y: frame.y });
        let b = point(Point { x: frame.x + frame.width, y: frame.y + frame.height });
        Frame { x: a.x.min(b.x), y: a.y.min(b.y), width: (b.x - a.x).abs(), height: (b.y - a.y).abs() }
    };
    let bands = plot.bands.iter().map(|band| match direction {
        Direction::TopDown => Frame { x: 0.0, width, ..frame(band) },
        _ => Frame { y: 0.0, height, ..frame(band) },
    });
    Plot {
        bands: bands.collect(),
        frames: plot.frames.iter().map(frame).collect(),
        routes: plot
            .routes
            .iter()
            .map(|route| Route {
                start: point(route.start),
                steps: route
                    .steps
                    .iter()
                    .map(|step| match *step {
                        Step::Line(to) => Step::Line(point(to)),
                        Step::Curve(a, b, to) => Step::Curve(point(a), point(b), point(to)),
                    })
                    .collect(),
            })
            .collect(),
        width,
        height,
    }
}
