//! What is told, in the order in which it is told, whatever the form.

use super::Telling;
use super::said::whose;
use crate::compare::{About, Change, Side, What};
use crate::findings::Finding;
use crate::lang::shown;
use crate::plan::{Id, Kind, Severity};
use crate::report::wording::{Wording, shortened};

/// Things of a group, changes of a thing and findings that are told where nobody asks for all.
const MOST: usize = 20;

/// What has changed about one thing.
pub(crate) struct Told {
    /// Whether it has come, gone, or is another.
    pub mark: What,
    /// Its title, as it is in a row of its own; not yet escaped.
    pub title: String,
    /// Its id, where it can be typed.
    pub id: String,
    /// What has changed about it.
    pub sentences: Vec<String>,
}

/// Things of one kind.
pub(crate) struct Group {
    pub heading: String,
    pub told: Vec<Told>,
    /// How many are left out.
    pub more: usize,
}

/// Findings that have come or gone.
pub(crate) struct Findings<'a> {
    pub heading: String,
    pub told: Vec<ToldFinding<'a>>,
    /// How many are left out.
    pub more: usize,
}

pub(crate) struct ToldFinding<'a> {
    pub finding: &'a Finding,
    pub sentence: String,
    /// What to ask; empty where it is over.
    pub ask: String,
}

impl<'a> Telling<'a> {
    fn most(&self) -> usize {
        if self.all { usize::MAX } else { MOST }
    }

    /// The changes of the plan, by kind.
    pub(crate) fn groups(&self) -> Vec<Group> {
        let mut groups: Vec<(Option<Kind>, Group)> = Vec::new();
        let changes = self.comparison.changes.all.chunk_by(|a, b| a.about == b.about);
        for of_thing in changes {
            let about = of_thing[0].about;
            // An option is told with the choices.
            let kind = self.kind(about).map(|kind| if kind == Kind::Option { Kind::Choice } else { kind });
            if groups.last().is_none_or(|(last, _)| *last != kind) {
                let heading = self.heading(kind);
                groups.push((kind, Group { heading, told: Vec::new(), more: 0 }));
            }
            let Some((_, group)) = groups.last_mut() else { continue };
            if group.told.len() < self.most() {
                group.told.push(self.told(about, of_thing));
            } else {
                group.more += 1;
            }
        }
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// The plan's own word for a level, else ours.
    fn heading(&self, kind: Option<Kind>) -> String {
        let level = kind.and_then(Kind::level);
        let plan = self.comparison.new.plan.as_ref();
        let label = plan.and_then(|plan| plan.labels.iter().find(|(labelled, _)| Some(*labelled) == level));
        match label {
            Some((_, word)) => shown(&shortened(&word.value, 40)).into_owned(),
            None => self.say("diff-group", &[("kind", kind.map_or("plan", Kind::name).into())]),
        }
    }

    fn told(&self, about: About, changes: &[Change]) -> Told {
        let mark = match changes[0].what {
            what @ (What::Added | What::Removed) => what,
            _ => What::Changed,
        };
        let Some((side, id)) = whose(about) else {
            let title = self.comparison.new.title().to_owned();
            return Told { mark, title, id: String::new(), sentences: self.sentences(changes) };
        };
        let title = self.wording(side).unescaped_title(id).into_owned();
        let name = if side == Side::New { self.name(side, id).to_owned() } else { String::new() };
        let mut sentences = self.sentences(changes);
        sentences.extend(self.place(mark, side, id));
        Told { mark, title, id: name, sentences }
    }

    /// Where something belongs: an option to its choice; what has come or gone, to what it leads to.
    fn place(&self, mark: What, side: Side, id: Id) -> Option<String> {
        let (plan, wording) = (self.wording(side).plan?, self.wording(side));
        let thing = plan.names.get(id);
        if thing.kind == Kind::Option {
            let choice = wording.quoted(plan.choices[thing.index as usize].id);
            return Some(self.say("diff-option-of", &[("choice", choice.into())]));
        }
        let (check, message) = match mark {
            What::Added => (&self.comparison.new, "diff-leads-to"),
            What::Removed => (&self.comparison.old, "diff-led-to"),
            _ => return None,
        };
        let supports: Vec<Id> = check.graph.as_ref()?.supports(id).collect();
        let listed = wording.listed(&supports);
        (!supports.is_empty()).then(|| self.say(message, &[("what", listed.into())]))
    }

    fn sentences(&self, changes: &[Change]) -> Vec<String> {
        let fields = changes.iter().filter(|change| change.field.is_some());
        let count = fields.clone().count();
        let mut sentences: Vec<String> =
            fields.take(self.most()).map(|change| self.sentence(change)).collect();
        if count > sentences.len() {
            sentences.push(self.more(count - sentences.len()));
        }
        sentences
    }

    pub(super) fn more(&self, count: usize) -> String {
        self.say("diff-more", &[("count", count.into())])
    }

    /// The findings that have come or gone: what is new first, in each the worst first.
    pub(crate) fn findings(&self) -> Vec<Findings<'a>> {
        let weak = &self.comparison.weak;
        let lists = [
            ("new", Side::New, &weak.new),
            ("open-again", Side::New, &weak.open_again),
            ("accepted", Side::New, &weak.accepted),
            ("gone", Side::Old, &weak.gone),
        ];
        let lists = lists.into_iter().filter(|(_, _, list)| !list.is_empty());
        lists.map(|(state, side, list)| self.findings_of(state, side, list)).collect()
    }

