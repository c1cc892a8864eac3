//! Where a plan is weak: bottlenecks and single threads, as `semantics.md` defines them.

use super::Graph;
use super::listed::{Listed, Lister};
use super::losses::{self, Single};
use super::standing::{Reading, Standing, mark_of};
use super::threads::{SingleThread, Threads};
use crate::plan::{Holds, Id, Kind, Level, Plan};
use std::collections::HashMap;

/// Something that much falls without, and that falls with no other bottleneck itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bottleneck {
    /// What fails.
    pub id: Id,
    /// The results lost.
    pub loss: Listed,
    /// How many open activities fall, itself left out.
    pub activities: u32,
    /// Bottlenecks that fall with it.
    pub through: Listed,
    /// Others of its kind with the same loss and the same `through`, in the order of the text.
    pub also: Vec<Id>,
}

/// An assumption that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenAssumption {
    /// The assumption.
    pub assumption: Id,
    /// The results lost without it.
    pub loss: Listed,
}

/// Bottlenecks and single threads, and what is lost with assumptions that do not hold.
#[derive(Debug, Default)]
pub struct WeakPoints {
    /// In the order of the text.
    pub bottlenecks: Vec<Bottleneck>,
    /// In the order of the text.
    pub single_threads: Vec<SingleThread>,
    /// In the order of the text.
    pub broken: Vec<BrokenAssumption>,
}

/// How much must fall for a thing to be a bottleneck.
struct Measures {
    results: u32,
    /// The same for a person, an organisation or a donor.
    results_of_people: u32,
    activities: u32,
}

impl Measures {
    fn of(plan: &Plan, standing_results: usize, open_activities: usize) -> Self {
        let share = |of: usize, percent: u32| (of as u64 * u64::from(percent)).div_ceil(100) as u32;
        let settings = &plan.settings;
        let results = settings.bottleneck_min.max(share(standing_results, settings.bottleneck_percent));
        Self {
            results,
            results_of_people: results.min(standing_results as u32).max(1),
            activities: share(open_activities, settings.bottleneck_activities_percent).max(3),
        }
    }

    fn are_reached(&self, kind: Kind, single: Single) -> bool {
        let results = match kind {
            Kind::Person | Kind::Organisation | Kind::Donor => self.results_of_people,
            _ => self.results,
        };
        // A loss of nothing is no loss, whatever the settings say.
        (single.results > 0 && single.results >= results) || single.activities >= self.activities
    }
}

pub(super) fn weak_points(graph: &Graph, plan: &Plan) -> WeakPoints {
    let standing_results = graph.results.iter().filter(|&&id| graph.stands(id)).count();
    let open_activities = graph.counted.iter().filter(|counted| counted.is_open_activity).count();
    let measures = Measures::of(plan, standing_results, open_activities);

    let mut threads = Threads::new(graph, plan);
    let kinds: Vec<Option<Kind>> = graph.candidate_kinds(plan);
    let mut lister = Lister::new(plan);
    let mut broken: Vec<BrokenAssumption> = Vec::new();
    let mut singles = losses::singles(
        &graph.groups,
        &graph.counted,
        &graph.order,
        Reading::AsSaid,
        &mut |node, single, now| {
            let Some(Some(kind)) = kinds.get(node as usize) else { return };
            if *kind == Kind::Assumption && does_not_hold(plan, Id(node)) {
                let results = now.results().iter().copied().map(Id).collect();
                let loss = lister.list(results, Graph::MOST_LISTED);
                broken.push(BrokenAssumption { assumption: Id(node), loss });
            } else if !matches!(kind, Kind::Party | Kind::Assumption) && !measures.are_reached(*kind, single)
            {
                threads.add(node, now.results());
            }
        },
    );
    broken.sort_by_key(|broken| broken.assumption);
    let mut falls_of_choice: HashMap<u32, Vec<u32>> = HashMap::new();
    for (node, kind) in kinds.iter().enumerate() {
        if *kind != Some(Kind::Choice) {
            continue;
        }
        let falls =
            graph.afresh(Reading::AsSaid).falls(&[], &[(plan.names.get(Id(node as u32)).index, None)]);
        let single = graph.single_of(&falls);
        if !measures.are_reached(Kind::Choice, single) {
            let results: Vec<u32> =
                falls.iter().copied().filter(|&node| graph.counted[node as usize].is_result).collect();
            threads.add(node as u32, &results);
        }
        singles[node] = single;
        falls_of_choice.insert(node as u32, falls);
    }
    let bottlenecks = bottlenecks(graph, plan, &kinds, &measures, &singles, &falls_of_choice);
    WeakPoints { bottlenecks, single_threads: threads.finish(), broken }
}

