//! What stands, what falls, what is lost: by taking things away and working all of it out again.
//!
//! The quotes are sentences of the contract ("What the graph means" and "The plan file"). Where one can be read in
//! two ways, the comment says `Read as`.

use std::collections::{BTreeMap, BTreeSet};

use crate::cycles;
use crate::model::{Choice, FundedBy, Item, Level, Needs, Pick, Plan, Status};

pub type Ids = BTreeSet<String>;

/// How a `needs` that is not said is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaid {
    AsWritten,
    /// "every `needs` that is not said read as `all`"
    All,
}

/// A plan, with what does not change when something fails.
pub struct World<'a> {
    pub plan: &'a Plan,
    /// The options in no feasible scheme.
    pub closed: BTreeSet<Pick>,
    /// The sets of the cycles of the baseline.
    pub cycles: Vec<Ids>,
}

impl<'a> World<'a> {
    pub fn new(plan: &'a Plan) -> World<'a> {
        let mut world = World { plan, closed: closed_options(plan), cycles: Vec::new() };
        world.cycles = cycles::sets(&world);
        world
    }

    pub fn holder(&self, item: &Item) -> Option<&'a Item> {
        self.plan.item(item.nested_in.as_deref()?)
    }

    // Present, done, open

    /// "Absent = `status: dropped`; or `only_if` an option that is not picked or is closed; or nested in an absent
    /// item." "A choice fails = none of its options happens: every item with an `only_if` on it is absent."
    pub fn is_absent(&self, item: &Item, failed: &Ids) -> bool {
        let dropped = item.status == Some(Status::Dropped);
        let not_picked = item.only_if.as_ref().is_some_and(|pick| {
            let choice = self.plan.choice(&pick.choice).expect("a choice of the plan");
            match &choice.chosen {
                _ if failed.contains(&choice.id) => true,
                // An option that fails does not happen; what-if alone asks for it.
                _ if failed.contains(&format!("{}.{}", pick.choice, pick.option)) => true,
                // "decided choices as chosen"
                Some(chosen) => *chosen != pick.option,
                // "under an undecided choice the items of every option that is not closed are present"
                None => self.closed.contains(pick),
            }
        });
        // Read as: also where the nesting is upside-down.
        let in_an_absent_item = self.holder(item).is_some_and(|holder| self.is_absent(holder, failed));
        dropped || not_picked || in_an_absent_item
    }

    pub fn is_present(&self, item: &Item) -> bool {
        !self.is_absent(item, &Ids::new())
    }

    /// "Done = `status: done`, or nested in a done item without a `status` of its own."
    /// Read as: the item that it stands in directly.
    pub fn is_done(&self, item: &Item) -> bool {
        match item.status {
            Some(status) => status == Status::Done,
            None => self.holder(item).is_some_and(|holder| self.is_done(holder)),
        }
    }

    /// "Open = present and not done."
    pub fn is_open(&self, item: &Item) -> bool {
        self.is_present(item) && !self.is_done(item)
    }

