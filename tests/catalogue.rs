//! Every sentence that a person reads is written, is used, and can be said.

#![allow(clippy::unwrap_used)] // A test that cannot run has failed.

use fluent_bundle::{FluentArgs, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use strategic_choice::findings::REGISTRY;
use strategic_choice::lang::Catalogue;
use strategic_choice::plan::Severity;
use strategic_choice::source::Slip;

/// Messages that are not said but looked up.
const LOOKED_UP: [&str; 1] = ["doing-words"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|end| end == ending) {
            found.push(path);
        }
    }
}

fn texts(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    files(&root().join(folder), ending, &mut found);
    found.sort();
    found.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The code, tests left out: they stand at the end of their files.
fn code() -> String {
    let files = texts("src", "rs");
    let rust = files.iter().filter_map(|text| text.split("#[cfg(test)]").next());
    // Templates say sentences as code does.
    let templates = texts("src/page", "html");
    rust.chain(templates.iter().map(String::as_str)).collect::<Vec<_>>().join("\n")
}

/// Each message of a language: its attributes (nothing stands for its own text), and the variables in each.
type Messages = BTreeMap<String, BTreeMap<Option<String>, BTreeSet<String>>>;

fn messages(language: &str) -> Messages {
    let mut messages = Messages::new();
    for text in texts(&format!("src/locales/{language}"), "ftl") {
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{errors:?}\n{text}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut parts = BTreeMap::new();
            if let Some(pattern) = &message.value {
                parts.insert(None, variables(pattern));
            }
            for attribute in &message.attributes {
                parts.insert(Some(attribute.id.name.to_owned()), variables(&attribute.value));
            }
            let before = messages.insert(message.id.name.to_owned(), parts);
            assert!(before.is_none(), "{} is written twice", message.id.name);
        }
    }
    messages
}

fn variables(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut patterns = vec![pattern];
    while let Some(pattern) = patterns.pop() {
        for element in &pattern.elements {
            let PatternElement::Placeable { expression } = element else { continue };
            let inline = match expression {
                Expression::Inline(inline) => inline,
                Expression::Select { selector, variants } => {
                    patterns.extend(variants.iter().map(|variant| &variant.value));
                    selector
                }
            };
            if let InlineExpression::VariableReference { id } = inline {
                found.insert(id.name.to_owned());
            }
        }
    }
    found
}

/// What stands between two marks, each time they occur.
fn between<'a>(text: &'a str, start: &'a str, end: char) -> impl Iterator<Item = &'a str> {
    text.split(start).skip(1).filter_map(move |rest| rest.trim_start().split(end).next())
}

#[test]
fn every_finding_has_its_sentences() {
    let messages = messages("en");
    for definition in REGISTRY {
        let name = definition.name.name();
        let parts = messages.get(name).unwrap_or_else(|| panic!("no message {name}"));
        for attribute in ["title", "brief", "about"] {
            assert!(parts.contains_key(&Some(attribute.to_owned())), "{name}.{attribute}");
        }
        // What a text is faulty in is told by its slip.
        if !matches!(name, "invalid" | "unknown-id" | "duplicate-id") {
            assert!(parts.contains_key(&None), "{name} has no sentence");
            assert!(parts.contains_key(&Some("ask".to_owned())), "{name}.ask");
        }
    }
}

#[test]
fn every_slip_has_its_sentences() {
    let messages = messages("en");
    for slip in Slip::ALL {
        let name = format!("fault-{}", slip.name());
        let parts = messages.get(&name).unwrap_or_else(|| panic!("no message {name}"));
        assert!(parts.contains_key(&None), "{name} has no sentence");
        assert!(parts.contains_key(&Some("ask".to_owned())), "{name}.ask");
    }
}

#[test]
fn every_message_that_code_says_is_written() {
    let messages = messages("en");
    let code = code();
    for said in between(&code, "say(", ')').filter_map(|call| call.strip_prefix('"')) {
        let name = said.split('"').next().unwrap();
        assert!(messages.contains_key(name), "{name} is said and not written");
    }
    for call in
        between(&code, ".beside", ';').filter(|call| call.starts_with("(plan") || call.starts_with("_all("))
    {
        let role = between(call, "\"", '"').next().unwrap_or_default();
        assert!(messages.contains_key(&format!("related-{role}")), "related-{role} is not written");
    }
}

#[test]
fn no_message_is_left_over() {
    let code = code();
    let all = texts("src/locales/en", "ftl").join("\n");
    let is_literal = |name: &str| code.contains(&format!("\"{name}\""));
    let mut known: BTreeSet<String> =
        REGISTRY.iter().map(|definition| definition.name.name().to_owned()).collect();
    known.extend(Slip::ALL.iter().map(|slip| format!("fault-{}", slip.name())));
    known.extend(Severity::ALL.iter().map(|severity| format!("count-{}", severity.name())));
    known.extend(LOOKED_UP.map(str::to_owned));
    for name in messages("en").keys() {
        let role = name.strip_prefix("related-").is_some_and(is_literal);
        let referred = all.contains(&format!("{{ {name} }}"));
        assert!(known.contains(name) || is_literal(name) || role || referred, "{name} is never said");
    }
}

#[test]
fn every_message_can_be_said() {
    let catalogue = Catalogue::of(&["en"]);
    let messages = messages("en");
    // Those of all messages: one that refers to another takes the variables of that one too.
    let variables: BTreeSet<&String> = messages.values().flat_map(BTreeMap::values).flatten().collect();
    for (name, parts) in &messages {
        for attribute in parts.keys() {
            // Numbers, so that plural forms and lists are met; a message that wants a word takes its default form.
            for value in [FluentValue::from(0), 1.into(), 5.into(), "word".into()] {
                let args: FluentArgs<'_> =
                    variables.iter().map(|name| (name.as_str(), value.clone())).collect();
                let said = catalogue.try_say(name, attribute.as_deref(), &args);
                let said = said.unwrap_or_else(|| panic!("{name} {attribute:?} is not said"));
                assert!(!said.contains("{$"), "{name} {attribute:?}: {said}");
            }
        }
    }
}

#[test]
fn another_language_says_nothing_that_english_does_not() {
    let english = messages("en");
    for entry in fs::read_dir(root().join("src/locales")).unwrap() {
        let language = entry.unwrap().file_name().into_string().unwrap();
        for (name, parts) in messages(&language) {
            let known = english.get(&name).unwrap_or_else(|| panic!("{language}: {name}"));
            for (attribute, variables) in parts {
                let place = format!("{language}: {name} {attribute:?}");
                let all = known.get(&attribute).unwrap_or_else(|| panic!("{place}"));
                assert!(variables.is_subset(all), "{place}: {variables:?} are not all among {all:?}");
            }
        }
    }
}
