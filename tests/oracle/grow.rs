//! Grows a plan from the genes of `random.rs`.

use crate::model::{Assumption, Choice, FundedBy, Item, Level, Other, Party, Person, Pick, Plan};
use crate::random::{Genes, LinkGenes, MoneyGenes, PeopleGenes, Ref, StateGenes, TogetherGenes, WorldGenes};

/// Words for ids: of several scripts, and some that YAML or a reader could take for something else.
const NAMES: [&str; 24] = [
    "map",
    "pact",
    "radio",
    "ash",
    "yes",
    "école",
    "river-talk",
    "camp_2",
    "on",
    "ساحل",
    "stone",
    "market",
    "007",
    "heron",
    "山路",
    "walk",
    "elder",
    "no",
    "birch",
    "7",
    "teal",
    "zone",
    "abo-1",
    "brücke",
];

const TITLES: [&str; 8] = [
    "Both sides use one map",
    "Talks: the first round",
    "The pact # of the year, and more",
    "It is \"theirs\", not 'ours'",
    "- a dash in front",
    "لقاء على الطريق",
    "{curly} [square] & star * at %",
    "Yes",
];

/// Gives each id once.
#[derive(Default)]
struct Names {
    taken: Vec<String>,
}

impl Names {
    fn give(&mut self, wish: u8) -> String {
        let wish = NAMES[usize::from(wish) % NAMES.len()];
        let mut name = wish.to_owned();
        let mut count = 1;
        while self.taken.contains(&name) {
            count += 1;
            name = format!("{wish}-{count}");
        }
        self.taken.push(name.clone());
        name
    }
}

fn pick<T>(list: &[T], which: Ref) -> Option<&T> {
    (!list.is_empty()).then(|| &list[usize::from(which) % list.len()])
}

/// Those that are named, each once.
fn picks<'a, T: Clone + PartialEq + 'a>(list: &[T], which: impl IntoIterator<Item = &'a Ref>) -> Vec<T> {
    let mut found = Vec::new();
    for which in which {
        if let Some(one) = pick(list, *which)
            && !found.contains(one)
        {
            found.push(one.clone());
        }
    }
    found
}

impl Genes {
    pub fn plan(&self) -> Plan {
        let mut names = Names::default();
        let mut plan = Plan { stage: self.stage, settings: self.settings.clone(), ..Plan::default() };
        for genes in &self.items {
            let mut item = Item::new(&names.give(genes.name), genes.level);
            TITLES[usize::from(genes.state.title)].clone_into(&mut item.title);
            plan.items.push(item);
        }
        self.add_others(&mut plan, &mut names);
        plan.ambition.needs = self.ambition_needs;
        plan.ambition.assumes = picks(&assumption_ids(&plan), &self.ambition_assumes);
        for (place, genes) in self.items.iter().enumerate() {
            let mut item = plan.items[place].clone();
            genes.state.fill(&mut item, &plan);
            genes.people.fill(&mut item, &plan);
            genes.world.fill(&mut item, &plan);
            genes.together.fill(&mut item, &plan);
            plan.items[place] = item;
        }
        for (place, genes) in self.items.iter().enumerate() {
            self.link(&mut plan, place, &genes.links);
        }
        plan
    }

