//! Spaces for a tab: sure where every width that a tab may have had gives the same plan.

use super::instead::sure;
use super::text::Text;
use super::{Safety, reader};
use crate::edit::{Splice, spliced};
use crate::source::{Limits, Mend, Sight, Source, lines, read_closely};

/// Columns that editors make of a tab.
const WIDTHS: [usize; 5] = [2, 3, 4, 6, 8];
/// The longest text that is read again for each of them, in bytes.
const LONGEST: usize = 1 << 20;
/// Runs of lines with a tab for which that is done.
const MOST_RUNS: usize = 8;

/// How sure the reader can be of what it made of some tabs.
pub(super) fn safety(text: &Text<'_>, mend: &Mend) -> Safety {
    let whole = text.source.text();
    let is_one_of_few =
        text.read.mends.iter().filter(|other| other.slip == mend.slip).take(MOST_RUNS + 1).count()
            <= MOST_RUNS;
    if whole.len() > LONGEST || !is_one_of_few {
        return Safety::Unsafe;
    }
    let others: Vec<Splice> = text
        .read
        .mends
        .iter()
        .filter(|other| other.slip == mend.slip && other.at != mend.at)
        .flat_map(reader::edits)
        .collect();
    let with = |mut edits: Vec<Splice>| {
        edits.extend(others.iter().cloned());
        held(text, &edits)
    };
    let Some(meant) = with(reader::edits(mend)) else { return Safety::Unsafe };
    let of_width =
        |width: &usize| with(mend.edits.iter().map(|(at, _)| expanded(whole, at.start, *width)).collect());
    let mut can_be = WIDTHS.iter().filter_map(of_width).peekable();
    sure(can_be.peek().is_some() && can_be.all(|other| other == meant))
}

/// The space before a line's text, with tabs of this width.
fn expanded(text: &str, line: usize, width: usize) -> Splice {
    let start = lines::start(text, line);
    let line = lines::line(text, line);
    let lead = lines::lead(line);
    let indent = lines::indent(line);
    let columns = line[..indent]
        .chars()
        .fold(0, |column, c| if c == '\t' { (column / width + 1) * width } else { column + 1 });
    let hyphens = line[indent..lead].replace('\t', " ");
    Splice { at: start..start + lead, text: " ".repeat(columns) + &hyphens }
}

/// What a text with these edits holds, without places; nothing where more is wrong with it than before.
fn held(text: &Text<'_>, edits: &[Splice]) -> Option<Vec<(u32, Option<bool>, u64)>> {
    let source = Source::new(text.source.path.clone(), spliced(text.source, edits));
    let read = read_closely(&source, Limits::FORMAT_1);
    let is_better = read.faults.len() < text.read.faults.len();
    let seen = |sight: &Sight| (sight.depth, sight.is_list, sight.says);
    is_better.then(|| read.outline.iter().map(seen).collect())
}
