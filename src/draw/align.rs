//! Where the cells of a column stand: in their order, with room between them, and as near as can be to what they are joined to.
//!
//! Each cell would like to stand at the weighted mean of its neighbours in the next column. The nearest places (by least
//! squares) that keep order and gaps are an isotonic regression, which pooling adjacent violators solves exactly in one pass.
//! Sweeps to and fro bring all columns in line. Lanes weigh more than boxes, so that lines that skip a column are straight.

use super::layers::Layers;

/// Sweeps to and fro.
const SWEEPS: usize = 10;
/// What a joint between two lanes weighs; and one between a lane and a box.
const LANES: f64 = 8.0;
const LANE: f64 = 2.0;
/// Lanes that are further out of line than this are left where they are.
const STRAIGHTENED: f64 = 24.0;
/// What the place weighs that a cell has already.
const REST: f64 = 1e-4;

/// The room that a cell takes before and behind its middle.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Room {
    pub before: f64,
    pub behind: f64,
}

/// The middle of each cell. `gap`: the room between two neighbours of a column.
pub(super) fn align(layers: &Layers, room: &[Room], gap: impl Fn(u32, u32) -> f64) -> Vec<f64> {
    let mut middle = vec![0.0; layers.cells.len()];
    // From each cell to the one before it in its column.
    let distances: Vec<Vec<f64>> = layers
        .columns
        .iter()
        .map(|column| {
            let between = |pair: &[u32]| {
                room[pair[0] as usize].behind + gap(pair[0], pair[1]) + room[pair[1] as usize].before
            };
            column.windows(2).map(between).collect()
        })
        .collect();
    for (column, distances) in layers.columns.iter().zip(&distances) {
        let all: f64 = distances.iter().sum();
        let mut at = -all / 2.0;
        for (index, &cell) in column.iter().enumerate() {
            if index > 0 {
                at += distances[index - 1];
            }
            middle[cell as usize] = at;
        }
    }
    let last = layers.columns.len();
    for _ in 0..SWEEPS {
        for column in (0..last).rev() {
            pull(layers, column, &layers.behind, &distances[column], &mut middle);
        }
        for (column, distances) in distances.iter().enumerate() {
            pull(layers, column, &layers.before, distances, &mut middle);
        }
    }
    // At the end what contributes decides: each box stands in the middle of it.
    for column in (0..last).rev() {
        pull(layers, column, &layers.behind, &distances[column], &mut middle);
    }
    close_up(layers, &distances, &mut middle);
    straighten(layers, &distances, &mut middle);
    middle
}

/// Moves lanes into line with the lane before, or else behind, as far as their neighbours let them.
fn straighten(layers: &Layers, distances: &[Vec<f64>], middle: &mut [f64]) {
    let last = layers.columns.len();
    for (forward, joined) in [(true, &layers.before), (false, &layers.behind)] {
        for step in 0..last {
            let column = if forward { step } else { last - 1 - step };
            let cells = &layers.columns[column];
            for (at, &cell) in cells.iter().enumerate().filter(|(_, cell)| layers.is_lane(**cell)) {
                let lane = joined[cell as usize].iter().find(|&&other| layers.is_lane(other));
                let Some(&other) = lane else { continue };
                let wish = middle[other as usize];
                if (wish - middle[cell as usize]).abs() > STRAIGHTENED {
                    continue;
                }
                let low = at
                    .checked_sub(1)
                    .map(|before| middle[cells[before] as usize] + distances[column][before]);
                let high = cells.get(at + 1).map(|&next| middle[next as usize] - distances[column][at]);
                let moved = wish.max(low.unwrap_or(wish)).min(high.unwrap_or(f64::INFINITY));
                middle[cell as usize] = moved;
            }
        }
    }
}

/// Brings what is joined to nothing of the rest as near to it as can be: nothing else holds it.
fn close_up(layers: &Layers, distances: &[Vec<f64>], middle: &mut [f64]) {
    let part = parts(layers);
    let count = part.iter().max().map_or(0, |&last| last as usize + 1);
    if count < 2 {
        return;
    }
    let mut cells_of: Vec<Vec<u32>> = vec![Vec::new(); count];
    let mut lowest = vec![f64::INFINITY; count];
    for (cell, &part) in part.iter().enumerate() {
        cells_of[part as usize].push(cell as u32);
        lowest[part as usize] = lowest[part as usize].min(middle[cell]);
    }
    let mut place = vec![0; layers.cells.len()];
    for column in &layers.columns {
        for (at, &cell) in column.iter().enumerate() {
            place[cell as usize] = at;
        }
    }
    let mut turns: Vec<usize> = (0..count).collect();
    turns.sort_by(|&a, &b| lowest[a].total_cmp(&lowest[b]));
    for turn in turns {
        let slack = |&cell: &u32| {
            let (column, at) = (layers.column[cell as usize] as usize, place[cell as usize]);
            let before = *layers.columns[column].get(at.checked_sub(1)?)?;
            let is_other = part[before as usize] as usize != turn;
            is_other.then(|| middle[cell as usize] - middle[before as usize] - distances[column][at - 1])
        };
        let slack = cells_of[turn].iter().filter_map(slack).fold(f64::INFINITY, f64::min);
        if slack.is_finite() && slack > 0.0 {
            for &cell in &cells_of[turn] {
                middle[cell as usize] -= slack;
            }
        }
    }
}

