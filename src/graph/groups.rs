//! Threshold groups: what each node requires, as members with weights and how much of it can be lost.

use super::items::{ItemNode, Items};
use super::lists::Lists;
use super::owners::owners;
use super::presence::Presence;
use crate::plan::{Access, Funding, Item, Kind, Level, Needs, Plan, Ref, Work};

/// Why a group of members must stand for a node to stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Need {
    /// The items that support it.
    Support,
    /// Who does it, or a deputy.
    Who,
    /// The money.
    Money,
    /// The party it is with.
    Party,
    /// Somebody whom that party trusts.
    Access,
    /// The organisation that leads.
    Lead,
    /// An assumption.
    Assumption,
    /// What must be finished first.
    DependsOn,
    /// The organisation of a person.
    Organisation,
}

impl Need {
    /// Its name in messages and in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Support => "support",
            Self::Who => "who",
            Self::Money => "money",
            Self::Party => "party",
            Self::Access => "access",
            Self::Lead => "lead",
            Self::Assumption => "assumption",
            Self::DependsOn => "depends_on",
            Self::Organisation => "organisation",
        }
    }
}

/// A member of a group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Member {
    /// The node.
    pub node: u32,
    /// How much of the group is lost with it: 1, or money in hundredths.
    pub weight: u64,
}

/// A requirement of a node: met while no more than `slack` of its members' weight is lost.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group {
    /// Who requires it.
    pub owner: u32,
    /// What for.
    pub need: Need,
    /// How much can be lost.
    pub slack: u64,
    /// How much can be lost where every `needs` that is not said is read as `all`.
    pub slack_if_all: u64,
    first: u32,
    len: u32,
}

/// All groups of a plan.
#[derive(Debug)]
pub(super) struct Groups {
    all: Vec<Group>,
    members: Vec<Member>,
    /// For each node its own groups, as a range: the groups stand in the order of their owners.
    of_owner: Lists<u32>,
    /// For each node the groups it is a member of, with its weight there.
    memberships: Lists<(u32, u64)>,
    /// Nodes that do not stand though nothing has failed: results without a supporter, work whose money cannot suffice.
    pub down: Vec<u32>,
    /// How many nodes there are, joined members included.
    pub nodes: usize,
    /// How many nodes stand for several members that count as one: supporters under different options of one undecided
    /// choice, or those whom a party trusts. Their numbers follow those of the ids.
    joined: usize,
}

impl Groups {
    /// A group by number.
    pub(super) fn get(&self, group: u32) -> &Group {
        &self.all[group as usize]
    }

    /// Whether a node does not stand though nothing has failed, and whatever stands beside it.
    pub(super) fn never_stands(&self, node: u32) -> bool {
        self.down.binary_search(&node).is_ok()
    }

    /// How many groups there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The members of a group, in the order of the text.
    pub(super) fn members(&self, group: u32) -> &[Member] {
        let group = self.get(group);
        &self.members[group.first as usize..][..group.len as usize]
    }

    /// The members of all groups of a node, which stand one after the other.
    pub(super) fn members_of(&self, node: u32) -> &[Member] {
        let (Some(&first), Some(&last)) = (self.of(node).first(), self.of(node).last()) else { return &[] };
        let (first, last) = (self.get(first), self.get(last));
        &self.members[first.first as usize..(last.first + last.len) as usize]
    }

    /// What a joined member stands for; nothing for any other node.
    pub(super) fn joined_in(&self, node: u32) -> Option<&[Member]> {
        let is_joined = node as usize >= self.nodes - self.joined;
        is_joined.then(|| self.of(node).first().map(|&group| self.members(group))).flatten()
    }

    /// The groups of a node.
    pub(super) fn of(&self, node: u32) -> &[u32] {
        self.of_owner.get(node)
    }

    /// The groups a node is a member of, with its weight there.
    pub(super) fn memberships(&self, node: u32) -> &[(u32, u64)] {
        self.memberships.get(node)
    }
}

/// What an item requires of its supporters: those still open, joined as they count, and how many are done.
#[derive(Debug, Default)]
pub(super) struct SupportGroup {
    /// Supporters that count alone.
    pub alone: Vec<u32>,
    /// Supporters that count together as one member.
    pub joined: Vec<Vec<u32>>,
    /// How many members are done.
    pub done: usize,
}

impl SupportGroup {
    /// The group of these present supporters. Those whose own `only_if` name different options of one undecided choice
    /// count as one member.
    pub(super) fn of(present: impl Iterator<Item = u32>, items: &Items) -> Self {
        let mut group = Self::default();
        group.fill(present, items, |_| true);
        group
    }

