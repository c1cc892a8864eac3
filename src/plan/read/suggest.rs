//! Which name was meant.
//!
//! A plan of 100,000 items may hold 10,000 ids that nobody knows, and looking through all names for each of them would
//! take a minute. So each text is looked for once, names are sifted by length and letters before they are compared, and
//! the whole work has a bound: past it, an unknown id is told without a suggestion.

use super::faults::Faults;
use super::ids::{id_like, nfc};
use super::references::{KindSet, Unresolved};
use crate::plan::{Id, Kind, Names, Thing};
use crate::source::{Fault, Slip};
use std::collections::HashMap;

/// The most letters by which a word may differ from the one meant: a third of them, and no more than two.
fn reach(length: usize) -> usize {
    (length / 3).min(2)
}

/// The one word that is clearly nearest to this text; nothing where two are equally near.
pub(crate) fn nearest<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    nearest_of(text, words).map(|near| near.meant)
}

/// The nearest of some names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near<T> {
    /// What is nearest.
    pub(super) meant: T,
    /// No other is near.
    pub(super) alone: bool,
}

/// The same, and whether no other word is as near in letters. There are few such words, and nobody makes new ones.
pub(super) fn nearest_of<'w>(text: &str, words: impl Iterator<Item = &'w str>) -> Option<Near<&'w str>> {
    let length = text.chars().count();
    let mut best = Best::default();
    for word in words {
        let reach = reach(length.max(word.chars().count()));
        if length.abs_diff(word.chars().count()) <= reach {
            best.offer(word, text, word, reach);
        }
    }
    if best.other > best.distance.0 {
        best.other = usize::MAX;
    }
    best.only()
}

/// How far a word is from the one meant: by how many letters, then how many letters of the text it does not have at
/// all. `taks` is one letter from `tasks` and from `tags`, but only `tasks` has its `k`.
type Distance = (usize, usize);

fn distance(text: &str, word: &str, reach: usize) -> Option<Distance> {
    let apart = slips(text, word, reach)?;
    let mut unused: Vec<char> = word.chars().collect();
    let missing = text.chars().filter(|c| {
        let found = unused.iter().position(|other| other == c);
        found.map(|at| unused.swap_remove(at)).is_none()
    });
    Some((apart, missing.count()))
}

/// How many slips of the hand a text is from a word: letters missing, too many, one for another, or two beside each other
/// changed about. Nothing where it is more than `most`, which is soon seen.
fn slips(text: &str, word: &str, most: usize) -> Option<usize> {
    if text.is_ascii() && word.is_ascii() {
        return slips_within(text.as_bytes(), word.as_bytes(), most);
    }
    let letters = |text: &str| text.chars().collect::<Vec<char>>();
    slips_within(&letters(text), &letters(word), most)
}

