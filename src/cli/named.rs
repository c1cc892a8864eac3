//! What an id on the command line means, and what is near it where it means nothing.

use super::Shared;
use crate::check::Check;
use crate::lang::{escaped, shown};
use crate::plan::{Id, Plan};
use strsim::normalized_damerau_levenshtein;
use unicode_normalization::UnicodeNormalization as _;

/// How many near ids are named.
const MOST: usize = 5;
/// How like each other two words must be to be near.
const NEAR: f64 = 0.6;

/// The thing of this id; nothing, and a complaint with the nearest ids, where there is none.
pub(super) fn thing(plan: &Plan, word: &str, check: &Check, shared: &Shared) -> Option<Id> {
    let word: String = word.trim().nfc().collect();
    if let Some(id) = plan.names.find(&word) {
        return Some(id);
    }
    let mut said = shared.say("why-unknown", &[("id", escaped(&word).into_owned().into())]);
    let near = near(plan, &word);
    if !near.is_empty() {
        said = format!("{said} {}", shared.say("why-nearest", &[]));
        for id in near {
            let title: String = plan.title_of(id).chars().take(60).collect();
            said = format!("{said}\n  {}  {}", plan.names.name(id), shown(&title));
        }
    }
    let path = escaped(&check.source.path).into_owned();
    shared.complain(&format!("{said}\n{}", shared.say("why-see-all", &[("path", path.into())])));
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
