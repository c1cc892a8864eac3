//! A plan with a few values changed in memory: what it would be if one field were another.
//!
//! The located tree is changed, not the text, and the same reader reads it again. So a changed plan is checked like a
//! file, suggestions and all, whatever style it is written in: block or brackets, a bare text for a title, a list with
//! made ids, Windows line ends. What is new stands in a text of its own behind the plan's (`field: VALUE`, as it would
//! stand in the file), so every value still has a place, and the place says whether a fault is in a change or in what the
//! plan had already.

mod grafting;

use super::{Id, Plan, Reading, Settings, read_over};
use crate::source::{Fault, Limits, Node, Slip, Source, Span, Tree, read_around_refused};
use grafting::Grafting;
use unicode_normalization::UnicodeNormalization as _;

/// A field and the value it is to have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The words it was given by.
    pub words: String,
    /// The id of a thing, or a field of the plan; then the keys that lead from there to the value.
    path: Vec<String>,
    /// The value as a plan has it behind the colon; nothing where there is none.
    value: String,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Obstacle {
    /// There is no `=`.
    NoValue,
    /// There is an id, but no field behind it.
    NoField,
    /// The first word is neither the id of a thing nor a field of the plan.
    UnknownId(String),
    /// The value is written in several lines.
    SeveralLines,
    /// On the way to the field stands a text where only a mapping could be entered: its key, the text.
    TextThere(String, String),
    /// On the way to the field stands a list: its key.
    ListThere(String),
    /// The value cannot be read.
    Fault(Fault),
}

/// A plan read again with its changes.
#[derive(Debug)]
pub struct Changed {
    /// The plan's text, and behind it that of the changes.
    pub source: Source,
    /// What was read.
    pub reading: Reading,
    /// For each change what stands in its place in the file, in one piece; nothing where nothing does.
    pub before: Vec<Option<String>>,
    /// Where the text of each change begins.
    pub starts: Vec<u32>,
}

impl Changed {
    /// The change in which a place is; nothing for a place in the file.
    #[must_use]
    pub fn change_at(&self, at: Span) -> Option<usize> {
        change_at(&self.starts, at)
    }
}

/// The change in which a place is, where these are the starts of all; nothing for a place in the file.
#[must_use]
pub fn change_at(starts: &[u32], at: Span) -> Option<usize> {
    starts.partition_point(|&start| start <= at.start).checked_sub(1)
}

impl Change {
    /// The change that `ID.FIELD=VALUE` says. Further keys may follow the field, joined by full stops.
    ///
    /// # Errors
    /// Where there is no value, no field, or more than one line.
    pub fn parse(words: &str) -> Result<Self, Obstacle> {
        let (path, value) = words.split_once('=').ok_or(Obstacle::NoValue)?;
        let path: Vec<String> = path.split('.').map(|key| key.trim().nfc().collect()).collect();
        if value.contains(['\n', '\r']) {
            return Err(Obstacle::SeveralLines);
        }
        Ok(Self { words: words.to_owned(), path, value: value.trim_matches(' ').to_owned() })
    }

    /// What is changed: the id of a thing or a field of the plan, and the keys from there, as they are typed.
    #[must_use]
    pub fn field(&self) -> String {
        self.path.join(".")
    }

    /// The new value as it is typed; empty where the field is taken away.
    #[must_use]
    pub fn value(&self) -> &str {
        &self.value
    }

    /// The thing that is changed, where it is one.
    #[must_use]
    pub fn thing(&self, plan: &Plan) -> Option<Id> {
        let first = self.path.first()?;
        let option = self.path.get(1).and_then(|second| plan.names.find(&format!("{first}.{second}")));
        option.or_else(|| plan.names.find(first))
    }

    /// The change that chooses this option.
    #[must_use]
    pub fn choosing(plan: &Plan, option: Id) -> Self {
        let words = plan.names.name(option);
        let (choice, own) = words.split_once('.').unwrap_or((words, ""));
        let path = vec![choice.to_owned(), "chosen".to_owned()];
        Self { words: words.to_owned(), path, value: own.to_owned() }
    }

    /// The thing that is changed, where it is one, and the keys from it to the value.
    fn target<'c>(&'c self, source: &Source, tree: &Tree, plan: &Plan) -> Result<Target<'c>, Obstacle> {
        let unknown = || Obstacle::UnknownId(self.path[0].clone());
        let [first, rest @ ..] = &self.path[..] else { return Err(unknown()) };
        if let [second, of_option @ ..] = rest
            && !of_option.is_empty()
            && let Some(option) = plan.names.find(&format!("{first}.{second}"))
        {
            return Ok(Target { thing: Some(option), keys: of_option });
        }
        let Some(id) = plan.names.find(first) else {
            let is_key = |root: Node<'_>| root.entries().any(|(key, _)| key.text() == Some(first));
            let is_field = tree.root(source).is_some_and(is_key) || super::read::is_field_of_plan(first);
            return if is_field { Ok(Target { thing: None, keys: &self.path }) } else { Err(unknown()) };
        };
        if rest.is_empty() {
            return Err(Obstacle::NoField);
        }
        Ok(Target { thing: Some(id), keys: rest })
    }

    /// The keys and the value as lines of a plan.
    fn text(&self, keys: &[String]) -> String {
        let mut text = String::new();
        for (depth, key) in keys.iter().enumerate() {
            text += &"  ".repeat(depth);
            text += &written_key(key);
            text += if depth + 1 < keys.len() { ":\n" } else { ": " };
        }
        text + &self.value + "\n"
    }
}

