//! How much of an answer is told on a screen.

/// How much is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Detail {
    /// As little as answers the question.
    Brief,
    /// The first of long lists.
    Usual,
    /// Lists to their end.
    Everything,
}
