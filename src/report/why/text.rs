//! Why, in words: so that … because …

use super::Why;
use crate::check::Check;
use crate::findings::{Finding, Subject};
use crate::graph::{Presence, Stand};
use crate::lang::{FluentValue, shown};
use crate::plan::{Access, Degree, Holds, Id, Kind, Level, Part, Said, Use};
use crate::report::layout::{FAINT, STRONG};
use crate::report::rows::{Line, Row, clipped, typed, write_lines};
use crate::report::show::{level_word, state};
use crate::report::wording::Wording;
use unicode_width::UnicodeWidthStr as _;

/// Rows of a list that are told before the rest is only counted.
const MOST: usize = 10;
/// The same where it is told in brief.
const MOST_IN_BRIEF: usize = 5;

/// All that is told about one thing, for a screen of this width.
#[must_use]
pub fn text(why: &Why<'_>, check: &Check, wording: Wording<'_>, width: usize) -> String {
    let mut told = Told { why, wording, width, most: MOST, lines: Vec::new() };
    told.head();
    if why.kind().level().is_some() {
        told.lines_of_sight();
        told.stands_on();
        told.falls();
        told.uses();
    } else {
        // Of a person or a donor one asks first what falls without them; the lines of their work may be many.
        told.uses();
        told.falls();
        told.stands_on();
        told.lines_of_sight();
    }
    told.foot(check);
    let mut out = String::new();
    write_lines(&mut out, &told.lines, width);
    out
}

/// What is told about one thing beside it, as an editor does: what it is for, what it stands on, what falls with it.
#[must_use]
pub fn brief(why: &Why<'_>, wording: Wording<'_>, width: usize) -> String {
    let mut told = Told { why, wording, width, most: MOST_IN_BRIEF, lines: Vec::new() };
    told.head();
    if why.kind().level().is_some() {
        told.lines_of_sight();
        told.stands_on();
        told.falls();
    } else {
        told.falls();
        told.stands_on();
        told.lines_of_sight();
    }
    let mut out = String::new();
    write_lines(&mut out, &told.lines, width);
    out
}

pub(super) struct Told<'a> {
    pub(super) why: &'a Why<'a>,
    pub(super) wording: Wording<'a>,
    width: usize,
    /// Rows of a list that are told before the rest is only counted.
    most: usize,
    pub(super) lines: Vec<Line<'a>>,
}

impl<'a> Told<'a> {
    pub(super) fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    pub(super) fn kind_argument(&self) -> (&'static str, FluentValue<'static>) {
        ("kind", self.why.kind().name().into())
    }

    pub(super) fn text(&mut self, indent: usize, text: String) {
        self.lines.push(Line::Text { first: " ".repeat(indent), text });
    }

    /// The heading of a section, with a blank line before it.
    pub(super) fn heading(&mut self, message: &str) {
        let kind = self.kind_argument();
        let text = self.say(message, &[kind]);
        self.lines.push(Line::Blank);
        self.lines.push(Line::Heading(text));
    }

    pub(super) fn title(&self, id: Id) -> String {
        clipped(&self.wording.unescaped_title(id))
    }

    fn kind_word(&self) -> String {
        match self.why.kind().level() {
            Some(level) => level_word(self.why.plan, level, self.wording.catalogue),
            None => self.say("kind", &[self.kind_argument()]),
        }
    }

    fn head(&mut self) {
        let (plan, id) = (self.why.plan, self.why.id);
        let title = self.title(id);
        let behind = format!("{} · {}", self.kind_word(), plan.names.name(id));
        let gap = self.width.saturating_sub(title.width() + behind.width());
        if gap >= 2 {
            let title = shown(&title).into_owned();
            self.lines
                .push(Line::Written(format!("{STRONG}{title}{STRONG:#}{:gap$}{FAINT}{behind}{FAINT:#}", "")));
        } else {
            self.lines.push(Line::Heading(title));
            self.lines.push(Line::Written(format!("{FAINT}{behind}{FAINT:#}")));
        }
        let state = self.state_of(id);
        if !state.is_empty() {
            self.text(0, format!("({state})"));
        }
    }

