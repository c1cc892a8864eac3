//! Findings for people and for programs: one file a format, behind one trait.

mod json;
pub(crate) mod layout;
pub mod page;
pub(crate) mod rows;
pub mod show;
mod text;
pub mod why;
pub mod wording;

pub use json::Json;
pub use text::{Amount, Text, TextOptions};

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

    /// After the last plan.
    ///
    /// # Errors
    /// Where `out` takes no more.
    fn end(&mut self, out: &mut dyn Write) -> io::Result<()>;
}
