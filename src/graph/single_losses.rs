//! What falls with each single thing, with both readings of `needs`: the table behind `scf bottlenecks`.
//!
//! The lists may be long: in a chain of 100,000 tasks 1,000 ids are told of almost each of them. So first everything is
//! counted and sorted, and then the lists are made for as many at a time as memory holds well, in one walk over the
//! forest of single failures each.

use super::Graph;
use super::listed::Listed;
use super::losses::Forest;
use super::standing::{Reading, Standing};
use crate::plan::{Id, Kind, Plan};
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// Ids that are held at a time.
const MOST_HELD: u64 = 16 << 20;

/// What falls with one thing alone.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SingleLoss {
    /// Results that fall: `loss`.
    pub loss: Listed,
    /// Items that fall, itself left out: `falls`.
    pub falls: Listed,
    /// Results that fall where every `needs` that is not said is read as `all`.
    pub loss_if_all: Listed,
}

/// The same, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SingleLossCount {
    /// What fails.
    pub id: Id,
    /// How many results fall.
    pub loss: u32,
    /// How many items fall, itself left out.
    pub falls: u32,
    /// How many results fall where every `needs` that is not said is read as `all`.
    pub loss_if_all: u32,
}

impl SingleLossCount {
    fn is_none(&self) -> bool {
        (self.loss, self.falls, self.loss_if_all) == (0, 0, 0)
    }

    /// How many ids its lists hold.
    fn held(&self) -> u64 {
        [self.loss, self.falls, self.loss_if_all]
            .map(|count| u64::from(count).min(Graph::MOST_LISTED as u64))
            .into_iter()
            .sum()
    }
}

/// What falls with each single thing of a plan.
#[derive(Debug)]
pub struct SingleLosses<'g> {
    graph: &'g Graph,
    plan: &'g Plan,
    /// Those that something falls with: most results first, then most items, then by id.
    pub some: Vec<SingleLossCount>,
    /// Those that nothing falls with, in the order of the text.
    pub none: Vec<Id>,
    /// For each id its place in the order of their text, and the other way round.
    rank: Vec<u32>,
    by_rank: Vec<Id>,
}

impl<'g> SingleLosses<'g> {
    /// The single losses of all candidates: open tasks and activities outside circles, people, organisations, donors,
    /// parties, assumptions, undecided choices.
    pub(super) fn of(graph: &'g Graph, plan: &'g Plan) -> Self {
        let mut by_rank: Vec<Id> = plan.names.iter().map(|(id, _)| id).collect();
        plan.sort_by_name(&mut by_rank);
        let mut rank = vec![0; by_rank.len()];
        by_rank.iter().enumerate().for_each(|(place, id)| rank[id.index()] = place as u32);
        let mut losses = Self { graph, plan, some: Vec::new(), none: Vec::new(), rank, by_rank };
        let counts = losses.counts();
        let (mut some, none): (Vec<_>, Vec<_>) = counts.into_iter().partition(|count| !count.is_none());
        some.sort_by_key(|count| (Reverse((count.loss, count.falls)), losses.rank[count.id.index()]));
        losses.some = some;
        losses.none = none.into_iter().map(|count| count.id).collect();
        losses
    }

    /// Tells the first `most` of those that something falls with, one after the other.
    ///
    /// # Errors
    /// The first error of `tell`; nothing is told after it.
    pub fn tell<E>(
        &self,
        most: usize,
        tell: &mut dyn FnMut(&SingleLossCount, SingleLoss) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut rest = &self.some[..most.min(self.some.len())];
        while !rest.is_empty() {
            let mut held = 0;
            let fits = |count: &&SingleLossCount| {
                held += count.held();
                held <= MOST_HELD
            };
            let (block, after) = rest.split_at(rest.iter().take_while(fits).count().max(1));
            for (count, loss) in block.iter().zip(self.lists(block)) {
                tell(count, loss)?;
            }
            rest = after;
        }
        Ok(())
    }

    /// Every candidate, counted.
    fn counts(&self) -> Vec<SingleLossCount> {
        let kinds = self.graph.candidate_kinds(self.plan);
        let mut counts: Vec<SingleLossCount> = (0..kinds.len() as u32)
            .map(|node| SingleLossCount { id: Id(node), loss: 0, falls: 0, loss_if_all: 0 })
            .collect();
        self.walk(Reading::AsSaid, &|_| false, &mut |node, fallen| {
            if let Some(count) = counts.get_mut(node as usize) {
                count.loss = fallen.results;
                count.falls = fallen.items - u32::from(self.graph.items.get(node).is_some());
            }
        });
        self.walk(Reading::IfAll, &|_| false, &mut |node, fallen| {
            if let Some(count) = counts.get_mut(node as usize) {
                count.loss_if_all = fallen.results;
            }
        });
        for (count, _) in counts.iter_mut().zip(&kinds).filter(|(_, kind)| **kind == Some(Kind::Choice)) {
            let [as_said, if_all] =
                [Reading::AsSaid, Reading::IfAll].map(|r| self.falls_of_choice(count.id, r));
            let results = |falls: &[Id]| falls.iter().filter(|&&id| self.is_result(id)).count() as u32;
            count.loss = results(&as_said);
            count.falls = as_said.len() as u32;
            count.loss_if_all = results(&if_all);
        }
        let is_candidate = |count: &SingleLossCount| kinds[count.id.index()].is_some();
        counts.into_iter().filter(is_candidate).collect()
    }

