//! Boxes in columns, and lanes past the boxes for lines that skip a column.
//!
//! “Column” and “across” are meant as in a picture from left to right; in one from the top down a column is a row.

use std::collections::HashMap;

/// A cell of a column: a box, or a lane that lines to one and the same box share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// A box, as an index of the boxes.
    Box(u32),
    /// A lane that leads to this box.
    Lane(u32),
}

/// A line between two boxes, from the one further from the ambition.
#[derive(Debug, Clone, Copy)]
pub(super) struct Link {
    /// The box further from the ambition, in a later column.
    pub from: u32,
    /// The box nearer to it.
    pub to: u32,
    /// Lines of this kind share lanes.
    pub lane: u8,
}

/// Columns of cells, and what is joined to what between neighbouring columns.
#[derive(Debug)]
pub(super) struct Layers {
    pub cells: Vec<Cell>,
    /// For each cell its column.
    pub column: Vec<u32>,
    /// For each column its cells, in order.
    pub columns: Vec<Vec<u32>>,
    /// For each cell those of the column before that it is joined to.
    pub before: Vec<Vec<u32>>,
    /// For each cell those of the column behind.
    pub behind: Vec<Vec<u32>>,
    /// For each link the lanes it takes, from its beginning to its end.
    pub lanes: Vec<Vec<u32>>,
}

impl Layers {
    /// Puts boxes in their columns. Boxes come first among the cells, in their own order.
    pub(super) fn of(column: &[u32], links: &[Link]) -> Self {
        let columns = column.iter().max().map_or(0, |&last| last as usize + 1);
        let mut layers = Self {
            cells: (0..column.len()).map(|at| Cell::Box(at as u32)).collect(),
            column: column.to_vec(),
            columns: vec![Vec::new(); columns],
            before: vec![Vec::new(); column.len()],
            behind: vec![Vec::new(); column.len()],
            lanes: Vec::with_capacity(links.len()),
        };
        let mut lane_of: HashMap<(u32, u32, u8), u32> = HashMap::new();
        let mut joined: std::collections::HashSet<(u32, u32)> = std::collections::HashSet::new();
        for link in links {
            let (first, last) = (column[link.to as usize], column[link.from as usize]);
            let mut lanes = Vec::new();
            let mut at = link.to;
            for passed in first + 1..last {
                let lane = *lane_of.entry((link.to, passed, link.lane)).or_insert_with(|| {
                    layers.cells.push(Cell::Lane(link.to));
                    layers.column.push(passed);
                    layers.before.push(Vec::new());
                    layers.behind.push(Vec::new());
                    layers.cells.len() as u32 - 1
                });
                layers.join(at, lane, &mut joined);
                lanes.push(lane);
                at = lane;
            }
            layers.join(at, link.from, &mut joined);
            lanes.reverse();
            layers.lanes.push(lanes);
        }
        for (cell, &column) in layers.column.iter().enumerate() {
            layers.columns[column as usize].push(cell as u32);
        }
        layers
    }

    fn join(&mut self, before: u32, behind: u32, joined: &mut std::collections::HashSet<(u32, u32)>) {
        if joined.insert((before, behind)) {
            self.behind[before as usize].push(behind);
            self.before[behind as usize].push(before);
        }
    }

    /// Whether a cell is a lane.
    pub(super) fn is_lane(&self, cell: u32) -> bool {
        matches!(self.cells[cell as usize], Cell::Lane(_))
    }
}
