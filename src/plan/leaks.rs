//! What in a plan's text could lead somebody to a person, and what holds it.

use super::Id;
use crate::source::Leak;

/// Something in the text that could lead somebody to a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldLeak {
    /// What it is and where.
    pub leak: Leak,
    /// The innermost thing with an id in whose text it stands, comments in it and right behind it included.
    pub holder: Option<Id>,
}