    fn add_others(&self, plan: &mut Plan, names: &mut Names) {
        let others = &self.others;
        let mut wishes = self.names.iter().copied().chain(std::iter::repeat(0));
        let mut give = || names.give(wishes.next().unwrap_or(0));
        plan.organisations = (0..others.organisations).map(|_| give()).collect();
        plan.constituencies = (0..others.constituencies).map(|_| give()).collect();
        plan.donors = (0..others.donors).map(|_| give()).collect();
        let people: Vec<String> = others.people.iter().map(|_| give()).collect();
        for (id, (organisation, deputies)) in people.iter().zip(&others.people) {
            plan.people.push(Person {
                id: id.clone(),
                organisation: organisation.and_then(|which| pick(&plan.organisations, which)).cloned(),
                deputies: picks(&people, deputies).into_iter().filter(|deputy| deputy != id).collect(),
            });
        }
        for (access, consent, consent_date) in &others.parties {
            let mut party =
                Party { id: give(), access: Vec::new(), consent: *consent, consent_date: *consent_date };
            for (which, trust) in access {
                if let Some(person) = pick(&people, *which)
                    && !party.access.iter().any(|(other, _)| other == person)
                {
                    party.access.push((person.clone(), trust));
                }
            }
            plan.parties.push(party);
        }
        let parties: Vec<String> = plan.parties.iter().map(|party| party.id.clone()).collect();
        for with in &others.initiatives {
            plan.others.push(Other { id: give(), with: picks(&parties, with) });
        }
        for holds in &others.assumptions {
            plan.assumptions.push(Assumption { id: give(), holds: *holds });
        }
        let options = ["first", "second", "no"].map(str::to_owned);
        for genes in &others.choices {
            let options = options[..genes.options].to_vec();
            let chosen = genes.chosen.and_then(|which| pick(&options, which)).cloned();
            let said = &genes.said;
            let criteria: Vec<(&str, u64)> =
                ["peace", "speed"].into_iter().zip(said.criteria.clone()).collect();
            let mut scores = Vec::new();
            for (place, score) in said.scores.iter().enumerate() {
                let option = options.get(place % 3);
                let criterion = criteria.get(place / 3);
                if let (Some(option), Some((criterion, _)), Some(score)) = (option, criterion, score) {
                    scores.push((option.clone(), *criterion, *score));
                }
            }
            plan.choices.push(Choice {
                id: give(),
                options,
                excludes: Vec::new(),
                chosen,
                who: said.who.and_then(|which| pick(&people, which)).cloned(),
                because: said.because,
                decide_by: said.decide_by,
                commitment: said.commitment,
                trigger: said.trigger,
                criteria,
                scores,
            });
        }
        for (place, genes) in others.choices.iter().enumerate() {
            for (own, other, option) in &genes.excludes {
                let others: Vec<usize> = (0..plan.choices.len()).filter(|other| *other != place).collect();
                let Some(other) = pick(&others, *other).map(|other| plan.choices[*other].clone()) else {
                    continue;
                };
                let choice = &mut plan.choices[place];
                let (Some(own), Some(option)) = (pick(&choice.options, *own), pick(&other.options, *option))
                else {
                    continue;
                };
                let bar = (own.clone(), Pick { choice: other.id.clone(), option: option.clone() });
                if !choice.excludes.contains(&bar) {
                    choice.excludes.push(bar);
                }
            }
        }
    }

    /// Nesting, `supports` and `depends_on` of one item. Mostly upwards and to what was there before.
    fn link(&self, plan: &mut Plan, place: usize, links: &LinkGenes) {
        let own = plan.items[place].clone();
        if let Some((how, which)) = links.nested {
            let wild = self.may_be_upside_down && how >= 28;
            let may_hold = |other: &Item| if wild { other.id != own.id } else { other.level > own.level };
            let holder = target(plan, place, how, which, may_hold);
            plan.items[place].nested_in = holder.filter(|holder| !stands_in(plan, holder, &own.id));
        }
        let nearest = [(0, self.items[place].name)];
        let is_loose = links.nested.is_none() && links.supports.is_empty();
        let supports: &[(u8, Ref)] = if self.is_tidy && is_loose { &nearest } else { &links.supports };
        for (how, which) in supports {
            let wild = self.may_be_upside_down && *how >= 29;
            let before: Vec<String> = plan.items[..place].iter().map(|item| item.id.clone()).collect();
            let may_support = |other: &Item| {
                let same = other.level == own.level
                    && own.level != Level::Task
                    && *how >= 20
                    && (self.may_cycle || before.contains(&other.id));
                wild || same || other.level > own.level
            };
            let Some(target) = target(plan, place, *how, *which, may_support) else { continue };
            let item = &mut plan.items[place];
            if !item.supports.contains(&target) && item.nested_in.as_ref() != Some(&target) {
                item.supports.push(target);
                if !self.may_cycle && closes_a_loop(plan, &own.id) {
                    plan.items[place].supports.pop();
                }
            }
        }
        if !matches!(own.level, Level::Objective | Level::Activity | Level::Task) {
            return;
        }
        for (how, which) in &links.depends_on {
            let may_wait_for = |other: &Item| {
                let near = other.level == own.level || *how >= 20;
                near && other.level < Level::Goal && (self.may_cycle || other.id != own.id)
            };
            let others: Vec<String> =
                plan.items.iter().filter(|other| may_wait_for(other)).map(|other| other.id.clone()).collect();
            let Some(target) = pick(&others, *which).cloned() else { continue };
            if !plan.items[place].depends_on.contains(&target) {
                plan.items[place].depends_on.push(target);
                if !self.may_cycle && closes_a_loop(plan, &own.id) {
                    plan.items[place].depends_on.pop();
                }
            }
        }
    }
}

/// Low numbers of `how` mean the nearest level above that has an item.
fn target(plan: &Plan, place: usize, how: u8, which: Ref, may: impl Fn(&Item) -> bool) -> Option<String> {
    let own = plan.items[place].level;
    let nearest = plan.items.iter().map(|item| item.level).filter(|level| *level > own).min();
    let near = |item: &Item| how >= 20 || item.level == nearest.unwrap_or(Level::Ambition);
    let others: Vec<&Item> = plan.all_items().filter(|item| near(item) && may(item)).collect();
    pick(&others, which).map(|item| item.id.clone())
}

