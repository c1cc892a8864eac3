//! What can be wrong with a plan's text, as data: a slip, its place and the words to tell it with.

use super::Span;

/// The `reason` of an `invalid` finding, as `findings.md` names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// YAML cannot read the text.
    Yaml,
    /// A key the format does not know.
    UnknownKey,
    /// A list where a text belongs, and the like.
    WrongType,
    /// A value outside what the field takes.
    BadValue,
    /// A required field is not there.
    Missing,
    /// The same key twice (an id twice is a finding of its own).
    DuplicateKey,
    /// Larger or deeper than the format allows.
    Limit,
    /// YAML that the format does not take: anchors, aliases, tags, merge keys, directives, a second document.
    Refused,
}

impl Reason {
    /// The name used in JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Yaml => "yaml",
            Self::UnknownKey => "unknown-key",
            Self::WrongType => "wrong-type",
            Self::BadValue => "bad-value",
            Self::Missing => "missing",
            Self::DuplicateKey => "duplicate-key",
            Self::Limit => "limit",
            Self::Refused => "refused",
        }
    }
}

/// What a fault becomes once it is a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// `invalid`, for this reason.
    Invalid(Reason),
    /// `unknown-id`.
    UnknownId,
    /// `duplicate-id`.
    DuplicateId,
}

