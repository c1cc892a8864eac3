//! Writing a decision into a plan: `chosen` and `because`.

use super::{Splice, scalar, spliced};
use crate::check::load;
use crate::plan::{Choice, Id, OptRef, Plan};
use crate::source::{Limits, Node, Shape, Source, Style, read_around_refused};

/// A plan's text with a decision in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The whole text, without a byte order mark.
    pub text: String,
    /// What is new in it; nothing where it says so already.
    pub splices: Vec<Splice>,
}

/// Why an option cannot be decided on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecidable {
    /// It cannot go with this option of another choice, which is chosen.
    Excluded(Id),
    /// The choice is decided otherwise, with a reason that would then stand at the wrong option.
    OldReason(Id),
    /// The text is written in a way into which it cannot be put safely.
    Unwritable,
}

/// The text of a plan in which this option is chosen, for this reason. Nothing else in it is changed. `plan` is what was
/// read of `source`, without a fault.
///
/// # Errors
/// Where the option is excluded by a pick already made, or the reason of another pick would stay.
pub fn decision(
    source: &Source,
    plan: &Plan,
    option: OptRef,
    because: Option<&str>,
) -> Result<Decision, Undecidable> {
    let choice = &plan.choices[option.choice as usize];
    if let Some(other) = excluded_by(plan, option) {
        return Err(Undecidable::Excluded(plan.option_id(other)));
    }
    let is_chosen = choice.chosen.is_some_and(|chosen| chosen.value == option.option);
    if let Some(chosen) = choice.chosen
        && !is_chosen
        && because.is_none()
        && choice.because.is_some()
    {
        return Err(Undecidable::OldReason(choice.options[chosen.value as usize].id));
    }
    let name = &choice.options[option.option as usize].name;
    let because = because.filter(|because| choice.because.as_ref().is_none_or(|old| *old.value != **because));
    let fields: Vec<(&str, &str)> =
        [(!is_chosen).then_some(("chosen", &**name)), because.map(|because| ("because", because))]
            .into_iter()
            .flatten()
            .collect();
    let (tree, _) = read_around_refused(source, Limits::FORMAT_1);
    let tree = tree.unwrap_or_default();
    let place = place_of(&tree.root(source).ok_or(Undecidable::Unwritable)?, option.choice as usize);
    let splices = with_fields(source, place.ok_or(Undecidable::Unwritable)?, &fields);
    let text = spliced(source, &splices);
    if says(source, &text, option, &fields) {
        Ok(Decision { text, splices })
    } else {
        Err(Undecidable::Unwritable)
    }
}

/// The option chosen elsewhere that this one cannot go with.
fn excluded_by(plan: &Plan, option: OptRef) -> Option<OptRef> {
    let chosen = plan.choices.iter().enumerate().filter(|(index, _)| *index as u32 != option.choice);
    let mut picks = chosen.filter_map(|(index, choice)| {
        let chosen = choice.chosen?;
        Some(OptRef { choice: index as u32, option: chosen.value, at: chosen.at })
    });
    let excludes = |a: OptRef, b: OptRef| {
        let written: &Choice = &plan.choices[a.choice as usize];
        written.excludes.iter().any(|(own, other)| own.value == a.option && other.is(b))
    };
    picks.find(|&pick| excludes(option, pick) || excludes(pick, option))
}

/// The mapping of the choice of this number.
fn place_of<'t>(root: &Node<'t>, number: usize) -> Option<Node<'t>> {
    let (_, choices) = root.entries().find(|(key, _)| key.text() == Some("choices"))?;
    let choice = match choices.shape() {
        // What has nothing behind it is not written, and is no choice of the plan.
        Shape::Mapping => choices.entries().filter(|(_, value)| !value.is_unwritten()).nth(number)?.1,
        Shape::Sequence => choices.children().filter(|value| !value.is_unwritten()).nth(number)?,
        Shape::Scalar(_) => return None,
    };
    (choice.shape() == Shape::Mapping).then_some(choice)
}

