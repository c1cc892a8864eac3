//! How wide text is, and where its lines end.
//!
//! A picture must fit without knowing which font it will be shown in. So for each letter this takes the widest of the three
//! sans-serif faces that nearly every machine has one of, in thousandths of an em: Liberation Sans (as wide as Arial and
//! Helvetica), `DejaVu` Sans and Noto Sans, measured from the files of Debian 12 on 2026-11-24. Beyond ASCII it takes one width a
//! script, measured in the Noto faces and `DejaVu` Sans: an upper bound for words, not for each letter. East Asian wide letters are one em.

use unicode_bidi::{BidiClass, bidi_class};
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar as _;

/// The printable letters of ASCII from the blank on, in hundredths of an em.
const ASCII: [u8; 95] = [
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 55, 84, 32, 36, 32, 37, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
    34, 34, 84, 84, 84, 56, 102, 68, 69, 72, 77, 67, 61, 78, 75, 34, 50, 67, 56, 91, 76, 79, 67, 79, 72, 67,
    61, 73, 68, 99, 69, 67, 69, 39, 37, 39, 84, 56, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97,
    63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 55, 64, 84,
];

/// Scripts by their ranges, and the width of a letter in hundredths of an em.
const SCRIPTS: [(u32, u32, u8); 17] = [
    (0x00A0, 0x02FF, 70),
    (0x0370, 0x03FF, 72),
    (0x0400, 0x052F, 76),
    (0x0530, 0x058F, 76),
    (0x0590, 0x05FF, 64),
    (0x0600, 0x08FF, 62),
    (0x0900, 0x0B7F, 76),
    (0x0B80, 0x0BFF, 115),
    (0x0C00, 0x0CFF, 90),
    (0x0D00, 0x0DFF, 115),
    (0x0E00, 0x0EFF, 72),
    (0x1000, 0x109F, 95),
    (0x10A0, 0x10FF, 76),
    (0x1200, 0x139F, 84),
    (0x1780, 0x17FF, 84),
    (0x1E00, 0x1FFF, 72),
    (0xFB50, 0xFDFB, 140),
];

/// What a letter takes that no row tells of.
const UNKNOWN: u8 = 90;
/// Bold letters are wider by this, on average; measured in the same faces.
const BOLD: f64 = 1.12;

fn hundredths(c: char) -> u8 {
    let code = c as u32;
    if let Some(&width) = code.checked_sub(32).and_then(|at| ASCII.get(at as usize)) {
        return width;
    }
    match c.width() {
        // Signs that stand on or join other letters.
        None | Some(0) => return 0,
        Some(2) => return if code >= 0x1F000 { 135 } else { 100 },
        _ => {}
    }
    let script = SCRIPTS.iter().find(|(first, last, _)| (*first..=*last).contains(&code));
    script.map_or(UNKNOWN, |(_, _, width)| *width)
}

/// An upper bound of the width of a text at this size of type, in the unit of that size.
#[must_use]
pub fn text_width(text: &str, size: f64, is_bold: bool) -> f64 {
    let hundredths: u64 = text.chars().map(|c| u64::from(hundredths(c))).sum();
    // A text is never so long that this is inexact.
    #[allow(clippy::cast_precision_loss)]
    let ems = hundredths as f64 / 100.0;
    ems * size * if is_bold { BOLD } else { 1.0 }
}

/// Whether a text is written from right to left: its first letter with a direction is.
#[must_use]
pub fn is_right_to_left(text: &str) -> bool {
    let strong = text.chars().map(bidi_class);
    let first = strong.into_iter().find(|class| matches!(class, BidiClass::L | BidiClass::R | BidiClass::AL));
    matches!(first, Some(BidiClass::R | BidiClass::AL))
}

/// How lines of text are set.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The size of type.
    pub size: f64,
    /// Whether it is bold.
    pub is_bold: bool,
    /// The room for a line.
    pub width: f64,
    /// How many lines there may be.
    pub most: usize,
}

impl Setting {
    fn width_of(self, text: &str) -> f64 {
        text_width(text, self.size, self.is_bold)
    }

