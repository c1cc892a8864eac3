//! What a layout moves as one, and the column it stands in.

use super::layout::{Body, OVERHANG, SPINE, STACKED, Wish};
use std::collections::{BTreeMap, VecDeque};

/// What the layout moves as one: a box, or a stack of them.
pub(super) struct Unit {
    pub members: Vec<u32>,
    pub along: f64,
    pub across: f64,
    pub overhang: f64,
}

/// What is moved as one. From the top down, the tasks of one activity stand below each other: side by side they would make
/// the picture far wider than a wall.
pub(super) fn units(bodies: &[Body], wishes: &[Wish], is_down: bool) -> (Vec<Unit>, Vec<u32>) {
    let mut leads_to: Vec<Vec<u32>> = vec![Vec::new(); bodies.len()];
    let mut is_led_to = vec![false; bodies.len()];
    for wish in wishes {
        leads_to[wish.from as usize].push(wish.to);
        is_led_to[wish.to as usize] = true;
    }
    let mut stacks: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    if is_down {
        for (at, body) in bodies.iter().enumerate() {
            if let (true, false, [to]) = (body.can_stack, is_led_to[at], &leads_to[at][..])
                && bodies[*to as usize].band < body.band
            {
                stacks.entry(*to).or_default().push(at as u32);
            }
        }
        stacks.retain(|_, members| members.len() > 1);
    }
    let mut stack_of: Vec<Option<u32>> = vec![None; bodies.len()];
    for (to, members) in &stacks {
        for &member in members {
            stack_of[member as usize] = Some(*to);
        }
    }
    let mut units = Vec::new();
    let mut unit_of = vec![u32::MAX; bodies.len()];
    for (at, body) in bodies.iter().enumerate() {
        if unit_of[at] != u32::MAX {
            continue;
        }
        let members = match stack_of[at] {
            Some(to) => stacks[&to].clone(),
            None => vec![at as u32],
        };
        for &member in &members {
            unit_of[member as usize] = units.len() as u32;
        }
        let of = |size: fn(&Body) -> f64| members.iter().map(move |&member| size(&bodies[member as usize]));
        let widest = of(|body| body.width).fold(0.0, f64::max);
        let overhang = if body.has_marks { OVERHANG } else { 0.0 };
        units.push(if members.len() > 1 {
            let marks = |&member: &u32| if bodies[member as usize].has_marks { OVERHANG } else { 0.0 };
            let first = marks(&members[0]);
            let high: f64 =
                of(|body| body.height).sum::<f64>() + members.iter().map(marks).sum::<f64>() - first;
            // Counting members is exact.
            #[allow(clippy::cast_precision_loss)]
            let gaps = STACKED * (members.len() - 1) as f64;
            Unit { along: high + gaps, across: widest + SPINE, overhang: 0.0, members }
        } else if is_down {
            Unit { along: body.height, across: body.width, overhang: 0.0, members }
        } else {
            Unit { along: body.width, across: body.height, overhang, members }
        });
    }
    (units, unit_of)
}

/// The first column of each band, and the column of each unit. What supports something of its own band stands one further.
pub(super) fn columns(
    bodies: &[Body],
    wishes: &[Wish],
    units: &[Unit],
    unit_of: &[u32],
) -> (Vec<u32>, Vec<u32>) {
    let band: Vec<u32> = units.iter().map(|unit| bodies[unit.members[0] as usize].band).collect();
    let mut waits = vec![0u32; units.len()];
    let mut above: Vec<Vec<u32>> = vec![Vec::new(); units.len()];
    let mut below: Vec<Vec<u32>> = vec![Vec::new(); units.len()];
    for wish in wishes {
        let (from, to) = (unit_of[wish.from as usize], unit_of[wish.to as usize]);
        if from != to && band[from as usize] == band[to as usize] {
            waits[from as usize] += 1;
            above[from as usize].push(to);
            below[to as usize].push(from);
        }
    }
    let mut depth = vec![0u32; units.len()];
    let mut done = vec![false; units.len()];
    let mut ready: VecDeque<u32> =
        (0..units.len() as u32).filter(|&unit| waits[unit as usize] == 0).collect();
    let mut next = 0;
    loop {
        // In a circle the first that is left begins.
        let unit = match ready.pop_front() {
            Some(unit) => unit,
            None => match (next..units.len() as u32).find(|&unit| !done[unit as usize]) {
                Some(unit) => unit,
                None => break,
            },
        };
        if std::mem::replace(&mut done[unit as usize], true) {
            continue;
        }
        while done.get(next as usize) == Some(&true) {
            next += 1;
        }
        for &other in above[unit as usize].iter().chain(&below[unit as usize]) {
            if !done[other as usize] {
                depth[other as usize] = depth[other as usize].max(depth[unit as usize] + 1);
            }
        }
        for &other in &below[unit as usize] {
            waits[other as usize] -= 1;
            if waits[other as usize] == 0 {
                ready.push_back(other);
            }
        }
    }
    let bands = band.iter().max().map_or(0, |&last| last as usize + 1);
    let mut deepest = vec![0u32; bands];
    for (unit, &band) in band.iter().enumerate() {
        deepest[band as usize] = deepest[band as usize].max(depth[unit] + 1);
    }
    let mut firsts = Vec::with_capacity(bands);
    let mut first = 0;
    for deep in deepest {
        firsts.push(first);
        first += deep;
    }
    let column = band.iter().zip(&depth).map(|(&band, depth)| firsts[band as usize] + depth).collect();
    (firsts, column)
}
