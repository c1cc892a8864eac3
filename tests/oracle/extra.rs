//! What the findings about people and money look at beside the graph, and how random plans get it.
//!
//! Days are texts `YYYY-MM-DD`: they sort as days do.

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option::weighted;
use proptest::prelude::*;
use proptest::sample::select;

use crate::model::{Level, Plan};

pub type Day = &'static str;

/// Days from which a plan can choose; the oracle's today is 2026-11-23.
const DAYS: [Day; 10] = [
    "2026-09-30",
    "2026-11-30",
    "2026-12-31",
    "2027-01-31",
    "2027-02-28",
    "2027-03-30",
    "2027-03-31",
    "2027-06-30",
    "2027-11-15",
    "2028-02-29",
];

#[derive(Clone, Debug, Default)]
pub struct Extra {
    /// The project window.
    pub start: Option<Day>,
    pub end: Option<Day>,
    pub donors: BTreeMap<String, DonorFacts>,
    pub parties: BTreeMap<String, PartyFacts>,
    /// The own last day of activities and tasks.
    pub ends: BTreeMap<String, Day>,
    pub thresholds: Thresholds,
}

#[derive(Clone, Debug, Default)]
pub struct DonorFacts {
    pub amount: Option<u64>,
    pub state: Option<&'static str>,
    pub start: Option<Day>,
    pub end: Option<Day>,
    pub no_contact: bool,
    pub reports: Option<Reports>,
}

#[derive(Clone, Debug)]
pub enum Reports {
    Days(Vec<Day>),
    /// `month` or `quarter`.
    Every(&'static str),
}

#[derive(Clone, Debug, Default)]
pub struct PartyFacts {
    pub influence: Option<&'static str>,
    pub proscribed: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Thresholds {
    pub carries_most_percent: Option<usize>,
    pub carries_most_tasks: Option<usize>,
    pub donor_percent: Option<usize>,
    pub reports_per_quarter: Option<usize>,
}

impl Extra {
    pub fn donor(&self, id: &str) -> DonorFacts {
        self.donors.get(id).cloned().unwrap_or_default()
    }

    pub fn party(&self, id: &str) -> PartyFacts {
        self.parties.get(id).cloned().unwrap_or_default()
    }

    /// Gives things the ids that a reader of the text makes for them.
    pub fn rename(&mut self, change: &mut impl FnMut(&mut String)) {
        fn renamed<T>(map: &mut BTreeMap<String, T>, change: &mut impl FnMut(&mut String)) {
            for (mut id, value) in std::mem::take(map) {
                change(&mut id);
                map.insert(id, value);
            }
        }
        renamed(&mut self.donors, change);
        renamed(&mut self.parties, change);
        renamed(&mut self.ends, change);
    }
}

/// What is to be given to the things of a plan, in their order, over and over.
#[derive(Clone, Debug)]
pub struct ExtraGenes {
    window: (Option<Day>, Option<Day>),
    donors: Vec<DonorFacts>,
    parties: Vec<PartyFacts>,
    ends: Vec<Option<Day>>,
    thresholds: Thresholds,
}

impl ExtraGenes {
    pub fn dress(&self, mut plan: Plan) -> Plan {
        let extra = &mut plan.extra;
        (extra.start, extra.end) = self.window;
        for (id, facts) in plan.donors.iter().zip(self.donors.iter().cycle()) {
            extra.donors.insert(id.clone(), facts.clone());
        }
        for (party, facts) in plan.parties.iter().zip(self.parties.iter().cycle()) {
            extra.parties.insert(party.id.clone(), facts.clone());
        }
        let work = plan.items.iter().filter(|item| matches!(item.level, Level::Activity | Level::Task));
        for (item, end) in work.zip(self.ends.iter().cycle()) {
            extra.ends.extend(end.map(|end| (item.id.clone(), end)));
        }
        extra.thresholds = self.thresholds.clone();
        plan
    }
}

pub fn genes() -> impl Strategy<Value = ExtraGenes> {
    let day = || select(DAYS.to_vec());
    let some_day = move |chance| weighted(chance, day());
    let reports = prop_oneof![
        vec(day(), 1..=3).prop_map(|mut days| {
            days.sort_unstable();
            days.dedup();
            Reports::Days(days)
        }),
        select(vec!["month", "quarter"]).prop_map(Reports::Every),
    ];
    let donor = (
        weighted(0.7, select(vec![0, 20, 50, 90, 100, 160, 500])),
        weighted(0.5, select(vec!["secured", "pledged", "sought"])),
        some_day(0.4),
        some_day(0.6),
        proptest::bool::weighted(0.4),
        weighted(0.6, reports),
    )
        .prop_map(|(amount, state, start, end, no_contact, reports)| DonorFacts {
            amount,
            state,
            start,
            end,
            no_contact,
            reports,
        });
    let party = (weighted(0.6, select(vec!["low", "medium", "high"])), proptest::bool::weighted(0.3))
        .prop_map(|(influence, proscribed)| PartyFacts { influence, proscribed });
    let thresholds = (
        weighted(0.5, select(vec![20, 30, 50])),
        weighted(0.9, 1..=4_usize),
        weighted(0.4, select(vec![0, 33, 50, 75, 100])),
        weighted(0.5, 0..=3_usize),
    )
        .prop_map(|(carries_most_percent, carries_most_tasks, donor_percent, reports_per_quarter)| {
            Thresholds { carries_most_percent, carries_most_tasks, donor_percent, reports_per_quarter }
        });
    (
        (some_day(0.5), some_day(0.6)),
        vec(donor, 1..=3),
        vec(party, 1..=3),
        vec(some_day(0.4), 1..=5),
        thresholds,
    )
        .prop_map(|(window, donors, parties, ends, thresholds)| ExtraGenes {
            window,
            donors,
            parties,
            ends,
            thresholds,
        })
}
