//! The plan itself, from the ambition down to daily work: as a tree, as a table, as JSON.

mod json;
mod ladder;
mod state;
mod table;
mod tree;

pub(crate) use json::Document;
pub use json::json;
pub use ladder::{Ladder, Part, Place, Row};
pub(crate) use state::{level_word, state, state_under};
pub use table::table;
pub use tree::tree;
