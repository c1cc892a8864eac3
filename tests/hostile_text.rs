//! Texts that are meant to break a reader: whatever comes, an answer comes, soon, and its places are in the text.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use strategic_choice::source::{Fault, Limits, Shape, Slip, Source, Span, Tree};
use strategic_choice::source::{load, load_from, missing_space, read, text_with_colon, value_slip};

const PLAN: &str = "\
scf: 1
title: Kesharu  # a comment
labels: {ambition: Impact, goals: \"Outcomes\"}
ambition: >
  People use the road
  again.
goals:
  agreed-corridors: {title: 'Both sides’ roads', because: Fear keeps the stalls closed}
objectives:
- The two villages agree.
- id: خريطة
  title: Двенадцать деревень
  supports: [agreed-corridors]
  tasks:
    - Book a guide

    - title: Debrief
      hours: 2
accepted:
  - {finding: single-insider, because: prepared, until: 2027-06-30}
";

/// What must hold for any text. Gives the faults.
fn read_any(source: &Source) -> Result<(), Vec<Fault>> {
    let text = source.text();
    let in_text = |at: Span| {
        assert!(at.start <= at.end && text.get(at.range()).is_some(), "{at:?} of {}", text.len());
    };
    match read(source, Limits::FORMAT_1) {
        Ok(tree) => {
            walk(source, &tree, in_text);
            Ok(())
        }
        Err(faults) => {
            assert!(!faults.is_empty());
            assert!(faults.is_sorted_by_key(|fault| fault.at));
            assert!(faults.len() < 1100, "{}", faults.len());
            for fault in &faults {
                in_text(fault.at);
                let place = source.position(fault.at.start);
                assert!(place.line >= 1 && place.column >= 1);
                assert!(source.slice(source.around(fault.at.start, 400)).chars().count() <= 400);
            }
            Err(faults)
        }
    }
}

fn walk(source: &Source, tree: &Tree, in_text: impl Fn(Span)) {
    tree.comments(source).for_each(|comment| {
        in_text(comment);
        assert!(source.slice(comment).starts_with('#'));
    });
    let root = tree.root(source).expect("what is empty is a fault");
    for node in root.within() {
        in_text(node.span());
        assert_eq!(node.text().is_some(), matches!(node.shape(), Shape::Scalar(_)));
        value_slip(node).into_iter().chain(text_with_colon(node)).for_each(|fault| in_text(fault.at));
        assert!(missing_space(node).is_none_or(|word| !word.is_empty()));
        let inside = |child: Span| node.span().start <= child.start && child.end <= node.span().end;
        assert!(node.children().all(|child| inside(child.span())), "{:?}", node.span());
    }
}

fn slips(text: impl Into<String>) -> Vec<Slip> {
    let started = Instant::now();
    let faults = read_any(&Source::new("-", text.into())).err().unwrap_or_default();
    // Generous, for slow machines and builds without optimisation.
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
    faults.iter().map(|fault| fault.slip).collect()
}

#[test]
fn the_plan_that_is_mutated_is_good() {
    assert_eq!(slips(PLAN), []);
}

#[test]
fn a_hundred_thousand_levels_are_told_once() {
    let deep = 100_000;
    for open in ["[", "{a: ", "- ", "[{a: ", "a: ["] {
        assert_eq!(slips(open.repeat(deep)), [Slip::TooDeep], "{open}");
    }
    for open in ["? ", "{["] {
        let slips = slips(open.repeat(deep));
        let (last, keys) = slips.split_last().unwrap();
        assert!(
            *last == Slip::TooDeep && keys.iter().all(|&slip| slip == Slip::ComplexKey),
            "{open} {slips:?}"
        );
    }
    let closed = format!("{}{}", "[".repeat(deep), "]".repeat(deep));
    assert_eq!(slips(closed), [Slip::TooDeep]);
    let indented: String = (0..1500).flat_map(|level| [" ".repeat(level), "a:\n".to_string()]).collect();
    assert_eq!(slips(indented), [Slip::TooDeep]);
}

#[test]
fn sixty_four_levels_are_read_and_no_more() {
    let nested = |levels: usize| format!("{}x{}", "[".repeat(levels), "]".repeat(levels));
    assert_eq!(slips(nested(64)), []);
    assert_eq!(slips(nested(65)), [Slip::TooDeep]);
    let mixed = |levels: usize| format!("a:\n  b:\n    - {}", nested(levels - 3));
    assert_eq!(slips(mixed(64)), []);
    let source = Source::new("-", mixed(65));
    let faults = read_any(&source).unwrap_err();
    assert_eq!(faults[0].slip, Slip::TooDeep);
    assert_eq!(source.position(faults[0].at.start).column, 7 + 61);
}

#[test]
fn an_alias_bomb_is_listed_not_built() {
    let layers = (1..30).map(|i| format!("a{i}: &a{i} [*a{0}, *a{0}, *a{0}]", i - 1));
    let bomb: Vec<_> = std::iter::once("a0: &a0 [x, x]".to_owned()).chain(layers).collect();
    let slips = slips(bomb.join("\n"));
    assert_eq!(slips.iter().filter(|&&slip| slip == Slip::Anchor).count(), 30);
    assert_eq!(slips.iter().filter(|&&slip| slip == Slip::Alias).count(), 87);
    assert_eq!(slips.len(), 117);
}

#[test]
fn ten_thousand_anchors_are_told_up_to_a_number() {
    let anchors: Vec<_> = (0..10_000).map(|i| format!("a{i}: &a{i} x")).collect();
    let source = Source::new("-", anchors.join("\n"));
    let faults = read_any(&source).unwrap_err();
    assert_eq!(faults.len(), 1001);
    let last = &faults[1000];
    assert_eq!((last.slip, &last.args[..]), (Slip::MoreRefused, &[("count", "9000".into())][..]));
    assert_eq!(source.position(last.at.start).line, 1001);
}

#[test]
fn texts_of_more_than_a_mebibyte_are_told() {
    let long = "word ".repeat(2 << 18);
    assert_eq!(slips(format!("ambition: {long}x\n")), [Slip::TextTooLong]);
    assert_eq!(slips(format!("ambition: '{long}'\n")), [Slip::TextTooLong]);
    assert_eq!(slips(format!("ambition: \"{long}\\t\"\n")), [Slip::TextTooLong]);
    assert_eq!(slips(format!("ambition: |\n  {long}\n")), [Slip::TextTooLong]);
    assert_eq!(slips(format!("ambition: x\n{long}: x\n")), [Slip::LongId]);
    assert_eq!(slips(format!("# {long}\nambition: {}\n", "x".repeat(1 << 20))), []);
}

#[test]
fn large_flat_texts_are_read() {
    assert_eq!(slips(format!("a: [{}x]", "x,".repeat(200_000))), []);
    assert_eq!(slips(format!("{{{}}}", "a: b,".repeat(100_000))), []);
    assert_eq!(slips(format!("{}a: b\n", "# comment\n".repeat(100_000))), []);
    assert_eq!(slips(format!("a:\n{}  b: c\n", "# comment\n".repeat(100_000))), []);
    assert_eq!(slips("- \n".repeat(100_000)), []);
    assert_eq!(slips(format!("a: \"{}\"", "\\n".repeat(200_000))), []);
}

#[test]
fn the_same_slip_in_every_line_costs_no_more_than_some() {
    for line in
        ["\ta: b\n", "a: b: c\n", "a: \"b\n", "a: [b\n", "• a\n", "a\n", "\u{a0}a: b\n", "a: *b c\n", "]\n"]
    {
        let told = slips(format!("ambition: x\n{}", line.repeat(50_000)));
        assert!((1..=22).contains(&told.len()), "{line}: {}", told.len());
    }
    let one_line = |piece: &str| format!("{{a: b, {}}}", piece.repeat(50_000));
    for piece in [
        "“a, ",
        "[a]: b, ",
        ": a, ",
        "a: b: c, ",
        "a: 'b'c', ",
        "*a, ",
        "<<: a, ",
        "a #3, ",
        "• a, ",
        "• a: b, ",
    ] {
        slips(one_line(piece));
    }
}

#[test]
fn more_slips_than_anybody_mends_at_once_are_not_told_one_by_one() {
    let told = slips("a: b: c\n".repeat(20));
    assert_eq!(told, [Slip::ColonInText; 20]);
    let told = slips("a: b: c\n".repeat(30));
    assert_eq!((told.len(), told[20]), (21, Slip::TooManyFaults));
    let told = slips(format!("a:\n{}", "\tb: c\n".repeat(30)));
    assert_eq!((told.len(), told[20]), (21, Slip::TooManyFaults));
}

#[test]
fn documents_after_the_first_are_refused() {
    assert_eq!(
        slips("a: b\n---\nc: d\n---\ne: *f\n"),
        [Slip::SecondDocument, Slip::SecondDocument, Slip::Alias]
    );
    assert_eq!(slips("---\na: b\n...\n"), []);
    assert_eq!(slips("%YAML 1.2\n%TAG ! x\n---\na: b\n"), [Slip::Directive, Slip::Directive]);
    assert_eq!(slips("--- a: b\n").len(), 1);
}

#[test]
fn control_characters_end_in_a_few_faults() {
    assert_eq!(slips("a: b\0c\u{1b}[31m\n"), [Slip::NulByte, Slip::ControlCharacter]);
    assert_eq!(slips("\0".repeat(100_000)).len(), 20);
    assert_eq!(slips("a: \u{85}\u{2028}\u{feff}b\n"), []);
    assert_eq!(slips("a: b\u{ffff}"), [Slip::ControlCharacter]);
}

#[test]
fn what_is_not_there_is_an_error_of_the_system() {
    assert!(load(std::path::Path::new("no/such/plan.yaml"), Limits::FORMAT_1).is_err());
    assert!(load(std::path::Path::new("."), Limits::FORMAT_1).is_err());
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let limits = Limits { file: 1000, ..Limits::FORMAT_1 };
    let source = load_from("-", std::io::repeat(b'a'), limits).unwrap();
    assert_eq!(read(&source, limits).unwrap_err()[0].slip, Slip::FileTooLarge);
    let source = Source::new("-", "a".repeat(1001));
    assert_eq!(read(&source, limits).unwrap_err()[0].slip, Slip::FileTooLarge);
}

/// A piece that means something to YAML, or to an encoding, or to a person.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "\t",
        " ",
        "  ",
        "\n",
        "\r\n",
        "\r",
        ": ",
        ":",
        "- ",
        "-",
        "#",
        " #",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!t ",
        "<<: ",
        "---\n",
        "...\n",
        "%YAML 1.2\n",
        "|\n",
        ">-\n",
        "? ",
        "“",
        "”",
        "\u{a0}",
        "\u{202f}",
        "\u{feff}",
        "\u{200b}",
        "\0",
        "\u{7}",
        "\\",
        "\\x",
        "é",
        "𝄞",
        "ambition: x\n",
        "  title: ",
        "• ",
        "– ",
        "：",
        "12/03/2027",
        "\u{85}",
        "\u{2028}",
        "@",
        "`",
        "~",
        "null",
    ];
    prop_oneof![4 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

/// The plan with a few pieces put in, taken out or doubled.
fn mutated() -> impl Strategy<Value = String> {
    let edit = (any::<proptest::sample::Index>(), 0..12_usize, piece());
    proptest::collection::vec(edit, 1..8).prop_map(|edits| {
        let mut characters: Vec<char> = PLAN.chars().collect();
        for (at, cut, piece) in edits {
            let at = at.index(characters.len() + 1);
            let end = (at + cut.saturating_sub(6)).min(characters.len());
            characters.splice(at..end, piece.chars());
        }
        characters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_have_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read_any(&Source::from_bytes("-", bytes));
    }

    #[test]
    fn any_pieces_have_an_answer(pieces in proptest::collection::vec(piece(), 0..60)) {
        let _ = read_any(&Source::new("-", pieces.concat()));
    }

    #[test]
    fn any_mutated_plan_has_an_answer(text in mutated()) {
        let _ = read_any(&Source::new("-", text));
    }

    #[test]
    fn any_mutated_bytes_have_an_answer(text in mutated(), at in any::<proptest::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len() + 1);
        bytes.insert(at, byte);
        let _ = read_any(&Source::from_bytes("-", bytes));
    }
}
