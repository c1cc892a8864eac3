//! What a browser that looks on is told beside the page: what cannot be read at the moment, and what the last save has
//! changed.

use crate::check::Check;
use crate::compare::{Comparison, What};
use crate::findings::Finding;
use crate::lang::{Catalogue, escaped, shown};
use crate::plan::Sensitivity;
use crate::report::compare::{Telling, Told};
use crate::report::wording::Wording;
use serde::Serialize;

/// Faults, findings and sentences of a thing that are told before the rest is only counted.
const MOST: usize = 20;
/// Things that have changed, of the same.
const MOST_THINGS: usize = 60;

/// The news.
#[derive(Debug, Serialize)]
pub(super) struct News<'a> {
    /// The number of everything that is shown.
    pub version: u64,
    /// The number of the picture: it stays where a save brings no other one.
    pub picture: u64,
    /// What is wrong with the file as it is now; nothing where it can be read.
    pub trouble: Option<&'a Trouble>,
    /// What the last save has changed; nothing where there was none, or it could not be read.
    pub changes: Option<&'a ChangesTold>,
    /// What the script itself says.
    pub words: Words,
}

/// Why the picture is not that of the file as it is now, or not all of it.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Trouble {
    heading: String,
    /// What the picture is, then.
    note: String,
    faults: Vec<FaultTold>,
    /// How many more there are, in words.
    more: Option<String>,
}

#[derive(Debug, PartialEq, Serialize)]
struct FaultTold {
    place: String,
    sentence: String,
    ask: String,
}

/// What has changed.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct ChangesTold {
    heading: String,
    /// How much.
    counts: String,
    things: Vec<ThingTold>,
    /// How many more there are, in words.
    more: Option<String>,
    /// Ids of all that is new or another.
    marked: Vec<String>,
    /// What is new in what is weak, and what is gone.
    findings: Vec<FindingsTold>,
}

#[derive(Debug, PartialEq, Serialize)]
struct ThingTold {
    /// `added`, `removed` or `changed`.
    what: &'static str,
    /// Its id; empty where it is gone.
    id: String,
    title: String,
    /// That in words.
    state: String,
    sentences: Vec<String>,
}

#[derive(Debug, PartialEq, Serialize)]
struct FindingsTold {
    heading: String,
    sentences: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct Words {
    lost: String,
    ended: String,
    renewed: String,
    present: String,
}

impl Words {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let say = |id| catalogue.say(id, &[]);
        Self {
            lost: say("live-lost"),
            ended: say("live-ended"),
            renewed: say("live-renewed"),
            present: say("live-present"),
        }
    }
}

impl Trouble {
    /// That the file is not there, or that the system does not give it: this sentence tells which.
    pub(super) fn unread(sentence: String, catalogue: &Catalogue) -> Self {
        Self { heading: sentence, note: catalogue.say("live-waits", &[]), faults: Vec::new(), more: None }
    }

    /// Its heading, and what is seen all the same.
    pub(super) fn in_short(&self) -> String {
        format!("{}. {}", self.heading.trim_end_matches('.'), self.note)
    }

    /// The faults of a text.
    pub(super) fn of(check: &Check, catalogue: &Catalogue, include: Sensitivity) -> Self {
        let wording = Wording { catalogue, plan: check.plan.as_ref(), include: Some(include) };
        let faults: Vec<&Finding> = check.findings.iter().filter(|finding| finding.slip.is_some()).collect();
        let fault = |fault: &&Finding| {
            let line = check.source.position(fault.at.start).line;
            // What a faulty text says may be meant for a smaller circle.
            let worded = wording.guarded(fault);
            FaultTold {
                place: catalogue.say("live-line", &[("line", line.into())]),
                sentence: worded.sentence(),
                ask: worded.ask(),
            }
        };
        let more = faults.len().saturating_sub(MOST);
        Self {
            heading: catalogue.say("live-faults", &[("count", faults.len().into())]),
            note: catalogue.say("live-shows-before", &[]),
            faults: faults.iter().take(MOST).map(fault).collect(),
            more: (more > 0).then(|| catalogue.say("live-more", &[("count", more.into())])),
        }
    }
}

impl ChangesTold {
    /// The changes between the picture before and this one.
    pub(super) fn of(comparison: &Comparison, catalogue: &Catalogue, include: Sensitivity) -> Self {
        let telling = Telling {
            comparison,
            catalogue,
            include: Some(include),
            revision: None,
            all: true,
            only_counts: false,
        };
        let mut told: Vec<_> = telling.groups().into_iter().flat_map(|group| group.told).collect();
        // What a page leaves out has no id there either; what is gone has only its title.
        let hidden = catalogue.say("core-item", &[]);
        told.retain(|told| told.title != hidden);
        let more = |count: usize, most: usize| {
            let more = count.saturating_sub(most);
            (more > 0).then(|| catalogue.say("live-more", &[("count", more.into())]))
        };
        let cut = |mut sentences: Vec<String>| {
            let more = more(sentences.len(), MOST);
            sentences.truncate(MOST);
            sentences.extend(more);
            sentences
        };
        let marked = told.iter().map(|told| told.id.clone()).filter(|id| !id.is_empty()).collect();
        let more_things = more(told.len(), MOST_THINGS);
        let thing = |told: Told| {
            let what = match told.mark {
                What::Added => "added",
                What::Removed => "removed",
                _ => "changed",
            };
            ThingTold {
                what,
                id: told.id,
                title: shown(&told.title).into_owned(),
                state: catalogue.say("live-change", &[("what", what.into())]),
                sentences: cut(told.sentences),
            }
        };
        let things = told.into_iter().take(MOST_THINGS).map(thing).collect();
        let findings = telling.findings().into_iter().map(|findings| FindingsTold {
            heading: findings.heading,
            sentences: cut(findings.told.into_iter().map(|told| told.sentence).collect()),
        });
        Self {
            heading: catalogue.say("live-changes", &[]),
            counts: telling.counts(),
            things,
            more: more_things,
            marked,
            findings: findings.collect(),
        }
    }
}

/// The title of a plan as a browser may show it.
pub(super) fn title(check: &Check) -> String {
    escaped(check.title()).into_owned()
}
