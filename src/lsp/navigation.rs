//! From a name to the thing, and to everything else that names it.

use super::named;
use super::view::View;
use gen_lsp_types::{Location, Position};

/// Where the thing stands that is named here.
pub(super) fn definition(view: &View<'_>, place: Position) -> Option<Location> {
    let mention = named::at(view, view.byte(place)?)?;
    let at = view.plan.names.get(mention.id).at;
    Some(Location { uri: view.uri.clone(), range: view.range(at) })
}

/// Every place that names the thing that is named here; its own only where that is asked for.
pub(super) fn references(view: &View<'_>, place: Position, with_own: bool) -> Option<Vec<Location>> {
    let mention = named::at(view, view.byte(place)?)?;
    let all = named::everywhere(view, mention.id).into_iter();
    let asked = all.filter(|mention| with_own || !mention.is_own);
    Some(asked.map(|mention| Location { uri: view.uri.clone(), range: view.range(mention.at) }).collect())
}
