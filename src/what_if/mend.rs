//! What could help: values with which less is lost. They are tried on the plan before they are told.

use super::{Thing, WhatIf, same};
use crate::graph::{Broken, Need, Reason};
use crate::plan::{Access, Change, Id, Level, Plan};
use std::collections::HashSet;

/// Lost results for which a mend is looked for.
const MOST_RESULTS: usize = 10;
/// People that are tried for one work.
const MOST_PEOPLE: usize = 2;
/// Mends that are tried: for each the plan is read again.
const MOST_TRIED: usize = 6;

/// Values with which less is lost.
#[derive(Debug)]
pub struct Mend {
    /// The values: of one work, or of the parties it is with.
    pub changes: Vec<Change>,
    /// Results that fall without them and stand with them, in the order of the text; never none.
    pub stands: Vec<Thing>,
}

impl WhatIf<'_> {
    /// The first mend that brings back something that is lost, of a few that could: somebody else who does the work that
    /// stops, and who is received where it leads; another who pays.
    #[must_use]
    pub fn mend(&self) -> Option<Mend> {
        self.candidates().into_iter().take(MOST_TRIED).find_map(|changes| self.tried(&changes))
    }

    /// For the work that stops first on the way to each lost result: values that could meet all it needs.
    fn candidates(&self) -> Vec<Vec<String>> {
        let plan = &self.after.plan;
        let failure = &self.state.failure;
        let mut candidates = Vec::new();
        for &result in self.state.loss.iter().take(MOST_RESULTS) {
            let Thing::There(result) = result else { continue };
            let is_work = |id: &Id| plan.item(*id).is_some_and(|item| item.level >= Level::Activity);
            let chain = failure.chain(result);
            let Some(work) = chain.iter().map(|link| link.id).find(is_work) else { continue };
            let mut broken = Vec::new();
            for reason in failure.reasons(work) {
                if let Reason::Broken(group) = reason {
                    broken.push(group);
                }
            }
            for person in self.people_for(plan, &broken) {
                let changes = broken.iter().filter_map(|group| self.for_need(plan, work, group, person));
                let changes: Vec<String> = changes.collect();
                if !changes.is_empty() && !candidates.contains(&changes) {
                    candidates.push(changes);
                }
            }
        }
        candidates
    }

    /// People who could do it: first those whom a party knows already, then the others in the order of the text.
    fn people_for(&self, plan: &Plan, broken: &[Broken]) -> Vec<Option<Id>> {
        let parties = broken.iter().filter(|group| group.stand.need == Need::Access);
        let parties = parties.filter_map(|group| group.stand.of);
        let access = parties.flat_map(|party| &plan.parties[plan.names.get(party).index as usize].access);
        let strained = access.filter(|(_, access)| access.value == Access::Strained);
        let mut people: Vec<Id> = strained.map(|(person, _)| person.id).collect();
        people.extend(plan.people.iter().map(|person| person.id));
        people.retain(|&person| self.state.failure.stands(person));
        let mut seen = HashSet::new();
        people.retain(|&person| seen.insert(person));
        people.truncate(MOST_PEOPLE);
        if people.is_empty() { vec![None] } else { people.into_iter().map(Some).collect() }
    }

    /// The value that could meet a need of this work.
    fn for_need(&self, plan: &Plan, work: Id, broken: &Broken, person: Option<Id>) -> Option<String> {
        let name = |id: Id| plan.names.name(id);
        match (broken.stand.need, broken.stand.of) {
            (Need::Access, Some(party)) => Some(format!("{}.access.{}=working", name(party), name(person?))),
            (Need::Who, _) => Some(format!("{}.deputy={}", name(work), name(person?))),
            (Need::Money, _) => {
                let mut donors = plan.donors.iter().map(|donor| donor.id);
                let donor = donors.find(|&donor| self.state.failure.stands(donor))?;
                Some(format!("{}.funded_by={}", name(work), name(donor)))
            }
            _ => None,
        }
    }

    /// The same question with these values as well; nothing where they bring nothing back.
    fn tried(&self, words: &[String]) -> Option<Mend> {
        let changes: Vec<Change> =
            words.iter().map(|words| Change::parse(words)).collect::<Result<_, _>>().ok()?;
        let mut question = self.question.clone();
        question.set.extend(changes.iter().cloned());
        let mended = question.after(self.before).ok()??.whole;
        let there = |id: Id| same(&self.before.plan, id, &mended.plan);
        let failed: Vec<Id> = self.failed.iter().filter_map(|&id| there(id)).collect();
        let failure = mended.graph.failing(&mended.plan, &failed);
        let stands_again = |thing: &Thing| {
            let there = mended.plan.names.find(self.name(*thing));
            there.is_some_and(|there| failure.stands(there))
        };
        let stands: Vec<Thing> = self.state.loss.iter().copied().filter(stands_again).collect();
        (!stands.is_empty()).then_some(Mend { changes, stands })
    }
}
