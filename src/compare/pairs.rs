//! Which thing of the old plan is which of the new one.
//!
//! An id that somebody wrote says it. What has no such id, or has it no more, is known again by its title: first where it
//! stands, then anywhere on its level. So a line put into a list moves the made ids of those behind it, and nothing else.
//! Entries without ids that stand between the same neighbours and have much the same words are the same, re-worded.

use crate::plan::{Id, Kind, Plan, Thing};
use std::collections::{HashMap, VecDeque};

/// How like each other two titles must be to be one that was re-worded (0 to 1, by pairs of letters).
const ALIKE: f64 = 0.5;
/// Letters of a title that are looked at.
const LOOKED_AT: usize = 300;
/// Pairs of titles that are compared between two neighbours; of more, only those at the same place.
const MOST_COMPARED: usize = 900;

/// One of the two plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The plan as it was.
    Old,
    /// The plan as it is.
    New,
}

/// Which thing of the old plan is which of the new one.
#[derive(Debug, Clone, Default)]
pub struct Pairs {
    new_of: Vec<Option<Id>>,
    old_of: Vec<Option<Id>>,
}

impl Pairs {
    /// Knows the things of a plan again in another.
    #[must_use]
    pub fn of(old: &Plan, new: &Plan) -> Self {
        let pairs = Self { new_of: vec![None; old.names.len()], old_of: vec![None; new.names.len()] };
        let mut finder = Finder { old, new, pairs };
        finder.by_id();
        // What holds others comes before what it holds.
        for kind in Kind::ALL {
            finder.by_title(kind);
        }
        finder.pairs
    }

    /// Two plans of which nothing is the same.
    #[must_use]
    pub fn none(old: usize, new: usize) -> Self {
        Self { new_of: vec![None; old], old_of: vec![None; new] }
    }

    /// What this thing of the old plan is in the new one.
    #[must_use]
    pub fn new_of(&self, old: Id) -> Option<Id> {
        self.new_of.get(old.index()).copied().flatten()
    }

    /// What this thing of the new plan is in the old one.
    #[must_use]
    pub fn old_of(&self, new: Id) -> Option<Id> {
        self.old_of.get(new.index()).copied().flatten()
    }

    /// Whether it is in both plans.
    pub(super) fn is_in_both(&self, side: Side, id: Id) -> bool {
        match side {
            Side::Old => self.new_of(id).is_some(),
            Side::New => self.old_of(id).is_some(),
        }
    }

    /// A number that is the same for what is the same in both plans.
    pub(super) fn key(&self, side: Side, id: Id) -> u32 {
        match side {
            Side::New => id.0,
            Side::Old => self.new_of(id).map_or(self.old_of.len() as u32 + id.0, |new| new.0),
        }
    }

    fn add(&mut self, old: Id, new: Id) {
        self.new_of[old.index()] = Some(new);
        self.old_of[new.index()] = Some(old);
    }
}

struct Finder<'a> {
    old: &'a Plan,
    new: &'a Plan,
    pairs: Pairs,
}