    pub fn open_items(&self) -> impl Iterator<Item = &'a Item> {
        self.plan.all_items().filter(|item| self.is_open(item))
    }

    // Support

    /// "A link or nesting to a lower level, or onto a task, is `upside-down`, and then no edge. A self-link is a
    /// `cycle`." Here: whether a written link gives an edge.
    pub fn link_gives_edge(&self, item: &Item, target: &str) -> bool {
        let target = self.plan.item(target).expect("an item of the plan");
        target.id == item.id || (target.level >= item.level && target.level != Level::Task)
    }

    /// "Its level must be lower than its holder's."
    pub fn nesting_gives_edge(&self, item: &Item) -> bool {
        self.holder(item).is_some_and(|holder| holder.level > item.level)
    }

    /// What the item supports: by `supports`, by its nesting, or by default.
    pub fn supported_by(&self, item: &Item) -> Vec<&'a Item> {
        let mut ids: Vec<&str> = Vec::new();
        ids.extend(
            item.supports.iter().map(String::as_str).filter(|target| self.link_gives_edge(item, target)),
        );
        if self.nesting_gives_edge(item) {
            ids.extend(item.nested_in.as_deref());
        }
        // "Without it and not nested: a goal supports the ambition; an objective too where the plan has no goals; an
        // activity too where it has neither; a task where it has nothing else." Read as: a link that is upside-down
        // is written all the same.
        if item.supports.is_empty() && item.nested_in.is_none() && item.level != Level::Ambition {
            let levels_between =
                self.plan.items.iter().any(|other| other.level > item.level && other.level < Level::Ambition);
            if !levels_between {
                ids.push("ambition");
            }
        }
        let mut found: Vec<&Item> = Vec::new();
        for id in ids {
            if !found.iter().any(|other| other.id == id) {
                found.push(self.plan.item(id).expect("an item of the plan"));
            }
        }
        found
    }

    /// "Supporters of x: the items that name x in `supports`, that are nested in x, or that support it by
    /// plan-format's default."
    pub fn supporters(&self, item: &Item) -> Vec<&'a Item> {
        let supports_it = |other: &&Item| self.supported_by(other).iter().any(|target| target.id == item.id);
        self.plan.all_items().filter(supports_it).collect()
    }

    pub fn present_supporters(&self, item: &Item) -> Vec<&'a Item> {
        self.supporters(item).into_iter().filter(|other| self.is_present(other)).collect()
    }

    /// What one reaches upwards from the item by support, itself left out (unless a cycle leads back to it),
    /// over items that `may_pass`.
    pub fn above(&self, item: &Item, may_pass: impl Fn(&Item) -> bool) -> Ids {
        let mut found = Ids::new();
        let mut next = vec![item];
        while let Some(item) = next.pop() {
            for target in self.supported_by(item) {
                if may_pass(target) && found.insert(target.id.clone()) {
                    next.push(target);
                }
            }
        }
        found
    }

    /// Read as: over present items. (Only `orphan` counts "absent items on the way included".)
    pub fn is_below(&self, lower: &Item, upper: &Item) -> bool {
        self.above(lower, |item| self.is_present(item)).contains(&upper.id)
    }

    /// "present objectives, present goals", and the like.
    pub fn present_of(&self, level: Level) -> Vec<&'a Item> {
        self.plan.of_level(level).filter(|item| self.is_present(item)).collect()
    }

    /// "The items of such a set stand whatever fails, are no candidates and no results"
    pub fn is_in_cycle(&self, item: &Item) -> bool {
        self.cycles.iter().any(|set| set.contains(&item.id))
    }

    // Standing

    /// All that stands when `failed` has failed: "A node stands when it has not failed itself and every one of its
    /// groups is met."
    ///
    /// It begins with everything and takes away what has a group that is not met, until nothing more goes.
    pub fn standing(&self, failed: &Ids, unsaid: Unsaid) -> Ids {
        let plan = self.plan;
        let mut standing = Ids::new();
        standing.extend(plan.all_items().map(|item| item.id.clone()));
        standing.extend(plan.people.iter().map(|person| person.id.clone()));
        // "organisation, donor, party, assumption: none" (no group); "In the baseline every assumption stands";
        // "A donor stands in the baseline whatever its `state`."
        standing.extend(plan.organisations.iter().cloned());
        standing.extend(plan.donors.iter().cloned());
        standing.extend(plan.parties.iter().map(|party| party.id.clone()));
        standing.extend(plan.assumptions.iter().map(|assumption| assumption.id.clone()));
        standing.retain(|id| !failed.contains(id));
        // "An absent item does not stand and is no member of any group."
        for item in plan.all_items() {
            if self.is_absent(item, failed) {
                standing.remove(&item.id);
            }
        }
        loop {
            let state = State { world: self, failed, unsaid, standing: &standing };
            let fallen: Ids = standing.iter().filter(|id| !state.all_groups_met(id)).cloned().collect();
            if fallen.is_empty() {
                return standing;
            }
            standing.retain(|id| !fallen.contains(id));
        }
    }

    /// "`falls(X)` = items that stand in the baseline and do not when X has failed, X left out"
    pub fn falls(&self, failed: &Ids, unsaid: Unsaid) -> Ids {
        let before = self.standing(&Ids::new(), unsaid);
        let after = self.standing(failed, unsaid);
        let items = self.plan.all_items().map(|item| item.id.clone());
        items.filter(|id| before.contains(id) && !after.contains(id) && !failed.contains(id)).collect()
    }

    /// "`loss(X)` = the results among those"
    pub fn loss(&self, failed: &Ids) -> Ids {
        self.falls(failed, Unsaid::AsWritten).intersection(&self.results()).cloned().collect()
    }

    /// "`loss_if_all(X)` = the same with every `needs` that is not said read as `all`, in baseline and failure alike"
    pub fn loss_if_all(&self, failed: &Ids) -> Ids {
        self.falls(failed, Unsaid::All).intersection(&self.results()).cloned().collect()
    }

    /// "Results = the present objectives, and the present goals that have no present objective below them; where
    /// there is neither, the ambition." Read as: the items of a cycle are left out after that.
    pub fn results(&self) -> Ids {
        let objectives = self.present_of(Level::Objective);
        let mut results = objectives.clone();
        for goal in self.present_of(Level::Goal) {
            if !objectives.iter().any(|objective| self.is_below(objective, goal)) {
                results.push(goal);
            }
        }
        if results.is_empty() {
            results.push(&self.plan.ambition);
        }
        results.into_iter().filter(|item| !self.is_in_cycle(item)).map(|item| item.id.clone()).collect()
    }
}