/// Whether it is an assumption of which the plan says that it does not hold.
fn does_not_hold(plan: &Plan, id: Id) -> bool {
    let thing = plan.names.get(id);
    thing.kind == Kind::Assumption
        && plan.assumptions[thing.index as usize].holds.is_some_and(|holds| holds.value == Holds::No)
}

/// Which candidates are bottlenecks, before causes are told from victims.
fn are_bottlenecks(
    graph: &Graph,
    plan: &Plan,
    kinds: &[Option<Kind>],
    measures: &Measures,
    singles: &[Single],
) -> Vec<u32> {
    let reached: Vec<bool> = kinds
        .iter()
        .zip(singles)
        .map(|(kind, &single)| kind.is_some_and(|kind| measures.are_reached(kind, single)))
        .collect();
    let is_bottleneck = |node: u32| {
        let Some(kind) = kinds[node as usize] else { return false };
        if !reached[node as usize] || kind == Kind::Party {
            return false;
        }
        match kind {
            // The activity stands for its tasks.
            Kind::Task => !graph.items.supports.get(node).iter().any(|&activity| {
                kinds[activity as usize] == Some(Kind::Activity) && reached[activity as usize]
            }),
            // The person is the nearer cause.
            Kind::Organisation => !plan.people.iter().any(|person| {
                person.organisation.is_some_and(|organisation| organisation.id.0 == node)
                    && singles[person.id.index()].mark == singles[node as usize].mark
            }),
            // `broken-assumption` tells its loss.
            Kind::Assumption => !does_not_hold(plan, Id(node)),
            _ => true,
        }
    };
    (0..kinds.len() as u32).filter(|&node| is_bottleneck(node)).collect()
}

fn bottlenecks(
    graph: &Graph,
    plan: &Plan,
    kinds: &[Option<Kind>],
    measures: &Measures,
    singles: &[Single],
    falls_of_choice: &HashMap<u32, Vec<u32>>,
) -> Vec<Bottleneck> {
    let mut candidates = are_bottlenecks(graph, plan, kinds, measures, singles);
    let mut is_one = vec![false; graph.counted.len()];
    for &node in &candidates {
        is_one[node as usize] = true;
    }

    // Causes, not victims. What falls with a victim falls with its cause too, so beginning with those that most falls
    // with, victims need no look of their own. Only a choice takes members out of groups, and is not so simple.
    candidates.sort_by_key(|&node| {
        let falls =
            falls_of_choice.get(&node).map_or(singles[node as usize].fallen, |falls| falls.len() as u32);
        (std::cmp::Reverse(falls), node)
    });
    let mut is_victim = vec![false; graph.counted.len()];
    let mut is_settled = vec![false; graph.counted.len()];
    let mut standing = Standing::baseline(&graph.groups, &graph.counted, Reading::AsSaid);
    let mut lister = Lister::new(plan);
    let mut causes: Vec<(u32, Listed, Listed, [u128; 2])> = Vec::new();
    for &node in &candidates {
        if is_settled[node as usize] {
            continue;
        }
        let moment = standing.moment();
        let choice = falls_of_choice.get(&node);
        let falls = if let Some(falls) = choice {
            falls
        } else {
            standing.fail(node);
            standing.fallen()
        };
        let others = falls.iter().copied().filter(|&fallen| fallen != node);
        let mut loss = Vec::new();
        let mut through = Vec::new();
        for fallen in others {
            if graph.counted[fallen as usize].is_result {
                loss.push(Id(fallen));
            }
            if is_one[fallen as usize] && graph.items.get(fallen).is_some() {
                through.push(Id(fallen));
                is_victim[fallen as usize] = true;
                is_settled[fallen as usize] |= choice.is_none();
            }
        }
        standing.undo(moment);
        let marks = [mark_of_all(&loss), mark_of_all(&through)];
        causes.push((
            node,
            lister.list(loss, Graph::MOST_LISTED),
            lister.list(through, Graph::MOST_LISTED),
            marks,
        ));
    }
    causes.retain(|(node, ..)| !is_victim[*node as usize]);
    causes.sort_by_key(|(node, ..)| *node);

    let mut found: Vec<Bottleneck> = Vec::new();
    let mut first_of: HashMap<(Kind, [u128; 2]), usize> = HashMap::new();
    for (node, loss, through, marks) in causes {
        let Some(kind) = kinds[node as usize] else { continue };
        let index = *first_of.entry((kind, marks)).or_insert(found.len());
        if let Some(first) = found.get_mut(index) {
            first.also.push(Id(node));
        } else {
            let activities = singles[node as usize].activities;
            found.push(Bottleneck { id: Id(node), loss, activities, through, also: Vec::new() });
        }
    }
    found
}

