//! What stands in a box, and how large that makes it.

use super::letters::{Setting, text_width};
use super::{Badge, Frame, Line, Node};
use crate::lang::escaped;
use crate::plan::Kind;

/// Room inside a box.
pub(super) const PAD_X: f64 = 12.0;
pub(super) const PAD_Y: f64 = 9.0;
/// A line is so much higher than its type.
pub(super) const LEADING: f64 = 1.3;
/// Small words below a title.
pub(super) const CAPTION: f64 = 10.5;
const CAPTION_LINE: f64 = 15.0;
/// Signs for people and the like.
pub(super) const BADGE: f64 = 10.5;
pub(super) const BADGE_HEIGHT: f64 = 18.0;
/// In a badge: before the sign, the sign, and up to the name; behind the name.
pub(super) const BADGE_LEAD: f64 = 20.0;
const BADGE_TAIL: f64 = 8.0;
const BADGE_GAP: f64 = 4.0;
/// Room between a title and what stands below it.
const BELOW: f64 = 6.0;
/// Rows of badges in one box.
const MOST_ROWS: usize = 4;

/// How the boxes of a kind look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub width: f64,
    pub size: f64,
    pub is_bold: bool,
    pub most: usize,
    /// What a small picture before the title takes.
    pub lead: f64,
}

impl Look {
    /// The look of things of a kind.
    pub(super) fn of(kind: Kind, is_down: bool) -> Self {
        let (size, is_bold, most) = match kind {
            Kind::Ambition => (16.0, true, 7),
            Kind::Goal => (13.5, true, 5),
            Kind::Objective => (13.0, false, 4),
            Kind::Activity => (12.5, false, 3),
            _ => (11.5, false, 3),
        };
        let width = match (kind, is_down) {
            (Kind::Ambition, true) => 380.0,
            (Kind::Goal, true) => 240.0,
            (Kind::Ambition | Kind::Goal | Kind::Objective, _) => 212.0,
            (Kind::Activity | Kind::Task, false) => 216.0,
            (Kind::Activity | Kind::Task, true) => 190.0,
            _ => 156.0,
        };
        let lead = if kind.level().is_none() { 14.0 } else { 0.0 };
        Self { width, size, is_bold, most, lead }
    }

    /// The height of a line of a title.
    pub(super) fn leading(self) -> f64 {
        (self.size * LEADING).round()
    }
}

/// The words for badges that have no room.
pub(super) type More<'a> = &'a dyn Fn(usize) -> String;

/// Puts everything that stands in a box in its place, and gives the box its size.
pub(super) fn lay_out(node: &mut Node, captions: &[String], look: Look, is_mirrored: bool, more: More<'_>) {
    let inner = look.width - 2.0 * PAD_X - look.lead;
    let setting = Setting { size: look.size, is_bold: look.is_bold, width: inner, most: look.most };
    node.lines = setting.lines(&escaped(&node.title));
    // A count of lines is exact.
    #[allow(clippy::cast_precision_loss)]
    let mut height = PAD_Y + look.leading() * node.lines.len() as f64;
    let small = Setting { size: CAPTION, is_bold: false, width: inner, most: 2 };
    node.captions = captions.iter().flat_map(|caption| small.lines(caption)).collect();
    if !node.captions.is_empty() {
        height += 2.0;
        #[allow(clippy::cast_precision_loss)]
        let lines = node.captions.len() as f64;
        height += CAPTION_LINE * lines;
    }
    if !node.badges.is_empty() {
        height += BELOW;
        height = rows(&mut node.badges, height, look.width, is_mirrored, more);
    }
    node.frame = Frame { x: 0.0, y: 0.0, width: look.width, height: (height + PAD_Y).ceil() };
}

/// Sets badges in rows, and gives where the last row ends.
fn rows(badges: &mut Vec<Badge>, top: f64, width: f64, is_mirrored: bool, more: More<'_>) -> f64 {
    let inner = width - 2.0 * PAD_X;
    let (mut x, mut row) = (0.0, 0);
    let mut kept = 0;
    for badge in badges.iter_mut() {
        let wide = BADGE_LEAD + badge.line.width + BADGE_TAIL;
        if x > 0.0 && x + wide > inner {
            (x, row) = (0.0, row + 1);
        }
        if row == MOST_ROWS {
            break;
        }
        let y = top + (BADGE_HEIGHT + BADGE_GAP) * f64::from(u8::try_from(row).unwrap_or(u8::MAX));
        let at = if is_mirrored { width - PAD_X - x - wide } else { PAD_X + x };
        badge.frame = Frame { x: at, y, width: wide, height: BADGE_HEIGHT };
        x += wide + BADGE_GAP;
        kept += 1;
    }
    if kept < badges.len() {
        // The last one gives its place to the number of those that have none.
        let text = more(badges.len() - kept + 1);
        badges.truncate(kept);
        if let Some(last) = badges.last_mut() {
            let line = short(&text, last.frame.width - BADGE_TAIL * 2.0);
            let width = line.width + BADGE_TAIL * 2.0;
            let x = last.frame.x + if is_mirrored { last.frame.width - width } else { 0.0 };
            *last = Badge {
                id: String::new(),
                kind: Kind::Other,
                title: text,
                line,
                is_bottleneck: false,
                is_grey: false,
                frame: Frame { x, width, ..last.frame },
            };
        }
    }
    badges.last().map_or(top, |last| last.frame.y + BADGE_HEIGHT)
}

/// The most that a name in a badge may take.
pub(super) fn badge_room(look: Look) -> f64 {
    look.width - 2.0 * PAD_X - BADGE_LEAD - BADGE_TAIL
}

/// A name in one line of at most this width, escaped.
pub(super) fn short(name: &str, room: f64) -> Line {
    let name = escaped(name);
    let setting = Setting { size: BADGE, is_bold: false, width: room, most: 1 };
    let width = text_width(&name, BADGE, false);
    if width <= room {
        return Line { text: name.into_owned(), width };
    }
    setting.lines(&name).into_iter().next().unwrap_or(Line { text: String::new(), width: 0.0 })
}

/// Where the small words below a title begin, from the upper side of the box.
pub(super) fn captions_top(lines: usize, look: Look) -> f64 {
    #[allow(clippy::cast_precision_loss)]
    let lines = lines as f64;
    PAD_Y + look.leading() * lines + 2.0
}

/// The height of a line of small words.
pub(super) fn caption_line() -> f64 {
    CAPTION_LINE
}
