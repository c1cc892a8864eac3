//! What if: the answer, for people and for programs.

mod beside;
mod json;
mod later;
mod premises;
mod steps;
mod text;

pub(crate) use json::Document;
pub use json::json;
pub use later::untimed;
pub use text::text;
