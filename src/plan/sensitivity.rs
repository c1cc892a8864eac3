//! Who may see what.

use super::{Common, Id, Kind, Plan, Sensitivity};
use crate::source::Located;

impl Plan {
    /// Who may see this thing; an option that does not say, as its choice.
    #[must_use]
    pub fn sensitivity_of(&self, id: Id) -> Sensitivity {
        let written = self.common_of(id).and_then(|common| common.sensitivity);
        written.map_or(Sensitivity::default(), |sensitivity| sensitivity.value)
    }

    /// Says who may see this thing, whatever is written on it.
    pub(crate) fn set_sensitivity(&mut self, id: Id, value: Sensitivity) {
        let thing = self.names.get(id);
        let (index, at) = (thing.index as usize, thing.at);
        let common = match thing.kind {
            Kind::Ambition | Kind::Goal | Kind::Objective | Kind::Activity | Kind::Task => {
                self.items.get_mut(index).map(|item| &mut **item.common.get_or_insert_default())
            }
            Kind::Person => self.people.get_mut(index).map(|person| &mut person.common),
            Kind::Organisation => self.organisations.get_mut(index).map(|one| &mut one.common),
            Kind::Party => self.parties.get_mut(index).map(|party| &mut party.common),
            Kind::Other => self.others.get_mut(index).map(|other| &mut other.common),
            Kind::Constituency => self.constituencies.get_mut(index).map(|one| &mut one.common),
            Kind::Donor => self.donors.get_mut(index).map(|donor| &mut donor.common),
            Kind::Choice => self.choices.get_mut(index).map(|choice| &mut choice.common),
            Kind::Option => self.choices.get_mut(index).and_then(|choice| {
                let option = choice.options.iter_mut().find(|option| option.id == id)?;
                Some(&mut **option.common.get_or_insert_default())
            }),
            Kind::Assumption => self.assumptions.get_mut(index).map(|one| &mut one.common),
            Kind::Scenario => self.scenarios.get_mut(index).map(|scenario| &mut scenario.common),
            Kind::Lesson => self.lessons.get_mut(index).map(|lesson| &mut lesson.common),
        };
        if let Some(common) = common {
            common.sensitivity = Some(Located { value, at });
        }
    }

    /// Gives what is nested in an item at least the item's own sensitivity: for pictures and pages, since what somebody
    /// does inside of a quiet visit tells of the visit.
    pub fn veil_nested(&mut self) {
        for at in 0..self.items.len() {
            // A holder stands before what it holds.
            let Some(holder) = self.items[at].holder else { continue };
            let (id, above) = (self.items[at].id, self.items[holder as usize].id);
            let is_in_doubt = self.is_faulty(Some(above), "sensitivity");
            let least = if is_in_doubt { Sensitivity::Core } else { self.sensitivity_of(above) };
            if least > self.sensitivity_of(id) {
                self.set_sensitivity(id, least);
            }
        }
    }

    /// What may be written on everything with an id, as far as it is written on this one.
    /// What most things may carry, where this one carries any of it.
    pub(crate) fn common_of(&self, id: Id) -> Option<&Common> {
        let thing = self.names.get(id);
        let index = thing.index as usize;
        match thing.kind {
            Kind::Ambition | Kind::Goal | Kind::Objective | Kind::Activity | Kind::Task => {
                self.items.get(index)?.common.as_deref()
            }
            Kind::Person => self.people.get(index).map(|person| &person.common),
            Kind::Organisation => self.organisations.get(index).map(|organisation| &organisation.common),
            Kind::Party => self.parties.get(index).map(|party| &party.common),
            Kind::Other => self.others.get(index).map(|other| &other.common),
            Kind::Constituency => self.constituencies.get(index).map(|constituency| &constituency.common),
            Kind::Donor => self.donors.get(index).map(|donor| &donor.common),
            Kind::Choice => self.choices.get(index).map(|choice| &choice.common),
            Kind::Option => {
                let choice = self.choices.get(index)?;
                let own = choice.options.iter().find(|option| option.id == id)?.common.as_deref();
                own.filter(|common| common.sensitivity.is_some()).or(Some(&choice.common))
            }
            Kind::Assumption => self.assumptions.get(index).map(|assumption| &assumption.common),
            Kind::Scenario => self.scenarios.get(index).map(|scenario| &scenario.common),
            Kind::Lesson => self.lessons.get(index).map(|lesson| &lesson.common),
        }
    }
}
