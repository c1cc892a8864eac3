//! What a plan says about itself: its own fields, the set-up, factors, what is accepted, settings.

use super::Reader;
use super::faults::Field;
use super::ids::id_like;
use super::keys::{Key, Place};
use super::references::KindSet;
use super::suggest::{Near, nearest_of};
use super::values::BadValue;
use super::words::Form;
use crate::plan::{Accepted, Factor, FindingName, Level, SetUp, Severity, Text};
use crate::source::{Located, Node, Shape, Slip, Span};

impl<'t> Reader<'t> {
    /// The fields of the plan itself.
    pub(super) fn read_plan(&mut self, root: Node<'t>) {
        for ((key_node, value), index) in root.entries().zip(0..) {
            let written = self.written[index];
            let Some(key) = written.key().filter(|_| !value.is_unwritten()) else { continue };
            let field = Field::of(None).key(key);
            match key {
                Key::Scf => _ = self.value(field, value, version),
                Key::Title => {
                    self.plan.at = key_node.span();
                    self.plan.title = self.text(field, value);
                }
                Key::Summary => self.plan.summary = self.text(field, value),
                Key::Language => self.plan.language = self.language(field, value),
                Key::Stage => self.plan.stage_written = self.word(field, value),
                Key::Start => self.plan.start = self.date(field, value),
                Key::End => self.plan.end = self.date(field, value),
                Key::Currency => self.plan.currency = self.text(field, value),
                Key::Reviewed => self.plan.reviewed = self.date(field, value),
                Key::Labels => self.labels(field, value),
                Key::SetUp => self.set_up(field, value, key_node.span()),
                Key::Factors => self.factors(field, value),
                Key::Accepted => self.accepted(field, value),
                Key::Settings => self.settings(field, value),
                // The sections are read thing by thing.
                _ => {}
            }
        }
    }

