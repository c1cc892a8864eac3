//! What changes in a text, line by line, as a unified diff.

use super::layout::{ERROR, FAINT};
use crate::lang::escaped;
use crate::source::Source;
use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};
use std::fmt::Write as _;

const NEW: Style = AnsiColor::Green.on_default();
/// Lines that stay, shown before and behind what changes.
const AROUND: usize = 2;

/// The changes from a plan's text to this one. Nothing where they are the same.
#[must_use]
pub fn changes(before: &Source, after: &str) -> String {
    let diff = TextDiff::from_lines(before.text(), after);
    let mut out = String::new();
    for (number, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        if number == 0 {
            let path = escaped(&before.path);
            let _ = writeln!(out, "{FAINT}--- {path}\n+++ {path}{FAINT:#}");
        }
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let (old, new) =
            (first.old_range().start..last.old_range().end, first.new_range().start..last.new_range().end);
        let _ = writeln!(
            out,
            "{FAINT}@@ -{},{} +{},{} @@{FAINT:#}",
            old.start + 1,
            old.len(),
            new.start + 1,
            new.len()
        );
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', ERROR),
                ChangeTag::Insert => ('+', NEW),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let line = format!("{sign}{}", escaped(change.value().trim_end_matches(['\n', '\r'])));
            let line = if line == " " { "" } else { &line };
            let _ = writeln!(out, "{style}{line}{style:#}");
        }
    }
    out
}