fn assumption_ids(plan: &Plan) -> Vec<String> {
    plan.assumptions.iter().map(|assumption| assumption.id.clone()).collect()
}

/// Whether `inner`, or something it is nested in, is `outer`.
fn stands_in(plan: &Plan, inner: &str, outer: &str) -> bool {
    let mut next = Some(inner.to_owned());
    while let Some(id) = next {
        if id == outer {
            return true;
        }
        next = plan.item(&id).and_then(|item| item.nested_in.clone());
    }
    false
}

/// Whether `start` stands on itself. Links of every kind count, also those that give no edge.
fn closes_a_loop(plan: &Plan, start: &str) -> bool {
    let stands_on = |id: &str| -> Vec<String> {
        let below = plan.items.iter().filter(|item| {
            item.supports.iter().any(|other| other == id) || item.nested_in.as_deref() == Some(id)
        });
        let mut ids: Vec<String> = below.map(|item| item.id.clone()).collect();
        ids.extend(plan.item(id).map(|item| item.depends_on.clone()).unwrap_or_default());
        ids
    };
    let mut open = stands_on(start);
    let mut seen: Vec<String> = Vec::new();
    while let Some(id) = open.pop() {
        if id == start {
            return true;
        }
        if !seen.contains(&id) {
            open.extend(stands_on(&id));
            seen.push(id);
        }
    }
    false
}

impl StateGenes {
    fn fill(&self, item: &mut Item, plan: &Plan) {
        item.status = self.status;
        item.start = self.start;
        item.because = self.because.then(|| "They asked for it: twice".to_owned());
        if item.level != Level::Task {
            item.needs = self.needs;
        }
        if matches!(item.level, Level::Goal | Level::Objective) {
            item.signs = self.signs;
        }
        if matches!(item.level, Level::Activity | Level::Task) {
            item.kind = self.kind;
        }
        if item.level != Level::Goal {
            item.only_if = self.only_if.and_then(|(choice, option)| {
                let choice = pick(&plan.choices, choice)?;
                Some(Pick { choice: choice.id.clone(), option: pick(&choice.options, option)?.clone() })
            });
        }
    }
}

impl PeopleGenes {
    fn fill(&self, item: &mut Item, plan: &Plan) {
        let people: Vec<String> = plan.people.iter().map(|person| person.id.clone()).collect();
        if matches!(item.level, Level::Activity | Level::Task) {
            item.who = self.who.and_then(|which| pick(&people, which)).cloned();
            item.deputies = picks(&people, &self.deputies);
        }
        if item.level != Level::Goal {
            item.lead = self.lead.and_then(|which| pick(&plan.organisations, which)).cloned();
        }
    }
}

impl WorldGenes {
    fn fill(&self, item: &mut Item, plan: &Plan) {
        item.assumes = picks(&assumption_ids(plan), &self.assumes);
        if !matches!(item.level, Level::Activity | Level::Task) {
            return;
        }
        let parties = plan.parties.iter().map(|party| &party.id);
        let others: Vec<String> = parties.chain(&plan.constituencies).cloned().collect();
        item.with = picks(&others, &self.with);
        item.cost = self.cost;
        item.funded_by = self.funded_by.as_ref().and_then(|money| match money {
            MoneyGenes::Donors(which) => Some(FundedBy::Donors(picks(&plan.donors, which))),
            MoneyGenes::Amounts(amounts) => {
                let mut found: Vec<(String, u64)> = Vec::new();
                for (which, amount) in amounts {
                    let donor = pick(&plan.donors, *which)?;
                    if !found.iter().any(|(other, _)| other == donor) {
                        found.push((donor.clone(), *amount));
                    }
                }
                Some(FundedBy::Amounts(found))
            }
        });
        if plan.donors.is_empty() {
            item.funded_by = None;
        }
    }
}

impl TogetherGenes {
    fn fill(&self, item: &mut Item, plan: &Plan) {
        item.track = self.track;
        item.start = self.start.or(item.start);
        if item.level < Level::Goal {
            item.partners = picks(&plan.organisations, &self.partners);
        }
        if !matches!(item.level, Level::Activity | Level::Task) {
            return;
        }
        let people: Vec<String> = plan.people.iter().map(|person| person.id.clone()).collect();
        item.team = picks(&people, &self.team);
        if let Some(degrees) = self.degrees.as_ref().filter(|_| !item.with.is_empty()) {
            let degree = |(other, degree): (&String, &&'static str)| {
                if plan.party(other).is_some() { "contact" } else { *degree }
            };
            item.degrees = Some(item.with.iter().zip(degrees).map(degree).collect());
        }
    }
}
