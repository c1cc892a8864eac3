//! Titles in answers that tell nothing of a single person: where a title names one, the name is left out.

use crate::plan::{Id, Plan};
use crate::report::wording::Wording;
use std::borrow::Cow;
use std::collections::HashMap;

/// Puts a plan into words without naming anybody.
pub(crate) struct Discreet<'a> {
    /// How everything else is told.
    pub wording: Wording<'a>,
    /// What people are called, the longest first, by the first word of it.
    names: HashMap<String, Vec<String>>,
    /// Of organisations and parties: how often a short name is theirs.
    short_names: HashMap<String, usize>,
}

impl<'a> Discreet<'a> {
    /// The titles of this plan without the names of its people.
    pub(crate) fn of(plan: &Plan, wording: Wording<'a>) -> Self {
        let mut names: HashMap<String, Vec<String>> = HashMap::new();
        for person in &plan.people {
            for name in called(plan, person.id) {
                let first: String = name.chars().take_while(|c| c.is_alphanumeric()).collect();
                if !first.is_empty() {
                    names.entry(first).or_default().push(name);
                }
            }
        }
        for names in names.values_mut() {
            names.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            names.dedup();
        }
        let mut short_names = HashMap::new();
        let organisations = plan.organisations.iter().map(|organisation| organisation.id);
        for id in organisations.chain(plan.parties.iter().map(|party| party.id)) {
            *short_names.entry(short(plan.title_of(id)).to_owned()).or_default() += 1;
        }
        Self { wording, names, short_names }
    }

    /// What stands in the title of an organisation or a party before its first comma, where no other is called so.
    pub(crate) fn name(&self, id: Id) -> String {
        let title = self.wording.unescaped_title(id);
        let name = short(&title);
        let is_clear = self.short_names.get(name) == Some(&1);
        self.without_names(if is_clear { name } else { &title }).into_owned()
    }

    /// The names of several.
    pub(crate) fn names(&self, ids: &[Id], between: &str) -> String {
        ids.iter().map(|&id| self.name(id)).collect::<Vec<_>>().join(between)
    }

    /// The title of a thing in one line, not yet escaped.
    pub(crate) fn title(&self, id: Id) -> String {
        self.without_names(&self.wording.unescaped_title(id)).into_owned()
    }

    /// The title of a thing inside a sentence.
    pub(crate) fn quoted(&self, id: Id) -> String {
        self.without_names(&self.wording.quoted(id)).into_owned()
    }

    /// Titles, joined as in a sentence.
    pub(crate) fn listed(&self, ids: &[Id]) -> String {
        self.without_names(&self.wording.listed(ids)).into_owned()
    }

    /// The title of a thing as it is written, for programs.
    pub(crate) fn written(&self, id: Id) -> String {
        self.without_names(&self.wording.written(id)).into_owned()
    }

    /// The text with “(somebody)” for every name of a person in it.
    pub(crate) fn without_names<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut out = String::new();
        // What is not yet copied, and where to look on.
        let (mut kept, mut at) = (0, 0);
        while let Some(gap) = text[at..].find(char::is_alphanumeric) {
            let start = at + gap;
            let rest = &text[start..];
            let word = &rest[..rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len())];
            at = start + word.len();
            let ends = |name: &&String| {
                rest.strip_prefix(name.as_str())
                    .is_some_and(|after| !after.starts_with(char::is_alphanumeric))
            };
            if let Some(name) = self.names.get(word).and_then(|names| names.iter().find(ends)) {
                out += &text[kept..start];
                out += &self.wording.catalogue.say("somebody", &[]);
                kept = start + name.len();
                at = kept;
            }
        }
        if kept == 0 {
            return text.into();
        }
        out += &text[kept..];
        out.into()
    }
}

/// A title up to its first comma or the like.
pub(crate) fn short(title: &str) -> &str {
    let end = title.find([',', ';', ':', '(', '،', '，', '、', '（']).unwrap_or(title.len());
    Some(title[..end].trim()).filter(|name| !name.is_empty()).unwrap_or(title)
}

/// What a person may be called in a title: by the whole of their own title, by what stands in it before the first comma,
/// and by their id written as a name. An id in small letters may be a word like any other (“a white stone”), so it is a
/// name only where no word is written like it.
fn called(plan: &Plan, person: Id) -> Vec<String> {
    let id = plan.names.name(person);
    let title = plan.title_of(person).trim();
    let code_name = short(title);
    let mut called = vec![id.to_uppercase(), title.to_owned(), code_name.to_owned()];
    let mut letters = id.chars();
    called.extend(letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()));
    if id.contains(|c: char| !c.is_alphabetic()) {
        called.push(id.to_owned());
    }
    called
}

#[cfg(test)]
mod tests {
    use super::Discreet;
    use crate::check::load;
    use crate::lang::Catalogue;
    use crate::report::wording::Wording;
    use crate::source::Source;

    #[test]
    fn only_names_are_left_out() {
        let text = "ambition: Peace.\npeople: {stone: 'Stone, teacher', p-2: 'The old judge', heron: 'HERON (imam)'}\n";
        let plan = load(&Source::new("p", text.to_owned())).plan.unwrap();
        let catalogue = Catalogue::of(&["en".to_owned()]);
        let discreet =
            Discreet::of(&plan, Wording { catalogue: &catalogue, plan: Some(&plan), include: None });
        let cases = [
            ("Set a white stone at the ford", "Set a white stone at the ford"),
            ("Stone, and a stone", "(somebody), and a stone"),
            ("Ask HERON’s brother; Heron waits", "Ask (somebody)’s brother; (somebody) waits"),
            ("Stone, teacher, and The old judge", "(somebody), and (somebody)"),
            ("Stones and p-2, not p-21", "Stones and (somebody), not p-21"),
        ];
        for (title, told) in cases {
            assert_eq!(discreet.without_names(title), told);
        }
    }
}
