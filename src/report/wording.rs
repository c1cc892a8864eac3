//! Findings in words: their arguments become titles, lists and numbers, and the catalogue makes sentences of them.

mod acceptance;
mod guarded;

pub use acceptance::WordedAcceptance;

use crate::findings::{Finding, Related, Subject, Value};
use crate::lang::{Catalogue, shown};
use crate::plan::{Id, Kind, Level, Plan, Sensitivity};
use crate::report::hours::told;
use crate::source::masked;
use fluent_bundle::{FluentArgs, FluentValue};
use std::borrow::Cow;

/// Longest title inside a sentence, in characters.
const LONGEST_TITLE: usize = 60;
/// Longest title in a row of its own, in characters.
const LONGEST_ROW: usize = 400;
/// Longest title that is read as a name, in characters.
const LONGEST_NAME: usize = 40;
/// Longest other text of a plan inside a sentence, in characters.
const LONGEST_TEXT: usize = 120;

/// Arguments that quote what is written on the thing itself: not told where the thing is not.
const QUOTING: [&str; 4] = ["value", "title", "rest", "word"];

/// What is needed to put findings of one plan into words.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// The sentences.
    pub catalogue: &'a Catalogue,
    /// The plan, where the text could be read as one.
    pub plan: Option<&'a Plan>,
    /// Titles of what only a smaller circle may see are left out; without it, all are told.
    pub include: Option<Sensitivity>,
}

/// One finding and the arguments of its messages.
pub struct Worded<'a> {
    wording: Wording<'a>,
    finding: &'a Finding,
    args: FluentArgs<'a>,
}

impl Worded<'_> {
    /// The sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let message = message_of(self.finding);
        self.say(&message, None).unwrap_or_else(|| message.into_owned())
    }

    /// What to ask, or to do next.
    #[must_use]
    pub fn ask(&self) -> String {
        self.say(&message_of(self.finding), Some("ask")).unwrap_or_default()
    }

    /// Another attribute of the finding's message, such as its heading.
    #[must_use]
    pub fn attribute(&self, attribute: &str) -> Option<String> {
        self.say(self.finding.name.name(), Some(attribute))
    }

    /// What a further place has to do with the finding.
    #[must_use]
    pub fn related(&self, related: &Related) -> String {
        let mut args: FluentArgs<'_> = self.args.iter().map(|(name, value)| (name, value.clone())).collect();
        args.set("related", related.item.map_or_else(String::new, |id| self.wording.quoted(id)));
        let message = format!("related-{}", related.role);
        self.wording.catalogue.try_say(&message, None, &args).unwrap_or(message)
    }

    fn say(&self, message: &str, attribute: Option<&str>) -> Option<String> {
        self.wording.catalogue.try_say(message, attribute, &self.args)
    }
}

