//! What every section of a page is told from.

use super::Options;
use super::words::{Mention, Mentions, PlanText};
use crate::check::{Check, Read};
use crate::graph::{Presence, SingleLosses};
use crate::lang::FluentValue;
use crate::plan::{Id, Kind, Sensitivity};
use crate::report::wording::Wording;
use jiff::civil::Date;
use std::rc::Rc;
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// So many things have a place of their own on a page; a browser would be slow with more. Of larger plans, tasks have
/// none.
pub(super) const MOST_PLACES: usize = 2_000;

/// A plan with everything that sections have in common.
pub(super) struct Told<'a> {
    pub check: &'a Check,
    pub read: Read<'a>,
    pub wording: Wording<'a>,
    pub today: Date,
    /// What falls with each single thing.
    pub losses: SingleLosses<'a>,
    /// The language of the plan, where it is another than that of the page.
    language: Option<Rc<str>>,
    /// The page runs from right to left.
    pub is_rtl: bool,
    /// For each id whether the page has a place of its own for it.
    has_place: Vec<bool>,
    /// For each id whether it is left out, since only a smaller circle may see it or what it is nested in.
    is_hidden: Vec<bool>,
    /// How many things are left out so.
    pub hidden: usize,
}

impl<'a> Told<'a> {
    /// What this plan is told from.
    pub(super) fn of(check: &'a Check, read: Read<'a>, options: &Options<'a>) -> Self {
        let plan = read.plan;
        let wording =
            Wording { catalogue: options.catalogue, plan: Some(plan), include: Some(options.include) };
        let written = plan.language.as_ref().and_then(|language| language.value.trim().parse().ok());
        let of_page = page_language(options);
        let is_rtl = written.as_ref().is_some_and(|language: &LanguageIdentifier| {
            language.character_direction() == CharacterDirection::RTL
        });
        let is_another = |language: &LanguageIdentifier| {
            of_page.parse().is_ok_and(|page: LanguageIdentifier| page.language != language.language)
        };
        let language = written.filter(is_another).map(|language| Rc::from(language.to_string()));
        let is_hidden = hidden(read, wording);
        let counted = plan.names.iter().filter(|(_, thing)| thing.kind != Kind::Option);
        let hidden = counted.filter(|(id, _)| is_hidden[id.index()]).count();
        let mut told = Self {
            check,
            read,
            wording,
            today: options.today,
            losses: read.graph.single_losses(plan),
            language,
            is_rtl,
            has_place: Vec::new(),
            is_hidden,
            hidden,
        };
        told.has_place = told.places();
        told
    }

    /// Which things have a place of their own: what is no task first, then tasks as long as all of them fit.
    fn places(&self) -> Vec<bool> {
        let may = |id: Id, kind: Kind| {
            !matches!(kind, Kind::Option | Kind::Scenario | Kind::Lesson) && !self.hides(id)
        };
        let names = &self.read.plan.names;
        let all = names.iter().filter(|(id, thing)| may(*id, thing.kind)).count();
        let with_tasks = all <= MOST_PLACES;
        let mut left = MOST_PLACES;
        let has = |(id, thing): (Id, &crate::plan::Thing)| {
            let has = may(id, thing.kind) && (with_tasks || thing.kind != Kind::Task) && left > 0;
            left -= usize::from(has);
            has
        };
        names.iter().map(has).collect()
    }

    /// Whether the page has a place of its own for a thing.
    pub(super) fn has_place(&self, id: Id) -> bool {
        self.has_place[id.index()]
    }

    /// How many things could have a place and have none, for there are too many.
    pub(super) fn without_place(&self) -> usize {
        let is_one = |kind| !matches!(kind, Kind::Option | Kind::Scenario | Kind::Lesson);
        let names = self.read.plan.names.iter();
        names.filter(|(id, thing)| is_one(thing.kind) && !self.hides(*id) && !self.has_place(*id)).count()
    }

    /// A message.
    pub(super) fn say(&self, id: &str) -> String {
        self.wording.catalogue.say(id, &[])
    }

