//! How it stands with several plans, in one line.

use crate::check::{Check, GateAsked};
use crate::lang::Catalogue;

/// Plans counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Which findings a plan must have to count as one to look at, beside what its settings say.
    pub gate: GateAsked,
    /// Plans that were checked.
    pub plans: usize,
    /// Those that contradict themselves or could not be read whole.
    pub broken: usize,
    /// Those with something that the check fails for; what is broken is mostly among them.
    pub to_look_at: usize,
    /// Plans that the system did not give.
    pub unopened: usize,
    /// Some plan can have something that the check fails for.
    is_watched: bool,
}

impl Tally {
    /// No plan yet.
    #[must_use]
    pub fn new(gate: GateAsked) -> Self {
        Self {
            gate,
            plans: 0,
            broken: 0,
            to_look_at: 0,
            unopened: 0,
            is_watched: gate.under(None).from.is_some(),
        }
    }

    /// One more plan.
    pub fn add(&mut self, check: &Check) {
        self.plans += 1;
        self.broken += usize::from(check.is_broken());
        let gate = self.gate.of(check);
        self.is_watched |= gate.from.is_some();
        self.to_look_at += usize::from(check.is_stopped_by(gate));
    }

    /// One line.
    #[must_use]
    pub fn say(&self, catalogue: &Catalogue) -> String {
        let part = |message: &str, count: usize| catalogue.say(message, &[("count", count.into())]);
        let mut parts = vec![part("tally-plans", self.plans)];
        if self.unopened > 0 {
            parts.push(part("tally-unopened", self.unopened));
        }
        if self.broken > 0 {
            parts.push(part("tally-broken", self.broken));
        }
        // A check that fails for nothing does not say what is worth a look.
        if self.is_watched {
            let message = if self.gate.beside_baseline { "tally-new" } else { "tally-to-look-at" };
            parts.push(part(message, self.to_look_at));
        }
        parts.join(" · ")
    }
}
