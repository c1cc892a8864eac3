//! Windows: between which days something is to be done, for sequence and workload.

use super::Graph;
use crate::plan::{Id, Plan};
use jiff::civil::Date;

/// Days, both included; an open end where nobody has said it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The first day.
    pub start: Option<Date>,
    /// The last day.
    pub end: Option<Date>,
}

impl Window {
    /// Both days, where both are known.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        self.start.zip(self.end)
    }
}

/// The window of every item: its own days; what is missing comes from the item it is nested in, else the first it
/// supports, and so on up, then from the plan. A window that ends before it starts is none.
#[derive(Debug)]
pub struct Windows {
    /// By index of the plan's items.
    all: Vec<Option<Window>>,
}

impl Windows {
    /// The windows of a plan.
    #[must_use]
    pub fn of(plan: &Plan, graph: &Graph) -> Self {
        let of_plan = Window { start: plan.start.map(|day| day.value), end: plan.end.map(|day| day.value) };
        let above: Vec<Option<u32>> = plan.items.iter().map(|item| above(plan, graph, item.id)).collect();
        let mut known: Vec<Option<Window>> = vec![None; plan.items.len()];
        let mut on_path = vec![false; plan.items.len()];
        let mut path = Vec::new();
        for index in 0..plan.items.len() {
            // Up to what is known, to the top, or once round a circle; then back down.
            let mut at = Some(index);
            while let Some(here) = at.filter(|&here| known[here].is_none() && !on_path[here]) {
                on_path[here] = true;
                path.push(here);
                at = above[here].map(|above| above as usize);
            }
            let mut window = at.and_then(|at| known[at]).unwrap_or(of_plan);
            while let Some(here) = path.pop() {
                let item = &plan.items[here];
                window = Window {
                    start: item.start.map(|day| day.value).or(window.start),
                    end: item.end.map(|day| day.value).or(window.end),
                };
                known[here] = Some(window);
                on_path[here] = false;
            }
        }
        let is_one = |window: &Window| window.days().is_none_or(|(start, end)| start <= end);
        Self { all: known.into_iter().map(|window| window.filter(is_one)).collect() }
    }

    /// The window of an item; nothing where it ends before it starts, and for what is no item.
    #[must_use]
    pub fn get(&self, plan: &Plan, item: Id) -> Option<Window> {
        plan.names.get(item).kind.level()?;
        self.all[plan.names.get(item).index as usize]
    }
}

/// From where an item takes the days it does not say.
fn above(plan: &Plan, graph: &Graph, item: Id) -> Option<u32> {
    let above = graph.supports(item).next().filter(|&above| above != item)?;
    Some(plan.names.get(above).index)
}
