//! What has become secret, or was, is told in neither plan.

use super::pairs::Pairs;
use crate::plan::{Id, Plan, Sensitivity};

/// Makes each thing that is in both plans as secret in both as it is where it is more so. Gives what of the new plan was
/// less so, and how much.
pub(super) fn draw(old: &mut Plan, new: &mut Plan, pairs: &Pairs) -> Vec<(Id, Sensitivity)> {
    let mut veiled = Vec::new();
    for index in 0..new.names.len() as u32 {
        let id = Id(index);
        let Some(before) = pairs.old_of(id) else { continue };
        let (was, is) = (old.sensitivity_of(before), new.sensitivity_of(id));
        if was < is {
            old.set_sensitivity(before, is);
        } else if is < was {
            new.set_sensitivity(id, was);
            veiled.push((id, is));
        }
    }
    veiled
}
