//! Where a thing is used: what else in the plan names it, and as what.

use super::{Access, Degree, Funding, Id, Item, Kind, Link, Money, OptRef, Plan, Ref, Work};
use std::collections::HashSet;

/// As what a thing is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A person: answers for this work.
    Owner,
    /// A person: can stand in for the owner of this work.
    Deputy,
    /// A person: takes part in this work.
    Team,
    /// A person: this security or care work is for them.
    CareFor,
    /// A person: can stand in for this person.
    DeputyOf,
    /// A person: is in contact with this party.
    Access,
    /// A person: decides this choice.
    Decides,
    /// A person: finds out about this assumption.
    FindsOut,
    /// An organisation: leads this.
    Lead,
    /// An organisation: takes part in this.
    Partner,
    /// An organisation: this person belongs to it.
    Member,
    /// A donor: pays for this work.
    Payer,
    /// A party or constituency: this work is with it.
    Contact,
    /// A party: this person is in contact with it.
    AccessOf,
    /// A party: this person stands on its side.
    SideOf,
    /// A party: this other initiative is with it too.
    OtherInitiative,
    /// A constituency: this party speaks for it.
    SpokenForBy,
    /// An other initiative: it is with this party.
    OtherWith,
    /// An assumption: this relies on it.
    Assumed,
    /// A choice: one of its options.
    OptionOf,
    /// An option: the choice it answers.
    Answers,
    /// An option, or a choice through one: this belongs to the plan only under it.
    OnlyIf,
    /// An option: cannot go together with this other option.
    Excludes,
    /// A scenario: happens without this.
    Without,
    /// A scenario: delays this.
    Delays,
    /// A scenario: takes this option.
    Chooses,
    /// A lesson: is about this.
    About,
    /// An item: this waits until it is finished.
    Waits,
    /// Anything: this scenario happens without it.
    InScenario,
    /// Anything: this lesson is about it.
    InLesson,
}

/// One place where a thing is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Use {
    /// As what.
    pub part: Part,
    /// By what, or with what.
    pub id: Id,
    /// What is said of it there.
    pub said: Said,
}

/// What is said where a thing is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// Nothing more.
    Nothing,
    /// How far a party trusts a person.
    Access(Access),
    /// How far a constituency takes part.
    Degree(Degree),
    /// How much a donor gives.
    Money(Money),
    /// How many days.
    Days(u32),
    /// Under which option.
    Option(Id),
    /// This option is chosen.
    Chosen,
}

impl Plan {
    /// Everything that names this thing, and what a choice, an option, a scenario or a lesson itself names. By part,
    /// then in the order of the text. The ladder of items is not among it: the graph knows that.
    #[must_use]
    pub fn uses_of(&self, id: Id) -> Vec<Use> {
        let mut uses = Uses { plan: self, id, found: Vec::new() };
        for item in &self.items {
            uses.in_item(item);
        }
        uses.in_people_and_parties();
        uses.in_choices();
        uses.in_scenarios();
        uses.in_lessons();
        let mut found = uses.found;
        found.sort_by_key(|found| found.part);
        found
    }

    /// The id of an option.
    #[must_use]
    pub fn option_id(&self, option: OptRef) -> Id {
        self.choices[option.choice as usize].options[option.option as usize].id
    }

    /// The place of an option within its choice; nothing for what is no option.
    #[must_use]
    pub fn option_index(&self, option: Id) -> Option<u32> {
        let thing = self.names.get(option);
        let choice = self.choices.get(thing.index as usize).filter(|_| thing.kind == Kind::Option)?;
        choice.options.iter().position(|own| own.id == option).map(|place| place as u32)
    }
}

struct Uses<'a> {
    plan: &'a Plan,
    id: Id,
    found: Vec<Use>,
}

