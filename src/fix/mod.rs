//! What the machine can mend in a plan's text: one file a fix, each a few edits that keep all else byte for byte.
//!
//! A fix is [`Safety::Safe`] where the mended text says what anybody would have meant, and [`Safety::Unsafe`] where it is a
//! guess. Whatever a fix is thought to do, it is only given where reading the text with it proves that: what it mends is
//! gone, nothing new is wrong, and nothing else is read otherwise than before. See `proof`.
//!
//! To add a fix: write its file with a `pub(super) fn`, name it in `REGISTRY`, give what it does a sentence in
//! `locales/en/fix.ftl`, and a plan before and after to `tests/fixes`.

mod acceptance;
mod apostrophe;
mod bad_id;
mod beginning;
mod bullet;
mod choose;
mod colon;
mod colon_in_text;
mod comma;
mod curly;
mod date;
mod finding_name;
mod hash;
mod instead;
mod key;
mod language;
mod list;
mod list_of_one;
mod mend;
mod nodes;
mod number;
mod option;
mod other_word;
mod proof;
mod quote;
mod reader;
mod reference;
mod removal;
mod space;
mod spelling;
mod tab;
mod text;
mod title;
mod twice;
mod word;
mod yes_no;

pub use mend::{Asked, Mended, mend};

use crate::check::Check;
use crate::edit::Splice;
use crate::findings::Finding;
use crate::lang::{Catalogue, shown};
use crate::plan::FindingName;
use crate::source::{Fault, Slip, Span};
use std::ops::Range;
use text::Text;

/// Whether a fix can be made without asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Safety {
    /// The mended text says what anybody would have meant.
    Safe,
    /// It is a guess.
    Unsafe,
}

/// A finding as a fix knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mends {
    /// Its name.
    pub finding: FindingName,
    /// Its place.
    pub at: Span,
}

impl Mends {
    /// Whether it is this finding.
    #[must_use]
    pub fn is(&self, finding: &Finding) -> bool {
        self.finding == finding.name && self.at == finding.at
    }
}

/// One thing that can be mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it mends, in one place or (where one change is for several lines) in several. Nothing where it only tidies up
    /// what is no fault, such as an id that stands twice in a list.
    pub mends: Vec<Mends>,
    /// The message that says what it does.
    pub message: &'static str,
    /// The arguments of that message. They never hold a title: what is told of a fix may be read by strangers.
    pub args: Vec<(&'static str, Box<str>)>,
    /// The changes, by bytes of the text. They do not overlap.
    pub edits: Vec<Splice>,
    /// Whether it can be made without asking.
    pub safety: Safety,
}

impl Fix {
    /// What it does, as a sentence without a full stop.
    #[must_use]
    pub fn say(&self, catalogue: &Catalogue) -> String {
        let args: Vec<_> =
            self.args.iter().map(|(name, value)| (*name, shown(value).into_owned().into())).collect();
        catalogue.say(self.message, &args)
    }

    /// Whether it mends this finding.
    #[must_use]
    pub fn is_of(&self, finding: &Finding) -> bool {
        self.mends.iter().any(|mends| mends.is(finding))
    }

    /// From its first changed byte to behind its last.
    fn reach(&self) -> Range<usize> {
        let start = self.edits.iter().map(|edit| edit.at.start).min().unwrap_or(0);
        start..self.edits.iter().map(|edit| edit.at.end).max().unwrap_or(start)
    }
}

/// A fix on its way to being proved.
#[derive(Debug, Clone)]
struct Candidate {
    fix: Fix,
    /// Bytes that are read otherwise than before, as a whole.
    anew: Vec<Range<usize>>,
    /// Bytes that were passed over and are now read: what is wrong there was not told before.
    unread: Vec<Range<usize>>,
}