macro_rules! slips {
    ($($(#[$doc:meta])* $slip:ident = $name:literal, $kind:expr;)*) => {
        /// One way in which a text goes wrong. Each has a sentence and a question in the catalogue,
        /// `fault-NAME` and its attribute `.ask`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Slip { $($(#[$doc])* $slip,)* }

        impl Slip {
            /// Every slip there is.
            pub const ALL: &'static [Slip] = &[$(Slip::$slip,)*];

            /// The name of its message, after `fault-`.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Slip::$slip => $name,)* }
            }

            /// The finding it becomes.
            #[must_use]
            pub fn kind(self) -> FaultKind {
                match self { $(Slip::$slip => $kind,)* }
            }
        }
    };
}

use FaultKind::{DuplicateId, Invalid, UnknownId};
use Reason::{BadValue, DuplicateKey, Limit, Missing, Refused, UnknownKey, WrongType, Yaml};

slips! {
    // The bytes.
    /// Not UTF-8.
    NotUtf8 = "not-utf8", Invalid(Yaml);
    /// UTF-16, as some editors save.
    Utf16 = "utf16", Invalid(Yaml);
    /// The file of another program. `what`: word, rich-text, pdf or page.
    OtherFile = "other-file", Invalid(Yaml);
    /// A character with code zero.
    NulByte = "nul-byte", Invalid(Yaml);
    /// A character that is not seen and that no text needs. `code`.
    ControlCharacter = "control-character", Invalid(Yaml);
    /// Nothing but white space and comments.
    Empty = "empty", Invalid(Missing);
    /// More faults than anybody can read; the rest is not told. `limit`.
    TooManyFaults = "too-many-faults", Invalid(Limit);
    /// More bytes than a plan may have. `limit`.
    FileTooLarge = "file-too-large", Invalid(Limit);
    /// Nested more levels deep than a plan may be. `limit`.
    TooDeep = "too-deep", Invalid(Limit);
    /// One text of more bytes than a text may have. `limit`.
    TextTooLong = "text-too-long", Invalid(Limit);

    // What YAML cannot read.
    /// A tab where spaces belong.
    Tab = "tab", Invalid(Yaml);
    /// A `: ` inside a title without quotes. `before` (what the text stands behind, such as `title:` or `-`),
    /// `brackets` (`yes` inside `{}` or `[]`, where a comma may be meant).
    ColonInText = "colon-in-text", Invalid(Yaml);
    /// A quote that is not closed. `quote`.
    UnclosedQuote = "unclosed-quote", Invalid(Yaml);
    /// Text after a closing quote. `brackets` as for `ColonInText`.
    TextAfterQuote = "text-after-quote", Invalid(Yaml);
    /// An apostrophe inside single quotes, which closes them.
    Apostrophe = "apostrophe", Invalid(Yaml);
    /// A bracket that is not closed. `bracket`, `close` (what would close it).
    UnclosedBracket = "unclosed-bracket", Invalid(Yaml);
    /// A bracket closed by another kind, or one too many.
    WrongBracket = "wrong-bracket", Invalid(Yaml);
    /// Two things in brackets with nothing between them.
    NoComma = "no-comma", Invalid(Yaml);
    /// A line that stands too far left or right. `column` (where it would fit, from 1).
    Indentation = "indentation", Invalid(Yaml);
    /// A `:` without a space after it, so there is no key.
    NoSpaceAfterColon = "no-space-after-colon", Invalid(Yaml);
    /// The wide colon of Chinese and Japanese keyboards where a plain one belongs.
    WideColon = "wide-colon", Invalid(Yaml);
    /// A line without `key:` among lines that have one.
    NoKey = "no-key", Invalid(Yaml);
    /// A line with a hyphen among lines with keys, or one without among lines with a hyphen.
    MixedList = "mixed-list", Invalid(Yaml);
    /// A word processor's bullet, a dash or a star where a list wants a hyphen. `bullet`.
    Bullet = "bullet", Invalid(Yaml);
    /// A backslash in double quotes followed by something it cannot stand before.
    Escape = "escape", Invalid(Yaml);
    /// A character that cannot begin a text without quotes. `character`.
    Character = "character", Invalid(Yaml);
    /// Whatever else YAML cannot read.
    Unreadable = "unreadable", Invalid(Yaml);

    // YAML that this format refuses.
    /// `&name`.
    Anchor = "anchor", Invalid(Refused);
    /// `*name`.
    Alias = "alias", Invalid(Refused);
    /// `!tag`.
    Tag = "tag", Invalid(Refused);
    /// `<<:`.
    MergeKey = "merge-key", Invalid(Refused);
    /// `%YAML`.
    Directive = "directive", Invalid(Refused);
    /// A second `---`.
    SecondDocument = "second-document", Invalid(Refused);
    /// A list or mapping as a key.
    ComplexKey = "complex-key", Invalid(Refused);
    /// More of these than are told one by one. `count`.
    MoreRefused = "more-refused", Invalid(Refused);

    // Keys.
    /// Not a key of this place. `key`.
    UnknownField = "unknown-key", Invalid(UnknownKey);
    /// Not a key of this place, but near one that is. `key`, `meant`.
    MisspeltKey = "misspelt-key", Invalid(UnknownKey);
    /// The word of another planning method. `key`, `meant`.
    OtherWord = "other-word", Invalid(UnknownKey);
    /// A key that belongs elsewhere in the plan. `key`, `on` (sections that it is for, joined by a comma and a space;
    /// `plan` is the top; `lists` where only an entry of a list may have it), `meant` (where it has another name there).
    KeyElsewhere = "key-elsewhere", Invalid(UnknownKey);
    /// The same key twice in one mapping. `key`.
    SameKeyTwice = "same-key-twice", Invalid(DuplicateKey);
    /// `key:value` in flow style without a space, read as a key with nothing. `key`.
    FlowNoSpace = "flow-no-space", Invalid(UnknownKey);
    /// A comma inside an unquoted text in flow style cut it in two. `rest`.
    CommaInFlowText = "comma-in-flow-text", Invalid(UnknownKey);

    // Missing.
    /// No ambition.
    NoAmbition = "no-ambition", Invalid(Missing);
    /// No title. `level` or section in `what`.
    NoTitle = "no-title", Invalid(Missing);
    /// No question on a choice.
    NoQuestion = "no-question", Invalid(Missing);
    /// An acceptance without its reason.
    NoAcceptReason = "no-accept-reason", Invalid(Missing);
    /// An acceptance that does not name a finding.
    NoAcceptFinding = "no-accept-finding", Invalid(Missing);
    /// A comment that accepts a finding without a reason.
    NoCommentReason = "no-comment-reason", Invalid(Missing);
    /// Another required field. `field`.
    NoField = "no-field", Invalid(Missing);

    // Shapes.
    // In each of them `found` is `text`, `list` or `mapping`.
    /// The document is not a mapping. `found`.
    NotAPlan = "not-a-plan", Invalid(WrongType);
    /// `field` wants a text. `found`.
    WantsText = "wants-text", Invalid(WrongType);
    /// `field` wants a list or one value. `found`.
    WantsList = "wants-list", Invalid(WrongType);
    /// `field` wants a mapping. `found`.
    WantsMapping = "wants-mapping", Invalid(WrongType);
    /// `field` wants items: a mapping or a list. `found`.
    WantsItems = "wants-items", Invalid(WrongType);

    // Values.
    /// An id with letters it cannot have. `id`, `meant` (one that would do).
    BadId = "bad-id", Invalid(BadValue);
    /// An id of more than 64 characters.
    LongId = "long-id", Invalid(Limit);
    /// `ambition` as an id.
    ReservedId = "reserved-id", Invalid(BadValue);
    /// Not a date. `value`, `meant` (where one day is clear).
    BadDate = "bad-date", Invalid(BadValue);
    /// A date in another order. `value`, `meant` (where only one day can be meant, else both, joined by a comma and a space).
    DateOrder = "date-order", Invalid(BadValue);
    /// A day that is not in the calendar. `value`.
    NoSuchDay = "no-such-day", Invalid(BadValue);
    /// Not a number, or below zero. `value`, `field`.
    BadNumber = "bad-number", Invalid(BadValue);
    /// Not a whole number of at least one. `value`, `field`.
    BadCount = "bad-count", Invalid(BadValue);
    /// Not a whole number. `value`, `field`.
    BadWhole = "bad-whole", Invalid(BadValue);
    /// Not a whole number from one to five. `value`, `field`.
    BadFactor = "bad-factor", Invalid(BadValue);
    /// Money with more than two decimals, or not a number. `value`, `field`.
    BadMoney = "bad-money", Invalid(BadValue);
    /// A number with a thousands mark, a decimal comma or a unit. `value`, `field`, `meant`.
    NumberWithMarks = "number-with-marks", Invalid(BadValue);
    /// Not one of the words of a fixed list. `value`, `field`, `words` (joined by a comma and a space).
    BadWord = "bad-word", Invalid(BadValue);
    /// Near one of the words of a fixed list. `value`, `field`, `meant`.
    MisspeltWord = "misspelt-word", Invalid(BadValue);
    /// Not yes or no. `value`, `field`, `meant` where it is clear.
    BadYesNo = "bad-yes-no", Invalid(BadValue);
    /// Not a choice and an option joined by a full stop. `value`, `meant` where one option has this name.
    BadOption = "bad-option", Invalid(BadValue);
    /// An option that excludes one of its own choice. `value`.
    OwnChoice = "own-choice", Invalid(BadValue);
    /// A format version that this program does not know. `value`.
    BadVersion = "bad-version", Invalid(BadValue);
    /// Not a language tag. `value`, `meant` where it is clear.
    BadLanguage = "bad-language", Invalid(BadValue);
    /// Curly quotes around a value. `value`.
    CurlyQuotes = "curly-quotes", Invalid(BadValue);
    /// A no-break space, which looks like a space and is none.
    NoBreakSpace = "no-break-space", Invalid(BadValue);
    /// ` #` inside a text without quotes cut the rest of it off. `before` as for `ColonInText`.
    HashInText = "hash-in-text", Invalid(BadValue);
    /// A finding name nobody knows. `value`, `meant` where one is near.
    BadFinding = "bad-finding", Invalid(BadValue);
    /// This finding cannot be accepted or lowered. `value`.
    CannotAccept = "cannot-accept", Invalid(BadValue);
    /// A comment that is meant to accept a finding, and is written another way.
    AcceptComment = "accept-comment", Invalid(BadValue);

    // References.
    /// No such id. `id`.
    UnknownReference = "unknown-id", UnknownId;
    /// No such id, but one near it. `id`, `meant`, `title` (of the one meant).
    MisspeltReference = "misspelt-id", UnknownId;
    /// A title where an id belongs. `value`, `meant` where one has this title.
    TitleForId = "title-for-id", UnknownId;
    /// There is such an id, but it stands there with nothing after it. `id`.
    EmptyEntry = "empty-entry", UnknownId;
    /// Several ids without brackets around them. `value`, `meant`.
    ListWithoutBrackets = "list-without-brackets", UnknownId;
    /// There is such an id, but it is of another kind. `id`, `kind` (what it is), `wanted` (kinds, joined by a comma
    /// and a space).
    WrongKind = "wrong-kind", UnknownId;
    /// An id used twice. `id`.
    SameIdTwice = "same-id-twice", DuplicateId;
    /// An id that something of another kind has already. `id`, `kind` (of the first).
    IdTaken = "id-taken", DuplicateId;
}

/// One thing that is wrong with a plan's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What went wrong.
    pub slip: Slip,
    /// The faulty value; for a missing field, the key of what lacks it.
    pub at: Span,
    /// The id of the thing that holds it, where it is inside one.
    pub holder: Option<Box<str>>,
    /// The keys that lead to it, joined by full stops: it names the fault where no id does.
    pub path: Box<str>,
    /// Words for the sentence, by the names that the slip's documentation gives. Beside `meant`, `alone` says that nothing
    /// else is near what is written.
    pub args: Vec<(&'static str, Box<str>)>,
    /// Another place that belongs to it, and the id of what stands there (empty where that is none): the first use of a
    /// duplicate id or key, an entry with nothing after it, a thing of another kind.
    pub related: Option<(Span, Box<str>)>,
}

impl Fault {
    /// A fault of the text itself, which is inside nothing.
    #[must_use]
    pub fn of_text(slip: Slip, at: Span) -> Self {
        Self { slip, at, holder: None, path: "".into(), args: Vec::new(), related: None }
    }

    /// The same fault with one more word for its sentence.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Box<str>>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}
