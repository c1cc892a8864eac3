//! The plan as an outline: sections, and in them things as they are nested in the text.

use super::view::View;
use crate::lang::shown;
use crate::plan::{Id, Key, Kind, Place, What};
use crate::report::wording::shortened;
use crate::source::Span;
use gen_lsp_types::{BaseSymbolInformation, DocumentSymbol, Location, SymbolInformation, SymbolKind};

/// Longest title, in characters.
const LONGEST_TITLE: usize = 80;

/// A part of the plan.
struct Entry {
    /// Its title, or the word for the section.
    name: String,
    id: Option<String>,
    kind: SymbolKind,
    /// All of it.
    whole: Span,
    /// Its key.
    at: Span,
    /// The entry that it stands in, by its number.
    holder: Option<usize>,
}

/// All parts with levels.
pub(super) fn nested(view: &View<'_>) -> Vec<DocumentSymbol> {
    let entries = entries(view);
    let mut inside: Vec<Vec<DocumentSymbol>> = entries.iter().map(|_| Vec::new()).collect();
    let mut top = Vec::new();
    // What stands in a thing comes behind it: so from the end.
    for (number, entry) in entries.into_iter().enumerate().rev() {
        let mut children = std::mem::take(&mut inside[number]);
        children.reverse();
        let symbol = DocumentSymbol {
            name: entry.name,
            detail: entry.id,
            kind: entry.kind,
            tags: None,
            #[allow(deprecated)] // The type has the field.
            deprecated: None,
            range: view.range(entry.whole),
            selection_range: view.range(entry.at),
            children: (!children.is_empty()).then_some(children),
        };
        match entry.holder {
            Some(holder) => inside[holder].push(symbol),
            None => top.push(symbol),
        }
    }
    top.reverse();
    top
}

/// The same for an editor that knows no levels: each with the name of what it stands in.
pub(super) fn flat(view: &View<'_>) -> Vec<SymbolInformation> {
    let entries = entries(view);
    let symbol = |entry: &Entry| SymbolInformation {
        #[allow(deprecated)] // The type has the field.
        deprecated: None,
        location: Location { uri: view.uri.clone(), range: view.range(entry.whole) },
        base_symbol_information: BaseSymbolInformation {
            name: entry.name.clone(),
            kind: entry.kind,
            tags: None,
            container_name: entry.holder.map(|holder| entries[holder].name.clone()),
        },
    };
    entries.iter().map(symbol).collect()
}

/// All parts in the order of the text, each behind what it stands in.
fn entries(view: &View<'_>) -> Vec<Entry> {
    let mut entries = sections(view);
    entries.extend(view.plan.names.iter().filter_map(|(id, _)| thing(view, id)));
    entries.sort_by_key(|entry| (entry.whole.start, std::cmp::Reverse(entry.whole.end), entry.id.is_some()));
    let mut open: Vec<usize> = Vec::new();
    for number in 0..entries.len() {
        let whole = entries[number].whole;
        while open.pop_if(|holder| entries[*holder].whole.end < whole.end.max(whole.start + 1)).is_some() {}
        entries[number].holder = open.last().copied();
        open.push(number);
    }
    entries
}

/// The keys of the plan that hold things.
fn sections(view: &View<'_>) -> Vec<Entry> {
    let Some(root) = view.tree().root(view.source) else { return Vec::new() };
    let section = |(key, value): (crate::source::Node<'_>, crate::source::Node<'_>)| {
        let name = key.text()?;
        let kind = Key::find(name).filter(|key| Place::Plan.has(*key))?.section_of()?;
        let labels = &view.plan.labels;
        let label = labels.iter().find(|(level, _)| Some(*level) == kind.level());
        let word = label.map_or(name, |(_, label)| &label.value);
        let whole = Span { start: key.span().start, end: value.span().end.max(key.span().end) };
        let kind = SymbolKind::Namespace;
        let name = shown(&shortened(word, LONGEST_TITLE)).into_owned();
        Some(Entry { name, id: None, kind, whole, at: key.span(), holder: None })
    };
    root.entries().filter_map(section).collect()
}

fn thing(view: &View<'_>, id: Id) -> Option<Entry> {
    let thing = view.plan.names.get(id);
    let whole = match view.plan.item(id) {
        Some(item) => item.whole,
        None => whole_of(view, thing.at)?,
    };
    let title = thing.title.as_ref().map(|title| shown(&shortened(&title.value, LONGEST_TITLE)).into_owned());
    Some(Entry {
        name: title.unwrap_or_else(|| thing.name.to_string()),
        id: (!thing.is_made).then(|| thing.name.to_string()),
        kind: symbol_kind(thing.kind),
        whole: Span { start: whole.start.min(thing.at.start), end: whole.end.max(thing.at.end) },
        at: thing.at,
        holder: None,
    })
}

/// All of a thing of which this is the key, the id, or the first that is written.
fn whole_of(view: &View<'_>, at: Span) -> Option<Span> {
    let site = view.site(at.start)?;
    let root = view.tree().root(view.source)?;
    let within = root.numbered(site.within).span();
    Some(match site.what {
        // A key, and its value behind it.
        What::Own => Span { start: at.start, end: root.numbered(site.node + 1).span().end },
        What::OwnInList | What::Key(..) | What::Stranger(_) => within,
        _ => at,
    })
}

fn symbol_kind(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Ambition => SymbolKind::Constant,
        Kind::Goal => SymbolKind::Class,
        Kind::Objective => SymbolKind::Interface,
        Kind::Activity => SymbolKind::Function,
        Kind::Task => SymbolKind::Method,
        Kind::Person => SymbolKind::Variable,
        Kind::Organisation => SymbolKind::Module,
        Kind::Party => SymbolKind::Struct,
        Kind::Other => SymbolKind::Package,
        Kind::Constituency => SymbolKind::Array,
        Kind::Donor => SymbolKind::Number,
        Kind::Choice => SymbolKind::Enum,
        Kind::Option => SymbolKind::EnumMember,
        Kind::Assumption => SymbolKind::Boolean,
        Kind::Scenario => SymbolKind::Event,
        Kind::Lesson => SymbolKind::String,
    }
}
