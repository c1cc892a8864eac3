//! Writes a plan of the model as a file of format 1.
//!
//! Sections in any order, as mappings or as lists (with `id`, or left to the made id), a title alone or a whole
//! mapping, one value or a list. What is nested in the model is nested in the text.

use std::collections::{BTreeMap, BTreeSet};

use crate::extra::{Day, DonorFacts, PartyFacts, Reports, Thresholds};
use crate::model::{Assumption, Choice, FundedBy, Item, Level, Needs, Party, Person, Plan, Settings};
use crate::yaml::{Dice, Node, Scalar, document, id, text, word};

pub struct Written {
    pub text: String,
    /// The plan as a reader of the text must see it: its order, and the ids that the reader makes.
    pub plan: Plan,
    /// The ids that are written as the key of a mapping.
    pub keys: BTreeSet<String>,
}

pub fn write(plan: &Plan, dice: &mut Dice) -> Written {
    let mut writer = Writer {
        plan,
        dice,
        order: Vec::new(),
        keys: BTreeSet::from([plan.ambition.id.clone()]),
        names: BTreeMap::new(),
        counted: BTreeMap::new(),
    };
    let entries = writer.top();
    let Writer { order, keys, names, .. } = writer;
    let text = document(&entries, &names, dice);

    let mut plan = plan.clone();
    let place = |id: &str| order.iter().position(|other| other == id);
    plan.items.sort_by_key(|item| place(&item.id));
    plan.people.sort_by_key(|person| place(&person.id));
    plan.organisations.sort_by_key(|organisation| place(organisation));
    plan.parties.sort_by_key(|party| place(&party.id));
    plan.others.sort_by_key(|other| place(&other.id));
    plan.constituencies.sort_by_key(|constituency| place(constituency));
    plan.donors.sort_by_key(|donor| place(donor));
    plan.assumptions.sort_by_key(|assumption| place(&assumption.id));
    plan.choices.sort_by_key(|choice| place(&choice.id));
    plan.for_each_id(|id| {
        if let Some(name) = names.get(id) {
            id.clone_from(name);
        }
    });
    Written { text, plan, keys }
}

type Field = (Scalar, Node);

/// What stands in a mapping: a field, or a section of items whose inside is only laid out when its place is known.
enum Part {
    Field(Field),
    Items(Level, Vec<String>),
    Ambition,
    Section(Section),
}

#[derive(Clone, Copy)]
enum Section {
    People,
    Organisations,
    Parties,
    Others,
    Constituencies,
    Donors,
    Assumptions,
    Choices,
}

struct Writer<'a> {
    plan: &'a Plan,
    dice: &'a mut Dice,
    /// Every id of a section, in the order of the text.
    order: Vec<String>,
    keys: BTreeSet<String>,
    /// The made ids.
    names: BTreeMap<String, String>,
    /// How many of each kind stand in the text so far.
    counted: BTreeMap<&'static str, usize>,
}

