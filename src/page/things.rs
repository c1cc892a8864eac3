//! Everything in the plan, one by one: what it is there for, what it stands on, what falls without it. What a browser shows
//! in a panel beside the picture stands here for those who have none.

use super::told::Told;
use super::words::{Mentions, PlanText};
use crate::findings::Subject;
use crate::graph::{Presence, SingleLoss, Stand};
use crate::plan::{Id, Kind, Level};
use crate::report::show::{level_word, state};
use crate::report::why::how_many;
use askama::Template;
use std::collections::HashMap;
use std::convert::Infallible;
use std::fmt::Write as _;

/// Things of a list that are told by name.
const MOST: usize = 12;
/// Single losses that are told by name, most first.
const MOST_LOSSES: usize = 3_000;
/// Findings about one thing.
const MOST_FINDINGS: usize = 6;

/// Everything, by what it is.
#[derive(Template)]
#[template(path = "things.html")]
pub(super) struct Things<'a> {
    told: &'a Told<'a>,
    groups: Vec<(String, Vec<Thing>)>,
    /// How many have no place here, in words; empty for none.
    without: String,
}

/// One thing, and the tasks that stand below it.
struct Thing {
    id: String,
    title: PlanText,
    kind: &'static str,
    kind_word: String,
    state: String,
    /// The worst severity of what was found about it.
    mark: Option<&'static str>,
    description: Option<PlanText>,
    because: Option<PlanText>,
    facts: Vec<(String, String)>,
    so_that: Mentions,
    stands_on: Vec<(String, Mentions)>,
    carries: Mentions,
    /// What falls without it: a heading, a sentence, the results, the other things.
    falls_heading: String,
    falls: String,
    loss: Mentions,
    others: Mentions,
    findings: Vec<String>,
    tasks: Vec<Thing>,
}

impl<'a> Things<'a> {
    pub(super) fn of(told: &'a Told<'a>) -> Self {
        let plan = told.read.plan;
        let known = Known::of(told);
        let mut below: HashMap<Id, Vec<Id>> = HashMap::new();
        for item in plan.level(Level::Task).filter(|item| told.has_place(item.id)) {
            let above = told.read.graph.supports(item.id).find(|&above| told.has_place(above));
            if let Some(above) = above {
                below.entry(above).or_default().push(item.id);
            }
        }
        let is_below = |id: Id| told.read.graph.supports(id).any(|above| told.has_place(above));
        let thing = |id: Id| {
            let tasks = below.get(&id).into_iter().flatten();
            Thing { tasks: tasks.map(|&task| known.thing(task)).collect(), ..known.thing(id) }
        };
        let of_kind = |kind: Kind| {
            let ids = plan.names.iter().filter(|(id, thing)| thing.kind == kind && told.has_place(*id));
            let ids = ids.map(|(id, _)| id).filter(|&id| kind != Kind::Task || !is_below(id));
            let things: Vec<Thing> = ids.map(thing).collect();
            let heading = match kind.level() {
                Some(level) if plan.labels.iter().any(|(labelled, _)| *labelled == level) => {
                    level_word(plan, level, told.wording.catalogue)
                }
                _ => told.word("page-things", "kind", kind.name()),
            };
            (!things.is_empty()).then_some((heading, things))
        };
        let without = told.without_place();
        Self {
            told,
            groups: KINDS.into_iter().filter_map(of_kind).collect(),
            without: if without > 0 { told.count("page-without-place", without) } else { String::new() },
        }
    }

    /// The ladder as a list in Markdown.
    pub(super) fn markdown(&self, out: &mut String) {
        for (heading, things) in &self.groups {
            let _ = write!(out, "### {}\n\n", crate::report::sheet::no_mark_up(heading));
            for thing in things {
                thing.markdown(out, "");
                thing.tasks.iter().for_each(|task| task.markdown(out, "  "));
            }
            out.push('\n');
        }
        if !self.without.is_empty() {
            let _ = write!(out, "{}\n\n", self.without);
        }
    }
}

/// In the order in which they are told.
const KINDS: [Kind; 13] = [
    Kind::Ambition,
    Kind::Goal,
    Kind::Objective,
    Kind::Activity,
    Kind::Task,
    Kind::Person,
    Kind::Organisation,
    Kind::Party,
    Kind::Constituency,
    Kind::Other,
    Kind::Donor,
    Kind::Choice,
    Kind::Assumption,
];

impl Thing {
    fn markdown(&self, out: &mut String, indent: &str) {
        let state = if self.state.is_empty() {
            String::new()
        } else {
            format!(" ({})", self.state.replace('`', "'"))
        };
        let _ = write!(out, "{indent}- {} `{}`{state}", self.title.markdown(), self.id);
        if let Some(because) = &self.because {
            let _ = write!(out, ". {}", because.markdown());
        }
        out.push('\n');
    }

