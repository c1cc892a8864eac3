//! Few crossings: the order of the cells in each column.
//!
//! As in Sugiyama, Tagawa and Toda (1981) with the sweeps of Gansner and others, *A Technique for Drawing Directed Graphs*
//! (1993): an order to begin with from a walk over the plan, then columns sorted by the middle of what they are joined to, to
//! and fro, then neighbours that change places where that helps. The best order seen is kept; among equals the
//! first, so a plan without crossings keeps the order of its text.

use super::layers::Layers;

/// Sweeps to and fro at most, for small pictures and for large ones.
const SWEEPS: (usize, usize) = (24, 6);
/// What counts as a large one, in joints between columns.
const LARGE: usize = 4000;
/// Rounds of neighbours that change places.
const ROUNDS: usize = 8;

/// Puts the cells of each column into an order with few crossings.
pub(super) fn order(layers: &mut Layers) {
    walk(layers);
    let joints: usize = layers.before.iter().map(Vec::len).sum();
    let sweeps = if joints > LARGE { SWEEPS.1 } else { SWEEPS.0 };
    let mut place = vec![0; layers.cells.len()];
    settle(layers, &mut place);
    let mut best = (crossings(layers, &place), layers.columns.clone());
    let mut idle = 0;
    for sweep in 0..sweeps {
        if best.0 == 0 || idle >= 6 {
            break;
        }
        let forward = sweep % 2 == 0;
        let last = layers.columns.len().saturating_sub(1);
        for step in 0..last {
            let column = if forward { step + 1 } else { last - 1 - step };
            sort(layers, &mut place, column, forward);
        }
        if joints <= LARGE {
            transpose(layers, &mut place);
        }
        let now = crossings(layers, &place);
        idle += 1;
        if now < best.0 {
            best = (now, layers.columns.clone());
            idle = 0;
        }
    }
    layers.columns = best.1;
}

/// The first order: by a walk from the first column on, always on to what is joined first.
fn walk(layers: &mut Layers) {
    let mut seen = vec![false; layers.cells.len()];
    let mut ordered: Vec<Vec<u32>> = vec![Vec::new(); layers.columns.len()];
    let starts: Vec<u32> = layers.columns.iter().flatten().copied().collect();
    for start in starts {
        let mut waiting = vec![start];
        while let Some(cell) = waiting.pop() {
            if std::mem::replace(&mut seen[cell as usize], true) {
                continue;
            }
            ordered[layers.column[cell as usize] as usize].push(cell);
            waiting.extend(layers.behind[cell as usize].iter().rev().filter(|&&next| !seen[next as usize]));
        }
    }
    layers.columns = ordered;
}

fn settle(layers: &Layers, place: &mut [u32]) {
    for column in &layers.columns {
        for (at, &cell) in column.iter().enumerate() {
            place[cell as usize] = at as u32;
        }
    }
}

/// Sorts a column by the mean place of what its cells are joined to in the column before (or behind). Cells that are
/// joined to nothing there keep their places.
fn sort(layers: &mut Layers, place: &mut [u32], column: usize, forward: bool) {
    let joined = if forward { &layers.before } else { &layers.behind };
    let cells = &layers.columns[column];
    let mean = |cell: u32| {
        let joined = &joined[cell as usize];
        let sum: f64 = joined.iter().map(|&other| f64::from(place[other as usize])).sum();
        // Nobody joins so many that this is inexact.
        #[allow(clippy::cast_precision_loss)]
        (!joined.is_empty()).then(|| sum / joined.len() as f64)
    };
    let slots: Vec<usize> = (0..cells.len()).filter(|&at| mean(cells[at]).is_some()).collect();
    let mut moving: Vec<(f64, u32)> =
        slots.iter().map(|&at| (mean(cells[at]).unwrap_or_default(), cells[at])).collect();
    moving.sort_by(|a, b| a.0.total_cmp(&b.0));
    for (slot, (_, cell)) in slots.into_iter().zip(moving) {
        layers.columns[column][slot] = cell;
    }
    for (at, &cell) in layers.columns[column].iter().enumerate() {
        place[cell as usize] = at as u32;
    }
}

