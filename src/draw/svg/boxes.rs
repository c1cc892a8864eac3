//! Boxes with all that stands in them and on them, and the signs that are explained.

use super::{Drawn, tip, translate, way};
use crate::draw::cards::{
    BADGE, BADGE_HEIGHT, BADGE_LEAD, CAPTION, Look, PAD_X, PAD_Y, caption_line, captions_top,
};
use crate::draw::compose::is_beside;
use crate::draw::layout::OVERHANG;
use crate::draw::letters::is_right_to_left;
use crate::draw::xml::number;
use crate::draw::{Badge, Direction, Mark, Node, Point, Route, SignOf, State, Step};
use crate::lang::escaped;
use crate::plan::{Kind, Severity};

/// How far apart marks stand.
const MARK_STEP: f64 = 21.0;
/// How large they are.
const MARK: f64 = 9.0;
/// Marks at one box.
const MOST_MARKS: usize = 6;

impl Drawn<'_> {
    pub(super) fn node(&mut self, node: &Node) {
        let is_down = self.picture.direction == Direction::TopDown;
        let look = Look::of(node.kind, is_down);
        let level = node.kind.level().map_or("beside", crate::plan::Level::name);
        let mut class = format!("node level-{level} state-{}", node.state.name());
        if node.is_bottleneck {
            class += " bottleneck";
        }
        let at = Point { x: node.frame.x, y: node.frame.y };
        self.xml.open(
            "g",
            &[
                ("class", &class),
                ("data-id", &node.id),
                ("data-kind", node.kind.name()),
                ("transform", &translate(at)),
            ],
        );
        self.xml.with_text("title", &[], &escaped(&node.title));
        let (width, height) = (number(node.frame.width), number(node.frame.height));
        let round = if is_beside(node.kind) { "14" } else { "6" };
        self.xml.empty("rect", &[("class", "box"), ("width", &width), ("height", &height), ("rx", round)]);
        if is_beside(node.kind) {
            self.icon(node.kind, Point { x: PAD_X - 8.0, y: node.frame.height / 2.0 - BADGE_HEIGHT / 2.0 });
        }
        let is_left = is_right_to_left(&escaped(&node.title));
        let weight = if look.is_bold { "600" } else { "400" };
        let mut y = PAD_Y + look.leading() * 0.5 + look.size * 0.35;
        for line in &node.lines {
            self.text("words", &line.text, node, y, look, (look.size, weight), is_left);
            y += look.leading();
        }
        let mut y = captions_top(node.lines.len(), look) + caption_line() * 0.5 + CAPTION * 0.35;
        for line in &node.captions {
            let is_left = self.picture.direction == Direction::RightToLeft && is_left;
            self.text("caption", &line.text, node, y, look, (CAPTION, "400"), is_left);
            y += caption_line();
        }
        for badge in &node.badges {
            self.badge(badge);
        }
        self.marks(node);
        self.xml.close();
        self.xml.line();
    }

    /// A line in a box: from the side at which its writing begins.
    #[allow(clippy::too_many_arguments)] // A line of text has that many sides.
    fn text(
        &mut self,
        class: &str,
        text: &str,
        node: &Node,
        y: f64,
        look: Look,
        type_: (f64, &str),
        is_left: bool,
    ) {
        let x = if is_left { node.frame.width - PAD_X } else { PAD_X + look.lead };
        let (x, y, size) = (number(x), number(y), number(type_.0));
        let mut attributes =
            vec![("class", class), ("x", &*x), ("y", &y), ("font-size", &size), ("font-weight", type_.1)];
        if is_left {
            attributes.push(("direction", "rtl"));
        }
        self.xml.with_text("text", &attributes, text);
    }

    fn badge(&mut self, badge: &Badge) {
        let mut class = "badge".to_owned();
        for (name, is_so) in [("bottleneck", badge.is_bottleneck), ("grey", badge.is_grey)] {
            if is_so {
                class = class + " " + name;
            }
        }
        let at = translate(Point { x: badge.frame.x, y: badge.frame.y });
        let mut attributes = vec![("class", &*class), ("transform", &at)];
        if !badge.id.is_empty() {
            attributes.extend([("data-badge", &*badge.id), ("data-kind", badge.kind.name())]);
        }
        self.xml.open("g", &attributes);
        self.xml.with_text("title", &[], &escaped(&badge.title));
        let (width, height) = (number(badge.frame.width), number(badge.frame.height));
        self.xml.empty("rect", &[("width", &width), ("height", &height), ("rx", "9")]);
        let size = number(BADGE);
        let y = number(BADGE_HEIGHT / 2.0 + BADGE * 0.35);
        if badge.id.is_empty() {
            let middle = number(badge.frame.width / 2.0);
            let attributes = [("x", &*middle), ("y", &y), ("font-size", &size), ("text-anchor", "middle")];
            self.xml.with_text("text", &attributes, &badge.line.text);
        } else {
            // The name stands behind its small picture, whichever way it is written.
            let is_left = is_right_to_left(&badge.line.text);
            let far = badge.frame.width;
            self.icon(badge.kind, Point { x: if is_left { far - 22.0 } else { 0.0 }, y: 0.0 });
            let x = number(if is_left { far - BADGE_LEAD } else { BADGE_LEAD });
            let mut attributes = vec![("x", &*x), ("y", &y), ("font-size", &size)];
            if is_left {
                attributes.push(("direction", "rtl"));
            }
            self.xml.with_text("text", &attributes, &badge.line.text);
        }
        self.xml.close();
    }

    /// The small picture of a kind of thing, 18 units high and wide.
    fn icon(&mut self, kind: Kind, at: Point) {
        let shape = match kind {
            Kind::Person => {
                "M11 3.8a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM6.2 14.2c0-2.8 2.1-4.4 4.8-4.4s4.8 1.6 4.8 4.4z"
            }
            Kind::Donor => "M11 4a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
            Kind::Choice => "M5.4 4.6h11.2l-5.6 9.4z",
            _ => "M11 3.6l5.4 5.4-5.4 5.4-5.4-5.4z",
        };
        self.xml.empty("path", &[("class", "icon"), ("d", shape), ("transform", &translate(at))]);
    }

    /// The marks of a box, on its upper side and a little above it, so that they touch no high letters; from the corner
    /// at which writing ends.
    fn marks(&mut self, node: &Node) {
        let is_mirrored = self.picture.direction == Direction::RightToLeft;
        let place = |index: usize| {
            // A handful of marks are counted exactly.
            #[allow(clippy::cast_precision_loss)]
            let from_corner = 13.0 + MARK_STEP * index as f64;
            Point {
                x: if is_mirrored { from_corner } else { node.frame.width - from_corner },
                y: MARK - OVERHANG,
            }
        };
        if node.state == State::Failed {
            self.cross(place(0));
            return;
        }
        let is_cut = node.marks.len() > MOST_MARKS;
        let told = if is_cut { &node.marks[..MOST_MARKS - 1] } else { &node.marks[..] };
        // The first stands outermost in the order of reading.
        let last = told.len() + usize::from(is_cut);
        for (index, mark) in told.iter().enumerate() {
            self.mark(place(last - 1 - index), *mark);
        }
        if is_cut {
            self.shape(place(0), "mark advice", "…", false);
        }
    }

    pub(super) fn mark(&mut self, at: Point, mark: Mark) {
        let class = match (mark.is_subject, mark.severity) {
            (false, _) => "mark falls",
            (true, Severity::Error) => "mark error",
            (true, Severity::Warning) => "mark warning",
            (true, Severity::Advice) => "mark advice",
        };
        let is_square = mark.is_subject && mark.severity == Severity::Error;
        self.shape(at, class, &mark.number.to_string(), is_square);
    }

    fn shape(&mut self, at: Point, class: &str, text: &str, is_square: bool) {
        self.xml.open("g", &[("class", class), ("transform", &translate(at))]);
        let radius = number(MARK);
        if is_square {
            let (corner, side) = (number(-MARK), number(2.0 * MARK));
            self.xml.empty(
                "rect",
                &[
                    ("class", "shape"),
                    ("x", &corner),
                    ("y", &corner),
                    ("width", &side),
                    ("height", &side),
                    ("rx", "3"),
                ],
            );
        } else {
            self.xml.empty("circle", &[("class", "shape"), ("r", &radius)]);
        }
        let attributes =
            [("y", "3.7"), ("font-size", "10.5"), ("font-weight", "700"), ("text-anchor", "middle")];
        self.xml.with_text("text", &attributes, text);
        self.xml.close();
    }

    fn cross(&mut self, at: Point) {
        self.xml.open("g", &[("class", "gone"), ("transform", &translate(at))]);
        self.xml.empty("circle", &[("class", "paper"), ("r", "8")]);
        self.xml.empty("path", &[("class", "cross"), ("d", "M-4 -4L4 4M4 -4L-4 4")]);
        self.xml.close();
    }

    /// A sign that is explained, about a middle.
    pub(super) fn sign(&mut self, at: Point, sign: SignOf) {
        let small = |class: &str| format!("node {class}");
        self.xml.open("g", &[("class", "sign"), ("transform", &translate(at))]);
        match sign {
            SignOf::Leads => {
                // As the lines of the picture run.
                let (start, end) = match self.picture.direction {
                    Direction::LeftToRight => ((14.0, 0.0), (-7.0, 0.0)),
                    Direction::RightToLeft => ((-14.0, 0.0), (7.0, 0.0)),
                    Direction::TopDown => ((0.0, 9.0), (0.0, -2.0)),
                };
                let point = |(x, y)| Point { x, y };
                let route = Route { start: point(start), steps: vec![Step::Line(point(end))] };
                self.xml.empty("path", &[("class", "edge"), ("d", &way(&route))]);
                self.xml.empty("path", &[("class", "tip"), ("d", &tip(&route))]);
            }
            SignOf::Subject => self.shape(Point::default(), "mark warning", "1", false),
            SignOf::Falls => self.shape(Point::default(), "mark falls", "1", false),
            SignOf::Bottleneck => self.sample(&small("level-task bottleneck")),
            SignOf::Done => self.sample(&small("level-task state-done")),
            SignOf::Absent => self.sample(&small("level-task state-absent")),
            SignOf::Fallen => self.sample(&small("level-task state-fallen")),
            SignOf::Failed => {
                self.sample(&small("level-task state-failed"));
                self.cross(Point { x: 10.0, y: -6.0 });
            }
            SignOf::Person => self.icon(Kind::Person, Point { x: -7.0, y: -9.0 }),
            SignOf::Party => self.icon(Kind::Party, Point { x: -7.0, y: -9.0 }),
            SignOf::Donor => self.icon(Kind::Donor, Point { x: -7.0, y: -9.0 }),
            SignOf::Choice => self.icon(Kind::Choice, Point { x: -7.0, y: -9.0 }),
        }
        self.xml.close();
        self.xml.line();
    }

    fn sample(&mut self, class: &str) {
        self.xml.open("g", &[("class", class)]);
        self.xml.empty(
            "rect",
            &[("class", "box"), ("x", "-13"), ("y", "-7.5"), ("width", "26"), ("height", "15"), ("rx", "4")],
        );
        self.xml.close();
    }
}
