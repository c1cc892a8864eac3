//! Findings for people and for programs: one file a format, behind one trait.

pub mod agenda;
pub mod bottlenecks;
pub mod changes;
pub mod choices;
pub mod ci;
pub mod commit;
pub mod compare;
pub mod cooperation;
mod detail;
pub(crate) mod discreet;
pub mod hours;
pub mod inclusion;
mod json;
pub(crate) mod layout;
pub mod page;
pub mod reasons;
pub(crate) mod rows;
pub mod settings;
pub mod sheet;
pub mod show;
mod tally;
pub(crate) mod text;
pub mod what_if;
pub mod why;
pub mod wording;
pub mod workload;
mod worst;

pub use detail::Detail;
pub(crate) use json::document::CheckDocument;
pub(crate) use json::shape;
pub use json::{Head, Json, write_document};
pub use tally::Tally;
pub(crate) use text::Words;
pub use text::{Amount, Text, TextOptions};
pub(crate) use worst::Weight;

use crate::check::Check;
use std::io::{self, Write};

/// A way to tell what was found in plans, one after the other.
pub trait Report {
    /// Before the first plan.
    ///
    /// # Errors
    /// Where `out` takes no more.
    fn begin(&mut self, out: &mut dyn Write) -> io::Result<()>;

    /// One plan.
    ///
    /// # Errors
    /// Where `out` takes no more.
    fn plan(&mut self, check: &Check, out: &mut dyn Write) -> io::Result<()>;

    /// A plan that there should have been and that the system does not give; the sentence says why.
    ///
    /// # Errors
    /// Where `out` takes no more.
    fn unopened(&mut self, sentence: &str, out: &mut dyn Write) -> io::Result<()>;

    /// After the last plan.
    ///
    /// # Errors
    /// Where `out` takes no more.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}
