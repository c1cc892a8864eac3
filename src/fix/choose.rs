//! Which fixes go together: those that are proved, the first of those that overlap.

use super::proof;
use super::text::Text;
use super::{Candidate, Fix};
use std::collections::BTreeMap;
use std::ops::Range;

/// Readings that may be spent on finding out which of many fixes is the one that does not hold.
const MOST_READINGS: usize = 60;
/// Bytes that may be read for it.
const MOST_BYTES: usize = 64 << 20;
/// Rounds in which those are tried that overlap one that did not hold, or (to be told of) one that did.
const MOST_ROUNDS: usize = 4;

/// What is known of a fix that may be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It holds, together with the others of which this is said.
    Taken,
    /// It does not.
    Refused,
    /// It overlaps one that is taken, or there was no more time.
    Untried,
}

/// Those that hold, all made together; of those that overlap, the first that holds.
pub(super) fn together(text: &Text<'_>, candidates: &[Candidate]) -> Vec<usize> {
    let states = tried(text, candidates);
    (0..candidates.len()).filter(|&index| states[index] == State::Taken).collect()
}

fn tried(text: &Text<'_>, candidates: &[Candidate]) -> Vec<State> {
    let mut states = vec![State::Untried; candidates.len()];
    let mut readings = MOST_READINGS.min(4 + MOST_BYTES / text.source.text().len().max(1));
    for _ in 0..MOST_ROUNDS {
        let free = free(candidates, &states);
        if free.is_empty() || readings == 0 {
            break;
        }
        let is_refused = try_all(text, candidates, free, &mut states, &mut readings);
        if !is_refused {
            break;
        }
    }
    states
}

/// Those not tried yet that overlap none that is taken, and none before them.
fn free(candidates: &[Candidate], states: &[State]) -> Vec<usize> {
    // Bytes that are taken: where they begin and end. None overlap, so that of those before a place the last ends last.
    let mut used: BTreeMap<usize, usize> = BTreeMap::new();
    let edits = |index: usize| candidates[index].fix.edits.iter().map(|edit| &edit.at);
    for index in (0..candidates.len()).filter(|&index| states[index] == State::Taken) {
        used.extend(edits(index).map(|at| (at.start, at.end)));
    }
    let mut free = Vec::new();
    for index in (0..candidates.len()).filter(|&index| states[index] == State::Untried) {
        let overlaps =
            |at: &Range<usize>| used.range(..=at.end).next_back().is_some_and(|(_, end)| *end >= at.start);
        if !edits(index).any(overlaps) {
            used.extend(edits(index).map(|at| (at.start, at.end)));
            free.push(index);
        }
    }
    free
}

/// Finds out which of these hold beside those that are taken, half and half where not all do. Says whether one does not.
fn try_all(
    text: &Text<'_>,
    candidates: &[Candidate],
    free: Vec<usize>,
    states: &mut [State],
    readings: &mut usize,
) -> bool {
    let mut is_refused = false;
    // Groups to try, the first on top.
    let mut groups = vec![free];
    while let Some(group) = groups.pop() {
        if *readings == 0 {
            break;
        }
        *readings -= 1;
        // Groups are in order.
        let is_made = |index: usize| states[index] == State::Taken || group.binary_search(&index).is_ok();
        let with: Vec<&Candidate> =
            (0..candidates.len()).filter(|&index| is_made(index)).map(|index| &candidates[index]).collect();
        if proof::holds(text, &with) {
            for index in group {
                states[index] = State::Taken;
            }
        } else if let [one] = group[..] {
            states[one] = State::Refused;
            is_refused = true;
        } else {
            let (first, second) = group.split_at(group.len() / 2);
            groups.extend([second.to_vec(), first.to_vec()]);
        }
    }
    is_refused
}

/// Those that hold, each by itself or with others beside it.
pub(super) fn proved(text: &Text<'_>, mut candidates: Vec<Candidate>) -> Vec<Fix> {
    let mut fixes = Vec::new();
    // Those that overlap others are tried without them.
    for _ in 0..MOST_ROUNDS {
        let states = tried(text, &candidates);
        let mut rest = Vec::new();
        for (candidate, state) in candidates.into_iter().zip(states) {
            match state {
                State::Taken => fixes.push(candidate.fix),
                State::Refused => {}
                State::Untried => rest.push(candidate),
            }
        }
        candidates = rest;
        if candidates.is_empty() {
            break;
        }
    }
    fixes.sort_by_key(|fix| (fix.reach().start, fix.safety));
    fixes
}
