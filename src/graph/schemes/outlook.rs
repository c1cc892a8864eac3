//! What each pick leaves open: in how many schemes it takes part (Friend and Hickling call it robustness).

use super::Schemes;
use crate::plan::Id;

/// What an option of an undecided choice leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlook {
    /// The choice.
    pub choice: Id,
    /// The option.
    pub option: Id,
    /// In how many of the known schemes it takes part: so many remain once it is chosen.
    pub schemes: usize,
    /// No other option of its choice takes part in more, and one takes part in fewer: it keeps most doors open.
    pub keeps_most_open: bool,
}

impl Schemes<'_> {
    /// What each option of each undecided choice leaves open, in the order of the text.
    #[must_use]
    pub fn outlooks(&self) -> Vec<Outlook> {
        let mut outlooks = Vec::new();
        for (column, &choice) in self.columns.iter().enumerate() {
            let choice = &self.plan.choices[choice as usize];
            let mut schemes = vec![0; choice.options.len()];
            for number in 0..self.len() {
                schemes[self.table.pick(number, column as u32) as usize] += 1;
            }
            let most = schemes.iter().copied().max();
            let is_even = schemes.iter().copied().min() == most;
            outlooks.extend(choice.options.iter().zip(&schemes).map(|(option, &schemes)| Outlook {
                choice: choice.id,
                option: option.id,
                schemes,
                keeps_most_open: !is_even && Some(schemes) == most,
            }));
        }
        outlooks
    }

    /// The known schemes in which all of these options are picked, by their numbers, in order.
    #[must_use]
    pub fn with(&self, options: &[Id]) -> Vec<usize> {
        let place = |&option: &Id| Some((self.plan.names.get(option).index, self.plan.option_index(option)?));
        let Some(picks) = options.iter().map(place).collect::<Option<Vec<_>>>() else { return Vec::new() };
        let has = |number: usize, (choice, option): (u32, u32)| match self.columns.binary_search(&choice) {
            Ok(column) => self.table.pick(number, column as u32) == option,
            Err(_) => self.graph.options.chosen(choice) == Some(option),
        };
        (0..self.len()).filter(|&number| picks.iter().all(|&pick| has(number, pick))).collect()
    }

    /// The options of other undecided choices that no known scheme has together with this one, though some scheme has
    /// them: the doors that it closes. In the order of the text.
    #[must_use]
    pub fn closes(&self, option: Id) -> Vec<Id> {
        let own = self.plan.names.get(option).index;
        let with = self.with(&[option]);
        let mut closes = Vec::new();
        if with.is_empty() {
            return closes;
        }
        for (column, &choice) in self.columns.iter().enumerate().filter(|(_, choice)| **choice != own) {
            let options = &self.plan.choices[choice as usize].options;
            let are_picked = |schemes: &mut dyn Iterator<Item = usize>| {
                let mut are_picked = vec![false; options.len()];
                for number in schemes {
                    are_picked[self.table.pick(number, column as u32) as usize] = true;
                }
                are_picked
            };
            let before = are_picked(&mut (0..self.len()));
            let after = are_picked(&mut with.iter().copied());
            let gone = (0..options.len()).filter(|&option| before[option] && !after[option]);
            closes.extend(gone.map(|option| options[option].id));
        }
        closes
    }
}
