//! The commitment package in sections, each a table, for a screen and for a page.

use super::{Entry, KINDS, Package, Question, When, is_empty};
use crate::check::Whole;
use crate::lang::{FluentValue, shown};
use crate::plan::{Id, Text};
use crate::report::layout::STRONG;
use crate::report::rows::{typed, write_next, write_paragraph};
use crate::report::sheet::{Sheet, no_mark_up};
use crate::report::wording::{Wording, shortened};
use jiff::civil::Date;
use std::fmt::Write as _;

/// Titles of what waits that are told before the rest is only counted.
const MOST_WAITING: usize = 3;
/// Longest trigger or reason that is told, in characters.
const LONGEST_TEXT: usize = 300;

struct Section {
    heading: String,
    sheet: Sheet,
}

/// The package for a screen of this width.
#[must_use]
pub fn text(package: &Package<'_>, whole: &Whole, wording: Wording<'_>, width: usize) -> String {
    let told = Told { package, wording };
    let mut out = format!("{STRONG}{}{STRONG:#}\n", shown(whole.title()));
    write_paragraph(&mut out, "", &told.say("commit-head", &[]), width);
    if is_empty(package) {
        out.push('\n');
        write_paragraph(&mut out, "", &told.say("commit-none", &[]), width);
        return out;
    }
    for section in told.sections() {
        let _ = write!(out, "\n{STRONG}{}{STRONG:#}\n{}", section.heading, section.sheet.text(width));
    }
    let open = package.entries.iter().find(|entry| matches!(entry.when, When::Now | When::Unsaid));
    let option = open.and_then(|entry| entry.choice.options.first());
    if let Some(option) = option {
        let args = [
            ("path", typed(&whole.source.path).into()),
            ("option", package.plan.names.name(option.id).into()),
        ];
        out.push('\n');
        write_next(&mut out, &told.say("commit-next", &args), width);
    }
    out
}

/// The package as a page of Markdown, for a meeting.
#[must_use]
pub fn markdown(package: &Package<'_>, whole: &Whole, wording: Wording<'_>) -> String {
    let told = Told { package, wording };
    let mut out = format!("# {}\n\n{}\n", no_mark_up(whole.title()), told.say("commit-head", &[]));
    if is_empty(package) {
        let _ = write!(out, "\n{}\n", told.say("commit-none", &[]));
    }
    for section in told.sections() {
        let _ = write!(out, "\n## {}\n\n{}", section.heading, section.sheet.markdown());
    }
    out
}

struct Told<'a> {
    package: &'a Package<'a>,
    wording: Wording<'a>,
}

impl Told<'_> {
    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> =
            When::ALL.into_iter().filter_map(|when| self.to_be_made(when)).collect();
        sections.extend(self.questions());
        sections
    }

    fn to_be_made(&self, when: When) -> Option<Section> {
        let rows: Vec<Vec<String>> = self.package.to_be_made(when).map(|entry| self.row(entry)).collect();
        let columns =
            if when == When::Decided { ["choice", "chosen", "because"] } else { ["choice", "who", "waits"] };
        let head = columns.map(|column| self.say("commit-column", &[("column", column.into())])).to_vec();
        let heading = self.say("commit-when", &[("when", when.name().into())]);
        (!rows.is_empty()).then_some(Section { heading, sheet: Sheet { head, rows } })
    }

    fn row(&self, entry: &Entry<'_>) -> Vec<String> {
        let choice = entry.choice;
        let name = self.package.plan.names.name(choice.id);
        let title = format!("{}\n({name})", self.wording.unescaped_title(choice.id));
        if let Some(chosen) = entry.chosen() {
            let because = choice.because.as_ref().map(|text| self.quoted(choice.id, text));
            let because = because.unwrap_or_else(|| self.say("why-no-because", &[]));
            return vec![title, self.wording.unescaped_title(chosen).into_owned(), because];
        }
        let options =
            choice.options.iter().map(|option| format!("- {}", self.wording.unescaped_title(option.id)));
        let what = std::iter::once(title).chain(options).collect::<Vec<_>>().join("\n");
        vec![what, self.who_and_when(entry), self.what_waits(entry)]
    }

    /// Who decides, by when or after what.
    fn who_and_when(&self, entry: &Entry<'_>) -> String {
        let choice = entry.choice;
        let who = match choice.who {
            Some(who) => self.wording.unescaped_title(who.id).into_owned(),
            None => self.say("commit-nobody", &[]),
        };
        let by = choice.decide_by.map(|day| self.by(day.value, entry.is_due));
        let trigger = choice.trigger.as_ref().map(|trigger| {
            self.say("commit-trigger", &[("trigger", self.quoted(choice.id, trigger).into())])
        });
        [Some(who), by, trigger].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    fn by(&self, day: Date, is_due: bool) -> String {
        let due = if is_due { "yes" } else { "no" };
        self.say("commit-by", &[("day", day.to_string().into()), ("due", due.into())])
    }

    fn what_waits(&self, entry: &Entry<'_>) -> String {
        if entry.waiting.is_empty() {
            return self.say("commit-nothing-waits", &[]);
        }
        let mut lines = self.titles(&entry.waiting);
        if !entry.settled_by.is_empty() {
            lines.push(self.say("commit-settled-by", &[]));
            lines.extend(self.titles(&entry.settled_by));
        }
        if entry.settled_by.is_empty() && entry.when == When::Explore {
            lines.push(self.say("commit-nothing-settles", &[]));
        }
        lines.join("\n")
    }

    fn titles(&self, ids: &[Id]) -> Vec<String> {
        let title = |id: &Id| format!("- {}", self.wording.unescaped_title(*id));
        let mut lines: Vec<String> = ids.iter().take(MOST_WAITING).map(title).collect();
        let more = ids.len().saturating_sub(MOST_WAITING);
        if more > 0 {
            lines.push(self.say("why-more", &[("count", more.into())]));
        }
        lines
    }

    /// A text that is written at a thing.
    fn quoted(&self, id: Id, text: &Text) -> String {
        if self.wording.hides(id) {
            return self.wording.unescaped_title(id).into_owned();
        }
        shortened(&text.value, LONGEST_TEXT).into_owned()
    }

    fn questions(&self) -> Option<Section> {
        let row = |name: &str, question: &Question<'_>| {
            let assumption = question.assumption;
            let id = self.package.plan.names.name(assumption.id);
            let title = format!("{}\n({id})", self.wording.unescaped_title(assumption.id));
            let who = assumption.who.map(|who| self.wording.unescaped_title(who.id).into_owned());
            let by = assumption.by.map(|day| self.by(day.value, question.is_due));
            let who = who.unwrap_or_else(|| self.say("commit-nobody", &[]));
            let what = self.say("commit-question-kind", &[("kind", name.to_owned().into())]);
            vec![what, title, [Some(who), by].into_iter().flatten().collect::<Vec<_>>().join("\n")]
        };
        let of_kind = |(kind, name)| self.package.of_kind(kind).map(move |question| row(name, question));
        let rows: Vec<Vec<String>> = KINDS.into_iter().flat_map(of_kind).collect();
        let columns = ["what", "question", "who-finds-out"];
        let head = columns.map(|column| self.say("commit-column", &[("column", column.into())])).to_vec();
        (!rows.is_empty())
            .then(|| Section { heading: self.say("commit-questions", &[]), sheet: Sheet { head, rows } })
    }
}