    fn findings_of(&self, state: &'static str, side: Side, list: &[usize]) -> Findings<'a> {
        let check = match side {
            Side::Old => &self.comparison.old,
            Side::New => &self.comparison.new,
        };
        let mut findings: Vec<&'a Finding> = list.iter().map(|&index| &check.findings[index]).collect();
        findings.sort_by_key(|finding| finding.severity);
        let more = findings.len().saturating_sub(self.most());
        findings.truncate(self.most());
        let told = findings.into_iter().map(|finding| self.finding(state, side, finding)).collect();
        Findings { heading: self.say("diff-findings", &[("state", state.into())]), told, more }
    }

    fn finding(&self, state: &str, side: Side, finding: &'a Finding) -> ToldFinding<'a> {
        let wording = self.wording(side);
        let worded = wording.of(finding);
        let sentence = worded.sentence();
        let because = because(wording, finding);
        let (sentence, ask) = match (because, state) {
            (Some(_), "gone") => (self.say("diff-was-accepted", &[("sentence", sentence.into())]), None),
            (Some(because), _) => {
                let args = [("sentence", sentence.into()), ("because", because.into())];
                (self.say("diff-accepted-too", &args), None)
            }
            (None, "gone") => (sentence, None),
            (None, _) => (sentence, Some(worded.ask())),
        };
        ToldFinding { finding, sentence, ask: ask.unwrap_or_default() }
    }

    /// How many more things fall with something, or how many fewer: one sentence each, and the id of the thing.
    pub(super) fn losses(&self) -> (Vec<(String, &'a str)>, usize) {
        let losses = &self.comparison.weak.loss;
        let told = losses.iter().take(self.most()).filter_map(|loss| {
            let id = loss.about.new?;
            let args = [
                ("change", if loss.old.is_some() { "changed" } else { "new" }.into()),
                ("item", self.wording(Side::New).quoted(id).into()),
                ("old", loss.old.unwrap_or(0).into()),
                ("new", loss.new.into()),
            ];
            Some((self.say("diff-loss", &args), self.name(Side::New, id)))
        });
        (told.collect(), losses.len().saturating_sub(self.most()))
    }

    /// What of the two plans could not be read.
    pub(super) fn not_read(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for side in [Side::Old, Side::New] {
            let (check, path) = match side {
                Side::Old => (&self.comparison.old, self.old_path()),
                Side::New => (&self.comparison.new, self.new_path()),
            };
            let count = check.findings.iter().filter(|finding| finding.slip.is_some()).count();
            let file = crate::report::rows::typed(&check.source.path);
            let args = [("path", path.into()), ("file", file.into()), ("count", count.into())];
            let note = match (side, check.plan.is_some(), check.complete()) {
                (_, true, true) => continue,
                (Side::Old, false, _) => self.say("diff-old-unread", &args),
                (Side::New, false, _) => self.say("diff-new-unread", &args),
                (Side::Old, true, false) => self.say("diff-old-incomplete", &args),
                (Side::New, true, false) => self.say("diff-new-incomplete", &args),
            };
            notes.push(note);
        }
        notes
    }

    /// How much has changed.
    pub(crate) fn counts(&self) -> String {
        let weak = &self.comparison.weak;
        let args = [
            ("changes", self.comparison.changes.all.len().into()),
            ("new", (weak.new.len() + weak.open_again.len()).into()),
            ("gone", weak.gone.len().into()),
        ];
        let are_read = self.comparison.old.plan.is_some() && self.comparison.new.plan.is_some();
        self.say(if are_read { "diff-counts" } else { "diff-counts-unread" }, &args)
    }

    /// The finding that is new and worst: its page is worth reading.
    pub(super) fn worst(&self) -> Option<&'a Finding> {
        let weak = &self.comparison.weak;
        let new = weak.new.iter().chain(&weak.open_again).map(|&index| &self.comparison.new.findings[index]);
        new.filter(|finding| finding.accepted.is_none()).min_by_key(|finding| finding.severity)
    }
}

/// Why a finding is accepted, where it is.
fn because(wording: Wording<'_>, finding: &Finding) -> Option<String> {
    let acceptance = wording.acceptance(finding)?;
    Some(shown(&shortened(&wording.because(&acceptance), 120)).into_owned())
}

/// The sign before a finding.
pub(super) fn sign(severity: Severity) -> char {
    if severity == Severity::Advice { '?' } else { '!' }
}