    /// The word for how weak it is, as a class.
    fn mark_class(&self) -> &'static str {
        self.mark.unwrap_or("sound")
    }
}

/// Whether an item is under an option that may not be told, so that its state would name it.
fn is_under_hidden(told: &Told<'_>, item: &crate::plan::Item) -> bool {
    item.only_if().is_some_and(|option| told.hides(told.read.plan.option_id(option)))
}

/// What is gathered once for all things.
struct Known<'a> {
    told: &'a Told<'a>,
    losses: HashMap<Id, SingleLoss>,
    /// For each thing what stands on it directly.
    carries: HashMap<Id, Vec<Id>>,
    findings: HashMap<Id, Vec<usize>>,
    results: usize,
}

impl<'a> Known<'a> {
    fn of(told: &'a Told<'a>) -> Self {
        let (plan, graph) = (told.read.plan, told.read.graph);
        let mut losses = HashMap::new();
        let Ok(()) = told.losses.tell(MOST_LOSSES, &mut |count, loss| {
            if told.has_place(count.id) {
                losses.insert(count.id, loss);
            }
            Ok::<(), Infallible>(())
        });
        let mut carries: HashMap<Id, Vec<Id>> = HashMap::new();
        for item in plan.items.iter().filter(|item| told.is_told(item.id)) {
            for member in graph.stands_on(item.id).into_iter().flat_map(|stand| stand.members) {
                let owners = carries.entry(member).or_default();
                if owners.last() != Some(&item.id) {
                    owners.push(item.id);
                }
            }
        }
        let mut findings: HashMap<Id, Vec<usize>> = HashMap::new();
        for (index, finding) in told.check.findings.iter().enumerate() {
            if let (Subject::Thing(id), None) = (&finding.subject, finding.accepted) {
                findings.entry(*id).or_default().push(index);
            }
        }
        let results = graph.results().iter().filter(|&&id| graph.stands(id)).count();
        Self { told, losses, carries, findings, results }
    }

    fn thing(&self, id: Id) -> Thing {
        let told = self.told;
        let (plan, graph) = (told.read.plan, told.read.graph);
        let kind = plan.names.get(id).kind;
        let item = plan.item(id);
        let found = self.findings.get(&id).map_or(&[][..], Vec::as_slice);
        let found: Vec<_> = found.iter().map(|&index| &told.check.findings[index]).collect();
        let supports: Vec<Id> = graph.supports(id).collect();
        let stands_on = graph.stands_on(id);
        let (falls, loss, others) = self.falls(id, kind);
        // What an item supports has been told under “so that”.
        let carries = self.carries.get(&id).into_iter().flatten().copied();
        let carries: Vec<Id> = carries.filter(|owner| !supports.contains(owner)).collect();
        Thing {
            id: told.name(id),
            title: told.title(id),
            kind: kind.name(),
            kind_word: told.kind_word(id),
            state: item
                .filter(|item| !is_under_hidden(told, item))
                .map_or_else(String::new, |item| state(plan, graph, item, told.wording.catalogue)),
            mark: found.iter().map(|finding| finding.severity).min().map(crate::plan::Severity::name),
            description: plan
                .common_of(id)
                .and_then(|common| common.description.as_ref())
                .map(|text| told.text(&text.value)),
            because: item.and_then(|item| item.because.as_ref()).map(|text| told.text(&text.value)),
            facts: self.facts(id),
            so_that: told.mentions(&supports, MOST),
            stands_on: stands_on.iter().map(|stand| self.stand(stand)).collect(),
            carries: told.mentions(&carries, MOST),
            falls_heading: told.word("why-falls", "kind", kind.name()),
            falls,
            loss,
            others,
            findings: found
                .iter()
                .take(MOST_FINDINGS)
                .map(|finding| told.wording.of(finding).sentence())
                .collect(),
            tasks: Vec::new(),
        }
    }

