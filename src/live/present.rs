//! The plan before a class: a level at a time, then what falls without whom.

use crate::check::Check;
use crate::graph::{Graph, Presence};
use crate::lang::{Catalogue, FluentValue, escaped, shown};
use crate::plan::{Id, Item, Kind, Level, Plan, Sensitivity};
use crate::report::reasons::Reasons;
use crate::report::show::state_under;
use crate::report::wording::{Wording, shortened};
use serde::Serialize;
use std::collections::BTreeSet;
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// Longest title that is shown, in characters.
const LONGEST_TITLE: usize = 160;
/// Longest word for a level, in characters.
const LONGEST_WORD: usize = 40;

/// Items of a level that are shown, and things of a kind; nobody steps through more of them before a class.
const MOST: usize = 120;

/// The levels, top down.
const LEVELS: [Level; 5] = [Level::Ambition, Level::Goal, Level::Objective, Level::Activity, Level::Task];
/// What can be taken away before a class, in the order in which it is shown.
const TAKEN_AWAY: [Kind; 4] = [Kind::Person, Kind::Party, Kind::Donor, Kind::Organisation];

/// What is shown before a class.
#[derive(Debug, Serialize)]
pub(super) struct Presented {
    picture: u64,
    title: String,
    /// The language of the plan's own text, where it is written.
    language: Option<String>,
    /// `ltr` or `rtl`, as that language is written.
    direction: &'static str,
    levels: Vec<LevelShown>,
    things: Vec<ThingsShown>,
    /// That something is left out, where something is.
    left_out: Option<String>,
    /// Why this is not the plan as its file is now, where it is not.
    notice: Option<String>,
    words: Words,
}

#[derive(Debug, Serialize)]
struct LevelShown {
    level: &'static str,
    heading: String,
    items: Vec<ItemShown>,
    /// How many more there are, in words.
    more: Option<String>,
}

#[derive(Debug, Serialize)]
struct ItemShown {
    id: String,
    title: String,
    /// Done, under way, …; empty for what is simply planned.
    state: String,
    /// What it supports.
    leads_to: Vec<String>,
    /// Whether it stands in the plan as it is.
    stands: bool,
}

#[derive(Debug, Serialize)]
struct ThingsShown {
    kind: &'static str,
    heading: String,
    things: Vec<ThingShown>,
    /// How many more there are, in words.
    more: Option<String>,
}

#[derive(Debug, Serialize)]
struct ThingShown {
    id: String,
    title: String,
}

#[derive(Debug, Serialize)]
struct Words {
    what_if: String,
    ask: String,
    back: String,
    falls: String,
    gone: String,
    keys: String,
    step: String,
    lost: String,
    ended: String,
    previous: String,
    next: String,
    no_plan: String,
}

/// What falls without some things.
#[derive(Debug, Serialize)]
struct Without<'a> {
    picture: u64,
    failed: Vec<&'a str>,
    falls: Vec<&'a str>,
    loss: Vec<&'a str>,
    /// How many results stand in the plan, and how many of them fall.
    results: usize,
    loss_count: usize,
    sentences: Vec<String>,
}

impl Presented {
    /// What is shown of a plan; of a text that is none, only the words.
    pub(super) fn of(
        check: Option<&Check>,
        picture: u64,
        notice: Option<String>,
        catalogue: &Catalogue,
        include: Sensitivity,
    ) -> Self {
        let words = Words::of(catalogue);
        let title = check.map(super::news::title).unwrap_or_default();
        let Some((plan, graph)) = check.and_then(read) else {
            let (levels, things) = (Vec::new(), Vec::new());
            let (language, left_out, direction) = (None, None, "ltr");
            return Self { picture, title, language, direction, levels, things, left_out, notice, words };
        };
        let wording = Wording { catalogue, plan: Some(plan), include: Some(include) };
        let (mut levels, mut things, mut hidden) = (Vec::new(), Vec::new(), 0_usize);
        for level in LEVELS {
            let (shown, left_out): (Vec<_>, Vec<_>) = plan
                .level(level)
                .filter(|item| graph.presence(item.id) != Presence::Absent)
                .partition(|item| !wording.hides(item.id));
            hidden += left_out.len();
            let more = more(shown.len(), catalogue);
            let items: Vec<_> =
                shown.into_iter().take(MOST).map(|item| item_shown(item, plan, graph, wording)).collect();
            if !items.is_empty() {
                let heading = heading(plan, level, catalogue);
                levels.push(LevelShown { level: level.name(), heading, items, more });
            }
        }
        for kind in TAKEN_AWAY {
            let of_kind = plan.names.iter().filter(|(_, thing)| thing.kind == kind).map(|(id, _)| id);
            let (shown, left_out): (Vec<Id>, Vec<Id>) = of_kind.partition(|id| !wording.hides(*id));
            hidden += left_out.len();
            let of_one = |id: Id| ThingShown {
                id: plan.names.name(id).to_owned(),
                title: escaped(&shortened(&wording.unescaped_title(id), LONGEST_TITLE)).into_owned(),
            };
            if !shown.is_empty() {
                let heading = catalogue.say("diff-group", &[("kind", kind.name().into())]);
                let more = more(shown.len(), catalogue);
                let shown = shown.into_iter().take(MOST).map(of_one).collect();
                things.push(ThingsShown { kind: kind.name(), heading, things: shown, more });
            }
        }
        let language = plan.language.as_ref().map(|language| escaped(&language.value).into_owned());
        let left_out = (hidden > 0).then(|| catalogue.say("present-left-out", &[("count", hidden.into())]));
        let direction = direction(language.as_deref().unwrap_or_default());
        Self { picture, title, language, direction, levels, things, left_out, notice, words }
    }
}

