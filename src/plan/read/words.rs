//! The fixed lists of words that fields take, and words that people write instead.

use crate::plan::{
    Access, AssumptionKind, Commitment, Consent, Degree, DonorState, Every, Grade, Holds, Kind, LessonKind,
    Sensitivity, Severity, Stage, Status, Track, WorkKind,
};

/// A value that is written as one word of a fixed list.
pub(crate) trait Word: Copy + 'static {
    /// The words and what they mean.
    const WORDS: &'static [(&'static str, Self)];
    /// Other words for the same, and the word of the list.
    const INSTEAD: &'static [(&'static str, &'static str)] = &[];
}

impl Word for Status {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("planned", Self::Planned),
        ("active", Self::Active),
        ("done", Self::Done),
        ("dropped", Self::Dropped),
    ];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[
        ("open", "planned"),
        ("todo", "planned"),
        ("not-started", "planned"),
        ("in-progress", "active"),
        ("ongoing", "active"),
        ("running", "active"),
        ("started", "active"),
        ("doing", "active"),
        ("complete", "done"),
        ("completed", "done"),
        ("finished", "done"),
        ("closed", "done"),
        ("cancelled", "dropped"),
        ("canceled", "dropped"),
        ("stopped", "dropped"),
        ("abandoned", "dropped"),
    ];
}

impl Word for Track {
    const WORDS: &'static [(&'static str, Self)] =
        &[("1", Self::One), ("1.5", Self::OneAndAHalf), ("2", Self::Two), ("3", Self::Three)];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[
        ("1.0", "1"),
        ("2.0", "2"),
        ("3.0", "3"),
        ("1,5", "1.5"),
        ("i", "1"),
        ("ii", "2"),
        ("iii", "3"),
        ("track-1", "1"),
        ("track-1.5", "1.5"),
        ("track-2", "2"),
        ("track-3", "3"),
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
    ];
}

impl Word for Every {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("day", Self::Day),
        ("weekday", Self::Weekday),
        ("week", Self::Week),
        ("2 weeks", Self::TwoWeeks),
        ("month", Self::Month),
        ("quarter", Self::Quarter),
    ];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[
        ("daily", "day"),
        ("weekdays", "weekday"),
        ("weekly", "week"),
        ("1-week", "week"),
        ("2-week", "2 weeks"),
        ("2weeks", "2 weeks"),
        ("two-weeks", "2 weeks"),
        ("two-week", "2 weeks"),
        ("biweekly", "2 weeks"),
        ("fortnight", "2 weeks"),
        ("fortnightly", "2 weeks"),
        ("monthly", "month"),
        ("quarterly", "quarter"),
        ("3-months", "quarter"),
    ];
}

impl Word for WorkKind {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("analysis", Self::Analysis),
        ("contact", Self::Contact),
        ("shuttle", Self::Shuttle),
        ("talks", Self::Talks),
        ("training", Self::Training),
        ("agreement", Self::Agreement),
        ("follow-up", Self::FollowUp),
        ("coordination", Self::Coordination),
        ("outreach", Self::Outreach),
        ("planning", Self::Planning),
        ("reporting", Self::Reporting),
        ("security", Self::Security),
        ("care", Self::Care),
    ];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[
        ("followup", "follow-up"),
        ("talk", "talks"),
        ("dialogue", "talks"),
        ("negotiation", "talks"),
        ("report", "reporting"),
        ("plan", "planning"),
        ("co-ordination", "coordination"),
    ];
}

impl Word for Sensitivity {
    const WORDS: &'static [(&'static str, Self)] =
        &[("public", Self::Public), ("partners", Self::Partners), ("team", Self::Team), ("core", Self::Core)];
}

impl Word for Grade {
    const WORDS: &'static [(&'static str, Self)] =
        &[("low", Self::Low), ("medium", Self::Medium), ("high", Self::High)];
    const INSTEAD: &'static [(&'static str, &'static str)] =
        &[("middle", "medium"), ("mid", "medium"), ("moderate", "medium"), ("very-high", "high")];
}

impl Word for Consent {
    const WORDS: &'static [(&'static str, Self)] =
        &[("given", Self::Given), ("unknown", Self::Unknown), ("withdrawn", Self::Withdrawn)];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[("yes", "given")];
}

impl Word for Access {
    const WORDS: &'static [(&'static str, Self)] =
        &[("trusted", Self::Trusted), ("working", Self::Working), ("strained", Self::Strained)];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[("trust", "trusted"), ("strong", "trusted")];
}

impl Word for DonorState {
    const WORDS: &'static [(&'static str, Self)] =
        &[("secured", Self::Secured), ("pledged", Self::Pledged), ("sought", Self::Sought)];
    const INSTEAD: &'static [(&'static str, &'static str)] =
        &[("secure", "secured"), ("confirmed", "secured"), ("promised", "pledged"), ("requested", "sought")];
}

impl Word for LessonKind {
    const WORDS: &'static [(&'static str, Self)] =
        &[("worked", Self::Worked), ("failed", Self::Failed), ("open", Self::Open)];
}

impl Word for Holds {
    const WORDS: &'static [(&'static str, Self)] =
        &[("yes", Self::Yes), ("no", Self::No), ("unknown", Self::Unknown)];
    const INSTEAD: &'static [(&'static str, &'static str)] =
        &[("true", "yes"), ("false", "no"), ("?", "unknown")];
}

