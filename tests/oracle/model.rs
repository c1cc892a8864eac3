//! A plan as plain data: nothing but structs, vectors and ids as text.
//!
//! It shares no code with the crate. The order of each vector is the order in the text.

use crate::extra::Extra;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Task,
    Activity,
    Objective,
    Goal,
    Ambition,
}

impl Level {
    /// The four levels that stand in sections, from the top down.
    pub const SECTIONS: [Level; 4] = [Level::Goal, Level::Objective, Level::Activity, Level::Task];

    pub fn word(self) -> &'static str {
        match self {
            Level::Task => "task",
            Level::Activity => "activity",
            Level::Objective => "objective",
            Level::Goal => "goal",
            Level::Ambition => "ambition",
        }
    }

    pub fn section(self) -> &'static str {
        match self {
            Level::Task => "tasks",
            Level::Activity => "activities",
            Level::Objective => "objectives",
            Level::Goal => "goals",
            Level::Ambition => "ambition",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Planned,
    Active,
    Done,
    Dropped,
}

impl Status {
    pub fn word(self) -> &'static str {
        match self {
            Status::Planned => "planned",
            Status::Active => "active",
            Status::Done => "done",
            Status::Dropped => "dropped",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    Any,
    All,
    Count(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Sketch,
    Plan,
    Running,
}

impl Stage {
    pub fn word(self) -> &'static str {
        match self {
            Stage::Sketch => "sketch",
            Stage::Plan => "plan",
            Stage::Running => "running",
        }
    }
}

/// `choice.option`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pick {
    pub choice: String,
    pub option: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FundedBy {
    /// One donor, or a list of them.
    Donors(Vec<String>),
    /// Donor and amount.
    Amounts(Vec<(String, u64)>),
}

#[derive(Clone, Debug)]
pub struct Item {
    pub id: String,
    pub level: Level,
    pub title: String,
    /// The id of the item whose section this one is written in.
    pub nested_in: Option<String>,
    pub supports: Vec<String>,
    pub needs: Option<Needs>,
    pub because: Option<String>,
    pub assumes: Vec<String>,
    pub status: Option<Status>,
    pub signs: bool,
    pub who: Option<String>,
    pub deputies: Vec<String>,
    pub lead: Option<String>,
    pub depends_on: Vec<String>,
    pub only_if: Option<Pick>,
    pub cost: Option<u64>,
    pub funded_by: Option<FundedBy>,
    /// Parties and constituencies.
    pub with: Vec<String>,
    /// How far each of those in `with` takes part, where `with` says it.
    pub degrees: Option<Vec<&'static str>>,
    pub kind: Option<&'static str>,
    pub team: Vec<String>,
    pub partners: Vec<String>,
    /// `1`, `1.5`, `2` or `3`.
    pub track: Option<&'static str>,
    /// A day, as it is written.
    pub start: Option<&'static str>,
}

impl Item {
    pub fn new(id: &str, level: Level) -> Item {
        Item {
            id: id.to_owned(),
            level,
            title: format!("Title of {id}"),
            nested_in: None,
            supports: Vec::new(),
            needs: None,
            because: None,
            assumes: Vec::new(),
            status: None,
            signs: false,
            who: None,
            deputies: Vec::new(),
            lead: None,
            depends_on: Vec::new(),
            only_if: None,
            cost: None,
            funded_by: None,
            with: Vec::new(),
            degrees: None,
            kind: None,
            team: Vec::new(),
            partners: Vec::new(),
            track: None,
            start: None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct Person {
    pub id: String,
    pub organisation: Option<String>,
    pub deputies: Vec<String>,
}

#[derive(Clone, Debug)]
pub struct Party {
    pub id: String,
    /// Person, and one of `trusted`, `working`, `strained`.
    pub access: Vec<(String, &'static str)>,
    /// `given`, `unknown` or `withdrawn`.
    pub consent: Option<&'static str>,
    /// A day as it is written, and how many days before today it is.
    pub consent_date: Option<(&'static str, i64)>,
}

/// An initiative that is not ours.
#[derive(Clone, Debug)]
pub struct Other {
    pub id: String,
    /// Parties.
    pub with: Vec<String>,
}

#[derive(Clone, Debug, Default)]
pub struct Choice {
    pub id: String,
    pub options: Vec<String>,
    /// An option of this choice, and what it cannot go with.
    pub excludes: Vec<(String, Pick)>,
    pub chosen: Option<String>,
    pub who: Option<String>,
    pub because: bool,
    pub decide_by: Option<&'static str>,
    pub commitment: Option<&'static str>,
    pub trigger: bool,
    /// Criterion and weight.
    pub criteria: Vec<(&'static str, u64)>,
    /// Option, criterion, score.
    pub scores: Vec<(String, &'static str, u64)>,
}

#[derive(Clone, Debug)]
pub struct Assumption {
    pub id: String,
    /// `yes`, `no`, `unknown`, or not said.
    pub holds: Option<&'static str>,
}

/// What is written under `settings`; `None` is the value that the format gives.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    pub severity: Vec<(&'static str, &'static str)>,
    pub bottleneck_min: Option<usize>,
    pub bottleneck_percent: Option<usize>,
    pub bottleneck_activities_percent: Option<usize>,
    pub choke_min: Option<usize>,
    pub choke_percent: Option<usize>,
    pub crowded_goals: Option<usize>,
    pub crowded_objectives: Option<usize>,
    pub crowded_activities: Option<usize>,
    pub money_enough_percent: Option<usize>,
    pub consent_days: Option<usize>,
    pub schemes_max: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Plan {
    pub stage: Option<Stage>,
    pub ambition: Item,
    /// Goals to tasks, nested ones too, each after the item that it is nested in.
    pub items: Vec<Item>,
    pub people: Vec<Person>,
    pub organisations: Vec<String>,
    pub parties: Vec<Party>,
    pub others: Vec<Other>,
    pub constituencies: Vec<String>,
    pub donors: Vec<String>,
    pub assumptions: Vec<Assumption>,
    pub choices: Vec<Choice>,
    pub settings: Settings,
    /// What only some findings look at.
    pub extra: Extra,
}

impl Default for Plan {
    fn default() -> Plan {
        Plan {
            stage: None,
            ambition: Item::new("ambition", Level::Ambition),
            items: Vec::new(),
            people: Vec::new(),
            organisations: Vec::new(),
            parties: Vec::new(),
            others: Vec::new(),
            constituencies: Vec::new(),
            donors: Vec::new(),
            assumptions: Vec::new(),
            choices: Vec::new(),
            settings: Settings::default(),
            extra: Extra::default(),
        }
    }
}

impl Plan {
    /// Ambition, goals, objectives, activities and tasks.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        std::iter::once(&self.ambition).chain(&self.items)
    }

    pub fn item(&self, id: &str) -> Option<&Item> {
        self.all_items().find(|item| item.id == id)
    }

    pub fn of_level(&self, level: Level) -> impl Iterator<Item = &Item> {
        self.all_items().filter(move |item| item.level == level)
    }

    pub fn person(&self, id: &str) -> Option<&Person> {
        self.people.iter().find(|person| person.id == id)
    }

    pub fn party(&self, id: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    pub fn choice(&self, id: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.id == id)
    }

    /// Every place where an id is declared or named, options left out.
    pub fn for_each_id(&mut self, mut change: impl FnMut(&mut String)) {
        for item in std::iter::once(&mut self.ambition).chain(&mut self.items) {
            change(&mut item.id);
            item.nested_in.iter_mut().for_each(&mut change);
            item.supports.iter_mut().for_each(&mut change);
            item.assumes.iter_mut().for_each(&mut change);
            item.who.iter_mut().for_each(&mut change);
            item.deputies.iter_mut().for_each(&mut change);
            item.lead.iter_mut().for_each(&mut change);
            item.depends_on.iter_mut().for_each(&mut change);
            item.with.iter_mut().for_each(&mut change);
            item.team.iter_mut().for_each(&mut change);
            item.partners.iter_mut().for_each(&mut change);
            if let Some(pick) = &mut item.only_if {
                change(&mut pick.choice);
            }
            match &mut item.funded_by {
                None => {}
                Some(FundedBy::Donors(donors)) => donors.iter_mut().for_each(&mut change),
                Some(FundedBy::Amounts(amounts)) => {
                    amounts.iter_mut().map(|(donor, _)| donor).for_each(&mut change);
                }
            }
        }
        for person in &mut self.people {
            change(&mut person.id);
            person.organisation.iter_mut().for_each(&mut change);
            person.deputies.iter_mut().for_each(&mut change);
        }
        for party in &mut self.parties {
            change(&mut party.id);
            party.access.iter_mut().map(|(person, _)| person).for_each(&mut change);
        }
        for other in &mut self.others {
            change(&mut other.id);
            other.with.iter_mut().for_each(&mut change);
        }
        for choice in &mut self.choices {
            change(&mut choice.id);
            choice.excludes.iter_mut().for_each(|(_, pick)| change(&mut pick.choice));
            choice.who.iter_mut().for_each(&mut change);
        }
        self.organisations.iter_mut().for_each(&mut change);
        self.constituencies.iter_mut().for_each(&mut change);
        self.donors.iter_mut().for_each(&mut change);
        self.assumptions.iter_mut().for_each(|assumption| change(&mut assumption.id));
        self.extra.rename(&mut change);
    }
}
