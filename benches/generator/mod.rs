//! Plans to measure with: any number of items, always the same text for the same number.
//!
//! Shared by `cargo bench` and by the example `generate`, which writes such a plan to standard output.

mod plausible;
mod unusual;

/// What a plan to measure with looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// As a team would write it, only larger.
    Plausible,
    /// Tasks that each depend on the one before, all in one activity.
    Chain,
    /// The same, five tasks to an activity, fifty activities to an objective.
    ChainOfFives,
    /// The same, all tasks at the top level of the file.
    ChainAtTop,
    /// A chain that closes: the first task depends on the last.
    Ring,
    /// One objective with activities that have no tasks.
    Wide,
    /// Objectives that each support the next; each needs everything below it, and has one activity.
    Deep,
    /// Tasks that each depend on three of the thousand before.
    Tangle,
    /// A grid of tasks that each depend on the one above and the one to the left.
    Grid,
    /// Nothing but an ambition and tasks.
    TasksOnly,
    /// One activity that holds all tasks.
    OneActivity,
    /// Everything is one person's.
    OnePerson,
    /// A person for each ten items.
    ManyPeople,
    /// Twenty choices, with half of the activities under their options.
    Choices,
    /// Twelve choices with three options each and twenty exclusions: some fifty thousand schemes. All activities are
    /// under an option, and one objective stands on a third of them.
    Schemes,
    /// Every item has something weak about it.
    ManyFindings,
    /// Half of the items name an id that nobody has.
    UnknownIds,
    /// Every item has the same id.
    DuplicateIds,
    /// Titles of a thousand letters.
    LongTitles,
}

impl Shape {
    /// Every shape with the name that the example `generate` knows it by.
    pub const ALL: [(&str, Self); 19] = [
        ("plausible", Self::Plausible),
        ("chain", Self::Chain),
        ("chain-of-fives", Self::ChainOfFives),
        ("chain-at-top", Self::ChainAtTop),
        ("ring", Self::Ring),
        ("wide", Self::Wide),
        ("deep", Self::Deep),
        ("tangle", Self::Tangle),
        ("grid", Self::Grid),
        ("tasks-only", Self::TasksOnly),
        ("one-activity", Self::OneActivity),
        ("one-person", Self::OnePerson),
        ("many-people", Self::ManyPeople),
        ("choices", Self::Choices),
        ("schemes", Self::Schemes),
        ("many-findings", Self::ManyFindings),
        ("unknown-ids", Self::UnknownIds),
        ("duplicate-ids", Self::DuplicateIds),
        ("long-titles", Self::LongTitles),
    ];

    /// The text of a plan of this shape with about `items` items.
    pub fn text(self, items: usize) -> String {
        let mut out = String::with_capacity(items * 128);
        let written = match self {
            Self::Plausible => plausible::write(&mut out, items),
            _ => unusual::write(&mut out, self, items),
        };
        written.expect("a text in memory takes everything");
        out
    }
}

/// Numbers that look random and are the same in every run (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// True so many times in a hundred.
    fn percent(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }
}
