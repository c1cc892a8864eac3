//! What stands at the end of a check, in words alone: for a page, where it stands first.

use super::blocks::Told;
use super::foot::Row;
use super::{Amount, Telling, TextOptions};
use crate::check::{Check, GateAsked};
use crate::findings::Subject;
use crate::plan::Id;
use crate::report::rows::typed;
use crate::report::wording::Wording;
use crate::settings::FailOn;

/// What is said of a whole check.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Words {
    /// How many findings there are, and whether anything is broken.
    pub counts: String,
    /// How far the line from daily work to the ambition holds; nothing where there is neither task nor objective.
    pub sight: Option<String>,
    /// What was not looked at.
    pub not_looked_at: Option<String>,
    /// What was not counted.
    pub not_counted: Option<String>,
    /// The first thing to look at, and the command that tells more of it.
    pub begin: Option<(Id, String)>,
    /// The name of the worst finding.
    pub learn: Option<&'static str>,
}

impl Words {
    /// The words of this check.
    pub(crate) fn of(check: &Check, wording: Wording<'_>) -> Self {
        let options = TextOptions {
            amount: Amount::Usual,
            lines: false,
            several: None,
            width: usize::MAX,
            include: wording.include,
            gate: GateAsked { fail_on: Some(FailOn::Never), ..GateAsked::default() },
        };
        let telling = Telling { check, wording, options, leaks: Vec::new() };
        let told = Told::of(check);
        let worst = told.blocks.first().map(|block| block.first);
        let about = worst.and_then(|finding| match finding.subject {
            Subject::Thing(id) => Some(id),
            _ => None,
        });
        // A page is passed on, and the folders above a plan may tell whose computer it was.
        let path = &check.source.path;
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let command = match telling.first_step(&told) {
            Some(Row::Step { command, .. }) => Some(command.replace(&typed(path), &typed(name))),
            _ => None,
        };
        let worst = worst.or_else(|| told.advice.first().map(|like| like[0]));
        Self {
            counts: telling.counted(),
            sight: telling.sight(),
            not_looked_at: telling.not_looked_at(),
            not_counted: telling.not_counted(),
            begin: about.zip(command),
            learn: worst.map(|finding| finding.name.name()),
        }
    }
}