    /// Makes it the group of these present supporters, where `is_open` says which of the choices that the plan leaves
    /// open still are.
    pub(super) fn fill(
        &mut self,
        present: impl Iterator<Item = u32>,
        items: &Items,
        is_open: impl Fn(u32) -> bool,
    ) {
        self.alone.clear();
        self.joined.clear();
        self.done = 0;
        let mut under_choice: Vec<(u32, Vec<&ItemNode>)> = Vec::new();
        for supporter in present.filter_map(|node| items.get(node)) {
            match supporter.under.filter(|(choice, _)| is_open(*choice)) {
                None => self.add(supporter),
                Some((choice, _)) => match under_choice.iter_mut().find(|(other, _)| *other == choice) {
                    Some((_, members)) => members.push(supporter),
                    None => under_choice.push((choice, vec![supporter])),
                },
            }
        }
        for (_, members) in under_choice {
            if members.windows(2).all(|pair| pair[0].under == pair[1].under) {
                for member in members {
                    self.add(member);
                }
            } else if members.iter().any(|member| member.presence == Presence::Done) {
                self.done += 1;
            } else {
                self.joined.push(members.iter().map(|member| member.node).collect());
            }
        }
    }

    fn add(&mut self, supporter: &ItemNode) {
        if supporter.presence == Presence::Done {
            self.done += 1;
        } else {
            self.alone.push(supporter.node);
        }
    }

    /// How many members are not done.
    pub(super) fn open(&self) -> usize {
        self.alone.len() + self.joined.len()
    }

    /// How many of these must stand.
    pub(super) fn required(&self, needs: Needs) -> usize {
        match needs {
            Needs::Any => 1,
            Needs::All => self.open(),
            Needs::Count(n) => (n as usize).saturating_sub(self.done).max(1).min(self.open()),
        }
    }
}

/// Makes the groups of a plan, owner by owner.
pub(super) struct Builder<'a> {
    plan: &'a Plan,
    items: &'a Items,
    groups: Vec<Group>,
    members: Vec<Member>,
    down: Vec<u32>,
    /// Members of the joined nodes.
    joined: Vec<Vec<u32>>,
    /// For each party the node that stands for all whom it trusts, once some work is with it.
    access: Vec<Option<u32>>,
}

impl<'a> Builder<'a> {
    /// The groups of the whole plan.
    pub(super) fn build(plan: &'a Plan, items: &'a Items) -> Groups {
        let ids = plan.names.len();
        let mut builder = Self {
            plan,
            items,
            groups: Vec::with_capacity(ids * 2),
            members: Vec::with_capacity(ids * 3),
            down: Vec::new(),
            joined: Vec::new(),
            access: vec![None; plan.parties.len()],
        };
        for (item, node) in plan.items.iter().zip(items.iter()) {
            if node.has_requirements() {
                builder.item(item, node);
            }
        }
        for person in &plan.people {
            builder.each(person.id.0, Need::Organisation, person.organisation.as_slice());
        }
        let joined = std::mem::take(&mut builder.joined);
        for (index, members) in joined.iter().enumerate() {
            builder.any((ids + index) as u32, Need::Support, members.iter().copied());
        }
        builder.finish(ids + joined.len(), joined.len())
    }

    fn finish(mut self, nodes: usize, joined: usize) -> Groups {
        self.down.sort_unstable();
        self.down.dedup();
        let owners: Vec<(u32, u32)> =
            self.groups.iter().enumerate().map(|(index, group)| (group.owner, index as u32)).collect();
        let mut memberships = Vec::with_capacity(self.members.len());
        for (index, group) in self.groups.iter().enumerate() {
            let members = &self.members[group.first as usize..][..group.len as usize];
            memberships.extend(members.iter().map(|member| (member.node, (index as u32, member.weight))));
        }
        Groups {
            of_owner: Lists::of(nodes, &owners),
            memberships: Lists::of(nodes, &memberships),
            all: self.groups,
            members: self.members,
            down: self.down,
            nodes,
            joined,
        }
    }

    fn item(&mut self, item: &Item, node: &ItemNode) {
        self.support(node);
        if matches!(item.level, Level::Activity | Level::Task) {
            let owners = owners(self.plan, self.items, item);
            self.any(node.node, Need::Who, owners.into_iter().map(|id| id.0));
        }
        if let Some(work) = item.work.as_deref() {
            self.work(node.node, work);
        }
        self.each(node.node, Need::Assumption, &item.assumes);
    }