/// Equal for equal sets.
fn mark_of_all(ids: &[Id]) -> u128 {
    ids.iter().fold(0, |mark, id| mark ^ mark_of(id.0))
}

/// As many single failures are tried one by one before everything is worked out.
const FEW: usize = 20;

/// Whether some loss changes where every `needs` that is not said is read as `all`. `unsaid`: where it is not said.
pub(super) fn reading_as_all_changes_a_loss(graph: &Graph, plan: &Plan, unsaid: &[Id]) -> bool {
    let kinds = graph.candidate_kinds(plan);
    if a_few_tell(graph, &kinds, unsaid) {
        return true;
    }
    let singles =
        |reading| losses::singles(&graph.groups, &graph.counted, &graph.order, reading, &mut |_, _, _| {});
    let (as_said, if_all) = (singles(Reading::AsSaid), singles(Reading::IfAll));
    kinds.iter().enumerate().any(|(node, kind)| match kind {
        None => false,
        Some(Kind::Choice) => {
            let choice = [(plan.names.get(Id(node as u32)).index, None)];
            let results = |reading| {
                let falls = graph.afresh(reading).falls(&[], &choice);
                graph.single_of(&falls).mark
            };
            results(Reading::AsSaid) != results(Reading::IfAll)
        }
        Some(_) => as_said[node].mark != if_all[node].mark,
    })
}

/// Whether the loss of one that supports one of the first of `unsaid` changes: in most plans it does, and then nothing
/// else needs to be worked out.
fn a_few_tell(graph: &Graph, kinds: &[Option<Kind>], unsaid: &[Id]) -> bool {
    let baseline = |reading| Standing::baseline(&graph.groups, &graph.counted, reading);
    let (mut as_said, mut if_all) = (baseline(Reading::AsSaid), baseline(Reading::IfAll));
    let mark_without = |node: u32, standing: &mut Standing<'_>| {
        let moment = standing.moment();
        standing.fail(node);
        let mark = standing.mark();
        standing.undo(moment);
        mark
    };
    let first_candidate =
        |id: &Id| graph.items.present_supporters(id.0).find(|&node| kinds[node as usize].is_some());
    let mut candidates = unsaid.iter().filter_map(first_candidate).take(FEW);
    candidates.any(|node| mark_without(node, &mut as_said) != mark_without(node, &mut if_all))
}

impl Graph {
    /// For each id its kind, where it is a candidate for a single loss: open tasks and activities outside circles,
    /// people, organisations, donors, parties, assumptions, undecided choices.
    pub(super) fn candidate_kinds(&self, plan: &Plan) -> Vec<Option<Kind>> {
        let is_candidate = |id: Id, kind: Kind| match kind {
            Kind::Activity | Kind::Task => {
                self.items.get(id.0).is_some_and(super::items::ItemNode::has_requirements)
            }
            Kind::Person | Kind::Organisation | Kind::Donor | Kind::Party | Kind::Assumption => true,
            Kind::Choice => self.options.is_undecided(plan.names.get(id).index),
            _ => false,
        };
        plan.names.iter().map(|(id, thing)| is_candidate(id, thing.kind).then_some(thing.kind)).collect()
    }

    /// What falls, in numbers.
    fn single_of(&self, falls: &[u32]) -> Single {
        let mut single = Single { fallen: falls.len() as u32, ..Single::default() };
        for &node in falls {
            let counted = self.counted[node as usize];
            single.activities += u32::from(counted.is_open_activity);
            if counted.is_result {
                single.results += 1;
                single.mark ^= mark_of(node);
            }
        }
        single
    }
}

/// The goals and objectives whose `needs` nobody has said though two or more open items support them.
pub(super) fn needs_unsaid(graph: &Graph) -> Vec<Id> {
    let unsaid = graph.items.iter().filter(|item| {
        matches!(item.level, Level::Goal | Level::Objective)
            && item.has_requirements()
            && item.said.is_none()
            && graph.items.present_supporters(item.node).filter(|&node| graph.items.is_open(node)).count()
                >= 2
    });
    unsaid.map(|item| Id(item.node)).collect()
}
