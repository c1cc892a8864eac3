//! Mending a plan until nothing more can be mended.

use super::text::Text;
use super::{Candidate, Mends, Safety, candidates, choose};
use crate::check::{Check, Options, check};
use crate::edit::{Splice, spliced};
use crate::source::Source;

/// Rounds of mending. A key that is mended shows the slips in what stands behind it, so a few are needed.
const MOST_ROUNDS: usize = 12;

/// What is mended.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// How unsafe a fix may be.
    pub most: Safety,
    /// How plans are checked.
    pub options: &'a Options,
}

/// A plan after it was mended.
#[derive(Debug)]
pub struct Mended {
    /// The mended text, and what is left to find in it.
    pub check: Check,
    /// How many things were mended.
    pub made: usize,
    /// How many more could be, as guesses.
    pub guesses: usize,
}

/// Makes every fix that is safe enough, round after round, of what `is_asked`. What can be two things is left alone.
#[must_use]
pub fn mend(checked: Check, asked: Asked<'_>, is_asked: impl Fn(&Mends) -> bool) -> Mended {
    let mut mended = Mended { check: checked, made: 0, guesses: 0 };
    for most in [Safety::Safe, Safety::Unsafe] {
        for _ in 0..MOST_ROUNDS {
            let text = Text::of(&mended.check.source, &mended.check.findings);
            let clear = clear(candidates(&text), most, &is_asked);
            // What is wrong comes first: tidying up must not stand in its way.
            let (wrong, untidy): (Vec<_>, Vec<_>) =
                clear.into_iter().partition(|candidate| !candidate.fix.mends.is_empty());
            let (mut clear, mut taken) = (wrong, Vec::new());
            if !clear.is_empty() {
                taken = choose::together(&text, &clear);
            }
            if taken.is_empty() && most == Safety::Safe && !untidy.is_empty() {
                taken = choose::together(&text, &untidy);
                clear = untidy;
            }
            let made: usize = taken.iter().map(|&index| clear[index].fix.mends.len().max(1)).sum();
            if most > asked.most {
                mended.guesses = made;
                break;
            }
            if made == 0 {
                break;
            }
            let edits: Vec<Splice> = taken.iter().flat_map(|&index| clear[index].fix.edits.clone()).collect();
            let text = spliced(&mended.check.source, &edits);
            let source = Source::new(mended.check.source.path.clone(), text);
            mended = Mended { check: check(source, asked.options), made: mended.made + made, guesses: 0 };
        }
    }
    mended
}

/// Those that are safe enough, one for each thing to mend; where two of them mend one thing, none.
fn clear(candidates: Vec<Candidate>, most: Safety, is_asked: impl Fn(&Mends) -> bool) -> Vec<Candidate> {
    let mut clear: Vec<Candidate> = candidates
        .into_iter()
        .filter(|candidate| candidate.fix.safety <= most && candidate.fix.mends.iter().all(&is_asked))
        .collect();
    let key = |candidate: &Candidate| {
        candidate.fix.mends.first().map(|mends| (mends.at, mends.finding, candidate.fix.safety))
    };
    let mut keys: Vec<_> = clear.iter().filter_map(key).collect();
    keys.sort_unstable();
    clear.retain(|candidate| {
        key(candidate).is_none_or(|key| {
            let first = keys.partition_point(|other| *other < key);
            keys.get(first + 1) != Some(&key)
        })
    });
    clear
}