impl Writer<'_> {
    fn top(&mut self) -> Vec<Field> {
        let mut parts = vec![Part::Ambition];
        if self.dice.once_in(2) {
            parts.push(field("title", text("A plan: one of many")));
        }
        if self.dice.once_in(4) {
            parts.push(field("scf", Scalar::Number(1)));
            parts.push(field("language", word("en")));
        }
        let window = [("start", self.plan.extra.start), ("end", self.plan.extra.end)];
        parts.extend(days(&window).into_iter().map(Part::Field));
        if let Some(stage) = self.plan.stage {
            parts.push(field("stage", word(stage.word())));
        }
        if let Some(settings) = settings(&self.plan.settings, &self.plan.extra.thresholds) {
            parts.push(Part::Field((word("settings"), settings)));
        }
        parts.extend(self.item_sections(None));
        let plan = self.plan;
        for (section, is_empty) in [
            (Section::People, plan.people.is_empty()),
            (Section::Organisations, plan.organisations.is_empty()),
            (Section::Parties, plan.parties.is_empty()),
            (Section::Others, plan.others.is_empty()),
            (Section::Constituencies, plan.constituencies.is_empty()),
            (Section::Donors, plan.donors.is_empty()),
            (Section::Assumptions, plan.assumptions.is_empty()),
            (Section::Choices, plan.choices.is_empty()),
        ] {
            if !is_empty {
                parts.push(Part::Section(section));
            }
        }
        self.lay_out(parts)
    }

    /// The sections of the items nested in `holder`, or of those that stand in none.
    fn item_sections(&self, holder: Option<&str>) -> Vec<Part> {
        let sections = Level::SECTIONS.into_iter().map(|level| {
            let inside = self.plan.of_level(level).filter(|item| item.nested_in.as_deref() == holder);
            (level, inside.map(|item| item.id.clone()).collect::<Vec<_>>())
        });
        sections.filter(|(_, ids)| !ids.is_empty()).map(|(level, ids)| Part::Items(level, ids)).collect()
    }

    fn lay_out(&mut self, mut parts: Vec<Part>) -> Vec<Field> {
        self.dice.shuffle(&mut parts);
        parts.into_iter().map(|part| self.part(part)).collect()
    }

    fn part(&mut self, part: Part) -> Field {
        let plan = self.plan;
        match part {
            Part::Field(field) => field,
            Part::Ambition => {
                let parts = self.item_parts(&plan.ambition);
                (word("ambition"), self.title_or_mapping(&plan.ambition.title, parts))
            }
            Part::Items(level, mut ids) => {
                self.dice.shuffle(&mut ids);
                let section = self.section(level.word(), &ids, |writer, id| {
                    let item = writer.plan.item(id).expect("an item of the plan");
                    (item.title.clone(), writer.item_parts(item))
                });
                (word(level.section()), section)
            }
            Part::Section(section) => self.other_section(section),
        }
    }

    fn other_section(&mut self, section: Section) -> Field {
        let plan = self.plan;
        match section {
            Section::People => {
                let ids: Vec<_> = plan.people.iter().map(|person| person.id.clone()).collect();
                let section = self.section("person", &ids, |writer, id| {
                    let person = writer.plan.person(id).expect("a person of the plan");
                    (format!("Person {id}"), writer.person_parts(person))
                });
                (word("people"), section)
            }
            Section::Parties => {
                let ids: Vec<_> = plan.parties.iter().map(|party| party.id.clone()).collect();
                let section = self.section("party", &ids, |writer, id| {
                    let party = writer.plan.party(id).expect("a party of the plan");
                    (format!("Party {id}"), party_parts(party, &writer.plan.extra.party(id)))
                });
                (word("parties"), section)
            }
            Section::Others => {
                let ids: Vec<_> = plan.others.iter().map(|other| other.id.clone()).collect();
                let section = self.section("other", &ids, |writer, id| {
                    let with = plan.others.iter().find(|other| other.id == id).map(|other| &other.with);
                    let mut fields = Vec::new();
                    writer.push_ids(&mut fields, "with", with.map_or(&[], Vec::as_slice));
                    (format!("Initiative {id}"), fields.into_iter().map(Part::Field).collect())
                });
                (word("others"), section)
            }
            Section::Choices => {
                let ids: Vec<_> = plan.choices.iter().map(|choice| choice.id.clone()).collect();
                let section = self.section("choice", &ids, |writer, id| {
                    let choice = writer.plan.choice(id).expect("a choice of the plan");
                    (format!("Which way for {id}?"), writer.choice_parts(choice))
                });
                (word("choices"), section)
            }
            Section::Assumptions => {
                let ids: Vec<_> = plan.assumptions.iter().map(|assumption| assumption.id.clone()).collect();
                let section = self.section("assumption", &ids, |writer, id| {
                    let is_it = |assumption: &&Assumption| assumption.id == id;
                    let assumption = writer.plan.assumptions.iter().find(is_it);
                    let holds = assumption.and_then(|assumption| assumption.holds);
                    (
                        format!("It may be that {id}"),
                        holds.map(|holds| field("holds", word(holds))).into_iter().collect(),
                    )
                });
                (word("assumptions"), section)
            }
            Section::Organisations => {
                (word("organisations"), self.titles("organisation", &plan.organisations))
            }
            Section::Constituencies => {
                (word("constituencies"), self.titles("constituency", &plan.constituencies))
            }
            Section::Donors => {
                let section = self.section("donor", &plan.donors, |writer, id| {
                    (format!("Title of {id}"), writer.donor_parts(&writer.plan.extra.donor(id)))
                });
                (word("donors"), section)
            }
        }
    }

    fn titles(&mut self, kind: &'static str, ids: &[String]) -> Node {
        self.section(kind, ids, |_, id| (format!("Title of {id}"), Vec::new()))
    }

    /// A mapping from id to entry, or a list of entries.
    fn section(
        &mut self,
        kind: &'static str,
        ids: &[String],
        entry: impl Fn(&mut Self, &str) -> (String, Vec<Part>),
    ) -> Node {
        let as_list = self.dice.once_in(4);
        let mut fields = Vec::new();
        let mut members = Vec::new();
        for one in ids {
            self.order.push(one.clone());
            let count = self.counted.entry(kind).or_insert(0);
            *count += 1;
            let made = format!("{kind}-{count}");
            let (title, mut parts) = entry(self, one);
            if !as_list {
                self.keys.insert(one.clone());
                let value = self.title_or_mapping(&title, parts);
                fields.push((id(one), value));
            } else if self.dice.once_in(2) {
                self.names.insert(one.clone(), made);
                members.push(self.title_or_mapping(&title, parts));
            } else {
                parts.push(title_field(kind, &title));
                let mut mapping = vec![(word("id"), id(one).into())];
                mapping.extend(self.lay_out(parts));
                members.push(Node::Map(mapping));
            }
        }
        if as_list { Node::List(members) } else { Node::Map(fields) }
    }

    fn title_or_mapping(&mut self, title: &str, mut parts: Vec<Part>) -> Node {
        if parts.is_empty() && !self.dice.once_in(3) {
            return text(title).into();
        }
        // The question of a choice is known by its options.
        let is_choice =
            parts.iter().any(|part| matches!(part, Part::Field((Scalar::Word(key), _)) if key == "options"));
        parts.push(title_field(if is_choice { "choice" } else { "" }, title));
        Node::Map(self.lay_out(parts))
    }

    fn item_parts(&mut self, item: &Item) -> Vec<Part> {
        let mut parts = self.item_sections(Some(&item.id));
        let mut fields = Vec::new();
        self.push_ids(&mut fields, "supports", &item.supports);
        self.push_ids(&mut fields, "assumes", &item.assumes);
        self.push_ids(&mut fields, "deputy", &item.deputies);
        self.push_ids(&mut fields, "depends_on", &item.depends_on);
        if let Some(needs) = item.needs {
            fields.push((
                word("needs"),
                match needs {
                    Needs::Any => word("any").into(),
                    Needs::All => word("all").into(),
                    Needs::Count(count) => Scalar::Number(count as u64).into(),
                },
            ));
        }
        if let Some(because) = &item.because {
            fields.push((word("because"), text(because).into()));
        }
        if let Some(status) = item.status {
            fields.push((word("status"), word(status.word()).into()));
        } else if item.level != Level::Ambition && self.dice.once_in(16) {
            fields.push((word("status"), Node::Nothing));
        }
        if item.signs {
            fields.push((word("signs"), self.signs()));
        }
        if let Some(who) = &item.who {
            fields.push((word("who"), id(who).into()));
        }
        if let Some(lead) = &item.lead {
            fields.push((word("lead"), id(lead).into()));
        }
        if let Some(pick) = &item.only_if {
            fields.push((word("only_if"), Scalar::Pick(pick.choice.clone(), pick.option.clone()).into()));
        }
        fields.extend(days(&[("end", self.plan.extra.ends.get(&item.id).copied())]));
        if let Some(cost) = item.cost {
            fields.push((word("cost"), Scalar::Number(cost).into()));
        }
        match &item.funded_by {
            None => {}
            Some(FundedBy::Donors(donors)) => self.push_ids(&mut fields, "funded_by", donors),
            Some(FundedBy::Amounts(amounts)) => {
                let amounts =
                    amounts.iter().map(|(donor, amount)| (id(donor), Scalar::Number(*amount).into()));
                fields.push((word("funded_by"), Node::Map(amounts.collect())));
            }
        }
        if let Some(degrees) = &item.degrees {
            let degrees =
                item.with.iter().zip(degrees).map(|(other, degree)| (id(other), word(degree).into()));
            fields.push((word("with"), Node::Map(degrees.collect())));
        } else if !item.with.is_empty() && self.dice.once_in(4) {
            let degrees = item.with.iter().map(|other| {
                let degree = if self.plan.party(other).is_some() { "contact" } else { "consult" };
                (id(other), word(degree).into())
            });
            fields.push((word("with"), Node::Map(degrees.collect())));
        } else {
            self.push_ids(&mut fields, "with", &item.with);
        }
        self.push_ids(&mut fields, "team", &item.team);
        self.push_ids(&mut fields, "partners", &item.partners);
        if let Some(track) = item.track {
            fields.push((word("track"), word(track).into()));
        }
        if let Some(start) = item.start {
            fields.push((word("start"), Scalar::Date(start).into()));
        }
        if let Some(kind) = item.kind {
            fields.push((word("kind"), word(kind).into()));
        }
        // What no finding of the oracle looks at, for the reader's sake.
        if self.dice.once_in(16) {
            fields.push((word("tags"), Node::List(vec![text("one").into(), text("two words").into()])));
            fields.push((word("notes"), text("A note.\nOn two lines: both are kept.").into()));
        }
        if item.level == Level::Task && self.dice.once_in(16) {
            fields.push((word("hours"), Scalar::Number(2).into()));
            fields.push((word("every"), text("2 weeks").into()));
        }
        parts.extend(fields.into_iter().map(Part::Field));
        parts
    }

    fn signs(&mut self) -> Node {
        let sign = if self.dice.once_in(2) {
            Node::Map(vec![
                (word("measure"), text("meetings held").into()),
                (word("target"), Scalar::Number(4).into()),
            ])
        } else {
            text("They greet each other").into()
        };
        Node::Map(vec![(word("seen"), sign)])
    }

    fn person_parts(&mut self, person: &Person) -> Vec<Part> {
        let mut fields = Vec::new();
        self.push_ids(&mut fields, "deputy", &person.deputies);
        if let Some(organisation) = &person.organisation {
            fields.push((word("organisation"), id(organisation).into()));
        }
        fields.into_iter().map(Part::Field).collect()
    }

    fn donor_parts(&mut self, donor: &DonorFacts) -> Vec<Part> {
        let mut fields = days(&[("start", donor.start), ("end", donor.end)]);
        fields.extend(donor.amount.map(|amount| (word("amount"), Scalar::Number(amount).into())));
        fields.extend(donor.state.map(|state| (word("state"), word(state).into())));
        fields.extend(donor.no_contact.then(|| (word("no_contact"), word("true").into())));
        match &donor.reports {
            None => {}
            Some(Reports::Every(every)) => fields.push((word("reports"), word(every).into())),
            Some(Reports::Days(days)) => {
                let days = days.iter().map(|day| Scalar::Date(day).into()).collect();
                fields.push((word("reports"), self.one_or_list(days)));
            }
        }
        fields.into_iter().map(Part::Field).collect()
    }

    fn choice_parts(&mut self, choice: &Choice) -> Vec<Part> {
        let mut fields = Vec::new();
        let options = choice.options.iter().map(|option| (word(option), option_node(choice, option)));
        fields.push((word("options"), Node::Map(options.collect())));
        if !choice.criteria.is_empty() {
            let weights =
                choice.criteria.iter().map(|(name, weight)| (word(name), Scalar::Number(*weight).into()));
            fields.push((word("criteria"), Node::Map(weights.collect())));
        }
        if let Some(who) = &choice.who {
            fields.push((word("who"), id(who).into()));
        }
        if choice.because {
            fields.push((word("because"), text("It was asked for").into()));
        }
        if let Some(day) = choice.decide_by {
            fields.push((word("decide_by"), Scalar::Date(day).into()));
        }
        if let Some(commitment) = choice.commitment {
            fields.push((word("commitment"), word(commitment).into()));
        }
        if choice.trigger {
            fields.push((word("trigger"), text("When they ask for it").into()));
        }
        let mut excludes = Vec::new();
        for option in &choice.options {
            let picks = choice.excludes.iter().filter(|(own, _)| own == option);
            let picks: Vec<Node> = picks
                .map(|(_, pick)| Scalar::Pick(pick.choice.clone(), pick.option.clone()).into())
                .collect();
            if !picks.is_empty() {
                excludes.push((word(option), self.one_or_list(picks)));
            }
        }
        if !excludes.is_empty() {
            fields.push((word("excludes"), Node::Map(excludes)));
        }
        if let Some(chosen) = &choice.chosen {
            fields.push((word("chosen"), word(chosen).into()));
        }
        fields.into_iter().map(Part::Field).collect()
    }

    fn push_ids(&mut self, fields: &mut Vec<Field>, key: &str, ids: &[String]) {
        if ids.is_empty() {
            return;
        }
        let mut members: Vec<Node> = ids.iter().map(|one| id(one).into()).collect();
        if self.dice.once_in(32) {
            // The same id twice in a list counts once.
            members.push(members[0].clone());
        }
        fields.push((word(key), self.one_or_list(members)));
    }

    fn one_or_list(&mut self, mut members: Vec<Node>) -> Node {
        if members.len() == 1 && !self.dice.once_in(2) { members.remove(0) } else { Node::List(members) }
    }
}