impl Word for AssumptionKind {
    const WORDS: &'static [(&'static str, Self)] =
        &[("environment", Self::Environment), ("values", Self::Values), ("related", Self::Related)];
}

impl Word for Commitment {
    const WORDS: &'static [(&'static str, Self)] =
        &[("now", Self::Now), ("explore", Self::Explore), ("later", Self::Later), ("reserve", Self::Reserve)];
}

impl Word for Stage {
    const WORDS: &'static [(&'static str, Self)] =
        &[("sketch", Self::Sketch), ("plan", Self::Plan), ("running", Self::Running)];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[("draft", "sketch"), ("active", "running")];
}

/// What a finding weighs; nothing is off.
impl Word for Option<Severity> {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("error", Some(Severity::Error)),
        ("warning", Some(Severity::Warning)),
        ("advice", Some(Severity::Advice)),
        ("off", None),
    ];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[
        ("warn", "warning"),
        ("info", "advice"),
        ("hint", "advice"),
        ("note", "advice"),
        ("no", "off"),
        ("false", "off"),
        ("none", "off"),
    ];
}

/// How a set-up is formed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Form {
    Informal,
    Registered,
}

impl Word for Form {
    const WORDS: &'static [(&'static str, Self)] =
        &[("informal", Self::Informal), ("registered", Self::Registered)];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[("formal", "registered")];
}

/// How far a constituency takes part.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfConstituency(pub(super) Degree);

impl Word for OfConstituency {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("inform", Self(Degree::Inform)),
        ("consult", Self(Degree::Consult)),
        ("take-part", Self(Degree::TakePart)),
        ("decide", Self(Degree::Decide)),
    ];
    const INSTEAD: &'static [(&'static str, &'static str)] = &[
        ("informed", "inform"),
        ("consulted", "consult"),
        ("takes-part", "take-part"),
        ("participate", "take-part"),
        ("decides", "decide"),
    ];
}

/// How far a party takes part: it is in contact.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OfParty(pub(super) Degree);

impl Word for OfParty {
    const WORDS: &'static [(&'static str, Self)] = &[("contact", Self(Degree::Contact))];
}

/// The words for how far a thing of this kind takes part; all of them where it is not known what it is.
pub(crate) fn degrees(kind: Option<Kind>) -> Vec<&'static str> {
    let of_party = OfParty::WORDS.iter().map(|(word, _)| *word).filter(|_| kind != Some(Kind::Constituency));
    let of_others = OfConstituency::WORDS.iter().map(|(word, _)| *word).filter(|_| kind != Some(Kind::Party));
    of_party.chain(of_others).collect()
}

/// Reports at the end of each month or quarter.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ReportRhythm {
    Month,
    Quarter,
}

impl Word for ReportRhythm {
    const WORDS: &'static [(&'static str, Self)] = &[("month", Self::Month), ("quarter", Self::Quarter)];
    const INSTEAD: &'static [(&'static str, &'static str)] =
        &[("monthly", "month"), ("quarterly", "quarter"), ("months", "month"), ("quarters", "quarter")];
}

/// The word that a plan has for this value; empty where there is none.
pub(crate) fn word_of<T: Word + PartialEq>(value: T) -> &'static str {
    T::WORDS.iter().find(|(_, meaning)| *meaning == value).map_or("", |(word, _)| word)
}

/// What the word was meant to be, where that is clear: by case, by another word for it, or by a few letters.
pub(crate) fn meant_word<T: Word>(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase().replace([' ', '_'], "-");
    let words = || T::WORDS.iter().map(|(word, _)| *word);
    words()
        .find(|word| word.replace(' ', "-") == lower)
        .or_else(|| T::INSTEAD.iter().find(|(other, _)| *other == lower).map(|(_, word)| *word))
        .or_else(|| super::suggest::nearest(&lower, words()))
}

#[cfg(test)]
mod tests {
    use super::{Every, OfParty, Status, Track, Word, WorkKind, meant_word};

    #[test]
    fn the_word_that_was_meant() {
        assert_eq!(meant_word::<Status>("Planned"), Some("planned"));
        assert_eq!(meant_word::<Status>("palnned"), Some("planned"));
        assert_eq!(meant_word::<Status>("In progress"), Some("active"));
        assert_eq!(meant_word::<Status>("blue"), None);
        assert_eq!(meant_word::<WorkKind>("Follow up"), Some("follow-up"));
        assert_eq!(meant_word::<Every>("weekly"), Some("week"));
        assert_eq!(meant_word::<Every>("2_weeks"), Some("2 weeks"));
        assert_eq!(meant_word::<Track>("4"), None);
        assert_eq!(meant_word::<OfParty>("inform"), None);
    }

    #[test]
    fn words_used_instead_lead_to_words_of_the_list() {
        fn check<T: Word>() {
            for (other, word) in T::INSTEAD {
                assert!(T::WORDS.iter().any(|(known, _)| known == word), "{other} → {word}");
                assert!(!T::WORDS.iter().any(|(known, _)| known == other), "{other}");
            }
        }
        check::<Status>();
        check::<Track>();
        check::<Every>();
        check::<WorkKind>();
        check::<crate::plan::Grade>();
        check::<crate::plan::DonorState>();
        check::<Option<crate::plan::Severity>>();
        check::<super::OfConstituency>();
        check::<super::ReportRhythm>();
    }
}
