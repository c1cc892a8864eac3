//! When a word is another one misspelt, beyond doubt.

use unicode_normalization::UnicodeNormalization as _;

/// Letters that a name must have before one letter of difference is a slip: `teal` and `seal` are two people.
const LONG: usize = 6;
/// The same, before one letter for another is.
const LONGER: usize = 8;
/// Letters that the part between hyphens must have in which the slip is: `camp-a` and `camp-b` are two camps.
const LONG_PART: usize = 4;

/// Whether two words differ only in capitals, and in how their parts are joined.
pub(super) fn same_word(text: &str, word: &str) -> bool {
    plain(text) == plain(word)
}

fn plain(text: &str) -> String {
    let joins = |c: char| matches!(c, '-' | '_' | ' ' | '\u{a0}');
    let letters: Vec<char> = text.trim().nfc().flat_map(char::to_lowercase).collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    // Between digits it is more than a way of writing: `camp-1-1` is not `camp-11`.
    let is_kept = |at: usize| !joins(letters[at]) || (is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)));
    (0..letters.len()).filter(|&at| is_kept(at)).map(|at| letters[at]).collect()
}

/// Whether a text is this name with one slip of the hand: two letters changed about, one too few or too many, or (in a
/// longer name) one for another; no digit, and not in a part of a few letters, which may well be another name.
pub(super) fn one_slip(text: &str, name: &str) -> bool {
    let letters = |text: &str| -> Vec<char> { text.nfc().flat_map(char::to_lowercase).collect() };
    let (text, name) = (letters(text), letters(name));
    if name.len() < LONG || text.len().abs_diff(name.len()) > 1 {
        return false;
    }
    let same = text.iter().zip(&name).take_while(|(a, b)| a == b).count();
    let rest = |letters: &[char]| letters.len() - same;
    let same_end = text.iter().rev().zip(name.iter().rev()).take_while(|(a, b)| a == b).count();
    let same_end = same_end.min(rest(&text)).min(rest(&name));
    let (odd, meant) = (&text[same..text.len() - same_end], &name[same..name.len() - same_end]);
    let is_slip = match (odd, meant) {
        ([a, b], [c, d]) => a == d && b == c,
        ([_], []) | ([], [_]) => true,
        ([_], [_]) => name.len() >= LONGER,
        _ => false,
    };
    let is_letter = |c: &char| c.is_alphabetic();
    // A letter that is missing or one too many may stand at either side of its like.
    let start = name[..same].iter().rposition(|c| !is_letter(c)).map_or(0, |at| at + 1);
    let end = name[same..].iter().position(|c| !is_letter(c)).map_or(name.len(), |at| same + at);
    is_slip && odd.iter().chain(meant).all(is_letter) && end - start >= LONG_PART
}

/// Whether a text is this word of a fixed list with one slip of the hand. There are few such words, so less is asked.
pub(super) fn one_slip_of_known(text: &str, word: &str) -> bool {
    word.chars().count() >= 4 && strsim::osa_distance(&text.to_lowercase(), word) == 1
}

#[cfg(test)]
mod tests {
    use super::{one_slip, one_slip_of_known, same_word};

    #[test]
    fn the_same_word_written_in_another_way() {
        for (text, word) in
            [("Heron", "heron"), ("dependsOn", "depends_on"), ("Depends on", "depends_on"), ("É", "e\u{301}")]
        {
            assert!(same_word(text, word), "{text}");
        }
        assert!(same_word("camp1", "camp-1"));
        assert!(!same_word("heron-2", "heron"));
        assert!(!same_word("camp-11", "camp-1-1"));
    }

    #[test]
    fn one_slip_in_a_long_name() {
        for (text, name) in [
            ("corridr-map", "corridor-map"),
            ("coridor-map", "corridor-map"),
            ("corriddor-map", "corridor-map"),
            ("corrdior-map", "corridor-map"),
            ("corrodor-map", "corridor-map"),
            ("camp-norht", "camp-north"),
            ("дорга-мира", "дорога-мира"),
        ] {
            assert!(one_slip(text, name), "{text}");
        }
    }

    #[test]
    fn what_may_be_another_name() {
        for (text, name) in [
            ("seal", "teal"),
            ("maria", "marta"),
            ("camp-b", "camp-a"),
            ("camp-north-b", "camp-north-a"),
            ("visit-12-east", "visit-13-east"),
            ("visit-2", "visit-22"),
            ("corridor-maps-x", "corridor-map"),
            ("corridor-mop", "corridor-map"),
            ("corridormap", "corridor-map"),
            ("teal", "tael"),
        ] {
            assert!(!one_slip(text, name), "{text}");
        }
    }

    #[test]
    fn one_slip_in_a_known_word() {
        assert!(one_slip_of_known("Plannd", "planned"));
        assert!(one_slip_of_known("tilte", "title"));
        assert!(!one_slip_of_known("wo", "who"));
        assert!(!one_slip_of_known("lwo", "low"));
    }
}
