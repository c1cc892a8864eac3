//! What stands around a picture: its title, what the signs and numbers mean, what is left out.

use super::letters::Setting;
use super::{Entry, Frame, Line, Picture, Point, SignOf};

/// Room around everything.
const EDGE: f64 = 24.0;
/// Room between columns of the legend.
const BETWEEN: f64 = 32.0;
/// The best width of such a column.
const COLUMN: f64 = 370.0;
/// From the edge of an entry to its words: there stands its number.
const HANGING: f64 = 30.0;
/// The least width of a sheet.
const LEAST: f64 = 640.0;

/// Where the legend stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Legend {
    /// Below the picture.
    Below,
    /// At its right, in so many columns.
    Beside(u8),
}

/// A line of text at its place.
pub(super) struct Words {
    pub class: &'static str,
    pub size: f64,
    pub at: Point,
    pub line: Line,
}

/// A picture with all that stands around it.
pub(super) struct Sheet {
    pub width: f64,
    pub height: f64,
    /// Where the picture begins.
    pub picture: Point,
    pub words: Vec<Words>,
    /// The middle of the numbers of the legend, by its entries.
    pub numbers: Vec<(Point, usize)>,
    /// The middle of the signs that are explained.
    pub signs: Vec<(Point, SignOf)>,
    /// The heights of thin lines from side to side, as frames without height.
    pub rules: Vec<Frame>,
}

impl Sheet {
    /// The sheet around a picture, at least this wide inside.
    pub(super) fn of(picture: &Picture, legend: Legend, wide: f64) -> Self {
        let beside = match legend {
            Legend::Beside(columns) if !picture.legend.is_empty() => f64::from(columns) * (COLUMN + BETWEEN),
            _ => 0.0,
        };
        let inner = picture.width.max(if beside > 0.0 { 0.0 } else { wide }).max(LEAST - beside) + beside;
        let mut sheet = Self {
            width: inner + 2.0 * EDGE,
            height: EDGE,
            picture: Point::default(),
            words: Vec::new(),
            numbers: Vec::new(),
            signs: Vec::new(),
            rules: Vec::new(),
        };
        sheet.head(picture, inner);
        let room = inner - beside;
        sheet.picture = Point { x: EDGE + ((room - picture.width) / 2.0).max(0.0), y: sheet.height };
        let top = sheet.height;
        sheet.height += picture.height + 18.0;
        sheet.key(picture, room);
        if beside > 0.0 {
            let below = sheet.height;
            sheet.height = top;
            sheet.legend(picture, EDGE + room + BETWEEN, beside - BETWEEN);
            sheet.height = sheet.height.max(below);
        } else {
            sheet.legend(picture, EDGE, inner);
        }
        sheet.notes(picture, inner);
        sheet.height += EDGE - 8.0;
        sheet
    }

    fn write(&mut self, text: &str, class: &'static str, x: f64, setting: Setting, leading: f64) {
        for line in setting.lines(text) {
            let at = Point { x, y: self.height + leading * 0.5 + setting.size * 0.35 };
            self.words.push(Words { class, size: setting.size, at, line });
            self.height += leading;
        }
    }

    fn head(&mut self, picture: &Picture, inner: f64) {
        let title = Setting { size: 22.0, is_bold: true, width: inner, most: 3 };
        self.write(&crate::lang::escaped(&picture.title), "title", EDGE, title, 29.0);
        let small = Setting { size: 12.5, is_bold: false, width: inner, most: 2 };
        self.write(&picture.subtitle, "subtitle", EDGE, small, 19.0);
        if let Some(without) = &picture.without {
            self.height += 6.0;
            let headline = Setting { size: 15.0, is_bold: true, width: inner, most: 3 };
            self.write(without, "headline", EDGE, headline, 21.0);
        }
        self.height += 14.0;
    }

    /// What the signs mean, in rows.
    fn key(&mut self, picture: &Picture, inner: f64) {
        if picture.key.is_empty() {
            return;
        }
        let setting = Setting { size: 11.5, is_bold: false, width: inner - 40.0, most: 1 };
        let mut x = EDGE;
        for sign in &picture.key {
            let Some(line) = setting.lines(&sign.text).into_iter().next() else { continue };
            let wide = 36.0 + line.width + 22.0;
            if x > EDGE && x + wide > EDGE + inner {
                x = EDGE;
                self.height += 24.0;
            }
            self.signs.push((Point { x: x + 14.0, y: self.height + 10.0 }, sign.sign));
            let at = Point { x: x + 36.0, y: self.height + 14.0 };
            self.words.push(Words { class: "key", size: 11.5, at, line });
            x += wide;
        }
        self.height += 34.0;
    }