    fn support(&mut self, node: &ItemNode) {
        if node.level == Level::Task {
            return;
        }
        let group = SupportGroup::of(self.items.present_supporters(node.node), self.items);
        let open = group.open();
        if open == 0 {
            if group.done == 0 && node.level != Level::Activity {
                self.down.push(node.node);
            }
            return;
        }
        let required = group.required(node.needs());
        let if_all = if node.said.is_some() { required } else { open };
        let joined = (self.plan.names.len() + self.joined.len()) as u32;
        let members = group.alone.into_iter().chain(joined..joined + group.joined.len() as u32);
        self.joined.extend(group.joined);
        self.push(node.node, Need::Support, members, (open - required) as u64);
        if let Some(group) = self.groups.last_mut() {
            group.slack_if_all = (open - if_all) as u64;
        }
    }

    fn work(&mut self, node: u32, work: &Work) {
        self.money(node, work);
        for link in &work.with {
            let thing = self.plan.names.get(link.to.id);
            if thing.kind != Kind::Party {
                continue;
            }
            self.each(node, Need::Party, &[link.to]);
            self.access(node, thing.index as usize);
        }
        self.each(node, Need::Lead, work.lead.as_slice());
        for target in work.depends_on.iter().filter(|target| self.items.is_present(target.id.0)) {
            self.each(node, Need::DependsOn, &[*target]);
        }
    }

    /// Somebody whom a party trusts. Much work may be with one party, so where there are several they are written once,
    /// as members of a node that stands for them.
    fn access(&mut self, node: u32, party: usize) {
        let member = self.access[party].or_else(|| {
            let access = self.plan.parties[party].access.iter();
            let trusted = access.filter(|(_, access)| access.value >= Access::Working);
            match trusted.map(|(person, _)| person.id.0).collect::<Vec<_>>()[..] {
                [] => None,
                [only] => Some(only),
                ref several => {
                    self.joined.push(several.to_vec());
                    Some((self.plan.names.len() + self.joined.len() - 1) as u32)
                }
            }
        });
        self.access[party] = member;
        if let Some(member) = member {
            self.push(node, Need::Access, std::iter::once(member), 0);
        }
    }

    fn money(&mut self, node: u32, work: &Work) {
        match &work.funded_by {
            Funding::Unsaid => {}
            Funding::Whole(donors) => self.any(node, Need::Money, donors.iter().map(|donor| donor.id.0)),
            Funding::Amounts(amounts) => {
                let sum: u128 = amounts.iter().map(|(_, money)| u128::from(money.value.0)).sum();
                let threshold = work.cost.map_or(sum, |cost| sum.min(u128::from(cost.value.0)));
                let percent = u128::from(self.plan.settings.money_enough_percent);
                let required = (threshold * percent).div_ceil(100);
                if required > sum {
                    self.down.push(node);
                }
                let slack = u64::try_from(sum.saturating_sub(required)).unwrap_or(u64::MAX);
                let first = self.members.len() as u32;
                let members =
                    amounts.iter().map(|(donor, money)| Member { node: donor.id.0, weight: money.value.0 });
                self.members.extend(members);
                self.close(node, Need::Money, first, slack);
            }
        }
    }

    /// A group of its own for each of these.
    fn each(&mut self, owner: u32, need: Need, members: &[Ref]) {
        for member in members {
            self.push(owner, need, std::iter::once(member.id.0), 0);
        }
    }

    /// One group, of which any member is enough; none where there is no member.
    fn any(&mut self, owner: u32, need: Need, members: impl Iterator<Item = u32>) {
        let first = self.members.len();
        self.push(owner, need, members, 0);
        let len = (self.members.len() - first) as u64;
        match self.groups.last_mut() {
            Some(_) if len == 0 => drop(self.groups.pop()),
            Some(group) => (group.slack, group.slack_if_all) = (len - 1, len - 1),
            None => {}
        }
    }

    fn push(&mut self, owner: u32, need: Need, members: impl Iterator<Item = u32>, slack: u64) {
        let first = self.members.len() as u32;
        self.members.extend(members.map(|node| Member { node, weight: 1 }));
        self.close(owner, need, first, slack);
    }

    fn close(&mut self, owner: u32, need: Need, first: u32, slack: u64) {
        let len = self.members.len() as u32 - first;
        self.groups.push(Group { owner, need, slack, slack_if_all: slack, first, len });
    }
}
