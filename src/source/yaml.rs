//! YAML events into a located tree, and every fault of a text that is none.

use super::events::{Event, Stop, Why, events};
use super::mend::{Edit, Mended};
use super::{
    Fault, FaultKind, Reason, Shape, Sight, Slip, Source, Span, Style, Tree, TreeBuilder, lines, slips,
};
use std::borrow::Cow;
use std::ops::Range;

/// How large a plan may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of a file.
    pub file: usize,
    /// Levels of nesting.
    pub levels: usize,
    /// Bytes of one text.
    pub text: usize,
}

impl Limits {
    /// The limits of format 1: 512 MiB a file, 64 levels, 1 MiB a text.
    pub const FORMAT_1: Self = Self { file: 512 << 20, levels: 64, text: 1 << 20 };
}

/// Slips that are told; each may cost another reading of the text.
const MOST_SLIPS: usize = 20;
/// Bytes that are read again for the sake of slips behind the first.
const MOST_AGAIN: usize = 24 << 20;
/// Refused things that are told one by one; the rest is counted.
const MOST_REFUSED: usize = 1000;
/// Control characters after which a text is taken for something else than a plan.
const MOST_CONTROLS: usize = 10;

/// Reads a plan's text as YAML.
///
/// # Errors
/// Every fault of the text that could be found, in the order of the text; the tree is only given where there is none.
pub fn read(source: &Source, limits: Limits) -> Result<Tree, Vec<Fault>> {
    match read_around_refused(source, limits) {
        (Some(tree), faults) if faults.is_empty() => Ok(tree),
        (_, faults) => Err(faults),
    }
}

/// Reads a plan's text as YAML, and every fault of it in the order of the text. The tree is given where YAML can read
/// the text and only parts of it are refused: an anchor or a tag is passed over, an alias stands as a text, and of
/// several documents the first is taken.
#[must_use]
pub fn read_around_refused(source: &Source, limits: Limits) -> (Option<Tree>, Vec<Fault>) {
    let Reading { tree, faults, .. } = attempt(source, limits);
    (tree.filter(|_| faults.iter().all(|fault| leaves_the_rest(fault.slip))), faults)
}

/// Reads a plan's text as YAML, and tells besides what reading made of it in spite of its faults.
#[must_use]
pub fn read_closely(source: &Source, limits: Limits) -> CloseReading {
    let Reading { tree, faults, mends, mended, until } = attempt(source, limits);
    let origin = |byte: u32| mended.original(byte as usize) as u32;
    let outline = tree.as_ref().map_or_else(Vec::new, |tree| tree.outline(mended.text(), origin));
    let tree = tree.filter(|_| faults.iter().all(|fault| leaves_the_rest(fault.slip)));
    CloseReading { tree, faults, mends, outline, until }
}

/// What reading made of a text in spite of its faults.
#[derive(Debug)]
pub struct CloseReading {
    /// The tree, where YAML can read the text: see [`read_around_refused`].
    pub tree: Option<Tree>,
    /// Every fault of the text, in its order.
    pub faults: Vec<Fault>,
    /// What made the text readable behind its slips, in the order in which they were met.
    pub mends: Vec<Mend>,
    /// What the text holds, the slips mended.
    pub outline: Vec<Sight>,
    /// The byte behind which the text was not read any more, where that is before its end.
    pub until: Option<usize>,
}

/// What reading put in the place of a slip to go on behind it: often, but not always, what its writer would put there.
#[derive(Debug, Clone)]
pub struct Mend {
    /// What went wrong.
    pub slip: Slip,
    /// Where: in one place or, where one mend is for several lines, in each of them.
    pub at: Vec<Span>,
    /// Texts in the place of others, by bytes of the text.
    pub edits: Vec<(Range<usize>, String)>,
}

/// What was read of a text.
struct Reading<'t> {
    /// Nothing where the text is no plan at all.
    tree: Option<Tree>,
    faults: Vec<Fault>,
    mends: Vec<Mend>,
    /// The text that the places of the tree count in.
    mended: Mended<'t>,
    until: Option<usize>,
}