    /// What is to be said of a thing beside its title.
    pub(super) fn state_of(&self, id: Id) -> String {
        let (plan, graph) = (self.why.plan, self.why.graph);
        let thing = plan.names.get(id);
        match thing.kind {
            Kind::Assumption => {
                let holds = plan.assumptions[thing.index as usize].holds.map(|holds| holds.value);
                let holds = match holds.unwrap_or_default() {
                    Holds::Yes => "yes",
                    Holds::No => "no",
                    Holds::Unknown => "unknown",
                };
                self.say("state-assumption", &[("holds", holds.into())])
            }
            _ => plan
                .item(id)
                .map_or_else(String::new, |item| state(plan, graph, item, self.wording.catalogue)),
        }
    }

    fn row(&self, id: Id, state: String) -> Line<'a> {
        let plan = self.why.plan;
        let stem = " ".repeat(4);
        let (title, id) = (self.wording.unescaped_title(id), plan.names.name(id));
        Line::Row(Row { stem: stem.clone(), stem_after: stem, title, state, id, ..Row::default() })
    }

    /// A list of things, of which the first are told and the rest is counted.
    fn list(&mut self, things: impl ExactSizeIterator<Item = (Id, String)>) {
        let more = things.len().saturating_sub(self.most);
        // One more line tells the last one as well as it tells that there is one more.
        let told = if more == 1 { self.most + 1 } else { self.most };
        for (id, said) in things.take(told) {
            let state = self.state_of(id);
            let states = match (state.is_empty(), state.contains(&said)) {
                (true, _) => said,
                (_, true) => state,
                (_, false) => format!("{state}; {said}"),
            };
            self.lines.push(self.row(id, states));
        }
        if more > 1 {
            let text = self.say("why-more", &[("count", more.into())]);
            self.text(4, text);
        }
    }

    fn stands_on(&mut self) {
        let why = self.why;
        let is_result = matches!(why.kind(), Kind::Ambition | Kind::Goal | Kind::Objective);
        let presence = why.graph.presence(why.id);
        let is_open = presence == Presence::Open;
        let is_bare = is_open && is_result && why.graph.present_supporters(why.id).next().is_none();
        if (why.stands_on.is_empty() && why.done.is_empty() && !is_bare) || presence == Presence::Absent {
            return;
        }
        self.heading("why-stands-on");
        if is_bare {
            let text = self.say("why-bare", &[]);
            self.text(2, text);
        }
        for stand in &why.stands_on {
            let text = self.group(stand);
            self.text(2, text);
            self.list(stand.members.iter().map(|&id| (id, String::new())));
        }
        if !why.done.is_empty() {
            let text = self.say("why-done", &[]);
            self.text(2, text);
            self.list(why.done.iter().map(|&id| (id, String::new())));
        }
    }

    /// What a group is for and how many of it are needed.
    fn group(&self, stand: &Stand) -> String {
        let need = stand.need.name();
        let party = stand.of.map_or_else(String::new, |party| self.title(party));
        let percent = self.why.plan.settings.money_enough_percent;
        let count = stand.members.len();
        let how_many = how_many(stand);
        self.say(
            "why-group",
            &[
                ("need", need.into()),
                ("party", party.into()),
                ("how-many", how_many.into()),
                ("at-least", stand.at_least.unwrap_or(0).into()),
                ("count", count.into()),
                ("percent", percent.into()),
            ],
        )
    }

    fn falls(&mut self) {
        let why = self.why;
        let Some(fall) = &why.fall else { return };
        let kind = self.kind_argument();
        match why.graph.presence(why.id) {
            Presence::Absent => {
                self.heading("why-falls");
                let text = self.say("why-falls-absent", &[]);
                self.text(2, text);
                return;
            }
            Presence::Done => {
                self.heading("why-falls");
                let text = self.say("why-falls-done", &[]);
                self.text(2, text);
                return;
            }
            Presence::Open => {}
        }
        self.heading("why-falls");
        let is_in_circle = why.graph.cycles().iter().any(|circle| circle.set.contains(&why.id));
        if is_in_circle || !why.graph.stands(why.id) {
            let text = self.say(if is_in_circle { "why-in-circle" } else { "why-down" }, &[]);
            self.text(2, text);
            return;
        }
        if fall.falls.is_empty() {
            let text = self.say("why-falls-nothing", &[kind]);
            self.text(2, text);
            return;
        }
        if fall.loss.is_empty() {
            let is_result = if why.graph.results().contains(&why.id) { "yes" } else { "no" };
            let text = self.say("why-falls-no-result", &[("is-result", is_result.into())]);
            self.text(2, text);
        } else {
            let results = why.graph.results().iter().filter(|&&id| why.graph.stands(id)).count();
            let args = [("loss", fall.loss.len().into()), ("results", results.into())];
            let text = self.say("why-falls-results", &args);
            self.text(2, text);
            self.list(fall.loss.iter().map(|&id| (id, String::new())));
        }
        let is_loss: std::collections::HashSet<Id> = fall.loss.iter().copied().collect();
        let mut others: Vec<Id> = fall.falls.iter().copied().filter(|id| !is_loss.contains(id)).collect();
        others.sort_by_key(|&id| why.plan.item(id).map_or(Level::Task, |item| item.level));
        if !others.is_empty() {
            let text = self.say("why-falls-others", &[("loss", fall.loss.len().into())]);
            self.text(2, text);
            self.list(others.into_iter().map(|id| (id, String::new())));
        }
    }

    fn uses(&mut self) {
        let why = self.why;
        let uses: &[Use] = &why.uses;
        if uses.is_empty() {
            if why.kind().level().is_none() {
                self.heading("why-uses");
                let kind = self.kind_argument();
                let text = self.say("why-uses-none", &[kind]);
                self.text(2, text);
            }
            return;
        }
        self.heading("why-uses");
        if why.kind() == Kind::Constituency && !uses.iter().any(|found| found.part == Part::Contact) {
            let text = self.say("why-nobody-with", &[]);
            self.text(2, text);
        }
        for group in uses.chunk_by(|a, b| a.part == b.part) {
            let kind = self.kind_argument();
            let text = self.say("why-use", &[("part", group[0].part.name().into()), kind]);
            self.text(2, text);
            let things: Vec<(Id, String)> =
                group.iter().map(|found| (found.id, self.said(found.said))).collect();
            self.list(things.into_iter());
        }
    }

    fn said(&self, said: Said) -> String {
        let word = |message: &str, word: &'static str| self.say(message, &[("word", word.into())]);
        match said {
            Said::Nothing => String::new(),
            Said::Access(access) => word(
                "why-said-access",
                match access {
                    Access::Trusted => "trusted",
                    Access::Working => "working",
                    Access::Strained => "strained",
                },
            ),
            Said::Degree(degree) => word(
                "why-said-degree",
                match degree {
                    Degree::Inform => "inform",
                    Degree::Consult => "consult",
                    Degree::TakePart => "take-part",
                    Degree::Decide => "decide",
                    Degree::Contact => "contact",
                },
            ),
            Said::Money(money) => {
                let currency = self.why.plan.currency.as_ref().map(|currency| clipped(&currency.value));
                let money = money.to_string();
                currency.map_or(money.clone(), |currency| format!("{money} {currency}"))
            }
            Said::Days(days) => self.say("why-said-days", &[("days", days.into())]),
            Said::Option(option) => self.why.plan.names.name(option).to_owned(),
            Said::Chosen => self.say("state-chosen", &[]),
        }
    }

    /// What is weak here, and what one can ask next.
    fn foot(&mut self, check: &Check) {
        let why = self.why;
        let is_here =
            |finding: &&Finding| finding.accepted.is_none() && finding.subject == Subject::Thing(why.id);
        let mut found: Vec<&str> =
            check.findings.iter().filter(is_here).map(|finding| finding.name.name()).collect();
        found.dedup();
        let has_below = why.graph.supporters(why.id).next().is_some() && why.kind() != Kind::Ambition;
        if has_below || !found.is_empty() {
            self.lines.push(Line::Blank);
        }
        let told = check.findings.iter().filter(is_here).filter(|finding| finding.slip.is_none());
        for finding in told {
            let sentence = self.wording.of(finding).sentence();
            self.text(0, sentence);
        }
        if let Some(name) = found.first() {
            let args = [("names", found.join(", ").into()), ("name", (*name).into())];
            let text = self.say("why-found", &args);
            self.lines.push(Line::Written(text));
        }
        if has_below {
            let path = typed(&check.source.path);
            let args = [("path", path.into()), ("id", why.plan.names.name(why.id).into())];
            let text = self.say("why-next-show", &args);
            self.lines.push(Line::Written(text));
        }
    }
}

/// How many members of a group are needed, as the message `why-group` names it.
pub(crate) fn how_many(stand: &Stand) -> &'static str {
    let count = stand.members.len();
    match stand.at_least {
        _ if count == 1 => "one",
        None => "amounts",
        Some(at_least) if stand.all && at_least < count => "options",
        _ if stand.all => "all",
        Some(1) => "any",
        Some(_) => "some",
    }
}