    /// What the numbers mean, in columns.
    fn legend(&mut self, picture: &Picture, x: f64, inner: f64) {
        if picture.legend.is_empty() {
            return;
        }
        self.rules.push(Frame { x, y: self.height, width: inner, height: 0.0 });
        self.height += 14.0;
        let heading = Setting { size: 14.0, is_bold: true, width: inner, most: 1 };
        self.write(&picture.legend_title, "legend-title", x, heading, 24.0);
        self.height += 4.0;
        let columns = columns(inner, picture.legend.len());
        // A handful of columns are counted exactly.
        #[allow(clippy::cast_precision_loss)]
        let wide = (inner - BETWEEN * (columns - 1) as f64) / columns as f64;
        let heights: Vec<f64> = picture.legend.iter().map(|entry| height(entry, wide)).collect();
        let top = self.height;
        let deepest = fitting(&heights, columns);
        let (mut column, mut lowest) = (0, top);
        for (index, entry) in picture.legend.iter().enumerate() {
            if self.height > top && self.height + heights[index] > top + deepest + 0.5 && column + 1 < columns
            {
                column += 1;
                self.height = top;
            }
            #[allow(clippy::cast_precision_loss)]
            let left = x + (wide + BETWEEN) * column as f64;
            self.entry(entry, index, left, wide);
            lowest = lowest.max(self.height);
        }
        self.height = lowest;
        if let Some(more) = &picture.more {
            let small = Setting { size: 11.5, is_bold: false, width: inner, most: 1 };
            self.write(more, "note", x + HANGING, small, 17.0);
        }
        self.height += 10.0;
    }

    fn entry(&mut self, entry: &Entry, index: usize, x: f64, wide: f64) {
        self.numbers.push((Point { x: x + 11.0, y: self.height + 9.0 }, index));
        let (title, text) = settings(wide);
        self.write(&entry.title, "entry-title", x + HANGING, title, 17.0);
        self.write(&entry.text, "entry", x + HANGING, text, 15.5);
        self.height += 10.0;
    }

    fn notes(&mut self, picture: &Picture, inner: f64) {
        let small = Setting { size: 11.5, is_bold: false, width: inner, most: 3 };
        for note in &picture.notes {
            self.write(note, "note", EDGE, small, 17.0);
        }
    }
}

fn settings(wide: f64) -> (Setting, Setting) {
    let width = wide - HANGING;
    (
        Setting { size: 12.5, is_bold: true, width, most: 4 },
        Setting { size: 11.5, is_bold: false, width, most: 14 },
    )
}

fn height(entry: &Entry, wide: f64) -> f64 {
    let (title, text) = settings(wide);
    // A few lines are counted exactly.
    #[allow(clippy::cast_precision_loss)]
    let lines = |setting: Setting, text: &str| setting.lines(text).len() as f64;
    lines(title, &entry.title) * 17.0 + lines(text, &entry.text) * 15.5 + 10.0
}

/// In how many columns a legend of so many entries is set.
fn columns(inner: f64, entries: usize) -> usize {
    (1..=6)
        .rev()
        .find(|&columns| {
            // A handful of columns are counted exactly.
            #[allow(clippy::cast_precision_loss)]
            let count = columns as f64;
            columns <= entries.max(1) && count * COLUMN * 0.85 + BETWEEN * (count - 1.0) <= inner
        })
        .unwrap_or(1)
}

/// The least depth with which all fit into so many columns, in their order.
fn fitting(heights: &[f64], columns: usize) -> f64 {
    let needs = |depth: f64| {
        let (mut count, mut at) = (1, 0.0);
        for height in heights {
            if at > 0.0 && at + height > depth {
                count += 1;
                at = 0.0;
            }
            at += height;
        }
        count
    };
    let all: f64 = heights.iter().sum();
    let mut depth = heights.iter().copied().fold(0.0, f64::max);
    while depth < all && needs(depth) > columns {
        depth += 8.0;
    }
    depth
}