struct Target<'c> {
    thing: Option<Id>,
    keys: &'c [String],
}

/// The text of one change, read by itself.
struct Scion {
    source: Source,
    tree: Tree,
    /// How many bytes stand before it in the text of the changed plan.
    further: u32,
}

/// Reads a plan again as it would be with these changes, one after the other. `plan` is what was read of `source` as it
/// is, without a fault; `thresholds` hold where the plan says nothing.
///
/// # Errors
/// For each change that cannot be made, its number and what stands in its way.
pub fn changed(
    source: &Source,
    plan: &Plan,
    thresholds: &Settings,
    changes: &[Change],
) -> Result<Changed, Vec<(usize, Obstacle)>> {
    let (tree, _) = read_around_refused(source, Limits::FORMAT_1);
    let mut tree = tree.unwrap_or_default();
    let mut obstacles = Vec::new();
    let mut text = source.text().to_owned();
    let mut scions = Vec::with_capacity(changes.len());
    for (number, change) in changes.iter().enumerate() {
        let scion = change.target(source, &tree, plan).map_err(|obstacle| vec![obstacle]);
        let scion = scion.and_then(|target| {
            text.push('\n');
            let scion = Scion::read(change, target.keys, text.len() as u32);
            text += &change.text(target.keys);
            Ok((scion?, target))
        });
        match scion {
            Ok(scion) => scions.push(scion),
            Err(met) => obstacles.extend(met.into_iter().map(|obstacle| (number, obstacle))),
        }
    }
    if !obstacles.is_empty() {
        return Err(obstacles);
    }
    let source = Source::new(source.path.clone(), text);
    let mut before = Vec::new();
    for (number, (scion, target)) in scions.iter().enumerate() {
        let grafting = Grafting { plan, source: &source, scion };
        match grafting.make(&mut tree, target) {
            Ok(was) => before.push(was),
            Err(obstacle) => obstacles.push((number, obstacle)),
        }
    }
    if !obstacles.is_empty() {
        return Err(obstacles);
    }
    let starts = scions.iter().map(|(scion, _)| scion.further).collect();
    let reading = read_over(&source, &tree, thresholds);
    Ok(Changed { source, reading, before, starts })
}

impl Scion {
    /// Reads the text of a change: what the YAML reader says of a line in a file, it says of this.
    fn read(change: &Change, keys: &[String], further: u32) -> Result<Self, Vec<Obstacle>> {
        let source = Source::new("", change.text(keys));
        let (tree, faults) = read_around_refused(&source, Limits::FORMAT_1);
        let mut faults: Vec<Obstacle> = faults.into_iter().map(Obstacle::Fault).collect();
        let tree = tree.unwrap_or_default();
        if faults.is_empty() {
            let fault = |slip, at| Obstacle::Fault(Fault::of_text(slip, at));
            if let Some(comment) = tree.comments(&source).next() {
                let before = format!("{}:", keys.last().map_or("", |key| key));
                let cut = Fault::of_text(Slip::HashInText, comment).with("before", before);
                faults.push(Obstacle::Fault(cut));
            } else if !is_one_value(&source, &tree, keys) {
                faults.push(fault(Slip::Unreadable, Span::default()));
            }
        }
        if faults.is_empty() { Ok(Self { source, tree, further }) } else { Err(faults) }
    }

    /// The key of this depth and its value.
    fn entry(&self, depth: usize) -> Option<(Node<'_>, Node<'_>)> {
        let mut entry = self.tree.root(&self.source)?.entries().next()?;
        for _ in 0..depth {
            entry = entry.1.entries().next()?;
        }
        Some(entry)
    }
}

/// Whether a text holds these keys, one inside the other, and nothing beside them.
fn is_one_value(source: &Source, tree: &Tree, keys: &[String]) -> bool {
    let mut at = tree.root(source);
    keys.iter().all(|key| {
        let Some(mapping) = at else { return false };
        let mut entries = mapping.entries();
        let Some((found, value)) = entries.next() else { return false };
        at = Some(value);
        found.text() == Some(key) && entries.next().is_none()
    })
}

/// A key as a line of a plan may have it.
fn written_key(key: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || c == '_' || c == '-';
    if key.starts_with(char::is_alphanumeric) && key.chars().all(is_plain) {
        return key.to_owned();
    }
    let mut written = String::from("\"");
    for c in key.chars() {
        match c {
            '"' | '\\' => written.extend(['\\', c]),
            c if c.is_control() => written += &code(c),
            c => written.push(c),
        }
    }
    written + "\""
}

/// A control character as double quotes take it.
fn code(c: char) -> String {
    format!("\\u{:04x}", c as u32)
}

/// Whether a key of the file is this one.
fn same(written: &str, key: &str) -> bool {
    written == key || written.nfc().eq(key.chars())
}

#[cfg(test)]
mod tests;