impl<'a> Wording<'a> {
    /// A finding with what its messages need. Beside its own arguments: `item`, and `kind` and `level` of it where they
    /// are not its own; for each list, also `NAME-count`; for a fault of the text, `meant-count` and `title-count`, 0 where
    /// it is not known what was meant.
    #[must_use]
    pub fn of(self, finding: &'a Finding) -> Worded<'a> {
        let mut args = FluentArgs::with_capacity(finding.facts.len() * 2 + 3);
        let kind = finding.subject.kind(self.plan);
        args.set("kind", kind.map_or("plan", Kind::name));
        args.set("level", kind.and_then(Kind::level).map_or("", Level::name));
        args.set("ambition-word", self.level_word(Level::Ambition.name()));
        if let Some(level) = kind.and_then(Kind::level) {
            args.set("level-word", self.level_word(level.name()));
        }
        args.set("item", self.subject(finding).unwrap_or_else(|| self.catalogue.say("the-plan", &[])));
        let is_hidden =
            matches!(finding.subject, Subject::Thing(id) if self.hides(id)) || self.means_hidden(finding);
        for (fact, value) in &finding.facts {
            let name = hyphened(fact);
            match value {
                Value::Id(id) => {
                    args.set(format!("{name}-count"), 1);
                    args.set(name, self.quoted(*id));
                }
                Value::Ids(ids) => {
                    // A list that was cut has its whole length beside it.
                    let count = finding.count(&format!("{fact}_count")).max(ids.len() as u64);
                    args.set(format!("{name}-count"), count);
                    args.set(name, self.listed_of(ids, count));
                }
                Value::Text(_) if is_hidden && QUOTING.contains(&&*name) => {
                    args.set(name, self.catalogue.say("core-item", &[]));
                }
                Value::Text(level) if name == "target-level" => {
                    args.set("target-level-word", self.level_word(level));
                    args.set(name, level.to_string());
                }
                Value::Text(text) => args.set(name, shown(&shortened(text, LONGEST_TEXT)).into_owned()),
                Value::Count(count) => args.set(name, *count),
                Value::Hours(hours) => args.set(name, told(*hours)),
                Value::Date(date) => args.set(name, date.to_string()),
            }
        }
        if finding.slip.is_some() {
            // A message cannot ask whether an argument is there, but how many it stands for.
            for name in ["meant", "title"] {
                let fact = finding.facts.iter().find(|(fact, _)| *fact == name);
                let count = match fact {
                    Some((_, Value::Text(text))) => text.split(", ").count(),
                    _ => 0,
                };
                args.set(format!("{name}-count"), count);
                if count == 0 {
                    args.set(name, "");
                }
            }
        }
        Worded { wording: self, finding, args }
    }

    /// Whether a fault quotes what is written on another thing that is hidden.
    fn means_hidden(&self, finding: &Finding) -> bool {
        match (finding.slip, finding.fact("meant"), self.plan) {
            (Some(_), Some(Value::Text(meant)), Some(plan)) => {
                plan.names.find(meant).is_some_and(|id| self.hides(id))
            }
            _ => false,
        }
    }

    /// The name of a level: this plan's own word for it, else ours.
    fn level_word(&self, level: &str) -> String {
        let labels = self.plan.iter().flat_map(|plan| &plan.labels);
        match labels.into_iter().find(|(labelled, _)| labelled.name() == level) {
            Some((_, word)) => shown(&shortened(&word.value, LONGEST_TITLE)).into_owned(),
            None => self.catalogue.say("level", &[("level", level.to_owned().into())]),
        }
    }

    /// The title of a thing in one line, as it is written: what shows it must still escape it.
    #[must_use]
    pub fn unescaped_title(&self, id: Id) -> Cow<'a, str> {
        let Some(plan) = self.plan else { return "".into() };
        if self.hides(id) {
            self.catalogue.say("core-item", &[]).into()
        } else {
            match title_of(plan, id) {
                Cow::Borrowed(title) => shortened(title, LONGEST_ROW),
                Cow::Owned(title) => title.into(),
            }
        }
    }

