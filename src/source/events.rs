//! The YAML parser behind one small function, so that another could take its place.
//!
//! Everything that is known of `granit-parser` is known here: its events, its options, its kinds of error.

use super::{Shape, Span, Style, lines};
use granit_parser::{ErrorKind, Event as Parsed, Parser, ScalarStyle, ScanError, StructureStyle, options};
use std::borrow::Cow;

/// What the parser reports.
#[derive(Debug)]
pub(super) enum Event<'t> {
    /// A document begins.
    Document,
    /// A mapping or list begins; in brackets or not.
    Open { shape: Shape, flow: bool },
    /// The innermost mapping or list ends.
    Close,
    /// A text.
    Scalar { style: Style, text: Cow<'t, str> },
    /// `*name` in the place of a value.
    Alias,
    /// `&name` before the value that was reported last.
    Anchor,
}

/// An event and where it was.
#[derive(Debug)]
pub(super) struct Heard<'t> {
    pub(super) event: Event<'t>,
    pub(super) at: Span,
    /// Where its `!tag` stands, if it has one.
    pub(super) tag: Option<Span>,
}

/// Why the parser cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    pub(super) why: Why,
    /// The byte that `why` tells of.
    pub(super) at: usize,
}

/// What the parser met; `at` is the first byte of what is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Why {
    /// What lies one level too deep.
    TooDeep,
    /// A tab, or the line it is in, or the text before that line.
    Tab,
    /// The opening quote.
    UnclosedQuote,
    /// What follows the closing quote.
    AfterQuote,
    /// The quote that opens the text in which a backslash is wrong.
    Escape,
    /// The bracket.
    UnclosedBracket,
    /// The opening bracket.
    MismatchedBracket,
    /// A closing bracket that nothing opened.
    StrayBracket,
    /// In brackets, something where a comma or the end should be.
    WithinBrackets,
    /// A colon in a place for values.
    Colon,
    /// In brackets, the colon of a key on an earlier line, or a `- `.
    BlockInBrackets,
    /// A colon directly before a bracket.
    ColonBeforeBracket,
    /// A text that should be a key.
    NoKey,
    /// What cannot stand among the keys of a mapping.
    AmongKeys,
    /// What cannot stand among the entries of a list.
    AmongEntries,
    /// Content after the outermost mapping, list or text has ended.
    AfterAll,
    /// A line of a block text that is too far left.
    BlockTextIndent,
    /// `|` or `>`.
    BlockTextHeader,
    /// A comment that cuts a text of several lines.
    CommentInText,
    /// A comment without a space before it.
    CommentTooNear,
    /// `%`.
    Directive,
    /// `!`, or what follows it.
    Tag,
    /// A byte order mark.
    ByteOrderMark,
    /// The line after `...`.
    AfterEnd,
    /// A character that cannot begin anything.
    Character,
    /// Anything else.
    Other,
}

/// What the parser hears in this text. Nothing follows a [`Stop`].
pub(super) fn events(text: &str, levels: usize) -> impl Iterator<Item = Result<Heard<'_>, Stop>> {
    let mut options = options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        flow_nesting_limit: levels,
        block_nesting_limit: levels,
    };
    // Comments are found between the nodes when they are asked for; emitted, they would be bounded in number.
    options.set_emit_comments(false);
    let mut parser = Parser::new_from_str_with_options(text, options);
    std::iter::from_fn(move || {
        loop {
            match parser.next_event()? {
                Ok((parsed, at)) => {
                    if let Some(heard) = heard(parsed, at) {
                        return Some(Ok(heard));
                    }
                }
                Err(error) => return Some(Err(stop(&error, text))),
            }
        }
    })
}