/// Who is standing for the moment, while the standing is worked out.
struct State<'w> {
    world: &'w World<'w>,
    failed: &'w Ids,
    unsaid: Unsaid,
    standing: &'w Ids,
}

impl State<'_> {
    fn stands(&self, id: &str) -> bool {
        self.standing.contains(id)
    }

    fn any_stands<'i>(&self, mut ids: impl Iterator<Item = &'i String>) -> bool {
        ids.any(|id| self.stands(id))
    }

    fn is_present(&self, item: &Item) -> bool {
        !self.world.is_absent(item, self.failed)
    }

    fn all_groups_met(&self, id: &str) -> bool {
        if let Some(person) = self.world.plan.person(id) {
            // "person: its `organisation`"
            return person.organisation.as_ref().is_none_or(|organisation| self.stands(organisation));
        }
        let Some(item) = self.world.plan.item(id) else { return true };
        // "A present done item stands whatever fails." "The items of such a set stand whatever fails".
        if self.world.is_done(item) || self.world.is_in_cycle(item) {
            return true;
        }
        let for_all_levels = self.lead_met(item) && self.assumptions_met(item) && self.dependencies_met(item);
        for_all_levels
            && match item.level {
                // "present supporters by `needs`; without any it does not stand"
                Level::Ambition | Level::Goal | Level::Objective => {
                    self.supporters_met(item).unwrap_or(false)
                }
                // "present supporters by `needs`, where there are any; who; money; access, one a party in `with`"
                Level::Activity => self.supporters_met(item).unwrap_or(true) && self.work_met(item),
                // "as an activity, without supporters"
                Level::Task => self.work_met(item),
            }
    }

    fn work_met(&self, item: &Item) -> bool {
        self.who_met(item) && self.money_met(item) && self.access_met(item)
    }

    /// The group of `needs`, or `None` where there is no present supporter.
    fn supporters_met(&self, item: &Item) -> Option<bool> {
        let supporters = self.world.supporters(item);
        let present: Vec<&Item> = supporters.into_iter().filter(|other| self.is_present(other)).collect();
        if present.is_empty() {
            return None;
        }
        let members = self.members(&present);
        let done = members.iter().filter(|member| member.done).count();
        let others: Vec<&Member> = members.iter().filter(|member| !member.done).collect();
        let standing = others.iter().filter(|member| member.stands).count();
        // "Done members are met. Of the other members, if there are any:"
        if others.is_empty() {
            return Some(true);
        }
        Some(match self.needs(item) {
            // "`any` = at least one stands"
            Needs::Any => standing >= 1,
            // "`all` = all"
            Needs::All => standing == others.len(),
            // "`n` = at least max(1, n − done members), but no more than there are"
            Needs::Count(count) => standing >= count.saturating_sub(done).max(1).min(others.len()),
        })
    }

    /// "Not said: `all` on an activity, else `any`."
    fn needs(&self, item: &Item) -> Needs {
        match (item.needs, item.level, self.unsaid) {
            (Some(needs), _, _) => needs,
            (None, Level::Activity, _) | (None, _, Unsaid::All) => Needs::All,
            (None, _, Unsaid::AsWritten) => Needs::Any,
        }
    }

    /// "members are the present supporters; those whose own `only_if` names different options of one undecided choice
    /// count together as one member, which stands (or is done) when any of them does."
    fn members(&self, present: &[&Item]) -> Vec<Member> {
        let mut alone: Vec<&Item> = Vec::new();
        let mut by_choice: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
        for item in present {
            match &item.only_if {
                Some(pick) if self.is_undecided(&pick.choice) => {
                    by_choice.entry(&pick.choice).or_default().push(item);
                }
                _ => alone.push(item),
            }
        }
        let mut members = Vec::new();
        for items in by_choice.into_values() {
            let options: BTreeSet<_> = items.iter().filter_map(|item| item.only_if.as_ref()).collect();
            if options.len() >= 2 {
                members.push(self.member(&items));
            } else {
                alone.extend(items);
            }
        }
        members.extend(alone.into_iter().map(|item| self.member(&[item])));
        members
    }

    fn member(&self, items: &[&Item]) -> Member {
        Member {
            stands: items.iter().any(|item| self.stands(&item.id)),
            done: items.iter().any(|item| self.world.is_done(item)),
        }
    }

    fn is_undecided(&self, choice: &str) -> bool {
        self.world.plan.choice(choice).is_some_and(|choice| choice.chosen.is_none())
    }

    /// "who (any): `who`, the item's own `deputy`s, the `deputy`s of `who`. Without `who`, a task takes the `who` and
    /// `deputy`s of the activity it is nested in (else of the first activity it supports), beside its own `deputy`s.
    /// Still no `who`: no group."
    ///
    /// Read as: the deputies of a `who` that is taken over count too.
    fn who_met(&self, item: &Item) -> bool {
        let mut persons: Vec<String> = item.deputies.clone();
        let mut who = item.who.clone();
        if who.is_none()
            && item.level == Level::Task
            && let Some(activity) = activity_of(self.world, item)
        {
            who.clone_from(&activity.who);
            persons.extend(activity.deputies.iter().cloned());
        }
        let Some(who) = who else { return true };
        persons.extend(self.world.plan.person(&who).expect("a person of the plan").deputies.iter().cloned());
        persons.push(who);
        self.any_stands(persons.iter())
    }

    /// "money: a mapping: the amounts, met when 100 × standing ≥ 80 × threshold (`money_enough_percent`), threshold =
    /// the lesser of cost and the sum, or the sum where no cost is given. One donor, or a list: any. Only the item's
    /// own `funded_by`."
    fn money_met(&self, item: &Item) -> bool {
        match &item.funded_by {
            None => true,
            Some(FundedBy::Donors(donors)) => self.any_stands(donors.iter()),
            Some(FundedBy::Amounts(amounts)) => {
                let sum: u64 = amounts.iter().map(|(_, amount)| amount).sum();
                let threshold = item.cost.map_or(sum, |cost| cost.min(sum));
                let standing: u64 =
                    amounts.iter().filter(|(donor, _)| self.stands(donor)).map(|(_, amount)| amount).sum();
                let percent = self.world.plan.settings.money_enough_percent.unwrap_or(80);
                100 * standing >= percent as u64 * threshold
            }
        }
    }

    /// "access of a party p in `with`: p itself (all); and (any) the persons whose `access` to p is `trusted` or
    /// `working`, where there is one." "A constituency in `with` is no group."
    fn access_met(&self, item: &Item) -> bool {
        let parties = item.with.iter().filter_map(|id| self.world.plan.party(id));
        parties.into_iter().all(|party| {
            let persons: Vec<&String> = party
                .access
                .iter()
                .filter(|(_, trust)| *trust != "strained")
                .map(|(person, _)| person)
                .collect();
            self.stands(&party.id) && (persons.is_empty() || self.any_stands(persons.into_iter()))
        })
    }

    /// "`lead`, assumptions, `depends_on`: all."
    fn lead_met(&self, item: &Item) -> bool {
        item.lead.as_ref().is_none_or(|lead| self.stands(lead))
    }

    fn assumptions_met(&self, item: &Item) -> bool {
        item.assumes.iter().all(|assumption| self.stands(assumption))
    }

    /// "An absent dependency is no member."
    fn dependencies_met(&self, item: &Item) -> bool {
        let dependencies = item.depends_on.iter().filter_map(|id| self.world.plan.item(id));
        dependencies.into_iter().filter(|other| self.is_present(other)).all(|other| self.stands(&other.id))
    }
}