fn attempt(source: &Source, limits: Limits) -> Reading<'_> {
    let text = source.text();
    let mut faults = Vec::from_iter(source.fault.clone());
    if text.len() > limits.file {
        let limit = format!("{} MiB", limits.file >> 20);
        faults.push(Fault::of_text(Slip::FileTooLarge, Span::default()).with("limit", limit));
    }
    let mut mended = Mended::new(text);
    if faults.iter().any(|fault| matches!(fault.slip, Slip::FileTooLarge | Slip::OtherFile)) {
        return Reading { tree: None, faults, mends: Vec::new(), mended, until: Some(0) };
    }
    let mut mends = Vec::new();
    let controls = if faults.is_empty() { control_characters(text) } else { Vec::new() };
    let is_plan = controls.len() <= MOST_CONTROLS;
    if !controls.is_empty() {
        let same_length = |fault: &Fault| Edit::new(fault.at.range(), "_".repeat(fault.at.range().len()));
        mended.mend(controls.iter().map(same_length).collect());
        faults.extend(controls);
    }
    let (mut tree, mut until) = (None, Some(0));
    if is_plan {
        let (read, found, end) = tree_and_faults(&mut mended, &mut mends, limits);
        faults.extend(found);
        (tree, until) = (Some(read), end);
    }
    faults.sort_by_key(|fault| (fault.at, fault.slip));
    faults.dedup();
    Reading { tree, faults, mends, mended, until }
}

/// Whether the rest of the text means the same without what is refused or too long.
fn leaves_the_rest(slip: Slip) -> bool {
    matches!(
        slip,
        Slip::Anchor
            | Slip::Alias
            | Slip::Tag
            | Slip::MergeKey
            | Slip::SecondDocument
            | Slip::ComplexKey
            | Slip::MoreRefused
            | Slip::TextTooLong
    )
}

/// The characters that no YAML text may hold, up to more than a plan can have by accident.
fn control_characters(text: &str) -> Vec<Fault> {
    const STRETCH: usize = 64;
    // Bytes that are such a character, or with which one may begin. Looked for by the stretch: a plan has none.
    let doubtful = |byte: &u8| matches!(byte, 0..=0x08 | 0x0b | 0x0c | 0x0e..=0x1f | 0x7f | 0xc2 | 0xef);
    let is_control = |c: char| match c {
        '\u{85}' => false,
        '\u{fffe}' | '\u{ffff}' => true,
        _ => c.is_control(),
    };
    let fault = |(at, c): (usize, char)| {
        let slip = if c == '\0' { Slip::NulByte } else { Slip::ControlCharacter };
        let fault = Fault::of_text(slip, Span::new(at, at + c.len_utf8()));
        if c == '\0' { fault } else { fault.with("code", code(c)) }
    };
    let stretches = text.as_bytes().chunks(STRETCH).enumerate();
    let doubtful_ones =
        stretches.filter(|(_, bytes)| bytes.iter().fold(false, |any, byte| any | doubtful(byte)));
    let places = doubtful_ones.flat_map(|(number, bytes)| {
        let places = bytes.iter().enumerate().filter(|(_, byte)| doubtful(byte));
        places.map(move |(at, _)| number * STRETCH + at)
    });
    let characters = places.filter_map(|at| Some((at, text[at..].chars().next()?)));
    characters.filter(|&(_, c)| is_control(c)).map(fault).take(MOST_SLIPS).collect()
}

/// A character's number as tables of characters write it.
pub(super) fn code(c: char) -> String {
    format!("U+{:04X}", c as u32)
}

