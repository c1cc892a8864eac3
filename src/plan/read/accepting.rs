//! Comments that accept a finding: `# scf: accept[orphan until 2027-06-30] and why`.

use super::Reader;
use super::faults::Field;
use super::keys::Key;
use super::values::date;
use crate::plan::{AcceptingComment, FindingName, Id};
use crate::source::{Comment, Located, Slip, Span, Tree, comments};
use std::ops::Range;

/// Without these letters no comment accepts anything, nor nearly does.
const ACCEPTS: &str = "ccept";
/// Words with which other programs let a finding pass.
const OTHER_WORDS: [&str; 5] = ["ignore", "allow", "disable", "skip", "suppress"];

/// What a comment says.
#[derive(Debug, PartialEq, Eq)]
enum Said {
    /// Anything else.
    Other,
    /// It is meant to accept something, and is not written so.
    Nearly,
    /// It accepts a finding. Stretches of the comment, in bytes.
    Accepts { names: Vec<Range<usize>>, until: Option<Range<usize>>, because: Range<usize> },
}

impl Reader<'_> {
    /// The comments that accept a finding on their line, or on the one below.
    pub(super) fn read_accepting_comments(&mut self, tree: &Tree) {
        if !self.source.text().contains(ACCEPTS) && !self.source.text().contains(&ACCEPTS.to_uppercase()) {
            return;
        }
        let first = tree.root(self.source).map(|root| root.span().start);
        for comment in comments(self.source, tree) {
            self.accepting(comment, first);
        }
    }

    /// `first` is where the plan begins: there stand the findings about a plan without a title.
    fn accepting(&mut self, comment: Comment, first: Option<u32>) {
        let text = self.source.slice(comment.at);
        let said = said(text);
        if said == Said::Other {
            return;
        }
        let about = comment.next.unwrap_or(comment.line);
        let field = Field::of(self.entry_in(about)).key(Key::Accepted).part("comment");
        let Said::Accepts { names, until, because } = said else {
            self.fault(Slip::AcceptComment, comment.at, field, &[]);
            return;
        };
        let span = |part: &Range<usize>| {
            let start = comment.at.start as usize;
            Span::new(start + part.start, start + part.end)
        };
        if names.is_empty() {
            self.fault(Slip::NoAcceptFinding, comment.at, field, &[]);
        }
        if because.is_empty() {
            self.fault(Slip::NoCommentReason, comment.at, field, &[]);
        }
        let until = until.and_then(|until| {
            let at = span(&until);
            let written = &text[until];
            date(written).map(|value| Located { value, at }).map_err(|bad| (bad, at, written)).map_or_else(
                |(bad, at, written)| {
                    let meant = bad.meant.as_deref().map(|meant| ("meant", meant));
                    self.value_fault(bad.slip, at, field, written, meant.as_slice());
                    None
                },
                Some,
            )
        });
        let reason = self.kept(&text[because.clone()], span(&because)).into_owned();
        for name in &names {
            let Some(finding) = self.accepted_name(field, &text[name.clone()], span(name)) else { continue };
            if reason.is_empty() {
                continue;
            }
            let entry = AcceptingComment {
                finding: Located { value: finding, at: span(name) },
                because: Located { value: reason.clone().into(), at: span(&because) },
                until,
                at: comment.at,
                line: comment.line,
                next: comment.next,
                item: self.entry_in(about).and_then(|entry| self.id_of(entry)),
                is_about_plan: self.plan.title.is_none()
                    && first.is_some_and(|first| (about.start..=about.end).contains(&first)),
            };
            self.plan.accepting_comments.push(entry);
        }
    }

    /// The only thing of the plan that begins in this line.
    fn entry_in(&self, line: Span) -> Option<u32> {
        let first = self.entries.partition_point(|entry| entry.whole.start < line.start);
        let after = self.entries.partition_point(|entry| entry.whole.start <= line.end);
        (after == first + 1).then_some(first as u32)
    }

    fn id_of(&self, entry: u32) -> Option<Id> {
        self.entries[entry as usize].id
    }

    /// The name of a finding that can be accepted.
    pub(super) fn accepted_name(&mut self, field: Field<'_>, text: &str, at: Span) -> Option<FindingName> {
        let finding = self.finding(field, text, at)?;
        if !finding.can_be_accepted() {
            self.value_fault(Slip::CannotAccept, at, field, text, &[]);
            return None;
        }
        Some(finding)
    }
}

/// Reads a comment, which begins with `#`.
fn said(comment: &str) -> Said {
    let begin = comment.len() - comment.trim_start_matches(['#', ' ', '\t']).len();
    let text = &comment[begin..];
    let Some(list) = after_words(text) else {
        return if is_nearly(text) { Said::Nearly } else { Said::Other };
    };
    let open = comment.len() - list.len();
    let Some(length) = list.find(']') else { return Said::Nearly };
    let close = open + length;
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = open;
    for end in list[..length].match_indices(',').map(|(at, _)| open + at).chain([close]) {
        parts.extend(Some(trimmed(comment, start..end)).filter(|part| !part.is_empty()));
        start = end + 1;
    }
    let mut until = None;
    if let Some(last) = parts.last_mut()
        && let Some((name, day)) = split_day(comment, last)
    {
        until = Some(day);
        *last = name;
    }
    parts.retain(|part| !part.is_empty());
    // A day in the middle: of some findings, or of all?
    if parts.iter().any(|part| split_day(comment, part).is_some()) {
        return Said::Nearly;
    }
    let rest = &comment[close + 1..];
    let lead = rest.len() - rest.trim_start_matches([' ', '\t', ':', '-', '–', '—']).len();
    Said::Accepts { names: parts, until, because: trimmed(comment, close + 1 + lead..comment.len()) }
}

