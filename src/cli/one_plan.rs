//! What commands about one plan take, and how they come by it.

use super::check::Include;
use super::{Shared, plans};
use crate::check::Whole;
use crate::report::wording::Wording;
use std::path::PathBuf;

/// Which plan is meant, and how much of it may be told.
#[derive(Debug, Clone, clap::Args)]
pub struct OnePlan {
    /// A file, a folder with one plan, or - for standard input; without it, the plan in this folder
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// Tell titles of things up to this sensitivity; of others: (core item). Without it, a text tells all titles, every
    /// other format those up to team
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub include: Option<Include>,
}

impl OnePlan {
    /// The plan, read as a whole; nothing, and a complaint about its faults, where parts of it could not be read.
    ///
    /// # Errors
    /// A sentence, where no plan is meant, several, or one that cannot be read.
    pub fn whole(&self, shared: &Shared) -> anyhow::Result<Option<Whole>> {
        plans::whole(self.plan.as_deref(), shared)
    }

    /// What is needed to put the plan into words.
    #[must_use]
    pub fn wording<'a>(&self, whole: &'a Whole, shared: &'a Shared) -> Wording<'a> {
        shared.wording(Some(&whole.plan), self.include)
    }
}
