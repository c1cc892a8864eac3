//! What stands beside an answer: what one should know before it, and what one can try next.

use super::premises;
use super::steps::capital_first;
use super::text::Told;
use crate::report::rows::{Line, typed};
use crate::what_if::{Note, Thing};

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

    /// What one can try next, and what it brings back.
    pub(super) fn foot(&mut self) {
        let what_if = self.what_if;
        if what_if.loss_unchanged.is_some() || what_if.state.loss.is_empty() {
            return;
        }
        let Some(mend) = what_if.mend() else { return };
        let Some((Thing::There(first), others)) = mend.stands.split_first() else { return };
        let path = typed(&what_if.before.source.path);
        let options = premises::options(what_if);
        let args = [("item", self.after.reasons.name(*first).into()), ("more", others.len().into())];
        let text = self.say("what-if-mend", &args);
        self.lines.push(Line::Blank);
        self.text(0, text);
        let set: Vec<String> = mend.changes.iter().map(|change| format!("--set {}", change.words)).collect();
        self.lines.push(Line::Written(format!("  scf what-if {path} {options} {}", set.join(" "))));
    }
}
