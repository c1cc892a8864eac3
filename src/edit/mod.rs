//! Changing a plan's text and keeping all the rest of it byte for byte: every comment, every blank line, every style.
//!
//! Texts are put in at the places of the located tree, nothing is written anew. What comes out is read again before it
//! is given, and must say what was meant.

mod decision;
mod replace;
mod scalar;

pub use decision::{Decision, Undecidable, decision};
pub use replace::{Replaced, draft_beside, replace};
pub use scalar::scalar;

use crate::source::Source;
use std::ops::Range;

/// A text in the place of some bytes; of none, before the first of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// Bytes of the text as it is.
    pub at: Range<usize>,
    /// What is to stand there.
    pub text: String,
}

/// The text with these splices, which do not overlap.
#[must_use]
pub fn spliced(source: &Source, splices: &[Splice]) -> String {
    let mut splices: Vec<&Splice> = splices.iter().collect();
    splices.sort_by_key(|splice| (splice.at.start, splice.at.end));
    let mut text = String::with_capacity(source.text().len());
    let mut kept = 0;
    for splice in splices {
        text.push_str(&source.text()[kept..splice.at.start]);
        text.push_str(&splice.text);
        kept = splice.at.end;
    }
    text + &source.text()[kept..]
}