impl Uses<'_> {
    fn add(&mut self, part: Part, id: Id, said: Said) {
        self.found.push(Use { part, id, said });
    }

    fn is_in(&self, refs: &[Ref]) -> bool {
        refs.iter().any(|named| named.id == self.id)
    }

    fn in_item(&mut self, item: &Item) {
        if self.is_in(&item.assumes) {
            self.add(Part::Assumed, item.id, Said::Nothing);
        }
        if self.is_in(item.depends_on()) {
            self.add(Part::Waits, item.id, Said::Nothing);
        }
        if let Some(work) = item.work.as_deref() {
            self.in_work(item.id, work);
        }
    }

    fn in_work(&mut self, item: Id, work: &Work) {
        let is = |named: Option<Ref>| named.is_some_and(|named| named.id == self.id);
        let roles = [
            (Part::Owner, is(work.who)),
            (Part::Deputy, self.is_in(&work.deputies)),
            (Part::Team, self.is_in(&work.team)),
            (Part::CareFor, self.is_in(&work.care_for)),
            (Part::Lead, is(work.lead)),
            (Part::Partner, self.is_in(&work.partners)),
        ];
        for (part, _) in roles.into_iter().filter(|(_, holds)| *holds) {
            self.add(part, item, Said::Nothing);
        }
        match &work.funded_by {
            Funding::Whole(donors) if self.is_in(donors) => self.add(Part::Payer, item, Said::Nothing),
            Funding::Unsaid | Funding::Whole(_) => {}
            Funding::Amounts(amounts) => {
                let amount = amounts.iter().find(|(donor, _)| donor.id == self.id);
                if let Some((_, amount)) = amount {
                    self.add(Part::Payer, item, Said::Money(amount.value));
                }
            }
        }
        let link: Option<&Link> = work.with.iter().find(|link| link.to.id == self.id);
        if let Some(link) = link {
            let said = link.degree.map_or(Said::Nothing, |degree| Said::Degree(degree.value));
            self.add(Part::Contact, item, said);
        }
        if let Some(option) = work.only_if {
            let option_id = self.plan.option_id(option);
            if option_id == self.id {
                self.add(Part::OnlyIf, item, Said::Nothing);
            } else if self.plan.choices[option.choice as usize].id == self.id {
                self.add(Part::OnlyIf, item, Said::Option(option_id));
            }
        }
    }

    fn in_people_and_parties(&mut self) {
        for person in &self.plan.people {
            if self.is_in(&person.deputies) {
                self.add(Part::DeputyOf, person.id, Said::Nothing);
            }
            if person.organisation.is_some_and(|organisation| organisation.id == self.id) {
                self.add(Part::Member, person.id, Said::Nothing);
            }
            if person.side.is_some_and(|side| side.id == self.id) {
                self.add(Part::SideOf, person.id, Said::Nothing);
            }
        }
        for party in &self.plan.parties {
            for (person, access) in &party.access {
                if person.id == self.id {
                    self.add(Part::Access, party.id, Said::Access(access.value));
                } else if party.id == self.id {
                    self.add(Part::AccessOf, person.id, Said::Access(access.value));
                }
            }
            if self.is_in(&party.represents) {
                self.add(Part::SpokenForBy, party.id, Said::Nothing);
            }
        }
        for other in &self.plan.others {
            if self.is_in(&other.with) {
                self.add(Part::OtherInitiative, other.id, Said::Nothing);
            }
            if other.id == self.id {
                for party in &other.with {
                    self.add(Part::OtherWith, party.id, Said::Nothing);
                }
            }
        }
    }

    fn in_choices(&mut self) {
        let mut excluded_before = HashSet::new();
        for choice in &self.plan.choices {
            if choice.who.is_some_and(|who| who.id == self.id) {
                self.add(Part::Decides, choice.id, Said::Nothing);
            }
            let chosen = choice.chosen.map(|chosen| chosen.value as usize);
            for (at, option) in choice.options.iter().enumerate() {
                let said = if chosen == Some(at) { Said::Chosen } else { Said::Nothing };
                if choice.id == self.id {
                    self.add(Part::OptionOf, option.id, said);
                } else if option.id == self.id {
                    self.add(Part::Answers, choice.id, said);
                }
            }
            for (own, other) in &choice.excludes {
                let own = choice.options[own.value as usize].id;
                let other = self.plan.option_id(*other);
                // It works both ways, and may be written both ways.
                let excluded = if own == self.id { other } else { own };
                if (own == self.id || other == self.id) && excluded_before.insert(excluded) {
                    self.add(Part::Excludes, excluded, Said::Nothing);
                }
            }
        }
        for assumption in &self.plan.assumptions {
            if assumption.who.is_some_and(|who| who.id == self.id) {
                self.add(Part::FindsOut, assumption.id, Said::Nothing);
            }
        }
    }

    fn in_scenarios(&mut self) {
        for scenario in &self.plan.scenarios {
            let without =
                || scenario.without.iter().chain(scenario.events.iter().flat_map(|event| &event.without));
            if scenario.id == self.id {
                let mut parts: Vec<Use> = without()
                    .map(|gone| Use { part: Part::Without, id: gone.id, said: Said::Nothing })
                    .collect();
                let delays = scenario.delays.iter();
                parts.extend(delays.map(|(late, days)| Use {
                    part: Part::Delays,
                    id: late.id,
                    said: Said::Days(days.value),
                }));
                let chooses = scenario.choose.iter().map(|option| self.plan.option_id(*option));
                parts.extend(chooses.map(|id| Use { part: Part::Chooses, id, said: Said::Nothing }));
                self.found.extend(parts);
            } else if without().any(|gone| gone.id == self.id) {
                self.add(Part::InScenario, scenario.id, Said::Nothing);
            }
        }
    }

    fn in_lessons(&mut self) {
        let name = self.plan.names.name(self.id);
        for lesson in &self.plan.lessons {
            if lesson.id == self.id {
                let about: Vec<Id> =
                    lesson.about.iter().filter_map(|about| self.plan.names.find(&about.value)).collect();
                for id in about {
                    self.add(Part::About, id, Said::Nothing);
                }
            } else if lesson.about.iter().any(|about| *about.value == *name) {
                self.add(Part::InLesson, lesson.id, Said::Nothing);
            }
        }
    }
}

