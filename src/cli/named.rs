//! What an id on the command line means, and what is near it where it means nothing.

use super::Shared;
use crate::lang::{escaped, shown};
use crate::plan::{Id, Kind, Plan};
use strsim::normalized_damerau_levenshtein;
use unicode_normalization::UnicodeNormalization as _;

/// How many near ids are named.
const MOST: usize = 5;
/// How like each other two words must be to be near.
const NEAR: f64 = 0.6;

/// The thing of this id; nothing, and a complaint with the nearest ids, where there is none.
pub(super) fn thing(plan: &Plan, word: &str, path: &str, shared: &Shared) -> Option<Id> {
    let word: String = word.trim().nfc().collect();
    // Ids have no capitals; titles such as “HERON, imam” make people type them.
    if let Some(id) = plan.names.find(&word).or_else(|| plan.names.find(&word.to_lowercase())) {
        return Some(id);
    }
    shared.complain(&unknown(plan, &word, path, shared));
    None
}

/// That nothing has this id, and which ones are near it.
pub(super) fn unknown(plan: &Plan, word: &str, path: &str, shared: &Shared) -> String {
    let mut said = shared.say("why-unknown", &[("id", escaped(word).into_owned().into())]);
    let near = near(plan, word);
    if !near.is_empty() {
        said = format!("{said} {}", shared.say("why-nearest", &[]));
        for id in near {
            let title: String = plan.title_of(id).chars().take(60).collect();
            said = format!("{said}\n  {}  {}", plan.names.name(id), shown(&title));
        }
    }
    let path = escaped(path).into_owned();
    format!("{said}\n{}", shared.say("why-see-all", &[("path", path.into())]))
}

/// The option that a word means; nothing, and a complaint, where it means none.
pub(super) fn option(plan: &Plan, word: &str, path: &str, shared: &Shared) -> Option<Id> {
    let id = thing(plan, word, path, shared)?;
    let named = plan.names.get(id);
    if named.kind == Kind::Option {
        return Some(id);
    }
    let options: Vec<&str> = match named.kind {
        Kind::Choice => &plan.choices[named.index as usize].options[..],
        _ => &[],
    }
    .iter()
    .map(|option| plan.names.name(option.id))
    .collect();
    let args = [
        ("title", shown(plan.title_of(id)).into_owned().into()),
        ("count", options.len().into()),
        ("options", options.join(", ").into()),
    ];
    shared.complain(&shared.say("decide-no-option", &args));
    None
}

/// The ids nearest to a word, the nearest first: by their letters, or because the word stands in their titles.
fn near(plan: &Plan, word: &str) -> Vec<Id> {
    let word = word.to_lowercase();
    let mut near: Vec<(f64, Id)> = plan
        .names
        .iter()
        .filter_map(|(id, thing)| {
            let likeness = likeness(&word, &thing.name, plan.title_of(id));
            (likeness >= NEAR).then_some((likeness, id))
        })
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    near.into_iter().take(MOST).map(|(_, id)| id).collect()
}

fn likeness(word: &str, name: &str, title: &str) -> f64 {
    // Comparing costs the product of the lengths; nobody mistypes a whole page.
    if word.is_empty() || word.len() > 200 {
        return 0.0;
    }
    let by_letters = normalized_damerau_levenshtein(word, &name.to_lowercase());
    let holds = |text: &str| word.chars().nth(2).is_some() && text.to_lowercase().contains(word);
    let short_title: String = title.chars().take(200).collect();
    let by_title = if holds(name) || holds(&short_title) { 0.8 } else { 0.0 };
    by_letters.max(by_title)
}