    /// Days, hours and money of a thing.
    fn facts(&self, id: Id) -> Vec<(String, String)> {
        let told = self.told;
        let plan = told.read.plan;
        let mut facts = Vec::new();
        let mut fact = |name: &'static str, value: Option<String>| {
            facts.extend(value.map(|value| (told.word("page-fact", "fact", name), value)));
        };
        let money = |money: crate::plan::Money| {
            let currency =
                plan.currency.as_ref().map(|currency| told.text(&currency.value).text().to_owned());
            currency.map_or_else(|| money.to_string(), |currency| format!("{money} {currency}"))
        };
        if let Some(item) = plan.item(id) {
            fact("start", item.start.map(|day| day.value.to_string()));
            fact("end", item.end.map(|day| day.value.to_string()));
            let work = item.work.as_deref();
            fact(
                "hours",
                work.and_then(|work| work.hours).map(|hours| crate::report::hours::told(hours.value)),
            );
            fact("cost", work.and_then(|work| work.cost).map(|cost| money(cost.value)));
        }
        let index = plan.names.get(id).index as usize;
        match plan.names.get(id).kind {
            Kind::Person => {
                let hours = plan.people[index].hours_per_week;
                fact("hours-per-week", hours.map(|hours| crate::report::hours::told(hours.value)));
            }
            Kind::Donor => {
                let donor = &plan.donors[index];
                fact("amount", donor.amount.map(|amount| money(amount.value)));
                fact("start", donor.start.map(|day| day.value.to_string()));
                fact("end", donor.end.map(|day| day.value.to_string()));
            }
            Kind::Choice => {
                fact("decide-by", plan.choices[index].decide_by.map(|day| day.value.to_string()));
            }
            _ => {}
        }
        facts
    }

    /// A group of what it stands on: how many are needed, and which there are.
    fn stand(&self, stand: &Stand) -> (String, Mentions) {
        let told = self.told;
        let count = stand.members.len();
        let how_many = how_many(stand);
        let args = [
            ("need", stand.need.name().into()),
            ("party", stand.of.map_or_else(String::new, |party| told.title(party).text().to_owned()).into()),
            ("how-many", how_many.into()),
            ("at-least", stand.at_least.unwrap_or(0).into()),
            ("count", count.into()),
            ("percent", told.read.plan.settings.money_enough_percent.into()),
        ];
        (told.with("why-group", &args), told.mentions(&stand.members, MOST))
    }

    /// What falls without a thing: in words, the results by name, the others by name.
    fn falls(&self, id: Id, kind: Kind) -> (String, Mentions, Mentions) {
        let told = self.told;
        let (plan, graph) = (told.read.plan, told.read.graph);
        let none = |words: String| (words, Mentions::default(), Mentions::default());
        if matches!(kind, Kind::Constituency | Kind::Other) {
            return none(String::new());
        }
        match graph.presence(id) {
            Presence::Absent => return none(told.say("why-falls-absent")),
            Presence::Done => return none(told.say("why-falls-done")),
            Presence::Open => {}
        }
        if !graph.stands(id) {
            return none(told.say("why-down"));
        }
        if !graph.can_fail(id) {
            return none(told.say("why-in-circle"));
        }
        let results_or_above = plan.item(id).is_some_and(|item| item.level < Level::Activity);
        if results_or_above && kind == Kind::Ambition {
            return none(String::new());
        }
        let Some(single) = self.losses.get(&id) else {
            if results_or_above {
                let fall = graph.falls(plan, &[id]);
                return self.told_falls(id, &fall.loss, fall.loss.len(), &fall.falls, fall.falls.len());
            }
            return none(told.word("why-falls-nothing", "kind", kind.name()));
        };
        let counts = (single.loss.count as usize, single.falls.count as usize);
        self.told_falls(id, &single.loss.ids, counts.0, &single.falls.ids, counts.1)
    }

    fn told_falls(
        &self,
        id: Id,
        loss: &[Id],
        losses: usize,
        falls: &[Id],
        all: usize,
    ) -> (String, Mentions, Mentions) {
        let told = self.told;
        let (plan, graph) = (told.read.plan, told.read.graph);
        if all == 0 {
            let kind = plan.names.get(id).kind.name();
            return (told.word("why-falls-nothing", "kind", kind), Mentions::default(), Mentions::default());
        }
        let words = if losses == 0 {
            let is_result = if graph.results().contains(&id) { "yes" } else { "no" };
            told.word("why-falls-no-result", "is-result", is_result)
        } else {
            told.with("why-falls-results", &[("loss", losses.into()), ("results", self.results.into())])
        };
        let mut others: Vec<Id> = falls.iter().copied().filter(|id| !loss.contains(id)).collect();
        others.sort_by_key(|&id| plan.item(id).map_or(Level::Task, |item| item.level));
        let others = Mentions::of(told, &others, all.saturating_sub(losses), MOST);
        (words, Mentions::of(told, loss, losses, MOST), others)
    }
}

impl Things<'_> {
    /// What stands above the things that fall beside the results.
    fn others_heading(&self, thing: &Thing) -> String {
        self.told.with("why-falls-others", &[("loss", thing.loss.told.len().into())])
    }
}
