//! What must stand for what, as data with which a page works out what falls when several things are gone at once.
//!
//! Things that may not be told are numbers without a name in it, and only those over which a loss travels from something
//! that is told to something that is told.

use super::told::Told;
use crate::graph::{Presence, Requirement};
use crate::plan::{Id, Kind};
use serde::Serialize;
use std::collections::HashMap;

/// Of plans with more ids, a page does not work out what falls.
pub const MOST_IDS: usize = 20_000;
/// The largest whole number that every browser holds exactly.
const MOST_EXACT: u64 = (1 << 53) - 1;

/// The data.
#[derive(Debug, Serialize)]
pub(super) struct WhatIf {
    /// For each node its id; nothing for one that has no name here.
    ids: Vec<Option<String>>,
    /// For each node what it is.
    kinds: String,
    /// How many results stand while nothing has failed.
    results: usize,
    /// Who requires it, how much can be lost, the members, and their weights where one is not 1.
    groups: Vec<Group>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Group {
    Even(u32, u64, Vec<u32>),
    Weighed(u32, u64, Vec<u32>, Vec<u64>),
    /// Money beyond what a browser counts exactly, as text.
    Large(u32, String, Vec<u32>, Vec<String>),
}

impl WhatIf {
    /// The data of a plan; nothing for one that is too large.
    pub(super) fn of(told: &Told<'_>) -> Option<Self> {
        let (plan, graph) = (told.read.plan, told.read.graph);
        if plan.names.len() > MOST_IDS {
            return None;
        }
        let ids = plan.names.len();
        let is_told = |node: u32| {
            (node as usize) < ids && is_node(plan.names.get(Id(node)).kind) && !told.hides(Id(node))
        };
        let is_result = |node: u32| (node as usize) < ids && graph.results().binary_search(&Id(node)).is_ok();
        let requirements = graph.requirements();
        let kept = on_the_way(graph.nodes(), &requirements, &is_told, &is_result);
        let mut number_of: HashMap<u32, u32> = HashMap::new();
        let (mut names, mut kinds) = (Vec::new(), String::new());
        for node in (0..graph.nodes() as u32).filter(|&node| kept[node as usize]) {
            number_of.insert(node, names.len() as u32);
            names.push(is_told(node).then(|| told.name(Id(node))));
            kinds.push(self::kind(told, node, is_told(node)));
        }
        let groups = requirements.iter().filter_map(|requirement| group(requirement, &number_of)).collect();
        let results = graph.results().iter().filter(|&&id| graph.stands(id)).count();
        Some(Self { ids: names, kinds, results, groups })
    }

    /// The data as it stands in an inert script: nothing in it can end that.
    pub(super) fn json(&self) -> String {
        serde_json::to_string(self).map_or_else(|_| "null".to_owned(), |json| inert(&json))
    }
}

/// JSON of which no part can be taken for mark-up.
pub(super) fn inert(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' => out += "\\u003c",
            '>' => out += "\\u003e",
            '&' => out += "\\u0026",
            '\u{2028}' => out += "\\u2028",
            '\u{2029}' => out += "\\u2029",
            c => out.push(c),
        }
    }
    out
}

fn is_node(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Option | Kind::Choice | Kind::Scenario | Kind::Lesson | Kind::Constituency | Kind::Other
    )
}

/// `r` a result, `i` another item, `o` what is no item; capital where it cannot fail; `d` what does not stand even now; `h` a
/// result without a name, `x` anything else without one.
fn kind(told: &Told<'_>, node: u32, is_told: bool) -> char {
    let (plan, graph) = (told.read.plan, told.read.graph);
    let id = Id(node);
    let is_id = id.index() < plan.names.len();
    let is_result = is_id && graph.results().binary_search(&id).is_ok();
    if !is_told {
        return if is_result { 'h' } else { 'x' };
    }
    if !graph.stands(id) || graph.presence(id) == Presence::Absent {
        return 'd';
    }
    let kind = match (is_result, plan.item(id)) {
        (true, _) => 'r',
        (false, Some(_)) => 'i',
        (false, None) => 'o',
    };
    if graph.can_fail(id) { kind } else { kind.to_ascii_uppercase() }
}

/// The nodes that are told, and those without a name over which a loss can travel from one of them to another, or to a
/// result.
fn on_the_way(
    nodes: usize,
    requirements: &[Requirement],
    is_told: &dyn Fn(u32) -> bool,
    is_result: &dyn Fn(u32) -> bool,
) -> Vec<bool> {
    let mut up: Vec<Vec<u32>> = vec![Vec::new(); nodes];
    let mut down: Vec<Vec<u32>> = vec![Vec::new(); nodes];
    for requirement in requirements {
        for &(member, _) in &requirement.members {
            up[member as usize].push(requirement.owner);
            down[requirement.owner as usize].push(member);
        }
    }
    let told: Vec<u32> = (0..nodes as u32).filter(|&node| is_told(node)).collect();
    // Results without a name are counted all the same.
    let counted: Vec<u32> = (0..nodes as u32).filter(|&node| is_told(node) || is_result(node)).collect();
    let reached = |from: &[u32], along: &[Vec<u32>]| {
        let mut reached = vec![false; nodes];
        let mut queue = from.to_vec();
        for &node in &queue {
            reached[node as usize] = true;
        }
        while let Some(node) = queue.pop() {
            for &next in &along[node as usize] {
                if !std::mem::replace(&mut reached[next as usize], true) {
                    queue.push(next);
                }
            }
        }
        reached
    };
    reached(&told, &up)
        .into_iter()
        .zip(reached(&counted, &down))
        .map(|(above, below)| above && below)
        .collect()
}

/// A requirement in the numbers of the page; nothing where it cannot be broken by what is there.
fn group(requirement: &Requirement, number_of: &HashMap<u32, u32>) -> Option<Group> {
    let owner = *number_of.get(&requirement.owner)?;
    let members: Vec<(u32, u64)> = requirement
        .members
        .iter()
        .filter_map(|(node, weight)| Some((*number_of.get(node)?, *weight)))
        .collect();
    let weight = members.iter().map(|(_, weight)| *weight).fold(0, u64::saturating_add);
    let spare = requirement.spare;
    let numbers = || members.iter().map(|(number, _)| *number).collect();
    if weight <= spare {
        None
    } else if members.iter().all(|(_, weight)| *weight == 1) {
        Some(Group::Even(owner, spare, numbers()))
    } else if weight > MOST_EXACT {
        let weights = members.iter().map(|(_, weight)| weight.to_string()).collect();
        Some(Group::Large(owner, spare.to_string(), numbers(), weights))
    } else {
        Some(Group::Weighed(owner, spare, numbers(), members.iter().map(|(_, weight)| *weight).collect()))
    }
}
