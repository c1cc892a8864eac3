//! What must hold of every picture, whatever the plan.

use strategic_choice::draw::{Frame, Node, Picture, Point, Relation, Step, text_width};

/// As near as two things may come and still not touch.
const HAIR: f64 = 0.01;

/// Everything that must hold. `what`: which picture, for the message.
pub fn assert_sound(picture: &Picture, what: &str) {
    boxes_are_apart(picture, what);
    words_are_inside(picture, what);
    all_is_on_the_sheet(picture, what);
    lines_pass_by(picture, what);
    bands_are_in_order(picture, what);
}

fn boxes_are_apart(picture: &Picture, what: &str) {
    let mut nodes: Vec<&Node> = picture.nodes.iter().collect();
    nodes.sort_by(|a, b| a.frame.x.total_cmp(&b.frame.x));
    for (at, a) in nodes.iter().enumerate() {
        // Marks stand on the upper side of a box, more than half above it.
        for b in nodes[at + 1..].iter().take_while(|b| b.frame.x < a.frame.x + a.frame.width - HAIR) {
            let room = |node: &Node| if node.marks.is_empty() { 0.0 } else { 11.0 };
            let (upper, lower) = if a.frame.y <= b.frame.y { (a, b) } else { (b, a) };
            let gap = lower.frame.y - room(lower) - (upper.frame.y + upper.frame.height);
            assert!(gap > HAIR, "{what}: {} and {} overlap", a.id, b.id);
        }
    }
}

fn words_are_inside(picture: &Picture, what: &str) {
    for node in &picture.nodes {
        let mut widths = node.lines.iter().chain(&node.captions);
        let widest = widths.clone().map(|line| line.width).fold(0.0, f64::max);
        assert!(widest <= node.frame.width - 20.0, "{what}: words of {} are {widest} wide", node.id);
        assert!(widths.all(|line| line.width > 0.0 && !line.text.contains('\n')), "{what}: {}", node.id);
        // A line of the smallest type needs so much.
        let count = node.lines.len() + node.captions.len();
        let least = f64::from(u32::try_from(count).unwrap()) * 13.0 + 10.0;
        assert!(node.frame.height >= least, "{what}: {} is too low for its {count} lines", node.id);
        for (at, badge) in node.badges.iter().enumerate() {
            let frame = badge.frame;
            let is_inside = frame.x >= 8.0
                && frame.x + frame.width <= node.frame.width - 8.0
                && frame.y + frame.height <= node.frame.height - 4.0;
            assert!(is_inside, "{what}: a sign of {} leaves its box: {frame:?}", node.id);
            assert!(
                text_width(&badge.line.text, 10.5, false) <= frame.width - 14.0,
                "{what}: {}",
                badge.line.text
            );
            let touches = |other: &Frame| overlap(&frame, other);
            assert!(
                !node.badges[..at].iter().any(|other| touches(&other.frame)),
                "{what}: signs of {}",
                node.id
            );
        }
    }
}

fn overlap(a: &Frame, b: &Frame) -> bool {
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

fn all_is_on_the_sheet(picture: &Picture, what: &str) {
    let frames =
        picture.nodes.iter().map(|node| node.frame).chain(picture.bands.iter().map(|band| band.frame));
    for frame in frames {
        let is_on = frame.x >= -HAIR
            && frame.y >= -HAIR
            && frame.x + frame.width <= picture.width + HAIR
            && frame.y + frame.height <= picture.height + HAIR;
        assert!(is_on, "{what}: {frame:?} of {} by {}", picture.width, picture.height);
    }
}

fn bands_are_in_order(picture: &Picture, what: &str) {
    for node in &picture.nodes {
        let band = picture.bands.iter().find(|band| band.level == node.kind.level()).unwrap();
        let (inner, outer) = (node.frame, band.frame);
        let is_in = inner.x >= outer.x - HAIR
            && inner.y >= outer.y - HAIR
            && inner.x + inner.width <= outer.x + outer.width + HAIR
            && inner.y + inner.height <= outer.y + outer.height + HAIR;
        assert!(is_in, "{what}: {} is not in its band", node.id);
    }
    for (at, a) in picture.bands.iter().enumerate() {
        let shrunk = |frame: Frame| Frame {
            x: frame.x + HAIR,
            y: frame.y + HAIR,
            width: frame.width - 2.0 * HAIR,
            height: frame.height - 2.0 * HAIR,
        };
        assert!(
            !picture.bands[..at].iter().any(|b| overlap(&shrunk(a.frame), &shrunk(b.frame))),
            "{what}: bands overlap"
        );
    }
}

/// No line crosses a box, and each goes from its box to its box.
fn lines_pass_by(picture: &Picture, what: &str) {
    // Boxes by strips of the sheet, so that not every line is held against every box.
    const STRIP: f64 = 400.0;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // Strips are few, and begin at 0.
    let strip = |y: f64| (y / STRIP).max(0.0) as usize;
    let mut strips: Vec<Vec<&Node>> = vec![Vec::new(); strip(picture.height) + 2];
    for node in &picture.nodes {
        for held in &mut strips[strip(node.frame.y)..=strip(node.frame.y + node.frame.height)] {
            held.push(node);
        }
    }
    for edge in &picture.edges {
        let Some(route) = &edge.route else {
            assert_eq!(edge.relation, Relation::DependsOn, "{what}: a line without a way");
            continue;
        };
        let (from, to) = (&picture.nodes[edge.from], &picture.nodes[edge.to]);
        let points = sampled(route.start, &route.steps);
        for point in &points {
            for node in &strips[strip(point.y)] {
                let frame = node.frame;
                let is_in = point.x > frame.x + HAIR
                    && point.x < frame.x + frame.width - HAIR
                    && point.y > frame.y + HAIR
                    && point.y < frame.y + frame.height - HAIR;
                assert!(!is_in, "{what}: {} to {} crosses {} at {point:?}", from.id, to.id, node.id);
            }
        }
        let far = |frame: Frame, point: Point| {
            let x = (frame.x - point.x).max(point.x - frame.x - frame.width).max(0.0);
            let y = (frame.y - point.y).max(point.y - frame.y - frame.height).max(0.0);
            x.max(y)
        };
        let end = points[points.len() - 1];
        assert!(
            far(from.frame, route.start) <= 8.0 + HAIR,
            "{what}: {} to {} begins far away",
            from.id,
            to.id
        );
        assert!(far(to.frame, end) <= 8.0 + HAIR, "{what}: {} to {} ends far away", from.id, to.id);
    }
}

fn sampled(start: Point, steps: &[Step]) -> Vec<Point> {
    const PARTS: u8 = 24;
    let mut points = vec![start];
    let mut at = start;
    for step in steps {
        for part in 1..=PARTS {
            let t = f64::from(part) / f64::from(PARTS);
            points.push(match *step {
                Step::Line(to) => Point { x: at.x + (to.x - at.x) * t, y: at.y + (to.y - at.y) * t },
                Step::Curve(a, b, to) => {
                    let mix = |p: f64, q: f64, r: f64, s: f64| {
                        let u = 1.0 - t;
                        u * u * u * p + 3.0 * u * u * t * q + 3.0 * u * t * t * r + t * t * t * s
                    };
                    Point { x: mix(at.x, a.x, b.x, to.x), y: mix(at.y, a.y, b.y, to.y) }
                }
            });
        }
        at = points[points.len() - 1];
    }
    points
}
