//! A plan's text as fixes look at it: everything that reading made of it.

use super::Mends;
use super::nodes::Nodes;
use crate::check::load_tree;
use crate::edit::{Splice, spliced};
use crate::findings::Finding;
use crate::plan::{FindingName, Plan, Settings};
use crate::source::{
    CloseReading, Fault, FaultKind, Limits, MASK, Mend, Node, Sight, Slip, Source, Span, Tree, read_closely,
};

/// Slips of one kind that are looked at in one round. Some cost a walk along a line or a mapping, which may be the whole
/// plan.
const MOST_OF_A_SLIP: usize = 2_000;

/// A text, what was read of it, and what is wrong with it.
pub(super) struct Text<'a> {
    pub(super) source: &'a Source,
    /// Findings that are not about the text itself.
    pub(super) findings: &'a [Finding],
    pub(super) read: Read,
}

/// What was read of a text.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) tree: Option<Tree>,
    pub(super) plan: Option<Plan>,
    /// Every fault, in the order of the text.
    pub(super) faults: Vec<Fault>,
    /// What made the text readable behind its slips.
    pub(super) mends: Vec<Mend>,
    pub(super) outline: Vec<Sight>,
    /// Where reading gave up, if it did.
    pub(super) until: usize,
}

impl Read {
    /// Reads a text.
    pub(super) fn of(source: &Source) -> Self {
        let CloseReading { tree, faults, mends, outline, until } = read_closely(source, Limits::FORMAT_1);
        let reading = load_tree(source, tree.as_ref(), faults, &Settings::default());
        let until = until.unwrap_or(usize::MAX);
        Self { tree, plan: reading.plan, faults: reading.faults, mends, outline, until }
    }
}

impl<'a> Text<'a> {
    pub(super) fn of(source: &'a Source, findings: &'a [Finding]) -> Self {
        Self { source, findings, read: Read::of(source) }
    }

    /// The outermost node, where the text can be read.
    pub(super) fn root(&self) -> Option<Node<'_>> {
        self.read.tree.as_ref()?.root(self.source)
    }

    /// The nodes by their places; none where the text cannot be read.
    pub(super) fn nodes(&self) -> Nodes<'_> {
        self.root().map_or_else(Nodes::default, Nodes::of)
    }

    /// The first faults of this slip. The others have their turn in the next round.
    pub(super) fn faults_of(&self, slip: Slip) -> impl Iterator<Item = &Fault> {
        self.read.faults.iter().filter(move |fault| fault.slip == slip).take(MOST_OF_A_SLIP)
    }

    /// The text with these changes.
    pub(super) fn with(&self, edits: &[Splice]) -> Source {
        Source::new(self.source.path.clone(), spliced(self.source, edits))
    }
}

/// The finding that a fault becomes.
pub(super) fn finding_of(slip: Slip, at: Span) -> Mends {
    let finding = match slip.kind() {
        FaultKind::Invalid(_) => FindingName::Invalid,
        FaultKind::UnknownId => FindingName::UnknownId,
        FaultKind::DuplicateId => FindingName::DuplicateId,
    };
    Mends { finding, at }
}

/// The word of a fault's sentence that has this name.
pub(super) fn word<'f>(fault: &'f Fault, name: &str) -> Option<&'f str> {
    fault.args.iter().find(|(word, _)| *word == name).map(|(_, value)| &**value)
}

/// What a fault says was meant. Nothing where that was masked or cut to be shown.
pub(super) fn meant(fault: &Fault) -> Option<&str> {
    word(fault, "meant").filter(|meant| !meant.contains(MASK) && !meant.ends_with('…'))
}
