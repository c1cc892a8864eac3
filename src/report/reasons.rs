//! Why something falls, in words.

use super::rows::clipped;
use super::wording::{Wording, shortened};
use crate::graph::{Broken, ChainLink, Failure, Graph, Need, Presence, Reason};
use crate::lang::{FluentValue, shown};
use crate::plan::{Funding, Id, Kind, Money, Plan, Status};
use std::collections::HashMap;

/// Longest short name of somebody, in characters.
const LONGEST_NAME: usize = 40;

/// What is needed to say why something falls.
pub struct Reasons<'a> {
    plan: &'a Plan,
    wording: Wording<'a>,
    /// How many people, organisations, parties and donors have this name before the first comma.
    names: HashMap<&'a str, u32>,
}

/// The sentence of a reason, and what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The sentence.
    pub sentence: String,
    /// What for; nothing where it has left the plan, or nothing leads to it.
    pub need: Option<Need>,
    /// For access: the party.
    pub of: Option<Id>,
    /// What does not stand any more, or what it has left the plan with.
    pub gone: Vec<Id>,
}

impl<'a> Reasons<'a> {
    /// The reasons for falls in this plan.
    #[must_use]
    pub fn new(plan: &'a Plan, wording: Wording<'a>) -> Self {
        let mut names: HashMap<&str, u32> = HashMap::new();
        for (id, thing) in plan.names.iter() {
            if is_somebody(thing.kind) {
                *names.entry(short(plan.title_of(id))).or_default() += 1;
            }
        }
        Self { plan, wording, names }
    }

    /// Why it does not stand, a sentence for each kind of need: first what is nearest to what failed.
    #[must_use]
    pub fn of(&self, failure: &Failure<'_>, id: Id) -> Vec<Said> {
        let reasons = joined(failure.reasons(id));
        let said = reasons.iter().map(|reason| self.reason(failure, id, reason));
        said.map(|said| Said { sentence: capital(&said.sentence), ..said }).collect()
    }

    /// The way by which a loss travels up to something, in one sentence; nothing for what has not fallen.
    #[must_use]
    pub fn chain(&self, failure: &Failure<'_>, to: Id) -> Option<String> {
        let chain = failure.chain(to);
        let first = chain.first()?;
        let clauses = chain.iter().flat_map(|link| [self.missing(link), Some(self.falls(link.id))]);
        let rest = clauses.flatten().reduce(|before, next| {
            self.say("chain-then", &[("before", before.into()), ("next", next.into())])
        })?;
        Some(self.say("chain", &[("what", self.name(first.through).into()), ("rest", rest.into())]))
    }

    /// Why an item is not in the plan now; nothing for one that is.
    #[must_use]
    pub fn absent(&self, graph: &Graph, id: Id) -> Option<Said> {
        let item = self.plan.item(id).filter(|_| graph.presence(id) == Presence::Absent)?;
        if item.status.is_some_and(|status| status.value == Status::Dropped) {
            let sentence = self.say("reason-dropped", &[]);
            return Some(Said { sentence, need: None, of: None, gone: Vec::new() });
        }
        let holder = item.holder.map(|holder| self.plan.items[holder as usize].id);
        let holder = holder.filter(|&holder| graph.presence(holder) == Presence::Absent);
        let option = || item.only_if().map(|option| self.plan.option_id(option));
        holder.or_else(option).map(|with| self.left_with(with))
    }

    /// The organisations with which these people fall.
    #[must_use]
    pub fn organisations_of(&self, people: &[Id], failure: &Failure<'_>) -> Vec<Id> {
        let reasons = people.iter().flat_map(|&person| failure.reasons(person));
        let mut organisations: Vec<Id> = reasons
            .flat_map(|reason| if let Reason::Broken(broken) = reason { broken.fallen } else { Vec::new() })
            .collect();
        organisations.sort_unstable();
        organisations.dedup();
        organisations
    }

