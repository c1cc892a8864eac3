//! What stands beside an answer: what one should know before it, and what one can try next.

use super::premises;
use super::steps::capital_first;
use super::text::Told;
use crate::graph::Need;
use crate::plan::{Access, Id, Level};
use crate::report::rows::{Line, typed};
use crate::what_if::{Note, Thing};

/// Results for which a mend is looked for.
const MOST: usize = 10;

impl Told<'_> {
    /// What one should know before the answer.
    pub(super) fn notes(&mut self) {
        let what_if = self.what_if;
        for &note in &what_if.notes {
            let text = match note {
                Note::Done(id) => self.note("done", self.before.reasons.name(id), String::new()),
                Note::Absent(id) => self.note("absent", self.before.reasons.name(id), String::new()),
                Note::Circle(id) => self.note("circle", self.before.reasons.name(id), String::new()),
                Note::Down(id) => self.note("down", self.before.reasons.name(id), String::new()),
                Note::Unneeded(id) => self.note("unneeded", self.before.reasons.name(id), String::new()),
                Note::Clash(one, other) => {
                    self.note("clash", self.after.reasons.name(one), self.after.reasons.name(other))
                }
                Note::RuledOut(one, other) => {
                    self.note("ruled-out", self.after.reasons.name(one), self.after.reasons.name(other))
                }
            };
            self.text(0, capital_first(&text));
        }
        for finding in &what_if.findings {
            let worded = self.after.wording.of(finding);
            let text = self.say("what-if-contradiction", &[("sentence", worded.sentence().into())]);
            self.text(0, text);
        }
    }

    fn note(&self, note: &str, item: String, other: String) -> String {
        let args = [("note", note.to_owned().into()), ("item", item.into()), ("other", other.into())];
        self.say("what-if-note", &args)
    }

    /// What one can try next.
    pub(super) fn foot(&mut self) {
        let what_if = self.what_if;
        if what_if.loss_unchanged.is_some() || what_if.state.loss.is_empty() {
            return;
        }
        let Some(mend) = self.mend() else { return };
        let path = typed(&what_if.before.source.path);
        let options = premises::options(what_if);
        self.lines.push(Line::Blank);
        let text = self.say("what-if-mend", &[]);
        self.text(0, text);
        self.lines.push(Line::Written(format!("  scf what-if {path} {options} --set {mend}")));
    }

    /// A value that could mend what stops first: somebody else at a party's door, or somebody who stands in.
    fn mend(&self) -> Option<String> {
        let what_if = self.what_if;
        let plan = &what_if.after.plan;
        let failure = &what_if.state.failure;
        let people = || plan.people.iter().map(|person| person.id);
        let somebody = || people().find(|&person| failure.stands(person));
        // What was hit first on the way to each result.
        for &result in what_if.state.loss.iter().take(MOST) {
            let Thing::There(result) = result else { continue };
            let chain = failure.chain(result);
            let is_work = |id: &Id| plan.item(*id).is_some_and(|item| item.level >= Level::Activity);
            let Some(id) = chain.iter().map(|link| link.id).find(is_work) else { continue };
            let said = self.after.reasons.of(failure, id);
            let Some(first) = said.first() else { continue };
            let name = |id: Id| plan.names.name(id);
            match (first.need, first.of) {
                (Some(Need::Access), Some(party)) => {
                    let access = &plan.parties[plan.names.get(party).index as usize].access;
                    let strained = access.iter().find(|(person, access)| {
                        access.value == Access::Strained && failure.stands(person.id)
                    });
                    let person =
                        strained.map(|(person, _)| person.id).or_else(somebody).map_or("PERSON", name);
                    return Some(format!("{}.access.{person}=working", name(party)));
                }
                (Some(Need::Who), _) => {
                    return Some(format!("{}.deputy={}", name(id), somebody().map_or("PERSON", name)));
                }
                (Some(Need::Money), _) => {
                    let donors = plan.donors.iter().map(|donor| donor.id);
                    let donor = donors.into_iter().find(|&donor| failure.stands(donor));
                    return Some(format!("{}.funded_by={}", name(id), donor.map_or("DONOR", name)));
                }
                _ => {}
            }
        }
        None
    }
}
