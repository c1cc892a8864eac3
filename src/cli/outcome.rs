//! How a run ends.

use std::process::ExitCode;

/// How a run ends. Several plans end as the worst of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// 0: answered; for `check`, nothing at or above `--fail-on`.
    Sound,
    /// 1: something in a plan: findings at or above `--fail-on`, or a plan that is too faulty for the command.
    Weak,
    /// 2: not answered: a wrong command line, an unknown id or name on it, no plan found, a file that cannot be read.
    Unanswered,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Sound => 0,
            Outcome::Weak => 1,
            Outcome::Unanswered => 2,
        })
    }
}