fn heard(parsed: Parsed<'_>, at: granit_parser::Span) -> Option<Heard<'_>> {
    let span = span(at);
    let (event, tagged) = match parsed {
        Parsed::DocumentStart(..) => (Event::Document, false),
        Parsed::MappingStart(style, _, tag) => (open(Shape::Mapping, style), tag.is_some()),
        Parsed::SequenceStart(style, _, tag) => (open(Shape::Sequence, style), tag.is_some()),
        Parsed::MappingEnd | Parsed::SequenceEnd => (Event::Close, false),
        Parsed::Scalar(text, style, _, tag) => (scalar(text, style, span), tag.is_some()),
        Parsed::Alias(_) | Parsed::UnresolvedAlias(_) => (Event::Alias, false),
        Parsed::Anchor(..) => (Event::Anchor, false),
        _ => return None,
    };
    let tag = if tagged { at.tag_span().map(self::span) } else { None };
    Some(Heard { event, at: span, tag })
}

fn span(at: granit_parser::Span) -> Span {
    let range = at.byte_range().unwrap_or_default();
    Span::new(range.start, range.end)
}

fn open<'t>(shape: Shape, style: StructureStyle) -> Event<'t> {
    Event::Open { shape, flow: style == StructureStyle::Flow }
}

fn scalar(text: Cow<'_, str>, style: ScalarStyle, at: Span) -> Event<'_> {
    let style = match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
        ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        ScalarStyle::Plain => Style::Plain,
    };
    // The parser gives `~` for nothing; what was written is nothing.
    let unwritten = style == Style::Plain && at.start == at.end;
    Event::Scalar { style, text: if unwritten { Cow::Borrowed("") } else { text } }
}

fn stop(error: &ScanError, text: &str) -> Stop {
    let at = error.marker().byte_offset().unwrap_or(0).min(text.len());
    Stop { why: why(error.kind()), at: lines::floor(text, at) }
}

fn why(kind: &ErrorKind) -> Why {
    use ErrorKind as Kind;
    match kind {
        Kind::RecursionLimitExceeded => Why::TooDeep,
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabAtBlockScalarStart
        | Kind::TabInIndentation
        | Kind::TabInPlainScalar
        | Kind::InvalidBlockEntryWhitespace => Why::Tab,
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => Why::UnclosedQuote,
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => Why::AfterQuote,
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidLowSurrogateHexEscape
        | Kind::InvalidLowSurrogate
        | Kind::MissingLowSurrogate
        | Kind::UnpairedLowSurrogate
        | Kind::InvalidUnicodeEscape => Why::Escape,
        Kind::UnclosedFlowCollection { .. } => Why::UnclosedBracket,
        Kind::MismatchedFlowCollectionEnd { .. } => Why::MismatchedBracket,
        Kind::MisplacedFlowCollectionEnd => Why::StrayBracket,
        Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::PlainScalarStartsWithDashFlowIndicator => Why::WithinBrackets,
        Kind::InvalidColonPlacement | Kind::BlockEntryInFlowCollection => Why::BlockInBrackets,
        Kind::FlowMappingValueAdjacentCollection => Why::ColonBeforeBracket,
        Kind::MappingValueNotAllowed => Why::Colon,
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => Why::NoKey,
        Kind::ExpectedBlockMappingKey => Why::AmongKeys,
        Kind::ExpectedBlockSequenceEntry => Why::AmongEntries,
        Kind::ExpectedDocumentStart => Why::AfterAll,
        Kind::InvalidBlockScalarIndent => Why::BlockTextIndent,
        Kind::InvalidBlockScalarHeader | Kind::ZeroBlockScalarIndent => Why::BlockTextHeader,
        Kind::CommentInterceptedScalar => Why::CommentInText,
        Kind::CommentNotSeparated => Why::CommentTooNear,
        Kind::DirectiveDisallowed | Kind::MissingDocumentEndBeforeDirective => Why::Directive,
        Kind::ExpectedTagBang
        | Kind::InvalidGlobalTagCharacter
        | Kind::InvalidTagTerminator
        | Kind::MissingTagUri
        | Kind::UnclosedVerbatimTag
        | Kind::InvalidTagEscape
        | Kind::InvalidTagUtf8LeadingByte
        | Kind::InvalidTagUtf8TrailingByte
        | Kind::InvalidTagUtf8
        | Kind::UndeclaredTagHandle => Why::Tag,
        Kind::BomInsideDocument => Why::ByteOrderMark,
        Kind::InvalidDocumentEnd => Why::AfterEnd,
        Kind::UnexpectedCharacter { .. }
        | Kind::MissingAnchorOrAliasName
        | Kind::BlockSequenceEntryNotAllowed
        | Kind::MappingKeyNotAllowed
        | Kind::UnexpectedEofBlockMapping
        | Kind::UnexpectedEofBlockSequence
        | Kind::UnexpectedEndOfPlainScalar => Why::Character,
        _ => Why::Other,
    }
}
