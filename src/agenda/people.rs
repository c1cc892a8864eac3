//! Who has a part in what, and who is there.

use super::{Asked, Entry, Period};
use crate::graph::Graph;
use crate::plan::{Absence, Id, Kind, Plan};
use jiff::civil::Date;

/// The people of a plan, and those of them who were asked about.
pub(super) struct People<'a> {
    plan: &'a Plan,
    graph: &'a Graph,
    asked: &'a [Id],
    /// For each person of the plan, when they are away.
    away: Vec<Vec<Period>>,
}

/// Whether those who were asked about have a part in something.
pub(super) enum Part {
    /// Whenever it is done.
    Always,
    /// While this person is away: they stand in.
    StandsIn(Id),
    /// Never.
    None,
}

impl<'a> People<'a> {
    pub(super) fn of(plan: &'a Plan, graph: &'a Graph, asked: &'a Asked) -> Self {
        let away = plan.people.iter().map(|person| joined(&person.away)).collect();
        Self { plan, graph, asked: &asked.who, away }
    }

    /// What part those have who were asked about: as owner, in the team, or, while the owner is away, as deputy.
    pub(super) fn part(&self, entry: &Entry) -> Part {
        let is_asked = |id: &Id| self.asked.contains(id);
        if self.asked.is_empty() || entry.owner.iter().chain(&entry.team).any(is_asked) {
            return Part::Always;
        }
        let Some(owner) = entry.owner else { return Part::None };
        if self.away(owner).is_empty() || !self.deputies(entry.item).iter().any(is_asked) {
            return Part::None;
        }
        Part::StandsIn(owner)
    }

    /// Whether those who were asked about have a part in it whenever it is done.
    pub(super) fn concerns(&self, entry: &Entry) -> bool {
        matches!(self.part(entry), Part::Always)
    }

    /// The days on which a person is away, each time once; none for what is no person.
    fn away(&self, person: Id) -> &[Period] {
        let thing = self.plan.names.get(person);
        if thing.kind == Kind::Person { &self.away[thing.index as usize] } else { &[] }
    }

    /// The days of a period on which a person is away.
    pub(super) fn away_within(&self, person: Id, period: Period) -> impl Iterator<Item = Period> + '_ {
        let away = self.away(person);
        let first = away.partition_point(|absence| absence.to < period.from);
        away[first..].iter().map_while(move |absence| absence.within(period))
    }

    /// Whether a person is away on this day.
    pub(super) fn is_away(&self, person: Id, day: Date) -> bool {
        self.away_within(person, Period { from: day, to: day }).next().is_some()
    }

    /// Who can stand in for the owner of a piece of work.
    pub(super) fn deputies(&self, item: Id) -> Vec<Id> {
        let item = self.plan.item(item);
        let owners = item.map_or_else(Vec::new, |item| self.graph.owners(self.plan, item));
        owners.into_iter().skip(1).collect()
    }
}

/// Absences that overlap or follow each other are one. One without a first or last day is open at that end; one that
/// ends before it begins is none.
fn joined(absences: &[Absence]) -> Vec<Period> {
    let mut away: Vec<Period> = absences
        .iter()
        .filter(|absence| absence.start.is_some() || absence.end.is_some())
        .map(|absence| Period {
            from: absence.start.map_or(Date::MIN, |day| day.value),
            to: absence.end.map_or(Date::MAX, |day| day.value),
        })
        .filter(|absence| absence.from <= absence.to)
        .collect();
    away.sort_unstable();
    let mut joined: Vec<Period> = Vec::with_capacity(away.len());
    for absence in away {
        match joined.last_mut() {
            Some(before) if before.to.tomorrow().map_or(true, |next| absence.from <= next) => {
                before.to = before.to.max(absence.to);
            }
            _ => joined.push(absence),
        }
    }
    joined
}