    /// A thing inside a sentence. Somebody is called by the name before the first comma, where nobody else has that.
    ///
    /// An English article is small there: `the east bank`.
    #[must_use]
    pub fn name(&self, id: Id) -> String {
        let short = short(self.plan.title_of(id));
        let is_clear = is_somebody(self.plan.names.get(id).kind)
            && !short.is_empty()
            && short.chars().count() <= LONGEST_NAME
            && self.names.get(short) == Some(&1);
        if is_clear && !self.wording.hides(id) {
            // The sentence gives the article its capital back where it begins with it.
            let short = shortened(short, LONGEST_NAME);
            let without_article = short.strip_prefix("The ");
            without_article.map_or_else(|| shown(&short).into_owned(), |rest| format!("the {}", shown(rest)))
        } else {
            self.wording.quoted(id)
        }
    }

    /// Up to three of them, joined as in a sentence; of more, the first two and how many follow.
    #[must_use]
    pub fn list(&self, ids: &[Id]) -> String {
        let name = |index: usize| self.name(ids[index]).into();
        match ids.len() {
            0 => String::new(),
            1 => self.name(ids[0]),
            2 => self.say("list-two", &[("a", name(0)), ("b", name(1))]),
            3 => self.say("list-three", &[("a", name(0)), ("b", name(1)), ("c", name(2))]),
            more => self.say("list-more", &[("a", name(0)), ("b", name(1)), ("count", (more - 2).into())]),
        }
    }

    fn say(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        self.wording.catalogue.say(id, args)
    }

    fn reason(&self, failure: &Failure<'_>, id: Id, reason: &Reason) -> Said {
        match reason {
            Reason::Bare => {
                Said { sentence: self.say("reason-bare", &[]), need: None, of: None, gone: Vec::new() }
            }
            Reason::Absent(with) => self.left_with(*with),
            Reason::Broken(broken) => {
                let gone = gone(broken);
                let sentence = match broken.stand.need {
                    Need::Support => self.support(failure, broken, &gone),
                    Need::Money if broken.stand.at_least.is_none() => self.amounts(id, broken, &gone),
                    need => self.need("reason", need, broken.stand.of, &gone, &[]),
                };
                Said { sentence, need: Some(broken.stand.need), of: broken.stand.of, gone }
            }
        }
    }

    /// That it is not in the plan, because of this option or this item.
    fn left_with(&self, with: Id) -> Said {
        let name = self.name(with).into();
        let sentence = match self.plan.names.get(with).kind {
            Kind::Option => self.say("reason-option", &[("option", name)]),
            _ => self.say("reason-holder", &[("holder", name)]),
        };
        Said { sentence, need: None, of: None, gone: vec![with] }
    }