/// Lets neighbours change places as long as that takes crossings away.
fn transpose(layers: &mut Layers, place: &mut [u32]) {
    for _ in 0..ROUNDS {
        let mut has_changed = false;
        for column in 0..layers.columns.len() {
            for at in 1..layers.columns[column].len() {
                let (a, b) = (layers.columns[column][at - 1], layers.columns[column][at]);
                let as_it_is = between(layers, place, a, b);
                if as_it_is > 0 && between(layers, place, b, a) < as_it_is {
                    layers.columns[column].swap(at - 1, at);
                    place.swap(a as usize, b as usize);
                    has_changed = true;
                }
            }
        }
        if !has_changed {
            break;
        }
    }
}

/// Crossings between the lines of two neighbours, the first before the second.
fn between(layers: &Layers, place: &[u32], first: u32, second: u32) -> usize {
    let count = |joined: &[Vec<u32>]| {
        let (a, b) = (&joined[first as usize], &joined[second as usize]);
        a.iter().map(|&x| b.iter().filter(|&&y| place[y as usize] < place[x as usize]).count()).sum::<usize>()
    };
    count(&layers.before) + count(&layers.behind)
}

/// All crossings, counted as inversions (Barth, Mutzel and Jünger, 2002).
pub(super) fn crossings(layers: &Layers, place: &[u32]) -> usize {
    let mut all = 0;
    for column in layers.columns.iter().skip(1) {
        let widest = column
            .iter()
            .flat_map(|&cell| &layers.before[cell as usize])
            .map(|&other| place[other as usize] as usize + 1)
            .max()
            .unwrap_or(0);
        let mut tree = vec![0usize; widest + 1];
        let mut counted = 0;
        for &cell in column {
            let mut ends: Vec<usize> =
                layers.before[cell as usize].iter().map(|&other| place[other as usize] as usize).collect();
            ends.sort_unstable();
            for &end in &ends {
                // Those that came before and end further on.
                all += counted - sum(&tree, end + 1);
            }
            for &end in &ends {
                add(&mut tree, end + 1);
                counted += 1;
            }
        }
    }
    all
}

/// How many are counted up to this place, from 1.
fn sum(tree: &[usize], mut at: usize) -> usize {
    let mut sum = 0;
    while at > 0 {
        sum += tree[at];
        at &= at - 1;
    }
    sum
}

fn add(tree: &mut [usize], mut at: usize) {
    while at < tree.len() {
        tree[at] += 1;
        at += at & at.wrapping_neg();
    }
}

#[cfg(test)]
mod tests {
    use super::super::layers::{Layers, Link};
    use super::{crossings, order, settle};

    fn ordered(column: &[u32], links: &[(u32, u32)]) -> (usize, Vec<Vec<u32>>) {
        let links: Vec<Link> = links.iter().map(|&(from, to)| Link { from, to, lane: 0 }).collect();
        let mut layers = Layers::of(column, &links);
        order(&mut layers);
        let mut place = vec![0; layers.cells.len()];
        settle(&layers, &mut place);
        (crossings(&layers, &place), layers.columns)
    }

    #[test]
    fn a_tree_keeps_its_order_and_has_no_crossing() {
        let (crossings, columns) =
            ordered(&[0, 1, 1, 2, 2, 2, 2], &[(1, 0), (2, 0), (5, 1), (3, 2), (4, 1), (6, 2)]);
        assert_eq!((crossings, columns), (0, vec![vec![0], vec![1, 2], vec![5, 4, 3, 6]]));
    }

    #[test]
    fn what_can_be_untangled_is() {
        // Two objectives and two activities, crosswise; a third between them.
        let links = [(3, 2), (4, 1), (5, 1), (5, 2), (1, 0), (2, 0)];
        assert_eq!(ordered(&[0, 1, 1, 2, 2, 2], &links).0, 0);
        // Three by three, each with each, cannot be.
        let all: Vec<(u32, u32)> = (3..6).flat_map(|from| (0..3).map(move |to| (from, to))).collect();
        assert_eq!(ordered(&[0, 0, 0, 1, 1, 1], &all).0, 9);
    }

    #[test]
    fn lines_to_one_box_share_a_lane() {
        let links = [(2, 0), (3, 0), (2, 1)].map(|(from, to)| Link { from, to, lane: 0 });
        let layers = Layers::of(&[0, 1, 2, 2], &links);
        assert_eq!(layers.cells.len(), 5);
        assert_eq!(layers.lanes, [vec![4], vec![4], vec![]]);
    }
}