/// What falls without the things of these ids, as JSON. Ids that are not in the plan, or not shown, ask nothing: the plan
/// may have been saved since.
pub(super) fn without(
    check: Option<&Check>,
    ids: &[String],
    picture: u64,
    catalogue: &Catalogue,
    include: Sensitivity,
) -> String {
    let Some((plan, graph)) = check.and_then(read) else { return "null".to_owned() };
    let wording = Wording { catalogue, plan: Some(plan), include: Some(include) };
    let known = ids.iter().filter_map(|id| plan.names.find(id)).filter(|id| !wording.hides(*id));
    // Each once, in the order of the text.
    let failed: Vec<Id> = known.collect::<BTreeSet<Id>>().into_iter().collect();
    let fall = graph.falls(plan, &failed);
    let names = |ids: &[Id]| -> Vec<&str> {
        ids.iter().filter(|id| !wording.hides(**id)).map(|id| plan.names.name(*id)).collect()
    };
    let results = graph.results().iter().filter(|id| graph.stands(**id)).count();
    let sentences = if failed.is_empty() {
        Vec::new()
    } else {
        let others = fall.falls.len() - fall.loss.len();
        let args = [
            ("names", Reasons::new(plan, wording).list(&failed).into()),
            ("loss", fall.loss.len().into()),
            ("results", results.into()),
            ("word", word_for(graph.results(), plan, results, catalogue)),
        ];
        let mut sentences = vec![catalogue.say("present-without", &args)];
        if others > 0 {
            sentences.push(catalogue.say("present-others", &[("count", others.into())]));
        }
        sentences
    };
    let answer = Without {
        picture,
        failed: names(&failed),
        falls: names(&fall.falls),
        loss: names(&fall.loss),
        results,
        loss_count: fall.loss.len(),
        sentences,
    };
    json(&answer)
}

/// A document as JSON. What is written here has no key that is no text, so it can always be written.
pub(super) fn json(document: &impl Serialize) -> String {
    serde_json::to_string(document).unwrap_or_else(|_| "null".to_owned())
}

fn read(check: &Check) -> Option<(&Plan, &Graph)> {
    check.read().map(|read| (read.plan, read.graph))
}

fn item_shown(item: &Item, plan: &Plan, graph: &Graph, wording: Wording<'_>) -> ItemShown {
    let leads_to = graph.supports(item.id).filter(|id| !wording.hides(*id));
    // The state of what is under an option that may not be told would name it.
    let is_told = item.only_if().is_none_or(|option| !wording.hides(plan.option_id(option)));
    let called = |option: Id| wording.quoted(option);
    ItemShown {
        id: plan.names.name(item.id).to_owned(),
        title: escaped(&shortened(&wording.unescaped_title(item.id), LONGEST_TITLE)).into_owned(),
        state: if is_told {
            state_under(plan, graph, item, wording.catalogue, called)
        } else {
            String::new()
        },
        leads_to: leads_to.map(|id| plan.names.name(id).to_owned()).collect(),
        stands: graph.stands(item.id),
    }
}

/// How many of so many are not shown, in words.
fn more(count: usize, catalogue: &Catalogue) -> Option<String> {
    let more = count.saturating_sub(MOST);
    (more > 0).then(|| catalogue.say("live-more", &[("count", more.into())]))
}

/// How a language is written.
fn direction(language: &str) -> &'static str {
    let language = language.trim().parse::<LanguageIdentifier>();
    let is_rtl = language.is_ok_and(|tag| tag.character_direction() == CharacterDirection::RTL);
    if is_rtl { "rtl" } else { "ltr" }
}

/// The plan's own word for a level, where it has one.
fn own_word(plan: &Plan, level: Level) -> Option<String> {
    let label = plan.labels.iter().find(|(labelled, _)| *labelled == level);
    label.map(|(_, word)| shown(&shortened(&word.value, LONGEST_WORD)).into_owned())
}

fn heading(plan: &Plan, level: Level, catalogue: &Catalogue) -> String {
    own_word(plan, level).unwrap_or_else(|| catalogue.say("diff-group", &[("kind", level.name().into())]))
}

/// What the results of a plan are called, where there are so many: its objectives, where all of them are objectives.
fn word_for(results: &[Id], plan: &Plan, count: usize, catalogue: &Catalogue) -> FluentValue<'static> {
    let are_objectives = results.iter().all(|id| plan.names.get(*id).kind == Kind::Objective);
    let own = if are_objectives { own_word(plan, Level::Objective) } else { None };
    let kind = if are_objectives { "objectives" } else { "results" };
    own.unwrap_or_else(|| catalogue.say("present-results", &[("kind", kind.into()), ("count", count.into())]))
        .into()
}

impl Words {
    fn of(catalogue: &Catalogue) -> Self {
        let say = |id| catalogue.say(id, &[]);
        Self {
            what_if: say("present-what-if"),
            ask: say("present-ask"),
            back: say("present-back"),
            falls: say("present-falls"),
            gone: say("present-gone"),
            keys: say("present-keys"),
            step: say("present-step"),
            lost: say("live-lost"),
            ended: say("live-ended"),
            previous: say("present-previous"),
            next: say("present-next"),
            no_plan: say("present-no-plan"),
        }
    }
}