impl Candidate {
    fn new(mends: Vec<Mends>, message: &'static str, edits: Vec<Splice>, safety: Safety) -> Self {
        let fix = Fix { mends, message, args: Vec::new(), edits, safety };
        Self { fix, anew: Vec::new(), unread: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<Box<str>>) -> Self {
        self.fix.args.push((name, value.into()));
        self
    }

    fn anew(mut self, bytes: Range<usize>) -> Self {
        self.anew.push(bytes);
        self
    }

    fn unread(mut self, bytes: Range<usize>) -> Self {
        self.unread.push(bytes);
        self
    }
}

/// Every fix there is: each looks through a text and adds what it would mend.
const REGISTRY: &[fn(&Text<'_>, &mut Vec<Candidate>)] = &[
    // Signs and spaces.
    reader::as_read,
    space::special,
    space::unseen,
    bullet::alone,
    colon::in_line,
    colon::in_brackets,
    colon::wide,
    colon_in_text::in_line,
    hash::in_text,
    comma::in_braces,
    curly::around,
    apostrophe::in_single_quotes,
    beginning::with_sign,
    // Words.
    key::misspelt,
    other_word::of_a_method,
    word::misspelt,
    yes_no::spelt_out,
    date::in_other_form,
    date::in_other_order,
    number::with_marks,
    language::joined,
    finding_name::misspelt,
    // Ids.
    reference::misspelt,
    title::for_id,
    option::without_choice,
    list::without_brackets,
    bad_id::given,
    // What is said twice, or needs no list.
    twice::key,
    twice::in_list,
    list_of_one::supports,
    acceptance::unused,
];

/// All fixes of the findings of a plan. What only tidies up is not among them.
#[derive(Debug, Default)]
pub struct Fixes {
    /// In the order of the text, the safe ones before others of the same place.
    all: Vec<Fix>,
    /// Which of them are of what.
    by_finding: Vec<((Span, FindingName), usize)>,
}

impl Fixes {
    /// Those of a plan that was checked, each proved; see `proof`.
    #[must_use]
    pub fn of(check: &Check) -> Self {
        let text = Text::of(&check.source, &check.findings);
        let mut candidates = candidates(&text);
        candidates.retain(|candidate| !candidate.fix.mends.is_empty());
        let all = choose::proved(&text, candidates);
        let mended = all
            .iter()
            .enumerate()
            .flat_map(|(index, fix)| fix.mends.iter().map(move |mends| ((mends.at, mends.finding), index)));
        let mut by_finding: Vec<_> = mended.collect();
        by_finding.sort_unstable();
        Self { all, by_finding }
    }

    /// All of them, in the order of the text.
    #[must_use]
    pub fn all(&self) -> &[Fix] {
        &self.all
    }

    /// Those that mend this finding, the safe ones first. Where there are several, only a person can choose.
    pub fn of_finding(&self, finding: &Finding) -> impl Iterator<Item = &Fix> {
        let key = (finding.at, finding.name);
        let first = self.by_finding.partition_point(|(other, _)| *other < key);
        let those = self.by_finding[first..].iter().take_while(move |(other, _)| *other == key);
        those.map(|(_, index)| &self.all[*index])
    }

    /// The one that mends this finding; nothing where there is none, or only a person can choose.
    #[must_use]
    pub fn the_one(&self, finding: &Finding) -> Option<&Fix> {
        let mut those = self.of_finding(finding);
        let first = those.next()?;
        let is_one = those.next().is_none_or(|next| first.safety < next.safety);
        is_one.then_some(first)
    }

    /// How many findings can be mended without asking.
    #[must_use]
    pub fn safe_count(&self, findings: &[Finding]) -> usize {
        let is_safe =
            |finding: &&Finding| self.the_one(finding).is_some_and(|fix| fix.safety == Safety::Safe);
        findings.iter().filter(is_safe).count()
    }
}

/// What each fix would mend, not proved yet, in the order of the text.
fn candidates(text: &Text<'_>) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    let is_text = |fault: &Fault| {
        !matches!(
            fault.slip,
            Slip::NotUtf8 | Slip::Utf16 | Slip::OtherFile | Slip::FileTooLarge | Slip::NulByte
        )
    };
    if !text.read.faults.iter().all(is_text) {
        // What is shown of such bytes must not be written in their place.
        return candidates;
    }
    for look in REGISTRY {
        look(text, &mut candidates);
    }
    candidates.sort_by_key(|candidate| (candidate.fix.reach().start, candidate.fix.safety));
    candidates
}