/// Reads a text; where the parser stops, tells why, mends the slip and reads again. The last is the byte at which it gave
/// up, if it did.
fn tree_and_faults(
    mended: &mut Mended<'_>,
    mends: &mut Vec<Mend>,
    limits: Limits,
) -> (Tree, Vec<Fault>, Option<usize>) {
    let mut faults: Vec<Fault> = Vec::new();
    let mut before = Mending::default();
    let mut untold = 0;
    let mut again = 0;
    loop {
        let mut pass = Pass::of(mended.text(), limits);
        let unnoticed =
            pass.faults.iter().find_map(|fault| slips::find_unnoticed(mended.text(), fault, limits));
        let slipped = match (unnoticed, pass.stop) {
            (Some(slipped), _) => slipped,
            (None, Some(stop)) => slips::find(mended.text(), stop, limits),
            (None, None) => {
                let (tree, faults) = pass.end(faults, mended);
                return (tree, faults, None);
            }
        };
        let stopped = pass.stop.map(|stop| mended.original(stop.at));
        let fault = moved(slipped.fault, mended);
        let mut mend = None;
        if faults.contains(&fault) || before.brought(&fault, mended.original_text()) {
            untold += 1;
        } else {
            untold = 0;
            before.slip = Some((fault.slip, lines::start(mended.original_text(), fault.at.start as usize)));
            let also: Vec<Fault> = slipped.also.into_iter().map(|fault| moved(fault, mended)).collect();
            let at = std::iter::once(fault.at).chain(also.iter().map(|fault| fault.at)).collect();
            mend = Some(Mend { slip: fault.slip, at, edits: Vec::new() });
            faults.push(fault);
            faults.extend(also);
        }
        if let Some(next) = faults.get(MOST_SLIPS) {
            let next_at = next.at.start as usize;
            let more = Fault::of_text(Slip::TooManyFaults, next.at).with("limit", MOST_SLIPS.to_string());
            faults.truncate(MOST_SLIPS);
            faults.push(more);
            pass.faults.retain(|fault| matches!(fault.slip.kind(), FaultKind::Invalid(Reason::Refused)));
            let (tree, faults) = pass.end(faults, mended);
            return (tree, faults, stopped.or(Some(next_at)));
        }
        again += mended.text().len();
        let edits = if untold < 3 {
            slipped.mend
        } else {
            slips::without_block(mended.text(), pass.stop.map_or(0, |stop| stop.at))
        };
        if untold > 4 || again > MOST_AGAIN || edits.is_empty() {
            let (tree, faults) = pass.end(faults, mended);
            return (tree, faults, stopped.or(Some(0)));
        }
        before.note(&edits, mended);
        if let Some(mut mend) = mend {
            let place = |edit: &Edit| mended.original(edit.at.start)..mended.original(edit.at.end);
            mend.edits = edits.iter().map(|edit| (place(edit), edit.with.clone())).collect();
            mends.push(mend);
        }
        mended.mend(edits);
    }
}

/// What was mended last, in places of the original.
#[derive(Default)]
struct Mending {
    /// The slip that was told, and the line it is in.
    slip: Option<(Slip, usize)>,
    /// The end of the first edit: from that line to here everything is settled.
    first: usize,
    /// The end of the last edit: up to here columns were changed.
    last: usize,
}

impl Mending {
    fn note(&mut self, edits: &[Edit], mended: &Mended<'_>) {
        let ends = || edits.iter().map(|edit| mended.original(edit.at.end));
        self.first = ends().min().unwrap_or(0);
        self.last = ends().max().unwrap_or(0);
    }

    /// Whether a fault is only there because of the mending, or is the last one over again.
    fn brought(&self, fault: &Fault, text: &str) -> bool {
        let Some((slip, line)) = self.slip else { return false };
        let at = fault.at.start as usize;
        let of_columns = matches!(
            fault.slip,
            Slip::Indentation
                | Slip::MixedList
                | Slip::NoKey
                | Slip::Tab
                | Slip::NoBreakSpace
                | Slip::Unreadable
        );
        let until = if of_columns { self.last } else { self.first };
        (line..until).contains(&at) || (slip == fault.slip && line == lines::start(text, at))
    }
}

fn moved(mut fault: Fault, mended: &Mended<'_>) -> Fault {
    let place = |byte: u32| mended.original(byte as usize);
    fault.at = Span::new(place(fault.at.start), place(fault.at.end));
    fault
}

