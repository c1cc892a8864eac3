//! What is weak, by factor, each with its question; what the team has accepted stands folded at the end.

use super::summary::sign;
use super::told::Told;
use super::words::{Mention, Mentions, PlanText};
use crate::findings::{Finding, Subject};
use crate::plan::{Factor, Sensitivity};
use crate::report::Weight;
use crate::report::sheet::no_mark_up;
use askama::Template;
use std::fmt::Write as _;

/// Findings of one factor that are told; the rest is counted.
const MOST: usize = 100;
/// Things that fall with one, by name.
const MOST_FALLING: usize = 6;

/// What is weak.
#[derive(Template)]
#[template(path = "findings.html")]
pub(super) struct Findings<'a> {
    told: &'a Told<'a>,
    factors: Vec<OfFactor>,
    accepted: Vec<(Entry, Option<PlanText>)>,
    accepted_count: String,
    /// Findings about what is left out, in words; empty for none.
    hidden: String,
}

/// The findings of one factor.
struct OfFactor {
    name: String,
    about: String,
    /// How the team sees itself, from 1 to 5, in words.
    own_view: Option<String>,
    entries: Vec<Entry>,
    /// How many follow, in words.
    more: String,
}

/// One finding.
struct Entry {
    name: &'static str,
    severity: &'static str,
    severity_word: String,
    sign: &'static str,
    heading: String,
    about: Option<Mention>,
    sentence: String,
    ask: String,
    falls: Mentions,
    line: u32,
}

impl<'a> Findings<'a> {
    pub(super) fn of(told: &'a Told<'a>) -> Self {
        let (shown, hidden): (Vec<&Finding>, Vec<&Finding>) =
            told.check.findings.iter().partition(|finding| !is_hidden(told, finding));
        let (accepted, open): (Vec<&Finding>, Vec<&Finding>) =
            shown.into_iter().partition(|finding| finding.accepted.is_some());
        let of_factor = |factor: Option<Factor>| {
            let mut findings: Vec<&Finding> =
                open.iter().copied().filter(|finding| finding.factor == factor).collect();
            findings.sort_by_key(|finding| (Weight::of(finding), finding.at.start));
            findings
        };
        let factors = Factor::ALL.into_iter().map(Some).chain([None]);
        let factors = factors.filter_map(|factor| OfFactor::of(told, factor, &of_factor(factor)));
        Self {
            told,
            factors: factors.collect(),
            accepted_count: told.count("page-accepted", accepted.len()),
            accepted: accepted.into_iter().take(MOST).map(|finding| accepted_entry(told, finding)).collect(),
            hidden: if hidden.is_empty() {
                String::new()
            } else {
                told.count("page-findings-hidden", hidden.len())
            },
        }
    }

    /// The same as Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        for factor in &self.factors {
            let _ = write!(out, "### {}\n\n", factor.name);
            factor.entries.iter().for_each(|entry| entry.markdown(out));
            if !factor.more.is_empty() {
                let _ = writeln!(out, "- {}", factor.more);
            }
            out.push('\n');
        }
        if self.factors.is_empty() {
            let _ = write!(out, "{}\n\n", self.told.say("counts-nothing"));
        }
        if !self.accepted.is_empty() {
            let _ = write!(out, "### {}\n\n", self.told.say("accepted-heading"));
            for (entry, because) in &self.accepted {
                entry.markdown(out);
                if let Some(because) = because {
                    let _ = writeln!(out, "  {}: {}", self.told.say("why-because"), because.markdown());
                }
            }
            out.push('\n');
        }
        if !self.hidden.is_empty() {
            let _ = write!(out, "{}\n\n", self.hidden);
        }
    }
}

impl OfFactor {
    /// The findings of a factor; nothing where there is none.
    fn of(told: &Told<'_>, factor: Option<Factor>, findings: &[&Finding]) -> Option<Self> {
        let name = factor.map_or("none", Factor::name);
        let of_team = told.read.plan.factors.iter().find(|(of, _)| Some(*of) == factor);
        let of_team = of_team.filter(|_| told.wording.include >= Some(Sensitivity::Team));
        let own_view =
            of_team.map(|(_, grade)| told.with("page-own-view", &[("grade", u32::from(grade.value).into())]));
        if findings.is_empty() {
            return None;
        }
        let more = findings.len().saturating_sub(MOST);
        Some(Self {
            name: told.word("page-factor", "factor", name),
            about: told.word("page-factor-about", "factor", name),
            own_view,
            entries: findings.iter().take(MOST).map(|finding| Entry::of(told, finding)).collect(),
            more: if more > 0 { told.count("page-and-more", more) } else { String::new() },
        })
    }
}

impl Entry {
    fn of(told: &Told<'_>, finding: &Finding) -> Self {
        let worded = told.wording.of(finding);
        let about = match finding.subject {
            Subject::Thing(id) => Some(told.mention(id)),
            _ => None,
        };
        let sentence = worded.sentence();
        let loss = finding.ids("loss");
        let count = loss.len().max(finding.count("loss_count") as usize);
        // Of one or two the sentence has told which.
        let falls =
            if loss.len() > 2 { Mentions::of(told, loss, count, MOST_FALLING) } else { Mentions::default() };
        Self {
            name: finding.name.name(),
            severity: finding.severity.name(),
            severity_word: told
                .with("page-severity", &[("severity", finding.severity.name().into()), ("count", 1.into())]),
            sign: sign(finding.severity),
            heading: worded.attribute("title").unwrap_or_else(|| sentence.clone()),
            about,
            sentence,
            ask: worded.ask(),
            falls,
            line: told.check.source.position(finding.at.start).line,
        }
    }

    /// The sentence tells what it is about, so the title need not.
    fn markdown(&self, out: &mut String) {
        let _ = writeln!(
            out,
            "- **{}** ({}): {} *{}* `{}`",
            no_mark_up(&self.heading),
            self.severity_word,
            no_mark_up(&self.sentence),
            no_mark_up(&self.ask),
            self.name
        );
    }
}

/// Whether a finding is about something that may not be told.
fn is_hidden(told: &Told<'_>, finding: &Finding) -> bool {
    matches!(finding.subject, Subject::Thing(id) if told.hides(id))
}

fn accepted_entry(told: &Told<'_>, finding: &Finding) -> (Entry, Option<PlanText>) {
    let acceptance = told.wording.acceptance(finding);
    let because = acceptance.and_then(|acceptance| told.team_text(acceptance.because.as_deref()?));
    (Entry::of(told, finding), because)
}

impl Findings<'_> {
    /// Whether there is nothing to tell.
    fn is_empty(&self) -> bool {
        self.factors.is_empty()
    }
}
