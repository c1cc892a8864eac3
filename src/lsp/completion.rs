//! What may be written at a place: keys that are not there yet, ids of the right kind, words of a list.

use super::view::View;

use super::spot::{self, Spot};
use crate::lang::{Catalogue, shown};
use crate::plan::{
    Expects, FindingName, Id, Key, Kind, KindSet, Level, MeantNames, Place, Plan, Site, Thing, What, degrees,
};
use crate::report::wording::shortened;
use crate::schema::plan::description;
use gen_lsp_types::{CompletionItem, CompletionItemKind, CompletionList, Range, TextEdit};
use std::collections::HashSet;
use std::ops;

/// Offers that are sent at once; the rest comes as more is written.
const MOST: usize = 500;
/// Longest title beside an offer, in characters.
const LONGEST_TITLE: usize = 60;

/// One thing that may be written.
struct Offer {
    word: String,
    /// What is written behind it.
    behind: &'static str,
    kind: CompletionItemKind,
    detail: Option<String>,
}

impl Offer {
    fn word(word: &str, kind: CompletionItemKind) -> Self {
        Self { word: word.to_owned(), behind: "", kind, detail: None }
    }
}

/// What may be written in the place of a word, best first; and where that word is. `text` is that of now, without a byte
/// order mark; `plan` knows the ids.
pub(super) fn offers(
    text: &str,
    byte: usize,
    view: Option<&View<'_>>,
    catalogue: &Catalogue,
) -> (ops::Range<usize>, CompletionOffers) {
    let word = spot::word(text, byte);
    let plan = view.map(|view| view.plan);
    let typed = &text[word.start..byte];
    if let Some(names) = in_accepting_comment(&text[..word.start], catalogue) {
        return (word, CompletionOffers::of(names, typed));
    }
    let offers = spot::first_of(text, &word, |spot| {
        let site = spot.site(plan)?;
        let offers = at(spot, &site, plan, catalogue, has_colon(text, word.end));
        (!offers.is_empty()).then_some(offers)
    });
    (word, CompletionOffers::of(offers.unwrap_or_default(), typed))
}

/// What may be written somewhere.
pub(super) struct CompletionOffers {
    offers: Vec<Offer>,
    is_cut: bool,
}

impl CompletionOffers {
    /// Those that fit what is written so far, where there are too many.
    fn of(mut offers: Vec<Offer>, typed: &str) -> Self {
        let is_cut = offers.len() > MOST;
        if is_cut {
            offers.retain(|offer| offer.word.contains(typed));
            offers.truncate(MOST);
        }
        Self { offers, is_cut }
    }

    /// As the editor takes them, in the place of a range.
    pub(super) fn list(self, range: Range) -> CompletionList {
        let item = |(number, offer): (usize, Offer)| CompletionItem {
            text_edit: Some(TextEdit { range, new_text: format!("{}{}", offer.word, offer.behind) }.into()),
            // Editors sort by letters; keys and ids have a better order.
            sort_text: Some(format!("{number:04}")),
            label: offer.word,
            kind: Some(offer.kind),
            detail: offer.detail,
            ..CompletionItem::default()
        };
        let items = self.offers.into_iter().enumerate().map(item).collect();
        CompletionList { is_incomplete: self.is_cut, items, ..CompletionList::default() }
    }
}

fn has_colon(text: &str, end: usize) -> bool {
    text[end..].trim_start_matches(' ').starts_with(':')
}

fn at(spot: &Spot, site: &Site, plan: Option<&Plan>, catalogue: &Catalogue, has_colon: bool) -> Vec<Offer> {
    match site.what {
        What::Stranger(place) | What::Key(place, _) => {
            let beside: HashSet<&str> = spot.beside(site).into_iter().collect();
            keys_of(place, &beside, spot.is_entry(site), has_colon, catalogue)
        }
        What::Name(names, _) => names_of(names, spot, site, plan, catalogue),
        What::NameOf(names, _) => {
            let mut offers = names_of(names, spot, site, plan, catalogue);
            if !has_colon {
                for offer in &mut offers {
                    offer.behind = ": ";
                }
            }
            offers
        }
        What::DegreeOf(named) => {
            let kind = named.zip(plan).map(|(id, plan)| plan.names.get(id).kind);
            words(&degrees(kind))
        }
        What::Value(Expects::Words(list)) => words(&list()),
        What::Value(Expects::YesNo) => words(&["yes", "no"]),
        What::Value(_) | What::Own | What::OwnInList => Vec::new(),
    }
}

fn words(words: &[&str]) -> Vec<Offer> {
    words.iter().map(|word| Offer::word(word, CompletionItemKind::EnumMember)).collect()
}

