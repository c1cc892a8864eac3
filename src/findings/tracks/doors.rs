//! At whose door it is agreed who comes.

use super::open_work;
use crate::findings::Context;
use crate::plan::{Id, Kind, WorkKind};

/// For each id whether open work of kind coordination is with it, or may be as far as anybody can tell.
pub(super) struct Agreed(Vec<bool>);

impl Agreed {
    /// Whether it is agreed who comes to this party.
    pub(super) fn at(&self, party: Id) -> bool {
        self.0[party.index()]
    }
}

/// With whom coordination is written.
pub(super) fn agreed(context: &Context<'_>) -> Agreed {
    let plan = context.plan;
    let mut agreed = vec![false; plan.names.len()];
    let mut is_unread = false;
    for item in open_work(context) {
        let kind = item.kind();
        if kind != Some(WorkKind::Coordination) && !plan.is_faulty(Some(item.id), "kind") {
            continue;
        }
        is_unread |= kind.is_some() && plan.is_faulty(Some(item.id), "with");
        for link in item.work.iter().flat_map(|work| &work.with) {
            agreed[link.to.id.index()] = true;
        }
    }
    if is_unread {
        // With whom that work is could not be read, so it may be with any of them.
        let parties = plan.names.iter().filter(|(_, thing)| thing.kind == Kind::Party);
        for (id, _) in parties {
            agreed[id.index()] = true;
        }
    }
    Agreed(agreed)
}
