//! Sheets of paper.

use super::Picture;
use super::sheet::{Legend, Sheet};

/// Room to the edge of the paper, in millimetres: printers do not reach it.
const EDGE: f64 = 10.0;
/// The smallest type that is read without effort, in points.
pub const READABLE: f64 = 6.0;

/// A size of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names are the sizes' own.
pub enum Paper {
    A0,
    A1,
    A2,
    A3,
    A4,
    A5,
    Letter,
    Legal,
    Tabloid,
}

/// A picture on a sheet of paper.
pub(super) struct Poster {
    pub sheet: Sheet,
    /// The paper as it lies, in millimetres.
    pub width: f64,
    pub height: f64,
    /// Millimetres for each unit of the picture.
    pub scale: f64,
}

impl Paper {
    /// All sizes, the largest first; those of ISO before the American ones.
    pub const ALL: [Self; 9] = [
        Self::A0,
        Self::A1,
        Self::A2,
        Self::A3,
        Self::A4,
        Self::A5,
        Self::Tabloid,
        Self::Legal,
        Self::Letter,
    ];

    /// The name used on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A0 => "a0",
            Self::A1 => "a1",
            Self::A2 => "a2",
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::A5 => "a5",
            Self::Letter => "letter",
            Self::Legal => "legal",
            Self::Tabloid => "tabloid",
        }
    }

    /// The short and the long side, in millimetres (ISO 216; ANSI/ASME Y14.1).
    #[must_use]
    pub fn sides(self) -> (f64, f64) {
        match self {
            Self::A0 => (841.0, 1189.0),
            Self::A1 => (594.0, 841.0),
            Self::A2 => (420.0, 594.0),
            Self::A3 => (297.0, 420.0),
            Self::A4 => (210.0, 297.0),
            Self::A5 => (148.0, 210.0),
            Self::Letter => (215.9, 279.4),
            Self::Legal => (215.9, 355.6),
            Self::Tabloid => (279.4, 431.8),
        }
    }

    /// The smallest type on this paper, in points, and the smallest larger paper of the same family on which all can be read;
    /// nothing where it can be read on this one.
    #[must_use]
    pub fn too_small(self, picture: &Picture) -> Option<(f64, Option<Self>)> {
        let points = self.points(picture);
        if points >= READABLE {
            return None;
        }
        let is_iso = |paper: Self| paper.name().starts_with('a');
        let larger =
            Self::ALL.into_iter().rev().filter(|&paper| is_iso(paper) && paper.sides().0 > self.sides().0);
        Some((points, larger.into_iter().find(|paper| paper.points(picture) >= READABLE)))
    }

    /// The smallest type, in points.
    fn points(self, picture: &Picture) -> f64 {
        super::cards::CAPTION * self.poster(picture).scale * 72.0 / 25.4
    }

    /// The picture on this paper: upright or lying, the legend below or beside, whichever is larger.
    pub(super) fn poster(self, picture: &Picture) -> Poster {
        let (short, long) = self.sides();
        let mut best: Option<Poster> = None;
        for (width, height) in [(long, short), (short, long)] {
            let (inner_width, inner_height) = (width - 2.0 * EDGE, height - 2.0 * EDGE);
            // With the picture as high as it is, the paper would be so wide.
            let filled = picture.height * inner_width / inner_height;
            for (legend, wide) in [
                (Legend::Below, picture.width),
                (Legend::Below, filled),
                (Legend::Below, filled * 1.25),
                (Legend::Beside(1), picture.width),
                (Legend::Beside(2), picture.width),
            ] {
                let sheet = Sheet::of(picture, legend, wide);
                let scale = (inner_width / sheet.width).min(inner_height / sheet.height);
                if best.as_ref().is_none_or(|best| scale > best.scale * 1.001) {
                    best = Some(Poster { sheet, width, height, scale });
                }
            }
        }
        best.unwrap_or_else(|| Poster {
            sheet: Sheet::of(picture, Legend::Below, picture.width),
            width: long,
            height: short,
            scale: 1.0,
        })
    }
}