    /// The text in lines that fit. What has no room is left out, and an ellipsis says so.
    pub(super) fn lines(self, text: &str) -> Vec<super::Line> {
        let mut lines: Vec<String> = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let joined = self.width_of(line.trim_end()) + self.width_of(&line[line.trim_end().len()..]);
            if joined + self.width_of(piece.trim_end()) <= self.width {
                line.push_str(piece);
            } else if line.is_empty() || self.width_of(piece.trim_end()) > self.width {
                // A word that is wider than a line is broken where the line ends, but never between a letter and its marks.
                for cluster in clusters(piece) {
                    if !line.is_empty() && self.width_of(&line) + self.width_of(cluster) > self.width {
                        lines.push(std::mem::take(&mut line));
                    }
                    line.push_str(cluster);
                }
            } else {
                lines.push(std::mem::replace(&mut line, piece.to_owned()));
            }
            if lines.len() > self.most {
                break;
            }
        }
        lines.push(line);
        for line in &mut lines {
            line.truncate(line.trim_end().len());
        }
        lines.retain(|line| !line.is_empty());
        if lines.len() > self.most {
            lines.truncate(self.most);
            if let Some(last) = lines.last_mut() {
                *last = self.with_ellipsis(last);
            }
        }
        lines.into_iter().map(|text| super::Line { width: self.width_of(&text), text }).collect()
    }

    /// The text with as much of its end left out as an ellipsis needs.
    fn with_ellipsis(self, text: &str) -> String {
        let mut kept = text.trim_end();
        while self.width_of(kept) + self.width_of("…") > self.width {
            let Some((at, _)) = kept.char_indices().next_back() else { break };
            kept = kept[..at].trim_end();
        }
        format!("{kept}…")
    }
}

/// The parts of a text between which a line may end, the blanks behind each included.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim();
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let mut chars = rest.char_indices().peekable();
        let mut end = rest.len();
        while let Some((_, c)) = chars.next() {
            let Some(&(next_at, next)) = chars.peek() else { break };
            if ends_piece(c, next) {
                end = next_at;
                break;
            }
        }
        let (piece, left) = rest.split_at(end);
        rest = left;
        Some(piece)
    })
}

/// The letters of a text, each with the marks that stand on it or are joined to it.
fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices();
        let (_, mut last) = chars.next()?;
        let end = chars.find_map(|(at, c)| {
            let is_joined = is_combining_mark(c) || c.width() == Some(0) || last == '\u{200d}';
            last = c;
            (!is_joined).then_some(at)
        });
        let (cluster, left) = rest.split_at(end.unwrap_or(rest.len()));
        rest = left;
        Some(cluster)
    })
}

/// Whether a line may end between these two letters.
fn ends_piece(c: char, next: char) -> bool {
    let is_wide = |c: char| c.width() == Some(2);
    let begins_no_line = |c: char| "、。，．：；？！）」』】〉》〕ー…,.;:!?)]}".contains(c);
    let ends_no_line = |c: char| "（「『【〈《〔([{".contains(c);
    if next.is_whitespace() {
        return false;
    }
    c.is_whitespace()
        || matches!(c, '-' | '–' | '—' | '/')
        || ((is_wide(c) || is_wide(next)) && !begins_no_line(next) && !ends_no_line(c))
}

#[cfg(test)]
mod tests {
    use super::{Setting, is_combining_mark, is_right_to_left, pieces, text_width};

    fn lines(text: &str, width: f64, most: usize) -> Vec<String> {
        let setting = Setting { size: 10.0, is_bold: false, width, most };
        let lines = setting.lines(text);
        for line in &lines {
            assert!(line.width <= width, "{} is wider than {width}: {}", line.text, line.width);
        }
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(
            lines("The seasonal movement of herds", 90.0, 4),
            ["The seasonal", "movement of", "herds"]
        );
        assert_eq!(lines("The seasonal movement of herds", 90.0, 2), ["The seasonal", "movement of…"]);
        assert_eq!(lines("", 90.0, 2), [""; 0]);
    }

    #[test]
    fn a_long_word_is_broken_and_wide_letters_stand_alone() {
        let broken = lines("Rindfleischetikettierungsgesetz", 60.0, 9);
        assert!(broken.len() > 2 && broken.concat() == "Rindfleischetikettierungsgesetz", "{broken:?}");
        assert!(
            lines("ជនទាំងអស់ធ្វើការរួមគ្នាដើម្បីសន្តិភាព", 60.0, 9)
                .iter()
                .all(|line| !line.starts_with(is_combining_mark))
        );
        assert_eq!(lines("人们再次无惧地使用集市之路。", 60.0, 3), ["人们再次无惧", "地使用集市之", "路。"]);
        assert_eq!(pieces("走廊（北）。").collect::<Vec<_>>(), ["走", "廊", "（北）。"]);
    }

    #[test]
    fn a_width_is_known_for_every_letter() {
        assert!((text_width("AA", 10.0, false) - 13.6).abs() < 1e-9);
        assert!((text_width("市", 10.0, false) - 10.0).abs() < 1e-9);
        assert!(text_width("e\u{301}", 10.0, false) < text_width("ee", 10.0, false));
        assert!(text_width("bold", 10.0, true) > text_width("bold", 10.0, false));
    }

    #[test]
    fn the_first_letter_with_a_direction_counts() {
        assert!(is_right_to_left("12 \u{627}\u{644} road") && is_right_to_left("\u{5d0}"));
        assert!(!is_right_to_left("road \u{627}") && !is_right_to_left("12 …"));
    }
}
