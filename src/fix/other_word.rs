//! A word of another planning method where a key of the format belongs.
//!
//! What one donor calls outcomes another calls objectives, so most are a guess. Only where it is the same word in another
//! form (`goal` for `goals`, `organizations` for `organisations`) is it sure.

use super::text::{Text, finding_of, meant};
use super::{Candidate, instead};
use crate::edit::Splice;
use crate::source::Slip;

/// `outcomes:`.
pub(super) fn of_a_method(text: &Text<'_>, candidates: &mut Vec<Candidate>) {
    if text.faults_of(Slip::OtherWord).next().is_none() {
        return;
    }
    let nodes = text.nodes();
    for fault in text.faults_of(Slip::OtherWord) {
        let Some((key, meant)) = nodes.at(fault.at).zip(meant(fault)) else { continue };
        let Some((written, value)) = key.text().zip(nodes.value_of(key)) else { continue };
        let edit = Splice { at: fault.at.range(), text: meant.to_owned() };
        let safety = instead::sure(is_same(written, meant));
        let mends = vec![finding_of(fault.slip, fault.at)];
        let fix = Candidate::new(mends, "fix-write-instead", vec![edit], safety);
        candidates.push(fix.with("new", meant).unread(value.span().range()));
    }
}

/// Whether it is the same word: one of it or several, with an s or a z.
fn is_same(written: &str, meant: &str) -> bool {
    let stem = |word: &str| {
        let word = word.trim().to_lowercase().replace("organiz", "organis");
        let several = word.strip_suffix("ies").map(|stem| format!("{stem}y"));
        several.unwrap_or_else(|| word.trim_end_matches('s').to_owned())
    };
    stem(written) == stem(meant)
}

#[cfg(test)]
mod tests {
    use super::is_same;

    #[test]
    fn the_same_word() {
        for (written, meant) in [
            ("goal", "goals"),
            ("Activity", "activities"),
            ("organizations", "organisations"),
            ("tag", "tags"),
        ] {
            assert!(is_same(written, meant), "{written}");
        }
        for (written, meant) in [("outcomes", "goals"), ("owner", "who"), ("party", "with")] {
            assert!(!is_same(written, meant), "{written}");
        }
    }
}