fn field(key: &str, value: Scalar) -> Part {
    Part::Field((word(key), value.into()))
}

/// A title alone where the option has no scores.
fn option_node(choice: &Choice, option: &str) -> Node {
    let title = text(&format!("The way of {option}"));
    let scores = choice.scores.iter().filter(|(of, ..)| of == option);
    let scores: Vec<Field> =
        scores.map(|(_, name, score)| (word(name), Scalar::Number(*score).into())).collect();
    if scores.is_empty() {
        return title.into();
    }
    Node::Map(vec![(word("title"), title.into()), (word("scores"), Node::Map(scores))])
}

fn title_field(kind: &str, title: &str) -> Part {
    field(if kind == "choice" { "question" } else { "title" }, text(title))
}

fn party_parts(party: &Party, facts: &PartyFacts) -> Vec<Part> {
    let mut fields = Vec::new();
    if !party.access.is_empty() {
        let access = party.access.iter().map(|(person, trust)| (id(person), word(trust).into()));
        fields.push(Part::Field((word("access"), Node::Map(access.collect()))));
    }
    fields.extend(facts.influence.map(|influence| field("influence", word(influence))));
    fields.extend(facts.proscribed.then(|| field("proscribed", word("yes"))));
    fields.extend(party.consent.map(|consent| field("consent", word(consent))));
    fields.extend(party.consent_date.map(|(day, _)| field("consent_date", Scalar::Date(day))));
    fields
}

