//! The first line of sight of each of many items.

use super::Graph;
use crate::plan::{Id, Item, Plan};
use std::collections::VecDeque;

const NOWHERE: u32 = u32::MAX;

/// For every item the next step of its first line of sight: up to the ambition, over present items, by the first thing
/// that it supports and that leads there. Worked out once for all items, in a time that grows with the plan.
#[derive(Debug)]
pub struct FirstLines {
    /// By index of the plan's items.
    next: Vec<u32>,
    leads: Vec<bool>,
}

/// The first line of sight of one item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FirstLine {
    /// What stands above it, from the next step to the top.
    pub steps: Vec<Id>,
    /// It leads to the ambition.
    pub leads: bool,
    /// It has more steps than were asked for.
    pub is_cut: bool,
}

impl FirstLines {
    /// The first lines of sight of a plan.
    #[must_use]
    pub fn of(plan: &Plan, graph: &Graph) -> Self {
        let items = plan.items.len();
        let mut lines = Self { next: vec![NOWHERE; items], leads: vec![false; items] };
        let index = |id: Id| plan.names.get(id).index;
        // From the ambition down, for each item a step that leads back up on a shortest way.
        let mut back = vec![NOWHERE; items];
        let mut queue: VecDeque<u32> = plan.items.first().map(|_| 0).into_iter().collect();
        lines.leads.iter_mut().take(1).for_each(|ambition| *ambition = true);
        while let Some(at) = queue.pop_front() {
            for below in graph.present_supporters(plan.items[at as usize].id).map(index) {
                if !std::mem::replace(&mut lines.leads[below as usize], true) {
                    back[below as usize] = at;
                    queue.push_back(below);
                }
            }
        }
        for (at, item) in plan.items.iter().enumerate().skip(1) {
            lines.next[at] = lines.first_step(plan, graph, item, lines.leads[at]);
        }
        lines.leave_circles(&back);
        lines
    }

    /// The first present thing that an item supports; one that leads to the ambition where there has to be one.
    fn first_step(&self, plan: &Plan, graph: &Graph, item: &Item, leading: bool) -> u32 {
        let present = |id: &Id| *id != item.id && graph.presence(*id) != super::Presence::Absent;
        let mut above = graph.supports(item.id).filter(present).map(|id| plan.names.get(id).index);
        above.find(|&above| !leading || self.leads[above as usize]).unwrap_or(NOWHERE)
    }

    /// Where first steps go round in a circle, shortest ways are taken instead.
    fn leave_circles(&mut self, back: &[u32]) {
        let mut state = vec![Visit::Not; self.next.len()];
        let mut path = Vec::new();
        for start in 0..self.next.len() as u32 {
            let mut at = start;
            while at != NOWHERE && state[at as usize] == Visit::Not {
                state[at as usize] = Visit::On;
                path.push(at);
                at = self.next[at as usize];
            }
            let ends = at == NOWHERE || state[at as usize] == Visit::Ends;
            for at in path.drain(..) {
                state[at as usize] = if ends { Visit::Ends } else { Visit::Circles };
            }
        }
        for (at, state) in state.into_iter().enumerate() {
            // A shortest way never comes back, and once on a way that ends it stays there.
            if state == Visit::Circles {
                self.next[at] = back[at];
            }
        }
    }

    /// The first line of sight of an item, up to this many steps. One that does not lead to the ambition goes as far as
    /// its first steps lead.
    #[must_use]
    pub fn up_from(&self, plan: &Plan, item: Id, most: usize) -> FirstLine {
        let start = plan.names.get(item).index as usize;
        let mut line = FirstLine { steps: Vec::new(), leads: self.leads[start], is_cut: false };
        let mut at = self.next[start];
        while at != NOWHERE {
            if line.steps.len() == most {
                line.is_cut = true;
                break;
            }
            line.steps.push(plan.items[at as usize].id);
            at = self.next[at as usize];
        }
        line
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Visit {
    Not,
    On,
    Ends,
    Circles,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::load;
    use crate::source::Source;

    fn line(text: &str, id: &str) -> (String, bool) {
        let plan = load(&Source::new("-", text.to_owned())).plan.unwrap();
        let graph = Graph::of(&plan);
        let line = FirstLines::of(&plan, &graph).up_from(&plan, plan.names.find(id).unwrap(), 10);
        (line.steps.iter().map(|&id| plan.names.name(id)).collect::<Vec<_>>().join(" "), line.leads)
    }

    #[test]
    fn the_first_way_that_leads_up_is_taken() {
        let plan = "\
ambition: A.
goals: {g: G., dropped: {title: D., status: dropped}}
objectives:
  lost: {title: L., supports: dropped}
  o: {title: O., supports: [dropped, g, ambition]}
activities:
  work: {title: W, supports: [lost, o, ambition], tasks: {t: T}}
  astray: {title: S, tasks: {u: U}}
  gone: {title: X, supports: lost}
";
        assert_eq!(line(plan, "t"), ("work o g ambition".to_owned(), true));
        assert_eq!(line(plan, "u"), ("astray".to_owned(), false));
        assert_eq!(line(plan, "gone"), ("lost".to_owned(), false));
        assert_eq!(line(plan, "ambition"), (String::new(), true));
    }

    #[test]
    fn circles_are_left() {
        let plan = "\
ambition: A.
objectives:
  a: {title: A., supports: b}
  b: {title: B., supports: [a, c]}
  c: {title: C., supports: [a, ambition]}
  into: {title: I., supports: b}
  x: {title: X., supports: y}
  y: {title: Y., supports: x}
";
        assert_eq!(line(plan, "a"), ("b c ambition".to_owned(), true));
        assert_eq!(line(plan, "into"), ("b c ambition".to_owned(), true));
        assert!(!line(plan, "x").1);
    }
}