fn slips_within<T: PartialEq>(text: &[T], word: &[T], most: usize) -> Option<usize> {
    let same = text.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (text, word) = (&text[same..], &word[same..]);
    let longer = text.len().max(word.len());
    if text.is_empty() || word.is_empty() {
        return (longer <= most).then_some(longer);
    }
    if text.len().abs_diff(word.len()) > most {
        return None;
    }
    let left = most.checked_sub(1)?;
    let is_turned = matches!((text, word), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    let turned = if is_turned { slips_within(&text[2..], &word[2..], left) } else { None };
    let others = [(1, 1), (1, 0), (0, 1)].map(|(a, b)| slips_within(&text[a..], &word[b..], left));
    others.into_iter().chain([turned]).flatten().min().map(|rest| rest + 1)
}

/// The nearest so far.
struct Best<T> {
    distance: Distance,
    candidate: Option<T>,
    unique: bool,
    /// By how many letters the nearest other differs.
    other: usize,
}

impl<T> Default for Best<T> {
    fn default() -> Self {
        Self { distance: (usize::MAX, 0), candidate: None, unique: true, other: usize::MAX }
    }
}

impl<T> Best<T> {
    fn offer(&mut self, candidate: T, text: &str, word: &str, reach: usize) {
        let Some(distance) = distance(text, word, reach) else { return };
        self.other = self.other.min(distance.0.max(self.distance.0));
        if distance <= self.distance {
            self.unique = distance < self.distance;
            self.distance = distance;
            self.candidate = Some(candidate);
        }
    }

    fn only(self) -> Option<Near<T>> {
        let alone = self.other == usize::MAX;
        self.candidate.filter(|_| self.unique).map(|meant| Near { meant, alone })
    }
}

/// A name to compare with: how long it is and which letters it has.
struct Sketch {
    id: Id,
    kind: Kind,
    length: u8,
    letters: u64,
}

/// One bit for each of the letters of a name; different letters may share one.
fn letters(name: &str) -> u64 {
    name.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}

/// The work that all suggestions of one plan may take: steps over a name, of which about 500 million are done in a
/// second. A comparison letter by letter counts as many.
const WORK: u64 = 100_000_000;
const COMPARISON: u64 = 50;
/// Names of other kinds that are compared with one text. Where there are more, none is sure to be the only near one.
const MOST_OTHERS: usize = 200;

/// Says of every reference that names nothing what was meant by it, where that is clear.
pub(super) fn complete(faults: &mut Faults, unresolved: &[Unresolved<'_>], names: &Names) {
    if unresolved.is_empty() {
        return;
    }
    let titles = with_these_titles(unresolved, names);
    let mut search = Search { names, sketches: Vec::new(), work: WORK, found: HashMap::new() };
    for reference in unresolved {
        let fault = faults.get_mut(reference.fault);
        suggest(fault, reference, &titles, &mut search);
    }
}

fn suggest<'t>(
    fault: &mut Fault,
    reference: &Unresolved<'t>,
    titles: &HashMap<String, Vec<Id>>,
    search: &mut Search<'_, 't>,
) {
    let (text, wanted) = (reference.text, reference.wanted);
    let names = search.names;
    let fits = |id: &Id| wanted.has(names.get(*id).kind);
    let of_this_title = titles.get(&title_key(text)).map_or(&[][..], Vec::as_slice);
    if let Some(&id) = of_this_title.iter().find(|id| fits(id)) {
        tell(fault, Slip::TitleForId, "value", text, Some(names.get(id)));
        alone(fault, of_this_title.len() == 1);
        return;
    }
    if wanted == KindSet::of(Kind::Option) && !text.contains('.') {
        fault.slip = Slip::BadOption;
        rename(fault, "value");
        if let Some(option) = search.option_named(text) {
            fault.args.push(("meant", names.name(option).into()));
        }
        return;
    }
    // `Heron` for `heron`; `heron, teal` where only one of them can stand.
    let first = || text.split_once(',').and_then(|(first, _)| names.find(&nfc(first.trim())));
    let like = names.find(&id_like(text)).or_else(first);
    let near = like.filter(fits).map(|meant| Near { meant, alone: true });
    if let Some(near) = near.or_else(|| search.nearest(text, wanted)) {
        let thing = names.get(near.meant);
        tell(fault, Slip::MisspeltReference, "id", text, Some(thing));
        alone(fault, near.alone);
        if let Some(title) = &thing.title {
            fault.args.push(("title", super::faults::shown(&title.value)));
        }
    } else if let Some(thing) = like.or(of_this_title.first().copied()).map(|id| names.get(id)) {
        let (id, kind) = (thing.name.clone(), thing.kind.name().into());
        fault.slip = Slip::WrongKind;
        fault.args = vec![("id", id), ("kind", kind), ("wanted", wanted.names().into())];
        fault.related = Some((thing.at, thing.name.clone()));
    } else if text.contains(|c: char| c.is_whitespace() || c.is_uppercase()) {
        tell(fault, Slip::TitleForId, "value", text, None);
    }
}

fn tell(fault: &mut Fault, slip: Slip, word: &'static str, text: &str, meant: Option<&Thing>) {
    fault.slip = slip;
    fault.args = vec![(word, super::faults::shown(text))];
    if let Some(thing) = meant {
        fault.args.push(("meant", thing.name.clone()));
    }
}

/// Notes that nothing else is near what is meant.
fn alone(fault: &mut Fault, is_alone: bool) {
    fault.args.extend(is_alone.then(|| ("alone", "yes".into())));
}

fn rename(fault: &mut Fault, word: &'static str) {
    for (name, _) in &mut fault.args {
        *name = word;
    }
}

/// A title as it is compared: without regard to capitals and to the mark at its end.
fn title_key(title: &str) -> String {
    title.trim().trim_end_matches(['.', '!', '?', '…']).to_lowercase()
}

/// For each text that names nothing, the things that have it as their title: the first few.
fn with_these_titles(unresolved: &[Unresolved<'_>], names: &Names) -> HashMap<String, Vec<Id>> {
    let mut titles: HashMap<String, Vec<Id>> =
        unresolved.iter().map(|reference| (title_key(reference.text), Vec::new())).collect();
    let longest = titles.keys().map(String::len).max().unwrap_or(0);
    for (id, thing) in names.iter() {
        // Lower case may be longer than capitals, but hardly by more than this.
        if let Some(title) = thing.title.as_ref().filter(|title| title.value.len() <= 2 * longest + 4)
            && let Some(ids) = titles.get_mut(&title_key(&title.value))
            && ids.len() < 8
        {
            ids.push(id);
        }
    }
    titles.retain(|_, ids| !ids.is_empty());
    titles
}

/// The search for the nearest id, with what is left of its work.
struct Search<'n, 't> {
    names: &'n Names,
    /// Made when first needed.
    sketches: Vec<Sketch>,
    work: u64,
    found: HashMap<(&'t str, KindSet), Option<Near<Id>>>,
}

impl<'t> Search<'_, 't> {
    fn nearest(&mut self, text: &'t str, wanted: KindSet) -> Option<Near<Id>> {
        if let Some(&found) = self.found.get(&(text, wanted)) {
            return found;
        }
        if text.len() > 8 * super::ids::LONGEST || self.work == 0 {
            return None;
        }
        if self.sketches.is_empty() {
            self.sketches = sketches(self.names);
        }
        let found = self.look_for(text, wanted);
        self.found.insert((text, wanted), found);
        found
    }

    fn look_for(&mut self, text: &str, wanted: KindSet) -> Option<Near<Id>> {
        let text = nfc(text).to_lowercase();
        let (length, of_text) = (text.chars().count(), letters(&text));
        let mut best = Best::default();
        let (mut others, mut is_near_another) = (0, false);
        let mut work = self.sketches.len() as u64;
        for sketch in &self.sketches {
            let reach = reach(length.max(usize::from(sketch.length)));
            let letters_apart = (sketch.letters ^ of_text).count_ones() as usize;
            if length.abs_diff(usize::from(sketch.length)) > reach || letters_apart > 2 * reach {
                continue;
            }
            let name = self.names.name(sketch.id);
            if !wanted.has(sketch.kind) {
                // It cannot stand here, but its writer may have thought so.
                if others < MOST_OTHERS {
                    others += 1;
                    work += COMPARISON;
                    is_near_another |= slips(&text, name, reach).is_some();
                }
                continue;
            }
            work += COMPARISON;
            best.offer(sketch.id, &text, name, reach);
            // Past two names that are as near as any can be, none will be nearer.
            if (best.distance == (1, 0) && !best.unique) || work > self.work {
                best.unique = false;
                break;
            }
        }
        self.work = self.work.saturating_sub(work);
        if is_near_another || others == MOST_OTHERS {
            best.other = 0;
        }
        best.only()
    }

    /// The one option of this name, of whichever choice.
    fn option_named(&mut self, name: &str) -> Option<Id> {
        self.work = self.work.checked_sub(self.names.len() as u64)?;
        let mut found = self.names.iter().filter(|(_, thing)| {
            let own_name = thing.name.split_once('.').map(|(_, own)| own);
            thing.kind == Kind::Option && own_name == Some(name)
        });
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Some(id),
            _ => None,
        }
    }
}

fn sketches(names: &Names) -> Vec<Sketch> {
    let sketch = |(id, thing): (Id, &Thing)| Sketch {
        id,
        kind: thing.kind,
        // An option's name may have twice 64 letters and a full stop.
        length: thing.name.chars().count().min(255) as u8,
        letters: letters(&thing.name),
    };
    names.iter().map(sketch).collect()
}

#[cfg(test)]
mod tests {
    use super::{nearest, slips};
    use proptest::prelude::*;

    proptest! {
        /// The same as a table of all letters gives, which takes far longer.
        #[test]
        fn slips_are_counted_as_they_are_defined(text in "[abcé]{0,9}", word in "[abcé]{0,9}", most in 0..4_usize) {
            let apart = strsim::osa_distance(&text, &word);
            prop_assert_eq!(slips(&text, &word, most), (apart <= most).then_some(apart));
        }
    }

    #[test]
    fn the_nearest_word_where_one_is_clearly_nearest() {
        let words = ["title", "because", "who", "end", "start", "goals", "tasks"];
        let nearest = |text| nearest(text, words.into_iter());
        assert_eq!(nearest("becuase"), Some("because"));
        assert_eq!(nearest("tilte"), Some("title"));
        assert_eq!(nearest("wo"), Some("who"));
        assert_eq!(nearest("goal"), Some("goals"));
        assert_eq!(nearest("ta"), None);
        assert_eq!(nearest("colour"), None);
        assert_eq!(nearest(""), None);
    }

    #[test]
    fn two_that_are_equally_near_are_none() {
        assert_eq!(nearest("camp-c", ["camp-a", "camp-b"].into_iter()), None);
        assert_eq!(nearest("camp-c", ["camp-a", "tent-b"].into_iter()), Some("camp-a"));
        assert_eq!(nearest("taks", ["tags", "tasks"].into_iter()), Some("tasks"));
    }
}