/// One reading of a text, up to its end or to where the parser stops.
struct Pass {
    tree: Tree,
    faults: Vec<Fault>,
    /// Refused things beyond those told.
    untold: Option<(usize, Span)>,
    stop: Option<Stop>,
}

impl Pass {
    fn of(text: &str, limits: Limits) -> Self {
        let mut reader = Reader {
            text,
            limits,
            has_tabs: text.contains('\t'),
            builder: TreeBuilder::default(),
            open: Vec::with_capacity(limits.levels),
            documents: 0,
            last_end: 0,
            faults: Vec::new(),
            untold: None,
        };
        let mut stop = None;
        for heard in events(text, limits.levels) {
            let heard = heard.and_then(|heard| {
                if let Some(tag) = heard.tag {
                    reader.refuse(Slip::Tag, tag);
                }
                reader.hear(heard.event, heard.at)
            });
            if let Err(why) = heard {
                stop = Some(why);
                break;
            }
        }
        Self { tree: reader.builder.finish(), faults: reader.faults, untold: reader.untold, stop }
    }

    /// The tree and all faults, those that came before this reading and those of it.
    fn end(self, before: Vec<Fault>, mended: &Mended<'_>) -> (Tree, Vec<Fault>) {
        let mut faults = before;
        let unwritten = |tree: &Tree| tree.is_empty() || tree.is_unwritten(mended.text());
        if faults.is_empty() && self.faults.is_empty() && self.stop.is_none() && unwritten(&self.tree) {
            faults.push(Fault::of_text(Slip::Empty, Span::default()));
        }
        faults.extend(self.faults.into_iter().map(|fault| moved(fault, mended)));
        if let Some((count, at)) = self.untold {
            let more = Fault::of_text(Slip::MoreRefused, at).with("count", count.to_string());
            faults.push(moved(more, mended));
        }
        (self.tree, faults)
    }
}

/// A mapping or list that is being read.
struct Open {
    is_mapping: bool,
    in_brackets: bool,
    /// The next node is a key.
    key_next: bool,
}

/// Builds the tree from events and notes what is refused.
struct Reader<'t> {
    text: &'t str,
    limits: Limits,
    has_tabs: bool,
    builder: TreeBuilder,
    open: Vec<Open>,
    documents: usize,
    /// Where the last text or bracket ended: there a mapping or list without brackets ends too.
    last_end: u32,
    faults: Vec<Fault>,
    untold: Option<(usize, Span)>,
}

impl<'t> Reader<'t> {
    fn hear(&mut self, event: Event<'t>, at: Span) -> Result<(), Stop> {
        match event {
            Event::Document => {
                self.documents += 1;
                if self.documents > 1 {
                    let end = at.end.max(lines::end(self.text, at.start as usize) as u32);
                    self.refuse(Slip::SecondDocument, Span { end, ..at });
                }
            }
            Event::Anchor => self.refuse(Slip::Anchor, at),
            Event::Alias => {
                self.node(at);
                self.refuse(Slip::Alias, at);
                self.last_end = at.end;
                if self.documents == 1 {
                    self.builder.scalar(Style::Plain, at, None);
                }
            }
            Event::Open { shape, flow } => self.opened(shape, flow, at)?,
            Event::Close => {
                let closed = self.open.pop();
                let in_brackets = closed.is_some_and(|open| open.in_brackets) && at.start < at.end;
                if in_brackets {
                    self.last_end = at.end;
                }
                if self.documents == 1 {
                    self.builder.close(self.last_end);
                }
            }
            Event::Scalar { style, text } => self.scalar(style, text, at),
        }
        Ok(())
    }

    /// A node stands here; whether it is a key.
    fn node(&mut self, at: Span) -> bool {
        let Some(open) = self.open.last_mut() else { return false };
        let is_key = open.is_mapping && open.key_next;
        open.key_next = !open.key_next;
        if self.has_tabs && !open.in_brackets && (is_key || !open.is_mapping) {
            self.note_tab(at.start as usize);
        }
        is_key
    }

