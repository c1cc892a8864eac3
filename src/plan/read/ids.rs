//! What an id may look like.

use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The most characters an id has.
pub(super) const LONGEST: usize = 64;

/// What is wrong with the look of an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum IdFault {
    /// A capital, a space or another character that no id has.
    Letters,
    /// More than 64 characters.
    Length,
    /// `ambition`, which belongs to the ambition.
    Reserved,
}

/// The text in the normal form in which ids are compared.
pub(crate) fn nfc(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.nfc().collect())
    }
}

/// What is wrong with this id (in NFC), if anything is: letters without capitals and digits of any script, then also
/// `-` and `_`; at most 64 characters. A mark that belongs to a letter, as in the scripts of India, counts as one.
pub(crate) fn id_fault(id: &str) -> Option<IdFault> {
    if id == "ambition" {
        return Some(IdFault::Reserved);
    }
    if let [first, rest @ ..] = id.as_bytes()
        && rest.len() < LONGEST
    {
        let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        if plain(first) && rest.iter().all(|byte| plain(byte) || matches!(byte, b'-' | b'_')) {
            return None;
        }
    }
    let mut characters = id.chars();
    let first_fits = characters.next().is_some_and(|c| can_stand(c) && !is_combining_mark(c));
    if !first_fits || !characters.all(|c| can_stand(c) || matches!(c, '-' | '_')) {
        return Some(IdFault::Letters);
    }
    (id.chars().count() > LONGEST).then_some(IdFault::Length)
}

/// Whether a text, in NFC, looks as an id must.
#[cfg(test)]
pub(crate) fn is_id(text: &str) -> bool {
    id_fault(text).is_none()
}

fn can_stand(c: char) -> bool {
    (c.is_alphanumeric() && !is_capital(c)) || is_combining_mark(c)
}

/// A letter that has a lower-case form other than itself.
fn is_capital(c: char) -> bool {
    !c.to_lowercase().eq([c])
}

/// The id nearest to this text: lower case, with hyphens for all that an id cannot hold. Empty where nothing is left.
pub(super) fn id_like(text: &str) -> String {
    let mut id = String::with_capacity(text.len().min(4 * LONGEST));
    let mut length = 0;
    for c in text.nfc().flat_map(char::to_lowercase) {
        if length == LONGEST {
            break;
        }
        let fits = can_stand(c) && !(length == 0 && is_combining_mark(c));
        if fits || (c == '_' && length > 0) {
            id.push(c);
            length += 1;
        } else if length > 0 && !id.ends_with('-') && !matches!(c, '\'' | '’') {
            id.push('-');
            length += 1;
        }
    }
    id.truncate(id.trim_end_matches(['-', '_']).len());
    id.nfc().collect()
}

/// The first 64 characters.
pub(super) fn shortened(id: &str) -> &str {
    id.char_indices().nth(LONGEST).map_or(id, |(end, _)| &id[..end])
}

#[cfg(test)]
mod tests {
    use super::{IdFault, id_fault, id_like, nfc};

    #[test]
    fn ids_of_every_script_are_ids() {
        for id in [
            "heron",
            "two-visit",
            "a_b",
            "7",
            "2nd-visit",
            "größe",
            "šuma",
            "дорога",
            "δρόμος",
            "طريق",
            "דרך",
            "市场路",
            "시장",
            "いち",
            "नदी",
            "हिन्दी",
            "ถนน",
            "መንገድ",
            "၁၂",
            "straße",
        ] {
            assert_eq!(id_fault(&nfc(id)), None, "{id}");
        }
    }

    #[test]
    fn what_no_id_may_look_like() {
        for id in ["", "Heron", "two visit", "a.b", "-a", "_a", "a/b", "É", "ǅ", "Ⅷ", "a\u{a0}b", "😀", "a,b"]
        {
            assert_eq!(id_fault(id), Some(IdFault::Letters), "{id}");
        }
        assert_eq!(id_fault("ambition"), Some(IdFault::Reserved));
        assert_eq!(id_fault(&"a".repeat(64)), None);
        assert_eq!(id_fault(&"a".repeat(65)), Some(IdFault::Length));
        assert_eq!(id_fault(&"ж".repeat(64)), None);
        assert_eq!(id_fault(&"ж".repeat(65)), Some(IdFault::Length));
    }

    #[test]
    fn both_ways_to_write_an_accent_are_one_id() {
        assert_eq!(nfc("re\u{301}union"), nfc("r\u{e9}union"));
    }

    #[test]
    fn an_id_that_would_do() {
        assert_eq!(id_like("Shuttle Talks"), "shuttle-talks");
        assert_eq!(id_like("Farmers' union (east)"), "farmers-union-east");
        assert_eq!(id_like("-Heron_1-"), "heron_1");
        assert_eq!(id_like("ÉTÉ"), "été");
        assert_eq!(id_like("!?"), "");
        assert_eq!(id_like("İzmir"), "i\u{307}zmir");
        for text in ["İzmir", "A".repeat(100).as_str(), "ꙂЖ и ж"] {
            assert_eq!(id_fault(&id_like(text)), None, "{text}");
        }
    }
}