impl Finder<'_> {
    /// What has an id that somebody wrote. An item may have come to another level.
    fn by_id(&mut self) {
        for (old_id, thing) in self.old.names.iter() {
            if thing.is_made || thing.kind == Kind::Option {
                continue;
            }
            let Some(new_id) = self.new.names.find(&thing.name) else { continue };
            let other = self.new.names.get(new_id);
            let are_items = thing.kind.level().is_some() && other.kind.level().is_some();
            if !other.is_made && (thing.kind == other.kind || are_items) {
                self.pairs.add(old_id, new_id);
            }
        }
    }

    fn by_title(&mut self, kind: Kind) {
        if kind == Kind::Option {
            self.equal(kind, |finder, side, id, thing| {
                let own = thing.name.split_once('.').map(|(_, own)| own.to_owned());
                let holder = finder.holder(side, id);
                own.filter(|_| !thing.is_made).map(|own| (holder, own))
            });
        }
        self.equal(kind, |finder, side, id, thing| Some((finder.holder(side, id), title(thing)?)));
        if kind != Kind::Option {
            self.equal(kind, |_, _, _, thing| Some((None, title(thing)?)));
        }
        self.reworded(kind);
    }

    /// What is left on one side, in the order of the text.
    fn left(&self, side: Side, kind: Kind) -> Vec<Id> {
        let is_left = |(id, thing): &(Id, &Thing)| thing.kind == kind && !self.pairs.is_in_both(side, *id);
        self.plan(side).names.iter().filter(is_left).map(|(id, _)| id).collect()
    }

    fn plan(&self, side: Side) -> &Plan {
        match side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// What a thing stands in: an item, or a choice.
    fn holder(&self, side: Side, id: Id) -> Option<u32> {
        let plan = self.plan(side);
        let holder = match plan.names.get(id).kind {
            Kind::Option => plan.choices.get(plan.names.get(id).index as usize).map(|choice| choice.id),
            _ => plan.item(id).and_then(|item| item.holder).map(|holder| plan.items[holder as usize].id),
        };
        holder.map(|holder| self.pairs.key(side, holder))
    }

    /// Pairs what is left and has the same mark, one after the other.
    fn equal(&mut self, kind: Kind, mark: impl Fn(&Self, Side, Id, &Thing) -> Option<(Option<u32>, String)>) {
        let mut there: HashMap<_, VecDeque<Id>> = HashMap::new();
        for id in self.left(Side::Old, kind) {
            if let Some(mark) = mark(self, Side::Old, id, self.old.names.get(id)) {
                there.entry(mark).or_default().push_back(id);
            }
        }
        if there.is_empty() {
            return;
        }
        for id in self.left(Side::New, kind) {
            let mark = mark(self, Side::New, id, self.new.names.get(id));
            if let Some(old) = mark.and_then(|mark| there.get_mut(&mark)?.pop_front()) {
                self.pairs.add(old, id);
            }
        }
    }

    /// Entries without ids that follow the same neighbour in the same list.
    fn reworded(&mut self, kind: Kind) {
        let mut gaps: HashMap<_, [Vec<Id>; 2]> = HashMap::new();
        let mut order = Vec::new();
        for side in [Side::Old, Side::New] {
            let mut last: HashMap<Option<u32>, u32> = HashMap::new();
            for (id, thing) in self.plan(side).names.iter().filter(|(_, t)| t.kind == kind && t.is_made) {
                let holder = self.holder(side, id);
                if self.pairs.is_in_both(side, id) {
                    last.insert(holder, self.pairs.key(side, id));
                } else if thing.title.is_some() {
                    let place = (holder, last.get(&holder).copied());
                    let gap = gaps.entry(place).or_insert_with(|| {
                        order.push(place);
                        [Vec::new(), Vec::new()]
                    });
                    gap[side as usize].push(id);
                }
            }
        }
        for place in order {
            let [old, new] = &gaps[&place];
            for (old, new) in self.alike(old, new) {
                self.pairs.add(old, new);
            }
        }
    }

    /// The pairs that are most alike; each thing once.
    fn alike(&self, old: &[Id], new: &[Id]) -> Vec<(Id, Id)> {
        let letters = |plan: &Plan, ids: &[Id]| -> Vec<Vec<[char; 2]>> {
            ids.iter().map(|&id| letter_pairs(plan.title_of(id))).collect()
        };
        let (before, now) = (letters(self.old, old), letters(self.new, new));
        if old.len().saturating_mul(new.len()) > MOST_COMPARED {
            let same_place =
                (0..old.len().min(new.len())).filter(|&at| likeness(&before[at], &now[at]) >= ALIKE);
            return same_place.map(|at| (old[at], new[at])).collect();
        }
        let all = (0..old.len()).flat_map(|a| (0..new.len()).map(move |b| (a, b)));
        let mut all: Vec<(f64, usize, usize)> = all
            .map(|(a, b)| (likeness(&before[a], &now[b]), a, b))
            .filter(|(alike, ..)| *alike >= ALIKE)
            .collect();
        // Sorting keeps the order of the text among those that are equally alike.
        all.sort_by(|one, other| other.0.total_cmp(&one.0));
        let mut taken: Vec<(usize, usize)> = Vec::new();
        for (_, a, b) in all {
            if !taken.iter().any(|&(c, d)| a == c || b == d) {
                taken.push((a, b));
            }
        }
        taken.into_iter().map(|(a, b)| (old[a], new[b])).collect()
    }
}

/// Each two letters of a title that stand beside each other, in order.
fn letter_pairs(title: &str) -> Vec<[char; 2]> {
    let letters = title.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase);
    let letters: Vec<char> = letters.take(LOOKED_AT).collect();
    let mut pairs: Vec<[char; 2]> = letters.windows(2).map(|two| [two[0], two[1]]).collect();
    pairs.sort_unstable();
    pairs
}

/// The share of pairs of letters that two titles have in common (Sørensen and Dice), 0 to 1.
#[allow(clippy::cast_precision_loss)] // They are few.
fn likeness(one: &[[char; 2]], other: &[[char; 2]]) -> f64 {
    let (mut a, mut b, mut common) = (one, other, 0_usize);
    while let ([first, ..], [second, ..]) = (a, b) {
        common += usize::from(first == second);
        let order = first.cmp(second);
        a = &a[usize::from(order.is_le())..];
        b = &b[usize::from(order.is_ge())..];
    }
    (2 * common) as f64 / (one.len() + other.len()).max(1) as f64
}

/// The title by which a thing is known again, whatever its line breaks.
fn title(thing: &Thing) -> Option<String> {
    let title = thing.title.as_ref()?;
    Some(title.value.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::{ALIKE, letter_pairs, likeness};

    fn like(one: &str, other: &str) -> bool {
        likeness(&letter_pairs(one), &letter_pairs(other)) >= ALIKE
    }

    #[test]
    fn other_words_for_the_same_are_alike() {
        assert!(like("Book a guide to the camps", "Book a guide and two mules for the ride to the camps"));
        assert!(like("Debrief after every visit", "Debrief after each visit, on the same day"));
        assert!(like("与长老会面", "再次与长老会面"));
        assert!(!like("Book a guide to the camps", "Debrief after every visit"));
        assert!(!like("Write one report", "Ask a scribe whom both trust"));
        assert!(!like("", ""));
    }
}
