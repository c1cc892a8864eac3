//! Findings as numbers at boxes, and what the numbers stand for: in the order and under the headings of `scf check`.

use super::{Entry, Mark};
use crate::check::Check;
use crate::findings::{Finding, Subject};
use crate::plan::{FindingName, Id, Severity};
use crate::report::text::blocks::{Told, told_like};
use crate::report::wording::Wording;
use std::collections::HashSet;

/// Entries of a legend. Who has more to look at than this wants `scf check`.
const MOST: usize = 40;

/// Findings with their numbers.
pub(super) struct Numbered {
    pub legend: Vec<Entry>,
    /// Further ones that are not told.
    pub more: usize,
    /// For each node its marks.
    pub marks: Vec<Vec<Mark>>,
}

impl Numbered {
    /// Gives every finding its number. `place`: which node tells of a thing; `is_hidden`: that nothing is told of it. Of a part of a plan only what has a mark in it is told.
    pub(super) fn of(
        check: &Check,
        wording: Wording<'_>,
        nodes: usize,
        is_part: bool,
        place: impl Fn(Id) -> Option<usize>,
        is_hidden: impl Fn(Id) -> bool,
    ) -> Self {
        let is_told = |finding: &Finding| thing(finding).is_none_or(|id| !is_hidden(id));
        let told = Told::of(check);
        let mut numbered = Self { legend: Vec::new(), more: 0, marks: vec![Vec::new(); nodes] };
        for block in &told.blocks {
            let findings: Vec<&Finding> = block.findings().filter(|finding| is_told(finding)).collect();
            let Some(first) = findings.first() else { continue };
            let title = wording.of(first).attribute("title");
            let sentences: Vec<String> =
                findings.iter().map(|finding| wording.of(finding).sentence()).collect();
            numbered.add(&findings, title.unwrap_or_default(), sentences.join(" "), is_part, &place);
        }
        for alike in &told.advice {
            let findings: Vec<&Finding> = alike.iter().copied().filter(|finding| is_told(finding)).collect();
            if let Some(first) = findings.first() {
                let title = wording.of(first).attribute("title").unwrap_or_default();
                numbered.add(&findings, title, told_like(wording, &findings), is_part, &place);
            }
        }
        numbered
    }

    fn add(
        &mut self,
        findings: &[&Finding],
        title: String,
        text: String,
        is_part: bool,
        place: &impl Fn(Id) -> Option<usize>,
    ) {
        let mut about: Vec<usize> = findings.iter().filter_map(|finding| place(thing(finding)?)).collect();
        about.sort_unstable();
        about.dedup();
        let mut falls: Vec<usize> =
            findings.iter().flat_map(|finding| lost(finding)).filter_map(|&id| place(id)).collect();
        falls.sort_unstable();
        falls.dedup();
        falls.retain(|node| about.binary_search(node).is_err());
        if is_part && about.is_empty() && falls.is_empty() {
            return;
        }
        if self.legend.len() == MOST {
            self.more += 1;
            return;
        }
        let number = self.legend.len() + 1;
        let severity = findings.iter().map(|finding| finding.severity).min().unwrap_or(Severity::Advice);
        for (nodes, is_subject) in [(&about, true), (&falls, false)] {
            for &node in nodes {
                self.marks[node].push(Mark { number, is_subject, severity });
            }
        }
        let mut names: Vec<&'static str> = findings.iter().map(|finding| finding.name.name()).collect();
        names.dedup();
        self.legend.push(Entry { number, severity, title, text, names, about, falls });
    }
}

/// What much falls without, by the findings.
pub(super) fn bottlenecks(check: &Check) -> HashSet<Id> {
    let of = |finding: &&Finding| finding.name == FindingName::Bottleneck && finding.accepted.is_none();
    let found = check.findings.iter().filter(of);
    found.flat_map(|finding| thing(finding).into_iter().chain(finding.ids("also").iter().copied())).collect()
}

/// What falls with what a finding is about.
fn lost(finding: &Finding) -> &[Id] {
    match finding.name {
        FindingName::Bottleneck | FindingName::BrokenAssumption => finding.ids("loss"),
        _ => &[],
    }
}

fn thing(finding: &Finding) -> Option<Id> {
    match finding.subject {
        Subject::Thing(id) => Some(id),
        _ => None,
    }
}