/// One member of a group of supporters.
struct Member {
    stands: bool,
    done: bool,
}

/// "the activity it is nested in (else of the first activity it supports)". Read as: the one it stands in directly;
/// the first as `supports` names them, present or not.
pub fn activity_of<'a>(world: &World<'a>, task: &Item) -> Option<&'a Item> {
    let holder = world.holder(task).filter(|holder| holder.level == Level::Activity);
    holder.or_else(|| {
        let named = task.supports.iter().filter_map(|id| world.plan.item(id));
        named.into_iter().find(|item| item.level == Level::Activity)
    })
}

/// "A scheme picks one option for each choice (a decided choice keeps its own) so that no two picks exclude each other.
/// No choices: one scheme with no picks." Here: all products, then those that are feasible.
pub fn feasible_schemes(plan: &Plan) -> Vec<Vec<Pick>> {
    let mut schemes: Vec<Vec<Pick>> = vec![Vec::new()];
    for choice in &plan.choices {
        let options = choice.chosen.as_ref().map_or(choice.options.clone(), |chosen| vec![chosen.clone()]);
        let mut longer = Vec::new();
        for scheme in &schemes {
            for option in &options {
                let mut scheme = scheme.clone();
                scheme.push(Pick { choice: choice.id.clone(), option: option.clone() });
                longer.push(scheme);
            }
        }
        schemes = longer;
    }
    schemes.retain(|scheme| {
        !scheme.iter().any(|one| scheme.iter().any(|other| one != other && excludes(plan, one, other)))
    });
    schemes
}

pub fn excludes(plan: &Plan, one: &Pick, other: &Pick) -> bool {
    // "works both ways": the caller asks for each pair in both orders.
    let choice = plan.choice(&one.choice).expect("a choice of the plan");
    choice.excludes.iter().any(|(own, barred)| *own == one.option && barred == other)
}

/// "An option of an undecided choice in no feasible scheme is closed; where no scheme is feasible, nothing is called
/// closed"; "past `schemes_max` it stops, says so, and then gives neither closed nor hangs".
pub fn closed_options(plan: &Plan) -> BTreeSet<Pick> {
    let schemes = feasible_schemes(plan);
    if schemes.is_empty() || schemes.len() > plan.settings.schemes_max.unwrap_or(100_000) {
        return BTreeSet::new();
    }
    let undecided = plan.choices.iter().filter(|choice| choice.chosen.is_none());
    let options = undecided.flat_map(|choice: &Choice| {
        choice.options.iter().map(|option| Pick { choice: choice.id.clone(), option: option.clone() })
    });
    options.filter(|pick| !schemes.iter().any(|scheme| scheme.contains(pick))).collect()
}