/// What stands behind `scf: accept[`.
fn after_words(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("scf")?.trim_start_matches([' ', '\t']).strip_prefix(':')?;
    let rest = rest.trim_start_matches([' ', '\t']).strip_prefix("accept")?;
    rest.trim_start_matches([' ', '\t']).strip_prefix('[')
}

/// Whether somebody has most likely meant to accept a finding: `scf: accept orphan`, `SCF: Accept[orphan]`,
/// `scf accept[orphan]`, `scf: ignore[orphan]`, `accept[orphan]`. Other remarks about this program are left alone.
fn is_nearly(text: &str) -> bool {
    const FAR: usize = 80;
    let head = text.char_indices().nth(FAR).map_or(text, |(end, _)| &text[..end]).to_lowercase();
    let blanks = [' ', '\t'];
    let (rest, named) = head.strip_prefix("scf").map_or((&*head, false), |rest| (rest, true));
    let (rest, colon) = match rest.trim_start_matches(blanks).strip_prefix(':') {
        Some(rest) if named => (rest, true),
        _ => (rest, false),
    };
    let rest = rest.trim_start_matches(blanks);
    let word = &rest[..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())];
    let behind = rest[word.len()..].trim_start_matches(blanks);
    let accepts = word.starts_with("accept");
    if named && colon && accepts {
        return true;
    }
    let Some(list) = behind.strip_prefix(['[', '(']) else { return false };
    let first = &list[..list.find([',', ']', ')', ' ']).unwrap_or(list.len())];
    FindingName::find(first.trim()).is_some() && (accepts || (named && OTHER_WORDS.contains(&word)))
}

/// `NAME until DAY`: what stands before the word and behind it.
fn split_day(comment: &str, part: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let text = &comment[part.clone()];
    let is_apart = |at: usize| {
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        blank(text[..at].chars().next_back()) && blank(text[at + "until".len()..].chars().next())
    };
    let (at, word) = text.match_indices("until").find(|(at, _)| is_apart(*at))?;
    let name = trimmed(comment, part.start..part.start + at);
    Some((name, trimmed(comment, part.start + at + word.len()..part.end)))
}

fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let inside = &text[part.clone()];
    let start = part.start + (inside.len() - inside.trim_start().len());
    start..start + inside.trim().len()
}

#[cfg(test)]
mod tests {
    use super::{Said, said};

    fn accepted(comment: &str) -> Option<(Vec<&str>, Option<&str>, &str)> {
        match said(comment) {
            Said::Accepts { names, until, because } => Some((
                names.into_iter().map(|name| &comment[name]).collect(),
                until.map(|until| &comment[until]),
                &comment[because],
            )),
            _ => None,
        }
    }

    #[test]
    fn names_a_day_and_a_reason() {
        let one = vec!["orphan"];
        let two = vec!["orphan", "no-tasks"];
        let cases = [
            ("# scf: accept[orphan] It is meant so.", one.clone(), None, "It is meant so."),
            ("#scf:accept[ orphan ]: It is.", one.clone(), None, "It is."),
            ("##  scf :\taccept [orphan,] – so ", one.clone(), None, "so"),
            ("# scf: accept[orphan, no-tasks] a]b # c", two.clone(), None, "a]b # c"),
            ("# scf: accept[orphan until 2027-06-30] x", one.clone(), Some("2027-06-30"), "x"),
            ("# scf: accept[orphan, no-tasks until soon] x", two.clone(), Some("soon"), "x"),
            ("# scf: accept[orphan, no-tasks, until 2027-06-30] x", two, Some("2027-06-30"), "x"),
            ("# scf: accept[orphan until] x", one, Some(""), "x"),
            ("# scf: accept[] x", vec![], None, "x"),
            ("# scf: accept[not-until]", vec!["not-until"], None, ""),
        ];
        for (comment, names, until, because) in cases {
            assert_eq!(accepted(comment), Some((names, until, because)), "{comment}");
        }
    }

    #[test]
    fn what_nearly_says_it_is_told_from_other_remarks() {
        for comment in [
            "# scf: accept orphan",
            "# scf: accept",
            "# scf: accept[orphan",
            "# scf: accept(orphan) x",
            "# scf: accepted[orphan] x",
            "# SCF: Accept[orphan] x",
            "# scf accept[orphan] x",
            "# scf: ignore[orphan] x",
            "# scf allow (orphan) x",
            "# accept[orphan] x",
            "# scfaccept[orphan] x",
            "# scf: accept[orphan until 2027-06-30, no-tasks] x",
        ] {
            assert_eq!(said(comment), Said::Nearly, "{comment}");
        }
        for comment in [
            "#",
            "# scf accepts invalid plans",
            "# scf: see the pages",
            "# scf check --skip orphan plan.scf.yaml",
            "# scf explain [orphan]",
            "# We accept [the] reading of the elders.",
            "# accept[it]",
            "# disable[orphan]",
            "# TODO # scf: accept[orphan] x",
        ] {
            assert_eq!(said(comment), Said::Other, "{comment}");
        }
    }
}