/// For each cell the part of the picture it is joined to, by the number of that part.
fn parts(layers: &Layers) -> Vec<u32> {
    let mut part = vec![u32::MAX; layers.cells.len()];
    let mut count = 0;
    for start in layers.columns.iter().flatten() {
        if part[*start as usize] != u32::MAX {
            continue;
        }
        let mut waiting = vec![*start];
        while let Some(cell) = waiting.pop() {
            if std::mem::replace(&mut part[cell as usize], count) == u32::MAX {
                let joined = layers.before[cell as usize].iter().chain(&layers.behind[cell as usize]);
                waiting.extend(joined.filter(|&&other| part[other as usize] == u32::MAX));
            }
        }
        count += 1;
    }
    part
}

/// Moves a column as near as can be to what it is joined to.
fn pull(layers: &Layers, column: usize, joined: &[Vec<u32>], distances: &[f64], middle: &mut [f64]) {
    let cells = &layers.columns[column];
    // Blocks of cells that stand as close as they may: the sum of weights, of weighted wishes, and how many cells.
    let mut blocks: Vec<(f64, f64, usize)> = Vec::with_capacity(cells.len());
    let mut offset = 0.0;
    let mut offsets = Vec::with_capacity(cells.len());
    for (index, &cell) in cells.iter().enumerate() {
        if index > 0 {
            offset += distances[index - 1];
        }
        offsets.push(offset);
        let (mut weight, mut wish) = (REST, REST * middle[cell as usize]);
        for &other in &joined[cell as usize] {
            let joint = match (layers.is_lane(cell), layers.is_lane(other)) {
                (true, true) => LANES,
                (false, false) => 1.0,
                _ => LANE,
            };
            weight += joint;
            wish += joint * middle[other as usize];
        }
        let mut block = (weight, wish - weight * offset, 1);
        while let Some(&(weight, wish, count)) = blocks.last() {
            if wish / weight <= block.1 / block.0 {
                break;
            }
            block = (block.0 + weight, block.1 + wish, block.2 + count);
            blocks.pop();
        }
        blocks.push(block);
    }
    let mut at = 0;
    for (weight, wish, count) in blocks {
        for _ in 0..count {
            middle[cells[at] as usize] = wish / weight + offsets[at];
            at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::layers::{Layers, Link};
    use super::{Room, align};

    #[test]
    fn nothing_overlaps_and_parents_stand_in_the_middle() {
        let links =
            [(1, 0), (2, 0), (3, 1), (4, 1), (5, 1), (6, 2)].map(|(from, to)| Link { from, to, lane: 0 });
        let layers = Layers::of(&[0, 1, 1, 2, 2, 2, 2], &links);
        let room = vec![Room { before: 10.0, behind: 10.0 }; 7];
        let middle = align(&layers, &room, |_, _| 5.0);
        for column in &layers.columns {
            for pair in column.windows(2) {
                assert!(middle[pair[1] as usize] - middle[pair[0] as usize] >= 25.0 - 1e-6);
            }
        }
        assert!((middle[1] - middle[4]).abs() < 0.5, "{middle:?}");
        assert!((middle[0] - f64::midpoint(middle[1], middle[2])).abs() < 0.5, "{middle:?}");
    }

    #[test]
    fn a_line_that_skips_columns_is_straight() {
        let links = [(1, 0), (3, 1), (4, 3), (4, 0), (2, 0)].map(|(from, to)| Link { from, to, lane: 0 });
        let layers = Layers::of(&[0, 1, 1, 2, 3], &links);
        let room = vec![Room { before: 10.0, behind: 10.0 }; layers.cells.len()];
        let middle = align(&layers, &room, |_, _| 5.0);
        let lanes = &layers.lanes[3];
        assert_eq!(lanes.len(), 2);
        assert!((middle[lanes[0] as usize] - middle[lanes[1] as usize]).abs() < 2.0, "{middle:?}");
    }
}
