//! Another id for a thing, everywhere it is named.

use super::named::{self, Mention};
use super::view::View;
use crate::check::load;
use crate::edit::{Splice, scalar, spliced};
use crate::lang::{Catalogue, escaped};
use crate::plan::{Id, IdFault, Kind, id_fault, nfc};
use crate::source::Source;
use gen_lsp_types::{Position, PrepareRenamePlaceholder, PrepareRenameResult, TextEdit};

/// Longest id that is told again in a sentence, in characters.
const LONGEST_TOLD: usize = 64;

/// The id that can be renamed here, or a sentence that says why none can.
pub(super) fn prepare(
    view: &View<'_>,
    place: Position,
    catalogue: &Catalogue,
) -> Result<PrepareRenameResult, String> {
    let mention = renamable(view, place, catalogue)?;
    let placeholder = own_name(view, mention.id).to_owned();
    let range = view.range(mention.at);
    Ok(PrepareRenamePlaceholder { range, placeholder }.into())
}

/// The changes that give the thing that is named here another id, or a sentence that says why it cannot have it.
pub(super) fn rename(
    view: &View<'_>,
    place: Position,
    new: &str,
    catalogue: &Catalogue,
) -> Result<Vec<TextEdit>, String> {
    let mention = renamable(view, place, catalogue)?;
    let id = mention.id;
    let new = nfc(new.trim());
    let shown: String = escaped(&new).chars().take(LONGEST_TOLD).collect();
    let refusal = |message: &str| catalogue.say(message, &[("id", shown.clone().into())]);
    if own_name(view, id) == new {
        return Ok(Vec::new());
    }
    let is_option = view.plan.names.get(id).kind == Kind::Option;
    match id_fault(&new) {
        None => {}
        Some(IdFault::Reserved) if is_option => {}
        Some(IdFault::Reserved) => return Err(refusal("lsp-rename-reserved")),
        Some(IdFault::Letters | IdFault::Length) => return Err(refusal("lsp-rename-no-id")),
    }
    if let Some(other) = view.plan.names.find(&full_name(view, id, &new)) {
        let kind = view.plan.names.get(other).kind.name();
        return Err(catalogue.say("lsp-rename-taken", &[("id", shown.into()), ("kind", kind.into())]));
    }
    let splices = splices(view, id, &new);
    if !is_the_same_but_for_it(view, id, &new, &splices) {
        return Err(refusal("lsp-rename-unsafe"));
    }
    let edit = |splice: Splice| TextEdit {
        range: view.range(crate::source::Span::new(splice.at.start, splice.at.end)),
        new_text: splice.text,
    };
    Ok(splices.into_iter().map(edit).collect())
}

/// The name at this place, where it can be another.
fn renamable(view: &View<'_>, place: Position, catalogue: &Catalogue) -> Result<Mention, String> {
    let refusal = |message: &str| catalogue.say(message, &[]);
    if !view.is_current() {
        return Err(refusal("lsp-rename-broken"));
    }
    let mention = view.byte(place).and_then(|byte| named::at(view, byte));
    let mention = mention.ok_or_else(|| refusal("lsp-rename-nothing"))?;
    let thing = view.plan.names.get(mention.id);
    if thing.kind == Kind::Ambition {
        return Err(refusal("lsp-rename-ambition"));
    }
    if thing.is_made {
        return Err(refusal("lsp-rename-made"));
    }
    Ok(mention)
}

/// The name within its holder: an option's without its choice.
fn own_name<'a>(view: &View<'a>, id: Id) -> &'a str {
    let thing = view.plan.names.get(id);
    match thing.name.split_once('.') {
        Some((_, own)) if thing.kind == Kind::Option => own,
        _ => &thing.name,
    }
}

/// The name in the one name space that a thing would have.
fn full_name(view: &View<'_>, id: Id, own: &str) -> String {
    let thing = view.plan.names.get(id);
    if thing.kind == Kind::Option {
        let choice = view.plan.choices[thing.index as usize].id;
        format!("{}.{own}", view.plan.names.name(choice))
    } else {
        own.to_owned()
    }
}

fn splices(view: &View<'_>, id: Id, new: &str) -> Vec<Splice> {
    // The one word that looks like an id and means nothing to YAML.
    let quoted = |written: &str| {
        if new == "null" && !written.starts_with(['"', '\'']) { "\"null\"" } else { new }.to_owned()
    };
    let splice = |mention: Mention| {
        let at = mention.at.range();
        if !mention.is_coded {
            let before = &view.source.text()[..at.start];
            let is_quoted = before.ends_with(['"', '\'']);
            let is_part = before.ends_with('.') || view.source.text()[at.end..].starts_with('.');
            let text = if is_quoted || is_part { new.to_owned() } else { quoted("") };
            return Splice { at, text };
        }
        let text = named::text_of(view, mention.node).unwrap_or_default();
        let whole = match text.split_once('.') {
            Some((_, option)) if view.plan.names.get(id).kind == Kind::Choice => format!("{new}.{option}"),
            Some((choice, _)) => format!("{choice}.{new}"),
            None => new.to_owned(),
        };
        let text = scalar(&whole);
        Splice { at, text: if whole == "null" { quoted("") } else { text } }
    };
    named::everywhere(view, id).into_iter().map(splice).collect()
}

/// Whether the text reads as before, with as many faults, but for the name of this one thing.
fn is_the_same_but_for_it(view: &View<'_>, id: Id, new: &str, splices: &[Splice]) -> bool {
    let after = Source::new(view.source.path.clone(), spliced(view.source, splices));
    let after = load(&after);
    let (old, Some(now)) = (view.plan, &after.plan) else { return false };
    let old_name = old.names.name(id);
    let prefix = format!("{old_name}.");
    let expected = |name: &str| {
        if name == old_name {
            full_name(view, id, new)
        } else if old.names.get(id).kind == Kind::Choice && name.starts_with(&prefix) {
            format!("{new}.{}", &name[prefix.len()..])
        } else {
            name.to_owned()
        }
    };
    let names = old.names.iter().map(|(_, thing)| expected(&thing.name));
    view.slips().iter().copied().eq(after.faults.iter().map(|fault| fault.slip))
        && names.eq(now.names.iter().map(|(_, thing)| String::from(&*thing.name)))
}
