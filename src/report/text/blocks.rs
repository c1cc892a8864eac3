//! What is told together: the findings about one thing, the worst first.

use crate::check::Check;
use crate::findings::{Finding, Subject};
use crate::plan::{FindingName, Id, Severity};
use crate::report::wording::Wording;
use crate::report::worst::Weight;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The findings of a plan as a person reads them.
pub(crate) struct Told<'a> {
    /// What is broken or has a hole, worst first.
    pub blocks: Vec<Block<'a>>,
    /// What is worth a conversation, like with like, in the order of the contract.
    pub advice: Vec<Vec<&'a Finding>>,
    /// What the team has accepted.
    pub accepted: Vec<&'a Finding>,
}

/// The findings about one thing.
pub(crate) struct Block<'a> {
    /// The worst of them.
    pub first: &'a Finding,
    /// The others, worst first.
    pub others: Vec<&'a Finding>,
}

impl<'a> Block<'a> {
    pub(crate) fn findings(&self) -> impl Iterator<Item = &'a Finding> {
        std::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// What it is about, where that has an id.
    pub(crate) fn about(&self) -> Option<Id> {
        match self.first.subject {
            Subject::Thing(id) => Some(id),
            _ => None,
        }
    }
}

impl<'a> Told<'a> {
    /// Puts together what belongs together.
    pub(crate) fn of(check: &'a Check) -> Self {
        let (accepted, open): (Vec<_>, Vec<_>) =
            check.findings.iter().partition(|finding| finding.accepted.is_some());
        let in_blocks: HashSet<Id> =
            open.iter().filter(|f| f.severity != Severity::Advice).filter_map(|f| thing_of(f)).collect();
        let mut of_thing: HashMap<Id, usize> = HashMap::new();
        let mut groups: Vec<Vec<&Finding>> = Vec::new();
        let mut advice: BTreeMap<FindingName, Vec<&Finding>> = BTreeMap::new();
        for finding in open {
            let thing = thing_of(finding);
            if finding.severity == Severity::Advice && thing.is_none_or(|id| !in_blocks.contains(&id)) {
                advice.entry(finding.name).or_default().push(finding);
                continue;
            }
            if let Some(&group) = thing.and_then(|id| of_thing.get(&id)) {
                groups[group].push(finding);
            } else {
                of_thing.extend(thing.map(|id| (id, groups.len())));
                groups.push(vec![finding]);
            }
        }
        let mut blocks: Vec<Block<'_>> = groups.into_iter().filter_map(block).collect();
        blocks.sort_by_key(|block| (Weight::of(block.first), block.first.at.start));
        Self { blocks, advice: advice.into_values().flat_map(apart).collect(), accepted }
    }

    /// With advice in blocks of its own, behind the others.
    pub(crate) fn advice_in_full(mut self) -> Self {
        let advice = std::mem::take(&mut self.advice).into_iter().flatten();
        self.blocks.extend(advice.filter_map(|finding| block(vec![finding])));
        self
    }
}

/// Advice that is told together. What it is about is no use without what it hangs on, so of that a few are told one by
/// one.
fn apart(like: Vec<&Finding>) -> Vec<Vec<&Finding>> {
    const FEW: usize = 4;
    if like.len() <= FEW && like.iter().all(|finding| finding.fact("through").is_some()) {
        like.into_iter().map(|finding| vec![finding]).collect()
    } else {
        vec![like]
    }
}

/// The thing that a finding is told with. A fault of the text is told alone: it has its own place in the text.
fn thing_of(finding: &Finding) -> Option<Id> {
    match finding.subject {
        Subject::Thing(id) if finding.slip.is_none() => Some(id),
        _ => None,
    }
}

fn block(mut findings: Vec<&Finding>) -> Option<Block<'_>> {
    findings.sort_by_key(|finding| (finding.severity, finding.name));
    let mut findings = findings.into_iter();
    Some(Block { first: findings.next()?, others: findings.collect() })
}

/// One or several findings of one kind in a sentence.
pub(crate) fn told_like(wording: Wording<'_>, like: &[&Finding]) -> String {
    let first = wording.of(like[0]);
    let [_] = like else {
        let brief = first.attribute("brief").unwrap_or_default();
        let ids: Vec<Id> = like
            .iter()
            .filter_map(|finding| match finding.subject {
                Subject::Thing(id) => Some(id),
                _ => None,
            })
            .collect();
        let count = like.len().into();
        return if ids.is_empty() {
            wording.catalogue.say("advice-like-bare", &[("count", count), ("brief", brief.into())])
        } else {
            let items = wording.listed(&ids).into();
            let args = [("count", count), ("brief", brief.into()), ("items", items)];
            wording.catalogue.say("advice-like", &args)
        };
    };
    first.sentence()
}