/// What puts these fields into a mapping: in the place of a value where the field is there, else behind the last one.
fn with_fields(source: &Source, mapping: Node<'_>, fields: &[(&str, &str)]) -> Vec<Splice> {
    let mut splices = Vec::new();
    let mut new = Vec::new();
    for &(field, text) in fields {
        match mapping.entries().find(|(key, _)| key.text() == Some(field)) {
            Some((key, value)) => splices.extend(in_place_of(source, key, value, text)),
            None => new.push((field, text)),
        }
    }
    splices.extend(behind_last(source, mapping, &new));
    splices
}

fn in_place_of(source: &Source, key: Node<'_>, value: Node<'_>, text: &str) -> Vec<Splice> {
    let (written, colon) = (value.span().range(), behind_colon(source, key));
    if written.is_empty() {
        return vec![Splice { at: colon..colon, text: format!(" {}", scalar(text)) }];
    }
    // The span of a block reaches over the line breaks behind it.
    let end = written.start + source.text()[written.clone()].trim_end().len();
    if value.shape() != Shape::Scalar(Style::Block) {
        return vec![Splice { at: written.start..end, text: scalar(text) }];
    }
    // `>` or `|` stands in the line of the key, perhaps with a comment behind it that is to stay.
    let behind = &source.text()[colon..];
    let sign = colon + behind.len() - behind.trim_start().len();
    let is_sign = |c: char| matches!(c, '>' | '|' | '+' | '-') || c.is_ascii_digit();
    let after = source.text()[sign..].find(|c| !is_sign(c)).map_or(end, |at| sign + at);
    let end_of_line = source.text()[sign..].find(['\n', '\r']).map_or(end, |at| sign + at);
    let text = Splice { at: sign..after, text: scalar(text) };
    vec![text, Splice { at: end_of_line..end.max(end_of_line), text: String::new() }]
}

/// The byte behind the colon of a key.
fn behind_colon(source: &Source, key: Node<'_>) -> usize {
    let end = key.span().end as usize;
    source.text()[end..].find(':').map_or(end, |colon| end + colon + 1)
}

fn behind_last(source: &Source, mapping: Node<'_>, fields: &[(&str, &str)]) -> Option<Splice> {
    let (first, _) = mapping.entries().next()?;
    let (key, value) = mapping.entries().last()?;
    let text = source.text();
    let end = (value.span().end as usize).max(behind_colon(source, key));
    let end = text[..end].trim_end().len();
    let fields: Vec<String> =
        fields.iter().map(|(field, text)| format!("{field}: {}", scalar(text))).collect();
    if fields.is_empty() {
        return None;
    }
    if mapping.has_brackets() {
        return Some(Splice { at: end..end, text: format!(", {}", fields.join(", ")) });
    }
    // A comment in the line of the last value belongs to it.
    let end_of_line = text[end..].find(['\n', '\r']).map_or(text.len(), |at| end + at);
    let line_break = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let column = source.position(first.span().start).column as usize - 1;
    let lines = fields.iter().map(|field| format!("{line_break}{}{field}", " ".repeat(column)));
    Some(Splice { at: end_of_line..end_of_line, text: lines.collect() })
}

/// Whether the new text is a whole plan that says so, and as much besides as it did before.
fn says(source: &Source, text: &str, option: OptRef, fields: &[(&str, &str)]) -> bool {
    let after = Source::new(source.path.clone(), text.to_owned());
    let (Some(before), Some(plan)) = (load(source).plan, load(&after).plan) else { return false };
    let choice = plan.choices.get(option.choice as usize);
    let has = |field: &str, text: &str| {
        let Some(choice) = choice else { return false };
        match field {
            "chosen" => {
                choice.chosen.is_some_and(|chosen| *choice.options[chosen.value as usize].name == *text)
            }
            _ => choice.because.as_ref().is_some_and(|because| because.value.trim() == text.trim()),
        }
    };
    plan.complete
        && plan.names.len() == before.names.len()
        && fields.iter().all(|(field, text)| has(field, text))
}

#[cfg(test)]
mod tests;
