//! The message catalogue: every sentence a person reads, in Fluent.
//!
//! A language is a folder under `src/locales` with `.ftl` files; no code names one.

mod catalogue;
mod locales;
mod shown;
mod starter;

pub use catalogue::Catalogue;
pub use fluent_bundle::FluentValue;
pub use locales::doing_words;
pub(crate) use shown::misleads;
pub use shown::{escaped, shown};
pub use starter::starter;