    /// A message with arguments.
    pub(super) fn with(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    /// A message with a word that it selects by.
    pub(super) fn word(&self, id: &str, name: &str, word: &'static str) -> String {
        self.wording.catalogue.say(id, &[(name, word.into())])
    }

    /// A message with a number.
    pub(super) fn count(&self, id: &str, count: usize) -> String {
        self.wording.catalogue.say(id, &[("count", count.into())])
    }

    /// The line of the text in which something stands.
    pub(super) fn line(&self, line: u32) -> String {
        self.with("page-line", &[("line", line.into())])
    }

    /// When the page was made.
    pub(super) fn made(&self) -> String {
        self.with("page-made", &[("day", self.today.to_string().into())])
    }

    /// Words of the plan that belong to nothing with an id: for the team, where nobody says otherwise.
    pub(super) fn team_text(&self, text: &str) -> Option<PlanText> {
        let include = self.wording.include.unwrap_or(Sensitivity::Core);
        (include >= Sensitivity::Team).then(|| self.text(text))
    }

    /// Words of the plan.
    pub(super) fn text(&self, text: &str) -> PlanText {
        PlanText::new(text, self.language.as_ref())
    }

    /// Whether a thing is left out.
    pub(super) fn hides(&self, id: Id) -> bool {
        self.is_hidden[id.index()]
    }

    /// The title of a thing.
    pub(super) fn title(&self, id: Id) -> PlanText {
        if self.hides(id) {
            return PlanText::new(&self.say("core-item"), None);
        }
        self.text(&self.wording.unescaped_title(id))
    }

    /// The id of a thing that may be told.
    pub(super) fn name(&self, id: Id) -> String {
        self.read.plan.names.name(id).to_owned()
    }

    /// A thing where another speaks of it.
    pub(super) fn mention(&self, id: Id) -> Mention {
        Mention {
            title: self.title(id),
            id: if self.hides(id) { String::new() } else { self.name(id) },
            has_place: self.has_place(id),
            said: String::new(),
        }
    }

    /// The same of somebody, by what stands in their title before the first comma.
    pub(super) fn brief_mention(&self, id: Id) -> Mention {
        let mention = self.mention(id);
        Mention { title: self.text(short(mention.title.text())), ..mention }
    }

    /// Some of these things, and how many more there are.
    pub(super) fn mentions(&self, ids: &[Id], most: usize) -> Mentions {
        Mentions::of(self, ids, ids.len(), most)
    }

    /// What kind of thing it is, in the plan's own word for a level.
    pub(super) fn kind_word(&self, id: Id) -> String {
        let kind = self.read.plan.names.get(id).kind;
        match kind.level() {
            Some(level) => crate::report::show::level_word(self.read.plan, level, self.wording.catalogue),
            None => self.word("kind", "kind", kind.name()),
        }
    }

    /// Whether an item is in the plan now and may be told.
    pub(super) fn is_told(&self, id: Id) -> bool {
        !self.hides(id) && self.read.graph.presence(id) != Presence::Absent
    }
}

/// For each id whether only a smaller circle may see it, or an item that it is nested in: what somebody does inside of a
/// quiet visit tells of the visit. The picture leaves out the same.
fn hidden(read: Read<'_>, wording: Wording<'_>) -> Vec<bool> {
    let plan = read.plan;
    let mut hidden: Vec<bool> = plan.names.iter().map(|(id, _)| wording.hides(id)).collect();
    if !hidden.contains(&true) {
        return hidden;
    }
    for item in &plan.items {
        // No item is nested deeper than there are levels.
        let mut holder = item.holder;
        while let Some(index) = holder.filter(|_| !hidden[item.id.index()]) {
            let above = &plan.items[index as usize];
            hidden[item.id.index()] = wording.hides(above.id);
            holder = above.holder;
        }
    }
    hidden
}

/// A title before its first comma: for where there is little room.
pub(super) fn short(title: &str) -> &str {
    let end = title.find([',', ';', ':', '(', '،', '，', '、', '（']).unwrap_or(title.len());
    Some(title[..end].trim()).filter(|name| !name.is_empty()).unwrap_or(title)
}

/// The tag of the page's own language.
pub(super) fn page_language(options: &Options<'_>) -> String {
    options.catalogue.tags().into_iter().next().unwrap_or_else(|| "en".to_owned())
}
