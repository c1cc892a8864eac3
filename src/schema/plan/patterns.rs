//! Patterns for texts that say a value.
//!
//! They are plain enough for every editor: no look-around, no classes of Unicode. Where a text is no value by itself, the
//! patterns take it with space around it, as the reader does.

/// What the reader takes for space, as the inside of a class.
const SPACE: &str = r"\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000";

/// Characters that no id has, as the inside of a class: in ASCII all but small letters, digits and the two hyphens; beyond
/// it signs, spaces and quotes, and the capitals of Latin, Greek and Cyrillic that are met most. No pattern that every
/// editor knows can tell the capitals of all scripts.
const NOT_IN_ID: &str = concat!(
    r"\u0000-,.\/:-\^`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf-\u00de\u00f7",
    r"\u0386\u0388-\u038a\u038c\u038e\u038f\u0391-\u03ab\u0400-\u042f\u2000-\u206f\u3000-\u3004"
);

/// An id: of ASCII alone exactly, with other letters as near as can be.
pub(super) fn id() -> String {
    let (first, rest) = ("[a-z0-9]", r"[a-z0-9_\-]");
    let beyond = format!(r"[^{NOT_IN_ID}\u0000-\u007f]");
    format!("(?:{first}{rest}{{0,63}}|(?:{first}{rest}*)?{beyond}[^{NOT_IN_ID}]*)")
}

/// A key that is this.
pub(super) fn key(said: &str) -> String {
    format!("^{said}$")
}

/// An option by its name, with or without that of its choice.
pub(super) fn own_option() -> String {
    format!("{0}(?:\\.{0})?", id())
}

/// An option with its choice.
pub(super) fn option() -> String {
    format!("{0}\\.{0}", id())
}

/// A text that says nothing, or this.
pub(super) fn blank_or(said: &str) -> String {
    format!("^[{SPACE}]*(?:(?:{said})[{SPACE}]*)?$")
}

/// A text that says this.
pub(super) fn only(said: &str) -> String {
    format!("^[{SPACE}]*(?:{said})[{SPACE}]*$")
}

/// A text that says nothing.
pub(super) fn blank() -> String {
    format!("^[{SPACE}]*$")
}

/// A text that says something.
pub(super) fn something() -> String {
    format!("[^{SPACE}]")
}

/// One of these, each a pattern.
pub(super) fn one_of(said: &[&str]) -> String {
    said.join("|")
}

/// A text that says this, with space behind it at most.
pub(super) fn with_space_behind(said: &str) -> String {
    format!("^(?:{said})[{SPACE}]*$")
}

/// A day of the calendar.
pub(super) const DAY: &str = concat!(
    "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))",
    "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29"
);

/// A number, at least zero.
pub(super) const NUMBER: &str = r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+\-]?[0-9]+)?";

/// A whole number from one to the largest that is read.
pub(super) const COUNT: &str = concat!(
    "0*(?:[1-9][0-9]{0,8}|[1-3][0-9]{9}|4[01][0-9]{8}|42[0-8][0-9]{7}|429[0-3][0-9]{6}|4294[0-8][0-9]{5}",
    "|42949[0-5][0-9]{4}|429496[0-6][0-9]{3}|4294967[01][0-9]{2}|42949672[0-8][0-9]|429496729[0-5])"
);

/// An amount of money.
pub(super) const MONEY: &str = r"[0-9]{1,15}(?:\.[0-9]{1,2})?";

/// A language tag of BCP 47: language, script, region, variants, an extension.
pub(super) const LANGUAGE: &str = concat!(
    "[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?",
    "(?:-[A-Za-z0-9]{4,8})*",
    "(?:-[A-Za-z0-9](?:-[A-Za-z0-9]{1,8})*-[A-Za-z0-9]{2,8})?"
);