impl Part {
    /// Its name in messages and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "who",
            Self::Deputy => "deputy",
            Self::Team => "team",
            Self::CareFor => "for",
            Self::DeputyOf => "deputy-of",
            Self::Access => "access",
            Self::Decides => "decides",
            Self::FindsOut => "finds-out",
            Self::Lead => "lead",
            Self::Partner => "partner",
            Self::Member => "member",
            Self::Payer => "payer",
            Self::Contact => "with",
            Self::AccessOf => "access-of",
            Self::SideOf => "side-of",
            Self::OtherInitiative => "other",
            Self::SpokenForBy => "spoken-for-by",
            Self::OtherWith => "other-with",
            Self::Assumed => "assumed",
            Self::OnlyIf => "only-if",
            Self::OptionOf => "option",
            Self::Answers => "answers",
            Self::Excludes => "excludes",
            Self::Without => "without",
            Self::Delays => "delays",
            Self::Chooses => "chooses",
            Self::About => "about",
            Self::Waits => "waits",
            Self::InScenario => "in-scenario",
            Self::InLesson => "in-lesson",
        }
    }

    /// Whether what is named is work or a result that the thing has a part in: lines of sight begin there.
    #[must_use]
    pub fn leads_up(self, kind: Kind) -> bool {
        use Part::{Assumed, Contact, Deputy, Lead, OnlyIf, Owner, Partner, Payer, Team};
        kind.level().is_some()
            && matches!(self, Owner | Deputy | Team | Lead | Partner | Payer | Contact | Assumed | OnlyIf)
    }
}