    /// Tells of a tab in the indentation, which YAML forbids, though the parser lets some pass.
    fn note_tab(&mut self, at: usize) {
        let start = lines::start(self.text, at);
        let before = &self.text[start..at];
        let indentation = &before[..lines::indent(before)];
        if let Some(tab) = indentation.find('\t').filter(|_| lines::lead(before) == before.len()) {
            let fault = Fault::of_text(Slip::Tab, Span::new(start + tab, start + tab + 1));
            if self.faults.last() != Some(&fault) {
                self.tell(fault);
            }
        }
    }

    fn opened(&mut self, shape: Shape, flow: bool, at: Span) -> Result<(), Stop> {
        if self.open.len() >= self.limits.levels {
            return Err(Stop { why: Why::TooDeep, at: at.start as usize });
        }
        if self.node(at) {
            self.refuse(Slip::ComplexKey, Span { end: at.end.max(at.start + 1), ..at });
        }
        let is_mapping = shape == Shape::Mapping;
        self.open.push(Open { is_mapping, in_brackets: flow, key_next: is_mapping });
        if self.documents == 1 {
            self.builder.open(shape, at);
        }
        Ok(())
    }

    fn scalar(&mut self, style: Style, text: Cow<'t, str>, mut at: Span) {
        let is_key = self.node(at);
        if is_key && style == Style::Plain {
            self.note_key(&text, at);
        }
        if at.start == at.end && !is_key && self.text[at.start as usize..].starts_with(':') {
            // The value of a key with nothing after it stands behind the colon.
            at = Span { start: at.start + 1, end: at.end + 1 };
        }
        if style == Style::Block {
            let written = self.text[at.range()].trim_end_matches([' ', '\t', '\n', '\r']).len();
            at.end = at.start + written as u32;
        }
        if text.len() > self.limits.text {
            let limit = format!("{} MiB", self.limits.text >> 20);
            self.tell(Fault::of_text(Slip::TextTooLong, at).with("limit", limit));
        }
        self.last_end = self.last_end.max(at.end);
        if self.documents == 1 {
            self.builder.scalar(style, at, decoded(style, text, at));
        }
    }

    /// Tells of a key that hides what it is.
    fn note_key(&mut self, text: &str, at: Span) {
        if text == "<<" {
            self.refuse(Slip::MergeKey, at);
        }
        if text.as_bytes().first().is_some_and(u8::is_ascii) {
            return;
        }
        let Some(first) = text.chars().next() else {
            self.refuse(Slip::NoKey, Span { end: at.start + 1, ..at });
            return;
        };
        let place = Span { end: at.start + first.len_utf8() as u32, ..at };
        let is_bullet = slips::is_bullet(first) && text[first.len_utf8()..].starts_with([' ', '\u{a0}']);
        if is_bullet && lines::is_first_text(self.text, at.start as usize) {
            self.tell(Fault::of_text(Slip::Bullet, place).with("bullet", String::from(first)));
        } else if lines::is_special_space(first) {
            self.refuse(Slip::NoBreakSpace, place);
        } else if lines::is_unseen(first) {
            self.tell(Fault::of_text(Slip::ControlCharacter, place).with("code", code(first)));
        }
    }

    fn refuse(&mut self, slip: Slip, at: Span) {
        self.tell(Fault::of_text(slip, at));
    }

    fn tell(&mut self, fault: Fault) {
        if self.faults.len() < MOST_REFUSED {
            self.faults.push(fault);
        } else {
            self.untold.get_or_insert((0, fault.at)).0 += 1;
        }
    }
}

/// What a text says, where that is not its own characters. A block text ends with its last line, not with a break.
fn decoded(style: Style, text: Cow<'_, str>, at: Span) -> Option<Box<str>> {
    let quotes = if style == Style::Quoted { 2 } else { 0 };
    match text {
        Cow::Borrowed(text) if text.len() + quotes == at.range().len() => None,
        text if style == Style::Block => Some(text.trim_end_matches('\n').into()),
        text => Some(text.into()),
    }
}
