//! Ids in the text: what is named at a place, and everywhere that it is named.

use super::view::View;
use crate::plan::{Id, Key, Kind, Place, Site, What};
use crate::source::{Shape, Span, Style};

/// A place at which something with an id is named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mention {
    /// What.
    pub(super) id: Id,
    /// Where; of `choice.option`, the part that names it. Without quotes.
    pub(super) at: Span,
    /// The number of its node.
    pub(super) node: u32,
    /// It gets its id here.
    pub(super) is_own: bool,
    /// The text is written with escapes or over several lines, so that `at` is the whole of it.
    pub(super) is_coded: bool,
}

/// What is named at this byte.
pub(super) fn at(view: &View<'_>, byte: u32) -> Option<Mention> {
    let all = mentions(view, view.site(byte)?);
    let inside = all.iter().flatten().find(|mention| (mention.at.start..=mention.at.end).contains(&byte));
    // On the quote of a text that is one.
    inside.or_else(|| all.iter().flatten().last()).copied()
}

/// Every place at which this is named, in the order of the text.
pub(super) fn everywhere(view: &View<'_>, id: Id) -> Vec<Mention> {
    let all = view.sites().iter().flat_map(|site| mentions(view, site).into_iter().flatten());
    all.filter(|mention| mention.id == id).collect()
}

/// What a key or value names: one thing, or a choice and its option.
fn mentions(view: &View<'_>, site: &Site) -> [Option<Mention>; 2] {
    let (named, is_own) = match site.what {
        What::Own | What::OwnInList => (site.thing, true),
        What::Key(Place::Plan, Key::Ambition) => (view.plan.names.find(Kind::Ambition.name()), true),
        what => (what.named(), false),
    };
    let Some(id) = named else { return [None; 2] };
    let (content, is_coded) = content(view, site);
    let whole = Mention { id, at: content, node: site.node, is_own, is_coded };
    let option = view.plan.names.get(id);
    if option.kind != Kind::Option || is_own {
        return [None, Some(whole)];
    }
    let choice = view.plan.choices[option.index as usize].id;
    let dot = view.source.slice(content).find('.').map(|dot| content.start + dot as u32);
    match dot {
        Some(dot) if !is_coded => [
            Some(Mention { id: choice, at: Span { end: dot, ..content }, ..whole }),
            Some(Mention { at: Span { start: dot + 1, ..content }, ..whole }),
        ],
        _ if is_coded && is_written_whole(view, site) => [Some(Mention { id: choice, ..whole }), Some(whole)],
        _ => [None, Some(whole)],
    }
}

/// Whether the text of a node has a choice before the option.
fn is_written_whole(view: &View<'_>, site: &Site) -> bool {
    text_of(view, site.node).is_some_and(|text| text.contains('.'))
}

/// What the text of a node says.
pub(super) fn text_of<'a>(view: &View<'a>, node: u32) -> Option<&'a str> {
    view.tree().root(view.source).and_then(|root| root.numbered(node).text())
}

/// Where the characters of a text stand, and whether they say it otherwise than one by one.
fn content(view: &View<'_>, site: &Site) -> (Span, bool) {
    let shape = view.tree().root(view.source).map(|root| root.numbered(site.node).shape());
    let written = view.source.slice(site.at);
    let inside = match shape {
        Some(Shape::Scalar(Style::Quoted)) if written.len() >= 2 => {
            Span { start: site.at.start + 1, end: site.at.end - 1 }
        }
        _ => site.at,
    };
    if text_of(view, site.node) == Some(view.source.slice(inside)) {
        (inside, false)
    } else {
        (site.at, true)
    }
}
