//! The first plan of each language.

use super::Catalogue;

/// The first plans that are built in, by the tag of their language.
const STARTERS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/starters.rs"));

/// A first plan with notes, in the reader's language where it is written in it, else in English.
#[must_use]
pub fn starter(catalogue: &Catalogue) -> &'static str {
    let written = |tag: &String| STARTERS.iter().find(|(language, _)| language.eq_ignore_ascii_case(tag));
    catalogue.tags().iter().find_map(written).map_or("", |(_, text)| text)
}
