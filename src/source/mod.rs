//! Text and positions: a plan's bytes, its places, and the located tree that YAML makes of them.
//!
//! [`load`] takes bytes from a file, [`load_from`] from anything that can be read; [`read`] makes the tree, or says
//! everything that stands in its way. What is wrong with single values, while the rest can be read, the plan's own
//! reader asks for, value by value: [`value_slip`], [`missing_space`], [`text_with_colon`].

mod bytes;
mod comments;
mod events;
mod fault;
mod leaks;
pub(crate) mod lines;
mod mend;
mod outline;
mod path;
mod slips;
mod text;
mod tree;
mod value;
mod yaml;

pub use bytes::{load, load_from};
pub use comments::{Comment, comments};
pub use fault::{Fault, FaultKind, Reason, Slip};
pub use leaks::{Leak, LeakKind, MASK, Piece, has_leak, leaks, leaks_of_plan, masked, masked_part, pieces};
pub use outline::Sight;
pub(crate) use path::{slashed, without_detours};
pub(crate) use slips::{closes_curly, opens_curly};
pub use text::Source;
pub use tree::{Children, Entries, Node, Shape, Style, Tree, TreeBuilder};
pub use value::{missing_space, text_with_colon, value_slip};
pub use yaml::{CloseReading, Limits, Mend, read, read_around_refused, read_closely};

use std::ops::Range;

/// A stretch of a plan's text: byte offsets, `end` exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of these bytes.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// The bytes as a range, to slice the text with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub at: Span,
}

/// A line and a column, both counted from 1; columns in Unicode scalar values, a tab being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
}