    /// The title of a thing exactly as it is written, for programs.
    #[must_use]
    pub fn written(&self, id: Id) -> Cow<'a, str> {
        match self.plan {
            Some(plan) if !self.hides(id) => title_of(plan, id),
            _ => Cow::Owned(self.catalogue.say("core-item", &[])),
        }
    }

    /// The title of a thing inside a sentence: shortened, and in quotes where it is no name of somebody.
    #[must_use]
    pub fn quoted(&self, id: Id) -> String {
        let Some(plan) = self.plan else { return String::new() };
        if self.hides(id) {
            return self.catalogue.say("core-item", &[]);
        }
        let kind = plan.names.get(id).kind;
        self.quote(&title_of(plan, id), Some(kind))
    }

    /// Up to three titles, joined as in a sentence; of more, the first two and how many follow.
    #[must_use]
    pub fn listed(&self, ids: &[Id]) -> String {
        self.listed_of(ids, ids.len() as u64)
    }

    /// The same for the first ids of a list of this length.
    fn listed_of(&self, ids: &[Id], count: u64) -> String {
        let title = |index: usize| self.quoted(ids[index]).into();
        match (ids.len(), count) {
            (0, _) => String::new(),
            (1, _) => self.quoted(ids[0]),
            (2, _) => self.catalogue.say("list-two", &[("a", title(0)), ("b", title(1))]),
            (3, 3) => self.catalogue.say("list-three", &[("a", title(0)), ("b", title(1)), ("c", title(2))]),
            (_, count) => {
                let rest = FluentValue::from(count - 2);
                self.catalogue.say("list-more", &[("a", title(0)), ("b", title(1)), ("count", rest)])
            }
        }
    }

    /// What a finding is about, inside a sentence; nothing where it is the whole plan.
    #[must_use]
    pub fn subject(&self, finding: &Finding) -> Option<String> {
        match &finding.subject {
            Subject::Plan(_) => None,
            Subject::Thing(id) => Some(self.quoted(*id)),
            Subject::Unread(name) => Some(self.quote(&masked(name), None)),
        }
    }

    /// Whether only a smaller circle than this may read what is written on a thing.
    #[must_use]
    pub fn hides(&self, id: Id) -> bool {
        let (Some(plan), Some(include)) = (self.plan, self.include) else { return false };
        // Where somebody has written how sensitive it is, and it cannot be read, it may be anything.
        let is_in_doubt = include < Sensitivity::Core && plan.is_faulty(Some(id), "sensitivity");
        is_in_doubt || plan.sensitivity_of(id) > include
    }

    fn quote(&self, title: &str, kind: Option<Kind>) -> String {
        let title = shortened(title, LONGEST_TITLE);
        let title = title.strip_suffix('.').filter(|rest| !rest.ends_with('.')).unwrap_or(&title);
        let is_somebody = matches!(kind, Some(Kind::Person | Kind::Organisation | Kind::Donor | Kind::Party));
        // “Without HERON, imam, leads the group, …” would read as if it were not yet over.
        let is_name = is_somebody && !title.contains(',') && title.chars().count() <= LONGEST_NAME;
        let kind = if is_name { "name" } else { "title" };
        self.catalogue.say("quoted", &[("title", shown(title).into_owned().into()), ("kind", kind.into())])
    }
}

/// The title of a thing; its id where it has none. An id that is a phone number is no title to be read out.
fn title_of(plan: &Plan, id: Id) -> Cow<'_, str> {
    let title = plan.title_of(id);
    if plan.names.get(id).title.is_some() || plan.leaks.is_empty() { title.into() } else { masked(title) }
}

/// The name of a finding's message.
fn message_of(finding: &Finding) -> Cow<'static, str> {
    match finding.slip {
        Some(slip) => format!("fault-{}", slip.name()).into(),
        None => finding.name.name().into(),
    }
}

/// The text in one line: line breaks and tabs are blanks.
fn in_one_line(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.contains(['\n', '\r', '\t']) {
        text.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        text.into()
    }
}

/// The text in one line, and its end left out where it is longer than this.
pub(crate) fn shortened(text: &str, most: usize) -> Cow<'_, str> {
    let text = text.trim();
    // A text may be a megabyte long; what is far behind its beginning is not even looked at.
    let head = text.char_indices().nth(most.saturating_mul(4)).map_or(text, |(end, _)| &text[..end]);
    let line = in_one_line(head);
    match line.char_indices().nth(most) {
        None if head.len() == text.len() => line,
        None => format!("{line}…").into(),
        Some((end, _)) => {
            let kept = &line[..end];
            // Between words, where that does not leave half of it out.
            let kept = kept.rfind(' ').filter(|&space| space > end / 2).map_or(kept, |space| &kept[..space]);
            format!("{}…", kept.trim_end()).into()
        }
    }
}

/// Arguments are written with hyphens in messages, and with underscores in JSON.
fn hyphened(name: &'static str) -> Cow<'static, str> {
    if name.contains('_') { name.replace('_', "-").into() } else { name.into() }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_text_is_shortened_between_words() {
        assert_eq!(shortened(" Two lines\n\tof title. \n", 60), "Two lines of title.");
        assert_eq!(shortened("The elders of the upper village", 20), "The elders of the…");
        assert_eq!(shortened("Donaudampfschifffahrtsgesellschaft", 10), "Donaudampf…");
        assert_eq!(shortened(&"a ".repeat(1 << 20), 7), "a a a…");
    }
}
