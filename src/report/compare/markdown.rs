//! Two plans beside each other, as a comment on a change.

use super::Telling;
use super::sections::sign;
use super::text::new_path;
use crate::compare::What;
use crate::lang::shown;
use crate::report::sheet::no_mark_up;
use std::fmt::Write as _;

/// What has changed, in Markdown. Nothing that stands in a plan is mark-up in it.
#[must_use]
pub fn markdown(telling: Telling<'_>) -> String {
    let mut out = String::new();
    for note in telling.not_read() {
        let _ = writeln!(out, "{}\n", plain(&note));
    }
    if telling.comparison.is_none() {
        let _ = writeln!(out, "{}", telling.say("diff-nothing", &[]));
        return out;
    }
    if telling.only_counts {
        let _ = writeln!(out, "{}", telling.counts());
        return out;
    }
    // Writing to a string cannot fail.
    let _ = writeln!(out, "## {}\n", plain(&shown(telling.comparison.new.title())));
    let paths = [("old", telling.old_path().into()), ("new", new_path(&telling).into())];
    let _ = writeln!(out, "{}\n\n**{}**", plain(&telling.say("diff-plans", &paths)), telling.counts());
    plan(&telling, &mut out);
    weak(&telling, &mut out);
    out
}

fn plan(telling: &Telling<'_>, out: &mut String) {
    let groups = telling.groups();
    if !groups.is_empty() {
        let _ = writeln!(out, "\n### {}", telling.say("diff-changed-heading", &[]));
    }
    for group in groups {
        let _ = writeln!(out, "\n**{}**\n", plain(&group.heading));
        for told in &group.told {
            let mark = telling.say(
                match told.mark {
                    What::Added => "diff-mark-added",
                    What::Removed => "diff-mark-removed",
                    _ => "diff-mark-changed",
                },
                &[],
            );
            let _ = write!(out, "- {mark}: {}", plain(&shown(&told.title)));
            // An id holds nothing but letters, digits, - and _: it cannot end the code.
            let _ = if told.id.is_empty() { writeln!(out) } else { writeln!(out, " (`{}`)", told.id) };
            for sentence in &told.sentences {
                let _ = writeln!(out, "  - {}", plain(sentence));
            }
        }
        more(telling, group.more, out);
    }
}

fn weak(telling: &Telling<'_>, out: &mut String) {
    let findings = telling.findings();
    if !findings.is_empty() {
        let _ = writeln!(out, "\n### {}", telling.say("diff-weak-heading", &[]));
    }
    for list in findings {
        let _ = writeln!(out, "\n**{}**\n", list.heading);
        for told in &list.told {
            let sign = sign(told.finding.severity);
            let _ = writeln!(out, "- {sign} {} (`{}`)", plain(&told.sentence), told.finding.name.name());
            if !told.ask.is_empty() {
                let _ = writeln!(out, "  - {}", plain(&told.ask));
            }
        }
        more(telling, list.more, out);
    }
    let (losses, rest) = telling.losses();
    if losses.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n### {}\n", telling.say("diff-loss-heading", &[]));
    for (sentence, id) in losses {
        let _ = writeln!(out, "- {} (`{id}`)", plain(&sentence));
    }
    more(telling, rest, out);
}

fn more(telling: &Telling<'_>, count: usize, out: &mut String) {
    if count > 0 {
        let _ = writeln!(out, "- {}", plain(&telling.more(count)));
    }
}

/// A line of which every sign means only itself. The marks that keep a title from right to left apart are ours: those of
/// a plan have been escaped.
fn plain(sentence: &str) -> String {
    let is_mark = |c: char| matches!(c, '\u{2068}' | '\u{2069}');
    let line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    for piece in line.split_inclusive(is_mark) {
        let words = piece.trim_end_matches(is_mark);
        out += &no_mark_up(words);
        out += &piece[words.len()..];
    }
    out
}
