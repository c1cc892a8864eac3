//! What the reader itself puts in the place of a slip to go on behind it, where that is what its writer would put there.

use super::text::{Text, finding_of};
use super::{Candidate, Safety, tab};
use crate::edit::Splice;
use crate::source::{Mend, Slip};

/// Special spaces and unseen marks before a line's text, bullets, tabs; and as guesses quotes, brackets, commas, columns.
pub(super) fn as_read(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    for mend in &text.read.mends {
        let mut edits = edits(mend);
        if mend.slip == Slip::NoComma {
            for edit in &mut edits {
                comma(text, edit);
            }
        }
        if edits.is_empty() || edits.iter().any(|edit| loses(text, edit)) {
            continue;
        }
        let (message, safety) = match mend.slip {
            Slip::NoBreakSpace => ("fix-plain-space", Safety::Safe),
            Slip::ControlCharacter => ("fix-unseen", Safety::Safe),
            Slip::Bullet => ("fix-hyphen", Safety::Safe),
            Slip::Tab => ("fix-spaces", tab::safety(text, mend)),
            Slip::UnclosedQuote => ("fix-close-quote", Safety::Unsafe),
            Slip::UnclosedBracket => ("fix-close-bracket", Safety::Unsafe),
            Slip::NoComma => ("fix-comma", Safety::Unsafe),
            Slip::Indentation => ("fix-column", Safety::Unsafe),
            _ => continue,
        };
        let mends = mend.at.iter().map(|&at| finding_of(mend.slip, at)).collect();
        candidates.push(Candidate::new(mends, message, edits, safety));
    }
}

pub(super) fn edits(mend: &Mend) -> Vec<Splice> {
    mend.edits.iter().map(|(at, text)| Splice { at: at.clone(), text: text.clone() }).collect()
}

/// A comma stands right behind what is before it.
fn comma(text: &Text<'_>, edit: &mut Splice) {
    let whole = text.source.text();
    let end = whole[..edit.at.start].trim_end_matches([' ', '\t']).len();
    let has_space = whole[end..].starts_with(char::is_whitespace);
    edit.at = end..end;
    edit.text = String::from(if has_space { "," } else { ", " });
}

/// Whether an edit takes away something that a person wrote.
fn loses(text: &Text<'_>, edit: &Splice) -> bool {
    text.source.text()[edit.at.clone()].contains(char::is_alphanumeric)
}