    /// A sentence about a need of these.
    fn need(
        &self,
        message: &str,
        need: Need,
        party: Option<Id>,
        gone: &[Id],
        more: &[(&str, FluentValue<'_>)],
    ) -> String {
        let party = party.map_or_else(String::new, |party| self.name(party));
        let mut args: Vec<(&str, FluentValue<'_>)> = vec![
            ("need", need.name().into()),
            ("gone", self.list(gone).into()),
            ("count", gone.len().into()),
            ("party", party.into()),
        ];
        for (name, value) in more {
            args.retain(|(other, _)| other != name);
            args.push((name, value.clone()));
        }
        self.say(message, &args)
    }

    fn support(&self, failure: &Failure<'_>, broken: &Broken, gone: &[Id]) -> String {
        let counted = broken.stand.members.len() + broken.absent.len();
        let how = if broken.standing.is_empty() && counted == 1 {
            "only"
        } else if broken.standing.is_empty() {
            "every"
        } else if broken.stand.all {
            "all"
        } else {
            "some"
        };
        if broken.standing.is_empty()
            && let Some(same) = Self::same_reason(failure, gone)
        {
            let members = [("members", self.list(gone).into()), ("count", gone.len().into())];
            let mut causes = same.fallen.clone();
            causes.sort_unstable();
            return self.need("reason-support-same", same.stand.need, same.stand.of, &causes, &members);
        }
        let args = [
            ("how", how.into()),
            ("gone", self.list(gone).into()),
            ("count", gone.len().into()),
            ("needed", broken.stand.at_least.unwrap_or(0).into()),
            ("members", broken.stand.members.len().into()),
            ("left", broken.standing.len().into()),
        ];
        self.say("reason-support", &args)
    }

    /// Why all of these have fallen, where it is one and the same reason that lies with what failed.
    fn same_reason(failure: &Failure<'_>, members: &[Id]) -> Option<Broken> {
        // Looking at each of very many would tell nobody more.
        if members.len() > 50 {
            return None;
        }
        let mut same: Option<Broken> = None;
        for &member in members {
            let Some(Reason::Broken(broken)) = failure.reasons(member).into_iter().next() else {
                return None;
            };
            let tells = matches!(broken.stand.need, Need::Who | Need::Access)
                || (broken.stand.need == Need::Money && broken.stand.at_least.is_some());
            let is_direct = tells && broken.fallen.iter().all(|&fallen| failure.has_failed(fallen));
            let is_same = |other: &Broken| {
                (other.stand.need, other.stand.of, &other.fallen)
                    == (broken.stand.need, broken.stand.of, &broken.fallen)
            };
            if !is_direct || !same.as_ref().is_none_or(is_same) {
                return None;
            }
            same.get_or_insert(broken);
        }
        same
    }

    fn amounts(&self, id: Id, broken: &Broken, gone: &[Id]) -> String {
        let work = self.plan.item(id).and_then(|item| item.work.as_deref());
        let (mut sum, mut left) = (0, 0);
        if let Some(Funding::Amounts(amounts)) = work.map(|work| &work.funded_by) {
            sum = amounts.iter().map(|(_, money)| money.value.0).sum();
            let stands = |donor: &Id| broken.standing.contains(donor);
            left =
                amounts.iter().filter(|(donor, _)| stands(&donor.id)).map(|(_, money)| money.value.0).sum();
        }
        let cost = work.and_then(|work| work.cost).map_or(sum, |cost| cost.value.0);
        let (left, cost) = (self.money(Money(left)), self.money(Money(cost)));
        let args = [("gone", self.list(gone).into()), ("left", left.into()), ("cost", cost.into())];
        self.say("reason-amounts", &args)
    }

    fn money(&self, money: Money) -> String {
        let currency = self.plan.currency.as_ref().map(|currency| clipped(&currency.value));
        let money = money.to_string();
        currency.map_or(money.clone(), |currency| format!("{money} {currency}"))
    }

    /// What is missing before something falls; nothing where that has just been said.
    fn missing(&self, link: &ChainLink) -> Option<String> {
        let Reason::Broken(broken) = &link.reason else { return None };
        match broken.stand.need {
            Need::Support | Need::DependsOn | Need::Organisation => None,
            need => Some(self.need("chain-missing", need, broken.stand.of, &[], &[])),
        }
    }

    fn falls(&self, id: Id) -> String {
        let kind = self.plan.names.get(id).kind.name();
        self.say("chain-falls", &[("kind", kind.into()), ("item", self.name(id).into())])
    }
}

/// Reasons of one kind, each of one thing, as one: who waits for five waits for all of them.
fn joined(reasons: Vec<Reason>) -> Vec<Reason> {
    let mut joined: Vec<Reason> = Vec::with_capacity(reasons.len());
    for reason in reasons {
        let Reason::Broken(broken) = reason else {
            joined.push(reason);
            continue;
        };
        let is_of_one =
            matches!(broken.stand.need, Need::Party | Need::Lead | Need::Assumption | Need::DependsOn);
        let before = joined.iter_mut().find_map(|other| match other {
            Reason::Broken(other) if is_of_one && other.stand.need == broken.stand.need => Some(other),
            _ => None,
        });
        match before {
            Some(before) => {
                before.fallen.extend(broken.fallen);
                before.down.extend(broken.down);
                before.stand.members.extend(broken.stand.members);
            }
            None => joined.push(Reason::Broken(broken)),
        }
    }
    joined
}

/// All that does not stand any more, in the order of the text.
fn gone(broken: &Broken) -> Vec<Id> {
    let mut gone = [&broken.fallen[..], &broken.down, &broken.absent].concat();
    gone.sort_unstable();
    gone
}

/// A sentence that does not begin with a small article.
pub(super) fn capital(sentence: &str) -> String {
    sentence.strip_prefix("the ").map_or_else(|| sentence.to_owned(), |rest| format!("The {rest}"))
}

fn is_somebody(kind: Kind) -> bool {
    matches!(kind, Kind::Person | Kind::Organisation | Kind::Donor | Kind::Party)
}

/// What stands before the first comma or bracket.
fn short(title: &str) -> &str {
    title.split([',', '(']).next().unwrap_or(title).trim()
}

#[cfg(test)]
mod tests;
