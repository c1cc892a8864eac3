//! What is told where the pointer rests: why a thing is in the plan, what it stands on, what falls with it; what a key is
//! for; what a finding means.

use super::abilities::Abilities;
use super::view::View;
use super::{links, named};
use crate::graph::Most;
use crate::lang::Catalogue;
use crate::plan::{Id, What};
use crate::report::why::{Why, brief};
use crate::report::wording::Wording;
use crate::schema::plan::description;
use crate::source::Span;
use gen_lsp_types::{Contents, Hover, MarkupContent, MarkupKind, Position};

/// Columns of what is told: what an editor shows beside a text is not wide.
const WIDTH: usize = 72;
/// The first line of sight says what it is for; for all of them there is `scf why`.
const MOST: Most = Most { lines: 1, steps: 1 };

/// What is told at a place.
pub(super) fn hover(
    view: &View<'_>,
    place: Position,
    catalogue: &Catalogue,
    abilities: Abilities,
) -> Option<Hover> {
    let byte = view.byte(place)?;
    let told = |text: MarkupContent, at: Span| {
        Some(Hover { contents: Contents::MarkupContent(text), range: Some(view.range(at)) })
    };
    if let Some(mention) = named::at(view, byte) {
        return told(as_it_is(&why(view, mention.id, catalogue), abilities), mention.at);
    }
    if let Some(link) = links::at(view, byte) {
        return told(page(links::page(link.finding)?, abilities), link.at);
    }
    let site = view.site(byte)?;
    match site.what {
        What::Key(place, key) => {
            let told_of_key = description(catalogue, place, key)?;
            told(as_it_is(&told_of_key, abilities), site.at)
        }
        // On the title of a thing that has its id somewhere else.
        What::Value(crate::plan::Expects::Title) => {
            told(as_it_is(&why(view, site.thing?, catalogue), abilities), site.at)
        }
        _ => None,
    }
}

/// Why a thing is in the plan, in the words of `scf why`.
fn why(view: &View<'_>, id: Id, catalogue: &Catalogue) -> String {
    let why = Why::of(view.plan, view.graph, id, MOST);
    // The editor shows the plan itself: there is nothing to hide from it.
    let wording = Wording { catalogue, plan: Some(view.plan), include: None };
    anstream::adapter::strip_str(&brief(&why, wording, WIDTH)).to_string()
}

/// Words of a plan are no mark-up: they stand in a block in which nothing means anything.
fn as_it_is(text: &str, abilities: Abilities) -> MarkupContent {
    if !abilities.markdown {
        return MarkupContent { kind: MarkupKind::PlainText, value: text.to_owned() };
    }
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    MarkupContent { kind: MarkupKind::Markdown, value: format!("{fence}text\n{}\n{fence}", text.trim_end()) }
}

/// A page of the documentation, which is Markdown already.
fn page(page: &str, abilities: Abilities) -> MarkupContent {
    let kind = if abilities.markdown { MarkupKind::Markdown } else { MarkupKind::PlainText };
    MarkupContent { kind, value: page.to_owned() }
}