    /// A language tag of BCP 47.
    fn language(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Text> {
        let tag = self.value(field, node, language)?;
        Some(Located { value: tag.value.into(), at: tag.at })
    }

    /// This donor's words for the levels.
    fn labels(&mut self, field: Field<'_>, node: Node<'t>) {
        let sections = Level::ALL.map(Level::section);
        for (key, name, value) in self.named(field, node) {
            let level = Level::ALL.into_iter().find(|level| level.section() == name);
            match level {
                Some(level) => {
                    let label = self.text(field.part(name), value);
                    self.plan.labels.extend(label.map(|label| (level, label)));
                }
                None => self.not_one_of(field, key, name, &sections),
            }
        }
    }

    /// A key that should be one of a few names.
    fn not_one_of(&mut self, field: Field<'_>, key: Node<'t>, name: &str, names: &[&str]) {
        let like = id_like(name).replace('-', "_");
        let near = nearest_of(&like, names.iter().copied());
        let same = names.iter().copied().find(|known| known.replace('-', "_") == like);
        let part = field.part(name);
        match same.map(|meant| Near { meant, alone: true }).or(near) {
            Some(Near { meant, alone }) => {
                let args = [("key", name), ("meant", meant), ("alone", "yes")];
                self.fault(Slip::MisspeltKey, key.span(), part, &args[..2 + usize::from(alone)]);
            }
            None => self.fault(Slip::UnknownField, key.span(), part, &[("key", name)]),
        }
    }

    fn set_up(&mut self, field: Field<'_>, node: Node<'t>, at: Span) {
        if node.shape() != Shape::Mapping {
            self.shape_fault(Slip::WantsMapping, node, field);
            return;
        }
        let mut set_up = SetUp { registered: None, host: None, decision_rule: None, at };
        for (key, value) in self.mapping(field, Place::SetUp, node, false) {
            let inner = field.key(key);
            match key {
                Key::Form => {
                    let form = self.word::<Form>(inner, value);
                    set_up.registered = form
                        .map(|form| Located { value: matches!(form.value, Form::Registered), at: form.at });
                }
                Key::Host => set_up.host = self.text(inner, value),
                _ => set_up.decision_rule = self.text(inner, value),
            }
        }
        self.plan.set_up = Some(set_up);
    }

    /// The team's own assessment, 1 to 5.
    fn factors(&mut self, field: Field<'_>, node: Node<'t>) {
        let names = Factor::ALL.map(Factor::name);
        for (key, name, value) in self.named(field, node) {
            match Factor::ALL.into_iter().find(|factor| factor.name() == name) {
                Some(factor) => {
                    let grade = self.value(field.part(name), value, |text| match text {
                        "1" | "2" | "3" | "4" | "5" => Ok(text.as_bytes()[0] - b'0'),
                        _ => Err(BadValue { slip: Slip::BadFactor, meant: None }),
                    });
                    self.plan.factors.extend(grade.map(|grade| (factor, grade)));
                }
                None => self.not_one_of(field, key, name, &names),
            }
        }
    }

    /// Findings that somebody accepted, each with its reason.
    fn accepted(&mut self, field: Field<'_>, node: Node<'t>) {
        for (number, entry) in self.mappings(field, node) {
            let number = number.to_string();
            let field = field.part(&number);
            let accepted = self.acceptance(field, entry);
            self.plan.accepted.extend(accepted);
        }
    }

    /// One of them. It is only taken where it says what it is about and why: an acceptance that lost its item would
    /// accept something else.
    fn acceptance(&mut self, field: Field<'_>, entry: Node<'t>) -> Option<Accepted> {
        let (fields, mut lost) = self.mapping_and_lost(field, Place::Acceptance, entry, false);
        let (mut finding, mut item, mut because, mut by, mut until) = (None, None, None, None, None);
        for (key, value) in fields {
            let inner = field.key(key);
            match key {
                Key::Finding => finding = self.accepted_finding(inner, value),
                Key::Item => item = self.reference(inner, value, KindSet::ANY),
                Key::Because => because = self.text(inner, value),
                Key::By => by = self.text(inner, value),
                _ => until = self.date(inner, value),
            }
            let is_taken = match key {
                Key::Finding => finding.is_some(),
                Key::Item => item.is_some(),
                Key::Because => because.is_some(),
                _ => true,
            };
            if !is_taken && !value.text().is_some_and(|text| text.trim().is_empty()) {
                lost.push(key);
            }
        }
        let required = [
            (Key::Finding, finding.is_some(), Slip::NoAcceptFinding),
            (Key::Because, because.is_some(), Slip::NoAcceptReason),
        ];
        for (key, is_there, slip) in required {
            if !is_there && !lost.contains(&key) {
                self.fault(slip, entry.span(), field.key(key), &[]);
            }
        }
        let item = item.map(|item| Located { value: item.id, at: item.at });
        let entry = Accepted { finding: finding?, item, because: because?, by, until, at: entry.span() };
        (!lost.contains(&Key::Item)).then_some(entry)
    }

    /// The name of a finding that can be accepted.
    fn accepted_finding(&mut self, field: Field<'_>, node: Node<'t>) -> Option<Located<FindingName>> {
        let text = self.scalar(field, node)?;
        let finding = self.accepted_name(field, text, node.span())?;
        Some(Located { value: finding, at: node.span() })
    }

    /// The finding of this name.
    pub(super) fn finding(&mut self, field: Field<'_>, text: &str, at: Span) -> Option<FindingName> {
        if let Some(finding) = FindingName::find(text) {
            return Some(finding);
        }
        let like = id_like(text).replace('_', "-");
        let same = FindingName::find(&like).map(FindingName::name);
        let names = FindingName::ALL.iter().map(|finding| finding.name());
        let near = same.map(|meant| Near { meant, alone: true }).or_else(|| nearest_of(&like, names));
        if let Some(Near { meant, alone }) = near {
            let args = [("meant", meant), ("alone", "yes")];
            self.value_fault(Slip::BadFinding, at, field, text, &args[..=usize::from(alone)]);
        } else if !self.typing_slip(field, text, at) {
            self.value_fault(Slip::BadFinding, at, field, text, &[]);
        }
        None
    }

    fn settings(&mut self, field: Field<'_>, node: Node<'t>) {
        if node.shape() != Shape::Mapping {
            self.shape_fault(Slip::WantsMapping, node, field);
            return;
        }
        for (key, value) in self.mapping(field, Place::Settings, node, false) {
            let inner = field.key(key);
            if key == Key::Severity {
                self.severities(field, value);
            } else if let Some(number) = self.whole(inner, value)
                && let Some(threshold) = self.plan.settings.threshold(key.name())
            {
                *threshold = number.value;
                self.plan.settings.written.push((key.name(), number.at));
            }
        }
    }

    /// Findings and how much each weighs in this plan.
    fn severities(&mut self, field: Field<'_>, node: Node<'t>) {
        let field = field.part(Key::Severity.name());
        for (key, name, value) in self.named(field, node) {
            let part = field.part_with(name);
            let field = field.part(&part);
            let Some(finding) = self.finding(field, name, key.span()) else { continue };
            let Some(severity) = self.word::<Option<Severity>>(field, value) else { continue };
            if finding.is_of_text() && severity.value != Some(Severity::Error) {
                self.value_fault(Slip::CannotAccept, key.span(), field, name, &[]);
            } else {
                self.plan.settings.severity.push((finding, severity.value));
                self.plan.settings.written.push((finding.name(), key.span()));
            }
        }
    }
}

/// The version of the format: there is one.
fn version(text: &str) -> Result<(), BadValue> {
    if text == "1" { Ok(()) } else { Err(BadValue { slip: Slip::BadVersion, meant: None }) }
}

/// A language tag of BCP 47: a language of two or three letters, then what narrows it.
fn language(text: &str) -> Result<String, BadValue> {
    let bad = |meant| Err(BadValue { slip: Slip::BadLanguage, meant });
    if text.contains('_') {
        return bad(language(&text.replace('_', "-")).ok());
    }
    let first = text.split('-').next().unwrap_or_default();
    let is_language = matches!(first.len(), 2 | 3) && first.bytes().all(|b| b.is_ascii_alphabetic());
    // What follows a single letter or digit is an extension, which takes any parts.
    let known = text.split('-').take_while(|part| part.len() != 1).collect::<Vec<_>>().join("-");
    let extension: Vec<&str> = text[known.len()..].split('-').skip(1).collect();
    let is_part =
        |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    let is_rest = known.split('-').chain(extension.iter().copied()).all(|part| is_part(&part))
        && extension.last().is_none_or(|last| last.len() > 1);
    if is_language && is_rest && known.parse::<unic_langid::LanguageIdentifier>().is_ok() {
        Ok(text.to_owned())
    } else {
        bad(None)
    }
}