/// The keys that may stand in a place and do not yet; in an entry of a list also its `id`.
fn keys_of(
    place: Place,
    beside: &HashSet<&str>,
    is_entry: bool,
    has_colon: bool,
    catalogue: &Catalogue,
) -> Vec<Offer> {
    let may_have_id = is_entry && matches!(place, Place::In(_));
    let fits = |key: Key| (place.has(key) && !is_upside_down(place, key)) || (may_have_id && key == Key::Id);
    let open = Key::ALL.iter().filter(|&&key| fits(key) && !beside.contains(key.name()));
    let offer = |&key: &Key| {
        let opens = matches!(
            place.expects(key),
            Expects::Section(_) | Expects::Keys(_) | Expects::KeysEach(_) | Expects::By(..)
        );
        let behind = match (has_colon, opens) {
            (true, _) => "",
            (false, true) => ":",
            (false, false) => ": ",
        };
        let detail = description(catalogue, place, key);
        Offer { word: key.name().to_owned(), behind, kind: CompletionItemKind::Field, detail }
    };
    open.map(offer).collect()
}

/// Whether the key would nest things in one of the same level or a lower one, which is a fault.
fn is_upside_down(place: Place, key: Key) -> bool {
    let Place::In(holder) = place else { return false };
    let levels = holder.level().zip(key.section_of().and_then(Kind::level));
    levels.is_some_and(|(holder, nested)| nested <= holder)
}

/// The names that are meant, without those that stand beside already.
fn names_of(
    names: MeantNames,
    spot: &Spot,
    site: &Site,
    plan: Option<&Plan>,
    catalogue: &Catalogue,
) -> Vec<Offer> {
    let beside: HashSet<&str> = spot.beside(site).into_iter().collect();
    let mut offers = match names {
        MeantNames::Fixed(list) => words(&list()),
        MeantNames::Findings | MeantNames::About => findings(catalogue),
        MeantNames::OwnOptions => own_options(plan, site.choice),
        MeantNames::OwnCriteria => own_criteria(plan, site.choice),
        MeantNames::New | MeantNames::Ids(_) | MeantNames::Above(_) => Vec::new(),
    };
    if let (Some(plan), Some(kinds)) = (plan, kinds(names)) {
        // An option cannot exclude one of its own choice.
        let own = site.choice.map(|choice| plan.names.get(choice).index);
        let is_own = |thing: &Thing| thing.kind == Kind::Option && Some(thing.index) == own;
        let ids = plan
            .names
            .iter()
            .filter(|(id, thing)| kinds.has(thing.kind) && Some(*id) != site.thing && !is_own(thing));
        offers.extend(ids.map(|(id, thing)| named(plan, id, &thing.name)));
    }
    // What is written at the place itself is not beside it, unless it is written twice.
    offers.retain(|offer| !beside.contains(&*offer.word));
    offers
}

/// The kinds of things that should be named.
fn kinds(names: MeantNames) -> Option<KindSet> {
    match names {
        MeantNames::Above(level) => {
            let above = Level::ALL.into_iter().filter(|other| *other <= level && *other != Level::Task);
            above.map(Kind::of).map(KindSet::of).reduce(KindSet::both)
        }
        names => names.kinds(),
    }
}

fn named(plan: &Plan, id: Id, word: &str) -> Offer {
    let thing = plan.names.get(id);
    let kind = match thing.kind {
        Kind::Option => CompletionItemKind::EnumMember,
        kind if kind.level().is_some() => CompletionItemKind::Reference,
        _ => CompletionItemKind::Variable,
    };
    let title = thing.title.as_ref().map(|title| shown(&shortened(&title.value, LONGEST_TITLE)).into_owned());
    Offer { word: word.to_owned(), behind: "", kind, detail: title }
}

fn own_options(plan: Option<&Plan>, choice: Option<Id>) -> Vec<Offer> {
    let Some((plan, choice)) = plan.zip(choice) else { return Vec::new() };
    let choice = plan.choices.get(plan.names.get(choice).index as usize);
    choice
        .iter()
        .flat_map(|choice| &choice.options)
        .map(|option| named(plan, option.id, &option.name))
        .collect()
}

fn own_criteria(plan: Option<&Plan>, choice: Option<Id>) -> Vec<Offer> {
    let Some((plan, choice)) = plan.zip(choice) else { return Vec::new() };
    let choice = plan.choices.get(plan.names.get(choice).index as usize);
    let criteria = choice.iter().flat_map(|choice| &choice.criteria);
    criteria.map(|criterion| Offer::word(&criterion.name.value, CompletionItemKind::EnumMember)).collect()
}

/// The findings that somebody can accept, or weigh otherwise.
fn findings(catalogue: &Catalogue) -> Vec<Offer> {
    let open = FindingName::ALL.iter().filter(|name| name.can_be_accepted());
    let offer = |name: &FindingName| Offer {
        detail: catalogue.say_attribute(name.name(), "about", &[]),
        ..Offer::word(name.name(), CompletionItemKind::Event)
    };
    open.map(offer).collect()
}

/// The findings, behind `# scf: accept[`.
fn in_accepting_comment(before: &str, catalogue: &Catalogue) -> Option<Vec<Offer>> {
    let line = &before[before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..];
    let mark = line.rfind("scf: accept[").filter(|&mark| line[..mark].contains('#'))?;
    (!line[mark..].contains(']')).then(|| findings(catalogue))
}
