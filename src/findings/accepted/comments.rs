//! Comments that accept the findings of a line.

use super::Met;
use crate::findings::acceptance::{Acceptance, is_in_line, is_past};
use crate::findings::{Finding, Subject};
use crate::plan::{AcceptingComment, FindingName, Plan};
use crate::source::Span;
use jiff::civil::Date;
use std::collections::HashMap;

/// The comments that accept a finding, by the lines that they are about.
pub(super) struct Comments<'a> {
    plan: &'a Plan,
    /// By finding: the lines, in order.
    by_finding: HashMap<FindingName, Vec<Line>>,
    /// By finding: of those that stand where findings about the whole plan do.
    about_plan: HashMap<FindingName, Line>,
}

/// What is accepted in one line, or of the whole plan.
#[derive(Default)]
struct Line {
    at: Span,
    /// The comments about it.
    comments: Vec<usize>,
    met: Met,
}

impl<'a> Comments<'a> {
    pub(super) fn of(plan: &'a Plan, today: Date) -> Self {
        let mut comments = Self { plan, by_finding: HashMap::new(), about_plan: HashMap::new() };
        for (index, comment) in plan.accepting_comments.iter().enumerate() {
            for at in std::iter::once(comment.line).chain(comment.next) {
                let line = Line { at, comments: vec![index], met: Met::default() };
                comments.by_finding.entry(comment.finding.value).or_default().push(line);
            }
            if comment.is_about_plan {
                comments.about_plan.entry(comment.finding.value).or_default().comments.push(index);
            }
        }
        for lines in comments.by_finding.values_mut() {
            lines.sort_by_key(|line| line.at);
            lines.dedup_by(|next, line| {
                let is_same = next.at == line.at;
                if is_same {
                    line.comments.append(&mut next.comments);
                }
                is_same
            });
        }
        for line in comments.by_finding.values_mut().flatten().chain(comments.about_plan.values_mut()) {
            line.met.in_force = line.in_force(&plan.accepting_comments, today);
        }
        comments
    }

    pub(super) fn meet(&mut self, finding: &Finding) -> Met {
        let is_of_plan = matches!(finding.subject, Subject::Plan(_)) && finding.at == self.plan.at;
        let of_plan = if is_of_plan { self.about_plan.get_mut(&finding.name) } else { None };
        let of_line = self.by_finding.get_mut(&finding.name).and_then(|lines| {
            let behind = lines.partition_point(|line| line.at.start <= finding.at.start);
            lines[..behind].last_mut().filter(|line| is_in_line(finding.at, line.at))
        });
        let mut met = Met::default();
        for line in of_line.into_iter().chain(of_plan) {
            line.met.is_met = true;
            met.is_met = true;
            met.in_force = met.in_force.or(line.met.in_force);
        }
        met
    }

    /// Of each comment, whether it meets something.
    pub(super) fn meets(self) -> Vec<bool> {
        let mut meets = vec![false; self.plan.accepting_comments.len()];
        for line in self.by_finding.into_values().flatten().chain(self.about_plan.into_values()) {
            for index in line.comments.into_iter().filter(|_| line.met.is_met) {
                meets[index] = true;
            }
        }
        meets
    }
}

impl Line {
    /// The first comment that is not past.
    fn in_force(&self, comments: &[AcceptingComment], today: Date) -> Option<Acceptance> {
        let first = self.comments.iter().find(|&&index| !is_past(comments[index].until, today));
        first.map(|&index| Acceptance::Comment(index as u32))
    }
}