    /// The lists of these.
    fn lists(&self, block: &[SingleLossCount]) -> Vec<SingleLoss> {
        let place: HashMap<u32, usize> =
            block.iter().enumerate().map(|(place, count)| (count.id.0, place)).collect();
        let mut lists: Vec<SingleLoss> = vec![SingleLoss::default(); block.len()];
        let is_asked = |node: u32| place.contains_key(&node);
        self.walk(Reading::AsSaid, &is_asked, &mut |node, fallen| {
            if let Some(&place) = place.get(&node) {
                lists[place].loss = fallen.listed(self, true, node);
                lists[place].falls = fallen.listed(self, false, node);
            }
        });
        self.walk(Reading::IfAll, &is_asked, &mut |node, fallen| {
            if let Some(&place) = place.get(&node) {
                lists[place].loss_if_all = fallen.listed(self, true, node);
            }
        });
        for (count, list) in block.iter().zip(&mut lists) {
            if self.plan.names.get(count.id).kind == Kind::Choice {
                let [as_said, if_all] =
                    [Reading::AsSaid, Reading::IfAll].map(|reading| self.falls_of_choice(count.id, reading));
                let results = |falls: &[Id]| falls.iter().copied().filter(|&id| self.is_result(id)).collect();
                list.loss = self.cut(results(&as_said));
                list.loss_if_all = self.cut(results(&if_all));
                list.falls = self.cut(as_said);
            }
        }
        lists
    }

    /// Lets each node fail alone, and shows what has fallen then. Where some are asked for, the fallen are kept in order.
    fn walk(&self, reading: Reading, is_asked: &dyn Fn(u32) -> bool, visit: &mut dyn FnMut(u32, &Fallen)) {
        let graph = self.graph;
        let mut standing = Standing::baseline(&graph.groups, &graph.counted, reading);
        let forest = Forest::of(&graph.groups, &standing, &graph.order);
        let in_order = (0..graph.items.ids() as u32).any(is_asked);
        let mut fallen = Fallen::default();
        forest.walk(&mut standing, &mut |node, moment, standing| {
            fallen.follow(self, standing.fallen(), moment, in_order);
            visit(node, &fallen);
        });
    }

    fn falls_of_choice(&self, choice: Id, reading: Reading) -> Vec<Id> {
        let falls = self.graph.afresh(reading).falls(&[], &[(self.plan.names.get(choice).index, None)]);
        falls.into_iter().filter(|&node| self.graph.items.get(node).is_some()).map(Id).collect()
    }

    fn is_result(&self, id: Id) -> bool {
        self.graph.counted[id.index()].is_result
    }

    fn cut(&self, mut ids: Vec<Id>) -> Listed {
        let count = ids.len() as u64;
        ids.sort_unstable_by_key(|id| self.rank[id.index()]);
        ids.truncate(Graph::MOST_LISTED);
        Listed { ids, count }
    }
}

/// What has fallen at one step of the walk, followed from step to step.
#[derive(Debug, Default)]
struct Fallen {
    nodes: Vec<u32>,
    items: u32,
    results: u32,
    /// Ranks of the fallen items and results, where lists are asked for.
    item_ranks: BTreeSet<u32>,
    result_ranks: BTreeSet<u32>,
}

impl Fallen {
    /// Takes back what has fallen since `moment`, and adds what has fallen now.
    fn follow(&mut self, losses: &SingleLosses<'_>, fallen: &[u32], moment: usize, in_order: bool) {
        while self.nodes.len() > moment {
            let Some(node) = self.nodes.pop() else { break };
            self.count(losses, node, false, in_order);
        }
        for &node in &fallen[moment..] {
            self.nodes.push(node);
            self.count(losses, node, true, in_order);
        }
    }

    fn count(&mut self, losses: &SingleLosses<'_>, node: u32, has_fallen: bool, in_order: bool) {
        if losses.graph.items.get(node).is_none() {
            return;
        }
        let is_result = losses.graph.counted[node as usize].is_result;
        let rank = losses.rank[node as usize];
        if has_fallen {
            self.items += 1;
            self.results += u32::from(is_result);
        } else {
            self.items -= 1;
            self.results -= u32::from(is_result);
        }
        if !in_order {
            return;
        }
        for ranks in
            [Some(&mut self.item_ranks), is_result.then_some(&mut self.result_ranks)].into_iter().flatten()
        {
            if has_fallen {
                ranks.insert(rank);
            } else {
                ranks.remove(&rank);
            }
        }
    }

    /// The fallen results or items in the order of their ids, without the one that failed.
    fn listed(&self, losses: &SingleLosses<'_>, only_results: bool, failed: u32) -> Listed {
        let ranks = if only_results { &self.result_ranks } else { &self.item_ranks };
        let own = losses.rank[failed as usize];
        let ids = ranks.iter().filter(|&&rank| rank != own).take(Graph::MOST_LISTED);
        let ids = ids.map(|&rank| losses.by_rank[rank as usize]).collect();
        Listed { ids, count: (ranks.len() - usize::from(ranks.contains(&own))) as u64 }
    }
}
