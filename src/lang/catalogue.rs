//! The messages of the reader's language, with English where a message is not translated.

use super::locales::{FALLBACK, LOCALES, Locale, entries};
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use fluent_langneg::{NegotiationStrategy, convert_vec_str_to_langids_lossy, negotiate_languages};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// Every sentence, in the language that was asked for.
///
/// A message is parsed when it is first said: a run needs few of them, and starts at once.
pub struct Catalogue {
    /// The best language first, English last.
    languages: Vec<Language>,
}

struct Language {
    /// The text of every message and term, by name.
    entries: HashMap<&'static str, &'static str>,
    /// The names of those that the bundle holds.
    read: RefCell<HashSet<&'static str>>,
    bundle: RefCell<FluentBundle<FluentResource>>,
}

impl Catalogue {
    /// The catalogue for a reader of these languages, the dearest first (tags of BCP 47; what is none is passed over).
    #[must_use]
    pub fn of(wished: &[impl AsRef<str>]) -> Self {
        Self::among(LOCALES, wished)
    }

    fn among(built_in: &[Locale], wished: &[impl AsRef<str>]) -> Self {
        let wished = convert_vec_str_to_langids_lossy(wished.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        let tags = convert_vec_str_to_langids_lossy(built_in.iter().map(|(tag, _)| *tag).collect::<Vec<_>>());
        let fallback = tags.iter().find(|tag| tag.to_string() == FALLBACK);
        let found = negotiate_languages(&wished, &tags, fallback, NegotiationStrategy::Filtering);
        // What comes after English is never asked.
        let end = found.iter().position(|tag| Some(*tag) == fallback).map_or(found.len(), |at| at + 1);
        let place = |tag: &&_| tags.iter().position(|built_in| built_in == *tag);
        let languages = found[..end].iter().filter_map(place).map(|place| Language::of(built_in[place]));
        Self { languages: languages.collect() }
    }

    /// The message, or the attribute of it, with these arguments. A message that nobody wrote is its own name; a test
    /// proves that there is none.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.try_say(id, None, &fluent_args(args)).unwrap_or_else(|| id.to_owned())
    }

    /// An attribute of a message; nothing where it has none.
    #[must_use]
    pub fn say_attribute(
        &self,
        id: &str,
        attribute: &str,
        args: &[(&str, FluentValue<'_>)],
    ) -> Option<String> {
        self.try_say(id, Some(attribute), &fluent_args(args))
    }

    /// The message or attribute; nothing where it is written in no language.
    #[must_use]
    pub fn try_say(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        self.languages.iter().find_map(|language| language.say(id, attribute, args))
    }

    /// The tags of the languages that are asked, the best first, English last.
    #[must_use]
    pub fn tags(&self) -> Vec<String> {
        let locales = self.languages.iter().flat_map(|language| language.bundle.borrow().locales.clone());
        locales.map(|tag| tag.to_string()).collect()
    }
}

impl Language {
    fn of((tag, files): Locale) -> Self {
        let entries = files.iter().flat_map(|file| entries(file)).collect();
        let mut bundle = FluentBundle::new(tag.parse().into_iter().collect());
        // Titles are kept apart where they need it; marks around plain words are noise on a terminal.
        bundle.set_use_isolating(false);
        Self { entries, read: RefCell::default(), bundle: RefCell::new(bundle) }
    }

    fn say(&self, id: &str, attribute: Option<&str>, args: &FluentArgs<'_>) -> Option<String> {
        self.read(id);
        let bundle = self.bundle.borrow();
        let message = bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let mut text = String::new();
        // Writing to a string cannot fail.
        let _ = bundle.write_pattern(&mut text, pattern, Some(args), &mut errors);
        debug_assert!(errors.is_empty(), "{id}: {errors:?}");
        Some(text)
    }

    /// Parses a message, and those it refers to, unless that was done.
    fn read(&self, id: &str) {
        if self.read.borrow().contains(id) {
            return;
        }
        let mut wanted = vec![id];
        while let Some(id) = wanted.pop() {
            let Some((&name, &text)) = self.entries.get_key_value(id) else { continue };
            if self.read.borrow_mut().insert(name) {
                let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(text.to_owned());
                self.bundle.borrow_mut().add_resource_overriding(resource);
                wanted.extend(text.split('{').skip(1).map(referred));
            }
        }
    }
}

/// The name that a placeable begins with, if it begins with one.
fn referred(placeable: &str) -> &str {
    let placeable = placeable.trim_start();
    let end = placeable.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
    &placeable[..end.unwrap_or(placeable.len())]
}

fn fluent_args<'a>(args: &[(&'a str, FluentValue<'a>)]) -> FluentArgs<'a> {
    args.iter().map(|(name, value)| (*name, value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::Catalogue;

    const BUILT_IN: &[(&str, &[&str])] = &[
        ("en", &["a = one\n    .ask = { $n }?\nb = two\n-t = it\nc = { -t } is { a }\n"]),
        ("fr", &["a = un\n"]),
        ("pt-BR", &["b = dois\n"]),
    ];

    #[test]
    fn what_is_not_translated_is_english() {
        let french = Catalogue::among(BUILT_IN, &["fr-CA"]);
        assert_eq!([french.say("a", &[]), french.say("b", &[])], ["un", "two"]);
        assert_eq!(french.say_attribute("a", "ask", &[("n", 3.into())]).unwrap(), "3?");
        assert_eq!(french.say("c", &[]), "it is one");
    }

    #[test]
    fn the_nearest_language_is_taken() {
        let said = |wished: &[&str]| Catalogue::among(BUILT_IN, wished).say("b", &[]);
        assert_eq!(said(&["pt"]), "dois");
        assert_eq!(said(&["tlh", "pt-PT"]), "dois");
        assert_eq!(said(&["en-GB", "pt"]), "two");
        assert_eq!(said(&["not a tag", "*"]), "two");
        assert_eq!(said(&[]), "two");
    }

    #[test]
    fn a_message_nobody_wrote_is_its_name() {
        assert_eq!(Catalogue::of(&["en"]).say("no-such-message", &[]), "no-such-message");
    }
}