fn days(named: &[(&str, Option<Day>)]) -> Vec<Field> {
    named.iter().filter_map(|(key, day)| Some((word(key), Scalar::Date((*day)?).into()))).collect()
}

fn settings(settings: &Settings, more: &Thresholds) -> Option<Node> {
    let mut fields: Vec<Field> = Vec::new();
    if !settings.severity.is_empty() {
        let levels = settings.severity.iter().map(|(finding, level)| (word(finding), word(level).into()));
        fields.push((word("severity"), Node::Map(levels.collect())));
    }
    let thresholds = [
        ("bottleneck_min", settings.bottleneck_min),
        ("bottleneck_percent", settings.bottleneck_percent),
        ("bottleneck_activities_percent", settings.bottleneck_activities_percent),
        ("choke_min", settings.choke_min),
        ("choke_percent", settings.choke_percent),
        ("crowded_goals", settings.crowded_goals),
        ("crowded_objectives", settings.crowded_objectives),
        ("crowded_activities", settings.crowded_activities),
        ("money_enough_percent", settings.money_enough_percent),
        ("carries_most_percent", more.carries_most_percent),
        ("carries_most_tasks", more.carries_most_tasks),
        ("donor_percent", more.donor_percent),
        ("reports_per_quarter", more.reports_per_quarter),
        ("consent_days", settings.consent_days),
        ("schemes_max", settings.schemes_max),
    ];
    for (key, value) in thresholds {
        if let Some(value) = value {
            fields.push((word(key), Scalar::Number(value as u64).into()));
        }
    }
    (!fields.is_empty()).then_some(Node::Map(fields))
}
